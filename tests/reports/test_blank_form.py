"""The visit form printed blank: numbers, codes, skips, cells, what is known, and no more than a paper may say."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.domain.identifiers import year_id
from fieldapp.errors import RegisterError
from fieldapp.forms import Form
from fieldapp.reports.blank_facts import blank_document, pack_form
from fieldapp.reports.document import Document, Question, Questions, Table
from fieldapp.store import Vault, create_vault
from fieldapp.store.save import Change, save
from fieldapp.texts import texts_of

VILLAGE, HOME = "990101001201", "0192f3c1-0000-7000-8000-000000000001"
WHO = "0192f3c1-0000-7000-8000-00000000000a"
TEXTS = texts_of("zh_CN")


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    path = tmp_path_factory.mktemp("vault") / "v"
    made = create_vault(
        path, "four invented words here", worker="王队长", role="team", scopes=(VILLAGE,), packs=("cn-base",)
    )
    with made:
        home = {"household_no": "0001", "natural_village": "东沟组", "phone": "13800001234"}
        yearly = {"household": HOME, "year": 2018, "house_danger": "A"}
        sick = {"person": WHO, "year": 2018, "health": "3", "disease": "疾病一"}
        changes = [
            Change("household", HOME, "add", home),
            Change("person", WHO, "add", {"household": HOME, "name": "龙长顺", "relation": "1"}),
            Change("household_year", year_id(HOME, "household_year", 2018), "add", yearly),
            Change("person_year", year_id(WHO, "person_year", 2018), "add", sick),
        ]
        save(made, VILLAGE, "edit", changes, seen={})
        yield made


@pytest.fixture(scope="module")
def form(vault: Vault) -> Form:
    return pack_form(vault, "household_visit")


def questions(document: Document) -> dict[str, Question]:
    found = [one for block in document.blocks if isinstance(block, Questions) for one in block.items]
    return {one.number: one for one in found}


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def test_a_blank_form_for_any_household_leaves_the_household_to_be_written_in(
    vault: Vault, form: Form
) -> None:
    paper = blank_document(vault, form, TEXTS, scope=VILLAGE, rows=6)
    assert paper.subject == ""
    loans, *members = tables(paper)
    assert [column.title for column in loans.columns] == ["题号和问题", "1", "2", "3", "4", "5"]
    assert [len(table.columns) for table in members] == [6, 6, 6]
    assert paper.check is not None
    assert paper.dated == "表单 household_visit，第 2 版"


def test_choices_have_their_code_digits_and_arrows_past_what_is_not_asked(vault: Vault, form: Form) -> None:
    asked = questions(blank_document(vault, form, TEXTS, scope=VILLAGE))
    outcome = asked["2"]
    assert [(one.code, one.text, one.leads_to) for one in outcome.options] == [
        ("1", "见到了", ""),
        ("2", "不在家", "60"),
        ("3", "已搬走", "60"),
        ("4", "不愿接受走访", "60"),
    ]
    assert asked["43"].options[0].leads_to == "48"
    assert asked["60"].lines == 3


def test_dates_and_figures_have_cells(vault: Vault, form: Form) -> None:
    asked = questions(blank_document(vault, form, TEXTS, scope=VILLAGE))
    assert asked["1"].cells == ((4, "年"), (2, "月"), (2, "日"))
    assert asked["12"].cells == ((2, ""),)
    assert asked["29"].cells == ((7, "."), (2, ""))
    assert asked["3"].cells == ((12, ""),)


def test_rows_stand_side_by_side_with_names_and_say_when_they_are_asked(vault: Vault, form: Form) -> None:
    members = tables(blank_document(vault, form, TEXTS, household=HOME, year=2019))[-1]
    assert [column.title for column in members.columns] == ["题号和问题", "1 龙长顺"]
    lines = {row[0].lead: row[0].text for row in members.rows}
    assert lines["50  在家接受教育（送教上门）"] == "1 是  0 否\n仅当第49题为1或第49题为2时填写"
    assert "25 硕士研究生及以上" in lines["48  在校生状况"]


def test_what_is_known_is_printed_small_and_masked_and_no_illness_at_all(vault: Vault, form: Form) -> None:
    paper = blank_document(vault, form, TEXTS, household=HOME, year=2019)
    asked = questions(paper)
    assert asked["3"].known == "138****1234"
    assert asked["5"].known == "2018: A级"
    cells = "".join(cell.text for table in tables(paper) for row in table.rows for cell in row[1:])
    assert "疾病一" not in cells
    assert "患有大病" not in cells
    assert paper.subject == "龙长顺 0001"


def test_printing_opens_no_draft(vault: Vault, form: Form) -> None:
    blank_document(vault, form, TEXTS, household=HOME, year=2019)
    assert vault.db.execute("select count(*) from draft").fetchone() == (0,)


def test_a_form_that_is_not_there_is_said_with_those_that_are(vault: Vault) -> None:
    with pytest.raises(RegisterError, match="household_visit"):
        pack_form(vault, "nothing")


def test_another_paper_has_another_check_code(vault: Vault, form: Form, tmp_path: Path) -> None:
    codes = {
        blank_document(vault, form, TEXTS, scope=VILLAGE, rows=rows).check.text  # type: ignore[union-attr]
        for rows in (1, 2)
    }
    assert len(codes) == 2
