"""One part of a bundle as the bytes of its file, and back again with every check.

    head line    JSON, open: `manifest.Head`
    sealed       age to the recipient: a frame of manifest bytes, a frame of their signature, then the contents

Each part is whole by itself: its signed manifest names bundle, number, recipient and the SHA-256 of its contents, so
no part can be changed, swapped into another bundle or passed on as if it were meant for another.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from itertools import islice

import msgspec

from fieldapp.errors import SyncError
from fieldapp.keys.devices import DeviceKey, verify
from fieldapp.keys.recipients import open_sealed, recipient_of, seal
from fieldapp_sync.bundles import format1
from fieldapp_sync.bundles.contents import check_contents
from fieldapp_sync.bundles.manifest import (
    FORMAT,
    MAX_FRAMES,
    MAX_HEAD,
    PURPOSE,
    WITH_BASE,
    Head,
    Manifest,
    check_bounds,
    decode,
    head_of,
)
from fieldapp_sync.bundles.refusals import bad_signature, damaged, newer, not_for_us, older
from fieldapp_sync.segments.frames import read_frames


@dataclass(frozen=True)
class Part:
    """An opened part: its signature was checked against `manifest.signer`, each of its frames was read once."""

    manifest: Manifest
    frames: tuple[bytes, ...]


class _Version(msgspec.Struct, frozen=True):
    format: int
    minimum: int = 1


def part_pieces(manifest: Manifest, frames: tuple[bytes, ...], key: DeviceKey) -> tuple[bytes, bytes]:
    """The file of one part as its head line and its sealed rest: four megabytes need not be joined once more. The
    manifest's `frames`, `bytes` and `sha256` are filled in here."""
    size, digest = _measured(frames)
    full = msgspec.structs.replace(manifest, frames=len(frames), bytes=size, sha256=digest)
    told = msgspec.json.encode(full)
    inside = b"".join(_framed((told, key.sign(PURPOSE + told), *frames)))
    sealed = seal(inside, [manifest.recipient])
    return msgspec.json.encode(head_of(full, sealed)) + b"\n", sealed


def read_part(content: bytes, identity: str) -> Part:
    """Open and check one part. Raises BundleError: damaged, not_for_us, newer, older, bad_signature."""
    line = _head_line(content)
    if _version(line) == 1:
        part = Part(*format1.read_part(content, identity))
        check_bounds(part.manifest)
        return part
    sealed = content[len(line) + 1 :]
    head = decode(line, Head)
    if len(sealed) != head.bytes or sha256(sealed).hexdigest() != head.sha256:
        raise damaged()
    if head.recipient != recipient_of(identity):
        raise not_for_us()
    manifest, frames = _opened(sealed, identity)
    if manifest.recipient != head.recipient:
        raise not_for_us()
    if head_of(manifest, sealed) != head:
        raise damaged()
    told = (manifest.frames, manifest.bytes, manifest.sha256)
    if told != (len(frames), *_measured(frames)):
        raise damaged()
    check_bounds(manifest)
    check_contents(frames)
    return Part(manifest, frames)


def read_head(line: bytes) -> Head:
    """The open head of a part, unchecked: what a stick's reader is shown. Raises BundleError: damaged, newer, older."""
    line = _head_line(line)
    return format1.read_head(line) if _version(line) == 1 else decode(line, Head)


def _head_line(content: bytes) -> bytes:
    line, newline, _ = content[:MAX_HEAD].partition(b"\n")
    if not newline:
        raise damaged()
    return line


def _version(line: bytes) -> int:
    version = decode(line, _Version)
    if version.minimum > WITH_BASE or (version.minimum == 1 and version.format > FORMAT):
        raise newer()
    if version.format < 1 or version.minimum < 1:
        raise older()
    if version.minimum > version.format:
        raise damaged()
    return 1 if version.format == 1 else FORMAT


def _opened(sealed: bytes, identity: str) -> tuple[Manifest, tuple[bytes, ...]]:
    inside = read_frames(BytesIO(open_sealed(sealed, identity)))
    try:
        frames = tuple(islice(inside, MAX_FRAMES + 3))
    except SyncError as wrong:
        raise damaged() from wrong
    if not 2 <= len(frames) <= MAX_FRAMES + 2:
        raise damaged()
    told, signature, *rest = frames
    manifest = decode(told, Manifest)
    if manifest.algorithm != "ed25519" or not verify(_key(manifest.signer), signature, PURPOSE + told):
        raise bad_signature()
    return manifest, tuple(rest)


def _framed(frames: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of `put_frame` for each, without copying the contents."""
    for frame in frames:
        yield len(frame).to_bytes(4, "big")
        yield frame


def _measured(frames: Iterable[bytes]) -> tuple[int, str]:
    """Bytes and SHA-256 of the frames as they stand in a part."""
    size, digest = 0, sha256()
    for piece in _framed(frames):
        digest.update(piece)
        size += len(piece)
    return size, digest.hexdigest()


def _key(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as wrong:
        raise bad_signature() from wrong
