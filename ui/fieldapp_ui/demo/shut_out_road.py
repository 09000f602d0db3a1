"""A laptop is shut out at the station; what was written on it afterwards comes by stick, waits, and a person decides."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.store import Vault
from fieldapp.store.authority.review import waiting_here
from fieldapp.store.records import record
from fieldapp_sync.bundles import bundle_recipient
from fieldapp_ui.demo.county import VILLAGES
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.laptops import TOWN_SCOPE
from fieldapp_ui.demo.late_road import choose_matter, open_matters
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.stick_road import take_by_strip, write_to_stick
from fieldapp_ui.demo.sync_road import edit_field, open_card, sync_page, synchronise
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.reason import ReasonDialog
from fieldapp_ui.windows.station_village import VillageDialog

Key = Qt.Key
WHY = "换了新电脑"
HOME, PHONE = f"{VILLAGES[0].scope}0003", "13900002003"


def shut_the_laptop_out(stage: Stage, frame: Frame, hands: Hands) -> None:
    """The table of villages, Enter, 2, a reason; the revocation goes to both hubs with the next round."""
    with stage.step("the station shuts a laptop out") as step:
        page = sync_page(frame, hands)
        hands.until(lambda: page.station.table.figures.rowCount(), "the villages")
        hands.tab_to(page.station.table)
        hands.enter()
        dialog = hands.meet(VillageDialog)
        hands.tab_to(dialog.table)
        hands.type("2")
        hands.meet(ReasonDialog)
        hands.type(WHY)
        hands.snap("91-why")
        hands.enter()
        hands.until(lambda: QApplication.activeModalWidget() is dialog, "the laptops again")
        hands.take(dialog)
        hands.until(lambda: WHY in dialog.table.figures.row(0).cells[1], "the reason beside the laptop")
        step.screenshot = hands.snap("92-shut-out")
        hands.press(Key.Key_Escape)
        hands.until(lambda: QApplication.activeModalWidget() is None, "the page again")
        hands.give_back()
        step.checked = f"{WHY}: kept beside the laptop"
    synchronise(stage, frame, hands, "the county hears of it")


def write_after_that(stage: Stage, frame: Frame, hands: Hands, station: Vault, stick: Path) -> str:
    """On the laptop that does not know it yet: a phone, and a bundle for the station. The other vault is only asked."""
    vault = frame.desk.vault
    with stage.step("the laptop that was shut out writes on") as step:
        home = open_card(frame, hands, HOME).editor.id
        edit_field(frame, hands, "phone", PHONE)
        found = record(vault, "household", home)
        assert found is not None
        assert found.values["phone"] == PHONE
        step.checked = write_to_stick(frame, hands, bundle_recipient(station))
        assert any(stick.rglob("*.fab"))
    return home


def decide_what_waits(stage: Stage, frame: Frame, hands: Hands, home: str) -> None:
    """At the station: held, not in the register; old and new side by side; 1 takes it in."""
    vault = frame.desk.vault

    def phone() -> str:
        found = record(vault, "household", home)
        return str(found.values["phone"]) if found else ""

    with stage.step("what it wrote waits for a review") as step:
        words = take_by_strip(frame, hands, "93-late-stick")
        (held,) = waiting_here(vault, TOWN_SCOPE)
        assert phone() != PHONE, "nothing of it counts yet"
        assert held.reason == "revoked", held
        page = open_matters(frame, hands)
        choose_matter(page, hands, "held/")
        step.screenshot = hands.snap("94-review")
        step.checked = f"{words} {held.commits} held of {held.name}: {held.reason}"
    with stage.step("a person takes it in") as step:
        hands.type("1")
        hands.until(lambda: not waiting_here(vault, TOWN_SCOPE), "the review decided")
        hands.until(lambda: phone() == PHONE, "the phone in the register")
        step.screenshot = hands.snap("95-decided")
        step.checked = "one key: now it counts like any other entry"
