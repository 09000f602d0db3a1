"""One round of sync: hello, push, pull, files, receipts. The hub's vector and our log decide; nothing remembers "sent".

Push and pull are independent: when one fails the other is still done, and then the failure is told.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from fieldapp.domain.region import scope_covers
from fieldapp.errors import SyncError
from fieldapp.journal.commit import Vector
from fieldapp.store import attachments
from fieldapp.store.conflicts import conflicts
from fieldapp.store.intake import receive
from fieldapp.store.receipts import Counts, Tier, note_receipt, waiting
from fieldapp.store.streams import digest, scopes, segments_after
from fieldapp.store.striking import settle
from fieldapp.store.unmask import tell_unmask_days
from fieldapp.store.vault import Vault
from fieldapp_sync.frames import pack_segment
from fieldapp_sync.messages import StateReply, Vectors, root_digest
from fieldapp_sync.pairing import note_team, pairing_of
from fieldapp_sync.refusals import not_paired
from fieldapp_sync.wire import Connection

REQUEST_BYTES = 128_000
"""Segments that travel in one push request; a cut costs at most the one that was on its way."""
SEGMENT_BYTES = 16_384
CLOCK_LIMIT_MS = 10 * 60_000


@dataclass(frozen=True)
class Progress:
    """Where a round is: commits done of those known so far. `phase`: send, receive, files."""

    phase: str
    done: int
    total: int


@dataclass(frozen=True)
class SyncOutcome:
    """What a round did. Commits `sent` and `received`; `set_aside` could not be read here or there; `conflicts` open now.

    `clock_off_ms`: how far this computer's clock is from the hub's when that is over ten minutes, else 0.
    """

    sent: int
    received: int
    set_aside: int
    conflicts: int
    counts: Counts
    files_sent: int = 0
    files_received: int = 0
    clock_off_ms: int = 0
    cancelled: bool = False


class _Cancelled(Exception):
    pass


def _no_progress(progress: Progress) -> None:
    return


def _never() -> bool:
    return False


def sync_once(
    vault: Vault,
    connection: Connection,
    progress: Callable[[Progress], None] = _no_progress,
    cancelled: Callable[[], bool] = _never,
) -> SyncOutcome:
    """One round with the paired hub. Asks `cancelled` between parts; what has travelled stays.

    Raises SyncError after push and pull were each tried; VaultError when this disk fails.
    """
    return _Round(vault, connection, progress, cancelled).run()


class _Round:
    def __init__(
        self,
        vault: Vault,
        connection: Connection,
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
    ) -> None:
        pairing = pairing_of(vault)
        if pairing is None:
            raise not_paired()
        self._vault, self._connection = vault, connection
        self._progress, self._cancelled = progress, cancelled
        self._pairing = pairing
        self._sent = self._received = self._aside = self._files_out = self._files_in = self._skew = 0

    def run(self) -> SyncOutcome:
        stopped = False
        tell_unmask_days(self._vault)
        try:
            mine = self._digests()
            if self._connection.is_equal(root_digest(mine)):
                self._note_receipts({scope: dict(self._vault.ledger.vector(scope)) for scope in mine})
            else:
                theirs = self._connection.vectors({scope: value.hex() for scope, value in mine.items()})
                self._both_ways(theirs)
                self._compare(theirs)
                self._settle()
            self._fetch_files()
        except _Cancelled:
            stopped = True
        settle(self._vault.ledger, attachments.folder_of(self._vault))
        open_now = len(conflicts(self._vault))
        return SyncOutcome(
            self._sent,
            self._received,
            self._aside,
            open_now,
            waiting(self._vault),
            self._files_out,
            self._files_in,
            self._skew,
            stopped,
        )

    def _digests(self) -> dict[str, bytes]:
        ledger = self._vault.ledger
        return {scope: digest(ledger, scope) for scope in scopes(ledger) if self._is_shared(scope)}

    def _is_shared(self, scope: str) -> bool:
        return any(scope_covers(own, scope) for own in self._pairing.scopes)

    def _both_ways(self, theirs: Vectors) -> None:
        failure: SyncError | None = None
        for step in (self._push, self._pull):
            try:
                step(theirs)
            except SyncError as refused:
                failure = failure or refused
        if failure is not None:
            raise failure

    def _push(self, theirs: Vectors) -> None:
        missing = sum(self._ahead(self._vault.ledger.vector(scope), theirs[scope]) for scope in theirs)
        frames: list[bytes] = []
        size = 0
        for frame in self._outgoing(theirs):
            frames.append(frame)
            size += len(frame)
            if size >= REQUEST_BYTES:
                self._send(frames, missing)
                frames, size = [], 0
        if frames:
            self._send(frames, missing)

    def _outgoing(self, theirs: Vectors) -> Iterator[bytes]:
        for scope, known in theirs.items():
            for segment in segments_after(self._vault.ledger, scope, known, SEGMENT_BYTES):
                yield pack_segment(segment)

    def _send(self, frames: list[bytes], missing: int) -> None:
        self._stop_if_asked()
        reply = self._connection.push(frames)
        self._sent += reply.applied
        self._aside += reply.quarantined
        self._progress(Progress("send", self._sent, missing))

    def _pull(self, theirs: Vectors) -> None:
        ledger = self._vault.ledger
        missing = sum(self._ahead(theirs[scope], ledger.vector(scope)) for scope in theirs)
        for scope, there in theirs.items():
            while self._ahead(there, before := ledger.vector(scope)):
                self._stop_if_asked()
                self._take(scope, before, missing)
                if ledger.vector(scope) == before:
                    break

    def _take(self, scope: str, held: Vector, missing: int) -> None:
        for segment in self._connection.pull(scope, held):
            if segment.scope != scope:
                raise _foreign_answer()
            received = receive(self._vault.ledger, segment)
            self._received += received.applied
            self._aside += received.quarantined
            self._progress(Progress("receive", self._received, missing))
            self._stop_if_asked()

    def _compare(self, theirs: Vectors) -> None:
        """Equal vectors must mean equal bytes; a difference is an alarm, never a shrug (SYNC.md)."""
        mine = self._digests()
        after = self._connection.vectors({scope: value.hex() for scope, value in mine.items()})
        for scope in after.keys() & theirs.keys():
            if dict(self._vault.ledger.vector(scope)) == after[scope] and after[scope]:
                raise SyncError(
                    "sync.forked",
                    "This computer and the hub hold different histories of the village {scope}. "
                    "Nothing is lost, but tell your station before you go on: a copy of a vault may be in use.",
                    scope=scope,
                )

    def _settle(self) -> None:
        state = self._connection.state()
        self._note(state)
        self._note_receipts({"": state.receipts.get(self._pairing.tier, {})})
        self._send_files(state)

    def _note(self, state: StateReply) -> None:
        off = self._vault.clock() - state.now_ms
        self._skew = off if abs(off) > CLOCK_LIMIT_MS else 0
        with self._vault.transaction():
            note_team(self._vault, state.team)

    def _note_receipts(self, held: Vectors) -> None:
        """What the hub holds has its receipt."""
        tier: Tier = "central" if self._pairing.tier == "central" else "township"
        with self._vault.transaction():
            for vector in held.values():
                for stream, seq in vector.items():
                    note_receipt(self._vault, tier, stream, seq)

    def _send_files(self, state: StateReply) -> None:
        held = {ref.removeprefix(attachments.PREFIX) for ref in attachments.held(self._vault)}
        names = [name for name in state.wanted if name in held]
        for name in names:
            self._stop_if_asked()
            self._connection.put_attachment(name, attachments.folder_of(self._vault).read(name))
            self._files_out += 1
            self._progress(Progress("files", self._files_out, len(names)))

    def _fetch_files(self) -> None:
        wanted = attachments.wanted(self._vault)
        for ref in wanted:
            self._stop_if_asked()
            name = ref.removeprefix(attachments.PREFIX)
            try:
                content = self._connection.get_attachment(name)
            except SyncError as refused:
                if refused.params.get("hub_code") in ("request.unknown", "scope.foreign"):
                    continue
                raise
            if sha256(content).hexdigest() != name:
                raise _foreign_answer()
            attachments.keep(self._vault, content)
            self._files_in += 1
            self._progress(Progress("files", self._files_in, len(wanted)))

    def _ahead(self, there: Vector, here: Vector) -> int:
        return sum(max(0, seq - here.get(stream, 0)) for stream, seq in there.items())

    def _stop_if_asked(self) -> None:
        if self._cancelled():
            raise _Cancelled


def _foreign_answer() -> SyncError:
    return SyncError(
        "sync.bad_segment",
        "A part of the data arrived damaged and was not used. Sync again; if it comes back, tell your station.",
    )
