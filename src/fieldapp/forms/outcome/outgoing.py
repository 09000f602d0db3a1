"""A submission as OpenRosa servers take it: multipart/form-data, the XML first, then each file under its name.

Inside the program an answer names its file by what is in it (`sha256:…`); outside by a file name of its own. The rule it
holds: the same answers and files give the same bytes; only a sealed submission has something random in it.
Sources: OpenRosa 1.0 Form Submission API; ODK XForms specification, “Encryption”.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

from fieldapp.errors import FormError
from fieldapp.forms.outcome.sealing import seal_submission
from fieldapp.forms.reading.attachment_names import file_name

XML_PART = "xml_submission_file"
INCOMPLETE = "*isIncomplete*"
LARGEST_PARCEL = 10 * 1024 * 1024  # bytes; what servers of OpenRosa accept in one request at the least
_REF = re.compile(rb">(sha256:[0-9a-f]{64})<")
_STARTS = (
    (b"\xff\xd8\xff", "jpg", "image/jpeg"), (b"\x89PNG\r\n", "png", "image/png"), (b"GIF8", "gif", "image/gif"),
    (b"%PDF-", "pdf", "application/pdf"), (b"OggS", "ogg", "audio/ogg"), (b"ID3", "mp3", "audio/mpeg"),
    (b"\xff\xfb", "mp3", "audio/mpeg"), (b"PK\x03\x04", "zip", "application/zip"),
)  # fmt: skip
_TYPES = {kind: media for _, kind, media in _STARTS} | {
    "webp": "image/webp", "wav": "audio/wav", "m4a": "audio/mp4", "mp4": "video/mp4", "csv": "text/csv",
}  # fmt: skip
_OTHER = "application/octet-stream"


@dataclass(frozen=True)
class Parcel:
    """The body of one POST and its Content-Type."""

    content_type: str
    body: bytes


def named_files(xml: bytes, contents: Mapping[str, bytes]) -> tuple[bytes, dict[str, bytes]]:
    """The XML with file names in place of `sha256:…`, and the files by these names in the order of the XML.

    `contents` holds the bytes by reference. Raises FormError outgoing.missing for one that it lacks.
    """
    names: dict[bytes, str] = {}
    for ref in _REF.findall(xml):
        content = contents.get(ref.decode())
        if content is None:
            raise FormError(
                "outgoing.missing", "A photo or file of this form is not on this computer yet. Sync first."
            )
        names[ref] = f"{ref[7:23].decode()}.{_kind(content)}"
    told = _REF.sub(lambda found: b">" + names[found.group(1)].encode() + b"<", xml)
    return told, {name: contents[ref.decode()] for ref, name in names.items()}


def parcels(
    xml: bytes,
    files: Mapping[str, bytes],
    *,
    public_key: str = "",
    key: bytes = b"",
    most: int = LARGEST_PARCEL,
) -> tuple[Parcel, ...]:
    """One request, or several where the files together are larger than `most` bytes; each carries the XML.

    `files` are the attachments by name, the audit log with them. With a form's `public_key` all is sealed with `key`,
    32 fresh random bytes. Raises FormError outgoing.name for a name that is no file's, and those of `seal_submission`.
    """
    for name in files:
        if file_name(name) != name:
            raise FormError("outgoing.name", "“{name}” cannot be the name of an attached file.", name=name)
    if public_key:
        sealed = seal_submission(xml, files, public_key, key=key)
        xml, files = sealed.manifest, sealed.parts
    groups = list(_groups(files, most)) or [{}]
    return tuple(_parcel(xml, group, at < len(groups)) for at, group in enumerate(groups, 1))


def _groups(files: Mapping[str, bytes], most: int) -> Iterator[dict[str, bytes]]:
    group: dict[str, bytes] = {}
    for name, content in files.items():
        if group and sum(map(len, group.values())) + len(content) > most:
            yield group
            group = {}
        group[name] = content
    if group:
        yield group


def _parcel(xml: bytes, files: Mapping[str, bytes], goes_on: bool) -> Parcel:
    parts = [_part(XML_PART, "submission.xml", "text/xml", xml)]
    parts += [_part(name, name, _media_type(name), content) for name, content in files.items()]
    if goes_on:
        parts.append(f'Content-Disposition: form-data; name="{INCOMPLETE}"\r\n\r\nyes'.encode())
    whole = b"".join(parts)
    marks = (sha256(whole + bytes([turn])).hexdigest()[:32].encode() for turn in count())
    mark = next(one for one in marks if one not in whole)
    body = b"".join(b"--" + mark + b"\r\n" + part + b"\r\n" for part in parts) + b"--" + mark + b"--\r\n"
    return Parcel(f"multipart/form-data; boundary={mark.decode()}", body)


def _part(name: str, file: str, media_type: str, content: bytes) -> bytes:
    head = f'Content-Disposition: form-data; name="{name}"; filename="{file}"\r\nContent-Type: {media_type}\r\n\r\n'
    return head.encode() + content


def _media_type(name: str) -> str:
    return _TYPES.get(name.rpartition(".")[2].lower(), _OTHER)


def _kind(content: bytes) -> str:
    """The ending of a file's name, by how its content begins."""
    if content[:4] == b"RIFF":
        return "webp" if content[8:12] == b"WEBP" else "wav"
    if content[4:8] == b"ftyp":
        return "m4a" if content[8:11] == b"M4A" else "mp4"
    return next((kind for start, kind, _ in _STARTS if content.startswith(start)), "bin")
