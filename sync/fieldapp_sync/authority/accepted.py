"""What stations took in from review, told in a round: kept where it counts; what waits here of it is taken in too."""

from collections.abc import Iterable

from fieldapp.journal.stream import Segment
from fieldapp.keys.acceptances import Acceptance
from fieldapp.store.authority.acceptances import hear
from fieldapp.store.hand import Changed
from fieldapp.store.intake import receive
from fieldapp.store.renewals.renewal import note_late
from fieldapp.store.vault import Vault


def note_accepted(vault: Vault, told: Iterable[Acceptance]) -> int:
    """Gives the streams of which something new is known."""
    changed: list[Changed] = []

    def take(segment: Segment) -> None:
        changed.extend(receive(vault.ledger, segment).changed)

    streams, _ = hear(vault.ledger, told, take)
    note_late(vault, changed)
    return streams
