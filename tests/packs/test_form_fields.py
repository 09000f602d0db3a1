"""What a form saves fits the dictionary, and the shipped visit form compiles."""

from pathlib import Path

import pytest

from fieldapp.errors import PackError
from fieldapp.forms import load_form
from fieldapp.packs import resolve_packs
from fieldapp.packs.form_fields import check_form_fields
from fieldapp.register.dictionary import Dictionary
from fieldapp.resources import resource

VISIT = resource("packs", "cn-base", "forms", "household_visit.md")


@pytest.fixture(scope="module")
def base() -> Dictionary:
    return resolve_packs(["cn-base"])[0].dictionary


def a_form(folder: Path, question: str, save_to: str, lists: str = "household_year") -> Path:
    entities = "".join(f"| | {name} | ${{household_id}} |\n" for name in lists.split())
    text = (
        "| survey |\n| | type | name | label | save_to |\n| | hidden | household_id | | |\n"
        f"| | {question} | q | Q | {save_to} |\n"
        "| choices |\n| | list_name | name | label |\n| | yn | 1 | Yes |\n| | yn | 0 | No |\n| | ab | A | A |\n"
        f"| | ab | Z | Z |\n| entities |\n| | list_name | entity_id |\n{entities}"
    )
    file = folder / "form.md"
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize(
    "question, save_to",
    [
        ("select_one yn", "water_safe"),
        ("decimal", "house_m2"),
        ("integer", "road_km"),
        ("date", "house_rating_on"),
        ("image", "house_photo"),
        ("calculate", "household_year#arable_mu"),
        ("text", "visit_note"),
        ("date", "rebuild_year"),
    ],
)
def test_a_fitting_question_has_no_finding(
    base: Dictionary, tmp_path: Path, question: str, save_to: str
) -> None:
    assert check_form_fields(a_form(tmp_path, question, save_to), base) == ()


@pytest.mark.parametrize(
    "question, save_to, code",
    [
        ("text", "water_safe", "form.field_type"),
        ("decimal", "water_minutes", "form.field_type"),
        ("select_multiple yn", "water_safe", "form.field_type"),
        ("select_one ab", "house_danger", "form.strange_choices"),
        ("select_one ab", "water_safe", "form.strange_choices"),
        ("text", "no_such_field", "form.unknown_field"),
        ("decimal", "net_income", "form.derived_field"),
        ("text", "nowhere#visit_note", "form.save_to_list"),
    ],
)
def test_a_question_that_does_not_fit_is_named_with_its_row(
    base: Dictionary, tmp_path: Path, question: str, save_to: str, code: str
) -> None:
    (finding,) = check_form_fields(a_form(tmp_path, question, save_to), base)
    assert finding.code == code
    assert (finding.where.sheet, finding.where.row, finding.where.column) == ("survey", 3, "save_to")
    assert "{" not in finding.sentence()


def test_an_unknown_list_is_named_on_the_entities_sheet(base: Dictionary, tmp_path: Path) -> None:
    form = a_form(tmp_path, "text", "household_year#visit_note", "household_year trees")
    (finding,) = check_form_fields(form, base)
    assert (finding.code, finding.where.sheet, finding.where.row) == ("form.unknown_list", "entities", 3)


def test_with_several_lists_a_question_must_say_which(base: Dictionary, tmp_path: Path) -> None:
    form = a_form(tmp_path, "text", "visit_note", "household_year household")
    assert [finding.code for finding in check_form_fields(form, base)] == ["form.save_to_list"]


def test_a_file_that_is_no_form_is_refused(base: Dictionary, tmp_path: Path) -> None:
    file = tmp_path / "x.xlsx"
    file.write_bytes(b"no workbook")
    with pytest.raises(PackError):
        check_form_fields(file, base)


@pytest.fixture(scope="module")
def visit() -> tuple[str, list[str]]:
    """The visit form as an XForm, with pyxform's warnings."""
    from pyxform.xls2xform import convert

    warnings: list[str] = []
    xform: str = convert(VISIT.read_text("utf-8"), warnings=warnings).xform
    return xform, warnings


def test_the_visit_form_converts_without_warnings_that_matter(visit: tuple[str, list[str]]) -> None:
    # Our language names carry script subtags, which pyxform's list of codes does not have.
    assert [warning for warning in visit[1] if "machine-readable codes" not in warning] == []


def test_the_visit_form_fits_the_dictionary(base: Dictionary) -> None:
    assert check_form_fields(VISIT, base) == ()


def test_the_visit_form_speaks_three_languages(visit: tuple[str, list[str]]) -> None:
    from lxml import etree

    root = etree.fromstring(visit[0].encode())
    space = {"x": "http://www.w3.org/2002/xforms"}
    texts = {
        translation.get("lang"): {
            text.get("id"): "".join(text.itertext()).strip() for text in translation.findall("x:text", space)
        }
        for translation in root.iterfind(".//x:translation", space)
    }
    assert set(texts) == {"中文(zh-Hans)", "繁體(zh-Hant)", "English(en)"}
    assert len({frozenset(words) for words in texts.values()}) == 1
    assert [key for words in texts.values() for key, text in words.items() if text in ("", "-")] == []


def test_the_visit_form_saves_to_six_lists_and_never_shows_a_line(visit: tuple[str, list[str]]) -> None:
    from lxml import etree

    root = etree.fromstring(visit[0].encode())
    lists = {entity.get("dataset") for entity in root.iterfind(".//{*}entity")}
    assert lists == {"household_year", "household", "income_sheet", "water_test", "loan", "person_year"}
    assert "line" not in visit[0].partition("<h:body")[2].replace("multiline", "")
    assert not any(word in visit[0] for word in ("脱贫线", "贫困线", "扶贫标准", "3700"))


def test_the_survey_of_the_gansu_pack_fits_the_dictionary_and_needs_no_repair(
    base: Dictionary, tmp_path: Path
) -> None:
    survey = resource("packs", "gansu-qinba", "forms", "household_survey.md")
    assert check_form_fields(survey, base) == ()
    form = load_form(survey, cache=tmp_path)
    assert form.findings == ()
    assert len(form.languages) == 3
