"""A signature over the head of a stream: its author, its township or the centre says "I hold exactly this". Pure.

The rule it holds: a receipt is nothing but the attestation of a hub's key, so anybody may carry it and everybody can
check it. What is signed says in which role: a segment carries such a signature of its author or of who hands it on, over
the chain after its last line, and the one can never be shown as the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from fieldapp.keys.devices import DeviceKey, verify

Tier = Literal["author", "township", "central"]
TIERS: tuple[Tier, ...] = get_args(Tier)
Role = Literal["author", "carrier", "township", "central"]
"""As what somebody signs a head: a carrier hands on what another wrote, and says nothing but that."""
LAST_SEQ = 2**53
"""No stream is as long; what says so is malformed."""


@dataclass(frozen=True)
class Place:
    """A place in a stream: what a signature over a head is about. `chain` is the 32 bytes after the line `seq`."""

    stream: str
    replica: str
    scope: str
    seq: int
    chain: bytes


@dataclass(frozen=True)
class Attestation:
    """`by` (hex public key) holds the stream up to `seq`, where its chain is `chain` (hex).

    `tier` is what the signer claims to be; whoever takes it in asks the signer's certificate.
    """

    stream: str
    replica: str
    scope: str
    seq: int
    chain: str
    by: str
    tier: Tier
    signature: str


def head_text(role: Role, place: Place) -> bytes:
    """What is signed of a stream's head; purpose and role stand first so that the signature serves for nothing else."""
    return f"fieldapp head 2 {role} {_told(place)}".encode()


def head_text_1(place: Place) -> bytes:
    """What was signed before the text said the role: it proves who held a head, not that he wrote it."""
    return f"fieldapp head 1 {_told(place)}".encode()


def role_signed(
    public: bytes, signature: bytes, roles: Sequence[Role], place: Place
) -> Role | Literal["", "untold"]:
    """In which of these roles a key signed a place; "untold" for a signature of the first text, "" for none."""
    for role in roles:
        if verify(public, signature, head_text(role, place)):
            return role
    return "untold" if verify(public, signature, head_text_1(place)) else ""


def attest(
    key: DeviceKey, tier: Tier, *, stream: str, replica: str, scope: str, seq: int, chain: bytes
) -> Attestation:
    """The attestation of a head by this key."""
    signature = key.sign(head_text(tier, Place(stream, replica, scope, seq, chain)))
    return Attestation(stream, replica, scope, seq, chain.hex(), key.public.hex(), tier, signature.hex())


def is_true(attestation: Attestation) -> bool:
    """Whether the signature is that key's over that head, in its tier or in none; False for malformed words too."""
    return bool(role_of(attestation))


def role_of(attestation: Attestation) -> Role | Literal["", "untold"]:
    """The tier when the signature says it, "untold" for one of the first text, "" where it is none of this key."""
    try:
        public, chain = bytes.fromhex(attestation.by), bytes.fromhex(attestation.chain)
        signature = bytes.fromhex(attestation.signature)
    except ValueError:
        return ""
    if len(chain) != 32 or not 0 < attestation.seq <= LAST_SEQ or attestation.tier not in TIERS:
        return ""
    place = Place(attestation.stream, attestation.replica, attestation.scope, attestation.seq, chain)
    return role_signed(public, signature, (attestation.tier,), place)


def _told(place: Place) -> str:
    return f"{place.stream} {place.replica} {place.scope} {place.seq} {place.chain.hex()}"
