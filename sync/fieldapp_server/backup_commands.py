"""`fieldapp hub backup` and `fieldapp hub restore`: a hub's archive to one sealed file, and back where none is."""

import sys
from pathlib import Path

import click

from fieldapp.errors import SyncError
from fieldapp.saying import json_option, say, texts
from fieldapp_server.hub_folder import data_option, folder_of, opened_archive

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("backup")
@click.argument("out", type=_FILE)
@click.option(
    "--recipient", "recipients", multiple=True, help="A key that may open it, age1…; repeat for several."
)
@data_option
@json_option
def hub_backup(out: Path, recipients: tuple[str, ...], data: Path | None, as_json: bool) -> None:
    """Write the hub's archive, running or not, to one file OUT that only the recipients can put back."""
    from fieldapp_server.archive_backup import backup_archive

    with opened_archive(data) as archive:
        backup_archive(archive, out, recipients)
    size = out.stat().st_size
    told = texts("Backed up to {path}, {bytes} bytes.", path=out, bytes=size)
    say(as_json, {"path": str(out), "bytes": size}, told)


@click.command("restore")
@click.argument("backup_file", metavar="BACKUP", type=_FILE)
@click.option(
    "--identity",
    "identity_file",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    required=True,
    help="The file with the secret key of a recipient; - reads it from the standard input.",
)
@data_option
@json_option
def hub_restore(backup_file: Path, identity_file: Path, data: Path | None, as_json: bool) -> None:
    """Put a backup back where no archive is; the laptops then send again what came since."""
    from fieldapp_server.archive_backup import restore_archive

    folder = folder_of(data)
    restore_archive(backup_file, folder, _identity_in(identity_file))
    say(as_json, {"path": str(folder)}, texts("Restored to {path}.", path=folder))


def _identity_in(file: Path) -> str:
    try:
        lines = (sys.stdin.read() if str(file) == "-" else file.read_text("utf-8")).split()
    except (OSError, UnicodeDecodeError):
        lines = []
    for word in lines:
        if word.startswith("AGE-SECRET-KEY-1"):
            return word
    raise SyncError(
        "hub.no_identity",
        "The file {file} holds no secret key of a recipient. Name the right one.",
        file=str(file),
    )
