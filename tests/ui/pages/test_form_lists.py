"""The lists of drafts, finalised, sent and returned forms: counts, finding, finalising all, reading and correcting."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.store.drafts import drafts, open_draft, put_answer
from fieldapp.store.records import rows
from fieldapp.store.returning import return_submission
from fieldapp_ui.desk import Place
from fieldapp_ui.windows.forms.page import FormPage
from fieldapp_ui.windows.forms.repairs import RepairsDialog

VILLAGE = "990101001201"
FORM = """
| survey |
| | type | name | label | required |
| | text | surveyor | 填表人 | yes |
| | text | weather | 天气 | |
| settings |
| | form_title | form_id | version |
| | 村情表 | sheet | 1 |
"""


@pytest.fixture
def page(desk, vault, hands, qtbot, a_household, tmp_path: Path) -> FormPage:
    """The list of forms, with a form of the village kept on this laptop."""
    page = FormPage(desk)
    page.home = a_household(vault)
    path = tmp_path / "sheet.md"
    path.write_text(FORM, "utf-8")
    hands.open(page, Place("form"))
    page.went.connect(page.arrive)
    page.disk.open(path)
    qtbot.waitUntil(lambda: page.filling is not None and page.filling.column.is_complete(), timeout=30_000)
    return page


@pytest.fixture
def to_list(page, qtbot) -> Callable[[], None]:
    def go() -> None:
        page.arrive(Place("form"))
        qtbot.waitUntil(lambda: page.list.isVisible(), timeout=20_000)

    return go


MESSY = """
| survey |
| | Type | Name | Lable | relevent |
| | Text | keeper name | 管护人 | |
| | Integer | litres | 升 | ${keeper name} != '' |
| settings |
| | form_title | form_id |
| | 水窖 | cistern |
"""


def test_what_was_repaired_is_read_before_a_form_from_disk_is_filled(page, hands, qtbot, tmp_path: Path):
    page.leave()
    path = tmp_path / "messy.md"
    path.write_text(MESSY, "utf-8")
    page.disk.open(path)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), RepairsDialog), timeout=30_000)
    dialog = QApplication.activeModalWidget()
    lines = dialog.table.model()
    told = [f"{lines.index(row, 0).data()}: {lines.index(row, 1).data()}" for row in range(lines.rowCount())]
    assert any("relevent" in one for one in told), told
    assert any("keeper_name" in one for one in told), told
    assert page.filling is None
    dialog.go.click()
    qtbot.waitUntil(lambda: page.filling is not None and page.filling.column.is_complete(), timeout=30_000)
    assert page.opened.file.id == "cistern"


def labels(page: FormPage) -> list[str]:
    return [row.accessibleName() for row in page.list.rows]


def finalise(page: FormPage, hands, qtbot, surveyor: str = "wang") -> None:
    hands.type(surveyor)
    hands.enter()
    page.does["form.finalise"]()
    qtbot.waitUntil(lambda: page.opened is None, timeout=20_000)


def test_a_finalised_form_is_read_and_corrected_into_a_new_one(page, hands, qtbot, vault):
    finalise(page, hands, qtbot)
    assert page.shelf.counts == {"draft": 0, "finalised": 1, "sent": 0, "returned": 0}
    page.list.show_state("finalised")
    assert "村情表" in labels(page)[0]
    page.list.rows[0].setFocus()
    hands.enter()
    qtbot.waitUntil(lambda: page.finals.view is not None, timeout=20_000)
    model = page.finals.view.table.model()
    assert [model.index(row, 2).data() for row in range(model.rowCount())] == ["", "wang", ""]
    page.finals.view.edit.setFocus()
    hands.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.filling is not None and page.filling.column.is_complete(), timeout=20_000)
    assert page.opened.draft.edits
    page.filling.go_to("/data/weather")
    hands.type("rain")
    hands.enter()
    page.does["form.finalise"]()
    qtbot.waitUntil(lambda: page.opened is None, timeout=20_000)
    assert len(rows(vault, "submission", VILLAGE)) == 2, "the old one stays in the history"
    assert page.shelf.counts["finalised"] == 1, "and stands in no list"


def test_a_returned_form_shows_the_reviewers_words_at_the_question(
    page, hands, qtbot, vault, to_list, make_vault, carry
):
    finalise(page, hands, qtbot)
    submission = rows(vault, "submission", VILLAGE)[0].id
    station = make_vault("station", role="station")
    carry(vault, station)
    return_submission(station, submission, {"/data/weather": "which day?", "": "one more look"})
    carry(station, vault)
    to_list()
    page.list.show_state("returned")
    assert "which day?" in labels(page)[0]
    page.finals.correct(submission)
    qtbot.waitUntil(lambda: page.filling is not None and page.filling.column.is_complete(), timeout=20_000)
    assert "one more look" in page.filling.entry.reading.returned("/data")
    note = page.filling.column.noted("/data/weather").note("returned")
    assert "which day?" in note
    assert "worker station" in note


def test_all_clean_drafts_are_finalised_at_once_and_a_refused_one_is_one_key_away(
    page, hands, qtbot, vault, to_list
):
    hands.type("wang")
    hands.enter()
    page.leave()
    blank = open_draft(vault, "sheet", "1", VILLAGE, 2018)
    put_answer(vault, blank, "/data/weather", "dry")
    to_list()
    assert page.shelf.counts["draft"] == 2
    page.list.all_wanted.emit()
    qtbot.waitUntil(lambda: page.shelf.counts["draft"] == 1, timeout=30_000)
    assert "1 finalised, 1 not" in page.list._done_words.text()
    assert page.list.back.isHidden(), (
        "taking back would undo the deed before: they are as many deeds as forms"
    )
    refused = page.list._refused.itemAt(0).widget()
    assert "1 填表人: no answer" in refused.accessibleName()
    refused.setFocus()
    hands.enter()
    qtbot.waitUntil(lambda: page.filling is not None and page.filling.column.is_complete(), timeout=20_000)
    assert page.opened.draft.id == blank.id
    assert page.filling.current() == "/data/surveyor"
    assert len(drafts(vault)) == 1


def test_forms_are_found_by_the_pinyin_of_the_household(page, hands, qtbot, vault, to_list):
    page.leave()
    open_draft(vault, "household_visit", "1", page.home.household, 2019)
    to_list()
    assert page.shelf.counts["draft"] == 2
    page.list.wanted.setFocus()
    hands.type("lcs")
    assert [row.line.record for row in page.shelf.listed("draft", page.list.wanted.text())] == [
        page.home.household
    ]
    assert sum("龙长顺" in words for words in labels(page)) == 1


def test_the_surveyor_of_the_last_finalised_form_is_offered_by_f7(page, hands, qtbot, vault, to_list):
    finalise(page, hands, qtbot, "lao wang")
    page.arrive(Place("form", VILLAGE, extra={"form": "sheet"}))
    qtbot.waitUntil(lambda: page.filling is not None and page.filling.column.is_complete(), timeout=20_000)
    assert page.opened.entry.reading.node("/data/surveyor").value == ""
    assert "lao wang" in page.filling.column.noted("/data/surveyor").note("before")
    page.does["form.carry_over"]()
    assert page.opened.entry.reading.node("/data/surveyor").value == "lao wang"
