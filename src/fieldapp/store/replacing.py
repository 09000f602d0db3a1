"""Writes a small file whole or not at all: temporary name, fsync, rename, fsync of the folder."""

import os
from pathlib import Path

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


def sync_folder(folder: Path) -> None:
    """Makes a rename in this folder durable; Windows needs and offers nothing of the kind."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
