"""On which day the centre's receipts had come how far: what a laptop counts its 90 days by; and its last round."""

from datetime import date

from fieldapp.store.ledger import Ledger

_HEARD = "heard"


def note_receipt_days(ledger: Ledger, today: date) -> None:
    """Write down, in the caller's transaction, how far the centre's receipts have come today, where they have moved.

    What a clock that was ahead wrote down counts from today: never earlier than it came.
    """
    ledger.db.execute("delete from receipt_day where day > ?", [today.isoformat()])
    ledger.db.execute(
        "insert or replace into receipt_day (stream, day, seq) select stream, ?, seq from receipt r "
        "where tier = 'central' and seq > coalesce("
        "(select max(seq) from receipt_day d where d.stream = r.stream and d.day < ?), 0)",
        [today.isoformat(), today.isoformat()],
    )


def note_heard(ledger: Ledger, today: date) -> None:
    """A whole round was made today, in the caller's transaction."""
    ledger.set_meta(_HEARD, today.isoformat())


def heard_on(ledger: Ledger) -> str:
    """The day (ISO) of the last whole round, "" before the first."""
    return ledger.meta(_HEARD)


def received_until(ledger: Ledger, day: date) -> dict[str, int]:
    """How far the centre's receipts had come on a day: stream → sequence."""
    rows = ledger.db.execute(
        "select stream, max(seq) from receipt_day where day <= ? group by stream", [day.isoformat()]
    )
    return dict(rows.fetchall())
