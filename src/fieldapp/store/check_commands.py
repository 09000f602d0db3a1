"""`fieldapp check`: exit standards with what is missing to know them; quality rules and batches join it here."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fieldapp.saying import json_option, words
from fieldapp.store.quality.commands import check_batches, check_quality_command
from fieldapp.store.vault_options import opened_vault, vault_options
from fieldapp.texts import Texts

if TYPE_CHECKING:
    from fieldapp.standards.outcome import Checklist, Missing, Outcome

_MARKS = {"met": "✓", "not_met": "✕", "unknown": "◌"}


@click.group()
def check() -> None:
    """Check what is recorded: exit standards, quality rules, batches."""


for command in (check_quality_command, check_batches):
    check.add_command(command)


@check.command("exit")
@click.option(
    "--scope", required=True, help="A region code of any level; only villages of yours are checked."
)
@click.option("--year", required=True, type=click.IntRange(1900, 2200), help="The year that is checked.")
@click.option("--set", "set_name", default="", help="The standard set, where there are several.")
@vault_options
@json_option
def check_exit(
    scope: str,
    year: int,
    set_name: str,
    path: Path | None,
    passphrase_file: Path | None,
    worker: str | None,
    as_json: bool,
) -> None:
    """Each household's criteria: met, not met or not enough data, with the facts that are missing."""
    from fieldapp.store.checking import check_scope, compiled_set
    from fieldapp.store.records import record

    texts = words()
    with opened_vault(path, passphrase_file, worker) as vault:
        vault.refuse_elsewhere(scope)
        compiled = compiled_set(vault, set_name)
        found = check_scope(vault, scope, year, compiled=compiled)
        numbers = {}
        for checklist in found:
            household = record(vault, "household", checklist.household)
            numbers[checklist.household] = str(household.values["household_no"] or "") if household else ""
    if as_json:
        click.echo(json.dumps([as_data(checklist) for checklist in found], ensure_ascii=False, indent=1))
        return
    for checklist in found:
        _tell(checklist, numbers[checklist.household], texts)
    standard = compiled.standard
    name = f"{standard.name}@{standard.version}"
    click.echo(
        texts(
            "{households} households checked for {year} by {standard}.",
            households=len(found),
            year=year,
            standard=name,
        )
    )


def as_data(checklist: "Checklist") -> dict[str, object]:
    """A checklist as JSON: counts, and for each criterion its verdict and what is missing. No names of people."""
    return {
        "household": checklist.household,
        "scope": checklist.scope,
        "year": checklist.year,
        "set": checklist.set,
        "version": checklist.version,
        "line": checklist.line.amount if checklist.line else None,
        "criteria": [_outcome_data(outcome) for outcome in checklist.outcomes],
    }


def _outcome_data(outcome: "Outcome") -> dict[str, object]:
    return {
        "id": outcome.criterion.id,
        "verdict": outcome.verdict,
        "missing": [_missing_data(missing) for missing in outcome.missing],
    }


def _missing_data(missing: "Missing") -> dict[str, object]:
    kept = ("list", "key", "record", "parent", "reason", "person")
    return {name: getattr(missing, name) for name in kept}


def _tell(checklist: "Checklist", number: str, texts: Texts) -> None:
    counts = {verdict: checklist.count(verdict) for verdict in ("met", "not_met", "unknown")}
    summary = texts("{met} met, {not_met} not met, {unknown} not enough data", **counts)
    click.echo(f"{checklist.scope}  {number or checklist.household}  {summary}")
    words = {"met": texts("met"), "not_met": texts("not met"), "unknown": texts("not enough data")}
    for outcome in checklist.outcomes:
        criterion = outcome.criterion
        click.echo(
            f"  {_MARKS[outcome.verdict]} {words[outcome.verdict]}  {criterion.id}  {texts.pick(*criterion.title)}"
        )
        for line in _sentences(outcome.missing, texts):
            click.echo(f"      {line}")


def _sentences(missing: "Sequence[Missing]", texts: Texts) -> list[str]:
    return [each.finding(texts.pick).sentence(texts.translate) for each in missing]
