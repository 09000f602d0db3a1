"""A pack as one file to hand out: a plain zip whose manifest names the SHA-256 of every file in it.

The same folder gives the same bytes everywhere: sorted names, fixed dates, nothing compressed. The manifest proves
that nothing was damaged on the way; it is not signed, so it does not prove who made the pack.
"""

import hashlib
import io
import json
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from fieldapp.errors import Finding, PackError
from fieldapp.packs.check import check_pack
from fieldapp.packs.heading import HEADING_FILE, Heading, parse_heading, read_heading

MANIFEST_FILE = "manifest.json"
FORMAT = 1
LARGEST_FILE = 20_000_000
LARGEST_PACK = 100_000_000
MOST_FILES = 5_000
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX_FILE = 0o100644 << 16


@dataclass(frozen=True)
class Built:
    """A pack file as it was written."""

    path: Path
    edition: str
    files: int
    sha256: str


def build_pack(folder: Path, out: Path) -> Built:
    """Write the pack of a folder to `out` (a file, or a folder to put `id-version.fieldpack` into).

    Raises PackError when the pack has errors: nothing wrong is handed out.
    """
    refuse_errors(check_pack(folder), folder)
    heading = read_heading(folder)
    contents = {file.relative_to(folder).as_posix(): file.read_bytes() for file in _files_of(folder)}
    contents[MANIFEST_FILE] = _manifest(heading, contents)
    target = out / f"{heading.id}-{heading.version}.fieldpack" if out.is_dir() else out
    body = _zipped(contents)
    partial = target.with_name(target.name + ".part")
    partial.write_bytes(body)
    partial.replace(target)
    return Built(
        target, f"{heading.id}@{heading.version}", len(contents) - 1, hashlib.sha256(body).hexdigest()
    )


def install_pack(file: Path, root: Path) -> Path:
    """Unpack a pack file into `root/id@version` and return that folder.

    Raises PackError for a damaged or strange file, a pack with errors, and another pack of the same version.
    """
    contents = read_pack_file(file)
    heading = parse_heading(contents[HEADING_FILE])
    target = root / f"{heading.id}@{heading.version}"
    if target.exists():
        return _same_or_refused(target, contents, heading)
    root.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root, prefix=".incoming-") as incoming:
        folder = Path(incoming) / "pack"
        for name, content in contents.items():
            path = folder.joinpath(*PurePosixPath(name).parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        refuse_errors(check_pack(folder), file)
        folder.rename(target)
    return target


def read_pack_file(file: Path) -> Mapping[str, bytes]:
    """Name → content of a pack file whose manifest fits, the manifest left out. Raises PackError."""
    try:
        with zipfile.ZipFile(file) as archive:
            contents = dict(_members(archive))
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as wrong:
        raise PackError(
            "pack.file",
            "{file} is no pack file or is damaged. Copy it again from where it came.",
            file=file.name,
        ) from wrong
    wanted = _manifest_files(contents.pop(MANIFEST_FILE, b""))
    if wanted != {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}:
        raise PackError(
            "pack.damaged",
            "{file} differs from its own manifest: it was damaged or changed. Copy it again from where it came.",
            file=file.name,
        )
    return contents


def refuse_errors(findings: tuple[Finding, ...], source: Path) -> None:
    """Raise PackError naming the first error among the findings, if there is one."""
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        raise PackError(
            "pack.has_errors",
            "{pack} has {count} errors, the first: {first} Run: fieldapp pack check",
            pack=source.name,
            count=len(errors),
            first=errors[0],
        )


def _files_of(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.is_file() and not hidden and file.name != MANIFEST_FILE:
            yield file


def _manifest(heading: Heading, contents: Mapping[str, bytes]) -> bytes:
    manifest = {
        "format": FORMAT,
        "id": heading.id,
        "version": heading.version,
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in sorted(contents.items())},
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _zipped(contents: Mapping[str, bytes]) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(contents):
            info = zipfile.ZipInfo(name, _FIRST_DATE)
            info.create_system = 3
            info.external_attr = _UNIX_FILE
            archive.writestr(info, contents[name])
    return body.getvalue()


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > MOST_FILES or sum(member.file_size for member in members) > LARGEST_PACK:
        raise PackError("pack.size", "This file is too large to be a pack.")
    for member in members:
        if not _is_safe(member.filename) or member.file_size > LARGEST_FILE:
            raise PackError(
                "pack.member", "The pack file holds a strange entry: {name}.", name=repr(member.filename)
            )
        yield member.filename, archive.read(member)


def _is_safe(name: str) -> bool:
    parts = PurePosixPath(name).parts
    bad = "\\" in name or ":" in name or name.startswith("/") or not parts
    return not bad and all(part not in (".", "..") and not part.startswith(".") for part in parts)


def _manifest_files(content: bytes) -> Mapping[str, object]:
    try:
        manifest = json.loads(content)
        if manifest["format"] == FORMAT and isinstance(manifest["files"], dict):
            return dict(manifest["files"])
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise PackError(
        "pack.no_manifest", "This is no pack file of FieldApp: its manifest is missing or unknown."
    )


def _same_or_refused(target: Path, contents: Mapping[str, bytes], heading: Heading) -> Path:
    before = {file.relative_to(target).as_posix(): file.read_bytes() for file in _files_of(target)}
    if before == dict(contents):
        return target
    raise PackError(
        "pack.same_version",
        "Another {pack} of version {version} is installed. Ask for a pack with a new version number.",
        pack=heading.id,
        version=heading.version,
    )
