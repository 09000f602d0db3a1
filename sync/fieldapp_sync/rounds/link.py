"""How good the link is, and what follows: how large a segment and a request are, how hard zstd works. Pure.

The rule: small first, and only what got through makes the next larger; a cut costs at most one request that was on its
way, so on a link that dies every 30 KB a request is one segment of 6 KB packed. What was learnt is kept for later rounds.
"""

import math
import re
from dataclasses import dataclass

SMALLEST_SEGMENT, FIRST_SEGMENT, LARGEST_SEGMENT = 8_192, 16_384, 262_144
"""Unpacked bytes of a segment's lines; packed they are a quarter to a tenth of it."""
_BAD_SEGMENT = 65_536
_FAIR_SEGMENT = 98_304
_SLOW_RATE, _FAST_RATE = 100_000, 2_000_000
"""Bytes a second, making and taking included: below the first a mobile link in the hills, above the second a LAN."""
_LIGHT, _MIDDLE, _HARD = 3, 9, 15
"""Levels of zstd: 125,000 rows/s a core, 60,000 and 5,000."""
_LAN_TRIP, _SLOW_TRIP = 0.01, 0.15
"""Seconds of the shortest exchange: below the first the hub is in the same building, and what goes slowly there waits for
the computers, not for the network; above the second a mobile link in the hills."""
_REQUEST_SECONDS = 45.0
"""A hub cuts a request that takes minutes; one of this length is never in danger."""
_USUAL_LIFE, _TALK = 30_000, 600
"""Bytes between two cuts, before that is measured, and bytes that a request costs besides what it carries: the heads of
request and answer, a segment's header, and how much better two segments pack as one."""
_DYING = 0.2
"""Cuts, forgotten by halves from round to round, below which a link counts as whole again."""
_USUAL_RATIO = 5.0
"""How much smaller lines become when they are packed, before that is measured."""
_LEAST_AFTER_CUT = 2_500
_LEAST_REQUEST, _SMALLEST_REQUEST, _LARGEST_REQUEST = 4_000, 64_000, 4_000_000
_LEARNT = re.compile(r"([0-9]{1,9}\.[0-9]{1,3}) ([0-9]{1,15}) ([0-9]{1,9}\.[0-9]{1,2})", re.ASCII)


@dataclass(frozen=True)
class Pace:
    """`segment`: unpacked bytes of a segment; `request`: packed bytes of a push; `level` of zstd; `parallel`: whether
    sending and receiving at the same time pays; `reply`: packed bytes to ask for at once, 0 for all."""

    segment: int
    request: int
    level: int
    parallel: bool
    reply: int = 0


class Link:
    """What was measured of one link. `rate`: bytes a second; `trip`: seconds of the shortest exchange of late; both 0
    while unknown.
    `cuts`: how often it died, of late; `history`: whether both ends have proved to hold the same lines so far."""

    def __init__(self) -> None:
        self.rate = 0.0
        self.trip = 0.0
        self.cuts = 0.0
        self.history = True
        self._moved = 0.0
        self._most = _LARGEST_REQUEST
        self._ratio = _USUAL_RATIO
        self._is_new, self._died_now = True, False

    def note_trip(self, seconds: float) -> None:
        """A small request took so long; the hub may have been busy meanwhile, so the shortest counts."""
        self.trip = min(self.trip or seconds, seconds)

    def note_bytes(self, size: int, seconds: float) -> None:
        """So much went one way in so long; what is too little to tell of the rate is passed over there."""
        self._moved += size
        if size >= FIRST_SEGMENT and seconds > 0:
            self.rate = size / seconds

    def note_packed(self, lines: int, size: int) -> None:
        """So many bytes of lines travelled in so many; a few commits tell nothing of many."""
        if lines >= SMALLEST_SEGMENT:
            self._ratio = lines / max(size, 1)

    def note_cut(self) -> None:
        """The link died in the middle of something."""
        self.cuts += 1
        self._died_now = True

    def note_through(self, size: int) -> None:
        """Of something that was cut so many bytes came through."""
        self._moved += size

    def forget_half(self) -> None:
        """A new round: what was learnt of cuts and of the trip weighs half, the laptop may be elsewhere now."""
        self._is_new = self._died_now = False
        self.cuts, self._moved, self.history, self.trip = self.cuts / 2, self._moved / 2, True, self.trip * 2
        if self.cuts < _DYING:
            self.cuts = self._moved = 0.0

    def remember(self, told: str) -> None:
        """What an earlier connection told of the same hub; nothing where this one has learnt already, or where it is none
        of `learnt`'s."""
        if self._is_new and (found := _LEARNT.fullmatch(told)):
            self.cuts, self._moved, self._ratio = map(float, found.groups())

    def learnt(self) -> str:
        """For `remember`; "" where there is nothing to keep."""
        return f"{self.cuts:.3f} {self._moved:.0f} {self._ratio:.2f}" if self.cuts >= _DYING else ""

    def note_too_large(self) -> bool:
        """Something on the way takes no request of this size; False when a smaller one makes no sense."""
        self._most = min(self._request(), self._most) // 2
        return self._most >= _LEAST_REQUEST

    @property
    def pace(self) -> Pace:
        """What suits this link now."""
        if self._dies or self._most < _SMALLEST_REQUEST:
            request = self._request()
            # One segment fills a request: each has a header of its own.
            segment = min(max(int(request * self._ratio), SMALLEST_SEGMENT), _BAD_SEGMENT)
            return Pace(segment, request, _HARD, parallel=False, reply=request)
        if self._is_slow():
            return Pace(_BAD_SEGMENT, self._request(), _HARD, parallel=True)
        if not self.is_fast:
            return Pace(_FAIR_SEGMENT, self._request(), _MIDDLE, parallel=True)
        return Pace(LARGEST_SEGMENT, self._request(), _LIGHT, parallel=True)

    @property
    def is_fast(self) -> bool:
        """Whether bytes cost little here: a LAN, as far as is known."""
        return not (self._dies or self._is_slow() or self._is_below(_FAST_RATE))

    @property
    def _dies(self) -> bool:
        # What died on the way to the hub of late does not in the same building.
        return self.cuts >= _DYING and (self._died_now or not 0 < self.trip < _LAN_TRIP)

    def _is_slow(self) -> bool:
        return self.trip > _SLOW_TRIP or self._is_below(_SLOW_RATE)

    def _is_below(self, rate: int) -> bool:
        return not 0 < self.trip < _LAN_TRIP and 0 < self.rate < rate

    def _request(self) -> int:
        if self._dies:
            # What is under way when the link dies is lost, and each request has its price: this is where the sum of
            # both is least.
            life = (self._moved + _USUAL_LIFE) / self.cuts
            return int(min(max(math.sqrt(2 * life * _TALK), _LEAST_AFTER_CUT), self._most))
        rate = self.rate or (_SLOW_RATE / 40 if self._is_slow() else _FAST_RATE)
        return int(min(max(rate * _REQUEST_SECONDS, _SMALLEST_REQUEST), self._most))
