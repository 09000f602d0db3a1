"""Runs with edits that are written over plainly leave what the merge alone makes: rows, contexts, index, tasks."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from fieldapp.journal.commit import Commit, Dot, Operation, encode_commit
from fieldapp.journal.merge import ENDED
from fieldapp.store.ledger import stream_id
from fieldapp.store.plain_edits import PlainEdits
from fieldapp.store.projecting import project_lines
from fieldapp.store.rows import marks_in, read_row, unarrived

VILLAGE, OTHER = "990101001201", "990101001202"
WRITERS = (("one", VILLAGE), ("two", VILLAGE), ("three", VILLAGE), ("elsewhere", OTHER))
STREAMS = [stream_id(*writer) for writer in WRITERS]
FULL = {
    "household": {
        "household_no": "H1",
        "address": "东沟",
        "phone": "1",
        "bank_name": "信",
        "bank_account": "1",
    },
    "household_year": {"household": "household-0", "year": 2019, "water_safe": 1, "arable": 350},
    "person": {"household": "household-0", "name": "张三", "id_no": "44", "relation": "1"},
    "income_sheet": {"household": "household-0", "year": 2019, "a": 1, "b": 2},
}
UNKNOWN = {"household": ("county_well", "photos"), "person": ("county_x",)}
NUMBERS = ("year", "water_safe", "arable", "a", "b")
ODD_NUMBERS = (None, 0, 7, 7, "7.5", "7", "x", "", True, " 7", "1e3")
ODD_TEXTS = (None, "", "单雄信", "W-17 a", "1394", "1394", 5, False, "7")
ENDS = (
    {"ended_on": "2020-05-01", "ended_reason": "moved"},
    {"ended_on": None, "ended_reason": None},
    {"ended_reason": "x"},
)


class _Back(Exception):
    """Ends a transaction without a trace."""


@st.composite
def writes(draw):
    """(list, record, fields, how much its writer had seen, a vector to choose from, whether it closes something)"""
    name = draw(st.sampled_from(sorted(FULL)))
    keys = [*FULL[name], *UNKNOWN.get(name, ())]
    chosen = draw(st.sets(st.sampled_from(keys), max_size=draw(st.sampled_from((1, 2, 9)))))
    fields = {
        key: draw(st.sampled_from(ODD_NUMBERS if key in NUMBERS else ODD_TEXTS)) for key in sorted(chosen)
    }
    if draw(st.integers(0, 11)) == 0:
        fields |= draw(st.sampled_from(ENDS))
    knows = draw(st.sampled_from(("all", "all", "all", "none", "some", "more")))
    vector = [draw(st.integers(0, 6)) for _ in STREAMS]
    return name, f"{name}-{draw(st.integers(0, 2))}", fields, knows, vector, draw(st.integers(0, 15)) == 0


histories = st.lists(
    st.tuples(
        st.sampled_from((0, 0, 0, 0, 1, 1, 2, 3)),
        st.lists(writes(), min_size=1, max_size=4),
        st.booleans(),
        st.integers(-2, 2),
    ),
    min_size=2,
    max_size=12,
)


def commits_of(history):
    """The commits in the order they come, each with whether a run ends before it; the first makes most rows."""
    at = [1, 0, 0, 0]
    rows = [
        Operation(name, f"{name}-{n}", "add", fields, {}) for name, fields in FULL.items() for n in (0, 1)
    ]
    found = [(_commit(0, 1, 1, rows), True)]
    for clock, (who, some, cut, skew) in enumerate(history, 16):
        at[who] += 1
        held = [seq - (place == who) for place, seq in enumerate(at)]
        made = []
        for name, record, fields, knows, vector, closing in some:
            told = {"all": held, "none": [0] * 4, "more": vector}.get(knows) or list(map(min, vector, held))
            here = (WRITERS[place][1] == WRITERS[who][1] for place in range(4))
            seen = {
                stream: seq
                for stream, seq, near in zip(STREAMS, told, here, strict=True)
                if seq > 0 and (near or knows == "more")
            }
            closes = (Dot(STREAMS[(who + 1) % 3], max(1, at[(who + 1) % 3])),) if closing else ()
            made.append(Operation(name, record, "resolve" if closing else "set", fields, seen, "", closes))
        found.append((_commit(who, at[who], clock + 3 * skew, made), cut))
    return found


def _commit(who, seq, clock, operations):
    replica, scope = WRITERS[who]
    time = f"0192f3c1a4b2-{clock:04x}"
    return Commit(STREAMS[who], scope, replica, seq, time, "w", "base@1", "edit", tuple(operations))


def runs_of(history, *, single):
    run = []
    for commit, cut in commits_of(history):
        if run and (single or cut or run[-1].stream != commit.stream):
            yield run
            run = []
        run.append(commit)
    yield run


def outcome(vault, runs):
    """All that these runs leave in the tables, which then never were."""
    ledger, found = vault.ledger, {}
    with suppress(_Back), vault.transaction():
        known = {VILLAGE: {}, OTHER: {}}
        for stream, writer in zip(STREAMS, WRITERS, strict=True):
            ledger.enter_stream(stream, *writer)
        for run in runs:
            first = run[0]
            lines = [encode_commit(commit) for commit in run]
            project_lines(ledger, ledger.stream(first.stream), first.seq, lines, known[first.scope])
        for name in ("conflict", "attachment", "task", "quarantine"):
            found[name] = sorted(ledger.db.execute(f'select * from "{name}"').fetchall(), key=repr)
        for name in FULL:
            rows = ledger.db.execute(f'select id, scope, * from "{name}" order by n').fetchall()
            found[name] = [
                (
                    [one for one in row if not isinstance(one, bytes)],
                    contexts(ledger, name, row[0], known[row[1]]),
                )
                for row in rows
            ]
        found["find"] = ledger.db.execute("select * from words order by term, doc, col, offset").fetchall()
        raise _Back
    return found


def contexts(ledger, name, record, known):
    """Where each cell comes from; of what its writer had seen what has not come."""
    layout = ledger.layouts[name]
    marks = marks_in(ledger, layout, read_row(ledger, layout, record))
    return {
        cell: structs.replace(mark, ahead=mark.ahead if cell == ENDED else unarrived(mark.ahead, known))
        for cell, mark in marks.items()
    }


@pytest.fixture
def searched(tmp_path, make_pack, make_vault):
    """A vault in which numbers of households and people are each one's own."""
    pack = make_pack(tmp_path / "own")
    file = pack / "dictionary" / "fields.csv"
    fields = file.read_text("utf-8").replace("id_no,text,,,,O,,,,", "id_no,text,,,,O,,unique,,")
    file.write_text(fields.replace("household_no,text,,,,O,,,,", "household_no,text,,,,O,,unique,,"), "utf-8")
    vault = make_vault(packs=(pack,))
    assert vault.ledger.layouts["person"].unique == ("id_no",)
    vault.db.execute("create virtual table temp.words using fts5vocab(main, find, instance)")
    return vault


