"""A household that comes into the register: head, day and why, as a movement with its first record."""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.errors import UserError
from fieldapp.journal.commit import Value
from fieldapp.store.moving.deeds import Deed
from fieldapp.store.moving.movements import add_household
from fieldapp.store.save import seen_of
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.asking import Asked, Typed, ask_field
from fieldapp_ui.editing.likely_words import likely_words
from fieldapp_ui.editing.movement_kinds import kind_words
from fieldapp_ui.editing.newcomer import fills
from fieldapp_ui.editing.origins import source_words
from fieldapp_ui.language import tr

KINDS = ("identified", "moved_in_village")
SOURCES = ("seen", "document", "told")
_HEAD = ("name", "id_no", "sex", "birth_date")
_HOUSEHOLD = ("household_no", "natural_village")


class ArrivalStep:
    """A new household of a village. `household` is its record id after it was done."""

    def __init__(self, desk: Desk, scope: str) -> None:
        self.desk, self.scope = desk, scope
        self.title = tr("A new household")
        self.action = tr("Add the household")
        self.household = ""
        self._seen = seen_of(desk.vault, scope)

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """The head, then the household, then how it came."""
        desk = self.desk
        kinds = tuple((kind, kind_words(desk, kind)) for kind in KINDS)
        sources = tuple((name, source_words(name)) for name in SOURCES)
        name = ask_field(desk, "person", "name", required=True, words=tr("Name of the head"))
        return (
            name,
            *(ask_field(desk, "person", key) for key in _HEAD[1:]),
            *(ask_field(desk, "household", key) for key in _HOUSEHOLD),
            Asked(
                "kind",
                tr("How does it come into the register?"),
                choices=kinds,
                value=KINDS[0],
                required=True,
            ),
            ask_field(desk, "movement", "moved_on", required=True, value=desk.today().isoformat()),
            ask_field(desk, "movement", "reason"),
            Asked("source", tr("Where does it come from?"), choices=sources, value=SOURCES[0]),
        )

    def follows(self, key: str, typed: Typed) -> Typed:
        """An identity number tells sex and birth date."""
        sex, birth = fills(typed["id_no"]) if key == "id_no" else ("", "")
        return {"sex": sex, "birth_date": birth} if birth else {}

    def said(self, typed: Typed) -> str:
        """Who of this name or number is in the register already."""
        return likely_words(self.desk, typed)

    def place_of(self, refused: UserError) -> str:
        """What is refused about an arrival is its day."""
        return "moved_on" if refused.code.startswith("movement.") else ""

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """Add it. Raises RegisterError or VaultError."""
        head = {key: values[key] for key in _HEAD if key in values}
        own = {key: values[key] for key in _HOUSEHOLD if key in values}
        deed = Deed(
            str(values["kind"]),
            str(values["moved_on"]),
            reason=str(values.get("reason") or ""),
            source=typed.get("source", ""),
            seen=self._seen,
        )
        label = tr("New household: {name}", name=values["name"])
        saved = self.desk.deeds.do(label, lambda: add_household(self.desk.vault, self.scope, own, head, deed))
        self.household = next(record for name, record in saved.changed if name == "household")
