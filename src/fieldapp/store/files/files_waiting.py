"""Which photos and files wait to go or to come, in counts and bytes by lane, for the page of sync and its badge.

What the hub said it lacks not is kept in `file_there`, for show alone: what travels is asked of the hub each time.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fieldapp.store.field_rights import showing
from fieldapp.store.files.attachment_places import ORIGINALS, THUMBNAILS, places_of
from fieldapp.store.rows import read_row

if TYPE_CHECKING:
    from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class Amount:
    """Files, and their bytes as far as these are known."""

    files: int
    bytes: int


@dataclass(frozen=True)
class FilesWaiting:
    """By lane (`thumbnail`, `original`): what this computer has and the hub may lack, and what it lacks itself."""

    send: dict[str, Amount]
    fetch: dict[str, Amount]


@dataclass(frozen=True)
class NamedFile:
    """Where a file stands: list, record and field by their keys; `title` of the record as this worker may see it."""

    list: str
    record: str
    field: str
    title: str


_PLACED = "exists (select 1 from attachment_place p where p.sha256 = a.sha256)"
_SEND = {
    ORIGINALS: "select count(*), coalesce(sum(bytes), 0) from attachment a where have = 1 "
    f"and {_PLACED} and not exists (select 1 from file_there f where f.lane = 'original' and f.sha256 = a.sha256)",
    THUMBNAILS: "select count(*), coalesce(sum(t.bytes), 0) from attachment a "
    "left join thumbnail t on t.sha256 = a.sha256 where (a.have = 1 or t.bytes > 0) "
    f"and {_PLACED} and not exists (select 1 from file_there f where f.lane = 'thumbnail' and f.sha256 = a.sha256)",
}
_FETCH = {
    ORIGINALS: "select count(*), coalesce(sum(bytes), 0) from attachment where have = 0",
    THUMBNAILS: "select count(*), 0 from attachment a where have = 0 "
    "and not exists (select 1 from thumbnail t where t.sha256 = a.sha256)",
}


def files_waiting(vault: "Vault") -> FilesWaiting:
    """What waits; a file counts until the hub has been asked about it, its thumbnail too while none has been made."""

    def amounts(queries: dict[str, str]) -> dict[str, Amount]:
        return {lane: Amount(*vault.db.execute(query).fetchone()) for lane, query in queries.items()}

    return FilesWaiting(amounts(_SEND), amounts(_FETCH))


def note_there(vault: "Vault", lane: str, lacking: Collection[str]) -> None:
    """The hub lacks these of a lane, and nothing else of what this account's places name."""
    table = {ORIGINALS: "attachment where have = 1", THUMBNAILS: "attachment"}[lane]
    held = {row[0] for row in vault.db.execute(f"select sha256 from {table}").fetchall()}
    known = {
        row[0] for row in vault.db.execute("select sha256 from file_there where lane = ?", [lane]).fetchall()
    }
    now = held - set(lacking)
    if now == known:
        return
    with vault.transaction():
        vault.db.conn.executemany(
            "delete from file_there where lane = ? and sha256 = ?", [(lane, one) for one in known - now]
        )
        vault.db.conn.executemany(
            "insert into file_there (lane, sha256) values (?, ?)", [(lane, one) for one in now - known]
        )


def note_sent(vault: "Vault", lane: str, names: Collection[str]) -> None:
    """The hub lacks none of these."""
    if not names:
        return
    with vault.transaction():
        vault.db.conn.executemany(
            "insert or ignore into file_there (lane, sha256) values (?, ?)", [(lane, name) for name in names]
        )


def unsent(vault: "Vault", largest: int) -> tuple[str, ...]:
    """SHA-256 of the files here of at most `largest` bytes that a record names and the hub may lack."""
    rows = vault.db.execute(
        f"select sha256 from attachment a where have = 1 and bytes <= ? and {_PLACED} and not exists "
        "(select 1 from file_there f where f.lane = 'original' and f.sha256 = a.sha256) order by sha256",
        [largest],
    ).fetchall()
    return tuple(row[0] for row in rows)


def has_sheet_waiting(vault: "Vault", largest: int) -> bool:
    """Whether a file that has no small picture, so may be a form's sheet, waits to come, or to go in `largest` bytes."""
    found = vault.db.execute(
        "select 1 from attachment a left join thumbnail t on t.sha256 = a.sha256 "
        f"where (a.have = 0 and t.bytes = 0) or (a.have = 1 and a.bytes <= ? and coalesce(t.bytes, 0) = 0 and {_PLACED} "
        "and not exists (select 1 from file_there f where f.lane = 'original' and f.sha256 = a.sha256)) limit 1",
        [largest],
    )
    return found.fetchone() is not None


def wanted_thumbnails(vault: "Vault") -> tuple[str, ...]:
    """SHA-256 of the files that are not here and of which no small picture is."""
    rows = vault.db.execute(
        "select sha256 from attachment a where have = 0 "
        "and not exists (select 1 from thumbnail t where t.sha256 = a.sha256) order by sha256"
    ).fetchall()
    return tuple(row[0] for row in rows)


def named_by(vault: "Vault", digest: str) -> NamedFile | None:
    """The record and field that name a file; None where no row does now. Reads the villages that named it."""
    for scope in places_of(vault.ledger, digest):
        for layout in vault.ledger.layouts.values():
            for key in layout.files:
                found = vault.db.execute(
                    f'select id from "{layout.list}" where scope = ? and instr("{key}", ?) limit 1',
                    [scope, digest],
                ).fetchone()
                if found:
                    return NamedFile(layout.list, found[0], key, _title(vault, layout.list, found[0]))
    return None


def _title(vault: "Vault", list_name: str, record: str) -> str:
    layout = vault.ledger.layouts[list_name]
    key = vault.dictionary.lists[list_name].title_field
    row = read_row(vault.ledger, layout, record)
    if row is None or key not in layout.fields or showing(vault, layout.fields[key]) != "whole":
        return ""
    return str(row.values.get(key) or "")
