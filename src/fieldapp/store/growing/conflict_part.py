"""The conflicts of a village as a part of its base: the siblings of each cell, and what stood before them."""

import json
from collections.abc import Iterator, Mapping, Set

from fieldapp.journal.commit import Commit, Dot, Operation, Value
from fieldapp.journal.merge import ENDED, ENDED_FIELDS, RecordState, is_contested, shown_values
from fieldapp.store.growing.base_records import before_in_base
from fieldapp.store.growing.earlier import Named
from fieldapp.store.growing.parts import Conflicts
from fieldapp.store.growing.village_at import VillageAt
from fieldapp.store.rows import marks_in, read_row


def conflict_part(at: VillageAt, later: Mapping[Named, RecordState]) -> Conflicts:
    """All conflicts at the vector; those of the records in `later` from their states, the others from the table."""
    part = Conflicts([], [])
    for name in at.ledger.layouts:
        for record, cell, number, seq, time, values in at.ledger.db.execute(
            "select c.record, c.field, c.stream, c.seq, c.time, c.value from conflict c "
            f'join "{name}" r on r.id = c.record where c.list = ? and r.scope = ? '
            "order by c.record, c.field, c.stream, c.seq",
            [name, at.scope],
        ).fetchall():
            if (name, record) not in later:
                stream = at.ledger.stream_at(number).id
                part.r.append((name, record, cell, at.places[stream], seq, time, values))
    for (name, record), state in later.items():
        part.r.extend(_siblings(at, name, record, state))
    part.b.extend(_befores(at, part))
    return part


def _siblings(
    at: VillageAt, name: str, record: str, state: RecordState
) -> Iterator[tuple[str, str, str, int, int, str, str]]:
    contested = is_contested(state)
    for cell, kept in state.cells.items():
        for one in kept.siblings[0 if cell == ENDED and contested else 1 :]:
            values = json.dumps(dict(one.fields), ensure_ascii=False, sort_keys=True)
            yield name, record, cell, at.places[one.dot.stream], one.dot.seq, one.time, values


def _befores(at: VillageAt, part: Conflicts) -> Iterator[tuple[str, str, str, dict[str, Value]]]:
    """What stood before the sides of each conflict: asked of the log while it is there."""
    from fieldapp.store.history import state_without

    for name, record, cell in dict.fromkeys((row[0], row[1], row[2]) for row in part.r):
        layout = at.ledger.layouts[name]
        row = read_row(at.ledger, layout, record)
        marks = marks_in(at.ledger, layout, row) if row else {}
        sides = {Dot(at.streams[r[3]].id, r[4]) for r in part.r if r[:3] == (name, record, cell)}
        sides |= {marks[cell].dot} if cell in marks else set()

        def is_a_side(commit: Commit, _: Operation, sides: Set[Dot] = sides) -> bool:
            return commit.dot in sides

        shown = shown_values(state_without(at.ledger, layout, at.scope, record, is_a_side))
        keys = ENDED_FIELDS if cell == ENDED else layout.members.get(cell, (cell,))
        before = {key: shown.get(key) for key in keys}
        if not any(before.values()):
            before = dict(before_in_base(at.ledger.db, at.scope, name, record, cell))
        if any(before.values()):
            yield name, record, cell, before
