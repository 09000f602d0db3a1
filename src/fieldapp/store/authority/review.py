"""Commits that wait for a person: of a revoked author, outside an author's places, or carried without proof.

The rule it holds: nothing is thrown away and nothing of it is in the log until somebody who may approve takes it in; then
it is received like everything else, in order. What was rejected is kept and can still be taken in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from fieldapp.errors import SyncError
from fieldapp.journal.stream import CHAIN_START, Segment
from fieldapp.keys.replicas import is_bound, key_of
from fieldapp.store.authority.held_lines import pack_held, unpack_held
from fieldapp.store.authority.kept import certificates
from fieldapp.store.ledger import Ledger

if TYPE_CHECKING:
    from fieldapp.store.authority.judging import Verdict
    from fieldapp.store.vault import Vault

State = Literal["waiting", "accepted", "rejected"]
MOST_BYTES, MOST_IN_VILLAGE = 8 << 20, 2 << 20
"""Packed bytes that wait of one sender, in all and in one village, where two megabytes are the entries of ten thousand
households; more is refused until somebody has decided."""


@dataclass(frozen=True)
class ForReview:
    """What waits of one stream: `commits` lines `first`…`last`. `reason` as `judging.Verdict`'s, of its first lines.

    `author` is the hex key of who wrote it or "", `name` what its certificate calls it; `at_ms` when it came.
    """

    stream: str
    scope: str
    replica: str
    author: str
    name: str
    reason: str
    first: int
    last: int
    at_ms: int
    state: State

    @property
    def commits(self) -> int:
        """How many."""
        return self.last - self.first + 1


def hold(ledger: Ledger, segment: Segment, verdict: "Verdict", *, sender: str, now_ms: int) -> int:
    """Keep what `judge` sent to review; gives the commits that were not held yet. Raises SyncError review.full."""
    with ledger.transaction():
        at, _ = reach(ledger, segment.stream)
        lines = segment.lines.splitlines()[at + 1 - segment.first :]
        if not lines or not verdict.chain or segment.first > at + 1:
            return 0
        packed = pack_held(lines)
        held, in_village = ledger.db.execute(
            "select coalesce(sum(length(lines)), 0), coalesce(sum(length(lines)) filter (where r.scope = ?), 0) "
            "from review r left join stream s on s.id = r.stream "
            "where sender = ? and state in ('waiting', 'displaced') and r.last > coalesce(s.head_seq, 0)",
            [segment.scope, sender],
        ).fetchone()
        if held + len(packed) > MOST_BYTES or in_village + len(packed) > MOST_IN_VILLAGE:
            raise SyncError(
                "review.full",
                "Too much from this computer waits for review already. Ask the station to look at what waits first.",
            )
        ledger.db.execute(
            "insert into review (stream, first, last, replica, scope, author, sender, reason, lines, chain, at_ms, "
            "state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')",
            [
                *(segment.stream, at + 1, segment.last, segment.replica, segment.scope),
                *(verdict.author or _writer(ledger, segment.replica, sender), sender),
                *(verdict.reason, packed, verdict.chain, now_ms),
            ],
        )
        return len(lines)


def reach(
    ledger: Ledger, stream: str, head: int | None = None, chain: bytes = CHAIN_START
) -> tuple[int, bytes]:
    """Where a stream ends with what is held of it beyond the log: sequence and chain."""
    if head is None:
        row = ledger.db.execute("select head_seq, head_hash from stream where id = ?", [stream]).fetchone()
        head, chain = (row[0], bytes(row[1])) if row else (0, CHAIN_START)
    held = ledger.db.execute(
        "select last, chain from review where stream = ? and last > ? order by last desc limit 1",
        [stream, head],
    ).fetchone()
    return (held[0], bytes(held[1])) if held else (head, chain)


def cleared(ledger: Ledger, stream: str) -> int:
    """The last sequence of a stream that somebody took in from review."""
    return int(
        ledger.db.execute(
            "select coalesce(max(last), 0) from review where stream = ? and state = 'accepted'", [stream]
        ).fetchone()[0]
    )


def held_heads(ledger: Ledger, scope: str) -> dict[str, int]:
    """Stream → last sequence held beyond the log of a village, so that nobody sends it again."""
    rows = ledger.db.execute(
        "select r.stream, max(r.last) from review r left join stream s on s.id = r.stream "
        "where r.scope = ? and r.last > coalesce(s.head_seq, 0) and r.state <> 'displaced' group by r.stream",
        [scope],
    ).fetchall()
    return dict(rows)


def waiting(
    ledger: Ledger, condition: str = "1", parameters: Sequence[str] = (), *, rejected: bool = False
) -> tuple[ForReview, ...]:
    """What waits, one entry a stream, oldest first; with `rejected` also what was turned down. `condition` is over the
    columns of `review`."""
    states = "'waiting', 'rejected'" if rejected else "'waiting'"
    rows = ledger.db.execute(
        "select r.stream, r.scope, r.replica, r.author, r.reason, min(r.first), max(r.last), r.at_ms, "
        "min(r.state) = 'rejected' and max(r.state) = 'rejected' "
        "from review r left join stream s on s.id = r.stream "
        f"where r.last > coalesce(s.head_seq, 0) and r.state in ({states}) and r.stream in "
        f"(select stream from review where {condition}) group by r.stream order by min(r.at_ms), r.stream",
        parameters,
    ).fetchall()
    return tuple(
        ForReview(
            *(stream, scope, replica, author, _name(ledger, author), reason, first, last, at_ms),
            "rejected" if turned_down else "waiting",
        )
        for stream, scope, replica, author, reason, first, last, at_ms, turned_down in rows
    )


def lines_of(ledger: Ledger, stream: str, most: int) -> tuple[bytes, ...]:
    """The first held commits of a stream as they were written, oldest first. Raises SyncError review.none."""
    found: list[bytes] = []
    for *_, lines in held_rows(ledger, stream):
        found += unpack_held(lines).splitlines()
        if len(found) >= most:
            break
    return tuple(found[:most])


def waiting_here(vault: "Vault", scope: str) -> tuple[ForReview, ...]:
    """What waits in a place for this vault's worker; nothing for who may not approve."""
    from fieldapp.store.permissions import prefix_range, role_of

    if not role_of(vault).may("approve"):
        return ()
    found = waiting(vault.ledger, "scope >= ? and scope < ?", prefix_range(scope))
    return tuple(one for one in found if vault.worker.covers(one.scope))


