"""A draft as the keeper of a form's answers: every answer is durable at once, with the question the worker was at, the
audit log that the form asks for, and the paper it is copied from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from fieldapp.errors import Finding
from fieldapp.forms.outcome.audit import AuditLog, AuditSettings
from fieldapp.store import Vault
from fieldapp.store.drafts import Draft, answers, audit_rows, put_audit, put_some
from fieldapp.store.save import Saved
from fieldapp.store.submissions import Paper, finalise, keep_paper, kept_paper
from fieldapp_ui.editing.forms.plan import RANGE
from fieldapp_ui.editing.forms.table import CELL

if TYPE_CHECKING:
    from fieldapp.forms import Session

AT = "@at"
REASON = "change reason"


class DraftKeeper:
    """The place of the worker stands beside the answers under an `@` name, which no form has. Where he comes and goes
    tells the audit log what was shown."""

    def __init__(self, vault: Vault, draft: Draft, audit: AuditSettings | None = None) -> None:
        self._vault, self._draft = vault, draft
        self._kept = answers(vault, draft)
        self.at = self._kept.get(AT, "")
        self.paper = kept_paper(vault, draft)
        self._log: AuditLog | None = None
        if audit is not None:
            rows, user = audit_rows(vault, draft), vault.worker.name
            self._log = AuditLog(self._now(), audit, rows=rows, user=user)
            put_audit(vault, draft, self._log.take())
        self._away = False

    @property
    def needs_reason(self) -> bool:
        """Whether the form asks why a finalised one is changed, and nobody has said it yet."""
        if self._log is None or not self._log.settings.track_changes_reasons or not self._draft.edits:
            return False
        return not any(row.event == REASON for row in self._log.rows)

    def give_reason(self, words: str) -> None:
        """Why a finalised form is changed, kept with the draft."""
        if self._log is not None:
            self._log.event(REASON, self._now(), reason=words)
            self._keep_log()

    def go_away(self) -> None:
        """The worker leaves the form as it stands; it is gone on with at the next answer."""
        if self._log is not None and not self._away:
            self._away = True
            now = self._now()
            self._log.leave_all(now)
            self._log.event("form save", now)
            self._log.event("form exit", now)
            self._keep_log()

    def keep(self, answers: Mapping[str, str], at: str, gone: Collection[str] = ()) -> None:
        """One transaction for an answer or a row, what followed from it, and where the worker is."""
        self._watch(answers, at)
        self._watch_rows(answers)
        self._kept.update(answers)
        for ref in gone:
            self._kept.pop(ref, None)
        with self._vault.transaction():
            put_some(self._vault, self._draft, {**answers, AT: at}, gone)
            self._keep_log()

    def keep_paper(self, paper: Paper) -> None:
        """The answers are copied from a paper: when it was filled, and by whom."""
        self.paper = paper
        keep_paper(self._vault, self._draft, paper)

    def finalise(self, session: Session) -> Saved | tuple[Finding, ...]:
        """Into the register."""
        if self._log is not None:
            self._log.leave_all(self._now())
            self._keep_log()
        outcome = finalise(self._vault, self._draft, session)
        if isinstance(outcome, tuple) and self._log is not None:
            self._log.event("finalize error", self._now(), outcome[0].where.field)
            self._keep_log()
        return outcome

    def _watch(self, answers: Mapping[str, str], at: str) -> None:
        if self._log is None:
            return
        if self._away:
            self._away = False
            self._log.event("form resume", self._now())
        rows = at.removesuffix(CELL)
        now, at = self._now(), rows.removesuffix(RANGE)
        if at != self.at:
            self._log.left(self.at, now)
        if at:
            self._log.shown(at, now, "question" if at == rows else "group questions")
        if at in answers:
            self._log.changed(at, self._kept.get(at, ""), answers[at], now)
        self.at = at

    def _watch_rows(self, answers: Mapping[str, str]) -> None:
        """Rows that came and went since the last time."""
        for ref, count in answers.items() if self._log is not None else ():
            before = self._kept.get(ref, count)
            if ref.endswith(RANGE) and self._log is not None and before != count:
                came = int(count) > int(before or 0)
                node = f"{ref.removesuffix(RANGE)}[{max(int(count), int(before or 0))}]"
                self._log.event("add repeat" if came else "delete repeat", self._now(), node)

    def _keep_log(self) -> None:
        if self._log is not None:
            put_audit(self._vault, self._draft, self._log.take())

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._vault.clock() / 1000, UTC)
