"""Care and voice: the next step for a person of a special group, and the answer to an objection or request."""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.journal.commit import Value
from fieldapp.store.appeals import receive, reply, reply_due
from fieldapp.store.records import Record
from fieldapp.store.village.care import pack_deadlines, proposed, take_step
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.asking import Asked, Typed, ask_field, code_choices
from fieldapp_ui.editing.plain_step import PlainStep
from fieldapp_ui.language import tr


class CareStep(PlainStep):
    """A step of a case; the one that follows and its day are proposed from the packs."""

    def __init__(self, desk: Desk, care: Record) -> None:
        super().__init__(desk, care.scope, tr("The next step of care"), tr("Record it"))
        self._care = care
        self._proposed = proposed(desk.vault, care.id)
        self._days = pack_deadlines(desk.vault).care

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """The proposed stage first; a deadline for what follows it."""
        stages = code_choices(self.desk, "care_stage")
        stage = typed.get("stage") or self._proposed.stage
        found = [
            ask_field(
                self.desk, "care_event", "stage", choices=stages, value=self._proposed.stage, required=True
            ),
            ask_field(
                self.desk, "care_event", "happened_on", required=True, value=self.desk.today().isoformat()
            ),
            ask_field(self.desk, "care_event", "who", value=self.desk.vault.worker.name),
            ask_field(self.desk, "care_event", "note"),
        ]
        following = self._days.get(stage)
        if following is not None and following.next:
            names = dict(stages)
            words = tr("“{stage}” follows until", stage=names.get(following.next, following.next))
            due = following.due(self.desk.today().isoformat())
            found.append(ask_field(self.desk, "care_event", "due_on", words=words, value=due))
        return tuple(found)

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """One commit. Raises RegisterError and VaultError."""
        vault, told = self.desk.vault, {key: str(values.get(key) or "") for key in ("who", "note", "due_on")}
        stage, day = str(values["stage"]), str(values["happened_on"])
        self.desk.deeds.do(
            self.title, lambda: take_step(vault, self._care.id, stage, day, seen=self.seen, **told)
        )


class ReplyStep(PlainStep):
    """The answer to an objection, request or complaint, and what the household said to it."""

    def __init__(self, desk: Desk, appeal: Record) -> None:
        super().__init__(desk, appeal.scope, tr("Answer it"), tr("Keep the answer"))
        self._appeal = appeal

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """The words, the day, and whether the household is satisfied."""
        return (
            ask_field(self.desk, "appeal", "reply", required=True),
            ask_field(self.desk, "appeal", "replied_on", required=True, value=self.desk.today().isoformat()),
            ask_field(self.desk, "appeal", "satisfied"),
        )

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """One commit. Raises RegisterError and VaultError."""
        vault, told = self.desk.vault, values.get("satisfied")
        satisfied = None if told is None else bool(told)
        words, day = str(values["reply"]), str(values["replied_on"])
        self.desk.deeds.do(
            self.title, lambda: reply(vault, self._appeal.id, words, day, satisfied=satisfied, seen=self.seen)
        )


class ReceiveStep(PlainStep):
    """What a household objects to or asks for; the day until which to answer is proposed from the packs."""

    def __init__(self, desk: Desk, household: Record) -> None:
        super().__init__(desk, household.scope, tr("An objection or request"), tr("Record it"))
        self._household = household

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """The kind tells the day."""
        today = self.desk.today().isoformat()
        kinds = code_choices(self.desk, "appeal_kind")
        found = [
            ask_field(self.desk, "appeal", "kind", choices=kinds, required=True),
            ask_field(self.desk, "appeal", "received_on", required=True, value=today),
            ask_field(self.desk, "appeal", "text", required=True),
            ask_field(self.desk, "appeal", "from_name"),
        ]
        if kind := typed.get("kind", ""):
            due = reply_due(self.desk.vault, kind, today)
            found.append(ask_field(self.desk, "appeal", "due_on", value=due))
        return tuple(found)

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """One commit. Raises RegisterError and VaultError."""
        vault, home = self.desk.vault, self._household.id
        told = {key: str(values.get(key) or "") for key in ("from_name", "due_on")}
        kind, text, day = (str(values[key]) for key in ("kind", "text", "received_on"))
        self.desk.deeds.do(self.title, lambda: receive(vault, home, kind, text, day, seen=self.seen, **told))
