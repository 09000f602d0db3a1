"""The log of a stream: exact commit lines, the newest in a tail row each, older ones sealed in zstd segments.

A save writes one short tail row; when a tail reaches `SEAL_BYTES` it becomes one segment. Lines never change, but for
a lawful erasure, which leaves every chain as it was (docs/decisions/0014).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import zstandard

from fieldapp.journal.stream import chain_after, join_lines

if TYPE_CHECKING:
    from sqlite_utils import Database

SEAL_BYTES = 32_768
_LEVEL = 6


def append(db: "Database", stream: int, lines: Sequence[bytes]) -> int:
    """Append lines (without newlines) after the stream's head, inside the caller's transaction. Returns the new head."""
    head, chain = db.execute("select head_seq, head_hash from stream where n = ?", [stream]).fetchone()
    chain = chain_after(chain, join_lines(lines))
    held = db.execute(
        "select coalesce(sum(length(line)), 0) from tail where stream = ?", [stream]
    ).fetchone()[0]
    if held + sum(map(len, lines)) >= SEAL_BYTES:
        tail = db.execute("select line from tail where stream = ? order by seq", [stream]).fetchall()
        body = join_lines([*(row[0] for row in tail), *lines])
        packed = _packed(body)
        db.execute(
            "insert into segment (stream, first, last, body, chain) values (?, ?, ?, ?, ?)",
            [stream, head + 1 - len(tail), head + len(lines), packed, chain],
        )
        db.execute("delete from tail where stream = ?", [stream])
    else:
        db.conn.executemany(
            "insert into tail (stream, seq, line) values (?, ?, ?)",
            [(stream, head + at, line) for at, line in enumerate(lines, 1)],
        )
    head = int(head) + len(lines)
    db.execute("update stream set head_seq = ?, head_hash = ? where n = ?", [head, chain, stream])
    return head


def lines_after(db: "Database", stream: int, seq: int) -> Iterator[tuple[int, bytes]]:
    """(sequence, line) of a stream from `seq` + 1 on, in order."""
    sealed = db.execute(
        "select first, body from segment where stream = ? and last > ? order by first", [stream, seq]
    ).fetchall()
    for first, body in sealed:
        for at, line in enumerate(_lines(body), first):
            if at > seq:
                yield at, line
    yield from db.execute(
        "select seq, line from tail where stream = ? and seq > ? order by seq", [stream, seq]
    )


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
                    [_packed(join_lines(changed)), stream, first],
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
        db.execute(
            "insert into segment (stream, first, last, body, chain) values (?, ?, ?, ?, ?)",
            [stream, seq + 1, last, _packed(kept), chain],
        )


def forget() -> None:
    """Lose the unpacked segments that are kept for speed."""
    _lines.cache_clear()


def _packed(body: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=_LEVEL).compress(body)


@lru_cache(maxsize=64)
def _lines(body: bytes) -> tuple[bytes, ...]:
    return tuple(zstandard.ZstdDecompressor().decompress(body).splitlines())
