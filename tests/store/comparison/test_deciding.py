"""Differences on record: the same file twice, decisions that stay, reopen and are undone, what is written with them."""

import pytest

from fieldapp.errors import RegisterError
from fieldapp.store.comparison.deciding import decide, decide_all
from fieldapp.store.comparison.entry_lines import entries
from fieldapp.store.comparison.kept import kept_differences, outside_lists
from fieldapp.store.comparison.recording import record_comparison
from fieldapp.store.field_rights import showing
from fieldapp.store.history import field_origins
from fieldapp.store.quality.batches import batches
from fieldapp.store.quality.findings import check_quality
from fieldapp.store.records import children, count, record, year_record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.undo import undo, undo_all

VILLAGE, OTHER_VILLAGE = "990101001201", "990101001202"


def kept(vault):
    return [one for each in outside_lists(vault) for one in kept_differences(vault, list(each.ids.values()))]


def change(vault, list_name, record_id, scope=VILLAGE, **values):
    edit = Change(list_name, record_id, "set", values)
    return save(vault, scope, "edit", [edit], seen=seen_of(vault, scope))


def test_the_same_file_again_writes_nothing(county, a_home, compared):
    a_home(county, "H1", "张三", home={"phone": "13900000001"})
    rows = "户编号,联系电话\nH1,13900000009\nH2,13900000002\n"
    first = record_comparison(county, compared(county, rows, "household", kind="department"))
    assert (first.new, len(first.saved)) == (2, 1)
    again = record_comparison(county, compared(county, rows, "household", kind="department"))
    assert (again.new, again.kept, again.saved) == (0, 2, ())
    (only,) = outside_lists(county)
    assert (only.name, only.kind, only.taken_on, only.rows, only.open, only.decided) == (
        "department list", "department", "2019-11-05", 2, 2, 0,
    )  # fmt: skip


def test_a_file_of_two_villages_is_one_commit_in_each_and_one_list(county, a_home, compared):
    a_home(county, "H1", "张三", home={"phone": "13900000001"})
    a_home(county, "H2", "李四", OTHER_VILLAGE, home={"phone": "13900000002"})
    rows = f"行政村代码,户编号,联系电话\n{VILLAGE},H1,13900000008\n{OTHER_VILLAGE},H2,13900000009\n"
    done = record_comparison(county, compared(county, rows, "household", kind="department", scope="990101"))
    assert len({one.dot.stream for one in done.saved}) == 2
    assert [(one.scope, one.field) for one in kept(county)] == [(VILLAGE, "phone"), (OTHER_VILLAGE, "phone")]
    (only,) = outside_lists(county)
    assert set(only.ids) == {VILLAGE, OTHER_VILLAGE}


def test_taking_theirs_writes_the_register_in_the_same_commit_with_its_source_and_undo_takes_both_back(
    county, a_home, compared
):
    home, _ = a_home(county, "H1", "张三", home={"phone": "13900000001"})
    record_comparison(
        county, compared(county, "户编号,联系电话\nH1,13900000009\n", "household", kind="department")
    )
    saved = decide(county, kept(county)[0].id, "theirs", "民政核实")
    assert record(county, "household", home).values["phone"] == "13900000009"
    assert field_origins(county, "household", home)["phone"].source == "imported:department list"
    decided = kept(county)[0]
    assert (decided.decision, decided.reason, decided.decided_by) == ("theirs", "民政核实", "worker a")
    assert decided.decided_on == "2019-11-06"
    undo(county, saved.dot)
    assert record(county, "household", home).values["phone"] == "13900000001"
    assert kept(county)[0].is_open


def test_taking_the_allowance_list_begins_the_year_where_nobody_has(county, a_home, compared, number_of):
    number = number_of("1950-03-02", 11)
    _, member = a_home(county, "H1", "张三", id_no=number)
    record_comparison(county, compared(county, f"姓名,证件号码\n张三,{number}\n"))
    decide(county, kept(county)[0].id, "theirs")
    assert year_record(county, "person_year", member, 2019).values["dibao"] == 1


def test_a_decision_stays_until_a_fact_changes_and_ends_when_both_agree(county, a_home, compared):
    home, _ = a_home(county, "H1", "张三", home={"phone": "13900000001"})
    rows = "户编号,联系电话\nH1,13900000009\n"

    def again(text=rows, day="2019-11-05"):
        found = compared(county, text, "household", kind="department", taken_on=day)
        return record_comparison(county, found)

    again()
    decide(county, kept(county)[0].id, "ours")
    assert again(day="2019-11-06").kept == 1
    assert kept(county)[0].decision == "ours"
    change(county, "household", home, phone="13900000002")
    assert again(day="2019-11-06").reopened == 1
    assert (kept(county)[0].decision, kept(county)[0].ours) == ("", "13900000002")
    assert again("户编号,联系电话\nH1,13900000002\n", "2019-11-07").settled == 1
    assert kept(county) == []
    assert again(rows, "2019-11-08").reopened == 1
    assert kept(county)[0].is_open


