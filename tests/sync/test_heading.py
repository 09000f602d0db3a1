"""Headers of segments: a line for bundles and old peers, few bytes on the wire, and both say the same."""

import base64
from dataclasses import replace
from typing import Any

import pytest

from fieldapp.errors import SyncError
from fieldapp.journal.stream import Segment
from fieldapp.store.ledger import stream_id
from fieldapp_sync.segments.frames import pack_segment, read_carried
from fieldapp_sync.segments.heading import brief_of, is_segment, line_of, read_heading

SCOPE, REPLICA = "990101001201", "5f0c9b1e77aa4d02"
LINES = b'{"q":7}\n{"q":8}\n'
SEGMENT = Segment(stream_id(REPLICA, SCOPE), REPLICA, SCOPE, 7, 8, LINES)
SIGNED: dict[str, Any] = {"by": "ab" * 8, "sig": base64.b64encode(bytes(range(64))).decode().rstrip("=")}


def test_a_brief_header_says_what_a_line_says_in_a_third_of_the_bytes() -> None:
    brief, line = (pack_segment(SEGMENT, **SIGNED, brief=way) for way in (True, False))
    told = read_carried(brief)
    assert told == replace(read_carried(line), size=len(brief))
    assert (told.segment, told.by, told.sig) == (SEGMENT, SIGNED["by"], SIGNED["sig"])
    body = line.partition(b"\n")[2]
    assert brief.endswith(body)
    assert len(brief) - len(body) <= 135 < 330 <= len(line) - len(body) + 30


@pytest.mark.parametrize(
    ("segment", "words"),
    [
        (SEGMENT, {"by": "", "sig": ""}),
        (SEGMENT, {"by": "not hex", "sig": SIGNED["sig"]}),
        (SEGMENT, {"by": "AB" * 8, "sig": SIGNED["sig"]}),
        (SEGMENT, {"by": "ab" * 8, "sig": "no base64!"}),
        (SEGMENT, {"by": "ab" * 8, "sig": "ab"}),
        (SEGMENT, {"by": "ab" * 200, "sig": SIGNED["sig"]}),
        (replace(SEGMENT, replica="laptop", stream=stream_id("laptop", SCOPE)), SIGNED),
        (replace(SEGMENT, replica="AB" * 8, stream=stream_id("AB" * 8, SCOPE)), SIGNED),
    ],
)
def test_what_does_not_fit_in_a_brief_header_goes_as_a_line(segment: Segment, words: Any) -> None:
    told = read_carried(pack_segment(segment, **words, brief=True))
    assert (told.segment, told.by, told.sig) == (segment, words["by"], words["sig"])


def test_a_stream_that_is_not_its_replicas_is_not_made_so_by_a_brief_header() -> None:
    header = read_heading(pack_segment(SEGMENT, **SIGNED)).header
    foreign = type(header)(
        **{**{name: getattr(header, name) for name in header.__struct_fields__}, "stream": "0" * 16}
    )
    assert brief_of(foreign) == line_of(foreign)


def test_a_bent_brief_header_is_refused_or_is_the_same() -> None:
    whole = pack_segment(SEGMENT, **SIGNED, brief=True)
    assert is_segment(whole)
    assert not is_segment(b'{"root":""}')
    for cut in range(1, len(whole)):
        with pytest.raises(SyncError):
            read_carried(whole[:cut])
    for at in range(len(whole)):
        bent = bytearray(whole)
        bent[at] ^= 0x41
        try:
            told = read_carried(bytes(bent))
        except SyncError:
            continue
        # Who signed what, and where a stream stands, is judged after the reading.
        assert told.segment.lines == LINES
