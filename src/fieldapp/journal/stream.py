"""Segments: runs of commit lines of one stream, stored and forwarded as the bytes they are, chained by SHA-256."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

from fieldapp.journal.commit import Commit, MalformedCommit, decode_commit
from fieldapp.journal.erasing import line_hash

CHAIN_START = bytes(32)


@dataclass(frozen=True)
class Segment:
    """Commit lines `first`…`last` (both included) of a stream, each ended by a newline, not compressed.

    `packed`: the same lines sealed (`sealed`) where they are so already, so that nobody packs them again; else b"".
    """

    stream: str
    replica: str
    scope: str
    first: int
    last: int
    lines: bytes
    packed: bytes = field(default=b"", compare=False, repr=False)


def chain_after(chain: bytes, lines: bytes) -> bytes:
    """The chain head after these lines: the hash of each (`erasing.line_hash`) is hashed with the head before it.

    Computed by the receiver; a lawful erasure leaves it as it was. The last few are remembered, for who judges a
    segment before it is stored, but no very long ones; `forget_chains` forgets the lines.
    """
    return _remembered(chain, lines) if len(lines) <= _LONGEST_REMEMBERED else _chained(chain, lines)


def forget_chains() -> None:
    """Lose the lines whose chain is remembered."""
    _remembered.cache_clear()


def _chained(chain: bytes, lines: bytes) -> bytes:
    for line in lines.splitlines():
        chain = sha256(chain + line_hash(line)).digest()
    return chain


_LONGEST_REMEMBERED = 1 << 20
_remembered = lru_cache(maxsize=4)(_chained)


def read_commits(
    lines: Iterable[bytes], *, stream: str, scope: str, replica: str
) -> Iterator[Commit | MalformedCommit]:
    """What the lines of a stream say, one after the other; in place of what is no commit stands why."""
    for line in lines:
        try:
            yield decode_commit(line, stream=stream, scope=scope, replica=replica)
        except MalformedCommit as wrong:
            yield wrong


def join_lines(lines: Iterable[bytes]) -> bytes:
    """Lines as a segment body."""
    return b"".join(line + b"\n" for line in lines)
