"""A print without masks: only with a reason, and every value that the masks hid goes on record before it is printed."""

from collections.abc import Iterator

from fieldapp.reports.facts import members_of
from fieldapp.reports.wording import is_printed
from fieldapp.store.records import Record, record, year_record
from fieldapp.store.unmask import unmask
from fieldapp.store.vault import Vault


def unmask_household(vault: Vault, household: str, year: int, reason: str) -> int:
    """Write down who sees which masked values and why; returns how many. Raises RegisterError register.no_reason."""
    count = 0
    for shown in _records(vault, household, year):
        for spec in vault.dictionary.fields.get(shown.list, ()):
            if (
                _is_unmasked(spec.mask)
                and is_printed(spec, masked=False)
                and shown.values.get(spec.key) is not None
            ):
                unmask(vault, shown.list, shown.id, spec.key, reason)
                count += 1
    return count


def _is_unmasked(mask_class: str) -> bool:
    return bool(mask_class) and mask_class != "name"


def _records(vault: Vault, household: str, year: int) -> Iterator[Record]:
    own = record(vault, "household", household)
    if own is not None:
        yield own
    for person in members_of(vault, household, year):
        yield person
        facts = year_record(vault, "person_year", person.id, year)
        if facts is not None:
            yield facts
