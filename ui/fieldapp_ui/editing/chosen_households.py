"""Households of a village to tick: all of them, a group, those in view; one question first, then the ticks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fieldapp.store.records import rows
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.asking import Asked, Typed
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.language import tr

MOST = 500
IN_VIEW, EVERY, FREE, FITTING = "view", "all", "free", "fits"
WHO, HOMES = "who", "homes"


@dataclass(frozen=True)
class Home:
    """A household to tick: what it is called, its group, whether somebody helps it; `mark` stands before its name."""

    id: str
    words: str
    group: str
    helped: bool
    mark: str = ""


def homes_of(desk: Desk, scope: str, marks: Mapping[str, str] | None = None) -> tuple[Home, ...]:
    """The active households of a village by group and number."""
    found = [one for one in rows(desk.vault, "household", scope, limit=MOST) if one.ended_on is None]
    found.sort(
        key=lambda one: (
            str(one.values.get("natural_village") or ""),
            str(one.values.get("household_no") or ""),
        )
    )
    helped = {
        str(one.values.get("household"))
        for one in rows(desk.vault, "pairing", scope, where={"to_on": None}, limit=1_000_000)
        if one.ended_on is None
    }
    return tuple(
        Home(
            one.id,
            head_name(desk.vault, one.id) or str(one.values.get("household_no") or "…"),
            str(one.values.get("natural_village") or ""),
            one.id in helped,
            (marks or {}).get(one.id, ""),
        )
        for one in found
    )


def sets_of(
    homes: Sequence[Home], in_view: Sequence[str] = (), fitting: Sequence[str] = ()
) -> dict[str, list[str]]:
    """The ids by what can be asked for; a set without households is not offered, the first is the likely one."""
    here = {home.id for home in homes}
    found = {
        IN_VIEW: [one for one in in_view if one in here],
        FITTING: [one for one in fitting if one in here],
        FREE: [home.id for home in homes if not home.helped],
        EVERY: [home.id for home in homes],
    }
    for home in homes:
        if home.group:
            found.setdefault(f"group {home.group}", []).append(home.id)
    return {name: ids for name, ids in found.items() if ids}


def set_words(name: str, count: int) -> str:
    """A set in words, with how many households it has."""
    words = {
        IN_VIEW: tr("those in view"),
        FITTING: tr("those who fit"),
        FREE: tr("those without a helper"),
        EVERY: tr("all of the village"),
    }
    return f"{words.get(name, name.removeprefix('group '))} ({count})"


def ask_households(homes: Sequence[Home], sets: Mapping[str, list[str]], typed: Typed) -> tuple[Asked, Asked]:
    """Which set, and its households as ticks, all ticked at first."""
    names = tuple(sets)
    chosen = typed.get(WHO) or (names[0] if names else "")
    known = {home.id: home for home in homes}
    ticks = tuple((one, f"{known[one].mark} {known[one].words}".strip()) for one in sets.get(chosen, ()))
    return (
        Asked(
            WHO,
            tr("Which households?"),
            choices=tuple((name, set_words(name, len(sets[name]))) for name in names),
            value=names[0] if names else "",
            required=True,
        ),
        Asked(
            HOMES,
            tr("Who of them (a digit or the space bar takes one away)"),
            choices=ticks,
            several=True,
            required=True,
            value=" ".join(sets.get(chosen, ())),
        ),
    )


def ticked(typed: Typed) -> list[str]:
    """The ids that are ticked."""
    return typed.get(HOMES, "").split()
