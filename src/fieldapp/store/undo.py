"""Undo: a new commit that restores what stood before, refused visibly when somebody has changed it since.

Where a conflict stood before, it stands again: each value that was closed is written anew, none having seen the other.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Commit, Dot, Operation, Value
from fieldapp.journal.context import covers
from fieldapp.journal.merge import ENDED, ENDED_FIELDS, RecordState, cells_of, shown_values
from fieldapp.register.endings import UNDONE
from fieldapp.store.growing.base import base_of
from fieldapp.store.history import commit_at, state_without
from fieldapp.store.moving.counterparts import counterparts
from fieldapp.store.moving.wholeness import breaks, built_upon, households_of, refuse_moved_since
from fieldapp.store.rows import Row, read_row, read_state
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.tables import Layout
from fieldapp.store.vault import Vault


def undo(vault: Vault, dot: Dot) -> Saved:
    """Restore what a commit changed, with its other half where it moved a household to another village; undoing the
    undo does it again. Raises RegisterError undo.unknown_commit, undo.kept_at_county, undo.changed_since,
    undo.built_upon."""
    return undo_all(vault, (dot,))[0]


def undo_all(vault: Vault, dots: Sequence[Dot]) -> tuple[Saved, ...]:
    """Restore what these commits changed, the last first, all or none."""
    done: dict[Dot, Saved] = {}
    with vault.transaction():
        for dot in reversed(dots):
            if dot not in done:
                commit = _commit(vault, dot)
                done[dot] = _undo(vault, commit)
                done |= {half: _undo(vault, _commit(vault, half)) for half in counterparts(vault, commit)}
    return tuple(done.values())


def changed_since(vault: Vault, dot: Dot) -> tuple[tuple[str, str], ...]:
    """The records (list, id) of a commit that somebody has changed since: those that keep it from being undone. Raises
    RegisterError undo.unknown_commit, undo.kept_at_county."""
    commit = _commit(vault, dot)
    found: list[tuple[str, str]] = []
    for operation in commit.operations:
        try:
            _reversed(vault, commit.scope, commit.dot, operation)
        except RegisterError:
            found.append((operation.list, operation.record))
    return tuple(dict.fromkeys(found))


def _commit(vault: Vault, dot: Dot) -> Commit:
    commit = commit_at(vault.ledger, dot)
    if commit is None:
        stream = vault.ledger.stream(dot.stream)
        if stream is not None and dot.seq <= base_of(vault.db, stream.n)[0]:
            raise RegisterError(
                "undo.kept_at_county",
                "This change is old: what stood before it is kept at the county alone, so it cannot be undone here. "
                "Look at it and correct it by hand.",
            )
        raise RegisterError(
            "undo.unknown_commit", "This change is no longer in the log and cannot be undone."
        )
    return commit


def _undo(vault: Vault, commit: Commit) -> Saved:
    refuse_moved_since(vault, commit)
    reversed_ = [_reversed(vault, commit.scope, commit.dot, operation) for operation in commit.operations]
    changes = [ways[0] for ways in reversed_ if ways]
    households = households_of(vault, changes)
    before = breaks(vault, households)
    seen = seen_of(vault, commit.scope)
    # Written one after the other with the same knowledge, they are concurrent; the last is the one that is shown.
    for at in reversed(range(1, max((len(ways) for ways in reversed_), default=0))):
        others = [ways[at] for ways in reversed_ if len(ways) > at]
        save(vault, commit.scope, "undo", others, seen=seen, label="undo")
    saved = save(vault, commit.scope, "undo", changes, seen=seen, label="undo")
    if breaks(vault, households) - before:
        raise built_upon()
    return saved


def _reversed(vault: Vault, scope: str, dot: Dot, operation: Operation) -> tuple[Change, ...]:
    """What restores the record; then, where a conflict stood, one change for each value that was not shown."""
    layout = vault.ledger.layouts.get(operation.list)
    row = read_row(vault.ledger, layout, operation.record) if layout else None
    if layout is None or row is None:
        return ()
    state = read_state(vault.ledger, layout, row)
    before = state_without(
        vault.ledger, layout, scope, operation.record, lambda c, o: c.dot == dot or covers(o.seen, dot)
    )
    made_here = not before.cells
    written = cells_of(operation.fields, layout.cells)
    touched = state.cells.keys() if made_here else written.keys()
    for cell in touched:
        # By value: an undo of a later change has brought back exactly what this commit wrote.
        if [dict(sibling.fields) for sibling in state.cells[cell].siblings] != [
            _written(written, layout, cell)
        ]:
            raise RegisterError(
                "undo.changed_since",
                "Somebody has changed this since. Look at it and correct it by hand.",
            )
    if made_here:
        return (Change(operation.list, operation.record, "end", _ending(vault, layout, row)),)
    prior = [_prior(layout, before, set(touched)), *_losers(before, set(touched))]
    return tuple(Change(operation.list, operation.record, "set", values) for values in prior)


def _written(cells: Mapping[str, Mapping[str, Value]], layout: Layout, cell: str) -> dict[str, Value]:
    return dict(cells.get(cell) or dict.fromkeys(_keys(layout, cell)))


def _ending(vault: Vault, layout: Layout, row: Row) -> dict[str, Value]:
    today = datetime.fromtimestamp(vault.clock() / 1000, UTC).date().isoformat()
    end: dict[str, Value] = {"ended_on": today, "ended_reason": UNDONE}
    if not layout.yearly:
        return end
    # A yearly record may be made again under the same id: it must not bring these values back.
    kept = (layout.parent, "year")
    return end | {key: None for key in row.values if key in layout.columns and key not in kept}


def _prior(layout: Layout, before: RecordState, cells: set[str]) -> dict[str, Value]:
    shown = shown_values(before)
    keys = {key for cell in cells for key in _keys(layout, cell)}
    return {key: shown.get(key) for key in keys}


def _losers(before: RecordState, cells: set[str]) -> list[dict[str, Value]]:
    """The values beside the shown ones, as many rows as the cell with most of them has. An end against an edit is not
    of this kind: it stands again by itself."""
    rows: list[dict[str, Value]] = []
    for name in sorted(cells & before.cells.keys()):
        shown, *others = (dict(sibling.fields) for sibling in before.cells[name].siblings)
        unlike = [fields for at, fields in enumerate(others) if fields not in (shown, *others[:at])]
        for at, fields in enumerate(unlike):
            if at == len(rows):
                rows.append({})
            rows[at].update(fields)
    return rows


def _keys(layout: Layout, cell: str) -> tuple[str, ...]:
    return ENDED_FIELDS if cell == ENDED else layout.members.get(cell, (cell,))
