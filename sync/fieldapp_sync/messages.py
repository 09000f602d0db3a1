"""What client and hub say to each other besides segments: small JSON messages, the same structs at both ends."""

from hashlib import sha256

import msgspec

PROTOCOL = 1
Vectors = dict[str, dict[str, int]]
"""Scope → stream → highest sequence."""


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


class TokenReply(msgspec.Struct, frozen=True):
    token: str
    seconds: int


class Digests(msgspec.Struct, frozen=True):
    """Scope → hex digest of all its streams."""

    digests: dict[str, str]


class VectorsReply(msgspec.Struct, frozen=True):
    """The hub's vectors of the scopes that differ."""

    vectors: Vectors


class PushReply(msgspec.Struct, frozen=True):
    """What became of the segments; `heads` of the streams that were named, after the push."""

    applied: int
    ignored: int
    quarantined: int
    heads: dict[str, int]
    gap: bool = False


class PullRequest(msgspec.Struct, frozen=True):
    """What the laptop holds of one scope; the reply is frames of segments."""

    scope: str
    vector: dict[str, int]


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
    """What a device signs to get a token; the purpose stands first so that the signature serves for nothing else."""
    return f"fieldapp token {PROTOCOL} {device} {nonce}".encode()
