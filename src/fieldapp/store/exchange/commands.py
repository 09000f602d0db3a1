"""`fieldapp register import | imports | undo-import | export | fill`: lists in and out without a window (CLI.md)."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fieldapp.errors import Finding, RegisterError
from fieldapp.saying import json_option, say, words
from fieldapp.store.vault_options import opened_vault, vault_options

if TYPE_CHECKING:
    from fieldapp.store.exchange.gathering import Gathered
    from fieldapp.store.exchange.planned import ImportPlan, Source
    from fieldapp.store.vault import Vault

_FILE = click.Path(path_type=Path, dir_okay=False)
_ANY = click.Path(path_type=Path)


@click.command("import")
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=_ANY)
@click.option("--list", "list_name", default="", help="The list; our own exports say it themselves.")
@click.option("--mapping", default="", help="A saved mapping by name, or a JSON file of one.")
@click.option(
    "--save-mapping", default="", metavar="NAME", help="Keep the mapping for the next file of its layout."
)
@click.option(
    "--accept-guesses", is_flag=True, help="Take guessed columns as right; look at them with --dry-run first."
)
@click.option("--year", type=click.IntRange(1900, 2200), default=None, help="The year of yearly columns.")
@click.option(
    "--scope", default="", help="Only rows of this region; a village's code is that of rows without one."
)
@click.option("--clear-blanks", is_flag=True, help="An empty cell empties the field; else it says nothing.")
@click.option("--unknown-as-other", is_flag=True, help="Labels a code list does not know become its 其他.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, write nothing.")
@click.option(
    "--findings", type=_FILE, default=None, metavar="OUT", help="Write the bad cells to this .xlsx."
)
@vault_options
@json_option
def import_lists(
    paths: tuple[Path, ...], as_json: bool, dry_run: bool, findings: Path | None, **asked: Any
) -> None:
    """Read lists from .xlsx, .xls and .csv files or folders of them; re-importing changes nothing twice."""
    from fieldapp.store.exchange.findings_file import write_findings
    from fieldapp.store.exchange.running import run_import

    options, place = _parted(asked)
    with opened_vault(**place) as vault:
        gathered, plan = _planned(vault, paths, options)
        told = [*gathered.findings, *plan.findings]
        facts: dict[str, object] = {
            "import": None if dry_run else plan.id,
            "rows": plan.counts,
            "columns": [_columns(source) for source in gathered.sources],
            "findings": [_told(finding) for finding in told],
        }
        if not dry_run:
            with _bar(sum(len(unit.entries) for unit in plan.units)) as progress:
                done = run_import(vault, plan, progress=progress)
            facts |= {"records": done.records, "commits": len(done.dots)}
    if findings is not None:
        facts["marked"] = write_findings(plan, findings, words().translate)
    lines = _lines(gathered, told, dry_run)
    summary = words()(
        "{new} rows new, {changed} changed, {same} the same, {refused} refused; {findings} findings.",
        **plan.counts,
        findings=len(told),
    )
    say(as_json, facts, *lines, summary)


@click.command("imports")
@vault_options
@json_option
def list_imports(as_json: bool, **place: Any) -> None:
    """The imports of this vault, the newest first."""
    from fieldapp.store.exchange.running import imports

    with opened_vault(**place) as vault:
        found = imports(vault)
    say(
        as_json,
        [asdict(one) for one in found],
        *(
            f"{one.id}  {one.list}  {one.records}  {one.open_chunks}/{one.chunks}  {' '.join(one.files)}"
            for one in found
        ),
    )


@click.command("undo-import")
@click.argument("import_id", metavar="ID")
@vault_options
@json_option
@click.pass_context
def undo_imported(ctx: click.Context, /, import_id: str, as_json: bool, **place: Any) -> None:
    """Take an import back, whole chunks, the last first; exit status 1 when some stay because they were changed since."""
    from fieldapp.store.exchange.running import undo_import

    texts = words()
    with opened_vault(**place) as vault:
        done = undo_import(vault, import_id)
    refused = [
        {"chunk": one.number, "records": one.records, "text": one.reason.sentence(texts.translate)}
        for one in done.refused
    ]
    say(
        as_json,
        {"undone": len(done.undone), "refused": refused},
        texts("{count} chunks taken back, {stayed} stay.", count=len(done.undone), stayed=len(refused)),
        *(f"{one['chunk']}: {one['text']}" for one in refused),
    )
    if refused:
        ctx.exit(1)


@click.command("export")
@click.argument("out", metavar="OUT.xlsx", type=_FILE)
@click.option("--list", "lists", multiple=True, help="A list; several times for several; none: all.")
@click.option("--scope", default="", help="Only the villages this region code covers.")
@click.option("--year", type=int, default=None, help="Yearly lists of this year only.")
@click.option(
    "--headings",
    type=click.Choice(["zh_hans", "zh_hant", "en", "national", "keys"]),
    default="zh_hans",
    show_default=True,
)
@click.option("--unmasked", is_flag=True, help="Without masks; needs --reason and goes on record.")
@click.option("--reason", default="", help="Why it leaves without masks.")
@vault_options
@json_option
def export_command(
    out: Path, lists: tuple[str, ...], scope: str, year: int | None, as_json: bool, **asked: Any
) -> None:
    """Write lists to a workbook, masked unless --unmasked; it goes on record before it is written."""
    from fieldapp.store.exchange.exporting import export_lists

    headings, unmasked, reason = asked.pop("headings"), asked.pop("unmasked"), asked.pop("reason")
    with opened_vault(**asked) as vault, _writing(out):
        if scope:
            vault.refuse_elsewhere(scope)
        done = export_lists(
            vault, out, lists, scope, headings=headings, masked=not unmasked, reason=reason, year=year
        )
    facts = {"path": str(out), "rows": dict(done.rows), "masked": list(done.masked)}
    say(as_json, facts, *(f"{name}: {count}" for name, count in done.rows.items()))


@click.command("fill")
@click.argument("template", metavar="FORM", type=_FILE)
@click.argument("out", metavar="OUT.xlsx", type=_FILE)
@click.option("--of", "subject", required=True, help="A household's id, or a village's region code.")
@click.option("--year", type=int, required=True)
@click.option("--unmasked", is_flag=True, help="Without masks; needs --reason and goes on record.")
@click.option("--reason", default="", help="Why it leaves without masks.")
@vault_options
@json_option
def fill_form(
    template: Path,
    out: Path,
    subject: str,
    year: int,
    unmasked: bool,
    reason: str,
    as_json: bool,
    **place: Any,
) -> None:
    """Fill a blank form (.xls or .xlsx) from the register and write it as .xlsx."""
    from fieldapp.store.exchange.templates import fill_template

    with opened_vault(**place) as vault, _writing(out):
        done = fill_template(vault, template, subject, out, year=year, masked=not unmasked, reason=reason)
    facts = {"path": str(out), "cells": done.cells, "findings": [_told(one) for one in done.findings]}
    say(as_json, facts, *(one.sentence(words().translate) for one in done.findings), str(out))


def _parted(asked: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    place = {key: asked.pop(key) for key in ("path", "passphrase_file", "worker")}
    return asked, place


def _planned(vault: "Vault", paths: tuple[Path, ...], asked: dict[str, Any]) -> "tuple[Gathered, ImportPlan]":
    from dataclasses import replace

    from fieldapp.store.exchange.gathering import gather
    from fieldapp.store.exchange.mappings import save_mapping
    from fieldapp.store.exchange.planning import Choices, plan_sources

    if asked["scope"]:
        vault.refuse_elsewhere(asked["scope"])
    text = _mapping_text(vault, asked["mapping"], asked["list_name"])
    gathered = gather(vault, paths, asked["list_name"], scope=asked["scope"], mapping_text=text)
    if not gathered.sources and gathered.findings:
        raise RegisterError(
            "import.nothing_known", "Nothing here can be taken. {first}", first=gathered.findings[0]
        )
    taken = tuple(
        replace(one, mapping=one.mapping.confirmed() if asked["accept_guesses"] else one.mapping.only_sure())
        for one in gathered.sources
    )
    if asked["save_mapping"]:
        for source in taken[:1]:
            save_mapping(vault, source.mapping, asked["save_mapping"])
    choices = Choices(asked["year"], asked["scope"], asked["clear_blanks"], asked["unknown_as_other"])
    return gathered, plan_sources(vault, taken, choices)


def _mapping_text(vault: "Vault", name: str, list_name: str) -> str:
    from fieldapp.store.exchange.mappings import saved_mappings

    if not name:
        return ""
    found = next(
        (one for one in saved_mappings(vault) if one.name == name and list_name in ("", one.list)), None
    )
    if found is not None:
        return found.body
    try:
        return Path(name).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as wrong:
        raise RegisterError(
            "import.no_mapping",
            "There is no saved mapping and no file named {name}. Check the name.",
            name=name,
        ) from wrong


def _columns(source: "Source") -> dict[str, object]:
    columns = [
        {
            "heading": column.heading,
            "target": str(column.target) if column.target else None,
            "confidence": column.confidence,
            "why": column.why.sentence(words().translate),
        }
        for column in source.mapping.columns
    ]
    return {
        "file": source.sheet.file,
        "sheet": source.sheet.name,
        "way": source.mapping.way,
        "columns": columns,
    }


def _lines(gathered: "Gathered", told: list[Finding], dry_run: bool) -> Iterator[str]:
    for source in gathered.sources if dry_run else gathered.guessed:
        for column in source.mapping.columns if dry_run else source.mapping.unsure:
            why = column.why.sentence(words().translate)
            yield f"{source.sheet.file} [{column.heading}] → {column.target or '-'}  {column.confidence:.2f}  {why}"
    if gathered.guessed:
        yield words()("Guessed columns are passed over unless --accept-guesses confirms them.")
    for finding in told:
        where = finding.where
        place = ":".join(str(part) for part in (where.file, where.sheet, where.row, where.column) if part)
        yield f"{place}: {finding.sentence(words().translate)}"


def _told(finding: Finding) -> dict[str, object]:
    where = finding.where
    return {
        "file": where.file,
        "sheet": where.sheet,
        "row": where.row,
        "column": where.column,
        "list": where.list,
        "field": where.field,
        "severity": finding.severity,
        "code": finding.code,
        "text": finding.sentence(words().translate),
    }


@contextmanager
def _bar(length: int) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on a terminal and none in a pipe."""
    if not sys.stderr.isatty() or not length:
        yield None
        return
    with click.progressbar(length=length, file=sys.stderr) as bar:
        yield lambda done, _: bar.update(done - bar.pos)


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as wrong:
        raise RegisterError(
            "export.unwritable",
            "{path} cannot be written. Close it in the other program, or choose another name.",
            path=str(out),
        ) from wrong
