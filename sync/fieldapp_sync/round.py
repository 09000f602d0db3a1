"""One round of sync: hello, push and pull, receipts, files. The hub's vector and our log decide, no memory of "sent".

Push and pull are independent: when one fails the other is still done, and then the failure is told. A link that dies is
tried again within the round as long as something gets through, each time from what the receiver's own log holds.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from time import monotonic

from fieldapp.domain.region import scope_covers
from fieldapp.errors import SyncError
from fieldapp.store import attachments
from fieldapp.store.conflicts import conflicts
from fieldapp.store.receipts import Counts, Tier, note_held, waiting
from fieldapp.store.renewals.renewal import note_late
from fieldapp.store.streams import digest, scopes
from fieldapp.store.striking import settle
from fieldapp.store.unmask import tell_unmask_days
from fieldapp.store.vault import Vault
from fieldapp_sync.link import Link
from fieldapp_sync.messages import PROTOCOL, HelloReply, StateReply, Vectors, root_digest
from fieldapp_sync.packing import bad_segment
from fieldapp_sync.pairing import note_team, pairing_of
from fieldapp_sync.patience import Patience
from fieldapp_sync.refusals import not_paired, too_old
from fieldapp_sync.ways import Tally, Ways
from fieldapp_sync.wire import Connection, Talk, talk_over

CLOCK_LIMIT_MS = 10 * 60_000
_MAX_FILE = 16 << 20
_TAG = "hub_tag"


@dataclass(frozen=True)
class Progress:
    """Where a round is: commits done of those known so far. `phase`: send, receive, files."""

    phase: str
    done: int
    total: int


@dataclass(frozen=True)
class SyncOutcome:
    """What a round did. Commits `sent` and `received`; `set_aside` could not be read here or there; `conflicts` open now.

    `held` wait at the hub for a person's review. `tries`: 1, and one more for each time that the link died.

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
    held: int = 0
    tries: int = 1


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
    pause: Callable[[float], None] = time.sleep,
) -> SyncOutcome:
    """One round with the paired hub. Asks `cancelled` between parts; what has travelled stays. `progress` may be called
    from a second thread.

    Raises SyncError after push and pull were each tried; VaultError when this disk fails.
    """
    return _Round(vault, connection, progress, cancelled, pause).run()


