"""The rows that one commit writes over. Where its writer had seen all that stands in a cell, nobody contests the edit."""

from collections.abc import Collection

from fieldapp.journal.commit import Commit, Operation, Vector
from fieldapp.journal.context import Mark, pack_plain
from fieldapp.journal.merge import ENDED, with_groups
from fieldapp.journal.row_context import ToldMark, written_over
from fieldapp.store.hand import Hand
from fieldapp.store.rows import Held, unarrived


class PlainEdits:
    """Writes over the rows of a hand. `known`: the scope's vector before the commit."""

    __slots__ = ("_commit", "_hand", "_known", "_plain")

    def __init__(self, hand: Hand, commit: Commit, known: Vector) -> None:
        self._hand = hand
        self._commit = commit
        self._known = known
        self._plain = b""

    def write(self, held: Held, operation: Operation) -> bool:
        """Whether the writer had seen all that stands in these cells and no end is in play; then it is written."""
        before, fields = held.values, operation.fields
        if operation.closes or held.siblings or held.marks is not None or "ended_on" in before:
            return False
        cells: Collection[str] = fields
        names = held.layout.names
        if not names.keys().isdisjoint(fields):
            fields = with_groups(fields, held.layout.cells)
            cells = {names.get(key, key) for key in fields}
            if ENDED in cells:
                return False
        ahead = unarrived(operation.seen, self._known)
        seen = b""
        if not ahead and held.context is None:
            seen = written_over(held.seen, cells, operation.seen, self._plain_mark(), self._hand.stream_id)
        if not seen and not self._is_told(held, cells, operation.seen, ahead):
            return False
        values = {**before, **fields} if before else fields
        if None in fields.values():
            values = {key: value for key, value in values.items() if value is not None}
        self._hand.overwrite(held, values, fields, seen)
        return True

    def _plain_mark(self) -> bytes:
        commit = self._commit
        self._plain = self._plain or pack_plain(self._hand.number(commit.stream), commit.seq, commit.time)
        return self._plain

    def _is_told(self, held: Held, cells: Collection[str], seen: Vector, ahead: Vector) -> bool:
        """Whether the row's context allows the edit; then the context tells it."""
        hand, commit = self._hand, self._commit
        context = hand.context(held)
        if context.names(ENDED) or not context.is_seen_through(cells, seen, hand.stream_id):
            return False
        if cells:
            # A mark enters the streams it names: nothing written, nothing entered.
            context.write(cells, ToldMark(Mark(commit.dot, commit.time, ahead), hand.number))
        return True
