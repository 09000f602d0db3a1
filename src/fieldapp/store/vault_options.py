"""The options by which a command names and opens a vault (CLI.md): path, passphrase, worker."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from fieldapp.errors import VaultError
from fieldapp.saying import asked

if TYPE_CHECKING:
    from fieldapp.store.vault import Vault

_Function = TypeVar("_Function", bound=Callable[..., Any])
_FILE = click.Path(path_type=Path, dir_okay=False)


def vault_options(command: _Function) -> _Function:
    """Adds --vault, --passphrase-file and --worker; pass them on to `opened_vault`."""
    for option in (
        click.option("--worker", default=None, help="Open as this worker."),
        passphrase_option,
        click.option(
            "--vault", "path", type=_FILE, envvar="FIELDAPP_VAULT", help="The vault; else the usual place."
        ),
    ):
        command = option(command)
    return command


passphrase_option = click.option(
    "--passphrase-file", type=_FILE, default=None, help="A file whose first line is the passphrase."
)


def opened_vault(
    path: Path | None, passphrase_file: Path | None, worker: str | None, *, to_hand_over: bool = False
) -> "Vault":
    """The vault of these options; `to_hand_over` one past its last day too, for sync alone. Raises as `open_vault`."""
    from fieldapp.store.opening import open_vault

    return open_vault(
        path or usual_place(), passphrase_of(passphrase_file), worker=worker, to_hand_over=to_hand_over
    )


def usual_place() -> Path:
    """Where a vault lies when none is named: the platform's data folder."""
    from platformdirs import user_data_path

    return user_data_path("fieldapp", appauthor=False) / "register.vault"


def passphrase_of(file: Path | None, *, confirm: bool = False) -> str:
    """From the file, FIELDAPP_PASSPHRASE or a prompt. Raises VaultError vault.no_passphrase_file, vault.no_passphrase."""
    if file is not None:
        try:
            return (file.read_text("utf-8").splitlines() or [""])[0]
        except (OSError, UnicodeDecodeError) as wrong:
            raise VaultError(
                "vault.no_passphrase_file", "The passphrase file {file} cannot be read.", file=str(file)
            ) from wrong
    known = os.environ.get("FIELDAPP_PASSPHRASE")
    return known or asked("Passphrase", no_passphrase(), hidden=True, twice=confirm)


def no_passphrase() -> VaultError:
    """Nobody is there to type one."""
    return VaultError(
        "vault.no_passphrase",
        "No passphrase was given. Name a file with --passphrase-file, or set FIELDAPP_PASSPHRASE.",
    )
