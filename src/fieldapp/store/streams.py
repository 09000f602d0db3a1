"""What a ledger can give to others: vectors, digests, and segments of exact lines."""

from collections.abc import Iterator
from hashlib import sha256

from fieldapp.journal.commit import Vector
from fieldapp.journal.stream import Segment, join_lines
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
    """What another who holds `known` lacks of a village: segments of about `size` bytes, each stream in order."""
    found = ledger.db.execute(
        "select id, n, replica, head_seq from stream where scope = ? and head_seq > 0 order by id", [scope]
    ).fetchall()
    for stream, number, replica, head in found:
        if known.get(stream, 0) >= head:
            continue
        lines: list[bytes] = []
        held = 0
        at = known.get(stream, 0)
        for at, line in log.lines_after(ledger.db, number, known.get(stream, 0)):
            if lines and held + len(line) > size:
                yield Segment(stream, replica, scope, at - len(lines), at - 1, join_lines(lines))
                lines, held = [], 0
            lines.append(line)
            held += len(line) + 1
        if lines:
            yield Segment(stream, replica, scope, at - len(lines) + 1, at, join_lines(lines))


def digest(ledger: Ledger, scope: str) -> bytes:
    """32 bytes that two ledgers share exactly when they hold the same bytes of a village."""
    found = ledger.db.execute(
        "select id, head_seq, head_hash from stream where scope = ? and head_seq > 0 order by id", [scope]
    )
    told = sha256(scope.encode())
    for stream, head, chain in found.fetchall():
        told.update(f"\n{stream} {head} ".encode() + chain)
    return told.digest()
