"""Two histories under one replica name: ours beyond the common part is written again under another, nothing is lost.

A copied vault was worked on in two places before either of them met the hub. Whoever comes second keeps every save:
same operations, same clock, same worker, new dots; what they had seen of each other is mapped along.
"""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import structs

from fieldapp.errors import SyncError
from fieldapp.journal.commit import Dot, MalformedCommit, Operation, Vector, decode_commit, encode_commit
from fieldapp.store import history, log
from fieldapp.store.growing.base import base_of
from fieldapp.store.growing.loading import remake
from fieldapp.store.ledger import Ledger, Stream
from fieldapp.store.streams import chain_at

if TYPE_CHECKING:
    from fieldapp.store.vault import Vault


def reissue(vault: "Vault", stream_id: str, common: int) -> int:
    """Write our commits of a stream after `common` again under the vault's replica, which is new, and
    leave the place to the hub's lines; in the caller's transaction. Returns how many they were.

    Raises SyncError forks.dropped where the lines are dropped: they had the centre's receipt, so the centre was put back
    to before it.
    """
    ledger, db = vault.ledger, vault.db
    stream = ledger.enter_stream(stream_id, "", "")
    if base_of(db, stream.n)[0] > common:
        raise SyncError(
            "forks.dropped",
            "The hub holds another history of the village {scope} than this computer, older than the log that is still "
            "here. Nothing was changed. Tell your county: its archive was put back to an old backup.",
            scope=stream.scope,
        )
    lines = list(log.lines_after(db, stream.n, common))
    _cut(ledger, stream, common)
    new = ledger.own_stream(stream.scope)
    shift = _Shift(stream.id, common, new.id, ledger.vector(stream.scope).get(new.id, 0))
    again = _written_again(lines, stream, shift, ledger.replica)
    log.append(db, new.n, again)
    _move_notes(vault, shift)
    history.forget()
    remake(ledger, stream.scope)
    return len(again)


def _cut(ledger: Ledger, stream: Stream, common: int) -> None:
    """Take a stream's lines after `common` out of the log, and what is noted of them."""
    db = ledger.db
    chain = chain_at(ledger, stream.id, common)
    if chain is None:
        raise LookupError(stream.id)
    log.cut(db, stream.n, common, chain)
    db.execute("delete from quarantine where stream = ? and seq > ?", [stream.n, common])
    db.execute("delete from lagging where stream = ?", [stream.n])
    # What we had attested of these lines no longer is; the alarm that they raised is answered by this.
    db.execute("delete from head where stream = ? and tier = 'author' and seq > ?", [stream.id, common])
    db.execute("delete from alarm where stream = ? and kind = 'chain' and seq > ?", [stream.id, common])


def _written_again(
    lines: Iterable[tuple[int, bytes]], stream: Stream, shift: "_Shift", replica: str
) -> list[bytes]:
    """These lines of a stream as lines of the new one; what cannot be read is left out. Their places go into `shift`."""
    again: list[bytes] = []
    for seq, line in lines:
        try:
            commit = decode_commit(line, stream=stream.id, scope=stream.scope, replica=stream.replica)
        except MalformedCommit:
            continue
        told = structs.replace(
            commit,
            stream=shift.new,
            replica=replica,
            seq=shift.start + len(again) + 1,
            operations=tuple(map(shift.operation, commit.operations)),
        )
        shift.places[seq] = told.seq
        again.append(encode_commit(told))
    return again


class _Shift:
    """Dots of the old stream after `common` as dots of the new one."""

    def __init__(self, old: str, common: int, new: str, start: int) -> None:
        self.old, self.common, self.new, self.start = old, common, new, start
        self.places: dict[int, int] = {}

    def operation(self, operation: Operation) -> Operation:
        """The same operation with what it had seen and closes by their new names."""
        return structs.replace(
            operation,
            seen=self.vector(operation.seen),
            closes=tuple(self.dot(dot) for dot in operation.closes),
        )

    def vector(self, seen: Vector) -> Vector:
        """A vector with the old stream's part beyond `common` as the new stream's."""
        at = seen.get(self.old, 0)
        if at <= self.common:
            return seen
        beyond = max((new for old, new in self.places.items() if old <= at), default=self.start)
        mapped = {**seen, self.old: self.common, self.new: max(beyond, seen.get(self.new, 0))}
        return {stream: seq for stream, seq in mapped.items() if seq}

    def dot(self, dot: Dot) -> Dot:
        """A dot by its new name."""
        if dot.stream != self.old or dot.seq not in self.places:
            return dot
        return Dot(self.new, self.places[dot.seq])


def _move_notes(vault: "Vault", shift: _Shift) -> None:
    """What this vault notes beside the log: open forms' contexts, import runs, receipts of what is no longer ours."""
    db = vault.db
    for draft, seen in db.execute("select id, seen from draft").fetchall():
        moved: Mapping[str, int] = shift.vector(json.loads(seen))
        db.execute("update draft set seen = ? where id = ?", [json.dumps(dict(moved)), draft])
    for old, new in shift.places.items():
        db.execute(
            "update import_chunk set stream = ?, seq = ? where stream = ? and seq = ?",
            [shift.new, new, shift.old, old],
        )
