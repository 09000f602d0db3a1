"""The exit in the village: the checklist, a missing fact recorded in place, four signatures, card and sheet on paper."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.casework import PARTIES
from fieldapp.store.records import year_record
from fieldapp.store.signing import signatures, verify_chain
from fieldapp_paper.text_layer import characters_of
from fieldapp_ui.demo.county import HERO, VILLAGES
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.village_work import YEAR
from fieldapp_ui.windows.checklist import ChecklistPage
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.household import HouseholdPage
from fieldapp_ui.windows.printing import PaperPreview

SIGNERS = ("雒建国", VILLAGES[0].head, "王队长", HERO)
MISSING = "GS-H8"


def check_the_exit(stage: Stage, frame: Frame, hands: Hands, household: str) -> None:
    """Open the checklist from the card; record the house's grade, which nobody had asked for."""
    with stage.step("open the exit checklist") as step:
        hands.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        hands.until(lambda: isinstance(frame.page, ChecklistPage), "the exit checklist")
        page = _checklist(frame)
        verdicts = _verdicts(page)
        assert verdicts[MISSING] == "unknown", verdicts
        assert verdicts["GS-H1"] == "met", verdicts
        step.screenshot = hands.snap("10-checklist")
        step.checked = ", ".join(f"{name} {verdict}" for name, verdict in verdicts.items())
    with stage.step("record the missing fact") as step:
        hands.until(lambda: page.cards[MISSING].buttons[0].hasFocus(), "the cursor on the missing fact")
        hands.enter()
        hands.until(lambda: page.recorder, "the input of the missing fact")
        hands.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        hands.until(lambda: page.recorder and page.recorder.source() == "document", "the source: a document")
        step.screenshot = hands.snap("11-record-missing")
        hands.type("2")
        hands.until(lambda: _verdicts(page)[MISSING] == "met", "the criterion met")
        facts = year_record(frame.desk.vault, "household_year", household, YEAR)
        assert facts is not None
        assert facts.values["house_danger"] == "B"
        step.checked = "the grade is recorded as read from a document, and the criterion turned to met"


def sign_it(stage: Stage, frame: Frame, hands: Hands, household: str) -> None:
    """Three parties on paper; the household draws, and the worker records it."""
    page = _checklist(frame)
    for number, (party, signer) in enumerate(zip(PARTIES, SIGNERS, strict=True), 1):
        with stage.step(f"signature {number}: {party.zh_hans}") as step:
            hands.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
            hands.until(page.signing.name.hasFocus, "the name of the signer")
            hands.type(signer)
            if number == len(PARTIES):
                hands.tab_to(page.signing.paper)
                hands.press(Qt.Key.Key_Right)
                hands.until(page.signing.pad.isVisible, "the pad")
                hands.draw(page.signing.pad)
                step.screenshot = hands.snap("12-sign")
            hands.tab_to(page.signing.agree)
            hands.press(Qt.Key.Key_Space)
            hands.until(page.signing.form.isHidden, "the signature recorded")
            assert len(signatures(frame.desk.vault, household, YEAR)) == number
            step.checked = "drawn and recorded by the worker" if number == len(PARTIES) else "on paper"
    with stage.step("four signatures stand") as step:
        assert not verify_chain(frame.desk.vault, household, YEAR)
        step.screenshot = hands.snap("13-signed")
        step.checked = "four village signatures in an unbroken chain"


def print_it(stage: Stage, frame: Frame, hands: Hands, household: str) -> None:
    """The checklist from its page, the card from the household's: PDFs whose Chinese can be found."""
    with stage.step("print the checklist") as step:
        hands.until(hands.at_rest, "the checklist read again after the signatures")
        hands.command(Qt.Key.Key_P)
        step.screenshot = _keep_paper(hands, stage.out / "exit-checklist.pdf", "14-paper-checklist")
        step.checked = _text_found(stage.out / "exit-checklist.pdf", HERO)
    with stage.step("print the card") as step:
        hands.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        hands.until(lambda: isinstance(frame.page, HouseholdPage), "the card")
        hands.command(Qt.Key.Key_P)
        step.screenshot = _keep_paper(hands, stage.out / "household-card.pdf", "15-paper-card")
        step.checked = _text_found(stage.out / "household-card.pdf", HERO)


def _checklist(frame: Frame) -> ChecklistPage:
    assert isinstance(frame.page, ChecklistPage)
    return frame.page


def _verdicts(page: ChecklistPage) -> dict[str, str]:
    checklist = page.exit.checklist
    assert checklist is not None
    return {outcome.criterion.id: outcome.verdict for outcome in checklist.outcomes}


def _keep_paper(hands: Hands, path: Path, picture: str) -> str:
    hands.until(lambda: isinstance(QApplication.activeModalWidget(), PaperPreview), "the preview")
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, PaperPreview)
    hands.take(preview)
    file = hands.snap(picture)
    preview.write(path)
    hands.give_back()
    return file


def _text_found(path: Path, name: str) -> str:
    known = characters_of(path.read_bytes())
    assert known.issuperset(name), f"{name} is not in the text of {path.name}"
    return f"{path.name}: {path.stat().st_size // 1024} KB, {name} can be found in it"
