"""Names of replicas, each bound to the key that writes under it. Pure.

The rule it holds: nobody can write under a name that another's key made, also where that name was never seen before. A
name is 8 hex digits of chance, so that a copy of a vault gets another one, and 24 of a hash over them and the key.
Names of vaults made before protocol 2 are shorter and say nothing of a key: there the first key seen counts.
"""

from collections.abc import Iterable
from hashlib import sha256

CHANCE = 4
"""Bytes of chance in a name."""
_HASH = 12
_LENGTH = 2 * (CHANCE + _HASH)
_PURPOSE = b"fieldapp replica 1\n"


def replica_name(public: bytes, chance: bytes) -> str:
    """The name of 32 hex digits under which the key `public` writes; `chance` are `CHANCE` fresh random bytes."""
    return (chance + sha256(_PURPOSE + chance + public).digest()[:_HASH]).hex()


def is_bound(replica: str) -> bool:
    """Whether a name says whose it is."""
    return len(replica) == _LENGTH


def is_named_by(replica: str, public: str) -> bool:
    """Whether a name says that it is this key's (hex)."""
    if not is_bound(replica):
        return False
    try:
        return replica_name(bytes.fromhex(public), bytes.fromhex(replica[: 2 * CHANCE])) == replica
    except ValueError:
        return False


def key_of(replica: str, keys: Iterable[str]) -> str:
    """The one of these keys (hex) that a name says; "" where it says none of them."""
    return next((public for public in keys if is_named_by(replica, public)), "") if is_bound(replica) else ""


def may_write_as(replica: str, public: str) -> bool:
    """Whether nothing in a name speaks against this key (hex)."""
    return not is_bound(replica) or is_named_by(replica, public)
