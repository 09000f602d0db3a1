"""Writes a small file whole or not at all (temporary name, fsync, rename, fsync of the folder), and its folder."""

import os
from pathlib import Path

from fieldapp.errors import VaultError
from fieldapp.store.faults import telling_faults


def replace_file(path: Path, content: bytes) -> None:
    """After this returns the new content survives a power cut; before, the old one does. Raises VaultError."""
    part = path.with_name(path.name + ".part")
    with telling_faults():
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """The folder that files are about to be written into. Raises VaultError vault.no_folder, disk_full, read_only."""
    try:
        with telling_faults():
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise no_folder(folder) from wrong


def no_folder(folder: Path) -> VaultError:
    """There is no such folder and none can be made: a stick that was pulled out, a slip in the name."""
    return VaultError(
        "vault.no_folder",
        "The folder {folder} cannot be used. Put the stick in again, or choose another folder.",
        folder=folder,
    )


def sync_folder(folder: Path) -> None:
    """Makes a rename in this folder durable; Windows needs and offers nothing of the kind."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