def none_held(stream: str) -> SyncError:
    """Nothing waits under this name."""
    return SyncError(
        "review.none",
        "Nothing waits for review under {stream}. `fieldapp hub review list` shows what waits.",
        stream=stream,
    )


def held_rows(ledger: Ledger, stream: str) -> list[tuple[int, int, str, str, bytes]]:
    """What is held of a stream and not taken in, in order: first, last, replica, scope, packed lines. Raises SyncError
    review.none."""
    rows: list[tuple[int, int, str, str, bytes]] = ledger.db.execute(
        "select r.first, r.last, r.replica, r.scope, r.lines from review r left join stream s on s.id = r.stream "
        "where r.stream = ? and r.state in ('waiting', 'rejected') and r.last > coalesce(s.head_seq, 0) order by r.first",
        [stream],
    ).fetchall()
    if not rows:
        raise none_held(stream)
    return rows


def _writer(ledger: Ledger, replica: str, sender: str) -> str:
    """Who wrote what nobody is the known author of, "" where only its name could say it: not who brought it."""
    if not is_bound(replica):
        return sender
    known = ledger.db.execute("select public from certificate union select public from anchor").fetchall()
    return key_of(replica, [sender, *(public for (public,) in known)])


def _name(ledger: Ledger, author: str) -> str:
    found = certificates(ledger, author) if author else ()
    return found[0].name if found else ""
