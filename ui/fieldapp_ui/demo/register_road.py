"""The register by keys: the village's lists, a member typed in the grid, a birth undone and redone, a filter kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from fieldapp.domain.identity import check_digit
from fieldapp.store.moving.movements import movements
from fieldapp.store.records import Record, children, rows
from fieldapp_ui.demo.county import VILLAGES
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.telling import tell
from fieldapp_ui.demo.village_work import HELPERS
from fieldapp_ui.windows.asking import AskingDialog
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.household import HouseholdPage
from fieldapp_ui.windows.movement import MovementDialog
from fieldapp_ui.windows.picker import Picker
from fieldapp_ui.windows.register import RegisterPage
from fieldapp_ui.windows.village import VillagePage

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
GRANDMOTHER, BABY = "武春桃", "武小见"
VIEW = "未脱贫的户"
MOST = 100_000


def number_of(body: str) -> str:
    """An invented identity number with its check digit."""
    return body + check_digit(body)


def keep_the_register(stage: Stage, frame: Frame, hands: Hands) -> None:
    """The village page, the grid of members, a movement, the table with conditions."""
    frame.desk.scope.choose(VILLAGES[0].scope)
    _see_the_village(stage, frame, hands)
    page = _open_members(frame, hands)
    _add_a_member(stage, hands, page)
    _record_a_birth(stage, frame, hands, page)
    _narrow_the_register(stage, frame, hands)


def _see_the_village(stage: Stage, frame: Frame, hands: Hands) -> None:
    with stage.step("the village and its lists") as step:
        hands.press(Key.Key_7, ALT)
        hands.until(lambda: isinstance(frame.page, VillagePage), "the village page")
        page = frame.page
        assert isinstance(page, VillagePage)
        hands.until(lambda: any(link.hasFocus() for link in page.links), "the cursor on a list")
        counts = {str(link.property("list")): link.accessibleName().rpartition(" ")[2] for link in page.links}
        assert counts["helper"] == str(len(HELPERS)), counts
        assert int(counts["movement"].replace(",", "")) >= 1
        step.screenshot = hands.snap("30-village")
        step.checked = f"{len(counts)} lists with their counts, {counts['helper']} helpers"
    with stage.step("the helpers") as step:
        for _ in page.links:
            if hands.focus().property("list") == "helper":
                break
            hands.press(Key.Key_Down)
            hands.wait()
        hands.enter()
        register = _register(frame, hands)
        hands.until(lambda: register.model.total == len(HELPERS), "the rows of the list")
        step.screenshot = hands.snap("31-helpers")
        step.checked = "Enter opened the list of helpers"


def _open_members(frame: Frame, hands: Hands) -> HouseholdPage:
    """The second household of the village, by its number, at the tab of its people."""
    hands.command(Key.Key_F)
    hands.command(Key.Key_A)
    hands.type(f"{VILLAGES[0].scope}0002")
    hands.until(lambda: frame.top.finder.list.rows.rowCount() == 1, "the household by its number")
    hands.enter()
    hands.until(lambda: isinstance(frame.page, HouseholdPage), "the card")
    page = frame.page
    assert isinstance(page, HouseholdPage)
    for _ in range(page.tabs.count()):
        if page.tab == "members":
            break
        hands.press(Key.Key_PageDown, CONTROL)
        hands.wait()
    hands.until(lambda: page.tab == "members" and page.members.grid.rows.rowCount(), "the grid of people")
    return page


def _add_a_member(stage: Stage, hands: Hands, page: HouseholdPage) -> None:
    grid = page.members.grid
    before = len(page.editor.people)
    with stage.step("a member typed in the grid") as step:
        hands.press(Key.Key_F3)
        for text in (GRANDMOTHER, number_of("99010119440512304")):
            hands.until(lambda: hands.focus().property("role") == "cell", "an open cell")
            hands.type(text)
            hands.enter()
        draft = grid.rows.draft
        assert draft is not None
        assert (draft["sex"], draft["birth_date"]) == ("2", "1944-05-12"), draft
        hands.type("12")
        hands.enter()
        hands.wait()
        step.screenshot = hands.snap("32-member-grid")
        for _ in range(grid.rows.columnCount()):
            if isinstance(QApplication.activeModalWidget(), AskingDialog):
                break
            hands.enter()
            hands.wait()
        dialog = hands.meet(AskingDialog)
        tell(hands, dialog.pane.form, {"how": "1"})
        hands.until(lambda: len(page.editor.people) == before + 1, "the new member")
        hands.give_back()
        step.checked = "the identity number filled sex and birth date; she was here all along"


def _record_a_birth(stage: Stage, frame: Frame, hands: Hands, page: HouseholdPage) -> None:
    vault, home = frame.desk.vault, page.editor.id

    def births() -> list[Record]:
        return [one for one in movements(vault, home) if one.values["kind"] == "birth"]

    before, people = len(births()), len(page.editor.people)
    with stage.step("a birth, by Ctrl+M") as step:
        hands.press(Key.Key_M, CONTROL)
        dialog = hands.meet(MovementDialog)
        hands.type("出生")
        hands.until(lambda: dialog.list.rows.rowCount() == 1, "the one kind that fits")
        hands.enter()
        assert dialog.pane is not None
        form = dialog.pane.form
        hands.wait()
        tell_name = {"name": BABY, "id_no": number_of("99010120191018204"), "relation": "8"}
        hands.type(BABY)
        step.screenshot = hands.snap("33-birth")
        tell(hands, form, tell_name)
        hands.until(lambda: len(births()) == before + 1, "the movement")
        if isinstance(QApplication.activeModalWidget(), MovementDialog):  # what else to look at is said
            hands.enter()
        hands.give_back()
        assert str(births()[-1].values["moved_on"]) == "2019-10-18"
        step.checked = "the day of the movement is the day of birth in the identity number"
    with stage.step("undone and done again") as step:
        hands.command(Key.Key_Z)
        hands.until(lambda: len(births()) == before, "the birth taken back")
        assert len(children(vault, "person", home)) == people
        hands.command(Key.Key_Y)
        hands.until(lambda: len(births()) == before + 1, "the birth again")
        hands.until(lambda: len(page.editor.people) == people + 1, "the child in the grid")
        step.screenshot = hands.snap("34-members")
        step.checked = "one undo took person and movement back, one redo brought both again"


def _narrow_the_register(stage: Stage, frame: Frame, hands: Hands) -> None:
    vault, scope = frame.desk.vault, VILLAGES[0].scope
    with stage.step("a condition on the register") as step:
        hands.press(Key.Key_2, ALT)
        page = _register(frame, hands)
        hands.command(Key.Key_T)
        hands.meet(Picker)
        hands.type("户")
        hands.enter()
        hands.give_back()
        hands.until(lambda: page.view.list == "household", "the households")
        hands.press(Key.Key_F, CONTROL, SHIFT)
        hands.until(page.filters.line.hasFocus, "the line of conditions")
        for text in ("脱贫属性", "1", "0 3"):
            hands.type(text)
            hands.enter()
            hands.wait()
        poor = [
            one for one in rows(vault, "household", scope, limit=MOST) if one.values["status"] in ("0", "3")
        ]
        hands.until(lambda: page.model.total == len(poor), "the rows that fit")
        hands.press(Key.Key_Escape)
        hands.until(page.table.hasFocus, "the table")
        hands.press(Key.Key_Down)
        _see_outline(hands, page)
        step.screenshot = hands.snap("35-register-filtered")
        step.checked = f"{page.model.total} households that have not exited"
    with stage.step("kept as a view") as step:
        hands.press(Key.Key_V, CONTROL, SHIFT)
        hands.meet(Picker)
        hands.type(VIEW)
        hands.enter()
        hands.give_back()
        assert page.view.is_own(VIEW)
        _see_outline(hands, page)
        step.screenshot = hands.snap("36-view-kept")
        step.checked = f"the view “{VIEW}” is kept and one key away"
        page.view.clear_filters()


def _see_outline(hands: Hands, page: RegisterPage) -> None:
    """The outline beside the table is of the household under the cursor."""
    row = page.table.currentIndex().row()
    number = str(page.model.index(row, page.view.paths.index("household_no")).data())

    def is_shown() -> bool:
        return any(number in one.text() for one in page.preview.findChildren(QLabel))

    hands.until(lambda: not page.preview.isVisible() or is_shown(), "the outline of the household")


def _register(frame: Frame, hands: Hands) -> RegisterPage:
    hands.until(lambda: isinstance(frame.page, RegisterPage), "the register")
    assert isinstance(frame.page, RegisterPage)
    return frame.page
