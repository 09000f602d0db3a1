"""The income of a household and year: the ledger's events enter once, with the work they belong to, in one commit.

The sheet is computed from what stands in the ledger when it is read: an event that is changed, ended or undone changes
it, an event that arrives twice is one record.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fieldapp.errors import Finding, RegisterError
from fieldapp.journal.commit import Value, Vector
from fieldapp.register.checks import check_record
from fieldapp.register.income import BESIDE, EXPENSE, LETTERS, Event, IncomeTotal, add_up
from fieldapp.store.field_rights import withheld_keys
from fieldapp.store.moving.deeds import today
from fieldapp.store.permissions import not_allowed
from fieldapp.store.records import Record, children, record, year_record
from fieldapp.store.refusals import unknown_record
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault

_LINES = frozenset((*(line for lines in LETTERS.values() for line in lines), *BESIDE))


@dataclass(frozen=True)
class Entry:
    """An income or expense as it is entered. `amount` in fen; `happened_on` "" is the day of the work; `excluded` its
    kind among those that do not count as stable, or "". `id` makes pressing twice harmless; "" is a new one."""

    line: str
    amount: int
    happened_on: str = ""
    excluded: str = ""
    basis: str = ""
    person: str = ""
    note: str = ""
    id: str = ""


def income_total(vault: Vault, household: str, year: int) -> IncomeTotal:
    """The sheet of one household and year; nothing typed and no events make a sheet of which nothing is known.

    Raises RegisterError register.unknown_record, and role.not_allowed for who is not shown incomes.
    """
    if withheld_keys(vault, "income_sheet").intersection(LETTERS):
        raise not_allowed(vault)  # what is withheld must not read as not answered
    if record(vault, "household", household) is None:
        raise unknown_record()
    sheet = year_record(vault, "income_sheet", household, year)
    facts = year_record(vault, "household_year", household, year)
    size = facts.values.get("size_end") if facts else None
    events = [
        event
        for one in children(vault, "income_event", household)
        if (event := _event(one)) and event.happened_on[:4] == str(year)
    ]
    return add_up(
        household,
        year,
        sheet.values if sheet else {},
        events,
        record=sheet.id if sheet else "",
        size=size if isinstance(size, int) else None,
    )


def record_income(
    vault: Vault,
    household: str,
    entries: Sequence[Entry],
    *,
    work: Mapping[str, Value] | None = None,
    work_record: str = "",
    source: str = "told",
    seen: Vector | None = None,
) -> Saved:
    """Write entries with the work they belong to: `work` are the values of a new work record (`workers` else the one who
    writes), `work_record` is one that is there. One commit, undone as one.

    Raises RegisterError register.unknown_record, income.no_work, income.wrong_line, income.refused and those of `save`.
    """
    home = record(vault, "household", household)
    if home is None:
        raise unknown_record()
    done = record(vault, "work_record", work_record) if work_record else None
    if (work is None) == (done is None) or (done is not None and done.values["household"] != household):
        raise RegisterError(
            "income.no_work", "An income belongs to a piece of work. Name the visit, or enter a new one."
        )
    changes: list[Change] = []
    if work is not None:
        work_record = vault.new_id()
        values = {"workers": vault.worker.name, **work, "household": household}
        changes.append(Change("work_record", work_record, "add", values, source))
        day = str(values.get("done_on") or "")
    else:
        day = str(done.values.get("done_on") or "") if done else ""
    for entry in entries:
        fields = _fields(entry, household, work_record, day)
        _refuse_line(vault, entry, household)
        changes.append(Change("income_event", entry.id or None, "add", fields, source))
    for change in changes:
        _refuse_wrong(vault, change)
    return save(vault, home.scope, "edit", changes, seen=seen or seen_of(vault, home.scope), label="income")


def _event(one: Record) -> Event | None:
    values = one.values
    amount, line, day = values.get("amount"), values.get("line"), values.get("happened_on")
    if not isinstance(amount, int) or not line or not day:
        return None
    text = {key: str(values.get(key) or "") for key in ("excluded", "basis", "person", "work_record", "note")}
    return Event(one.id, str(day), str(line), amount, **text)


def _fields(entry: Entry, household: str, work_record: str, day: str) -> dict[str, Value]:
    said = {key: getattr(entry, key) or None for key in ("excluded", "basis", "person", "note")}
    return {
        "household": household,
        "work_record": work_record,
        "happened_on": entry.happened_on or day or None,
        "line": entry.line,
        "amount": entry.amount,
        **{key: value for key, value in said.items() if value is not None},
    }


def _refuse_line(vault: Vault, entry: Entry, household: str) -> None:
    if entry.line not in _LINES:
        raise RegisterError(
            "income.wrong_line",
            "There is no income line {line}. Choose one of the list.",
            line=entry.line or "-",
        )
    if entry.excluded and (entry.line[0] == EXPENSE or entry.line in BESIDE):
        raise RegisterError(
            "income.wrong_excluded",
            "Only income can be left out of the stable income. Take the kind off the line {line}.",
            line=entry.line.upper(),
        )
    if entry.person:
        person = record(vault, "person", entry.person)
        if person is None or person.values["household"] != household:
            raise RegisterError(
                "income.wrong_person", "This person is not of this household. Choose one of its members."
            )


def _refuse_wrong(vault: Vault, change: Change) -> None:
    wrong = next(_errors(vault, change), None)
    if wrong is not None:
        raise RegisterError("income.refused", "This entry cannot be kept. {finding}", finding=wrong)


def _errors(vault: Vault, change: Change) -> Iterator[Finding]:
    found = check_record(change.list, change.values, vault.dictionary, today=today(vault))
    needed = {f.key for f in vault.dictionary.stored_fields(change.list) if f.req == "R"}
    return (
        finding
        for finding in found
        if finding.severity == "error" or (finding.code == "check.missing" and finding.where.field in needed)
    )
