"""Photos, sheets and submissions of a vault: which are here, which records name them, who may read them.

The rule it holds: what a worker is shown comes through `get`, which asks his role; `folder_of(...).read` asks nobody, for
what carries files whole, as sync does.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.store.files.attachment_folder import AttachmentFolder, is_digest
from fieldapp.store.ledger import Ledger

if TYPE_CHECKING:
    from fieldapp.store.vault import Vault

PREFIX = "sha256:"


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
