"""The fixed tables of a vault or archive, made and changed by numbered migrations; each runs in one transaction."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from fieldapp.journal.stream import CHAIN_START, chain_after, join_lines
from fieldapp.store import log
from fieldapp.store.cipher import transaction
from fieldapp.store.faults import damaged
from fieldapp.store.keyfile import newer_vault
from fieldapp.store.sync_tables import STATEMENTS as SYNC_STATEMENTS

if TYPE_CHECKING:
    from sqlite_utils import Database

_FIRST = (
    "create table stream (n integer primary key, id text not null unique, replica text not null, "
    "scope text not null, head_seq integer not null default 0, head_hash blob not null)",
    "create index stream_scope on stream (scope)",
    "create table segment (stream integer not null, first integer not null, last integer not null, "
    "body blob not null, chain blob not null, primary key (stream, first)) without rowid",
    "create table tail (stream integer not null, seq integer not null, line blob not null, "
    "primary key (stream, seq)) without rowid",
    "create table quarantine (stream integer not null, seq integer not null, reason text not null, "
    "primary key (stream, seq)) without rowid",
    "create table receipt (tier text not null, stream text not null, seq integer not null, "
    "primary key (tier, stream)) without rowid",
    "create table conflict (list text not null, record text not null, field text not null, stream integer not null, "
    "seq integer not null, time text not null, value text not null, "
    "primary key (list, record, field, stream, seq)) without rowid",
    "create table task (id text primary key, kind text not null, record text not null, other text not null, "
    "state text not null) without rowid",
    "create table draft (id text primary key, form text not null, version text not null, record text not null, "
    "year integer, seen text not null, at integer not null) without rowid",
    "create table draft_answer (draft text not null references draft on delete cascade, ref text not null, "
    "value text not null, primary key (draft, ref)) without rowid",
    "create table attachment (sha256 text primary key, bytes integer not null, have integer not null) without rowid",
    "create table region (code text not null, name text not null, valid_from text not null, valid_to text not null, "
    "replaced_by text not null, primary key (code, valid_from)) without rowid",
    "create table worker (name text primary key, role text not null, scopes text not null) without rowid",
    "create table unmasked (n integer primary key, at integer not null, worker text not null, list text not null, "
    "record text not null, field text not null, reason text not null)",
    "create table find_slot (slot integer primary key, list text not null unique)",
    "create virtual table find using fts5 (name, pinyin, initials, numbers, words, place, content='', "
    "contentless_delete=1, tokenize='unicode61', prefix='1 2 3 4 6')",
)


def _first(db: "Database") -> None:
    for statement in _FIRST:
        db.execute(statement)


def _log_exports(db: "Database") -> None:
    db.execute(
        "create table export_log (n integer primary key, at integer not null, worker text not null, "
        "what text not null, scope text not null, reason text not null, masked integer not null)"
    )


def _limit_roles(db: "Database") -> None:
    """What a department's and a helper's reading is limited to, an evaluator's sample, what was lawfully erased."""
    db.execute("alter table worker add column sections text not null default ''")
    db.execute("alter table worker add column helper text not null default ''")
    db.execute("create table sample (household text primary key) without rowid")
    db.execute(
        "create table erased (scope text not null, list text not null, record text not null, field text not null, "
        "stream text not null, seq integer not null, primary key (scope, list, record, field, stream, seq)) "
        "without rowid"
    )


def _keep_views(db: "Database") -> None:
    db.execute(
        "create table saved_view (worker text not null, list text not null, name text not null, body text not null, "
        "primary key (worker, list, name)) without rowid"
    )


def _index_by_kind(db: "Database") -> None:
    """One column of words and one of places; `Ledger.prepare` fills it from the tables (meta `unindexed`)."""
    db.execute("drop table find")
    db.execute(
        "create virtual table find using fts5 (words, place, content='', contentless_delete=1, "
        "tokenize='unicode61', prefix='1 2 3 4 5 6')"
    )
    db.execute("insert or replace into meta (key, value) values ('unindexed', '1')")


