"""The hub's archive: an encrypted SQLite of the same shape as a vault, its key in a file of its own (mode 0600).

Commits are stored first and projected into the tables by the same code as on a laptop (`store.intake`). One connection,
one lock: requests take turns, each turn is short.
"""

import json
import secrets
import shutil
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.domain.region import RegionCode
from fieldapp.errors import SyncError
from fieldapp.keys.devices import DeviceKey
from fieldapp.packs import joined_dictionary, resolve_packs
from fieldapp.packs.heading import HEADING_FILE
from fieldapp.store.cipher import open_database
from fieldapp.store.faults import telling_faults
from fieldapp.store.files.attachment_folder import AttachmentFolder
from fieldapp.store.ledger import Ledger
from fieldapp.store.lock import VaultLock
from fieldapp.store.migrations import migrate
from fieldapp.store.projecting import project
from fieldapp.store.replacing import make_folder
from fieldapp.store.striking import settle
from fieldapp_server.archive_key import key_of
from fieldapp_server.authority.authority import hub_key
from fieldapp_server.exchange.projector import Projector
from fieldapp_server.station import seen

if TYPE_CHECKING:
    from sqlite_utils import Database

TIERS = ("township", "central")
_DATABASE = "archive.db"
_HUB_KEY = "hub_key"
CACHE_KIB = 8_000
"""A hub does not search: what it stores and gives lies close together, and it may have several readings at once."""
_SOME = 50
"""Commits brought into the tables in one turn; a request waits no longer than that."""
_BETWEEN_SECONDS = 0.001
_USUAL_PACKS = ("cn-base",)
_OWN_PACKS = "packs/"
_TABLES = (
    "create table if not exists hub_account (name text primary key, role text not null, scopes text not null, "
    "revoked integer not null default 0) without rowid",
    "create table if not exists hub_device (id text primary key, account text not null references hub_account, "
    "public text not null unique, recipient text not null, replica text not null, paired_ms integer not null, "
    "revoked integer not null default 0) without rowid",
    "create table if not exists hub_code (hash text primary key, account text not null references hub_account, "
    "expires_ms integer not null) without rowid",
    seen.TABLE,
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
        self._projector = Projector(self._project_some)

    @contextmanager
    def held(self) -> Iterator[Ledger]:
        """The ledger, for this thread alone until the block ends; its tables may be behind its log."""
        # A lock is not fair: without a word to who brings the tables up to date this would wait for all of that.
        self._projector.stir()
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

    @contextmanager
    def tables(self) -> Iterator[Ledger]:
        """The ledger with its tables as new as its log, for this thread alone until the block ends."""
        with self._turn:
            while project(self._ledger):
                continue
            yield self._ledger

    @contextmanager
    def reading(self, *, cache: int = CACHE_KIB) -> Iterator[Ledger]:
        """The archive as it is now, on a connection of its own: a long reading keeps nobody waiting. For reading only;
        `cache` KiB of pages."""
        db = open_database(self.folder / _DATABASE, self.file_key, cache=cache)
        try:
            db.conn.execute("begin")
            yield Ledger(db, self._ledger.dictionary, self._ledger.replica)
        finally:
            if db.conn.in_transaction:
                db.conn.execute("rollback")
            db.close()

    def project_scope(self, scope: str) -> None:
        """Bring what is held now of a village into the tables, in short turns: whoever else asks comes in between."""
        with self._turn:
            left = sum(self._ledger.vector(scope).values()) - sum(self._ledger.projected(scope).values())
        while left > 0:
            with self.held() as ledger:
                done = project(ledger, limit=_SOME, scope=scope)
            left = left - done if done else 0
            # The lock is not fair: who lets it go and takes it at once keeps it.
            time.sleep(_BETWEEN_SECONDS)

    def project_soon(self) -> None:
        """Something was stored that the tables do not show yet."""
        self._projector.wake()

    def give_way(self) -> None:
        """A laptop is being served: the tables can wait a little."""
        self._projector.stir()

    def _project_some(self) -> int:
        with self._turn:
            return project(self._ledger, limit=_SOME)

    def close(self) -> None:
        """Close the database and free the folder for another process."""
        self._projector.close()
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
    packs: Sequence[Path | str] = (),
    tier: str = "central",
    alone: bool = True,
) -> Archive:
    """Open the archive in `folder`, made where there is none, by default with cn-base.

    `packs` (names or folders, which are copied beside the archive) replace those it ran on before; what its dictionary
    did not know until now is made from the log. `tier` counts only when it is made. A hub opens it `alone`; the
    commands for accounts and devices may come in beside a running hub.

    Raises SyncError hub.no_key, hub.bad_tier; PackError; VaultError as a vault does (in use, damaged, disk full).
    """
    if tier not in TIERS:
        raise SyncError("hub.bad_tier", "A hub is a township's or the central one, not {tier}.", tier=tier)
    make_folder(folder)
    path = folder / _DATABASE
    lock = VaultLock(path) if alone else None
    try:
        file_key = key_of(folder, path)
        db = open_database(path, file_key, cache=CACHE_KIB)
        try:
            ledger = _ledger(db, folder, packs, tier)
        except BaseException:
            db.close()
            raise
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    archive = Archive(folder, file_key, db, ledger, lock)
    settle(ledger, AttachmentFolder(archive.attachments, file_key))
    if alone:
        archive.project_soon()
    return archive


def is_archive(folder: Path) -> bool:
    """Whether a hub's archive lies in this folder."""
    return (folder / _DATABASE).is_file()


def within(scopes: Sequence[str], column: str = "scope") -> tuple[str, list[str]]:
    """An SQL condition that `column` lies in one of these scopes, and its parameters. No scope: no row."""
    prefixes = [RegionCode(scope).prefix for scope in scopes]
    if not prefixes:
        return "0", []
    return "(" + " or ".join(f"substr({column}, 1, {len(prefix)}) = ?" for prefix in prefixes) + ")", prefixes


def _ledger(db: "Database", folder: Path, packs: Sequence[Path | str], tier: str) -> Ledger:
    migrate(db)
    for statement in _TABLES:
        db.execute(statement)
    row = db.execute("select value from meta where key = 'packs'").fetchone()
    places = _kept(folder, packs) if packs else json.loads(row[0]) if row else list(_USUAL_PACKS)
    found = resolve_packs([folder / place if place.startswith(_OWN_PACKS) else place for place in places])
    ledger = Ledger(db, joined_dictionary(found), "")
    ledger.prepare()
    with ledger.transaction():
        ledger.set_meta("packs", json.dumps(places))
        fresh = {"tier": tier, "replica": secrets.token_hex(8), _HUB_KEY: DeviceKey.generate().private.hex()}
        for key, value in fresh.items():
            if not ledger.meta(key):
                ledger.set_meta(key, value)
    ledger.replica = ledger.meta("replica")
    # An archive of the first release: its laptops, who ask for nothing, are known from now on.
    hub_key(ledger)
    return ledger


def _kept(folder: Path, packs: Sequence[Path | str]) -> list[str]:
    """The packs by name, those given as folders copied so that the archive opens without them."""
    places = []
    for pack in packs:
        place = str(pack)
        if (Path(pack) / HEADING_FILE).is_file():
            place = f"{_OWN_PACKS}{Path(pack).resolve().name}"
            with telling_faults():
                shutil.copytree(pack, folder / place, dirs_exist_ok=True)
        places.append(place)
    return places
