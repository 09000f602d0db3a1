"""What `fieldapp` finds here: `vault`, `region` and `register` (CLI.md)."""

from fieldapp.store.comparison.commands import compare_command, entries_command
from fieldapp.store.exchange.commands import (
    export_command,
    fill_form,
    import_lists,
    list_imports,
    undo_imported,
)
from fieldapp.store.register_commands import region, register
from fieldapp.store.upgrade_commands import upgrade
from fieldapp.store.vault_commands import vault
from fieldapp.store.years.year_commands import open_year, snapshot, year_end

_EXCHANGE = (import_lists, list_imports, undo_imported, export_command, fill_form)

_COMPARISON = (compare_command, entries_command)

for command in (year_end, snapshot, open_year, *_EXCHANGE, *_COMPARISON):
    register.add_command(command)

vault.add_command(upgrade)

__all__ = ["region", "register", "vault"]
