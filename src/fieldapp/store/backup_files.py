"""The file of a backup: one zip of encrypted files as they stand with their hashes, written whole and put back whole.

The rule it holds: a backup appears whole or not at all, and one that is refused or cut short leaves nothing behind.
"""

import json
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path, PurePosixPath

from fieldapp.errors import VaultError
from fieldapp.store.faults import telling_faults
from fieldapp.store.replacing import make_folder, sync_folder

FORMAT = 1
_MANIFEST = "manifest.json"
_BLOCK = 1 << 20


@contextmanager
def room_for(path: Path) -> Iterator[Path]:
    """A folder beside `path` for what is gathered for it; it goes when the block ends. What a process that was killed
    left in it, which is as large as all of it, goes when it is next tried. Raises VaultError."""
    room = path.with_name(f".{path.name}.making")
    with telling_faults():
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir(mode=0o700, exist_ok=True)
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def write_members(
    path: Path, members: Mapping[str, Path], progress: Callable[[int, int], None] = lambda done, whole: None
) -> None:
    """Write these files by their names in the backup. `progress` is told files done and in all. Raises VaultError."""
    part = path.with_name(path.name + ".part")
    try:
        with telling_faults():
            with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
                hashes = {}
                for done, (name, file) in enumerate(members.items(), 1):
                    hashes[name] = _hash(file)
                    archive.write(file, name)
                    progress(done, len(members))
                archive.writestr(_MANIFEST, json.dumps({"format": FORMAT, "files": hashes}))
            with part.open("rb+") as written:
                os.fsync(written.fileno())
            part.replace(path)
            sync_folder(path.parent)
    finally:
        part.unlink(missing_ok=True)


def put_back(
    backup: Path, folder: Path, last: str, needed: frozenset[str], target_of: Callable[[str], Path | None]
) -> None:
    """Put the members of a backup back, `last` at the end: without it the rest is no vault. `target_of` gives a member's
    place, None for a name that is none of ours; `needed` must be among them.

    Raises VaultError backup.damaged, backup.newer, disk_full, read_only; then nothing stays of what was put there.
    """
    made: list[Path] = []
    try:
        with telling_faults(), zipfile.ZipFile(backup) as archive:
            hashes = _manifest(archive, needed)
            make_folder(folder)
            for name in sorted(hashes, key=lambda name: name == last):
                target = target_of(name)
                if target is None or not _is_plain(name):
                    raise ValueError("names")
                target.parent.mkdir(parents=True, exist_ok=True)
                made.append(target)
                _extract(archive, name, target, hashes[name])
            sync_folder(folder)
    except BaseException as wrong:
        # What was put there would read as a vault next time, and refuse the older backup.
        for target in made:
            target.unlink(missing_ok=True)
        if isinstance(wrong, (zipfile.BadZipFile, KeyError, ValueError, EOFError)):
            raise damaged_backup() from wrong
        raise


def files_under(folder: Path, name: str) -> dict[str, Path]:
    """The files below a folder as members below `name`; half-written ones are left out."""
    return {
        f"{name}/{file.relative_to(folder).as_posix()}": file
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.name.endswith(".part")
    }


def damaged_backup() -> VaultError:
    """The refusal of a file that is no whole backup."""
    return VaultError(
        "backup.damaged",
        "This backup is damaged or is none. Nothing was restored from it. Take an older one.",
    )


def _manifest(archive: zipfile.ZipFile, needed: frozenset[str]) -> dict[str, str]:
    raw = json.loads(archive.read(_MANIFEST))
    if raw["format"] > FORMAT:
        raise VaultError(
            "backup.newer",
            "This backup was written by a newer FieldApp. Install the newer version to restore it.",
        )
    hashes = {str(name): str(digest) for name, digest in raw["files"].items()}
    if not needed <= hashes.keys():
        raise ValueError("names")
    return hashes


def _is_plain(name: str) -> bool:
    return ".." not in PurePosixPath(name).parts and "\\" not in name and not name.startswith("/")


def _extract(archive: zipfile.ZipFile, name: str, target: Path, digest: str) -> None:
    part = target.with_name(target.name + ".part")
    told = sha256()
    try:
        with archive.open(name) as source, part.open("wb") as out:
            while block := source.read(_BLOCK):
                told.update(block)
                out.write(block)
            out.flush()
            os.fsync(out.fileno())
        if told.hexdigest() != digest:
            raise damaged_backup()
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _hash(file: Path) -> str:
    with file.open("rb") as source:
        told = sha256()
        for block in _blocks(source.read):
            told.update(block)
    return told.hexdigest()


def _blocks(read: Callable[[int], bytes]) -> Iterator[bytes]:
    while block := read(_BLOCK):
        yield block
