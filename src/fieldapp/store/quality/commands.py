"""`fieldapp check quality|batches`: findings by rule with counts by accuracy and village; the seven batches of a place.

Neither names a person or a worker: records go by their ids, people by their number.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fieldapp.saying import json_option, words
from fieldapp.store.vault_options import opened_vault, vault_options
from fieldapp.texts import Texts

if TYPE_CHECKING:
    from fieldapp.standards.batches_model import BatchRow, BatchTable
    from fieldapp.standards.quality_counts import AccuracyCount
    from fieldapp.standards.quality_findings import QualityFinding

_scope = click.option(
    "--scope", required=True, help="A region code of any level; only villages of yours are checked."
)
_year = click.option(
    "--year", required=True, type=click.IntRange(1900, 2200), help="The year that is checked."
)


@click.command("quality")
@_scope
@_year
@click.option("--household", default="", help="Only this household, by its id.")
@click.option("--rule", "rules", multiple=True, help="Only this rule, by its id; may be given several times.")
@vault_options
@json_option
def check_quality_command(
    scope: str,
    year: int,
    household: str,
    rules: tuple[str, ...],
    path: Path | None,
    passphrase_file: Path | None,
    worker: str | None,
    as_json: bool,
) -> None:
    """The quality rules over a region: findings by rule, and counts by village and accuracy. Nobody is ranked."""
    from fieldapp.store.quality.findings import check_quality, count_quality
    from fieldapp.store.records import record
    from fieldapp.store.refusals import unknown_record

    with opened_vault(path, passphrase_file, worker) as vault:
        vault.refuse_elsewhere(scope)
        if household and record(vault, "household", household) is None:
            raise unknown_record()
        found = check_quality(vault, scope, year, household=household or None, rules=rules or None)
        counts = () if household else count_quality(vault, scope, year, found)
    if as_json:
        data = {"findings": [asdict(f) for f in found], "counts": [asdict(count) for count in counts]}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    _tell_findings(found, counts, words())


@click.command("batches")
@_scope
@_year
@click.option(
    "--cut-off", default="", help="The day of the figures, as 2019-11-05; the end of the year if left out."
)
@vault_options
@json_option
def check_batches(
    scope: str,
    year: int,
    cut_off: str,
    path: Path | None,
    passphrase_file: Path | None,
    worker: str | None,
    as_json: bool,
) -> None:
    """The seven batches: households and people, each distinct; the union and the overlaps, never a sum."""
    from fieldapp.store.quality.batches import batches

    with opened_vault(path, passphrase_file, worker) as vault:
        vault.refuse_elsewhere(scope)
        table = batches(vault, scope, year, cut_off)
    if as_json:
        click.echo(json.dumps(batches_data(table), ensure_ascii=False, indent=1))
        return
    _tell_batches(table, words())


def batches_data(table: "BatchTable") -> dict[str, object]:
    """A table of batches as JSON; people in no batch by their ids."""
    return {
        "set": table.set,
        "year": table.year,
        "cut_off": table.cut_off,
        "registered": asdict(table.registered),
        "batches": [_row_data(row) for row in table.rows],
        "beside": [_row_data(row) for row in table.beside],
        "union": asdict(table.union),
        "overlap": [
            [one, other, count.households, count.people] for (one, other), count in table.overlap.items()
        ],
        "in_none": [list(pair) for pair in table.in_none],
        "findings": [str(finding) for finding in table.findings],
    }


def _row_data(row: "BatchRow") -> dict[str, object]:
    figures = {"households": row.households, "people": row.people, "not_known": row.open}
    return {"id": row.batch.id, **figures, "source": row.batch.origin._asdict()}


def _tell_findings(
    found: "Sequence[QualityFinding]", counts: "Sequence[AccuracyCount]", texts: Texts
) -> None:
    from fieldapp.standards.quality_counts import by_rule

    for rule, findings in by_rule(found).items():
        first, explained = findings[0], sum(finding.explained for finding in findings)
        click.echo(f"{rule} {first.severity}  {len(findings)}  {texts.pick(*first.words)}")
        if explained:
            click.echo("  " + texts("{count} of them explained", count=explained))
    for count in counts:
        if count.errors or count.warnings or count.explained:
            click.echo(
                f"{count.scope} {count.accuracy}  "
                + texts(
                    "{faultless} of {households} households without an error; {errors} errors, {warnings} warnings",
                    faultless=count.faultless,
                    households=count.households,
                    errors=count.errors,
                    warnings=count.warnings,
                )
            )
    click.echo(texts("{count} findings.", count=len(found)))


def _tell_batches(table: "BatchTable", texts: Texts) -> None:
    click.echo(texts("Cut-off date {day}, by {set}.", day=table.cut_off, set=table.set))
    for row in (*table.rows, *table.beside):
        line = texts("{households} households, {people} people", households=row.households, people=row.people)
        if row.open:
            line += "; " + texts("not known of {count}", count=row.open)
        click.echo(
            f"{row.batch.id}  {texts.pick(*row.batch.words)}  {line}  ({texts.pick(*row.batch.origin)})"
        )
    union = texts(
        "In at least one of the batches: {households} households, {people} people of {registered} registered.",
        households=table.union.households,
        people=table.union.people,
        registered=table.registered.people,
    )
    click.echo(union)
    click.echo(texts("In no batch: {count} people.", count=len(table.in_none)))
    for finding in table.findings:
        click.echo(finding.sentence(texts.translate))
