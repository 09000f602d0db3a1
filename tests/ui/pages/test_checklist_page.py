"""In the house: what is missing is a button, an answer turns the card, and four parties sign or refuse with a reason."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

from fieldapp.store.records import record, year_record
from fieldapp.store.signing import signatures
from fieldapp_ui.desk import Place
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.checklist import ChecklistPage

YEAR = 2019


def shown_text(page) -> str:
    QApplication.sendPostedEvents()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def page(desk, vault, a_household, hands, qtbot):
    made = ChecklistPage(desk)
    made.home = a_household(vault)
    hands.open(made, Place("checklist", made.home.household, extra={"year": str(YEAR)}))
    qtbot.waitUntil(lambda: bool(made.cards), timeout=10_000)
    return made


def verdict(page, criterion: str) -> str:
    return next(o.verdict for o in page.exit.checklist.outcomes if o.criterion.id == criterion)


def answer_all(page, hands, criterion: str, key: str) -> None:
    while page.cards[criterion].buttons:
        page.cards[criterion].buttons[0].setFocus()
        hands.enter()
        hands.type(key)


def test_missing_facts_are_recorded_by_keys_and_the_card_turns(page, hands, vault):
    assert verdict(page, "GS-H4") == "unknown"
    answer_all(page, hands, "GS-H4", "1")
    assert verdict(page, "GS-H4") == "met"
    assert page.cards["GS-H4"]._mark.text().startswith("✓")
    kept = year_record(vault, "household_year", page.home.household, YEAR)
    assert (kept.values["bedding"], kept.values["food_staple"]) == (1, 1)


def test_after_an_answer_the_next_missing_fact_of_the_card_has_the_focus(page, hands):
    first, second = page.cards["GS-H4"].buttons[:2]
    words = second.text()
    first.setFocus()
    hands.enter()
    hands.type("1")
    assert hands.focus().text() == words


def test_a_members_fact_is_asked_by_name_and_kept_with_its_source(page, hands, vault):
    from fieldapp.store.history import field_origins

    button = page.cards["GS-H7"].buttons[4]
    assert "龙小见" in button.text()
    button.setFocus()
    hands.enter()
    page.recorder._sources.buttons()[1].click()
    hands.type("1")
    kept = year_record(vault, "person_year", page.home.people[2], YEAR)
    assert kept.values["ins_medical_resident"] is not None
    assert field_origins(vault, "person_year", kept.id)["ins_medical_resident"].source == "document"


def test_escape_leaves_a_fact_open(page, hands):
    page.cards["GS-H4"].buttons[0].setFocus()
    hands.enter()
    hands.press(Qt.Key.Key_Escape)
    assert page.recorder is None
    assert verdict(page, "GS-H4") == "unknown"


def test_a_wrong_answer_is_said_under_the_input_and_not_kept(page, hands, vault):
    page.cards["GS-H5"].buttons[1].setFocus()
    hands.enter()
    hands.type("20190230")
    page.recorder.keep()
    assert "✕" in shown_text(page.recorder)
    assert page.recorder is not None


def test_while_an_income_is_entered_no_figure_of_the_line_is_in_sight(page, hands):
    assert "3,700.00" in shown_text(page)
    page.cards["GS-H1"].buttons[0].setFocus()
    hands.enter()
    assert "3,700.00" not in shown_text(page)


def test_no_distance_to_the_line_is_ever_shown(page, hands):
    """A control for the test above: the figures are there, the difference of 3,700 and 3,000 is not."""
    for amount in ("9000", "0", "0", "0", "0"):
        page.cards["GS-H1"].buttons[0].setFocus()
        hands.enter()
        hands.type(amount)
        hands.enter()
    assert verdict(page, "GS-H1") == "not_met"
    assert "3,000.00" in shown_text(page)
    assert "700.00" not in shown_text(page).replace("3,700.00", "")


def test_controls_are_big_enough_for_fingers(page, hands):
    page.cards["GS-H4"].buttons[0].setFocus()
    assert all(button.height() >= 44 for button in page.cards["GS-H4"].buttons)
    hands.enter()
    QApplication.sendPostedEvents()
    assert page.recorder.keep_button.height() >= 44


def test_a_party_signs_on_paper(page, hands, vault, desk):
    page.does["checklist.sign"]()
    hands.type("曹守田")
    page.signing.agree.setFocus()
    hands.press(Qt.Key.Key_Space)
    entry = signatures(vault, page.home.household, YEAR)[0].entry
    assert (entry.party, entry.signer_name, entry.agrees, entry.mode) == (
        "branch_secretary",
        "曹守田",
        True,
        "paper",
    )
    assert entry.signed_on == desk.today().isoformat()


def test_the_household_refuses_with_a_reason_in_the_same_place(page, hands, vault):
    page.signing.openers["household"].click()
    hands.type("龙长顺")
    page.signing.reason.setFocus()
    hands.type("房子没修好")
    page.signing.refuse.setFocus()
    hands.press(Qt.Key.Key_Space)
    entry = signatures(vault, page.home.household, YEAR)[0].entry
    assert (entry.party, entry.agrees, entry.refuse_reason) == ("household", False, "房子没修好")
    assert "房子没修好" in shown_text(page.signing)


def test_a_drawn_signature_needs_a_drawing_and_is_said_to_be_recorded_by_the_worker(page, hands, vault):
    page.signing.openers["household"].click()
    hands.type("龙长顺")
    page.signing.drawn.click()
    page.signing.agree.click()
    assert signatures(vault, page.home.household, YEAR) == ()
    assert page.signing.trouble.text().startswith("✕")
    left, none, pad = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, page.signing.pad
    for kind, at in (
        (QEvent.Type.MouseButtonPress, QPointF(20, 30)),
        (QEvent.Type.MouseMove, QPointF(90, 60)),
    ):
        QApplication.sendEvent(pad, QMouseEvent(kind, at, at, left, left, none))
    page.signing.agree.click()
    entry = signatures(vault, page.home.household, YEAR)[0].entry
    assert entry.mode == "drawn"
    assert entry.image.startswith("sha256:")
    assert "recorded by the worker" in shown_text(page.signing)


def test_a_fact_that_changes_after_signing_asks_for_renewed_confirmation_and_annuls_nothing(
    page, hands, vault
):
    page.does["checklist.sign"]()
    hands.type("曹守田")
    page.signing.agree.click()
    answer_all(page, hands, "GS-H4", "1")
    assert "ask again" in shown_text(page.signing)
    assert "agreed" in shown_text(page.signing)
    assert len(signatures(vault, page.home.household, YEAR)) == 1


def test_the_whole_village_is_a_matrix_and_enter_opens_a_household(desk, vault, a_household, hands, qtbot):
    home = a_household(vault)
    page = ChecklistPage(desk)
    page.went.connect(page.arrive)
    hands.open(page, Place("checklist", extra={"year": str(YEAR)}))
    qtbot.waitUntil(lambda: page.matrix.model.rowCount() > 0, timeout=10_000)
    assert page.matrix.model.rowCount() == 1
    hands.enter()
    assert page.exit.checklist.household == home.household


def test_the_matrix_is_a_sound_model(desk, vault, a_household, hands, qtbot, qtmodeltester):
    a_household(vault)
    page = ChecklistPage(desk)
    hands.open(page, Place("checklist", extra={"year": str(YEAR)}))
    qtbot.waitUntil(lambda: page.matrix.model.rowCount() > 0, timeout=10_000)
    qtmodeltester.check(page.matrix.model)


@pytest.mark.parametrize("size", [100, 125, 150])
def test_words_are_never_cut_whatever_was_recorded_or_signed(desk, vault, a_household, hands, qtbot, size):
    """Looked at at once, before Qt's own second look at a layout."""
    desk.look.wear(Theme("light", size))
    page = ChecklistPage(desk)
    home = a_household(vault)
    hands.open(page, Place("checklist", home.household, extra={"year": str(YEAR)}), (1000, 640))
    qtbot.waitUntil(lambda: bool(page.cards), timeout=10_000)
    assert not cut_words(page)
    answer_all(page, hands, "GS-H4", "1")
    assert not cut_words(page)
    page.does["checklist.sign"]()
    hands.type("曹守田")
    page.signing.agree.click()
    assert not cut_words(page)
    desk.look.wear(Theme())


