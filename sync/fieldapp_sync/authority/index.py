"""What a vault or archive holds of certificates, revocations and heads for some places: as a list, a tag, a difference.

The rule it holds: only what concerns the places asked for is named or given; a neighbour's certificates are not.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

import msgspec
from msgspec.structs import replace

from fieldapp.domain.region import scope_covers
from fieldapp.keys.acceptances import Acceptance
from fieldapp.keys.attestations import Attestation
from fieldapp.keys.certificates import Certificate, Revocation, key_id
from fieldapp.store.authority.acceptances import acceptances
from fieldapp.store.authority.heads import newest
from fieldapp.store.authority.kept import all_revocations, certificates
from fieldapp.store.ledger import Ledger
from fieldapp.store.permissions import prefix_range
from fieldapp_sync.authority.messages import Index

MOST = 2000
"""Certificates, revocations and heads of one message, each."""
_PLACES = {"author": 0, "township": 1, "central": 2}


@dataclass(frozen=True)
class Belongings:
    """What concerns some places."""

    certificates: tuple[Certificate, ...]
    revocations: tuple[Revocation, ...]
    heads: tuple[Attestation, ...]
    acceptances: tuple[Acceptance, ...] = ()

    def index(self) -> Index:
        """Briefly, for the other side to compare."""
        heads: dict[str, list[int]] = {}
        for one in self.heads:
            heads.setdefault(one.stream, [0, 0, 0])[_PLACES[one.tier]] = one.seq
        return Index(
            {pair_name(one.public, one.issuer): one.issued_ms for one in self.certificates},
            {revocation_name(one): one.revoked_ms for one in self.revocations},
            {stream: (seqs[0], seqs[1], seqs[2]) for stream, seqs in heads.items()},
            {range_name(one): one.at_ms for one in self.acceptances},
        )

    def tag(self) -> str:
        """16 hex digits that change with anything here."""
        return sha256(msgspec.json.encode(self.index(), order="deterministic")).hexdigest()[:16]

    def who(self) -> str:
        """8 hex digits that change with the certificates and revocations here: what is asked for before commits."""
        told = replace(self.index(), heads={})
        return sha256(msgspec.json.encode(told, order="deterministic")).hexdigest()[:8]

    def parts(self, most: int) -> "Iterator[Belongings]":
        """In portions of at most `most` of each kind; who may certify others comes first, so that the others hold."""
        ordered = sorted(self.certificates, key=lambda one: not one.may_issue)
        longest = max(len(ordered), len(self.revocations), len(self.heads), len(self.acceptances))
        for at in range(0, longest, most):
            yield Belongings(
                tuple(ordered[at : at + most]),
                self.revocations[at : at + most],
                self.heads[at : at + most],
                self.acceptances[at : at + most],
            )

    def count(self) -> int:
        """How many of all kinds."""
        return len(self.certificates) + len(self.revocations) + len(self.heads) + len(self.acceptances)

    def beyond(self, theirs: Index) -> "Belongings":
        """What the other side lacks."""
        return Belongings(
            tuple(
                one
                for one in self.certificates
                if one.issued_ms > theirs.certificates.get(pair_name(one.public, one.issuer), -1)
            ),
            tuple(
                one
                for one in self.revocations
                if one.revoked_ms > theirs.revocations.get(revocation_name(one), -1)
            ),
            tuple(
                one
                for one in self.heads
                if one.seq > theirs.heads.get(one.stream, (0, 0, 0))[_PLACES[one.tier]]
            ),
            tuple(one for one in self.acceptances if one.at_ms > theirs.acceptances.get(range_name(one), -1)),
        )


def belongings(ledger: Ledger, scopes: Sequence[str]) -> Belongings:
    """What concerns these places: heads of their streams, certificates that cover them or lie in them."""
    concerned = _concerned(scopes)
    found = certificates(ledger)
    own = {one.public for one in found if any(map(concerned, one.scopes))}
    told = tuple(one for one in found if one.public in own)
    revoked = tuple(
        one
        for one in all_revocations(ledger)
        if one.public in own and (not one.scope or concerned(one.scope))
    )
    condition = " or ".join("scope >= ? and scope < ?" for _ in scopes) or "0"
    bounds = [bound for scope in scopes for bound in prefix_range(scope)]
    said = acceptances(ledger, f"({condition})", bounds)
    return Belongings(told, revoked, newest(ledger, f"({condition})", bounds), said)


def pair_name(public: str, issuer: str) -> str:
    """32 hex digits that name what one key said of another."""
    return key_id(bytes.fromhex(public)) + key_id(bytes.fromhex(issuer))


def range_name(told: Acceptance) -> str:
    """Names where a range begins and who took it in."""
    return f"{told.stream} {told.first} {key_id(bytes.fromhex(told.by))}"


def revocation_name(told: Revocation) -> str:
    """`pair_name`, and the village where it is said for one only."""
    return pair_name(told.public, told.issuer) + told.scope


def _concerned(scopes: Sequence[str]) -> Callable[[str], bool]:
    return lambda scope: any(scope_covers(scope, own) or scope_covers(own, scope) for own in scopes)
