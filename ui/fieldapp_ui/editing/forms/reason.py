"""Why a finalised form is changed: asked once before the changed form is final, where the form asks for it."""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.errors import UserError
from fieldapp.journal.commit import Value
from fieldapp.register.declarations import FieldSpec
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.asking import Asked, Typed
from fieldapp_ui.editing.forms.draft import DraftKeeper
from fieldapp_ui.language import tr

WHY = "reason"


class ReasonStep:
    """One line in the worker's own words; it goes into the audit log of the form."""

    def __init__(self, desk: Desk, keeper: DraftKeeper) -> None:
        self.desk, self._keeper = desk, keeper
        self.title = tr("Why was this form changed?")
        self.action = tr("Finalise")

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """The reason."""
        hint = tr("The office that uses this form asks for it.")
        return (
            Asked(WHY, tr("Reason for the change"), FieldSpec("", WHY, "text"), required=True, hint=hint),
        )

    def follows(self, key: str, typed: Typed) -> Typed:
        """Nothing follows from it."""
        return {}

    def said(self, typed: Typed) -> str:
        """Nothing to remark."""
        return ""

    def place_of(self, refused: UserError) -> str:
        """What is refused is said beside the line."""
        return WHY

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """Kept with the draft. Raises VaultError."""
        self._keeper.give_reason(str(values[WHY]))
