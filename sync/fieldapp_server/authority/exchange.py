"""What the hub tells and takes of certificates, revocations and heads, and what waits for a person's review.

The rule it holds: every question carries the account's places, and nothing is taken that does not prove itself.
"""

import base64
import binascii
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from fieldapp.domain.region import scope_covers
from fieldapp.domain.roles import may
from fieldapp.errors import SyncError
from fieldapp.keys.acceptances import is_true
from fieldapp.keys.attestations import Attestation, Tier
from fieldapp.keys.certificates import is_signed, key_id
from fieldapp.store.authority import acceptances, deciding, entering, heads, kept, review
from fieldapp.store.intake import store_segment
from fieldapp.store.ledger import Ledger
from fieldapp.store.streams import chain_at
from fieldapp_server.archive import Archive, within
from fieldapp_server.authority.authority import hub_key
from fieldapp_server.problems import Problem, Refused
from fieldapp_sync.authority.index import MOST, Belongings, belongings
from fieldapp_sync.authority.messages import (
    AttachRequest,
    AuthorityReply,
    AuthorityRequest,
    HeldReply,
    Index,
    head_in,
    head_out,
)
from fieldapp_sync.messages import Word
from fieldapp_sync.segments.frames import Carried

_Told = TypeVar("_Told")
LONGEST_REASON = 200
MOST_SEEN = 64
"""Heads of one push that are told in its answer; more are asked for."""
AT_ONCE = 100
"""Certificates, revocations or heads that are noted while the archive is held once."""
TOO_MANY_WORDS = Problem(
    "authority.too_many",
    413,
    "More certificates, revocations or heads than one message may give. Send them in parts.",
)
NOT_OWNER = Problem(
    "authority.not_owner", 403, "Only the desktop that runs this hub may hand it certificates."
)
NOT_BELIEVED = Problem("authority.not_believed", 403, "The certificates do not lead from a root to this hub.")
NOT_APPROVER = Problem("review.not_allowed", 403, "Only an account that may approve decides what waits.")
NOTHING_HELD = Problem("review.none", 404, "Nothing waits for review under this name.")


def tag(archive: Archive, scopes: Sequence[str]) -> tuple[str, str]:
    """16 hex digits that change whenever this hub has more to tell an account of these places, and 8 that change with
    what of it comes before commits (`Belongings.who`)."""
    with archive.held() as ledger:
        own = _belongings(ledger, scopes)
        return own.tag(), own.who()


def words_on(
    archive: Archive, scopes: Sequence[str], given: Mapping[str, int]
) -> tuple[str, dict[str, tuple[Word, ...]]]:
    """After a pull: tag, and what others than this hub signed over the heads it led to (`given`: stream → sequence)."""
    with archive.held() as ledger:
        own, mine = _belongings(ledger, scopes), hub_key(ledger).public.hex()
        found: dict[str, tuple[Word, ...]] = {}
        for one in own.heads if len(given) <= MOST_SEEN else ():
            chain = chain_at(ledger, one.stream, one.seq) if given.get(one.stream) == one.seq else None
            if chain is not None and chain.hex() == one.chain and one.by != mine:
                word = Word(one.tier, _short(one.by), _short(one.signature))
                found[one.stream] = (*found.get(one.stream, ()), word)
        return own.tag(), found


def _short(told: str) -> str:
    """Hex digits as base64."""
    return base64.b64encode(bytes.fromhex(told)).decode()


def exchange(archive: Archive, scopes: Sequence[str], asked: AuthorityRequest) -> AuthorityReply:
    """Take what is given and holds, and tell what the laptop lacks of its places."""
    _take(archive, scopes, asked)
    with archive.held() as ledger:
        own = _belongings(ledger, scopes)
        if asked.tag == own.tag():
            return AuthorityReply(asked.tag)
        if asked.index is None:
            return AuthorityReply(own.tag())
        lacked = own.beyond(asked.index)
        news = next(lacked.parts(MOST), lacked)
        return AuthorityReply(
            own.tag(),
            kept.anchors(ledger, "root"),
            news.certificates,
            news.revocations,
            tuple(map(head_out, news.heads)),
            _lacks(own.index(), asked.index),
            news.count() < lacked.count(),
            hub_key(ledger).public.hex(),
            news.acceptances,
        )


def witnessed(
    ledger: Ledger, scopes: Sequence[str], author: str, pushed: Mapping[str, Carried]
) -> tuple[str, dict[str, str]]:
    """After a push: the tag, and this hub's signature (base64) over each head that the push led to. `pushed`: its last
    segment of each stream; what its author signed over it is his word on that head, which need not come by itself."""
    told = [_authors_word(ledger, author, one) for one in pushed.values()]
    heads.note_all(ledger, [one for one in told if one is not None])
    own = _belongings(ledger, scopes)
    tiers = {one.stream: one for one in own.heads if one.tier == _tier(ledger)}
    seen = {
        stream: _short(tiers[stream].signature)
        for stream, one in pushed.items()
        if stream in tiers and tiers[stream].seq == one.segment.last
    }
    return own.tag(), seen if len(seen) <= MOST_SEEN else {}


def _authors_word(ledger: Ledger, author: str, pushed: Carried) -> Attestation | None:
    segment = pushed.segment
    chain = chain_at(ledger, segment.stream, segment.last)
    if chain is None or pushed.by != key_id(bytes.fromhex(author)):
        return None
    if heads.author_of(ledger, segment.replica) != author:
        return None
    try:
        signature = base64.b64decode(pushed.sig + "==").hex()
    except binascii.Error:
        return None
    place = (segment.stream, segment.replica, segment.scope, segment.last)
    return Attestation(*place, chain.hex(), author, "author", signature)


