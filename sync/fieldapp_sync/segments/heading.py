"""What stands before a segment's packed lines: a line of JSON, or brief in bytes where every byte counts, on the wire.

Both say the same; only the brief one's hash is the first half of SHA-256, for it finds damage: what is true is said by
the signature over the chain. A brief one is a byte 1, its length in a byte, and a MessagePack array.
"""

import base64
import binascii
from typing import NamedTuple

import msgspec

from fieldapp.store.ledger import stream_id
from fieldapp_sync.segments.packing import bad_segment

BRIEF_HASH = 32
"""Hex digits of the lines' SHA-256 in a brief header."""
_BRIEF = 1
_LONGEST = 255


class Header(msgspec.Struct, frozen=True, omit_defaults=True):
    """As a line of JSON. `after`: where the window begins that the lines are packed with."""

    stream: str
    replica: str
    scope: str
    first: int
    last: int
    bytes: int
    sha256: str
    pack: str = ""
    by: str = ""
    sig: str = ""
    after: int = 0


class _Brief(msgspec.Struct, frozen=True, array_like=True):
    """The stream follows from replica and scope; `more`: last less first; `before`: first less after."""

    replica: bytes
    scope: str
    first: int
    more: int
    size: int
    hash: bytes
    pack: str
    by: bytes
    sig: bytes
    before: int


class Heading(NamedTuple):
    """A header as it was read, and what follows it."""

    header: Header
    body: bytes


def line_of(header: Header) -> bytes:
    """A header as a line of JSON."""
    return msgspec.json.encode(header) + b"\n"


def brief_of(header: Header) -> bytes:
    """A header as few bytes; as a line where its words do not fit."""
    try:
        by, sig = bytes.fromhex(header.by), base64.b64decode(header.sig + "==", validate=True)
        told = msgspec.msgpack.encode(
            _Brief(
                bytes.fromhex(header.replica),
                header.scope,
                header.first,
                header.last - header.first,
                header.bytes,
                bytes.fromhex(header.sha256)[: BRIEF_HASH // 2],
                header.pack,
                by,
                sig,
                header.first - header.after if header.after else 0,
            )
        )
    except (ValueError, binascii.Error):
        return line_of(header)
    brief = bytes((_BRIEF, len(told))) + told if len(told) <= _LONGEST else b""
    return brief if brief and read_heading(brief).header == _halved(header) else line_of(header)


def is_segment(content: bytes) -> bool:
    """Whether a frame's content is a segment and no word of its own."""
    return content[:1] == bytes((_BRIEF,)) or b"\n" in content


def read_heading(content: bytes) -> Heading:
    """The header of a segment and its body. Raises SyncError sync.bad_segment."""
    try:
        if content[:1] == bytes((_BRIEF,)):
            end = 2 + content[1]
            return Heading(_long(msgspec.msgpack.decode(content[2:end], type=_Brief)), content[end:])
        head, newline, body = content.partition(b"\n")
        header = msgspec.json.decode(head, type=Header)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, IndexError) as wrong:
        raise bad_segment() from wrong
    if not newline:
        raise bad_segment()
    return Heading(header, body)


def _long(told: _Brief) -> Header:
    replica = told.replica.hex()
    return Header(
        stream_id(replica, told.scope),
        replica,
        told.scope,
        told.first,
        told.first + told.more,
        told.size,
        told.hash.hex(),
        told.pack,
        told.by.hex(),
        base64.b64encode(told.sig).decode().rstrip("="),
        told.first - told.before if told.before else 0,
    )


def _halved(header: Header) -> Header:
    return msgspec.structs.replace(header, sha256=header.sha256[:BRIEF_HASH])
