"""Gansu's eight criteria, each met, not met and not known, on the dictionary and the YAML that are shipped."""

from dataclasses import replace

import pytest

from fieldapp.domain.identifiers import year_id
from fieldapp.standards.model import Line

CRITERIA = [f"GS-H{n}" for n in range(1, 9)]


def test_a_household_with_everything_in_order_meets_all_eight(register, gansu):
    household = register.a_household()
    (checklist,) = register.check(gansu, household)
    assert [(o.criterion.id, o.verdict, o.missing) for o in checklist.outcomes] == [
        (c, "met", ()) for c in CRITERIA
    ]
    assert checklist.complete
    assert checklist.count("met") == 8


def test_an_empty_household_meets_nothing_and_fails_nothing(register, gansu):
    household = register.add("household")
    (checklist,) = register.check(gansu, household)
    assert {o.verdict for o in checklist.outcomes} == {"unknown"}
    assert all(o.missing for o in checklist.outcomes)


def test_a_missing_yearly_record_is_asked_for_under_the_id_it_will_have(register, gansu):
    household = register.add("household")
    outcome = register.outcome(gansu, household, "GS-H8")
    year = year_id(household, "household_year", 2019)
    assert [(m.list, m.key, m.record) for m in outcome.missing] == [
        ("household_year", "house_danger", year),
        ("household_year", "lives_there", year),
    ]


@pytest.mark.parametrize(
    ("amounts", "verdict"),
    [
        ({"a": 3 * 370_000, "d": 0}, "not_met"),  # exactly the line is not above it
        ({"a": 3 * 370_000 + 1, "d": 0}, "met"),  # a third of a fen above: 3,700.00 when rounded
        ({"a": 3 * 370_000 - 1, "d": 0}, "not_met"),  # 3,700.00 when rounded, and still below
        ({"a": 0, "b": 0, "c": 0, "d": 0, "e": 5_000}, "not_met"),  # a loss stays negative
        ({"e": None}, "unknown"),
    ],
)
def test_income_is_compared_to_the_fen_and_never_rounded_first(register, gansu, amounts, verdict):
    household = register.a_household(members=3, **amounts)
    assert register.outcome(gansu, household, "GS-H1").verdict == verdict


def test_income_that_reads_as_the_line_when_rounded_is_told_apart(register, gansu):
    below = register.outcome(gansu, register.a_household(3, a=3 * 370_000 - 1, d=0), "GS-H1")
    above = register.outcome(gansu, register.a_household(3, a=3 * 370_000 + 1, d=0), "GS-H1")
    assert below.figures[0].value.en == above.figures[0].value.en == "3,700.00"
    assert (below.verdict, above.verdict) == ("not_met", "met")


def test_no_figure_shows_the_distance_to_the_line(register, gansu):
    outcome = register.outcome(gansu, register.a_household(1, a=300_000, d=0), "GS-H1")
    assert [figure.value.en for figure in outcome.figures] == ["3,000.00", "1", "3,700.00 (2019, invented)"]


def test_the_income_sheet_lacks_exactly_what_was_not_answered(register, gansu):
    household = register.a_household(2, c=None, e=None)
    outcome = register.outcome(gansu, household, "GS-H1")
    assert [(m.list, m.key, m.record) for m in outcome.missing] == [
        ("income_sheet", key, year_id(household, "income_sheet", 2019)) for key in ("c", "e")
    ]


def test_without_a_line_the_county_is_asked_and_nothing_is_assumed(register, gansu):
    household = register.a_household()
    elsewhere = replace(
        gansu, lines=(Line("990102", 2019, "exit", 1, ""), Line("990101", 2018, "exit", 1, ""))
    )
    outcome = register.outcome(elsewhere, household, "GS-H1")
    assert outcome.verdict == "unknown"
    assert [m.reason for m in outcome.missing] == ["line"]
    assert outcome.missing[0].finding(lambda _s, _t, en: en).sentence() == (
        "Ask the county for its exit line of 2019; it is never assumed."
    )


def test_the_line_of_the_smallest_area_holds(register, gansu):
    household = register.a_household(1, a=400_000, d=0)
    lines = (Line("99", 2019, "exit", 500_000, ""), Line("990101001", 2019, "exit", 390_000, ""))
    (checklist,) = register.check(replace(gansu, lines=lines), household)
    assert checklist.line == lines[1]
    assert checklist.outcomes[0].verdict == "met"


