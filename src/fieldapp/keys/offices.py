"""The key of an office that publishes packs: a file that opens with a passphrase, in the envelope of `keys.wraps`."""

from pathlib import Path

from fieldapp.errors import PackError
from fieldapp.keys.devices import DeviceKey
from fieldapp.keys.wraps import unwrap_key, wrap_key


def new_office_key(file: Path, passphrase: str) -> DeviceKey:
    """A new key, written to a file that does not exist yet. Raises PackError pack.key_exists, pack.empty_passphrase."""
    if not passphrase:
        raise PackError("pack.empty_passphrase", "A signing key needs a passphrase. Type one.")
    key = DeviceKey.generate()
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("xb") as out:
            file.chmod(0o600)
            out.write(wrap_key(key.private, passphrase))
    except FileExistsError as there:
        raise PackError(
            "pack.key_exists",
            "{file} is there already and is not overwritten. Name another file.",
            file=str(file),
        ) from there
    return key


def open_office_key(file: Path, passphrase: str) -> DeviceKey:
    """The key of a file. Raises PackError pack.no_key; VaultError vault.wrong_passphrase, vault.keys_damaged."""
    try:
        envelope = file.read_bytes()
    except OSError as wrong:
        raise PackError(
            "pack.no_key",
            "There is no signing key at {file}. Make one with: fieldapp pack key FILE",
            file=str(file),
        ) from wrong
    return DeviceKey(unwrap_key(envelope, passphrase))
