"""What a hub keeps packed as it came is what it can read again: no laptop makes a village unreadable for the others."""

from hashlib import sha256
from io import BytesIO
from typing import Any

import msgspec
import pytest
import zstandard

from fieldapp.journal.stream import Segment, chain_after
from fieldapp.store import log
from fieldapp.store.authority.heads import sign
from fieldapp.store.ledger import stream_id
from fieldapp.store.log import lines_after
from fieldapp_sync.segments.frames import put_frame, read_carried, read_frames
from fieldapp_sync.segments.heading import Header, is_segment, line_of

LINE = b'{"q":%d,"x":"' + b"unreadable " * 40 + b'"}\n'


def odd_bodies(lines: bytes) -> dict[str, bytes]:
    """zstd bodies that give these lines to who reads piece by piece."""
    whole = zstandard.ZstdCompressor(level=3, write_checksum=True).compress(lines)
    making = zstandard.ZstdCompressor(level=3).compressobj(size=len(lines))
    open_end = making.compress(lines) + making.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
    return {"whole": whole, "cut in its hash": whole[:-2], "without its hash": whole[:-4], "no end": open_end}


@pytest.mark.parametrize("name", odd_bodies(b"\n"))
def test_a_body_that_ends_too_soon_leaves_the_village_readable(own_county: Any, name: str) -> None:
    east, archive = own_county.east, own_county.archive
    scope, key, replica = east.scope, east.vault.device, "ab" * 8
    lines = b"".join(LINE % at for at in range(1, 200))
    segment = Segment(stream_id(replica, scope), replica, scope, 1, 199, lines)
    by, sig = sign(key, segment, chain_after(bytes(32), lines), "author")
    header = Header(
        *(segment.stream, replica, scope, 1, 199, len(lines), sha256(lines).hexdigest(), "", by, sig)
    )
    reply = east.ask("POST", "/v2/push", put_frame(line_of(header) + odd_bodies(lines)[name]))
    assert reply.json().get("applied") == 199
    log.forget()
    with archive.tables() as ledger:
        stream = ledger.stream(segment.stream)
        assert b"".join(line + b"\n" for _, line in lines_after(ledger.db, stream.n, 0)) == lines
    asked = {"vectors": {scope: {}}, "size": 262_144, "level": 3, "packs": [""]}
    reply = east.ask("POST", "/v2/pull", msgspec.json.encode(asked))
    told = [read_carried(one) for one in read_frames(BytesIO(reply.content)) if is_segment(one)]
    assert b"".join(one.segment.lines for one in told if one.segment.stream == segment.stream) == lines
