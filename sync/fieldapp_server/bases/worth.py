"""What the log beyond a vector costs a laptop, so that a base is offered where it costs less. For reading only."""

from collections.abc import Mapping

from fieldapp.journal.commit import Vector
from fieldapp.store.ledger import Ledger

FAST_COMMITS = 3
"""On a fast link a base is offered from so many commits a row on: before, the log comes sooner than a base is made."""
_TAIL_SHARE = 4


def clamped(ledger: Ledger, scope: str, told: Mapping[str, int]) -> dict[str, int]:
    """What a laptop says that it holds, as far as there is such a thing here."""
    held = ledger.vector(scope)
    return {stream: min(told[stream], seq) for stream, seq in held.items() if stream in told}


def is_long(ledger: Ledger, scope: str, known: Vector, rows: int) -> bool:
    """Whether the log is much longer than the tables, as far as these have followed it."""
    held = dict(ledger.vector(scope))
    left = sum(max(0, head - known.get(stream, 0)) for stream, head in held.items())
    return dict(ledger.projected(scope)) == held and left >= FAST_COMMITS * rows


def log_bytes(ledger: Ledger, scope: str, known: Vector) -> int:
    """About how many bytes travel of a village's log beyond a vector."""
    size = 0
    for stream, number, head in ledger.db.execute(
        "select id, n, head_seq from stream where scope = ? and head_seq > 0", [scope]
    ).fetchall():
        at = known.get(stream, 0)
        if at < head:
            sealed = ledger.db.execute(
                "select coalesce(sum(length(body)), 0) from segment where stream = ? and last > ?",
                [number, at],
            ).fetchone()[0]
            tail = ledger.db.execute(
                "select coalesce(sum(length(line)), 0) from tail where stream = ? and seq > ?", [number, at]
            ).fetchone()[0]
            size += int(sealed) + int(tail) // _TAIL_SHARE
    return size


def count_rows(ledger: Ledger, scope: str) -> int:
    """Rows of a village in every list."""
    return sum(
        int(ledger.db.execute(f'select count(*) from "{name}" where scope = ?', [scope]).fetchone()[0])
        for name in ledger.layouts
    )
