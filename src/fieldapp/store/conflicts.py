"""Conflicts: concurrent values of one cell, each kept until a person chooses. The choice is a commit that closes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Commit, Dot, Operation, Value, Vector
from fieldapp.journal.context import covers
from fieldapp.journal.merge import (
    ENDED,
    ENDED_FIELDS,
    Cell,
    RecordState,
    Sibling,
    open_conflicts,
    shown_values,
)
from fieldapp.store.field_rights import sees_all_fields
from fieldapp.store.growing.base_records import before_in_base
from fieldapp.store.history import Origin, operations_on, origin, state_without
from fieldapp.store.permissions import may_reach, prefix_range
from fieldapp.store.rows import Row, read_row, read_state
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.striking import is_erased
from fieldapp.store.tables import Layout
from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class Side:
    """One of the values: `values` of every field that merges together. `mine` was written in this copy. `dots` are its
    writes: several where more than one person has put it back."""

    values: Mapping[str, Value]
    dots: tuple[Dot, ...]
    time_ms: int
    worker: str
    replica: str
    mine: bool


@dataclass(frozen=True)
class Conflict:
    """`field` is the field, the group, or "ended" (ended by one, edited by another). The shown side stands first.

    `before_values` stood there before the sides were written. `seen` is what was known when this was listed: a
    choice made from it overwrites nothing that came later.
    """

    id: str
    list: str
    record: str
    scope: str
    field: str
    sides: tuple[Side, ...]
    before_values: Mapping[str, Value]
    seen: Vector

    @property
    def before(self) -> Value:
        """The value before of the field itself, or of the first field of a group."""
        return self.before_values.get(self.field, next(iter(self.before_values.values()), None))


def conflicts(vault: Vault, scope: str = "") -> tuple[Conflict, ...]:
    """The open conflicts in the worker's villages, or in those that `scope` covers."""
    # The sides of a conflict stand as they were written: only who reads every field is shown them.
    if not sees_all_fields(vault):
        return ()
    named = vault.db.execute("select distinct list, record from conflict order by list, record").fetchall()
    low, high = prefix_range(scope)
    found: list[Conflict] = []
    for list_name, record in named:
        layout = vault.ledger.layouts.get(list_name)
        row = read_row(vault.ledger, layout, record) if layout else None
        # Nothing can be written into an erased record: a conflict about its end could never be closed.
        if row and is_erased(vault.ledger, row.scope, list_name, record):
            continue
        if layout and row and low <= row.scope < high and may_reach(vault, list_name, record):
            found += _conflicts_of(vault, layout, row)
    return tuple(found)


def resolve(vault: Vault, conflict: Conflict, take: Literal["mine", "theirs"] | Mapping[str, Value]) -> Saved:
    """Close a conflict with one of its sides or with other values. Raises RegisterError conflict.no_such_side."""
    if isinstance(take, str):
        side = next((side for side in conflict.sides if side.mine == (take == "mine")), None)
        if side is None:
            raise RegisterError(
                "conflict.no_such_side",
                "None of the values is from this side. Choose one of the values shown, or write another.",
            )
        values: Mapping[str, Value] = side.values
    else:
        values = take
    closes = tuple(dict.fromkeys(dot for side in conflict.sides for dot in side.dots))
    change = Change(conflict.list, conflict.record, "resolve", values, "", conflict.seen, closes)
    return save(vault, conflict.scope, "resolve", [change], seen=conflict.seen, label="resolve")


def open_cells(vault: Vault, list_name: str, record: str) -> Mapping[str, Cell]:
    """The cells of one record that a person has to close."""
    layout = vault.ledger.layout(list_name)
    row = read_row(vault.ledger, layout, record)
    return open_conflicts(read_state(vault.ledger, layout, row)) if row else {}


