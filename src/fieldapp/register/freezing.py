"""A frozen year as canonical lines: the same facts give the same lines and the same seal, in whatever order they come.

The seal is the SHA-256 of the lines' SHA-256s: a line that the law has erased leaves its hash in its place and the seal
still holds. The first line names the place, the year and the figures.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from fieldapp.journal.commit import Value

_ERASED = "erased"


@dataclass(frozen=True)
class Frozen:
    """One record as it stood; `values` are those that were known, the end among them."""

    list: str
    id: str
    values: Mapping[str, Value]


@dataclass(frozen=True)
class Difference:
    """What differs between two frozen years. `field` "" is a record that only one of them has: `before` or `after` is
    then "" and the other None."""

    list: str
    record: str
    field: str
    before: Value
    after: Value


def freeze(header: Mapping[str, object], rows: Iterable[Frozen]) -> tuple[bytes, ...]:
    """The lines, header first, then the records by list and id."""
    ordered = sorted(rows, key=lambda row: (row.list, row.id))
    known = ({key: value for key, value in row.values.items() if value is not None} for row in ordered)
    return (
        _line(header),
        *(_line([row.list, row.id, values]) for row, values in zip(ordered, known, strict=True)),
    )


def seal(lines: Iterable[bytes]) -> str:
    """The seal of lines, as hex."""
    whole = sha256()
    for line in lines:
        whole.update(_digest(line))
    return whole.hexdigest()


def thaw(lines: Sequence[bytes]) -> tuple[dict[str, object], tuple[Frozen, ...], int]:
    """Header, records, and how many lines have been erased. Raises ValueError for lines that are none of `freeze`."""
    header = json.loads(lines[0]) if lines else None
    if not isinstance(header, dict):
        raise ValueError("no header")
    rows: list[Frozen] = []
    erased = 0
    for line in lines[1:]:
        if _is_erased(line):
            erased += 1
            continue
        name, record, values = json.loads(line)
        rows.append(Frozen(name, record, values))
    return header, tuple(rows), erased


def erase(lines: Sequence[bytes], gone: Collection[tuple[str, str]]) -> tuple[bytes, ...]:
    """The lines with those of (list, id) erased: only their hashes stay."""
    return tuple(
        line
        if _is_erased(line) or at == 0 or tuple(json.loads(line)[:2]) not in gone
        else _line({_ERASED: _digest(line).hex()})
        for at, line in enumerate(lines)
    )


def differences(before: Iterable[Frozen], after: Iterable[Frozen]) -> tuple[Difference, ...]:
    """What differs, by list, record and field."""
    old = {(row.list, row.id): row.values for row in before}
    new = {(row.list, row.id): row.values for row in after}
    found: list[Difference] = []
    for name, record in sorted(old.keys() | new.keys()):
        was, now = old.get((name, record)), new.get((name, record))
        if was is None or now is None:
            found.append(
                Difference(name, record, "", None if was is None else "", None if now is None else "")
            )
            continue
        found += [
            Difference(name, record, key, was.get(key), now.get(key))
            for key in sorted(was.keys() | now.keys())
            if was.get(key) != now.get(key)
        ]
    return tuple(found)


def _line(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _is_erased(line: bytes) -> bool:
    return line.startswith(b'{"erased":"') and len(line) == len(b'{"erased":""}') + 64


def _digest(line: bytes) -> bytes:
    if _is_erased(line):
        return bytes.fromhex(str(json.loads(line)[_ERASED]))
    return sha256(line).digest()
