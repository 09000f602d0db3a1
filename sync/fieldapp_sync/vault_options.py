"""The options by which every command of sync names and opens a vault (CLI.md): path, passphrase, worker."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from fieldapp.store import Vault

_Function = TypeVar("_Function", bound=Callable[..., Any])
_FILE = click.Path(path_type=Path, dir_okay=False)


def vault_options(command: _Function) -> _Function:
    """Adds --vault, --passphrase-file and --worker; pass them on to `opened_vault`."""
    for option in (
        click.option("--worker", help="Open as this worker."),
        click.option("--passphrase-file", type=_FILE, help="A file whose first line is the passphrase."),
        click.option(
            "--vault", "path", type=_FILE, envvar="FIELDAPP_VAULT", help="The vault; else the usual place."
        ),
    ):
        command = option(command)
    return command


def opened_vault(path: Path | None, passphrase_file: Path | None, worker: str | None) -> "Vault":
    """The vault of these options. Raises VaultError as `open_vault`."""
    from platformdirs import user_data_path

    from fieldapp.store import open_vault

    if passphrase_file is not None:
        passphrase = (passphrase_file.read_text("utf-8").splitlines() or [""])[0]
    else:
        passphrase = os.environ.get("FIELDAPP_PASSPHRASE") or click.prompt(
            "Passphrase", hide_input=True, err=True
        )
    place = path or user_data_path("fieldapp", appauthor=False) / "register.vault"
    return open_vault(place, passphrase, worker=worker)
