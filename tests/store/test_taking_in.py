"""Segments taken in are what the pure merge makes of their operations one at a time, whatever they hold and when."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec import structs

from fieldapp.journal.commit import Commit, Dot, MalformedCommit, Operation, decode_commit, encode_commit
from fieldapp.journal.merge import EMPTY, ENDED, apply_operation
from fieldapp.journal.row_context import RowContext
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.store import log
from fieldapp.store.intake import receive, store_segment
from fieldapp.store.ledger import stream_id
from fieldapp.store.projecting import project
from fieldapp.store.rows import Row, marks_in, read_row, read_state, unarrived
from fieldapp.store.twins.duplicates import note_clashes
from fieldapp.store.writing_back import write_state

VILLAGE, OTHER_VILLAGE = "990101001201", "990101001102"
REPLICAS = ("north", "south", "east")
STREAMS = tuple(stream_id(replica, VILLAGE) for replica in REPLICAS)
LISTS = {
    "household": ("household_no", "address", "bank_name", "bank_account", "county_well"),
    "household_year": ("household", "year", "water_safe"),
    "person": ("name", "id_no"),
    "unheard_of": ("depth",),
}
NUMBERS = ("year", "water_safe")
ENDS = ({}, {}, {}, {}, {"ended_on": "2020-05-01", "ended_reason": "moved"}, {"ended_on": None})
BAD_LINES = (b"{", b'{"q":0}', b"[]", b'"o"')
FOREIGN = "household-of-another-village"


RANDOM = settings(
    max_examples=30,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


class _Back(Exception):
    """Ends a transaction without a trace."""


def values(key):
    wrong = st.sampled_from((3, 4) if key not in NUMBERS else ("7", "much"))
    right = st.sampled_from((None, 0, 7) if key in NUMBERS else (None, "", "单雄信", "W-17 a"))
    return st.one_of(right, right, right, right, right, wrong)


@st.composite
def operations(draw):
    name = draw(st.sampled_from(("household", "household", *LISTS)))
    keys = draw(st.sets(st.sampled_from(LISTS[name]), max_size=3))
    record = draw(
        st.sampled_from(
            [f"{name}-{at}" for at in range(3)] * 6 + [FOREIGN, ""] if name == "household" else "abc"
        )
    )
    return Operation(
        name,
        record,
        draw(st.sampled_from(("add", "set", "set"))),
        {key: draw(values(key)) for key in sorted(keys)} | draw(st.sampled_from(ENDS)),
        draw(st.dictionaries(st.sampled_from(STREAMS), st.integers(1, 6), max_size=3)),
        "",
        tuple(draw(st.lists(st.builds(Dot, st.sampled_from(STREAMS), st.integers(1, 6)), max_size=1))),
    )


@st.composite
def lines(draw, at):
    """The lines of one stream; some of them are no commits."""
    made = []
    for seq in range(1, draw(st.integers(1, 7)) + 1):
        told = seq if draw(st.integers(0, 19)) else seq + 1
        time = f"0192f3c1{draw(st.integers(0, 9)):04x}-0000" if draw(st.integers(0, 19)) else "noon"
        parts = tuple(draw(st.lists(operations(), min_size=1, max_size=3)))
        made.append(
            encode_commit(
                Commit(STREAMS[at], VILLAGE, REPLICAS[at], told, time, "w", "base@1", "edit", parts)
            )
            if draw(st.integers(0, 14))
            else draw(st.sampled_from(BAD_LINES))
        )
    return made


@st.composite
def journeys(draw):
    """Segments of three streams as they may arrive: mixed, cut anywhere, some twice."""
    wholes = [draw(lines(at)) for at in range(len(STREAMS))]
    reached = [0] * len(STREAMS)
    found = []
    while any(at < len(whole) for at, whole in zip(reached, wholes, strict=True)):
        which = draw(st.sampled_from([n for n, whole in enumerate(wholes) if reached[n] < len(whole)]))
        begin = max(0, reached[which] - draw(st.sampled_from((0, 0, 1, 2))))
        end = draw(st.integers(reached[which] + 1, len(wholes[which])))
        body = join_lines(wholes[which][begin:end])
        found.append(Segment(STREAMS[which], REPLICAS[which], VILLAGE, begin + 1, end, body))
        reached[which] = end
    return found


def one_at_a_time(ledger, segment):
    """A segment by the merge alone: no rows in memory, no straight writes."""
    stream = ledger.enter_stream(segment.stream, segment.replica, segment.scope)
    known = dict(ledger.vector(VILLAGE))
    held = known.get(stream.id, 0)
    fresh = segment.lines.splitlines()[held + 1 - segment.first :]
    log.append(ledger.db, stream.n, fresh)
    for seq, line in enumerate(fresh, held + 1):
        try:
            commit = decode_commit(line, stream=stream.id, scope=VILLAGE, replica=segment.replica)
            if commit.seq != seq or commit.time == "noon" or any(not o.record for o in commit.operations):
                raise MalformedCommit
            if any((o.list, o.record) == ("household", FOREIGN) for o in commit.operations):
                ledger.db.execute("insert into quarantine values (?, ?, '')", [stream.n, seq])
            for operation in commit.operations:
                if operation.list in ledger.layouts and operation.record != FOREIGN:
                    merge_one(ledger, commit, operation, known)
                    note_clashes(ledger, [(operation.list, operation.record)])
        except MalformedCommit:
            ledger.db.execute("insert into quarantine values (?, ?, '')", [stream.n, seq])
        known[stream.id] = seq


def merge_one(ledger, commit, operation, known):
    layout = ledger.layouts[operation.list]
    row = read_row(ledger, layout, operation.record)
    state = read_state(ledger, layout, row) if row else EMPTY
    if row is None:
        cursor = ledger.db.execute(
            f'insert into "{layout.list}" (id, scope, seen) values (?, ?, ?)',
            [operation.record, VILLAGE, b""],
        )
        row = Row(cursor.lastrowid, operation.record, VILLAGE, b"", {})
    state = apply_operation(
        state, operation, dot=commit.dot, time=commit.time, replica=commit.replica, groups=layout.cells
    )
    write_state(ledger, layout, row, state, known)


def outcome(vault, take, journey):
    """What stands in the tables after a journey, without local numbers; then it never was."""
    ledger, found = vault.ledger, {}
    with suppress(_Back), vault.transaction():
        for segment in journey:
            take(ledger, segment)
        while project(ledger, limit=2):
            pass
        for name, layout in ledger.layouts.items():
            for (record,) in ledger.db.execute(f'select id from "{name}"').fetchall():
                row = read_row(ledger, layout, record)
                found[name, record] = (row.scope, row.values, marks_of(ledger, layout, row))
        for table, columns in (
            ("conflict", "list, record, field, stream.id, seq, time, value"),
            ("quarantine", "stream.id, seq"),
        ):
            found[table] = ledger.db.execute(
                f'select {columns} from "{table}" join stream on stream.n = {table}.stream order by 1, 2, 3, 4, 5'
                if table == "conflict"
                else f'select {columns} from "{table}" join stream on stream.n = {table}.stream order by 1, 2'
            ).fetchall()
        found["task"] = ledger.db.execute("select * from task order by id").fetchall()
        found["lagging"] = ledger.db.execute("select * from lagging").fetchall()
        raise _Back
    return found


def marks_of(ledger, layout, row):
    """The marks without what has come meanwhile of what their writers had seen: each write of the row leaves it out."""
    known = ledger.vector(row.scope)
    return {
        cell: mark if cell == ENDED else structs.replace(mark, ahead=unarrived(mark.ahead, known))
        for cell, mark in marks_in(ledger, layout, row).items()
    }


@pytest.fixture
def busy(vault):
    """A vault with a household of a village that has the smaller code."""
    other = stream_id("west", OTHER_VILLAGE)
    commit = Commit(
        other, OTHER_VILLAGE, "west", 1, "0192f3c1a4b2-0000", "w", "base@1", "edit",
        (Operation("household", FOREIGN, "add", {"address": "elsewhere"}),),
    )  # fmt: skip
    receive(vault.ledger, Segment(other, "west", OTHER_VILLAGE, 1, 1, join_lines([encode_commit(commit)])))
    return vault


def test_segments_leave_what_the_merge_leaves_of_each_operation(busy):
    met = set()

    @RANDOM
    @given(journeys())
    def one(journey):
        whole = outcome(busy, receive, journey)
        assert whole == outcome(busy, one_at_a_time, journey)
        # What is stored first is projected stream by stream, in the order in which the streams came.
        came = list(dict.fromkeys(segment.stream for segment in journey))
        by_stream = sorted(journey, key=lambda segment: came.index(segment.stream))
        assert outcome(busy, store_segment, journey) == outcome(busy, one_at_a_time, by_stream)
        met.update(key for key in ("conflict", "quarantine") if whole[key])

    one()
    assert met == {"conflict", "quarantine"}, "the histories were too tame and the test says nothing"


def test_a_merge_that_overwrites_what_nobody_saw_would_be_seen(busy, monkeypatch):
    monkeypatch.setattr(RowContext, "is_seen_through", lambda *_: True)

    @settings(RANDOM, max_examples=300)
    @given(journeys())
    def one(journey):
        assert outcome(busy, receive, journey) == outcome(busy, one_at_a_time, journey)

    with pytest.raises(AssertionError):
        one()
