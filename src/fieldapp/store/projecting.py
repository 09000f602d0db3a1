"""Lines of the log brought into the tables: at once when they arrive, or later where they were stored only.

How far a lagging stream stands in the tables is written in the same transaction as the tables; so a process that is
killed anywhere goes on where it was. A bad commit is set aside here and never blocks those behind it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from fieldapp.domain.clock import clock_ms, is_usual
from fieldapp.journal.commit import Commit, MalformedCommit
from fieldapp.journal.stream import read_commits
from fieldapp.store import log
from fieldapp.store.hand import Changed, Hand
from fieldapp.store.ledger import Ledger, Stream
from fieldapp.store.projection import merge_commit
from fieldapp.store.striking import without_unproven
from fieldapp.store.twins.duplicates import note_shared

AT_ONCE = 1000
BYTES_AT_ONCE = 1 << 20
"""Bytes of lines after which no further one is read with them: an import's lines are a thousand times another's."""
_FARTHEST_AHEAD_MS = 24 * 3600 * 1000
"""Clock readings farther ahead than this do not push ours: a wrong clock elsewhere must not become ours."""


@dataclass(frozen=True)
class Projected:
    """Records that some lines changed, and how many of the lines were set aside, whole or in part."""

    changed: tuple[Changed, ...]
    aside: int


def project(ledger: Ledger, *, limit: int = AT_ONCE, scope: str = "") -> int:
    """Bring at most `limit` stored commits of one village, of `scope` where that is given, into the tables, in one
    transaction; how many it were.

    0: nothing waits. Call it again until then; it may be killed at any point.
    """
    with ledger.transaction():
        row = (
            (scope,)
            if scope
            else ledger.db.execute(
                "select scope from lagging join stream on n = lagging.stream order by n limit 1"
            ).fetchone()
        )
        return _catch_up(ledger, row[0], limit) if row else 0


def project_scope(ledger: Ledger, scope: str) -> None:
    """Bring all that waits of a village into the tables, in the caller's transaction."""
    while _catch_up(ledger, scope, AT_ONCE):
        pass


def project_lines(
    ledger: Ledger, stream: Stream, first: int, lines: Sequence[bytes], known: dict[str, int]
) -> Projected:
    """Merge lines of a stream that are numbered from `first` into the tables, in the caller's transaction.

    `known`: what of the village stands in the tables; it goes on with the lines.
    """
    commits = read_commits(lines, stream=stream.id, scope=stream.scope, replica=stream.replica)
    read = [_checked(ledger, seq, commit) for seq, commit in enumerate(commits, first)]
    hand = Hand(ledger, stream.scope, search_waits=True)
    hand.take(one for commit in read if isinstance(commit, Commit) for one in commit.operations)
    latest = ""
    aside: list[tuple[int, int, str]] = []
    for seq, commit in enumerate(read, first):
        if isinstance(commit, MalformedCommit):
            aside.append((stream.n, seq, str(commit)[:200]))
        else:
            merge_commit(hand, commit, known)
            if commit.time > latest:
                latest = commit.time
        known[stream.id] = seq
    hand.write()
    ledger.db.conn.executemany(
        "insert or replace into quarantine (stream, seq, reason) values (?, ?, ?)", aside
    )
    for (name, field), written in hand.numbers.items():
        note_shared(ledger, name, field, written)
    _follow_clock(ledger, latest)
    return Projected(tuple(hand.changed), len(aside) + len(hand.aside))


def _catch_up(ledger: Ledger, scope: str, limit: int) -> int:
    waiting = ledger.db.execute(
        "select n, projected, head_seq from lagging join stream on n = lagging.stream where scope = ? order by n",
        [scope],
    ).fetchall()
    if not waiting:
        return 0
    known = dict(ledger.projected(scope))
    left = limit
    for number, at, head in waiting:
        lines = _some_lines(ledger, number, at, left)
        project_lines(ledger, ledger.stream_at(number), at + 1, lines, known)
        left -= len(lines)
        if at + len(lines) < head:
            ledger.db.execute("update lagging set projected = ? where stream = ?", [at + len(lines), number])
            break
        ledger.db.execute("delete from lagging where stream = ?", [number])
        if not left:
            break
    return limit - left


def _some_lines(ledger: Ledger, stream: int, at: int, most: int) -> list[bytes]:
    """The next lines of a stream: at most so many, and where they are large fewer."""
    lines, size = list[bytes](), 0
    for _, line in islice(log.lines_after(ledger.db, stream, at), most):
        lines.append(line)
        size += len(line)
        if size >= BYTES_AT_ONCE:
            break
    return lines


def _checked(ledger: Ledger, seq: int, commit: Commit | MalformedCommit) -> Commit | MalformedCommit:
    """A commit as it may be applied, or why not."""
    if isinstance(commit, MalformedCommit):
        return commit
    if commit.seq != seq:
        return MalformedCommit(f"numbered {commit.seq} where {seq} stands")
    is_struck = False
    for operation in commit.operations:
        if not operation.record:
            return MalformedCommit("a record without an id")
        if operation.is_struck:
            is_struck = True
    if not is_usual(commit.time):
        try:
            clock_ms(commit.time)
        except ValueError as wrong:
            return MalformedCommit(str(wrong))
    return without_unproven(ledger, commit) if is_struck else commit


def _follow_clock(ledger: Ledger, latest: str) -> None:
    own = ledger.meta("clock")
    if own and latest > own and clock_ms(latest) - clock_ms(own) <= _FARTHEST_AHEAD_MS:
        ledger.set_meta("clock", latest)
