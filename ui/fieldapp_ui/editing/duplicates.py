"""Records that may be one and the same, a pair at a time: field by field, merged with the chosen values or told apart."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from fieldapp.journal.commit import Value
from fieldapp.store.records import Record, children, record
from fieldapp.store.twins.duplicates import Duplicate, duplicates, reopen, settle
from fieldapp.store.twins.merging import merge_records
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.fact_reading import FactReading
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.editing.references import record_words
from fieldapp_ui.language import tr

LEFT, RIGHT = 0, 1


@dataclass(frozen=True)
class FieldPair:
    """One field of both records in words; `differs` where both say something, and not the same. Of a fact of one year
    `record` is the left record of that year and `other` what the right one says."""

    key: str
    words: str
    shown: tuple[str, str]
    differs: bool
    record: str = ""
    other: Value = None


@dataclass(frozen=True)
class Pair:
    """Two records that clash, the older one at the left; `homes` says in whose household each stands; `people` who lives
    in either, where they are households; `yearly` facts of one year of which both say something else."""

    duplicate: Duplicate
    records: tuple[Record, Record]
    title: str
    why: str
    homes: tuple[str, str]
    fields: tuple[FieldPair, ...]
    people: FieldPair | None = None
    yearly: tuple[FieldPair, ...] = ()

    def reads_like(self, other: Pair) -> bool:
        """Whether both show the same words of the same two records."""
        mine, theirs = (replace(one, duplicate=self.duplicate, records=self.records) for one in (self, other))
        return self.duplicate.id == other.duplicate.id and mine == theirs


class DuplicateDesk(QObject):
    """Signals: `changed()` after the pairs were read anew."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.reading = FactReading(desk)
        self.pairs: tuple[Pair, ...] = ()
        self.taken: dict[tuple[str, str], int] = {}

    def load(self) -> None:
        """Read the open clashes of the chosen village."""
        found = (self._pair(one) for one in duplicates(self.desk.vault, self.desk.scope.code))
        self.pairs = tuple(pair for pair in found if pair is not None)
        self.changed.emit()

    def begin(self) -> None:
        """Another pair is looked at: nothing is chosen yet."""
        self.taken = {}

    def take(self, field: FieldPair, side: int) -> None:
        """Take the value of a side for one field."""
        self.taken[field.record, field.key] = side

    def merge(self, pair: Pair) -> None:
        """They are one: the older record is kept, with the chosen values. Raises RegisterError or VaultError."""
        keep, other = pair.records
        take: dict[str, Value] = {
            field.key: other.values.get(field.key) for field in pair.fields if self._is_right(field)
        }
        years: dict[str, dict[str, Value]] = {}
        for field in filter(self._is_right, pair.yearly):
            years.setdefault(field.record, {})[field.key] = field.other
        label = tr("Merged: {name}", name=pair.title)
        vault, name = self.desk.vault, pair.duplicate.list
        self.desk.deeds.do(label, lambda: merge_records(vault, name, keep.id, other.id, take, years))

    def _is_right(self, field: FieldPair) -> bool:
        return field.differs and self.taken.get((field.record, field.key), LEFT) == RIGHT

    def tell_apart(self, pair: Pair) -> None:
        """They are two, whatever the number says; it is not asked again on this laptop, unless it is taken back."""
        vault, one = self.desk.vault, pair.duplicate
        label = tr("Told apart: {name}", name=pair.title)
        self.desk.deeds.do_here(label, lambda: settle(vault, one), lambda: reopen(vault, one))

    def _pair(self, one: Duplicate) -> Pair | None:
        vault, desk = self.desk.vault, self.desk
        found = [record(vault, one.list, found) for found in (one.record, one.other)]
        if found[0] is None or found[1] is None:
            return None
        both = (found[0], found[1])
        spec = vault.dictionary.field(one.list, one.field)
        title = " / ".join(dict.fromkeys(record_words(vault, whole, desk.texts) or "…" for whole in both))
        why = tr("the same {field}", field=self.reading.label(spec))
        return Pair(
            one,
            both,
            title,
            why,
            (self._home(both[0]), self._home(both[1])),
            self._fields(both),
            self._people(both),
            self._yearly(both),
        )

    def _people(self, both: tuple[Record, Record]) -> FieldPair | None:
        """Who lives in either of two households: nothing tells sooner whether they are one."""
        if both[0].list != "household":
            return None
        left, right = (
            tr(", ").join(
                str(person.values.get("name") or "…")
                for person in children(self.desk.vault, "person", home.id)
            )
            for home in both
        )
        return FieldPair("", tr("Members"), (left, right), False)

    def _yearly(self, both: tuple[Record, Record]) -> tuple[FieldPair, ...]:
        """What both say of one year, and not the same."""
        vault, found = self.desk.vault, []
        for listed in vault.dictionary.children(both[0].list):
            if listed.key_by != "year":
                continue
            left, right = (
                {one.values.get("year"): one for one in children(vault, listed.name, whole.id)}
                for whole in both
            )
            for year in sorted(left.keys() & right.keys(), key=str):
                found += self._of_year(listed.name, str(year), left[year], right[year])
        return tuple(found)

    def _of_year(self, name: str, year: str, left: Record, right: Record) -> list[FieldPair]:
        found = []
        for spec in self.desk.vault.dictionary.stored_fields(name):
            values = (left.values.get(spec.key), right.values.get(spec.key))
            if (
                spec.key in (left.list, "year")
                or spec.type == "ref"
                or None in values
                or values[0] == values[1]
            ):
                continue
            shown = tuple(self.reading.shown(name, spec.key, one.values)[0] for one in (left, right))
            words = f"{year} · {self.reading.label(spec)}"
            found.append(FieldPair(spec.key, words, (shown[0], shown[1]), True, left.id, values[1]))
        return found

    def _home(self, whole: Record) -> str:
        vault = self.desk.vault
        home = (
            whole
            if whole.list == "household"
            else record(vault, "household", str(whole.values.get("household")))
        )
        if home is None:
            return ""
        name = tr("household of {name}", name=head_name(vault, home.id) or "…")
        return " · ".join(word for word in (name, str(home.values.get("household_no") or "")) if word)

    def _fields(self, both: tuple[Record, Record]) -> tuple[FieldPair, ...]:
        found = []
        for spec in self.desk.vault.dictionary.stored_fields(both[0].list):
            values = tuple(whole.values.get(spec.key) for whole in both)
            if values == (None, None) or spec.key == "household":
                continue
            left, right = (self.reading.shown(spec.list, spec.key, whole.values)[0] for whole in both)
            differs = None not in values and values[0] != values[1]
            found.append(FieldPair(spec.key, self.reading.label(spec), (left, right), differs))
        return tuple(sorted(found, key=lambda field: not field.differs))
