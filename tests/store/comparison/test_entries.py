"""The entry list: what changed since the last national export, approved, ticked off, confirmed by the next export."""

import pytest

from fieldapp.errors import RegisterError
from fieldapp.store.comparison.changes import propose_entries
from fieldapp.store.comparison.deciding import decide
from fieldapp.store.comparison.entering import approve, tick
from fieldapp.store.comparison.entry_lines import entries
from fieldapp.store.comparison.kept import kept_differences, outside_lists
from fieldapp.store.comparison.recording import record_comparison
from fieldapp.store.moving.movements import Deed, remove_member
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.undo import undo

VILLAGE = "990101001201"
DAY_MS = 86_400_000


def write(vault, list_name, record_id, action="set", **values):
    edit = Change(list_name, record_id, action, values)
    return save(vault, VILLAGE, "edit", [edit], seen=seen_of(vault, VILLAGE))


def a_day_later(vault):
    vault.clock.ms += 2 * DAY_MS


def told(lines):
    return [
        (one.household_no, one.who, one.national_field, one.national_old, one.national_value) for one in lines
    ]


@pytest.fixture
def changed(county, a_home):
    """A household that was entered on 6 November and changed two days later."""
    home, member = a_home(county, "H1", "张三", home={"phone": "13900000001"}, sex="1")
    a_day_later(county)
    write(county, "household", home, phone="13900000002", address="东沟组")
    write(county, "person", member, name="张三丰")
    write(county, "household_year", None, "add", household=home, year=2019, arable_mu=350)
    return home, member


def test_what_changed_since_a_day_is_proposed_in_national_codes_and_order(county, changed):
    assert told(propose_entries(county, VILLAGE, "2019-11-06")) == [
        ("H1", "张三丰", "aar012", "13900000001", "13900000002"),
        ("H1", "张三丰", "aac301", "", "3.50"),
        ("H1", "张三丰", "aab002", "张三", "张三丰"),
    ]
    assert propose_entries(county, VILLAGE, "2019-11-30") == ()


def test_what_was_put_back_is_no_change(county, changed):
    home, _ = changed
    write(county, "household", home, phone="13900000001")
    assert "aar012" not in [one.national_field for one in propose_entries(county, VILLAGE, "2019-11-06")]


def test_who_died_is_told_by_the_code_of_the_reason(county, a_home):
    home, _ = a_home(county, "H1", "张三")
    lost = write(county, "person", None, "add", household=home, name="张老", relation="6").changed[0][1]
    a_day_later(county)
    remove_member(county, home, lost, Deed("death", "2019-11-07", "1"))
    assert told(propose_entries(county, VILLAGE, "2019-11-06")) == [("H1", "张老", "reason_remove", "", "1")]


def test_approved_lines_wait_are_ticked_off_and_undo_brings_them_back(county, changed):
    lines = propose_entries(county, VILLAGE, "2019-11-06")
    (saved,) = approve(county, lines[:2])
    assert told(entries(county)) == told(lines[:2])
    assert told(propose_entries(county, VILLAGE, "2019-11-06")) == told(lines[2:])
    (ticked,) = tick(county, entries(county)[:1])
    assert told(entries(county)) == told(lines[1:2])
    assert [(one.entered_by, one.entered_on) for one in entries(county, "", "entered")] == [
        ("worker a", "2019-11-08")
    ]
    with pytest.raises(RegisterError, match="approved lines"):
        tick(county, entries(county, "", "entered"))
    undo(county, ticked.dot)
    assert len(entries(county)) == 2
    undo(county, saved.dot)
    assert entries(county) == ()


def test_a_second_change_brings_the_line_up_to_date_and_keeps_what_the_system_still_says(county, changed):
    home, _ = changed
    approve(county, propose_entries(county, VILLAGE, "2019-11-06"))
    write(county, "household", home, phone="13900000003")
    (line,) = propose_entries(county, VILLAGE, "2019-11-06")
    assert (line.old, line.new, line.id != "") == ("13900000001", "13900000003", True)
    approve(county, (line,))
    phones = [one for one in entries(county) if one.field == "phone"]
    assert [(one.old, one.new) for one in phones] == [("13900000001", "13900000003")]


def test_a_team_may_decide_but_only_an_office_approves(make_county, a_home, compared):
    team = make_county("t", "team")
    home, _ = a_home(team, "H1", "张三", home={"phone": "13900000001"})
    record_comparison(team, compared(team, "户编号,联系电话\nH1,13900000009\n", "household", kind="national"))
    (only,) = outside_lists(team)
    (one,) = kept_differences(team, list(only.ids.values()))
    decide(team, one.id, "ours")
    (line,) = entries(team, "", "proposed")
    assert (line.household, line.approved_on) == (home, "")
    with pytest.raises(RegisterError, match="Your role may not"):
        approve(team, (line,))
    with pytest.raises(RegisterError, match="approved lines"):
        tick(team, (line,))


def test_the_next_export_confirms_a_line_by_itself_and_says_so(county, changed, compared):
    approve(county, propose_entries(county, VILLAGE, "2019-11-06"))
    rows = "户编号,联系电话\nH1,13900000002\n"
    done = record_comparison(county, compared(county, rows, "household", kind="national"))
    assert [(one.code, one.params["field"]) for one in done.findings] == [("compare.entered", "aar012")]
    assert [one.national_field for one in entries(county)] == ["aac301", "aab002"]
    assert [one.national_field for one in entries(county, "", "confirmed")] == ["aar012"]


def test_an_export_that_still_shows_the_old_value_confirms_nothing(county, changed, compared):
    """The control of the test above."""
    approve(county, propose_entries(county, VILLAGE, "2019-11-06"))
    rows = "户编号,联系电话\nH1,13900000001\n"
    done = record_comparison(county, compared(county, rows, "household", kind="national"))
    assert done.findings == ()
    assert len(entries(county)) == 3


def test_what_was_taken_from_the_national_system_is_not_entered_there(county, a_home, compared):
    a_home(county, "H1", "张三", home={"phone": "13900000001"})
    a_day_later(county)
    rows = "户编号,联系电话\nH1,13900000009\n"
    record_comparison(county, compared(county, rows, "household", kind="national"))
    (only,) = outside_lists(county)
    (one,) = kept_differences(county, list(only.ids.values()))
    decide(county, one.id, "theirs", "国家系统为准")
    assert propose_entries(county, VILLAGE, "2019-11-06") == ()


def test_a_day_that_is_none_is_refused(county):
    with pytest.raises(RegisterError, match="is no date"):
        propose_entries(county, VILLAGE, "11月")
