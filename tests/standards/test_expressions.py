"""What a rule may say: exact, read-only, over known facts; anything else is a sentence with file, line and field."""

from dataclasses import replace

import pytest

from fieldapp.errors import PackError
from fieldapp.standards.compiler import compile_set

REFUSED = [
    ("count(*) filter (where school_status = 'out') = 0", "standards.bare_aggregate"),
    ("sum(income_sheet.a) > 0", "standards.bare_aggregate"),
    ("(select count(*) from loan) = 0", "standards.not_read_only"),
    ("exists(select 1 from loan)", "standards.not_read_only"),
    ("drop table household", "standards.not_read_only"),
    ("delete from household", "standards.not_read_only"),
    ("update household set status = 1", "standards.not_read_only"),
    ("attach 'x' as y", "standards.not_read_only"),
    ("pragma key", "standards.not_read_only"),
    ("lives_there = 1; drop table household", "standards.one_expression"),
    ("", "standards.one_expression"),
    ("lives_there = = 1", "standards.syntax"),
    ("lives_there = (1", "standards.syntax"),
    ("no_such_field = 1", "standards.unknown_column"),
    ("village.name = 'x'", "standards.unknown_column"),
    ("main.household.status = '1'", "standards.unknown_column"),
    ("none(cattle, lives_there = 1)", "standards.unknown_list"),
    ("none(household_year, lives_there = 1)", "standards.unknown_list"),
    ("none(member, lives_there = 1)", "standards.no_member_field"),
    ("none(member)", "standards.arguments"),
    ("none(1, school_status = 'out')", "standards.no_list"),
    ("none(member, school_status)", "standards.no_condition"),
    ("none(member, none(loan, balance > 0))", "standards.nested"),
    ("latest(water_test, '2019', w1 = 1)", "standards.no_date"),
    ("load_extension('x') = 1", "standards.unknown_function"),
    ("net_income / size_end > :line", "standards.division"),
    ("net_income > 3700.5", "standards.fraction"),
    ("coalesce(lives_there, 1) = 1", "standards.hides_missing"),
    ("lives_there is not null", "standards.hides_missing"),
    ("case when lives_there = 1 then 1 else 0 end = 1", "standards.hides_missing"),
    ("lives_there", "standards.no_condition"),
    ("lives_there and food_staple = 1", "standards.no_condition"),
    ("net_income > :poverty", "standards.unknown_place"),
    ("house_danger like 'A%'", "standards.not_allowed"),
]


@pytest.mark.parametrize(("met", "code"), REFUSED)
def test_a_rule_that_may_not_be_said_is_refused_with_its_place(gansu, dictionary, met, code):
    criterion = replace(gansu.criteria[7], met=met, at=42)
    with pytest.raises(PackError) as refused:
        compile_set(replace(gansu, criteria=(criterion,)), dictionary)
    assert refused.value.code == code
    assert "gansu.yaml, line 42" in refused.value.sentence()


@pytest.mark.parametrize(
    "met",
    [
        "house_danger in ('A', 'B') and not lives_there = 0",
        "net_income - 2 * income_sheet.e >= -5 or size_end between 1 and 3",
        "none(loan, balance >= 5000000)",
        "every(member, age_on(:as_of) < 60 or dibao = 1)",
        "household.status = '1' and planned_exit_year = :year",
    ],
)
def test_a_rule_over_known_facts_compiles(gansu, dictionary, met):
    compile_set(replace(gansu, criteria=(replace(gansu.criteria[7], met=met),)), dictionary)


def test_the_statements_read_only_and_parse_as_postgresql(gansu, dictionary):
    import sqlglot
    from sqlglot import exp

    compiled = compile_set(gansu, dictionary)
    for statement in (compiled.verdicts, *compiled.members.values()):
        (text,) = sqlglot.transpile(compiled.for_one(statement), read="sqlite", write="postgres")
        (tree,) = sqlglot.parse(text, read="postgres")
        assert isinstance(tree, exp.Select)
        assert not list(tree.find_all(exp.Insert, exp.Update, exp.Delete, exp.Drop))


def test_every_figure_and_need_of_the_shipped_set_is_known_to_the_dictionary(gansu, dictionary):
    compiled = compile_set(gansu, dictionary)
    assert [criterion.criterion.id for criterion in compiled.criteria] == [f"GS-H{n}" for n in range(1, 9)]
    assert all(criterion.needs for criterion in compiled.criteria)


def test_a_set_over_an_unknown_list_is_refused(gansu, dictionary):
    with pytest.raises(PackError) as refused:
        compile_set(replace(gansu, over="harvest"), dictionary)
    assert refused.value.code == "standards.unknown_over"


def test_present_may_only_read_its_own_list(gansu, dictionary):
    lists = {**gansu.lists, "member": replace(gansu.lists["member"], present="school_status = 'out'")}
    with pytest.raises(PackError) as refused:
        compile_set(replace(gansu, lists=lists), dictionary)
    assert refused.value.code == "standards.present"
