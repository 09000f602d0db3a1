"""Entries that the national system's next export shows as approved: ended by themselves, and told as a finding."""

from fieldapp.errors import Finding, Where
from fieldapp.journal.commit import Value
from fieldapp.register.mapping import Target
from fieldapp.store.comparison.comparing import Comparison
from fieldapp.store.comparison.entry_lines import EntryLine, read_entries
from fieldapp.store.permissions import today_of
from fieldapp.store.save import Change
from fieldapp.store.vault import Vault

ENTERED = "entered"
"""The reason with which an entry ends when the national system shows its value."""


def confirmed_entries(vault: Vault, comparison: Comparison, scope: str) -> tuple[tuple[Change, Finding], ...]:
    """Of the approved entries of a village, those whose new value stands in this export."""
    differing = {
        (one.subject.list, one.subject.record or one.subject.person or one.subject.household, one.field)
        for one in comparison.differences
    }
    return tuple(
        (_ending(vault, comparison, line), _told(line))
        for line in read_entries(vault, scope)
        if line.approved_on
        and Target(line.list, line.field) in comparison.compared
        and any(one in comparison.matched for one in _subjects(line))
        and not any((line.list, one[1], line.field) in differing for one in _subjects(line))
        and line.current == line.new
    )


def _subjects(line: EntryLine) -> tuple[tuple[str, str], ...]:
    """The record an entry is of, as rows of a list match it: a yearly fact by the person or household above."""
    if line.person:
        return (("person", line.person),)
    return ((line.list, line.record),) if line.year is None else (("household", line.household),)


def _ending(vault: Vault, comparison: Comparison, line: EntryLine) -> Change:
    values: dict[str, Value] = {"ended_on": today_of(vault), "ended_reason": ENTERED}
    if not line.entered_on:
        values["entered_on"] = min(comparison.asked.taken_on, today_of(vault))
    return Change("entry", line.id, "end", values)


def _told(line: EntryLine) -> Finding:
    return Finding(
        "compare.entered",
        "{household_no} {who}: {field} stands in the national system as it was approved.",
        {"household_no": line.household_no, "who": line.who, "field": line.national_field},
        Where(list=line.list, field=line.field),
        "repair",
    )
