"""A record as it was on a day, and what changed between two days: by the log, with who, when, device and source.

A day is one of this computer's calendar; what counts is the writer's clock. Fields the worker's role does not see are
left out, as everywhere.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from fieldapp.domain.clock import clock_ms
from fieldapp.domain.dates import is_date
from fieldapp.domain.sources import Source, read_source
from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Commit, Operation, Value
from fieldapp.journal.merge import ENDED_FIELDS, RecordState, marks_of, shown_values
from fieldapp.store.history import history_of, origin, state_without
from fieldapp.store.permissions import HOUSEHOLD, lists_above, may_reach, may_read
from fieldapp.store.rows import read_row
from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class FieldChange:
    """One field that reads otherwise on the later day. `when_ms` is the writer's clock in UTC milliseconds; `device`
    the replica that wrote; `field` may be `ended_on` or `ended_reason`."""

    list: str
    record: str
    field: str
    before: Value
    after: Value
    who: str
    when_ms: int
    device: str
    source: Source


def as_of(vault: Vault, list_name: str, record: str, day: str) -> Mapping[str, Value]:
    """What a record said at the end of a day; empty where it was not there yet or the role does not reach it.

    Raises RegisterError history.bad_day.
    """
    return _told(vault, list_name, shown_values(_state(vault, list_name, record, day)))


def compare_dates(
    vault: Vault, list_name: str, record: str, day_a: str, day_b: str
) -> tuple[FieldChange, ...]:
    """What reads otherwise at the end of `day_b` than at the end of `day_a`, in the order of the dictionary.

    Raises RegisterError history.bad_day.
    """
    earlier, later = sorted((day_a, day_b))
    before = as_of(vault, list_name, record, earlier)
    state = _state(vault, list_name, record, later)
    after = _told(vault, list_name, shown_values(state))
    layout = vault.ledger.layout(list_name)
    marks = marks_of(state)
    found = []
    for key in (*layout.columns, *ENDED_FIELDS):
        if before.get(key) == after.get(key):
            continue
        mark = marks.get(layout.cell_of(key))
        known = origin(vault, mark.dot, list_name, record) if mark else None
        found.append(
            FieldChange(
                list_name,
                record,
                key,
                before.get(key),
                after.get(key),
                known.worker if known else "",
                known.time_ms if known else 0,
                known.replica if known else "",
                read_source(known.source if known else ""),
            )
        )
    return tuple(found)


def compare_household(vault: Vault, household: str, day_a: str, day_b: str) -> tuple[FieldChange, ...]:
    """The same for a household with every record below it, ended ones too. Raises RegisterError history.bad_day."""
    return tuple(
        change
        for list_name, record in _below(vault, household)
        for change in compare_dates(vault, list_name, record, day_a, day_b)
    )


def _below(vault: Vault, household: str) -> Iterator[tuple[str, str]]:
    yield HOUSEHOLD, household
    held: dict[str, list[str]] = {HOUSEHOLD: [household]}
    lists = [name for name in vault.ledger.layouts if HOUSEHOLD in lists_above(vault.ledger, name)]
    for name in sorted(lists, key=lambda name: len(lists_above(vault.ledger, name))):
        parent = vault.ledger.layouts[name].parent
        held[name] = [
            str(row[0])
            for up in held.get(parent, ())
            for row in vault.db.execute(
                f'select id from "{name}" where "{parent}" = ? order by n', [up]
            ).fetchall()
        ]
        if may_read(vault, name):
            yield from ((name, record) for record in held[name])


def _state(vault: Vault, list_name: str, record: str, day: str) -> RecordState:
    end = _end_of(day)
    layout = vault.ledger.layout(list_name)
    row = read_row(vault.ledger, layout, record)
    if row is None or not may_reach(vault, list_name, record):
        return RecordState()
    return state_without(vault.ledger, layout, row.scope, record, _later_than(end))


def _later_than(end_ms: int) -> Callable[[Commit, Operation], bool]:
    def is_later(commit: Commit, _: Operation) -> bool:
        try:
            return clock_ms(commit.time) >= end_ms
        except ValueError:
            return False

    return is_later


def _end_of(day: str) -> int:
    if not is_date(day):
        raise RegisterError("history.bad_day", "{day} is no day. Write it as 2020-12-31.", day=day or "-")
    midnight = datetime.combine(date.fromisoformat(day) + timedelta(days=1), time())
    return int(midnight.astimezone().timestamp() * 1000)


def _told(vault: Vault, list_name: str, values: Mapping[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in history_of(vault, list_name, values).items() if value is not None}
