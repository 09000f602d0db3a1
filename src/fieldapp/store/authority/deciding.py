"""A person's decision on commits that wait for review: taken in like everything else, turned down, or open again."""

from typing import TYPE_CHECKING

from fieldapp.journal.stream import Segment
from fieldapp.keys.devices import DeviceKey
from fieldapp.store.authority import acceptances
from fieldapp.store.authority.held_lines import unpack_held
from fieldapp.store.authority.review import ForReview, State, held_rows, none_held, waiting
from fieldapp.store.intake import Received, receive
from fieldapp.store.ledger import Ledger

if TYPE_CHECKING:
    from fieldapp.store.vault import Vault


def accept(ledger: Ledger, stream: str, *, key: DeviceKey, by: str, now_ms: int) -> Received:
    """Take in all that is held of a stream, in order, what was turned down too. Where `key`, this database's own, may
    speak for the village, its word goes up with the lines. Raises SyncError review.none."""
    with ledger.transaction():
        rows = held_rows(ledger, stream)
        received = Received()
        for first, last, replica, scope, lines in rows:
            body = unpack_held(lines)
            one = receive(ledger, Segment(stream, replica, scope, first, last, body))
            received = Received(
                received.applied + one.applied,
                received.ignored + one.ignored,
                received.quarantined + one.quarantined,
                (*received.changed, *one.changed),
            )
        _mark(ledger, stream, "accepted", by, now_ms)
        acceptances.state(ledger, key, stream, rows[0][0], person=by, now_ms=now_ms)
    return received


def reject(ledger: Ledger, stream: str, *, by: str, now_ms: int, why: str = "") -> int:
    """Turn down what waits of a stream; it is kept. Gives the commits. Raises SyncError review.none."""
    with ledger.transaction():
        rows = held_rows(ledger, stream)
        _mark(ledger, stream, "rejected", by, now_ms, why)
    return sum(last - first + 1 for first, last, *_ in rows)


def reopen(ledger: Ledger, stream: str) -> None:
    """What was turned down of a stream waits again. Raises SyncError review.none where nothing was, or it is taken in."""
    with ledger.transaction():
        again = ledger.db.execute(
            "update review set state = 'waiting', decided_by = '', decided_ms = 0, why = '' "
            "where stream = ? and state = 'rejected' returning first",
            [stream],
        ).fetchall()
    if not again:
        raise none_held(stream)


def decide(vault: "Vault", stream: str, *, take_in: bool, why: str = "") -> ForReview:
    """The decision of this vault's worker on what waits here. Raises RegisterError role.not_allowed,
    register.foreign_scope; SyncError review.none."""
    from fieldapp.store.permissions import refuse_without
    from fieldapp.store.renewals.renewal import note_late

    refuse_without(vault, "approve")
    found = waiting(vault.ledger, "stream = ?", [stream], rejected=True)
    if not found:
        raise none_held(stream)
    vault.refuse_foreign(found[0].scope)
    by, now = vault.worker.name, vault.clock()
    if take_in:
        note_late(vault, accept(vault.ledger, stream, key=vault.device, by=by, now_ms=now).changed)
    else:
        reject(vault.ledger, stream, by=by, now_ms=now, why=why)
    return found[0]


def _mark(ledger: Ledger, stream: str, state: State, by: str, now_ms: int, why: str = "") -> None:
    ledger.db.execute(
        "update review set state = ?, decided_by = ?, decided_ms = ?, why = ? "
        "where stream = ? and state <> 'accepted'",
        [state, by, now_ms, why, stream],
    )
