"""What leaves as a table, and a county's blank form filled: what was asked for, and what came of it in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import RegisterError
from fieldapp.store import Vault
from fieldapp.store.exchange.exporting import Words, export_lists
from fieldapp.store.exchange.templates import fill_template
from fieldapp.store.finding.selection import select_rows
from fieldapp.store.finding.views import View
from fieldapp.texts import Texts
from fieldapp_ui.background.tasks import Handle
from fieldapp_ui.language import tr

REPORT_EVERY = 1_000
FINDINGS_TOLD = 3


@dataclass(frozen=True)
class ExportOrder:
    """An export as it is asked for. `lists` empty: all. `view` narrows its list to the rows under its conditions, in its
    order. `year` keeps yearly lists to one year. `reason` is needed without masks."""

    path: Path
    lists: tuple[str, ...]
    scope: str
    headings: Words = "zh_hans"
    masked: bool = True
    reason: str = ""
    year: int | None = None
    view: View | None = None
    this_year: int = 0


@dataclass(frozen=True)
class FillOrder:
    """A blank form to fill. `subject` is a household's id or a village's region code."""

    template: Path
    subject: str
    path: Path
    year: int
    masked: bool = True
    reason: str = ""


def export(vault: Vault, order: ExportOrder, handle: Handle) -> str:
    """Write the tables; says how many rows are where. Raises RegisterError export.unwritable and those of
    `export_lists`."""
    only = None
    if order.view is not None:
        view = order.view
        found = select_rows(vault, view.list, order.scope, view.filters, view.order, year=order.this_year)
        only = {view.list: found}
    words = tr("Writing …")
    try:
        done = export_lists(
            vault,
            order.path,
            order.lists,
            order.scope,
            headings=order.headings,
            masked=order.masked,
            reason=order.reason,
            year=order.year,
            only=only,
            progress=lambda rows: handle.report(rows, 0, words),
        )
    except OSError as wrong:
        raise unwritable(order.path) from wrong
    rows = sum(done.rows.values())
    return tr("{count} rows are written to {path}", count=f"{rows:,}", path=str(done.path))


def fill(vault: Vault, order: FillOrder, texts: Texts) -> str:
    """Fill the form; says how many cells are filled and what did not fit. Raises RegisterError as `fill_template`."""
    try:
        done = fill_template(
            vault,
            order.template,
            order.subject,
            order.path,
            year=order.year,
            masked=order.masked,
            reason=order.reason,
        )
    except OSError as wrong:
        raise unwritable(order.path) from wrong
    said = tr("{count} cells are filled in {path}", count=done.cells, path=str(done.path))
    told = [one.sentence(texts.translate) for one in done.findings[:FINDINGS_TOLD]]
    return "  ".join((said, *told))


def unwritable(path: Path) -> RegisterError:
    """A file that is open elsewhere, or a folder that may not be written."""
    return RegisterError(
        "export.unwritable",
        "{path} cannot be written. Close it in the other program, or choose another name.",
        path=str(path),
    )
