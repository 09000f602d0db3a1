"""Backups: one zip of the encrypted files as they stand, checked by hash when it is put back. No plaintext leaves.

A restored vault gets a new replica name when it is next opened: what the old copy wrote since must not be written over.
"""

import json
import os
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from fieldapp.errors import VaultError
from fieldapp.store.attachments import files_path
from fieldapp.store.cipher import open_database
from fieldapp.store.faults import telling_faults
from fieldapp.store.keyfile import key_file_path
from fieldapp.store.refusals import vault_exists
from fieldapp.store.replacing import make_folder, no_folder, sync_folder
from fieldapp.store.sweeping import sweep_files
from fieldapp.store.vault import Vault

FORMAT = 1
_MANIFEST = "manifest.json"
_BLOCK = 1 << 20


def backup(vault: Vault, path: Path, progress: Callable[[int, int], None] = lambda done, whole: None) -> Path:
    """Write the vault as it stands now, without the files that nothing has named for long, to one file at `path`, which
    appears whole or not at all. `progress` is told files done and files in all.

    Raises VaultError no_folder, disk_full, read_only.
    """
    # Never made here: a stick that is not plugged in must not become a folder of this disk.
    if not path.parent.is_dir():
        raise no_folder(path.parent)
    sweep_files(vault)
    part = path.with_name(path.name + ".part")
    try:
        with telling_faults(), TemporaryDirectory(dir=path.parent, prefix=".backup-") as place:
            database = Path(place) / "vault"
            _copy_database(vault, database)
            members = {"vault": database, "keys": key_file_path(vault.path), **_beside(vault.path)}
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
    return path


def restore(backup_path: Path, vault_path: Path) -> None:
    """Put a backup back as a vault at `vault_path`, where none may be. The database file comes last: a restore that was
    cut short leaves no vault; one that is refused leaves nothing.

    Raises VaultError vault.exists, backup.damaged, backup.newer, disk_full, read_only.
    """
    if vault_path.exists() or key_file_path(vault_path).exists():
        raise vault_exists(vault_path)
    made: list[Path] = []
    try:
        with telling_faults(), zipfile.ZipFile(backup_path) as archive:
            hashes = _manifest(archive)
            make_folder(vault_path.parent)
            for name in sorted(hashes, key=lambda name: name == "vault"):
                target = _target(vault_path, name)
                target.parent.mkdir(parents=True, exist_ok=True)
                made.append(target)
                _extract(archive, name, target, hashes[name])
            sync_folder(vault_path.parent)
    except BaseException as wrong:
        # What was put there would read as a vault next time, and refuse the older backup.
        for target in made:
            target.unlink(missing_ok=True)
        if isinstance(wrong, (zipfile.BadZipFile, KeyError, ValueError, EOFError)):
            raise _damaged() from wrong
        raise


def _copy_database(vault: Vault, target: Path) -> None:
    copy = open_database(target, vault.file_key)
    try:
        vault.db.conn.backup(copy.conn)
        copy.execute("update meta set value = '' where key = 'home'")
        copy.execute("pragma wal_checkpoint(truncate)")
    finally:
        copy.close()


def _beside(vault_path: Path) -> dict[str, Path]:
    found = {}
    for kind, folder in (("files", files_path(vault_path)), ("packs", vault_path.with_suffix(".packs"))):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and not file.name.endswith(".part"):
                found[f"{kind}/{file.relative_to(folder).as_posix()}"] = file
    return found


def _manifest(archive: zipfile.ZipFile) -> dict[str, str]:
    raw = json.loads(archive.read(_MANIFEST))
    if raw["format"] > FORMAT:
        raise VaultError(
            "backup.newer",
            "This backup was written by a newer FieldApp. Install the newer version to restore it.",
        )
    hashes = {str(name): str(digest) for name, digest in raw["files"].items()}
    if not {"vault", "keys"} <= hashes.keys() or not all(map(_is_ours, hashes)):
        raise ValueError("names")
    return hashes


def _is_ours(name: str) -> bool:
    parts = PurePosixPath(name).parts
    if name in ("vault", "keys"):
        return True
    return len(parts) > 1 and parts[0] in ("files", "packs") and ".." not in parts and "\\" not in name


def _target(vault_path: Path, name: str) -> Path:
    if name == "vault":
        return vault_path
    if name == "keys":
        return key_file_path(vault_path)
    kind, _, rest = name.partition("/")
    return vault_path.with_suffix(f".{kind}") / rest


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
            raise _damaged()
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


def _damaged() -> VaultError:
    return VaultError(
        "backup.damaged",
        "This backup is damaged or is none. Nothing was restored from it. Take an older one.",
    )
