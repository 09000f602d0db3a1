"""The rows that one commit makes. A record that was not here is contested by nobody: what its operation says stands."""

from collections.abc import Mapping

from msgspec import structs

from fieldapp.journal.commit import Commit, Operation, Value, Vector
from fieldapp.journal.context import Mark, covers, pack_seen, pack_shared
from fieldapp.journal.merge import ENDED, ENDED_FIELDS, cells_of
from fieldapp.store.hand import Hand
from fieldapp.store.rows import unarrived, valued_cells
from fieldapp.store.tables import Layout


class FreshRows:
    """Puts the new rows of a commit into a hand. `known`: the scope's vector before the commit."""

    def __init__(self, hand: Hand, commit: Commit, known: Vector) -> None:
        self.hand = hand
        self.commit = commit
        self.known = known
        self._plain = b""

    def add(self, operation: Operation, layout: Layout) -> None:
        """The row of a record that has none; the operation is an honest one (`journal.merge.honest`)."""
        ahead = unarrived(operation.seen, self.known)
        if not ahead and _is_plain(operation):
            self.hand.add(layout, operation.record, operation.fields, self._shared())
        else:
            self.hand.add(layout, operation.record, *self._row(operation, layout, ahead))

    def _shared(self) -> bytes:
        """The context of every plain row of the commit: one mark for all cells that hold something."""
        if not self._plain:
            commit = self.commit
            self._plain = pack_shared(self.hand.number(commit.stream), commit.seq, commit.time)
        return self._plain

    def _row(self, operation: Operation, layout: Layout, ahead: Vector) -> tuple[Mapping[str, Value], bytes]:
        """The values that are not NULL, and where each cell comes from."""
        cells = cells_of(operation.fields, layout.cells)
        closed = frozenset(dot for dot in operation.closes if not covers(operation.seen, dot))
        mark = Mark(self.commit.dot, self.commit.time, ahead, closed)
        # The end keeps all its writer had seen: whether an edit stands against it is judged by that.
        marks = {
            cell: structs.replace(mark, ahead=operation.seen) if cell == ENDED else mark for cell in cells
        }
        values = {key: value for parts in cells.values() for key, value in parts.items() if value is not None}
        return values, pack_seen(marks, self.hand.number, valued_cells(layout, values))


def _is_plain(operation: Operation) -> bool:
    """Whether every cell that is written holds something, closes nothing and is no end."""
    fields = operation.fields
    return (
        not operation.closes
        and bool(fields)
        and None not in fields.values()
        and fields.keys().isdisjoint(ENDED_FIELDS)
    )
