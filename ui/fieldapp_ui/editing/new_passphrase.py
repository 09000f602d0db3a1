"""A new passphrase for the worker of this session: the old one is asked, the file key stays the same."""

from typing import TYPE_CHECKING

from fieldapp.errors import VaultError

if TYPE_CHECKING:
    from fieldapp.store import Vault

SHORTEST = 8


def change_passphrase(vault: "Vault", old: str, new: str) -> None:
    """Raises VaultError vault.wrong_passphrase, vault.short_passphrase."""
    from fieldapp.store.keyfile import read_key_file, write_key_file

    if len(new) < SHORTEST:
        raise VaultError(
            "vault.short_passphrase",
            "The new passphrase needs at least {count} characters. Four words are easy to keep in mind.",
            count=SHORTEST,
        )
    if not vault.verify_passphrase(old):
        raise VaultError("vault.wrong_passphrase", "The passphrase is wrong. Try again.")
    write_key_file(vault.path, read_key_file(vault.path).with_worker(vault.worker.name, vault.file_key, new))
