"""Whether households are whole: one head, nobody in a household that is gone. An undo may not leave them worse."""

from collections.abc import Iterable

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Commit
from fieldapp.journal.merge import ENDED
from fieldapp.register.endings import UNDONE
from fieldapp.register.movements import HEAD
from fieldapp.store.rows import marks_in, read_row
from fieldapp.store.save import Change
from fieldapp.store.vault import Vault

HOUSEHOLD, PERSON, MOVEMENT = "household", "person", "movement"


def built_upon() -> RegisterError:
    """Something that came later stands on what should be taken back."""
    return RegisterError(
        "undo.built_upon",
        "Something that was recorded later rests on this: people, a new head, another movement. Take that back first.",
    )


def households_of(vault: Vault, changes: Iterable[Change]) -> frozenset[str]:
    """The households these changes touch: themselves, and those their people are in now or are put in."""
    found: set[str] = set()
    for change in changes:
        if change.list == HOUSEHOLD and change.record:
            found.add(change.record)
        elif change.list == PERSON and change.record and PERSON in vault.ledger.layouts:
            row = read_row(vault.ledger, vault.ledger.layout(PERSON), change.record)
            named = (change.values.get(HOUSEHOLD), row.values.get(HOUSEHOLD) if row else None)
            found.update(str(household) for household in named if household)
    return frozenset(found)


def breaks(vault: Vault, households: Iterable[str]) -> frozenset[tuple[str, str]]:
    """What is not whole: (what, household). A dictionary without heads has nothing to break."""
    if PERSON not in vault.ledger.layouts or "relation" not in vault.ledger.layout(PERSON).columns:
        return frozenset()
    return frozenset((what, household) for household in households for what in _breaks_of(vault, household))


def refuse_moved_since(vault: Vault, commit: Commit) -> None:
    """Raises RegisterError undo.built_upon when a person this commit put into another household has moved since, or
    has left with that household."""
    if MOVEMENT not in vault.ledger.layouts or PERSON not in vault.ledger.layouts:
        return
    own = {operation.record for operation in commit.operations}
    for operation in commit.operations:
        if operation.list != PERSON or HOUSEHOLD not in operation.fields or operation.action == "add":
            continue
        later = vault.db.execute(
            f'select id from "{MOVEMENT}" where household = ? and person = ? and ended_on is null',
            [operation.fields[HOUSEHOLD], operation.record],
        ).fetchall()
        moved = any(
            _is_later(vault, MOVEMENT, found, "kind", commit) for (found,) in later if found not in own
        )
        # Who had left before is written with that end again, by this commit and by every undo of it.
        had_left = operation.fields.get("ended_on") is not None
        if moved or (not had_left and _is_later(vault, PERSON, operation.record, ENDED, commit)):
            raise built_upon()


def _is_later(vault: Vault, list_name: str, record: str, cell: str, commit: Commit) -> bool:
    """Whether a cell that holds something was written after this commit."""
    layout = vault.ledger.layout(list_name)
    row = read_row(vault.ledger, layout, record)
    if row is None or not any(layout.cell_of(key) == cell for key in row.values):
        return False
    return marks_in(vault.ledger, layout, row)[cell].time > commit.time


def _breaks_of(vault: Vault, household: str) -> Iterable[str]:
    row = vault.db.execute(
        f'select ended_on, ended_reason from "{HOUSEHOLD}" where id = ?', [household]
    ).fetchone()
    if row is None:
        return
    people, heads = vault.db.execute(
        f'select count(*), count(*) filter (where relation = ?) from "{PERSON}" '
        "where household = ? and ended_on is null",
        [HEAD, household],
    ).fetchone()
    if row[0] is None and people and not heads:
        yield "no head"
    if heads > 1:
        yield "two heads"
    if row[0] is not None and people:
        yield "people in a household that ended"
    if row[1] == UNDONE:
        for spec in vault.dictionary.children(HOUSEHOLD):
            if (
                spec.key_by != "year"
                and vault.db.execute(
                    f'select 1 from "{spec.name}" where household = ? and ended_on is null limit 1',
                    [household],
                ).fetchone()
            ):
                yield f"{spec.name} of a household that never was"
