"""What an account may see and give: every question to the archive carries the account's scopes inside its query."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import msgspec

from fieldapp.domain.roles import may
from fieldapp.errors import SyncError, UserError
from fieldapp.journal.stream import Segment
from fieldapp.store.authority.heads import author_of
from fieldapp.store.authority.judging import front, judge
from fieldapp.store.authority.review import held_heads, hold
from fieldapp.store.files.attachment_folder import AttachmentFolder
from fieldapp.store.files.attachment_places import ORIGINALS, THUMBNAILS
from fieldapp.store.intake import store_segment
from fieldapp.store.ledger import Ledger, Stream
from fieldapp.store.streams import digest, lines_between, segments_after
from fieldapp.store.striking import erasures_in, settle
from fieldapp_server.accounts import Account
from fieldapp_server.archive import Archive, within
from fieldapp_server.authority import exchange as authority_exchange
from fieldapp_server.authority.authority import hub_key
from fieldapp_server.devices import Device, active_device
from fieldapp_server.files.attachments import is_missing
from fieldapp_server.problems import BAD_SEGMENT, ERASE_REFUSED, Problem, Refused
from fieldapp_server.station.seen import note_pushed
from fieldapp_sync.messages import (
    LOWEST,
    NO_WINDOW,
    PROTOCOL,
    SHORT,
    Digests,
    HelloReply,
    PullAll,
    PullEnd,
    PullRequest,
    PushEnd,
    PushReply,
    RefusedStream,
    Vectors,
    VectorsReply,
    root_digest,
)
from fieldapp_sync.rounds.link import FIRST_SEGMENT, LARGEST_SEGMENT, SMALLEST_SEGMENT
from fieldapp_sync.segments.frames import Carried, pack_segment, put_frame, read_carried
from fieldapp_sync.segments.heading import is_segment
from fieldapp_sync.segments.packing import WINDOW_BYTES, WindowMissing, words
from fieldapp_sync.segments.signing import signed_frame

PULL_BYTES = 1 << 20
"""A reply to a pull of protocol 1 stops after this many bytes; the laptop asks on with its new vector."""
FEW_STREAMS = 32
"""Vectors of so many streams are told at once in the hello; above it only those of the scopes that differ."""
_AT_ONCE = 4
_LEVELS = range(1, 16)
"""Levels of zstd a hub packs with: above them one laptop would keep it busier than its link is worth."""


def hello(archive: Archive, device: Device, root: str, tag: str) -> HelloReply | None:
    """None when the laptop holds all that its account may see and has heard all that there is to tell."""
    account = device.account
    ours, who = authority_exchange.tag(archive, account.scopes)
    with archive.held() as ledger:
        if root_of(ledger, account) == root and tag == ours:
            return None
        held = {scope: dict(ledger.vector(scope)) for scope in _scopes(ledger, account)}
        few = sum(map(len, held.values())) <= FEW_STREAMS
        chains = _own_chains(ledger, held, device) if few else {}
    wanted = any(is_missing(archive, account, lane) for lane in (THUMBNAILS, ORIGINALS))
    told = held if few else None
    return HelloReply(ours, who, wanted, vectors=told, chains=chains, protocol=PROTOCOL, lowest=LOWEST)


def _own_chains(ledger: Ledger, held: Vectors, device: Device) -> dict[str, str]:
    """The chains at the heads of this device's own streams, so that it need not ask whether it is a copy."""
    own = {
        stream: ledger.db.execute("select head_hash from stream where id = ?", [stream]).fetchone()[0]
        for vector in held.values()
        for stream in vector
        if author_of(ledger, _replica(ledger, stream)) == device.public
    }
    return {stream: bytes(chain).hex()[:SHORT] for stream, chain in own.items()}


def _replica(ledger: Ledger, stream: str) -> str:
    known = ledger.stream(stream)
    return known.replica if known else ""


def root_of(ledger: Ledger, account: Account) -> str:
    """The root digest (hex) of everything this account may see."""
    return root_digest({scope: digest(ledger, scope) for scope in _scopes(ledger, account)})


def is_equal(archive: Archive, account: Account, root: str) -> bool:
    """Whether the laptop's root digest is that of everything this account may see here."""
    with archive.held() as ledger:
        return root_of(ledger, account) == root


def vectors(archive: Archive, account: Account, asked: Digests) -> VectorsReply:
    """The vectors of the account's scopes whose digest is not the laptop's, and of those it named that are empty here.

    Raises Refused scope.foreign for a named scope outside the account.
    """
    out: Vectors = {}
    with archive.held() as ledger:
        for scope in asked.digests:
            account.refuse_foreign(scope)
            out[scope] = {}
        for scope in _scopes(ledger, account):
            named = asked.digests.get(scope, "")
            if len(named) >= SHORT and digest(ledger, scope).hex().startswith(named):
                del out[scope]
            else:
                out[scope] = dict(ledger.vector(scope))
    return VectorsReply(out)


