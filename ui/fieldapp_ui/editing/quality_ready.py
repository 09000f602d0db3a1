"""The quality rules ready to run: compiled once, beside the window, and kept for the session; a household's findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer

from fieldapp.errors import Finding, UserError
from fieldapp.texts import Texts

if TYPE_CHECKING:
    from fieldapp.standards.quality_findings import QualityFinding
    from fieldapp.store import Vault
    from fieldapp.store.quality.findings import QualityRules
    from fieldapp_ui.background.tasks import Handle, Tasks
    from fieldapp_ui.desk import Desk

Remarks = Mapping[tuple[str, str, str], tuple[Finding, ...]]
"""(list, record, field) → what is found there."""
# The first card opens before the rules are compiled beside it.
PREPARE_MS = 800


class ReadyRules:
    """Compiling takes half a second and its imports more, so nobody waits for it on the window's thread."""

    def __init__(self) -> None:
        self._rules: QualityRules | None = None
        self._waiting: list[_Asked] | None = None

    @property
    def rules(self) -> QualityRules | None:
        """The rules, None until they have been asked for and are ready."""
        return self._rules

    def forget(self) -> None:
        """The content has changed: what was compiled no longer fits."""
        self._rules = self._waiting = None

    def use(
        self,
        tasks: Tasks,
        owner: QObject,
        then: Callable[[QualityRules], object],
        refused: Callable[[UserError], None],
    ) -> None:
        """Calls `then` at once when the rules are ready, else as soon as they are; `refused` where they are wrong.
        They are compiled once for all who wait. Nobody is called once the session is over."""
        if tasks.stopped:
            return
        if self._rules is not None:
            then(self._rules)
            return

        asked = _Asked(owner, then, refused)
        if self._waiting is not None:
            self._waiting.append(asked)
            return
        waiting = self._waiting = [asked]

        def end(rules: QualityRules | None = None) -> None:
            # Where the content has changed meanwhile, others wait for what is compiled of the new one.
            if self._waiting is waiting:
                self._rules, self._waiting = rules, None

        def keep(rules: QualityRules) -> None:
            end(rules)
            for one in waiting:
                if shiboken6.isValid(one.owner):
                    one.then(rules)

        def refuse(why: UserError) -> None:
            end()
            for one in waiting:
                if shiboken6.isValid(one.owner):
                    one.refused(why)

        tasks.start_with_vault(_compile, done=keep, failed=refuse).finished.connect(lambda: end())


@dataclass(frozen=True)
class _Asked:
    owner: QObject
    then: Callable[[QualityRules], object]
    refused: Callable[[UserError], None]


def live_remarks(
    desk: Desk, household: str, year: int, owner: QObject, again: Callable[[], object]
) -> Remarks:
    """What the rules find of one household now. While they are not ready, nothing; `again` is called once they are."""
    if desk.quality.rules is not None:
        return household_remarks(desk, household, year, desk.quality.rules)

    def prepare() -> None:
        desk.quality.use(desk.tasks, owner, lambda _: again(), lambda _: None)

    QTimer.singleShot(PREPARE_MS, owner, prepare)
    return {}


def household_remarks(desk: Desk, household: str, year: int, rules: QualityRules) -> Remarks:
    """What the rules find of one household, by the field to mend; nothing for a role that sees only parts. What is
    explained is not said again."""
    from fieldapp.store.quality.findings import check_quality

    try:
        found = check_quality(desk.vault, "", year, household=household, ready=rules)
    except UserError:
        return {}
    remarks: dict[tuple[str, str, str], tuple[Finding, ...]] = {}
    for one in found:
        if not is_settled(one) and one.record is not None:
            place = (one.list, one.record, one.field)
            remarks[place] = (*remarks.get(place, ()), as_finding(one, desk.texts))
    return remarks


def is_settled(finding: QualityFinding) -> bool:
    """Whether it needs nobody's eyes: a doubt that was explained. An error is mended, whatever was said about it."""
    return finding.explained and finding.severity == "W"


def as_finding(finding: QualityFinding, texts: Texts) -> Finding:
    """A finding of a rule as a sentence beside a field; the rule's words are in the worker's language already."""
    words = texts.pick(*finding.words).replace("{", "{{").replace("}", "}}")
    return Finding(finding.rule, words, severity="error" if finding.severity == "E" else "warning")


def _compile(vault: Vault, handle: Handle) -> QualityRules:
    from fieldapp.store.quality.findings import compiled_quality

    return compiled_quality(vault)
