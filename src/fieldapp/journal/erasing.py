"""Lawful erasure in the log: a struck operation stands as the hash of what it was, and the chain still holds. Pure.

The hash of a line covers each operation by its own hash: everything between the operations, then per operation the
SHA-256 of its exact bytes. A struck operation carries that hash in `x` in place of its contents, so a line has the same
hash before and after, other people's operations in it stay provable, and two replicas agree whether or not the erasure
has reached both. What a struck operation keeps: list, record, action, what its writer had seen, and its `KEPT` fields.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from hashlib import sha256
from typing import Any

import msgspec

from fieldapp.journal.bounds import MOST_OPERATIONS, is_within
from fieldapp.journal.commit import Dot, Vector
from fieldapp.journal.context import covers

WHOLE = ""
"""In place of a field's name: everything a record holds."""
KEPT = ("ended_on", "ended_reason")
"""What a struck record keeps besides its parent and its year, so that counts of people stay right."""
_MARK = b'{"x":"'
_HEX = 64
_END = b"]}"
"""After the last operation of a line, where nothing follows."""
Strikes = Mapping[str, tuple[Dot, ...]]
"""Of one record: field name, or `WHOLE`, → the erasures that strike it."""


def line_hash(line: bytes) -> bytes:
    """32 bytes that stay the same when operations of the line are struck. A line that is no commit hashes as it is."""
    places = _operations(line)
    if len(places) == 1:
        start, end = places[0]
        return sha256(b"%b%b%b" % (line[:start], _operation_hash(line[start:end]), line[end:])).digest()
    pieces: list[bytes] = []
    at = 0
    for start, end in places:
        pieces += (line[at:start], _operation_hash(line[start:end]))
        at = end
    return sha256(b"".join((*pieces, line[at:])) if at else line).digest()


def struck_records(line: bytes) -> tuple[tuple[str, str], ...]:
    """(list, record) of the operations of a line that stand as hashes."""
    found = []
    for start, end in _operations(line):
        part = line[start:end]
        if part.startswith(_MARK):
            raw = _read(part)
            found.append((str(raw.get("l", "")), str(raw.get("i", ""))))
    return tuple(found)


def strike_line(
    line: bytes,
    dot: Dot,
    strikes: Callable[[str, str], Strikes],
    structure: Callable[[str], Collection[str]],
) -> bytes:
    """The line with what the strikes name taken out; the same bytes where nothing is. Striking again changes nothing.

    `strikes` gives those of a (list, record), `structure` the parent and year keys of a list. A whole record is struck
    from every operation there is or will be; a field only where its writer had not seen the erasure: what is written
    into it later, knowingly, stays.
    """
    out = bytearray()
    at = 0
    for start, end in _operations(line):
        part = line[start:end]
        raw = _read(part)
        if found := strikes(str(raw.get("l", "")), str(raw.get("i", ""))):
            out += line[at:start] + _struck(part, raw, dot, found, structure)
            at = end
    return bytes(out + line[at:]) if at else line


class _Shape(msgspec.Struct):
    seen: list[tuple[str, int]] = []
    f: dict[str, Any] = {}


def _read(part: bytes) -> dict[str, Any]:
    """An operation's words; none where it has not an operation's shape: nobody applies that, so nothing is to strike."""
    try:
        raw = msgspec.json.decode(part)
        msgspec.convert(raw, _Shape)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return {}
    return raw if isinstance(raw, dict) else {}


def _struck(
    part: bytes, raw: dict[str, Any], dot: Dot, strikes: Strikes, structure: Callable[[str], Collection[str]]
) -> bytes:
    if raw.get("a") == "erase":
        return part
    fields: dict[str, Any] = raw.get("f") or {}
    if WHOLE in strikes:
        keep = {*KEPT, *structure(str(raw["l"]))}
        kept = {key: value for key, value in fields.items() if key in keep}
    else:
        seen: Vector = dict(raw.get("seen") or ())
        gone = {key for key, by in strikes.items() if any(e != dot and not covers(seen, e) for e in by)}
        kept = {key: value for key, value in fields.items() if key not in gone}
    if kept == fields and ("x" in raw or "s" not in raw or WHOLE not in strikes):
        return part
    out: dict[str, Any] = {
        "x": _operation_hash(part).hex(),
        "l": raw["l"],
        "i": raw["i"],
        "a": raw.get("a", "set"),
    }
    for key, value in (("seen", raw.get("seen")), ("f", kept), ("closes", raw.get("closes"))):
        if value:
            out[key] = value
    return msgspec.json.encode(out)


def _operation_hash(part: bytes) -> bytes:
    if not part.startswith(_MARK):
        return sha256(part).digest()
    marked = part[len(_MARK) : len(_MARK) + _HEX]
    if len(marked) == _HEX and part[len(_MARK) + _HEX : len(_MARK) + _HEX + 1] == b'"':
        try:
            return bytes.fromhex(marked.decode())
        except ValueError:
            pass
    return sha256(part).digest()


class _Sketch(msgspec.Struct, gc=False):
    o: list[msgspec.Raw]


_SKETCH = msgspec.json.Decoder(_Sketch)


def _operations(line: bytes) -> list[tuple[int, int]]:
    """Where each operation of a line begins and ends; none for a line that is no commit."""
    return _places(line, _parts(line))


def _parts(line: bytes) -> Sequence[msgspec.Raw]:
    if not is_within(line):
        return ()
    try:
        parts = _SKETCH.decode(line).o
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return ()
    return parts if len(parts) <= MOST_OPERATIONS else ()


def _places(line: bytes, parts: Sequence[msgspec.Raw]) -> list[tuple[int, int]]:
    if len(parts) == 1 and line.endswith(last := bytes(parts[0]) + _END):
        # Most lines: looking for the operation from the front would read the line once more.
        return [(len(line) - len(last), len(line) - len(_END))]
    places: list[tuple[int, int]] = []
    at = 0
    for raw in parts:
        part = bytes(raw)
        start = line.find(part, at)
        if start < 0:
            return []
        at = start + len(part)
        places.append((start, at))
    return places
