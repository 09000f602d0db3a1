"""A new member typed in the grid: how the person came, then kept as a movement, or as somebody who was here all along."""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.errors import Finding, UserError
from fieldapp.journal.commit import Value
from fieldapp.register.checks import entered_value
from fieldapp.register.declarations import FieldSpec
from fieldapp.register.movements import PERSON_IN
from fieldapp.store.moving.deeds import Deed
from fieldapp.store.moving.movements import add_member
from fieldapp.store.save import Change, Saved, save
from fieldapp_ui.editing.asking import Asked, Typed, ask_field
from fieldapp_ui.editing.card import SOURCES, CardEditor
from fieldapp_ui.editing.movement_kinds import kind_words
from fieldapp_ui.editing.origins import source_words
from fieldapp_ui.language import tr

WAS_HERE = "was_here"


class JoinStep:
    """How somebody came into the household. `person` is the new record after it was done."""

    def __init__(self, editor: CardEditor, facts: Mapping[FieldSpec, Value]) -> None:
        self.editor, self.desk = editor, editor.desk
        self._facts = facts
        self._seen = editor.seen()
        self.name = str(self._own("person").get("name") or "")
        self.title = tr("How did {name} come into this household?", name=self.name)
        self.action = tr("Add")
        self.person = ""

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """How; for an arrival the day, reason and evidence."""
        kinds = ((WAS_HERE, tr("was here all along")), *((k, kind_words(self.desk, k)) for k in PERSON_IN))
        sources = tuple((name, source_words(name)) for name in SOURCES)
        how = Asked("how", tr("How?"), choices=kinds, required=True)
        source = Asked("source", tr("Where does it come from?"), choices=sources, value=SOURCES[0])
        if typed.get("how", WAS_HERE) in (WAS_HERE, ""):
            return (how, source)
        more = (ask_field(self.desk, "movement", key) for key in ("reason", "evidence", "evidence_file"))
        return (how, ask_field(self.desk, "movement", "moved_on", required=True), *more, source)

    def follows(self, key: str, typed: Typed) -> Typed:
        """A born child came on the day of birth."""
        birth = self._own("person").get("birth_date")
        if key == "how" and typed["how"] == "birth" and isinstance(birth, str) and not typed.get("moved_on"):
            return {"moved_on": birth}
        return {}

    def said(self, typed: Typed) -> str:
        """Nothing to remark."""
        return ""

    def place_of(self, refused: UserError) -> str:
        """What is refused about an arrival is its day."""
        return "moved_on" if refused.code.startswith("movement.") else ""

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """Keep the member. Raises RegisterError or VaultError."""
        label = tr("New member: {name}", name=self.name)
        self.desk.deeds.do(label, lambda: self._act(label, typed, values))

    def _act(self, label: str, typed: Typed, values: Mapping[str, Value]) -> tuple[Saved, ...]:
        vault, home, scope = self.desk.vault, self.editor.id, self.editor.scope
        source, kind = typed.get("source", ""), typed["how"]
        with vault.transaction():
            if kind == WAS_HERE:
                change = Change("person", None, "add", {"household": home, **self._own("person")}, source)
                saved = save(vault, scope, "edit", [change], seen=self._seen, label=label)
            else:
                told = {key: str(values.get(key) or "") for key in ("reason", "evidence", "evidence_file")}
                deed = Deed(kind, str(values["moved_on"]), source=source, seen=self._seen, **told)
                saved = add_member(vault, home, self._own("person"), deed)
            self.person = next(record for name, record in saved.changed if name == "person")
            year = self._own("person_year")
            if not year:
                return (saved,)
            keys: dict[str, Value] = {"person": self.person, "year": self.editor.year}
            change = Change("person_year", None, "add", keys | year, source)
            return saved, save(vault, scope, "edit", [change], seen=self._seen, label=label)

    def _own(self, name: str) -> dict[str, Value]:
        return {spec.key: value for spec, value in self._facts.items() if spec.list == name}


def read_draft(
    editor: CardEditor, draft: Mapping[str, str], specs: tuple[FieldSpec, ...]
) -> tuple[dict[FieldSpec, Value], tuple[str, Finding] | None]:
    """The stored values of a typed row, and the first thing that is wrong with it (its field key)."""
    today, dictionary = editor.desk.today().isoformat(), editor.desk.vault.dictionary
    values: dict[FieldSpec, Value] = {}
    for spec in specs:
        text = draft.get(spec.key, "").strip()
        if not text:
            if spec.key == "name":
                return values, ("name", Finding("newcomer.name", "Type the name."))
            continue
        value = entered_value(spec, text, dictionary, today=today)
        if isinstance(value, Finding):
            return values, (spec.key, value)
        values[spec] = value
    return values, None
