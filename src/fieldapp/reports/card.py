"""The household card (D09): the facts of one household in one year, laid out from the data dictionary.

Sections, order and labels come from the dictionary, so a county's own field appears without a line of code. An empty
place means "not known yet" and leaves room to write.
"""

from collections.abc import Iterable, Iterator

from fieldapp.register.declarations import Dictionary, FieldSpec
from fieldapp.reports.check_code import with_check_code
from fieldapp.reports.document import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Pair,
    Pairs,
    SignatureBox,
    Signatures,
    Table,
)
from fieldapp.reports.inputs import HouseholdFacts, Imprint, Values
from fieldapp.reports.wording import after_exit, is_printed, label, printed
from fieldapp.standards.wording import per_head
from fieldapp.texts import Texts

MEMBER_COLUMNS = (
    ("person", "name", 1.3),
    ("person", "sex", 0.65),
    ("person", "relation", 1.0),
    ("person", "id_no", 2.5),
    ("person", "ethnic", 0.8),
    ("person_year", "school_status", 1.1),
    ("person_year", "health", 1.2),
    ("person_year", "labour", 1.1),
    ("person_year", "work_months", 0.8),
    ("person_year", "ins_medical_resident", 0.95),
    ("person_year", "dibao", 0.8),
)
LOAN_COLUMNS = (("purpose", 1.0), ("amount", 1.2), ("balance", 1.2), ("lender", 1.4), ("borrowed_on", 1.2))
WATER_COLUMNS = (("tested_on", 1.2), ("w1", 1.0), ("w2", 1.0), ("w3", 1.2), ("w4", 1.0), ("tested_by", 1.4))
LINES_OF_INCOME = ("a", "b", "c", "d", "e")
_NUMBERS = frozenset(("int", "decimal", "money"))


def household_card(
    facts: HouseholdFacts, dictionary: Dictionary, imprint: Imprint, texts: Texts, *, masked: bool = True
) -> Document:
    """The card of a household, for its folder and its home; masked unless somebody gave a reason."""
    card = _Card(facts, dictionary, texts, masked)
    notes = [
        texts("An empty place means: not known yet. Write it by hand and tell the team."),
        texts("A working card printed from the register. It does not by itself decide or prove anything."),
    ]
    if masked:
        notes.insert(0, texts("Numbers are masked and facts of health left out."))
    document = Document(
        name="household-card",
        title=texts("Household card"),
        unit=f"{facts.village} {facts.scope}".strip(),
        dated=texts("Year {year}", year=facts.year),
        blocks=tuple(card.blocks()),
        notes=tuple(notes),
        subject=facts.subject,
        footer=texts("Printed by {worker}, {time}", worker=imprint.worker, time=imprint.printed_at),
        page_words=texts("Page {page} of {pages}"),
    )
    return with_check_code(document, texts("Check code"))


