"""The people of a year: how many there were at its start and end, and who came or left with no movement that says so."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from fieldapp.register import candidates as why
from fieldapp.register.candidates import Candidate
from fieldapp.register.movements import PERSON_IN, PERSON_OUT
from fieldapp.register.presence import Transfer, home_on, homes_of
from fieldapp.register.reconciliation import HOUSEHOLD_OUT, Village
from fieldapp.register.timelines import Move, PersonDates, Timeline

_LEAVE = frozenset(HOUSEHOLD_OUT)


class _Stay(NamedTuple):
    """A person's days in the register, and the households in which it began and ended."""

    id: str
    first: str
    last: str
    began: str
    ended: str


class Crowd:
    """One pass over the people. `arrivals`: the households that came in the year, with their people.

    After it, by household: `arrived` and `departed` are the people who came and went with it, `homes` the days people
    lived in it, for the households that moved; `known` are the persons that movements name and that are here.
    """

    def __init__(
        self,
        start: str,
        end: str,
        lines: Mapping[str, Timeline],
        moves: Mapping[str, Sequence[Move]],
        arrivals: Collection[str],
        transfers: Mapping[str, Sequence[Transfer]],
        villages: Mapping[str, Village],
        candidates: list[Candidate],
    ) -> None:
        self.start, self.end, self.lines, self.moves = start, end, lines, moves
        self.arrivals, self.transfers = arrivals, transfers
        self.villages, self.candidates = villages, candidates
        self.arrived: Counter[str] = Counter()
        self.departed: Counter[str] = Counter()
        self.homes: dict[str, list[tuple[str, str]]] = {name: [] for name, some in moves.items() if some}
        self.known: set[str] = set()
        self.joined: Counter[str] = Counter()
        self.left: Counter[str] = Counter()
        for move in (move for some in moves.values() for move in some):
            if move.person is not None:
                self.joined[move.person] += move.kind in PERSON_IN
                self.left[move.person] += move.kind in PERSON_OUT

    def count(self, people: Iterable[PersonDates]) -> None:
        """Start and end of the people, and who came or left with no movement."""
        start, end, lines = self.start, self.end, self.lines
        # A county has hundreds of thousands who were there all year, in a household that was: they are only counted.
        steady = {
            name
            for name, line in lines.items()
            if not (start < line.first <= end or start < line.last <= end or line.last < line.first)
        }
        moving = {*self.joined, *self.left, *self.transfers}
        there: Counter[str] = Counter()
        for person in people:
            name, household, joined_on, ended_on = person
            if (
                ended_on is None
                and (joined_on is None or joined_on <= start)
                and household in steady
                and name not in moving
            ):
                there[household] += 1
            elif household in lines:
                self._person(person)
        for household, count in there.items():
            line = lines[household]
            village = self.villages[line.scope]
            if line.is_present(start):
                village.people.start += count
                village.poor.start += count if line.is_poor(start) else 0
            if line.is_present(end):
                village.people.end += count
                village.poor.end += count if line.is_poor(end) else 0
            if household in self.homes:
                self.homes[household] += [(line.first, line.last)] * count

    def _person(self, person: PersonDates) -> None:
        """Somebody who came, left, changed household, or lives in a household that came or left."""
        name, household, joined_on, ended_on = person
        line = self.lines[household]
        if name in self.joined:
            self.known.add(name)
        homes = homes_of(person, self.lines, self.transfers.get(name, ()))
        if not homes:
            if joined_on is not None and ended_on is not None and ended_on < joined_on:
                self.candidates.append(Candidate("person", name, household, line.scope, why.ENDS_BEFORE))
            return
        if here := home_on(homes, self.start):
            village = self.villages[here.scope]
            village.people.start += 1
            village.poor.start += here.is_poor(self.start)
        if here := home_on(homes, self.end):
            village = self.villages[here.scope]
            village.people.end += 1
            village.poor.end += here.is_poor(self.end)
        stay = _Stay(name, homes[0].since, homes[-1].until, homes[0].line.id, homes[-1].line.id)
        came = self.start < stay.first <= self.end
        went = self.start < stay.last <= self.end
        if came or went or self.joined[name] or self.left[name]:
            self._explain(stay, line, came, went)
        for home in homes:
            if home.line.id in self.homes:
                self.homes[home.line.id].append((home.since, home.until))

    def _explain(self, stay: _Stay, line: Timeline, came: bool, went: bool) -> None:
        """Whether a movement of the person, or of the household they came or left with, says so."""
        joined, left = self.joined[stay.id], self.left[stay.id]
        if came and not joined and stay.began in self.arrivals:
            with_household = stay.first == self.lines[stay.began].first
            self.arrived[stay.began] += with_household
            joined += with_household
        if went and not left and any(move.kind in _LEAVE for move in self.moves.get(stay.ended, ())):
            with_household = stay.last == self.lines[stay.ended].last
            self.departed[stay.ended] += with_household
            left += with_household
        if joined != came:
            self.candidates.append(Candidate("person", stay.id, line.id, line.scope, why.person_in(joined)))
        if left != went:
            self.candidates.append(Candidate("person", stay.id, line.id, line.scope, why.person_out(left)))
