"""The log of a stream: exact commit lines, the newest in a tail row each, older ones sealed (`journal.sealed`).

A save writes one short tail row; when a tail reaches `SEAL_BYTES` it becomes one segment. What arrives in a large piece
is sealed at once, as it came where it came packed. Lines never change, but for a lawful erasure, which leaves every
chain as it was (docs/decisions/0014).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from zstandard import ZstdError

from fieldapp.journal.sealed import is_sealed, seal, unseal, unsealed_size
from fieldapp.journal.stream import chain_after, forget_chains, join_lines
from fieldapp.store.faults import damaged

if TYPE_CHECKING:
    from sqlite_utils import Database

SEAL_BYTES = 245_760
"""As large as a segment of a LAN may be (256 KiB) with its last line."""
_LARGE = 65_536
"""What arrives in a piece of this size is a segment of its own: sealing it with the tail would pack it twice."""
_SOME = 64
"""Tail lines read at once."""
_LEVEL, _QUICK_LEVEL = 9, 3
"""zstd levels of what is sealed once from many saves, and of large pieces that wait to be taken in."""


@dataclass(frozen=True)
class Run:
    """Lines of a stream, `first` the sequence of the first. `packed`: the same lines sealed, or b""."""

    first: int
    lines: Sequence[bytes]
    packed: bytes = b""


def append(db: "Database", stream: int, lines: Sequence[bytes], *, packed: bytes = b"") -> int:
    """Append lines (without newlines) after the stream's head, inside the caller's transaction. Returns the new head.

    `packed` may be the same lines, each with its newline, as they came sealed.
    """
    head, chain = db.execute("select head_seq, head_hash from stream where n = ?", [stream]).fetchone()
    body = join_lines(lines)
    after = chain_after(chain, body)
    held = db.execute(
        "select coalesce(sum(length(line)), 0) from tail where stream = ?", [stream]
    ).fetchone()[0]
    if len(body) >= _LARGE:
        if held:
            _seal_tail(db, stream, head, chain)
        sealed = packed if packed and is_sealed(packed, body) else seal(body, _QUICK_LEVEL)
        _add_segment(db, stream, head + 1, head + len(lines), sealed, after)
    else:
        db.conn.executemany(
            "insert into tail (stream, seq, line) values (?, ?, ?)",
            [(stream, head + at, line) for at, line in enumerate(lines, 1)],
        )
        if held + len(body) >= SEAL_BYTES:
            _seal_tail(db, stream, head + len(lines), after)
    head = int(head) + len(lines)
    db.execute("update stream set head_seq = ?, head_hash = ? where n = ?", [head, after, stream])
    return head


def runs_after(db: "Database", stream: int, seq: int, *, once: bool = False) -> Iterator[Run]:
    """The sealed segments that reach beyond `seq`, each whole, and then the tail after it, in order. `once`: who goes
    through a whole log keeps none of its lines for speed."""
    lines = _unsealed if once else _lines
    sealed = db.execute(
        "select first from segment where stream = ? and last > ? order by first", [stream, seq]
    ).fetchall()
    for (first,) in sealed:
        body = db.execute(
            "select body from segment where stream = ? and first = ?", [stream, first]
        ).fetchone()[0]
        yield Run(first, lines(body), body)
    tail = db.execute(
        "select seq, line from tail where stream = ? and seq > ? order by seq", [stream, seq]
    ).fetchall()
    if tail:
        yield Run(tail[0][0], [line for _, line in tail])


def lines_after(db: "Database", stream: int, seq: int, *, once: bool = False) -> Iterator[tuple[int, bytes]]:
    """(sequence, line) of a stream from `seq` + 1 on, in order; `once` as for `runs_after`."""
    for run in runs_after(db, stream, seq, once=once):
        for at, line in enumerate(run.lines, run.first):
            if at > seq:
                yield at, line


def last_lines(db: "Database", stream: int, seq: int, size: int) -> list[bytes]:
    """The newest lines up to `seq` that together, each with its newline, are at most `size` bytes, in order."""
    out: list[bytes] = []
    at, left = seq, size
    for run in _runs_back(db, stream, seq):
        held = run.lines[: at - run.first + 1]
        if run.first + len(held) - 1 != at:
            break
        for line in reversed(held):
            left -= len(line) + 1
            if left < 0:
                return out[::-1]
            out.append(line)
        at = run.first - 1
    return out[::-1]


def _runs_back(db: "Database", stream: int, seq: int) -> Iterator[Run]:
    """The tail and the sealed segments that begin at or before `seq`, newest first; the tail a line at a time."""
    tail = db.execute(
        "select seq, line from tail where stream = ? and seq <= ? order by seq desc", [stream, seq]
    )
    while some := tail.fetchmany(_SOME):
        for at, line in some:
            yield Run(at, [bytes(line)])
    before = seq + 1
    while row := db.execute(
        "select first, body from segment where stream = ? and first < ? order by first desc limit 1",
        [stream, before],
    ).fetchone():
        before = row[0]
        yield Run(before, _lines(row[1]))


def line_at(db: "Database", stream: int, seq: int) -> bytes | None:
    """One line, or None where the log does not hold it."""
    row = db.execute("select line from tail where stream = ? and seq = ?", [stream, seq]).fetchone()
    if row:
        return bytes(row[0])
    row = db.execute(
        "select first, body from segment where stream = ? and first <= ? and last >= ?", [stream, seq, seq]
    ).fetchone()
    return _lines(row[1])[seq - row[0]] if row else None


def rewrite(
    db: "Database",
    stream: int,
    needles: Sequence[bytes],
    change: Callable[[int, list[bytes]], list[bytes]],
) -> None:
    """Put changed lines in place of a stream's lines, inside the caller's transaction; head and chain stay.

    Only segments and tail lines that hold one of the needles are given to `change`, with their first sequence.
    """
    for first, body in db.execute(
        "select first, body from segment where stream = ? order by first", [stream]
    ).fetchall():
        lines = list(_lines(body))
        if any(needle in line for line in lines for needle in needles):
            changed = change(first, lines)
            if changed != lines:
                db.execute(
                    "update segment set body = ? where stream = ? and first = ?",
                    [seal(join_lines(changed), _LEVEL), stream, first],
                )
    for seq, line in db.execute(
        "select seq, line from tail where stream = ? order by seq", [stream]
    ).fetchall():
        if any(needle in line for needle in needles):
            db.execute(
                "update tail set line = ? where stream = ? and seq = ?",
                [change(seq, [bytes(line)])[0], stream, seq],
            )


def drop(db: "Database", stream: int, seq: int) -> None:
    """Lose a stream's lines up to `seq`, inside the caller's transaction; a segment that goes on is cut, head and chain
    stay. What is asked of the lost lines is kept elsewhere: `store.growing`."""
    over = db.execute(
        "select first, last, body, chain from segment where stream = ? and first <= ? and last > ?",
        [stream, seq, seq],
    ).fetchone()
    db.execute("delete from segment where stream = ? and first <= ?", [stream, seq])
    db.execute("delete from tail where stream = ? and seq <= ?", [stream, seq])
    if over:
        first, last, body, chain = over
        kept = join_lines(_lines(body)[seq + 1 - first :])
        _add_segment(db, stream, seq + 1, last, seal(kept, _LEVEL), chain)


def cut(db: "Database", stream: int, seq: int, chain: bytes) -> None:
    """Lose a stream's lines after `seq`, where its chain was this, inside the caller's transaction: only for lines that
    are written again elsewhere (`store.forks`)."""
    over = db.execute(
        "select first, body from segment where stream = ? and first <= ? and last > ?", [stream, seq, seq]
    ).fetchone()
    db.execute("delete from segment where stream = ? and last > ?", [stream, seq])
    db.execute("delete from tail where stream = ? and seq > ?", [stream, seq])
    if over:
        kept = join_lines(_lines(over[1])[: seq + 1 - over[0]])
        _add_segment(db, stream, over[0], seq, seal(kept, _LEVEL), chain)
    db.execute("update stream set head_seq = ?, head_hash = ? where n = ?", [seq, chain, stream])


def forget() -> None:
    """Lose the plain lines that are kept for speed."""
    _remembered.cache_clear()
    forget_chains()


def _seal_tail(db: "Database", stream: int, head: int, chain: bytes) -> None:
    """Make the tail, which ends at `head`, a segment."""
    tail = db.execute("select line from tail where stream = ? order by seq", [stream]).fetchall()
    sealed = seal(join_lines(row[0] for row in tail), _LEVEL)
    _add_segment(db, stream, head + 1 - len(tail), head, sealed, chain)
    db.execute("delete from tail where stream = ?", [stream])


def _add_segment(db: "Database", stream: int, first: int, last: int, sealed: bytes, chain: bytes) -> None:
    db.execute(
        "insert into segment (stream, first, last, body, chain) values (?, ?, ?, ?, ?)",
        [stream, first, last, sealed, chain],
    )


def _lines(body: bytes) -> tuple[bytes, ...]:
    # Two dozen of the longest would be a hundred megabytes.
    return _remembered(body) if unsealed_size(body) <= _LONGEST_REMEMBERED else _unsealed(body)


def _unsealed(body: bytes) -> tuple[bytes, ...]:
    try:
        return tuple(unseal(body).splitlines())
    except (ValueError, ZstdError) as wrong:
        raise damaged() from wrong


_LONGEST_REMEMBERED = 1 << 20
_remembered = lru_cache(maxsize=24)(_unsealed)
