"""Choices: from lists, filtered, cascading, shuffled, from files and from rows; their labels and codes."""

from collections.abc import Callable
from typing import Any

import pytest

Begin = Callable[..., Any]
TOWNS = "list towns: x=Xia county=c1; y=Yan county=c1; z=Zhou county=c2"
CASCADE = f"{TOWNS}\none county: c1 c2\none town from towns[county = ${{county}}]"


def test_choices_come_from_a_list_of_the_form(scenario: Begin) -> None:
    s = scenario(f"{TOWNS}\none town from towns")
    assert s.choices("town") == ["x", "y", "z"]
    assert s.labels("town") == ["Xia", "Yan", "Zhou"]


def test_a_filter_leaves_what_fits_the_answer(scenario: Begin) -> None:
    s = scenario(CASCADE)
    assert s.choices("town") == []
    assert s.answer("county", "c1").choices("town") == ["x", "y"]
    assert s.answer("county", "c2").choices("town") == ["z"]


def test_an_answer_that_is_filtered_away_is_no_answer(scenario: Begin) -> None:
    s = scenario(CASCADE).answer("county", "c1").answer("town", "y").answer("county", "c2")
    assert s.value("town") == ""


def test_an_answer_that_was_filtered_away_comes_back_with_its_choice(scenario: Begin) -> None:
    s = (
        scenario(CASCADE)
        .answer("county", "c1")
        .answer("town", "y")
        .answer("county", "c2")
        .answer("county", "c1")
    )
    assert s.value("town") == "y"


def test_what_is_filtered_away_is_refused(scenario: Begin) -> None:
    assert scenario(CASCADE).answer("county", "c1").answer("town", "z").value("town") == ""


def test_a_cascade_of_three_levels(scenario: Begin) -> None:
    s = scenario(
        "list counties: c1 prov=p1; c2 prov=p2\nlist towns: x county=c1; y county=c2\none prov: p1 p2\n"
        "one county from counties[prov = ${prov}]\none town from towns[county = ${county}]"
    )
    s.answer("prov", "p1").answer("county", "c1").answer("town", "x")
    assert s.value("town") == "x"
    s.answer("prov", "p2")
    assert (s.value("county"), s.value("town"), s.choices("town")) == ("", "", [])


def test_a_multiple_answer_loses_only_what_is_filtered_away(scenario: Begin) -> None:
    s = scenario(f"{TOWNS}\ntext out\nmany town from towns[name != ${{out}}]").answer("town", ["x", "z"])
    assert s.answer("out", "x").value("town") == "z"


@pytest.mark.parametrize(
    ("condition", "left"),
    [
        ("name != 'x'", ["y", "z"]), ("county = 'c1' and name = 'y'", ["y"]), ("county = 'c2' or name = 'x'", ["x", "z"]),
        ("position() < 3", ["x", "y"]), ("last()", ["z"]), ("selected('x z', name)", ["x", "z"]),
        ("contains(label, 'a')", ["x", "y"]), ("not(county = 'c1')", ["z"]), ("false()", []), ("true()", ["x", "y", "z"]),
        ("string-length(label) = 4", ["z"]), ("2", ["y"]), ("starts-with(label, 'Y')", ["y"]),
        ("county = 'c1'][label = 'Yan'", ["y"]), ("nothing = 'x'", []),
    ],
    ids=["all but one", "two conditions", "either of two", "by position", "the last", "those among some words",
         "by a part of the label", "the opposite", "none", "all", "by the length of the label", "by number",
         "by the beginning of the label", "one condition after another", "a column that is not there"],
)  # fmt: skip
def test_a_filter_may_ask_anything_of_a_row(scenario: Begin, condition: str, left: list[str]) -> None:
    assert scenario(f"{TOWNS}\none town from towns[{condition}]").choices("town") == left


def test_a_filter_by_a_multiple_answer(scenario: Begin) -> None:
    s = scenario(f"{TOWNS}\nmany counties: c1 c2\none town from towns[selected(${{counties}}, county)]")
    assert s.answer("counties", ["c1", "c2"]).choices("town") == ["x", "y", "z"]
    assert s.answer("counties", ["c2"]).choices("town") == ["z"]


def test_a_filter_by_a_number_compares_numbers(scenario: Begin) -> None:
    s = scenario("list steps: a n=1; b n=5; c n=10\nint most\none step from steps[n <= ${most}]").answer(
        "most", "5"
    )
    assert s.choices("step") == ["a", "b"]


def test_a_filter_in_a_row_reads_its_own_row(scenario: Begin) -> None:
    s = scenario(
        f"{TOWNS}\nrepeat visit\none county: c1 c2\none town from towns[county = current()/../county]\nend"
    )
    for at, county in ((1, "c1"), (2, "c2")):
        s.add("visit")
        s.answer(f"visit[{at}]/county", county)
    assert s.choices("visit[1]/town") == ["x", "y"]
    assert s.choices("visit[2]/town") == ["z"]


def test_choices_may_come_from_the_rows_of_a_repeat(scenario: Begin) -> None:
    s = scenario("repeat person\ntext name\nend\none head from ${person}[name != '']")
    for at, name in ((1, "Li"), (2, "Wang")):
        s.add("person")
        s.answer(f"person[{at}]/name", name)
    assert s.choices("head") == ["Li", "Wang"]
    s.answer("head", "Wang").remove("person[2]")
    assert (s.choices("head"), s.value("head")) == (["Li"], "")


