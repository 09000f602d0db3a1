"""Which village a record belongs to: of all that write it the one with the smallest region code, whatever came first.

What the others wrote of it is set aside operation by operation: their commits are noted in `quarantine`, their lines stay
in the log, the rest of each commit stands. A claim only ever passes to a smaller code, so the order decides nothing.
"""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress

import msgspec

from fieldapp.journal.commit import MalformedCommit, decode_commit
from fieldapp.store import log
from fieldapp.store.finding.index import SLOTS
from fieldapp.store.ledger import Ledger
from fieldapp.store.tables import Layout

FOREIGN = "writes a record that another village keeps"
"""Why a commit is noted of which only some operations are set aside; any other reason sets all of it aside."""
AT_ONCE = 500
_Changed = tuple[str, str]
Aside = set[tuple[int, int]]
"""(local number of the stream, sequence) of commits."""


def kept_elsewhere(ledger: Ledger, scope: str, records: Iterable[_Changed]) -> dict[_Changed, str]:
    """Those of these records whose row belongs to another village, and to which."""
    named: dict[str, list[str]] = {}
    for name, record in dict.fromkeys(records):
        if name in ledger.layouts:
            named.setdefault(name, []).append(record)
    found: dict[_Changed, str] = {}
    for name, ids in named.items():
        for at in range(0, len(ids), AT_ONCE):
            some = ids[at : at + AT_ONCE]
            rows = ledger.db.execute(
                f'select id, scope from "{name}" where id in ({", ".join("?" * len(some))}) and scope <> ?',
                [*some, scope],
            )
            found.update(((name, record), other) for record, other in rows.fetchall())
    return found


def give_up(ledger: Ledger, layout: Layout, record: str) -> None:
    """Take a record that passes to another village out of its table, the conflicts, the index and the tasks."""
    db, name = ledger.db, layout.list
    (n,) = db.execute(f'select n from "{name}" where id = ?', [record]).fetchone()
    if name in ledger.slots:
        db.execute("delete from find where rowid = ?", [n * SLOTS + ledger.slots[name]])
    db.execute("delete from conflict where list = ? and record = ?", [name, record])
    db.execute(
        "delete from task where ? in (record, other) and substr(id, 1, ?) = ?",
        [record, len(name) + 1, f"{name}/"],
    )
    db.execute(f'delete from "{name}" where n = ?', [n])


def writers_of(ledger: Ledger, scope: str, records: Collection[_Changed]) -> Aside:
    """The commits of a village, as far as its log goes and stands in the tables, that write one of these records."""
    needles = [msgspec.json.encode(record)[1:-1] for _, record in records]
    found: Aside = set()
    for name, end in ledger.projected(scope).items():
        stream = ledger.stream(name)
        for seq, line in log.lines_after(ledger.db, stream.n, 0) if stream else ():
            if stream is None or seq > end:
                break
            # Another writer may have spelt an id with escapes.
            if b"\\" in line or any(needle in line for needle in needles):
                with suppress(MalformedCommit):
                    commit = decode_commit(line, stream=name, scope=scope, replica=stream.replica)
                    if any((one.list, one.record) in records for one in commit.operations):
                        found.add((stream.n, seq))
    return found


def note_aside(ledger: Ledger, aside: Iterable[tuple[int, int]]) -> None:
    """Note commits of which an operation is set aside; one that is set aside whole stays so."""
    ledger.db.conn.executemany(
        "insert or ignore into quarantine (stream, seq, reason) values (?, ?, ?)",
        [(stream, seq, FOREIGN) for stream, seq in sorted(aside)],
    )


def note_given_up(ledger: Ledger, given_up: Mapping[str, Collection[_Changed]]) -> None:
    """Note what villages (by code) wrote of records that have passed to another."""
    for scope, records in given_up.items():
        note_aside(ledger, writers_of(ledger, scope, records))


def whole_aside(ledger: Ledger) -> Aside:
    """The commits that are set aside whole."""
    return set(
        ledger.db.execute("select stream, seq from quarantine where reason <> ?", [FOREIGN]).fetchall()
    )
