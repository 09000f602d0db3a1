"""One run of the quality rules over one moment of the vault: rows in, findings out, explanations matched to facts."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fieldapp.journal.commit import Value
from fieldapp.standards.quality_findings import QualityFinding, facts_hash, finding_of, hits
from fieldapp.store.checking import allowed_scopes
from fieldapp.store.permissions import prefix_range, today_of
from fieldapp.store.vault import Vault

if TYPE_CHECKING:
    from fieldapp.standards.compiled import CompiledSet
    from fieldapp.standards.quality_compiled import CompiledCheck, CompiledList, CompiledQuality

EXPLANATIONS = ("explanation", "explanation_village")
_SOME = 500
_PIECE = 4000


@dataclass(frozen=True)
class QualityRules:
    """The rules of a vault ready to run, with the exit standard that some of them ask. Keep it: compiling costs 0.3 s."""

    compiled: "CompiledQuality"
    exit: "CompiledSet | None"


class QualityRun:
    """One run over one moment of the vault."""

    def __init__(self, vault: Vault, ready: QualityRules, year: int) -> None:
        self.vault = vault
        self.year = year
        self.compiled = ready.compiled
        self.exit = ready.exit
        as_of, today = f"{year:04d}-12-31", today_of(vault)
        day = min(as_of, today)
        self.places: Mapping[str, Value] = {
            "year": year,
            "as_of": as_of,
            "today": today,
            "day": day,
            **ready.compiled.quality.values(),
        }

    def region(self, scope: str) -> list[QualityFinding]:
        prefix = prefix_range(scope)[0]
        found: dict[tuple[str, str, str, str], QualityFinding] = {}
        for part in allowed_scopes(self.vault, prefix):
            whole = prefix_range(part)
            for low, high, wide in (*((*piece, False) for piece in self._pieces(*whole)), (*whole, True)):
                for compiled in (each for each in self.compiled.lists if each.wide == wide):
                    rows = self._rows(compiled.whole, {"low": low, "high": high})
                    found.update(self._found(compiled, rows))
        return list(found.values())

    def _pieces(self, low: str, high: str) -> Iterator[tuple[str, str]]:
        """Ranges of whole villages that cover the region: what is summed for one fits into memory."""
        sizes = self.vault.db.execute(
            "select scope, count(*) from household where scope >= ? and scope < ? group by scope order by scope",
            [low, high],
        )
        start, held = low, 0
        for scope, size in sizes.fetchall():
            if held and held + size > _PIECE:
                yield start, scope
                start, held = scope, 0
            held += size
        yield start, high

    def one(self, household: str) -> list[QualityFinding]:
        found: dict[tuple[str, str, str, str], QualityFinding] = {}
        for compiled in self.compiled.lists:
            if compiled.anchored:
                found.update(
                    self._found(compiled, self._rows(compiled.some, {"only": json.dumps([household])}))
                )
        return list(found.values())

    def explained(self, findings: list[QualityFinding]) -> tuple[QualityFinding, ...]:
        """The findings in order, those marked whose explanation was given for the facts as they are."""
        known = self._explanations()
        ordered = sorted(findings, key=lambda f: (f.scope, f.rule, f.household or "", f.subject, f.field))
        facts = self.facts_of([finding for finding in ordered if (finding.rule, finding.subject) in known])
        return tuple(_marked(finding, known, facts) for finding in ordered) if facts else tuple(ordered)

    def facts_of(self, findings: Sequence[QualityFinding]) -> dict[tuple[str, str], str]:
        """Rule and subject → the hash of what the rule reads of it now; only where it still finds something."""
        hashes: dict[tuple[str, str], str] = {}
        for compiled in self.compiled.lists:
            asked = {
                (f.rule, f.subject): (f.household or "") if compiled.anchored else f.subject
                for f in findings
                if f.over == compiled.over
            }
            anchors = sorted(set(asked.values()))
            for start in range(0, len(anchors), _SOME):
                only = json.dumps(anchors[start : start + _SOME])
                rows = self._rows(compiled.facts, {"only": only})
                verdicts = (
                    self._verdicts([str(row[0]) for row in rows]) if compiled.over == "household" else {}
                )
                for row in rows:
                    for check in hits(compiled, row, self.year):
                        place = (check.rule.id, str(row[0]))
                        if place in asked:
                            more = verdicts.get(place[1], {}) if _asks_exit(compiled, check.rule.id) else {}
                            hashes[place] = facts_hash(compiled, place[0], row, more)
        return hashes

    def _found(
        self, compiled: "CompiledList", rows: Iterable[Sequence[Value]]
    ) -> Iterator[tuple[tuple[str, str, str, str], QualityFinding]]:
        later: list[tuple[CompiledCheck, Sequence[Value]]] = []
        for row in rows:
            for check in hits(compiled, row, self.year):
                if check.check.exit_criteria:
                    later.append((check, row))
                else:
                    yield self._keyed(compiled, check, row)
        verdicts = self._verdicts([str(row[0]) for _, row in later]) if later else {}
        for check, row in later:
            answers = verdicts.get(str(row[0]), {})
            if any(answer != 1 for answer in answers.values()):
                yield self._keyed(compiled, check, row)

    def _keyed(
        self, compiled: "CompiledList", check: "CompiledCheck", row: Sequence[Value]
    ) -> tuple[tuple[str, str, str, str], QualityFinding]:
        finding = finding_of(compiled, check, row, self.vault.dictionary, self.year)
        return (finding.rule, finding.subject, finding.list, finding.field), finding

    def _verdicts(self, households: list[str]) -> dict[str, dict[str, Value]]:
        """Household → criterion → 1, 0 or None, of the exit standard; empty where there is none to ask."""
        if self.exit is None or not households:
            return {}
        standard = self.exit.standard
        statement = (
            f'{self.exit.verdicts} and "{self.exit.root}"."id" in (select value from json_each(:only))'
        )
        places = {
            "scope": "",
            "year": self.year,
            "as_of": standard.as_of(self.year),
            "only": json.dumps(households),
        }
        cursor = self.vault.db.execute(statement, places)
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        return {
            str(row["root"]): {c.criterion.id: row[c.verdict] for c in self.exit.criteria} for row in rows
        }

    def _explanations(self) -> dict[tuple[str, str], dict[str, str]]:
        """Rule and subject → facts → reason, of every explanation here."""
        known: dict[tuple[str, str], dict[str, str]] = {}
        for name in EXPLANATIONS:
            if name not in self.vault.dictionary.lists:
                continue
            rows = self.vault.db.execute(
                f"select rule, subject, facts_sha256, reason from {name} where ended_on is null"
            )
            for rule, subject, facts, reason in rows.fetchall():
                known.setdefault((rule, subject), {})[facts] = reason
        return known

    def _rows(self, statement: str, more: Mapping[str, Value]) -> list[Sequence[Value]]:
        found: list[Sequence[Value]] = self.vault.db.execute(statement, {**self.places, **more}).fetchall()
        return found


def _marked(
    finding: QualityFinding,
    known: Mapping[tuple[str, str], Mapping[str, str]],
    facts: Mapping[tuple[str, str], str],
) -> QualityFinding:
    place = (finding.rule, finding.subject)
    reason = known.get(place, {}).get(facts.get(place, ""))
    return finding if reason is None else replace(finding, explained=True, reason=reason)


def _asks_exit(compiled: "CompiledList", rule: str) -> bool:
    return any(check.check.exit_criteria for check in compiled.checks if check.rule.id == rule)
