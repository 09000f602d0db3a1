"""`fieldapp report NAME` and `fieldapp report list`: papers of one household or of a whole region, as PDF or PNG.

Masked unless `--unmask` comes with a reason, which goes on record before anything is printed.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fieldapp.errors import RegisterError
from fieldapp.store.vault_options import opened_vault, vault_options
from fieldapp.texts import Texts, system_language, texts_of
from fieldapp_paper.other_papers import OTHER_PAPERS, Wanted, check_wanted, write_other

if TYPE_CHECKING:
    from fieldapp.reports.document import Document
    from fieldapp.reports.printing import Order
    from fieldapp.store import Vault

_FILE = click.Path(path_type=Path, dir_okay=False)
_PAGE_OF_HOUSEHOLDS = 200


@click.command()
@click.argument("name")
@click.option("--household", default="", help="The household: its number, or its id in the register.")
@click.option("--scope", default="", help="A village or any other region: all its households in one PDF.")
@click.option("--year", type=int, help="The year that is printed.")
@click.option("--out", type=_FILE, help="The file to write: .pdf or .png.")
@click.option("--form", default="", help="The form that is printed blank: its id.")
@click.option(
    "--rows", type=click.IntRange(0, 40), default=3, help="Empty rows of each list of a blank form."
)
@click.option("--set", "standard", default="", help="The standard set of the checklist.")
@click.option("--unmask", is_flag=True, help="Print numbers whole; needs --reason.")
@click.option("--reason", default="", help="Why the masks are lifted. It goes on record.")
@click.option("--language", type=click.Choice(["zh_CN", "zh_TW", "en"]), help="The language of the paper.")
@vault_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def report(
    name: str,
    household: str,
    scope: str,
    year: int | None,
    out: Path | None,
    form: str,
    rows: int,
    standard: str,
    unmask: bool,
    reason: str,
    language: str | None,
    as_json: bool,
    **place: Any,
) -> None:
    """Print NAME, or `list` the papers there are. `blank-form` needs --form; with no --household it is for any."""
    from fieldapp.reports.printing import CHECKLIST, REPORTS, Order
    from fieldapp.store.checking import compiled_set
    from fieldapp.store.exports import note_export

    if name == "list":
        papers = [*REPORTS, *OTHER_PAPERS]
        click.echo(json.dumps(papers) if as_json else "\n".join(papers))
        return
    if name in OTHER_PAPERS:
        if out is None:
            raise click.UsageError("Name the file --out.")
        wanted = Wanted(name, out, form, rows, "", scope, year)
        check_wanted(wanted, household=household)
        texts = texts_of(language or system_language())
        with opened_vault(**place) as vault:
            home = _household_id(vault, household) if household else ""
            note_export(vault, name, scope=scope or _scope_of(vault, home), masked=True)
            files, pages = write_other(vault, replace(wanted, household=home), texts)
        _tell(files, pages, texts, as_json)
        return
    if year is None or out is None or bool(household) == bool(scope):
        raise click.UsageError("Name the --year, the file --out, and either a --household or a --scope.")
    if out.suffix.lower() not in (".pdf", ".png") or (scope and out.suffix.lower() != ".pdf"):
        raise click.UsageError("--out ends in .pdf; one household can also be printed to .png.")
    if unmask != bool(reason.strip()):
        raise click.UsageError("--unmask needs --reason TEXT, and a reason is only for --unmask.")
    texts = texts_of(language or system_language())
    with opened_vault(**place) as vault:
        ids = [_household_id(vault, household)] if household else _households_of(vault, scope)
        rules = compiled_set(vault, standard) if name == CHECKLIST else None
        orders = [Order(each, year, texts, reason.strip(), rules) for each in ids]
        if name in REPORTS:
            note_export(
                vault, name, scope=scope or _scope_of(vault, ids[0]), reason=reason, masked=not unmask
            )
        files, pages = _write(vault, name, orders, out)
    _tell(files, pages, texts, as_json)


def _household_id(vault: "Vault", named: str) -> str:
    from fieldapp.store.records import record, rows

    if record(vault, "household", named) is not None:
        return named
    found = rows(vault, "household", where={"household_no": named}, limit=2)
    if len(found) != 1:
        raise RegisterError(
            "report.household",
            "{count} households of your register have the number {number}. Give the id of the one you mean.",
            count=len(found),
            number=named,
        )
    return found[0].id


def _scope_of(vault: "Vault", household: str) -> str:
    from fieldapp.store.records import record

    found = record(vault, "household", household)
    return found.scope if found else ""


def _households_of(vault: "Vault", scope: str) -> list[str]:
    from fieldapp.store.records import count, rows

    total = count(vault, "household", scope)
    if not total:
        raise RegisterError("report.empty_scope", "There is no household of yours in {scope}.", scope=scope)
    found: list[str] = []
    for offset in range(0, total, _PAGE_OF_HOUSEHOLDS):
        page = rows(vault, "household", scope, order="household_no", limit=_PAGE_OF_HOUSEHOLDS, offset=offset)
        found += [each.id for each in page if each.ended_on is None]
    return found


def _write(vault: "Vault", name: str, orders: list["Order"], out: Path) -> tuple[list[Path], int]:
    from fieldapp.reports.printing import household_document
    from fieldapp_paper.painting import ensure_application, write_all_pdf, write_png

    application = ensure_application()
    if out.suffix.lower() == ".png":
        files = list(write_png(household_document(vault, name, orders[0]), out))
        pages = len(files)
    else:
        with click.progressbar(orders, file=sys.stderr, hidden=len(orders) == 1) as waiting:
            pages = write_all_pdf(_documents(vault, name, waiting), out)
        files = [out]
    del application
    return files, pages


def _documents(vault: "Vault", name: str, orders: Iterable["Order"]) -> Iterator["Document"]:
    from fieldapp.reports.printing import household_document

    for order in orders:
        yield household_document(vault, name, order)


def _tell(files: list[Path], pages: int, texts: Texts, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"files": [str(file) for file in files], "pages": pages}, ensure_ascii=False))
        return
    for file in files:
        click.echo(texts("Wrote {file}, {pages} pages.", file=file, pages=pages))
