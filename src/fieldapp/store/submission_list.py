"""Forms by their state: drafts, finalised, sent, returned. One direction, and nothing of it is stored.

Finalised: the commit is only here. Sent: the township or the centre has it, by their receipts; so has what others wrote.
Returned: a reviewer left remarks and no newer submission replaces it. A replaced submission stands in no list.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from fieldapp.journal.commit import MalformedCommit, decode_commit
from fieldapp.store import log
from fieldapp.store.drafts import drafts, scope_of
from fieldapp.store.permissions import scope_clause
from fieldapp.store.receipts import own_replicas
from fieldapp.store.records import prefix_range
from fieldapp.store.returning import RETURN, ReturnRemark, return_remarks
from fieldapp.store.vault import Vault

State = Literal["draft", "finalised", "sent", "returned"]
STATES: tuple[State, ...] = ("draft", "finalised", "sent", "returned")


@dataclass(frozen=True)
class EntryLine:
    """One form in a list. `id` is the draft's or the submission's; `record` the household or the village code; `at` UTC
    milliseconds of the last answer, or of finalising; `edits` the submission that it changes or replaced, or ""."""

    state: State
    id: str
    form: str
    version: str
    record: str
    year: int | None
    at: int
    worker: str = ""
    edits: str = ""
    remarks: tuple[ReturnRemark, ...] = ()


def entries(
    vault: Vault, scope: str = "", *, state: State | None = None, limit: int = 1000
) -> tuple[EntryLine, ...]:
    """The forms below a region code ("" for all of the worker's), the newest first; of one state where one is given."""
    found = [] if state not in (None, "draft") else _drafts(vault, scope)
    if state != "draft":
        found += _submissions(vault, scope, state, limit)
    return tuple(sorted(found, key=lambda line: (line.at, line.id), reverse=True)[:limit])


def counts(vault: Vault, scope: str = "") -> Mapping[State, int]:
    """How many there are of each state."""
    found = dict.fromkeys(STATES, 0)
    found["draft"] = len(_drafts(vault, scope))
    clause, params = _standing(vault, scope)
    here, returned = _unsent(vault), _returned(vault)
    for (submission,) in vault.db.execute(f"select id from submission where {clause}", params).fetchall():
        found[_state(submission, here, returned)] += 1
    return found


def _state(submission: str, here: frozenset[str], returned: frozenset[str]) -> State:
    if submission in returned:
        return "returned"
    return "finalised" if submission in here else "sent"


def _drafts(vault: Vault, scope: str) -> list[EntryLine]:
    low, high = prefix_range(scope) if scope else ("", "~")
    return [
        EntryLine(
            "draft", one.id, one.form, one.version, one.record, one.year, one.at, vault.worker.name, one.edits
        )
        for one in drafts(vault)
        if low <= scope_of(vault, one.record) < high
    ]


def _submissions(vault: Vault, scope: str, state: State | None, limit: int) -> list[EntryLine]:
    clause, params = _standing(vault, scope)
    columns = vault.ledger.layout("submission").columns
    edits = "replaces" if "replaces" in columns else "null"
    here, returned = _unsent(vault), _returned(vault)
    found: list[EntryLine] = []
    rows = vault.db.execute(
        f"select id, scope, form, version, household, year, worker_name, {edits} from submission "
        f"where {clause} order by id desc",
        params,
    )
    for id_, place, form, version, household, year, worker, replaces in rows:
        own = _state(id_, here, returned)
        if state in (None, own):
            remarks = return_remarks(vault, id_) if own == "returned" else ()
            found.append(
                EntryLine(own, id_, form or "", version or "", household or place, year, _made(id_), worker or "",
                          replaces or "", remarks)
            )  # fmt: skip
        if len(found) == limit:
            break
    return found


def _standing(vault: Vault, scope: str) -> tuple[str, list[str]]:
    """The submissions this worker may read below a region code that no other one replaces."""
    clause, params = scope_clause(vault, "submission")
    if scope:
        low, high = prefix_range(scope)
        clause, params = f"{clause} and submission.scope >= ? and submission.scope < ?", [*params, low, high]
    if "replaces" in vault.ledger.layout("submission").columns:
        clause += " and not exists (select 1 from submission newer where newer.replaces = submission.id)"
    return f"submission.ended_on is null and {clause}", params


def _returned(vault: Vault) -> frozenset[str]:
    if RETURN not in vault.ledger.layouts:
        return frozenset()
    rows = vault.db.execute(f"select distinct submission from {RETURN} where ended_on is null")
    return frozenset(submission for (submission,) in rows.fetchall())


def _unsent(vault: Vault) -> frozenset[str]:
    """The submissions of this vault's own commits that no receipt covers yet."""
    replicas = own_replicas(vault)
    marks = ", ".join("?" * len(replicas))
    streams = vault.db.execute(
        "select n, id, scope, replica, coalesce((select max(seq) from receipt where stream = stream.id), 0) "
        f"from stream where replica in ({marks})",
        replicas,
    ).fetchall()
    found: set[str] = set()
    for number, stream, scope, replica, reached in streams:
        for _, line in log.lines_after(vault.db, number, reached):
            if b'"submission"' in line:
                found.update(_submitted(line, stream, scope, replica))
    return frozenset(found)


def _submitted(line: bytes, stream: str, scope: str, replica: str) -> tuple[str, ...]:
    try:
        commit = decode_commit(line, stream=stream, scope=scope, replica=replica)
    except MalformedCommit:
        return ()
    return tuple(one.record for one in commit.operations if one.list == "submission" and one.action == "add")


def _made(submission: str) -> int:
    """UTC milliseconds of a UUIDv7."""
    try:
        return UUID(submission).int >> 80
    except ValueError:
        return 0
