"""The deeds of the village's lists by keys: assign, hand over, enrol, pay, divide, the next step, an answer."""

from collections.abc import Callable
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.store import Vault
from fieldapp.store.records import children, record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.village.assignments import pairings
from fieldapp.store.village.care import proposed, steps
from fieldapp.store.village.dividends import dividends_of
from fieldapp.store.village.project_money import balance
from fieldapp.store.village.projects import Entrant, enrol, enrolments
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.windows.asking import AskingDialog
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.printing import PaperPreview
from fieldapp_ui.windows.record import RecordPage
from fieldapp_ui.windows.register import RegisterPage

VILLAGE = "990101001201"
Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
OF_A_POPUP = pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)", extend=True)
Nth = Callable[[int], str]


def add(vault: Vault, list_name: str, **values: Any) -> str:
    change = Change(list_name, None, "add", values)
    return save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE)).changed[0][1]


def a_helper(vault: Vault, name: str) -> str:
    return add(vault, "helper", name=name, unit_name="unit", phone="13900000001")


def opened(
    qtbot: Any, frame: Frame, desk: Desk, name: str, record_id: str, *, shift: bool = False
) -> AskingDialog:
    """The record's card, and Ctrl+D on it, or Ctrl+Shift+G."""
    desk.navigator.go(Place("record", record=record_id, list=name))
    assert isinstance(frame.page, RecordPage)
    with qtbot.waitActive(frame):  # a real window manager does this when a dialog closes
        frame.activateWindow()
    modifiers = Ctrl | Qt.KeyboardModifier.ShiftModifier if shift else Ctrl
    qtbot.keyClick(frame, Key.Key_G if shift else Key.Key_D, modifiers)
    return dialog_of(qtbot, frame)


def dialog_of(qtbot: Any, frame: Frame) -> AskingDialog:
    assert frame.page is not None
    (dialog,) = frame.page.findChildren(AskingDialog)
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()), timeout=3_000)
    return dialog


def keys(qtbot: Any, dialog: AskingDialog, **texts: str) -> None:
    """What is typed into the questions, in this order; Enter in the last question does it."""
    for key, text in texts.items():
        dialog.pane.form.go_to(key)
        if hasattr(QApplication.focusWidget(), "selectAll"):
            QApplication.focusWidget().selectAll()  # type: ignore[union-attr]
        qtbot.keyClicks(QApplication.focusWidget(), text)
    dialog.pane.form.go_to(dialog.pane.form.order()[-1])
    done: list[object] = []
    dialog.done_with.connect(done.append)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert done, (dialog.pane.error.text(), [one.text() for one in dialog.pane.form._errors.values()])
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


@OF_A_POPUP
def test_households_in_view_get_a_helper_by_letters_and_ticks_in_one_undo(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault
) -> None:
    helper = a_helper(vault, "Guo Jianjun")
    desk.scope.choose(VILLAGE)
    desk.navigator.go(Place("register"))
    assert isinstance(frame.page, RegisterPage)
    qtbot.keyClick(frame, Key.Key_D, Ctrl)
    dialog = dialog_of(qtbot, frame)
    keys(qtbot, dialog, helper="guo", homes="0103")

    assert len(pairings(vault, helper)) == 10
    desk.deeds.undo()
    assert pairings(vault, helper) == ()


@OF_A_POPUP
def test_a_group_is_ticked_at_once_and_somebody_who_leaves_hands_all_over(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault
) -> None:
    leaving, successor = a_helper(vault, "Guo"), a_helper(vault, "Tian")
    dialog = opened(qtbot, frame, desk, "helper", leaving)
    groups = [name for name, _ in dialog.pane.form.asked()[1].choices]
    assert groups[:2] == ["free", "all"]
    keys(qtbot, dialog, who="3")
    assert len(pairings(vault, leaving)) == 4

    keys(qtbot, opened(qtbot, frame, desk, "helper", leaving, shift=True), helper="tian", handover="rotated")
    assert (len(pairings(vault, leaving)), len(pairings(vault, successor))) == (0, 4)
    desk.deeds.undo()
    assert (len(pairings(vault, leaving)), len(pairings(vault, successor))) == (4, 0)


