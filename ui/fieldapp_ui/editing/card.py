"""The card of one household in one year, as facts by tab: reads records, saves one field at a time, has no widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from fieldapp.domain.dates import age_on
from fieldapp.domain.money import format_fen
from fieldapp.journal.commit import Value, Vector
from fieldapp.register.declarations import FieldSpec
from fieldapp.store.records import Record, children, record, year_record
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.card_lists import CardLists, Shelf
from fieldapp_ui.editing.card_tabs import tab_of_section
from fieldapp_ui.editing.fact_reading import FactReading, merged
from fieldapp_ui.editing.facts import Block, Fact
from fieldapp_ui.editing.quality_ready import live_remarks
from fieldapp_ui.editing.record_card import add_record
from fieldapp_ui.language import tr

HEAD_RELATION = "1"
SOURCES = ("seen", "document", "told")
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
        self._unfolded: set[str] = set()

    def open(self, household: str, year: int | None = None) -> bool:
        """Read a household. False when it is not here (ended elsewhere, or another team's)."""
        self.year = year or self.year
        vault = self.desk.vault
        if household != self.id:
            self._unfolded = set()
        self.household = record(vault, "household", household)
        if self.household is None:
            return False
        self.people = tuple(sorted(children(vault, "person", household), key=_order_of_person))
        self._yearly = {name: year_record(vault, name, household, self.year) for name in YEARLY}
        again = partial(self._show_remarks, household)
        self.reading.remarks = live_remarks(self.desk, household, self.year, self, again)
        self.changed.emit()
        return True

    def _show_remarks(self, household: str) -> None:
        if self.id == household:
            self.open(household)

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
            found += self._sections(name, lambda section: tab_of_section(section) == tab)
        found += CardLists(self.reading, self.id, self.year).blocks(tab)
        return merged(found)

    def shelves(self, tab: str) -> tuple[Shelf, ...]:
        """The lists of a tab that are shown in lines, and those that are empty."""
        if self.household is None:
            return ()
        return CardLists(self.reading, self.id, self.year).shelves(tab, self._unfolded)

    def unfold(self, list_name: str) -> None:
        """Show a list with all its records from now on."""
        self._unfolded.add(list_name)
        self.changed.emit()

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

    def person_fact(self, person: str, spec: FieldSpec) -> Fact:
        """One fact of a member; an empty one for a member who is not kept yet."""
        for block in self.person_blocks(person):
            for fact in block.facts:
                if (fact.spec.list, fact.spec.key) == (spec.list, spec.key):
                    return fact
        return Fact(spec, "", self.id, self.year, None, "", False, False, True)

    def seen(self) -> Vector:
        """What the writer sees now: taken when a field opens, used when it is saved."""
        return seen_of(self.desk.vault, self.household.scope) if self.household else {}

    def save_field(self, fact: Fact, value: Value, source: str, seen: Vector) -> Saved:
        """Keep one field under the name of the deed. Raises RegisterError or VaultError."""
        changes = [*self._opening_year(fact), self._change(fact, value, source)]
        label = tr("{field}: {name}", field=self.reading.label(fact.spec), name=self.head_name())
        return self._do(label, changes, seen)

    def add_record(self, list_name: str) -> str:
        """A new record of a list below the household, nothing known of it yet; returns its id."""
        return add_record(self.desk, list_name, self.id, self.scope)

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
