"""Reads a received file: a plain file with a good name, never more of it than a part can be, never through a link."""

import os
import stat
from pathlib import Path

from fieldapp.store.faults import telling_faults
from fieldapp_sync.bundles.manifest import MAX_FILE, MAX_HEAD
from fieldapp_sync.bundles.names import refuse_name
from fieldapp_sync.bundles.refusals import damaged, not_a_file, unreadable


def read_file(file: Path) -> bytes:
    """The whole content. Raises BundleError: bad_name, unreadable, not_a_file, damaged; VaultError for a broken stick."""
    content = _read(file, MAX_FILE + 1)
    if len(content) > MAX_FILE:
        raise damaged()
    return content


def read_beginning(file: Path) -> bytes:
    """As much as an open head may be long. Raises as `read_file`."""
    return _read(file, MAX_HEAD)


def size_of(file: Path) -> int:
    """Bytes, for a progress bar; 0 for what cannot be read, which is refused when it is."""
    try:
        return file.lstat().st_size
    except OSError:
        return 0


def _read(file: Path, limit: int) -> bytes:
    refuse_name(file.name)
    try:
        with telling_faults():
            if not stat.S_ISREG(file.lstat().st_mode):
                raise not_a_file(file.name)
            # A link or a pipe may have taken its place since: neither is followed nor waited for.
            flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
            handle = os.open(file, flags | getattr(os, "O_BINARY", 0))
            with os.fdopen(handle, "rb") as opened:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    raise not_a_file(file.name)
                return opened.read(limit)
    except OSError as wrong:
        raise unreadable(file.name) from wrong
