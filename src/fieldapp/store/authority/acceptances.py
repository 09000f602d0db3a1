"""What stations took in from review travels up signed, so that nobody is asked a second time (`keys.acceptances`).

The rule it holds: a word counts only while its signer may certify others in that village and is not revoked there, and
only for exactly the lines whose chain it names. What a person here turned down stays turned down.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import msgspec

from fieldapp.journal.stream import CHAIN_START, Segment, chain_after, join_lines
from fieldapp.keys.acceptances import Acceptance, is_true, signed
from fieldapp.keys.devices import DeviceKey
from fieldapp.store.authority.held_lines import pack_held, unpack_held
from fieldapp.store.authority.judging import Verdict
from fieldapp.store.authority.kept import Keys
from fieldapp.store.authority.review import hold
from fieldapp.store.ledger import Ledger, stream_id
from fieldapp.store.streams import chain_at

Take = Callable[[Segment], object]
"""Receives a segment: into log and tables, or into the log alone."""


def state(ledger: Ledger, key: DeviceKey, stream: str, first: int, *, person: str, now_ms: int) -> None:
    """Sign that a person took in the lines from `first` to the stream's end, where this key may speak for the village."""
    known = ledger.stream(stream)
    last = ledger.vector(known.scope).get(stream, 0) if known else 0
    chain = chain_at(ledger, stream, last)
    if known is None or chain is None or last < first:
        return
    told = Acceptance(stream, known.replica, known.scope, first, last, chain.hex(), person, now_ms)
    note_all(ledger, [signed(key, told)])


def note_all(ledger: Ledger, told: Iterable[Acceptance]) -> tuple[str, ...]:
    """Keep the words that count here, of one signer and beginning the newest (a station that was put back may say it
    anew); gives the streams of which something new is known."""
    keys, news = Keys(ledger), set[str]()
    with ledger.transaction():
        for one in told:
            if not _counts(keys, one) or not is_true(one):
                continue
            kept_now = ledger.db.execute(
                "insert into acceptance (stream, first, signer, at_ms, scope, body) values (?, ?, ?, ?, ?, ?) "
                "on conflict (stream, first, signer) do update set at_ms = excluded.at_ms, body = excluded.body "
                "where excluded.at_ms > acceptance.at_ms returning stream",
                [one.stream, one.first, one.by, one.at_ms, one.scope, msgspec.json.encode(one)],
            ).fetchone()
            if kept_now:
                news.add(one.stream)
    return tuple(sorted(news))


def hear(ledger: Ledger, told: Iterable[Acceptance], take: Take) -> tuple[int, int]:
    """Keep the words that count here and take in what waits because of them, both or neither: a word that is known is not
    looked at again. Gives the streams of which something new is known, and the commits taken in."""
    with ledger.transaction():
        streams = note_all(ledger, told)
        return len(streams), sum(honour(ledger, stream, take) for stream in streams)


def acceptances(
    ledger: Ledger, condition: str = "1", parameters: Sequence[str] = ()
) -> tuple[Acceptance, ...]:
    """The words that are kept; `condition` is over the columns of `acceptance`."""
    rows = ledger.db.execute(
        f"select body from acceptance where {condition} order by stream, first, signer", parameters
    ).fetchall()
    return tuple(msgspec.json.decode(body, type=Acceptance) for (body,) in rows)


def hold_unaccepted(
    ledger: Ledger, segment: Segment, verdict: Verdict, take: Take, *, sender: str, now_ms: int
) -> int:
    """Hold what `judge` sent to review, but for what a station's word covers: that is taken. Gives the commits that wait
    now and did not before. Raises SyncError review.full."""
    with ledger.transaction():
        held = hold(ledger, segment, verdict, sender=sender, now_ms=now_ms)
        return max(0, held - honour(ledger, segment.stream, take))


