"""What a vault and the hub's archive share: streams, their vectors and clock, and the tables made from the commits."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from fieldapp.domain.clock import tick
from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Vector
from fieldapp.journal.stream import CHAIN_START
from fieldapp.register.dictionary import Dictionary
from fieldapp.store import cipher
from fieldapp.store.migrations import migrate
from fieldapp.store.tables import Layout, layout_of, make_tables

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class Stream:
    """One replica in one scope. `n` is its local number; replica is "" while only other writers have named it."""

    n: int
    id: str
    replica: str
    scope: str


class Ledger:
    """A database with its dictionary; one for each connection. `replica` names who writes here."""

    def __init__(self, db: "Database", dictionary: Dictionary, replica: str) -> None:
        self.db = db
        self.dictionary = dictionary
        self.replica = replica
        self._by_id: dict[str, Stream] = {}
        self._by_number: dict[int, Stream] = {}

    def prepare(self) -> None:
        """Bring the file to this version's format and this dictionary's columns. Raises VaultError vault.newer."""
        from fieldapp.store.files.attachment_places import place_all
        from fieldapp.store.finding.waiting_rows import let_all_wait
        from fieldapp.store.projection import replay

        migrate(self.db)
        with self.transaction():
            stale = make_tables(self.db, self.dictionary)
            if self.meta("unindexed"):
                let_all_wait(self)
                self.db.execute("delete from meta where key = 'unindexed'")
            if self.meta("unplaced"):
                place_all(self)
                self.db.execute("delete from meta where key = 'unplaced'")
            for name in stale:
                replay(self, name)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One IMMEDIATE transaction; see `cipher.transaction`."""
        try:
            with cipher.transaction(self.db):
                yield
        except BaseException:
            self._by_id.clear()
            self._by_number.clear()
            raise

    @cached_property
    def layouts(self) -> dict[str, Layout]:
        """The layout of every list of the dictionary."""
        return {name: layout_of(self.dictionary, name) for name in self.dictionary.lists}

    @cached_property
    def slots(self) -> dict[str, int]:
        """The number of each searched list in the index, from 1."""
        return dict(self.db.execute("select list, slot from find_slot").fetchall())

    def layout(self, name: str) -> Layout:
        """The layout of one list. Raises RegisterError register.unknown_list."""
        if name not in self.layouts:
            raise RegisterError(
                "register.unknown_list",
                "The dictionary of this vault has no list {list}. Install the pack that declares it.",
                list=name,
            )
        return self.layouts[name]

    def stream(self, stream_id: str) -> Stream | None:
        """The stream of this id, or None."""
        return self._by_id.get(stream_id) or self._read("id", stream_id)

    def stream_at(self, number: int) -> Stream:
        """The stream of a local number."""
        found = self._by_number.get(number) or self._read("n", number)
        if found is None:
            raise LookupError(f"no stream numbered {number}")
        return found

    def enter_stream(self, stream_id: str, replica: str, scope: str) -> Stream:
        """The stream, made where it is new; `replica` "" for one that is only named so far."""
        found = self.stream(stream_id)
        if found is None:
            self.db.execute(
                "insert into stream (id, replica, scope, head_hash) values (?, ?, ?, ?)",
                [stream_id, replica, scope, CHAIN_START],
            )
        elif replica and not found.replica:
            self.db.execute("update stream set replica = ?, scope = ? where n = ?", [replica, scope, found.n])
        else:
            return found
        entered = self._read("id", stream_id)
        if entered is None:
            raise LookupError(stream_id)
        return entered

    def own_stream(self, scope: str) -> Stream:
        """The stream this replica writes in a scope."""
        return self.enter_stream(stream_id(self.replica, scope), self.replica, scope)

    def number_in(self, scope: str) -> Callable[[str], int]:
        """The local number of a stream id; an id never met before is entered with the scope it was named in."""
        return lambda name: self.enter_stream(name, "", scope).n

    def vector(self, scope: str) -> Vector:
        """What this database holds of a scope: stream id → highest sequence."""
        rows = self.db.execute("select id, head_seq from stream where scope = ? and head_seq > 0", [scope])
        return dict(rows.fetchall())

    def projected(self, scope: str) -> Vector:
        """What of a scope stands in the tables: all that is held, unless segments were stored to be projected later."""
        rows = self.db.execute(
            "select id, coalesce(projected, head_seq) from stream left join lagging on lagging.stream = stream.n "
            "where scope = ? and head_seq > 0 and coalesce(projected, 1) > 0",
            [scope],
        )
        return dict(rows.fetchall())

    def tick(self, now_ms: int) -> str:
        """The next reading of this replica's clock, kept in the database so that it never runs backwards."""
        time = tick(self.meta("clock"), now_ms)
        self.set_meta("clock", time)
        return time

    def meta(self, key: str) -> str:
        """A value of the meta table, "" where there is none."""
        row = self.db.execute("select value from meta where key = ?", [key]).fetchone()
        return str(row[0]) if row else ""

    def set_meta(self, key: str, value: str) -> None:
        """Write a value of the meta table."""
        self.db.execute("insert or replace into meta (key, value) values (?, ?)", [key, value])

    def _read(self, column: str, value: str | int) -> Stream | None:
        row = self.db.execute(
            f"select n, id, replica, scope from stream where {column} = ?", [value]
        ).fetchone()
        if row is None:
            return None
        found = Stream(*row)
        self._by_id[found.id] = self._by_number[found.n] = found
        return found


def stream_id(replica: str, scope: str) -> str:
    """The id of a replica's stream in a scope: 16 hex digits that anyone can compute again."""
    return sha256(json.dumps([replica, scope]).encode()).hexdigest()[:16]
