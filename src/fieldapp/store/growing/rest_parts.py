"""What else outlives the lines of a village, as parts of its base: set aside, erased, files once named, unknown lists.

The rule it holds: lines of lists that this dictionary does not know go whole into the base; a later one may know them.
"""

import re
from collections.abc import Iterator

from fieldapp.store.growing.base import parts_in
from fieldapp.store.growing.parts import Head, Rest
from fieldapp.store.growing.village_at import VillageAt, commit_of
from fieldapp.store.ledger import Stream

_LISTS = re.compile(rb'"l":"([^"\\]*)"')
_FILES = re.compile(rb"sha256:[0-9a-f]{64}")
_FULL = 1 << 20
"""About how many bytes one part takes: a village with a hundred thousand photos has several."""
_USUAL = 150


class RestParts:
    """Parts that are being filled; whoever fills them takes the full ones away."""

    def __init__(self, at: VillageAt) -> None:
        self._at = at
        self._part, self._bytes = Rest([], [], [], []), 0

    def before(self) -> Iterator[Rest]:
        """Begin with what the base before told, what was set aside and what was erased; gives the parts that are full."""
        at, db = self._at, self._at.ledger.db
        moved: dict[int, int] = {}
        for head in parts_in(db, at.scope, "head"):
            if isinstance(head, Head):
                moved = {old: at.places[stream[0]] for old, stream in enumerate(head.streams)}
        for part in parts_in(db, at.scope, "rest"):
            if isinstance(part, Rest):
                self._part.files.extend(part.files)
                self._part.lines.extend((moved[old], seq, line) for old, seq, line in part.lines)
                self._bytes += _USUAL * len(part.files) + sum(len(line) for _, _, line in part.lines)
                yield from self.full()
        for stream in at.streams:
            for seq, reason in db.execute(
                "select seq, reason from quarantine where stream = ? and seq <= ? order by seq",
                [stream.n, at.upto.get(stream.id, 0)],
            ):
                self._part.aside.append((at.places[stream.id], seq, reason))
                self._bytes += _USUAL
                yield from self.full()
        for row in db.execute(
            "select list, record, field, stream, seq from erased where scope = ? order by 1, 2, 3, 4, 5",
            [at.scope],
        ):
            self._part.erased.append(tuple(row))
            self._bytes += _USUAL
            yield from self.full()

    def note(self, place: int, stream: Stream, seq: int, line: bytes) -> None:
        """What has to be kept of a line that goes."""
        part = self._part
        if any(name.decode() not in self._at.ledger.layouts for name in set(_LISTS.findall(line))):
            part.lines.append((place, seq, line.decode()))
            self._bytes += len(line)
        if _FILES.search(line) and (commit := commit_of(stream, line)):
            for operation in commit.operations:
                for value in operation.fields.values():
                    for found in _FILES.findall(value.encode() if isinstance(value, str) else b""):
                        part.files.append((found[7:].decode(), operation.list, operation.record))
                        self._bytes += _USUAL

    def full(self, least: int = _FULL) -> Iterator[Rest]:
        """The part, where it is full."""
        if self._bytes >= least:
            yield self._part
            self._part, self._bytes = Rest([], [], [], []), 0

    def last(self) -> Iterator[Rest]:
        """What is left."""
        return self.full(1)