def test_households_are_enrolled_with_an_agreement_and_paid_and_too_much_is_said(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Nth
) -> None:
    kinds, sources = vault.dictionary.codes["project_type"], vault.dictionary.codes["fund_source"]
    project = add(vault, "project", name="P", project_type=kinds.items[0].id)
    fund = add(vault, "fund", year=2019, fund_source=sources.items[0].id, amount=1_000_00, project=project)
    keys(qtbot, opened(qtbot, frame, desk, "project", project), kind="3", party_bank="Bank", loan="50000")
    found = enrolments(vault, project)
    assert (len(found), found[0].values["kind"], found[0].values["loan"]) == (12, "microcredit", 5_000_000)

    assert found[0].values["party_household"]

    dialog = opened(qtbot, frame, desk, "fund", fund)
    dialog.pane.form.go_to("amount")
    qtbot.keyClicks(QApplication.focusWidget(), "100")
    assert "1,200.00 yuan, more than the fund has left" in dialog.pane.said.text()
    keys(qtbot, dialog)
    assert balance(vault, fund).left == -200_00


def test_students_are_enrolled_by_name_in_an_education_project(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault
) -> None:
    project = add(vault, "project", name="P", project_type=vault.dictionary.codes["project_type"].items[0].id)
    dialog = opened(qtbot, frame, desk, "project", project)
    keys(qtbot, dialog, kind="2", homes="01")
    (one,) = enrolments(vault, project)
    person = record(vault, "person", str(one.values["person"]))
    assert person is not None
    assert (person.values["household"], str(person.values["birth_date"]) > "1989-11-13") == (
        one.values["household"],
        True,
    )


def test_the_effect_of_an_enrolment_is_written_on_its_card(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Nth
) -> None:
    kind = vault.dictionary.codes["project_type"].items[0].id
    project = add(vault, "project", name="P", project_type=kind)
    enrol(vault, project, [Entrant(households(1))], "2019-01-01")
    (one,) = enrolments(vault, project)
    keys(
        qtbot,
        opened(qtbot, frame, desk, "enrolment", one.id),
        effect="two more donkeys",
        effect_income="3600",
    )
    found = record(vault, "enrolment", one.id)
    assert found is not None
    assert (found.values["effect"], found.values["effect_income"]) == ("two more donkeys", 360_000)


def test_a_dividend_is_divided_to_the_fen(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Nth
) -> None:
    asset = add(vault, "asset", name="Solar plant")
    for number in (1, 2, 3):
        add(vault, "asset_share", household=households(number), asset=asset, shares=100)
    dialog = opened(qtbot, frame, desk, "asset", asset)
    assert "3 households hold 3 shares." in dialog.pane.said.text()
    keys(qtbot, dialog, amount="100")
    assert sorted(int(str(one.values["amount"])) for one in dividends_of(vault, asset, 2019)) == [
        3333,
        3333,
        3334,
    ]


def test_the_next_step_of_care_is_proposed_and_an_objection_is_answered(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Nth
) -> None:
    home = households(1)
    care = add(vault, "care", household=home, special_group="1")
    keys(qtbot, opened(qtbot, frame, desk, "care", care), note="alone at home")
    assert (len(steps(vault, care)), proposed(vault, care).stage) == (1, "reported")

    appeal = add(vault, "appeal", household=home, kind="objection", received_on="2019-11-01", text="too high")
    keys(qtbot, opened(qtbot, frame, desk, "appeal", appeal), reply="counted again")
    found = record(vault, "appeal", appeal)
    assert found is not None
    assert found.values["reply"] == "counted again"


def test_an_objection_is_recorded_on_the_card_of_the_household_with_its_day(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Nth
) -> None:
    desk.navigator.go(Place("household", record=households(1)))
    assert frame.page is not None
    frame.page.does["appeal.receive"]()
    keys(qtbot, dialog_of(qtbot, frame), kind="1", text="too high")
    (appeal,) = children(vault, "appeal", households(1))
    assert (appeal.values["kind"], appeal.values["due_on"]) == ("objection", "2019-11-23")


def test_a_need_becomes_a_card_without_a_name(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Nth
) -> None:
    need = add(vault, "need", household=households(1), category="1", text="two donkeys")
    desk.navigator.go(Place("record", record=need, list="need"))
    assert frame.page is not None
    frame.page.does["need.card"]()
    qtbot.waitUntil(lambda: bool(frame.page and frame.page.findChildren(PaperPreview)), timeout=10_000)
    (preview,) = frame.page.findChildren(PaperPreview)
    assert preview._document.name == "need-card"
    preview.reject()


def test_a_record_without_deeds_offers_none(frame: Frame, desk: Desk, vault: Vault) -> None:
    """The control: a team has fields to fill and nothing to do."""
    desk.navigator.go(Place("record", record=a_helper(vault, "Guo"), list="helper"))
    assert frame.page is not None
    assert "helper.assign" in frame.page.does
    desk.navigator.go(
        Place("record", record=add(vault, "resident_team", unit_name="unit"), list="resident_team")
    )
    assert not {"helper.assign", "helper.hand_over"} & set(frame.page.does)
