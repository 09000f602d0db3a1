"""One push, fed with the segments as they arrive: each is judged, then stored, held for a person or refused."""

from dataclasses import replace
from functools import partial

import msgspec

from fieldapp.domain.roles import may
from fieldapp.errors import SyncError, UserError
from fieldapp.journal.stream import Segment
from fieldapp.store.authority.acceptances import hold_unaccepted
from fieldapp.store.authority.heads import author_of
from fieldapp.store.authority.judging import front, judge
from fieldapp.store.authority.review import held_heads
from fieldapp.store.files.attachment_folder import AttachmentFolder
from fieldapp.store.intake import store_segment
from fieldapp.store.ledger import Ledger, Stream
from fieldapp.store.streams import lines_between
from fieldapp.store.striking import erasures_in, settle
from fieldapp_server.accounts import Account
from fieldapp_server.archive import Archive
from fieldapp_server.authority import exchange as authority_exchange
from fieldapp_server.devices import Device
from fieldapp_server.exchange.exchange import root_of
from fieldapp_server.problems import BAD_SEGMENT, ERASE_REFUSED, Problem, Refused
from fieldapp_server.station.seen import note_pushed
from fieldapp_sync.messages import (
    NO_WINDOW,
    PushEnd,
    PushReply,
    RefusedStream,
)
from fieldapp_sync.segments.frames import Carried, read_carried
from fieldapp_sync.segments.heading import is_segment
from fieldapp_sync.segments.packing import WINDOW_BYTES, WindowMissing


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
                self._take_in(ledger, in_time)
            try:
                self._held += hold_unaccepted(
                    ledger, segment, verdict, partial(self._take_in, ledger), sender=sender, now_ms=self._now
                )
            except SyncError as full:
                raise Refused(_problem_of(full)) from full
        else:
            self._take_in(ledger, segment)
        head = max(
            ledger.vector(segment.scope).get(segment.stream, 0),
            held_heads(ledger, segment.scope).get(segment.stream, 0),
        )
        self._heads[segment.stream] = head
        if verdict.way == "take" and head == segment.last:
            self._last[segment.stream] = replace(carried, segment=replace(segment, lines=b"", packed=b""))
        self._gap = self._gap or head < segment.last

    def _take_in(self, ledger: Ledger, segment: Segment) -> None:
        received = store_segment(ledger, segment)
        self._applied += received.applied
        self._ignored += received.ignored

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
