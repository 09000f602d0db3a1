"""What else has to be looked at when somebody has left or a household has ended: findings, never refusals."""

from collections.abc import Iterator

from fieldapp.domain.dates import age_on
from fieldapp.errors import Finding, Where
from fieldapp.register.movements import HEAD
from fieldapp.store.finding.folding import PROOFS
from fieldapp.store.moving.deeds import HOUSEHOLD, MOVEMENT, PERSON, members, relations, today
from fieldapp.store.records import record, scope_clause
from fieldapp.store.vault import Vault

_NOT_ASKED = (
    MOVEMENT,
    PERSON,
    *PROOFS,
    "work_record",
    "income_event",
    "snapshot",
    "erasure",
    "difference",
    "benefit",
)
"""Lists of what happened: it stays as it was."""
_MINOR = 16


def open_matters(vault: Vault, household: str, person: str = "") -> tuple[Finding, ...]:
    """What still stands for a person who has left, or for a household: each with list and record for the jump.

    `person` empty: the household itself, to be asked after it has ended.
    """
    home = record(vault, HOUSEHOLD, household)
    if home is None:
        return ()
    found = list(_named(vault, PERSON, person)) if person else []
    if home.ended_on is not None:
        return (*found, *_below(vault, household))
    return (*found, *_head(vault, household, person), *_alone(vault, household))


def _named(vault: Vault, target: str, value: str) -> Iterator[Finding]:
    """Records that name this person and go on."""
    for name in vault.ledger.layouts:
        if name in _NOT_ASKED:
            continue
        for field in vault.dictionary.stored_fields(name):
            if field.type == "ref" and field.codes in ("", target):
                for found in _active(vault, name, field.key, value):
                    yield _still_open(name, found, field.key)


def _below(vault: Vault, household: str) -> Iterator[Finding]:
    for spec in vault.dictionary.children(HOUSEHOLD):
        if spec.key_by != "year" and spec.name not in _NOT_ASKED:
            for found in _active(vault, spec.name, HOUSEHOLD, household):
                yield _still_open(spec.name, found, "")


def _active(vault: Vault, name: str, field: str, value: str) -> list[str]:
    mine, scopes = scope_clause(vault, name)
    rows = vault.db.execute(
        f'select id from "{name}" where "{field}" = ? and ended_on is null and {mine} order by n',
        [value, *scopes],
    )
    return [str(found) for (found,) in rows.fetchall()]


def _still_open(name: str, found: str, field: str) -> Finding:
    return Finding(
        "movement.still_open",
        "This still goes on for somebody who has left. Look at it and end it, or give it to another.",
        {"list": name},
        Where(list=name, record=found, field=field),
        "warning",
    )


def _head(vault: Vault, household: str, person: str) -> Iterator[Finding]:
    """What a household knows of its head by the name of the household."""
    gone = record(vault, PERSON, person) if person else None
    home = record(vault, HOUSEHOLD, household)
    if gone is None or home is None or gone.ended_on is None or gone.values.get("relation") != HEAD:
        return
    for key in ("phone", "bank_account"):
        if home.values.get(key):
            yield Finding(
                "movement.of_the_head",
                "This may be that of the head who has left. Ask for the one of the new head.",
                {},
                Where(list=HOUSEHOLD, record=household, field=key),
                "warning",
            )


def _alone(vault: Vault, household: str) -> Iterator[Finding]:
    people = members(vault, household)
    births = [str(one.values.get("birth_date") or "") for one in people.values()]
    if births and all(len(birth) == 10 and age_on(birth, today(vault)) < _MINOR for birth in births):
        yield Finding(
            "movement.children_alone",
            "Only children are left in this household. Record who cares for them.",
            {"people": len(births)},
            Where(list=HOUSEHOLD, record=household),
            "warning",
        )
    if people and HEAD not in relations(people).values():
        yield Finding(
            "movement.no_head",
            "This household has no head. Choose one.",
            {},
            Where(list=HOUSEHOLD, record=household),
            "warning",
        )
