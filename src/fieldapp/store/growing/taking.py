"""A base taken into a vault in which something was decided: what it changed below a decision is flagged, as for commits.

The rule it holds: a base is never a way past the renewed confirmation. Only rows that read otherwise than before are
looked at, and only in a village in which somebody signed, froze or approved.
"""

from collections.abc import Iterator

from fieldapp.store.cipher import with_little_cache
from fieldapp.store.growing.bootstrap import Begun, begin_from
from fieldapp.store.growing.parts import Part
from fieldapp.store.hand import Changed
from fieldapp.store.ledger import Ledger
from fieldapp.store.renewals.renewal import note_late
from fieldapp.store.renewals.touching import DECISIONS
from fieldapp.store.vault import Vault


def take_base(vault: Vault, scope: str, parts: Iterator[Part], *, keeps_erased: bool = False) -> Begun:
    """`begin_from`, then the decisions of the village that read otherwise now are flagged. Raises as `begin_from`."""
    ledger = vault.ledger
    before = dict(_rows(ledger, scope)) if _is_decided(ledger, scope) else None
    with with_little_cache(ledger.db):
        begun = begin_from(ledger, scope, parts, keeps_erased=keeps_erased)
    if before is not None:
        note_late(vault, (name for name, row in _rows(ledger, scope) if before.get(name) != row))
    return begun


def _is_decided(ledger: Ledger, scope: str) -> bool:
    return any(
        ledger.db.execute(f'select 1 from "{name}" where scope = ? limit 1', [scope]).fetchone()
        for name in DECISIONS
        if name in ledger.layouts
    )


def _rows(ledger: Ledger, scope: str) -> Iterator[tuple[Changed, int]]:
    """Every record of a village with a number that stands for what it says: eight bytes each, not the rows."""
    for name, layout in ledger.layouts.items():
        columns = "".join(f', "{key}"' for key in layout.columns)
        found = ledger.db.execute(
            f'select id, extra, ended_on, ended_reason{columns} from "{name}" where scope = ?', [scope]
        )
        for row in found:
            yield (name, row[0]), hash(row)
