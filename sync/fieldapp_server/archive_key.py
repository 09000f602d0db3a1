"""The key of a hub's archive, in a file of its own that only its owner may read (mode 0600)."""

import os
import secrets
from pathlib import Path

from fieldapp.errors import SyncError
from fieldapp.store.faults import telling_faults
from fieldapp.store.replacing import sync_folder

_FILE = "archive.key"
_BYTES = 32


def key_of(folder: Path, database: Path) -> bytes:
    """The key of the archive in a folder, made where neither key nor database is. Raises SyncError hub.no_key."""
    path = folder / _FILE
    if not path.exists() and not database.exists():
        _write_key(path, secrets.token_bytes(_BYTES))
    try:
        with telling_faults():
            key = bytes.fromhex(path.read_text().strip())
    except (FileNotFoundError, ValueError):
        key = b""
    if len(key) != _BYTES:
        raise SyncError(
            "hub.no_key",
            "The key file {file} of this archive is missing or damaged. Put it back from where it is kept; "
            "nothing was changed.",
            file=_FILE,
        )
    return key


def _write_key(path: Path, key: bytes) -> None:
    part = path.with_suffix(".part")
    with telling_faults():
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(key.hex())
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)
