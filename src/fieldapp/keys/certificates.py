"""Who may sign for which places: certificates from a root down, and revocations that travel with them. Pure.

The rule it holds: a child's scopes lie in its parent's, and no clock ends a certificate (clocks lie): `issued_ms` only
orders what one issuer said of one key.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from hashlib import sha256

from fieldapp.domain.region import is_region_code, scope_covers
from fieldapp.keys.devices import ALGORITHM, DeviceKey, verify

LONGEST_CHAIN = 8
"""Certificates between a device and its root; a longer chain is taken for a loop."""
HUB_ROLES = {"township": "hub-township", "central": "hub-central"}
"""The role in the certificate of a hub's own key, by its tier: what its attestations mean."""
EVERYWHERE = ("",)
_CERTIFICATE, _REVOCATION = b"fieldapp certificate 1\n", b"fieldapp revocation 1\n"
_MOST_TEXT = 200


@dataclass(frozen=True)
class Certificate:
    """`issuer` says that the key `public` (hex, 32 bytes) is `name`'s, who works as `role` in `scopes` ("" everywhere).

    `recipient` is the age key of bundles for it, or "". `may_issue` lets it sign certificates below its own.
    """

    public: str
    name: str
    role: str
    scopes: tuple[str, ...]
    issuer: str
    issued_ms: int
    recipient: str = ""
    may_issue: bool = False
    algorithm: str = ALGORITHM
    signature: str = ""

    @property
    def is_root(self) -> bool:
        """Whether it was signed by its own key."""
        return self.public == self.issuer

    def covers(self, scope: str) -> bool:
        """Whether a place lies in its scopes."""
        return any(scope_covers(own, scope) for own in self.scopes)


@dataclass(frozen=True)
class Revocation:
    """`issuer` no longer answers for the key `public`. `heads`: stream → the last sequence of it that still counts.

    One with `scope` "" says that it is so everywhere and names no stream; what still counts of a village is said in one
    of its own, of the same `revoked_ms`, so that no village hears of another's streams.
    """

    public: str
    issuer: str
    revoked_ms: int
    heads: Mapping[str, int] = field(default_factory=dict)
    scope: str = ""
    algorithm: str = ALGORITHM
    signature: str = ""


def key_id(public: bytes) -> str:
    """The 16 hex digits by which a segment names its signer; also the id of a device."""
    return sha256(public).hexdigest()[:16]


def issue(
    issuer: DeviceKey,
    public: bytes,
    *,
    name: str,
    role: str,
    scopes: Iterable[str],
    issued_ms: int,
    recipient: str = "",
    may_issue: bool = False,
) -> Certificate:
    """A signed certificate. Whether the issuer may do so is for who receives it to judge (`refusal_of`)."""
    made = Certificate(
        public.hex(), name, role, tuple(scopes), issuer.public.hex(), issued_ms, recipient, may_issue
    )
    return replace(made, signature=issuer.sign(_text(_CERTIFICATE, made)).hex())


def revoke(
    issuer: DeviceKey, public: bytes, revoked_ms: int, heads: Mapping[str, int], scope: str = ""
) -> Revocation:
    """A signed revocation; `heads` are of the village `scope`."""
    made = Revocation(public.hex(), issuer.public.hex(), revoked_ms, dict(heads), scope)
    return replace(made, signature=issuer.sign(_text(_REVOCATION, made)).hex())


def is_signed(told: Certificate | Revocation) -> bool:
    """Whether the signature is the issuer's over exactly these words, by an algorithm known here."""
    purpose = _CERTIFICATE if isinstance(told, Certificate) else _REVOCATION
    if told.algorithm != ALGORITHM:
        return False
    try:
        issuer, signature = bytes.fromhex(told.issuer), bytes.fromhex(told.signature)
    except ValueError:
        return False
    return verify(issuer, signature, _text(purpose, told))


def refusal_of(
    certificate: Certificate,
    known: Mapping[str, Collection[Certificate]],
    anchors: Collection[str],
) -> str:
    """Why a certificate does not count: "" when it does, else algorithm, malformed, signature or what `standing` says.

    `known`: public key → its certificates, whose signatures were checked when they were taken in.
    """
    if certificate.algorithm != ALGORITHM:
        return "algorithm"
    if not _is_well_formed(certificate):
        return "malformed"
    if not is_signed(certificate):
        return "signature"
    return refusal_of_place(certificate, known, anchors)


def refusal_of_place(
    certificate: Certificate,
    known: Mapping[str, Collection[Certificate]],
    anchors: Collection[str],
) -> str:
    """Whether a chain leads from a certificate of checked signature up to an anchor: "" or unknown_issuer, no_root,
    may_not_issue, role, scope, too_long. The reason is that of the best chain tried."""
    return _WaysUp(known, anchors).refusal(certificate)


class _WaysUp:
    """The ways from a certificate up to an anchor."""

    def __init__(self, known: Mapping[str, Collection[Certificate]], anchors: Collection[str]) -> None:
        self._known, self._anchors = known, anchors
        # By signature and depth. Stations that certify each other in a ring would otherwise make the ways up as many
        # as no hub can walk.
        self._tried: dict[tuple[str, int], str] = {}

    def refusal(self, certificate: Certificate, depth: int = 0) -> str:
        """Why no way leads up from this one, which stands so many above where the way began; "" where one does."""
        place = (certificate.signature, depth)
        if place not in self._tried:
            self._tried[place] = self._walk(certificate, depth)
        return self._tried[place]

    def _walk(self, certificate: Certificate, depth: int) -> str:
        if depth >= LONGEST_CHAIN:
            return "too_long"
        if certificate.is_root:
            return "" if certificate.public in self._anchors else "no_root"
        if certificate.role == HUB_ROLES["central"] and certificate.issuer not in self._anchors:
            # Else a station could write the receipts on which laptops let their data go.
            return "role"
        reason = "unknown_issuer"
        for parent in self._known.get(certificate.issuer, ()):
            reason = _refusal_below(certificate, parent) or self.refusal(parent, depth + 1)
            if not reason:
                return ""
        return reason


def _refusal_below(child: Certificate, parent: Certificate) -> str:
    if not parent.may_issue:
        return "may_not_issue"
    if not child.scopes or not all(parent.covers(scope) for scope in child.scopes):
        return "scope"
    return ""


def _is_well_formed(certificate: Certificate) -> bool:
    words = (certificate.name, certificate.role, certificate.recipient, *certificate.scopes)
    return (
        _is_key(certificate.public)
        and _is_key(certificate.issuer)
        and all(len(word) <= _MOST_TEXT for word in words)
        and len(certificate.scopes) <= _MOST_TEXT
        and all(not scope or is_region_code(scope) for scope in certificate.scopes)
    )


def _is_key(text: str) -> bool:
    return len(text) == 64 and all(digit in "0123456789abcdef" for digit in text)


def _text(purpose: bytes, told: Certificate | Revocation) -> bytes:
    """What is signed: the purpose, then every word but the signature as sorted JSON; no village where there is none."""
    words = {one.name: getattr(told, one.name) for one in fields(told) if one.name != "signature"}
    if isinstance(told, Revocation) and not told.scope:
        del words["scope"]
    return purpose + json.dumps(words, sort_keys=True, separators=(",", ":")).encode()
