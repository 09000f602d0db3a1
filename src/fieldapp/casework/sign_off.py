"""Where the four parties stand: open, agreed, refused, or signed on facts that have changed since.

A change after signing asks for renewed confirmation. It annuls nothing, and nothing here decides an exit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from fieldapp.casework.parties import PARTIES, Party
from fieldapp.casework.signatures import StoredEntry, in_order

State = Literal["open", "agreed", "refused"]


@dataclass(frozen=True)
class Standing:
    """One party's latest answer. `changed_since`: what it saw is no longer what the register says; ask again."""

    party: Party
    state: State
    changed_since: bool
    latest: StoredEntry | None


def standings(entries: Sequence[StoredEntry], shown_sha256: str, set_version: str) -> tuple[Standing, ...]:
    """Where each of the four parties stands against what would be shown now. A later answer replaces an earlier."""
    latest = {stored.entry.party: stored for stored in in_order(entries)}
    return tuple(_standing(party, latest.get(party.id), shown_sha256, set_version) for party in PARTIES)


def _standing(party: Party, stored: StoredEntry | None, shown_sha256: str, set_version: str) -> Standing:
    if stored is None:
        return Standing(party, "open", False, None)
    entry = stored.entry
    changed = (entry.shown_sha256, entry.set_version) != (shown_sha256, set_version)
    return Standing(party, "agreed" if entry.agrees else "refused", changed, stored)
