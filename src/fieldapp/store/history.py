"""Who wrote what, when and from where: read from the log, the one place that knows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from fieldapp.domain.clock import clock_ms
from fieldapp.journal.commit import (
    Action,
    Commit,
    Dot,
    Kind,
    MalformedCommit,
    Operation,
    Value,
    decode_commit,
)
from fieldapp.journal.merge import EMPTY, ENDED_FIELDS, RecordState, apply_operation
from fieldapp.store import log
from fieldapp.store.field_rights import showing
from fieldapp.store.growing.base import kept_origin
from fieldapp.store.growing.base_records import base_row, operations_in_base
from fieldapp.store.ledger import Ledger
from fieldapp.store.permissions import may_reach, role_of
from fieldapp.store.rows import marks_in, read_row
from fieldapp.store.tables import Layout
from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class Origin:
    """Where a fact comes from. `source`: see `domain.sources`. `time_ms` is the writer's clock."""

    time_ms: int
    worker: str
    source: str
    kind: Kind
    replica: str


@dataclass(frozen=True)
class Entry:
    """One write of a record: `values` are the fields it set."""

    dot: Dot
    time_ms: int
    worker: str
    kind: Kind
    action: Action
    values: Mapping[str, Value]
    source: str
    replica: str


def origin(vault: Vault, dot: Dot, list_name: str = "", record: str = "") -> Origin | None:
    """The origin of a commit (with the source of its operation on this record), or None where the log lacks it."""
    commit = commit_at(vault.ledger, dot)
    if commit is None:
        return _kept(vault.ledger, dot, list_name, record)
    of = (
        o.source
        for o in commit.operations
        if (not record or o.record == record) and list_name in ("", o.list)
    )
    return Origin(_ms(commit.time), commit.worker, next(of, ""), commit.kind, commit.replica)


def field_origins(vault: Vault, list_name: str, record: str) -> Mapping[str, Origin]:
    """The origin of each field of a record that somebody has written."""
    layout = vault.ledger.layout(list_name)
    row = read_row(vault.ledger, layout, record)
    if row is None or not may_reach(vault, list_name, record):
        return {}
    origins: dict[str, Origin] = {}
    for cell, mark in marks_in(vault.ledger, layout, row).items():
        found = origin(vault, mark.dot, list_name, record)
        if found is not None:
            origins.update(dict.fromkeys(layout.members.get(cell, (cell,)), found))
    return origins


def history(vault: Vault, list_name: str, record: str) -> tuple[Entry, ...]:
    """Every write of a record, the oldest first by the writers' clocks."""
    row = read_row(vault.ledger, vault.ledger.layout(list_name), record)
    if row is None or not may_reach(vault, list_name, record):
        return ()
    written = sorted(
        operations_on(vault.ledger, row.scope, list_name, record),
        key=lambda pair: (pair[0].time, pair[0].replica),
    )
    return tuple(
        Entry(c.dot, _ms(c.time), c.worker, c.kind, o.action, told, o.source, c.replica)
        for c, o in written
        if (told := history_of(vault, list_name, o.fields)) or not o.fields
    )


def history_of(vault: Vault, list_name: str, values: Mapping[str, Value]) -> Mapping[str, Value]:
    """Of values out of the log, those the worker's role sees whole; an evaluator none, for they are earlier answers."""
    role = role_of(vault)
    if role.fields == "all":
        return values
    if role.reach != "scope":
        return {}
    dictionary = vault.dictionary
    return {
        key: value
        for key, value in values.items()
        if key in ENDED_FIELDS
        or (
            dictionary.has_field(list_name, key)
            and showing(vault, dictionary.field(list_name, key)) == "whole"
        )
    }


def operations_on(
    ledger: Ledger, scope: str, list_name: str, record: str
) -> Iterator[tuple[Commit, Operation]]:
    """The operations on a record in the log of its village, stream by stream; before them what the village's base holds
    of those whose lines are dropped."""
    yield from operations_in_base(ledger, scope, list_name, record)
    needle = record.encode()
    for (number,) in ledger.db.execute("select n from stream where scope = ? order by n", [scope]).fetchall():
        for seq, line in log.lines_after(ledger.db, number, 0):
            commit = _decoded(ledger, number, seq, line) if needle in line else None
            for operation in commit.operations if commit else ():
                if operation.list == list_name and operation.record == record:
                    yield commit, operation  # type: ignore[misc]


def state_without(
    ledger: Ledger, layout: Layout, scope: str, record: str, is_left_out: Callable[[Commit, Operation], bool]
) -> RecordState:
    """What a record would be without some of its operations: the merge of all others."""
    state = EMPTY
    for commit, operation in operations_on(ledger, scope, layout.list, record):
        if not is_left_out(commit, operation):
            state = apply_operation(
                state,
                operation,
                dot=commit.dot,
                time=commit.time,
                replica=commit.replica,
                groups=layout.cells,
            )
    return state


def commit_at(ledger: Ledger, dot: Dot) -> Commit | None:
    """The commit of a dot, or None where the log does not hold it."""
    stream = ledger.stream(dot.stream)
    line = log.line_at(ledger.db, stream.n, dot.seq) if stream else None
    return _decoded(ledger, stream.n, dot.seq, line) if stream and line else None


def is_cut(vault: Vault, list_name: str, record: str) -> bool:
    """Whether `history` can lack changes of a record: its village's oldest log is kept at the county alone."""
    row = read_row(vault.ledger, vault.ledger.layout(list_name), record)
    return row is not None and base_row(vault.db, row.scope, list_name, record) is not None


def forget() -> None:
    """Lose the decoded commits that are kept for speed."""
    _commit.cache_clear()


def _kept(ledger: Ledger, dot: Dot, list_name: str, record: str) -> Origin | None:
    stream = ledger.stream(dot.stream)
    kept = kept_origin(ledger.db, stream.scope, dot) if stream else None
    if stream is None or kept is None:
        return None
    return Origin(_ms(kept.time), kept.worker, kept.source_of(list_name, record), kept.kind, stream.replica)


def _decoded(ledger: Ledger, number: int, seq: int, line: bytes) -> Commit | None:
    stream = ledger.stream_at(number)
    try:
        return _commit(line, stream.id, stream.scope, stream.replica)
    except MalformedCommit:
        return None


@lru_cache(maxsize=256)
def _commit(line: bytes, stream: str, scope: str, replica: str) -> Commit:
    return decode_commit(line, stream=stream, scope=scope, replica=replica)


def _ms(time: str) -> int:
    try:
        return clock_ms(time)
    except ValueError:
        return 0
