"""When this vault last exchanged with anybody: noted by the exchange, shown by the frame (and cheap to import)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fieldapp.store import Vault

LAST = "last_exchange"
"""The key of the vault's meta table, UTC milliseconds as text; `LAST:tier` for one tier."""


def last_exchange(vault: "Vault") -> int | None:
    """UTC milliseconds of the last exchange, None when there was none."""
    when = vault.ledger.meta(LAST)
    return int(when) if when else None
