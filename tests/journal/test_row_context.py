"""A context written over in place says the same as one that was unpacked, changed and packed again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.journal.commit import Dot
from fieldapp.journal.context import Mark, covers, pack_plain, pack_seen, unpack_seen
from fieldapp.journal.row_context import RowContext, ToldMark, written_over

NUMBERS = {f"stream {n}": n for n in range(1, 400)}
STREAMS = {n: stream for stream, n in NUMBERS.items()}
CELLS = [f"cell {n}" for n in range(6)]

streams = st.sampled_from(sorted(NUMBERS))
seqs = st.integers(1, 1 << 40)
vectors = st.dictionaries(streams, seqs, max_size=3)
dots = st.builds(Dot, streams, seqs)
times = st.from_regex(r"[0-9a-f]{12}-[0-9a-f]{4}", fullmatch=True) | st.text(max_size=20)
marks = st.builds(Mark, dots, times, vectors | st.just({}), st.frozensets(dots, max_size=2))
some_cells = st.sets(st.sampled_from(CELLS), max_size=4)


@given(
    st.dictionaries(st.sampled_from(CELLS), marks, max_size=6),
    st.lists(st.tuples(some_cells, marks), max_size=4),
    st.sets(st.sampled_from(CELLS)),
)
def test_writes_in_place_leave_the_marks_that_unpacking_would(
    row: dict[str, Mark], writes: list[tuple[set[str], Mark]], full: set[str]
) -> None:
    """A write may fill a cell or empty it: which cells hold something is known only when the row is read again."""
    untouched = {cell for cell in row if not any(cell in cells for cells, _ in writes)}
    before = {cell for cell in row if cell not in untouched} | untouched & full
    context = RowContext(pack_seen(row, NUMBERS.__getitem__, before))
    for cells, mark in writes:
        context.write(cells, ToldMark(mark, NUMBERS.__getitem__))
        row = {**row, **dict.fromkeys(cells, mark)}
    assert unpack_seen(context.pack(), STREAMS.__getitem__, full & row.keys()) == row


@given(
    st.dictionaries(st.sampled_from(CELLS), marks, min_size=1),
    st.sampled_from(CELLS),
    vectors,
)
def test_what_is_said_to_be_seen_through_was_seen(
    row: dict[str, Mark], cell: str, seen: dict[str, int]
) -> None:
    context = RowContext(pack_seen(row, NUMBERS.__getitem__, row.keys()))
    said = context.is_seen_through((cell,), seen, STREAMS.__getitem__)
    if cell in row:
        mark = row[cell]
        assert said == (covers(seen, mark.dot) and not mark.ahead and not mark.closed)
    elif said:
        assert any(covers(seen, mark.dot) for mark in row.values())


@given(st.sets(st.sampled_from(CELLS), min_size=1), marks, vectors, some_cells, dots, times)
def test_a_row_written_once_is_written_over_at_once_as_when_it_is_looked_into(
    cells: set[str], once: Mark, seen: dict[str, int], written: set[str], dot: Dot, time: str
) -> None:
    """Where it says nothing the row has to be looked into; it may never say more than that would."""
    row = dict.fromkeys(cells, once)
    packed = pack_seen(row, NUMBERS.__getitem__, cells)
    mark = pack_plain(NUMBERS[dot.stream], dot.seq, time)
    told = written_over(packed, written, seen, mark, STREAMS.__getitem__)
    if told:
        assert RowContext(packed).is_seen_through(written, seen, STREAMS.__getitem__)
        expected = {**row, **dict.fromkeys(written, Mark(dot, time))}
        assert unpack_seen(told, STREAMS.__getitem__, cells | written) == expected


def test_a_row_written_once_is_written_over_without_a_look_where_its_writer_knew_it() -> None:
    once, mark = Mark(Dot("stream 3", 7), "0192f3c1a4b2-0003"), pack_plain(3, 8, "0192f3c1a4b2-0004")
    packed = pack_seen(dict.fromkeys(CELLS, once), NUMBERS.__getitem__, CELLS)
    assert written_over(packed, CELLS[:2], {"stream 3": 7}, mark, STREAMS.__getitem__)
    assert not written_over(packed, CELLS[:2], {"stream 3": 6}, mark, STREAMS.__getitem__)


def test_a_mark_that_no_cell_has_any_more_takes_no_room() -> None:
    marks = [Mark(Dot("stream 3", n), "0192f3c1a4b2-0003") for n in range(1, 40)]
    context = RowContext(pack_seen(dict.fromkeys(CELLS, marks[0]), NUMBERS.__getitem__, CELLS))
    for mark in marks[1:]:
        context.write(CELLS[:1], ToldMark(mark, NUMBERS.__getitem__))
    assert len(context.pack()) < 60


@pytest.mark.parametrize(
    "packed",
    [b"\x09", b"\x01\x01\x03", b"\x01\x01\x03\x02\x00\x01", b"\x01\x01\x01\x01\x01\x00\x00\x01\x00\x05ab"],
)
def test_foreign_or_cut_bytes_are_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match="row's context"):
        RowContext(packed)
    assert not written_over(packed, CELLS, {}, b"", STREAMS.__getitem__)
