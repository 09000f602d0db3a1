"""A village at a vector: its streams, their places in a base, and how far each counts."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from fieldapp.journal.commit import Commit, MalformedCommit, Vector, decode_commit
from fieldapp.store.ledger import Ledger, Stream


@dataclass(frozen=True)
class VillageAt:
    """`places`: stream id → its place among `streams`, which stand in the order of their ids."""

    ledger: Ledger
    scope: str
    upto: Vector
    streams: tuple[Stream, ...]
    places: Mapping[str, int]


def village_at(ledger: Ledger, scope: str, upto: Vector | None) -> VillageAt:
    """A village at `upto`, or at what the tables show now where it is None; never beyond that."""
    held = ledger.projected(scope)
    reached = dict(held) if upto is None else {s: min(q, held.get(s, 0)) for s, q in upto.items()}
    rows = ledger.db.execute("select n from stream where scope = ? order by id", [scope]).fetchall()
    streams = tuple(ledger.stream_at(n) for (n,) in rows)
    return VillageAt(ledger, scope, reached, streams, {stream.id: at for at, stream in enumerate(streams)})


def commit_of(stream: Stream, line: bytes) -> Commit | None:
    """The commit of a line of this stream; None for one that is none."""
    with suppress(MalformedCommit):
        return decode_commit(line, stream=stream.id, scope=stream.scope, replica=stream.replica)
    return None
