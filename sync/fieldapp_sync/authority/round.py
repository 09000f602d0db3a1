"""The part of a round that exchanges certificates, revocations and heads: what differs, and nothing when nothing does.

The hub's word for all it has to tell (`tag`) is remembered with our own; while both are as they were, no request is made.
Receipts are drawn from what came, whoever carried it.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import msgspec

from fieldapp.errors import SyncError
from fieldapp.journal.commit import Vector
from fieldapp.keys.attestations import Attestation, Tier
from fieldapp.keys.certificates import HUB_ROLES, issue
from fieldapp.store.authority import entering, heads, kept
from fieldapp.store.authority.heads import Alarm, raise_alarm
from fieldapp.store.receipts import draw_receipts, own_replicas
from fieldapp.store.streams import chain_at
from fieldapp.store.vault import Vault
from fieldapp_sync.authority.accepted import note_accepted
from fieldapp_sync.authority.index import (
    MOST,
    Belongings,
    belongings,
    pair_name,
    range_name,
    revocation_name,
)
from fieldapp_sync.authority.messages import (
    AttachRequest,
    AuthorityReply,
    AuthorityRequest,
    Index,
    head_in,
    head_out,
)
from fieldapp_sync.authority.pairing import Pairing, Which, believe_hub, pairing_of
from fieldapp_sync.messages import Word
from fieldapp_sync.refusals import not_paired
from fieldapp_sync.wire import Connection

_HEARD = "authority:"
NO_WORDS: Mapping[str, tuple[Word, ...]] = MappingProxyType({})


@dataclass(frozen=True)
class Exchanged:
    """How many certificates, revocations and heads came and went; `receipts` that moved; `alarms` raised just now."""

    took: int = 0
    gave: int = 0
    receipts: int = 0
    alarms: int = 0


class _Heard(msgspec.Struct, frozen=True):
    """Our tag and the hub's when both had been told everything."""

    own: str
    hub: str


def remembered_tag(vault: Vault, which: Which = "hub") -> str:
    """The hub's tag as of the last exchange, for the hello; "" when something here has not been told it yet."""
    pairing = _paired(vault, which)
    heard = _heard(vault, pairing)
    return heard.hub if heard and heard.own == _own(vault, pairing).tag() else ""


def has_news(vault: Vault, hub_tag: str, who: str = "", which: Which = "hub") -> bool:
    """Whether the hub's tag is another than at the last exchange, whatever may have changed here; and not by heads alone:
    those are told with the commits. `who` is the hub's `Belongings.who`."""
    pairing = _paired(vault, which)
    heard = _heard(vault, pairing)
    if heard is not None and heard.hub == hub_tag:
        return False
    return heard is None or not who or _own(vault, pairing).who() != who


def exchange(vault: Vault, connection: Connection, *, hub_tag: str = "", which: Which = "hub") -> Exchanged:
    """Bring both sides to the same knowledge of who may write what in our places; signs our own heads first.

    `hub_tag` is the tag a hello has just told: if it is the remembered one, nothing is asked. Raises SyncError.
    """
    pairing = _paired(vault, which)
    heads.attest_own(vault.ledger, vault.device, own_replicas(vault))
    known = remembered_tag(vault, which)
    if known and hub_tag == known:
        return Exchanged(receipts=draw_receipts(vault.ledger))
    before = len(heads.alarms(vault.ledger))
    own = _own(vault, pairing)
    asked = AuthorityRequest(known) if known and not hub_tag else AuthorityRequest(index=own.index())
    reply = connection.ask("/v2/authority", asked, AuthorityReply)
    if asked.index is None and reply.tag == known:
        return Exchanged(receipts=draw_receipts(vault.ledger))
    if asked.index is None:
        reply = connection.ask("/v2/authority", AuthorityRequest(index=own.index()), AuthorityReply)
    if reply.public and not pairing.public:
        pairing = _with_key(vault, pairing, reply.public, which)
    took = some = _take(vault, reply)
    lacks, tag, gave = reply.lacks, reply.tag, 0
    while reply.more and some:
        reply = connection.ask(
            "/v2/authority", AuthorityRequest(index=_own(vault, pairing).index()), AuthorityReply
        )
        some = _take(vault, reply)
        took, tag = took + some, reply.tag
    for part in _named(own, lacks or Index()).parts(MOST):
        tag = connection.ask("/v2/authority", _gift(part), AuthorityReply).tag
        gave += part.count()
    _remember(vault, pairing, tag)
    _renew_pairing(vault, pairing, which)
    alarms = len(heads.alarms(vault.ledger)) - before
    return Exchanged(took, gave, draw_receipts(vault.ledger), alarms)


def hear(
    vault: Vault,
    hub_tag: str,
    heads_there: Vector,
    seen: Mapping[str, str],
    words: Mapping[str, tuple[Word, ...]] = NO_WORDS,
    which: Which = "hub",
) -> None:
    """What a hub told with its answers to the last commits: its signatures (`seen`, base64) over `heads_there`, `words`
    of others on them, and its tag then. Where both know the same now, that is remembered and `exchange` asks nothing."""
    pairing = _paired(vault, which)
    if not hub_tag or not pairing.public:
        return
    tier: Tier = "central" if pairing.tier == "central" else "township"
    own = {stream: (Word(tier, _in_base64(pairing.public), sig),) for stream, sig in seen.items()}
    told = [
        _attested(vault, stream, heads_there.get(stream, 0), word)
        for some in (own, words)
        for stream, several in some.items()
        for word in several
    ]
    heads.attest_own(vault.ledger, vault.device, own_replicas(vault))
    heads.note_all(vault.ledger, [one for one in told if one is not None])
    if _own(vault, pairing).tag() == hub_tag:
        _remember(vault, pairing, hub_tag)