def _keep_imports(db: "Database") -> None:
    db.execute(
        "create table import_run (id text primary key, at integer not null, worker text not null, "
        "files text not null, list text not null, chunk integer not null) without rowid"
    )
    db.execute(
        "create table import_chunk (run text not null references import_run, n integer not null, "
        "stream text not null, seq integer not null, records integer not null, undone integer not null default 0, "
        "primary key (run, n)) without rowid"
    )
    db.execute(
        "create table saved_mapping (signature text not null, list text not null, name text not null, "
        "body text not null, at integer not null, primary key (signature, list)) without rowid"
    )


def _chain_by_operation(db: "Database") -> None:
    """Chains of the log cover each operation by its own hash, so that one can be erased (docs/decisions/0014)."""
    for (number,) in db.execute("select n from stream").fetchall():
        chain = CHAIN_START
        for first, last in db.execute(
            "select first, last from segment where stream = ? order by first", [number]
        ).fetchall():
            lines = [line for seq, line in log.lines_after(db, number, first - 1) if seq <= last]
            chain = chain_after(chain, join_lines(lines))
            db.execute("update segment set chain = ? where stream = ? and first = ?", [chain, number, first])
        tail = db.execute("select line from tail where stream = ? order by seq", [number]).fetchall()
        chain = chain_after(chain, join_lines(bytes(row[0]) for row in tail))
        db.execute("update stream set head_hash = ? where n = ?", [chain, number])


def _keep_edits(db: "Database") -> None:
    """A draft may edit a submission, and keeps its audit log; remarks move to the names that a session gives them."""
    db.execute("alter table draft add column edits text not null default ''")
    db.execute(
        "create table draft_audit (draft text not null references draft on delete cascade, n integer not null, "
        "line text not null, primary key (draft, n)) without rowid"
    )
    db.execute(
        "update draft_answer set ref = substr(ref, length('@remark ') + 1) || '#remark' where ref like '@remark %'"
    )


def _grow_sync(db: "Database") -> None:
    """What sync keeps beside the log; `store.sync_tables` says what each is for. The search index keeps which rows hold
    a word, not where in them, and no beginnings of its own: `finding.index` writes pairs and beginnings as words, which
    takes a third of the room."""
    for statement in SYNC_STATEMENTS:
        db.execute(statement)
    db.execute("drop table find")
    db.execute(
        "create virtual table find using fts5 (words, content='', contentless_delete=1, detail=none, "
        "tokenize='ascii')"
    )
    # A block of the index that is no longer than this lies in one page of the file; the usual length spills into two.
    db.execute("insert into find (find, rank) values ('pgsz', 3900)")
    db.execute("insert or replace into meta (key, value) values ('unindexed', '1')")


MIGRATIONS: tuple[Callable[["Database"], None], ...] = (
    _first,
    _log_exports,
    _limit_roles,
    _keep_views,
    _index_by_kind,
    _keep_imports,
    _chain_by_operation,
    _keep_edits,
    _grow_sync,
)
"""The n-th of these brings a file of format n - 1 to format n. Never changed once released, only added to."""


def migrate(db: "Database") -> None:
    """Bring a file, new or old, to this version's format. Raises VaultError vault.newer and leaves such a file alone."""
    if format_of(db) > len(MIGRATIONS):
        raise newer_vault()
    while (number := format_of(db)) < len(MIGRATIONS):
        with transaction(db):
            db.execute(
                "create table if not exists meta (key text primary key, value text not null) without rowid"
            )
            MIGRATIONS[number](db)
            db.execute("insert or replace into meta (key, value) values ('format', ?)", [str(number + 1)])


def format_of(db: "Database") -> int:
    """The format number of a file; 0 for an empty one."""
    if not db.execute("select 1 from sqlite_master where name = 'meta'").fetchone():
        if db.execute("select 1 from sqlite_master limit 1").fetchone():
            raise damaged()
        return 0
    row = db.execute("select value from meta where key = 'format'").fetchone()
    return int(row[0]) if row else 0
