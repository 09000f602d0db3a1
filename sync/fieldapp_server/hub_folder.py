"""Which hub a command means: the folder that `--data` names, else the usual one."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from fieldapp.errors import SyncError

if TYPE_CHECKING:
    from fieldapp_server.archive import Archive

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="FIELDAPP_HUB",
    help="The hub's folder; else the usual place.",
)


def opened_archive(data: Path | None, *, made: bool = False) -> "Archive":
    """The hub's archive, beside a running hub or without one. Raises SyncError hub.missing where there is none, unless
    it may be `made`: a slip in a folder's name must not make an empty hub that is then looked at, or backed up."""
    from fieldapp_server.archive import is_archive, open_archive

    folder = folder_of(data)
    if not made and not is_archive(folder):
        raise SyncError(
            "hub.missing",
            "There is no hub in {folder}. Name its folder with --data, or begin one with `fieldapp serve`.",
            folder=folder,
        )
    return open_archive(folder, alone=False)


def folder_of(data: Path | None) -> Path:
    """The folder named, or the usual place."""
    from platformdirs import user_data_path

    return data or user_data_path("fieldapp", appauthor=False) / "hub"
