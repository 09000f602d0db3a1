"""One save as it stands in the log and on the wire: commit, operations, dots. The line's bytes never change.

A commit is one UTF-8 JSON line. Stream, scope and replica stand once in the segment's header, not in each line.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, NamedTuple, get_args

import msgspec

from fieldapp.journal.bounds import (
    LONGEST_TEXT,
    MOST_FIELDS,
    MOST_OF_RECORD,
    MOST_OPERATIONS,
    MOST_STREAMS,
    is_within,
)

Value = str | int | None
Vector = Mapping[str, int]
"""Stream id → highest sequence known; a stream is always known as a prefix."""
Kind = Literal["edit", "form", "sign", "move", "resolve", "undo", "import", "erase"]
Action = Literal["add", "set", "end", "resolve", "erase"]
KINDS: frozenset[str] = frozenset(get_args(Kind))
ACTIONS: frozenset[str] = frozenset(get_args(Action))


class Dot(NamedTuple):
    """The name of one commit: the `seq`-th (from 1) of a stream."""

    stream: str
    seq: int


class Operation(msgspec.Struct, frozen=True, gc=False):
    """What one commit does to one record. `seen` is the vector of the scope when the form or cell opened.

    `fields` are stored values (money in fen, decimals scaled, booleans 0/1). `source` says how the facts are known:
    what `domain.sources` writes, or empty. `closes` are the dots a resolution closes. `erase` strikes what the record
    held, or only the fields it names (docs/decisions/0014). `is_struck`: it stands as a hash of what it was (`erasing`);
    then nobody signed the rest of it.
    """

    list: str
    record: str
    action: Action
    fields: Mapping[str, Value] = {}
    seen: Vector = {}
    source: str = ""
    closes: tuple[Dot, ...] = ()
    is_struck: bool = False


class Commit(msgspec.Struct, frozen=True, gc=False):
    """One save: atomic, one scope. `time` is a hybrid clock reading; `version` the pack edition, as `cn-base@3`."""

    stream: str
    scope: str
    replica: str
    seq: int
    time: str
    worker: str
    version: str
    kind: Kind
    operations: tuple[Operation, ...]

    @property
    def dot(self) -> Dot:
        return Dot(self.stream, self.seq)


class MalformedCommit(ValueError):
    """A line that is no commit; the receiver sets it aside visibly and goes on."""


def encode_commit(commit: Commit) -> bytes:
    """The line of a commit without its newline: keys q t w v k o, and l i a seen f s closes in an operation."""
    return msgspec.json.encode(
        {
            "q": commit.seq,
            "t": commit.time,
            "w": commit.worker,
            "v": commit.version,
            "k": commit.kind,
            "o": [_operation_out(operation) for operation in commit.operations],
        }
    )


def decode_commit(line: bytes, *, stream: str, scope: str, replica: str) -> Commit:
    """The commit of a line. Raises MalformedCommit, also for one that is beyond `bounds`."""
    if not is_within(line):
        raise MalformedCommit("more than one save may hold")
    try:
        raw = _LINE.decode(line)
        operations = tuple(map(_operation_in, raw.o))
        if len(line) > _MANY and (excess := excess_of(operations)):
            raise MalformedCommit(excess)
        return Commit(stream, scope, replica, raw.q, raw.t, raw.w, raw.v, raw.k, operations)
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError, RecursionError) as wrong:
        raise MalformedCommit(str(wrong)) from wrong


_MANY = 24 * MOST_OF_RECORD
"""Bytes of a line; in a shorter one nothing is too many."""


def excess_of(operations: Sequence[Operation]) -> str:
    """What of these is more than one save may hold (`bounds`); "" where nothing is."""
    if len(operations) > MOST_OPERATIONS:
        return "more operations than one save may hold"
    if any(len(one.fields) > MOST_FIELDS for one in operations):
        return "more fields than one save may write"
    if len({name for one in operations for name in one.seen}) > MOST_STREAMS:
        return "more streams than one save may name"
    if max(Counter((one.list, one.record) for one in operations).values(), default=0) > MOST_OF_RECORD:
        return "more operations on one record than one save may hold"
    values = (value for one in operations for value in one.fields.values())
    if any(isinstance(value, str) and len(value) > LONGEST_TEXT for value in values):
        return "a longer text than a field may hold"
    return ""


_Int64 = Annotated[int, msgspec.Meta(ge=-(2**63) + 1, le=2**63 - 1)]
"""What a database holds as a whole number."""


class _LineOperation(msgspec.Struct, gc=False):
    l: str  # noqa: E741 - the wire's name
    i: str
    a: Action
    seen: list[tuple[str, int]] = []
    f: dict[str, str | _Int64 | None] = {}
    s: str = ""
    closes: list[tuple[str, int]] = []
    x: str = ""


class _Line(msgspec.Struct, gc=False):
    q: int
    t: str
    w: str
    v: str
    k: Kind
    o: list[_LineOperation]


_LINE = msgspec.json.Decoder(_Line)


def _operation_out(operation: Operation) -> dict[str, object]:
    out: dict[str, object] = {"l": operation.list, "i": operation.record, "a": operation.action}
    if operation.seen:
        out["seen"] = sorted(operation.seen.items())
    if operation.fields:
        out["f"] = operation.fields
    if operation.source:
        out["s"] = operation.source
    if operation.closes:
        out["closes"] = operation.closes
    return out


def _operation_in(raw: _LineOperation) -> Operation:
    closes = tuple([Dot(stream, seq) for stream, seq in raw.closes]) if raw.closes else ()
    return Operation(raw.l, raw.i, raw.a, raw.f, dict(raw.seen), raw.s, closes, raw.x != "")
