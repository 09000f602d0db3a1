"""What somebody in the old village wrote, not knowing that the household had moved: kept there, and offered to the new.

The old village's record shows the edit against its end, as every end against an edit; here the end is confirmed and what
was written goes where the household lives now. Two linked commits in one transaction.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.domain.identifiers import moved_id, year_id
from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Dot, Value
from fieldapp.journal.context import covers
from fieldapp.journal.merge import ENDED, RecordState, is_contested
from fieldapp.store.moving.counterparts import OUT
from fieldapp.store.moving.deeds import HOUSEHOLD, MOVEMENT, PERSON
from fieldapp.store.records import record, scope_clause
from fieldapp.store.rows import read_row, read_state
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class LateEdit:
    """A record of the old village that was written after it had left. `there`: the same record in the new village;
    `values`: what was written; `differs`: those of them that the new village has otherwise."""

    list: str
    record: str
    scope: str
    there: str
    to_scope: str
    values: Mapping[str, Value]
    differs: Mapping[str, Value]
    closes: tuple[Dot, ...]


def late_edits(vault: Vault, scope: str = "") -> tuple[LateEdit, ...]:
    """Those of households that left a village of this worker's that begins with `scope`, where he has both."""
    if MOVEMENT not in vault.ledger.layouts:
        return ()
    named = vault.db.execute(
        "select distinct list, record from conflict where field = ? order by list, record", [ENDED]
    ).fetchall()
    found = (late_edit(vault, list_name, one) for list_name, one in named)
    return tuple(one for one in found if one is not None and one.scope.startswith(scope))


def late_edit(vault: Vault, list_name: str, record_id: str) -> LateEdit | None:
    """The late edit of one record, or None where there is none or its new village is not this worker's."""
    layout = vault.ledger.layouts.get(list_name)
    row = read_row(vault.ledger, layout, record_id) if layout else None
    shown = record(vault, list_name, record_id) if row else None
    if layout is None or row is None or shown is None:
        return None
    state = read_state(vault.ledger, layout, row)
    there = _there(vault, list_name, shown.values, record_id) if _left(state) else None
    other = record(vault, list_name, there) if there else None
    if other is None or other.ended_on is not None:
        return None
    values = _written_late(state)
    differs = {key: value for key, value in values.items() if other.values.get(key) != value}
    closes = tuple(sibling.dot for sibling in state.cells[ENDED].siblings)
    return LateEdit(list_name, record_id, row.scope, other.id, other.scope, values, differs, closes)


def carry_over(vault: Vault, edit: LateEdit) -> tuple[Saved, ...]:
    """The old record stays ended, what was written goes to the new one. Raises RegisterError late_edit.none, and those
    of `save`; then neither is written."""
    now = late_edit(vault, edit.list, edit.record)
    if now is None:
        raise RegisterError(
            "late_edit.none", "Nothing of this record waits any more. Look at the list of conflicts again."
        )
    layout = vault.ledger.layout(now.list)
    row = read_row(vault.ledger, layout, now.record)
    ended = read_state(vault.ledger, layout, row).cells[ENDED].siblings[0].fields if row else {}
    with vault.transaction():
        end = Change(now.list, now.record, "resolve", ended, closes=now.closes)
        saved = [save(vault, now.scope, "resolve", [end], seen=seen_of(vault, now.scope), label="late_edit")]
        if now.differs:
            change = Change(now.list, now.there, "set", now.differs)
            seen = seen_of(vault, now.to_scope)
            saved.append(save(vault, now.to_scope, "move", [change], seen=seen, label="late_edit"))
    return tuple(saved)


def _left(state: RecordState) -> bool:
    """Whether its end is that of a move to another village, with an edit against it."""
    ended = state.cells.get(ENDED)
    moved = ended is not None and any(one.fields.get("ended_reason") == OUT for one in ended.siblings)
    return moved and is_contested(state)


def _written_late(state: RecordState) -> dict[str, Value]:
    """The shown values of the cells that nobody who ended the record had seen."""
    ended = state.cells[ENDED]
    together = {one.dot for one in ended.siblings}
    values: dict[str, Value] = {}
    for name, cell in state.cells.items():
        late = [one for one in cell.siblings if one.dot not in together and not covers(ended.ahead, one.dot)]
        if name != ENDED and late and late[0] == cell.siblings[0]:
            values |= late[0].fields
    return values


def _there(vault: Vault, list_name: str, values: Mapping[str, Value], record_id: str) -> str | None:
    """The id of the same record in the new village."""
    if list_name == HOUSEHOLD:
        household = record_id
    elif list_name == PERSON:
        household = str(values.get(HOUSEHOLD) or "")
    else:
        return _below(vault, list_name, values, record_id)
    moving = _movement_of(vault, household)
    return moved_id(moving, record_id) if moving else None


def _below(vault: Vault, list_name: str, values: Mapping[str, Value], record_id: str) -> str | None:
    """A record below the household or a person: yearly ones are named by their parent, others by the move."""
    spec = vault.dictionary.lists[list_name]
    parent = str(values.get(vault.ledger.layout(list_name).parent) or "")
    above = record(vault, spec.parent, parent) if spec.parent in (HOUSEHOLD, PERSON) and parent else None
    if above is None:
        return None
    household = parent if spec.parent == HOUSEHOLD else str(above.values.get(HOUSEHOLD) or "")
    moving = _movement_of(vault, household)
    if moving is None:
        return None
    year = values.get("year")
    if spec.key_by == "year" and isinstance(year, int):
        return year_id(moved_id(moving, parent), list_name, year)
    return moved_id(moving, record_id)


def _movement_of(vault: Vault, household: str) -> str | None:
    """The latest move of this household to another village that was taken in."""
    mine, scopes = scope_clause(vault, MOVEMENT)
    row = vault.db.execute(
        f'select id from "{MOVEMENT}" where household = ? and kind = ? and ended_on is null '
        f"and other_household is not null and {mine} order by moved_on desc, id desc limit 1",
        [household, OUT, *scopes],
    ).fetchone()
    return str(row[0]) if row else None
