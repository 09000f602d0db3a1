"""Wrong merge rules on purpose: each must be caught by the oracle, or the oracle is worth nothing."""

from dataclasses import replace

from fieldapp.journal.commit import Dot, Vector
from fieldapp.journal.merge import Cell, RecordState

BUGS = (
    "seen at save",
    "own stream only",
    "no context",
    "last arrival shown",
    "losers dropped",
    "seen not joined",
    "equal values fold",
)


def spoilt_seen(bug: str, seen: Vector, now: Vector, stream: str) -> Vector:
    """What a writer says it had seen: `seen` when the form opened, `now` when it is saved."""
    if bug == "seen at save":
        return now
    if bug == "own stream only":
        return {name: seq for name, seq in seen.items() if name == stream}
    return {} if bug == "no context" else seen


def spoilt_state(bug: str, state: RecordState, newest: Dot) -> RecordState:
    """What is kept of a merged record; `newest` is the commit that came last."""
    cells = state.cells.items()
    if bug == "losers dropped":
        return RecordState({name: replace(cell, siblings=cell.siblings[:1]) for name, cell in cells})
    if bug == "seen not joined":
        return RecordState({name: replace(cell, ahead={}) for name, cell in cells})
    if bug == "last arrival shown":
        return RecordState({name: _shown_first(cell, newest) for name, cell in cells})
    if bug == "equal values fold":
        return RecordState({name: _folded(cell, newest) for name, cell in cells})
    return state


def _shown_first(cell: Cell, newest: Dot) -> Cell:
    return replace(cell, siblings=tuple(sorted(cell.siblings, key=lambda one: one.dot != newest)))


def _folded(cell: Cell, newest: Dot) -> Cell:
    """A concurrent write that says the same as one that is here is taken for it."""
    others = [one.fields for one in cell.siblings if one.dot != newest]
    kept = tuple(one for one in cell.siblings if one.dot != newest or one.fields not in others)
    return replace(cell, siblings=kept)
