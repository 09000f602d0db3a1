"""Photos, sheets and submissions as encrypted files beside the vault, named by the SHA-256 of what is in them.

A file holds a magic word, the id of its algorithm, a nonce and the box. It is durable before any row names it.
The rule it holds: what a worker is shown comes through `get`, which asks his role; `folder_of(...).read` asks nobody, for
what carries files whole, as sync does.
"""

import secrets
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from fieldapp.errors import RegisterError
from fieldapp.store.faults import telling_faults
from fieldapp.store.ledger import Ledger
from fieldapp.store.replacing import replace_file, sync_folder

if TYPE_CHECKING:
    from fieldapp.store.vault import Vault

PREFIX = "sha256:"
_MAGIC = b"FAF"
_CHACHA20 = b"\x01"
_NONCE = 12


def _make_durable(folder: Path) -> None:
    """The folder, and its entry in the folders above: a file in it is only as durable as the way to it."""
    if folder.exists():
        return
    _make_durable(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


class AttachmentFolder:
    """The encrypted files of one vault or archive; knows nothing of its tables."""

    def __init__(self, folder: Path, file_key: bytes) -> None:
        self.folder = folder
        self._box = ChaCha20Poly1305(
            HKDF(hashes.SHA256(), 32, None, b"fieldapp attachments").derive(file_key)
        )

    def write(self, data: bytes) -> str:
        """Keep data durably; returns its SHA-256 as hex. Writing it again makes it young, no more."""
        digest = sha256(data).hexdigest()
        path = self._path(digest)
        if not path.exists():
            with telling_faults():
                _make_durable(path.parent)
            nonce = secrets.token_bytes(_NONCE)
            sealed = self._box.encrypt(nonce, data, _MAGIC + _CHACHA20 + bytes.fromhex(digest))
            replace_file(path, _MAGIC + _CHACHA20 + nonce + sealed)
        else:
            with telling_faults():
                path.touch()  # Wanted again: `sweeping` counts its age from now.
        return digest

    def read(self, digest: str) -> bytes:
        """The data. Raises RegisterError attachment.missing, attachment.damaged."""
        try:
            with telling_faults():
                content = self._path(digest).read_bytes()
        except (FileNotFoundError, ValueError) as gone:
            raise RegisterError(
                "attachment.missing", "This photo or file has not arrived on this computer yet. Sync first."
            ) from gone
        head = len(_MAGIC) + len(_CHACHA20)
        try:
            if content[:head] != _MAGIC + _CHACHA20:
                raise InvalidTag
            nonce, sealed = content[head : head + _NONCE], content[head + _NONCE :]
            return self._box.decrypt(nonce, sealed, content[:head] + bytes.fromhex(digest))
        except (InvalidTag, ValueError) as wrong:
            raise RegisterError(
                "attachment.damaged", "This photo or file is damaged. Restore it from a backup or sync again."
            ) from wrong

    def holds(self, digest: str) -> bool:
        """Whether the file is here."""
        return self._path(digest).exists()

    def remove(self, digest: str) -> None:
        """Take a file away; none there is well too."""
        with telling_faults():
            self._path(digest).unlink(missing_ok=True)

    def _path(self, digest: str) -> Path:
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            raise ValueError("not a SHA-256")
        return self.folder / digest[:2] / digest


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
    digest = folder_of(vault).write(data)
    with vault.transaction():
        vault.db.execute(
            "insert or replace into attachment (sha256, bytes, have) values (?, ?, 1)", [digest, len(data)]
        )
    return PREFIX + digest


def get(vault: "Vault", ref: str) -> bytes:
    """The data of "sha256:<hex>" for this worker. Raises RegisterError attachment.missing, attachment.damaged, and
    role.not_allowed where no record or draft that he may read names it."""
    # Late: what a worker may read is known to modules that keep files themselves.
    from fieldapp.store.file_rights import refuse_unreadable

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


def want_files(ledger: Ledger, value: str) -> None:
    """Enter the references of a file field; what is not here shows in `wanted`. In the caller's transaction."""
    for ref in value.split():
        digest = ref.removeprefix(PREFIX)
        if ref.startswith(PREFIX) and len(digest) == 64 and set(digest) <= set("0123456789abcdef"):
            ledger.db.execute(
                "insert or ignore into attachment (sha256, bytes, have) select ?, 0, 0 "
                "where not exists (select 1 from erased where list = 'attachment' and record = ?)",
                [digest, digest],
            )


def _refs(vault: "Vault", *, have: int) -> tuple[str, ...]:
    found = vault.db.execute("select sha256 from attachment where have = ? order by sha256", [have])
    return tuple(PREFIX + row[0] for row in found.fetchall())
