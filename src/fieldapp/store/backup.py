"""Backups of a vault: one zip of the encrypted files as they stand, checked by hash when put back. No plaintext leaves.

A restored vault gets a new replica name when it is next opened: what the old copy wrote since must not be written over.
"""

from collections.abc import Callable
from pathlib import Path

from fieldapp.store.backup_files import files_under, put_back, room_for, write_members
from fieldapp.store.cipher import open_database
from fieldapp.store.faults import telling_faults
from fieldapp.store.files.attachments import files_path
from fieldapp.store.files.sweeping import sweep_files
from fieldapp.store.keyfile import key_file_path
from fieldapp.store.refusals import vault_exists
from fieldapp.store.replacing import no_folder
from fieldapp.store.vault import Vault

_ROOMS = ("files", "packs")
_STATION = "station"


STATION_KEY = "station_backup_key"
"""In a saved vault: the identity that opens the backup of its station's archive, which lies in the same file."""


def backup(
    vault: Vault,
    path: Path,
    progress: Callable[[int, int], None] = lambda done, whole: None,
    *,
    station: Path | None = None,
    station_key: str = "",
) -> Path:
    """Write the vault as it stands now, without the files that nothing has named for long, to one file at `path`, which
    appears whole or not at all. `progress` is told files done and files in all. `station` is the backup of its station's
    archive and `station_key` what opens it (`station_archive.backup_all` makes both).

    Raises VaultError no_folder, disk_full, read_only.
    """
    # Never made here: a stick that is not plugged in must not become a folder of this disk.
    if not path.parent.is_dir():
        raise no_folder(path.parent)
    sweep_files(vault)
    with telling_faults(), room_for(path) as place:
        database = place / "vault"
        _copy_database(vault, database, station_key)
        members = {"vault": database, "keys": key_file_path(vault.path)}
        members |= files_under(files_path(vault.path), "files")
        members |= files_under(vault.path.with_suffix(".packs"), "packs")
        if station is not None:
            members[_STATION] = station
        write_members(path, members, progress)
    return path


def station_backup_path(vault_path: Path) -> Path:
    """Where a restore leaves the backup of the station's archive, until `station_archive.bring_back`."""
    return vault_path.with_suffix(".station-backup")


def restore(backup_path: Path, vault_path: Path) -> None:
    """Put a backup back as a vault at `vault_path`, where none may be. The database file comes last: a restore that was
    cut short leaves no vault; one that is refused leaves nothing.

    Raises VaultError vault.exists, backup.damaged, backup.newer, disk_full, read_only.
    """
    if vault_path.exists() or key_file_path(vault_path).exists():
        raise vault_exists(vault_path)

    # Of a restore that was cut short: its key lies in a vault that is not there.
    station_backup_path(vault_path).unlink(missing_ok=True)

    def target(name: str) -> Path | None:
        single = {
            "vault": vault_path,
            "keys": key_file_path(vault_path),
            _STATION: station_backup_path(vault_path),
        }
        if name in single:
            return single[name]
        room, _, rest = name.partition("/")
        return vault_path.with_suffix(f".{room}") / rest if rest and room in _ROOMS else None

    put_back(backup_path, vault_path.parent, "vault", frozenset(("vault", "keys")), target)


def _copy_database(vault: Vault, target: Path, station_key: str) -> None:
    copy = open_database(target, vault.file_key)
    try:
        vault.db.conn.backup(copy.conn)
        copy.execute("update meta set value = '' where key = 'home'")
        copy.execute("insert or replace into meta (key, value) values (?, ?)", [STATION_KEY, station_key])
        copy.execute("pragma wal_checkpoint(truncate)")
    finally:
        copy.close()
