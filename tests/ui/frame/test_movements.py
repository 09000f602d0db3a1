"""Recording a change of a household, by keys: only what the kind needs, refusals beside the field, one undo for all."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from fieldapp.register.regions import Region
from fieldapp.store import Vault
from fieldapp.store.moving.movements import movements
from fieldapp.store.records import children, record, rows
from fieldapp.store.regions import import_regions
from fieldapp.store.save import Change, save, seen_of
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.household import HouseholdPage
from fieldapp_ui.windows.movement import FindingsPane, MovementDialog

VILLAGE = "990101001201"
Key = Qt.Key
OF_A_POPUP = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support (raise|grabbing)", extend=True)


@pytest.fixture
def page(frame: Frame, desk: Desk, households: Callable[[int], str]) -> HouseholdPage:
    desk.scope.choose(VILLAGE)
    desk.navigator.go(Place("household", record=households(3), extra={"tab": "members"}))
    assert isinstance(frame.page, HouseholdPage)
    return frame.page


def opened(page: HouseholdPage, command: str = "household.change") -> MovementDialog:
    page.does[command]()
    dialog = page.findChildren(MovementDialog)[-1]
    dialog.activateWindow()
    return dialog


def errors(dialog: MovementDialog) -> list[str]:
    return [
        one.text() for one in dialog.findChildren(QLabel) if one.isVisible() and one.text().startswith("✕")
    ]


def answer(dialog: MovementDialog, **answers: str) -> None:
    for key, text in answers.items():
        assert dialog.pane is not None
        dialog.pane.form.fill({key.replace("__", ":"): text})


@OF_A_POPUP
def test_the_head_dies_and_the_new_head_is_asked_in_the_same_step(
    qtbot: Any, page: HouseholdPage, vault: Vault
) -> None:
    head, wife, son, daughter = page.editor.people
    page.members.choose(head.id)
    dialog = opened(page, "person.end")
    qtbot.waitUntil(dialog.line.hasFocus)
    qtbot.keyClicks(dialog.line, "death")
    qtbot.keyClick(dialog.line, Key.Key_Return)
    pane = dialog.pane
    assert pane is not None
    assert pane.form.typed()["person"] == head.id
    assert pane.form.order()[:2] == ("person", "new_head")
    assert pane.form.input("new_head").isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_1)
    assert pane.form.order()[2:4] == (f"relation:{son.id}", f"relation:{daughter.id}")
    assert pane.form.typed()[f"relation:{son.id}"] == "3", "the wife's son too, by what he was to her husband"
    pane.do_now()
    assert errors(dialog) == ["✕ This is needed."]
    answer(dialog, moved_on="20300101")
    pane.do_now()
    assert errors(dialog) == ["✕ This must not be after today (2019-11-13)."] or "future" in errors(dialog)[0]
    answer(dialog, moved_on="20191101", reason="病故")
    pane.do_now()
    assert [one.id for one in page.editor.people] == [wife.id, son.id, daughter.id]
    assert page.editor.people[0].values["relation"] == "1"
    moved = movements(vault, page.editor.id)
    assert [(m.values["kind"], m.values["reason"], m.values["new_head"]) for m in moved] == [
        ("death", "病故", wife.id)
    ]
    looked_at = dialog.findChild(FindingsPane)
    assert looked_at is not None, "the phone may be that of the dead head"
    with qtbot.waitSignal(page.went) as went:
        buttons = [b for b in looked_at.findChildren(type(looked_at.first)) if b.text() == "Open"]
        buttons[0].click()
    assert went.args[0].field == "phone"
    page.desk.deeds.undo()
    assert [one.id for one in page.editor.people] == [head.id, wife.id, son.id, daughter.id]
    assert movements(vault, page.editor.id) == ()


@OF_A_POPUP
def test_a_birth_needs_name_and_relation_and_its_day_is_the_day_of_birth(
    page: HouseholdPage, vault: Vault
) -> None:
    dialog = opened(page)
    dialog.choose("birth")
    pane = dialog.pane
    assert pane is not None
    pane.do_now()
    assert len(errors(dialog)) == 3
    answer(dialog, name="薛新生", birth_date="20191105", relation="3")
    assert pane.form.typed()["moved_on"] == "20191105"
    pane.do_now()
    assert [m.values["moved_on"] for m in movements(vault, page.editor.id)] == ["2019-11-05"]
    assert len(page.editor.people) == 5


@OF_A_POPUP
def test_a_household_splits_and_one_undo_brings_it_together_again(page: HouseholdPage, vault: Vault) -> None:
    head, wife, son, daughter = page.editor.people
    dialog = opened(page)
    dialog.choose("split_off")
    pane = dialog.pane
    assert pane is not None
    answer(dialog, people=f"{son.id} {daughter.id}")
    answer(dialog, new_head=son.id)
    pane.do_now()
    assert len(errors(dialog)) == 2
    answer(dialog, **{f"relation__{daughter.id}": "99", "moved_on": "20191001"})
    pane.do_now()
    assert [one.id for one in page.editor.people] == [head.id, wife.id]
    moved = record(vault, "person", son.id)
    assert moved is not None
    assert moved.values["relation"] == "1"
    page.desk.deeds.undo()
    assert len(page.editor.people) == 4
    assert len(rows(vault, "household", VILLAGE, limit=50)) == 12


@OF_A_POPUP
def test_two_households_merge_by_finding_the_other(
    page: HouseholdPage, vault: Vault, households: Callable[[int], str]
) -> None:
    dialog = opened(page)
    dialog.choose("merged_into")
    answer(dialog, other_household="9901010012010001")
    pane = dialog.pane
    assert pane is not None
    assert len([key for key in pane.form.order() if key.startswith("relation:")]) == 4
    for key in pane.form.order():
        if key.startswith("relation:"):
            pane.form.fill({key: "99"})
    answer(dialog, moved_on="20191001")
    pane.do_now()
    assert len(children(vault, "person", households(1))) == 6
    page.desk.deeds.undo()
    assert len(children(vault, "person", households(1))) == 2


@OF_A_POPUP
def test_a_move_to_another_village_is_two_commits_and_one_undo(
    page: HouseholdPage, desk: Desk, vault: Vault
) -> None:
    import_regions(vault, [Region("990101001202", "后庄村", "", "", "")])
    dialog = opened(page)
    dialog.choose("moved_out_village")
    answer(dialog, other_scope="后庄", moved_on="20191001")
    pane = dialog.pane
    assert pane is not None
    pane.do_now()
    gone = record(vault, "household", page.editor.id)
    assert gone is not None
    assert gone.ended_reason == "moved_out_village"
    assert page.why_not("household.change")
    desk.deeds.undo()
    back = record(vault, "household", page.editor.id)
    assert back is not None
    assert back.ended_on is None
    assert len(page.editor.people) == 4
    desk.deeds.redo()
    again = record(vault, "household", page.editor.id)
    assert again is not None
    assert again.ended_reason == "moved_out_village"


@OF_A_POPUP
def test_what_cannot_be_is_said_beside_the_question(page: HouseholdPage, vault: Vault) -> None:
    dialog = opened(page)
    dialog.choose("returned")
    answer(dialog, moved_on="20180101")
    pane = dialog.pane
    assert pane is not None
    pane.do_now()
    home = page.editor.household
    assert home is not None
    assert record(vault, "household", home.id) is not None
    dialog2 = opened(page)
    dialog2.choose("exited")
    answer(dialog2, moved_on="20190101")
    assert dialog2.pane is not None
    dialog2.pane.do_now()
    now = record(vault, "household", home.id)
    assert now is not None
    assert now.values["status"] == "1"


@OF_A_POPUP
def test_someone_elses_later_change_keeps_a_movement_from_being_taken_back(
    qtbot: Any, page: HouseholdPage, vault: Vault
) -> None:
    dialog = opened(page)
    dialog.choose("suspended")
    answer(dialog, moved_on="20191001")
    assert dialog.pane is not None
    dialog.pane.do_now()
    moved = movements(vault, page.editor.id)[0]
    change = Change("movement", moved.id, "set", {"reason": "别人写的"})
    save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
    with qtbot.waitSignal(page.desk.deeds.refused):
        page.desk.deeds.undo()
    assert movements(vault, page.editor.id)
