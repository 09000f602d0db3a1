"""A village's base: its parts as they are kept, what they hold of a record or a dot, and the log's chain above them.

The rule it holds: base and log together say what the whole log said of every record, whatever was dropped.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import zstandard

from fieldapp.journal.commit import Dot, Kind
from fieldapp.journal.stream import CHAIN_START
from fieldapp.store.growing.parts import End, Head, Origins, Part, Rest, Rows, line_of, part_of
from fieldapp.store.growing.row_parts import clock_text

if TYPE_CHECKING:
    from sqlite_utils import Database


_LEVEL = 5
_NEW = "new "
"""Before the village's code: the parts of a base that is being written."""
StreamHead = tuple[str, str, int, str]
"""(id, replica or "", sequence, chain as hex)"""


@dataclass(frozen=True)
class KeptOrigin:
    """Who wrote a commit whose line is dropped. `sources` by (list, record) where they differ from `source`."""

    time: str
    worker: str
    kind: Kind
    source: str
    sources: Mapping[tuple[str, str], str]

    def source_of(self, name: str, record: str) -> str:
        """How the commit knew its facts of one record."""
        return self.sources.get((name, record), self.source)


def base_of(db: "Database", number: int) -> tuple[int, bytes]:
    """Up to where a stream's log is dropped (0: nowhere), and its chain there."""
    row = db.execute("select seq, chain from base_stream where stream = ?", [number]).fetchone()
    return (int(row[0]), bytes(row[1])) if row else (0, CHAIN_START)


def head_of(db: "Database", scope: str) -> Head | None:
    """The head of a village's base, or None where its log is whole."""
    for part in parts_in(db, scope, "head"):
        if isinstance(part, Head):
            return part
    return None


def parts_in(db: "Database", scope: str, kind: str, name: str = "", among: str = "") -> Iterator[Part]:
    """The parts of one kind, of one list where `name` says so, that can hold the record or dot `among`."""
    condition, parameters = "scope = ? and kind = ?", [scope, kind]
    if name:
        condition, parameters = condition + " and list = ?", [*parameters, name]
    if among:
        condition, parameters = condition + " and low <= ? and high >= ?", [*parameters, among, among]
    numbers = db.execute(f"select n from base_part where {condition} order by n", parameters).fetchall()
    # Who goes through all rows comes by each part once: kept for speed they would be all of the village.
    read = part_in.__wrapped__ if kind == "rows" and not among else part_in
    for (number,) in numbers:
        row = db.execute("select body from base_part where n = ?", [number]).fetchone()
        yield read(bytes(row[0]))


def reaches_beyond(db: "Database", scope: str, vector: Mapping[str, int]) -> bool:
    """Whether a base at this vector may stand in place of a village's: nothing below ours is in the log any more."""
    found = db.execute(
        "select id, seq from base_stream join stream on n = stream where scope = ?", [scope]
    ).fetchall()
    return all(vector.get(stream, 0) >= seq for stream, seq in found)


def keep_part(db: "Database", scope: str, part: Part, streams: Sequence[str]) -> None:
    """Put a part behind those of its village, in the caller's transaction. `streams`: the ids of the head's."""
    name, low, high = "", "", ""
    if isinstance(part, Rows):
        name, low, high = part.l, min(part.i, default=""), max(part.i, default="")
    elif isinstance(part, Origins):
        low, high = _span(part, streams)
    elif isinstance(part, End):
        return
    kind = type(part).__name__.lower()
    body = packed_part(part)
    db.execute(
        "insert into base_part (scope, kind, list, low, high, body) values (?, ?, ?, ?, ?, ?)",
        [scope, kind, name, low, high, body],
    )


def write_base(db: "Database", scope: str, parts: Iterator[Part]) -> tuple[StreamHead, ...]:
    """Put a base in place of a village's, which may be read until its last part is written; in the caller's transaction.
    Gives the streams of its head."""
    streams: tuple[StreamHead, ...] = ()
    names: list[str] = []
    for part in parts:
        if isinstance(part, Head):
            streams, names = part.streams, [stream[0] for stream in part.streams]
        keep_part(db, _NEW + scope, part, names)
    drop_base(db, scope)
    db.execute("update base_part set scope = ? where scope = ?", [scope, _NEW + scope])
    return streams


def packed_part(part: Part) -> bytes:
    """A part as it is kept."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(line_of(part))


def drop_base(db: "Database", scope: str) -> None:
    """Lose a village's base, in the caller's transaction that puts another in its place."""
    db.execute("delete from base_part where scope = ?", [scope])
    db.execute("delete from base_stream where stream in (select n from stream where scope = ?)", [scope])
    forget()


def kept_origin(db: "Database", scope: str, dot: Dot) -> KeptOrigin | None:
    """Who wrote a commit whose line is dropped; None for one of which nothing is shown any more."""
    head = head_of(db, scope)
    if head is None:
        return None
    streams = tuple(stream[0] for stream in head.streams)
    key = dot_key(*dot)
    for (body,) in db.execute(
        "select body from base_part where scope = ? and kind = 'origins' and low <= ? and high >= ?",
        [scope, key, key],
    ).fetchall():
        if found := _origins(bytes(body), streams).get(dot):
            return found
    return None


def files_in_base(db: "Database", scope: str = "") -> Iterator[tuple[str, str, str]]:
    """(SHA-256, list, record) of the files that dropped lines named, of one village or of all."""
    condition, parameters = ("scope = ? and ", [scope]) if scope else ("", [])
    for (body,) in db.execute(
        f"select body from base_part where {condition}kind = 'rest' order by n", parameters
    ).fetchall():
        part = part_in(bytes(body))
        yield from part.files if isinstance(part, Rest) else ()


def dot_key(stream: str, seq: int) -> str:
    """A dot as text that sorts as the dot does."""
    return f"{stream}/{seq:012}"


def forget() -> None:
    """Lose the parts that are kept for speed."""
    part_in.cache_clear()
    _origins.cache_clear()


def _span(part: Origins, streams: Sequence[str]) -> tuple[str, str]:
    if not part.s:
        return "", ""
    return dot_key(streams[part.s[0]], part.q[0]), dot_key(streams[part.s[-1]], sum(part.q))


@lru_cache(maxsize=8)
def part_in(body: bytes) -> Part:
    """A part as it is kept."""
    return part_of(zstandard.ZstdDecompressor().decompress(body))


@lru_cache(maxsize=8)
def _origins(body: bytes, streams: tuple[str, ...]) -> dict[Dot, KeptOrigin]:
    part = part_in(body)
    return origins_of(part, streams) if isinstance(part, Origins) else {}


def origins_of(part: Origins, streams: Sequence[str]) -> dict[Dot, KeptOrigin]:
    """The origins of a part by dot."""
    several: dict[int, dict[tuple[str, str], str]] = {}
    for place, name, record, source in part.g:
        several.setdefault(place, {})[name, record] = source
    found: dict[Dot, KeptOrigin] = {}
    seq = ms = count = 0
    for place, stream in enumerate(part.s):
        seq, ms, count = seq + part.q[place], ms + part.t[place], count + part.u[place]
        worker, kind, source = (part.names[column[place]] for column in (part.w, part.d, part.f))
        found[Dot(streams[stream], seq)] = KeptOrigin(
            clock_text(ms, count),
            worker,
            kind,  # type: ignore[arg-type]
            source,
            several.get(place, {}),
        )
    return found
