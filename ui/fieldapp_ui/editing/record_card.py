"""The card of one record of any list, with its yearly facts: read by the dictionary, saved one field at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from fieldapp.journal.commit import Value, Vector
from fieldapp.register.declarations import ListSpec
from fieldapp.store.records import Record, record, year_record
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.fact_reading import FactReading, merged
from fieldapp_ui.editing.facts import Block, Fact
from fieldapp_ui.editing.references import record_words
from fieldapp_ui.language import tr


class RecordEditor(QObject):
    """Signals: `changed()` after the record was read anew."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.reading = FactReading(desk)
        self.year = desk.today().year
        self.record: Record | None = None

    @property
    def scope(self) -> str:
        """The village of the record, empty when none is open."""
        return self.record.scope if self.record else ""

    def open(self, list_name: str, record_id: str, year: int | None = None) -> bool:
        """Read a record. False when it is not here."""
        self.year = year or self.year
        self.record = record(self.desk.vault, list_name, record_id)
        self.changed.emit()
        return self.record is not None

    def words(self) -> str:
        """What the record is called; its list while it has no title yet."""
        if self.record is None:
            return ""
        return record_words(self.desk.vault, self.record, self.desk.texts) or self.reading.list_words(
            self.record.list
        )

    def place(self) -> tuple[str, str, str]:
        """What the record belongs to: the parent's list, its id and what it is called; empty for none."""
        if self.record is None:
            return "", "", ""
        name = self.desk.vault.dictionary.lists[self.record.list].parent
        above = record(self.desk.vault, name, str(self.record.values.get(name) or "")) if name else None
        return (
            (name, above.id, record_words(self.desk.vault, above, self.desk.texts)) if above else ("", "", "")
        )

    def yearly(self) -> bool:
        """Whether the record has facts that belong to a year."""
        return bool(self._yearly_lists())

    def blocks(self) -> tuple[Block, ...]:
        """The record's facts under the dictionary's sections, then those of the year."""
        if self.record is None:
            return ()
        own = self.record.values.get("year")
        parent = str(self.record.values.get(self._list.parent) or self.record.id)
        year = own if isinstance(own, int) else None
        found = list(self.reading.facts_by_section(self.record.list, self.record, parent, year))
        for spec in self._yearly_lists():
            of_year = year_record(self.desk.vault, spec.name, self.record.id, self.year)
            found += self.reading.facts_by_section(spec.name, of_year, self.record.id, self.year)
        return merged(found)

    def seen(self) -> Vector:
        """What the writer sees now: taken when a field opens, used when it is saved."""
        return seen_of(self.desk.vault, self.scope)

    def save_field(self, fact: Fact, value: Value, source: str, seen: Vector) -> Saved:
        """Keep one field under the name of the deed. Raises RegisterError or VaultError."""
        label = tr("{field}: {name}", field=self.reading.label(fact.spec), name=self.words())
        return self._do(label, [self._change(fact, value, source)], seen)

    def end(self, reason: str) -> Saved:
        """The record is over from today on; its history stays. Raises RegisterError or VaultError."""
        if self.record is None:
            raise RuntimeError("no record is open")
        values: dict[str, Value] = {"ended_on": self.desk.today().isoformat(), "ended_reason": reason}
        change = Change(self.record.list, self.record.id, "end", values)
        return self._do(tr("Ended: {name}", name=self.words()), [change], self.seen())

    @property
    def _list(self) -> ListSpec:
        if self.record is None:
            raise RuntimeError("no record is open")
        return self.desk.vault.dictionary.lists[self.record.list]

    def _yearly_lists(self) -> tuple[ListSpec, ...]:
        if self.record is None:
            return ()
        below = self.desk.vault.dictionary.children(self.record.list)
        return tuple(spec for spec in below if spec.key_by == "year")

    def _change(self, fact: Fact, value: Value, source: str) -> Change:
        values: dict[str, Value] = {fact.spec.key: value}
        if fact.record:
            return Change(fact.spec.list, fact.record, "set", values, source=source)
        parent = self.desk.vault.dictionary.lists[fact.spec.list].parent
        keys: dict[str, Value] = {parent: fact.parent, "year": fact.year}
        return Change(fact.spec.list, None, "add", keys | values, source=source)

    def _do(self, label: str, changes: Sequence[Change], seen: Vector) -> Saved:
        scope, vault = self.scope, self.desk.vault
        return self.desk.deeds.do(label, lambda: save(vault, scope, "edit", changes, seen=seen, label=label))


def add_record(desk: Desk, list_name: str, parent: str, scope: str) -> str:
    """A new record of a list, nothing known of it yet, under the name of the deed; returns its id.

    `parent` is the id of the record it belongs to (empty for a list without one). Raises RegisterError or VaultError.
    """
    spec = desk.vault.dictionary.lists[list_name]
    values: dict[str, Value] = {spec.parent: parent} if spec.parent else {"ended_on": None}
    label = tr("New: {what}", what=desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en))
    change, seen = Change(list_name, None, "add", values), seen_of(desk.vault, scope)
    saved = desk.deeds.do(label, lambda: save(desk.vault, scope, "edit", [change], seen=seen, label=label))
    return saved.changed[0][1]