def test_nobody_in_the_household_is_no_result(register, gansu):
    household = register.a_household(members=0)
    for criterion in ("GS-H1", "GS-H6", "GS-H7"):
        outcome = register.outcome(gansu, household, criterion)
        assert outcome.verdict == "unknown"
        assert {(m.list, m.record, m.parent) for m in outcome.missing} == {("person", None, household)}


def test_stable_income_as_proposed_leaves_out_the_excluded_kinds(dictionary, register, gansu_with):
    stable = gansu_with(stable_income="without_excluded")
    household = register.a_household(1, a=400_000, d=0, x_excluded=50_000)
    assert register.outcome(gansu_with(), household, "GS-H1").verdict == "met"
    assert register.outcome(stable, household, "GS-H1").verdict == "not_met"
    unknown = register.outcome(stable, register.a_household(1, x_excluded=None), "GS-H1")
    assert [m.key for m in unknown.missing] == ["x_excluded"]


def test_the_work_ledger_feeds_the_income_once_and_what_is_excluded_is_not_stable(register, gansu_with):
    household = register.a_household(1, a=300_000, d=0)
    assert register.outcome(gansu_with(), household, "GS-H1").verdict == "not_met"
    ledger = {"household": household, "happened_on": "2019-06-01"}
    register.add("income_event", line="a1", amount=50_000, **ledger)
    register.add("income_event", line="d6", amount=40_000, excluded="X06", **ledger)
    assert register.outcome(gansu_with(), household, "GS-H1").verdict == "met"
    assert (
        register.outcome(gansu_with(stable_income="without_excluded"), household, "GS-H1").verdict
        == "not_met"
    )


def test_the_ledger_alone_is_no_answer_and_only_the_letters_are_asked_for(register, gansu):
    household = register.a_household(1, a=None)
    register.add("income_event", household=household, line="a1", amount=900_000, happened_on="2019-06-01")
    outcome = register.outcome(gansu, household, "GS-H1")
    assert (outcome.verdict, [(m.list, m.key) for m in outcome.missing]) == (
        "unknown",
        [("income_sheet", "a")],
    )
    assert register.outcome(gansu, household, "GS-H2").verdict == "unknown"


def test_income_from_the_ledger_is_an_income_channel(register, gansu):
    household = register.a_household(1, a=0, b=0, c=0)
    assert register.outcome(gansu, household, "GS-H2").verdict == "not_met"
    register.add("income_event", household=household, line="c2", amount=100, happened_on="2019-06-01")
    assert register.outcome(gansu, household, "GS-H2").verdict == "met"


@pytest.mark.parametrize(
    ("stable", "amounts", "verdict", "missing"),
    [
        (1, {"a": 1}, "met", []),
        (1, {"a": 0, "b": 0, "c": 1}, "met", []),
        (1, {"a": 5, "b": None, "c": None}, "met", []),
        (1, {"a": 0, "b": 0, "c": 0}, "not_met", []),
        (0, {"a": None}, "not_met", []),
        (1, {"a": 0, "b": None, "c": 0}, "unknown", ["b"]),
        (None, {"a": 5, "b": None, "c": None}, "unknown", ["income_stable"]),
    ],
)
def test_an_income_channel_needs_a_source_and_income_from_it(
    register, gansu, stable, amounts, verdict, missing
):
    household = register.a_household(1, **amounts)
    register.set("household_year", year_id(household, "household_year", 2019), income_stable=stable)
    outcome = register.outcome(gansu, household, "GS-H2")
    assert (outcome.verdict, [m.key for m in outcome.missing]) == (verdict, missing)


@pytest.mark.parametrize(
    ("loans", "verdict"),
    [
        ([("illness", 4_999_999)], "met"),
        ([("illness", 2_500_000), ("housing", 2_500_000)], "not_met"),  # 以上 includes the number
        ([("business", 9_000_000)], "met"),
        ([("business", None)], "met"),
        ([("schooling", None)], "unknown"),
        ([(None, 10)], "unknown"),
        ([(None, 0)], "met"),
    ],
)
def test_large_loans_are_summed_over_the_three_purposes(register, gansu, loans, verdict):
    household = register.a_household()
    for purpose, balance in loans:
        register.add("loan", household=household, purpose=purpose, balance=balance)
    assert register.outcome(gansu, household, "GS-H3").verdict == verdict