def test_what_a_list_does_not_speak_of_stays_open(county, a_home, compared):
    a_home(county, "H1", "张三", home={"phone": "13900000001"})
    record_comparison(
        county, compared(county, "户编号,联系电话\nH1,13900000009\n", "household", kind="department")
    )
    record_comparison(county, compared(county, "户编号,住址\nH1,\n", "household", kind="department"))
    assert [one.field for one in kept(county)] == ["phone"]


def test_theirs_is_not_written_over_what_somebody_changed_since(county, a_home, compared):
    home, _ = a_home(county, "H1", "张三", home={"phone": "13900000001"})
    record_comparison(
        county, compared(county, "户编号,联系电话\nH1,13900000009\n", "household", kind="department")
    )
    change(county, "household", home, phone="13900000005")
    with pytest.raises(RegisterError, match="changed since the lists were compared"):
        decide(county, kept(county)[0].id, "theirs")
    assert record(county, "household", home).values["phone"] == "13900000005"
    assert kept(county)[0].is_open


def test_many_are_decided_alike_with_one_reason_and_one_undo_a_village(county, a_home, compared):
    for at in range(3):
        a_home(county, f"H{at}", f"甲{at}", home={"phone": f"1390000000{at}"})
    rows = "户编号,联系电话\n" + "".join(f"H{at},1390000009{at}\n" for at in range(3))
    record_comparison(county, compared(county, rows, "household", kind="department"))
    names = [one.id for one in kept(county)]
    with pytest.raises(RegisterError, match="decided alike"):
        decide_all(county, names, "theirs")
    saved = decide_all(county, names, "theirs", "名单为新")
    assert len(saved) == 1
    assert {one.reason for one in kept(county)} == {"名单为新"}
    undo_all(county, [one.dot for one in saved])
    assert all(one.is_open for one in kept(county))


def test_keeping_ours_against_the_national_system_makes_a_line_to_enter(county, a_home, compared):
    home, _ = a_home(county, "H1", "张三", home={"phone": "13900000001"})
    rows = "户编号,联系电话\nH1,13900000009\n"
    record_comparison(county, compared(county, rows, "household", kind="national"))
    saved = decide(county, kept(county)[0].id, "ours")
    (line,) = entries(county)
    assert (line.household_no, line.who, line.national_field, line.national_old, line.national_value) == (
        "H1", "张三", "aar012", "13900000009", "13900000001",
    )  # fmt: skip
    assert (line.approved_by, line.state) == ("worker a", "to_enter")
    undo(county, saved.dot)
    assert entries(county) == ()
    decide(county, kept(county)[0].id, "ours")
    assert len(children(county, "entry", home)) == 1


def test_keeping_ours_against_a_department_makes_none(county, a_home, compared):
    a_home(county, "H1", "张三", home={"phone": "13900000001"})
    record_comparison(
        county, compared(county, "户编号,联系电话\nH1,13900000009\n", "household", kind="department")
    )
    decide(county, kept(county)[0].id, "ours")
    assert count(county, "entry") == 0


def test_the_quality_rule_of_the_allowance_list_is_silent_once_decided(county, a_home, compared):
    a_home(county, "H1", "张三", year={"dibao": 1})
    record_comparison(county, compared(county, "姓名,证件号码\n赵六,990101196101010775\n"))
    found = [one for one in check_quality(county, VILLAGE, 2019) if one.rule == "A511"]
    assert len(found) == 1
    (open_one,) = [one for one in kept(county) if one.side == "only_ours"]
    decide(county, open_one.id, "ours", "名单漏报")
    assert not [one for one in check_quality(county, VILLAGE, 2019) if one.rule == "A511"]


def test_the_seventh_batch_says_that_its_list_is_not_decided_yet(make_county, a_home, compared, number_of):
    vault = make_county("b", packs=("cn-base", "gansu-qinba"))
    a_home(vault, "H1", "张三", year={"dibao": 1})
    record_comparison(vault, compared(vault, f"姓名,证件号码\n赵六,{number_of('1961-01-01', 77)}\n"))

    def doubts():
        found = batches(vault, VILLAGE, 2019).findings
        return [one.params["count"] for one in found if one.code == "batches.undecided"]

    assert doubts() == [2]
    decide_all(vault, [one.id for one in kept(vault)], "ours", "名单有误")
    assert doubts() == []


def test_both_values_are_masked_in_plain_lists_as_an_identity_number_may_be_among_them(make_county):
    team = make_county("t", "team")
    kept_fields = [
        ("difference", "ours"),
        ("difference", "theirs"),
        ("entry", "new"),
        ("entry", "national_value"),
    ]
    assert {showing(team, team.dictionary.field(*one)) for one in kept_fields} == {"ask"}


@pytest.mark.parametrize("role", ["village", "helper", "department"])
def test_who_is_neither_team_nor_office_does_not_compare(make_county, compared, role):
    with pytest.raises(RegisterError, match="Your role may not"):
        compared(make_county("v", role), "户编号\nH1\n", "household", kind="department")
