"""Finalising: the answers of a form become one commit, the submission and every operation together, and the draft goes.

What the worker left as it stood when the form opened is no operation; what he blanked is set to "not known". A form that
edits a submission writes what differs from that submission.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from fieldapp.domain.region import LENGTH
from fieldapp.domain.sources import write_source
from fieldapp.errors import Finding, Where
from fieldapp.forms import EntityChange, Session, Violation
from fieldapp.forms.outcome.audit import AuditRow, write_csv
from fieldapp.journal.commit import Value
from fieldapp.journal.context import covers
from fieldapp.journal.merge import shown_values
from fieldapp.store.drafts import Draft, answers, audit_rows, delete_draft, put_answer, scope_of
from fieldapp.store.earlier_answers import place_of, said_before
from fieldapp.store.entity_targets import Target, stored_values, target_of
from fieldapp.store.files.attachments import PREFIX, put
from fieldapp.store.history import state_without
from fieldapp.store.prefill import HOUSEHOLD, begin, fill, prefill
from fieldapp.store.rows import read_row
from fieldapp.store.save import Change, Saved, save
from fieldapp.store.vault import Vault

__all__ = ["Paper", "begin", "fill", "finalise", "prefill"]
SUBMISSION = "submission"
_FILLED_ON, _FILLED_BY = "@paper on", "@paper by"


@dataclass(frozen=True)
class Paper:
    """A form that was filled on paper before it was typed in: the civil date, and who filled it ("" when not said)."""

    filled_on: str
    worker: str = ""

    def source(self, form: str) -> str:
        """Where the answers come from, as `domain.sources` writes it."""
        return write_source("document", f"{form} {self.filled_on} {self.worker}")


def keep_paper(vault: Vault, draft: Draft, paper: Paper) -> None:
    """Say of a draft that it is copied from a paper."""
    with vault.transaction():
        put_answer(vault, draft, _FILLED_ON, paper.filled_on)
        put_answer(vault, draft, _FILLED_BY, paper.worker)


def kept_paper(vault: Vault, draft: Draft) -> Paper | None:
    """The paper that a draft is copied from, if any."""
    kept = answers(vault, draft)
    return Paper(kept[_FILLED_ON], kept.get(_FILLED_BY, "")) if kept.get(_FILLED_ON) else None


def finalise(
    vault: Vault, draft: Draft, session: Session, *, paper: Paper | None = None
) -> Saved | tuple[Finding, ...]:
    """Save a finished form, durable when this returns; or the findings that keep it from being final, nothing written.

    Answers copied from a `paper` (else the one kept with the draft) have it as their source; the submission says who
    filled it in, and when. Raises RegisterError and VaultError; then the draft stands as before.
    """
    paper = paper or kept_paper(vault, draft)
    findings = [_unanswered(violation) for violation in session.violations()]
    if findings:
        return tuple(findings)
    scope = scope_of(vault, draft.record)
    before = said_before(vault, draft)
    changes: list[Change] = []
    household = "" if _is_village(draft.record) else draft.record
    for entity in session.entity_changes():
        stored, wrong = stored_values(vault, _differing(entity, before))
        findings += wrong
        target = target_of(vault, draft, entity, household)
        if isinstance(target, Finding):
            findings.append(target)
            continue
        if entity.list == HOUSEHOLD and not household:
            household = target.record
        changes += _change(vault, draft, scope, target, stored)
    if findings:
        return tuple(findings)
    if paper is not None:
        changes = [replace(change, source=paper.source(draft.form)) for change in changes]
    return _write(vault, draft, session, scope, household, changes, paper)


def _write(
    vault: Vault,
    draft: Draft,
    session: Session,
    scope: str,
    household: str,
    changes: list[Change],
    paper: Paper | None,
) -> Saved:
    xml = session.submission(now=datetime.fromtimestamp(vault.clock() / 1000, UTC))
    with vault.transaction():
        facts: dict[str, Value] = {
            "form": draft.form,
            "version": draft.version,
            "year": draft.year,
            "household": household or None,
            "xml": put(vault, xml),
            "worker_name": (paper.worker if paper else "") or vault.worker.name,
            "filled_on": paper.filled_on if paper else None,
            "replaces": draft.edits or None,
            "files": " ".join(_files(session)) or None,
            "audit": _audit(vault, draft, session),
        }
        known = {key: value for key, value in facts.items() if vault.dictionary.has_field(SUBMISSION, key)}
        submitted = Change(SUBMISSION, vault.new_id(), "add", known)
        saved = save(vault, scope, "form", [*changes, submitted], seen=draft.seen, label="form")
        delete_draft(vault, draft)
        return saved


def _change(
    vault: Vault, draft: Draft, scope: str, target: Target, stored: Mapping[str, Value]
) -> list[Change]:
    layout = vault.ledger.layout(target.list)
    row = read_row(vault.ledger, layout, target.record)
    # What stood there when the form opened, not now: a value that came since is not the worker's to overwrite.
    stood = {} if row is None else _values_at_opening(vault, draft, scope, target)
    values = {key: value for key, value in stored.items() if value != stood.get(key)}
    if not values:
        return []
    if row is None:
        return [Change(target.list, target.record, "add", {**target.keys, **values})]
    return [Change(target.list, target.record, "set", values)]


def _values_at_opening(vault: Vault, draft: Draft, scope: str, target: Target) -> Mapping[str, Value]:
    state = state_without(
        vault.ledger,
        vault.ledger.layout(target.list),
        scope,
        target.record,
        lambda commit, _: not covers(draft.seen, commit.dot),
    )
    return shown_values(state)


def _audit(vault: Vault, draft: Draft, session: Session) -> str | None:
    """The log of the filling as a file, where the form asks for one."""
    if session.audit is None:
        return None
    finalised = AuditRow("form finalize", "", vault.clock())
    return put(vault, write_csv(session.audit, (*audit_rows(vault, draft), finalised)))


def _files(session: Session) -> list[str]:
    """The pictures and other files among the answers, each once."""
    nodes = (session.node(ref) for ref in session.order())
    named = (node.value for node in nodes if node.kind == "upload" and node.value.startswith(PREFIX))
    return list(dict.fromkeys(named))


def _differing(entity: EntityChange, before: Mapping[str, Mapping[str, str]]) -> EntityChange:
    """Without what the edited submission said already."""
    said = before.get(place_of(entity), {})
    values = {key: text for key, text in entity.values.items() if said.get(key) != text}
    return replace(entity, values=values)


def _unanswered(violation: Violation) -> Finding:
    ref, message = violation.ref, violation.message
    if violation.kind == "soft":
        return Finding(
            "form.unconfirmed", "Not confirmed yet: {message}", {"message": message}, Where(field=ref)
        )
    if message:
        return Finding("form.not_final", "{message}", {"message": message}, Where(field=ref))
    return Finding(
        "form.not_final", "An answer is missing or does not fit at {ref}.", {"ref": ref}, Where(field=ref)
    )


def _is_village(record: str) -> bool:
    return len(record) == LENGTH and record.isdigit()
