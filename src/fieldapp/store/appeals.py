"""Objections, requests and complaints of a household: received with a day until which to answer, and answered.

The day comes from the packs and may be changed; a reply is never written over, a second one needs a new appeal.
"""

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value, Vector
from fieldapp.store.records import record
from fieldapp.store.refusals import unknown_record
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault
from fieldapp.store.village.care import pack_deadlines


def reply_due(vault: Vault, kind: str, received_on: str) -> str:
    """Until when a kind of `appeal_kind` is to be answered; "" where the packs say nothing of it. Raises PackError."""
    step = pack_deadlines(vault).reply.get(kind)
    return step.due(received_on) if step is not None else ""


def receive(
    vault: Vault,
    household: str,
    kind: str,
    text: str,
    received_on: str,
    *,
    from_name: str = "",
    due_on: str = "",
    seen: Vector | None = None,
) -> Saved:
    """Write down what a household objects to or asks for; `due_on` "" takes the packs' days.

    Raises RegisterError unknown_record and those of `save`.
    """
    home = record(vault, "household", household)
    if home is None:
        raise unknown_record()
    told: dict[str, Value] = {"from_name": from_name, "due_on": due_on or reply_due(vault, kind, received_on)}
    values: dict[str, Value] = {key: value for key, value in told.items() if value}
    values |= {"household": household, "kind": kind, "text": text, "received_on": received_on}
    change = Change("appeal", None, "add", values)
    return save(vault, home.scope, "edit", [change], seen=seen or seen_of(vault, home.scope), label=text[:60])


def reply(
    vault: Vault,
    appeal: str,
    words: str,
    replied_on: str,
    *,
    satisfied: bool | None = None,
    seen: Vector | None = None,
) -> Saved:
    """Answer it on a civil date; `satisfied` is what the household said, None while it said nothing.

    Raises RegisterError unknown_record, appeal.no_words, appeal.answered.
    """
    found = record(vault, "appeal", appeal)
    if found is None:
        raise unknown_record()
    if not words.strip():
        raise RegisterError("appeal.no_words", "Write what was answered.")
    if found.values.get("replied_on"):
        raise RegisterError(
            "appeal.answered", "This was answered already. Record a new one for a new answer."
        )
    values: dict[str, Value] = {"reply": words.strip(), "replied_on": replied_on}
    if satisfied is not None:
        values["satisfied"] = int(satisfied)
    change = Change("appeal", appeal, "set", values)
    return save(
        vault, found.scope, "edit", [change], seen=seen or seen_of(vault, found.scope), label=words[:60]
    )
