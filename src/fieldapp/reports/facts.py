"""Collects from a vault what a household's papers print; the worker's scopes hold here as everywhere in the store."""

from datetime import datetime

from fieldapp.casework import Standing
from fieldapp.errors import RegisterError
from fieldapp.reports.inputs import HouseholdFacts, Imprint, MemberFacts, Signed, Values
from fieldapp.standards.outcome import Checklist
from fieldapp.store.files.attachments import get
from fieldapp.store.history import field_origins
from fieldapp.store.records import Record, children, record, residents, rows, year_record
from fieldapp.store.regions import region
from fieldapp.store.signing import sign_off
from fieldapp.store.vault import Vault

_HEAD = "1"


def household_facts(vault: Vault, household: str, year: int) -> HouseholdFacts:
    """The facts of a household (its record id) in a year. Raises RegisterError register.no_household."""
    found = record(vault, "household", household)
    if found is None:
        raise RegisterError(
            "register.no_household",
            "This household is not in your register, or has left it. Choose another one.",
        )
    return HouseholdFacts(
        year=year,
        village=village_name(vault, found.scope),
        scope=found.scope,
        household=found.values,
        household_year=_of_year(vault, "household_year", household, year),
        income=_of_year(vault, "income_sheet", household, year),
        members=tuple(
            MemberFacts(person.values, _of_year(vault, "person_year", person.id, year))
            for person in members_of(vault, household, year)
        ),
        loans=tuple(loan.values for loan in children(vault, "loan", household)),
        water_tests=tuple(test.values for test in _tests_until(vault, household, year)),
    )


def members_of(vault: Vault, household: str, year: int) -> tuple[Record, ...]:
    """Who belonged to the household at the end of the year, the head first: the same people as `size_end` counts."""
    present = residents(vault, household, f"{year:04d}-12-31")
    return tuple(sorted(present, key=lambda person: person.values.get("relation") != _HEAD))


def village_name(vault: Vault, scope: str) -> str:
    """The village's name: from its own record, else from the region table, else ""."""
    own = rows(vault, "village", scope, limit=1)
    if own and own[0].values.get("name"):
        return str(own[0].values["name"])
    known = region(vault, scope)
    return known.name if known else ""


def imprint(vault: Vault) -> Imprint:
    """Who prints, and the local minute."""
    now = datetime.fromtimestamp(vault.clock() / 1000)
    return Imprint(vault.worker.name, now.strftime("%Y-%m-%d %H:%M"))


def signed_parties(vault: Vault, checklist: Checklist) -> tuple[Signed, ...]:
    """Where the four village parties stand against this checklist, with who recorded each and the drawings."""
    return tuple(_signed(vault, standing) for standing in sign_off(vault, checklist))


def _signed(vault: Vault, standing: Standing) -> Signed:
    if standing.latest is None:
        return Signed(standing)
    entry = standing.latest.entry
    recorded = field_origins(vault, "signature", standing.latest.id).get("party")
    return Signed(standing, recorded.worker if recorded else "", _drawing(vault, entry.image))


def _drawing(vault: Vault, image: str) -> bytes:
    try:
        return get(vault, image) if image else b""
    except RegisterError:
        # Not arrived or damaged: the box says so, the sheet is printed all the same.
        return b""


def _of_year(vault: Vault, list_name: str, parent: str, year: int) -> Values:
    found = year_record(vault, list_name, parent, year)
    return found.values if found else {}


def _tests_until(vault: Vault, household: str, year: int) -> tuple[Record, ...]:
    """The last water test of the year or before it, alone: a card shows what holds."""
    last = f"{year:04d}-12-31"
    tests = [
        test
        for test in children(vault, "water_test", household)
        if str(test.values.get("tested_on") or "") <= last
    ]
    return tuple(sorted(tests, key=lambda test: str(test.values.get("tested_on") or ""))[-1:])
