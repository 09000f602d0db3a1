"""The entry list as a deed: approved in bulk by who may, ticked off when it stands in the national system."""

import uuid
from collections.abc import Callable, Iterable, Sequence

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value
from fieldapp.store.comparison.entry_lines import EntryLine, line_of
from fieldapp.store.permissions import refuse_without, role_of, today_of
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault

_NAMES = uuid.UUID("5a0c2d43-7c55-5d7e-9b60-1f3a8c6e4d27")


def entry_id(list_name: str, record: str, key: str) -> str:
    """The id of a fact's line: two townships that approve one change make one line."""
    return str(uuid.uuid5(_NAMES, f"{list_name}/{record}/{key}"))


def approve(vault: Vault, lines: Sequence[EntryLine]) -> tuple[Saved, ...]:
    """Put lines on the entry list as approved by this worker: one commit a village, all or none.

    Raises RegisterError role.not_allowed, entry.none.
    """
    refuse_without(vault, "approve")
    return _write(vault, lines, lambda line: approved_change(vault, line), "approve")


def tick(vault: Vault, lines: Sequence[EntryLine]) -> tuple[Saved, ...]:
    """Say that approved lines stand in the national system now. Raises RegisterError entry.not_approved, entry.none."""
    for line in lines:
        if line.state != "to_enter":
            raise RegisterError(
                "entry.not_approved", "Only approved lines that are not entered yet can be ticked off."
            )
    said: dict[str, Value] = {"entered_by": vault.worker.name, "entered_on": today_of(vault)}
    return _write(vault, lines, lambda line: Change("entry", line.id, "set", said), "tick")


def approved_change(vault: Vault, line: EntryLine) -> Change:
    """The change that puts a line on the list; approved where the worker's role may, else proposed."""
    values: dict[str, Value] = {
        "household": line.household,
        "list": line.list,
        "record": line.record,
        "field": line.field,
        "old": line.old or None,
        "new": line.new or None,
        "national_field": line.national_field,
        "national_value": line.national_value or None,
    }
    if role_of(vault).may("approve"):
        values |= {"approved_by": vault.worker.name, "approved_on": today_of(vault)}
    name = line.id or entry_id(line.list, line.record, line.field)
    row = vault.db.execute("select 1 from entry where id = ?", [name]).fetchone()
    if row is None:
        return Change("entry", name, "add", {k: v for k, v in values.items() if v is not None})
    del values["household"]
    fresh: dict[str, Value] = {"entered_by": None, "entered_on": None, "ended_on": None, "ended_reason": None}
    return Change("entry", name, "set", {**fresh, **values})


def proposed_line(
    vault: Vault, scope: str, list_name: str, record: str, key: str, old: str, new: str
) -> EntryLine:
    """A line that is on no record yet. Raises RegisterError entry.no_household."""
    line = line_of(vault, scope, list_name, record, key, old, new)
    if line is None:
        raise RegisterError(
            "entry.no_household", "This fact belongs to no household here, so it cannot be entered."
        )
    return line


def _write(
    vault: Vault, lines: Iterable[EntryLine], change: Callable[[EntryLine], Change], label: str
) -> tuple[Saved, ...]:
    by_scope: dict[str, list[EntryLine]] = {}
    for line in lines:
        by_scope.setdefault(line.scope, []).append(line)
    if not by_scope:
        raise RegisterError("entry.none", "Choose a line first.")
    with vault.transaction():
        return tuple(
            save(
                vault, scope, "edit", [change(line) for line in own], seen=seen_of(vault, scope), label=label
            )
            for scope, own in sorted(by_scope.items())
        )
