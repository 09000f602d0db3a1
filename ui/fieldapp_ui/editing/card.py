"""The card of one household in one year, as facts by tab: reads records, saves one field at a time, has no widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from fieldapp.domain.dates import age_on
from fieldapp.domain.money import format_fen
from fieldapp.journal.commit import Value, Vector
from fieldapp.store.find import Hit, find
from fieldapp.store.records import Record, children, record, year_record
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.card_tabs import SECTION_TABS
from fieldapp_ui.editing.fact_reading import FactReading, merged
from fieldapp_ui.editing.facts import Block, Fact
from fieldapp_ui.language import tr

HEAD_RELATION = "1"
SOURCES = ("seen", "document", "told")
# The records below a household that are shown record by record, and the tab they stand on.
SEVERAL = {"loan": "income", "water_test": "housing"}
WHOLE_NUMBER = 15
YEARLY = ("household_year", "income_sheet")


@dataclass(frozen=True)
class Strip:
    """The head of the card, in words; what is not known is empty."""

    head: str
    number: str
    group: str
    members: str
    income: str
    status: str
    helper: str
    helper_phone: str


class CardEditor(QObject):
    """Signals: `changed()` after the facts were read anew."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.reading = FactReading(desk)
        self.year = desk.today().year
        self.household: Record | None = None
        self.people: tuple[Record, ...] = ()
        self._yearly: dict[str, Record | None] = {}
        self._several: dict[str, tuple[Record, ...]] = {}

    def open(self, household: str, year: int | None = None) -> bool:
        """Read a household. False when it is not here (ended elsewhere, or another team's)."""
        self.year = year or self.year
        vault = self.desk.vault
        self.household = record(vault, "household", household)
        if self.household is None:
            return False
        self.people = tuple(sorted(children(vault, "person", household), key=_order_of_person))
        self._yearly = {name: year_record(vault, name, household, self.year) for name in YEARLY}
        self._several = {name: children(vault, name, household) for name in SEVERAL}
        self.changed.emit()
        return True

    @property
    def id(self) -> str:
        """The household's record id, empty when none is open."""
        return self.household.id if self.household else ""

    @property
    def scope(self) -> str:
        """The village of the household, empty when none is open."""
        return self.household.scope if self.household else ""

    def strip(self) -> Strip:
        """What the header strip says."""
        values = self.household.values if self.household else {}
        year_values = self._values("household_year")
        size, income = year_values.get("size_end"), year_values.get("net_income")
        helper_phone, _ = self.reading.shown("household", "helper_phone", values)
        return Strip(
            head=self.head_name(),
            number=str(values.get("household_no") or ""),
            group=str(values.get("natural_village") or ""),
            members=str(len(self.people)),
            income=format_fen(round(income / size))
            if isinstance(income, int) and isinstance(size, int) and size
            else "",
            status=self.reading.shown("household", "status", values)[0],
            helper=str(values.get("helper_name") or ""),
            helper_phone=helper_phone,
        )

    def head_name(self) -> str:
        """The head's name, else the first member's."""
        for person in self.people:
            if person.values.get("relation") == HEAD_RELATION:
                return str(person.values.get("name") or "")
        return str(self.people[0].values.get("name") or "") if self.people else ""

    def person_line(self, person: Record) -> tuple[str, str]:
        """A member's name, and relation, sex and age in one line."""
        birth = person.values.get("birth_date")
        age = (
            tr("{age} years", age=age_on(birth, self.desk.today().isoformat()))
            if isinstance(birth, str)
            else ""
        )
        words = (self.reading.shown("person", key, person.values)[0] for key in ("relation", "sex"))
        return str(person.values.get("name") or tr("No name yet")), " · ".join(w for w in (*words, age) if w)

    def blocks(self, tab: str) -> tuple[Block, ...]:
        """The facts of a tab, under the sections of the dictionary."""
        if self.household is None:
            return ()
        found: list[Block] = []
        for name in ("household", *YEARLY):
            found += self._sections(name, lambda section: SECTION_TABS.get(section, "overview") == tab)
        for name, where in SEVERAL.items():
            if where == tab:
                found += [self.reading.record_block(one) for one in self._several[name]]
                found.append(Block(self.reading.list_words(name), (), name))
        return merged(found)

    def missing(self) -> int:
        """How many required facts of the household in this year are not known."""
        blocks = (block for tab in ("overview", "income", "housing", "help") for block in self.blocks(tab))
        return sum(fact.required and fact.value is None and fact.relevant for b in blocks for fact in b.facts)

    def person_blocks(self, person: str) -> tuple[Block, ...]:
        """The facts of one member: lasting ones and this year's."""
        whole = next((one for one in self.people if one.id == person), None)
        if whole is None:
            return ()
        yearly = year_record(self.desk.vault, "person_year", person, self.year)
        found = self.reading.facts_by_section("person", whole, whole.id, None)
        found += self.reading.facts_by_section("person_year", yearly, whole.id, self.year)
        return merged(found)

    def seen(self) -> Vector:
        """What the writer sees now: taken when a field opens, used when it is saved."""
        return seen_of(self.desk.vault, self.household.scope) if self.household else {}

    def save_field(self, fact: Fact, value: Value, source: str, seen: Vector) -> Saved:
        """Keep one field under the name of the deed. Raises RegisterError or VaultError."""
        changes = [*self._opening_year(fact), self._change(fact, value, source)]
        label = tr("{field}: {name}", field=self.reading.label(fact.spec), name=self.head_name())
        return self._do(label, changes, seen)

    def add_person(self, values: Mapping[str, Value], source: str) -> Saved:
        """A new member of this household."""
        change = Change("person", None, "add", {"household": self.id, **values}, source=source)
        return self._do(tr("New member: {name}", name=values.get("name", "")), [change], self.seen())

    def twins(self, name: str, number: str) -> tuple[Hit, ...]:
        """People of the register with this very name, or whose number ends alike: perhaps the same person."""
        vault, name, number = self.desk.vault, name.strip(), number.strip()
        same_name = [hit for hit in find(vault, name, limit=8) if hit.person and hit.title == name]
        whole = number if len(number) >= WHOLE_NUMBER else ""
        same_tail = [hit for hit in find(vault, whole[-4:], limit=8) if hit.person]
        return tuple(dict.fromkeys((*same_name, *same_tail)))[:3]

    def add_record(self, list_name: str) -> str:
        """A new record of one of SEVERAL, nothing known of it yet; returns its id."""
        change = Change(list_name, None, "add", {"household": self.id})
        return self._do(
            tr("New: {what}", what=self.reading.list_words(list_name)), [change], self.seen()
        ).changed[0][1]

    def _opening_year(self, fact: Fact) -> list[Change]:
        """The first income of a year opens the household's year, where what follows from it is shown."""
        if fact.spec.list != "income_sheet" or self._yearly.get("household_year") is not None:
            return []
        return [Change("household_year", None, "add", {"household": fact.parent, "year": fact.year})]

    def _change(self, fact: Fact, value: Value, source: str) -> Change:
        values: dict[str, Value] = {fact.spec.key: value}
        if fact.record:
            return Change(fact.spec.list, fact.record, "set", values, source=source)
        parent = self.desk.vault.dictionary.lists[fact.spec.list].parent
        keys: dict[str, Value] = {parent: fact.parent, "year": fact.year}
        return Change(fact.spec.list, None, "add", keys | values, source=source)

    def _do(self, label: str, changes: Sequence[Change], seen: Vector) -> Saved:
        if self.household is None:
            raise RuntimeError("no household is open")
        scope, vault = self.household.scope, self.desk.vault
        return self.desk.deeds.do(label, lambda: save(vault, scope, "edit", changes, seen=seen, label=label))

    def _sections(self, name: str, wanted: Callable[[str], bool]) -> list[Block]:
        whole = self.household if name == "household" else self._yearly.get(name)
        year = None if name == "household" else self.year
        return [
            block
            for block in self.reading.facts_by_section(name, whole, self.id, year)
            if block.facts and wanted(block.facts[0].spec.section)
        ]

    def _values(self, name: str) -> Mapping[str, Value]:
        found = self._yearly.get(name)
        return found.values if found else {}


def _order_of_person(person: Record) -> tuple[bool, str, str]:
    """The head first, then by relation."""
    relation = str(person.values.get("relation") or "99")
    return relation != HEAD_RELATION, relation.zfill(2), str(person.values.get("birth_date") or "")
