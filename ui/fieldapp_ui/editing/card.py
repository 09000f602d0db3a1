"""The card of one household in one year, as facts by tab: reads records, saves one field at a time, has no widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from fieldapp.domain.dates import age_on
from fieldapp.domain.money import format_fen
from fieldapp.errors import Finding
from fieldapp.journal.commit import Value, Vector
from fieldapp.register.checks import check_value, entered_value
from fieldapp.register.declarations import FieldSpec
from fieldapp.store.find import Hit, find
from fieldapp.store.history import Origin, field_origins
from fieldapp.store.records import Record, children, record, year_record
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.unmask import unmask
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.card_tabs import SECTION_TABS
from fieldapp_ui.editing.facts import Block, Fact, is_relevant, is_required, shown_text
from fieldapp_ui.editing.units import unit_words
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

    def strip(self) -> Strip:
        """What the header strip says."""
        values = self.household.values if self.household else {}
        year_values = self._values("household_year")
        size, income = year_values.get("size_end"), year_values.get("net_income")
        helper_phone, _ = self._shown("household", "helper_phone", values)
        return Strip(
            head=self.head_name(),
            number=str(values.get("household_no") or ""),
            group=str(values.get("natural_village") or ""),
            members=str(len(self.people)),
            income=format_fen(round(income / size))
            if isinstance(income, int) and isinstance(size, int) and size
            else "",
            status=self._shown("household", "status", values)[0],
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
        words = (self._shown("person", key, person.values)[0] for key in ("relation", "sex"))
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
                found += [self._record_block(one) for one in self._several[name]]
                found.append(Block(self.list_words(name), (), name))
        return _merged(found)

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
        found = self._facts_by_section("person", whole, whole.id, None)
        found += self._facts_by_section("person_year", yearly, whole.id, self.year)
        return _merged(found)

    def check(self, fact: Fact, typed: str) -> Value | Finding:
        """The stored value of typed text, or what is wrong with it."""
        today = self.desk.today().isoformat()
        return entered_value(fact.spec, typed, self.desk.vault.dictionary, today=today)

    def seen(self) -> Vector:
        """What the writer sees now: taken when a field opens, used when it is saved."""
        return seen_of(self.desk.vault, self.household.scope) if self.household else {}

    def save_field(self, fact: Fact, value: Value, source: str, seen: Vector) -> Saved:
        """Keep one field under the name of the deed. Raises RegisterError or VaultError."""
        changes = [*self._opening_year(fact), self._change(fact, value, source)]
        label = tr("{field}: {name}", field=self.label(fact.spec), name=self.head_name())
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
        return self._do(tr("New: {what}", what=self.list_words(list_name)), [change], self.seen()).changed[0][
            1
        ]

    def list_words(self, name: str) -> str:
        """What a list is called."""
        spec = self.desk.vault.dictionary.lists[name]
        return self.desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en)

    def reveal(self, fact: Fact, reason: str) -> str:
        """The masked value in full; the reason is kept. Raises RegisterError without a reason."""
        return unmask(self.desk.vault, fact.spec.list, fact.record, fact.spec.key, reason)

    def label(self, spec: FieldSpec) -> str:
        """The field's name in the worker's language, with its unit."""
        words = self.desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en)
        unit = unit_words(spec.unit)
        return f"{words} ({unit})" if unit else words

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
            for block in self._facts_by_section(name, whole, self.id, year)
            if block.facts and wanted(block.facts[0].spec.section)
        ]

    def _facts_by_section(
        self, name: str, whole: Record | None, parent: str, year: int | None
    ) -> list[Block]:
        values: Mapping[str, Value] = whole.values if whole else {}
        origins = field_origins(self.desk.vault, name, whole.id) if whole else {}
        sections: dict[str, list[Fact]] = {}
        for spec in self.desk.vault.dictionary.fields[name]:
            fact = self._fact(spec, whole, values, parent, year)
            fact = _with_origin(fact, origins.get(spec.merge_name) or origins.get(spec.key))
            sections.setdefault(spec.section, []).append(fact)
        return [Block(self.section(section), tuple(facts)) for section, facts in sections.items()]

    def _record_block(self, one: Record) -> Block:
        spec = self.desk.vault.dictionary.lists[one.list]
        facts = [
            fact for block in self._facts_by_section(one.list, one, one.id, None) for fact in block.facts
        ]
        title = self._shown(one.list, spec.title_field, one.values)[0]
        heading = self.list_words(one.list)
        return Block(f"{heading}: {title}" if title else heading, tuple(facts), one.list, one.id)

    def _fact(
        self,
        spec: FieldSpec,
        whole: Record | None,
        values: Mapping[str, Value],
        parent: str,
        year: int | None,
    ) -> Fact:
        value = values.get(spec.key)
        shown, masked = shown_text(spec, value, self.desk.vault.dictionary, self.desk.texts)
        wrong: tuple[Finding, ...] = ()
        if value is not None and not spec.derived:
            wrong = check_value(spec, value, self.desk.vault.dictionary, today=self.desk.today().isoformat())
        return Fact(
            spec=spec,
            record=whole.id if whole else "",
            parent=parent,
            year=year,
            value=value,
            shown=shown,
            masked=masked,
            required=is_required(spec, values),
            relevant=is_relevant(spec, values) or value is not None,
            findings=wrong,
            contested=whole is not None and spec.merge_name in whole.conflicts,
        )

    def section(self, name: str) -> str:
        """The heading of a section of the dictionary."""
        codes = self.desk.vault.dictionary.codes.get("section")
        code = codes.code(name) if codes else None
        return self.desk.texts.pick(code.zh_hans, code.zh_hant, code.en) if code else name

    def _values(self, name: str) -> Mapping[str, Value]:
        found = self._yearly.get(name)
        return found.values if found else {}

    def _shown(self, name: str, key: str, values: Mapping[str, Value]) -> tuple[str, bool]:
        dictionary = self.desk.vault.dictionary
        if not key or not dictionary.has_field(name, key):
            return "", False
        return shown_text(dictionary.field(name, key), values.get(key), dictionary, self.desk.texts)


def _order_of_person(person: Record) -> tuple[bool, str, str]:
    """The head first, then by relation."""
    relation = str(person.values.get("relation") or "99")
    return relation != HEAD_RELATION, relation.zfill(2), str(person.values.get("birth_date") or "")


def _with_origin(fact: Fact, origin: Origin | None) -> Fact:
    return replace(fact, origin=origin) if origin else fact


def _merged(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks under one heading become one, in the order in which their headings first come; a last one may be empty."""
    found: dict[tuple[str, str, bool], Block] = {}
    for block in blocks:
        key = (block.heading, block.record, bool(block.facts))
        before = found.get(key)
        found[key] = replace(before, facts=(*before.facts, *block.facts)) if before else block
    return tuple(found.values())
