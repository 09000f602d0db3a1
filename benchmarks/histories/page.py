"""DATA.md's merge rule a second time, from the page alone: lines of the wire in, what each cell must show out.

It reads the JSON of the lines and knows nothing of the program: no dots, no contexts, no merge of its. "Drop siblings ≤
seen; ignore a dot already known; else add; join the vectors": so a write stands unless another write of its cell, that is
here, has seen it or closes it. Higher (clock, replica) is shown, every other stays visible, an end yields to an edit.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

END = "ended"
_END_FIELDS = ("ended_on", "ended_reason")
Fields = dict[str, Any]
Place = tuple[str, int]
"""Stream and sequence."""


@dataclass(frozen=True)
class Line:
    """One line of a log, and what its segment's header says of it."""

    stream: str
    replica: str
    seq: int
    text: bytes


@dataclass(frozen=True)
class Write:
    """One cell of one operation."""

    place: Place
    time: str
    replica: str
    fields: Fields
    seen: Mapping[str, int]
    closes: frozenset[Place]

    def outdates(self, other: "Write") -> bool:
        """Whether its writer had seen or closed the other."""
        stream, seq = other.place
        return other is not self and (self.seen.get(stream, 0) >= seq or other.place in self.closes)


Cells = dict[str, list[Write]]
Records = dict[tuple[str, str], Cells]
"""(list, record) → cell → writes."""


@dataclass(frozen=True)
class Page:
    """What a record must show: values that are known, and (cell, stream, sequence) of what stands beside them."""

    values: Fields
    beside: frozenset[tuple[str, str, int]]


def writes_of(lines: Iterable[Line], groups: Mapping[str, str]) -> Records:
    """Every write that these lines hold. `groups` maps a field to its group; what cannot be read is nobody's write."""
    records: Records = {}
    for line in lines:
        try:
            told = json.loads(line.text)
            read = told["q"] == line.seq and told["o"]
        except (ValueError, KeyError, TypeError):
            continue
        for operation in read or ():
            cells = records.setdefault((operation["l"], operation["i"]), {})
            for cell, fields in _cells(operation.get("f", {}), groups).items():
                cells.setdefault(cell, []).append(
                    Write(
                        (line.stream, line.seq),
                        told["t"],
                        line.replica,
                        fields,
                        dict(operation.get("seen", ())),
                        frozenset((stream, seq) for stream, seq in operation.get("closes", ())),
                    )
                )
    return records


def page_of(cells: Cells) -> Page:
    """What stands of a record."""
    standing = {cell: _standing(writes) for cell, writes in cells.items()}
    contested = _is_contested(cells, standing)
    values: Fields = {}
    beside: set[tuple[str, str, int]] = set()
    for cell, writes in standing.items():
        yields = cell == END and contested
        if writes and not yields:
            values |= {key: value for key, value in writes[0].fields.items() if value is not None}
        beside |= {(cell, *write.place) for write in writes[0 if yields else 1 :]}
    return Page(values, frozenset(beside))


def _standing(writes: list[Write]) -> list[Write]:
    left = [one for one in writes if not any(other.outdates(one) for other in writes)]
    return sorted(left, key=lambda one: (one.time, one.replica, one.place), reverse=True)


def _is_contested(cells: Cells, standing: Cells) -> bool:
    """The edit wins: something else stands that nobody who wrote the end had seen, and that is not of the same save."""
    ends = standing.get(END, [])
    if all(end.fields["ended_on"] is None for end in ends):
        return False
    together = {end.place for end in ends}
    return any(
        write.place not in together and not any(end.outdates(write) for end in cells[END])
        for cell, writes in standing.items()
        if cell != END
        for write in writes
    )


def _cells(fields: Fields, groups: Mapping[str, str]) -> dict[str, Fields]:
    """A group merges as one, and so does the end: what is not named of it is not known."""
    cells: dict[str, Fields] = {}
    for key, value in fields.items():
        cell = END if key in _END_FIELDS else groups.get(key, key)
        whole = _END_FIELDS if cell == END else [k for k, g in groups.items() if g == cell] or [key]
        cells.setdefault(cell, dict.fromkeys(whole))[key] = value
    return cells
