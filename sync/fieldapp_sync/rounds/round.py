"""One round of sync: hello, push and pull, receipts, files. The hub's vector and our log decide, no memory of "sent".

Push and pull are independent: when one fails the other is still done, and then the failure is told. A link that dies is
tried again within the round as long as something gets through, each time from what the receiver's own log holds.
"""

from collections.abc import Callable, Mapping
from datetime import date
from time import monotonic
from types import MappingProxyType

from fieldapp.domain.region import scope_covers
from fieldapp.errors import Finding, SyncError
from fieldapp.store.conflicts import conflicts
from fieldapp.store.files import attachments
from fieldapp.store.growing.dropped import say_dropped
from fieldapp.store.growing.receipt_days import note_heard, note_receipt_days
from fieldapp.store.ledger import stream_id
from fieldapp.store.permissions import today_of
from fieldapp.store.receipts import Tier, note_held, own_replicas, waiting
from fieldapp.store.renewals.renewal import note_late
from fieldapp.store.streams import digest, scopes
from fieldapp.store.striking import settle
from fieldapp.store.unmask import tell_unmask_days
from fieldapp.store.vault import Vault
from fieldapp_sync.authority import round as authority_round
from fieldapp_sync.authority.pairing import Which, note_team, pairing_of
from fieldapp_sync.files.lanes import is_due, lanes_for
from fieldapp_sync.files.thumbnail_lane import MakeThumbnail
from fieldapp_sync.messages import PROTOCOL, HelloReply, Vectors, root_digest
from fieldapp_sync.refusals import not_paired, too_old
from fieldapp_sync.rounds.copies import settle_copy
from fieldapp_sync.rounds.files_part import FilesPart
from fieldapp_sync.rounds.former import send_former
from fieldapp_sync.rounds.outcome import Progress, SyncOutcome
from fieldapp_sync.rounds.patience import Patience
from fieldapp_sync.rounds.ways import Tally, Ways
from fieldapp_sync.station.messages import LaptopState
from fieldapp_sync.wire import Connection, Talk, talk_over
from fieldapp_sync.wire.first import FirstTalk

CLOCK_LIMIT_MS = 10 * 60_000
_LINK = "link:"
"""What was learnt of the way to a hub, by its name."""


class _Cancelled(Exception):
    pass


def sync_once(
    vault: Vault,
    connection: Connection,
    progress: Callable[[Progress], None] = lambda progress: None,
    cancelled: Callable[[], bool] = lambda: False,
    which: Which = "hub",
    make_thumbnail: MakeThumbnail | None = None,
) -> SyncOutcome:
    """One round with the paired hub, or with our own station's. Asks `cancelled` between parts; what has travelled stays.
    `progress` may be called from a second thread; without `make_thumbnail` only small pictures that are here travel.

    Raises SyncError after push and pull were each tried; VaultError when this disk fails.
    """
    return _Round(vault, connection, progress, cancelled, which, make_thumbnail).run()


