"""What client and hub say about files: which are missing, which parts are held, what a chunk came to."""

import msgspec

LARGEST_ASK = 500
"""Names in one question or answer."""


class FilesAsk(msgspec.Struct, frozen=True, omit_defaults=True):
    """What lacks the hub in a lane, of these names or, without names, of all the account's places behind `after`."""

    lane: str
    names: tuple[str, ...] = ()
    after: tuple[str, str] = ("", "")


class Missing(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file (SHA-256 as hex) that the hub lacks, and what it holds of it: ranges of first byte and the one after the
    last; `size` 0 while nothing is there. `scope` is the place that names it."""

    name: str
    scope: str = ""
    size: int = 0
    ranges: tuple[tuple[int, int], ...] = ()


class FilesMissing(msgspec.Struct, frozen=True, omit_defaults=True):
    """`more`: ask on behind the last one."""

    missing: tuple[Missing, ...] = ()
    more: bool = False


class FilesHeldAsk(msgspec.Struct, frozen=True, omit_defaults=True):
    """Which of these files the hub holds: lane original, sheet (small and no picture), or thumbnail."""

    lane: str
    names: tuple[str, ...] = ()


class FilesHeld(msgspec.Struct, frozen=True, omit_defaults=True):
    """Name → bytes, of those asked for that the hub holds and may give. A thumbnail of 0 bytes can never be made."""

    sizes: dict[str, int] = {}


class ChunkReply(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the hub now holds of a file, in bytes; `whole` once its hash was found right."""

    held: int = 0
    whole: bool = False
