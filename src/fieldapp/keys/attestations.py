"""A signature over the head of a stream: its author, its township or the centre says "I hold exactly this". Pure.

The rule it holds: a receipt is nothing but the attestation of a hub's key, so anybody may carry it and everybody can
check it. The same text is signed for a segment, over the chain after its last line.
"""

from dataclasses import dataclass
from typing import Literal

from fieldapp.keys.devices import DeviceKey, verify

Tier = Literal["author", "township", "central"]
TIERS: tuple[Tier, ...] = ("author", "township", "central")
LAST_SEQ = 2**53
"""No stream is as long; what says so is malformed."""


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


def head_text(stream: str, replica: str, scope: str, seq: int, chain: bytes) -> bytes:
    """What is signed of a stream's head; the purpose stands first so that the signature serves for nothing else."""
    return f"fieldapp head 1 {stream} {replica} {scope} {seq} {chain.hex()}".encode()


def attest(
    key: DeviceKey, tier: Tier, *, stream: str, replica: str, scope: str, seq: int, chain: bytes
) -> Attestation:
    """The attestation of a head by this key."""
    signature = key.sign(head_text(stream, replica, scope, seq, chain))
    return Attestation(stream, replica, scope, seq, chain.hex(), key.public.hex(), tier, signature.hex())


def is_true(attestation: Attestation) -> bool:
    """Whether the signature is that key's over that head; False for malformed words too."""
    try:
        public, chain = bytes.fromhex(attestation.by), bytes.fromhex(attestation.chain)
        signature = bytes.fromhex(attestation.signature)
    except ValueError:
        return False
    if len(chain) != 32 or not 0 < attestation.seq <= LAST_SEQ or attestation.tier not in TIERS:
        return False
    told = head_text(attestation.stream, attestation.replica, attestation.scope, attestation.seq, chain)
    return verify(public, signature, told)
