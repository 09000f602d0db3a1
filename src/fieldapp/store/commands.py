"""What `fieldapp` finds here: `vault`, `region` and `register` (CLI.md)."""

from fieldapp.store.register_commands import region, register
from fieldapp.store.vault_commands import vault

__all__ = ["region", "register", "vault"]
