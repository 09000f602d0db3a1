"""People who are probably in the register already, looked up while one of them is being typed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from fieldapp.domain.identity import LENGTH, normal_form, parse_identity
from fieldapp.journal.commit import Value
from fieldapp.register.endings import DUPLICATE, UNDONE
from fieldapp.store.records import scope_clause
from fieldapp.store.vault import Vault

Why = Literal["number", "name_birth", "name_phone"]
_PERSON = "person"


@dataclass(frozen=True)
class Likely:
    """A person who may be the one that is typed. `why`: the same number; name and birth date; name and phone.

    `ended_on`: the day on which that person left (one who comes back has a record already), None for a member now.
    """

    person: str
    household: str
    why: Why
    ended_on: str | None = None


def likely_duplicates(
    vault: Vault, values: Mapping[str, Value], *, person: str = "", household: str = ""
) -> tuple[Likely, ...]:
    """The likely ones in all villages of the worker, the surest first; `values` are stored values of `person`.

    `person` is the record that is being typed, if it has one; `household` lends its phone to the comparison.
    """
    found: dict[str, Likely] = {}
    for likely in (*_by_number(vault, values), *_by_name(vault, values, household)):
        if likely.person != person:
            found.setdefault(likely.person, likely)
    return tuple(found.values())


def _by_number(vault: Vault, values: Mapping[str, Value]) -> Iterator[Likely]:
    typed = normal_form(str(values.get("id_no") or ""))
    if "id_no" not in vault.ledger.layout(_PERSON).columns or len(typed) < LENGTH - 3:
        return
    known = parse_identity(typed)
    number = (known.text if known else typed)[:LENGTH]
    mine, scopes = scope_clause(vault, _PERSON)
    # A disability certificate begins with the identity number of its holder.
    rows = vault.db.execute(
        # Looked up first: with the scopes beside it the index of the numbers would not be taken.
        f'select id, household, ended_on from "{_PERSON}" where n in '
        f'(select n from "{_PERSON}" where id_no >= ? and id_no < ? union select n from "{_PERSON}" where id_no = ?) '
        f"and coalesce(ended_reason, '') not in (?, ?) and {mine}",
        [number, number + "~", str(values["id_no"]), UNDONE, DUPLICATE, *scopes],
    )
    for record, household, ended_on in rows.fetchall():
        yield Likely(record, household, "number", ended_on)


def _by_name(vault: Vault, values: Mapping[str, Value], household: str) -> Iterator[Likely]:
    name, birth = str(values.get("name") or "").strip(), values.get("birth_date")
    phones = {str(phone) for phone in (values.get("phone"), _phone_of(vault, household)) if phone}
    if len(name) < 2 or not (birth or phones):
        return
    own_phone = "person.phone" if "phone" in vault.ledger.layout(_PERSON).columns else "null"
    mine, scopes = scope_clause(vault, _PERSON)
    rows = vault.db.execute(
        f"select person.id, person.household, person.ended_on, person.birth_date, {own_phone}, household.phone "
        "from person left join household on household.id = person.household "
        "where person.name = ? and person.household is not ? "
        f"and coalesce(person.ended_reason, '') not in (?, ?) and {mine}",
        [name, household, UNDONE, DUPLICATE, *scopes],
    ).fetchall()
    yield from (Likely(r[0], r[1], "name_birth", r[2]) for r in rows if birth and r[3] == birth)
    yield from (Likely(r[0], r[1], "name_phone", r[2]) for r in rows if phones & {r[4], r[5]} - {None})


def _phone_of(vault: Vault, household: str) -> Value:
    row = (
        vault.db.execute("select phone from household where id = ?", [household]).fetchone()
        if household
        else None
    )
    return None if row is None else str(row[0]) if row[0] else None
