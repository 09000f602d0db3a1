"""`fieldapp register compare | entries`: other people's lists and the entry list without a window (CLI.md)."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fieldapp.errors import RegisterError
from fieldapp.saying import json_option, say, words
from fieldapp.store.vault_options import opened_vault, vault_options

if TYPE_CHECKING:
    from fieldapp.register.mapping import ColumnMapping
    from fieldapp.register.workbook import Sheet
    from fieldapp.store.comparison.comparing import Comparison
    from fieldapp.store.vault import Vault


@click.command("compare")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--as", "kind", type=click.Choice(["dibao", "national", "department"]), required=True)
@click.option("--name", default="", help="The list's name; the file's name where it is left out.")
@click.option("--taken-on", default="", help="The day its facts are of, 2019-11-05; today where left out.")
@click.option("--list", "list_name", default="", help="household or person; a list of people is person.")
@click.option("--scope", default="", help="The region it is a list of the whole of.")
@click.option("--accept-guesses", is_flag=True, help="Take guessed columns as right.")
@click.option("--blanks", is_flag=True, help="An empty cell differs from a value of ours.")
@click.option("--dry-run", is_flag=True, help="Compare and write nothing.")
@vault_options
@json_option
def compare_command(
    file: Path, kind: Any, name: str, taken_on: str, as_json: bool, dry_run: bool, **asked: Any
) -> None:
    """Compare a list from outside with the register, row by row, and keep every difference to be decided."""
    from fieldapp.store.comparison.comparing import compare_list
    from fieldapp.store.comparison.recording import record_comparison
    from fieldapp.store.permissions import today_of

    place = {key: asked.pop(key) for key in ("path", "passphrase_file", "worker")}
    with opened_vault(**place) as vault:
        sheet = _sheet(file)
        mapping = _mapping(vault, sheet, asked["list_name"], kind)
        mapping = mapping.confirmed() if asked["accept_guesses"] else mapping.only_sure()
        found = compare_list(
            vault,
            sheet,
            mapping,
            name=name or file.stem,
            kind=kind,
            taken_on=taken_on or today_of(vault),
            scope=asked["scope"],
            blanks=asked["blanks"],
        )
        facts: dict[str, object] = {"counts": found.counts, "differences": _told(found)}
        if not dry_run:
            done = record_comparison(vault, found)
            facts["recorded"] = {
                "commits": len(done.saved),
                "new": done.new,
                "kept": done.kept,
                "reopened": done.reopened,
                "settled": done.settled,
            }
            facts["findings"] = [one.sentence(words().translate) for one in done.findings]
    summary = words()(
        "{rows} rows, {matched} in the register; {differs} fields differ, {only_theirs} rows only in the list, "
        "{only_ours} only in the register.",
        **found.counts,
    )
    say(as_json, facts, *(_line(one) for one in _told(found)), summary)


@click.command("entries")
@click.option("--scope", default="", help="Only the villages this region code covers.")
@click.option(
    "--state",
    type=click.Choice(["proposed", "to_enter", "entered", "confirmed"]),
    default="to_enter",
    show_default=True,
)
@vault_options
@json_option
def entries_command(scope: str, state: Any, as_json: bool, **place: Any) -> None:
    """The changes to enter in the national system: household, field, old, new, in its codes; values masked."""
    from fieldapp.domain.masking import mask
    from fieldapp.store.comparison.entry_lines import entries

    with opened_vault(**place) as vault:
        told = []
        for one in entries(vault, scope, state):
            kind = vault.dictionary.field(one.list, one.field).mask
            old, new = (
                mask(text, kind) if kind and text else text for text in (one.national_old, one.national_value)
            )
            told.append(
                {
                    "id": one.id,
                    "scope": one.scope,
                    "household_no": one.household_no,
                    "year": one.year,
                    "code": one.national_field,
                    "old": old,
                    "new": new,
                    "approved_on": one.approved_on,
                }
            )
    say(as_json, told, *("  ".join(str(value or "-") for value in one.values()) for one in told))


def _sheet(file: Path) -> "Sheet":
    from fieldapp.store.exchange.mappings import read_workbook

    sheets = read_workbook(file)
    if not sheets:
        raise RegisterError("compare.empty", "{file} has no table. Choose another file.", file=file.name)
    return sheets[0]


def _mapping(vault: "Vault", sheet: "Sheet", list_name: str, kind: str) -> "ColumnMapping":
    from fieldapp.store.exchange.mappings import list_of, propose_mapping

    name = list_name or list_of(sheet) or ("person" if kind == "dibao" else "household")
    mapping = propose_mapping(vault, sheet, name)
    if mapping is None:
        raise RegisterError(
            "import.no_heading", "{file} has no row of headings. Put one above the table.", file=sheet.file
        )
    return mapping


def _told(found: "Comparison") -> list[dict[str, object]]:
    """Without the values: they are looked at in the program, behind their masks."""
    return [
        {
            "id": one.id,
            "side": one.side,
            "scope": one.scope,
            "list": one.subject.list,
            "household": one.subject.household,
            "person": one.subject.person,
            "field": one.field,
            "row": one.row,
        }
        for one in found.differences
    ]


def _line(one: dict[str, object]) -> str:
    return (
        f"{one['side']}  {one['row'] or '-'}  {one['list']}.{one['field'] or '-'}  {one['household'] or '-'}"
    )
