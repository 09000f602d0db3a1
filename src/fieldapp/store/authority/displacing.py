"""An author's own word against what others brought under his name without it and what waits for a person since.

The rule it holds: nobody stands in an author's way by bringing something first. What was held in the place of his word
is kept apart, counted for who brought it, and where it says something else an alarm names him.
"""

from collections.abc import Sequence

from fieldapp.journal.stream import chain_after, join_lines
from fieldapp.store.authority.heads import Alarm, raise_alarm
from fieldapp.store.authority.held_lines import unpack_held
from fieldapp.store.ledger import Ledger
from fieldapp.store.streams import chain_at


def is_contested(ledger: Ledger, stream: str, head: int, author: str) -> bool:
    """Whether the first that waits of a stream beyond the log was brought by another than its author (hex)."""
    row = ledger.db.execute(
        "select sender from review where stream = ? and last > ? order by first limit 1", [stream, head]
    ).fetchone()
    return row is not None and row[0] != author


def displace(ledger: Ledger, stream: str, head: int, lines: Sequence[bytes], *, held_for: str) -> None:
    """Make room for an author's lines from `head` + 1 on. What says something else is put aside; what says the same goes,
    for his own come. Where those will wait for a person too, it stays as it was decided: as the word of `held_for` (hex),
    else ""."""
    fits = True
    with ledger.transaction():
        rows = ledger.db.execute(
            "select first, replica, scope, sender, lines from review where stream = ? and last > ? "
            "order by first",
            [stream, head],
        ).fetchall()
        for first, replica, scope, sender, packed in rows:
            held = unpack_held(packed).splitlines()[max(0, head + 1 - first) :]
            start = max(first, head + 1) - head - 1
            ours = list(lines[start : start + len(held)])
            place = [stream, first]
            if fits and held_for and held == ours:
                ledger.db.execute(
                    "update review set sender = ?, author = ? where stream = ? and first = ?",
                    [held_for, held_for, *place],
                )
                continue
            if held == ours:
                ledger.db.execute("delete from review where stream = ? and first = ?", place)
                continue
            if fits and held[: len(ours)] == ours:
                # It goes on where his lines end: whose word that is shows when more of his come.
                continue
            fits = False
            if held[: len(ours)] != ours:
                own, told = (
                    _chain(ledger, stream, head, [*lines[:start], *some])
                    for some in (ours, held[: len(ours)])
                )
                seq = head + start + len(ours)
                raise_alarm(ledger, Alarm(stream, seq, "chain", scope, replica, own, told, sender))
            ledger.db.execute(
                "update or replace review set stream = stream || '~' || substr(sender, 1, 16), state = 'displaced' "
                "where stream = ? and first = ?",
                place,
            )


def _chain(ledger: Ledger, stream: str, head: int, lines: Sequence[bytes]) -> str:
    return chain_after(chain_at(ledger, stream, head) or b"", join_lines(list(lines))).hex()
