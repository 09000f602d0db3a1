"""The rows of a repeat as a table that is filled by keys; what is left is found by the jump list; remarks stand there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from fieldapp.store.drafts import answers, drafts
from fieldapp_ui.desk import Place
from fieldapp_ui.editing.forms.jumps import Reason
from fieldapp_ui.windows.forms.page import FormPage
from fieldapp_ui.windows.forms.paste import PastePreview

FORM = """
| survey |
| | type | name | label | required | constraint | constraint_message | {SOFT}_constraint | {SOFT}_message |
| | text | group | 村民小组 | yes | | | | |
| | begin_repeat | person | 家庭成员 | | | | | |
| | text | name | 姓名 | yes | | | | |
| | select_one kin | kin | 与户主关系 | | | | | |
| | integer | age | 年龄 | | . < 130 | 年龄太大 | . < 100 | 一百岁以上, 对吗? |
| | date | since | 何时迁入 | | | | | |
| | end_repeat | | | | | | | |
| | text | last | 备注 | | | | | |
| choices |
| | list_name | name | label |
| | kin | 1 | 户主 |
| | kin | 2 | 配偶 |
| | kin | 3 | 子女 |
| settings |
| | form_title | form_id | version | namespaces |
| | 成员表 | roster | 1 | fieldapp="urn:fieldapp:xforms" |
""".replace("{SOFT}", "bind::fieldapp:soft")
ROWS = "/data/person#range"
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(desk, vault, hands, qtbot, a_household, tmp_path: Path) -> FormPage:
    """The roster, opened for the village, the cursor in the first cell of the table."""
    a_household(vault)
    path = tmp_path / "roster.md"
    path.write_text(FORM, "utf-8")
    made = FormPage(desk)
    hands.open(made, Place("form"))
    made.went.connect(made.arrive)
    made.disk.open(path)
    qtbot.waitUntil(lambda: made.filling is not None and made.filling.column.is_complete(), timeout=20_000)
    hands.type("东沟组")
    hands.enter()
    assert made.filling.rows.isVisible()
    return made


def value(page: FormPage, ref: str) -> str:
    return page.opened.entry.reading.node(ref).value


def type_row(hands, name: str, kin: str, age: str, since: str) -> None:
    """From the first cell of a row to behind its last: the code's digit goes on by itself."""
    hands.type(name)
    hands.enter()
    hands.type(kin)
    hands.type(age)
    hands.enter()
    hands.type(since)
    hands.enter()


@pytest.fixture
def three(page, hands) -> FormPage:
    for row in (
        ("龙长顺", "1", "48", "19990101"),
        ("单玉兰", "2", "46", "20000101"),
        ("龙小见", "3", "12", "20070615"),
    ):
        type_row(hands, *row)
    hands.enter()
    return page


def names(page: FormPage) -> list[str]:
    return [value(page, f"{row}/name") for row in page.opened.entry.reading.rows(ROWS)]


def test_rows_are_typed_one_after_the_other_by_enter_alone(page, hands):
    type_row(hands, "龙长顺", "1", "48", "19990101")
    assert [value(page, f"/data/person[1]/{name}") for name in ("name", "kin", "age", "since")] == [
        "龙长顺",
        "1",
        "48",
        "1999-01-01",
    ]
    type_row(hands, "单玉兰", "2", "46", "20000101")
    assert names(page) == ["龙长顺", "单玉兰", ""], "behind the last row a new one is begun"
    assert page.filling.rows.grid.current_ref() == "/data/person[3]/name"
    hands.enter()
    assert names(page) == ["龙长顺", "单玉兰"], "Enter in a row that is still blank ends the list"
    assert hands.focus() is page.filling.rows.go_on
    hands.enter()
    assert page.filling.current() == "/data/last"
    hands.press(Qt.Key.Key_Return, SHIFT)
    assert page.filling.rows.isVisible(), "going back leads into the table"


