"""Runs the quality rules over the vault: every household of a place at once, or one while it is typed.

One read-only statement for each list. What a worker may not see is no finding; explanations are records of the register.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fieldapp.domain.region import RegionCode, is_region_code
from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value
from fieldapp.standards.quality_counts import AccuracyCount, count_by_accuracy
from fieldapp.standards.quality_findings import QualityFinding, facts_hash, finding_of, hits
from fieldapp.standards.quality_reader import read_quality
from fieldapp.store.checking import allowed_scopes, compiled_set, one_moment, standard_sets
from fieldapp.store.permissions import not_allowed, prefix_range, scope_clause, sees_all_fields, today_of
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault

if TYPE_CHECKING:
    from fieldapp.standards.compiled import CompiledSet
    from fieldapp.standards.quality_compiled import CompiledCheck, CompiledList, CompiledQuality
    from fieldapp.standards.quality_model import QualitySet

EXPLANATIONS = ("explanation", "explanation_village")
_SOME = 500
_PIECE = 4000


@dataclass(frozen=True)
class QualityRules:
    """The rules of a vault ready to run, with the exit standard that some of them ask. Keep it: compiling costs 0.3 s."""

    compiled: "CompiledQuality"
    exit: "CompiledSet | None"


def quality_set(vault: Vault) -> "QualitySet":
    """The rules of the vault's packs joined by id, thresholds and matrix with them. Raises PackError."""
    files = [file for pack in vault.packs for file in sorted((pack.folder / "quality").glob("*.yaml"))]
    return read_quality({str(file): file.read_text("utf-8-sig") for file in files})


def compiled_quality(
    vault: Vault, rules: Collection[str] | None = None, *, live: bool = False
) -> QualityRules:
    """All rules, those named, or (`live`) those asked while somebody types, over the vault's dictionary.

    Raises PackError for a rule that does not fit it.
    """
    from fieldapp.standards.quality_compiler import compile_quality

    quality = quality_set(vault)
    if live:
        rules = {
            rule.id for rule in quality.rules.values() if rule.live and (rules is None or rule.id in rules)
        }
    sets = standard_sets(vault)
    lines = tuple(line for standard in sets.values() for line in standard.lines)
    compiled = compile_quality(quality, vault.dictionary, lines=lines, rules=rules)
    asks = any(check.check.exit_criteria for part in compiled.lists for check in part.checks)
    named = [name for name, standard in sets.items() if standard.level == "household"] if asks else []
    return QualityRules(compiled, compiled_set(vault, named[0]) if len(named) == 1 else None)


def check_quality(
    vault: Vault,
    scope: str,
    year: int,
    *,
    household: str | None = None,
    live: bool = False,
    rules: Collection[str] | None = None,
    ready: QualityRules | None = None,
) -> tuple[QualityFinding, ...]:
    """The findings of a region (any level) or of one household, within what the worker may see; explained ones too.

    With `household` only that household's rows are read; `live` is while somebody types: without the rules that would
    tell how far an income is from a line. Pass `ready` (of `compiled_quality`) when checking often.
    Raises RegisterError role.not_allowed for a role that sees only parts, PackError for a wrong rule.
    """
    if not sees_all_fields(vault):
        raise not_allowed(vault)
    ready = ready or compiled_quality(vault, rules, live=live)
    with one_moment(vault):
        run = _Run(vault, ready, year)
        found = run.one(household) if household else run.region(scope)
        if live:
            known = ready.compiled.quality.rules
            found = [finding for finding in found if known[finding.rule].live]
        return _within_reach(vault, run.explained(found))


def count_quality(
    vault: Vault, scope: str, year: int, findings: Iterable[QualityFinding]
) -> tuple[AccuracyCount, ...]:
    """Findings of `check_quality` counted by village and accuracy, beside how many households have no error."""
    clause, params = scope_clause(vault, "household")
    low, high = prefix_range(scope)
    counted = vault.db.execute(
        'select "household".scope, count(*) from "household" where (ended_on is null or ended_on > ?) '
        f'and {clause} and "household".scope >= ? and "household".scope < ? group by "household".scope',
        [f"{year:04d}-12-31", *params, low, high],
    )
    return count_by_accuracy(findings, dict(counted.fetchall()))


def explain(
    vault: Vault, finding: QualityFinding, reason: str, year: int, *, ready: QualityRules | None = None
) -> Saved:
    """Keep why a finding is right as it stands; it holds until the facts it was given for change.

    Raises RegisterError quality.no_reason, quality.gone (the finding is no longer there), and those of `save`.
    """
    if not reason.strip():
        raise RegisterError("quality.no_reason", "Write the explanation: why is this right as it stands?")
    ready = ready or compiled_quality(vault, {finding.rule})
    with vault.transaction():
        facts = _Run(vault, ready, year).facts_of([finding]).get((finding.rule, finding.subject))
        if facts is None:
            raise RegisterError(
                "quality.gone",
                "This finding is no longer there. Check again and explain what is still found.",
            )
        list_name, parent = _home(vault, finding)
        values: dict[str, Value] = {
            vault.dictionary.lists[list_name].parent: parent,
            "rule": finding.rule,
            "subject": finding.subject,
            "facts_sha256": facts,
            "reason": reason.strip(),
        }
        change = Change(list_name, None, "add", values)
        return save(
            vault, finding.scope, "edit", [change], seen=seen_of(vault, finding.scope), label="explain"
        )


def _home(vault: Vault, finding: QualityFinding) -> tuple[str, str]:
    """Where an explanation is kept: with the household, or with the village of the record."""
    if finding.household is not None:
        return EXPLANATIONS[0], finding.household
    row = vault.db.execute(
        "select id from village where scope = ? and ended_on is null order by n limit 1", [finding.scope]
    ).fetchone()
    if row is None:
        raise RegisterError(
            "quality.no_village", "This village has no sheet yet. Make it first, then explain its findings."
        )
    return EXPLANATIONS[1], str(row[0])


def _within_reach(vault: Vault, findings: tuple[QualityFinding, ...]) -> tuple[QualityFinding, ...]:
    clause, params = scope_clause(vault, "household")
    households = {finding.household for finding in findings if finding.household is not None}
    if clause == "1" or not households:
        return findings
    asked = json.dumps(sorted(households))
    seen = {
        row[0]
        for row in vault.db.execute(
            f'select id from "household" where id in (select value from json_each(?)) and {clause}',
            [asked, *params],
        ).fetchall()
    }
    return tuple(finding for finding in findings if finding.household is None or finding.household in seen)


class _Run:
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
        prefix = RegionCode(scope).prefix if is_region_code(scope) else scope
        found: dict[tuple[str, str, str, str], QualityFinding] = {}
        for part in allowed_scopes(self.vault, prefix):
            for low, high in self._pieces(*prefix_range(part)):
                for compiled in self.compiled.lists:
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
