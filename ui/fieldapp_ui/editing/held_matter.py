"""Changes that wait for a review, as a matter: taken in or, for a reason, turned down; here or at our station."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fieldapp.errors import UserError
from fieldapp.store.authority import deciding
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.fact_reading import FactReading
from fieldapp_ui.editing.held import (
    HeldWork,
    decide_at_station,
    held_facts,
    held_words,
    reopen_at_station,
)
from fieldapp_ui.editing.matter import Matter, Step
from fieldapp_ui.editing.outlook import village_words
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.store import Vault


def held_matter(owner: QObject, reading: FactReading, one: HeldWork, villages: dict[str, str]) -> Matter:
    """What waits of one writer in one village. `owner` hears of a decision at the station while it lives."""
    decide = partial(_decide, owner, reading.desk, one)
    return Matter(
        f"held/{one.where}/{one.stream}",
        _who(one),
        tr("{count} changes wait for your review", count=one.commits),
        held_words(one),
        ((tr("Village"), village_words(villages, one.scope)), *held_facts(reading, one)),
        (
            Step(tr("Take it in"), act=partial(decide, take_in=True)),
            Step(tr("Turn it down …"), because=lambda why: decide(take_in=False, why=why)),
        ),
    )


def _decide(owner: QObject, desk: Desk, one: HeldWork, *, take_in: bool, why: str = "") -> None:
    """What was turned down can be brought back; what was taken in is corrected like any entry."""
    vault, deeds = desk.vault, desk.deeds
    if one.where == "station":
        if take_in:
            _ask(owner, desk, partial(decide_at_station, stream=one.stream, take_in=True), tr("Taken in"))
        else:
            TurnedDownThere(desk, one, why).turn_down(owner)
    elif take_in:
        deciding.decide(vault, one.stream, take_in=True)
        deeds.tell((), tr("Taken in"))
    else:
        deeds.do_here(
            _turned_down(one),
            lambda: _turn_down(vault, one.stream, why),
            lambda: deciding.reopen(vault.ledger, one.stream),
        )


class TurnedDownThere:
    """What our station turned down for a reason. Ctrl+Z lets it wait there again, Ctrl+Y turns it down again."""

    def __init__(self, desk: Desk, one: HeldWork, why: str) -> None:
        self._desk, self._one, self._why = desk, one, why

    def turn_down(self, owner: QObject) -> None:
        """For the first time; it can be taken back once the station has said that it is so."""
        _ask(owner, self._desk, self._decide, _turned_down(self._one), then=self._remember)

    def _again(self) -> None:
        words = tr("Done again: {what}", what=_turned_down(self._one))
        _ask(self._desk.deeds, self._desk, self._decide, words)

    def _back(self) -> None:
        words = tr("Taken back: {what}", what=_turned_down(self._one))
        reopen = partial(reopen_at_station, stream=self._one.stream)
        _ask(self._desk.deeds, self._desk, reopen, words, refused=self._not_back)

    def _not_back(self, why: UserError) -> None:
        # The station may be starting again: without this the next Ctrl+Z would take back what was done before.
        if why.code != "review.none":
            self._remember()

    def _remember(self) -> None:
        self._desk.deeds.done_there(_turned_down(self._one), self._again, self._back)

    def _decide(self, vault: Vault) -> None:
        decide_at_station(vault, self._one.stream, take_in=False, why=self._why)


def _ask(
    owner: QObject,
    desk: Desk,
    deed: Callable[[Vault], None],
    words: str,
    *,
    then: Callable[[], None] = lambda: None,
    refused: Callable[[UserError], None] = lambda why: None,
) -> None:
    """Ask our station beside the window, then say what was done, or why not. `owner` hears of it while it lives."""

    def done(_: object) -> None:
        then()
        desk.deeds.tell((), words)

    def failed(why: UserError) -> None:
        refused(why)
        desk.deeds.refused.emit(why)

    desk.tasks.start_with_vault(lambda vault, _: deed(vault), owner=owner, done=done, failed=failed)


def _turned_down(one: HeldWork) -> str:
    return tr("Turned down: what waited of {name}", name=_who(one))


def _who(one: HeldWork) -> str:
    return one.name or tr("somebody not known here")


def _turn_down(vault: Vault, stream: str, why: str) -> None:
    deciding.decide(vault, stream, take_in=False, why=why)
