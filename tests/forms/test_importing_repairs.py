"""Each repair of an XLSForm: where it was made, what it was, what it became; good forms stay as pyxform makes them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from fieldapp.errors import Finding, FormError
from fieldapp.forms import Form, Session, load_form
from fieldapp.forms.importing import Converted, convert_cached
from fieldapp.forms.importing.question_types import new_type
from fieldapp.forms.importing.removal import remove_cause
from fieldapp.forms.importing.sheets import Book, Sheet
from fieldapp.forms.importing.spelling import respelt

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "forms"
Load = Callable[..., Form]
Begin = Callable[..., Session]
Convert = Callable[..., Converted]


@pytest.fixture
def converted(tmp_path: Path) -> Convert:
    """The conversion of a survey (rows with `;` between cells) and other sheets."""

    def convert(survey: str, **others: str) -> Converted:
        lines = []
        for name, table in {"survey": survey, **others}.items():
            lines.append(f"| {name} |")
            lines += ["| | " + " | ".join(row.split(";")) + " |" for row in table.strip().splitlines()]
        path = tmp_path / "f.md"
        path.write_text("\n".join(lines), "utf-8")
        return convert_cached(path)

    return convert


def repairs(made: Converted) -> list[Finding]:
    return [one for one in made.findings if one.severity == "repair"]


def places(made: Converted) -> list[tuple[str, int | None, str]]:
    return [(one.where.sheet, one.where.row, one.where.column) for one in repairs(made)]


LISTS = "list_name;name;label\nl;a;A\nl;b;B"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hidden string", "hidden"),
        ("simserial", "hidden"),
        ("db:person", "text"),
        ("string", "text"),
        ("text tel", "text"),
        ("Text", "text"),
        ("number", "decimal"),
        ("Date Time", "date time"),
        ("add  image prompt", "add image prompt"),
        ("signature", "image"),
        ("calculation", "calculate"),
        ("gizmo", "text"),
    ],
)
def test_a_question_type_is_read_as_the_one_it_means(converted: Convert, old: str, new: str) -> None:
    made = converted(f"type;name;label;calculation\ntext;z;Z;\n{old};a;A;1\nunknown;b;B;")
    first = repairs(made)[0]
    assert (first.where.sheet, first.where.row, first.where.column) == ("survey", 3, "type")
    assert (" ".join(str(first.params["old"]).split()), first.params["new"]) == (" ".join(old.split()), new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Select one l", "select_one l"),
        ("select-one l", "select_one l"),
        ("selectone l", "select_one l"),
        ("SELECT MULTIPLE l", "select_multiple l"),
        ("select multiple l", "select_multiple l"),
        ("select_one l or other", "select_one l or_other"),
    ],
)
def test_a_select_is_read_in_any_spelling(converted: Convert, old: str, new: str) -> None:
    made = converted(f"type;name;label\n{old};a;A\nunknown;b;B", choices=LISTS)
    told = {one.params["old"]: one.params["new"] for one in repairs(made)}
    assert told.get(old, new) == new
    assert f"<select{'1' if 'one' in new else ''} " in made.xml


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Begin  Group", "begin_group"),
        ("begingroup", "begin_group"),
        ("start repeat", "begin_repeat"),
        ("begin-group", "begin_group"),
    ],
)
def test_blocks_begin_in_any_spelling(converted: Convert, old: str, new: str) -> None:
    what = new.removeprefix("begin_")
    made = converted(f"type;name;label\n{old};g;G\ntext;a;A\nend {what} g;;\nunknown;b;B")
    assert ("survey", 2, "type") in places(made)
    assert "/data/g/a" in made.xml


def test_a_form_title_among_the_questions_is_the_title(converted: Convert) -> None:
    made = converted("type;name;label\nset form title;t;My title\ntext;a;A\nunknown;b;B")
    assert "<h:title>My title</h:title>" in made.xml
    assert places(made)[0] == ("survey", 2, "type")


@pytest.mark.parametrize(
    ("heading", "became"),
    [
        ("relevent", "relevant"),
        ("constraint_msg", "constraint_message"),
        ("appearence", "appearance"),
        ("calculations", "calculation"),
    ],
)
def test_a_misspelt_heading_is_read(converted: Convert, heading: str, became: str) -> None:
    made = converted(f"type;name;label;{heading}\ntext;a;A;\ntext;b;B;1")
    assert places(made) == [("survey", 1, heading)]
    assert repairs(made)[0].params["new"] == became


@pytest.mark.parametrize("heading", ["relevance", "Relevant", "bind::relevant"])
def test_old_headings_that_pyxform_knows_need_no_repair(converted: Convert, heading: str) -> None:
    made = converted(f"type;name;caption;{heading}\ntext;a;A;\ntext;b;B;${{a}} = 1")
    assert repairs(made) == []
    assert 'relevant="' in made.xml


def test_a_single_colon_among_double_ones_is_a_language(converted: Convert) -> None:
    made = converted("type;name;label::en;label:zh\ntext;a;A;甲")
    assert places(made) == [("survey", 1, "label:zh")]
    assert 'lang="zh"' in made.xml


def test_hard_spaces_and_wide_colons_in_headings_are_read(converted: Convert) -> None:
    made = converted("type;name;label：：zh;read\u00a0only\ntext;a;甲;yes")
    assert places(made) == [("survey", 1, "label：：zh"), ("survey", 1, "read\u00a0only")]
    assert 'readonly="true()"' in made.xml


def test_the_same_column_twice_is_merged(converted: Convert) -> None:
    made = converted("type;name;label;image;media::image\nnote;a;A;one.png;\nnote;b;B;;two.png")
    assert places(made) == [("survey", 1, "image")]
    assert "one.png" in made.xml
    assert "two.png" in made.xml


def test_an_attribute_that_stops_pyxform_is_carried_over(converted: Convert) -> None:
    made = converted("type;name;label;instance::tag\nbegin_group;g;G;hidden\ntext;a;A;\nend_group;;;")
    assert places(made) == [("survey", 1, "instance::tag")]
    assert '<g tag="hidden">' in made.xml


def test_a_forbidden_name_is_changed_with_every_reference(converted: Convert) -> None:
    made = converted("type;name;label;relevant\ntext;1st name;A;\ntext;b;${1st name};${1st name} = 'x'")
    assert places(made) == [("survey", 2, "name")]
    assert repairs(made)[0].params == {"old": "1st name", "new": "_1st_name"}
    assert made.xml.count("/data/_1st_name") >= 3


def test_the_reserved_name_is_changed(converted: Convert) -> None:
    made = converted("type;name;label\nbegin_group;meta;M\ntext;a;A\nend_group;;")
    assert places(made) == [("survey", 2, "name")]
    assert "/data/meta_1/a" in made.xml


def test_a_question_without_a_name_gets_one(converted: Convert) -> None:
    made = converted("type;name;label\ntext;;How old\ntext;b;B")
    assert places(made) == [("survey", 2, "name")]
    assert "/data/How_old" in made.xml


def test_the_second_question_of_a_name_is_renamed_and_references_stay_with_the_first(
    converted: Convert,
) -> None:
    made = converted("type;name;label;relevant\ntext;a;A;\ntext;a;B;\ntext;c;C;${a} = 1")
    assert places(made) == [("survey", 3, "name")]
    assert '/data/a_2"' in made.xml
    assert 'relevant=" /data/a  = 1"' in made.xml


def test_a_name_in_two_groups_is_parted_when_it_is_referred_to(converted: Convert) -> None:
    made = converted(
        "type;name;label;relevant\nbegin_group;g;G;\ntext;a;A;\ntext;b;B;${a} = 1\nend_group;;;\n"
        "begin_group;h;H;\ntext;a;A;\ntext;c;C;${a} = 2\nend_group;;;"
    )
    assert places(made) == [("survey", 7, "name")]
    assert "/data/g/a  = 1" in made.xml
    assert "/data/h/a_2  = 2" in made.xml


def test_names_that_differ_only_in_case_are_a_warning_and_open(converted: Convert) -> None:
    made = converted("type;name;label\ntext;age;A\ntext;Age;B")
    assert repairs(made) == []
    assert [one.where.row for one in made.findings if "capital" in one.sentence()] == [3]


def test_a_block_without_an_end_is_closed(converted: Convert) -> None:
    made = converted("type;name;label\nbegin_group;g;G\nbegin_repeat;r;R\ntext;a;A\nend_group;g;\ntext;b;B")
    assert places(made) == [("survey", 3, "type")]
    assert "/data/g/r/a" in made.xml
    assert '"/data/b"' in made.xml


def test_an_end_without_a_begin_is_left_out(converted: Convert) -> None:
    made = converted("type;name;label\ntext;a;A\nend_group;;\ntext;b;B")
    assert places(made) == [("survey", 3, "type")]
    assert repairs(made)[0].code == "form.repair.taken_out"


def test_an_end_of_the_wrong_kind_ends_what_is_open(converted: Convert) -> None:
    made = converted("type;name;label\nbegin_group;g;G\ntext;a;A\nend_repeat;;\ntext;b;B")
    assert places(made) == [("survey", 4, "type")]
    assert '"/data/b"' in made.xml


def test_doubled_choices_are_kept_and_the_same_row_twice_is_one(converted: Convert) -> None:
    made = converted(
        "type;name;label\nselect_one l;q;Q", choices="list_name;name;label\nl;a;A\nl;a;Other\nl;b;B\nl;b;B"
    )
    assert places(made) == [("choices", 3, "name"), ("choices", 5, "name")]
    assert (made.xml.count("<name>a</name>"), made.xml.count("<name>b</name>")) == (2, 1)


def test_a_list_that_is_missing_has_one_choice_that_says_so(converted: Convert) -> None:
    made = converted("type;name;label\nselect_one nowhere;q;Q")
    assert places(made) == [("survey", 2, "type")]
    assert repairs(made)[0].code == "form.repair.taken_out"
    assert "<name>missing</name>" in made.xml


def test_a_list_under_another_spelling_is_found(converted: Convert) -> None:
    made = converted("type;name;label\nselect_one Yes_No;q;Q", choices="list_name;name;label\nyes no;y;Yes")
    assert places(made) == [("choices", 2, "list_name"), ("survey", 2, "type")]
    assert "instance('yes_no')" in made.xml or "<value>y</value>" in made.xml


def test_a_list_kept_outside_is_used_when_the_sheet_of_choices_lacks_it(converted: Convert) -> None:
    made = converted("type;name;label\nselect_one l;q;Q", external_choices=LISTS)
    assert places(made) == [("survey", 2, "type")]
    assert "<name>b</name>" in made.xml


def test_choices_of_several_hold_no_spaces_and_logic_follows(converted: Convert) -> None:
    made = converted(
        "type;name;label;relevant\nselect_multiple l;q;Q;\ntext;b;B;selected(${q}, 'two words')",
        choices="list_name;name;label\nl;two words;A",
    )
    assert places(made) == [("choices", 2, "name")]
    assert "'two_words'" in made.xml


def test_a_choice_without_a_name_is_named_by_its_label(converted: Convert) -> None:
    made = converted("type;name;label\nselect_one l;q;Q", choices="list_name;name;label\nl;;Big tree\nl;b;B")
    assert places(made) == [("choices", 2, "name")]
    assert "<name>Big_tree</name>" in made.xml


@pytest.mark.parametrize("column", ["relevant", "constraint", "default", "choice_filter", "calculation"])
def test_logic_on_a_question_that_does_not_exist_is_taken_out(converted: Convert, column: str) -> None:
    made = converted(f"type;name;label;{column}\nselect_one l;a;A;${{nobody}} = 1", choices=LISTS)
    (repair,) = repairs(made)
    assert places(made) == [("survey", 2, column)]
    assert (repair.code, repair.params["name"]) == ("form.repair.taken_out", "nobody")
    assert "nobody" not in made.xml


def test_a_text_on_a_question_that_does_not_exist_keeps_the_word(converted: Convert) -> None:
    made = converted("type;name;label\ntext;a;Hello ${nobody}")
    assert places(made) == [("survey", 2, "label")]
    assert "<label>Hello nobody</label>" in made.xml


@pytest.mark.parametrize("reference", ["${ age }", "${Age}", "＄｛age｝", "$ {age}", "${age"])
def test_a_reference_in_another_spelling_is_found(converted: Convert, reference: str) -> None:
    made = converted(f"type;name;label\ninteger;age;A\nnote;b;You are {reference}")
    assert places(made) == [("survey", 3, "label")]
    assert '<output value=" /data/age "/>' in made.xml


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("${a}＝1", "${a}=1"),
        ("selected（${a}，'x'）", "selected(${a},'x')"),
        ("${a} == 1", "${a} = 1"),
        ("${a} = 1 AND ${b} = 2", "${a} = 1  and  ${b} = 2"),
        ("${a} = 1 && ${b} = 2", "${a} = 1  and  ${b} = 2"),
        ("${a} => 1", "${a} >= 1"),
        ("${a} ≥ 1", "${a} >= 1"),
        ("${a} <> 1", "${a} != 1"),
        ("=${a} + 1", "${a} + 1"),
        ("${a} = ‘x’", "${a} = ‘x’"),
        ("${a}\u00a0>\u00a01\u200b", "${a} > 1"),
        ("concat(${a}, 'b',)", "concat(${a}, 'b')"),
        (
            "concat(${a}, if(true(), 1, 2) if(true(), 3, 4))",
            "concat(${a}, if(true(), 1, 2), if(true(), 3, 4))",
        ),
        ("not(selected(${a}, 'x')", "not(selected(${a}, 'x'))"),
        ("${a} = 1)", "${a} = 1"),
        ("TODAY() > ${a}", "today() > ${a}"),
        ("If(${a} = 1, 'If(', '')", "if(${a} = 1, 'If(', '')"),
        ("${a} = 'A AND （B）'", "${a} = 'A AND （B）'"),
        ("${a} == ‘x’", "${a} = 'x'"),
        ("${a} = 1", "${a} = 1"),
        ("1 + * 2", "1 + * 2"),
    ],
)
def test_logic_is_put_right_only_where_it_cannot_be_read(old: str, new: str) -> None:
    assert respelt(old, "relevant") == new


@pytest.mark.parametrize(
    ("word", "means"), [("y", "true()"), ("是", "true()"), ("否", "false()"), ("Oui", "true()")]
)
def test_yes_and_no_are_known_in_other_languages(converted: Convert, word: str, means: str) -> None:
    made = converted(f"type;name;label;required\ntext;a;A;{word}")
    assert places(made) == [("survey", 2, "required")]
    assert f'required="{means}"' in made.xml


def test_logic_is_put_right_with_its_place(converted: Convert) -> None:
    made = converted("type;name;label;constraint\ninteger;a;A;.＞＝0")
    assert places(made) == [("survey", 2, "constraint")]
    assert repairs(made)[0].params == {"old": ".＞＝0", "new": ".>=0"}


def test_a_choice_question_without_a_list_is_a_text(converted: Convert) -> None:
    made = converted("type;name;label\nselect_one;a;A")
    assert places(made) == [("survey", 2, "type")]
    assert '<input ref="/data/a">' in made.xml


def test_choices_that_make_pyxform_stumble_get_a_label_in_every_language() -> None:
    header = ["list_name", "name", "label::en", "label::zh"]
    rows = [{"list_name": "l", "name": "x", "label::en": "X"}, {"list_name": "l", "name": "y"}]
    book = Book("f", {"choices": Sheet("choices", header, rows, [2, 3])})
    assert remove_cause(book, "'NoneType' object is not iterable")
    assert [(one.where.row, one.where.column) for one in book.findings] == [
        (2, "label::zh"),
        (3, "label::en"),
        (3, "label::zh"),
    ]
    assert (rows[0]["label::zh"], rows[1]["label::en"]) == ("X", "y")


def test_a_question_without_a_label_shows_its_name(converted: Convert) -> None:
    made = converted("type;name;label\ntext;a;\ntext;b;B\nunknown;c;C")
    assert ("survey", 2, "label") in places(made)
    assert "<label>a</label>" in made.xml


@pytest.mark.parametrize(
    ("survey", "place"),
    [
        ("type;name;label;parameters\nrange;a;A;start=1 end=x", ("survey", 2, "parameters")),
        ("type;name;label;parameters\nimage;a;A;max-pixels=large", ("survey", 2, "parameters")),
        ("type;name;label;parameters\ntext;a;A;colour=red", ("survey", 2, "parameters")),
        ("type;name;label;save_to\ntext;a;A;age", ("survey", 2, "save_to")),
        ("type;name;label;trigger\ntext;b;B;\ninteger;a;A;nobody", ("survey", 3, "trigger")),
    ],
)
def test_a_cell_that_stops_pyxform_is_taken_out(
    converted: Convert, survey: str, place: tuple[str, int, str]
) -> None:
    made = converted(survey)
    assert places(made) == [place]
    assert repairs(made)[0].code == "form.repair.taken_out"


def test_a_calculation_that_is_missing_gives_nothing(converted: Convert) -> None:
    made = converted("type;name;label;calculation\ncalculate;a;;\ntext;b;B;")
    assert places(made) == [("survey", 2, "calculation")]


KOBO = "type;name;label;kobo--score-choices;kobo--rank-items;kobo--matrix_list;$kuid;required"


def test_a_score_of_kobo_is_a_table_of_questions(converted: Convert) -> None:
    rows = "begin_score;s;Rate;l;;;k1;\nscore__row;food;Food;;;;k2;true\nscore__row;bed;Bed;;;;k3;\nend_score;;;;;;;"
    made = converted(f"{KOBO}\n{rows}", choices=LISTS)
    assert ("survey", 2, "type") in places(made)
    for path in ("/data/s/s_header", "/data/s/food", "/data/s/bed"):
        assert f'<select1 ref="{path}"' in made.xml or f'ref="{path}" appearance=' in made.xml
    assert made.rows["/s/food"] == 3


def test_a_ranking_of_kobo_asks_for_each_place_once(converted: Convert, begun: Begin, tmp_path: Path) -> None:
    rows = "begin_rank;r;Order;;l;;k1;\nrank__level;first;First;;;;k2;\nrank__level;second;Second;;;;k3;\nend_rank;;;;;;;"
    converted(f"{KOBO}\n{rows}", choices=LISTS)
    session = begun(load_form(tmp_path / "f.md"))
    session.answer("/data/r/first", "a")
    session.answer("/data/r/second", "a")
    assert [one.ref for one in session.violations() if one.kind == "constraint"] == ["/data/r/second"]


def test_a_matrix_of_kobo_is_a_group_for_each_choice(converted: Convert) -> None:
    rows = "begin_kobomatrix;m;Things;;;l;k1;\ninteger;count;How many;;;;k2;\nend_kobomatrix;;;;;;;"
    made = converted(f"{KOBO}\n{rows}", choices=LISTS)
    assert "/data/m/m_a/m_a_count" in made.xml
    assert "/data/m/m_b/m_b_count" in made.xml


def test_a_group_marked_as_a_repeat_is_one(converted: Convert) -> None:
    made = converted("type;name;label;_isRepeat\nbegin group;g;G;true\ntext;a;A;\nend group;;;\nunknown;b;B;")
    assert ("survey", 2, "_isRepeat") in places(made)
    assert '<repeat nodeset="/data/g">' in made.xml


def test_our_own_soft_checks_pass_through(converted: Convert) -> None:
    made = converted(
        "type;name;label;bind::fieldapp:soft_constraint;bind::fieldapp:soft_message\n"
        "integer;age;Age;. < 100 and ${n} > 0;Really so old?\ninteger;n;N;;"
    )
    assert repairs(made) == []
    assert 'xmlns:fieldapp="urn:fieldapp:xforms"' in made.xml
    assert 'fieldapp:soft_constraint=". &lt; 100 and  /data/n  &gt; 0"' in made.xml


def test_findings_and_rows_are_kept_with_the_conversion(tmp_path: Path) -> None:
    path, cache = tmp_path / "f.md", tmp_path / "kept"
    path.write_text(
        "| survey |\n| | type | name | label |\n| | text | a b | A |\n| | text | c | C ${x} |\n", "utf-8"
    )
    first = convert_cached(path, cache)
    again = convert_cached(path, cache)
    assert [str(one) for one in again.findings] == [str(one) for one in first.findings]
    assert (again.xml, dict(again.rows)) == (first.xml, {"/a_b": 2, "/c": 3})


def test_headings_below_a_title_are_found_and_rows_keep_their_numbers(converted: Convert) -> None:
    made = converted("Our form;;\nfor 2026;;\ntype;name;label\ntext;a b;A")
    assert places(made) == [("survey", 3, ""), ("survey", 4, "name")]


def test_choices_without_headings_are_read_by_their_order(converted: Convert) -> None:
    made = converted("type;name;label\nselect_one l;q;Q", choices="l;a;A\nl;b;B")
    assert places(made) == [("choices", 1, "")]
    assert "<name>a</name>" in made.xml


def test_a_computed_count_beside_a_question_of_its_name_has_a_row_of_its_own(converted: Convert) -> None:
    made = converted(
        "type;name;label;repeat_count\ninteger;r_count;N;\nbegin_repeat;r;R;${r_count} + 1\ntext;a;A;\nend_repeat;;;"
    )
    assert places(made) == [("survey", 3, "repeat_count")]
    assert 'jr:count=" /data/r_count_2 "' in made.xml


def test_a_filter_on_a_column_that_is_not_there_is_a_warning(converted: Convert) -> None:
    made = converted("type;name;label;choice_filter\ntext;a;A;\nselect_one l;q;Q;town=${a}", choices=LISTS)
    (warning,) = [one for one in made.findings if one.code == "form.filter"]
    assert (warning.where.row, warning.where.column) == (3, "choice_filter")


def test_a_filter_takes_a_column_in_the_case_it_has(converted: Convert) -> None:
    made = converted(
        "type;name;label;choice_filter\ntext;a;A;\nselect_one l;q;Q;town=${a}",
        choices="list_name;name;label;Town\nl;x;X;t",
    )
    assert places(made) == [("survey", 3, "choice_filter")]
    assert "[Town= /data/a ]" in made.xml


def test_what_nothing_helps_is_refused_with_its_place(converted: Convert) -> None:
    with pytest.raises(FormError) as caught:
        converted("name;label\na;A")
    assert "type" in caught.value.sentence()


@pytest.mark.skipif(not SHARED.is_dir(), reason="pyxform's cases are not on this machine")
def test_never_worse_than_pyxform_and_where_it_refuses_only_with_a_repair(tmp_path: Path) -> None:
    from dataclasses import fields

    from pyxform.errors import PyXFormError
    from pyxform.xls2json_backends import get_xlsform
    from pyxform.xls2xform import convert

    path = tmp_path / "case.md"
    compared = 0
    lines = (SHARED / "conformance" / "pyxform_cases.jsonl").read_text("utf-8").splitlines()
    for case in map(json.loads, lines[::4]):
        if not case["md"]:
            continue
        path.write_text(case["md"], "utf-8")
        try:
            book = get_xlsform(case["md"], file_type=".md")
            sheets = {one.name: getattr(book, one.name) for one in fields(book)}
            wanted: str | None = convert({**sheets, "fallback_form_name": "case"}).xform
        except (PyXFormError, TypeError, KeyError, ValueError):
            wanted = None
        try:
            made: Converted | None = convert_cached(path)
        except FormError:
            made = None
        told = made is not None and bool(repairs(made))
        assert wanted is None or (made is not None and (made.xml == wanted or told)), case["test"]
        assert wanted is not None or made is None or told, case["test"]
        compared += 1
    assert compared > 200


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("interger", "integer"), ("interge", "integer"), ("txt", "text"), ("dat", "date"), ("notes", "note"),
        ("geopint", "geopoint"), ("datetme", "dateTime"), ("numbr", "decimal"), ("begn group", "begin_group"),
        ("end_repat", "end_repeat"), ("selct_one l", "select_one l"), ("select_mutiple l", "select_multiple l"),
        ("selectone l or_other", "select_one l or_other"), ("select one from l", "select_one l"),
        ("test", "text"), ("data", "text"), ("selct_one", "text"),
    ],
)  # fmt: skip
def test_a_type_one_or_two_letters_away_is_read_as_it_and_others_as_text(typed: str, meant: str) -> None:
    assert new_type(typed) == meant


def test_a_misspelt_type_is_told_with_its_place(converted: Convert) -> None:
    made = converted("type;name;label\ninterger;n;N\nselct_one l;q;Q", choices=LISTS)
    assert 'nodeset="/data/n" type="int"' in made.xml
    assert "<select1 " in made.xml
    assert places(made) == [("survey", 2, "type"), ("survey", 3, "type")]


def test_a_misspelt_heading_is_read_as_the_one_that_is_near(converted: Convert) -> None:
    made = converted("type;name;Labbel::English;Labbel::中文;Requird\ntext;a;A;甲;yes")
    assert 'required="true()"' in made.xml
    assert "<value>甲</value>" in made.xml
    assert places(made) == [
        ("survey", 1, "Labbel::English"), ("survey", 1, "Labbel::中文"), ("survey", 1, "Requird"),
    ]  # fmt: skip


def test_a_heading_near_one_that_is_there_stays_the_authors_own(converted: Convert) -> None:
    made = converted("type;name;label;required;hint2\ntext;a;A;yes;x")
    assert not repairs(made)


def test_columns_that_nothing_reads_are_told_in_one_warning(converted: Convert) -> None:
    made = converted(
        "type;name;label;My remarks;owner;_kept;empty;bind::a;hint\ntext;a;A;x;y;z;;b;h",
        settings="form_title;colour\nT;red",
        choices="list_name;name;label;region\nl;a;A;north",
    )
    (warning,) = [one for one in made.findings if one.code == "form.columns"]
    assert warning.params["columns"] == "survey: My remarks, survey: owner, settings: colour"
    assert warning.severity == "warning"


def test_a_form_of_known_columns_only_has_no_warning_of_them(converted: Convert) -> None:
    made = converted(
        "type;name;label::en;media::image;relevance;repeat_count;calculation;notes\ntext;a;A;i.png;1;;;x",
        settings="form_title;form_id;version;style\nT;t;1;pages",
    )
    assert not [one for one in made.findings if one.code == "form.columns"]
