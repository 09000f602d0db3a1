"""The named movements of households and people: what each does to the counts, and when it is allowed. Pure.

A movement says that something happened on a day; a typing error that is put right is none. Refused is only what cannot
be true beside what the register holds: a date before the birth, a return of a household that never exited.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from fieldapp.domain.dates import is_date
from fieldapp.errors import RegisterError

HEAD = "1"
"""The relation of the head (DOMAIN.md 2.3)."""
NOT_EXITED, EXITED, PLANNED, RETURNED = "0", "1", "2", "3"
"""Codes of `poverty_status`."""


@dataclass(frozen=True)
class MovementKind:
    """`households` and `people` are what one movement adds to the counts of its village: +1, 0 or -1, for people times
    the movement's `people`. `move` is its code in `household_move`; `reason` the usual code of its reason, in
    `change_reason_add` where people come and `change_reason_remove` where they go."""

    id: str
    households: Literal[-1, 0, 1] = 0
    people: Literal[-1, 0, 1] = 0
    move: str = ""
    reason: str = ""


KINDS: Mapping[str, MovementKind] = {
    kind.id: kind
    for kind in (
        MovementKind("identified", 1, 1, "1"),
        MovementKind("continued", move="2"),
        MovementKind("exited", move="3"),
        MovementKind("returned", move="4"),
        MovementKind("deregistered", -1, move="5"),
        MovementKind("wrong_identification", -1, -1, "6"),
        MovementKind("suspended", move="7"),
        MovementKind("resumed", move="8"),
        MovementKind("split_off", move="9", reason="6"),
        MovementKind("split_from", 1, move="9"),
        MovementKind("merged_into", -1, move="10"),
        MovementKind("merged_from", move="10"),
        MovementKind("moved_out_village", -1, -1, "11", "3"),
        MovementKind("moved_in_village", 1, 1, "11", "3"),
        MovementKind("birth", people=1, reason="1"),
        MovementKind("marriage_in", people=1, reason="2"),
        MovementKind("moved_in", people=1, reason="3"),
        MovementKind("adopted", people=1, reason="6"),
        MovementKind("returned_person", people=1, reason="7"),
        MovementKind("other_in", people=1, reason="9"),
        MovementKind("death", people=-1, reason="1"),
        MovementKind("marriage_out", people=-1, reason="2"),
        MovementKind("moved_out", people=-1, reason="3"),
        MovementKind("imprisoned", people=-1, reason="4"),
        MovementKind("enlisted", people=-1, reason="5"),
        MovementKind("missing", people=-1, reason="7"),
        MovementKind("emigrated", people=-1, reason="8"),
        MovementKind("other_out", people=-1, reason="9"),
        MovementKind("head_changed"),
    )
}
"""Every code of `movement_kind`. `split_off` and `merged_from` stand once for each person who changes household."""

HOUSEHOLD_IN = ("identified", "moved_in_village")
PERSON_IN = ("birth", "marriage_in", "moved_in", "adopted", "returned_person", "other_in")
PERSON_OUT = (
    "death", "marriage_out", "moved_out", "imprisoned", "enlisted", "missing", "emigrated", "other_out",
)  # fmt: skip
STATUS = (
    "identified", "continued", "exited", "returned", "deregistered", "wrong_identification", "suspended", "resumed",
)  # fmt: skip
ARRIVALS = ("identified", "split_from", "moved_in_village")
"""The movements with which a household begins in its village."""
_FROM: Mapping[str, Collection[str | None]] = {
    "identified": (None,),
    "exited": (None, NOT_EXITED, PLANNED, RETURNED),
    "returned": (EXITED,),
    "wrong_identification": (None, NOT_EXITED, PLANNED, RETURNED),
}
"""The statuses a movement can start from (DOMAIN.md 3.1); a kind that is not named starts from any."""


def refuse_kind(kind: str, allowed: Collection[str]) -> MovementKind:
    """The kind, if this step may be called so. Raises RegisterError movement.wrong_kind."""
    if kind not in allowed or kind not in KINDS:
        raise RegisterError(
            "movement.wrong_kind",
            "This step cannot be a movement of the kind {kind}. Choose another.",
            kind=kind,
        )
    return KINDS[kind]


def refuse_date(moved_on: str, *, today: str, not_before: Mapping[str, str | None]) -> None:
    """`not_before`: the day of the "birth", "joined", "arrived" or "movement" before it, where they are known.

    Raises RegisterError movement.no_date, .future, .before_birth, .before_joining, .before_arrival, .out_of_order.
    """
    if not is_date(moved_on):
        raise RegisterError("movement.no_date", "Give the day on which it happened.")
    if moved_on > today:
        raise RegisterError(
            "movement.future", "The {date} lies in the future. Record it when it has happened.", date=moved_on
        )
    order = ("birth", "joined", "arrived", "movement")
    broken = {what: day for what in order if (day := not_before.get(what)) and moved_on < day[:10]}
    if not broken:
        return
    what, day = next(iter(broken.items()))
    if what == "birth":
        raise RegisterError(
            "movement.before_birth",
            "The {date} is before the birth on {day}. Correct one of the two dates.",
            date=moved_on,
            day=day,
        )
    if what == "joined":
        raise RegisterError(
            "movement.before_joining",
            "On the {date} this person was not in the household yet, but since {day}. Correct one of the two dates.",
            date=moved_on,
            day=day,
        )
    if what == "arrived":
        raise RegisterError(
            "movement.before_arrival",
            "On the {date} the household was not in the register yet, but since {day}. Correct one of the two dates.",
            date=moved_on,
            day=day,
        )
    raise RegisterError(
        "movement.out_of_order",
        "A later movement of the same sort was on {day}. Record them in the order in which they happened.",
        date=moved_on,
        day=day,
    )


def refuse_status(kind: str, status: str | None, *, is_suspended: bool, has_arrived: bool) -> None:
    """Whether a household in this `status` (a code of `poverty_status`, None: not known) can move so.

    Raises RegisterError movement.not_exited, .already_exited, .already_identified, .suspended, .not_suspended.
    """
    if kind == "identified" and has_arrived:
        raise _already_identified()
    if kind in _FROM and status not in _FROM[kind]:
        if kind == "returned":
            raise RegisterError(
                "movement.not_exited", "Only a household that has exited can return. Record its exit first."
            )
        if kind == "identified":
            raise _already_identified()
        raise RegisterError(
            "movement.already_exited",
            "This household has exited. If it is poor again, record its return to poverty.",
        )
    if kind == "suspended" and is_suspended:
        raise RegisterError("movement.suspended", "The help of this household is suspended already.")
    if kind == "resumed" and not is_suspended:
        raise RegisterError("movement.not_suspended", "The help of this household was not suspended.")


def status_values(kind: str, moved_on: str, reason_code: str) -> dict[str, str | int | None]:
    """What the movement writes into the household itself: status and the year that goes with it."""
    year = int(moved_on[:4])
    if kind == "identified":
        return {"status": NOT_EXITED, "identified_on": moved_on}
    if kind == "exited":
        return {"status": EXITED, "exit_year": year}
    if kind == "returned":
        return {"status": RETURNED, "return_year": year, "return_reason": reason_code or None}
    return {}


def _already_identified() -> RegisterError:
    return RegisterError("movement.already_identified", "This household is in the register already.")
