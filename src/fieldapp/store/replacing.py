"""Writes a small file whole or not at all (temporary name, fsync, rename, fsync of the folder), and its folder."""

import os
import secrets
from collections.abc import Iterable
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


def replace_with(path: Path, pieces: Iterable[bytes]) -> None:
    """As `replace_file`, piece by piece so that a large file never lies in memory whole; two writers do not meet.

    What `pieces` raises passes, and nothing stays of what was written. Raises VaultError.
    """
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        with telling_faults():
            with part.open("wb") as file:
                for piece in pieces:
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
            sync_folder(path.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


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
