"""Ids, chance and digests."""

import base64
import hashlib

from fieldapp.errors import FormError
from fieldapp.forms.expressions.registry import plain
from fieldapp.forms.expressions.values import whole
from fieldapp.forms.expressions.world import World

_NAMES = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}


@plain("digest", "ttt?", "text")
def digest(text: str, algorithm: str, encoding: str = "base64") -> str:
    """ODK: MD5, SHA-1, SHA-256, SHA-384 or SHA-512 of the UTF-8 bytes, as base64 or hex."""
    name = _NAMES.get(algorithm.upper())
    if name is None or encoding.lower() not in ("base64", "hex"):
        raise FormError(
            "form.expression.digest",
            "digest() knows MD5, SHA-1, SHA-256, SHA-384, SHA-512 as base64 or hex, not “{algorithm}” as “{encoding}”.",
            algorithm=algorithm,
            encoding=encoding,
        )
    raw = hashlib.new(name, text.encode(), usedforsecurity=False).digest()
    return raw.hex() if encoding.lower() == "hex" else base64.b64encode(raw).decode()


@plain("uuid", "wn?", "text")
def uuid(world: World, length: float | None = None) -> str:
    """ODK: a new id; with a length that many letters of new ids."""
    if length is None:
        return world.new_uuid()
    wanted, text = max(0, min(1000, whole(length))), ""
    while len(text) < wanted:
        text += world.new_uuid() or "0"
    return text[:wanted]


@plain("random", "w", "number")
def random(world: World) -> float:
    """ODK: a number from 0 to below 1."""
    return world.chance.random()