def test_a_seed_shuffles_in_the_same_way_each_time(scenario: Begin) -> None:
    orders = [scenario(f"{TOWNS}\none town from randomize(towns, 42)").choices("town") for _ in range(3)]
    assert orders[0] == orders[1] == orders[2]
    assert sorted(orders[0]) == ["x", "y", "z"]


def test_other_seeds_give_other_orders(scenario: Begin) -> None:
    rows = "list towns: " + "; ".join(f"t{at}" for at in range(9))
    orders = {
        tuple(scenario(f"{rows}\none town from randomize(towns, {n})").choices("town")) for n in range(5)
    }
    assert len(orders) > 1


def test_the_order_stays_while_others_are_answered(scenario: Begin) -> None:
    s = scenario(f"{TOWNS}\none town from randomize(towns)\ntext a")
    before = s.choices("town")
    assert s.answer("a", "x").choices("town") == before


def test_codes_count_from_one(scenario: Begin) -> None:
    assert [one.code for one in scenario("one q: a b c").node("q").choices] == ["1", "2", "3"]


def test_a_filter_changes_no_code(scenario: Begin) -> None:
    s = scenario(CASCADE).answer("county", "c2")
    assert [(one.value, one.code) for one in s.node("town").choices] == [("z", "3")]


def test_other_opens_a_question_of_its_own(scenario: Begin) -> None:
    s = scenario("one q: a b other=Other\ntext q_other | relevant: ${q} = 'other'")
    assert not s.answer("q", "a").relevant("q_other")
    assert s.answer("q", "other").relevant("q_other")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("instance('towns')/root/item[name = 'y']/label", "Yan"),
        ("instance('towns')/root/item[name = ${town}]/county", "c1"),
        ("count(instance('towns')/root/item)", "3"), ("count(instance('towns')/root/item[county = 'c1'])", "2"),
        ("instance('towns')/root/item[name = 'nobody']/label", ""), ("instance('towns')/root/item[2]/name", "y"),
        ("instance('towns')/root/item[last()]/name", "z"), ("join(' ', instance('towns')/root/item/name)", "x y z"),
        ("count(instance('nowhere')/root/item)", "0"), ("jr:choice-name(${town}, '${town}')", "Xia"),
        ("instance('towns')/root/item[name = ${town}]/label = 'Xia'", "true"),
    ],
    ids=["a cell by a key", "a cell by an answer", "how many rows", "how many that fit", "no row is blank",
         "a row by its number", "the last row", "a column joined", "a list that is not there", "the label of the chosen",
         "compared with a text"],
)  # fmt: skip
def test_a_list_is_looked_up(scenario: Begin, expression: str, expected: str) -> None:
    s = scenario(f"{TOWNS}\none town from towns\ncalculate r = {expression}").answer("town", "x")
    assert s.value("r") == expected


CSV = b"name,label,county\nx,Xia,c1\ny,\xe4\xb8\x8a\xe6\xb2\xb3\xe6\x9d\x91,c2\n"
FILES = [
    ("a table with commas", CSV), ("a table with semicolons", CSV.replace(b",", b";")),
    ("a table with tabs", CSV.replace(b",", b"\t")), ("a table with a byte order mark", b"\xef\xbb\xbf" + CSV),
    ("a table with lines of Windows", CSV.replace(b"\n", b"\r\n")), ("a table without a last line end", CSV.rstrip()),
    ("a table with quotation marks", CSV.replace(b"Xia", b'"Xia"')), ("a table with blank lines", CSV + b"\n\n"),
]  # fmt: skip


def from_file(begin: Begin, content: bytes, name: str = "towns.csv") -> Any:
    from fieldapp.forms import load_form_xml

    xml = (
        b'<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>'
        b'<instance><data id="a"><q/><r/></data></instance><instance id="towns" src="jr://file/'
        + name.encode()
        + b'"/>'
        b"<bind nodeset=\"/data/r\" calculate=\"pulldata('towns', 'county', 'name', /data/q)\"/></model></h:head><h:body>"
        b'<select1 ref="/data/q"><itemset nodeset="instance(\'towns\')/root/item"><value ref="name"/>'
        b'<label ref="label"/></itemset></select1></h:body></h:html>'
    )
    from datetime import date, datetime

    return load_form_xml(xml, {name: content}).start(today=date(2026, 3, 5), now=datetime(2026, 3, 5))


@pytest.mark.parametrize("content", [row[1] for row in FILES], ids=[row[0] for row in FILES])
def test_choices_come_from(scenario: Begin, content: bytes) -> None:
    session = from_file(scenario, content)
    assert [(one.value, one.label) for one in session.node("/data/q").choices] == [
        ("x", "Xia"),
        ("y", "上河村"),
    ]


def test_choices_come_from_an_xml_file(scenario: Begin) -> None:
    content = b"<root><item><name>x</name><label>Xia</label></item></root>"
    assert [one.label for one in from_file(scenario, content, "towns.xml").node("/data/q").choices] == ["Xia"]


def test_choices_come_from_points_on_a_map(scenario: Begin) -> None:
    content = (
        b'{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[104.5,30.5]},'
        b'"properties":{"name":"x","label":"Xia"}}]}'
    )
    session = from_file(scenario, content, "towns.geojson")
    assert [(one.value, one.label) for one in session.node("/data/q").choices] == [("x", "Xia")]


def test_pulldata_takes_a_cell_from_a_table(scenario: Begin) -> None:
    session = from_file(scenario, CSV)
    session.answer("/data/q", "y")
    assert session.node("/data/r").value == "c2"


def test_pulldata_of_a_key_that_is_not_there_is_blank(scenario: Begin) -> None:
    assert from_file(scenario, CSV).node("/data/r").value == ""
