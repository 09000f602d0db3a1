"""What is said about bases and chains: which file of a village there is, and where two histories agree."""

import msgspec

from fieldapp.store.growing.pieces import Manifest


class BootstrapAsk(msgspec.Struct, frozen=True, omit_defaults=True):
    """A laptop that holds `vector` of a village asks for its base. `begun`: the file it holds a part of; `always`: it was
    silent for so long that it begins anew whatever the log costs; `fast`: bytes cost it little, making a base much."""

    scope: str
    vector: dict[str, int]
    begun: str = ""
    always: bool = False
    fast: bool = False


class BootstrapOffer(msgspec.Struct, frozen=True, omit_defaults=True):
    """The base the hub gives, or None where its log costs less. `same`: the one that the laptop has begun with, whose
    manifest it holds."""

    manifest: Manifest | None = None
    same: bool = False


class ChainsAsk(msgspec.Struct, frozen=True):
    """Places: (stream, sequence)."""

    places: tuple[tuple[str, int], ...]


class ChainsReply(msgspec.Struct, frozen=True):
    """The chain (hex) at each place, "" where the hub does not reach or may not tell."""

    chains: tuple[str, ...]
