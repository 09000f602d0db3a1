"""Unfinished forms: every answer is durable when `put_answer` returns. Drafts stay in this vault and its backups."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fieldapp.domain.region import LENGTH
from fieldapp.errors import RegisterError
from fieldapp.forms.marks import CONFIRMED
from fieldapp.forms.outcome.audit import AuditRow, row_of
from fieldapp.journal.commit import Vector
from fieldapp.store.records import record as read_record
from fieldapp.store.refusals import unknown_record
from fieldapp.store.save import seen_of
from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class Draft:
    """`record` is the household the form is about, or a village code. `seen` is what was known when it was opened;
    `at` UTC milliseconds of the last answer; `edits` the submission that it changes, or ""."""

    id: str
    form: str
    version: str
    record: str
    year: int | None
    seen: Vector
    at: int
    edits: str = ""


def open_draft(vault: Vault, form: str, version: str, record: str, year: int | None = None) -> Draft:
    """The draft of this form for this record and year; a new one where there is none.

    Raises RegisterError register.unknown_record, register.foreign_scope.
    """
    scope = scope_of(vault, record)
    vault.refuse_foreign(scope)
    with vault.transaction():
        row = vault.db.execute(
            f"{_SELECT} where form = ? and version = ? and record = ? and year is ? and edits = ''",
            [form, version, record, year],
        ).fetchone()
        if row:
            return _draft(row)
        return _begun(
            vault, Draft(vault.new_id(), form, version, record, year, seen_of(vault, scope), vault.clock())
        )


def open_edit(
    vault: Vault, submission: str, form: str, version: str, record: str, year: int | None, seen: Vector
) -> tuple[Draft, bool]:
    """The draft that changes a submission, and whether it is new. `seen` is what the submission itself had seen."""
    with vault.transaction():
        row = vault.db.execute(f"{_SELECT} where edits = ?", [submission]).fetchone()
        if row:
            return _draft(row), False
        draft = Draft(vault.new_id(), form, version, record, year, seen, vault.clock(), submission)
        return _begun(vault, draft), True


def put_answer(vault: Vault, draft: Draft, ref: str, value: str) -> None:
    """Keep one answer, durable when this returns. Raises RegisterError draft.gone, VaultError."""
    put_some(vault, draft, {ref: value})


def put_some(vault: Vault, draft: Draft, answers: Mapping[str, str], gone: Iterable[str] = ()) -> None:
    """Keep these answers beside the others, as an answer and all that followed from it; durable when this returns.
    What is `gone`, as with a row that was taken away, is kept no more.

    Raises RegisterError draft.gone, VaultError.
    """
    with vault.transaction():
        _touch(vault, draft)
        # Another answer is not the one that was confirmed.
        vault.db.conn.executemany(
            "delete from draft_answer where draft = ? and ref = ?",
            [(draft.id, ref) for ref in (*gone, *(ref + CONFIRMED for ref in answers))],
        )
        vault.db.conn.executemany(
            "insert or replace into draft_answer (draft, ref, value) values (?, ?, ?)",
            [(draft.id, ref, value) for ref, value in answers.items()],
        )


def put_answers(vault: Vault, draft: Draft, answers: Mapping[str, str]) -> None:
    """Keep the answers as they are now and no others, as after a repeat was removed.

    What stands beside them under `@` names, which no question has, stays.
    """
    with vault.transaction():
        _touch(vault, draft)
        vault.db.execute("delete from draft_answer where draft = ? and ref not like '@%'", [draft.id])
        vault.db.conn.executemany(
            "insert or replace into draft_answer (draft, ref, value) values (?, ?, ?)",
            [(draft.id, ref, value) for ref, value in answers.items()],
        )


def answers(vault: Vault, draft: Draft) -> dict[str, str]:
    """The answers by ref."""
    return dict(
        vault.db.execute(
            "select ref, value from draft_answer where draft = ? order by ref", [draft.id]
        ).fetchall()
    )


def put_audit(vault: Vault, draft: Draft, rows: Iterable[tuple[int, AuditRow]]) -> None:
    """Keep rows of the audit log by their places; those of before stay."""
    with vault.transaction():
        vault.db.conn.executemany(
            "insert or replace into draft_audit (draft, n, line) values (?, ?, ?)",
            [(draft.id, place, row.line()) for place, row in rows],
        )


def audit_rows(vault: Vault, draft: Draft) -> tuple[AuditRow, ...]:
    """The audit log so far."""
    found = vault.db.execute("select line from draft_audit where draft = ? order by n", [draft.id])
    return tuple(row_of(line) for (line,) in found.fetchall())


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


_SELECT = "select id, form, version, record, year, seen, at, edits from draft"


def _begun(vault: Vault, draft: Draft) -> Draft:
    vault.db.execute(
        "insert into draft (id, form, version, record, year, seen, at, edits) values (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            draft.id,
            draft.form,
            draft.version,
            draft.record,
            draft.year,
            json.dumps(dict(draft.seen)),
            draft.at,
            draft.edits,
        ],
    )
    return draft


def _draft(row: tuple[str, str, str, str, int | None, str, int, str]) -> Draft:
    return Draft(row[0], row[1], row[2], row[3], row[4], json.loads(row[5]), row[6], row[7])


def _is_mine(vault: Vault, draft: Draft) -> bool:
    try:
        return vault.worker.covers(scope_of(vault, draft.record))
    except RegisterError:
        return False