def test_a_row_is_put_under_another_deleted_and_brought_back(three, hands):
    grid = three.filling.rows.grid
    grid.go_to("/data/person[1]/name")
    grid.setFocus()
    three.does["form.add_row"]()
    hands.type("新来")
    hands.enter()
    assert names(three)[:3] == ["龙长顺", "新来", "单玉兰"]
    hands.press(Qt.Key.Key_Escape)
    grid.go_to("/data/person[3]/name")
    three.does["form.delete_row"]()
    assert "单玉兰" not in names(three)
    three.does["undo"]()
    assert (names(three)[2], value(three, "/data/person[3]/age")) == ("单玉兰", "46")


def test_f5_sorts_by_the_column_and_undo_brings_the_order_back(three):
    before = names(three)
    three.filling.rows.grid.go_to("/data/person[1]/age")
    three.does["form.sort_rows"]()
    assert [value(three, f"/data/person[{n}]/age") for n in (1, 2, 3)] == ["12", "46", "48"]
    three.does["undo"]()
    assert names(three) == before


def test_f9_copies_the_cell_above_and_says_why_not_in_the_first_row(three):
    grid = three.filling.rows.grid
    grid.go_to("/data/person[2]/since")
    three.does["form.copy_above"]()
    assert value(three, "/data/person[2]/since") == "1999-01-01"
    grid.go_to("/data/person[1]/since")
    three.does["form.copy_above"]()
    assert three.filling.rows._said.text() == "There is no row above."


@pytest.fixture
def pasted(three, hands) -> FormPage:
    """Two rows from a spreadsheet pasted at the third row: two cells cannot be read."""
    grid = three.filling.rows.grid
    grid.go_to("/data/person[3]/name")
    grid.setFocus()
    hands.press(Qt.Key.Key_Escape)
    QGuiApplication.clipboard().setText("龙小见\t子女\t13\t2007-06-15\n常改香\t5\tabc\t2001.3.4\n")
    hands.press(Qt.Key.Key_V, CONTROL)
    return three


def test_bad_cells_of_a_spreadsheet_are_shown_with_their_reason_before_anything_is_taken_over(pasted):
    preview = QApplication.activeWindow()
    assert isinstance(preview, PastePreview)
    cells = [[preview.table.item(row, at).text() for at in range(4)] for row in range(2)]
    assert cells == [
        ["4", "与户主关系", "5", "✕ None of the choices is called so."],
        ["4", "年龄", "abc", "✕ This is no number."],
    ]
    assert len(names(pasted)) == 3, "nothing is taken over yet"


def test_enter_takes_the_good_cells_as_one_deed(pasted, hands):
    hands.enter()
    assert names(pasted)[2:] == ["龙小见", "常改香"]
    assert value(pasted, "/data/person[3]/age") == "13"
    assert value(pasted, "/data/person[4]/since") == "2001-03-04"
    assert value(pasted, "/data/person[4]/age") == ""
    pasted.does["undo"]()
    assert len(names(pasted)) == 3
    assert value(pasted, "/data/person[3]/age") == "12"


def test_escape_takes_nothing_of_what_was_pasted(pasted, hands):
    hands.press(Qt.Key.Key_Escape)
    assert names(pasted) == ["龙长顺", "单玉兰", "龙小见"]
    assert value(pasted, "/data/person[3]/age") == "12"


def test_f2_opens_the_page_of_a_row_and_comes_back_to_its_cell(three):
    grid = three.filling.rows.grid
    grid.go_to("/data/person[2]/age")
    three.does["form.open_row"]()
    assert three.filling.column.isVisible()
    assert three.filling.current().startswith("/data/person[2]/")
    three.filling.go_to("/data/person[2]/age")
    assert three.filling.rows.isVisible()
    assert grid.current_ref() == "/data/person[2]/age"


def test_a_wrong_cell_says_so_in_words_and_the_jump_list_leads_there(three, hands):
    grid = three.filling.rows.grid
    three.opened.entry.answer("/data/person[2]/age", "200")
    three.filling.go_to("/data/group")
    three.does["form.jump"]()
    jump = three.filling.jump
    assert jump._lists[Reason.WRONG][0].row == "2 · 单玉兰"
    hands.press(Qt.Key.Key_3)
    assert jump.reason is Reason.WRONG
    hands.enter()
    assert grid.current_ref() == "/data/person[2]/age"
    assert three.filling.rows._said.text().startswith("✕ 年龄太大")
    assert grid.currentIndex().data().startswith("✕ 200")


