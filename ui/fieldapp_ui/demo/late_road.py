"""What comes late or leaves: a fact under a signed checklist, which is flagged and annuls nothing; a family that moves
to another village and is taken in at the station."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.store.moving.arrivals import arrivals
from fieldapp.store.moving.deeds import members
from fieldapp.store.records import record, rows, year_record
from fieldapp.store.signing import signatures, verify_chain
from fieldapp_ui.demo.county import HERO, VILLAGES
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.sync_road import open_card, open_field
from fieldapp_ui.demo.telling import tell
from fieldapp_ui.demo.village_work import YEAR
from fieldapp_ui.editing.matter import Matter
from fieldapp_ui.editing.movement_kinds import kind_words
from fieldapp_ui.windows.checklist import ChecklistPage
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.matters import MattersPage
from fieldapp_ui.windows.movement import MovementDialog

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
GRADE, DIGIT = "C", "3"
PARTIES = 4
NEW_HOME = VILLAGES[1]
FAMILY = f"{VILLAGES[0].scope}0004"


def write_late(stage: Stage, frame: Frame, hands: Hands, household: str) -> None:
    """On the second laptop: the house is graded anew, after four have signed the checklist."""
    with stage.step("a fact under the signed checklist is written elsewhere") as step:
        open_card(frame, hands)
        open_field(frame, hands, "house_danger", "housing")
        hands.type(DIGIT)
        hands.wait()
        own = year_record(frame.desk.vault, "household_year", household, YEAR)
        assert own is not None
        assert own.values["house_danger"] == GRADE, own.values["house_danger"]
        step.checked = f"grade {GRADE}, on a laptop where nobody signs"


def confirm_what_is_late(stage: Stage, frame: Frame, hands: Hands, household: str) -> None:
    """On the first laptop: flagged among the matters; the signatures stand as they are."""
    vault = frame.desk.vault
    with stage.step("a late fact flags the signed checklist") as step:
        page = open_matters(frame, hands)
        matter = choose_matter(page, hands, "renewal/sign_off/")
        assert matter.title == HERO, matter
        step.screenshot = hands.snap("82-flagged")
        assert len(signatures(vault, household, YEAR)) == PARTIES
        assert not verify_chain(vault, household, YEAR)
        step.checked = f"{matter.detail}: {PARTIES} signatures still stand in an unbroken chain"
    with stage.step("one key away: the checklist") as step:
        hands.type("1")
        hands.until(lambda: isinstance(frame.page, ChecklistPage), "the exit checklist")
        hands.until(hands.at_rest, "the verdicts")
        step.screenshot = hands.snap("83-checklist-late")
        assert len(signatures(vault, household, YEAR)) == PARTIES
        step.checked = "each party is asked again; nothing is annulled by itself"


def move_away(stage: Stage, frame: Frame, hands: Hands) -> str:
    """A household of the first village moves to the second, by Ctrl+M; gives its record."""
    vault = frame.desk.vault
    with stage.step("a household moves to another village") as step:
        page = open_card(frame, hands, FAMILY)
        home = page.editor.id
        people = len(members(vault, home))
        hands.press(Key.Key_M, CONTROL)
        dialog = hands.meet(MovementDialog)
        hands.type(kind_words(frame.desk, "moved_out_village"))
        hands.until(lambda: dialog.list.rows.rowCount() == 1, "the one kind that fits")
        hands.enter()
        assert dialog.pane is not None
        hands.wait()
        hands.type(NEW_HOME.name)
        step.screenshot = hands.snap("84-move")
        tell(hands, dialog.pane.form, {"moved_on": "20191113"})
        hands.until(lambda: not _is_here(frame, home), "the move")
        hands.wait()
        if QApplication.activeModalWidget() is dialog:  # what else to look at is said
            hands.take(dialog)
            hands.press(Key.Key_Escape)
        hands.until(lambda: QApplication.activeModalWidget() is None, "the card again")
        hands.give_back()
        step.checked = f"{people} people, to {NEW_HOME.name}"
    return home


def take_the_family_in(stage: Stage, frame: Frame, hands: Hands, family: str) -> None:
    """At the station: Ctrl+Shift+M, the key 1; household, people and years stand in the new village."""
    vault = frame.desk.vault
    with stage.step("the station takes the household in") as step:
        (waiting,) = arrivals(vault)
        before = len(rows(vault, "household", NEW_HOME.scope, limit=10_000))
        page = open_matters(frame, hands)
        choose_matter(page, hands, "arrival/")
        assert waiting.household == family
        step.screenshot = hands.snap("85-arrival")
        hands.type("1")
        hands.until(lambda: not arrivals(vault), "the household taken in")
        (new,) = [
            one
            for one in rows(vault, "household", NEW_HOME.scope, limit=10_000)
            if one.values["household_no"] == FAMILY
        ]
        assert len(rows(vault, "household", NEW_HOME.scope, limit=10_000)) == before + 1
        people = len(members(vault, new.id))
        assert people == waiting.people, people
        step.checked = f"one key: the household with {people} people in {NEW_HOME.name}, nothing typed again"


def open_matters(frame: Frame, hands: Hands) -> MattersPage:
    """Ctrl+Shift+M, read anew."""
    hands.press(Key.Key_M, CONTROL, SHIFT)
    hands.until(lambda: isinstance(frame.page, MattersPage), "the matters")
    page = frame.page
    assert isinstance(page, MattersPage)
    return page


def choose_matter(page: MattersPage, hands: Hands, beginning: str) -> Matter:
    """F10 to the first matter of a kind, once it is in the list."""
    hands.until(lambda: any(one.id.startswith(beginning) for one in page.matters.matters), beginning)
    while not (current := page.current()) or not current.id.startswith(beginning):
        hands.press(Key.Key_F10)
        hands.wait()
    return current


def _is_here(frame: Frame, home: str) -> bool:
    found = record(frame.desk.vault, "household", home)
    return found is not None and not found.ended_reason
