"""Unfinished forms: every answer is durable when `put_answer` returns. Drafts stay in this vault and its backups."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.domain.region import LENGTH
from fieldapp.errors import RegisterError
from fieldapp.forms.marks import CONFIRMED
from fieldapp.journal.commit import Vector
from fieldapp.store.records import record as read_record
from fieldapp.store.refusals import unknown_record
from fieldapp.store.save import seen_of
from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class Draft:
    """`record` is the household the form is about, or a village code. `seen` is what was known when it was opened;
    `at` UTC milliseconds of the last answer."""

    id: str
    form: str
    version: str
    record: str
    year: int | None
    seen: Vector
    at: int


def open_draft(vault: Vault, form: str, version: str, record: str, year: int | None = None) -> Draft:
    """The draft of this form for this record and year; a new one where there is none.

    Raises RegisterError register.unknown_record, register.foreign_scope.
    """
    scope = scope_of(vault, record)
    vault.refuse_foreign(scope)
    with vault.transaction():
        row = vault.db.execute(
            f"{_SELECT} where form = ? and version = ? and record = ? and year is ?",
            [form, version, record, year],
        ).fetchone()
        if row:
            return _draft(row)
        draft = Draft(vault.new_id(), form, version, record, year, seen_of(vault, scope), vault.clock())
        vault.db.execute(
            "insert into draft (id, form, version, record, year, seen, at) values (?, ?, ?, ?, ?, ?, ?)",
            [draft.id, form, version, record, year, json.dumps(dict(draft.seen)), draft.at],
        )
        return draft


def put_answer(vault: Vault, draft: Draft, ref: str, value: str) -> None:
    """Keep one answer, durable when this returns. Raises RegisterError draft.gone, VaultError."""
    with vault.transaction():
        _touch(vault, draft)
        # Another answer is not the one that was confirmed.
        vault.db.execute("delete from draft_answer where draft = ? and ref = ?", [draft.id, ref + CONFIRMED])
        vault.db.execute(
            "insert or replace into draft_answer (draft, ref, value) values (?, ?, ?)", [draft.id, ref, value]
        )


def put_answers(vault: Vault, draft: Draft, answers: Mapping[str, str]) -> None:
    """Keep the answers as they are now and no others, as after a repeat was removed."""
    with vault.transaction():
        _touch(vault, draft)
        vault.db.execute("delete from draft_answer where draft = ?", [draft.id])
        vault.db.conn.executemany(
            "insert into draft_answer (draft, ref, value) values (?, ?, ?)",
            [(draft.id, ref, value) for ref, value in answers.items()],
        )


def answers(vault: Vault, draft: Draft) -> dict[str, str]:
    """The answers by ref."""
    return dict(
        vault.db.execute(
            "select ref, value from draft_answer where draft = ? order by ref", [draft.id]
        ).fetchall()
    )


def drafts(vault: Vault) -> tuple[Draft, ...]:
    """The drafts about the worker's villages, the newest first."""
    found = [_draft(row) for row in vault.db.execute(f"{_SELECT} order by at desc, id desc").fetchall()]
    return tuple(draft for draft in found if _is_mine(vault, draft))


def delete_draft(vault: Vault, draft: Draft) -> None:
    """Throw a draft and its answers away."""
    with vault.transaction():
        vault.db.execute("delete from draft where id = ?", [draft.id])


def _touch(vault: Vault, draft: Draft) -> None:
    if vault.db.execute("update draft set at = ? where id = ?", [vault.clock(), draft.id]).rowcount == 0:
        raise RegisterError("draft.gone", "This form is no longer open. Open it again from the household.")


def scope_of(vault: Vault, record: str) -> str:
    """The village of a household, or the village code itself. Raises RegisterError register.unknown_record."""
    if len(record) == LENGTH and record.isdigit():
        return record
    household = read_record(vault, "household", record)
    if household is None:
        raise unknown_record()
    return household.scope


_SELECT = "select id, form, version, record, year, seen, at from draft"


def _draft(row: tuple[str, str, str, str, int | None, str, int]) -> Draft:
    return Draft(row[0], row[1], row[2], row[3], row[4], json.loads(row[5]), row[6])


def _is_mine(vault: Vault, draft: Draft) -> bool:
    try:
        return vault.worker.covers(scope_of(vault, draft.record))
    except RegisterError:
        return False
