"""What a part of a bundle says of itself: an open head for who looks through a stick, a signed manifest in the seal.

The head is open so that a stick can be looked through without a key; it names no person and no village. Everything it
says stands in the manifest too, signed by the writer's device, and a part in which they differ is refused.
"""

from hashlib import sha256
from typing import TypeVar

import msgspec

from fieldapp_sync.bundles.refusals import damaged
from fieldapp_sync.messages import Vectors

FORMAT = 2
"""What is written. Format 1 (`format1`) is still read."""
MINIMUM = 2
"""The lowest reader's version that can make something of what is written."""
WITH_BASE = 3
"""Format and lowest reader of a bundle that carries a base: who cannot read those would lack what stands before."""
PURPOSE = b"fieldapp bundle 2\n"
PART_BYTES = 4_000_000
"""What one part's file is at most, with its manifest and seal."""
MAX_FILE = PART_BYTES + 600_000
MAX_FRAMES = 2_000
MAX_HEAD = 2_048
MAX_PARTS = 100_000
MAX_TEXT = 400
LARGEST = 2**53
"""Numbers beyond it are read otherwise by other readers of JSON, and no sequence comes there."""
_Struct = TypeVar("_Struct", bound=msgspec.Struct)


class Head(msgspec.Struct, frozen=True):
    """The open line of a part. `by`: 16 hex digits of the signer's key (`mark_of_signer`); `part` counts from 1;
    `bytes` and `sha256` are of what follows the line, so that damage is told from a wrong address."""

    format: int
    minimum: int
    kind: str
    recipient: str
    by: str
    bundle: str
    sequence: int
    made_ms: int
    part: int
    last: bool
    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """What a part is. `vectors`: what its writer holds of `scopes`, the villages it was written for ("" is everywhere).

    `sequence` counts the bundles of a writer, `bundle` is the random name of one; `sender` is the writer's own bundle
    key, for the answer; `frames`, `bytes` and `sha256` are of the frames that follow.
    """

    format: int
    minimum: int
    algorithm: str
    kind: str
    signer: str
    sender: str
    recipient: str
    replica: str
    worker: str
    bundle: str
    sequence: int
    made_ms: int
    scopes: tuple[str, ...]
    vectors: Vectors
    part: int = 1
    last: bool = True
    frames: int = 0
    bytes: int = 0
    sha256: str = ""


def head_of(manifest: Manifest, sealed: bytes) -> Head:
    """The open head that belongs to a manifest and its sealed part."""
    return Head(
        manifest.format,
        manifest.minimum,
        manifest.kind,
        manifest.recipient,
        mark_of_signer(manifest.signer),
        manifest.bundle,
        manifest.sequence,
        manifest.made_ms,
        manifest.part,
        manifest.last,
        len(sealed),
        sha256(sealed).hexdigest(),
    )


def mark_of_signer(public: str) -> str:
    """16 hex digits by which a team knows a device's public key (hex) again. Raises ValueError for what is no hex."""
    return sha256(bytes.fromhex(public)).hexdigest()[:16]


def check_bounds(manifest: Manifest) -> None:
    """Refuse numbers that no honest writer comes to and that would only cost. Raises BundleError bundle.damaged."""
    if (
        manifest.kind not in ("bundle", "receipt")
        or not 1 <= manifest.part <= MAX_PARTS
        or not 0 <= manifest.sequence <= LARGEST
        or abs(manifest.made_ms) > LARGEST
        or max(map(len, (manifest.worker, manifest.replica, manifest.bundle, manifest.sender))) > MAX_TEXT
        or any(not 0 <= seq <= LARGEST for vector in manifest.vectors.values() for seq in vector.values())
    ):
        raise damaged()


def decode(content: bytes, shape: type[_Struct]) -> _Struct:
    """JSON as one of the shapes above. Raises BundleError bundle.damaged."""
    try:
        return msgspec.json.decode(content, type=shape)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as wrong:
        raise damaged() from wrong
