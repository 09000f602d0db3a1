"""New rows written together are byte for byte those that the merge makes one at a time, index and contexts included."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from fieldapp.journal.commit import Commit, Dot, Operation
from fieldapp.journal.context import Mark, pack_seen
from fieldapp.journal.merge import EMPTY, apply_operation, shown_values
from fieldapp.store import fresh_rows
from fieldapp.store.finding.index import index_row
from fieldapp.store.ledger import stream_id
from fieldapp.store.projection import apply_commit
from fieldapp.store.rows import Row, marks_in, read_row, read_state
from fieldapp.store.writing_back import write_state

VILLAGE = "990101001201"
REPLICA = "elsewhere"
STREAM, OTHER = stream_id(REPLICA, VILLAGE), stream_id("third", VILLAGE)
LISTS = ("household", "household_year", "person", "income_sheet", "village")
FIELDS = {
    "household": ("household_no", "address", "phone", "bank_name", "bank_account", "county_well"),
    "household_year": ("household", "year", "water_safe", "arable"),
    "person": ("household", "name", "id_no", "relation"),
    "income_sheet": ("household", "year", "a", "b"),
    "village": ("name",),
}
NUMBERS = ("year", "water_safe", "arable", "a", "b")
END = {"ended_on": "2020-05-01", "ended_reason": "moved"}


class _Back(Exception):
    """Ends a transaction without a trace."""


def values(key):
    return (
        st.sampled_from((None, 0, 7))
        if key in NUMBERS
        else st.sampled_from((None, "", "单雄信", "W-17 a", "1394"))
    )


@st.composite
def operations(draw):
    name = draw(st.sampled_from(LISTS))
    keys = draw(st.sets(st.sampled_from(FIELDS[name])))
    fields = {key: draw(values(key)) for key in sorted(keys)} | draw(st.sampled_from(({}, {}, {}, END)))
    seen = draw(st.sampled_from(({}, {}, {STREAM: 1}, {OTHER: 9})))
    return Operation(
        name, f"{name}-{draw(st.integers(0, 3))}", draw(st.sampled_from(("add", "set"))), fields, seen
    )


def commits(parts):
    """The operations as commits of one stream, none of which has seen itself."""
    parts = [
        [structs.replace(one, seen={}) if one.seen.get(STREAM, 0) >= seq else one for one in part]
        for seq, part in enumerate(parts, 1)
    ]
    return [
        Commit(STREAM, VILLAGE, REPLICA, seq, f"0192f3c1a4b2-{seq:04x}", "w", "base@1", "edit", tuple(part))
        for seq, part in enumerate(parts, 1)
    ]


def by_the_merge_alone(ledger, commit, known):
    """One row after the other: an empty one where there is none, then what the merge says."""
    for operation in commit.operations:
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
            state, operation, dot=commit.dot, time=commit.time, replica=REPLICA, groups=layout.cells
        )
        write_state(ledger, layout, row, state, known)
        shown = shown_values(state)
        if any(shown.get(spec.key) != row.values.get(spec.key) for spec in layout.searched):
            index_row(ledger, layout, row.n, VILLAGE, shown)


def outcome(vault, write, parts):
    """Every row of every table after these commits, which then never were."""
    ledger, found = vault.ledger, {}
    with suppress(_Back), vault.transaction():
        known = {}
        for commit in commits(parts):
            ledger.enter_stream(STREAM, REPLICA, VILLAGE)
            write(ledger, commit, known)
            known[STREAM] = commit.seq
        for name in ("conflict", "stream", "attachment"):
            found[name] = ledger.db.execute(f'select * from "{name}" order by 1, 2').fetchall()
        for name in LISTS:
            rows = ledger.db.execute(f'select * from "{name}" order by 1, 2').fetchall()
            found[name] = [
                (n, at, scope, *told, context_of(ledger, name, at)) for n, at, scope, _, *told in rows
            ]
        found["find"] = ledger.db.execute("select * from words order by term, doc, col, offset").fetchall()
        raise _Back
    return found


def context_of(ledger, name, record):
    """Where each cell comes from, however it is packed."""
    layout = ledger.layouts[name]
    return marks_in(ledger, layout, read_row(ledger, layout, record))


@pytest.fixture
def searched(vault):
    vault.db.execute("create virtual table temp.words using fts5vocab(main, find, instance)")
    return vault


def test_rows_written_together_are_those_of_the_merge(searched):
    plain = []

    @settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.lists(operations(), min_size=1, max_size=6), min_size=1, max_size=4))
    def one(parts):
        together = outcome(searched, apply_commit, parts)
        assert together == outcome(searched, by_the_merge_alone, parts)
        plain.append(sum(map(len, together.values())))

    one()
    assert max(plain) > 20, "hardly a row was written and the test says nothing"


def test_a_wrong_shared_context_would_be_seen(searched, monkeypatch):
    parts = [
        [Operation("household", f"h{at}", "add", {"household_no": "1", "address": "东沟"}) for at in range(3)]
    ]
    right = outcome(searched, apply_commit, parts)
    assert right == outcome(searched, by_the_merge_alone, parts)

    def misnamed(number: int, seq: int, time: str) -> bytes:
        return pack_seen({"": Mark(Dot("", seq), time)}, lambda _: number, ())

    monkeypatch.setattr(fresh_rows, "pack_shared", misnamed)
    assert right != outcome(searched, apply_commit, parts)
