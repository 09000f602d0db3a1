"""Changes that wait for a person's review, here or at our station, in words: whose, why, and each fact as old → new.

The rule it holds: reading shows what the reader's role may see, as every card does; nothing is taken in by looking.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from fieldapp.errors import SyncError
from fieldapp.journal.commit import Commit, MalformedCommit, Operation, Value, decode_commit
from fieldapp.store.authority.review import lines_of, waiting_here
from fieldapp.store.field_rights import withheld_keys
from fieldapp.store.records import record
from fieldapp_sync.authority.review_at_hub import decide_at_hub, held_at_hub, reopen_at_hub
from fieldapp_sync.station import station
from fieldapp_ui.editing.fact_reading import FactReading
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.language import together, tr

if TYPE_CHECKING:
    from fieldapp.store import Vault

MOST_LINES, MOST_FACTS = 20, 12


@dataclass(frozen=True)
class HeldWork:
    """What waits of one writer in one village. `lines` are its first commits, as written; `where` it is held."""

    where: Literal["here", "station"]
    stream: str
    scope: str
    replica: str
    name: str
    reason: str
    commits: int
    at_ms: int
    lines: tuple[bytes, ...]


def read_held(vault: Vault, scope: str) -> tuple[HeldWork, ...]:
    """What waits here, and at our own station while it runs. A thread's work."""
    here = tuple(
        HeldWork(
            *("here", one.stream, one.scope, one.replica, one.name, one.reason, one.commits, one.at_ms),
            lines_of(vault.ledger, one.stream, MOST_LINES),
        )
        for one in waiting_here(vault, scope)
    )
    if not station.is_station(vault):
        return here
    try:
        return (*here, *_at_station(vault, {one.stream for one in here}))
    except SyncError:
        # The station's own line on the sync page says why it does not answer.
        return here


def decide_at_station(vault: Vault, stream: str, *, take_in: bool, why: str = "") -> None:
    """Tell our station the decision; what is taken in comes here with the next round. Raises SyncError."""
    connection = station.connect_own(vault)
    try:
        decide_at_hub(connection, stream, take_in=take_in, why=why)
    finally:
        connection.close()


def reopen_at_station(vault: Vault, stream: str) -> None:
    """Tell our station that what was turned down waits again. Raises SyncError."""
    connection = station.connect_own(vault)
    try:
        reopen_at_hub(connection, stream)
    finally:
        connection.close()


def held_words(one: HeldWork) -> str:
    """Why it waits and what a decision means."""
    why = {
        "revoked": tr("It was written after its computer was shut out."),
        "scope": tr("It was written in a village that is not its writer's."),
        "unproven": tr("Somebody else brought it, and it does not carry its writer's signature."),
        "follows": tr("It follows other changes that wait."),
    }.get(one.reason, "")
    where = tr("It is held at your station.") if one.where == "station" else ""
    rule = tr(
        "Nothing of it is in the register yet. Taken in, it counts like any other entry and can be corrected; turned "
        "down, it is kept and can still be taken in."
    )
    return together(why, where, rule)


def held_facts(reading: FactReading, one: HeldWork) -> tuple[tuple[str, str], ...]:
    """Label and “old → new” of its first facts, and how many more there are."""
    came = datetime.fromtimestamp(one.at_ms / 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
    operations = (operation for commit in _commits(one) for operation in commit.operations)
    facts = [fact for operation in operations for fact in _facts(reading, operation)]
    writers = ", ".join(dict.fromkeys(commit.worker for commit in _commits(one) if commit.worker))
    told = [(tr("Written by, as it says"), writers), (tr("Came in"), came), *facts[:MOST_FACTS]]
    left = len(facts) - MOST_FACTS
    more = one.commits - len(one.lines)
    if left > 0:
        told.append(("", tr("and {count} more facts", count=left)))
    if more > 0:
        told.append(("", tr("and {count} more changes", count=more)))
    return tuple(told)


def _at_station(vault: Vault, known: set[str]) -> tuple[HeldWork, ...]:
    connection = station.connect_own(vault)
    try:
        items = [
            one
            for one in held_at_hub(connection).held
            if one.state == "waiting" and one.stream not in known and vault.worker.covers(one.scope)
        ]
        return tuple(
            HeldWork(
                *("station", one.stream, one.scope, one.replica, one.name, one.reason),
                *(one.last - one.first + 1, one.at_ms),
                tuple(line.encode() for line in station.held_lines(connection, one.stream).lines),
            )
            for one in items
        )
    finally:
        connection.close()


def _commits(one: HeldWork) -> Iterable[Commit]:
    for line in one.lines:
        try:
            yield decode_commit(line, stream=one.stream, scope=one.scope, replica=one.replica)
        except MalformedCommit:
            continue


def _facts(reading: FactReading, operation: Operation) -> Iterable[tuple[str, str]]:
    vault, name = reading.desk.vault, operation.list
    if name not in vault.dictionary.lists:
        return
    known = record(vault, name, operation.record)
    before = known.values if known else {}
    whose = _whose(reading, name, operation.record, operation.fields)
    words = f"{whose} · {reading.list_words(name)}" if whose else reading.list_words(name)
    if operation.action == "end":
        yield words, tr("is ended")
    withheld = withheld_keys(vault, name)
    for key in operation.fields:
        if not vault.dictionary.has_field(name, key) or key in withheld:
            continue
        old, _ = reading.shown(name, key, before)
        new, _ = reading.shown(name, key, operation.fields)
        label = f"{whose or reading.list_words(name)} · {reading.label(vault.dictionary.field(name, key))}"
        yield label, f"{old or '…'} → {new or '…'}" if known else new


def _whose(reading: FactReading, name: str, record_id: str, fields: Mapping[str, Value]) -> str:
    """The person or the head of the household that a record is about; "" where nobody here knows. Two addresses of two
    households would read alike."""
    vault = reading.desk.vault
    while name:
        known = record(vault, name, record_id)
        values = known.values if known is not None else fields
        if name == "household":
            return head_name(vault, record_id)
        if name == "person" and "name" not in withheld_keys(vault, name) and values.get("name"):
            return str(values["name"])
        name = vault.dictionary.lists[name].parent
        record_id, fields = str(values.get(name) or ""), {}
    return ""
