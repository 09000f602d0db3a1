"""Whether the status of a household, its years of exit and return and its movements tell one story of a year."""

from collections.abc import Callable, Iterator, Sequence

from fieldapp.errors import Finding
from fieldapp.register import candidates as why
from fieldapp.register.movements import EXITED, RETURNED
from fieldapp.register.timelines import POOR, HouseholdDates, Move, Timeline


def status_doubts(
    household: HouseholdDates,
    line: Timeline,
    moves: Sequence[Move],
    arrives: Callable[[Move], bool],
    period: tuple[str, str],
) -> Iterator[tuple[Move | None, Finding]]:
    """What does not fit between the end of the first and of the second day of `period`: of a movement, or of the record
    (None). `moves` are all of the household, oldest first; `arrives` says which of them bring it into the register."""
    start, end = period
    own = [move for move in moves if start < move.moved_on <= end]
    changes = [move for move in moves if move.kind in ("identified", "exited", "returned")]
    for move in own:
        if move.kind in ("exited", "returned") and not arrives(move):
            entry = (move.moved_on, EXITED if move.kind == "exited" else RETURNED)
            # Two changes may stand on one day: each follows the one before it.
            before = [line.statuses[at - 1][1] for at, one in enumerate(line.statuses) if at and one == entry]
            if all((status in POOR) == (move.kind == "returned") for status in before):
                yield move, why.MOVES_NOTHING
    year_end = f"{end[:4]}-12-31"
    for kind, status in (("exited", EXITED), ("returned", RETURNED)):
        says = any(move.kind == kind and move.moved_on[:4] == end[:4] for move in changes)
        if end == year_end and (year_end, status) in line.statuses and not says and line.is_present(year_end):
            yield None, why.YEAR_WITHOUT_MOVEMENT
    if changes and own and household.status is not None:
        last = line.statuses[-1][1]
        if (last == EXITED) != (household.status == EXITED):
            yield None, why.STATUS_DIFFERS
