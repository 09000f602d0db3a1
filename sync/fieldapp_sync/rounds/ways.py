"""Both ways of a round, up and down, each independent of the other; on two connections where there is much both ways."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from time import monotonic

from fieldapp.errors import SyncError
from fieldapp.journal.stream import Segment
from fieldapp.store.authority.acceptances import hold_unaccepted
from fieldapp.store.authority.judging import front, judge
from fieldapp.store.intake import receive
from fieldapp.store.streams import lines_between
from fieldapp.store.vault import Vault
from fieldapp_sync.bases.bootstrap import needed, take
from fieldapp_sync.messages import NO_WINDOW, PullEnd, PushReply, Vectors, Word
from fieldapp_sync.refusals import refusal_of_code
from fieldapp_sync.rounds.link import Link
from fieldapp_sync.rounds.sending import Sending, ahead
from fieldapp_sync.rounds.together import Together
from fieldapp_sync.segments.frames import Carried, cut_short
from fieldapp_sync.segments.packing import WINDOW_BYTES, WindowMissing, bad_segment
from fieldapp_sync.wire import Connection, Talk, talk_over

FEW = 16
"""Commits that travel as one piece: they are made before anything of a link's waiting is won by it."""
MANY = 200
"""Commits each way from which a second connection pays."""


@dataclass
class Tally:
    """What a round has moved so far. `pushed`: the hub's vectors before a push that it has not answered;
    `on_the_way`: bytes and commits of that push. `tag`, `seen` and `words`: what the hub told after the last commits;
    `again`: how often something was done once more."""

    sent: int = 0
    received: int = 0
    aside: int = 0
    held: int = 0
    root: str = ""
    tag: str = ""
    seen: dict[str, str] = field(default_factory=dict)
    words: dict[str, tuple[Word, ...]] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)
    changed: dict[tuple[str, str], None] = field(default_factory=dict)
    pushed: Vectors = field(default_factory=dict)
    on_the_way: tuple[int, int] = (0, 0)
    based: int = 0
    again: int = 0


