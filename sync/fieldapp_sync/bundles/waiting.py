"""What came before its predecessor: segments after a gap are kept in the vault until the missing part is here.

Streams are stored as prefixes, so a segment that follows a gap cannot enter the log. It is kept as it came, encrypted
with the vault, and enters when the gap is closed by whatever road. An erasure in its village throws it away (a trigger
of `sync_tables`): the part then has to be taken in again.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from fieldapp.journal.stream import Segment
from fieldapp.store.authority.review import reach
from fieldapp.store.vault import Vault

MAX_WAITING = 64 << 20
"""Bytes of kept frames; what comes beyond it has to be taken in again after the missing part."""

_HELD = "held "


def keep_waiting(vault: Vault, segment: Segment, frame: bytes, signer: str) -> bool:
    """Keep a segment that follows a gap, with the frame it came in; whether there was room."""
    with vault.transaction():
        held = vault.db.execute("select coalesce(sum(length(frame)), 0) from bundle_waiting").fetchone()[0]
        if held + len(frame) > MAX_WAITING:
            return False
        vault.db.execute(
            "insert or ignore into bundle_waiting (stream, first, last, scope, signer, frame) values (?, ?, ?, ?, ?, ?)",
            [segment.stream, segment.first, segment.last, segment.scope, signer, frame],
        )
    return True


def take_waiting(vault: Vault, take: Callable[[bytes, str], object]) -> None:
    """Give `take` every kept frame, with its signer, that now follows what is here; then it waits no longer."""
    rows = vault.db.execute(
        "select w.stream, w.first, w.last, w.signer from bundle_waiting w order by w.stream, w.first"
    ).fetchall()
    for stream, first, last, signer in rows:
        # What it follows may itself wait, for a review: then it joins that.
        held = reach(vault.ledger, stream)[0]
        if first > held + 1:
            continue
        key = [stream, first, last]
        if last > held:
            row = vault.db.execute(
                "select frame from bundle_waiting where stream = ? and first = ? and last = ?", key
            ).fetchone()
            if row is None:
                continue  # An erasure that just came took it.
            take(bytes(row[0]), signer)
        with vault.transaction():
            vault.db.execute("delete from bundle_waiting where stream = ? and first = ? and last = ?", key)


@contextmanager
def keeping_waiting(vault: Vault, scope: str) -> Iterator[None]:
    """In one transaction with the block, which brings a village's erasures with its base: what waits for that base stays,
    and is struck when it is taken."""
    with vault.transaction():
        vault.db.execute("update bundle_waiting set scope = ? where scope = ?", [_HELD + scope, scope])
        yield
        vault.db.execute("update bundle_waiting set scope = ? where scope = ?", [scope, _HELD + scope])


def count_waiting(vault: Vault) -> int:
    """Commits that are kept and wait for a missing part."""
    row = vault.db.execute("select coalesce(sum(last - first + 1), 0) from bundle_waiting").fetchone()
    return int(row[0])