def attach(archive: Archive, public: str, told: AttachRequest) -> None:
    """Take the chain above this hub from its owner. Raises Refused authority.not_owner, authority.not_believed."""
    with archive.held() as ledger, ledger.transaction():
        if public not in kept.anchors(ledger, "owner"):
            raise Refused(NOT_OWNER)
        own = hub_key(ledger).public.hex()
        for root in told.anchors:
            if root != own:
                kept.set_anchor(ledger, root, "root")
        entering.take_certificates(ledger, told.certificates)
        if not any(not one.is_root for one in kept.standing(ledger, own)):
            raise Refused(NOT_BELIEVED)


def held(archive: Archive, scopes: Sequence[str]) -> HeldReply:
    """What waits for a person in these places."""
    condition, parameters = within(scopes)
    with archive.held() as ledger:
        items = review.waiting(ledger, condition, parameters, rejected=True)
        own = [one for one in heads.alarms(ledger) if _within(scopes, one.scope)]
    return HeldReply(items, len(own))


def decide(
    archive: Archive,
    scopes: Sequence[str],
    stream: str,
    *,
    role: str,
    name: str,
    take_in: bool,
    now_ms: int,
    why: str = "",
) -> HeldReply:
    """An account's decision on what waits; gives what waits still. Raises Refused review.not_allowed, review.none."""
    if not may(role, "approve"):
        raise Refused(NOT_APPROVER)
    condition, parameters = within(scopes)
    with archive.tables() as ledger:
        found = review.waiting(ledger, f"stream = ? and {condition}", [stream, *parameters], rejected=True)
        if not found:
            raise Refused(NOTHING_HELD)
        if take_in:
            deciding.accept(ledger, stream, key=hub_key(ledger), by=name, now_ms=now_ms)
        else:
            deciding.reject(ledger, stream, by=name, now_ms=now_ms, why=why[:LONGEST_REASON])
    return held(archive, scopes)


def reopen(archive: Archive, scopes: Sequence[str], stream: str, *, role: str) -> HeldReply:
    """What an account's decision had turned down waits again. Raises Refused review.not_allowed, review.none."""
    if not may(role, "approve"):
        raise Refused(NOT_APPROVER)
    condition, parameters = within(scopes)
    with archive.held() as ledger:
        if not review.waiting(ledger, f"stream = ? and {condition}", [stream, *parameters], rejected=True):
            raise Refused(NOTHING_HELD)
        try:
            deciding.reopen(ledger, stream)
        except SyncError as none:
            raise Refused(NOTHING_HELD) from none
    return held(archive, scopes)


def _belongings(ledger: Ledger, scopes: Sequence[str]) -> Belongings:
    """With the hub's own word on every head that moved since it was asked last."""
    condition, parameters = within(scopes)
    heads.witness(ledger, hub_key(ledger), _tier(ledger), condition, parameters)
    return belongings(ledger, scopes)


def _tier(ledger: Ledger) -> Tier:
    return "central" if ledger.meta("tier") == "central" else "township"


def _take(archive: Archive, scopes: Sequence[str], asked: AuthorityRequest) -> None:
    """Keep what holds. Signatures are checked before the archive is held, and what is true is noted in portions: nobody
    waits behind more than one of these. Raises Refused authority.too_many."""
    if max(map(len, (asked.certificates, asked.revocations, asked.heads, asked.acceptances))) > MOST:
        raise Refused(TOO_MANY_WORDS)
    for some in _portions([one for one in asked.certificates if is_signed(one)]):
        with archive.held() as ledger:
            entering.take_certificates(ledger, some)
    for few in _portions([one for one in asked.revocations if is_signed(one)]):
        with archive.held() as ledger:
            for revocation in few:
                entering.take_revocation(ledger, revocation)
    own = (one for one in map(head_in, asked.heads) if _within(scopes, one.scope))
    for part in _portions(list(heads.proved(own))):
        with archive.held() as ledger:
            heads.note_proved(ledger, part)
    for said in _portions([one for one in asked.acceptances if _within(scopes, one.scope) and is_true(one)]):
        with archive.held() as ledger:
            if acceptances.hear(ledger, said, partial(store_segment, ledger))[1]:
                archive.project_soon()


def _within(scopes: Sequence[str], place: str) -> bool:
    return any(scope_covers(scope, place) for scope in scopes)


def _portions(told: Sequence[_Told]) -> Iterator[Sequence[_Told]]:
    return (told[at : at + AT_ONCE] for at in range(0, len(told), AT_ONCE))


def _lacks(ours: Index, theirs: Index) -> Index | None:
    """What the laptop has and this hub has not, as an index of it."""
    told = {name: ms for name, ms in theirs.certificates.items() if ms > ours.certificates.get(name, -1)}
    gone = {name: ms for name, ms in theirs.revocations.items() if ms > ours.revocations.get(name, -1)}
    behind = {}
    for stream, seqs in theirs.heads.items():
        here = ours.heads.get(stream, (0, 0, 0))
        if any(there > own for there, own in zip(seqs, here, strict=True)):
            behind[stream] = here
    said = {name: ms for name, ms in theirs.acceptances.items() if ms > ours.acceptances.get(name, -1)}
    return Index(told, gone, behind, said) if told or gone or behind or said else None