class _Round:
    def __init__(
        self,
        vault: Vault,
        connection: Connection,
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
        pause: Callable[[float], None],
    ) -> None:
        pairing = pairing_of(vault)
        if pairing is None:
            raise not_paired()
        self._vault, self._connection, self._pairing = vault, connection, pairing
        self._progress, self._cancelled = progress, cancelled
        self._tier: Tier = "central" if pairing.tier == "central" else "township"
        self._patience, self._link, self._tally = Patience(cancelled, pause), Link(), Tally()
        self._ways = Ways(
            vault, connection, self._link, self._tally, self._tell, self._patience.note_gain, cancelled
        )
        self._files_out = self._files_in = self._skew = self._tries = 0

    def run(self) -> SyncOutcome:
        stopped = False
        tell_unmask_days(self._vault)
        try:
            while not self._tried():
                self._stop_if_asked()
        except _Cancelled:
            stopped = True
        finally:
            note_late(self._vault, self._tally.changed)
            settle(self._vault.ledger, attachments.folder_of(self._vault))
        return SyncOutcome(
            self._tally.sent,
            self._tally.received,
            self._tally.aside,
            len(conflicts(self._vault)),
            waiting(self._vault),
            self._files_out,
            self._files_in,
            self._skew,
            stopped,
            self._tally.held,
            self._tries,
        )

    def _tried(self) -> bool:
        """Whether the round is done; False when it is worth another try. Raises SyncError when it is not."""
        self._tries += 1
        try:
            self._try(talk_over(self._connection))
        except SyncError as refused:
            if refused.code == "sync.too_large" and self._link.note_too_large():
                return False
            if refused.code in ("sync.cut", "sync.timeout"):
                self._link.note_cut()
            if not self._patience.outlasts(refused):
                raise
            return False
        return True

    def _try(self, talk: Talk) -> None:
        mine = self._digests()
        reply = self._hello(talk, root_digest(mine))
        if reply is None:
            note_held(self._vault, self._tier, (self._vault.ledger.vector(scope) for scope in mine))
        else:
            theirs = self._differing(talk, reply, mine)
            self._ways.count_unanswered(theirs)
            is_old = reply.lowest > PROTOCOL
            self._ways.exchange(talk, reply, theirs, up_only=is_old)
            self._stop_if_asked()
            if is_old:
                raise too_old()
            self._compare(talk)
            self._settle(talk, reply, theirs)
        self._fetch_files()

    def _hello(self, talk: Talk, root: str) -> HelloReply | None:
        begun = monotonic()
        reply = talk.hello(root, self._vault.ledger.meta(_TAG))
        self._link.note_trip(monotonic() - begun)
        self._patience.note_reached()
        return reply

    def _digests(self) -> dict[str, bytes]:
        ledger = self._vault.ledger
        return {scope: digest(ledger, scope) for scope in scopes(ledger) if self._is_shared(scope)}

    def _is_shared(self, scope: str) -> bool:
        return any(scope_covers(own, scope) for own in self._pairing.scopes)

    def _differing(self, talk: Talk, reply: HelloReply, mine: dict[str, bytes]) -> Vectors:
        """The hub's vectors of the scopes where it lacks something or has something; told at once or asked for."""
        if reply.vectors is None:
            return talk.vectors({scope: value.hex() for scope, value in mine.items()})
        told = {scope: reply.vectors.get(scope, {}) for scope in (*mine, *reply.vectors)}
        return {scope: there for scope, there in told.items() if there != self._vault.ledger.vector(scope)}

    def _compare(self, talk: Talk) -> None:
        """Equal vectors must mean equal bytes; a difference is an alarm, never a shrug (SYNC.md)."""
        mine = self._digests()
        if self._tally.root == root_digest(mine):
            return
        after = talk.vectors({scope: value.hex() for scope, value in mine.items()})
        for scope in after.keys() & mine.keys():
            if dict(self._vault.ledger.vector(scope)) == after[scope] and after[scope]:
                raise SyncError(
                    "sync.forked",
                    "This computer and the hub hold different histories of the village {scope}. "
                    "Nothing is lost, but tell your station before you go on: a copy of a vault may be in use.",
                    scope=scope,
                )

    def _settle(self, talk: Talk, reply: HelloReply, theirs: Vectors) -> None:
        self._note_clock(reply.now_ms)
        note_held(self._vault, self._tier, (*theirs.values(), self._tally.heads))
        if reply.protocol > 1 and reply.tag == self._vault.ledger.meta(_TAG) and not reply.wanted:
            return
        state = talk.state()
        self._note_clock(state.now_ms)
        note_held(self._vault, self._tier, [state.receipts.get(self._tier, {})])
        with self._vault.transaction():
            note_team(self._vault, state.team)
            self._vault.ledger.set_meta(_TAG, state.tag)
        self._send_files(state)

    def _note_clock(self, now_ms: int) -> None:
        off = self._vault.clock() - now_ms
        self._skew = off if now_ms and abs(off) > CLOCK_LIMIT_MS else 0

    def _send_files(self, state: StateReply) -> None:
        held = {ref.removeprefix(attachments.PREFIX) for ref in attachments.held(self._vault)}
        names = [name for name in state.wanted if name in held]
        for name in names:
            self._stop_if_asked()
            content = attachments.folder_of(self._vault).read(name)
            self._connection.send("PUT", f"/v1/attachments/{name}", content)
            self._files_out += 1
            self._tell("files", self._files_out, len(names))

    def _fetch_files(self) -> None:
        wanted = attachments.wanted(self._vault)
        for ref in wanted:
            self._stop_if_asked()
            name = ref.removeprefix(attachments.PREFIX)
            try:
                content = self._connection.send("GET", f"/v1/attachments/{name}", limit=_MAX_FILE)
            except SyncError as refused:
                if refused.params.get("hub_code") in ("request.unknown", "scope.foreign"):
                    continue
                raise
            if sha256(content).hexdigest() != name:
                raise bad_segment()
            attachments.keep(self._vault, content)
            self._files_in += 1
            self._tell("files", self._files_in, len(wanted))

    def _tell(self, phase: str, done: int, total: int) -> None:
        self._progress(Progress(phase, done, total))

    def _stop_if_asked(self) -> None:
        if self._cancelled():
            raise _Cancelled
