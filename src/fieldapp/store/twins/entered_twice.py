"""A household that was entered twice: which of the two entries is the one too many, and which people are the same."""

from collections.abc import Mapping, Sequence

from fieldapp.errors import RegisterError
from fieldapp.register.movements import ARRIVALS, PERSON_IN, PERSON_OUT, STATUS
from fieldapp.store.rows import Row

_ALONE = frozenset((*PERSON_IN, *PERSON_OUT, *STATUS, "moved_in_village", "head_changed"))
"""Movements that concern this household alone, unless they name another one."""


def arrival(moves: Sequence[Row]) -> Row | None:
    """The movement with which a household began, None where it was in the register before all movements."""
    return next((move for move in moves if move.values.get("kind") in ARRIVALS), None)


def second_entry(kept: Row, gone: Row, moves: Mapping[str, Sequence[Row]]) -> str:
    """The household whose coming was counted one time too many: the later entry, if it concerns nobody else.

    Raises RegisterError merging.built_upon when splits, mergers or moves between villages rest on it.
    """
    came = {home: arrival(moves[home]) for home in (kept.id, gone.id)}
    begun = sorted(((move.id, home) for home, move in came.items() if move is not None), reverse=True)
    if not begun:
        return gone.id
    for _, home in begun:
        if all(
            move.values.get("kind") in _ALONE and not move.values.get("other_household")
            for move in moves[home]
        ):
            return home
    raise RegisterError(
        "merging.built_upon",
        "A split, a merger or a move between villages rests on these records. "
        "Record instead that one was merged into the other.",
    )


def is_same(one: Row, two: Row) -> bool:
    """One person in two records: the same number, or name and birth date; both here, or both gone."""
    if ("ended_on" in one.values) != ("ended_on" in two.values):
        return False
    return any(
        all(one.values.get(key) and one.values.get(key) == two.values.get(key) for key in keys)
        for keys in (("id_no",), ("name", "birth_date"))
    )
