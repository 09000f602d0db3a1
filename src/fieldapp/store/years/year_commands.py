"""`fieldapp register year-end | snapshot | open-year`: the reconciliation of a year, its frozen versions, its start."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from fieldapp.saying import json_option, say, words
from fieldapp.store.vault_options import opened_vault, vault_options
from fieldapp.texts import Texts

if TYPE_CHECKING:
    from fieldapp.register.reconciliation import Balance
    from fieldapp.store.save import Saved
    from fieldapp.store.years.year_end import Reconciliation

_scope = click.option("--scope", required=True, help="A region code; of a region every village of yours.")
_year = click.option("--year", required=True, type=click.IntRange(1900, 2200), help="The year.")


@click.command("year-end")
@_scope
@_year
@click.option("--until", default="", help="Only up to this day of the year, as 2019-11-05.")
@vault_options
@json_option
@click.pass_context
def year_end(ctx: click.Context, /, scope: str, year: int, until: str, as_json: bool, **place: Any) -> None:
    """Households, people, poor people: start + in - out = end; exit status 1 when an equation does not hold."""
    from fieldapp.store.years.year_end import reconcile

    texts = words()
    with opened_vault(**place) as vault:
        vault.refuse_elsewhere(scope)
        found = reconcile(vault, scope, year, until=until)
        kinds = vault.dictionary.codes.get("movement_kind")

    def label(kind: str) -> str:
        code = kinds.code(kind) if kinds else None
        return texts.pick(code.zh_hans, code.zh_hant, code.en) if code else kind

    lines = [
        *_lines(texts("Households"), found.households, label, texts),
        *_lines(texts("People"), found.people, label, texts),
        *_lines(texts("Poor people who have not exited"), found.poor, label, texts),
    ]
    for one in found.candidates:
        lines.append(f"{one.scope}  {one.list}  {one.record}  {one.why.sentence(texts.translate)}")
    say(as_json, _data(found, texts), *lines)
    if not found.is_even:
        ctx.exit(1)


@click.command("snapshot")
@_scope
@_year
@click.option("--cut-off", required=True, help="The day of the figures, as 2019-11-05.")
@click.option("--reason", default="", help="Why a new version is needed; the first one needs none.")
@vault_options
@json_option
def snapshot(scope: str, year: int, cut_off: str, reason: str, as_json: bool, **place: Any) -> None:
    """Freeze a year: of a village, or of every village of a region; what has not changed keeps its version."""
    from fieldapp.domain.region import RegionCode
    from fieldapp.store.regions import VILLAGE_LEVEL
    from fieldapp.store.years.snapshots import snapshots, take_snapshot, take_snapshots

    texts = words()
    with opened_vault(**place) as vault:
        vault.refuse_elsewhere(scope)
        if RegionCode(scope).level == VILLAGE_LEVEL:
            taken: tuple[Saved, ...] = (take_snapshot(vault, scope, year, cut_off, reason),)
        else:
            taken = take_snapshots(vault, scope, year, cut_off, reason)
        made = {saved.changed[0][1] for saved in taken}
        found = [one for one in snapshots(vault, scope, year) if one.id in made]
    nothing = texts(
        "Nothing was frozen: no village here is entered in the list of villages, or none has changed."
    )
    say(
        as_json,
        [{**asdict(one), "origin": None} for one in found],
        *([] if found else [nothing]),
        *(
            texts(
                "{village}: version {version} of {year}, {households} households, {people} people, {sha256}",
                village=one.scope,
                version=one.version,
                year=one.year,
                households=one.households,
                people=one.people,
                sha256=one.sha256[:16],
            )
            for one in found
        ),
    )


@click.command("open-year")
@_scope
@_year
@vault_options
@json_option
def open_year(scope: str, year: int, as_json: bool, **place: Any) -> None:
    """Start a year of every household from what stood the year before; nothing that is recorded is touched."""
    from fieldapp.store.years.year_opening import open_years

    texts = words()
    with opened_vault(**place) as vault:
        vault.refuse_elsewhere(scope)
        done = open_years(vault, scope, year)
    said = texts(
        "{opened} households start {year} from the year before, {unchanged} had nothing to carry.",
        opened=len(done.dots),
        year=year,
        unchanged=done.unchanged,
    )
    say(as_json, {"opened": len(done.dots), "unchanged": done.unchanged}, said)


def _lines(name: str, balance: "Balance", label: Any, texts: Texts) -> list[str]:
    return [
        texts(
            "{name}: {start} at the start, {end} at the end", name=name, start=balance.start, end=balance.end
        ),
        *(f"  + {label(kind)}  {count}" for kind, count in balance.ins if count),
        *(f"  − {label(kind)}  {count}" for kind, count in balance.outs if count),
        *(["  " + texts("difference: {count}", count=balance.difference)] if balance.difference else []),
    ]


def _data(found: "Reconciliation", texts: Texts) -> dict[str, object]:
    return {
        "scope": found.scope,
        "year": found.year,
        "until": found.until,
        "even": found.is_even,
        "households": _balance(found.households),
        "people": _balance(found.people),
        "poor": _balance(found.poor),
        "villages": [
            {
                "scope": village.scope,
                "households": _balance(village.households),
                "people": _balance(village.people),
                "poor": _balance(village.poor),
            }
            for village in found.villages
        ],
        "candidates": [
            {
                "list": one.list,
                "record": one.record,
                "household": one.household,
                "scope": one.scope,
                "code": one.why.code,
                "text": one.why.sentence(texts.translate),
            }
            for one in found.candidates
        ],
    }


def _balance(balance: "Balance") -> dict[str, object]:
    return {
        "start": balance.start,
        "ins": dict(balance.ins),
        "outs": dict(balance.outs),
        "end": balance.end,
        "difference": balance.difference,
    }
