"""The township's day: paired with the county, the station opened by its switch, a village invited on paper, its laptop
paired by the one line; what it brought goes on to the county, and the table of villages says who was here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.reports.station_sheet import PairingFacts
from fieldapp.store.authority import kept
from fieldapp_paper.text_layer import characters_of
from fieldapp_sync.authority.pairing import pairing_of
from fieldapp_sync.station.station import is_appointed
from fieldapp_ui.demo.centre import STATION, Centre
from fieldapp_ui.demo.county import VILLAGES
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.sync_road import pair_with_centre, sync_page, synchronise
from fieldapp_ui.windows.asking import AskingDialog
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.printing import PaperPreview
from fieldapp_ui.windows.qr import QrCode
from fieldapp_ui.windows.station_invitation import InvitationDialog

Key = Qt.Key
SHEET = "station-sheet.pdf"
LAPTOP = "柳树沟村工作队"


def open_the_station(stage: Stage, frame: Frame, hands: Hands, centre: Centre) -> None:
    """Pair upward, press the switch, and a first round that goes round both hubs."""
    vault = frame.desk.vault
    pair_with_centre(stage, frame, hands, centre, STATION)
    synchronise(stage, frame, hands, "the township's computer asks the county")
    with stage.step("the station is opened by its switch") as step:
        page = sync_page(frame, hands)
        hands.tab_to(page.station.switch)
        hands.press(Key.Key_Space)
        hands.until(lambda: frame.desk.station.state.kind == "on", "the station's hub")
        hands.until(lambda: page.station.station.told, "what the station tells")
        assert is_appointed(vault), "the county has let it vouch for its villages"
        own = pairing_of(vault, "station")
        assert own is not None
        assert own.tier == "township"
        step.screenshot = hands.snap("70-station-open")
        step.checked = (
            f"a hub of its own answers on port {frame.desk.station.state.port}; the county vouches for it"
        )


def invite_a_village(stage: Stage, frame: Frame, hands: Hands) -> PairingFacts:
    """The three villages of one team on one laptop: code, QR, the paper as PDF."""
    with stage.step("a village is invited") as step:
        page = sync_page(frame, hands)
        hands.tab_to(page.station.invite_button)
        hands.press(Key.Key_Space)
        asking = hands.meet(AskingDialog)
        form = asking.pane.form
        assert form.order()[0] == "villages", form.order()
        hands.type("".join(str(place + 1) for place in range(len(VILLAGES))))
        hands.wait()
        hands.enter()
        hands.enter()  # no village that is not listed
        hands.until(lambda: form.input("name").hasFocus(), "the name of the laptop")
        hands.replace(LAPTOP)
        step.screenshot = hands.snap("71-invite")
        for _ in range(3):
            hands.enter()
            hands.wait()
        hands.give_back()
        invitation = hands.meet(InvitationDialog)
        facts = invitation.facts
        step.checked = f"{len(VILLAGES)} villages, one code for one laptop: {facts.account}"
    with stage.step("address, code and fingerprint on paper") as step:
        code = invitation.findChild(QrCode)
        assert code is not None
        assert code.modules
        step.screenshot = hands.snap("72-invitation")
        hands.enter()
        preview = hands.meet(PaperPreview)
        hands.snap("73-paper-station")
        preview.write(stage.out / SHEET)
        _close(hands, invitation)
        assert characters_of((stage.out / SHEET).read_bytes()).issuperset(f"{facts.code}{facts.account}")
        step.checked = f"{SHEET}: code and name can be found in it; on the screen a QR of the same line"
    return facts


def pair_by_line(stage: Stage, frame: Frame, hands: Hands, facts: PairingFacts) -> None:
    """The one line pasted into the address: code and fingerprint come with it."""
    with stage.step("the village's laptop pairs by the one line") as step:
        page = sync_page(frame, hands)
        QApplication.clipboard().setText(facts.line)
        hands.tab_to(page.url)
        hands.snap("74-unpaired")
        hands.command(Key.Key_V)
        hands.until(page.pairing.press.hasFocus, "the line taken apart")
        assert page.code.text() == facts.code
        hands.snap("75-line")
        hands.press(Key.Key_Space)
        hands.until(lambda: page.exchange.pairing and not page.exchange.busy, "the pairing")
        pairing = page.exchange.pairing
        assert pairing is not None
        assert (pairing.tier, set(pairing.scopes)) == ("township", {one.scope for one in VILLAGES})
        step.checked = "address, code and fingerprint from one line; the hub is the township's"


def see_the_villages(stage: Stage, frame: Frame, hands: Hands) -> None:
    """The station's table: every village with its laptop and when it was here."""
    with stage.step("the table of the villages") as step:
        page = sync_page(frame, hands)
        table = page.station.table
        page.station.load()
        hands.until(lambda: table.figures.rowCount() == len(VILLAGES), "a line for each village")
        hands.until(lambda: page.station.station.told.laptops, "the laptop")  # type: ignore[union-attr]
        hands.tab_to(table)
        hands.wait()
        cells = [table.figures.row(line).cells for line in range(table.figures.rowCount())]
        assert {row[0] for row in cells} == {village.name for village in VILLAGES}, cells
        step.screenshot = hands.snap("76-villages")
        vault = frame.desk.vault
        known = [one.name for one in kept.team(vault.ledger)]
        assert LAPTOP in known, known
        step.checked = " · ".join(f"{row[0]} {row[1]}" for row in cells)


def _close(hands: Hands, invitation: InvitationDialog) -> None:
    hands.until(lambda: QApplication.activeModalWidget() is invitation, "the invitation again")
    hands.take(invitation)
    hands.press(Key.Key_Escape)
    hands.until(lambda: QApplication.activeModalWidget() is None, "the page again")
    hands.give_back()
