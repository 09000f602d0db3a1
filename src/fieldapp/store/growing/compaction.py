"""Old log bodies given up: 90 days after the centre's receipt a village's lines become its base, the hub keeps them all.

The rule it holds: nothing goes before the central receipt, and what is still asked of the lines (who wrote a shown fact,
what undo restores, conflicts, erasure, fields learnt later) is asked of the base.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from fieldapp.journal.commit import Vector
from fieldapp.store import history, log
from fieldapp.store.growing.base import base_of, forget, write_base
from fieldapp.store.growing.pieces import drop_files
from fieldapp.store.growing.receipt_days import note_receipt_days, received_until
from fieldapp.store.growing.writing import BaseWriter
from fieldapp.store.ledger import Ledger
from fieldapp.store.streams import scopes
from fieldapp.store.vault import Vault

KEPT_DAYS = 90
LEAST_BYTES = 65_536
"""A village whose old lines take less, packed, is left for another day: its base would be written anew for little."""
_TAIL_SHARE = 4
_DONE = "compacted"


@dataclass(frozen=True)
class Compacted:
    """Villages whose old lines went, how many commits those were, and bytes of log before and after with the base."""

    villages: int = 0
    commits: int = 0
    before: int = 0
    after: int = 0


def compact(
    vault: Vault, today: date, *, least: int = LEAST_BYTES, cancelled: Callable[[], bool] = lambda: False
) -> Compacted:
    """Drop what the centre has held for `KEPT_DAYS`; a transaction a village, so it may be killed or `cancelled` between.

    Writes down today's receipts first, and at its end that it was done today. A clock that jumped ahead drops what the
    centre holds sooner, never what it does not hold. Raises VaultError.
    """
    ledger = vault.ledger
    with vault.transaction():
        note_receipt_days(ledger, today)
    until = received_until(ledger, today - timedelta(days=KEPT_DAYS))
    done, stopped = Compacted(), False
    for scope in scopes(ledger):
        if stopped := cancelled():
            break
        upto = _upto(ledger, scope, until)
        if upto and _droppable(ledger, scope, upto) >= least:
            done = _joined(done, _compact(ledger, scope, vault.edition, upto))
    if done.villages:
        log.forget()
        history.forget()
        forget()
    if not stopped:
        with vault.transaction():
            ledger.set_meta(_DONE, today.isoformat())
    return done


def is_due(vault: Vault, today: date) -> bool:
    """Whether nobody has seen a `compact` through today."""
    return vault.ledger.meta(_DONE) != today.isoformat()


def _upto(ledger: Ledger, scope: str, until: Vector) -> dict[str, int]:
    """How far each stream of a village may be dropped; empty where nothing new may."""
    projected = ledger.projected(scope)
    upto: dict[str, int] = {}
    grows = False
    for stream, number in ledger.db.execute(
        "select id, n from stream where scope = ? and head_seq > 0", [scope]
    ).fetchall():
        base = base_of(ledger.db, number)[0]
        upto[stream] = max(base, min(until.get(stream, 0), projected.get(stream, 0)))
        grows = grows or upto[stream] > base
    return upto if grows else {}


def _droppable(ledger: Ledger, scope: str, upto: Vector) -> int:
    size = 0
    for stream, seq in upto.items():
        number = ledger.enter_stream(stream, "", scope).n
        size += _sum(
            ledger, "select sum(length(body)) from segment where stream = ? and last <= ?", number, seq
        )
        tail = _sum(ledger, "select sum(length(line)) from tail where stream = ? and seq <= ?", number, seq)
        size += tail // _TAIL_SHARE
    return size


def _compact(ledger: Ledger, scope: str, edition: str, upto: Vector) -> Compacted:
    with ledger.transaction():
        before = _size(ledger, scope)
        dropped = 0
        olds = {stream: base_of(ledger.db, ledger.enter_stream(stream, "", scope).n)[0] for stream in upto}
        streams = write_base(ledger.db, scope, BaseWriter(ledger, scope, edition, upto).parts())
        # The file in which the base before came says no longer what is here.
        drop_files(ledger, scope)
        for name, _, seq, chain in streams:
            if seq:
                number = ledger.enter_stream(name, "", scope).n
                log.drop(ledger.db, number, seq)
                ledger.db.execute(
                    "insert into base_stream (stream, seq, chain) values (?, ?, ?)",
                    [number, seq, bytes.fromhex(chain)],
                )
                dropped += seq - olds.get(name, 0)
        return Compacted(1, dropped, before, _size(ledger, scope))


def _size(ledger: Ledger, scope: str) -> int:
    of = "where stream in (select n from stream where scope = ?)"
    return (
        _sum(ledger, f"select sum(length(body)) from segment {of}", scope)
        + _sum(ledger, f"select sum(length(line)) from tail {of}", scope)
        + _sum(ledger, "select sum(length(body)) from base_part where scope = ?", scope)
    )


def _sum(ledger: Ledger, question: str, *parameters: str | int) -> int:
    return int(ledger.db.execute(question, list(parameters)).fetchone()[0] or 0)


def _joined(a: Compacted, b: Compacted) -> Compacted:
    return Compacted(a.villages + b.villages, a.commits + b.commits, a.before + b.before, a.after + b.after)
