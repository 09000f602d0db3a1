"""When a laptop was here last, what it had left to send and how far its clock is off: for who looks after the station."""

from fieldapp.store.ledger import Ledger
from fieldapp_sync.station.messages import LaptopState

TABLE = (
    "create table if not exists hub_seen (device text primary key, seen_ms integer not null, waiting integer, "
    "clock_off_ms integer, protocol integer not null default 0, revoked_why text not null default '') without rowid"
)


def note_token(ledger: Ledger, device: str, protocol: int, at_ms: int) -> None:
    """A laptop begins to talk, in this protocol."""
    with ledger.transaction():
        ledger.db.execute(
            "insert into hub_seen (device, seen_ms, protocol) values (?, ?, ?) on conflict (device) do update set "
            "seen_ms = max(seen_ms, excluded.seen_ms), protocol = excluded.protocol",
            [device, at_ms, protocol],
        )


def note_state(ledger: Ledger, device: str, told: LaptopState, at_ms: int) -> None:
    """A laptop said with its hello what waits there and what its clock shows."""
    with ledger.transaction():
        ledger.db.execute(
            "insert into hub_seen (device, seen_ms, waiting, clock_off_ms) values (?, ?, ?, ?) "
            "on conflict (device) do update set seen_ms = max(seen_ms, excluded.seen_ms), "
            "waiting = excluded.waiting, clock_off_ms = excluded.clock_off_ms",
            [device, at_ms, told.waiting, told.now_s * 1000 - at_ms],
        )


def note_pushed(ledger: Ledger, device: str, count: int) -> None:
    """So many of the commits that waited there have come."""
    if count:
        with ledger.transaction():
            ledger.db.execute(
                "update hub_seen set waiting = max(0, waiting - ?) where device = ? and waiting is not null",
                [count, device],
            )


def note_why(ledger: Ledger, device: str, reason: str) -> None:
    """Why a laptop was shut out, inside the caller's transaction."""
    ledger.db.execute(
        "insert into hub_seen (device, seen_ms, revoked_why) values (?, 0, ?) "
        "on conflict (device) do update set revoked_why = excluded.revoked_why",
        [device, reason],
    )
