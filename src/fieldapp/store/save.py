"""`save`: the one writer. A commit line, the tables, their context and the search index change together or not at all."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from fieldapp.domain.identifiers import year_id
from fieldapp.domain.sources import is_source
from fieldapp.errors import RegisterError
from fieldapp.journal.bounds import is_within
from fieldapp.journal.commit import (
    Action,
    Commit,
    Dot,
    Kind,
    Operation,
    Value,
    Vector,
    encode_commit,
    excess_of,
)
from fieldapp.journal.merge import ENDED_FIELDS
from fieldapp.store import log
from fieldapp.store.hand import Changed
from fieldapp.store.projecting import project_scope
from fieldapp.store.projection import absent_records, apply_commit
from fieldapp.store.refusals import erased_record, unknown_field, unknown_record
from fieldapp.store.rows import Row, read_row
from fieldapp.store.striking import erased_records, note_erasures, strike
from fieldapp.store.tables import Layout
from fieldapp.store.twins.duplicates import note_clashes
from fieldapp.store.vault import Vault
from fieldapp.store.write_rights import refuse_write


@dataclass(frozen=True)
class Change:
    """What a person did to one record. `record` None makes a new one; `values` are stored values by field key, the
    parent reference, `year`, `ended_on` and `ended_reason` among them. `seen` overrides the save's for this record.

    `source`: how the facts are known, as `domain.sources.write_source` writes it, or empty.
    """

    list: str
    record: str | None
    action: Action
    values: Mapping[str, Value] = field(default_factory=dict)
    source: str = ""
    seen: Vector | None = None
    closes: tuple[Dot, ...] = ()


@dataclass(frozen=True)
class Saved:
    """A commit that is durable. `changed` are (list, record) in the order of the changes; `label` names the deed."""

    dot: Dot
    time: str
    changed: tuple[Changed, ...]
    label: str = ""


def save(
    vault: Vault, scope: str, kind: Kind, changes: Sequence[Change], *, seen: Vector, label: str = ""
) -> Saved:
    """Write one commit in one village; durable when this returns. `seen` is `seen_of` from when the form opened.

    Raises RegisterError (foreign_scope, other_scope, unknown_list, unknown_field, wrong_type, unknown_record,
    already_there, nothing_to_save, unknown_source, erased; role.not_allowed, role.other_household,
    role.withheld_field) and VaultError; then nothing at all was written.
    """
    vault.refuse_foreign(scope)
    if not changes:
        raise RegisterError("register.nothing_to_save", "There is nothing to save. Change a field first.")
    with vault.transaction():
        named = [(change, _named(vault, change)) for change in changes]
        absent = absent_records(vault.ledger, ((change.list, record) for change, record in named))
        erased = erased_records(vault.ledger, scope)
        operations = tuple(
            _operation(vault, scope, change, record, seen, absent, erased) for change, record in named
        )
        return write_commit(vault, scope, kind, operations, label, absent=absent)


def seen_of(vault: Vault, scope: str) -> Vector:
    """What this vault holds of a village now: capture it when a form or cell opens."""
    return vault.ledger.projected(scope)


def write_commit(
    vault: Vault,
    scope: str,
    kind: Kind,
    operations: tuple[Operation, ...],
    label: str = "",
    *,
    absent: Collection[Changed] = (),
) -> Saved:
    """Append one commit of this replica and apply it, in the caller's transaction; its rights were checked before.

    `absent`: records known to have no row, as `apply_commit` has them.
    """
    ledger = vault.ledger
    project_scope(ledger, scope)
    known = ledger.vector(scope)
    stream = ledger.own_stream(scope)
    time = ledger.tick(vault.clock())
    commit = Commit(
        stream.id,
        scope,
        ledger.replica,
        known.get(stream.id, 0) + 1,
        time,
        vault.worker.name,
        vault.edition,
        kind,
        operations,
    )
    line = encode_commit(commit)
    if excess_of(operations) or not is_within(line):
        raise _too_much()
    log.append(vault.db, stream.n, [line])
    changed = apply_commit(ledger, commit, known, absent=absent)
    if kind == "erase":
        strike(ledger, scope, note_erasures(ledger, (commit,)))
    note_clashes(ledger, changed)
    return Saved(commit.dot, time, changed, label)


def _too_much() -> RegisterError:
    return RegisterError(
        "register.too_much_at_once",
        "This is more than one save may hold. Nothing was saved. Do it in smaller parts.",
    )


def _named(vault: Vault, change: Change) -> str:
    """The record that a change writes. Raises RegisterError for values and sources that are none."""
    layout = vault.ledger.layout(change.list)
    _check_values(layout, change.values)
    _refuse_foreign_source(change.source)
    return change.record or _new_record(vault, layout, change)


def _operation(
    vault: Vault,
    scope: str,
    change: Change,
    record: str,
    seen: Vector,
    absent: Collection[Changed],
    erased: Collection[Changed],
) -> Operation:
    if (change.list, record) in erased:
        raise erased_record()
    layout = vault.ledger.layout(change.list)
    row = None if (change.list, record) in absent else read_row(vault.ledger, layout, record)
    refuse_write(vault, change.list, None if row is None else record, change.values)
    if row is None:
        if change.action != "add":
            raise unknown_record()
        # No commit that was seen can have written a record that is not here: its context is empty.
        return Operation(change.list, record, "add", dict(change.values), {}, change.source)
    if row.scope != scope:
        raise RegisterError(
            "register.other_scope",
            "This record belongs to the village {scope} and cannot be written from another.",
            scope=row.scope,
        )
    if change.action == "add" and not layout.yearly:
        raise RegisterError("register.already_there", "This record is already there. Open it and change it.")
    action: Action = "set" if change.action == "add" else change.action
    values = _whole(layout, row, change)
    return Operation(
        change.list,
        record,
        action,
        values,
        seen if change.seen is None else change.seen,
        change.source,
        change.closes,
    )


def _new_record(vault: Vault, layout: Layout, change: Change) -> str:
    if not layout.yearly:
        return vault.new_id()
    parent, year = change.values.get(layout.parent), change.values.get("year")
    if not isinstance(parent, str) or not isinstance(year, int):
        raise RegisterError(
            "register.no_year", "A record of {list} needs its parent and its year.", list=layout.list
        )
    return year_id(parent, layout.list, year)


def _refuse_foreign_source(source: str) -> None:
    if not is_source(source):
        raise RegisterError(
            "register.unknown_source",
            "{source} is no source. Say whether the fact was seen, read in a document, told or imported.",
            source=source,
        )


def _whole(layout: Layout, row: Row, change: Change) -> dict[str, Value]:
    """The fields to write: groups completed from the row, and the end repeated (`merge.is_contested` says why)."""
    values = dict(change.values)
    for cell in {layout.cells[key] for key in values if key in layout.cells}:
        for key in layout.members[cell]:
            values.setdefault(key, row.values.get(key))
    if "ended_on" in row.values and "ended_on" not in values:
        goes_on = change.action == "add"
        values |= {key: None if goes_on else row.values.get(key) for key in ENDED_FIELDS}
    return values


def _check_values(layout: Layout, values: Mapping[str, Value]) -> None:
    for key, value in values.items():
        if key not in layout.known:
            raise unknown_field(layout.list, key)
        number = key in layout.integers
        right = isinstance(value, int) and not isinstance(value, bool) if number else isinstance(value, str)
        if value is not None and not right:
            raise RegisterError(
                "register.wrong_type",
                "The value of {field} is not of its kind. Correct it and save again.",
                field=key,
            )
