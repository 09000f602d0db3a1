"""Segments of others taken in: one transaction each, idempotent, in order; a bad commit is set aside and never blocks."""

from dataclasses import dataclass, replace

from fieldapp.domain.clock import clock_ms
from fieldapp.journal.commit import Commit, MalformedCommit, decode_commit
from fieldapp.journal.stream import Segment
from fieldapp.store import log
from fieldapp.store.ledger import Ledger, Stream
from fieldapp.store.projection import Changed, Misplaced, absent_records, apply_commit
from fieldapp.store.striking import erasures_in, note_erasures, strike, strike_fresh
from fieldapp.store.twins.duplicates import note_clashes

_LARGEST = 2**63 - 1
_FARTHEST_AHEAD_MS = 24 * 3600 * 1000
"""Clock readings farther ahead than this do not push ours: a wrong clock elsewhere must not become ours."""


@dataclass(frozen=True)
class Received:
    """Counts of commits. A gap before the segment leaves all of it unapplied: applied, ignored and quarantined are 0."""

    applied: int = 0
    ignored: int = 0
    quarantined: int = 0
    changed: tuple[Changed, ...] = ()


def receive(ledger: Ledger, segment: Segment) -> Received:
    """Take in a segment; durable when this returns. Lines already held are ignored.

    A segment whose count of lines is not what its header says, or whose stream belongs to another replica or village,
    is taken for damaged: nothing of it is applied. Raises VaultError; then nothing is in.
    """
    lines = segment.lines.splitlines()
    if segment.first < 1 or len(lines) != segment.last - segment.first + 1:
        return Received()
    with ledger.transaction():
        stream = ledger.enter_stream(segment.stream, segment.replica, segment.scope)
        if (stream.replica, stream.scope) != (segment.replica, segment.scope):
            return Received()
        known = dict(ledger.vector(segment.scope))
        held = known.get(segment.stream, 0)
        if segment.first > held + 1:
            return Received()
        fresh = lines[held + 1 - segment.first :]
        if not fresh:
            return Received(ignored=len(lines))
        return replace(_take(ledger, stream, fresh, known), ignored=len(lines) - len(fresh))


def _take(ledger: Ledger, stream: Stream, lines: list[bytes], known: dict[str, int]) -> Received:
    held = known.get(stream.id, 0)
    # Erasures first, wherever they stand among the lines: what they name is never written, not even for a moment.
    named = note_erasures(ledger, erasures_in(stream, held + 1, lines))
    lines = strike_fresh(ledger, stream, held + 1, lines)
    log.append(ledger.db, stream.n, lines)
    changed: dict[Changed, None] = {}
    aside = 0
    latest = ""
    read = [_read(stream, seq, line) for seq, line in enumerate(lines, held + 1)]
    absent = absent_records(
        ledger,
        (
            (operation.list, operation.record)
            for commit in read
            if isinstance(commit, Commit)
            for operation in commit.operations
        ),
    )
    for seq, commit in enumerate(read, held + 1):
        try:
            if isinstance(commit, MalformedCommit):
                raise commit
            changed.update(dict.fromkeys(apply_commit(ledger, commit, known, absent=absent)))
            latest = max(latest, commit.time)
        except (MalformedCommit, Misplaced) as wrong:
            aside += 1
            ledger.db.execute(
                "insert or replace into quarantine (stream, seq, reason) values (?, ?, ?)",
                [stream.n, seq, str(wrong)[:200]],
            )
        known[stream.id] = seq
    strike(ledger, stream.scope, named)
    note_clashes(ledger, changed)
    _follow_clock(ledger, latest)
    return Received(len(lines) - aside, 0, aside, tuple(changed))


def _read(stream: Stream, seq: int, line: bytes) -> Commit | MalformedCommit:
    try:
        return _commit(stream, seq, line)
    except MalformedCommit as wrong:
        return wrong


def _commit(stream: Stream, seq: int, line: bytes) -> Commit:
    commit = decode_commit(line, stream=stream.id, scope=stream.scope, replica=stream.replica)
    if commit.seq != seq:
        raise MalformedCommit(f"numbered {commit.seq} where {seq} stands")
    for operation in commit.operations:
        if not operation.record:
            raise MalformedCommit("a record without an id")
        if any(isinstance(value, int) and abs(value) > _LARGEST for value in operation.fields.values()):
            raise MalformedCommit("a number beyond 64 bits")
    try:
        clock_ms(commit.time)
    except ValueError as wrong:
        raise MalformedCommit(str(wrong)) from wrong
    return commit


def _follow_clock(ledger: Ledger, latest: str) -> None:
    own = ledger.meta("clock")
    if own and latest > own and clock_ms(latest) - clock_ms(own) <= _FARTHEST_AHEAD_MS:
        ledger.set_meta("clock", latest)
