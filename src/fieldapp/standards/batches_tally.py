"""Counts batches: which households and people are in which, both distinct, the union and every overlap."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fieldapp.standards.batches_model import OPEN, BatchRow, BatchSet, BatchTable, Count


@dataclass
class Marks:
    """What is known of the records: household → the predicates that hold; person → its household and its predicates."""

    households: dict[str, frozenset[str]] = field(default_factory=dict)
    people: dict[str, tuple[str, frozenset[str]]] = field(default_factory=dict)
    registered: frozenset[str] = frozenset()


def tally(batches: BatchSet, marks: Marks, year: int, cut_off: str) -> BatchTable:
    """The table of a place. A batch of households takes in all their members; one of people, the households they are of.

    Only registered households count; those outside that hold a predicate are told apart in `outside`.
    """
    inside = {
        name: _members(marks, batch.over, name, marks.registered) for name, batch in batches.batches.items()
    }
    others = frozenset(marks.households) - marks.registered
    outside = {name: _members(marks, batch.over, name, others) for name, batch in batches.batches.items()}
    seven = [name for name, batch in batches.batches.items() if not batch.beside]
    everyone = _all_members(marks, marks.registered)
    union = set().union(*(inside[name][1] for name in seven))
    homes = set().union(*(inside[name][0] for name in seven))

    def row(name: str) -> BatchRow:
        households, people = inside[name]
        return BatchRow(batches.batches[name], len(households), len(people), _open(batches, marks, name))

    return BatchTable(
        year=year,
        cut_off=cut_off,
        registered=Count(len(marks.registered), len(everyone)),
        rows=tuple(map(row, seven)),
        beside=tuple(row(name) for name in batches.batches if name not in seven),
        union=Count(len(homes), len(union)),
        overlap=_overlap(seven, inside),
        in_none=tuple(sorted((marks.people[person][0], person) for person in everyone - union)),
        outside={name: Count(len(pair[0]), len(pair[1])) for name, pair in outside.items() if any(pair)},
    )


Pair = tuple[set[str], set[str]]


def _members(marks: Marks, over: str, name: str, among: frozenset[str]) -> Pair:
    if over == "household":
        homes = {household for household in among if name in marks.households[household]}
        return homes, _all_members(marks, homes)
    people = {p for p, (household, held) in marks.people.items() if name in held and household in among}
    return {marks.people[person][0] for person in people}, people


def _all_members(marks: Marks, homes: Iterable[str]) -> set[str]:
    wanted = frozenset(homes)
    return {person for person, (household, _) in marks.people.items() if household in wanted}


def _open(batches: BatchSet, marks: Marks, name: str) -> int:
    if batches.batches[name].over == "household":
        return sum(name + OPEN in marks.households[household] for household in marks.registered)
    return sum(
        name + OPEN in held for household, held in marks.people.values() if household in marks.registered
    )


def _overlap(names: Sequence[str], inside: Mapping[str, Pair]) -> dict[tuple[str, str], Count]:
    return {
        (one, other): Count(len(inside[one][0] & inside[other][0]), len(inside[one][1] & inside[other][1]))
        for one in names
        for other in names
    }
