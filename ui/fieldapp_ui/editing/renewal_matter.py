"""A decision to confirm anew, as a matter: a signed checklist, a frozen year, an approved entry that reads otherwise."""

from __future__ import annotations

from fieldapp.store.comparison.entry_lines import read_entries
from fieldapp.store.renewals.renewal import Renewal, confirm, reopen
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.editing.matter import Matter, Step
from fieldapp_ui.editing.outlook import village_words
from fieldapp_ui.language import tr


def renewal_matter(desk: Desk, one: Renewal, villages: dict[str, str]) -> Matter:
    """What came in under a decision, and what may be done about it."""
    village = village_words(villages, one.scope)
    if one.decision == "sign_off":
        return _signed_checklist(desk, one, village)
    if one.decision == "frozen_year":
        return _frozen_year(desk, one, village)
    return _approved_entry(desk, one, village)


def _signed_checklist(desk: Desk, one: Renewal, village: str) -> Matter:
    place = Place("checklist", one.record, extra={"year": str(one.year)})
    return Matter(
        one.id,
        head_name(desk.vault, one.record) or village,
        tr("signed checklist of {year}", year=one.year),
        tr(
            "Facts under this signed checklist came in after the signing. The signatures stand as they are; "
            "ask those who signed to look again and sign anew."
        ),
        ((tr("Village"), village),),
        (Step(tr("Open the checklist"), place),),
    )


def _frozen_year(desk: Desk, one: Renewal, village: str) -> Matter:
    place = Place("year", extra={"tab": "snapshots", "year": str(one.year)})
    return Matter(
        one.id,
        village,
        tr("frozen year {year}", year=one.year),
        tr(
            "Facts of the frozen year {year} came in late. The frozen figures stay as they are; "
            "look at what differs, and freeze the year anew if it should count.",
            year=one.year,
        ),
        ((tr("Village"), village),),
        (Step(tr("Open the year's figures"), place), _stays(desk, one)),
    )


def _approved_entry(desk: Desk, one: Renewal, village: str) -> Matter:
    entries = read_entries(desk.vault, one.scope, confirmed=True)
    line = next((each for each in entries if each.id == one.record), None)
    facts = ((tr("As approved"), line.new), (tr("Now"), line.current)) if line else ()
    return Matter(
        one.id,
        line.who if line else village,
        tr("approved entry"),
        tr(
            "This fact was approved for the national system and says something else since. "
            "The approval stands as it is; look whether it still should be entered."
        ),
        (*facts, (tr("Village"), village)),
        (Step(tr("Open the entry list"), Place("compare", extra={"tab": "entries"})), _stays(desk, one)),
    )


def _stays(desk: Desk, one: Renewal) -> Step:
    """It was looked at and stands as it is."""
    vault, deeds = desk.vault, desk.deeds

    def settle() -> None:
        deeds.do_here(tr("Confirmed as it stands"), lambda: confirm(vault, one), lambda: reopen(vault, one))

    return Step(tr("It stands as it is"), act=settle)
