"""What stands in a part after its manifest: frames, each with one byte before it that says what it is.

    S   a segment, the bytes of `frames.pack_segment`
    C   a piece of a file: a JSON line (SHA-256, size, offset, village) and the bytes
    B   a piece of a village's base: a JSON line (its manifest, signed by a hub or station, and the offset) and the bytes
    W   a word to the receiver: who may sign, what was attested, files held, bundles taken in whole

Unknown ones are passed over: a later writer may add kinds that an older reader can do without.
"""

from dataclasses import dataclass

import msgspec

from fieldapp.errors import SyncError
from fieldapp.keys.acceptances import Acceptance
from fieldapp.keys.attestations import Attestation
from fieldapp.keys.certificates import Certificate, Revocation
from fieldapp.store.files.attachment_folder import is_digest
from fieldapp.store.files.file_boxes import LARGEST_BOX, LARGEST_FILE
from fieldapp.store.files.file_chunks import GRID
from fieldapp.store.growing.pieces import Manifest as BaseManifest
from fieldapp_sync.bundles.manifest import LARGEST, decode
from fieldapp_sync.bundles.refusals import damaged
from fieldapp_sync.segments.frames import Carried, read_carried
from fieldapp_sync.segments.packing import MAX_LINES

SEGMENT, CHUNK, WORD, BASE = b"S", b"C", b"W", b"B"
CHUNK_BYTES = 30 * GRID
"""Eight pieces fill a part; they lie on the grid of `store.partial_files`."""

MAX_UNPACKED = 8 * MAX_LINES
"""Bytes that the segments of one part may unpack to, together."""

LARGEST_BASE = 256 << 20
"""Bytes of a village's base: over two million households."""


@dataclass(frozen=True)
class BasePiece:
    """`data` stands at `offset` of the file of this base."""

    base: BaseManifest
    offset: int
    data: bytes


@dataclass(frozen=True)
class Chunk:
    """`data` stands at `offset` of the file of this SHA-256 (hex) and `size`; a record of `scope` names the file."""

    sha256: str
    size: int
    offset: int
    scope: str
    data: bytes


class Word(msgspec.Struct, frozen=True, omit_defaults=True):
    """`files`: SHA-256 of files the writer holds whole; `taken`: the receiver's bundles that the writer has taken in
    whole. Certificates, revocations, attestations (receipts among them) and acceptances carry signatures of their own."""

    files: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    revocations: tuple[Revocation, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()


class _ChunkHead(msgspec.Struct, frozen=True):
    sha256: str
    size: int
    offset: int
    scope: str


def pack_chunk(chunk: Chunk) -> bytes:
    """A piece of a file as the content of a frame."""
    head = _ChunkHead(chunk.sha256, chunk.size, chunk.offset, chunk.scope)
    return CHUNK + msgspec.json.encode(head) + b"\n" + chunk.data


class _BaseHead(msgspec.Struct, frozen=True):
    base: BaseManifest
    offset: int


def pack_base_piece(piece: BasePiece) -> bytes:
    """A piece of a base as the content of a frame."""
    return BASE + msgspec.json.encode(_BaseHead(piece.base, piece.offset)) + b"\n" + piece.data


def pack_word(word: Word) -> bytes:
    """A word as the content of a frame."""
    return WORD + msgspec.json.encode(word)


def read_segment(content: bytes) -> Carried:
    """The segment of a frame with its signature, unpacked within bounds. Raises BundleError bundle.damaged."""
    try:
        carried = read_carried(content[1:])
    except SyncError as wrong:
        raise damaged() from wrong
    if carried.segment.last > LARGEST:
        raise damaged()
    return carried


def read_chunk(content: bytes) -> Chunk:
    """The piece of a file in a frame. Raises BundleError bundle.damaged for one whose sizes do not add up."""
    line, _, data = content[1:].partition(b"\n")
    head = decode(line, _ChunkHead)
    if (
        not is_digest(head.sha256)
        or not 0 <= head.offset <= head.size <= LARGEST_FILE
        or len(data) > LARGEST_BOX
        or head.offset + len(data) > head.size
        or (not data and head.size)
    ):
        raise damaged()
    return Chunk(head.sha256, head.size, head.offset, head.scope, data)


def read_base_piece(content: bytes) -> BasePiece:
    """The piece of a base in a frame. Raises BundleError bundle.damaged for one whose sizes do not add up."""
    line, _, data = content[1:].partition(b"\n")
    head = decode(line, _BaseHead)
    base = head.base
    if (
        not is_digest(base.hash)
        or not 0 <= head.offset < head.offset + len(data) <= base.bytes <= LARGEST_BASE
        or not all(0 < seq <= LARGEST for seq in base.vector.values())
    ):
        raise damaged()
    return BasePiece(base, head.offset, data)


def read_word(content: bytes) -> Word:
    """The word of a frame. Raises BundleError bundle.damaged."""
    word = decode(content[1:], Word)
    if not all(map(is_digest, word.files)) or any(one.seq > LARGEST for one in word.attestations):
        raise damaged()
    return word


def check_contents(frames: tuple[bytes, ...]) -> None:
    """Read every frame once and keep nothing. Raises BundleError bundle.damaged for the first that is wrong."""
    unpacked = 0
    for content in frames:
        if content[:1] == SEGMENT:
            unpacked += len(read_segment(content).segment.lines)
        elif content[:1] == CHUNK:
            read_chunk(content)
        elif content[:1] == BASE:
            read_base_piece(content)
        elif content[:1] == WORD:
            read_word(content)
        if unpacked > MAX_UNPACKED:
            raise damaged()
