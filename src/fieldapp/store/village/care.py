"""Care of people of the special groups: discovery, report, emergency, intervention, each a step with its own deadline.

The next step is proposed from the data of the packs; who does what is the worker's to write. Steps are never skipped
silently: a stage that was left out is simply not there, and its deadline stays open until it is done or closed.
"""

from dataclasses import dataclass

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value, Vector
from fieldapp.standards.deadlines import Deadlines, NextStep, read_deadlines
from fieldapp.store.records import Record, record, rows
from fieldapp.store.refusals import unknown_record
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault

FIRST, LAST = "discovered", "closed"
_EVERY = 1_000_000
_FILE = "deadlines.yaml"


@dataclass(frozen=True)
class Proposed:
    """The step to take next and until when; `stage` is empty when the case is closed."""

    stage: str
    due_on: str = ""


def pack_deadlines(vault: Vault) -> Deadlines:
    """The days of the vault's packs, later packs over earlier ones. Raises PackError."""
    files = [pack.folder / "procedures" / _FILE for pack in vault.packs]
    return read_deadlines({str(file): file.read_text("utf-8-sig") for file in files if file.exists()})


def steps(vault: Vault, care: str) -> tuple[Record, ...]:
    """The steps of one case in the order they happened. Raises RegisterError unknown_record."""
    scope = _care(vault, care).scope
    found = [
        one
        for one in rows(vault, "care_event", scope, where={"care": care}, limit=_EVERY)
        if not one.ended_on
    ]
    return tuple(sorted(found, key=lambda one: (str(one.values.get("happened_on") or ""), one.id)))


def proposed(vault: Vault, care: str) -> Proposed:
    """What follows the last step; the first step for a case that has none."""
    done = steps(vault, care)
    if not done:
        return Proposed(FIRST)
    last = done[-1]
    following = _following(vault, str(last.values.get("stage") or ""))
    if not following.next:
        return Proposed("")
    return Proposed(following.next, str(last.values.get("due_on") or ""))


def take_step(
    vault: Vault,
    care: str,
    stage: str,
    happened_on: str,
    *,
    who: str = "",
    note: str = "",
    due_on: str = "",
    seen: Vector | None = None,
) -> Saved:
    """Record a step; the one before it is done on that day, and the next one is due (`due_on` "" takes the packs' days).

    One commit. Raises RegisterError unknown_record, care.closed.
    """
    found = _care(vault, care)
    before = steps(vault, care)
    if before and before[-1].values.get("stage") == LAST:
        raise RegisterError("care.closed", "This case is closed. Open a new one for what happened since.")
    changes = [
        Change("care_event", one.id, "set", {"done_on": happened_on})
        for one in before
        if one.values.get("done_on") is None
    ]
    following = _following(vault, stage)
    told: dict[str, Value] = {
        "who": who,
        "note": note,
        "due_on": (due_on or following.due(happened_on)) if following.next else "",
        "done_on": "" if following.next else happened_on,
    }
    values: dict[str, Value] = {key: value for key, value in told.items() if value}
    values |= {
        "household": found.values["household"],
        "care": care,
        "stage": stage,
        "happened_on": happened_on,
    }
    changes.append(Change("care_event", None, "add", values))
    return save(vault, found.scope, "edit", changes, seen=seen or seen_of(vault, found.scope), label=note)


def _following(vault: Vault, stage: str) -> NextStep:
    return pack_deadlines(vault).care.get(stage, NextStep("", 0))


def _care(vault: Vault, care: str) -> Record:
    found = record(vault, "care", care)
    if found is None:
        raise unknown_record()
    return found
