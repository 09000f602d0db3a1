"""The options by which a command names the key it signs a pack with, and how its passphrase is asked."""

import os
from pathlib import Path

import click
from platformdirs import user_data_path

from fieldapp.errors import PackError
from fieldapp.saying import asked, texts

_FILE = click.Path(path_type=Path, dir_okay=False)

key_option = click.option(
    "--key", "key_file", type=_FILE, default=None, help="The signing key; else the usual place."
)
passphrase_option = click.option(
    "--passphrase-file", type=_FILE, default=None, help="A file whose first line is the key's passphrase."
)


def usual_key_file() -> Path:
    """Where the signing key of this computer's office lies: the platform's data folder."""
    return user_data_path("fieldapp", appauthor=False) / "office.key"


def key_passphrase(file: Path | None, *, confirm: bool = False) -> str:
    """From the file, FIELDAPP_PASSPHRASE or a prompt. Raises PackError pack.no_passphrase_file, pack.no_passphrase."""
    if file is not None:
        try:
            return (file.read_text("utf-8").splitlines() or [""])[0]
        except (OSError, UnicodeDecodeError) as wrong:
            raise PackError(
                "pack.no_passphrase_file", "The passphrase file {file} cannot be read.", file=str(file)
            ) from wrong
    if known := os.environ.get("FIELDAPP_PASSPHRASE"):
        return known
    missing = PackError(
        "pack.no_passphrase",
        "No passphrase was given. Name a file with --passphrase-file, or set FIELDAPP_PASSPHRASE.",
    )
    return asked(texts("Passphrase of the key"), missing, hidden=True, twice=confirm)
