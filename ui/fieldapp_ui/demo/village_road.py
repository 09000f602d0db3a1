"""The first half of the journey: a worker in the village, network off, from the morning to the papers."""

from PySide6.QtCore import Qt

from fieldapp.store.drafts import answers, drafts
from fieldapp.store.finding.find import find
from fieldapp.store.records import record, year_record
from fieldapp_ui.demo.county import HERO, VILLAGES
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.village_work import YEAR
from fieldapp_ui.demo.visit import fill_visit
from fieldapp_ui.models.hits import RowsModel
from fieldapp_ui.windows.forms.page import FormPage
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.household import HouseholdPage

ALT = Qt.KeyboardModifier.AltModifier
WAYS = ("龙长顺", "longchangshun", "lcs")


def begin_the_day(stage: Stage, frame: Frame, hands: Hands) -> None:
    """Today, then the village."""
    with stage.step("today") as step:
        hands.until(lambda: frame.page is not None and frame.page.title(), "the page of the morning")
        step.screenshot = hands.snap("02-today")
        step.checked = "what waits is listed, each one key away"
    with stage.step("choose a village") as step:
        village = VILLAGES[0]
        frame.desk.scope.choose(village.scope)
        hands.until(lambda: frame.navigation.scope.text() == village.name, "the name of the village")
        hands.press(Qt.Key.Key_2, ALT)
        hands.until(
            lambda: frame.page is not None and type(frame.page).__name__ == "RegisterPage", "the register"
        )
        step.screenshot = hands.snap("03-register")
        step.checked = f"the register of {village.name} only"


def find_household(stage: Stage, frame: Frame, hands: Hands) -> str:
    """By name, pinyin, initials and the last four digits; Enter opens the card. Returns the household."""
    vault = frame.desk.vault
    hit = find(vault, HERO)[0]
    head = record(vault, "person", hit.person or "")
    assert head is not None
    ways = (*WAYS, str(head.values["id_no"])[-4:].lower())
    with stage.step("find a household") as step:
        for way in ways:
            hands.command(Qt.Key.Key_F)
            hands.command(Qt.Key.Key_A)
            hands.type(way)
            hands.until(lambda: hit.household in _found(frame.top.finder.list.rows), f"{HERO} by {way}")
            if way == "lcs":
                step.screenshot = hands.snap("04-find")
        step.checked = f"found by {', '.join(ways[:3])} and the last four digits"
    with stage.step("open the card") as step:
        hands.command(Qt.Key.Key_F)
        hands.command(Qt.Key.Key_A)
        hands.type(HERO)
        hands.until(lambda: hit.household in _found(frame.top.finder.list.rows), HERO)
        hands.enter()
        hands.until(lambda: isinstance(frame.page, HouseholdPage), "the household card")
        step.screenshot = hands.snap("05-card")
        step.checked = f"the card of {HERO}'s household"
    return hit.household


def fill_the_form(stage: Stage, frame: Frame, hands: Hands, household: str, half: bool) -> None:
    """The visit form from the card: the first half, or from the draft to the register."""
    page = frame.page
    if half:
        assert isinstance(page, HouseholdPage)
        with stage.step("start the visit form") as step:
            hands.press(Qt.Key.Key_F8)
            hands.until(lambda: isinstance(frame.page, FormPage) and frame.page.filling, "the visit form")
            step.screenshot = hands.snap("06-form")
            step.checked = "prefilled from the register"
        with stage.step("answer half of it") as step:
            assert isinstance(frame.page, FormPage)
            assert frame.page.filling is not None
            fill_visit(hands, frame.page.filling, until=lambda ref: "/income/" in ref)
            kept = answers(frame.desk.vault, drafts(frame.desk.vault)[0])
            assert any(ref.endswith("/phone") and value == "13900001971" for ref, value in kept.items())
            step.screenshot = hands.snap("07-form-half")
            step.checked = f"{len(kept)} answers are in the draft; no save button was pressed"
        return
    with stage.step("go on after the power cut") as step:
        hands.press(Qt.Key.Key_3, ALT)
        hands.until(lambda: isinstance(frame.page, FormPage), "the forms page")
        forms = frame.page
        assert isinstance(forms, FormPage)
        hands.until(lambda: forms.list.rows and forms.list.rows[0].hasFocus(), "the draft in the list")
        hands.enter()
        hands.until(lambda: forms.filling is not None, "the draft, by Enter on it")
        assert forms.filling is not None
        at = forms.filling.current()
        step.screenshot = hands.snap("08-form-recovered")
        step.checked = f"nothing lost; the draft opens at {at.rpartition('/')[2]}"
    with stage.step("finalise") as step:
        fill_visit(hands, forms.filling)
        step.screenshot = hands.snap("09-form-end")
        hands.enter()
        vault = frame.desk.vault
        hands.until(lambda: not drafts(vault) and forms.filling is None, "the form in the register")
        sheet = year_record(vault, "income_sheet", household, YEAR)
        assert sheet is not None
        assert sheet.values["a"] == 1_440_000
        step.checked = "the answers are in the register, in one commit"


def _found(rows: RowsModel) -> list[str]:
    found = [rows.row(rows.index(number)) for number in range(rows.rowCount())]
    return [row.key.household for row in found if row is not None]
