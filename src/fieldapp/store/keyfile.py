"""`name.keys` beside the vault: one wrap of the file key for each worker and one in escrow. Useless without a secret."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from fieldapp.errors import VaultError
from fieldapp.keys.wraps import unwrap_key, wrap_for_recovery, wrap_key
from fieldapp.store.faults import telling_faults
from fieldapp.store.refusals import unknown_worker
from fieldapp.store.replacing import replace_file

FORMAT = 1


@dataclass(frozen=True)
class KeyFile:
    """Envelopes as JSON text: by worker's name, and the escrow's ("" where there is none)."""

    wraps: Mapping[str, str] = field(default_factory=dict)
    escrow: str = ""

    def with_worker(self, worker: str, file_key: bytes, passphrase: str) -> "KeyFile":
        """This key file with a new wrap for the worker."""
        return replace(self, wraps={**self.wraps, worker: wrap_key(file_key, passphrase).decode()})

    def with_escrow(self, file_key: bytes, recovery_key: str) -> "KeyFile":
        """This key file with the escrow wrap."""
        return replace(self, escrow=wrap_for_recovery(file_key, recovery_key).decode())

    def unlock(self, passphrase: str, worker: str | None = None) -> tuple[str, bytes]:
        """Whose passphrase this is, and the file key. Raises VaultError wrong_passphrase, unknown_worker."""
        if worker is not None and worker not in self.wraps:
            raise unknown_worker(worker)
        wrong = VaultError("vault.wrong_passphrase", "The passphrase is wrong. Try again.")
        for name in self.wraps if worker is None else (worker,):
            try:
                return name, unwrap_key(self.wraps[name].encode(), passphrase)
            except VaultError as refused:
                if refused.code != "vault.wrong_passphrase":
                    raise
                wrong = refused
        raise wrong

    def recover(self, recovery_key: str) -> bytes:
        """The file key out of escrow. Raises VaultError no_escrow, wrong_passphrase."""
        if not self.escrow:
            raise VaultError("vault.no_escrow", "This vault has no recovery key. Only a worker can open it.")
        return unwrap_key(self.escrow.encode(), recovery_key)


def key_file_path(vault_path: Path) -> Path:
    """Where the key file of a vault lies."""
    return vault_path.with_suffix(".keys")


def read_key_file(vault_path: Path) -> KeyFile:
    """Raises VaultError vault.no_keys, vault.keys_damaged, vault.newer."""
    path = key_file_path(vault_path)
    try:
        with telling_faults():
            raw = json.loads(path.read_bytes())
        if raw["format"] > FORMAT:
            raise newer_vault()
        return KeyFile({str(k): str(v) for k, v in raw["workers"].items()}, str(raw.get("escrow", "")))
    except FileNotFoundError as missing:
        raise VaultError(
            "vault.no_keys",
            "The key file {file} is missing. Put it back beside the vault from a backup.",
            file=path.name,
        ) from missing
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise VaultError(
            "vault.keys_damaged",
            "The key file beside the vault is damaged. Put back the key file from a backup of this vault.",
        ) from wrong


def write_key_file(vault_path: Path, keys: KeyFile) -> None:
    """Replaces the key file in one step."""
    content = {"format": FORMAT, "workers": dict(keys.wraps), "escrow": keys.escrow}
    replace_file(key_file_path(vault_path), json.dumps(content, indent=1).encode())


def newer_vault() -> VaultError:
    """The refusal of a file that a later version of FieldApp wrote."""
    return VaultError(
        "vault.newer",
        "This vault was written by a newer FieldApp. Install the newer version; the vault was not changed.",
    )
