"""One pass over a register: what its records say of a year beside what its movements say, tallied by village."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from fieldapp.errors import Finding
from fieldapp.register import candidates as why
from fieldapp.register.candidates import Candidate
from fieldapp.register.movements import EXITED, PERSON_IN, PERSON_OUT, RETURNED
from fieldapp.register.presence import by_household, home_on, homes_of, timelines, transfers_of
from fieldapp.register.reconciliation import HOUSEHOLD_IN, HOUSEHOLD_OUT, Balances, Village
from fieldapp.register.timelines import (
    POOR,
    HouseholdDates,
    Move,
    PersonDates,
    Timeline,
    is_new_by_return,
)

_ARRIVE = frozenset(("identified", "returned", "moved_in_village"))
"""The kinds with which a household comes and its people with it."""
_LEAVE = frozenset(HOUSEHOLD_OUT)
_CLAIMS = frozenset(
    ("identified", "returned", "moved_in_village", "wrong_identification", "moved_out_village")
)
"""The kinds whose own number of people counts; with the others people come and go by movements of their own."""


class _Stay(NamedTuple):
    """A person's days in the register, and the households in which it began and ended."""

    id: str
    first: str
    last: str
    began: str
    ended: str


class Count:
    """One pass over a register; holds the tallies by village."""

    def __init__(
        self,
        start: str,
        end: str,
        lines: Mapping[str, Timeline],
        moves: Mapping[str, Sequence[Move]],
        facts: Mapping[str, HouseholdDates],
    ) -> None:
        self.start, self.end, self.lines, self.facts = start, end, lines, facts
        self.moves = {
            name: [move for move in some if start < move.moved_on <= end] for name, some in moves.items()
        }
        self.every = moves
        self.villages: dict[str, Village] = defaultdict(Village)
        self.candidates: list[Candidate] = []
        self.arrived: Counter[str] = Counter()
        self.departed: Counter[str] = Counter()
        self.persons: set[str] = set()
        self.joined: Counter[str] = Counter()
        self.left: Counter[str] = Counter()
        self.homes: dict[str, list[tuple[str, str]]] = {name: [] for name, some in self.moves.items() if some}
        self.transfers = transfers_of((move for some in moves.values() for move in some), lines)
        for move in (move for some in self.moves.values() for move in some):
            if move.person is not None:
                self.joined[move.person] += move.kind in PERSON_IN
                self.left[move.person] += move.kind in PERSON_OUT

    def people(self, people: Iterable[PersonDates]) -> None:
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
            self.persons.add(name)
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

    def household(self, household: HouseholdDates) -> None:
        """Start and end of the households, what came and went, and the people with them."""
        line = self.lines[household.id]
        village = self.villages[line.scope]
        moves = self.moves.get(household.id, ())
        if line.last < line.first:
            self._doubt(line, why.ENDS_BEFORE)
            came = went = 0
        else:
            village.households.start += line.is_present(self.start)
            village.households.end += line.is_present(self.end)
            came = self.start < line.first <= self.end
            went = self.start < line.last <= self.end
        if moves or came or went:
            ins = sum(self._arrives(move) or move.kind == "split_from" for move in moves)
            outs = sum(move.kind in _LEAVE for move in moves)
            if ins != came:
                self._doubt(line, why.household_in(ins))
            if outs != went:
                self._doubt(line, why.household_out(outs))
        for move in moves:
            self._move(move, line, village)
        self._status(household, line)

    def strays(self) -> None:
        """Movements of households or people that are not here; they are counted, and make a difference."""
        for name, some in self.moves.items():
            for move in some:
                if name not in self.lines:
                    self.candidates.append(Candidate("movement", move.id, name, move.scope, why.NO_RECORD))
                    self._stray(move)
                elif move.kind in PERSON_IN or move.kind in PERSON_OUT:
                    if move.person is None:
                        self._doubt_move(move, why.NO_PERSON)
                    elif move.person not in self.persons:
                        self._doubt_move(move, why.NO_RECORD)

    def _explain(self, stay: _Stay, line: Timeline, came: bool, went: bool) -> None:
        """Whether a movement of the person, or of the household they came or left with, says so."""
        joined, left = self.joined[stay.id], self.left[stay.id]
        if came and not joined and any(map(self._arrives, self.moves.get(stay.began, ()))):
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

    def _arrives(self, move: Move) -> bool:
        if move.kind == "returned":
            facts = self.facts.get(move.household)
            return facts is not None and is_new_by_return(move, facts, self.every[move.household])
        return move.kind in _ARRIVE

    def _move(self, move: Move, line: Timeline, village: Village) -> None:
        kind, day = move.kind, move.moved_on
        poor = line.is_poor(day)
        if kind in PERSON_IN:
            village.people.ins[kind] += 1
            village.poor.ins[kind] += poor
        elif kind in PERSON_OUT:
            village.people.outs[kind] += 1
            village.poor.outs[kind] += poor
        elif kind in ("split_off", "merged_from"):
            self._transfer(move, line, village)
        elif kind == "split_from":
            village.households.ins[kind] += 1
        elif self._arrives(move):
            people = self._claimed(move, self.arrived.pop(line.id, 0))
            village.households.ins[kind] += 1
            village.people.ins[kind] += people
            village.poor.ins[kind] += people if line.is_poor(line.first) else 0
        elif kind in _LEAVE:
            people = self._claimed(move, self.departed.pop(line.id, 0))
            village.households.outs[kind] += 1
            village.people.outs[kind] += people
            village.poor.outs[kind] += people if line.is_poor(min(line.last, self.end)) else 0
        elif kind in ("exited", "returned"):
            counted = sum(first < day <= last for first, last in self.homes[line.id])
            (village.poor.outs if kind == "exited" else village.poor.ins)[kind] += counted

    def _transfer(self, move: Move, line: Timeline, village: Village) -> None:
        """A person who changes household in the village: in on one side, out on the other."""
        other = self.lines.get(move.other_household or "")
        if move.person is None or other is None:
            self._doubt_move(move, why.NO_PERSON if move.person is None else why.NO_RECORD)
            return
        split = move.kind == "split_off"
        origin, target = (line, other) if split else (other, line)
        village.people.outs["split_off" if split else "merged_into"] += 1
        village.people.ins["split_from" if split else "merged_from"] += 1
        village.poor.outs["split_off" if split else "merged_into"] += origin.is_poor(move.moved_on)
        village.poor.ins["split_from" if split else "merged_from"] += target.is_poor(move.moved_on)

    def _claimed(self, move: Move, counted: int) -> int:
        """A movement's own number of people, where it is of a kind whose people come or go with it."""
        if move.kind not in _CLAIMS or move.people is None or move.people == counted:
            return counted
        self._doubt_move(move, why.wrong_people(move.people, counted))
        return move.people

    def _stray(self, move: Move) -> None:
        village = self.villages[move.scope]
        if move.kind in PERSON_IN:
            village.people.ins[move.kind] += 1
        elif move.kind in PERSON_OUT:
            village.people.outs[move.kind] += 1
        elif move.kind in HOUSEHOLD_IN and move.kind != "returned":
            village.households.ins[move.kind] += 1
        elif move.kind in _LEAVE:
            village.households.outs[move.kind] += 1

    def _status(self, household: HouseholdDates, line: Timeline) -> None:
        """Whether status, years and movements tell one story."""
        every = self.every.get(household.id, ())
        changes = [move for move in every if move.kind in ("identified", "exited", "returned")]
        for move in self.moves.get(household.id, ()):
            if move.kind in ("exited", "returned") and not self._arrives(move):
                before = [s for day, s in line.statuses if day < move.moved_on][-1]
                if (before in POOR) == (move.kind == "returned"):
                    self._doubt_move(move, why.MOVES_NOTHING)
        year_end = f"{self.end[:4]}-12-31"
        for kind, status in (("exited", EXITED), ("returned", RETURNED)):
            says = any(move.kind == kind and move.moved_on[:4] == self.end[:4] for move in changes)
            if (year_end, status) in line.statuses and not says and line.is_present(year_end):
                self._doubt(line, why.YEAR_WITHOUT_MOVEMENT)
        if changes and self.moves.get(household.id) and household.status is not None:
            last = line.statuses[-1][1]
            if (last == EXITED) != (household.status == EXITED):
                self._doubt(line, why.STATUS_DIFFERS)

    def _doubt(self, line: Timeline, finding: Finding) -> None:
        self.candidates.append(Candidate("household", line.id, line.id, line.scope, finding))

    def _doubt_move(self, move: Move, finding: Finding) -> None:
        self.candidates.append(Candidate("movement", move.id, move.household, move.scope, finding))


def reconcile_rows(
    start: str,
    end: str,
    households: Sequence[HouseholdDates],
    people: Iterable[PersonDates],
    moves: Iterable[Move],
) -> tuple[tuple[Balances, ...], tuple[Candidate, ...]]:
    """The equations of each village from the end of day `start` to the end of day `end`, and the candidates."""
    own = by_household(moves)
    lines = timelines(households, own)
    count = Count(start, end, lines, own, {household.id: household for household in households})
    count.people(people)
    for household in households:
        count.household(household)
    count.strays()
    done = tuple(count.villages[scope].balances(scope) for scope in sorted(count.villages))
    return done, tuple(count.candidates)