def test_escape_from_the_jump_list_goes_back_to_the_question(three, hands):
    three.filling.go_to("/data/last")
    three.does["form.jump"]()
    hands.press(Qt.Key.Key_Escape)
    assert three.filling.current() == "/data/last"
    assert not three.filling.jump.isVisible()


def test_a_doubted_age_is_confirmed_by_f8_and_finalising_asks_first(three, hands):
    three.opened.entry.answer("/data/person[1]/age", "104")
    three.does["form.finalise"]()
    grid = three.filling.rows.grid
    assert grid.current_ref() == "/data/person[1]/age"
    assert "confirm" in three.filling.footer.trouble.text()
    assert "⚠ 1 to confirm" in three.filling.footer._left.text()
    three.does["form.confirm"]()
    assert three.opened.entry.reading.node("/data/person[1]/age").confirmed
    assert "to confirm" not in three.filling.footer._left.text()


def test_a_remark_half_written_and_the_cell_are_there_again_after_a_kill(three, hands, desk, vault, qtbot):
    grid = three.filling.rows.grid
    grid.go_to("/data/person[2]/age")
    grid.open_here()
    three.does["form.remark"]()
    hands.type("ask the neigh")
    draft = drafts(vault)[0]
    qtbot.waitUntil(lambda: answers(vault, draft).get("/data/person[2]/age#remark") == "ask the neigh")
    again = FormPage(desk)
    hands.open(again, Place("form", draft.id, extra={"draft": "1"}))
    qtbot.waitUntil(lambda: again.filling is not None, timeout=20_000)
    assert again.filling.rows.isVisible()
    assert again.filling.rows.grid.current_ref() == "/data/person[2]/age"
    assert again.filling.side.remark.toPlainText() == "ask the neigh"


def test_the_remark_on_the_whole_entry_is_written_by_its_own_key_and_escape_goes_back(three, hands):
    three.filling.go_to("/data/last")
    three.does["form.remark_entry"]()
    hands.type("nobody home")
    hands.press(Qt.Key.Key_Escape)
    assert three.opened.entry.remark("/data") == "nobody home"
    assert three.filling.current() == "/data/last"


def test_a_remark_stands_at_its_question(three, hands):
    three.filling.go_to("/data/group")
    three.opened.entry.put_remark("/data/group", "写得不清楚")
    assert three.filling.column.noted("/data/group").note("remark").endswith("写得不清楚")


def test_the_outline_is_walked_by_keys_and_folds_a_list(three, hands):
    three.filling.go_to("/data/group")
    three.does["form.outline"]()
    outline = three.filling.outline
    hands.press(DOWN)
    hands.press(Qt.Key.Key_Left)
    assert outline.isRowHidden(2)
    hands.press(Qt.Key.Key_Right)
    assert not outline.isRowHidden(2)
    hands.enter()
    assert three.filling.rows.isVisible()
    three.does["form.outline"]()
    hands.press(Qt.Key.Key_Escape)
    assert hands.focus() is not outline


def test_a_block_of_cells_pasted_into_an_open_cell_goes_into_the_table_and_one_word_into_the_cell(
    three, hands
):
    grid = three.filling.rows.grid
    grid.go_to("/data/person[2]/name")
    grid.open_here()
    QGuiApplication.clipboard().setText("常改香")
    hands.press(Qt.Key.Key_A, CONTROL)
    hands.press(Qt.Key.Key_V, CONTROL)
    assert grid.is_typing(), "the control: one word stays in the cell"
    QGuiApplication.clipboard().setText("龙小见\t子女\n乔桂枝\t子女")
    hands.press(Qt.Key.Key_V, CONTROL)
    assert names(three)[1:] == ["龙小见", "乔桂枝"]


def test_the_row_is_named_where_no_cell_says_its_name(three):
    model = three.filling.rows.grid.rows
    assert "龙" not in str(model.index(0, 0).data()), "the control: the name stands in a cell of the row"
    title = f"1 · {model.index(0, 1).data()}"
    assert model._is_named(0, title)
    assert not model._is_named(0, "1 · 郝富贵")
