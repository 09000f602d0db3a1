"""A record that several villages write ends with the one of the smallest code, in whatever order their commits come."""

from contextlib import suppress
from itertools import permutations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from fieldapp.journal.commit import Commit, Operation, encode_commit
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.store import claims, log
from fieldapp.store.conflicts import conflicts
from fieldapp.store.finding.index import SLOTS
from fieldapp.store.growing.base import keep_part
from fieldapp.store.growing.loading import remake
from fieldapp.store.growing.parts import Head
from fieldapp.store.growing.writing import BaseWriter
from fieldapp.store.intake import receive, store_segment
from fieldapp.store.ledger import stream_id
from fieldapp.store.projecting import project
from fieldapp.store.projection import replay
from fieldapp.store.rows import marks_in, read_row, unarrived

VILLAGES = ("990101001201", "990101001202", "990101001203")
REPLICAS = ("north", "south")
RECORDS = {"household": ("a", "b", 'c"ö'), "person": ("p", "q")}
FIELDS = {"household": ("household_no", "address"), "person": ("name", "id_no")}
RANDOM = settings(
    max_examples=25,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def searched(vault):
    """A vault whose index can be read word by word."""
    vault.db.execute("create virtual table temp.words using fts5vocab(main, find, instance)")
    return vault


class _Back(Exception):
    """Ends a transaction without a trace."""


@st.composite
def operations(draw, scope, made):
    """An operation of a village whose streams have come as far as `made`: nobody has seen what was not written yet."""
    name = draw(st.sampled_from(("household", "household", "person")))
    keys = draw(st.sets(st.sampled_from(FIELDS[name]), min_size=1))
    fields = {key: draw(st.sampled_from((None, "1", "单雄信", "620102199001014321"))) for key in sorted(keys)}
    seen = {stream: draw(st.integers(0, len(lines))) for stream, lines in made.items()}
    known = {stream: seq for stream, seq in seen.items() if seq}
    return Operation(name, draw(st.sampled_from(RECORDS[name])), "set", fields, known)


def _written(operation):
    return operation.list, operation.record


@st.composite
def worlds(draw):
    """The segments of each stream, one or two."""
    left = []
    for scope in VILLAGES:
        replicas = {stream_id(replica, scope): replica for replica in REPLICAS}
        made = {stream: [] for stream in replicas}
        for stream in draw(st.lists(st.sampled_from(sorted(replicas)), max_size=6)):
            parts = draw(st.lists(operations(scope, made), min_size=1, max_size=3, unique_by=_written))
            time = f"0192f3c1{draw(st.integers(0, 9)):04x}-0000"
            told = (stream, scope, replicas[stream], len(made[stream]) + 1, time, "w", "base@1", "edit")
            made[stream].append(encode_commit(Commit(*told, tuple(parts))))
        for stream, lines in made.items():
            cut = draw(st.integers(0, len(lines)))
            left.append(
                [
                    Segment(stream, replicas[stream], scope, at + 1, at + len(some), join_lines(some))
                    for at, some in ((0, lines[:cut]), (cut, lines[cut:]))
                    if some
                ]
            )
    return [some for some in left if some]


def in_order(draw, left):
    left, out = [list(some) for some in left], []
    while left:
        at = draw(st.integers(0, len(left) - 1))
        out.append(left[at].pop(0))
        left = [some for some in left if some]
    return out


def told(vault):
    """What replicas share: rows, marks, conflicts, what is aside; and what is searched."""
    ledger, found = vault.ledger, {}
    for name, layout in ledger.layouts.items():
        for (record,) in ledger.db.execute(f'select id from "{name}"').fetchall():
            row = read_row(ledger, layout, record)
            known = ledger.vector(row.scope)
            marks = {
                cell: (mark.dot, mark.time, dict(unarrived(mark.ahead, known)))
                for cell, mark in marks_in(ledger, layout, row).items()
            }
            found[name, record] = (row.scope, row.values, marks)
    for table, columns in (
        ("conflict", "list, record, field, stream.id, seq, time, value"),
        ("quarantine", "stream.id, seq, reason"),
    ):
        found[table] = sorted(
            ledger.db.execute(
                f"select {columns} from {table} join stream on stream.n = {table}.stream"
            ).fetchall()
        )
    places = {
        n * SLOTS + slot: (name, record)
        for name, slot in ledger.slots.items()
        for n, record in ledger.db.execute(f'select n, id from "{name}"').fetchall()
    }
    words = ledger.db.execute("select doc, term from words where col = 'words'").fetchall()
    found["search"] = sorted((places.get(doc, ("nothing", "")), term) for doc, term in words)
    return found


def outcome(vault, steps):
    with suppress(_Back), vault.transaction():
        steps()
        found = told(vault)
        raise _Back
    return found


def test_of_several_villages_the_smallest_code_keeps_a_record_whatever_came_first(searched):
    vault = searched
    ledger, met = vault.ledger, set()

    @RANDOM
    @given(st.data())
    def one(data):
        left = data.draw(worlds())
        first, second = in_order(data.draw, left), in_order(data.draw, left)

        def receive_all(order, take=receive):
            for segment in order:
                take(ledger, segment)
            while project(ledger, limit=2):
                pass

        def again(order):
            receive_all(order)
            for name in ledger.layouts:
                replay(ledger, name)

        def made_anew(order):
            receive_all(order)
            for scope in data.draw(st.permutations(VILLAGES)):
                remake(ledger, scope)

        whole = outcome(vault, lambda: receive_all(first))
        assert whole == outcome(vault, lambda: receive_all(second))
        assert whole == outcome(vault, lambda: receive_all(second, store_segment))
        assert whole == outcome(vault, lambda: again(first))
        assert whole == outcome(vault, lambda: made_anew(second))
        for scope in VILLAGES:
            dropped = outcome(vault, lambda scope=scope: drop_log(ledger, first, scope))
            assert whole == dropped
        met.update(key for key in ("conflict", "quarantine") if whole[key])

    one()
    assert met == {"conflict", "quarantine"}, "the villages never met and the test says nothing"


def drop_log(ledger, order, scope):
    """All received; then the lines of one village become its base and its tables are made again from that."""
    for segment in order:
        receive(ledger, segment)
    parts = list(BaseWriter(ledger, scope, "base@1").parts())
    names = [stream[0] for stream in parts[0].streams]
    assert isinstance(parts[0], Head)
    for part in parts:
        keep_part(ledger.db, scope, part, names)
    for name, _, seq, chain in parts[0].streams:
        if seq:
            number = ledger.stream(name).n
            log.drop(ledger.db, number, seq)
            ledger.db.execute("insert into base_stream values (?, ?, ?)", [number, seq, bytes.fromhex(chain)])
    remake(ledger, scope)


def test_a_village_that_keeps_whatever_came_first_would_be_seen(searched, monkeypatch):
    monkeypatch.setattr("fieldapp.store.hand.give_up", lambda ledger, layout, record: None)
    receive(searched.ledger, claim(VILLAGES[1]))
    with pytest.raises(Exception, match="UNIQUE"):
        receive(searched.ledger, claim(VILLAGES[0]))


def claim(scope, record="one", **fields):
    operation = Operation("household", record, "add", fields or {"household_no": scope})
    stream = stream_id("r", scope)
    commit = Commit(stream, scope, "r", 1, "0192f3c1a4b2-0001", "w", "base@1", "edit", (operation,))
    return Segment(stream, "r", scope, 1, 1, join_lines([encode_commit(commit)]))


def test_a_base_that_comes_after_the_claim_of_another_village_agrees_with_it(searched, make_vault):
    """A hub that never heard of the other village sends a base with the record in it."""
    vault = searched
    results = []
    for order in permutations(VILLAGES[:2]):
        hub = make_vault(f"hub-{order[0]}")
        for seq, scope in enumerate(order):
            if seq == 0:
                receive(hub.ledger, claim(scope))

        def both(order=order, hub=hub):
            parts = list(BaseWriter(hub.ledger, order[0], "base@1").parts())
            receive(vault.ledger, claim(order[1]))
            with_base(vault.ledger, order[0], parts)

        results.append(outcome(vault, both))
    assert results[0] == results[1]
    assert results[0]["household", "one"][0] == VILLAGES[0]
    assert len(results[0]["quarantine"]) == 1


def with_base(ledger, scope, parts):
    names = [stream[0] for stream in parts[0].streams]
    for part in parts:
        keep_part(ledger.db, scope, part, names)
    for name, replica, seq, chain in parts[0].streams:
        stream = ledger.enter_stream(name, replica, scope)
        ledger.db.execute("insert into base_stream values (?, ?, ?)", [stream.n, seq, bytes.fromhex(chain)])
        ledger.db.execute(
            "update stream set head_seq = ?, head_hash = ? where n = ?", [seq, bytes.fromhex(chain), stream.n]
        )
    remake(ledger, scope)


def test_what_a_village_loses_leaves_no_conflict_and_no_task_that_nobody_can_close(searched):
    later, earlier = VILLAGES[1], VILLAGES[0]
    stream, lines = stream_id("r", later), []
    for seq, record in enumerate(("one", "one", "two"), 1):
        fields = {"address": f"house {seq}", "household_no": "W-17"}
        told = (stream, later, "r", seq, f"0192f3c1a4b2-000{seq}", "w", "base@1", "edit")
        lines.append(encode_commit(Commit(*told, (Operation("household", record, "set", fields),))))
    receive(searched.ledger, Segment(stream, "r", later, 1, 3, join_lines(lines)))
    assert len(conflicts(searched)) == 1
    task = ("household/household_no/one/two", "duplicate", "one", "two", "open")
    searched.db.execute("insert into task (id, kind, record, other, state) values (?, ?, ?, ?, ?)", task)
    receive(searched.ledger, claim(earlier))
    assert conflicts(searched) == ()
    assert searched.db.execute("select count(*) from task").fetchone()[0] == 0
    aside = searched.db.execute("select seq, reason from quarantine order by seq").fetchall()
    assert aside == [(1, claims.FOREIGN), (2, claims.FOREIGN)]
