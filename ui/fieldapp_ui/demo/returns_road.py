"""Forms on their way: one of somebody else's from disk, every clean draft finalised, one returned and corrected."""

from fieldapp.store import Vault, open_vault
from fieldapp.store.drafts import drafts
from fieldapp.store.files.attachments import get
from fieldapp.store.records import record
from fieldapp.store.returning import return_submission
from fieldapp.store.submission_list import STATES, counts, entries
from fieldapp_sync.bundles import bundle_recipient, export_bundle, import_bundle
from fieldapp_ui.demo.county import VILLAGES
from fieldapp_ui.demo.forms_hands import (
    ALT,
    CONTROL,
    SHIFT,
    Key,
    choose_form,
    filling_of,
    open_list,
    show_state,
)
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.laptops import PASSPHRASE, STATION
from fieldapp_ui.demo.outside_form import NAME, TITLE, write_outside_form
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.survey import SURVEY, fill_survey
from fieldapp_ui.demo.sync_road import came_of
from fieldapp_ui.windows.forms.repairs import RepairsDialog
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.register import RegisterPage
from fieldapp_ui.windows.sync import SyncPage

ASKED = "/data/closing/helper_visits"
WORDS = "手册上只有5次签名，请再核对"


def walk_other_forms(stage: Stage, frame: Frame, hands: Hands) -> None:
    """After the survey of one household is in the register."""
    frame.desk.scope.choose(VILLAGES[0].scope)
    _open_outside_form(stage, frame, hands)
    _leave_a_hole(stage, frame, hands)
    _finalise_all(stage, frame, hands)
    station = stage.folder / STATION
    with open_vault(station, PASSPHRASE, clock=stage.clock) as vault:
        _return_it(stage, frame, hands, vault)
    _correct_it(stage, frame, hands)


def _open_outside_form(stage: Stage, frame: Frame, hands: Hands) -> None:
    with stage.step("a form of somebody else's from disk") as step:
        path = write_outside_form(stage.folder / NAME)
        page = open_list(frame, hands)
        hands.tab_to(page.list.open_file)
        hands.answer_file(path, lambda: hands.press(Key.Key_Space))
        hands.give_back()
        dialog = hands.meet(RepairsDialog)
        model = dialog.table.model()
        told = model.rowCount()
        assert told >= 8, told
        step.screenshot = hands.snap("62-form-repairs")
        hands.enter()
        hands.give_back()
        step.checked = f"{told} repairs are told with sheet, row and column before it is filled"
    with stage.step("three answers of it") as step:
        filling = filling_of(frame, hands)
        hands.type("曹守田")
        hands.enter()
        hands.wait()
        hands.type("1")
        hands.wait()
        hands.type("1200")
        hands.enter()
        hands.wait()
        assert filling.entry.reading.total().done == 3, filling.entry.reading.total()
        step.screenshot = hands.snap("63-outside-form")
        step.checked = "the question that depends on another one appeared"


def _leave_a_hole(stage: Stage, frame: Frame, hands: Hands) -> None:
    with stage.step("a second survey, left with a hole") as step:
        open_list(frame, hands)
        choose_form(frame, hands, SURVEY)
        hands.until(lambda: isinstance(frame.page, RegisterPage), "the households to choose from")
        hands.wait()
        hands.press(Key.Key_Home, CONTROL)
        hands.enter()
        filling = filling_of(frame, hands)
        fill_survey(hands, filling, "house_geo")
        page = open_list(frame, hands)
        assert page.shelf.counts["draft"] == 2, page.shelf.counts
        step.checked = "two drafts wait"


def _finalise_all(stage: Stage, frame: Frame, hands: Hands) -> None:
    with stage.step("finalise all clean drafts") as step:
        page = open_list(frame, hands)
        hands.tab_to(page.list.finalise_all)
        hands.press(Key.Key_Space)
        hands.until(
            lambda: page.shelf.counts["draft"] == 1 and page.list.isVisible(),
            "the clean draft in the register",
        )
        (held,) = drafts(frame.desk.vault)
        assert held.form == SURVEY
        step.screenshot = hands.snap("64-finalised-all")
        step.checked = f"“{TITLE}” is in the register, the survey with a hole stands with its reason"


def _return_it(stage: Stage, frame: Frame, hands: Hands, station: Vault) -> None:
    there, back = stage.folder / "to-the-station", stage.folder / "from-the-station"
    with stage.step("to the township station on a stick") as step:
        hands.press(Key.Key_6, ALT)
        hands.until(lambda: isinstance(frame.page, SyncPage), "the sync page")
        page = frame.page
        assert isinstance(page, SyncPage)
        there.mkdir()
        part = page.stick
        part.ask_export()
        part.outgoing.receiver.setEditText(bundle_recipient(station))
        part.outgoing.write_to(there)
        assert came_of(part, hands).startswith("✓"), part.outcome.words
        import_bundle(station, *sorted(there.iterdir()), accept=frame.desk.vault.device.fingerprint)
        (sent,) = [one for one in entries(station, VILLAGES[0].scope) if one.form == SURVEY]
        step.checked = f"the station reads the survey of {sent.worker}"
    with stage.step("the station returns it with a remark at the question") as step:
        return_submission(station, sent.id, {ASKED: WORDS})
        back.mkdir()
        export_bundle(station, back, bundle_recipient(frame.desk.vault))
        part.sticks.take_files(sorted(back.iterdir()))
        hands.until(lambda: part.outcome.accept and not part.sticks.busy, "the digits to compare")
        step.screenshot = hands.snap("65-digits")
        hands.tab_to(part.outcome.accept[0])
        hands.press(Key.Key_Space)
        assert came_of(part, hands).startswith("✓"), part.outcome.words
        assert counts(frame.desk.vault)["returned"] == 1
        step.checked = "the digits of both computers were compared once; the remark is here"


def _correct_it(stage: Stage, frame: Frame, hands: Hands) -> None:
    vault = frame.desk.vault
    with stage.step("the returned survey in its list") as step:
        page = open_list(frame, hands)
        show_state(hands, page, "returned")
        step.screenshot = hands.snap("66-returned")
        hands.tab_to(page.list.rows[0])
        hands.enter()
        hands.until(lambda: page.finals.view is not None, "the survey to read")
        view = page.finals.view
        assert view is not None
        step.checked = " · ".join(f"{state} {page.shelf.counts[state]}" for state in STATES)
    with stage.step("corrected at the very question") as step:
        hands.tab_to(view.edit)
        hands.press(Key.Key_Space)
        filling = filling_of(frame, hands)
        hands.press(Key.Key_J, CONTROL)
        hands.until(filling.jump.isVisible, "the jump list")
        hands.type("6")
        hands.enter()
        hands.until(lambda: filling.current() == ASKED, "the question of the remark")
        step.screenshot = hands.snap("67-returned-question")
        hands.replace("5")
        hands.enter()
        hands.wait()
        hands.press(Key.Key_Return, CONTROL, SHIFT)
        hands.until(lambda: page.filling is None, "the corrected survey in the register")
        newest = next(one for one in entries(vault) if one.form == SURVEY and one.state == "finalised")
        xml = get(vault, str(_xml_of(vault, newest.id)))
        assert b"deprecatedID" in xml
        assert newest.edits
        show_state(hands, page, "finalised")
        step.screenshot = hands.snap("68-corrected")
        left = counts(vault)
        assert left["returned"] == 0, left
        step.checked = "a new one names the one it replaces; nothing is returned any more"


def _xml_of(vault: Vault, submission: str) -> object:
    found = record(vault, "submission", submission)
    assert found is not None
    return found.values["xml"]
