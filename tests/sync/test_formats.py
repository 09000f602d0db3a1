"""Golden bytes: what this version writes today must be read by every later one. The fixtures are never changed."""

import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import zstandard

from fieldapp.journal.commit import Commit, Operation, decode_commit, encode_commit
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.keys.attestations import is_true
from fieldapp.keys.devices import DeviceKey
from fieldapp.keys.recipients import recipient_of
from fieldapp.store.growing.files import parts_in_file
from fieldapp.store.growing.parts import Rows
from fieldapp.store.growing.pieces import is_signed
from fieldapp.store.ledger import stream_id
from fieldapp_sync.bundles.contents import CHUNK, SEGMENT, WORD, read_base_piece, read_chunk, read_word
from fieldapp_sync.bundles.part import read_head, read_part
from fieldapp_sync.segments.frames import pack_segment, put_frame, read_carried, read_frames

GOLDEN = Path(__file__).parent / "golden"
VILLAGE = "990101001201"
LINE = (
    b'{"q":1,"t":"0192f3c1a4b2-0003","w":"w07","v":"cn-base@1","k":"edit","o":[{"l":"household","i":"01","a":"set",'
    b'"seen":[["77c0",12],["9f3a",417]],"f":{"phone":"139","arable":350},"s":"told"}]}'
)


def a_segment() -> Segment:
    return Segment(stream_id("0102", VILLAGE), "0102", VILLAGE, 1, 1, join_lines([LINE]))


def test_a_commit_line_is_these_bytes() -> None:
    operation = Operation(
        "household", "01", "set", {"phone": "139", "arable": 350}, {"9f3a": 417, "77c0": 12}, "told"
    )
    commit = Commit("s", VILLAGE, "0102", 1, "0192f3c1a4b2-0003", "w07", "cn-base@1", "edit", (operation,))
    assert encode_commit(commit) == LINE
    assert decode_commit(LINE, stream="s", scope=VILLAGE, replica="0102") == commit


def test_a_stream_id_is_what_anyone_computes_from_replica_and_village() -> None:
    assert stream_id("0102", VILLAGE) == sha256(json.dumps(["0102", VILLAGE]).encode()).hexdigest()[:16]


def test_the_golden_segment_is_read() -> None:
    (content,) = read_frames(BytesIO((GOLDEN / "segment.bin").read_bytes()))
    assert read_carried(content).segment == a_segment()


def test_a_segment_written_today_has_the_golden_header() -> None:
    golden = next(read_frames(BytesIO((GOLDEN / "segment.bin").read_bytes())))
    head, body = pack_segment(a_segment()).split(b"\n", 1)
    assert head == golden.split(b"\n", 1)[0]
    assert zstandard.decompress(body) == LINE + b"\n"


def test_the_golden_bundle_of_the_first_format_is_read() -> None:
    """Its keys are invented for this file and serve nowhere else."""
    identity = (GOLDEN / "identity.txt").read_text().strip()
    part = read_part((GOLDEN / "bundle.fab").read_bytes(), identity)
    assert part.manifest.recipient == recipient_of(identity)
    assert part.manifest.signer == DeviceKey(bytes(range(32))).public.hex()
    assert (part.manifest.format, part.manifest.part, part.manifest.last) == (1, 1, True)
    segments = [frame for frame in part.frames if frame[:1] == SEGMENT]
    assert [read_carried(frame[1:]).segment for frame in segments] == [a_segment()]
    assert put_frame(segments[0][1:]) == (GOLDEN / "segment.bin").read_bytes()


def test_the_golden_bundle_of_the_second_format_is_read() -> None:
    """Written when the format was made; a word, a segment and a piece of a file."""
    identity = (GOLDEN / "identity.txt").read_text().strip()
    content = (GOLDEN / "bundle-2.fab").read_bytes()
    head = read_head(content)
    assert (head.format, head.minimum, head.kind, head.part, head.last) == (2, 2, "bundle", 1, True)
    part = read_part(content, identity)
    assert part.manifest.signer == DeviceKey(bytes(range(32))).public.hex()
    assert part.manifest.vectors == {VILLAGE: {stream_id("0102", VILLAGE): 1}}
    word, segment, chunk = part.frames
    assert (word[:1], segment[:1], chunk[:1]) == (WORD, SEGMENT, CHUNK)
    (attested,) = read_word(word).attestations
    assert is_true(attested)
    assert (attested.tier, attested.seq, read_word(word).taken) == ("author", 1, ("ffeeddcc00112233",))
    assert read_carried(segment[1:]).segment == a_segment()
    piece = read_chunk(chunk)
    assert sha256(piece.data).hexdigest() == piece.sha256
    assert (piece.size, piece.offset, piece.scope) == (len(piece.data), 0, VILLAGE)


def test_the_golden_bundle_with_a_base_is_read() -> None:
    """The third format: two pieces of a village's base, whose manifest carries a signature of its own."""
    content = (GOLDEN / "bundle-3.fab").read_bytes()
    head = read_head(content)
    assert (head.format, head.minimum, head.kind, head.part, head.last) == (3, 3, "bundle", 1, True)
    part = read_part(content, (GOLDEN / "identity.txt").read_text().strip())
    first, second = map(read_base_piece, part.frames)
    assert first.base == second.base
    assert is_signed(first.base)
    assert first.base.by == part.manifest.signer == DeviceKey(bytes(range(32))).public.hex()
    body = first.data + second.data
    assert (second.offset, sha256(body).hexdigest(), len(body)) == (
        len(first.data),
        first.base.hash,
        first.base.bytes,
    )
    rows = sum(len(told.i) for told in parts_in_file([body]) if isinstance(told, Rows))
    assert rows == first.base.rows > 0
