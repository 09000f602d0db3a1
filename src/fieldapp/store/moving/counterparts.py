"""The two halves of a move between villages: which commit belongs to which, so that none is taken back alone."""

from fieldapp.journal.commit import Commit, Dot, Value
from fieldapp.store.history import operations_on
from fieldapp.store.rows import read_row
from fieldapp.store.vault import Vault

OUT, IN = "moved_out_village", "moved_in_village"
_MOVEMENT = "movement"
_HALVES = frozenset(("kind", "ended_on"))
"""Fields that a move writes, or its undo; a corrected note has no other half."""


def counterparts(vault: Vault, commit: Commit) -> tuple[Dot, ...]:
    """The commits in other villages that were written together with this one: the other halves of its moves."""
    layout = vault.ledger.layouts.get(_MOVEMENT)
    found: list[Dot] = []
    for operation in commit.operations if layout else ():
        if operation.list != _MOVEMENT or not _HALVES.intersection(operation.fields) or layout is None:
            continue
        row = read_row(vault.ledger, layout, operation.record)
        values = row.values if row else {}
        kind, other = values.get("kind"), values.get("other_household")
        if kind not in (OUT, IN) or not other:
            continue
        # The household that came may have been merged with another record since: the one that left is the sure link.
        link = ("other_household", values["household"], IN) if kind == OUT else ("household", other, OUT)
        near = _written_by(vault, commit, *link)
        found += [min(near, key=lambda one: _distance(one, commit)).dot] if near else []
    return tuple(found)


def _written_by(vault: Vault, commit: Commit, field: str, value: Value, kind: str) -> list[Commit]:
    """What the same replica wrote of the other half, in commits of the same kind; the nearest was written with this."""
    rows = vault.db.execute(
        f'select id, scope from "{_MOVEMENT}" where "{field}" = ? and kind = ?', [value, kind]
    ).fetchall()
    return [
        one
        for record, scope in rows
        for one, operation in operations_on(vault.ledger, scope, _MOVEMENT, record)
        if one.replica == commit.replica
        and one.kind == commit.kind
        and _HALVES.intersection(operation.fields)
    ]


def _distance(one: Commit, other: Commit) -> int:
    return abs(int(one.time.replace("-", ""), 16) - int(other.time.replace("-", ""), 16))
