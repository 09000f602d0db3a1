"""The form in the real window: its keys reach it through the window's shortcuts, and every road leads on."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.store.drafts import drafts
from fieldapp.store.records import children
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.windows.forms.page import FormPage
from fieldapp_ui.windows.frame import Frame

Key, Modifier = Qt.Key, Qt.KeyboardModifier
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def home(vault, a_household):
    return a_household(vault)


@pytest.fixture
def frame(qtbot, desk: Desk, home) -> Iterator[Frame]:
    made = Frame(desk)
    made.show_first()
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: not desk.tasks.running)
    yield made
    made.close()
    made.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(made))


class Worker:
    """Keys to where the cursor is."""

    def __init__(self, qtbot, frame: Frame) -> None:
        self.qtbot, self.frame = qtbot, frame

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.frame, key, modifier)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    @property
    def form(self) -> FormPage:
        assert isinstance(self.frame.page, FormPage)
        return self.frame.page

    def at(self) -> str:
        return self.form.filling.current().rpartition("/")[2]

    def wait_for_form(self) -> None:
        self.qtbot.waitUntil(
            lambda: isinstance(self.frame.page, FormPage) and self.frame.page.filling is not None,
            timeout=20_000,
        )


@pytest.fixture
def worker(qtbot, frame) -> Worker:
    return Worker(qtbot, frame)


@pytest.fixture
def filling(worker, frame, home) -> Worker:
    """The worker with the visit form open."""
    frame.desk.navigator.go(Place("form", home.household, extra={"form": "household_visit", "year": "2019"}))
    worker.wait_for_form()
    return worker


def test_from_the_list_of_forms_through_the_register_to_the_form_by_enter(worker, frame, home, qtbot):
    worker.press(Key.Key_3, Modifier.AltModifier)
    qtbot.waitUntil(lambda: bool(worker.form.list.rows), timeout=20_000)
    assert QApplication.focusWidget() is worker.form.list.rows[0]
    worker.press(Key.Key_Return)
    assert frame.desk.navigator.here == Place("register", extra={"fill": "household_visit"})
    assert frame.page.title() == "Choose a household for the form"
    worker.press(Key.Key_Return)
    worker.wait_for_form()
    assert worker.form.opened.draft.record == home.household
    assert worker.at() == "visit_date"


def test_the_register_opens_the_card_again_when_no_form_waits(worker, frame, home):
    frame.desk.navigator.go(Place("register", extra={"fill": "household_visit"}))
    frame.desk.navigator.go(Place("register"))
    assert frame.page.title() == "Register"
    worker.press(Key.Key_Return)
    assert frame.desk.navigator.here == Place("household", home.household)


def test_enter_tab_and_shift_enter_walk_and_a_digit_chooses(filling):
    filling.press(Key.Key_Return)
    assert filling.at() == "outcome"
    filling.press(Key.Key_Return, Modifier.ShiftModifier)
    assert filling.at() == "visit_date"
    filling.press(Key.Key_Tab)
    assert filling.at() == "outcome"
    filling.press(Key.Key_Backtab, Modifier.ShiftModifier)
    assert filling.at() == "visit_date"
    filling.press(Key.Key_Tab)
    filling.type("1")
    assert filling.at() == "phone"


def test_f6_goes_to_a_question_and_f10_to_the_next_hole(filling):
    filling.press(Key.Key_Return)
    filling.type("1")
    filling.press(Key.Key_F6)
    filling.type("house area")
    filling.press(Key.Key_Return)
    assert filling.at() == "house_m2"
    filling.press(Key.Key_F10)
    assert filling.at() == "house_structure"
    filling.press(Key.Key_F10, Modifier.ShiftModifier)
    assert filling.at() == "house_m2"


def test_ctrl_l_changes_the_forms_language_and_ctrl_z_takes_the_answer_back(filling):
    filling.press(Key.Key_Return)
    filling.type("1")
    reading = filling.form.opened.entry.reading
    before = reading.node("/data/contact/phone").label
    filling.press(Key.Key_L, Modifier.ControlModifier)
    assert reading.node("/data/contact/phone").label != before
    assert filling.at() == "phone"
    filling.press(Key.Key_Z, Modifier.ControlModifier)
    assert reading.node("/data/visit/outcome").value == ""


def test_ctrl_shift_enter_finalises_and_ctrl_e_and_ctrl_h_lead_to_the_household(filling, frame, home, qtbot):
    filling.press(Key.Key_Return)
    filling.type("2")
    filling.press(Key.Key_Return, Modifier.ControlModifier | Modifier.ShiftModifier)
    qtbot.waitUntil(lambda: filling.form.opened is None)
    vault, navigator = frame.desk.vault, frame.desk.navigator
    assert len(children(vault, "submission", home.household)) == 1
    assert filling.form.list.to_checklist.isVisible()
    filling.press(Key.Key_H, Modifier.ControlModifier)
    assert navigator.here == Place("household", home.household)
    filling.press(Key.Key_3, Modifier.AltModifier)
    filling.press(Key.Key_E, Modifier.ControlModifier)
    assert navigator.here == Place("checklist", home.household)
    assert drafts(vault) == ()


def test_another_theme_keeps_the_form_open_at_its_question(filling, frame):
    filling.press(Key.Key_Return)
    filling.type("1")
    frame.desk.look.wear(type(frame.desk.theme)("dark", 150))
    filling.wait_for_form()
    assert filling.at() == "phone"
    assert len(drafts(frame.desk.vault)) == 1


def test_another_theme_keeps_the_list_of_rows_the_worker_is_at(filling, frame):
    filling.form.opened.entry.answer("/data/visit/outcome", "met")
    sections = filling.form.opened.entry.reading.sections
    members = next(place for place, section in enumerate(sections) if section.ref.endswith("members#range"))
    filling.form.filling.outline.section_chosen.emit(members)
    assert filling.form.filling.rows.isVisible()
    frame.desk.look.wear(type(frame.desk.theme)("dark", 150))
    filling.wait_for_form()
    assert filling.form.filling.rows.isVisible()
    assert filling.form.filling.here.section == members


def test_a_finalised_form_is_no_place_to_come_back_to(filling, frame, qtbot):
    """Going back once opened the form anew for the household, as a fresh draft."""
    filling.press(Key.Key_Return)
    filling.type("2")
    filling.press(Key.Key_Return, Modifier.ControlModifier | Modifier.ShiftModifier)
    qtbot.waitUntil(lambda: filling.form.opened is None)
    filling.press(Key.Key_5, Modifier.AltModifier)
    filling.press(Key.Key_Left, Modifier.AltModifier)
    assert frame.desk.navigator.here == Place("form")
    filling.press(Key.Key_Left, Modifier.AltModifier)
    qtbot.waitUntil(lambda: not frame.desk.tasks.running)
    assert frame.desk.navigator.here != Place("form")
    assert drafts(frame.desk.vault) == ()
