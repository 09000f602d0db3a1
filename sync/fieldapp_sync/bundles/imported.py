"""What an import of bundles came to: commits, files and receipts, for the page, the notes and a command."""

from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import SyncError, UserError
from fieldapp.store.hand import Changed
from fieldapp_sync.bundles.parts_taken import Missing


@dataclass(frozen=True)
class Imported:
    """Counts of commits. `waiting` wait for a part that is still missing (`missing` says which); `foreign` are of
    villages that are no worker's of this vault and were left out; `files` became whole, `files_waiting` lack a part,
    `files_refused` came wrong and stay wanted. `sender` is the bundle key to send the receipt to; `receipts` were written
    already, or `receipt_refusal` says why not: the import stands. `held` commits wait for a person's review, `refusals`
    say why others were not taken; `begun` villages were taken over whole, from a base."""

    applied: int
    ignored: int
    quarantined: int
    waiting: int
    foreign: int
    changed: tuple[Changed, ...]
    worker: str
    sender: str
    files: int = 0
    files_waiting: int = 0
    files_refused: int = 0
    missing: tuple[Missing, ...] = ()
    receipts: tuple[Path, ...] = ()
    receipt_refusal: UserError | None = None
    cancelled: bool = False
    held: int = 0
    refusals: tuple[SyncError, ...] = ()
    begun: tuple[str, ...] = ()

    def counts(self) -> dict[str, int]:
        """As the notes of the vault keep them."""
        return {
            "received": self.applied,
            "known": self.ignored,
            "set_aside": self.quarantined,
            "waiting": self.waiting,
            "foreign": self.foreign,
            "held": self.held,
            "begun": len(self.begun),
            "files_received": self.files,
        }
