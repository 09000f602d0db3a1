"""One process, one vault: a locked file beside the vault that the system frees when the process ends, however it ends."""

import os
from pathlib import Path

from fieldapp.errors import VaultError
from fieldapp.store.faults import telling_faults


class VaultLock:
    """Holds the lock from construction to `release`. Raises VaultError vault.in_use."""

    def __init__(self, vault_path: Path) -> None:
        with telling_faults():
            self._file = os.open(vault_path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._file)
        except OSError as taken:
            os.close(self._file)
            raise VaultError(
                "vault.in_use",
                "This vault is already open in another FieldApp. Use that window, or close it and try again.",
            ) from taken
        self._held = True

    def release(self) -> None:
        """Free the lock; a second call does nothing."""
        if self._held:
            self._held = False
            os.close(self._file)


if os.name == "nt":

    def _take(file: int) -> None:
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:

    def _take(file: int) -> None:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
