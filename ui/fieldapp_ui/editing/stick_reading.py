"""What lies on the plugged-in sticks and what could be written to them: read on a task's own connection."""

from dataclasses import dataclass

from fieldapp.store import Vault
from fieldapp.store.receipts import waiting
from fieldapp_sync.bundles.found import FoundBundle, bundles_on, removable_on
from fieldapp_sync.bundles.preview import is_taken, preview
from fieldapp_sync.bundles.receivers import receivers
from fieldapp_sync.bundles.sticks import Stick


@dataclass(frozen=True)
class OnStick:
    """Bundles and receipts for this vault that are `new` or were `taken` in before, oldest first; `removable` are our
    own that their receiver has confirmed whole."""

    stick: Stick
    new: tuple[FoundBundle, ...]
    taken: tuple[FoundBundle, ...]
    removable: tuple[FoundBundle, ...]


@dataclass(frozen=True)
class SticksRead:
    """`going`: changes that a bundle for the first receiver would carry."""

    sticks: tuple[OnStick, ...]
    going: int


def read_sticks(vault: Vault, there: tuple[Stick, ...]) -> SticksRead:
    """Look through the sticks; nothing is opened and nothing believed."""
    first = next(iter(receivers(vault)), None)
    going = preview(vault, first.recipient).commits if first else waiting(vault).here
    return SticksRead(tuple(_read(vault, stick) for stick in there), going)


def _read(vault: Vault, stick: Stick) -> OnStick:
    found = [(one, is_taken(vault, one)) for one in bundles_on(stick.path, vault)]
    new = tuple(one for one, taken in found if not taken)
    taken = tuple(one for one, taken in found if taken)
    return OnStick(stick, new, taken, removable_on(stick.path, vault))
