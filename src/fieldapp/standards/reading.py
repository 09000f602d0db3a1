"""Reads the rows of a compiled set into checklists: verdicts as the database gave them, and what is missing by name.

Nothing is decided here: a verdict is the 1, 0 or NULL of its statement. Missing things are listed only for NULL.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fieldapp.domain.identifiers import year_id
from fieldapp.journal.commit import Value
from fieldapp.register.declarations import Dictionary
from fieldapp.standards.compiled import CompiledCriterion, CompiledRows, CompiledSet, FieldRef
from fieldapp.standards.figures import figures_of
from fieldapp.standards.lines import line_for
from fieldapp.standards.model import MemberList, Words
from fieldapp.standards.outcome import Checklist, Fact, Missing, Outcome, Verdict
from fieldapp.standards.wording import label_of

Row = Mapping[str, Value]
_VERDICTS: dict[Value, Verdict] = {1: "met", 0: "not_met", None: "unknown"}


@dataclass(frozen=True)
class Rows:
    """One household's row of the verdicts, and its members' rows by the name of their list."""

    root: Row
    members: Mapping[str, Sequence[Row]]


def read_checklists(
    compiled: CompiledSet,
    dictionary: Dictionary,
    year: int,
    verdicts: Iterable[Row],
    members: Mapping[str, Iterable[Row]],
) -> tuple[Checklist, ...]:
    """One checklist for each row of `verdicts`, in their order."""
    by_root: dict[str, dict[Value, list[Row]]] = {name: {} for name in compiled.members}
    for name, rows in members.items():
        for row in sorted(rows, key=lambda row: str(row["record"])):
            by_root[name].setdefault(row["root"], []).append(row)
    reader = _Reader(compiled, dictionary, year)
    return tuple(
        reader.read(Rows(row, {name: found.get(row["root"], []) for name, found in by_root.items()}))
        for row in verdicts
    )


class _Reader:
    def __init__(self, compiled: CompiledSet, dictionary: Dictionary, year: int) -> None:
        self.compiled = compiled
        self.dictionary = dictionary
        self.year = year

    def read(self, rows: Rows) -> Checklist:
        standard = self.compiled.standard
        scope = str(rows.root["scope"])
        return Checklist(
            set=standard.name,
            version=standard.version,
            title=standard.title,
            household=str(rows.root["root"]),
            scope=scope,
            year=self.year,
            as_of=standard.as_of(self.year),
            line=line_for(standard.lines, scope, self.year),
            outcomes=tuple(self._outcome(criterion, rows) for criterion in self.compiled.criteria),
        )

    def _outcome(self, criterion: CompiledCriterion, rows: Rows) -> Outcome:
        verdict = _VERDICTS[rows.root[criterion.verdict]]
        return Outcome(
            criterion=criterion.criterion,
            verdict=verdict,
            figures=figures_of(self.compiled, criterion, self.dictionary, self.year, rows.root, rows.members),
            missing=self._missing(criterion, rows) if verdict == "unknown" else (),
            facts=tuple(sorted(self._facts(criterion, rows), key=lambda f: (f.list, f.record, f.key))),
        )

    def _facts(self, criterion: CompiledCriterion, rows: Rows) -> set[Fact]:
        household = str(rows.root["root"])
        columns = self.compiled.columns
        facts = {self._fact(ref, household, rows.root[columns[ref]]) for ref in self._root_fields(criterion)}
        for part in criterion.rows:
            known = self.compiled.member_columns[part.member.name]
            for row in rows.members[part.member.name]:
                if row[part.counted]:
                    facts |= {self._fact(ref, str(row["record"]), row[known[ref]]) for ref in part.fields}
        if criterion.uses_line:
            facts.add(Fact("", "", ":line", rows.root["line"]))
        return facts

    def _root_fields(self, criterion: CompiledCriterion) -> tuple[FieldRef, ...]:
        none_facts = [ref for part in criterion.rows for ref in self._none_fact(part.member)]
        return tuple(dict.fromkeys((*criterion.reads, *criterion.fields, *none_facts)))

    def _none_fact(self, member: MemberList) -> list[FieldRef]:
        return [ref for ref in self.compiled.columns if ref.key == member.none_fact]

    def _fact(self, ref: FieldRef, parent: str, value: Value) -> Fact:
        return Fact(ref.list, self._record(ref, parent), ref.key, value)

    def _record(self, ref: FieldRef, parent: str) -> str:
        yearly = self.dictionary.lists[ref.list].key_by == "year"
        return year_id(parent, ref.list, self.year) if yearly else parent

    def _missing(self, criterion: CompiledCriterion, rows: Rows) -> tuple[Missing, ...]:
        found = self._all_missing(criterion, rows) or self._all_unknown(criterion, rows.root)
        return tuple({(m.list, m.key, m.record, m.parent): m for m in reversed(found)}.values())[::-1]

    def _all_unknown(self, criterion: CompiledCriterion, row: Row) -> list[Missing]:
        """Every unknown field of the root: the last resort where each need's `when` was false."""
        unknown = [ref for ref in criterion.fields if row[self.compiled.columns[ref]] is None]
        return [self._fact_missing(ref, str(row["root"])) for ref in unknown]

    def _all_missing(self, criterion: CompiledCriterion, rows: Rows) -> list[Missing]:
        household = str(rows.root["root"])
        missing: list[Missing] = []
        if criterion.uses_line and rows.root["line"] is None:
            scope = str(rows.root["scope"])
            missing.append(Missing("", ":line", None, scope, "line", Words("", "", ""), year=self.year))
        if not rows.root[criterion.guard]:
            missing += [self._new_record(name, "", household) for name in criterion.guard_lists]
        missing += self._root_missing(criterion, rows.root, household)
        for part in criterion.rows:
            missing += self._list_missing(criterion, part, rows, household)
        return missing

    def _root_missing(self, criterion: CompiledCriterion, row: Row, household: str) -> list[Missing]:
        asked = [
            ref
            for need in criterion.needs
            if need.member is None and (not need.when or row[need.when])
            for ref in need.fields
            if row[self.compiled.columns[ref]] is None
        ]
        declared = {ref for need in criterion.needs if need.member is None for ref in need.fields}
        rest = [r for r in criterion.fields if r not in declared and row[self.compiled.columns[r]] is None]
        return [self._fact_missing(ref, household) for ref in (*asked, *rest)]

    def _list_missing(
        self, criterion: CompiledCriterion, part: CompiledRows, rows: Rows, household: str
    ) -> list[Missing]:
        counted = [row for row in rows.members[part.member.name] if row[part.counted]]
        if not counted:
            return self._empty_list(part, rows.root, household)
        return [
            missing
            for row in counted
            if row[part.unclear]
            for missing in self._member_missing(criterion, part, row)
        ]

    def _empty_list(self, part: CompiledRows, row: Row, household: str) -> list[Missing]:
        for ref in self._none_fact(part.member):
            value = row[self.compiled.columns[ref]]
            if value is None:
                return [self._fact_missing(ref, household, reason="record")]
            if value == 1:
                return []
        return [self._new_record(part.member.list, part.fields[0].key, household)]

    def _member_missing(self, criterion: CompiledCriterion, part: CompiledRows, row: Row) -> list[Missing]:
        columns = self.compiled.member_columns[part.member.name]
        declared = [need for need in criterion.needs if need.member and need.member.name == part.member.name]
        asked = [
            ref
            for need in declared
            if not need.when or row[need.when]
            for ref in need.fields
            if row[columns[ref]] is None
        ]
        refs = asked or [ref for ref in part.fields if row[columns[ref]] is None]
        return [self._fact_missing(ref, str(row["record"]), row) for ref in refs]

    def _fact_missing(
        self, ref: FieldRef, parent: str, member: Row | None = None, reason: str = "fact"
    ) -> Missing:
        return Missing(
            list=ref.list,
            key=ref.key,
            record=self._record(ref, parent),
            parent=parent,
            reason="record" if reason == "record" else "fact",
            label=label_of(self.dictionary.field(ref.list, ref.key)),
            person=parent if member else "",
            name=str(member["title"] or "") if member else "",
            year=self.year,
        )

    def _new_record(self, list_name: str, key: str, household: str) -> Missing:
        spec = self.dictionary.lists[list_name]
        label = Words(spec.zh_hans, spec.zh_hant, spec.en)
        return Missing(list_name, key or spec.title_field, None, household, "record", label, year=self.year)
