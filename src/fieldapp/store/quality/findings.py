"""Runs the quality rules over the vault: every household of a place at once, or one while it is typed.

One read-only statement for each list. What a worker may not see is no finding; explanations are records of the register.
"""

import json
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from fieldapp.errors import PackError, RegisterError
from fieldapp.journal.commit import Value
from fieldapp.standards.quality_counts import AccuracyCount, count_by_accuracy
from fieldapp.standards.quality_findings import QualityFinding
from fieldapp.standards.quality_reader import read_quality
from fieldapp.store.checking import compiled_set, one_moment, standard_sets
from fieldapp.store.field_rights import sees_all_fields
from fieldapp.store.permissions import may_read, not_allowed, prefix_range, scope_clause
from fieldapp.store.quality.run import EXPLANATIONS, QualityRules, QualityRun
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault

if TYPE_CHECKING:
    from fieldapp.standards.quality_model import QualitySet

__all__ = ["QualityRules", "check_quality", "compiled_quality", "count_quality", "explain", "quality_set"]


def quality_set(vault: Vault) -> "QualitySet":
    """The rules of the vault's packs joined by id, thresholds and matrix with them. Raises PackError."""
    files = [file for pack in vault.packs for file in sorted((pack.folder / "quality").glob("*.yaml"))]
    return read_quality({str(file): file.read_text("utf-8-sig") for file in files})


def compiled_quality(
    vault: Vault, rules: Collection[str] | None = None, *, live: bool = False
) -> QualityRules:
    """All rules, those named, or (`live`) those asked while somebody types, over the vault's dictionary.

    Raises PackError quality.no_rule, and for a rule that does not fit it.
    """
    from fieldapp.standards.quality_compiler import compile_quality

    quality = quality_set(vault)
    for unknown in sorted(set(rules or ()) - quality.rules.keys()):
        raise PackError(
            "quality.no_rule", "No pack of this vault has the rule {rule}. Check its name.", rule=unknown
        )
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
        run = QualityRun(vault, ready, year)
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
        facts = QualityRun(vault, ready, year).facts_of([finding]).get((finding.rule, finding.subject))
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
    shut = {name for name in {finding.list for finding in findings} if not may_read(vault, name)}
    findings = tuple(finding for finding in findings if finding.list not in shut)
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
