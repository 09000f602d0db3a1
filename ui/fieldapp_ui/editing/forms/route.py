"""Where Enter leads in a form: through the questions, to every list of rows, and back to it after its last row."""

from dataclasses import dataclass

from fieldapp_ui.editing.forms.plan import RANGE, rows_of
from fieldapp_ui.editing.forms.reading import FormReading
from fieldapp_ui.editing.forms.table import CELL, table_with


@dataclass(frozen=True)
class Stop:
    """A section, and the question in it (None on a page that is only read; at a list of rows, the cell to go to).

    `after`: the rows of the list are behind us.
    """

    section: int
    ref: str | None = None
    after: bool = False


def stop_at(reading: FormReading, ref: str) -> Stop:
    """The place of a question."""
    return Stop(reading.plan.place[ref], ref)


def stop_of(reading: FormReading, ref: str) -> Stop:
    """Where a question is answered: in the table of its rows where that shows all of a row, else on its page."""
    table = table_with(reading, ref)
    return (
        Stop(list_of(reading, ref[: ref.rfind("]") + 1]), ref) if table is not None else stop_at(reading, ref)
    )


def stop_again(reading: FormReading, ref: str) -> Stop:
    """Where a draft is opened again: at a question, a cell or a list of rows, else at the first question."""
    if ref.endswith(CELL) and reading.has(ref.removesuffix(CELL)):
        cell = ref.removesuffix(CELL)
        return Stop(list_of(reading, cell[: cell.rfind("]") + 1]), cell)
    for place, section in enumerate(reading.sections):
        if section.kind == "rows" and section.ref == ref and reading.is_listed(section):
            return Stop(place)
    known = ref in reading.plan.place and reading.is_asked(ref)
    wanted = ref if known else reading.first()
    return stop_at(reading, wanted) if wanted else first_stop(reading, 0)


def growing_list(reading: FormReading, section: int) -> str | None:
    """The list a section shows or is a row of, where the worker may add rows; None elsewhere."""
    ref = reading.sections[section].ref
    range_ref = ref if ref.endswith(RANGE) else ref[: ref.rfind("[")] + RANGE if "[" in ref else ""
    node = reading.node(range_ref) if reading.has(range_ref) else None
    return range_ref if node is not None and node.kind.endswith("uncontrolled") else None


def onward(reading: FormReading, ref: str) -> Stop | None:
    """After a question; None behind the last one."""
    here = reading.plan.place[ref]
    following = reading.follow(ref, 1)
    there = reading.plan.place[following] if following else len(reading.sections)
    row = reading.sections[here].ref
    leaving = row.endswith("]") and (following is None or not _same_list(row, reading.sections[there].ref))
    inside = there
    while leaving and inside > here + 1 and not reading.sections[inside - 1].ref.startswith(row + "/"):
        inside -= 1
    if (without := _stop_between(reading, here + 1, inside)) is not None:
        return Stop(without)
    if leaving:
        return Stop(list_of(reading, row), after=True)
    return Stop(there, following) if following else None


def beyond(reading: FormReading, section: int) -> Stop | None:
    """After a list of rows and all its rows, or a page that is only read."""
    stem = reading.sections[section].ref.removesuffix(RANGE) + "["
    there = section + 1
    while there < len(reading.sections) and reading.sections[there].ref.startswith(stem):
        there += 1
    return _first_from(reading, there, reading.sections[section].ref)


def backward(reading: FormReading, ref: str) -> Stop | None:
    """Before a question; None at the first."""
    earlier = reading.follow(ref, -1)
    here, there = reading.plan.place[ref], reading.plan.place[earlier] if earlier else -1
    for section in range(here - 1, there, -1):
        if _stops_without_question(reading, section):
            return Stop(section)
    return Stop(there, earlier) if earlier else None


def before(reading: FormReading, section: int) -> Stop | None:
    """Before a list of rows or a page that is only read."""
    for other in range(section - 1, -1, -1):
        if _stops_without_question(reading, other):
            return Stop(other)
        for ref in reversed(reading.sections[other].items):
            if ref in reading.plan.numbers and reading.is_asked(ref):
                return Stop(other, ref)
    return None


def first_stop(reading: FormReading, section: int) -> Stop:
    """Where a section is entered."""
    found = _first_in(reading, section)
    return found or Stop(section)


def _first_from(reading: FormReading, section: int, leaving: str) -> Stop | None:
    for other in range(section, len(reading.sections)):
        outer = leaving[: leaving.rfind("]") + 1] if "[" in leaving else ""
        if outer and not reading.sections[other].ref.startswith(outer):
            return Stop(list_of(reading, outer), after=True)
        if _stops_without_question(reading, other):
            return Stop(other)
        if (found := _first_in(reading, other)) is not None:
            return found
    outer = leaving[: leaving.rfind("]") + 1] if "[" in leaving else ""
    return Stop(list_of(reading, outer), after=True) if outer else None


def _first_in(reading: FormReading, section: int) -> Stop | None:
    for ref in reading.sections[section].items:
        if ref in reading.plan.numbers and reading.is_asked(ref):
            return Stop(section, ref)
    return None


def _stops_without_question(reading: FormReading, section: int) -> bool:
    found = reading.sections[section]
    return (found.kind == "rows" and reading.node(found.ref).relevant) or reading.is_only_read(found)


def _stop_between(reading: FormReading, start: int, end: int) -> int | None:
    return next((place for place in range(start, end) if _stops_without_question(reading, place)), None)


def _same_list(row: str, other: str) -> bool:
    stem = row[: row.rfind("[")]
    return other == row or other.startswith(row + "/") or bool(rows_of(stem + RANGE, (other,)))


def list_of(reading: FormReading, row: str) -> int:
    """The section of the list that a row belongs to."""
    wanted = row[: row.rfind("[")] + RANGE
    return next(place for place, section in enumerate(reading.sections) if section.ref == wanted)
