"""What client and hub say to each other about who may write what: pairing, certificates, revocations, heads, review."""

import msgspec

from fieldapp.keys.acceptances import Acceptance
from fieldapp.keys.attestations import Attestation, Tier
from fieldapp.keys.certificates import Certificate, Revocation
from fieldapp.store.authority.review import ForReview


class EnrolRequest(msgspec.Struct, frozen=True):
    """A laptop asks to be let in at protocol 2. `proof` (hex) is its key's signature of `enrol_text`."""

    code: str
    public: str
    replica: str
    proof: str
    recipient: str = ""


class EnrolReply(msgspec.Struct, frozen=True):
    """What the hub knows the laptop as; `public` is the hub's own key (hex), `anchors` the roots above it (hex).

    `certificates` and `revocations`: the chain above the hub, and the team of the account's places.
    """

    device: str
    hub: str
    account: str
    role: str
    scopes: tuple[str, ...]
    tier: str
    public: str
    anchors: tuple[str, ...]
    certificates: tuple[Certificate, ...]
    revocations: tuple[Revocation, ...] = ()


class Head(msgspec.Struct, frozen=True, array_like=True):
    """An attestation as it travels: keys, chain and signature as bytes, which are shorter than hex digits."""

    stream: str
    replica: str
    scope: str
    seq: int
    chain: bytes
    by: bytes
    tier: Tier
    signature: bytes


class Index(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one side holds, briefly. Certificates by `pair_name`, revocations by `revocation_name` → milliseconds; heads
    by stream → the sequences that author, township and centre attested (0: none); acceptances by `range_name` →
    milliseconds."""

    certificates: dict[str, int] = {}
    revocations: dict[str, int] = {}
    heads: dict[str, tuple[int, int, int]] = {}
    acceptances: dict[str, int] = {}


class AuthorityRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """`tag`: what the hub said last; where it says the same now, nothing else is answered. `index`: what the laptop
    holds. The rest is given."""

    tag: str = ""
    index: Index | None = None
    certificates: tuple[Certificate, ...] = ()
    revocations: tuple[Revocation, ...] = ()
    heads: tuple[Head, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()


class AuthorityReply(msgspec.Struct, frozen=True, omit_defaults=True):
    """`tag` changes whenever the hub has more to tell. What the laptop lacks, `more` of it when asked again; `lacks` is
    what the hub lacks. `public` is the hub's own key (hex), for a laptop that was paired at protocol 1."""

    tag: str
    anchors: tuple[str, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    revocations: tuple[Revocation, ...] = ()
    heads: tuple[Head, ...] = ()
    lacks: Index | None = None
    more: bool = False
    public: str = ""
    acceptances: tuple[Acceptance, ...] = ()


class AttachRequest(msgspec.Struct, frozen=True):
    """The owner of a station's hub hands over the chain of certificates above it and the roots it ends in."""

    certificates: tuple[Certificate, ...]
    anchors: tuple[str, ...]


class HeldReply(msgspec.Struct, frozen=True):
    """What waits in the account's places; `alarms` counts histories that were found to differ there."""

    held: tuple[ForReview, ...]
    alarms: int = 0


class DecisionRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """A person's decision on one stream that waits; `why` it was turned down."""

    stream: str
    take_in: bool
    why: str = ""


class ReopenRequest(msgspec.Struct, frozen=True):
    """A person takes back that one stream was turned down."""

    stream: str


def enrol_text(code: str, replica: str) -> bytes:
    """What a laptop signs to show that the key it names is its own."""
    return f"fieldapp pair 2 {code} {replica}".encode()


def head_out(told: Attestation) -> Head:
    """An attestation for the wire."""
    return Head(
        told.stream,
        told.replica,
        told.scope,
        told.seq,
        bytes.fromhex(told.chain),
        bytes.fromhex(told.by),
        told.tier,
        bytes.fromhex(told.signature),
    )


def head_in(told: Head) -> Attestation:
    """An attestation from the wire; whether it is true is for `store.authority.heads` to say."""
    return Attestation(
        told.stream,
        told.replica,
        told.scope,
        told.seq,
        told.chain.hex(),
        told.by.hex(),
        told.tier,
        told.signature.hex(),
    )