def honour(ledger: Ledger, stream: str, take: Take) -> int:
    """Take in what waits of a stream as far as the kept words cover it without a gap. Gives the commits taken in."""
    keys = Keys(ledger)
    words = [one for one in acceptances(ledger, "stream = ?", [stream]) if _counts(keys, one)]
    if not words:
        return 0
    with ledger.transaction():
        waiting = _Waiting(ledger, stream)
        until, person, at_ms = waiting.covered_by(words)
        for row in waiting.rows:
            if row.before[0] < until:
                row.take(ledger, until, take, person=person, at_ms=at_ms)
    return max(0, until - waiting.head)


@dataclass(frozen=True)
class _Row:
    """A row of `review` that waits, in its stream's order. `before`: where the stream ends before it, with its chain."""

    stream: str
    replica: str
    scope: str
    first: int
    last: int
    packed: bytes
    chain: bytes
    before: tuple[int, bytes]

    def lines(self) -> list[bytes]:
        """Those that are not in the log yet: the first is numbered `before` + 1."""
        found = unpack_held(self.packed).splitlines()
        return found[self.before[0] + 1 - self.first :]

    def chain_at(self, seq: int) -> bytes:
        """The stream's chain after a line of this row."""
        if seq == self.last:
            return self.chain
        at, chain = self.before
        return chain_after(chain, join_lines(self.lines()[: seq - at]))

    def take(self, ledger: Ledger, until: int, take: Take, *, person: str, at_ms: int) -> None:
        """Receive its lines up to `until`; what is beyond it waits in a row of its own."""
        lines, at, end = self.lines(), self.before[0], min(self.last, until)
        chain = self.chain_at(end)
        take(Segment(self.stream, self.replica, self.scope, at + 1, end, join_lines(lines[: end - at])))
        if end < self.last:
            ledger.db.execute(
                "insert into review (stream, first, last, replica, scope, author, sender, reason, lines, chain, at_ms, "
                "state) select stream, ?, last, replica, scope, author, sender, reason, ?, chain, at_ms, state "
                "from review where stream = ? and first = ?",
                [end + 1, pack_held(lines[end - at :]), self.stream, self.first],
            )
            ledger.db.execute(
                "update review set last = ?, lines = ?, chain = ? where stream = ? and first = ?",
                [end, pack_held(lines[: end - at]), chain, self.stream, self.first],
            )
        ledger.db.execute(
            "update review set state = 'accepted', decided_by = ?, decided_ms = ? where stream = ? and first = ?",
            [person, at_ms, self.stream, self.first],
        )


class _Waiting:
    """What waits of a stream beyond its log, up to the first gap and the first line that a person here turned down."""

    def __init__(self, ledger: Ledger, stream: str) -> None:
        row = ledger.db.execute("select head_seq, head_hash from stream where id = ?", [stream]).fetchone()
        self.head: int = row[0] if row else 0
        chain = bytes(row[1]) if row else CHAIN_START
        at = self.head
        self.rows: list[_Row] = []
        found = ledger.db.execute(
            "select replica, scope, first, last, lines, chain, state from review "
            "where stream = ? and state <> 'accepted' and last > ? order by first",
            [stream, self.head],
        )
        for replica, scope, first, last, packed, after, decided in found.fetchall():
            if first > at + 1 or decided != "waiting":
                break
            self.rows.append(_Row(stream, replica, scope, first, last, packed, bytes(after), (at, chain)))
            at, chain = last, bytes(after)

    def covered_by(self, words: Iterable[Acceptance]) -> tuple[int, str, int]:
        """How far these words reach without a gap, and who said the last of them when; where the log ends, if nothing."""
        reach, person, at_ms = self.head, "", 0
        for one in sorted(words, key=lambda word: (word.first, word.last)):
            if one.first <= reach + 1 and one.last > reach and self._is_here(one):
                reach, person, at_ms = one.last, one.person, one.at_ms
        return reach, person, at_ms

    def _is_here(self, told: Acceptance) -> bool:
        row = next((row for row in self.rows if row.before[0] < told.last <= row.last), None)
        return row is not None and row.chain_at(told.last).hex() == told.chain


def _counts(keys: Keys, told: Acceptance) -> bool:
    """Whether its signer may speak for its village, today."""
    place = told.stream == stream_id(told.replica, told.scope)
    return place and keys.is_witness(told.by, told.scope)
