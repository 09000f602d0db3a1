"""A disk that remembers every write and every flush, so that a power cut can be played at any of them.

The disk is one file of a FUSE file system under a loop device; the ext4 on it and the program that works there are
unmodified. After a cut everything before the last flush is there; of the later writes each is there, is not, or is
torn at sectors of 512 bytes, as a disk with a cache leaves them. Needs root, mfusepy and Debian's libfuse2.
"""

import errno
import os
import random
import stat
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mfusepy import FUSE, FuseOSError, Operations

SIZE = 48 << 20
_NAME = "disk"
_SECTOR = 512
_KEPT, _TORN = 0.5, 0.15


class BlockLog(Operations):  # type: ignore[misc]
    """The file system of one file. `events` are (offset, bytes) for a write and None for a flush."""

    use_ns = True

    def __init__(self) -> None:
        self.content = bytearray(SIZE)
        self.before = b""
        self.events: list[tuple[int, bytes] | None] = []
        self._records = False

    def record(self) -> None:
        """Begin: what is on the disk now is durable."""
        os.sync()
        self.before = bytes(self.content)
        self._records = True

    def stop(self) -> None:
        """End: later writes are not remembered."""
        self._records = False

    def after_cut(self, at: int, rng: random.Random) -> bytes:
        """The disk when the power goes before event `at`."""
        disk = bytearray(self.before)
        flushed = max((n for n in range(at) if self.events[n] is None), default=0)
        for n, event in enumerate(self.events[:at]):
            if event is None:
                continue
            offset, data = event
            fate = 0.0 if n < flushed else rng.random()
            for start in range(0, len(data), _SECTOR):
                if fate < _KEPT or (fate < _KEPT + _TORN and rng.random() < 0.5):
                    disk[offset + start : offset + start + _SECTOR] = data[start : start + _SECTOR]
        return bytes(disk)

    def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:
        if path == "/":
            return {"st_mode": stat.S_IFDIR | 0o755, "st_nlink": 2}
        if path == f"/{_NAME}":
            return {"st_mode": stat.S_IFREG | 0o600, "st_nlink": 1, "st_size": SIZE}
        raise FuseOSError(errno.ENOENT)

    def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
        return bytes(self.content[offset : offset + size])

    def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
        self.content[offset : offset + len(data)] = data
        if self._records:
            self.events.append((offset, bytes(data)))
        return len(data)

    def fsync(self, path: str, datasync: int, fh: int) -> int:
        if self._records:
            self.events.append(None)
        return 0

    def flush(self, path: str, fh: int) -> int:
        return 0


@contextmanager
def recording_disk(folder: Path) -> Iterator[tuple[BlockLog, Path]]:
    """An empty ext4 on a new block log, and where it is mounted."""
    log, under, over = BlockLog(), folder / "fuse", folder / "disk"
    under.mkdir()
    over.mkdir()
    options = {"foreground": True, "nothreads": True, "direct_io": True}
    served = threading.Thread(target=FUSE, args=(log, str(under)), kwargs=options, daemon=True)
    served.start()
    try:
        for _ in range(100):
            if (under / _NAME).exists():
                break
            time.sleep(0.05)
        subprocess.run(["mkfs.ext4", "-q", "-F", "-J", "size=4", str(under / _NAME)], check=True)
        with mounted(under / _NAME, over):
            yield log, over
    finally:
        subprocess.run(["umount", "-l", str(under)], check=False)
        served.join()


@contextmanager
def mounted(image: Path, over: Path) -> Iterator[None]:
    """The ext4 of an image, its journal played back, through a loop device."""
    loop = subprocess.run(
        ["losetup", "--find", "--show", str(image)], check=True, capture_output=True, text=True
    ).stdout.strip()
    try:
        subprocess.run(["mount", "-o", "barrier=1,data=ordered,commit=1", loop, str(over)], check=True)
        try:
            yield
        finally:
            subprocess.run(["umount", str(over)], check=True)
    finally:
        subprocess.run(["losetup", "--detach", loop], check=True)
