"""The hub's archive: an encrypted SQLite of the same shape as a vault, its key in a file of its own (mode 0600).

Commits are stored first and projected into the tables by the same code as on a laptop (`store.intake`). One connection,
one lock: requests take turns, each turn is short.
"""

import json
import os
import secrets
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.domain.region import RegionCode
from fieldapp.errors import SyncError
from fieldapp.packs import joined_dictionary, resolve_packs
from fieldapp.store.cipher import open_database
from fieldapp.store.ledger import Ledger
from fieldapp.store.lock import VaultLock

if TYPE_CHECKING:
    from sqlite_utils import Database

TIERS = ("township", "central")
_DATABASE, _KEY = "archive.db", "archive.key"
_TABLES = (
    "create table if not exists hub_account (name text primary key, role text not null, scopes text not null, "
    "revoked integer not null default 0) without rowid",
    "create table if not exists hub_device (id text primary key, account text not null references hub_account, "
    "public text not null unique, recipient text not null, replica text not null, paired_ms integer not null, "
    "revoked integer not null default 0) without rowid",
    "create table if not exists hub_code (hash text primary key, account text not null references hub_account, "
    "expires_ms integer not null) without rowid",
)


class Archive:
    """An open archive. `held()` gives the ledger to one thread at a time. Close it, or use it as a context manager."""

    def __init__(
        self, folder: Path, file_key: bytes, db: "Database", ledger: Ledger, lock: VaultLock | None
    ) -> None:
        self.folder = folder
        self.file_key = file_key
        self.attachments = folder / "attachments"
        self._db, self._ledger, self._file_lock = db, ledger, lock
        self._turn = threading.RLock()

    @contextmanager
    def held(self) -> Iterator[Ledger]:
        """The ledger, for this thread alone until the block ends."""
        with self._turn:
            yield self._ledger

    @property
    def name(self) -> str:
        """The hub's replica id."""
        return self._ledger.replica

    @property
    def tier(self) -> str:
        """`township` or `central`: what this hub's receipt means."""
        with self.held() as ledger:
            return ledger.meta("tier")

    def close(self) -> None:
        """Close the database and free the folder for another process."""
        with self._turn:
            self._db.close()
            if self._file_lock is not None:
                self._file_lock.release()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_archive(
    folder: Path,
    *,
    packs: Sequence[Path | str] = ("cn-base",),
    tier: str = "central",
    alone: bool = True,
) -> Archive:
    """Open the archive in `folder`, made where there is none. `packs` and `tier` count only when it is made.

    A hub opens it `alone`; the commands for accounts and devices may come in beside a running hub.

    Raises SyncError hub.no_key, hub.bad_tier; VaultError as a vault does (in use, damaged, disk full).
    """
    if tier not in TIERS:
        raise SyncError("hub.bad_tier", "A hub is a township's or the central one, not {tier}.", tier=tier)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / _DATABASE
    lock = VaultLock(path) if alone else None
    try:
        file_key = _key_of(folder, path)
        db = open_database(path, file_key)
        try:
            ledger = _ledger(db, packs, tier)
        except BaseException:
            db.close()
            raise
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    return Archive(folder, file_key, db, ledger, lock)


def within(scopes: Sequence[str], column: str = "scope") -> tuple[str, list[str]]:
    """An SQL condition that `column` lies in one of these scopes, and its parameters. No scope: no row."""
    prefixes = [RegionCode(scope).prefix for scope in scopes]
    if not prefixes:
        return "0", []
    return "(" + " or ".join(f"substr({column}, 1, {len(prefix)}) = ?" for prefix in prefixes) + ")", prefixes


def _ledger(db: "Database", packs: Sequence[Path | str], tier: str) -> Ledger:
    from fieldapp.store.migrations import migrate

    migrate(db)
    for statement in _TABLES:
        db.execute(statement)
    row = db.execute("select value from meta where key = 'packs'").fetchone()
    places = json.loads(row[0]) if row else [str(place) for place in packs]
    ledger = Ledger(db, joined_dictionary(resolve_packs([_place(text) for text in places])), "")
    ledger.prepare()
    with ledger.transaction():
        for key, value in {
            "packs": json.dumps(places),
            "tier": tier,
            "replica": secrets.token_hex(8),
        }.items():
            if not ledger.meta(key):
                ledger.set_meta(key, value)
    ledger.replica = ledger.meta("replica")
    return ledger


def _place(text: str) -> Path | str:
    return Path(text) if os.sep in text else text


def _key_of(folder: Path, database: Path) -> bytes:
    path = folder / _KEY
    if path.exists():
        return bytes.fromhex(path.read_text().strip())
    if database.exists():
        raise SyncError(
            "hub.no_key",
            "The key file {file} of this archive is missing. Put it back from where it is kept; nothing was changed.",
            file=_KEY,
        )
    key = secrets.token_bytes(32)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(key.hex())
        file.flush()
        os.fsync(file.fileno())
    return key
