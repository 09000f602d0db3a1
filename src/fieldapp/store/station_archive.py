"""The archive of a station's hub beside its vault: saved with the vault in one backup, and brought back where it is gone.

The rule it holds: the hub's own command reads and writes the archive, running or not. Its keys are sealed to a key that
is made for this backup and stands in the saved vault alone: who opens the vault brings back the station, nobody else.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from fieldapp.errors import Finding, SyncError
from fieldapp.keys.recipients import new_identity, recipient_of
from fieldapp.program import ask_hub
from fieldapp.store.backup import STATION_KEY, backup, station_backup_path
from fieldapp.store.backup_files import room_for
from fieldapp.store.faults import telling_faults
from fieldapp.store.replacing import sync_folder
from fieldapp.store.vault import Vault

_DATABASE = "archive.db"


def station_folder(vault: Path) -> Path:
    """Where the archive of a station's hub is: beside the vault."""
    return vault.with_suffix(".station")


def has_station(vault: Path) -> bool:
    """Whether there is such an archive, switched on or not."""
    return (station_folder(vault) / _DATABASE).is_file()


def backup_all(
    vault: Vault,
    path: Path,
    progress: Callable[[int, int], None] = lambda done, whole: None,
    *,
    language: str = "",
) -> Finding | None:
    """Write the vault, and the archive of its station where it has one, to one file at `path`, which appears whole or not
    at all. Gives the sentence to tell when the archive could not be included; the vault is in the backup all the same.

    `progress` as in `backup`; `language` of the reason, else the system's. Raises VaultError no_folder, disk_full,
    read_only; then there is no backup.
    """
    if not has_station(vault.path):
        backup(vault, path, progress)
        return None
    # Beside the vault, not on the stick: that needs room for the backup once.
    with room_for(vault.path) as place:
        saved, identity = place / "station", new_identity()
        why = _save(station_folder(vault.path), saved, identity, language)
        if not why:
            backup(vault, path, progress, station=saved, station_key=identity)
            return None
    backup(vault, path, progress)
    return Finding(
        "backup.without_station",
        "Only the register is in this backup, the station's archive is not: {why} Put that right and back up again; what "
        "the villages left at the station alone is saved nowhere else.",
        {"why": why},
    )


def bring_back(vault: Vault) -> bool:
    """Put the station's archive of a restored backup back, once, before the hub is started; whether it was done.

    Where an archive is there already it lived on and is the newer one. Raises SyncError station.not_brought_back.
    """
    saved, folder = station_backup_path(vault.path), station_folder(vault.path)
    if not saved.is_file():
        return False
    is_gone = not has_station(vault.path)
    if is_gone:
        made = vault.path.with_suffix(".station-part")
        shutil.rmtree(made, ignore_errors=True)
        _restore(made, saved, vault.ledger.meta(STATION_KEY))
        with telling_faults():
            # What a start without an archive left there, as its log.
            shutil.rmtree(folder, ignore_errors=True)
            made.rename(folder)
            sync_folder(folder.parent)
    saved.unlink()
    return is_gone


def _save(folder: Path, saved: Path, identity: str, language: str) -> str:
    """Why it could not be saved, "" when it is."""
    try:
        ask_hub(folder, "backup", str(saved), "--recipient", recipient_of(identity), language=language)
    except SyncError as refused:
        return str(refused.params["words"])
    return ""


def _restore(folder: Path, saved: Path, identity: str) -> None:
    try:
        ask_hub(folder, "restore", str(saved), "--identity", "-", given=identity)
    except SyncError as refused:
        raise SyncError(
            "station.not_brought_back",
            "The station's archive could not be put back: {words} Restore the newest backup again, or take {file} away "
            "to begin with an empty station.",
            words=refused.params["words"],
            file=str(saved),
        ) from refused
