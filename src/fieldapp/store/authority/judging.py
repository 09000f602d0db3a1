"""Every received segment before it is stored: taken in, held for a person's review, or refused with a sentence.

Asked of a segment: is the signature over the chain it leads to, here, good; is the signer known up to an anchor; is the
stream's author still answered for, and in this place? The author is the key that first attested or enrolled its replica
(`heads`), or that its name says; where there is none, who signs the segment answers for it. What a hub above hands down
was judged there: only its chain is asked. An unsigned segment (protocol 1) counts as carried by who handed it over.
"""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NoReturn

from fieldapp.errors import SyncError
from fieldapp.journal.stream import CHAIN_START, Segment, chain_after, join_lines
from fieldapp.keys.attestations import Place, Role, role_signed
from fieldapp.keys.certificates import key_id
from fieldapp.keys.replicas import is_bound, is_named_by
from fieldapp.store.authority import review
from fieldapp.store.authority.displacing import displace, is_contested
from fieldapp.store.authority.heads import Alarm, author_of, newest, raise_alarm
from fieldapp.store.authority.kept import Keys, certificates, key_named
from fieldapp.store.authority.refusals import damaged, refuse_unknown, refuse_unsigned
from fieldapp.store.ledger import Ledger, stream_id
from fieldapp.store.streams import chain_at

Reason = Literal["", "known", "gap", "revoked", "scope", "unproven", "follows"]


@dataclass(frozen=True)
class Verdict:
    """`way` take: give it to `receive`; review: give it to `review.hold`; refuse: tell `refusal`, store nothing.

    `reason` of a review: revoked, scope, unproven (carried by somebody else, beyond what its author signed), follows
    (what stands before it waits). `author` is a hex key or ""; `chain` the stream's after the segment, b"" where it was
    not computed. `in_time`: the last sequence of a late segment that was written before the revocation (`front`), or 0.
    """

    way: Literal["take", "review", "refuse"]
    reason: Reason = ""
    refusal: SyncError | None = None
    author: str = ""
    chain: bytes = b""
    in_time: int = 0


def front(segment: Segment, verdict: Verdict) -> Segment | None:
    """The part of a segment sent to review that was written in time: it is taken before the rest is held."""
    if not verdict.in_time:
        return None
    lines = segment.lines.splitlines()[: verdict.in_time + 1 - segment.first]
    return replace(segment, last=verdict.in_time, lines=join_lines(lines), packed=b"")


def judge(ledger: Ledger, segment: Segment, by: str, sig: str, *, sender: str) -> Verdict:
    """The verdict on one segment. `by` and `sig` are its header's; `sender` is the hex key of who handed it over, proved
    by token, pinned line or manifest. Raises VaultError of a bad medium; a fork is kept as an alarm."""
    try:
        return _Case(ledger, segment, sender).verdict(by, sig)
    except SyncError as refusal:
        return Verdict("refuse", refusal=refusal)


