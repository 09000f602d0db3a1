"""One pass over a register: what its records say of a year beside what its movements say, tallied by village."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from fieldapp.errors import Finding
from fieldapp.register import candidates as why
from fieldapp.register.candidates import Candidate
from fieldapp.register.crowd import Crowd
from fieldapp.register.movements import PERSON_IN, PERSON_OUT
from fieldapp.register.presence import by_household, timelines, transfers_of
from fieldapp.register.reconciliation import HOUSEHOLD_IN, HOUSEHOLD_OUT, Balances, Village
from fieldapp.register.status_checks import status_doubts
from fieldapp.register.timelines import (
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
        arrivals = {name for name, some in self.moves.items() if any(map(self._arrives, some))}
        transfers = transfers_of((move for some in moves.values() for move in some), lines)
        self.crowd = Crowd(start, end, lines, self.moves, arrivals, transfers, self.villages, self.candidates)

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
        doubts = status_doubts(
            household, line, self.every.get(household.id, ()), self._arrives, (self.start, self.end)
        )
        for cause, finding in doubts:
            if cause is None:
                self._doubt(line, finding)
            else:
                self._doubt_move(cause, finding)

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
                    elif move.person not in self.crowd.known:
                        self._doubt_move(move, why.NO_RECORD)

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
            people = self._claimed(move, self.crowd.arrived.pop(line.id, 0))
            village.households.ins[kind] += 1
            village.people.ins[kind] += people
            village.poor.ins[kind] += people if line.is_poor(line.first) else 0
        elif kind in _LEAVE:
            people = self._claimed(move, self.crowd.departed.pop(line.id, 0))
            village.households.outs[kind] += 1
            village.people.outs[kind] += people
            village.poor.outs[kind] += people if line.is_poor(min(line.last, self.end)) else 0
        elif kind in ("exited", "returned"):
            counted = sum(first < day <= last for first, last in self.crowd.homes[line.id])
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
    count.crowd.count(people)
    for household in households:
        count.household(household)
    count.strays()
    done = tuple(count.villages[scope].balances(scope) for scope in sorted(count.villages))
    return done, tuple(count.candidates)
