"""What a ledger can give to others: vectors, digests, and segments of exact lines."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import islice

from fieldapp.journal.commit import Vector
from fieldapp.journal.stream import CHAIN_START, Segment, chain_after, join_lines
from fieldapp.store import log
from fieldapp.store.ledger import Ledger

SEGMENT_BYTES = 32_768


def scopes(ledger: Ledger) -> tuple[str, ...]:
    """The villages something is held of."""
    found = ledger.db.execute("select distinct scope from stream where head_seq > 0 order by scope")
    return tuple(row[0] for row in found.fetchall())


def vector(ledger: Ledger, scope: str) -> dict[str, int]:
    """Stream id → highest sequence held of a village, from the log itself."""
    return dict(ledger.vector(scope))


def segments_after(ledger: Ledger, scope: str, known: Vector, size: int = SEGMENT_BYTES) -> Iterator[Segment]:
    """What another who holds `known` lacks of a village: segments of about `size` bytes, each stream in order.

    A stored segment of about that size goes as it is, with its packed body. A stream whose lines after `known` are
    dropped here is left out: whoever lacks them is sent to the hub (`growing.dropped`).
    """
    found = ledger.db.execute(
        "select id, n, replica, head_seq, coalesce(seq, 0) from stream left join base_stream on stream = n "
        "where scope = ? and head_seq > 0 order by id",
        [scope],
    ).fetchall()
    for stream, number, replica, head, base in found:
        if base <= known.get(stream, 0) < head:
            for first, lines, packed in _pieces(ledger, number, known.get(stream, 0), size):
                body = join_lines(lines)
                yield Segment(stream, replica, scope, first, first + len(lines) - 1, body, packed)


def chain_at(ledger: Ledger, stream: str, seq: int) -> bytes | None:
    """The chain of a stream after any sequence that is held; after 0 it is `CHAIN_START`. None where the log does not
    reach there, or its lines gave way to a base."""
    found = ledger.stream(stream)
    if seq == 0:
        return CHAIN_START
    if found is None:
        return None
    head, chain = ledger.db.execute(
        "select head_seq, head_hash from stream where n = ?", [found.n]
    ).fetchone()
    if seq == head:
        return bytes(chain)
    if not 0 < seq < head:
        return None
    at, before = ledger.db.execute(
        "select last, chain from segment where stream = ? and last <= ? "
        "union all select seq, chain from base_stream where stream = ? and seq <= ? "
        "union all select 0, ? order by 1 desc limit 1",
        [found.n, seq, found.n, seq, CHAIN_START],
    ).fetchone()
    between = list(islice(log.lines_after(ledger.db, found.n, at), seq - at))
    if len(between) != seq - at or (between and between[0][0] != at + 1):
        return None
    return chain_after(bytes(before), join_lines(line for _, line in between))


def lines_before(ledger: Ledger, stream: str, seq: int, size: int) -> tuple[int, bytes]:
    """The newest lines before `seq`, `size` bytes at most, and the sequence of the first of them; (seq, b"") for none."""
    found = ledger.stream(stream)
    lines = log.last_lines(ledger.db, found.n, seq - 1, size) if found else []
    return seq - len(lines), join_lines(lines)


def lines_between(ledger: Ledger, stream: str, first: int, last: int, size: int) -> bytes:
    """The lines of a stream from `first` to `last`; b"" where they are not all held or are more than `size` bytes."""
    start, lines = lines_before(ledger, stream, last + 1, size)
    if not 0 < start <= first <= last:
        return b""
    return join_lines(lines.splitlines()[first - start :])


def digest(ledger: Ledger, scope: str) -> bytes:
    """32 bytes that two ledgers share exactly when they hold the same bytes of a village."""
    found = ledger.db.execute(
        "select id, head_seq, head_hash from stream where scope = ? and head_seq > 0 order by id", [scope]
    )
    told = sha256(scope.encode())
    for stream, head, chain in found.fetchall():
        told.update(f"\n{stream} {head} ".encode() + chain)
    return told.digest()


def _pieces(ledger: Ledger, number: int, seq: int, size: int) -> Iterator[tuple[int, Sequence[bytes], bytes]]:
    """(first sequence, lines, packed) of a stream after `seq`, in pieces of about `size` bytes."""
    lines: list[bytes] = []
    held, at = 0, seq
    for run in log.runs_after(ledger.db, number, seq):
        told = sum(map(len, run.lines)) + len(run.lines)
        is_whole = run.packed and run.first > seq
        if is_whole and (len(run.lines) == 1 or size // 2 <= told <= size + 1):
            if lines:
                yield at + 1 - len(lines), lines, b""
                lines, held = [], 0
            yield run.first, run.lines, run.packed
            at = run.first + len(run.lines) - 1
            continue
        for at, line in enumerate(run.lines, run.first):
            if at > seq:
                if lines and held + len(line) > size:
                    yield at - len(lines), lines, b""
                    lines, held = [], 0
                lines.append(line)
                held += len(line) + 1
    if lines:
        yield at + 1 - len(lines), lines, b""
