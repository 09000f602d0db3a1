"""One part of a USB bundle as bytes: an open head, then a sealed inside of signed manifest and segment frames.

    head line    JSON: format, recipient, SHA-256 and length of what follows. It tells damage from a wrong address.
    sealed       age to the recipient: a frame of manifest bytes, a frame of their signature, then segment frames

The manifest is signed by the writer's Ed25519 key and is the same in every part; it names the SHA-256 of each part's
frames, so no part can be swapped, and the recipient, so that a bundle cannot be passed on as if meant for another.
"""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import TypeVar

import msgspec

from fieldapp.errors import BundleError, SyncError
from fieldapp.keys.devices import DeviceKey, verify
from fieldapp.keys.recipients import open_sealed, recipient_of, seal
from fieldapp_sync.frames import put_frame, read_frames
from fieldapp_sync.messages import Vectors

FORMAT = 1
PART_BYTES = 4_000_000
MAX_FILE = PART_BYTES + 600_000
_PURPOSE = b"fieldapp bundle 1\n"
_Struct = TypeVar("_Struct", bound=msgspec.Struct)


class PartEntry(msgspec.Struct, frozen=True):
    """`sha256` of a part's segment frames."""

    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """What a bundle is. `vectors`: what its writer holds; `receipts`: tier → stream → sequence, as its writer knows them.

    `sequence` counts the bundles of a writer; `sender` is the writer's own bundle key, for the answer.
    """

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
    parts: tuple[PartEntry, ...]


@dataclass(frozen=True)
class Part:
    """An opened part: its number from 0 and its segment frames. `signature` was checked against `manifest.signer`."""

    manifest: Manifest
    number: int
    frames: tuple[bytes, ...]


class _Head(msgspec.Struct, frozen=True):
    format: int
    recipient: str
    part: int
    bytes: int
    sha256: str


def write_part(manifest: Manifest, number: int, body: bytes, key: DeviceKey) -> bytes:
    """The file of one part; `body` is its segment frames as named in the manifest."""
    told = msgspec.json.encode(manifest)
    inside = put_frame(told) + put_frame(key.sign(_PURPOSE + told)) + body
    sealed = seal(inside, [manifest.recipient])
    head = _Head(FORMAT, manifest.recipient, number, len(sealed), sha256(sealed).hexdigest())
    return msgspec.json.encode(head) + b"\n" + sealed


def read_part(content: bytes, identity: str) -> Part:
    """Open and check one part. Raises BundleError: damaged, not_for_us, newer, bad_signature."""
    line, _, sealed = content.partition(b"\n")
    head = _decode(line, _Head)
    if head.format > FORMAT:
        raise newer()
    if len(sealed) != head.bytes or sha256(sealed).hexdigest() != head.sha256:
        raise damaged()
    if head.recipient != recipient_of(identity):
        raise not_for_us()
    inside = BytesIO(open_sealed(sealed, identity))
    try:
        frames = list(read_frames(inside))
    except SyncError as wrong:
        raise damaged() from wrong
    if len(frames) < 2:
        raise damaged()
    told, signature, *segments = frames
    manifest = _decode(told, Manifest)
    if manifest.format > FORMAT:
        raise newer()
    if manifest.algorithm != "ed25519" or not verify(_key(manifest.signer), signature, _PURPOSE + told):
        raise bad_signature()
    if manifest.recipient != head.recipient:
        raise not_for_us()
    _check_part(manifest, head.part, b"".join(map(put_frame, segments)))
    return Part(manifest, head.part, tuple(segments))


def _check_part(manifest: Manifest, number: int, body: bytes) -> None:
    if not manifest.parts and number == 0 and not body:
        return
    if not 0 <= number < len(manifest.parts) or manifest.parts[number].sha256 != sha256(body).hexdigest():
        raise damaged()


def _key(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as wrong:
        raise bad_signature() from wrong


def _decode(content: bytes, shape: type[_Struct]) -> _Struct:
    try:
        return msgspec.json.decode(content, type=shape)
    except (msgspec.MsgspecError, UnicodeDecodeError) as wrong:
        raise damaged() from wrong


def damaged() -> BundleError:
    """A flipped byte, a cut file, or no bundle at all."""
    return BundleError(
        "bundle.damaged",
        "This bundle file is damaged or incomplete, and nothing of it was used. Copy it again, or ask for a new one.",
    )


def not_for_us() -> BundleError:
    """Sealed to somebody else."""
    return BundleError(
        "bundle.not_for_us",
        "This bundle is for another vault, or it was damaged on the way. Ask for it again with your bundle key.",
    )


def bad_signature() -> BundleError:
    """The manifest is not what its signer wrote."""
    return BundleError(
        "bundle.bad_signature",
        "The signature of this bundle is wrong, and nothing of it was used. Tell your station who gave it to you.",
    )


def newer() -> BundleError:
    """A later format."""
    return BundleError(
        "bundle.newer", "This bundle was made by a newer FieldApp. Install the newer version first."
    )
