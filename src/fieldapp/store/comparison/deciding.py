"""A difference decided, with who, when and why: theirs is written into the register, ours goes to the entry list.

The decision, the fact and the line to enter are one commit, so that one undo takes all of it back.
"""

from collections.abc import Iterator, Sequence

from fieldapp.domain.sources import write_source
from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value
from fieldapp.register.comparison import Decision, stored, written
from fieldapp.store.comparison.entering import approved_change, proposed_line
from fieldapp.store.comparison.kept import KeptDifference, difference
from fieldapp.store.permissions import today_of
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault
from fieldapp.store.write_rights import refuse_write


def decide(vault: Vault, name: str, decision: Decision, reason: str = "") -> Saved:
    """Decide one difference by its id. Raises as `decide_all`."""
    return decide_all(vault, (name,), decision, reason)[0]


def decide_all(vault: Vault, names: Sequence[str], decision: Decision, reason: str = "") -> tuple[Saved, ...]:
    """Decide differences alike: one commit a village, all or none. Several at once need a reason.

    Raises RegisterError compare.no_reason, compare.gone, compare.changed_since, compare.no_record and those of `save`.
    """
    if len(names) > 1 and decision != "later" and not reason.strip():
        raise RegisterError(
            "compare.no_reason", "Write why these are decided alike. The reason is kept with each of them."
        )
    by_scope: dict[str, list[KeptDifference]] = {}
    for name in names:
        one = _found(vault, name)
        by_scope.setdefault(one.scope, []).append(one)
    if not by_scope:
        raise RegisterError("compare.none", "Choose a difference first.")
    with vault.transaction():
        return tuple(
            save(
                vault,
                scope,
                "edit",
                [change for one in own for change in _changes(vault, one, decision, reason.strip())],
                seen=seen_of(vault, scope),
                label="decide",
            )
            for scope, own in sorted(by_scope.items())
        )


def can_take(one: KeptDifference) -> bool:
    """Whether taking theirs can write a fact: rows that only one side has are mended by a movement."""
    return bool(one.field)


def _found(vault: Vault, name: str) -> KeptDifference:
    one = difference(vault, name)
    if one is None or one.ended_on:
        raise RegisterError(
            "compare.gone", "This difference is settled already. Compare the list again to see what is left."
        )
    return one


def _changes(vault: Vault, one: KeptDifference, decision: Decision, reason: str) -> Iterator[Change]:
    said: dict[str, Value] = {
        "decision": decision,
        "reason": reason or None,
        "decided_by": vault.worker.name,
        "decided_on": today_of(vault),
    }
    yield Change("difference", one.id, "set", said)
    if not one.field:
        return
    if decision == "theirs":
        yield _taken(vault, one)
    elif decision == "ours" and _kind(vault, one) == "national":
        record = _record_of(vault, one)
        if record:
            line = proposed_line(
                vault,
                one.scope,
                one.subject.list,
                record,
                one.field,
                one.theirs,
                _current(vault, one, record),
            )
            yield approved_change(vault, line)


def _taken(vault: Vault, one: KeptDifference) -> Change:
    """The register's field, as theirs says it. What somebody changed since the comparison is not overwritten."""
    spec = vault.dictionary.field(one.subject.list, one.field)
    record = _record_of(vault, one)
    if _current(vault, one, record) != one.ours:
        raise RegisterError(
            "compare.changed_since",
            "The register has changed since the lists were compared. Compare the list again.",
        )
    try:
        value = stored(spec, one.theirs)
    except ValueError as wrong:
        raise RegisterError(
            "compare.no_value", "What the list says cannot be written here. Correct the field by hand."
        ) from wrong
    source = write_source("imported", _list_name(vault, one))
    if record:
        return Change(one.subject.list, record, "set", {one.field: value}, source)
    above, parent = _above(vault, one)
    if one.subject.year is None or not parent:
        raise RegisterError(
            "compare.no_record", "The register has no record to write this in. Add it by hand first."
        )
    made: dict[str, Value] = {above: parent, "year": one.subject.year, one.field: value}
    refuse_write(vault, one.subject.list, None, made)
    return Change(one.subject.list, None, "add", made, source)


def _record_of(vault: Vault, one: KeptDifference) -> str:
    """The record a difference is of; "" where a year was not begun yet."""
    if one.subject.record:
        return one.subject.record
    above, parent = _above(vault, one)
    row = vault.db.execute(
        f'select id from "{one.subject.list}" where "{above}" = ? and year = ? and ended_on is null',
        [parent, one.subject.year],
    ).fetchone()
    return str(row[0]) if row else ""


def _above(vault: Vault, one: KeptDifference) -> tuple[str, str]:
    above = vault.ledger.layout(one.subject.list).parent
    return above, one.subject.person if above == "person" else one.subject.household


def _current(vault: Vault, one: KeptDifference, record: str) -> str:
    if not record:
        return ""
    spec = vault.dictionary.field(one.subject.list, one.field)
    row = vault.db.execute(
        f'select "{one.field}" from "{one.subject.list}" where id = ?', [record]
    ).fetchone()
    return written(spec, row[0] if row else None)


def _kind(vault: Vault, one: KeptDifference) -> str:
    return _of_list(vault, one, "kind")


def _list_name(vault: Vault, one: KeptDifference) -> str:
    return _of_list(vault, one, "name")


def _of_list(vault: Vault, one: KeptDifference, key: str) -> str:
    row = vault.db.execute(f"select {key} from outside_list where id = ?", [one.outside_list]).fetchone()
    return str(row[0] or "") if row else ""
