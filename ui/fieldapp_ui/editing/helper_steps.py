"""Helpers: households assigned in bulk, and all of them handed over when somebody rotates; one undo each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fieldapp.journal.commit import Value
from fieldapp.store.records import Record
from fieldapp.store.village.assignments import assign, hand_over, pairings
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.asking import Asked, Typed, ask_field
from fieldapp_ui.editing.chosen_households import ask_households, homes_of, sets_of, ticked
from fieldapp_ui.editing.plain_step import PlainStep
from fieldapp_ui.editing.references import Choosable, choosable
from fieldapp_ui.language import tr


class AssignStep(PlainStep):
    """A helper by letters (or the one whose card is open), the households by ticks, a day, Enter."""

    def __init__(
        self, desk: Desk, scope: str, *, helper: Record | None = None, in_view: Sequence[str] = ()
    ) -> None:
        super().__init__(desk, scope, tr("Assign households to a helper"), tr("Assign"))
        self._helper = helper
        self._homes = homes_of(desk, scope)
        self._sets = sets_of(self._homes, in_view)

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """The helper first, where it is not known."""
        helper = ask_field(self.desk, "pairing", "helper", required=True, find=self._find)
        day = ask_field(self.desk, "pairing", "from_on", required=True, value=self.desk.today().isoformat())
        first = () if self._helper else (helper,)
        return (*first, day, *ask_households(self._homes, self._sets, typed))

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """One commit. Raises RegisterError and VaultError."""
        helper = self._helper.id if self._helper else str(values["helper"])
        homes, vault = ticked(typed), self.desk.vault
        label = tr("Assigned: {count} households", count=len(homes))
        self.desk.deeds.do(
            label, lambda: assign(vault, helper, homes, str(values["from_on"]), seen=self.seen)
        )

    def _find(self, typed: str) -> Sequence[Choosable]:
        desk = self.desk
        spec = desk.vault.dictionary.field("pairing", "helper")
        return choosable(desk.vault, spec, typed, scope=self.scope, household="", texts=desk.texts)


class HandOverStep(PlainStep):
    """Every household of a helper who leaves goes to the successor."""

    def __init__(self, desk: Desk, helper: Record) -> None:
        super().__init__(desk, helper.scope, tr("Hand over to a successor"), tr("Hand over"))
        self._helper = helper
        self._count = len(pairings(desk.vault, helper.id))

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """Who takes over, when, and what was said."""
        words = tr("Who takes over {count} households?", count=self._count)
        return (
            ask_field(self.desk, "pairing", "helper", required=True, find=self._find, words=words),
            ask_field(self.desk, "pairing", "to_on", required=True, value=self.desk.today().isoformat()),
            ask_field(self.desk, "pairing", "handover"),
        )

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """One commit. Raises RegisterError and VaultError."""
        vault, note = self.desk.vault, str(values.get("handover") or "")
        successor, day = str(values["helper"]), str(values["to_on"])
        label = tr("Handed over: {count} households", count=self._count)
        self.desk.deeds.do(label, lambda: hand_over(vault, self._helper.id, successor, day, note))

    def _find(self, typed: str) -> Sequence[Choosable]:
        desk = self.desk
        spec = desk.vault.dictionary.field("pairing", "helper")
        found = choosable(desk.vault, spec, typed, scope=self.scope, household="", texts=desk.texts)
        return tuple(one for one in found if one.id != self._helper.id)
