"""A form that was filled on paper: when and by whom, asked once before its answers are typed in."""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.errors import UserError
from fieldapp.journal.commit import Value
from fieldapp.store.submissions import Paper
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.asking import Asked, Typed, ask_field
from fieldapp_ui.editing.forms.entry import FormEntry
from fieldapp_ui.language import tr


class PaperStep:
    """The day of the visit and the worker go with every answer; the day of typing in is kept by itself."""

    def __init__(self, desk: Desk, entry: FormEntry) -> None:
        self.desk, self.entry = desk, entry
        self.title = tr("Enter a filled paper")
        self.action = tr("Type it in")

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """The day, and who filled it in."""
        paper = self.entry.paper
        day = paper.filled_on if paper else ""
        worker = paper.worker if paper else self.desk.vault.worker.name
        return (
            ask_field(self.desk, "submission", "filled_on", required=True, value=day),
            ask_field(self.desk, "submission", "worker_name", required=True, value=worker),
        )

    def follows(self, key: str, typed: Typed) -> Typed:
        """Nothing follows from another answer."""
        return {}

    def said(self, typed: Typed) -> str:
        """Nothing to remark."""
        return ""

    def place_of(self, refused: UserError) -> str:
        """What is refused is said at the foot."""
        return ""

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """From now on the answers are those of the paper. Raises RegisterError and VaultError."""
        paper = Paper(str(values["filled_on"]), str(values["worker_name"]))
        self.entry.copy_from_paper(paper, self.desk.today().isoformat())
