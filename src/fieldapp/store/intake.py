"""Segments of others taken in: one transaction each, idempotent, in order; a bad commit is set aside and never blocks."""

from collections.abc import Sequence
from dataclasses import dataclass

from fieldapp.journal.stream import Segment
from fieldapp.store import log
from fieldapp.store.hand import Changed
from fieldapp.store.ledger import Ledger, Stream
from fieldapp.store.projecting import project_lines, project_scope
from fieldapp.store.striking import Struck, erasures_in, note_erasures, strike, strike_fresh


@dataclass(frozen=True)
class Received:
    """Counts of commits. A gap before the segment leaves all of it unapplied: applied, ignored and quarantined are 0."""

    applied: int = 0
    ignored: int = 0
    quarantined: int = 0
    changed: tuple[Changed, ...] = ()


@dataclass(frozen=True)
class _Fresh:
    """Lines of a segment that are not held yet, after `held`; `erased` are the records they erase."""

    stream: Stream
    held: int
    lines: Sequence[bytes]
    erased: tuple[Struck, ...]


def receive(ledger: Ledger, segment: Segment) -> Received:
    """Take in a segment, log and tables; durable when this returns. Lines already held are ignored.

    A segment whose count of lines is not what its header says, or whose stream belongs to another replica or village,
    is taken for damaged: nothing of it is applied. Raises VaultError; then nothing is in.
    """
    with ledger.transaction():
        project_scope(ledger, segment.scope)
        fresh = _stored(ledger, segment)
        return fresh if isinstance(fresh, Received) else _project(ledger, segment, fresh)


def store_segment(ledger: Ledger, segment: Segment) -> Received:
    """Take a segment into the log alone; durable when this returns. `projecting.project` brings it into the tables.

    As `receive`, but nothing is changed or set aside yet. A segment that erases is taken in whole at once, after all
    that waits of its village: what it names is never written.
    """
    with ledger.transaction():
        fresh = _stored(ledger, segment)
        if isinstance(fresh, Received):
            return fresh
        ledger.db.execute(
            "insert or ignore into lagging (stream, projected) values (?, ?)", [fresh.stream.n, fresh.held]
        )
        if fresh.erased:
            project_scope(ledger, segment.scope)
            strike(ledger, segment.scope, fresh.erased)
        return Received(len(fresh.lines), _count(segment) - len(fresh.lines))


def _project(ledger: Ledger, segment: Segment, fresh: _Fresh) -> Received:
    known = dict(ledger.vector(segment.scope))
    known[fresh.stream.id] = fresh.held
    projected = project_lines(ledger, fresh.stream, fresh.held + 1, fresh.lines, known)
    strike(ledger, segment.scope, fresh.erased)
    taken = len(fresh.lines) - projected.aside
    return Received(taken, _count(segment) - len(fresh.lines), projected.aside, projected.changed)


def _stored(ledger: Ledger, segment: Segment) -> "_Fresh | Received":
    """What of a segment is new, appended to the log; or why there is nothing of it."""
    lines = segment.lines.splitlines()
    if segment.first < 1 or len(lines) != _count(segment):
        return Received()
    held = ledger.vector(segment.scope).get(segment.stream, 0)
    if segment.first > held + 1:
        return Received()
    stream = ledger.enter_stream(segment.stream, segment.replica, segment.scope)
    if (stream.replica, stream.scope) != (segment.replica, segment.scope):
        return Received()
    fresh = lines[held + 1 - segment.first :]
    if not fresh:
        return Received(ignored=len(lines))
    # Erasures first, wherever they stand among the lines: what they name is never written, not even for a moment.
    erased = note_erasures(ledger, erasures_in(stream, held + 1, fresh))
    kept = strike_fresh(ledger, stream, held + 1, fresh)
    log.append(ledger.db, stream.n, kept, packed=segment.packed if kept == lines else b"")
    return _Fresh(stream, held, kept, erased)


def _count(segment: Segment) -> int:
    return segment.last - segment.first + 1
