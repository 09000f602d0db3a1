"""Parts of the first format, read only: every release after it can take in a bundle that an old laptop wrote.

One manifest for all parts, repeated in each, with the SHA-256 of every part's frames; the frames are segments alone. The
receipts in the manifest were signed by no hub and are not believed any more.
"""

from hashlib import sha256
from io import BytesIO
from itertools import islice

import msgspec

from fieldapp.errors import SyncError
from fieldapp.keys.devices import verify
from fieldapp.keys.recipients import open_sealed, recipient_of
from fieldapp_sync.bundles.contents import SEGMENT, check_contents
from fieldapp_sync.bundles.manifest import Head, Manifest, decode
from fieldapp_sync.bundles.refusals import bad_signature, damaged, not_for_us
from fieldapp_sync.messages import Vectors
from fieldapp_sync.segments.frames import put_frame, read_frames

_PURPOSE = b"fieldapp bundle 1\n"
_MAX_FRAMES = 20_000
"""The first format did not count them; a village of many small streams has thousands."""


class _Head1(msgspec.Struct, frozen=True):
    format: int
    recipient: str
    part: int
    bytes: int
    sha256: str


class _PartEntry(msgspec.Struct, frozen=True):
    bytes: int
    sha256: str


class _Manifest1(msgspec.Struct, frozen=True):
    format: int
    algorithm: str
    signer: str
    sender: str
    recipient: str
    replica: str
    worker: str
    sequence: int
    made_ms: int
    vectors: Vectors
    receipts: Vectors
    parts: tuple[_PartEntry, ...]


def read_head(line: bytes) -> Head:
    """The head of a part of format 1; it does not say who wrote it, nor whether it is the last."""
    head = decode(line, _Head1)
    return Head(1, 1, "bundle", head.recipient, "", "", 0, 0, head.part + 1, False, head.bytes, head.sha256)


def read_part(content: bytes, identity: str) -> tuple[Manifest, tuple[bytes, ...]]:
    """Open and check one part: its manifest and frames as format 2 has them. Raises BundleError: damaged, not_for_us,
    bad_signature."""
    line, _, sealed = content.partition(b"\n")
    head = decode(line, _Head1)
    if len(sealed) != head.bytes or sha256(sealed).hexdigest() != head.sha256:
        raise damaged()
    if head.recipient != recipient_of(identity):
        raise not_for_us()
    told, signature, *segments = _frames(open_sealed(sealed, identity))
    manifest = decode(told, _Manifest1)
    if manifest.algorithm != "ed25519" or not verify(_key(manifest.signer), signature, _PURPOSE + told):
        raise bad_signature()
    if manifest.recipient != head.recipient:
        raise not_for_us()
    if manifest.format != head.format:
        raise damaged()
    _check_part(manifest, head.part, b"".join(map(put_frame, segments)))
    frames = tuple(SEGMENT + content for content in segments)
    check_contents(frames)
    return _as_format2(manifest, head.part), frames


def _frames(inside: bytes) -> tuple[bytes, ...]:
    try:
        frames = tuple(islice(read_frames(BytesIO(inside)), _MAX_FRAMES + 1))
    except SyncError as wrong:
        raise damaged() from wrong
    if not 2 <= len(frames) <= _MAX_FRAMES:
        raise damaged()
    return frames


def _check_part(manifest: _Manifest1, number: int, body: bytes) -> None:
    if not manifest.parts and number == 0 and not body:
        return
    if not 0 <= number < len(manifest.parts) or manifest.parts[number].sha256 != sha256(body).hexdigest():
        raise damaged()


def _as_format2(manifest: _Manifest1, number: int) -> Manifest:
    return Manifest(
        1,
        1,
        manifest.algorithm,
        "bundle" if manifest.parts else "receipt",
        manifest.signer,
        manifest.sender,
        manifest.recipient,
        manifest.replica,
        manifest.worker,
        f"{manifest.replica[:8]}-{manifest.sequence:05}",
        manifest.sequence,
        manifest.made_ms,
        (),
        manifest.vectors,
        number + 1,
        number + 1 >= len(manifest.parts),
    )


def _key(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as wrong:
        raise bad_signature() from wrong
