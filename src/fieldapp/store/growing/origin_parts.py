"""What the lines below a base are asked for besides the rows: who wrote what is shown, and what else outlives them."""

from collections.abc import Iterator, Mapping

from fieldapp.journal.commit import Commit, Dot
from fieldapp.store import log
from fieldapp.store.growing.base import base_of, kept_origin
from fieldapp.store.growing.dots import Dots
from fieldapp.store.growing.parts import Origins, Part
from fieldapp.store.growing.rest_parts import RestParts
from fieldapp.store.growing.row_parts import clock_numbers
from fieldapp.store.growing.village_at import VillageAt, commit_of

ROWS = 2000
"""Rows or origins of one part."""


def told_parts(at: VillageAt, dots: Dots) -> Iterator[Part]:
    """Origins of what is shown, by `dots`, and what else the lines are asked for."""
    rest = RestParts(at)
    yield from rest.before()
    names: dict[str, int] = {}
    part, last = _no_origins(), (0, 0, 0)
    for place, stream in enumerate(at.streams):
        below = base_of(at.ledger.db, stream.n)[0]
        for seq in dots.upto(place, below):
            known = kept_origin(at.ledger.db, at.scope, Dot(stream.id, seq))
            if known:
                last = _put(part, names, place, seq, known.time, known.worker, known.kind, last)
                _put_sources(part, names, known.source, known.sources)
            if len(part.s) >= ROWS:
                yield part
                names, part, last = {}, _no_origins(), (0, 0, 0)
        for seq, line in log.lines_after(at.ledger.db, stream.n, 0, once=True):
            if seq > at.upto.get(stream.id, 0):
                break
            rest.note(place, stream, seq, line)
            yield from rest.full()
            if (place, seq) in dots and (commit := commit_of(stream, line)):
                last = _put(part, names, place, seq, commit.time, commit.worker, commit.kind, last)
                _put_sources(part, names, *_sources(commit))
            if len(part.s) >= ROWS:
                yield part
                names, part, last = {}, _no_origins(), (0, 0, 0)
    if part.s:
        yield part
    yield from rest.last()


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
