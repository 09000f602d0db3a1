"""Recording a visit: how it went, what was found, and the income it showed; one commit that one undo takes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fieldapp.errors import UserError
from fieldapp.journal.commit import Value
from fieldapp.store.save import seen_of
from fieldapp.store.years.income import Entry, record_income
from fieldapp_ui.editing.asking import Asked, Typed, ask_field, code_choices
from fieldapp_ui.editing.card import SOURCES, CardEditor
from fieldapp_ui.editing.origins import source_words
from fieldapp_ui.language import tr

DONE = "done"
WAY = "visit"
_WORK = ("outcome", "done_on", "way", "content", "problem", "due_on", "photos")
_INCOME = ("line", "amount", "person", "basis", "excluded")
_MOST_ENTRIES = 12
LETTERS_OF_INCOME = ("a", "b", "c", "d")
"""Only income can be left out of the stable income."""


class VisitStep:
    """What came of going to a household."""

    def __init__(self, editor: CardEditor) -> None:
        self.editor, self.desk = editor, editor.desk
        self.title = tr("Visit to {name}", name=editor.head_name() or "…")
        self.action = tr("Record it")
        self._seen = seen_of(self.desk.vault, editor.scope)

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """The outcome first; who was not met is asked nothing more than a note."""
        desk = self.desk
        outcome = ask_field(
            desk, "work_record", "outcome", choices=code_choices(desk, "visit_outcome"), required=True
        )
        day = ask_field(desk, "work_record", "done_on", required=True, value=desk.today().isoformat())
        found = [outcome, day]
        met = typed.get("outcome", DONE) in (DONE, "")
        if met:
            ways = code_choices(desk, "work_way")
            found.append(ask_field(desk, "work_record", "way", choices=ways, value=WAY))
        found.append(ask_field(desk, "work_record", "content"))
        if met:
            found.append(ask_field(desk, "work_record", "problem"))
            if typed.get("problem", "").strip():
                found.append(ask_field(desk, "work_record", "due_on"))
            found.append(ask_field(desk, "work_record", "photos"))
            found += self._incomes(typed)
        sources = tuple((name, source_words(name)) for name in SOURCES)
        found.append(Asked("source", tr("Where does it come from?"), choices=sources, value="told"))
        return tuple(found)

    def follows(self, key: str, typed: Typed) -> Typed:
        """Nothing follows from another answer."""
        return {}

    def said(self, typed: Typed) -> str:
        """Nothing to remark."""
        return ""

    def place_of(self, refused: UserError) -> str:
        """A refused income stands beside its line."""
        return "line:0" if refused.code.startswith("income.wrong") else ""

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """Keep the visit with its income. Raises RegisterError or VaultError."""
        work = {key: values[key] for key in _WORK if key in values}
        entries = [self._entry(place, values) for place in range(_MOST_ENTRIES) if f"line:{place}" in values]
        vault, home, source = self.desk.vault, self.editor.id, typed.get("source", "")
        self.desk.deeds.do(
            self.title,
            lambda: record_income(vault, home, entries, work=work, source=source, seen=self._seen),
        )

    def _incomes(self, typed: Typed) -> list[Asked]:
        """One entry of the ledger after the other, as long as there is one."""
        desk, found = self.desk, list[Asked]()
        people = tuple((one.id, str(one.values.get("name") or "…")) for one in self.editor.people)
        for place in range(_MOST_ENTRIES):
            words = (
                tr("An income or expense that was told (none: leave it)") if not place else tr("Another one")
            )
            found.append(ask_field(desk, "income_event", "line", key=f"line:{place}", words=words))
            if not typed.get(f"line:{place}", "").strip():
                break
            for key in _INCOME[1:]:
                if key == "excluded" and typed[f"line:{place}"].strip()[:1].lower() not in LETTERS_OF_INCOME:
                    continue
                asked = ask_field(desk, "income_event", key, key=f"{key}:{place}", required=key == "amount")
                if key == "person":
                    asked = replace(asked, choices=people)
                elif key == "basis":
                    asked = replace(asked, choices=code_choices(desk, "income_basis"))
                if asked.choices or key != "person":
                    found.append(asked)
        return found

    def _entry(self, place: int, values: Mapping[str, Value]) -> Entry:
        told = {
            key: str(values.get(f"{key}:{place}") or "") for key in ("line", "person", "basis", "excluded")
        }
        amount = values[f"amount:{place}"]
        return Entry(amount=amount if isinstance(amount, int) else 0, **told)
