"""A row's context in a few bytes: nothing lost, small where rows are plain, damaged bytes refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.journal.commit import Dot
from fieldapp.journal.context import Mark, covers, joined, pack_seen, reaches, unpack_seen

NUMBERS = {f"stream {n}": n for n in range(1, 400)}
STREAMS = {n: stream for stream, n in NUMBERS.items()}

streams = st.sampled_from(sorted(NUMBERS))
seqs = st.integers(1, 1 << 40)
vectors = st.dictionaries(streams, seqs, max_size=5)
dots = st.builds(Dot, streams, seqs)
times = st.from_regex(r"[0-9a-f]{12}-[0-9a-f]{4}", fullmatch=True) | st.text(max_size=20)
marks = st.builds(Mark, dots, times, vectors, st.frozensets(dots, max_size=2))
cells = st.text(min_size=1, max_size=12)


@given(
    st.dictionaries(cells, st.sampled_from(["x", "y", "z"]), max_size=8),
    st.lists(marks, min_size=3, max_size=3),
    st.data(),
)
def test_packing_and_unpacking_gives_the_same_marks(
    shape: dict[str, str], three: list[Mark], data: st.DataObject
) -> None:
    row = {cell: three["xyz".index(letter)] for cell, letter in shape.items()}
    valued = {cell for cell in row if data.draw(st.booleans())}
    assert unpack_seen(pack_seen(row, NUMBERS.__getitem__, valued), STREAMS.__getitem__, valued) == row


def test_a_fresh_row_of_twenty_fields_takes_seventeen_bytes() -> None:
    mark = Mark(Dot("stream 3", 400), "0192f3c1a4b2-0003")
    row = {f"field_{n}": mark for n in range(20)}
    assert len(pack_seen(row, NUMBERS.__getitem__, row.keys())) <= 17


def test_one_edited_field_adds_its_name_and_one_mark() -> None:
    plain = {f"field_{n}": Mark(Dot("stream 3", 400), "0192f3c1a4b2-0003") for n in range(20)}
    edited = {**plain, "field_7": Mark(Dot("stream 4", 2), "0192f3c1a4b3-0000", {"stream 3": 400})}
    grown = len(pack_seen(edited, NUMBERS.__getitem__, edited)) - len(
        pack_seen(plain, NUMBERS.__getitem__, plain)
    )
    assert grown <= 28


@pytest.mark.parametrize("packed", [b"\x09", b"\x01\x01\x03", b"\x01\x01\x03\x02\x00\x01"])
def test_foreign_or_cut_bytes_are_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match="row's context"):
        unpack_seen(packed, STREAMS.__getitem__, {"phone"})


@given(vectors, vectors)
def test_a_join_reaches_as_far_as_both_and_no_further(a: dict[str, int], b: dict[str, int]) -> None:
    both = joined(a, b)
    assert reaches(both, a)
    assert reaches(both, b)
    assert all(covers(a, Dot(s, q)) or covers(b, Dot(s, q)) for s, q in both.items())
    assert joined(b, a) == both
