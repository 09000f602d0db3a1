"""The entries of a pack file, which strangers write: plain files in plain places, bounded before a byte is unpacked.

Entries are stored, never compressed, so a small file cannot become a large one; links, devices, absolute paths, paths
that climb, names that Windows reads otherwise and names that stand twice are refused.
"""

import io
import stat
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from fieldapp.errors import PackError

LARGEST_FILE = 20_000_000
LARGEST_PACK = 100_000_000
MOST_FILES = 5_000
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX_FILE = (stat.S_IFREG | 0o644) << 16
_ENCRYPTED = 0x1
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10)))
)
_NOT_IN_NAMES = frozenset('\\:*?"<>|')


def write_entries(contents: Mapping[str, bytes]) -> bytes:
    """A zip of these files that is the same everywhere: sorted names, fixed dates, nothing compressed."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(contents):
            info = zipfile.ZipInfo(name, _FIRST_DATE)
            info.create_system = 3
            info.external_attr = _UNIX_FILE
            archive.writestr(info, contents[name])
    return body.getvalue()


def read_entries(file: Path) -> dict[str, bytes]:
    """Name → content. Raises PackError pack.file, pack.size, pack.member."""
    try:
        if file.stat().st_size > LARGEST_PACK + MOST_FILES * 1_000:
            raise _too_large()
        with zipfile.ZipFile(file) as archive:
            return dict(_members(archive))
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as wrong:
        raise PackError(
            "pack.file",
            "{file} is no pack file or is damaged. Copy it again from where it came.",
            file=file.name,
        ) from wrong


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > MOST_FILES or sum(member.file_size for member in members) > LARGEST_PACK:
        raise _too_large()
    names: set[str] = set()
    for member in members:
        if member.file_size > LARGEST_FILE:
            raise _too_large()
        folded = member.filename.casefold()
        if not _is_plain(member) or not _is_safe(member.filename) or folded in names:
            raise PackError(
                "pack.member",
                "The pack file holds a strange entry: {name}. Do not install it; ask for it again.",
                name=repr(member.filename),
            )
        names.add(folded)
        yield member.filename, archive.read(member)


def _is_plain(member: zipfile.ZipInfo) -> bool:
    kind = stat.S_IFMT(member.external_attr >> 16)
    stored = member.compress_type == zipfile.ZIP_STORED and member.compress_size == member.file_size
    return kind in (0, stat.S_IFREG) and stored and not member.flag_bits & _ENCRYPTED


def _is_safe(name: str) -> bool:
    parts = name.split("/")
    if name.startswith("/") or _NOT_IN_NAMES & set(name) or any(ord(letter) < 32 for letter in name):
        return False
    return all(_is_safe_part(part) for part in parts)


def _is_safe_part(part: str) -> bool:
    stem = PurePosixPath(part).name.split(".")[0].casefold()
    return bool(part) and part[0] != "." and part[-1] not in ". " and stem not in _DEVICES


def _too_large() -> PackError:
    return PackError("pack.size", "This file is too large to be a pack. Ask who sent it what it is.")