class _Round:
    def __init__(
        self,
        vault: Vault,
        connection: Connection,
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
        which: Which,
        make_thumbnail: MakeThumbnail | None,
    ) -> None:
        pairing = pairing_of(vault, which)
        if pairing is None:
            raise not_paired()
        self._vault, self._connection, self._pairing, self._which = vault, connection, pairing, which
        self._progress, self._cancelled = progress, cancelled
        self._files = FilesPart(vault, connection, progress, cancelled, make_thumbnail)
        self._tier: Tier = "central" if pairing.tier == "central" else "township"
        self._patience, self._link, self._tally = Patience(cancelled), connection.link, Tally()
        self._link.remember(vault.ledger.meta(_LINK + pairing.hub))
        self._link.forget_half()
        self._ways = Ways(
            vault,
            connection,
            pairing.public,
            self._link,
            self._tally,
            self._tell,
            self._patience.note_gain,
            cancelled,
        )
        self._told: tuple[Finding, ...] = ()
        self._skew = self._tries = 0
        self._has_asked_authority = self._is_no_copy = False

    def run(self) -> SyncOutcome:
        stopped = True
        tell_unmask_days(self._vault)
        try:
            while not self._tried():
                self._stop_if_asked()
            stopped = False
        except _Cancelled:
            pass
        finally:
            note_late(self._vault, self._tally.changed)
            self._note_day(is_whole=not stopped)
            settle(self._vault.ledger, attachments.folder_of(self._vault))
        return SyncOutcome(
            self._tally.sent,
            self._tally.received,
            self._tally.aside,
            len(conflicts(self._vault)),
            waiting(self._vault),
            self._files.sent,
            self._files.received,
            self._skew,
            stopped,
            self._tally.held,
            self._tries,
            self._told,
        )

    def _note_day(self, *, is_whole: bool) -> None:
        """What the next round begins with: how the link was, and the days that dropping old log bodies and a long silence
        are counted by."""
        today = date.fromisoformat(today_of(self._vault))
        ledger, learnt = self._vault.ledger, self._link.learnt()
        with self._vault.transaction():
            if ledger.meta(_LINK + self._pairing.hub) != learnt:
                ledger.set_meta(_LINK + self._pairing.hub, learnt)
            note_receipt_days(self._vault.ledger, today)
            if is_whole:
                note_heard(self._vault.ledger, today)

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
        wanted = reply is not None and reply.wanted
        if reply is None:
            self._note_clock(self._connection.hub_ms)
            note_held(self._vault, self._tier, (self._vault.ledger.vector(scope) for scope in mine))
        else:
            if self._needs_authority_first(reply, mine):
                authority_round.exchange(self._vault, self._connection, hub_tag=reply.tag, which=self._which)
                # Once a round: what its own pushes move at the hub is told at its end.
                self._has_asked_authority = True
                if self._has_other_places():
                    self._try(talk)
                    return
            theirs = self._differing(talk, reply, mine)
            if self._is_copy(theirs, reply.chains):
                self._try(talk)
                return
            self._ways.count_unanswered(theirs)
            is_old = reply.lowest > PROTOCOL
            self._ways.exchange(talk, theirs, up_only=is_old)
            self._stop_if_asked()
            if is_old:
                raise too_old()
            if not self._agrees(talk):
                self._try(talk)
                return
            self._settle(talk, theirs)
        self._exchange_files(wanted=wanted)
        self._tally.held += send_former(self._vault, talk, self._pairing, self._connection.url)

    def _hello(self, talk: Talk, root: str) -> HelloReply | None:
        begun = monotonic()
        state = LaptopState(waiting(self._vault).here, self._vault.clock() // 1000)
        reply = talk.hello(root, authority_round.remembered_tag(self._vault, self._which), state)
        self._link.note_trip(monotonic() - begun)
        self._patience.note_reached()
        return reply

    def _needs_authority_first(self, reply: HelloReply, mine: dict[str, bytes]) -> bool:
        """What the hub has to tell comes before commits; and so does what proves the work of others that we carry."""
        if reply.protocol < 2 or self._has_asked_authority:
            return False
        own = {stream_id(replica, scope) for replica in own_replicas(self._vault) for scope in mine}
        theirs = reply.vectors
        carried = theirs is None or any(
            seq > theirs.get(scope, {}).get(stream, 0)
            for scope in mine
            for stream, seq in self._vault.ledger.vector(scope).items()
            if stream not in own
        )
        return carried or authority_round.has_news(self._vault, reply.tag, reply.who, self._which)

    def _has_other_places(self) -> bool:
        """Whether the hub has just told that our account has other villages: then it is asked about those alone."""
        before, self._pairing = self._pairing, pairing_of(self._vault, self._which) or self._pairing
        return before.scopes != self._pairing.scopes

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

    def _is_copy(self, theirs: Vectors, chains: Mapping[str, str] = MappingProxyType({})) -> bool:
        """Whether this vault took another name, being a copy: then what is ours and theirs is to be compared anew."""
        if self._is_no_copy:
            return False
        told = settle_copy(self._vault, self._connection, theirs, chains).finding()
        self._told = (*self._told, told) if told else self._told
        # Once a round: a link that dies must not pay for the same answer again.
        self._is_no_copy = told is None and any(theirs.values())
        return told is not None

    def _agrees(self, talk: Talk) -> bool:
        """Equal vectors must mean equal bytes; a difference is an alarm, never a shrug (SYNC.md). False where it was our
        own stream that two copies wrote on, which is settled then."""
        mine = self._digests()
        if self._tally.root == root_digest(mine):
            return True
        after = talk.vectors({scope: value.hex() for scope, value in mine.items()})
        for scope in after.keys() & mine.keys():
            if dict(self._vault.ledger.vector(scope)) == after[scope] and after[scope]:
                self._is_no_copy = False
                if self._is_copy({scope: after[scope]}):
                    return False
                raise SyncError(
                    "sync.forked",
                    "This computer and the hub hold different histories of the village {scope}. "
                    "Nothing is lost, but tell your station before you go on: a copy of a vault may be in use.",
                    scope=scope,
                )
        return True

    def _settle(self, talk: Talk, theirs: Vectors) -> None:
        """What the hub holds has its receipt; then both know the same of who may write what."""
        self._note_clock(self._connection.hub_ms)
        note_held(self._vault, self._tier, (*theirs.values(), self._tally.heads))
        lacking = say_dropped(self._vault.ledger, theirs, is_central=self._tier == "central")
        self._told = (*self._told, *lacking)
        if isinstance(talk, FirstTalk):
            state = talk.state()
            self._note_clock(state.now_ms)
            note_held(self._vault, self._tier, [state.receipts.get(self._tier, {})])
            with self._vault.transaction():
                note_team(self._vault, state.team)
        else:
            tally = self._tally
            authority_round.hear(
                self._vault, tally.tag, tally.heads, tally.seen, tally.words, which=self._which
            )
            authority_round.exchange(self._vault, self._connection, hub_tag=tally.tag, which=self._which)

    def _note_clock(self, now_ms: int) -> None:
        off = self._vault.clock() - now_ms
        self._skew = off if now_ms and abs(off) > CLOCK_LIMIT_MS else 0

    def _exchange_files(self, *, wanted: bool) -> None:
        lanes = lanes_for(self._pairing, self._vault)
        if not is_due(self._vault, lanes, hub_wants=wanted):
            return
        self._stop_if_asked()
        refused = self._files.exchange(lanes)
        self._stop_if_asked()
        for one in refused:
            raise one

    def _tell(self, phase: str, done: int, total: int, size: int) -> None:
        self._progress(Progress(phase, done, total, size))

    def _stop_if_asked(self) -> None:
        if self._cancelled():
            raise _Cancelled
