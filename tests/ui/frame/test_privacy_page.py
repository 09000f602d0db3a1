"""Privacy by keys: my role, what left and why, who looked, the last day; a card without masks; a person erased by law."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from fieldapp.store import Vault
from fieldapp.store.expiry import set_first_day
from fieldapp.store.exports import exports, note_export
from fieldapp.store.records import children, rows
from fieldapp.store.striking import is_erased
from fieldapp.store.unmask import unmask, unmask_log
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.windows.erasing import EraseDialog
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.household import HouseholdPage
from fieldapp_ui.windows.printing import PaperPreview
from fieldapp_ui.windows.privacy import PrivacyPage
from fieldapp_ui.windows.reason import ReasonDialog

VILLAGE = "990101001201"
Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


def privacy_page(frame: Frame, desk: Desk, part: str = "") -> PrivacyPage:
    desk.navigator.go(Place("privacy", extra={"part": part}))
    assert isinstance(frame.page, PrivacyPage)
    return frame.page


def words_in(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def as_township(vault: Vault) -> None:
    worker = replace(vault.worker, role="township")
    vault.work_with(replace(vault.session, worker=worker))


def household_page(frame: Frame, desk: Desk, household: str) -> HouseholdPage:
    desk.navigator.go(Place("household", record=household, extra={"tab": "members"}))
    assert isinstance(frame.page, HouseholdPage)
    return frame.page


def test_my_role_is_told_in_words_with_what_it_may_not(frame: Frame, desk: Desk, vault: Vault) -> None:
    words = words_in(privacy_page(frame, desk))
    assert "王队长  ·  Resident team" in words
    assert VILLAGE in words
    assert "masked; whole for a reason" in words
    assert "✕" in words


def test_what_left_stands_with_its_reason_and_whether_it_was_masked(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault
) -> None:
    note_export(vault, "household-card", scope=VILLAGE)
    note_export(vault, "xlsx household", scope=VILLAGE, reason="an audit", masked=False)
    page = privacy_page(frame, desk)
    qtbot.keyClick(page.tabs, Key.Key_PageDown, Ctrl)
    assert page.tabs.currentIndex() == 1
    first, second = (page.exports.figures.row(at).cells for at in (0, 1))
    assert first[1:] == ("王队长", "Excel: Household", f"前庄村 {VILLAGE}", "! without masks", "an audit")
    assert second[4] == "masked"


def test_who_looked_at_a_number_stands_with_whose_it_was(
    frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str]
) -> None:
    unmask(vault, "household", households(1), "phone", "calling the household")
    page = privacy_page(frame, desk, "looks")
    cells = page.looks.figures.row(0).cells
    assert cells[3:] == ("Phone (Household)", "calling the household")
    assert cells[2]


def test_the_last_day_is_told_on_the_first_page_two_weeks_before(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault
) -> None:
    with vault.transaction():
        set_first_day(vault.ledger, "2019-12-31", by="creation", at="")
    desk.navigator.go(Place("register"))
    desk.navigator.go(Place("today"))
    page = frame.page
    assert page is not None
    qtbot.waitUntil(lambda: bool(page._buttons) and not desk.tasks.running)  # type: ignore[attr-defined]
    assert "last day" not in words_in(page)
    with vault.transaction():
        set_first_day(vault.ledger, "2019-11-20", by="creation", at="")
    desk.navigator.go(Place("register"))
    desk.navigator.go(Place("today"))
    qtbot.waitUntil(lambda: "2019-11-20" in words_in(page))
    page._buttons[0].click()  # type: ignore[attr-defined]
    assert isinstance(frame.page, PrivacyPage)
    assert "8 days left" in words_in(frame.page)


def test_a_card_without_masks_asks_why_and_keeps_the_reason(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str], tmp_path: Path
) -> None:
    page = household_page(frame, desk, households(1))
    page.does["print"]()
    qtbot.waitUntil(lambda: page.findChild(PaperPreview) is not None)
    masked = page.findChild(PaperPreview)
    assert masked is not None
    masked.ask_why()
    why = masked.findChild(ReasonDialog)
    assert why is not None
    assert not why.go.isEnabled()
    assert unmask_log(vault) == ()
    qtbot.keyClicks(why.line, "an audit")
    qtbot.keyClick(why.line, Key.Key_Return)
    qtbot.waitUntil(lambda: any(one._reason for one in page.findChildren(PaperPreview)))
    whole = next(one for one in page.findChildren(PaperPreview) if one._reason)
    whole.write(tmp_path / "card.pdf")
    assert (tmp_path / "card.pdf").exists()
    newest = exports(vault)[0]
    assert (newest.reason, newest.masked) == ("an audit", False)
    assert {one.reason for one in unmask_log(vault)} == {"an audit"}


def test_a_team_may_not_erase_and_is_told_who_may(
    frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str]
) -> None:
    page = household_page(frame, desk, households(2))
    assert "township" in page.why_not("person.erase")
    as_township(vault)
    assert page.why_not("person.erase") == ""


def test_a_person_is_erased_only_after_reason_basis_and_the_name_are_typed(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str]
) -> None:
    as_township(vault)
    household = households(3)
    page = household_page(frame, desk, household)
    person = page.members.person
    name = next(str(one.values["name"]) for one in children(vault, "person", household) if one.id == person)
    page.does["person.erase"]()
    dialog = page.findChild(EraseDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: name in words_in(dialog))
    told = words_in(dialog)
    assert "cannot be undone" in told
    assert "Backups and papers" in told
    qtbot.keyClicks(dialog.reason, "request of the family")
    qtbot.keyClicks(dialog.basis, "PIPL article 47")
    dialog.name.setText("somebody else")
    assert not dialog.go.isEnabled()
    dialog.name.setText(name)
    assert dialog.go.isEnabled()
    qtbot.keyClick(dialog.go, Key.Key_Space)
    qtbot.waitUntil(lambda: is_erased(vault.ledger, VILLAGE, "person", person))
    qtbot.waitUntil(lambda: person not in {one.id for one in page.editor.people})
    assert not desk.deeds.stack.canUndo()
    [kept] = rows(vault, "erasure", VILLAGE)
    assert (kept.values["reason"], kept.values["basis"]) == ("request of the family", "PIPL article 47")


def test_a_reason_that_names_the_person_is_refused_and_nothing_goes(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str]
) -> None:
    as_township(vault)
    page = household_page(frame, desk, households(3))
    person = page.members.person
    page.does["person.erase"]()
    dialog = page.findChild(EraseDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog._leaving is not None)
    name = dialog._leaving.name  # type: ignore[union-attr]
    dialog.reason.setText(f"{name} has asked for it")
    dialog.basis.setText("PIPL article 47")
    dialog.name.setText(name)
    qtbot.keyClick(dialog.go, Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.answer.isVisible())
    assert "must not name" in dialog.answer.text()
    assert not is_erased(vault.ledger, VILLAGE, "person", person)
    dialog.reject()