def _conflicts_of(vault: Vault, layout: Layout, row: Row) -> list[Conflict]:
    state = read_state(vault.ledger, layout, row)
    found = []
    for cell, kept in open_conflicts(state).items():
        # A field of a newer edition cannot be written here: its conflict waits for who knows what it means.
        if not layout.known.issuperset(kept.siblings[0].fields):
            continue
        siblings = [*kept.siblings, *(_goes_on(state) if cell == ENDED else ())]
        put_back = {
            sibling.dot: first
            for sibling in siblings
            if (first := _first_writer(vault, layout, row, sibling)) is not None
        }
        alike: dict[tuple[Dot, str], list[Sibling]] = {}
        for sibling in siblings:
            wrote = put_back.get(sibling.dot, sibling.dot)
            alike.setdefault((wrote, repr(sorted(sibling.fields.items()))), []).append(sibling)
        sides = tuple(_side(vault, layout, row.id, wrote, some) for (wrote, _), some in alike.items())
        without = state_without(
            vault.ledger,
            layout,
            row.scope,
            row.id,
            partial(_is_later, {sibling.dot for sibling in kept.siblings}, set(put_back.values())),
        )
        before = shown_values(without)
        keys = kept.siblings[0].fields.keys()
        if all(before.get(key) is None for key in keys):
            before = dict(before_in_base(vault.db, row.scope, layout.list, row.id, cell))
        found.append(
            Conflict(
                f"{layout.list}/{row.id}/{cell}",
                layout.list,
                row.id,
                row.scope,
                cell,
                sides,
                {key: before.get(key) for key in keys},
                seen_of(vault, row.scope),
            )
        )
    return found


def _goes_on(state: RecordState) -> list[Sibling]:
    """The newest write that took an ended record to go on, as the other side of the end."""
    ended = state.cells[ENDED]
    against = [
        sibling
        for name, cell in state.cells.items()
        if name != ENDED
        for sibling in cell.siblings
        if not covers(ended.ahead, sibling.dot) and all(sibling.dot != end.dot for end in ended.siblings)
    ]
    newest = max(against, key=lambda sibling: (sibling.time, sibling.replica), default=None)
    return [Sibling(newest.dot, newest.time, newest.replica, dict.fromkeys(ENDED_FIELDS))] if newest else []


def _is_later(siblings: set[Dot], put_back: set[Dot], commit: Commit, operation: Operation) -> bool:
    """Whether a commit belongs to the conflict, and not to what stood before it: the values, and where an undo has put
    some back, those who wrote them first and what has decided since."""
    decided = commit.kind in ("undo", "resolve") and any(covers(operation.seen, dot) for dot in put_back)
    return decided or commit.dot in siblings | put_back


def _side(vault: Vault, layout: Layout, record: str, wrote: Dot, some: list[Sibling]) -> Side:
    """`some`: one value as the commit `wrote` wrote it first, or as it was put back."""
    known = origin(vault, wrote, layout.list, record) or Origin(0, "", "", "edit", some[0].replica)
    return Side(
        some[0].fields,
        tuple(sibling.dot for sibling in some),
        known.time_ms,
        known.worker,
        known.replica,
        known.replica == vault.replica,
    )


def _first_writer(vault: Vault, layout: Layout, row: Row, sibling: Sibling) -> Dot | None:
    """Where an undo has put a value back: the commit that had written it, so that a conflict that stands again has the
    same people in it; None for every other value."""
    known = origin(vault, sibling.dot, layout.list, row.id)
    if known is None or known.kind != "undo":
        return None
    told = [pair for pair in sibling.fields.items() if pair[1] is not None] or list(sibling.fields.items())
    wrote = [
        commit
        for commit, operation in operations_on(vault.ledger, row.scope, layout.list, row.id)
        if commit.kind not in ("undo", "resolve")
        and all(key in operation.fields and operation.fields[key] == value for key, value in told)
    ]
    newest = max(wrote, key=lambda commit: (commit.time, commit.replica), default=None)
    return newest.dot if newest is not None else None
