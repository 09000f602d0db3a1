"""Who is in the register on a civil day, and in which household: people by their own dates and those of where they live.

People who were split off or whose household was merged into another have lived in the household that they came from.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from fieldapp.register.timelines import HouseholdDates, Move, PersonDates, Timeline, timeline_of


class Transfer(NamedTuple):
    """A person changes household on a day."""

    day: str
    origin: str
    move: Move


class Home(NamedTuple):
    """A household in which a person lived from the end of day `since` to before the end of day `until`."""

    line: Timeline
    since: str
    until: str


def by_household(moves: Iterable[Move]) -> dict[str, list[Move]]:
    """The movements of each household, oldest first."""
    own: dict[str, list[Move]] = defaultdict(list)
    for move in sorted(moves, key=lambda one: (one.moved_on, one.id)):
        own[move.household].append(move)
    return own


def timelines(
    households: Iterable[HouseholdDates], moves: Mapping[str, Sequence[Move]]
) -> dict[str, Timeline]:
    """The timeline of each household; `moves` are its movements by household, oldest first."""
    return {household.id: timeline_of(household, moves.get(household.id, ())) for household in households}


def transfers_of(moves: Iterable[Move], lines: Mapping[str, Timeline]) -> dict[str, list[Transfer]]:
    """By person: the changes of household, oldest first."""
    found: dict[str, list[Transfer]] = defaultdict(list)
    for move in moves:
        origin = move.household if move.kind == "split_off" else move.other_household
        if move.kind in ("split_off", "merged_from") and move.person is not None and origin in lines:
            found[move.person].append(Transfer(move.moved_on, str(origin), move))
    for some in found.values():
        some.sort(key=lambda one: (one.day, one.move.id))
    return found


def homes_of(
    person: PersonDates, lines: Mapping[str, Timeline], transfers: Sequence[Transfer]
) -> tuple[Home, ...]:
    """Where a person of the register lived, oldest first; nothing for one who was never there by the dates."""
    line = lines[person.household]
    start = lines[transfers[0].origin] if transfers else line
    first, last = start.first, line.last
    if person.joined_on is not None and person.joined_on > first:
        first = person.joined_on
    if person.ended_on is not None and person.ended_on < last:
        last = person.ended_on
    if last < first:
        return ()
    if not transfers:
        return (Home(line, first, last),)
    days = [first, *(one.day for one in transfers), last]
    lived = [*(lines[one.origin] for one in transfers), line]
    return tuple(Home(lived[at], days[at], days[at + 1]) for at in range(len(lived)))


def home_on(homes: Sequence[Home], day: str) -> Timeline | None:
    """The household in which a person lived at the end of a day."""
    return next((home.line for home in homes if home.since <= day < home.until), None)


def people_on(
    day: str, lines: Mapping[str, Timeline], moves: Iterable[Move], people: Iterable[PersonDates]
) -> Counter[str]:
    """The people at the end of a day by the status of their household then."""
    transfers = transfers_of(moves, lines)
    status = {name: line.status_on(day) for name, line in lines.items()}
    counted: Counter[str] = Counter()
    there = {name for name, line in lines.items() if line.is_present(day)}
    for person in people:
        name, household, joined_on, ended_on = person
        if name not in transfers:
            if (
                household in there
                and (joined_on is None or joined_on <= day)
                and (ended_on is None or ended_on > day)
            ):
                counted[status[household]] += 1
        elif household in lines:
            line = home_on(homes_of(person, lines, transfers[name]), day)
            if line is not None:
                counted[status[line.id]] += 1
    return counted