class _Case:
    def __init__(self, ledger: Ledger, segment: Segment, sender: str) -> None:
        self._ledger, self._segment, self._sender = ledger, segment, sender
        self._keys = Keys(ledger)
        self._lines = segment.lines.splitlines()
        if (
            segment.first < 1
            or len(self._lines) != segment.last - segment.first + 1
            or segment.stream != stream_id(segment.replica, segment.scope)
        ):
            raise damaged()

    def verdict(self, by: str, sig: str) -> Verdict:
        ledger, segment = self._ledger, self._segment
        signer = self._signer(by)
        from_above = signer in self._keys.above or self._sender in self._keys.above
        row = ledger.db.execute(
            "select head_seq, head_hash from stream where id = ?", [segment.stream]
        ).fetchone()
        head, head_chain = (row[0], bytes(row[1])) if row else (0, CHAIN_START)
        # What waits for review stands before what follows it, but not before what a hub above has taken in.
        at, chain = (head, head_chain)
        if not from_above and not self._speaks_for_author(signer, by, sig, head, head_chain):
            at, chain = review.reach(ledger, segment.stream, head, head_chain)
        if segment.first > at + 1:
            return Verdict("take", "gap")
        self._compare_overlap(head, signer, by, sig)
        if segment.last <= at:
            return Verdict("take" if segment.last <= head else "review", "known")
        fresh = self._lines[at + 1 - segment.first :]
        chain = self._chain(at, chain, fresh)
        self._check_signature(signer, by, sig, chain)
        self._check_attested(signer)
        author = self._author()
        reason = "" if from_above else self._doubt(signer, author, segment.last)
        if not reason and at > head:
            reason = "follows"
        in_time = self._in_time(signer, author, head) if reason == "revoked" and at == head else 0
        return Verdict("review" if reason else "take", reason, None, author, chain, in_time)

    def _speaks_for_author(self, signer: str, by: str, sig: str, head: int, chain: bytes) -> bool:
        """Whether this is its author's own word, or proved by it, where others brought something under his name that
        waits for a person: then that is put aside."""
        segment = self._segment
        author = self._author()
        is_own = signer == author or is_named_by(segment.replica, signer)
        if not segment.first <= head + 1 <= segment.last:
            return False
        if not is_contested(self._ledger, segment.stream, head, signer if is_own else author):
            return False
        fresh = self._lines[head + 1 - segment.first :]
        if not by or not self._is_signed(signer, sig, self._chain(head, chain, fresh)):
            return False
        doubt = self._doubt(signer, author, segment.last)
        if doubt and not is_own:
            return False
        self._check_attested(signer)
        displace(self._ledger, segment.stream, head, fresh, held_for=signer if doubt else "")
        return True

    def _author(self) -> str:
        """Who answers for the stream, "" where nobody was seen. A revoked key that its name says is he though nothing of
        him ever came: no carrier answers for his late work."""
        segment = self._segment
        seen = author_of(self._ledger, segment.replica)
        return seen or self._keys.revoked_as(segment.replica, segment.stream, segment.scope)

    def _signer(self, by: str) -> str:
        """The key the segment is answered for with."""
        if not by:
            if not self._sender:
                refuse_unsigned()
            return self._sender
        if self._sender and key_id(bytes.fromhex(self._sender)) == by:
            return self._sender
        found = key_named(self._ledger, by)
        if not found:
            refuse_unknown(by)
        return found

    def _in_time(self, signer: str, author: str, head: int) -> int:
        """How far a late segment goes that begins before the revocation of its author."""
        until = self._counts_until(signer, author)
        good = until is not None and head < until and not self._doubt(signer, author, until)
        return until if until is not None and good else 0

    def _counts_until(self, signer: str, author: str) -> int | None:
        segment = self._segment
        until = self._keys.counts_until(author or signer, segment.stream, segment.scope)
        return None if until is None else max(until, review.cleared(self._ledger, segment.stream))

    def _doubt(self, signer: str, author: str, last: int) -> Reason:
        """Why a segment of good chain is not taken up to `last` at once, "" when it is. Raises where its signer is
        nobody's."""
        keys, segment = self._keys, self._segment
        if not keys.standing(signer):
            refuse_unknown(key_id(bytes.fromhex(signer)))
        until = self._counts_until(signer, author)
        if until is not None and last > until:
            return "revoked"
        if keys.is_witness(signer, segment.scope):
            known = author and certificates(self._ledger, author)
            return "scope" if known and not keys.covers(author, segment.scope) else ""
        if author and signer != author and keys.counts_until(signer, "", segment.scope) is not None:
            return "revoked"
        if not keys.covers(signer, segment.scope):
            return "scope"
        if signer == author or (not author and self._answers_for_strangers(signer)):
            return ""
        return "" if self._attested_by_author() >= last else "unproven"

    def _answers_for_strangers(self, signer: str) -> bool:
        """Whether a segment of a name that is new here counts by its signer alone. One that says another's key has to
        bring that one's word, except from a computer that a person accepted: there no hub says who is who."""
        replica = self._segment.replica
        return not is_bound(replica) or is_named_by(replica, signer) or self._keys.is_accepted(signer)

    def _attested_by_author(self) -> int:
        found = newest(self._ledger, "stream = ? and tier = 'author'", [self._segment.stream])
        return found[0].seq if found else 0

    def _check_signature(self, signer: str, by: str, sig: str, chain: bytes) -> None:
        if by and not self._is_signed(signer, sig, chain):
            raise SyncError(
                "authority.bad_signature",
                "A part of the data of the village {scope} is not what its sender signed. Nothing of it was used. Sync "
                "again; if it comes back, tell your station.",
                scope=self._segment.scope,
                replica=self._segment.replica,
            )

    def _is_signed(self, signer: str, sig: str, chain: bytes) -> bool:
        segment = self._segment
        place = Place(segment.stream, segment.replica, segment.scope, segment.last, chain)
        try:
            signature = base64.b64decode(sig + "=" * (-len(sig) % 4), validate=True)
        except (binascii.Error, ValueError):
            return False
        # The likelier first: each one tried costs a verification.
        own = is_named_by(segment.replica, signer)
        roles: tuple[Role, ...] = ("author", "carrier") if own else ("carrier", "author")
        if signer in self._keys.above:
            # A hub hands on what it holds in its own role: its laptop keeps that as the receipt.
            roles = ("central", "township", *roles)
        return bool(role_signed(bytes.fromhex(signer), signature, roles, place))

    def _chain(self, at: int, chain: bytes, fresh: Sequence[bytes]) -> bytes:
        """The chain after the fresh lines, noted at every place somebody attested on the way."""
        segment = self._segment
        self._attested = newest(
            self._ledger, "stream = ? and seq > ? and seq <= ?", [segment.stream, at, segment.last]
        )
        self._on_the_way: dict[int, bytes] = {}
        for seq in sorted({*(one.seq for one in self._attested), segment.last}):
            chain = chain_after(chain, join_lines(fresh[: seq - at]))
            fresh, at = fresh[seq - at :], seq
            self._on_the_way[seq] = chain
        return chain

    def _check_attested(self, signer: str) -> None:
        for one in self._attested:
            if self._on_the_way[one.seq].hex() != one.chain:
                self._alarm(one.seq, one.chain, self._on_the_way[one.seq].hex(), signer)

    def _compare_overlap(self, head: int, signer: str, by: str, sig: str) -> None:
        """Lines that are here already must be the same lines."""
        segment = self._segment
        end = min(segment.last, head)
        if segment.first > end:
            return
        before, held = (
            chain_at(self._ledger, segment.stream, segment.first - 1),
            chain_at(self._ledger, segment.stream, end),
        )
        if before is None or held is None:
            return
        told = chain_after(before, join_lines(self._lines[: end + 1 - segment.first]))
        if told != held:
            # Only who can sign for the other history raises an alarm; anybody else sent nonsense.
            self._check_signature(signer, by, sig, chain_after(before, segment.lines))
            self._alarm(end, held.hex(), told.hex(), signer)

    def _alarm(self, seq: int, held: str, told: str, signer: str) -> NoReturn:
        segment = self._segment
        if self._keys.standing(signer):
            alarm = Alarm(segment.stream, seq, "chain", segment.scope, segment.replica, held, told, signer)
            raise_alarm(self._ledger, alarm)
        raise SyncError(
            "authority.forked",
            "There are two histories of {replica} in the village {scope} from change {seq} on. Ours was kept. A copy of "
            "a vault may be in use, or somebody changed a log: tell your station before you go on.",
            replica=segment.replica[:8],
            scope=segment.scope,
            seq=seq,
        )
