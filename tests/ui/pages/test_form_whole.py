"""What concerns a form as a whole: its languages by name, the remark on it, help at a question, why it was changed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.store.drafts import audit_rows, drafts
from fieldapp.store.files.attachments import get
from fieldapp.store.records import rows
from fieldapp_ui.desk import Place
from fieldapp_ui.editing.forms.tongues import language_name
from fieldapp_ui.windows.asking import AskingDialog
from fieldapp_ui.windows.forms.page import FormPage

VILLAGE = "990101001201"
FORM = """
| survey |
| | type | name | label::中文 (zh) | label::English (en) | {HELP}::中文 (zh) | {HELP}::English (en) | required | {ASKS} |
| | audit | audit | | | | | | {REASONS} |
| | text | surveyor | 填表人 | Surveyor | 写全名 | The full name | yes | |
| | text | weather | 天气 | Weather | | | | |
| settings |
| | form_title | form_id | version | default_language |
| | 村情表 | whole | 1 | 中文 (zh) |
""".format(
    ASKS="parameters", HELP="guidance_hint", REASONS="track-changes=true track-changes-reasons=on-form-edit"
)


@pytest.fixture
def page(desk, vault, hands, qtbot, a_household, tmp_path: Path) -> FormPage:
    """The form in English, as the window is, with the cursor in its first question."""
    a_household(vault)
    path = tmp_path / "whole.md"
    path.write_text(FORM, "utf-8")
    made = FormPage(desk)
    hands.open(made, Place("form"))
    made.went.connect(made.arrive)
    made.disk.open(path)
    qtbot.waitUntil(lambda: made.filling is not None and made.filling.column.is_complete(), timeout=30_000)
    return made


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("中文 (zh)", "中文"),
        ("English (en)", "English"),
        ("fr", "français"),
        ("zh", "中文"),
        ("default", "Language of the form itself"),
        ("Bahasa", "Bahasa"),
    ],
)
def test_a_language_is_called_in_its_own_words(qapp, written, name):
    assert language_name(written) == name


@pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing")
def test_the_language_is_chosen_by_name_from_a_menu_by_its_number(page, hands, qtbot):
    left = page.filling.left
    assert left.language.text() == "English ▾  Ctrl+L"
    left.language.click()
    qtbot.waitUntil(left.menu.isVisible)
    assert [item.text() for item in left.menu.actions()] == ["&1  中文", "&2  English"]
    qtbot.keyClick(left.menu, Qt.Key.Key_1)
    assert page.filling.entry.language == "中文 (zh)"
    assert left.language.text() == "中文 ▾  Ctrl+L"
    assert page.filling.current() == "/data/surveyor"
    page.does["form.language"]()
    assert left.language.text() == "English ▾  Ctrl+L"


def test_the_remark_on_the_entry_is_seen_under_the_outline_and_opened_from_there(page, hands):
    left = page.filling.left
    assert not left.remark.isVisible()
    page.does["form.remark_entry"]()
    hands.type("nobody home")
    hands.press(Qt.Key.Key_Escape)
    assert left.remark.isVisible()
    assert left.remark.text() == "nobody home"
    left.remark.click()
    assert hands.focus() is page.filling.side.remark


def test_help_begins_with_the_question_the_worker_is_at(page):
    assert page.help_line().startswith("1  Surveyor\nThe full name\n\nEnter goes on")


def finalise(page: FormPage, qtbot) -> None:
    page.does["form.finalise"]()
    qtbot.waitUntil(lambda: page.opened is None, timeout=20_000)


def test_why_a_finalised_form_is_changed_is_asked_once_and_kept_in_its_log(page, hands, qtbot, vault):
    hands.type("wang")
    hands.enter()
    finalise(page, qtbot)
    page.finals.correct(rows(vault, "submission", VILLAGE)[0].id)
    qtbot.waitUntil(lambda: page.filling is not None and page.filling.column.is_complete(), timeout=20_000)
    page.filling.go_to("/data/weather")
    hands.type("rain")
    hands.enter()
    page.does["form.finalise"]()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), AskingDialog))
    hands.enter()
    assert page.opened is not None, "a reason is needed"
    hands.type("asked again")
    hands.enter()
    qtbot.waitUntil(lambda: page.opened is None, timeout=20_000)
    newest = max(rows(vault, "submission", VILLAGE), key=lambda one: bool(one.values.get("replaces")))
    log = get(vault, str(newest.values["audit"])).decode()
    assert "change reason" in log
    assert log.count("asked again") == 1


def test_a_new_form_is_asked_for_no_reason(page, hands, qtbot):
    hands.type("wang")
    hands.enter()
    finalise(page, qtbot)
    assert not isinstance(QApplication.activeWindow(), AskingDialog)


def test_leaving_a_form_and_going_on_stand_in_its_log(page, hands, vault):
    hands.type("wang")
    assert page.leave()
    assert page.leave()
    page.filling.go_to("/data/weather")
    hands.type("rain")
    hands.enter()
    events = [row.event for row in audit_rows(vault, drafts(vault)[0])]
    assert events.count("form save") == events.count("form exit") == events.count("form resume") == 1
    assert events.index("form exit") < events.index("form resume")
