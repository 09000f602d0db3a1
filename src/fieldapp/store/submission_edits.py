"""Editing a finalised form: a draft from its own answers, which becomes a new submission that names the old one.

Only what differs from the old submission is written to the register, against what the old submission had seen: a value
that somebody has changed since is a conflict for a person, not silently overwritten.
"""

from collections.abc import Mapping
from datetime import UTC, datetime

from fieldapp.forms import Form
from fieldapp.journal.commit import Vector
from fieldapp.journal.context import joined
from fieldapp.store.drafts import Draft, open_edit, put_answers
from fieldapp.store.earlier_answers import keep_said
from fieldapp.store.files.attachments import get
from fieldapp.store.history import operations_on
from fieldapp.store.records import record
from fieldapp.store.refusals import unknown_record
from fieldapp.store.returning import refuse_replaced
from fieldapp.store.save import seen_of
from fieldapp.store.vault import Vault

SUBMISSION = "submission"


def edit_submission(
    vault: Vault, form: Form, submission: str, *, tz: str = "UTC", metadata: Mapping[str, str] | None = None
) -> Draft:
    """The draft that edits a submission: a new one, or the one that was begun before. `begin` opens it.

    Raises RegisterError register.unknown_record, register.foreign_scope, submission.replaced, attachment.missing;
    FormError where the form is not the submission's.
    """
    found = record(vault, SUBMISSION, submission)
    if found is None:
        raise unknown_record()
    vault.refuse_foreign(found.scope)
    refuse_replaced(vault, submission)
    now = datetime.fromtimestamp(vault.clock() / 1000, UTC)
    known = {"username": vault.worker.name, "deviceid": vault.replica, **(metadata or {})}
    xml = get(vault, str(found.values.get("xml") or ""))
    session = form.edit(xml, today=now.date(), now=now, tz=tz, metadata=known)
    about = str(found.values.get("household") or found.scope)
    year = found.values.get("year")
    with vault.transaction():
        draft, is_new = open_edit(
            vault,
            submission,
            form.id,
            form.version,
            about,
            year if isinstance(year, int) else None,
            _seen_then(vault, found.scope, submission),
        )
        if is_new:
            put_answers(vault, draft, session.answers())
            keep_said(vault, draft, session.entity_changes())
    return draft


def _seen_then(vault: Vault, scope: str, submission: str) -> Vector:
    """What the submission's commit had seen, and itself; what is seen now where it does not say."""
    for commit, _ in operations_on(vault.ledger, scope, SUBMISSION, submission):
        seen: Vector = {}
        for operation in commit.operations:
            seen = joined(seen, operation.seen)
        if seen:
            return joined(seen, {commit.dot.stream: commit.dot.seq})
    return seen_of(vault, scope)
