"""Returned submissions: a reviewer's remarks at the questions, records of their own that travel like any other.

A submission is never changed. A return stands until a submission replaces the returned one.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Vector
from fieldapp.store.drafts import Draft
from fieldapp.store.permissions import refuse_without, today_of
from fieldapp.store.records import children, record
from fieldapp.store.refusals import unknown_record
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault

RETURN = "submission_return"


@dataclass(frozen=True)
class ReturnRemark:
    """What a reviewer says about a question; `question` is its reference, or "" for the whole form."""

    question: str
    remark: str
    returned_by: str
    returned_on: str


def return_submission(
    vault: Vault, submission: str, remarks: Mapping[str, str], *, seen: Vector | None = None
) -> Saved:
    """Give a submission back with remarks by question ("" for the whole form); one commit.

    Raises RegisterError role.not_allowed for a role that approves nothing, submission.no_remark, submission.replaced,
    register.unknown_record, and those of `save`.
    """
    refuse_without(vault, "approve")
    found = record(vault, "submission", submission)
    if found is None:
        raise unknown_record()
    refuse_replaced(vault, submission)
    said = {ref: text.strip() for ref, text in remarks.items() if text.strip()}
    if not said:
        raise RegisterError(
            "submission.no_remark", "Write what is to be corrected before you return the form."
        )
    changes = [
        Change(
            RETURN,
            None,
            "add",
            {
                "submission": submission,
                "question": ref or None,
                "remark": text,
                "returned_by": vault.worker.name,
                "returned_on": today_of(vault),
            },
        )
        for ref, text in said.items()
    ]
    return save(vault, found.scope, "edit", changes, seen=seen or seen_of(vault, found.scope), label="return")


def return_remarks(vault: Vault, submission: str) -> tuple[ReturnRemark, ...]:
    """The remarks on a submission in the order they were made; empty where nobody returned it."""
    if RETURN not in vault.ledger.layouts:
        return ()
    return tuple(
        ReturnRemark(
            str(one.values.get("question") or ""),
            str(one.values.get("remark") or ""),
            str(one.values.get("returned_by") or ""),
            str(one.values.get("returned_on") or ""),
        )
        for one in children(vault, RETURN, submission)
    )


def remarks_on(vault: Vault, draft: Draft) -> tuple[ReturnRemark, ...]:
    """The remarks that a draft answers to: those on the submission it edits."""
    return return_remarks(vault, draft.edits) if draft.edits else ()


def refuse_replaced(vault: Vault, submission: str) -> None:
    """Raises RegisterError submission.replaced for a submission that another one has replaced."""
    if "replaces" not in vault.ledger.layout("submission").columns:
        return
    if vault.db.execute("select 1 from submission where replaces = ? limit 1", [submission]).fetchone():
        raise RegisterError(
            "submission.replaced", "This form was corrected and sent again. Open the newer one instead."
        )
