"""Changes that wait for a review, as a matter: taken in or, for a reason, turned down; here or at our station."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fieldapp.store.authority import deciding
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.fact_reading import FactReading
from fieldapp_ui.editing.held import HeldWork, decide_at_station, held_facts, held_words
from fieldapp_ui.editing.matter import Matter, Step
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.store import Vault


def held_matter(owner: QObject, reading: FactReading, one: HeldWork, villages: dict[str, str]) -> Matter:
    """What waits of one writer in one village. `owner` hears of a decision at the station while it lives."""
    decide = partial(_decide, owner, reading.desk, one)
    return Matter(
        f"held/{one.where}/{one.stream}",
        one.name or tr("somebody not known here"),
        tr("{count} changes wait for your review", count=one.commits),
        held_words(one),
        ((tr("Village"), villages.get(one.scope, one.scope)), *held_facts(reading, one)),
        (
            Step(tr("Take it in"), act=partial(decide, take_in=True)),
            Step(tr("Turn it down …"), because=lambda why: decide(take_in=False, why=why)),
        ),
    )


def _decide(owner: QObject, desk: Desk, one: HeldWork, *, take_in: bool, why: str = "") -> None:
    """What was turned down here can be brought back; what was taken in is corrected like any entry."""
    vault, deeds = desk.vault, desk.deeds
    if one.where == "station":
        desk.tasks.start_with_vault(
            lambda own, _: decide_at_station(own, one.stream, take_in=take_in, why=why),
            owner=owner,
            done=lambda _: deeds.tell((), tr("Taken in") if take_in else tr("Turned down")),
            failed=deeds.refused.emit,
        )
    elif take_in:
        deciding.decide(vault, one.stream, take_in=True)
        deeds.tell((), tr("Taken in"))
    else:
        deeds.do_here(
            tr("Turned down: what waited of {name}", name=one.name or one.scope),
            lambda: _turn_down(vault, one.stream, why),
            lambda: deciding.reopen(vault.ledger, one.stream),
        )


def _turn_down(vault: Vault, stream: str, why: str) -> None:
    deciding.decide(vault, stream, take_in=False, why=why)
