"""The one door to encrypted SQLite: sqlcipher3 under sqlite-utils, keyed, WAL + FULL, IMMEDIATE transactions.

sqlite-utils takes its driver from `pysqlite3` when there is one; without this alias it would mix two SQLites, and
`alter=True`, `RETURNING` and unique names would break silently. The alias is made here and nowhere else.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3
import sqlcipher3.dbapi2

from fieldapp.errors import VaultError
from fieldapp.store.faults import damaged, tell, telling_faults

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2

if TYPE_CHECKING:
    from sqlite_utils import Database

# Without an adapter of its own every None that is bound is first asked for one in vain, which takes four times as long as
# writing the row; most columns of a record are empty.
sqlcipher3.dbapi2.register_adapter(type(None), lambda none: none)

DatabaseError: type[Exception] = sqlcipher3.dbapi2.DatabaseError
SAFE_SQLITE = (3, 51, 3)
CACHE_KIB = 32_000
"""A page is decrypted each time it comes into the cache: so much holds what a search touches."""
_LITTLE_CACHE_KIB = 6_000
_BUSY_SECONDS = 10.0
_WAL_PAGES = 8_000
"""Pages (32 MB) from which a commit brings the write-ahead log into the file; after a round `fold_log` does."""


class _Cursor(sqlcipher3.dbapi2.Cursor):  # type: ignore[misc]
    """Tells faults: a damaged page may be met at any row that is read."""

    def execute(self, *arguments: Any) -> Any:
        try:
            return super().execute(*arguments)
        except DatabaseError as fault:
            tell(fault)

    def executemany(self, *arguments: Any) -> Any:
        try:
            return super().executemany(*arguments)
        except DatabaseError as fault:
            tell(fault)

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except DatabaseError as fault:
            tell(fault)

    def fetchmany(self, *arguments: Any) -> Any:
        try:
            return super().fetchmany(*arguments)
        except DatabaseError as fault:
            tell(fault)

    def fetchall(self) -> Any:
        try:
            return super().fetchall()
        except DatabaseError as fault:
            tell(fault)

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except DatabaseError as fault:
            tell(fault)


class _Connection(sqlcipher3.dbapi2.Connection):  # type: ignore[misc]
    """Makes cursors that tell faults."""

    def execute(self, *arguments: Any) -> Any:
        return self.cursor(_Cursor).execute(*arguments)

    def executemany(self, *arguments: Any) -> Any:
        return self.cursor(_Cursor).executemany(*arguments)


def refuse_unsafe_sqlite(version: str) -> None:
    """Raises VaultError vault.unsafe_sqlite below 3.51.3: a WAL reset there corrupts files of two connections."""
    if tuple(int(part) for part in version.split(".")[:3]) < SAFE_SQLITE:
        raise VaultError(
            "vault.unsafe_sqlite",
            "The SQLite in this installation ({version}) can corrupt a vault. Install sqlcipher3 0.6.4 or newer.",
            version=version,
        )


def open_database(path: Path, file_key: bytes, *, cache: int = CACHE_KIB) -> "Database":
    """A keyed connection for one thread at a time, with at most `cache` KiB of decrypted pages.

    Raises VaultError: damaged, read_only, unsafe_sqlite.
    """
    from sqlite_utils import Database

    refuse_unsafe_sqlite(sqlcipher3.dbapi2.sqlite_version)
    with telling_faults():
        connection = sqlcipher3.dbapi2.connect(
            str(path),
            isolation_level=None,
            timeout=_BUSY_SECONDS,
            check_same_thread=False,
            factory=_Connection,
        )
        try:
            connection.execute("pragma cipher_log_level = none")
            connection.execute(f"pragma key = \"x'{file_key.hex()}'\"")
            connection.execute("select count(*) from sqlite_master").fetchone()
            mode = connection.execute("pragma journal_mode = wal").fetchone()[0]
            if mode not in ("wal", "memory"):
                raise damaged()
            for pragma in (
                "synchronous = full",
                "foreign_keys = on",
                "temp_store = memory",
                f"cache_size = -{cache}",
                f"wal_autocheckpoint = {_WAL_PAGES}",
            ):
                connection.execute(f"pragma {pragma}")
        except BaseException:
            connection.close()
            raise
        return Database(connection)


@contextmanager
def transaction(db: "Database") -> Iterator[None]:
    """One IMMEDIATE transaction, durable when the block ends; inside another one it is part of that one."""
    connection = db.conn
    if is_in_transaction(db):
        yield
        return
    with telling_faults():
        connection.execute("begin immediate")
        try:
            yield
            connection.execute("commit")
        except BaseException:
            # A full disk has already rolled back: a ROLLBACK then raises and would hide the cause.
            if is_in_transaction(db):
                connection.execute("rollback")
            raise


def fold_log(db: "Database") -> None:
    """Bring the write-ahead log into the file, as far as nobody reads an older state; not within a transaction."""
    with telling_faults():
        db.conn.execute("pragma wal_checkpoint(passive)").fetchall()


@contextmanager
def without_waiting(db: "Database") -> Iterator[None]:
    """Whoever else writes is not waited for until the block ends: a transaction then raises VaultError vault.busy."""
    db.execute("pragma busy_timeout = 0").fetchall()
    try:
        yield
    finally:
        db.execute(f"pragma busy_timeout = {int(_BUSY_SECONDS * 1000)}").fetchall()


@contextmanager
def with_little_cache(db: "Database") -> Iterator[None]:
    """Until the block ends few decrypted pages are held: much is written that is not read again soon."""
    (usual,) = db.execute("pragma cache_size").fetchone()
    db.execute(f"pragma cache_size = -{_LITTLE_CACHE_KIB}")
    try:
        yield
    finally:
        db.execute(f"pragma cache_size = {usual}")


def is_in_transaction(db: "Database") -> bool:
    """Whether a transaction is open on this connection."""
    return bool(db.conn.in_transaction)
