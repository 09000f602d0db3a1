"""What client and hub say to each other besides segments: small JSON messages, the same structs at both ends."""

from hashlib import sha256
from types import MappingProxyType

import msgspec

from fieldapp.journal.commit import Vector
from fieldapp.keys.attestations import Tier

PROTOCOL = 2
LOWEST = 1
"""The oldest protocol that this version speaks whole; an older peer may still upload."""
NO_WINDOW = "segment.no_window"
"""The code for a stream whose segments must be sent without a history (`packing`)."""
Vectors = dict[str, dict[str, int]]
"""Scope → stream → highest sequence."""

NO_BASES: Vector = MappingProxyType({})
SHORT = 16
"""Hex digits that tell two scopes apart; the root digest that is compared afterwards is whole."""


class PairRequest(msgspec.Struct, frozen=True):
    """A laptop asks to be let in: its one-use code, public key (hex), replica and bundle key."""

    code: str
    public: str
    replica: str
    recipient: str = ""


class Teammate(msgspec.Struct, frozen=True):
    """A device whose bundles a laptop of the same scopes may trust."""

    name: str
    public: str
    recipient: str = ""


class PairReply(msgspec.Struct, frozen=True):
    """What the hub knows the laptop as. `tier` is `township` or `central`."""

    device: str
    hub: str
    account: str
    role: str
    scopes: tuple[str, ...]
    tier: str
    team: tuple[Teammate, ...] = ()


class ChallengeRequest(msgspec.Struct, frozen=True):
    device: str


class ChallengeReply(msgspec.Struct, frozen=True):
    nonce: str


class TokenRequest(msgspec.Struct, frozen=True):
    """`signature` (hex) is the device's of `challenge_text(device, nonce)`."""

    device: str
    nonce: str
    signature: str


class TokenReply(msgspec.Struct, frozen=True, omit_defaults=True):
    """`now_ms`: the hub's clock (UTC): a round that has nothing to do finds a wrong clock too. 0 at an old hub. `packs`:
    the packings it reads (`packing`), where that is more than the first of them."""

    token: str
    seconds: int
    now_ms: int = 0
    packs: tuple[str, ...] = ()


class Digests(msgspec.Struct, frozen=True):
    """Scope → hex digest of all its streams; its first `SHORT` digits are enough in protocol 2."""

    digests: dict[str, str]


class VectorsReply(msgspec.Struct, frozen=True):
    """The hub's vectors of the scopes that differ."""

    vectors: Vectors


class HelloReply(msgspec.Struct, frozen=True, omit_defaults=True):
    """The hub holds something else than the laptop, or has news for it.

    `tag`: what it has to tell besides commits, as a short word that changes with it, `who` of that the certificates and
    revocations alone; `wanted`: files are missing there.
    `protocol` and `lowest`: the span it speaks, left out by a hub that speaks 1 and 2. `vectors` of all
    scopes of the account when they are few, else None: then the laptop asks for those that differ. `chains`: with
    `vectors`, the first `SHORT` hex digits of the hub's chain at the head of each stream of this laptop's own.
    """

    tag: str
    who: str = ""
    wanted: bool = False
    vectors: Vectors | None = None
    chains: dict[str, str] = {}
    protocol: int = 2
    lowest: int = 1


class RefusedStream(msgspec.Struct, frozen=True):
    """A stream of which the hub took no more in this push, and its code for the reason."""

    stream: str
    code: str


class PushEnd(msgspec.Struct, frozen=True, omit_defaults=True):
    """The last frame of a push after which the laptop has nothing more: it asks what is left to know, so that a round
    needs no request for it. Without this frame the answer tells of the commits alone."""


class PushReply(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of the commits; `heads` of the streams that were named, after the push.

    `held` wait for a person's review. After a `PushEnd` also `root`: the hub's root digest then (hex); `tag`: what the
    hub has to tell now, as in the hello; `seen`: the hub's signature (base64) over the head of each stream that was
    named, where that is as in `heads`.
    """

    applied: int = 0
    ignored: int = 0
    quarantined: int = 0
    heads: dict[str, int] = {}
    gap: bool = False
    held: int = 0
    refused: tuple[RefusedStream, ...] = ()
    root: str = ""
    tag: str = ""
    seen: dict[str, str] = {}


class FirstPushReply(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of the commits, as a laptop of protocol 1 reads it."""

    applied: int
    ignored: int
    quarantined: int
    heads: dict[str, int]
    gap: bool = False
    held: int = 0


class PullRequest(msgspec.Struct, frozen=True):
    """What the laptop holds of one scope; the reply is frames of segments."""

    scope: str
    vector: dict[str, int]


class PullAll(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the laptop holds of many scopes; the reply is frames of segments, the last frame a `PullEnd`.

    `size`: unpacked bytes of a segment at most; `level`: of zstd; `packs`: the packings the laptop reads, none named for
    all that the hub named with the token; `most`: packed bytes after which the reply ends, 0 for all there is; `bases`:
    stream → the sequence after which the laptop's log of it begins, where it began with a base.
    """

    vectors: Vectors
    size: int
    level: int
    packs: tuple[str, ...] = ()
    most: int = 0
    bases: dict[str, int] = {}


class Word(msgspec.Struct, frozen=True, array_like=True):
    """A signature (base64) over a head whose place is known; `by` is the key (base64)."""

    tier: Tier
    by: str
    sig: str


class PullEnd(msgspec.Struct, frozen=True, omit_defaults=True):
    """The reply is whole: without this frame it was cut. Where it ends with all there is: `root`, the hub's root digest
    then (hex), `tag`, what it has to tell, as in the hello, and `words`: what others than the hub signed over the head of
    each stream that the reply led to. The hub's own word is the signature of the last segment."""

    root: str = ""
    tag: str = ""
    words: dict[str, tuple[Word, ...]] = {}


class StateReply(msgspec.Struct, frozen=True):
    """Receipts (tier → stream → sequence), the team's devices, the SHA-256 of files the hub lacks, its clock (UTC ms)."""

    receipts: Vectors
    team: tuple[Teammate, ...]
    wanted: tuple[str, ...]
    now_ms: int


class ErrorBody(msgspec.Struct, frozen=True):
    code: str
    text: str


class ErrorReply(msgspec.Struct, frozen=True):
    """Every refusal of the hub."""

    error: ErrorBody


def root_digest(digests: dict[str, bytes]) -> str:
    """One digest (hex) over those of all scopes; a scope without commits counts as absent at both ends."""
    return sha256(b"".join(scope.encode() + b"\0" + digests[scope] for scope in sorted(digests))).hexdigest()


def challenge_text(device: str, nonce: str) -> bytes:
    """What a device signs to get a token; the purpose stands first so that the signature serves for nothing else.

    The 1 is this text's own number and no protocol: it is the same at every hub.
    """
    return f"fieldapp token 1 {device} {nonce}".encode()
