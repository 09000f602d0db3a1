"""Names of records: UUIDv7 made on the device; uuid5 for what two laptops would make twice: yearly and moved ones."""

import uuid

RANDOM_BYTES = 10
_YEARLY = uuid.UUID("6f2a1c5e-3b0d-5d7a-9c41-8e2f7a60b913")
"""Namespace of yearly records. Changing it would give every yearly record a second id."""
_MOVED = uuid.UUID("b8f0c2d4-51a7-5e93-8d26-1f4c7be0a935")
"""Namespace of records that moved to another village; as above."""


def uuid7(ms: int, random: bytes) -> str:
    """A UUIDv7 (RFC 9562) of a moment in UTC milliseconds and ten random bytes; text order is time order."""
    if not 0 <= ms < 1 << 48:
        raise ValueError("milliseconds outside 48 bits")
    if len(random) != RANDOM_BYTES:
        raise ValueError("ten random bytes are needed")
    tail = int.from_bytes(random)
    high, low = tail >> 62 & 0xFFF, tail & (1 << 62) - 1
    return str(uuid.UUID(int=ms << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low))


def year_id(parent: str, list_name: str, year: int) -> str:
    """The id of a yearly record: the same on every device for one parent, list and year."""
    return str(uuid.uuid5(_YEARLY, f"{parent}/{list_name}/{year}"))


def moved_id(movement: str, record: str) -> str:
    """The id under which a record goes on in the village it moved to: the same whoever takes it in."""
    return str(uuid.uuid5(_MOVED, f"{movement}/{record}"))


def is_uuid(text: str) -> bool:
    """Whether a text is a UUID as records and entities have it: 36 characters with hyphens (RFC 9562)."""
    try:
        return str(uuid.UUID(text)) == text.lower()
    except ValueError:
        return False
