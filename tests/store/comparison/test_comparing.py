"""A list from outside against the register: who is only on one side, what differs, and what is no difference."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.errors import RegisterError
from fieldapp.register.workbook import read_sheets
from fieldapp.store.comparison.changes import propose_entries
from fieldapp.store.comparison.comparing import compare_list
from fieldapp.store.comparison.entry_lines import entries
from fieldapp.store.comparison.kept import outside_lists
from fieldapp.store.exchange.exporting import export_lists
from fieldapp.store.exchange.mappings import propose_mapping
from fieldapp.store.records import count
from fieldapp.store.save import Change, save, seen_of

VILLAGE = "990101001201"


def told(comparison):
    return [(one.side, one.subject.list, one.field, one.ours, one.theirs) for one in comparison.differences]


def test_an_allowance_list_is_held_against_who_gets_the_allowance_in_that_year(
    county, a_home, compared, number_of
):
    both, ours, theirs = (number_of("1950-03-02", at) for at in (11, 12, 13))
    a_home(county, "H1", "张三", id_no=both, year={"dibao": 1})
    _, only_ours = a_home(county, "H2", "李四", id_no=ours, year={"dibao": 1})
    home, not_marked = a_home(county, "H3", "王五", id_no=theirs, year={"dibao": 0})
    stranger = number_of("1961-01-01", 77)
    found = compared(county, f"姓名,证件号码\n张三,{both}\n王五,{theirs}\n赵六,{stranger}\n")
    assert told(found) == [
        ("differs", "person_year", "dibao", "0", "1"),
        ("only_theirs", "person", "", "", f"赵六 …{stranger[-4:]}"),
        ("only_ours", "person_year", "dibao", "1", "0"),
    ]
    assert (found.differences[0].subject.household, found.differences[0].subject.person) == (home, not_marked)
    assert found.differences[2].subject.person == only_ours
    assert found.counts == {"rows": 3, "matched": 2, "differs": 1, "only_ours": 1, "only_theirs": 1}


def test_comparing_writes_nothing(county, a_home, compared):
    a_home(county, "H1", "张三", year={"dibao": 1})
    before = county.db.execute("select sum(head_seq) from stream").fetchone()
    compared(county, "户编号,姓名\nH1,李四\n")
    assert county.db.execute("select sum(head_seq) from stream").fetchone() == before
    assert count(county, "difference") == 0


def test_a_traditional_name_and_a_number_of_fifteen_digits_are_the_same_person(
    county, a_home, compared, number_of
):
    number = number_of("1950-03-02", 21)
    a_home(county, "H1", "张广东", id_no=number, year={"dibao": 1})
    old = number[:6] + number[8:17]
    found = compared(county, f"姓名,證件號碼\n張廣東,{old}\n")
    assert told(found) == []
    assert found.counts["matched"] == 1


def test_labels_codes_dates_and_amounts_are_read_before_they_are_compared(
    county, a_home, compared, number_of
):
    number = number_of("1950-03-02", 31)
    a_home(county, "H1", "张三", id_no=number, sex="1", birth_date="1950-03-02", ethnic="01")
    save(
        county,
        VILLAGE,
        "edit",
        [Change("household_year", None, "add", {"household": _home(county), "year": 2019, "arable_mu": 350})],
        seen=seen_of(county, VILLAGE),
    )
    rows = f"aac001,aab002,aab004,aab003,aab005,aab007,aac301\nH1,张三,{number},男,19500302,汉族,3.50\n"
    found = compared(county, rows, "household", kind="national")
    assert told(found) == []


def test_a_planted_difference_is_found_whatever_it_is_written_like(county, a_home, compared, number_of):
    """The control of the test above."""
    number = number_of("1950-03-02", 32)
    a_home(county, "H1", "张三", id_no=number, sex="1", birth_date="1950-03-02")
    rows = f"aac001,aab002,aab004,aab003,aab005\nH1,张三,{number},女,1950.3.3\n"
    found = compared(county, rows, "household", kind="national")
    assert told(found) == [
        ("differs", "person", "birth_date", "1950-03-02", "1950-03-03"),
        ("differs", "person", "sex", "1", "2"),
    ]


def test_an_empty_cell_of_theirs_is_no_difference_unless_asked(county, a_home, compared):
    a_home(county, "H1", "张三", home={"phone": "13900000001"})
    rows = "户编号,联系电话\nH1,\n"
    assert told(compared(county, rows, "household", kind="department")) == []
    asked = compared(county, rows, "household", kind="department", blanks=True)
    assert told(asked) == [("differs", "household", "phone", "13900000001", "")]


def test_the_national_export_is_missing_a_household_and_has_one_of_its_own(county, a_home, compared):
    a_home(county, "H1", "张三")
    missing, _ = a_home(county, "H2", "李四")
    a_home(county, "H3", "王五", home={"status": None})
    found = compared(county, "户编号\nH1\nH9\n", "household", kind="national")
    assert told(found) == [
        ("only_theirs", "household", "", "", "H9"),
        ("only_ours", "household", "", "H2", ""),
    ]
    assert found.differences[1].subject.household == missing


def test_a_list_of_a_department_is_not_expected_to_name_everybody(county, a_home, compared):
    a_home(county, "H1", "张三")
    a_home(county, "H2", "李四")
    assert told(compared(county, "户编号,姓名\nH1,张三\n", kind="department")) == []


def test_a_person_who_has_died_and_stands_on_the_list_is_only_theirs(county, a_home, compared, number_of):
    number = number_of("1940-03-02", 41)
    _, member = a_home(county, "H1", "张三", id_no=number, year={"dibao": 1})
    gone = Change("person", member, "end", {"ended_on": "2019-10-01", "ended_reason": "death"})
    save(county, VILLAGE, "edit", [gone], seen=seen_of(county, VILLAGE))
    found = compared(county, f"姓名,证件号码\n张三,{number}\n")
    assert told(found) == [("only_theirs", "person", "", "", f"张三 …{number[-4:]}")]
    assert any(one.code == "import.ended" for one in found.findings)


def test_a_list_without_a_day_or_without_people_is_refused_with_a_sentence(county, a_home, compared):
    a_home(county, "H1", "张三")
    with pytest.raises(RegisterError, match="is no date"):
        compared(county, "姓名\n张三\n", taken_on="2019年")
    with pytest.raises(RegisterError, match="people's names or numbers"):
        compared(county, "户编号\nH1\n", "household")


def test_a_register_of_another_country_has_no_such_lists(make_county):
    vault = make_county("x", packs=("water-points",))
    assert outside_lists(vault) == ()
    assert entries(vault) == ()
    assert propose_entries(vault, "", "2019-11-05") == ()


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    people=st.lists(
        st.tuples(
            st.sampled_from(("张三", "李 四", "歐陽麗", "阿依·古丽", "=1+2")),
            st.sampled_from(("1", "2", None)),
            st.sampled_from(("1950-03-02", "1899-01-01", None)),
            st.sampled_from((0, 1, None)),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_our_own_export_has_no_differences(make_county, a_home, people, tmp_path_factory):
    place = tmp_path_factory.mktemp("own")
    vault = make_county(place.name)
    for at, (name, sex, birth, dibao) in enumerate(people):
        year = {"dibao": dibao, "work_months": at} if dibao is not None else {"work_months": at}
        a_home(vault, f"H{at}", name, sex=sex, birth_date=birth, year=year)
    export_lists(
        vault, place / "own.xlsx", ("household", "person", "person_year"), masked=False, reason="test"
    )
    for sheet in read_sheets((place / "own.xlsx").read_bytes(), "own.xlsx"):
        name = _list(sheet)
        mapping = propose_mapping(vault, sheet, name)
        assert mapping is not None
        found = compare_list(vault, sheet, mapping, name="own", kind="national", taken_on="2019-11-05")
        assert told(found) == []
        assert found.counts["matched"] == len(people)


def _list(sheet):
    from fieldapp.store.exchange.mappings import list_of

    return list_of(sheet)


def _home(vault):
    return vault.db.execute("select id from household").fetchone()[0]
