"""The two halves of a move between villages: which commit belongs to which, so that none is taken back alone."""

from fieldapp.journal.commit import Commit, Dot
from fieldapp.store.history import operations_on
from fieldapp.store.rows import read_row
from fieldapp.store.vault import Vault

OUT, IN = "moved_out_village", "moved_in_village"
_MOVEMENT = "movement"


def counterparts(vault: Vault, commit: Commit) -> tuple[Dot, ...]:
    """The commits in other villages that were written together with this one: the other halves of its moves."""
    layout = vault.ledger.layouts.get(_MOVEMENT)
    found: list[Dot] = []
    for operation in commit.operations if layout else ():
        row = (
            read_row(vault.ledger, layout, operation.record)
            if operation.list == _MOVEMENT and layout
            else None
        )
        if row is None or row.values.get("kind") not in (OUT, IN) or not row.values.get("other_household"):
            continue
        other = vault.db.execute(
            f'select id, scope from "{_MOVEMENT}" where household = ? and other_household = ? and kind = ?',
            [
                row.values["other_household"],
                row.values["household"],
                IN if row.values["kind"] == OUT else OUT,
            ],
        ).fetchone()
        written = list(operations_on(vault.ledger, other[1], _MOVEMENT, other[0])) if other else []
        # Both halves are written by one replica one after the other: the nearest of its commits is the other half.
        near = [c for c, _ in written if c.replica == commit.replica and c.kind == commit.kind]
        found += [min(near, key=lambda c: _distance(c, commit)).dot] if near else []
    return tuple(found)


def _distance(one: Commit, other: Commit) -> int:
    return abs(int(one.time.replace("-", ""), 16) - int(other.time.replace("-", ""), 16))
