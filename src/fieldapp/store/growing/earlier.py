"""Records that the log writes beyond a vector, as they stood at it: the tables show them later than a base may."""

from fieldapp.journal.commit import Commit, Operation
from fieldapp.journal.merge import EMPTY, RecordState, apply_operation
from fieldapp.store import log
from fieldapp.store.claims import kept_elsewhere, whole_aside
from fieldapp.store.growing.base import base_of
from fieldapp.store.growing.base_records import operations_in_base
from fieldapp.store.growing.village_at import VillageAt, commit_of

Named = tuple[str, str]
"""(list, record)."""


def states_at(at: VillageAt) -> dict[Named, RecordState]:
    """The states of these records; an empty one of a record that was not there yet."""
    touched = _touched(at)
    states = dict.fromkeys(touched, EMPTY)
    for name, record in touched:
        for commit, operation in operations_in_base(at.ledger, at.scope, name, record):
            states[name, record] = _after(at, states[name, record], commit, operation, name)
    if not touched:
        return states
    aside = whole_aside(at.ledger)
    for stream in at.streams:
        for seq, line in log.lines_after(at.ledger.db, stream.n, base_of(at.ledger.db, stream.n)[0]):
            if seq > at.upto.get(stream.id, 0):
                break
            later = None if (stream.n, seq) in aside else commit_of(stream, line)
            for operation in later.operations if later else ():
                named = (operation.list, operation.record)
                if later and named in states:
                    states[named] = _after(at, states[named], later, operation, operation.list)
    return states


def _touched(at: VillageAt) -> set[Named]:
    """The records that the log writes beyond `upto`."""
    found: set[Named] = set()
    for stream in at.streams:
        for _, line in log.lines_after(at.ledger.db, stream.n, at.upto.get(stream.id, 0)):
            commit = commit_of(stream, line)
            found.update((o.list, o.record) for o in (commit.operations if commit else ()))
    others = kept_elsewhere(at.ledger, at.scope, found)
    return {named for named in found if named[0] in at.ledger.layouts and named not in others}


def _after(at: VillageAt, state: RecordState, commit: Commit, operation: Operation, name: str) -> RecordState:
    return apply_operation(
        state,
        operation,
        dot=commit.dot,
        time=commit.time,
        replica=commit.replica,
        groups=at.ledger.layouts[name].cells,
    )
