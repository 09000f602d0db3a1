"""Backups of a hub's archive: its encrypted files as they stand, its keys sealed to whoever may put it back.

A hub that was put back asks again for what came since: laptops ask its vectors and remember nothing as sent. Without one
of the recipients' identities the file says nothing to anybody.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from fieldapp.errors import SyncError
from fieldapp.keys.recipients import open_sealed, seal
from fieldapp.store.backup_files import damaged_backup, files_under, put_back, room_for, write_members
from fieldapp.store.cipher import open_database
from fieldapp.store.faults import telling_faults
from fieldapp.store.replacing import no_folder
from fieldapp_server.archive import Archive

_DATABASE, _SECRETS = "archive.db", "secrets.age"
_ROOMS = ("attachments", "packs")
_SECRET_FILES = ("archive.key", "hub.pem")
"""The archive's own key, and the key and certificate that laptops have pinned."""


def backup_archive(archive: Archive, path: Path, recipients: Sequence[str]) -> Path:
    """Write the archive as it stands now to one file at `path`, its keys sealed to these "age1…" recipients: the county's
    and the escrow's. The hub may be running.

    Raises SyncError hub.no_recipient, BundleError bundle.bad_recipient, VaultError no_folder, disk_full, read_only.
    """
    if not recipients:
        raise SyncError(
            "hub.no_recipient",
            "A backup of the hub needs at least one key that may open it. Name the county's key with --recipient.",
        )
    if not path.parent.is_dir():
        raise no_folder(path.parent)
    with telling_faults(), room_for(path) as place:
        database, secrets = place / _DATABASE, place / _SECRETS
        secrets.write_bytes(seal(_secrets_of(archive.folder), recipients))
        _copy_database(archive, database)
        members = {_DATABASE: database, _SECRETS: secrets}
        for room in _ROOMS:
            members |= files_under(archive.folder / room, room)
        write_members(path, members)
    return path


def restore_archive(backup: Path, folder: Path, identity: str) -> None:
    """Put a backup back as the archive in `folder`, where none may be. `identity` is an "AGE-SECRET-KEY-1…" of one of its
    recipients. The database comes last.

    Raises SyncError hub.exists, BundleError bundle.not_for_us, VaultError backup.damaged, backup.newer, disk_full.
    """
    if (folder / _DATABASE).exists() or (folder / _SECRET_FILES[0]).exists():
        raise SyncError(
            "hub.exists", "There is an archive at {path} already. Choose another folder.", path=str(folder)
        )

    def target(name: str) -> Path | None:
        room, _, rest = name.partition("/")
        known = name in (_DATABASE, _SECRETS) or (rest and room in _ROOMS)
        return folder / name if known else None

    put_back(backup, folder, _DATABASE, frozenset((_DATABASE, _SECRETS)), target)
    sealed = folder / _SECRETS
    try:
        _put_secrets(folder, open_sealed(sealed.read_bytes(), identity))
    except BaseException as wrong:
        (folder / _DATABASE).unlink(missing_ok=True)
        if isinstance(wrong, (ValueError, KeyError)):
            raise damaged_backup() from wrong
        raise
    finally:
        sealed.unlink(missing_ok=True)


def _secrets_of(folder: Path) -> bytes:
    found = {name: (folder / name).read_bytes().hex() for name in _SECRET_FILES if (folder / name).exists()}
    return json.dumps(found).encode()


def _put_secrets(folder: Path, told: bytes) -> None:
    for name, content in json.loads(told).items():
        if name not in _SECRET_FILES:
            raise ValueError(name)
        place = folder / name
        place.touch(mode=0o600)
        with telling_faults(), place.open("wb") as file:
            file.write(bytes.fromhex(content))
            file.flush()
            # The backup of a station's archive goes when this returns.
            os.fsync(file.fileno())


def _copy_database(archive: Archive, target: Path) -> None:
    with archive.held() as ledger:
        copy = open_database(target, archive.file_key)
        try:
            ledger.db.conn.backup(copy.conn)
            copy.execute("pragma wal_checkpoint(truncate)")
        finally:
            copy.close()
