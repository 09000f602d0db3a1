"""What the database cannot do, said so that a worker can act. Nothing is lost by any of these: SQLite rolls back."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EDQUOT, EFBIG, EIO, ENODEV, ENOSPC, ENXIO, EROFS
from typing import NoReturn

from fieldapp.errors import VaultError


@contextmanager
def telling_faults() -> Iterator[None]:
    """Turns a fault of the medium or of the file into a VaultError; anything else passes as the bug it is."""
    from fieldapp.store.cipher import DatabaseError

    try:
        yield
    except DatabaseError as fault:
        tell(fault)
    except OSError as fault:
        if fault.errno in (ENOSPC, EDQUOT, EFBIG):
            raise _full() from fault
        if fault.errno in (EROFS, EACCES):
            raise _read_only() from fault
        if fault.errno in (EIO, ENODEV, ENXIO):
            raise _disk_fault() from fault
        raise


def damaged() -> VaultError:
    """The file is no vault or a page of it does not open."""
    return VaultError(
        "vault.damaged",
        "The vault file is damaged. Close FieldApp, run `fieldapp vault doctor`, and restore the newest backup.",
    )


def tell(fault: Exception) -> NoReturn:
    """Raises the VaultError for a fault of the database, or the fault itself when it is a bug of ours."""
    found = _told(getattr(fault, "sqlite_errorname", "") or "", str(fault))
    if found is None:
        raise fault
    raise found from fault


def _told(name: str, message: str) -> VaultError | None:
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or "malformed" in message:
        return damaged()
    # The copying of a backup names no SQLite error, it only says it.
    if name.startswith("SQLITE_FULL") or "disk is full" in message:
        return _full()
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return _read_only()
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return VaultError(
            "vault.busy", "The vault is being written by another task. Wait a moment and try again."
        )
    if name.startswith("SQLITE_IOERR"):
        return _disk_fault()
    return None


def _disk_fault() -> VaultError:
    return VaultError(
        "vault.disk_fault",
        "The disk did not take what was written. Nothing that was saved before is lost. "
        "Check the disk and its free space, then try again.",
    )


def _full() -> VaultError:
    return VaultError(
        "vault.disk_full",
        "The disk is full: this was not saved, and everything saved before is kept. Free some space and try again.",
    )


def _read_only() -> VaultError:
    return VaultError(
        "vault.read_only",
        "The vault is on a medium that cannot be written. Copy its files to a folder of your own and open it there.",
    )
