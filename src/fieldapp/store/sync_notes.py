"""What happened in sync, newest last: rounds, bundles and refusals with their numbers; the last two hundred are kept.

The rule it holds: a note says counts, places and codes, never anything of a person; what nothing came of is told once,
however often it was tried, so that a quiet week does not push out what somebody has to know.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, cast

from fieldapp.errors import Finding, SyncError, UserError

if TYPE_CHECKING:
    from fieldapp.store.vault import Vault

What = Literal["round", "stopped", "failed", "import", "import_failed", "export", "paired"]
MOST = 200
LAST = "last_exchange"
"""Key of the meta table: UTC milliseconds of the last exchange that succeeded; `LAST:tier` with a hub of that tier."""
_LASTING = frozenset(("clock_off_ms",))
"""What is so at every round until somebody mends it, and is no news."""


@dataclass(frozen=True)
class SyncNote:
    """One happening. `at_ms` UTC milliseconds of this computer's clock; `with_whom` a hub's address or a worker's name.

    `counts` are numbers by a stable word (sent, received, conflicts …); `refusal` says why it failed, if it did.
    `told`: what the worker should know besides. `times`: how often in a row the same happened, `at_ms` then being the
    last time.
    """

    n: int
    at_ms: int
    what: What
    with_whom: str
    counts: Mapping[str, int] = field(default_factory=dict)
    refusal: SyncError | None = None
    times: int = 1
    told: tuple[Finding, ...] = ()


def note(
    vault: "Vault",
    what: What,
    with_whom: str,
    counts: Mapping[str, int] | None = None,
    refusal: UserError | None = None,
    tier: str = "",
    told: Sequence[Finding] = (),
) -> None:
    """Keep a happening, at the vault's clock. `tier` is that of the hub of a round that succeeded; an import has none."""
    numbers = {key: number for key, number in (counts or {}).items() if number}
    body: dict[str, object] = {"counts": numbers} if numbers else {}
    if refusal is not None:
        body["refusal"] = _sentence(refusal)
    if told:
        body["told"] = [_sentence(one) for one in told]
    now = vault.clock()
    with vault.transaction():
        before = _last(vault)
        same = before is not None and (before.what, before.with_whom) == (what, with_whom)
        if same and before is not None and _nothing_new(before, numbers, refusal, told):
            body["times"] = before.times + 1
            vault.db.execute("delete from sync_note where n = ?", [before.n])
        vault.db.execute(
            "insert into sync_note (n, at, what, with_whom, body) "
            "values ((select coalesce(max(n), 0) + 1 from sync_note), ?, ?, ?, ?)",
            [now, what, with_whom, json.dumps(body, ensure_ascii=False)],
        )
        vault.db.execute("delete from sync_note where n <= (select max(n) from sync_note) - ?", [MOST])
        if what in ("round", "import"):
            vault.ledger.set_meta(LAST, str(now))
            if tier:
                vault.ledger.set_meta(f"{LAST}:{tier}", str(now))


def newest(vault: "Vault", limit: int = MOST) -> tuple[SyncNote, ...]:
    """The last happenings, newest first."""
    rows = vault.db.execute(
        "select n, at, what, with_whom, body from sync_note order by n desc limit ?", [limit]
    ).fetchall()
    return tuple(_read(*row) for row in rows)


def last_exchange(vault: "Vault", tier: str = "") -> int | None:
    """UTC milliseconds of the last exchange that succeeded, with a hub of a tier or with anybody; None without one."""
    when = vault.ledger.meta(f"{LAST}:{tier}" if tier else LAST)
    return int(when) if when else None


def last_round(vault: "Vault") -> SyncNote | None:
    """How the last round with a hub went, that was not stopped by hand; a new pairing says nothing yet."""
    row = vault.db.execute(
        "select n, at, what, with_whom, body from sync_note where what in ('round', 'failed', 'paired') "
        "order by n desc limit 1"
    ).fetchone()
    return _read(*row) if row and row[2] != "paired" else None


def _last(vault: "Vault") -> SyncNote | None:
    found = newest(vault, 1)
    return found[0] if found else None


def _nothing_new(
    before: SyncNote, counts: Mapping[str, int], refusal: UserError | None, told: Sequence[Finding]
) -> bool:
    """The same again: a round that moved nothing after such a round, a refusal after the same refusal; and the worker is
    told nothing that he was not told then."""
    if [_sentence(one) for one in told] != [_sentence(one) for one in before.told]:
        return False
    code = before.refusal.code if before.refusal is not None else ""
    if refusal is not None or code:
        return refusal is not None and refusal.code == code
    return not set(counts) - _LASTING and not set(before.counts) - _LASTING


def _sentence(one: UserError | Finding) -> dict[str, object]:
    return {"code": one.code, "text": one.text, "params": _plain(one.params)}


def _plain(params: Mapping[str, object]) -> dict[str, object]:
    return {
        key: value if isinstance(value, str | int | float) else str(value) for key, value in params.items()
    }


def _read(n: int, at: int, what: str, with_whom: str, body: str) -> SyncNote:
    told = json.loads(body)
    refused = told.get("refusal")
    refusal = SyncError(refused["code"], refused["text"], **refused["params"]) if refused else None
    counts = {str(key): int(number) for key, number in told.get("counts", {}).items()}
    besides = tuple(Finding(one["code"], one["text"], one["params"]) for one in told.get("told", ()))
    return SyncNote(n, at, cast("What", what), with_whom, counts, refusal, int(told.get("times", 1)), besides)