class Push:
    """One push, fed with the segments as they arrive; each is stored in a transaction of its own.

    A `strict` one (protocol 1) ends at the first segment that is refused; else only its stream goes no further.
    """

    def __init__(self, archive: Archive, device: Device, *, now_ms: int, strict: bool = False) -> None:
        self._archive, self._device, self._now, self._strict = archive, device, now_ms, strict
        self._applied = self._ignored = self._held = 0
        self._heads: dict[str, int] = {}
        self._refused: dict[str, str] = {}
        self._gap = self._is_last = False
        self._last: dict[str, Carried] = {}

    def take(self, content: bytes) -> None:
        """Store one segment, or note the `PushEnd`. Raises Refused segment.damaged and, when strict, the reason of any
        other refusal; what was stored stays."""
        try:
            if not (self._strict or is_segment(content)):
                msgspec.json.decode(content, type=PushEnd)
                self._is_last = True
                return
            carried = read_carried(content, self._history)
        except WindowMissing as lacking:
            self._refused.setdefault(lacking.stream, NO_WINDOW)
            return
        except (SyncError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as refused:
            raise Refused(BAD_SEGMENT) from refused
        if carried.segment.stream in self._refused:
            return
        try:
            with self._archive.held() as ledger:
                self._store(ledger, carried)
        except Refused as refused:
            if self._strict:
                raise
            self._refused[carried.segment.stream] = refused.problem.code

    def _history(self, stream: str, first: int, last: int) -> bytes:
        with self._archive.held() as ledger:
            known = ledger.stream(stream)
            # Else whether a guess about a foreign village unpacks would tell if it is right.
            if known is None or not self._device.account.covers(known.scope):
                return b""
            return lines_between(ledger, stream, first, last, WINDOW_BYTES)

    def _store(self, ledger: Ledger, carried: Carried) -> None:
        """Judged, then into the log or to those who wait for a person."""
        segment, sender = carried.segment, self._device.public
        if author_of(ledger, segment.replica) != sender:
            # Own work in a place that is no longer one's own is not refused: the judge holds it for a person.
            self._device.account.refuse_foreign(segment.scope)
        _refuse_erasing(ledger, self._device.account, segment)
        verdict = judge(ledger, segment, carried.by, carried.sig, sender=sender)
        if verdict.way == "refuse":
            raise Refused(_problem_of(verdict.refusal))
        if verdict.way == "review":
            if (in_time := front(segment, verdict)) is not None:
                self._applied += store_segment(ledger, in_time).applied
            try:
                self._held += hold(ledger, segment, verdict, sender=sender, now_ms=self._now)
            except SyncError as full:
                raise Refused(_problem_of(full)) from full
        else:
            received = store_segment(ledger, segment)
            self._applied += received.applied
            self._ignored += received.ignored
        head = max(
            ledger.vector(segment.scope).get(segment.stream, 0),
            held_heads(ledger, segment.scope).get(segment.stream, 0),
        )
        self._heads[segment.stream] = head
        if verdict.way == "take" and head == segment.last:
            self._last[segment.stream] = replace(carried, segment=replace(segment, lines=b"", packed=b""))
        self._gap = self._gap or head < segment.last

    def reply(self) -> PushReply:
        """What became of it all; `gap` when a segment began after what is here. Erased words are off the disk then."""
        with self._archive.held() as ledger:
            note_pushed(ledger, self._device.id, self._applied + self._held)
            settle(ledger, AttachmentFolder(self._archive.attachments, self._archive.file_key))
            root = root_of(ledger, self._device.account) if self._is_last else ""
        if self._applied:
            self._archive.project_soon()
        refused = tuple(RefusedStream(stream, code) for stream, code in self._refused.items())
        tag, seen = self._witnessed() if self._is_last else ("", {})
        return PushReply(
            self._applied,
            self._ignored,
            0,
            self._heads,
            gap=self._gap,
            held=self._held,
            refused=refused,
            root=root,
            tag=tag,
            seen=seen,
        )

    def _witnessed(self) -> tuple[str, dict[str, str]]:
        """What else there is to tell, and the hub's signatures under the heads that this push led to."""
        scopes, by = self._device.account.scopes, self._device.public
        with self._archive.held() as ledger:
            return authority_exchange.witnessed(ledger, scopes, by, self._last)


def pull_all(archive: Archive, device: Device, asked: PullAll) -> Iterator[bytes]:
    """Frames of what the laptop lacks of many scopes, then a `PullEnd`; small first, then as large as it asked for.

    Raises Refused scope.foreign at once. Each few segments are read in a turn of their own and packed after it; each
    time the device and its places are asked of anew: one that is shut out meanwhile gets no `PullEnd` and nothing more.
    """
    for scope in asked.vectors:
        device.account.refuse_foreign(scope)
    return _pulled(archive, device, asked)


def _pulled(archive: Archive, device: Device, asked: PullAll) -> Iterator[bytes]:
    largest = min(max(asked.size, SMALLEST_SEGMENT), LARGEST_SEGMENT)
    level = min(max(asked.level, _LEVELS[0]), _LEVELS[-1])
    packs = asked.packs or words()
    with archive.held() as ledger:
        key = hub_key(ledger)
    sent, segments = 0, _segments(archive, device, asked, largest)
    given: dict[str, int] = {}
    try:
        for segment in segments:
            archive.give_way()
            with archive.held() as ledger:
                content = signed_frame(
                    ledger, key, segment, packs, level, base=asked.bases.get(segment.stream, 0)
                )
            yield put_frame(content)
            sent += len(content)
            given[segment.stream] = segment.last
            if 0 < asked.most <= sent and next(segments, None) is not None:
                yield put_frame(msgspec.json.encode(PullEnd()))
                return
        account = active_device(archive, device.id).account
    except Refused:
        return
    # Read first, then given: nothing may hold the archive while it waits for a slow reader.
    with archive.held() as ledger:
        root = root_of(ledger, account)
    told = PullEnd(root, *authority_exchange.words_on(archive, account.scopes, given))
    yield put_frame(msgspec.json.encode(told))


def _segments(archive: Archive, device: Device, asked: PullAll, largest: int) -> Iterator[Segment]:
    """What the laptop lacks, scope by scope, in segments that grow up to `largest`. Raises Refused."""
    size = largest if asked.most else min(FIRST_SEGMENT, largest)
    for scope, vector in asked.vectors.items():
        known = dict(vector)
        while some := _next_segments(archive, device, scope, known, size, 1 if size < largest else _AT_ONCE):
            for segment in some:
                known[segment.stream] = segment.last
                yield segment
            size = min(size * 2, largest)


def _next_segments(
    archive: Archive, device: Device, scope: str, known: dict[str, int], size: int, count: int
) -> list[Segment]:
    active_device(archive, device.id).account.refuse_foreign(scope)
    with archive.held() as ledger:
        return list(islice(segments_after(ledger, scope, known, size), count))


def pull(archive: Archive, account: Account, asked: PullRequest) -> bytes:
    """Frames of what the laptop lacks of one scope, about `PULL_BYTES` of them. Raises Refused scope.foreign."""
    account.refuse_foreign(asked.scope)
    frames = bytearray()
    with archive.held() as ledger:
        for segment in segments_after(ledger, asked.scope, asked.vector):
            frames += put_frame(pack_segment(segment))
            if len(frames) >= PULL_BYTES:
                break
    return bytes(frames)


def receipts(archive: Archive, account: Account) -> Vectors:
    """Tier → stream → sequence: what is stored here of the account's scopes, as a receipt of this hub's tier."""
    condition, parameters = within(account.scopes)
    with archive.held() as ledger:
        rows = ledger.db.execute(
            f"select id, head_seq from stream where head_seq > 0 and {condition}", parameters
        ).fetchall()
        return {ledger.meta("tier"): dict(rows)}


def _scopes(ledger: Ledger, account: Account) -> list[str]:
    condition, parameters = within(account.scopes)
    rows = ledger.db.execute(
        f"select distinct scope from stream where head_seq > 0 and {condition} order by scope", parameters
    ).fetchall()
    return [row[0] for row in rows]


def _refuse_erasing(ledger: Ledger, account: Account, segment: Segment) -> None:
    """Raises Refused erase.refused: an erasure is taken from an account that may erase, or as the work of one."""
    stream = Stream(0, segment.stream, segment.replica, segment.scope)
    if may(account.role, "erase") or not erasures_in(stream, segment.first, segment.lines.splitlines()):
        return
    authors = ledger.db.execute(
        "select a.role from hub_device d join hub_account a on a.name = d.account where d.replica = ?",
        [segment.replica],
    ).fetchall()
    if not any(may(role, "erase") for (role,) in authors):
        raise Refused(ERASE_REFUSED)


def _problem_of(refusal: UserError | None) -> Problem:
    """A refusal of the store as the hub tells it; the laptop says its own sentence for the code."""
    return Problem(refusal.code, 409, refusal.sentence()) if refusal else BAD_SEGMENT