@dataclass(frozen=True)
class Ways:
    """The two ways of one vault over one connection.

    `hub`: its key (hex), "" where it is not known; `tell(phase, done, total, bytes)`; `gained()` after any success.
    """

    vault: Vault
    connection: Connection
    hub: str
    link: Link
    tally: Tally
    tell: Callable[[str, int, int, int], None]
    gained: Callable[[], None]
    stopped: Callable[[], bool]

    def count_unanswered(self, theirs: Vectors) -> None:
        """A push that was cut: how far it came is what the hub's vectors say now."""
        came = sum(ahead(theirs.get(scope, {}), before) for scope, before in self.tally.pushed.items())
        if self.tally.pushed and self.tally.on_the_way[1]:
            size, commits = self.tally.on_the_way
            self.link.note_through(size * min(came, commits) // commits)
        self.tally.pushed = {}
        self.tally.sent += came
        if came:
            self.gained()

    def exchange(self, talk: Talk, theirs: Vectors, *, up_only: bool = False) -> None:
        """Push and pull, each tried; then the first failure is raised."""
        ledger = self.vault.ledger
        up = sum(ahead(ledger.vector(scope), theirs[scope]) for scope in theirs)
        down = 0 if up_only else sum(ahead(there, ledger.vector(scope)) for scope, there in theirs.items())
        begun = needed(self.vault, theirs, self._today) if down and self.connection.protocol > 1 else ()
        failures: list[SyncError] = []
        many = up >= MANY and down >= MANY and self.link.pace.parallel and not begun
        with ThreadPoolExecutor(1) as thread:
            beside = (
                thread.submit(self._push_beside, theirs) if many and self.connection.protocol > 1 else None
            )
            if up and beside is None:
                _collect(failures, lambda: self._push(talk, self.vault, theirs))
            if down and not self.stopped():
                _collect(failures, lambda: self._come(talk, theirs, begun))
            if beside is not None:
                _collect(failures, beside.result)
        if failures:
            raise failures[0]

    def _come(self, talk: Talk, theirs: Vectors, begun: Iterable[str]) -> None:
        """New villages as a base, then what is left as commits."""
        for scope in begun:
            if self.link.pace.parallel and not self.link.is_fast:
                # A hub that was busy answers late, as one behind a slow link does.
                self.connection.feel_way()
            take(
                self.vault,
                self.connection,
                scope,
                self._today,
                self._told_base,
                self.stopped,
                self.link.pace.reply,
                self.link.is_fast,
            )
            self.gained()
        total, before = self._left(theirs), -1
        while (left := self._left(theirs)) and left != before and not self.stopped():
            self._twice(lambda: self._pull(talk, theirs, total))
            before = left

    def _left(self, theirs: Vectors) -> int:
        ledger = self.vault.ledger
        return sum(ahead(there, ledger.vector(scope)) for scope, there in theirs.items())

    def _told_base(self, done: int, whole: int) -> None:
        self.gained()
        self.link.note_through(max(0, done - self.tally.based))
        self.tally.based = done
        self.tell("receive", done, whole, 0)

    @property
    def _today(self) -> date:
        return datetime.fromtimestamp(self.vault.clock() / 1000, UTC).date()

    def _push_beside(self, theirs: Vectors) -> None:
        vault, connection = self.vault.sibling(), self.connection.twin()
        try:
            self._push(talk_over(connection), vault, theirs)
        finally:
            connection.close()
            vault.close()

    def _push(self, talk: Talk, vault: Vault, theirs: Vectors) -> None:
        brief = self.connection.protocol > 1
        sending = Sending(vault, theirs, self.connection.packs, self.link, self.stopped, brief=brief)
        total = sending.left
        while sending.left and not self.stopped():
            self.tally.pushed = {scope: dict(vector) for scope, vector in sending.known.items()}
            before, commits, begun = sending.bytes, sending.commits, monotonic()
            try:
                is_long = self.link.pace.parallel and sending.left > FEW
                told = self._told(sending, total)
                answer = talk.push(told) if is_long else self._pushed(talk, list(told))
            finally:
                self.tally.on_the_way = (sending.bytes - before, sending.commits - commits)
            self.link.note_bytes(sending.bytes - before, monotonic() - begun)
            self._note(answer)
            if sending.commits == commits:
                # What a hub's odd word leaves over has no segment: asking on would never end.
                return

    def _pushed(self, talk: Talk, frames: list[bytes]) -> PushReply:
        answers: list[PushReply] = []
        first = self.tally.again
        self._twice(lambda: answers.append(talk.push(frames)))
        if self.tally.again > first:
            # What the hub had stored before its answer was lost, it passes over now.
            self.tally.sent += answers[0].ignored
        return answers[0]

    def _twice(self, deed: Callable[[], None]) -> None:
        """On a link that is known to die what was cut is done once more without asking the hub how far it has come: most
        often the request itself was lost, and what came all the same is known by its dots."""
        try:
            deed()
        except SyncError as refused:
            if refused.code != "sync.cut" or self.link.pace.parallel or self.stopped():
                raise
            self.link.note_cut()
            self.tally.again += 1
            deed()

    def _told(self, sending: Sending, total: int) -> Iterator[bytes]:
        for content in sending.request():
            yield content
            self.tell("send", sending.commits, total, sending.bytes)

    def _note(self, answer: PushReply) -> None:
        tally = self.tally
        tally.pushed = {}
        tally.sent += answer.applied
        tally.aside += answer.quarantined
        tally.held += answer.held
        tally.heads.update(answer.heads)
        tally.root, tally.tag = answer.root, answer.tag
        tally.seen.update(answer.seen)
        if answer.applied:
            self.gained()
        if any(refused.code == NO_WINDOW for refused in answer.refused):
            self.link.history = False
            raise cut_short()
        if answer.refused:
            raise refusal_of_code(answer.refused[0].code, self.connection.url)
        if answer.gap:
            raise cut_short()

    def _pull(self, talk: Talk, theirs: Vectors, total: int) -> None:
        ledger = self.vault.ledger
        behind = [scope for scope, there in theirs.items() if ahead(there, ledger.vector(scope))]
        held = {scope: dict(ledger.vector(scope)) for scope in behind}
        done, size, begun = total - self._left(theirs), 0, monotonic()
        with Together(self.vault) as together:
            for item in self._arriving(talk, held):
                if item is None:
                    together.end()
                    continue
                if isinstance(item, PullEnd):
                    self.tally.root = item.root
                    self.link.note_bytes(size, monotonic() - begun)
                    return
                if item.segment.scope not in behind:
                    raise bad_segment()
                size += item.size
                together.begin_or_go_on(len(item.segment.lines))
                done += self._take(item)
                self.tell("receive", done, total, size)
                if self.stopped():
                    return
        if self.connection.protocol > 1:
            raise cut_short()

    def _arriving(self, talk: Talk, held: Vectors) -> Iterator[Carried | PullEnd | None]:
        history = self._history if self.link.history else None
        try:
            for item in talk.pull(held, self.link.pace, history, self._bases(held)):
                if isinstance(item, Carried):
                    self.link.note_packed(len(item.segment.lines), item.size)
                    # What the hub signs a segment with is its word on the head it leads to.
                    self.tally.seen[item.segment.stream] = item.sig
                    self.tally.heads[item.segment.stream] = item.segment.last
                elif isinstance(item, PullEnd):
                    self.tally.tag, self.tally.words = item.tag, item.words
                yield item
        except WindowMissing as lacking:
            self.link.history = False
            raise cut_short() from lacking

    def _bases(self, held: Vectors) -> dict[str, int]:
        """Where the log of these streams begins after a base: the hub's window must not reach before it."""
        based = self.vault.db.execute("select id, seq from stream join base_stream on stream = n").fetchall()
        return {stream: seq for stream, seq in based if any(stream in vector for vector in held.values())}

    def _history(self, stream: str, first: int, last: int) -> bytes:
        return lines_between(self.vault.ledger, stream, first, last, WINDOW_BYTES)

    def _take(self, item: Carried) -> int:
        """Judged where the hub's key is known: a hub that was paired at protocol 1 has only its pinned line."""
        ledger, segment = self.vault.ledger, item.segment
        if self.hub:
            verdict = judge(ledger, segment, item.by, item.sig, sender=self.hub)
            if verdict.refusal is not None:
                raise verdict.refusal
            if verdict.way == "review":
                in_time = front(segment, verdict)
                taken = self._receive(in_time) if in_time else 0
                now = self.vault.clock()
                return taken + hold_unaccepted(
                    ledger, segment, verdict, self._receive, sender=self.hub, now_ms=now
                )
        return self._receive(segment)

    def _receive(self, segment: Segment) -> int:
        received = receive(self.vault.ledger, segment)
        self.tally.received += received.applied
        self.tally.aside += received.quarantined
        self.tally.changed.update(dict.fromkeys(received.changed))
        if received.applied:
            self.gained()
        return received.applied + received.quarantined


def _collect(failures: list[SyncError], deed: Callable[[], None]) -> None:
    """A refusal is told once the other way has been tried too."""
    try:
        deed()
    except SyncError as refused:
        failures.append(refused)
