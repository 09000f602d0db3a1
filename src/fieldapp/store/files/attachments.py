"""Photos, sheets and submissions as encrypted files beside the vault, named by the SHA-256 of what is in them.

A file holds a magic word, the id of its algorithm and its boxes (`file_boxes`). It is durable before any row names it.
The rule it holds: what a worker is shown comes through `get`, which asks his role; `folder_of(...).read` asks nobody, for
what carries files whole, as sync does.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.errors import RegisterError
from fieldapp.store.faults import telling_faults
from fieldapp.store.files.file_boxes import (
    BOXED,
    MAGIC,
    THUMBNAIL,
    WHOLE,
    Boxes,
    WrongBox,
    boxed_head,
    boxes_of,
    size_after_kind,
)
from fieldapp.store.ledger import Ledger
from fieldapp.store.replacing import replace_with, sync_folder

if TYPE_CHECKING:
    from fieldapp.store.vault import Vault

PREFIX = "sha256:"
_DIGEST = re.compile("[0-9a-f]{64}")
_BOX = 256 << 10
_WHOLE_HEAD = len(MAGIC) + len(WHOLE)
_WHOLE_EXTRA = _WHOLE_HEAD + 12 + 16


def is_digest(name: str) -> bool:
    """Whether this is a SHA-256 as hex."""
    return _DIGEST.fullmatch(name) is not None


def make_durable(folder: Path) -> None:
    """The folder, and its entry in the folders above: a file in it is only as durable as the way to it."""
    if folder.exists():
        return
    make_durable(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


class AttachmentFolder:
    """The encrypted files of one vault or archive; knows nothing of its tables."""

    def __init__(self, folder: Path, file_key: bytes) -> None:
        self.folder = folder
        self.boxes = Boxes(file_key)

    def write(self, data: bytes) -> str:
        """Keep data durably; returns its SHA-256 as hex. Writing it again makes it young, no more."""
        digest = sha256(data).hexdigest()
        if self.holds(digest):
            with telling_faults():
                self._path(digest).touch()  # Wanted again: `sweeping` counts its age from now.
        else:
            self.place(digest, self._sealed(digest, data))
        return digest

    def place(self, digest: str, boxed: Iterable[bytes]) -> None:
        """Keep a file of boxes sealed already. Raises VaultError and what `boxed` raises; then nothing is kept."""
        path = self._path(digest)
        with telling_faults():
            make_durable(path.parent)
        replace_with(path, boxed)

    def read(self, digest: str) -> bytes:
        """The data. Raises RegisterError attachment.missing, attachment.damaged."""
        return self._read(digest, 0, None)

    def read_part(self, digest: str, first: int, last: int) -> bytes:
        """The bytes from `first` to before `last`, fewer at the file's end. Raises as `read`."""
        return self._read(digest, first, last)

    def size(self, digest: str) -> int:
        """How many bytes the file has, by its head. Raises as `read`."""
        try:
            with telling_faults(), self._path(digest).open("rb") as file:
                if file.read(_WHOLE_HEAD) == MAGIC + BOXED:
                    return size_after_kind(file)
                return self._path(digest).stat().st_size - _WHOLE_EXTRA
        except (FileNotFoundError, ValueError) as gone:
            raise _missing() from gone

    def holds(self, digest: str) -> bool:
        """Whether the file is here."""
        return self._path(digest).exists()

    def remove(self, digest: str) -> None:
        """Take a file away, with its thumbnail and what came of it; none there is well too."""
        # Late: what is arriving is kept by a module over this one.
        from fieldapp.store.files.partial_files import drop_parts

        with telling_faults():
            self._path(digest).unlink(missing_ok=True)
        self.remove_thumbnail(digest)
        drop_parts(self, digest)

    def write_thumbnail(self, digest: str, content: bytes) -> None:
        """Keep the small picture of a file durably."""
        path = self._thumbnail(digest)
        with telling_faults():
            make_durable(path.parent)
        replace_with(path, [self.boxes.seal_thumbnail(digest, content)])

    def read_thumbnail(self, digest: str) -> bytes | None:
        """The small picture of a file; None where none is here or it is damaged."""
        try:
            with telling_faults():
                content = self._thumbnail(digest).read_bytes()
            return self.boxes.open_whole(THUMBNAIL, digest, content)
        except (FileNotFoundError, ValueError):
            return None

    def remove_thumbnail(self, digest: str) -> None:
        """Take the small picture of a file away; none there is well too."""
        with telling_faults():
            self._thumbnail(digest).unlink(missing_ok=True)

    def _sealed(self, digest: str, data: bytes) -> Iterator[bytes]:
        yield boxed_head(len(data))
        for at in range(0, len(data), _BOX):
            yield self.boxes.seal(digest, len(data), at, data[at : at + _BOX])

    def _read(self, digest: str, first: int, last: int | None) -> bytes:
        try:
            with telling_faults(), self._path(digest).open("rb") as file:
                if (head := file.read(_WHOLE_HEAD)) != MAGIC + BOXED:
                    return self.boxes.open_whole(WHOLE, digest, head + file.read())[first:last]
                size = size_after_kind(file)
                end = size if last is None else min(last, size)
                content = bytearray()
                start = None
                for at, box in boxes_of(file, size, first, end):
                    start = at if start is None else start
                    content += self.boxes.open(digest, size, at, box)
                skipped = first - (start or 0)
                del content[skipped + max(0, end - first) :], content[:skipped]
                return bytes(content)
        except WrongBox as wrong:
            raise RegisterError(
                "attachment.damaged", "This photo or file is damaged. Restore it from a backup or sync again."
            ) from wrong
        except (FileNotFoundError, ValueError) as gone:
            raise _missing() from gone

    def _path(self, digest: str) -> Path:
        if not is_digest(digest):
            raise ValueError("not a SHA-256")
        return self.folder / digest[:2] / digest

    def _thumbnail(self, digest: str) -> Path:
        path = self._path(digest)
        return path.with_name(f"{path.name}.thumb")


