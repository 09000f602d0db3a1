"""The removable drives that are plugged in, with their free space, asked of the system itself without Qt.

Linux: /proc/mounts under /media, /run/media and /mnt. macOS: /Volumes. Windows: the drive types of kernel32.
"""

import importlib
import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

_MOUNTS = Path("/proc/mounts")
_LINUX = re.compile(r"/(media|run/media|mnt)/.+|/mnt")
PLAYED = "FIELDAPP_STICK"
"""Environment: a folder that plays a stick, for demos and drills."""
_VIRTUAL = frozenset({"proc", "sysfs", "tmpfs", "devtmpfs", "overlay", "squashfs", "autofs", "fuse.portal"})
_ESCAPED = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True)
class Stick:
    """A removable drive: where it is, what people call it, and its free bytes."""

    path: Path
    label: str
    free: int


def sticks() -> tuple[Stick, ...]:
    """The drives a bundle can be carried on; none where the system does not tell."""
    if sys.platform == "win32":
        found = _windows_drives()
    elif sys.platform == "darwin":
        found = _mac_volumes()
    else:
        found = mounted(_read(_MOUNTS))
    if played := os.environ.get(PLAYED):
        found = chain(found, [(Path(played), Path(played).name)])
    return tuple(stick for path, label in found if (stick := _stick(path, label)))


def mounted(table: str) -> Iterator[tuple[Path, str]]:
    """(path, label) of the removable drives in a text like /proc/mounts."""
    for line in table.splitlines():
        words = line.split(" ")
        if len(words) < 3:
            continue
        place = _ESCAPED.sub(lambda found: chr(int(found[1], 8)), words[1])
        # The kernel writes bytes of a name as they are, and blanks as octal numbers.
        if _LINUX.fullmatch(place) and words[2] not in _VIRTUAL:
            yield Path(place), Path(place).name


def _stick(path: Path, label: str) -> Stick | None:
    try:
        return Stick(path, label, shutil.disk_usage(path).free)
    except OSError:
        return None  # Pulled out between the question and the answer, or an empty card reader.


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _mac_volumes() -> Iterator[tuple[Path, str]]:
    volumes = Path("/Volumes")
    root = volumes.parent.stat().st_dev
    for path in sorted(volumes.iterdir()) if volumes.is_dir() else ():
        # The system's own disk stands there too, as a link or on the root's device.
        if not path.is_symlink() and path.stat().st_dev != root and os.path.ismount(path):
            yield path, path.name


def _windows_drives() -> Iterator[tuple[Path, str]]:
    # Not `import`: the type checker knows no kernel32 away from Windows.
    ctypes = importlib.import_module("ctypes")

    removable = 2
    kernel = ctypes.windll.kernel32
    # Without this an empty card reader opens a window of Windows' own.
    kernel.SetErrorMode(1)
    letters = kernel.GetLogicalDrives()
    for at in range(26):
        root = f"{chr(65 + at)}:\\"
        if letters >> at & 1 and kernel.GetDriveTypeW(root) == removable:
            name = ctypes.create_unicode_buffer(261)
            kernel.GetVolumeInformationW(root, name, 261, None, None, None, None, 0)
            yield Path(root), name.value or root
