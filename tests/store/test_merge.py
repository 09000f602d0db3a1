"""Laptops of one village: what each wrote arrives, concurrent values stay until a person chooses, any order agrees."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Commit, Operation, encode_commit
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.store.conflicts import conflicts, resolve
from fieldapp.store.doctor import examine
from fieldapp.store.history import field_origins, history, origin
from fieldapp.store.intake import Received, receive
from fieldapp.store.records import children, record, year_record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import digest, scopes, segments_after, vector
from fieldapp.store.undo import undo

VILLAGE, OTHER_VILLAGE = "990101001201", "990101001202"


def edit(vault, record_id, list_name="household", source="", **values):
    return save(
        vault,
        VILLAGE,
        "edit",
        [Change(list_name, record_id, "set", values, source)],
        seen=seen_of(vault, VILLAGE),
    )


@pytest.fixture
def pair(make_vault, a_household, carry):
    """Two laptops that hold the same household."""
    a, b = make_vault("a"), make_vault("b")
    home = a_household(a, "张三丰")
    carry(a, b)
    return a, b, home


def exchange(carry, a, b):
    carry(a, b)
    carry(b, a)
    assert digest(a.ledger, VILLAGE) == digest(b.ledger, VILLAGE)


def rows_of(vault, scope=VILLAGE):
    """Every row of a village and its conflicts as values, without the local numbers."""
    found = {}
    for name in vault.dictionary.lists:
        names = [row[1] for row in vault.db.execute(f"pragma table_info('{name}')").fetchall()]
        for row in vault.db.execute(f'select * from "{name}" where scope = ?', [scope]).fetchall():
            values = dict(zip(names, row, strict=True))
            found[name, values["id"]] = {
                key: value for key, value in values.items() if key not in ("n", "seen")
            }
    kept = vault.db.execute(
        "select list, record, field, stream.id, seq, value from conflict join stream on stream.n = conflict.stream "
        "where scope = ? order by 1, 2, 3, 4, 5",
        [scope],
    ).fetchall()
    return found, kept


def test_what_one_laptop_saved_stands_on_the_other(pair):
    _, b, home = pair
    assert record(b, "household", home.household).values["address"] == "东沟组 12 号"
    assert [p.values["name"] for p in children(b, "person", home.household)] == ["张三丰"]
    assert scopes(b.ledger) == (VILLAGE,)
    assert examine(b) == ()


def test_receiving_twice_changes_nothing(pair, carry):
    a, b, _ = pair
    before = rows_of(b)
    for segment in segments_after(a.ledger, VILLAGE, {}):
        received = receive(b.ledger, segment)
        assert (received.applied, received.ignored) == (0, 1)
    assert rows_of(b) == before


def test_edits_of_different_fields_are_no_conflict(pair, carry):
    a, b, home = pair
    edit(a, home.household, address="西沟")
    edit(b, home.household, phone="13800000000")
    exchange(carry, a, b)
    for vault in (a, b):
        found = record(vault, "household", home.household)
        assert (found.values["address"], found.values["phone"]) == ("西沟", "13800000000")
        assert conflicts(vault) == ()


def test_one_field_edited_on_both_is_a_conflict_that_a_person_resolves(pair, carry):
    a, b, home = pair
    edit(a, home.household, address="西沟")
    edit(b, home.household, address="南沟")
    exchange(carry, a, b)
    assert rows_of(a) == rows_of(b)
    (mine,) = conflicts(a)
    (theirs,) = conflicts(b)
    assert (mine.list, mine.record, mine.field) == ("household", home.household, "address")
    assert mine.before == "东沟组 12 号"
    assert {side.values["address"] for side in mine.sides} == {"西沟", "南沟"}
    assert {side.worker: side.mine for side in mine.sides} == {"worker a": True, "worker b": False}
    assert record(a, "household", home.household).conflicts == {"address"}
    resolve(b, theirs, "theirs")
    exchange(carry, a, b)
    for vault in (a, b):
        assert conflicts(vault) == ()
        assert record(vault, "household", home.household).values["address"] == "西沟"
        assert record(vault, "household", home.household).conflicts == frozenset()
    assert rows_of(a) == rows_of(b)


def test_a_conflict_can_be_closed_with_a_third_value(pair, carry):
    a, b, home = pair
    edit(a, home.household, bank_name="甲", bank_account="1")
    edit(b, home.household, bank_account="2")
    exchange(carry, a, b)
    (found,) = conflicts(a)
    assert found.field == "bank"
    assert {side.values["bank_account"] for side in found.sides} == {"1", "2"}
    resolve(a, found, {"bank_name": "丙", "bank_account": "3"})
    exchange(carry, a, b)
    assert record(b, "household", home.household).values["bank_account"] == "3"
    assert conflicts(b) == ()


def test_a_choice_does_not_overwrite_what_arrived_after_it_was_listed(pair, carry):
    a, b, home = pair
    edit(a, home.household, address="西沟")
    edit(b, home.household, address="南沟")
    exchange(carry, a, b)
    (listed,) = conflicts(a)
    edit(b, home.household, address="北沟")
    carry(b, a)
    resolve(a, listed, "mine")
    assert {side.values["address"] for side in conflicts(a)[0].sides} == {"西沟", "北沟"}


def test_equal_values_of_both_are_no_conflict_to_close(pair, carry):
    a, b, home = pair
    values = {"household": home.household, "year": 2019, "water_safe": 1}
    for vault in (a, b):
        save(
            vault,
            VILLAGE,
            "edit",
            [Change("household_year", None, "add", values)],
            seen=seen_of(vault, VILLAGE),
        )
    exchange(carry, a, b)
    for vault in (a, b):
        assert conflicts(vault) == ()
        assert year_record(vault, "household_year", home.household, 2019).conflicts == frozenset()
    assert rows_of(a) == rows_of(b)


def test_an_end_against_an_edit_shows_the_edit_and_keeps_the_end_to_decide(pair, carry):
    a, b, home = pair
    leaving = Change("person", home.people[0], "end", {"ended_on": "2019-05-01", "ended_reason": "moved"})
    save(a, VILLAGE, "edit", [leaving], seen=seen_of(a, VILLAGE))
    edit(b, home.people[0], "person", name="张三峰")
    exchange(carry, a, b)
    assert rows_of(a) == rows_of(b)
    for vault in (a, b):
        found = record(vault, "person", home.people[0])
        assert (found.ended_on, found.values["name"], found.conflicts) == (None, "张三峰", {"ended"})
    (found,) = conflicts(b)
    assert [side.values["ended_on"] for side in found.sides] == ["2019-05-01", None]
    resolve(b, found, "theirs")
    exchange(carry, a, b)
    assert record(a, "person", home.people[0]).ended_on == "2019-05-01"
    assert conflicts(a) == conflicts(b) == ()


def test_origins_and_history_tell_who_wrote_what(pair, carry):
    a, b, home = pair
    saved = edit(b, home.household, source="document", address="南沟")
    exchange(carry, a, b)
    known = field_origins(a, "household", home.household)
    assert (known["address"].worker, known["address"].source) == ("worker b", "document")
    assert known["household_no"].worker == "worker a"
    assert [entry.values.get("address") for entry in history(a, "household", home.household)] == [
        "东沟组 12 号",
        "南沟",
    ]
    assert origin(a, saved.dot).replica == b.replica


def test_undo_is_refused_when_the_other_laptop_has_changed_it(pair, carry):
    a, b, home = pair
    mine = edit(a, home.household, address="西沟")
    carry(a, b)
    edit(b, home.household, address="南沟")
    carry(b, a)
    with pytest.raises(RegisterError) as refused:
        undo(a, mine.dot)
    assert refused.value.code == "undo.changed_since"


def test_a_gap_leaves_a_segment_unapplied_until_the_missing_part_comes(make_vault, pair):
    a, _, home = pair
    for at in range(6):
        edit(a, home.household, address=f"西沟 {at}")
    parts = list(segments_after(a.ledger, VILLAGE, {}, size=300))
    assert len(parts) > 2
    c = make_vault("c")
    assert receive(c.ledger, parts[1]) == Received()
    assert vector(c.ledger, VILLAGE) == {}
    for part in parts:
        receive(c.ledger, part)
    assert rows_of(c) == rows_of(a)


def line(stream, seq, record_id="r", time="0192f3c1a4b2-0003", **fields):
    operation = Operation("household", record_id, "add", fields)
    return encode_commit(Commit(stream, VILLAGE, "x", seq, time, "w", "v", "edit", (operation,)))


def test_a_bad_commit_is_set_aside_and_never_blocks_the_rest(vault):
    lines = [
        line("s" * 16, 1, "r1", household_no="1"),
        b"\xff\xfe this is no commit",
        line("s" * 16, 7, "r3", household_no="3"),
        line("s" * 16, 4, "r4", time="nonsense", household_no="4"),
        line("s" * 16, 5, "r5", household_no=2**70),
        line("s" * 16, 6, "r6", household_no="6"),
    ]
    got = receive(vault.ledger, Segment("s" * 16, "x", VILLAGE, 1, 6, join_lines(lines)))
    assert (got.applied, got.quarantined) == (2, 4)
    assert {record for _, record in got.changed} == {"r1", "r6"}
    assert [finding.code for finding in examine(vault)] == ["doctor.aside"]
    assert vector(vault.ledger, VILLAGE) == {"s" * 16: 6}


def test_an_operation_that_writes_into_another_village_is_set_aside_and_the_rest_of_its_commit_stands(
    vault, a_household
):
    home = a_household(vault, scope=VILLAGE)
    operations = (
        Operation("household", home.household, "set", {"address": "taken over"}),
        Operation("household", "r1", "add", {"household_no": "1"}),
    )
    mixed = encode_commit(
        Commit("s" * 16, OTHER_VILLAGE, "x", 1, "0192f3c1a4b2-0003", "w", "v", "edit", operations)
    )
    got = receive(vault.ledger, Segment("s" * 16, "x", OTHER_VILLAGE, 1, 1, join_lines([mixed])))
    assert got.quarantined == 1
    assert got.changed == (("household", "r1"),)
    assert [finding.code for finding in examine(vault)] == ["doctor.aside"]
    assert record(vault, "household", "r1").scope == OTHER_VILLAGE
    assert record(vault, "household", home.household).values["address"] == "东沟组 12 号"


def test_a_segment_that_is_not_what_its_header_says_is_not_applied(vault):
    lines = join_lines([line("s" * 16, 1, household_no="1")])
    assert receive(vault.ledger, Segment("s" * 16, "x", VILLAGE, 1, 2, lines)) == Received()
    assert receive(vault.ledger, Segment("s" * 16, "x", VILLAGE, 0, 0, lines)) == Received()
    receive(vault.ledger, Segment("s" * 16, "x", VILLAGE, 1, 1, lines))
    assert receive(vault.ledger, Segment("s" * 16, "other", VILLAGE, 2, 2, lines)) == Received()
    assert receive(vault.ledger, Segment("s" * 16, "x", OTHER_VILLAGE, 2, 2, lines)) == Received()


def test_a_clock_a_hundred_years_ahead_elsewhere_does_not_become_ours(vault, a_household):
    a_household(vault)
    far = f"{vault.clock.ms + 100 * 365 * 86_400_000:012x}-0000"
    receive(vault.ledger, Segment("s" * 16, "x", VILLAGE, 1, 1, join_lines([line("s" * 16, 1, time=far)])))
    a_household(vault)
    assert vault.ledger.meta("clock") < far


def test_a_clock_set_back_ten_years_still_saves_in_order(vault, a_household):
    home = a_household(vault)
    first = edit(vault, home.household, address="西沟")
    vault.clock.ms -= 10 * 365 * 86_400_000
    second = edit(vault, home.household, address="南沟")
    assert second.time > first.time
    assert record(vault, "household", home.household).values["address"] == "南沟"


_STEP = st.one_of(
    st.tuples(
        st.just("edit"),
        st.integers(0, 2),
        st.dictionaries(
            st.sampled_from(("address", "phone", "bank_name", "bank_account")),
            st.sampled_from((None, "x", "y", "z")),
            min_size=1,
        ),
    ),
    st.tuples(st.just("end"), st.integers(0, 2), st.sampled_from((None, "2019-01-01", "2019-02-02"))),
    st.tuples(st.just("carry"), st.integers(0, 2), st.integers(0, 2)),
    st.tuples(st.just("resolve"), st.integers(0, 2), st.none()),
)


@pytest.fixture
def three(make_vault):
    """Three laptops, and an endless row of villages so that no example meets another's records."""
    return [make_vault(name, scopes=("990101",)) for name in "abc"], (f"990101{n:06d}" for n in count(1))


