"""Lines of the entry list (待录入清单): a fact of a record, old and new, in the national system's codes and order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from fieldapp.journal.commit import Value
from fieldapp.register.cells import written_cell
from fieldapp.register.comparison import stored, written
from fieldapp.register.declarations import Dictionary, FieldSpec
from fieldapp.store.field_rights import withheld_keys
from fieldapp.store.permissions import prefix_range, scope_clause
from fieldapp.store.vault import Vault

EntryState = Literal["proposed", "to_enter", "entered", "confirmed"]
HEAD = "1"
_COLUMNS = (
    "household", "list", "record", "field", "old", "new", "national_field", "national_value",
    "approved_by", "approved_on", "entered_by", "entered_on",
)  # fmt: skip


@dataclass(frozen=True)
class EntryLine:
    """One line. `id` "" for one that is only proposed and on no record; `old`, `new`, `current` (what the register says
    now) are form text; `who` is the person, or the household's head; `year` of a yearly fact."""

    id: str
    scope: str
    household: str
    household_no: str
    who: str
    person: str
    list: str
    record: str
    year: int | None
    field: str
    old: str
    new: str
    current: str
    national_field: str
    national_old: str
    national_value: str
    approved_by: str = ""
    approved_on: str = ""
    entered_by: str = ""
    entered_on: str = ""
    confirmed_on: str = ""

    @property
    def state(self) -> EntryState:
        """Where the line stands."""
        if self.confirmed_on:
            return "confirmed"
        if self.entered_on:
            return "entered"
        return "to_enter" if self.approved_on else "proposed"


def entries(vault: Vault, scope: str = "", state: EntryState = "to_enter") -> tuple[EntryLine, ...]:
    """The lines of a region in one state: by household number, then in the order of the national system's forms."""
    found = read_entries(vault, scope, confirmed=state == "confirmed")
    return tuple(line for line in found if line.state == state)


def read_entries(vault: Vault, scope: str = "", *, confirmed: bool = False) -> tuple[EntryLine, ...]:
    """Every line on record that is not confirmed yet; `confirmed`: those that are, instead."""
    if "entry" not in vault.ledger.layouts:
        return ()
    low, high = prefix_range(scope)
    mine, params = scope_clause(vault, "entry")
    gone = "ended_on is not null and ended_reason = 'entered'" if confirmed else "ended_on is null"
    rows = vault.db.execute(
        f"select id, scope, ended_on, {', '.join(_COLUMNS)} from entry where {gone} and scope >= ? and scope < ? "
        f"and {mine} order by n",
        [low, high, *params],
    ).fetchall()
    lines = []
    for name, place, ended, *row in rows:
        values = dict(zip(_COLUMNS, row, strict=True))
        line = line_of(
            vault, place, values["list"] or "", values["record"] or "", values["field"] or "", values["old"] or "",
            values["new"] or "", kept={"id": name, "confirmed_on": ended, **values},
        )  # fmt: skip
        if line is not None:
            lines.append(line)
    return in_order(vault.dictionary, lines)


def line_of(
    vault: Vault,
    scope: str,
    list_name: str,
    record: str,
    key: str,
    old: str,
    new: str,
    *,
    kept: Mapping[str, object] | None = None,
    places: "dict[tuple[str, str], Place | None] | None" = None,
) -> EntryLine | None:
    """A line about a field of a record; None where the record, the field or its household is not there or the role does
    not see the field. `places` remembers whose the records are, for many lines."""
    if not vault.dictionary.has_field(list_name, key) or key in withheld_keys(vault, list_name):
        return None
    known = {} if places is None else places
    if (list_name, record) not in known:
        known[list_name, record] = _place_of(vault, list_name, record)
    place = known[list_name, record]
    if place is None:
        return None
    spec = vault.dictionary.field(list_name, key)
    row = vault.db.execute(f'select "{key}" from "{list_name}" where id = ?', [record]).fetchone()
    told = {name: str(value) for name, value in (kept or {}).items() if value is not None}
    return EntryLine(
        id=told.get("id", ""),
        scope=scope,
        household=place.household,
        household_no=place.household_no,
        who=place.who,
        person=place.person,
        list=list_name,
        record=record,
        year=place.year,
        field=key,
        old=old,
        new=new,
        current=written(spec, row[0] if row else None),
        national_field=spec.nat or key,
        national_old=national(spec, old, vault.dictionary),
        national_value=national(spec, new, vault.dictionary),
        approved_by=told.get("approved_by", ""),
        approved_on=told.get("approved_on", ""),
        entered_by=told.get("entered_by", ""),
        entered_on=told.get("entered_on", ""),
        confirmed_on=told.get("confirmed_on", ""),
    )


def national(spec: FieldSpec, text: str, dictionary: Dictionary) -> str:
    """Form text as the national system takes it: code numbers, plain amounts, dates."""
    try:
        value: Value = stored(spec, text)
    except ValueError:
        return text
    cell = written_cell(spec, value, dictionary, "national")
    return written(spec, value) if spec.type in ("money", "decimal") else str(cell)


def in_order(dictionary: Dictionary, lines: "list[EntryLine]") -> tuple[EntryLine, ...]:
    """By village, household number and person; then list by list and field by field as the national forms ask them."""
    at = {(name, spec.key): number for number, (name, spec) in enumerate(_fields(dictionary))}
    return tuple(
        sorted(
            lines,
            key=lambda one: (
                one.scope, one.household_no, one.household, one.person != "", one.who, one.person,
                at.get((one.list, one.field), len(at)), one.year or 0,
            ),
        )
    )  # fmt: skip


def _fields(dictionary: Dictionary) -> Iterator[tuple[str, FieldSpec]]:
    for name in dictionary.lists:
        yield from ((name, spec) for spec in dictionary.stored_fields(name))


@dataclass(frozen=True)
class Place:
    """Whose a fact is: the household with its number, the person or else the head by name, the year."""

    household: str
    household_no: str
    who: str
    person: str
    year: int | None


def _place_of(vault: Vault, list_name: str, record: str) -> Place | None:
    """Whose fact it is: up from a yearly fact to its person, from a person to the household."""
    year, person, name, at = None, "", list_name, record
    while name and name != "household":
        layout = vault.ledger.layouts.get(name)
        if layout is None or not layout.parent:
            return None
        when = "year" if layout.yearly else "null"
        row = vault.db.execute(
            f'select "{layout.parent}", {when} from "{name}" where id = ?', [at]
        ).fetchone()
        if row is None or row[0] is None:
            return None
        year = row[1] if row[1] is not None else year
        person = at if name == "person" else person or _moved(vault, name, at)
        name, at = layout.parent, str(row[0])
    home = vault.db.execute("select household_no from household where id = ?", [at]).fetchone()
    if home is None:
        return None
    who = vault.db.execute(
        "select name from person where id = ?"
        if person
        else "select name from person where household = ? and relation = ? and ended_on is null order by n limit 1",
        [person] if person else [at, HEAD],
    ).fetchone()
    return Place(at, str(home[0] or ""), str(who[0] or "") if who else "", person, year)


def _moved(vault: Vault, list_name: str, record: str) -> str:
    """The person a movement is of."""
    if list_name != "movement":
        return ""
    row = vault.db.execute("select person from movement where id = ?", [record]).fetchone()
    return str(row[0] or "") if row else ""