def test_loans_one_by_one_is_a_setting_of_the_county(register, gansu_with):
    household = register.a_household()
    for purpose in ("illness", "housing"):
        register.add("loan", household=household, purpose=purpose, balance=2_500_000)
    assert register.outcome(gansu_with(loan_test="single"), household, "GS-H3").verdict == "met"
    register.add("loan", household=household, purpose="schooling", balance=5_000_000)
    assert register.outcome(gansu_with(loan_test="single"), household, "GS-H3").verdict == "not_met"


def test_no_loan_recorded_is_not_no_loan(register, gansu):
    household = register.a_household()
    year = year_id(household, "household_year", 2019)
    register.set("household_year", year, loans_none=None)
    outcome = register.outcome(gansu, household, "GS-H3")
    assert outcome.verdict == "unknown"
    assert [(m.list, m.key, m.record, m.reason) for m in outcome.missing] == [
        ("household_year", "loans_none", year, "record")
    ]
    register.set("household_year", year, loans_none=0)
    outcome = register.outcome(gansu, household, "GS-H3")
    assert [(m.list, m.record, m.parent) for m in outcome.missing] == [("loan", None, household)]


def test_a_loan_paid_off_and_ended_no_longer_counts(register, gansu):
    household = register.a_household()
    loan = register.add("loan", household=household, purpose="illness", balance=6_000_000)
    assert register.outcome(gansu, household, "GS-H3").verdict == "not_met"
    register.set("loan", loan, ended_on="2019-06-01")
    assert register.outcome(gansu, household, "GS-H3").verdict == "met"


@pytest.mark.parametrize("key", ["food_staple", "food_protein", "clothes_season", "bedding"])
def test_food_and_clothing_need_all_four(register, gansu, key):
    household = register.a_household()
    year = year_id(household, "household_year", 2019)
    register.set("household_year", year, **{key: None})
    outcome = register.outcome(gansu, household, "GS-H4")
    assert (outcome.verdict, [m.key for m in outcome.missing]) == ("unknown", [key])
    register.set("household_year", year, **{key: 0})
    assert register.outcome(gansu, household, "GS-H4").verdict == "not_met"


def test_water_goes_by_the_latest_test(register, gansu):
    household = register.a_household()
    register.add("water_test", household=household, tested_on="2018-05-01", w1=0, w2=1, w3=1, w4=1)
    assert register.outcome(gansu, household, "GS-H5").verdict == "met"
    register.add("water_test", household=household, tested_on="2020-05-01", w1=0, w2=1, w3=1, w4=1)
    assert register.outcome(gansu, household, "GS-H5").verdict == "met"  # after the checked year
    again = register.add("water_test", household=household, tested_on="2019-09-01", w1=1, w2=0, w3=1, w4=1)
    assert register.outcome(gansu, household, "GS-H5").verdict == "not_met"
    register.set("water_test", again, w2=None)
    outcome = register.outcome(gansu, household, "GS-H5")
    assert [(m.list, m.key, m.record) for m in outcome.missing] == [("water_test", "w2", again)]
    register.set("water_test", again, w2=1)
    assert register.outcome(gansu, household, "GS-H5").verdict == "met"


def test_an_undated_water_test_leaves_the_answer_open(register, gansu):
    household = register.a_household()
    test = register.add("water_test", household=household, tested_on=None, w1=1, w2=1, w3=1, w4=1)
    outcome = register.outcome(gansu, household, "GS-H5")
    assert (outcome.verdict, [(m.key, m.record) for m in outcome.missing]) == (
        "unknown",
        [("tested_on", test)],
    )


def test_no_water_test_is_asked_for(register, gansu):
    household = register.a_household()
    register.db.execute("delete from water_test")
    outcome = register.outcome(gansu, household, "GS-H5")
    assert (outcome.verdict, [(m.list, m.record) for m in outcome.missing]) == (
        "unknown",
        [("water_test", None)],
    )