def act(laptops, scope, home, carry, step):
    kind, at, what = step
    vault = laptops[at]
    if kind == "carry":
        carry(vault, laptops[what], scope)
    elif kind == "resolve":
        for found in conflicts(vault, scope)[:1]:
            resolve(vault, found, dict(found.sides[-1].values))
    else:
        values = what if kind == "edit" else {"ended_on": what, "ended_reason": what and "moved"}
        change = Change("household", home.household, "set" if kind == "edit" else "end", values)
        save(vault, scope, "edit", [change], seen=seen_of(vault, scope))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(_STEP, min_size=4, max_size=12))
def test_three_laptops_agree_at_rest_whatever_happened(three, a_household, carry, steps):
    laptops, villages = three
    scope = next(villages)
    home = a_household(laptops[0], scope=scope)
    for other in laptops[1:]:
        carry(laptops[0], other, scope)
    for step in steps:
        act(laptops, scope, home, carry, step)
    a, b, c = laptops
    for source, target in ((a, b), (b, c), (c, b), (b, a), (a, c)):
        carry(source, target, scope)
    assert digest(a.ledger, scope) == digest(b.ledger, scope) == digest(c.ledger, scope)
    assert rows_of(a, scope) == rows_of(b, scope) == rows_of(c, scope)


def test_a_decision_that_several_take_back_leaves_each_value_once_and_closes_with_all_its_writes(pair, carry):
    a, b, home = pair
    edit(a, home.household, address="西沟")
    edit(b, home.household, address="南沟")
    exchange(carry, a, b)
    decided = resolve(a, conflicts(a)[0], "theirs")
    carry(a, b)
    for vault in (a, b):
        undo(vault, decided.dot)
    exchange(carry, a, b)
    for vault in (a, b):
        (again,) = conflicts(vault)
        assert sorted((side.worker, side.values["address"], len(side.dots)) for side in again.sides) == [
            ("worker a", "西沟", 2),
            ("worker b", "南沟", 2),
        ]
    resolve(b, conflicts(b)[0], "mine")
    carry(b, a)
    assert conflicts(a) == () == conflicts(b)
    assert rows_of(a) == rows_of(b)


