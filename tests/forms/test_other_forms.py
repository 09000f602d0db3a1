"""Rules that forms of other makers taught: one small form for each."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fieldapp.errors import FormError
from fieldapp.forms import Form, Session, load_form
from fieldapp.forms.importing.arguments import without_extra
from fieldapp.forms.importing.question_types import new_type
from fieldapp.forms.importing.spelling import respelt
from fieldapp.forms.importing.workbook_safety import counted

Filled = Callable[..., Session]
XLSForm = Callable[..., Form]


def test_an_action_inside_of_a_group_runs_for_each_row_around_it(filled: Filled) -> None:
    session = filled(
        "<row><part><age/></part></row>",
        "",
        """<group ref="/data/row"><repeat nodeset="/data/row"><group ref="/data/row/part">
        <setvalue event="odk-instance-first-load odk-new-repeat" ref="/data/row/part/age" value="100"/>
        <input ref="/data/row/part/age"/></group></repeat></group>""",
    )
    session.add_repeat("/data/row#range")
    assert [session.raw(f"/data/row[{row}]/part/age") for row in (1, 2)] == ["100", "100"]


def test_an_action_inside_of_a_group_without_data_runs_too(filled: Filled) -> None:
    session = filled(
        "<age/>",
        "",
        """<group><setvalue event="odk-instance-first-load" ref="/data/age" value="5"/>
        <input ref="/data/age"/></group>""",
    )
    assert session.raw("/data/age") == "5"


def test_what_is_calculated_for_a_choice_counts_only_when_it_can_be_chosen(filled: Filled) -> None:
    session = filled(
        "<said/><kind/><told/>",
        '<bind nodeset="/data/kind" calculate="/data/said"/><bind nodeset="/data/told" calculate="/data/kind"/>',
        """<input ref="/data/said"/><select1 ref="/data/kind"><item><label>A</label><value>a</value></item></select1>
        """,
    )
    session.answer("/data/said", "b")
    assert session.raw("/data/told") == ""
    session.answer("/data/said", "a")
    assert session.raw("/data/told") == "a"


def _said(form: Form) -> list[str]:
    return [str(one) for one in form.findings]


def test_signs_escaped_twice_are_read_and_told_with_their_node(
    xform: Callable[..., bytes], begun: Callable[..., Session], tmp_path: Path
) -> None:
    file = tmp_path / "a.xml"
    body = '<input ref="/data/age"/>'
    file.write_bytes(xform("<age/>", '<bind nodeset="/data/age" constraint=". &amp;gt;= 1"/>', body))
    form = load_form(file)
    session = begun(form)
    session.answer("/data/age", "0")
    assert [one.kind for one in session.violations()] == ["constraint"]
    assert _said(form) == ["The constraint of /data/age, “. &gt;= 1”, was read as “. >= 1”."]


def test_logic_that_nobody_can_read_is_still_refused(xform: Callable[..., bytes], tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_bytes(xform("<age/>", '<bind nodeset="/data/age" calculate="how old is it"/>'))
    with pytest.raises(FormError, match="/data/age"):
        load_form(file)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("int(${a} div 30, 0)", "int(${a} div 30)"),
        ("int((1 - (2 * 12)) div 30,0) + int(concat(1,2))", "int((1 - (2 * 12)) div 30) + int(concat(1,2))"),
        ("today('x') > now(1, 2)", "today() > now()"),
        ("concat(int(a, b, c), 'int(1,2)')", "concat(int(a), 'int(1,2)')"),
        ("int(a[b, c], 3)", "int(a[b, c])"),
        ("today( )", "today( )"),
        ("round(1.25, 1)", "round(1.25, 1)"),
        ("print(1, 2)", "print(1, 2)"),
        ("int(a", "int(a"),
    ],
)
def test_an_argument_too_many_is_left_out(text: str, expected: str) -> None:
    assert without_extra(text) == expected


def test_an_argument_too_many_is_told_with_its_row(xlsform: XLSForm) -> None:
    form = xlsform(
        """
        | survey |           |      |       |             |
        |        | type      | name | label | calculation |
        |        | integer   | days | Days  |             |
        |        | calculate | age  |       | int(${days} div 30, 0) |
        """
    )
    (told,) = [one for one in form.findings if one.severity == "repair"]
    assert (told.where.sheet, told.where.row, told.where.column) == ("survey", 3, "calculation")


def test_two_columns_of_one_meaning_are_merged_and_what_is_lost_is_told(xlsform: XLSForm) -> None:
    form = xlsform(
        """
        | survey |         |      |       |                 |             |
        |        | type    | name | label | bind::relevant  | relevance   |
        |        | integer | a    | A     |                 |             |
        |        | integer | b    | B     | ${a} > 1        |             |
        |        | integer | c    | C     | ${a} > 2        | ${a} > 3    |
        """
    )
    lost = [one for one in form.findings if one.code == "form.repair.taken_out"]
    assert [(one.where.row, one.params["old"]) for one in lost] == [(4, "${a} > 3")]
    assert "The column “relevance” was merged into “bind::relevant”." in _said(form)


def test_a_filter_may_name_a_column_with_a_language(xlsform: XLSForm, begun: Callable[..., Session]) -> None:
    form = xlsform(
        """
        | survey  |              |      |             |                    |
        |         | type         | name | label::English (en) | choice_filter      |
        |         | select_one l | a    | A           | label::English (en) != 'Two' |
        | choices |              |      |             |
        |         | list_name    | name | label::English (en) |
        |         | l            | 1    | One         |
        |         | l            | 2    | Two         |
        """
    )
    assert [one.value for one in begun(form).node("/data/a").choices] == ["1"]
    assert any("was read as" in one for one in _said(form))


def test_a_survey_without_types_is_refused_by_name_of_the_column(xlsform: XLSForm) -> None:
    with pytest.raises(FormError, match="type"):
        xlsform("| survey | | |\n| | name | label |\n| | a | A |\n")


def test_plain_spellings_of_types_are_not_told(xlsform: XLSForm) -> None:
    form = xlsform(
        """
        | survey  |                   |      |       |
        |         | type              | name | label |
        |         | begin group       | g    | G     |
        |         | select one from l | a    | A     |
        |         | integr            | b    | B     |
        |         | end group         |      |       |
        | choices |                   |      |       |
        |         | list_name         | name | label |
        |         | l                 | 1    | One   |
        """
    )
    assert [one for one in _said(form) if "type" in one] == [
        "The question type “integr” was read as “integer”."
    ]


def test_a_prefix_that_no_setting_declares_is_carried_over(xlsform: XLSForm) -> None:
    form = xlsform(
        """
        | survey |      |      |       |                      |               |
        |        | type | name | label | bind::esri:fieldType | body::kb:odd  |
        |        | text | a    | A     | string               | 1             |
        |        | text | b    | B     | string               | 1             |
        """
    )
    assert [one.params["prefix"] for one in form.findings] == ["esri", "kb"]


def test_a_declared_prefix_needs_no_word(xlsform: XLSForm) -> None:
    form = xlsform(
        """
        | survey   |      |      |       |                      |
        |          | type | name | label | bind::esri:fieldType |
        |          | text | a    | A     | string               |
        | settings |                                 |
        |          | namespaces                      |
        |          | esri="http://esri.com/xforms"   |
        """
    )
    assert form.findings == ()


def test_columns_that_xml_cannot_name_are_left_out(xlsform: XLSForm) -> None:
    form = xlsform(
        """
        | survey  |              |      |       |              |
        |         | type         | name | label | bind::so odd |
        |         | select_one l | a    | A     | 1            |
        | choices |              |      |       |              |
        |         | list_name    | name | label | $autovalue   | 1st | kobo:x | 区 | media::image |
        |         | l            | 1    | One   | 1            | 1   | 1      | 1  | a.png        |
        """
    )
    left_out = sorted(str(one.params["old"]) for one in form.findings if one.severity == "repair")
    assert left_out == ["$autovalue", "1st", "bind::so odd", "kobo:x"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("calculate_here", "calculate"),
        ("text audit", "hidden"),
        ("speed violations count", "hidden"),
        ("sensor_statistic light_level", "hidden"),
        ("caseid", "hidden"),
        ("devicephonenum", "phonenumber"),
        ("select_one yesno", "select_one yesno"),
    ],
)
def test_what_other_programs_measure_while_filling_asks_nobody(kind: str, expected: str) -> None:
    assert new_type(kind) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("${a} / 3", "${a} div 3"),
        ("(${a} + 1) / ${b}", "(${a} + 1) div ${b}"),
        ("if(${a} > 3; 'x;y'; 'z')", "if(${a} > 3, 'x;y', 'z')"),
        ("${a} &gt;= 3 and ${b} != 'x &amp; y'", "${a} >= 3 and ${b} != 'x &amp; y'"),
        ("/data/a/b", "/data/a/b"),
    ],
)
def test_logic_in_the_signs_of_other_programs_is_read(text: str, expected: str) -> None:
    assert respelt(text, "calculation") == expected


def test_a_row_that_is_disabled_is_left_out_and_told(xlsform: XLSForm) -> None:
    form = xlsform(
        """
        | survey |         |      |       |          |
        |        | type    | name | label | disabled |
        |        | integer | a    | A     |          |
        |        | integer | b    | B     | yes      |
        """
    )
    assert form.questions == 1
    assert [one.where.row for one in form.findings] == [3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (">0", ". >0"),
        (". > 0 and < 100", ". > 0 and . < 100"),
        ("(>= 1 and <= 5) or = 99", "(. >= 1 and . <= 5) or . = 99"),
        (". >= 0 and . < 9", ". >= 0 and . < 9"),
    ],
)
def test_a_constraint_that_does_not_say_what_it_compares_means_the_answer(text: str, expected: str) -> None:
    assert respelt(text, "constraint") == expected


def test_only_a_constraint_means_the_answer() -> None:
    assert respelt("> 0", "relevant") == "> 0"


def test_a_sheet_that_is_blank_to_its_last_column_is_read() -> None:
    row = ["text", "a", "A", *[None] * 16_381]
    assert sum(1 for _ in counted([row] * 120)) == 120


@pytest.mark.parametrize("heading", ["instance::tag", "Instance::Tag"])
def test_an_attribute_that_stops_the_converter_is_carried_in_any_case_of_letters(
    heading: str, xlsform: XLSForm
) -> None:
    form = xlsform(f"| survey | | | | |\n| | type | name | label | {heading} |\n| | text | a | A | x |\n")
    assert [str(one.params["old"]) for one in form.findings] == [heading]


def test_a_dash_of_another_language_is_no_label(filled: Filled) -> None:
    session = filled(
        "<a/>",
        "",
        """<input ref="/data/a"><label ref="jr:itext('a')"/></input>""",
        """<itext><translation lang="en"><text id="a"/></translation>
        <translation lang="fr"><text id="a"><value>-</value></text></translation></itext>""",
    )
    assert session.node("/data/a").label == ""
    session.set_language("fr")
    assert session.node("/data/a").label == "-"