@pytest.mark.parametrize(
    ("born", "year", "verdict", "missing"),
    [
        ("2010-01-01", {"school_status": "primary"}, "met", []),
        (
            "2013-12-31",
            {"school_status": "out", "dropout_reason": "money"},
            "not_met",
            [],
        ),  # six on the last day
        ("2014-01-01", {"school_status": "out"}, "met", []),  # five
        ("2004-01-01", {"school_status": "out", "dropout_reason": "unwilling"}, "not_met", []),  # fifteen
        ("2003-12-31", {"school_status": "out"}, "met", []),  # sixteen
        ("2010-01-01", {"school_status": "out", "dropout_reason": "ill", "home_schooling": 1}, "met", []),
        ("2010-01-01", {"school_status": "out", "dropout_reason": "ill", "home_schooling": 0}, "not_met", []),
        (
            "2010-01-01",
            {"school_status": "out", "dropout_reason": "disabled", "home_schooling": None},
            "unknown",
            ["home_schooling"],
        ),
        ("2010-01-01", {"school_status": None}, "unknown", ["school_status"]),
        ("2010-01-01", {"school_status": "out", "dropout_reason": None}, "unknown", ["dropout_reason"]),
        (None, {"school_status": "out", "dropout_reason": "money"}, "unknown", ["birth_date"]),
        (None, {"school_status": "grade9"}, "met", []),  # in school at whatever age
        ("1950-01-01", {"school_status": None}, "met", []),  # too old to be asked
    ],
)
def test_compulsory_education_by_member(register, gansu, born, year, verdict, missing):
    household = register.a_household(1)
    child = register.a_member(household, "小明", born, **year)
    outcome = register.outcome(gansu, household, "GS-H6")
    assert (outcome.verdict, [m.key for m in outcome.missing]) == (verdict, missing)
    assert {(m.person, m.name) for m in outcome.missing} <= {(child, "小明")}


@pytest.mark.parametrize(
    ("resident", "employee", "verdict", "missing"),
    [
        (1, 0, "met", []),
        (0, 1, "met", []),
        (1, None, "met", []),
        (0, 0, "not_met", []),
        (0, None, "unknown", ["ins_medical_employee"]),
        (None, None, "unknown", ["ins_medical_resident", "ins_medical_employee"]),
    ],
)
def test_every_member_is_insured(register, gansu, resident, employee, verdict, missing):
    household = register.a_household(2)
    person = register.a_member(
        household, "小红", ins_medical_resident=resident, ins_medical_employee=employee
    )
    outcome = register.outcome(gansu, household, "GS-H7")
    assert (outcome.verdict, [m.key for m in outcome.missing]) == (verdict, missing)
    assert {m.record for m in outcome.missing} <= {year_id(person, "person_year", 2019)}
    if verdict == "not_met":
        assert {figure.label.en.partition(" · ")[0] for figure in outcome.figures} == {"小红"}


def test_each_member_without_a_yearly_record_is_named(register, gansu):
    household = register.a_household(1)
    others = [register.add("person", household=household, name=name) for name in ("甲", "乙")]
    outcome = register.outcome(gansu, household, "GS-H7")
    assert [(m.name, m.record) for m in outcome.missing[::2]] == [
        (name, year_id(person, "person_year", 2019))
        for name, person in zip(("甲", "乙"), others, strict=True)
    ]


def test_members_are_those_of_the_checked_year(register, gansu):
    household = register.a_household(1)
    newborn = register.add("person", household=household, name="新生", joined_on="2020-03-01")
    register.add("person", household=household, name="迁出", ended_on="2019-03-01")
    assert register.outcome(gansu, household, "GS-H7").verdict == "met"
    register.set("person", newborn, joined_on="2019-12-31")
    assert register.outcome(gansu, household, "GS-H7").verdict == "unknown"


@pytest.mark.parametrize(
    ("danger", "lives", "verdict"),
    [
        ("A", 1, "met"),
        ("B", 1, "met"),
        ("C", None, "not_met"),
        ("D", 1, "not_met"),
        ("A", 0, "not_met"),
        ("A", None, "unknown"),
        (None, 1, "unknown"),
        (None, 0, "not_met"),
    ],
)
def test_the_house_is_safe_and_lived_in(register, gansu, danger, lives, verdict):
    household = register.a_household()
    year = year_id(household, "household_year", 2019)
    register.set("household_year", year, house_danger=danger, lives_there=lives)
    assert register.outcome(gansu, household, "GS-H8").verdict == verdict


def test_a_scope_is_checked_in_one_go_and_only_its_households(register, gansu):
    here = [register.a_household(2) for _ in range(3)]
    register.set("household", here[2], scope="990101001202")
    assert [c.household for c in register.check(gansu)] == here[:2]
    assert [c.household for c in register.check(gansu, scope="990101")] == here


def test_another_year_is_another_answer(register, gansu):
    household = register.a_household()
    register.db.execute("update household_year set year = 2018")
    assert register.outcome(gansu, household, "GS-H8").verdict == "unknown"