def test_a_conflict_that_stands_again_tells_what_stood_before_it_also_where_that_was_an_undo(pair, carry):
    a, b, home = pair
    edit(a, home.household, address="写错了")
    undo(a, edit(a, home.household, address="又错了").dot)
    exchange(carry, a, b)
    edit(a, home.household, address="西沟")
    edit(b, home.household, address="南沟")
    exchange(carry, a, b)
    assert conflicts(b)[0].before == "写错了"
    undo(b, resolve(b, conflicts(b)[0], "theirs").dot)
    exchange(carry, a, b)
    assert [one.before for vault in (a, b) for one in conflicts(vault)] == ["写错了", "写错了"]


def test_undoing_a_decision_opens_the_conflict_again_on_every_laptop_with_the_same_people(pair, carry):
    a, b, home = pair
    edit(a, home.household, address="西沟")
    edit(b, home.household, address="南沟")
    carry(a, b)
    carry(b, a)
    (standing,) = conflicts(a)
    before = {side.worker: side.values["address"] for side in standing.sides}
    decided = resolve(a, standing, "theirs")
    assert conflicts(a) == ()
    undo(a, decided.dot)
    carry(a, b)
    for vault in (a, b):
        (again,) = conflicts(vault)
        assert {side.worker: side.values["address"] for side in again.sides} == before
        assert again.before_values == standing.before_values
        assert [side.values for side in again.sides] == [side.values for side in standing.sides]
    assert rows_of(a) == rows_of(b)
    resolve(b, conflicts(b)[0], "mine")
    carry(b, a)
    assert conflicts(a) == () == conflicts(b)
    assert rows_of(a) == rows_of(b)