def compared(vault, history, monkeypatch):
    """What the runs leave, and what the merge alone does; how many writes were plain."""
    plain, really = [], PlainEdits.write

    def counted(self, held, operation):
        plain.append(really(self, held, operation))
        return plain[-1]

    with monkeypatch.context() as patch:
        patch.setattr(PlainEdits, "write", counted)
        together = outcome(vault, runs_of(history, single=False))
        patch.setattr(PlainEdits, "write", lambda *_: False)
        alone = outcome(vault, runs_of(history, single=True))
        # A clash that came and went within one run is no task.
        alone["task"] = outcome(vault, runs_of(history, single=False))["task"]
        return together, alone, sum(plain)


def test_runs_with_plain_edits_are_what_the_merge_alone_makes(searched, monkeypatch):
    plain = []

    @settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(histories)
    def one(history):
        together, alone, count = compared(searched, history, monkeypatch)
        assert together == alone
        plain.append(count)

    one()
    assert sum(plain) > 60, "hardly an edit was plain and the test says nothing"


def test_an_edit_taken_for_plain_that_is_not_would_be_seen(searched, monkeypatch):
    """The control: the second writer had not seen the first."""
    one, other = ("household", "household-0", {"phone": "2"}, "all", [0] * 4, False), {"phone": "3"}
    history = [(0, [one], True, 0), (1, [(*one[:2], other, "none", [0] * 4, False)], True, 0)]
    together, alone, _ = compared(searched, history, monkeypatch)
    assert together == alone
    assert alone["conflict"]
    monkeypatch.setattr("fieldapp.journal.row_context.RowContext.is_seen_through", lambda *_: True)
    together, alone, _ = compared(searched, history, monkeypatch)
    assert together != alone
