"""A year is frozen, sealed and versioned; what is corrected afterwards is seen with who wrote it, never written over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.errors import RegisterError
from fieldapp.register.freezing import Frozen, differences, erase, freeze, seal, thaw
from fieldapp.store.files import attachments
from fieldapp.store.moving.deeds import Deed
from fieldapp.store.moving.members import remove_member
from fieldapp.store.moving.status import add_household, change_status
from fieldapp.store.records import children
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.vault import Worker
from fieldapp.store.years.frozen_years import compare_snapshots, drift, read_snapshot
from fieldapp.store.years.snapshot_erasure import bare_snapshots
from fieldapp.store.years.snapshots import snapshots, take_snapshot, take_snapshots
from fieldapp.store.years.year_end import figures_at, reconcile

VILLAGE, OTHER_VILLAGE, CUT_OFF = "990101001201", "990101001202", "2019-11-05"


@pytest.fixture
def kept(make_vault):
    vault = make_vault("snap", packs=("cn-base",))
    for scope, name in ((VILLAGE, "东沟村"), (OTHER_VILLAGE, "西沟村")):
        write(vault, Change("village", None, "add", {"name": name}), scope=scope)
    return vault


def write(vault, *changes, scope=VILLAGE):
    return save(vault, scope, "edit", changes, seen=seen_of(vault, scope))


def a_home(vault, number="H1"):
    people = [{"name": "李四娘", "relation": "2"}]
    saved = add_household(
        vault,
        VILLAGE,
        {"household_no": number},
        {"name": "张三丰"},
        Deed("identified", "2014-05-01"),
        others=people,
    )
    home = saved.changed[1][1]
    write(vault, Change("household_year", None, "add", {"household": home, "year": 2019, "house_m2": 90_00}))
    return home


def refusal(call, *arguments):
    with pytest.raises(RegisterError) as refused:
        call(*arguments)
    return refused.value.code


def test_a_snapshot_holds_the_year_and_names_who_took_it(kept):
    home = a_home(kept)
    saved = take_snapshot(kept, VILLAGE, 2019, CUT_OFF)
    [one] = snapshots(kept, VILLAGE, 2019)
    assert (one.id, one.version, one.cut_off, one.households, one.people) == (
        saved.changed[0][1],
        1,
        CUT_OFF,
        1,
        2,
    )
    assert one.reconciled
    assert one.origin.worker == "worker snap"
    year = read_snapshot(kept, one.id)
    assert year.figures.households == {"0": 1, "1": 0, "3": 0, "": 0}
    facts = {row.list: row.values for row in year.rows}
    assert facts["household"]["household_no"] == "H1"
    assert facts["household_year"]["house_m2"] == 90_00
    assert facts["household_year"]["size_end"] == 2
    assert {row.id for row in year.rows if row.list == "person"} == {
        one.id for one in children(kept, "person", home)
    }
    assert year.erased == 0


def test_the_next_version_needs_a_reason_and_something_new(kept):
    home = a_home(kept)
    take_snapshot(kept, VILLAGE, 2019, CUT_OFF)
    assert refusal(take_snapshot, kept, VILLAGE, 2019, CUT_OFF) == "snapshot.no_reason"
    assert refusal(take_snapshot, kept, VILLAGE, 2019, CUT_OFF, "更正") == "snapshot.unchanged"
    write(kept, Change("household", home, "set", {"address": "东沟组 1 号"}))
    take_snapshot(kept, VILLAGE, 2019, CUT_OFF, "更正住址")
    first, second = snapshots(kept, VILLAGE, 2019)
    assert (second.version, second.reason) == (2, "更正住址")
    [change] = compare_snapshots(read_snapshot(kept, first.id), read_snapshot(kept, second.id))
    assert (change.list, change.record, change.field) == ("household", home, "address")
    assert (change.before, change.after) == (None, "东沟组 1 号")


def test_a_correction_of_an_earlier_year_shows_with_who_when_and_source(kept):
    home = a_home(kept)
    one = take_snapshot(kept, VILLAGE, 2019, CUT_OFF).changed[0][1]
    assert drift(kept, one).corrections == ()
    year = children(kept, "household_year", home, year=2019)[0].id
    write(kept, Change("household_year", year, "set", {"house_m2": 80_00}, "document"))
    found = drift(kept, one)
    [correction] = found.corrections
    assert (correction.difference.before, correction.difference.after) == (90_00, 80_00)
    assert (correction.origin.worker, correction.origin.source) == ("worker snap", "document")
    assert found.frozen == found.now
    assert next(r for r in read_snapshot(kept, one).rows if r.id == year).values["house_m2"] == 90_00


def test_later_movements_do_not_touch_a_frozen_figure_and_a_late_one_does(kept):
    home = a_home(kept)
    one = take_snapshot(kept, VILLAGE, 2019, CUT_OFF).changed[0][1]
    change_status(kept, home, Deed("exited", "2019-12-01"))
    found = drift(kept, one)
    assert found.now == found.frozen
    assert {c.difference.field for c in found.corrections} == {"status", "exit_year"}
    wife = children(kept, "person", home)[1].id
    remove_member(kept, home, wife, Deed("death", "2019-10-01"))
    found = drift(kept, one)
    assert found.frozen.people["0"] == 2
    assert found.now.people["0"] == 1
    assert ("person", wife, "ended_on") in {
        (c.difference.list, c.difference.record, c.difference.field) for c in found.corrections
    }


def test_an_erased_line_leaves_its_hash_and_a_body_that_was_changed_is_refused(kept):
    a_home(kept)
    one = take_snapshot(kept, VILLAGE, 2019, CUT_OFF).changed[0][1]
    whole = read_snapshot(kept, one).rows
    household = next(row for row in whole if row.list == "household")
    [bared] = bare_snapshots(kept, VILLAGE, {("household", household.id)})
    assert bared.old_body == snapshots(kept, VILLAGE)[0].body
    write(kept, bared.change)
    bare = read_snapshot(kept, one)
    assert list(bare_snapshots(kept, VILLAGE, {("household", household.id)})) == []
    assert (bare.erased, bare.rows) == (1, tuple(row for row in whole if row != household))
    write(kept, Change("snapshot", one, "set", {"sha256": "0" * 64}))
    assert refusal(read_snapshot, kept, one) == "snapshot.damaged"
    write(kept, Change("snapshot", one, "set", {"body": attachments.put(kept, b"no body")}))
    assert refusal(read_snapshot, kept, one) == "snapshot.damaged"


def test_a_region_is_frozen_village_by_village_and_what_is_unchanged_keeps_its_version(kept):
    home = a_home(kept)
    assert len(take_snapshots(kept, "990101", 2019, CUT_OFF)) == 2
    write(kept, Change("household", home, "set", {"address": "东沟组 1 号"}))
    assert len(take_snapshots(kept, "990101", 2019, CUT_OFF, "更正")) == 1
    assert [(one.scope, one.version) for one in snapshots(kept, "990101")] == [
        (VILLAGE, 1),
        (VILLAGE, 2),
        (OTHER_VILLAGE, 1),
    ]
    assert take_snapshots(kept, "990101", 2018, "2018-12-31", cancelled=lambda: True) == ()


def test_no_snapshot_of_a_place_that_is_no_entered_village_or_of_another_day(kept, make_vault):
    bare = make_vault("bare", packs=("cn-base",))
    assert refusal(take_snapshot, bare, VILLAGE, 2019, CUT_OFF) == "snapshot.no_village"
    assert refusal(take_snapshot, kept, VILLAGE, 2018, CUT_OFF) == "year.bad_day"
    assert refusal(take_snapshot, kept, "990101001999", 2019, CUT_OFF) == "register.foreign_scope"


@pytest.mark.parametrize("role", ["helper", "department", "evaluator"])
def test_who_sees_only_a_part_takes_and_reads_no_snapshot(kept, role):
    a_home(kept)
    one = take_snapshot(kept, VILLAGE, 2019, CUT_OFF).changed[0][1]
    kept.worker = Worker(kept.worker.name, role, kept.worker.scopes)
    assert refusal(take_snapshot, kept, VILLAGE, 2019, CUT_OFF, "again") == "role.not_allowed"
    assert refusal(read_snapshot, kept, one) == "role.not_allowed"
    if role != "department":
        assert refusal(figures_at, kept, VILLAGE, CUT_OFF) == "role.not_allowed"
        assert refusal(reconcile, kept, VILLAGE, 2019) == "role.not_allowed"


def test_a_snapshot_reaches_the_other_laptop(kept, make_vault, carry):
    a_home(kept)
    one = take_snapshot(kept, VILLAGE, 2019, CUT_OFF).changed[0][1]
    other = make_vault("other", packs=("cn-base",))
    carry(kept, other)
    assert refusal(read_snapshot, other, one) == "attachment.missing"
    [body] = attachments.wanted(other)
    attachments.put(other, attachments.get(kept, body))
    assert read_snapshot(other, one) == read_snapshot(kept, one)
    assert drift(other, one).corrections == ()


values = st.dictionaries(st.text(max_size=4), st.none() | st.integers() | st.text(max_size=8), max_size=4)
frozen = st.lists(
    st.builds(Frozen, st.sampled_from(("a", "b")), st.uuids().map(str), values),
    unique_by=lambda row: (row.list, row.id),
    max_size=8,
)


@given(frozen, st.randoms(use_true_random=False))
def test_the_seal_is_of_the_facts_whatever_their_order_and_any_change_breaks_it(rows, chance):
    lines = freeze({"year": 2019}, rows)
    mixed = list(rows)
    chance.shuffle(mixed)
    assert freeze({"year": 2019}, mixed) == lines
    header, read, erased = thaw(lines)
    assert (header, erased) == ({"year": 2019}, 0)
    assert differences(read, rows) == differences(rows, read) == ()
    assert seal(freeze({"year": 2018}, rows)) != seal(lines)
    if rows:
        gone = chance.choice(rows)
        bare = erase(lines, {(gone.list, gone.id)})
        assert seal(bare) == seal(lines)
        assert thaw(bare)[2] == 1
        assert seal(lines[:-1]) != seal(lines)
        changed = [row for row in rows if row != gone] + [
            Frozen(gone.list, gone.id, {"new": 1, **gone.values})
        ]
        assert (seal(freeze({"year": 2019}, changed)) == seal(lines)) == ("new" in gone.values)
