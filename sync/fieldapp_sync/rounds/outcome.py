"""What is told of a round while it goes on and after it: values for a page, a badge and a command line."""

from dataclasses import dataclass

from fieldapp.errors import Finding
from fieldapp.store.receipts import Counts


@dataclass(frozen=True)
class Progress:
    """Where a round is: commits done of those known so far. `phase`: send, receive, files; `bytes` that this phase has
    moved, packed as they travel."""

    phase: str
    done: int
    total: int
    bytes: int = 0


@dataclass(frozen=True)
class SyncOutcome:
    """What a round did. Commits `sent` and `received`; `set_aside` could not be read here or there; `conflicts` open now.

    `held` wait at the hub for a person's review. `tries`: 1, and one more for each time that the link died. `told`: what
    the worker should know besides, as sentences (a copy of the vault was noticed).

    `clock_off_ms`: how far this computer's clock is from the hub's when that is over ten minutes, else 0.
    """

    sent: int
    received: int
    set_aside: int
    conflicts: int
    counts: Counts
    files_sent: int = 0
    files_received: int = 0
    clock_off_ms: int = 0
    cancelled: bool = False
    held: int = 0
    tries: int = 1
    told: tuple[Finding, ...] = ()
