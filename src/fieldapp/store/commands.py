"""What `fieldapp` finds here: `vault`, `region` and `register` (CLI.md)."""

from fieldapp.store.register_commands import region, register
from fieldapp.store.vault_commands import vault
from fieldapp.store.year_commands import open_year, snapshot, year_end

for command in (year_end, snapshot, open_year):
    register.add_command(command)

__all__ = ["region", "register", "vault"]
