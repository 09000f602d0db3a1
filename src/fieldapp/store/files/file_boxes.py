"""How a file is sealed: boxes of at most `LARGEST_BOX` bytes, each bound to its file, the file's size and its place.

The rule it holds: a box moved, cut off, or put into another file does not open. A file that came in parts is its boxes
behind one another, so joining them decrypts nothing twice and a part of a large file is read without the rest.
"""

import secrets
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"FAF"
WHOLE, BOXED, THUMBNAIL = b"\x01", b"\x02", b"\x03"
"""Algorithms: one box of the whole file (as until protocol 1), a row of boxes, a thumbnail."""
LARGEST_FILE = 64 << 20
LARGEST_BOX = 1 << 20
_NONCE, _TAG, _COUNT, _SIZE = 12, 16, 4, 8


class WrongBox(ValueError):
    """A box that does not open: damaged, or not of this file."""


class Boxes:
    """Seals and opens with the key of one vault or archive."""

    def __init__(self, file_key: bytes) -> None:
        self._cipher = ChaCha20Poly1305(
            HKDF(hashes.SHA256(), 32, None, b"fieldapp attachments").derive(file_key)
        )

    def seal(self, digest: str, size: int, offset: int, content: bytes) -> bytes:
        """One box: length, nonce, sealed content."""
        nonce = secrets.token_bytes(_NONCE)
        sealed = self._cipher.encrypt(nonce, content, _bound(digest, size, offset))
        return len(content).to_bytes(_COUNT, "big") + nonce + sealed

    def open(self, digest: str, size: int, offset: int, box: bytes) -> bytes:
        """What is in one box. Raises WrongBox."""
        try:
            content = self._cipher.decrypt(
                box[_COUNT : _COUNT + _NONCE], box[_COUNT + _NONCE :], _bound(digest, size, offset)
            )
        except (InvalidTag, ValueError) as wrong:
            raise WrongBox from wrong
        if int.from_bytes(box[:_COUNT], "big") != len(content):
            raise WrongBox
        return content

    def seal_thumbnail(self, digest: str, content: bytes) -> bytes:
        """A whole small file of one box."""
        nonce = secrets.token_bytes(_NONCE)
        head = MAGIC + THUMBNAIL
        return head + nonce + self._cipher.encrypt(nonce, content, head + bytes.fromhex(digest))

    def open_whole(self, kind: bytes, digest: str, content: bytes) -> bytes:
        """What is in a file of kind WHOLE or THUMBNAIL. Raises WrongBox."""
        head = MAGIC + kind
        try:
            if content[: len(head)] != head:
                raise WrongBox
            nonce, sealed = content[len(head) : len(head) + _NONCE], content[len(head) + _NONCE :]
            return self._cipher.decrypt(nonce, sealed, head + bytes.fromhex(digest))
        except (InvalidTag, ValueError) as wrong:
            raise WrongBox from wrong


def boxed_head(size: int) -> bytes:
    """The beginning of a file of boxes."""
    return MAGIC + BOXED + size.to_bytes(_SIZE, "big")


def size_after_kind(file: BinaryIO) -> int:
    """The file's size, read behind magic and kind. Raises WrongBox."""
    size = file.read(_SIZE)
    if len(size) != _SIZE:
        raise WrongBox
    return int.from_bytes(size, "big")


def boxes_of(file: BinaryIO, size: int, first: int, last: int) -> Iterator[tuple[int, bytes]]:
    """The boxes that reach into `first`..`last` (bytes, `last` not included), each with its offset. Raises WrongBox."""
    at = 0
    while at < size:
        count = file.read(_COUNT)
        length = int.from_bytes(count, "big")
        if len(count) != _COUNT or not 0 < length <= LARGEST_BOX or at + length > size:
            raise WrongBox
        if at >= last:
            return
        if at + length > first:
            yield at, count + file.read(_NONCE + length + _TAG)
        else:
            file.seek(_NONCE + length + _TAG, 1)
        at += length


def _bound(digest: str, size: int, offset: int) -> bytes:
    return MAGIC + BOXED + bytes.fromhex(digest) + size.to_bytes(_SIZE, "big") + offset.to_bytes(_SIZE, "big")