def cut_words(page) -> list[str]:
    labels = [one for one in page.sheet.findChildren(QLabel) if one.isVisible() and one.wordWrap()]
    assert labels
    return [one.text() for one in labels if one.height() < one.heightForWidth(one.width())]


@pytest.mark.parametrize(("key", "source"), [("1", "seen"), ("2", "document"), ("3", "told")])
def test_ctrl_and_a_digit_say_where_it_comes_from(page, hands, vault, key, source):
    from fieldapp.store.history import field_origins

    page.cards["GS-H4"].buttons[0].setFocus()
    hands.enter()
    hands.press(Qt.Key[f"Key_{key}"], Qt.KeyboardModifier.ControlModifier)
    assert page.recorder.source() == source
    hands.type("1")
    kept = year_record(vault, "household_year", page.home.household, YEAR)
    assert field_origins(vault, "household_year", kept.id)["food_staple"].source == source


def test_a_village_is_read_beside_the_window_and_can_be_stopped(desk, vault, a_household, hands, qtbot):
    a_household(vault)
    page = ChecklistPage(desk)
    hands.open(page, Place("checklist", extra={"year": str(YEAR)}))
    assert page.matrix.stop.isVisible()
    page.matrix.stop.click()
    qtbot.waitUntil(lambda: not desk.tasks.running)
    assert page.matrix.model.rowCount() == 0
    assert "Stopped" in shown_text(page)
    page.does["checklist.refresh"]()
    qtbot.waitUntil(lambda: page.matrix.model.rowCount() == 1, timeout=10_000)
    assert page.why_not("checklist.sign")


def test_a_full_disk_keeps_what_was_typed_and_says_what_to_do(page, hands, vault, full_disk):
    page.cards["GS-H5"].buttons[0].setFocus()
    hands.enter()
    with full_disk(vault):
        hands.type("1")
        assert "disk" in shown_text(page.sheet)
        assert page.recorder is not None
    page.recorder.keep()
    assert page.recorder is None
    kept = year_record(vault, "household_year", page.home.household, YEAR)
    assert kept.values["water_safe"] == 1


def test_undo_takes_a_recorded_fact_back(page, hands, desk, vault):
    page.cards["GS-H4"].buttons[0].setFocus()
    hands.enter()
    hands.type("1")
    desk.deeds.undo()
    page.refresh(())
    assert verdict(page, "GS-H4") == "unknown"
    kept = year_record(vault, "household_year", page.home.household, YEAR)
    assert kept is None or kept.values["food_staple"] is None
    assert record(vault, "household", page.home.household) is not None
