"""The vault: one worker's session with one encrypted database. One connection for each thread, one process a vault."""

import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.domain.identifiers import RANDOM_BYTES, uuid7
from fieldapp.domain.region import is_region_code, scope_covers
from fieldapp.errors import RegisterError, VaultError
from fieldapp.keys.devices import DeviceKey
from fieldapp.keys.wraps import unwrap_key
from fieldapp.packs import Pack, edition
from fieldapp.register.dictionary import Dictionary
from fieldapp.store.cipher import open_database
from fieldapp.store.copies.epochs import witness
from fieldapp.store.keyfile import read_key_file
from fieldapp.store.ledger import Ledger
from fieldapp.store.lock import VaultLock
from fieldapp.store.refusals import unknown_worker

if TYPE_CHECKING:
    from sqlite_utils import Database

    from fieldapp.standards.compiled import CompiledSet


def now_ms() -> int:
    """The wall clock in UTC milliseconds."""
    return time.time_ns() // 1_000_000


@dataclass(frozen=True)
class Worker:
    """Who works here. `scopes` are region codes of any level; an empty tuple sees nothing. `role`: `domain.roles`.

    `sections` are the dictionary sections of a department's trade; `helper` the record of a household helper, where the
    name alone is not enough to know whom he is paired with.
    """

    name: str
    role: str
    scopes: tuple[str, ...]
    sections: tuple[str, ...] = ()
    helper: str = ""

    def covers(self, scope: str) -> bool:
        """Whether a village's scope lies within this worker's."""
        return any(scope_covers(own, scope) for own in self.scopes)


@dataclass(frozen=True)
class Session:
    """What every connection of an unlocked vault shares. `brought`: the files that a worker has put in since it was
    opened, by their references; he reads them before a record names them. `renamed`: the replica ids that this copy has
    taken since, on whatever connection (`store.epochs`). `compiled`: the standard sets of these packs made ready, by
    name, filled by `store.checking`; a session with other packs begins without."""

    path: Path
    file_key: bytes
    worker: Worker
    packs: tuple[Pack, ...]
    dictionary: Dictionary
    clock: Callable[[], int]
    brought: set[tuple[Worker, str]] = field(default_factory=set, compare=False)
    renamed: list[str] = field(default_factory=list, compare=False)
    compiled: dict[str, "CompiledSet"] = field(default_factory=dict, init=False, compare=False)


class Vault:
    """An open vault. `replica` is this copy of the data; `recovery_key` is set once, by `create_vault`.

    Raises VaultError from every call that meets a full, read-only or damaged medium; what was saved stays saved.
    """

    def __init__(self, session: Session, db: "Database", replica: str, lock: VaultLock | None) -> None:
        self.path = session.path
        self.clock = session.clock
        self.db = db
        self.recovery_key = ""
        self._lock = lock
        self._work_with(session, replica)

    def work_with(self, session: Session) -> None:
        """Go on with other packs or another worker on this connection; for `store.upgrading` and its like."""
        self._work_with(session, self.replica)

    def _work_with(self, session: Session, replica: str) -> None:
        self.session = session
        self.worker = session.worker
        self.packs = session.packs
        self.dictionary = session.dictionary
        self.ledger = Ledger(self.db, session.dictionary, replica)
        self.edition = edition(session.packs)

    @property
    def replica(self) -> str:
        """Who writes here: a new name for every copy of the data."""
        return self.ledger.replica

    @property
    def file_key(self) -> bytes:
        """The raw key of the database and its attachments."""
        return self.session.file_key

    @property
    def device(self) -> DeviceKey:
        """The signing key of this vault."""
        return DeviceKey(bytes.fromhex(self.ledger.meta("device_key")))

    def new_id(self) -> str:
        """A new UUIDv7."""
        return uuid7(self.clock(), os.urandom(RANDOM_BYTES))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One IMMEDIATE transaction, durable at its end; under the name that a round has just given this copy."""
        with self.ledger.transaction():
            if self.session.renamed:
                self.ledger.replica = self.session.renamed[-1]
            yield

    def sibling(self) -> "Vault":
        """The same session on a connection of its own, for another thread; it does not hold the lock."""
        return Vault(self.session, open_database(self.path, self.file_key), self.replica, None)

    def refuse_foreign(self, scope: str) -> None:
        """Raises RegisterError register.foreign_scope for a village outside this worker's scopes."""
        if not scope or not self.worker.covers(scope):
            raise _foreign(scope)

    def refuse_elsewhere(self, place: str) -> None:
        """Raises RegisterError register.foreign_scope for what is no region code, or a region without a village of this
        worker's: nothing found there would read as nothing wrong."""
        own = self.worker
        within = is_region_code(place) and (
            own.covers(place) or any(scope_covers(place, scope) for scope in own.scopes)
        )
        if not within:
            raise _foreign(place)

    def verify_passphrase(self, passphrase: str) -> bool:
        """Whether this is the passphrase of the session's worker; the database is not opened again."""
        envelope = read_key_file(self.path).wraps.get(self.worker.name, "")
        try:
            return unwrap_key(envelope.encode(), passphrase) == self.file_key
        except VaultError as refused:
            if refused.code == "vault.wrong_passphrase":
                return False
            raise

    def close(self) -> None:
        """Close the connection and, for the first one of a session, free the lock."""
        if self._lock is not None:
            witness(self.ledger, self.path)
        self.db.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> "Vault":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def refuse_wrong_scopes(scopes: Sequence[str]) -> None:
    """Raises RegisterError register.bad_scope for a scope that is no place: nobody could ever write in it."""
    for scope in scopes:
        if not is_region_code(scope):
            raise RegisterError(
                "register.bad_scope",
                "{scope} is no region code. A scope is the 2 to 12 digits of a place.",
                scope=scope or "-",
            )


def read_worker(db: "Database", name: str) -> Worker:
    """A worker's role and scopes. Raises VaultError vault.unknown_worker."""
    row = db.execute(
        "select name, role, scopes, sections, helper from worker where name = ?", [name]
    ).fetchone()
    if row is None:
        raise unknown_worker(name)
    return Worker(row[0], row[1], tuple(json.loads(row[2])), tuple(row[3].split()), row[4])


def write_worker(db: "Database", worker: Worker) -> None:
    """Enter a worker or change role and scopes."""
    db.execute(
        "insert or replace into worker (name, role, scopes, sections, helper) values (?, ?, ?, ?, ?)",
        [worker.name, worker.role, json.dumps(worker.scopes), " ".join(worker.sections), worker.helper],
    )


def _foreign(scope: str) -> RegisterError:
    return RegisterError(
        "register.foreign_scope",
        "The village {scope} is not one of yours. Ask your station to give it to you.",
        scope=scope,
    )
