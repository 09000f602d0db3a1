"""The small picture of a photo: at most 10 KB, encrypted beside the photo, here before the photo is.

The rule it holds: it is shown to whom the photo would be shown, and it goes when the photo is erased.
"""

from typing import TYPE_CHECKING

from fieldapp.store.files.attachment_folder import AttachmentFolder, is_digest
from fieldapp.store.files.attachments import PREFIX, folder_of
from fieldapp.store.ledger import Ledger

if TYPE_CHECKING:
    from fieldapp.store.vault import Vault

LARGEST_THUMBNAIL = 10 << 10
"""Bytes."""
LARGEST_SHEET = 64 << 10
"""Bytes of a file that travels with the data on any link when it is no picture: a form's sheet, a log of its filling."""
PICTURE_HEAD = 16
"""First bytes of a file that tell whether it is a picture."""
_PICTURES = (b"\xff\xd8", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"


def is_thumbnail(content: bytes) -> bool:
    """Whether this may be kept: a JPEG, PNG or WebP by its first bytes, and small."""
    is_webp = content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    return len(content) <= LARGEST_THUMBNAIL and (content.startswith((_JPEG, _PNG)) or is_webp)


def is_picture(content: bytes) -> bool:
    """Whether a file says by its first bytes that it is a picture."""
    return content[4:8] == b"ftyp" or content.startswith(_PICTURES)


def is_sheet(content: bytes) -> bool:
    """Whether a file is small and no picture: then it need not wait for a LAN or a stick."""
    return len(content) <= LARGEST_SHEET and not is_picture(content)


def thumb_of(vault: "Vault", sha256: str) -> bytes | None:
    """The small picture of a photo (hex, or "sha256:<hex>") for this worker; None where none is here.

    Raises RegisterError role.not_allowed where he may not read the photo.
    """
    # Late: rights look into drafts and roles.
    from fieldapp.store.files.file_rights import refuse_unreadable

    digest = sha256.removeprefix(PREFIX)
    if not is_digest(digest):
        return None
    content = folder_of(vault).read_thumbnail(digest)
    if content is not None:
        refuse_unreadable(vault, PREFIX + digest)
    return content


def keep_thumb(ledger: Ledger, folder: AttachmentFolder, digest: str, content: bytes) -> bool:
    """Keep a small picture durably; b"" notes that none can be made. False for one that is refused: no picture, too
    large, or of a file that was erased or that nothing names."""
    if content and not is_thumbnail(content):
        return False
    if content:
        folder.write_thumbnail(digest, content)
    with ledger.transaction():
        entered = ledger.db.execute(
            "insert into thumbnail (sha256, bytes) select sha256, ? from attachment where sha256 = ? "
            "on conflict (sha256) do update set bytes = max(bytes, excluded.bytes) returning 1",
            [len(content), digest],
        ).fetchone()
    if entered is None and content:
        folder.remove_thumbnail(digest)
    return entered is not None


def has_thumb(ledger: Ledger, digest: str) -> bool:
    """Whether a small picture of the file is here."""
    found = ledger.db.execute("select 1 from thumbnail where sha256 = ? and bytes > 0", [digest])
    return found.fetchone() is not None
