"""Papers that are not of one household: forms printed blank, and the needs that wait for help."""

import csv
import io
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fieldapp.texts import Texts

if TYPE_CHECKING:
    from fieldapp.reports.document import Document
    from fieldapp.store import Vault

BLANK, NEEDS = "blank-form", "need-cards"
OTHER_PAPERS = (BLANK, NEEDS)


@dataclass(frozen=True)
class Wanted:
    """What was asked for: a form and how many empty rows, a household's record id or "", a region or "", a year."""

    name: str
    out: Path
    form: str = ""
    rows: int = 3
    household: str = ""
    scope: str = ""
    year: int | None = None


def check_wanted(wanted: Wanted, *, household: str) -> None:
    """Raises click.UsageError for options that do not go together."""
    endings = (".pdf", ".png") if wanted.name == BLANK else (".pdf", ".png", ".csv")
    if wanted.out.suffix.lower() not in endings or (household and wanted.scope):
        raise click.UsageError(
            f"--out ends in {' or '.join(endings)}; name a --household or a --scope, not both."
        )
    if wanted.name == BLANK and not wanted.form:
        raise click.UsageError("A blank form needs --form, its id.")
    if wanted.name == NEEDS and not wanted.scope:
        raise click.UsageError("The needs need a --scope: a village or another region.")


def write_other(vault: "Vault", wanted: Wanted, texts: Texts) -> tuple[list[Path], int]:
    """Write the paper; the files and the count of pages. Raises UserError."""
    if wanted.out.suffix.lower() == ".csv":
        wanted.out.write_bytes(_needs_csv(vault, wanted, texts))
        return [wanted.out], 0
    from fieldapp_paper.painting import ensure_application, write_pdf, write_png

    application = ensure_application()
    document = _document(vault, wanted, texts)
    if wanted.out.suffix.lower() == ".png":
        files = list(write_png(document, wanted.out))
        pages = len(files)
    else:
        files, pages = [wanted.out], write_pdf(document, wanted.out)
    del application
    return files, pages


def _document(vault: "Vault", wanted: Wanted, texts: Texts) -> "Document":
    if wanted.name == BLANK:
        from fieldapp.reports.blank_facts import blank_document, pack_form

        return blank_document(
            vault,
            pack_form(vault, wanted.form),
            texts,
            household=wanted.household,
            scope=wanted.scope,
            year=wanted.year,
            rows=wanted.rows,
        )
    from fieldapp.reports.facts import imprint
    from fieldapp.reports.need_card import need_list, open_needs

    return need_list(open_needs(vault, wanted.scope, _year(vault, wanted), texts), imprint(vault), texts)


def _needs_csv(vault: "Vault", wanted: Wanted, texts: Texts) -> bytes:
    """The list with the columns of the print; the mark in front lets Excel and WPS read it as UTF-8."""
    from fieldapp.reports.need_card import need_columns, need_rows, open_needs

    sheet = io.StringIO()
    table = csv.writer(sheet)
    table.writerow(column.title for column in need_columns(texts))
    table.writerows(need_rows(open_needs(vault, wanted.scope, _year(vault, wanted), texts), texts))
    return sheet.getvalue().encode("utf-8-sig")


def _year(vault: "Vault", wanted: Wanted) -> int:
    return wanted.year or datetime.fromtimestamp(vault.clock() / 1000, UTC).astimezone().year
