"""What goes into a bundle, as frames: words first, then segments that the receiver lacks, then files in pieces."""

from collections.abc import Iterator
from dataclasses import dataclass

from fieldapp.domain.region import scope_covers
from fieldapp.errors import RegisterError
from fieldapp.store.files.attachments import folder_of
from fieldapp.store.streams import scopes, segments_after
from fieldapp.store.vault import Vault
from fieldapp_sync.bundles.contents import CHUNK_BYTES, SEGMENT, Chunk, pack_chunk
from fieldapp_sync.messages import Vectors
from fieldapp_sync.segments.frames import pack_segment

SEGMENT_BYTES = 131_072
"""Of lines: a stick has no links that break, and larger segments pack better."""


@dataclass(frozen=True)
class OutgoingFile:
    """A file here that a record of `scope` names. `size` in bytes."""

    sha256: str
    size: int
    scope: str


def scopes_for(vault: Vault, target: tuple[str, ...]) -> frozenset[str]:
    """The villages here that lie in the target's scopes; ("",) is everywhere."""
    return frozenset(
        scope for scope in scopes(vault.ledger) if any(scope_covers(own, scope) for own in target)
    )


def segment_frames(vault: Vault, villages: frozenset[str], known: Vectors) -> Iterator[bytes]:
    """The frames of what a vault that holds `known` lacks of these villages."""
    for scope in sorted(villages):
        for segment in segments_after(vault.ledger, scope, known.get(scope, {}), SEGMENT_BYTES):
            # Signed by the manifest of its part; a signature here would claim to be its author's.
            yield SEGMENT + pack_segment(segment)


def count_bytes(vault: Vault, villages: frozenset[str], known: Vectors) -> int:
    """About how many bytes `segment_frames` gives, for a progress bar and the room on a stick."""
    found = vault.db.execute(
        "select scope, id, head_seq, coalesce((select sum(length(body)) from segment where stream = n), 0) + "
        "coalesce((select sum(length(line)) from tail where stream = n), 0) / 4 from stream where head_seq > 0"
    ).fetchall()
    total = 0
    for scope, stream, head, size in found:
        if scope in villages:
            ahead = max(0, head - known.get(scope, {}).get(stream, 0))
            total += size * ahead // head
    return total


def files_for(vault: Vault, villages: frozenset[str], there: frozenset[str]) -> list[OutgoingFile]:
    """The files that records of these villages name and that are here, but for those `there`; the small ones first."""
    rows = vault.db.execute(
        "select a.bytes, p.sha256, p.scope from attachment_place p join attachment a on a.sha256 = p.sha256 "
        "where p.have = 1 order by 1, 2, 3"
    )
    named: dict[str, OutgoingFile] = {}
    for size, name, scope in rows.fetchall():
        if scope in villages and name not in there:
            named.setdefault(name, OutgoingFile(name, size, scope))
    return list(named.values())


def file_frames(vault: Vault, files: list[OutgoingFile]) -> Iterator[bytes]:
    """The frames of the files. One that is damaged here is passed over: `vault doctor` tells of it."""
    folder = folder_of(vault)
    for one in files:
        try:
            size = folder.size(one.sha256)
            for offset in range(0, max(1, size), CHUNK_BYTES):
                data = folder.read_part(one.sha256, offset, offset + CHUNK_BYTES)
                yield pack_chunk(Chunk(one.sha256, size, offset, one.scope, data))
        except RegisterError:
            continue
