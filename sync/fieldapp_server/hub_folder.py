"""Which hub a command means: the folder that `--data` names, else the usual one."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from fieldapp_server.archive import Archive

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="FIELDAPP_HUB",
    help="The hub's folder; else the usual place.",
)


def opened_archive(data: Path | None) -> "Archive":
    """The hub's archive, beside a running hub or without one."""
    from fieldapp_server.archive import open_archive

    return open_archive(folder_of(data), alone=False)


def folder_of(data: Path | None) -> Path:
    """The folder named, or the usual place."""
    from platformdirs import user_data_path

    return data or user_data_path("fieldapp", appauthor=False) / "hub"
