"""A pack as one signed file to hand out: a plain zip whose manifest names the SHA-256 of every file in it.

The same folder and key give the same bytes everywhere. The manifest proves that nothing was damaged on the way, the
signature who made it; whether that signer is to be believed is asked in `packs.install`.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import Finding, PackError
from fieldapp.keys.devices import DeviceKey
from fieldapp.packs.check import check_pack
from fieldapp.packs.entries import read_entries, write_entries
from fieldapp.packs.heading import HEADING_FILE, Heading, parse_heading, read_heading
from fieldapp.packs.signing import SIGNATURE_FILE, Signer, read_signer, signed

MANIFEST_FILE = "manifest.json"
SUFFIX = ".fieldpack"
FORMAT = 2
_ENVELOPE = (MANIFEST_FILE, SIGNATURE_FILE)


@dataclass(frozen=True)
class Built:
    """A pack file as it was written; `signer` is the fingerprint of the key that signed it."""

    path: Path
    edition: str
    files: int
    sha256: str
    signer: str


@dataclass(frozen=True)
class PackFile:
    """A pack file that is whole: what it says of itself, who signed it, and its files by name.

    `envelope` holds the manifest and the signature, kept beside an installed pack so that its maker stays known.
    """

    heading: Heading
    signer: Signer
    contents: Mapping[str, bytes]
    envelope: Mapping[str, bytes]

    @property
    def edition(self) -> str:
        """Name and version, as `cn-base@1`."""
        return f"{self.heading.id}@{self.heading.version}"


def build_pack(folder: Path, out: Path, key: DeviceKey) -> Built:
    """Write the pack of a folder to `out` (a file, or a folder to put `id-version.fieldpack` into), signed by `key`.

    Raises PackError when the pack has errors: nothing wrong is handed out.
    """
    refuse_errors(check_pack(folder), folder)
    heading = read_heading(folder)
    contents = folder_contents(folder)
    manifest = _manifest(heading, contents)
    whole = {**contents, MANIFEST_FILE: manifest, SIGNATURE_FILE: signed(manifest, key)}
    target = out / f"{heading.id}-{heading.version}{SUFFIX}" if out.is_dir() else out
    body = write_entries(whole)
    partial = target.with_name(target.name + ".part")
    partial.write_bytes(body)
    partial.replace(target)
    edition = f"{heading.id}@{heading.version}"
    return Built(target, edition, len(contents), hashlib.sha256(body).hexdigest(), key.fingerprint)


def read_pack_file(file: Path) -> PackFile:
    """A pack file whose manifest fits its files and whose signature fits its manifest. Raises PackError: file, size,
    member, no_manifest, damaged, not_signed, unknown_algorithm, forged, and what is wrong with its heading."""
    contents = read_entries(file)
    envelope = {name: contents.pop(name, b"") for name in _ENVELOPE}
    named, files = _read_manifest(envelope[MANIFEST_FILE])
    if files != {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}:
        raise _damaged(file)
    signer = read_signer(envelope[SIGNATURE_FILE], envelope[MANIFEST_FILE])
    heading = parse_heading(contents.get(HEADING_FILE, b""))
    if named != (heading.id, heading.version):
        raise _damaged(file)
    return PackFile(heading, signer, contents, envelope)


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


def folder_contents(folder: Path) -> dict[str, bytes]:
    """Name → content of the files that make up a pack's folder; hidden files and the envelope are none of them."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in _files_of(folder)}


def signer_of_folder(folder: Path) -> Signer | None:
    """Who signed an installed pack; None for one that came with the program or was copied in by hand."""
    manifest, signature = (folder / name for name in _ENVELOPE)
    if not (manifest.is_file() and signature.is_file()):
        return None
    try:
        return read_signer(signature.read_bytes(), manifest.read_bytes())
    except PackError:
        return None


def _files_of(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        place = file.relative_to(folder)
        hidden = any(part.startswith(".") for part in place.parts)
        # A link could bring in a file from outside the pack.
        if file.is_file() and not file.is_symlink() and not hidden and place.as_posix() not in _ENVELOPE:
            yield file


def _manifest(heading: Heading, contents: Mapping[str, bytes]) -> bytes:
    manifest = {
        "format": FORMAT,
        "id": heading.id,
        "version": heading.version,
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in sorted(contents.items())},
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _read_manifest(content: bytes) -> tuple[tuple[object, object], Mapping[str, object]]:
    try:
        manifest = json.loads(content)
        if manifest["format"] == FORMAT and isinstance(manifest["files"], dict):
            return (manifest["id"], manifest["version"]), dict(manifest["files"])
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise PackError(
        "pack.no_manifest",
        "This is no pack file of FieldApp: its manifest is missing or unknown. Ask for a pack file.",
    )


def _damaged(file: Path) -> PackError:
    return PackError(
        "pack.damaged",
        "{file} differs from its own manifest: it was damaged or changed. Copy it again from where it came.",
        file=file.name,
    )
