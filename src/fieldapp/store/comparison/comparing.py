"""A list from outside against the register: what differs, what only one side has. Nothing is written by comparing.

Rows are matched and cells read as an import of the same sheet would (`exchange`), so that the two never disagree.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fieldapp.domain.dates import is_date
from fieldapp.errors import Finding, RegisterError
from fieldapp.journal.commit import Value, Vector
from fieldapp.register.comparison import (
    FoundDifference,
    ListKind,
    Subject,
    difference_id,
    same_fact,
    series_of,
    stranger_key,
    written,
)
from fieldapp.register.mapping import ColumnMapping, Target
from fieldapp.register.workbook import Sheet
from fieldapp.store.comparison.expected import Expected, expected_of
from fieldapp.store.exchange.existing import vectors
from fieldapp.store.exchange.planned import Entry, ImportPlan, PlannedRow
from fieldapp.store.exchange.planning import Choices, plan_import
from fieldapp.store.exchange.villages import Villages
from fieldapp.store.permissions import may_read, not_allowed
from fieldapp.store.vault import Vault
from fieldapp.store.write_rights import refuse_write

DIBAO = Target("person_year", "dibao")
_STRANGERS = ("import.no_parent", "import.ended", "import.elsewhere")
"""Refusals of an import that mean: the register has no such record now."""


@dataclass(frozen=True)
class Asked:
    """What list it is. `taken_on`: the day its facts are of (YYYY-MM-DD), whose year yearly facts are compared in.
    `scope`: the region it is a list of the whole of. `blanks`: an empty cell of theirs differs from a value of ours."""

    name: str
    kind: ListKind
    taken_on: str
    scope: str = ""
    blanks: bool = False

    @property
    def year(self) -> int:
        """The year of its yearly facts."""
        return int(self.taken_on[:4])

    @property
    def series(self) -> str:
        """Which lists it follows."""
        return series_of(self.kind, self.name)


@dataclass(frozen=True)
class Comparison:
    """A list, compared. `rows` by village; `known` how many of them are of a record of ours. `matched` are these records
    and their households; `compared` the fields it says something of. `findings` tell of cells and rows that could not
    be compared."""

    asked: Asked
    file: str
    sha256: str
    rows: Mapping[str, int]
    known: int
    matched: frozenset[tuple[str, str]]
    compared: frozenset[Target]
    differences: tuple[FoundDifference, ...]
    findings: tuple[Finding, ...]
    seen: Mapping[str, Vector] = field(repr=False)

    @property
    def counts(self) -> dict[str, int]:
        """How many rows there are, how many have a record of ours, and the differences of each side."""
        sides = [one.side for one in self.differences]
        told = {side: sides.count(side) for side in ("differs", "only_ours", "only_theirs")}
        return {"rows": sum(self.rows.values()), "matched": self.known, **told}


def compare_list(
    vault: Vault,
    sheet: Sheet,
    mapping: ColumnMapping,
    *,
    name: str,
    kind: ListKind,
    taken_on: str,
    scope: str = "",
    blanks: bool = False,
) -> Comparison:
    """Compare a sheet with the register as it stands. `scope` "" is all the worker's villages.

    Raises RegisterError compare.no_day, compare.no_people, register.unknown_list, role.not_allowed and those of
    `plan_import`.
    """
    if not is_date(taken_on):
        raise RegisterError(
            "compare.no_day", "{text} is no date. Write the day of the list as 2019-11-05.", text=taken_on
        )
    vault.ledger.layout("difference")
    refuse_write(vault, "difference", None, {})
    if not may_read(vault, "difference"):
        raise not_allowed(vault)
    asked = Asked(name.strip(), kind, taken_on, scope, blanks)
    if kind == "dibao" and not any(c.target and c.target.list == "person" for c in mapping.mapped):
        raise RegisterError(
            "compare.no_people",
            "A subsistence-allowance list needs a column with people's names or numbers. Say which column it is.",
        )
    seen = vectors(vault)
    choices = Choices(asked.year, scope, blanks)
    village = Villages(vault, scope).only
    plan = plan_import(vault, sheet, mapping, village, choices=choices)
    return _Comparer(vault, asked, plan, seen).compare()


class _Comparer:
    def __init__(self, vault: Vault, asked: Asked, plan: ImportPlan, seen: Mapping[str, Vector]) -> None:
        self._vault, self._asked, self._plan, self._seen = vault, asked, plan, seen
        self._sheet, self._mapping = plan.sources[0].sheet, plan.sources[0].mapping
        self._columns = {c.target: c.index for c in self._mapping.mapped if c.target}
        self._matched = {(row.list, row.record): row.number for row in plan.rows if row.record}

    def compare(self) -> Comparison:
        """All differences: of cells, of rows without a record, of records without a row."""
        plan, asked = self._plan, self._asked
        expected = expected_of(self._vault, asked.kind, asked.scope, asked.year, self._matched)
        found = {one.id: one for one in (*self._cells(), *self._strangers(), *self._missing(expected))}
        rows: dict[str, int] = {}
        for row in plan.rows:
            rows[row.scope] = rows.get(row.scope, 0) + 1
        return Comparison(
            asked,
            self._sheet.file,
            f"sha256:{_digest(self._sheet)}",
            rows,
            sum(1 for row in plan.rows if row.record),
            frozenset(self._matched) | expected.households,
            frozenset(self._compared()),
            tuple(sorted(found.values(), key=lambda d: (d.scope, d.row or 1 << 40, d.subject.list, d.field))),
            plan.findings,
            self._seen,
        )

    def _compared(self) -> Iterator[Target]:
        dictionary = self._vault.dictionary
        yield from (target for target in self._columns if dictionary.has_field(*target))
        if self._asked.kind == "dibao":
            yield DIBAO

    def _cells(self) -> Iterator[FoundDifference]:
        for unit in self._plan.units:
            for entry in unit.entries:
                subject = self._subject(entry)
                if subject is None:
                    continue
                olds = entry.old or (None,) * len(entry.keys)
                for key, ours, theirs in zip(entry.keys, olds, entry.values, strict=True):
                    spec = self._vault.dictionary.field(entry.list, key)
                    if not same_fact(spec, ours, theirs) and (theirs is not None or self._asked.blanks):
                        number = self._plan.rows[entry.row].number
                        yield self._difference(unit.scope, subject, key, ours, theirs, number)

    def _subject(self, entry: Entry) -> Subject | None:
        """What a record that is there is, or the year below one; None for a record that is new."""
        parent = self._vault.dictionary.lists[entry.list].parent
        if entry.year is not None:
            return (
                self._known(entry.list, entry.record, parent, entry.parent, entry.year)
                if entry.parent
                else None
            )
        return self._known(entry.list, entry.record, parent, entry.parent, None) if entry.record else None

    def _known(self, name: str, record: str, parent: str, above: str, year: int | None) -> Subject:
        home, person = "", ""
        for list_name, one in ((name, record), (parent, above)):
            home = one if list_name == "household" else home
            person = one if list_name == "person" else person
        if person and not home:
            home = self._home_of(person)
        # A yearly record is known by what it hangs below: it may not be made yet.
        return Subject(name, "" if year is not None else record, home, person, year)

    def _home_of(self, person: str) -> str:
        row = self._vault.db.execute("select household from person where id = ?", [person]).fetchone()
        return str(row[0] or "") if row else ""

    def _strangers(self) -> Iterator[FoundDifference]:
        """Rows that no record is of."""
        refused = {f.where.row for f in self._plan.findings if f.code in _STRANGERS}
        for at, row in enumerate(self._plan.rows):
            if (row.kind == "new" and not self._is_member(at)) or (
                row.kind == "refused" and row.number in refused
            ):
                name = row.list or self._last_list()
                key = stranger_key(*(self._cell(row, target) for target in self._known_by()))
                subject = Subject(name, household=self._home_of_row(row))
                yield FoundDifference(
                    difference_id(row.scope, self._asked.series, subject, "", key),
                    "only_theirs",
                    row.scope,
                    subject,
                    "",
                    "",
                    self._title(row),
                    row.number,
                )

    def _is_member(self, at: int) -> bool:
        """Whether an earlier row already stands for the household this new row is of."""
        row = self._plan.rows[at]
        entries = self._plan.units[row.unit].entries if row.unit >= 0 else ()
        tops = {
            entry.row
            for entry in entries
            if entry.list == "household" and entry.old is None and not entry.record
        }
        return bool(tops) and at not in tops

    def _home_of_row(self, row: PlannedRow) -> str:
        entries = self._plan.units[row.unit].entries if row.unit >= 0 else ()
        return next((e.parent for e in entries if e.list == "person" and e.parent), "")

    def _missing(self, expected: Expected) -> Iterator[FoundDifference]:
        """Records of ours that the list should have and has not; and, for the allowance, people who are on it."""
        for scope, subject, title in expected.missing:
            yield self._side(scope, subject, title)
        explicit = DIBAO in self._columns
        for person in expected.marks:
            row = self._matched.get(("person", person.id))
            subject = Subject(DIBAO.list, "", person.household, person.id, self._asked.year)
            if row is None and person.dibao == 1:
                yield self._difference(person.scope, subject, DIBAO.key, 1, 0, None)
            elif row is not None and person.dibao != 1 and not explicit:
                yield self._difference(person.scope, subject, DIBAO.key, person.dibao, 1, row)

    def _side(self, scope: str, subject: Subject, title: str) -> FoundDifference:
        name = difference_id(scope, self._asked.series, subject, "")
        return FoundDifference(name, "only_ours", scope, subject, "", title, "")

    def _difference(
        self, scope: str, subject: Subject, key: str, ours: Value, theirs: Value, row: int | None
    ) -> FoundDifference:
        spec = self._vault.dictionary.field(subject.list, key)
        return FoundDifference(
            difference_id(scope, self._asked.series, subject, key),
            "only_ours" if row is None else "differs",
            scope,
            subject,
            key,
            written(spec, ours),
            written(spec, theirs),
            row,
        )

    def _last_list(self) -> str:
        return "person" if any(t.list == "person" for t in self._columns) else self._mapping.list

    def _known_by(self) -> tuple[Target, ...]:
        name = "head_name" if Target("household", "head_name") in self._columns else ""
        person = (
            (Target("household", "head_id_no"), Target("household", name))
            if name
            else (Target("person", "id_no"), Target("person", "name"))
        )
        return person[0], Target("household", "household_no"), person[1]

    def _title(self, row: PlannedRow) -> str:
        """Who it is, in few words: the name, the household's number, the end of the identity number."""
        number, household_no, name = (str(self._cell(row, target) or "") for target in self._known_by())
        tail = f"…{number[-4:]}" if len(number) > 4 else ""
        parts = dict.fromkeys((name or row.title, household_no, tail))
        return " ".join(part for part in parts if part) or str(row.number)

    def _cell(self, row: PlannedRow, target: Target) -> object:
        index = self._columns.get(target)
        cell = self._sheet.rows[row.number - 1][index] if index is not None else ""
        return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _digest(sheet: Sheet) -> str:
    digest = hashlib.sha256()
    for row in sheet.rows:
        digest.update(repr(row).encode())
    return digest.hexdigest()