def _attested(vault: Vault, stream: str, seq: int, word: Word) -> Attestation | None:
    """A word on a head that is held here; whether it is true is for `heads` to say."""
    known, chain = vault.ledger.stream(stream), chain_at(vault.ledger, stream, seq)
    try:
        by, signature = (base64.b64decode(told + "==").hex() for told in (word.by, word.sig))
    except ValueError:
        return None
    if known is None or chain is None or seq < 1:
        return None
    place = (stream, known.replica, known.scope, seq)
    return Attestation(*place, chain.hex(), by, word.tier, signature)


def _in_base64(public: str) -> str:
    return base64.b64encode(bytes.fromhex(public)).decode()


def attach_station(vault: Vault, connection: Connection) -> bool:
    """Sign the key of our own station's hub and hand it the chain above; False where the centre has not made this vault a
    station's. Raises SyncError sync.not_paired, authority.not_owner."""
    station = _paired(vault, "station")
    own = vault.device.public.hex()
    above = [one for one in kept.standing(vault.ledger, own) if one.may_issue]
    if not above or not station.public:
        return False
    scopes = tuple(dict.fromkeys(scope for one in above for scope in one.scopes))
    told = next((one for one in kept.certificates(vault.ledger, station.public) if one.issuer == own), None)
    if told is None or told.scopes != scopes:
        told = issue(
            vault.device,
            bytes.fromhex(station.public),
            name=station.hub,
            role=HUB_ROLES["township"],
            scopes=scopes,
            issued_ms=max(vault.clock(), told.issued_ms + 1 if told else 0),
            may_issue=True,
        )
        entering.take_certificates(vault.ledger, [told])
    chain = belongings(vault.ledger, scopes).certificates
    try:
        connection.send(
            "POST",
            "/v2/authority/attach",
            msgspec.json.encode(AttachRequest(chain, kept.anchors(vault.ledger, "root", "hub"))),
        )
    except SyncError as refused:
        if refused.params.get("hub_code") in ("authority.not_owner", "authority.not_believed"):
            raise SyncError(
                "authority.not_owner",
                "The station's hub does not know this computer as its owner. Run `fieldapp hub device appoint` with this "
                "computer's id.",
            ) from refused
        raise
    return True


def _take(vault: Vault, reply: AuthorityReply) -> int:
    ledger = vault.ledger
    with vault.transaction():
        _believe_roots(vault, reply.anchors)
        refused = entering.take_certificates(ledger, reply.certificates)
        taken = sum(not entering.take_revocation(ledger, one) for one in reply.revocations)
        noted = heads.note_all(ledger, (head_in(one) for one in reply.heads))
    said = note_accepted(vault, reply.acceptances)
    return len(reply.certificates) - len(refused) + taken + noted + said


def _believe_roots(vault: Vault, roots: tuple[str, ...]) -> None:
    """The first centre our hub names is believed; another one later is an alarm until somebody pairs anew."""
    known = kept.anchors(vault.ledger, "root", "hub")
    believed = kept.anchors(vault.ledger, "root")
    for root in roots:
        if root in known:
            continue
        if believed:
            raise_alarm(vault.ledger, Alarm("", 0, "root", "", "", believed[0], root, root))
        else:
            kept.set_anchor(vault.ledger, root, "root")
            believed = (root,)


def _named(own: Belongings, lacks: Index) -> Belongings:
    return Belongings(
        tuple(one for one in own.certificates if pair_name(one.public, one.issuer) in lacks.certificates),
        tuple(one for one in own.revocations if revocation_name(one) in lacks.revocations),
        tuple(one for one in own.beyond(Index(heads=lacks.heads)).heads if one.stream in lacks.heads),
        tuple(one for one in own.acceptances if range_name(one) in lacks.acceptances),
    )


def _gift(giving: Belongings) -> AuthorityRequest:
    return AuthorityRequest(
        certificates=giving.certificates,
        revocations=giving.revocations,
        heads=tuple(map(head_out, giving.heads)),
        acceptances=giving.acceptances,
    )


def _own(vault: Vault, pairing: Pairing) -> Belongings:
    return belongings(vault.ledger, pairing.scopes)


def _heard(vault: Vault, pairing: Pairing) -> _Heard | None:
    text = vault.ledger.meta(_HEARD + pairing.hub)
    return msgspec.json.decode(text, type=_Heard) if text else None


def _remember(vault: Vault, pairing: Pairing, tag: str) -> None:
    with vault.transaction():
        heard = _Heard(_own(vault, pairing).tag(), tag)
        vault.ledger.set_meta(_HEARD + pairing.hub, msgspec.json.encode(heard).decode())


def _with_key(vault: Vault, pairing: Pairing, public: str, which: Which) -> Pairing:
    """A vault paired at protocol 1 learns its hub's key, over the same pinned line."""
    keyed = replace(pairing, public=public)
    with vault.transaction():
        believe_hub(vault, public, pairing.hub)
        vault.ledger.set_meta(which, msgspec.json.encode(keyed).decode())
    return keyed


def _renew_pairing(vault: Vault, pairing: Pairing, which: Which) -> None:
    """Role and places of our account as the hub's newest certificate has them."""
    own = vault.device.public.hex()
    found = [one for one in kept.standing(vault.ledger, own) if one.issuer == pairing.public]
    if found and (found[0].scopes, found[0].role) != (pairing.scopes, pairing.role):
        renewed = replace(pairing, scopes=found[0].scopes, role=found[0].role)
        with vault.transaction():
            vault.ledger.set_meta(which, msgspec.json.encode(renewed).decode())


def _paired(vault: Vault, which: Which) -> Pairing:
    pairing = pairing_of(vault, which)
    if pairing is None:
        raise not_paired()
    return pairing
