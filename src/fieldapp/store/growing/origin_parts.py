"""What else the lines below a base are asked for: who wrote what is shown, what stands aside, erasures, files.

The rule it holds: lines of lists that this dictionary does not know go whole into the base; a later one may know them.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from fieldapp.journal.commit import Commit, Dot
from fieldapp.store import log
from fieldapp.store.growing.base import base_of, kept_origin, parts_in
from fieldapp.store.growing.parts import Head, Origins, Part, Rest
from fieldapp.store.growing.row_parts import clock_numbers
from fieldapp.store.growing.village_at import VillageAt, commit_of
from fieldapp.store.ledger import Stream

ROWS = 2000
"""Rows or origins of one part."""
_LISTS = re.compile(rb'"l":"([^"\\]*)"')
_FILES = re.compile(rb"sha256:[0-9a-f]{64}")


def told_parts(at: VillageAt, dots: Collection[tuple[int, int]]) -> Iterator[Part]:
    """Origins of what is shown, by `dots` (place of the stream, sequence), and what else the lines are asked for."""
    rest = _rest_before(at)
    names: dict[str, int] = {}
    part, last = _no_origins(), (0, 0, 0)
    for place, stream in enumerate(at.streams):
        below = base_of(at.ledger.db, stream.n)[0]
        for seq in sorted(seq for where, seq in dots if where == place and seq <= below):
            known = kept_origin(at.ledger.db, at.scope, Dot(stream.id, seq))
            if known:
                last = _put(part, names, place, seq, known.time, known.worker, known.kind, last)
                _put_sources(part, names, known.source, known.sources)
        for seq, line in log.lines_after(at.ledger.db, stream.n, 0):
            if seq > at.upto.get(stream.id, 0):
                break
            _note_rest(at, rest, place, stream, seq, line)
            if (place, seq) in dots and (commit := commit_of(stream, line)):
                last = _put(part, names, place, seq, commit.time, commit.worker, commit.kind, last)
                _put_sources(part, names, *_sources(commit))
            if len(part.s) >= ROWS:
                yield part
                names, part, last = {}, _no_origins(), (0, 0, 0)
    if part.s:
        yield part
    if any((rest.aside, rest.erased, rest.files, rest.lines)):
        yield rest


def _rest_before(at: VillageAt) -> Rest:
    db = at.ledger.db
    rest = Rest([], [], [], [])
    moved: dict[int, int] = {}
    for part in parts_in(db, at.scope, "head"):
        if isinstance(part, Head):
            moved = {old: at.places[stream[0]] for old, stream in enumerate(part.streams)}
    for part in parts_in(db, at.scope, "rest"):
        if isinstance(part, Rest):
            rest.files.extend(part.files)
            rest.lines.extend((moved[old], seq, line) for old, seq, line in part.lines)
    for stream in at.streams:
        aside = db.execute("select seq, reason from quarantine where stream = ? order by seq", [stream.n])
        rest.aside.extend(
            (at.places[stream.id], seq, reason)
            for seq, reason in aside.fetchall()
            if seq <= at.upto.get(stream.id, 0)
        )
    erased = db.execute(
        "select list, record, field, stream, seq from erased where scope = ? order by 1, 2, 3, 4, 5",
        [at.scope],
    )
    rest.erased.extend(tuple(row) for row in erased.fetchall())
    return rest


def _note_rest(at: VillageAt, rest: Rest, place: int, stream: Stream, seq: int, line: bytes) -> None:
    if any(name.decode() not in at.ledger.layouts for name in set(_LISTS.findall(line))):
        rest.lines.append((place, seq, line.decode()))
    if _FILES.search(line) and (commit := commit_of(stream, line)):
        for operation in commit.operations:
            for value in operation.fields.values():
                rest.files.extend(
                    (found[7:].decode(), operation.list, operation.record)
                    for found in _FILES.findall(value.encode() if isinstance(value, str) else b"")
                )


def _no_origins() -> Origins:
    return Origins([], [], [], [], [], [], [], [])


def _put(
    part: Origins,
    names: dict[str, int],
    place: int,
    seq: int,
    time: str,
    worker: str,
    kind: str,
    last: tuple[int, int, int],
) -> tuple[int, int, int]:
    at = (seq, *clock_numbers(time))
    part.s.append(place)
    for column, new, old in zip((part.q, part.t, part.u), at, last, strict=True):
        column.append(new - old)
    part.w.append(_name(part, names, worker))
    part.d.append(_name(part, names, kind))
    return at


def _put_sources(
    part: Origins, names: dict[str, int], source: str, sources: Mapping[tuple[str, str], str]
) -> None:
    part.f.append(_name(part, names, source))
    part.g.extend((len(part.f) - 1, name, record, said) for (name, record), said in sources.items())


def _name(part: Origins, names: dict[str, int], name: str) -> int:
    if name not in names:
        names[name] = len(part.names)
        part.names.append(name)
    return names[name]


def _sources(commit: Commit) -> tuple[str, dict[tuple[str, str], str]]:
    said = {operation.source for operation in commit.operations}
    if len(said) == 1:
        return said.pop(), {}
    return "", {(o.list, o.record): o.source for o in commit.operations if o.source}