class _Card:
    """The blocks of one card, in order."""

    def __init__(self, facts: HouseholdFacts, dictionary: Dictionary, texts: Texts, masked: bool) -> None:
        self.facts, self.dictionary, self.texts, self.masked = facts, dictionary, texts, masked

    def blocks(self) -> Iterator[Block]:
        first = [Pair(self.texts("Head of household"), self.facts.head)]
        yield Pairs((*first, *self._pairs("household", self.facts.household, "overview")))
        yield from self._section("help", "household", self.facts.household)
        yield Heading(self.texts("Members"))
        yield self._members()
        yield from self._income()
        for section in self._sections("household_year", but=("income", "loans")):
            yield from self._section(section, "household_year", self.facts.household_year)
            if section == "water" and self.facts.water_tests:
                yield self._table("water_test", WATER_COLUMNS, self.facts.water_tests)
        yield from self._loans()
        yield Heading(self.texts("Signatures"))
        yield Signatures((self._box("Head of household"), self._box("Household helper")))

    def _fields(self, list_name: str) -> tuple[FieldSpec, ...]:
        every = self.dictionary.fields.get(list_name, ())
        return tuple(spec for spec in every if is_printed(spec, masked=self.masked))

    def _sections(self, list_name: str, but: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(s.section for s in self._fields(list_name) if s.section not in but))

    def _section(self, section: str, list_name: str, values: Values) -> Iterator[Block]:
        pairs = tuple(self._pairs(list_name, values, section))
        if pairs:
            yield Heading(self._section_title(section))
            yield Pairs(pairs)

    def _section_title(self, section: str) -> str:
        if section == "overview":
            return self.texts("This year")
        codes = self.dictionary.codes.get("section")
        code = codes.code(section) if codes else None
        return self.texts.pick(code.zh_hans, code.zh_hant, code.en) if code else section

    def _pairs(self, list_name: str, values: Values, section: str) -> Iterator[Pair]:
        for spec in self._fields(list_name):
            if spec.section == section and self._concerns(spec, values):
                yield Pair(self._label(spec), self._text(spec, values), span=2 if _is_long(spec) else 1)

    def _concerns(self, spec: FieldSpec, values: Values) -> bool:
        """A field asked only under a condition, or a remark, stands on the card once it is filled."""
        return values.get(spec.key) is not None or (spec.req in ("R", "O", "D") and not _is_long(spec, 500))

    def _label(self, spec: FieldSpec) -> str:
        return self._said(label(spec, self.texts))

    def _text(self, spec: FieldSpec, values: Values) -> str:
        text = printed(spec, values.get(spec.key), self.dictionary, self.texts, masked=self.masked)
        return self._said(text) if spec.type in ("code", "codes") else text

    def _said(self, text: str) -> str:
        return after_exit(text) if self.facts.exited else text

    def _members(self) -> Table:
        wanted = [
            (self.dictionary.field(name, key), width)
            for name, key, width in MEMBER_COLUMNS
            if self.dictionary.has_field(name, key)
        ]
        shown = [(spec, width) for spec, width in wanted if is_printed(spec, masked=self.masked)]
        columns = [Column(self.texts("No."), 0.65, "center")]
        columns += [Column(self._label(spec), width, _align(spec)) for spec, width in shown]
        rows = []
        for number, member in enumerate(self.facts.members, 1):
            row = [Cell(str(number))]
            for spec, _ in shown:
                row.append(Cell(self._text(spec, member.person if spec.list == "person" else member.year)))
            rows.append(tuple(row))
        return Table(tuple(columns), tuple(rows), blank_rows=0 if rows else 4)

    def _income(self) -> Iterator[Block]:
        """The income sheet as a table, then the other facts of income; no line, no distance to any line."""
        yield Heading(self._section_title("income"))
        if self.dictionary.lists.get("income_sheet"):
            specs = [self.dictionary.field("income_sheet", key) for key in LINES_OF_INCOME]
            net = self.dictionary.field("household_year", "net_income")
            cells = [Cell(self._text(spec, self.facts.income)) for spec in specs]
            cells.append(Cell(self._text(net, self.facts.household_year), bold=True))
            cells.append(Cell(self._per_head(), bold=True))
            titles = [*(self._label(spec) for spec in (*specs, net)), self.texts("Per head (yuan)")]
            yield Table(tuple(Column(title, 1.0, "right") for title in titles), (tuple(cells),))
        others = tuple(
            pair
            for pair in self._pairs("household_year", self.facts.household_year, "income")
            if pair.label != self._label(self.dictionary.field("household_year", "net_income"))
        )
        if others:
            yield Pairs(others)

    def _per_head(self) -> str:
        net, size = self.facts.household_year.get("net_income"), self.facts.household_year.get("size_end")
        if not isinstance(net, int) or not isinstance(size, int) or size <= 0:
            return ""
        return per_head(net, size)

    def _loans(self) -> Iterator[Block]:
        yield Heading(self._section_title("loans"))
        if self.facts.loans:
            # The purpose may be an illness: it goes with the facts of health.
            columns = tuple(c for c in LOAN_COLUMNS if not (self.masked and c[0] == "purpose"))
            yield self._table("loan", columns, self.facts.loans)
        else:
            yield Pairs(tuple(self._pairs("household_year", self.facts.household_year, "loans")))

    def _table(self, list_name: str, wanted: Iterable[tuple[str, float]], records: Iterable[Values]) -> Table:
        shown = [
            (self.dictionary.field(list_name, key), width)
            for key, width in wanted
            if self.dictionary.has_field(list_name, key)
        ]
        columns = tuple(Column(self._label(spec), width, _align(spec)) for spec, width in shown)
        rows = tuple(tuple(Cell(self._text(spec, values)) for spec, _ in shown) for values in records)
        return Table(columns, rows)

    def _box(self, party: str) -> SignatureBox:
        return SignatureBox(self.texts.translate(party), self.texts("Signature"), self.texts("Date"))


def _is_long(spec: FieldSpec, least: int = 120) -> bool:
    size = spec.check.partition("max:")[2].split(" ")[0]
    return spec.type == "text" and size.isdigit() and int(size) >= least


def _align(spec: FieldSpec) -> Align:
    return "right" if spec.type in _NUMBERS else "left"