def _missing() -> RegisterError:
    return RegisterError(
        "attachment.missing", "This photo or file has not arrived on this computer yet. Sync first."
    )


def folder_of(vault: "Vault") -> AttachmentFolder:
    """The attachments of a vault."""
    return AttachmentFolder(files_path(vault.path), vault.file_key)


def files_path(vault_path: Path) -> Path:
    """Where the attachments of a vault lie: `name.files`."""
    return vault_path.with_suffix(".files")


def put(vault: "Vault", data: bytes) -> str:
    """Keep data of this worker's; returns "sha256:<hex>", the value of a file field. Raises VaultError."""
    ref = keep(vault, data)
    vault.session.brought.add((vault.worker, ref))
    return ref


def keep(vault: "Vault", data: bytes) -> str:
    """Keep data that came from elsewhere: as `put`, and it gives nobody here a right to read it."""
    folder = folder_of(vault)
    digest = folder.write(data)
    note_held(vault.ledger, folder, digest, len(data))
    return PREFIX + digest


def note_held(ledger: Ledger, folder: AttachmentFolder, digest: str, size: int) -> bool:
    """Enter a file that lies in the folder, in a transaction of its own. An erased one goes again, and that is False."""
    with ledger.transaction():
        is_erased = ledger.db.execute(
            "select 1 from erased where list = 'attachment' and record = ? limit 1", [digest]
        ).fetchone()
        if not is_erased:
            ledger.db.execute(
                "insert into attachment (sha256, bytes, have) values (?, ?, 1) "
                "on conflict (sha256) do update set bytes = excluded.bytes, have = 1",
                [digest, size],
            )
            return True
    folder.remove(digest)
    return False


def get(vault: "Vault", ref: str) -> bytes:
    """The data of "sha256:<hex>" for this worker. Raises RegisterError attachment.missing, attachment.damaged, and
    role.not_allowed where no record or draft that he may read names it."""
    # Late: what a worker may read is known to modules that keep files themselves.
    from fieldapp.store.files.file_rights import refuse_unreadable

    digest = ref.removeprefix(PREFIX)
    data = folder_of(vault).read(digest)
    refuse_unreadable(vault, PREFIX + digest)
    return data


def wanted(vault: "Vault") -> tuple[str, ...]:
    """The references that records name and that are not here."""
    return _refs(vault, have=0)


def held(vault: "Vault") -> tuple[str, ...]:
    """The references that are here."""
    return _refs(vault, have=1)


def want_files(ledger: Ledger, value: str, scope: str) -> None:
    """Enter the references of a file field of a record in this village; what is not here shows in `wanted`.

    In the caller's transaction.
    """
    for ref in value.split():
        digest = ref.removeprefix(PREFIX)
        if not (ref.startswith(PREFIX) and is_digest(digest)):
            continue
        ledger.db.execute(
            "insert or ignore into attachment (sha256, bytes, have) select ?, 0, 0 "
            "where not exists (select 1 from erased where list = 'attachment' and record = ?)",
            [digest, digest],
        )
        ledger.db.execute(
            "insert or ignore into attachment_place (sha256, scope, have, thumb) "
            "select a.sha256, ?, a.have, t.sha256 is not null from attachment a "
            "left join thumbnail t on t.sha256 = a.sha256 where a.sha256 = ?",
            [scope, digest],
        )


def _refs(vault: "Vault", *, have: int) -> tuple[str, ...]:
    found = vault.db.execute("select sha256 from attachment where have = ? order by sha256", [have])
    return tuple(PREFIX + row[0] for row in found.fetchall())
