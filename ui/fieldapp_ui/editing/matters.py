"""What sync has brought that asks for a person: households on their way, late edits, decisions to confirm anew.

Nothing here is decided by the program; each matter says what came, and what may be done with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldapp.store.moving.arrivals import Arrival, arrivals, take_in
from fieldapp.store.moving.late_edits import LateEdit, carry_over, late_edits
from fieldapp.store.records import record
from fieldapp.store.renewals.renewal import Renewal, renewals
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.fact_reading import FactReading
from fieldapp_ui.editing.held import HeldWork, read_held
from fieldapp_ui.editing.held_matter import held_matter
from fieldapp_ui.editing.matter import Matter, Step
from fieldapp_ui.editing.outlook import village_names, village_words
from fieldapp_ui.editing.references import record_words
from fieldapp_ui.editing.renewal_matter import renewal_matter
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.store import Vault


@dataclass(frozen=True)
class Found:
    """What a thread has read."""

    arrivals: tuple[Arrival, ...]
    late: tuple[LateEdit, ...]
    renewals: tuple[Renewal, ...]
    held: tuple[HeldWork, ...]


def read_matters(vault: Vault, scope: str) -> Found:
    """Reads what waits in a scope. Slow where much is signed: a thread's work."""
    return Found(
        arrivals(vault, scope), late_edits(vault, scope), renewals(vault, scope), read_held(vault, scope)
    )


class MatterDesk(QObject):
    """Signals: `changed()` after the matters were read anew."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.reading = FactReading(desk)
        self.matters: tuple[Matter, ...] = ()

    def load(self) -> None:
        """Reads them beside the window."""
        scope = self.desk.scope.code
        self.desk.tasks.start_with_vault(
            lambda vault, handle: read_matters(vault, scope), owner=self, done=self._take
        )

    def _take(self, found: Found) -> None:
        villages = village_names(self.desk.vault)
        self.matters = (
            *(self._arrival(one, villages) for one in found.arrivals),
            *(self._late(one, villages) for one in found.late),
            *(renewal_matter(self.desk, one, villages) for one in found.renewals),
            *(held_matter(self, self.reading, one, villages) for one in found.held),
        )
        self.changed.emit()

    def _arrival(self, one: Arrival, villages: dict[str, str]) -> Matter:
        old, new = (village_words(villages, scope) for scope in (one.from_scope, one.to_scope))
        title = tr("Household of {name}", name=one.head or one.household_no or "…")
        vault, deeds = self.desk.vault, self.desk.deeds

        def take() -> None:
            deeds.do(tr("Taken in: {name}", name=title), lambda: take_in(vault, one.movement))

        return Matter(
            f"arrival/{one.movement}",
            title,
            tr("moved to {village}", village=new),
            tr(
                "This household has left {old} for {new}. Its people, its years and what stands go along; "
                "nothing is typed again.",
                old=old,
                new=new,
            ),
            (
                (tr("Household number"), one.household_no),
                (tr("People"), str(one.people)),
                (tr("Moved on"), one.moved_on),
            ),
            (Step(tr("Take the household in"), act=take),),
        )

    def _late(self, one: LateEdit, villages: dict[str, str]) -> Matter:
        vault, deeds = self.desk.vault, self.desk.deeds
        there = record(vault, one.list, one.there)
        title = (record_words(vault, there, self.desk.texts) if there else "") or "…"
        new = village_words(villages, one.to_scope)

        def carry() -> None:
            deeds.do(tr("Carried over: {name}", name=title), lambda: carry_over(vault, one))

        facts = tuple(
            (
                self.reading.label(vault.dictionary.field(one.list, key)),
                self.reading.shown(one.list, key, one.values)[0],
            )
            for key in one.values
            if vault.dictionary.has_field(one.list, key)
        )
        return Matter(
            f"late/{one.list}/{one.record}",
            title,
            tr("written in the old village after the move"),
            tr(
                "Somebody in the old village wrote this without knowing of the move to {new}. It is kept there; "
                "carry it over so that it stands where the household lives now.",
                new=new,
            ),
            facts,
            (
                Step(tr("Carry it over to {village}", village=new), act=carry),
                Step(tr("Choose in the conflicts"), Place("conflicts", one.record, one.list, "ended")),
            ),
        )
