"""Photos and forms on the hub: files named by the SHA-256 of their content, encrypted with the archive's key.

An account may give or take a file, a part of it, or its thumbnail only when a record within its scopes names it: the
reference comes first, by sync.
"""

from hashlib import sha256

from fieldapp.errors import RegisterError
from fieldapp.store.files.attachment_folder import AttachmentFolder, is_digest
from fieldapp.store.files.attachment_places import LANES, ORIGINALS, SHEETS, THUMBNAILS, is_placed, lacking
from fieldapp.store.files.attachments import note_held
from fieldapp.store.files.thumbnails import (
    LARGEST_SHEET,
    PICTURE_HEAD,
    has_thumb,
    is_picture,
    is_sheet,
    keep_thumb,
)
from fieldapp.store.striking import is_file_erased
from fieldapp_server.accounts import Account
from fieldapp_server.archive import Archive
from fieldapp_server.problems import FOREIGN, INTERNAL, MALFORMED, UNKNOWN, Refused
from fieldapp_sync.files.messages import LARGEST_ASK, FilesHeld, FilesHeldAsk

MAX_BYTES = 16 << 20
"""Of a file that comes whole, by protocol 1."""
MOST_WANTED = 200
"""References a reply of protocol 1 names; the laptop asks again after it has sent them."""


def take_attachment(archive: Archive, account: Account, name: str, content: bytes) -> None:
    """Store a file; a second time or after an erasure nothing. Raises Refused request.malformed, scope.foreign."""
    refuse_unnamed(archive, account, name)
    if sha256(content).hexdigest() != name:
        raise Refused(MALFORMED)
    if is_erased(archive, name):
        return
    folder_of(archive).write(content)
    note_arrived(archive, name, len(content))


def give_attachment(archive: Archive, account: Account, name: str) -> bytes:
    """The content of a file. Raises Refused request.unknown, scope.foreign, hub.internal for a damaged one."""
    return give_part(archive, account, name, 0, 1 << 62)


def give_part(archive: Archive, account: Account, name: str, first: int, last: int) -> bytes:
    """Bytes `first` to before `last` of a file, fewer at its end. Raises as `give_attachment`."""
    refuse_unnamed(archive, account, name)
    if is_erased(archive, name):
        raise Refused(UNKNOWN)
    try:
        return folder_of(archive).read_part(name, first, last)
    except RegisterError as wrong:
        raise Refused(UNKNOWN if wrong.code == "attachment.missing" else INTERNAL) from wrong


def take_thumbnail(archive: Archive, account: Account, name: str, content: bytes) -> None:
    """Store the small picture of a file, or with b"" that it has none.

    Raises Refused scope.foreign, and request.malformed for what is no small JPEG, PNG or WebP.
    """
    refuse_unnamed(archive, account, name)
    if is_erased(archive, name):
        return
    with archive.tables() as ledger:
        # One that is here stays: nobody changes what others see of a photo.
        if not has_thumb(ledger, name) and not keep_thumb(ledger, folder_of(archive), name, content):
            raise Refused(MALFORMED)


def give_thumbnail(archive: Archive, account: Account, name: str) -> bytes:
    """The small picture of a file. Raises Refused request.unknown, scope.foreign."""
    refuse_unnamed(archive, account, name)
    content = None if is_erased(archive, name) else folder_of(archive).read_thumbnail(name)
    if content is None:
        raise Refused(UNKNOWN)
    return content


def held_of(archive: Archive, account: Account, asked: FilesHeldAsk) -> FilesHeld:
    """Which files or thumbnails of these are here; a thumbnail of 0 bytes can never be. What the account may not have is
    as if it were not here."""
    if (
        asked.lane not in (*LANES, SHEETS)
        or len(asked.names) > LARGEST_ASK
        or not all(map(is_digest, asked.names))
    ):
        raise Refused(MALFORMED)
    held = {
        THUMBNAILS: "select bytes from thumbnail where sha256 = ?",
        ORIGINALS: "select bytes from attachment where sha256 = ? and have = 1",
        SHEETS: f"select bytes from attachment where sha256 = ? and have = 1 and bytes <= {LARGEST_SHEET}",
    }[asked.lane]
    sizes: dict[str, int] = {}
    with archive.tables() as ledger:
        for name in asked.names:
            found = ledger.db.execute(held, [name]).fetchone()
            if found and is_placed(ledger, name, account.scopes):
                sizes[name] = found[0]
    if asked.lane == SHEETS:
        sizes = {name: size for name, size in sizes.items() if _is_sheet(archive, name)}
    return FilesHeld(sizes)


def _is_sheet(archive: Archive, name: str) -> bool:
    try:
        return is_sheet(folder_of(archive).read(name))
    except RegisterError:
        return False


def is_missing(archive: Archive, account: Account, lane: str) -> bool:
    """Whether a record within the account's scopes names a file that lacks here in this lane; one look into an index."""
    with archive.held() as ledger:
        return next(lacking(ledger, account.scopes, lane, limit=1), None) is not None


def wanted_from(archive: Archive, account: Account) -> tuple[str, ...]:
    """SHA-256 of files that records within the account's scopes name and that are not here, at most `MOST_WANTED`."""
    with archive.tables() as ledger:
        found = lacking(ledger, account.scopes, ORIGINALS, limit=MOST_WANTED)
        return tuple(dict.fromkeys(name for _, name in found))


def folder_of(archive: Archive) -> AttachmentFolder:
    """The files of an archive."""
    return AttachmentFolder(archive.attachments, archive.file_key)


def note_arrived(archive: Archive, name: str, size: int) -> None:
    """Enter a file that lies in the folder whole; of one that is no picture no thumbnail is asked for."""
    folder = folder_of(archive)
    with archive.tables() as ledger:
        if note_held(ledger, folder, name, size) and not is_picture(folder.read_part(name, 0, PICTURE_HEAD)):
            keep_thumb(ledger, folder, name, b"")


def is_erased(archive: Archive, name: str) -> bool:
    """Whether the file was erased: it is neither taken nor given again."""
    with archive.tables() as ledger:
        return is_file_erased(ledger, name)


def refuse_unnamed(archive: Archive, account: Account, name: str) -> None:
    """Raises Refused request.malformed for no SHA-256, scope.foreign where no record of the account's places names it."""
    if not is_digest(name):
        raise Refused(MALFORMED)
    with archive.tables() as ledger:
        if not is_placed(ledger, name, account.scopes):
            raise Refused(FOREIGN)
