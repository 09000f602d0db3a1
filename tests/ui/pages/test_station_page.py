"""The station by keys: opened by one switch, a village invited by code, its laptop seen and shut out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.domain.region import is_region_code
from fieldapp.errors import SyncError
from fieldapp.reports.station_sheet import PairingFacts
from fieldapp.store.authority import kept
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.vault import now_ms
from fieldapp_server.serving import listening
from fieldapp_sync.authority.pairing import pair
from fieldapp_sync.authority.pairing_text import pairing_code_text, read_pairing_text
from fieldapp_sync.rounds.noted import synchronise
from fieldapp_sync.station.station import choose
from fieldapp_sync.station.villages import VillageState
from fieldapp_ui.background.station_hub import StationState
from fieldapp_ui.editing.station_invite import InviteStep
from fieldapp_ui.editing.station_words import (
    ago_words,
    clock_words,
    state_words,
    village_headings,
    village_rows,
)
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.asking import AskingDialog
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.pairing_form import PairingForm
from fieldapp_ui.windows.printing import PaperPreview
from fieldapp_ui.windows.qr import QrCode
from fieldapp_ui.windows.reason import ReasonDialog
from fieldapp_ui.windows.station import StationPart
from fieldapp_ui.windows.station_invitation import InvitationDialog
from fieldapp_ui.windows.station_village import VillageDialog
from fieldapp_ui.windows.sure import SureDialog

TOWNSHIP, VILLAGE = "990101001", "990101001201"
SECONDS = 30_000
DAY = 86_400_000
STATION_WIDTH = 983
"""What the page leaves the table at 1366 × 768 and a text size of 150 %."""


def write(vault, number):
    change = Change("household", None, "add", {"household_no": number})
    save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))


@pytest.fixture
def desk(make_vault, make_desk):
    desk = make_desk(make_vault("station", role="township", scopes=(TOWNSHIP,)))
    with listening("127.0.0.1", 0) as door:
        choose(desk.vault, port=door.getsockname()[1])
    yield desk
    desk.station.stop()


@pytest.fixture
def part(desk, hands):
    made = StationPart(desk)
    hands.open(made)
    return made


def dialog_of(qtbot, kind):
    def found():
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()), timeout=SECONDS)
    made = found()[0]
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made, timeout=SECONDS)
    return made


def turn_on(part, hands, qtbot):
    part.switch.setFocus()
    hands.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: part.station.told is not None, timeout=SECONDS)


def test_the_whole_day_of_a_station_by_keys(part, hands, qtbot, desk, make_vault):
    assert part.switch.text() == "Open the township station"
    turn_on(part, hands, qtbot)
    assert part.words.text().startswith("✓")
    assert part.none.isVisible()
    # A village is invited.
    part.invite_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    asking = dialog_of(qtbot, AskingDialog)
    form = asking.pane.form
    assert form.order()[0] == "code", "no village is known yet: its code is typed"
    hands.type(VILLAGE)
    hands.enter()
    hands.type("Qianzhuang, Wang")
    for _ in range(3):
        hands.enter()
    invitation = dialog_of(qtbot, InvitationDialog)
    facts = invitation.facts
    assert facts.line == pairing_code_text(facts.addresses[0], facts.code, facts.fingerprint)
    assert invitation.findChild(QrCode).modules
    invitation.copy()
    assert QApplication.clipboard().text() == facts.line
    hands.enter()
    assert dialog_of(qtbot, PaperPreview)._document.name == "station-sheet"
    hands.press(Qt.Key.Key_Escape)
    dialog_of(qtbot, InvitationDialog)
    hands.press(Qt.Key.Key_Escape)
    part.window().activateWindow()
    qtbot.waitUntil(lambda: part.table.figures.rowCount() == 1, timeout=SECONDS)
    assert part.table.figures.row(0).cells[1] == "invited"
    # Its laptop pairs with the line and brings its work.
    laptop = make_vault("village")
    told = read_pairing_text(facts.line)
    local = facts.line.replace(told.url.removeprefix("https://"), f"127.0.0.1:{desk.station.state.port}")
    pair(laptop, local, "")
    write(laptop, "1")
    synchronise(laptop)
    synchronise(desk.vault)
    part.load()
    qtbot.waitUntil(lambda: part.table.figures.row(0).cells[1] == "just now", timeout=SECONDS)
    cells = part.table.figures.row(0).cells
    assert (cells[2], cells[3]) == ("0", "1")
    assert cells[6].startswith("! ")
    assert "slow" in cells[6], "the clock of the test's laptop stands in 2019"
    # It is lost: shut out for a reason, and that travels.
    part.table.go_in()
    hands.enter()
    village = dialog_of(qtbot, VillageDialog)
    hands.type("2")
    dialog_of(qtbot, ReasonDialog)
    hands.type("stolen")
    hands.enter()
    qtbot.waitUntil(lambda: "stolen" in village.table.figures.row(0).cells[1], timeout=SECONDS)
    with pytest.raises(SyncError, match="no longer lets this computer in"):
        synchronise(laptop)
    synchronise(desk.vault)
    assert kept.Keys(desk.vault.ledger).counts_until(laptop.device.public.hex()) is not None
    # A code for the laptop that replaces it.
    dialog_of(qtbot, VillageDialog)
    hands.type("1")
    assert dialog_of(qtbot, InvitationDialog).facts.code != facts.code
    hands.press(Qt.Key.Key_Escape)
    dialog_of(qtbot, VillageDialog)
    hands.press(Qt.Key.Key_Escape)
    # Closed after a question.
    part.turn()
    dialog_of(qtbot, SureDialog)
    hands.enter()
    qtbot.waitUntil(lambda: desk.station.state.kind == "off", timeout=SECONDS)
    assert part.switch.text() == "Open the township station"


def test_whoever_may_not_run_a_station_does_not_see_it(make_vault, make_desk, qtbot):
    part = StationPart(make_desk(make_vault("team")))
    qtbot.addWidget(part)
    assert part.isHidden()
    county = StationPart(make_desk(make_vault("county", role="county", scopes=("990101",))))
    qtbot.addWidget(county)
    assert not county.isHidden()


def test_a_line_pasted_or_typed_into_any_field_fills_the_form(desk, hands, qtbot):
    host = QWidget()
    form = PairingForm(desk.theme, host)
    hands.open(host)
    line = pairing_code_text(
        "https://192.168.1.5:8737", "ABCD-EFGH", "0123 4567 89ab cdef 0123 4567 89ab cdef"
    )
    for field in (form.url, form.code, form.pin):
        for each in (form.url, form.code, form.pin):
            each.clear()
        field.setFocus()
        if field is form.code:
            QApplication.clipboard().setText(line)
            field.paste()
        else:
            hands.type(line)
        assert form.url.text() == "https://192.168.1.5:8737"
        assert form.code.text() == "ABCD-EFGH"
        assert form.pin.text() == "0123456789abcdef" * 2
        assert form.press.hasFocus()


def test_villages_outside_the_station_or_no_village_are_refused_beside_the_field(desk):
    step = InviteStep(desk)
    for typed in ({}, {"code": "990101002201"}, {"code": "hello"}):
        with pytest.raises(SyncError) as refused:
            step.do(typed, {"name": "x", "role": "team", "minutes": "hour"})
        assert step.place_of(refused.value) == "code"
    assert is_region_code(VILLAGE)


def state(now, **more):
    base = {"scope": VILLAGE, "accounts": ("a",), "laptops": 1, "seen_ms": now, "waiting": 0}
    base |= {"for_centre": 0, "held": 0, "conflicts": 0, "clock_off_ms": 0, "invited": False}
    return VillageState(**(base | more))


def test_who_is_silent_is_marked_by_word_and_sign():
    now = now_ms()
    (row,) = village_rows([state(now, seen_ms=now - 15 * DAY)], {VILLAGE: "Qianzhuang"}, now)
    assert row.cells[0] == "Qianzhuang"
    assert row.cells[1] == "! 15 days ago"
    (row,) = village_rows([state(now, clock_off_ms=3 * 3_600_000)], {}, now)
    assert row.cells[6] == "! 3 hours fast"
    (row,) = village_rows([state(now, laptops=0, waiting=None, seen_ms=0)], {}, now)
    assert row.cells[1:3] == ("not invited", "")
    (row,) = village_rows([state(now, laptops=2)], {VILLAGE: "Qianzhuang"}, now)
    assert row.cells[0] == "Qianzhuang · 2 laptops"
    assert ago_words(now - 90_000, now) == "just now"
    assert ago_words(now - 600_000, now) == "10 minutes ago"
    assert clock_words(-30 * 60_000) == "30 minutes slow"


def test_no_column_of_the_villages_is_out_of_sight_in_the_largest_type_of_a_small_screen(qtbot, desk):
    desk.language.use("zh_CN")
    now, theme = now_ms(), Theme("light", 150)
    off = 3 * 3_600_000
    busy = state(
        now, laptops=2, seen_ms=now - 15 * DAY, waiting=1234, for_centre=12345, held=123, conflicts=99
    )
    rows = village_rows([busy, state(now, clock_off_ms=off), state(now, laptops=0, invited=True)], {}, now)
    table = FigureTable(theme, "villages")
    qtbot.addWidget(table)
    table.resize(STATION_WIDTH, 300)
    table.show()
    table.show_rows(village_headings(), rows)
    header = table.horizontalHeader()
    assert header.length() <= table.viewport().width()
    assert header.sectionSize(0) >= theme.px(80), "and the name is still read"


def test_every_state_of_the_station_is_a_sentence():
    why = SyncError("station.not_started", "The station could not be started.")
    assert "again by itself" in state_words(StationState("failed", why=why))
    assert "ended by itself" in state_words(StationState("starting", deaths=1))
    assert "2 times" in state_words(StationState("on", deaths=2))


def test_the_sheet_says_all_that_is_needed_in_every_language():
    from fieldapp.reports.inputs import Imprint
    from fieldapp.reports.station_sheet import station_sheet
    from fieldapp.texts import texts_of

    facts = PairingFacts(
        "王", "前庄村", ("https://192.168.1.5:8737",), "ABCD-EFGH", "00 11", "fieldapp://x", "今天"
    )
    for language in ("en", "zh_CN"):
        document = station_sheet(facts, Imprint("王队长", "2019-11-13 10:00"), texts_of(language))
        words = repr(document)
        assert all(part in words for part in ("ABCD-EFGH", "00 11", "fieldapp://x", "192.168.1.5:8737"))


def test_no_line_of_the_printed_sheet_is_cut_inside_the_address_or_the_code():
    from fieldapp.reports.document import Symbol
    from fieldapp.reports.inputs import Imprint
    from fieldapp.reports.station_sheet import station_sheet
    from fieldapp.texts import texts_of
    from fieldapp_paper.measure import BODY_WIDTH, Paragraph
    from fieldapp_paper.symbols import QUIET, SIDE, WORDS

    url, code, pin = "https://192.168.100.100:65535", "WWWW-MMMM", "8de7 c1e4 6f5d 8b71 0fbb d61c a59f 1148"
    facts = PairingFacts("王", "前庄村", (url,), code, pin, pairing_code_text(url, code, pin), "今天")
    sheet = station_sheet(facts, Imprint("王队长", "2019-11-13 10:00"), texts_of("zh_CN"))
    (symbol,) = [block for block in sheet.blocks if isinstance(block, Symbol)]
    parts = symbol.words[1].splitlines()
    assert parts == [f"fieldapp://{url.removeprefix('https://')}/", code, f"#{pin.replace(' ', '')}"]
    assert Paragraph(symbol.words[1], WORDS, BODY_WIDTH - 2 * QUIET - SIDE).lines == len(parts), "none is cut"
    assert read_pairing_text(symbol.words[1]) == read_pairing_text(facts.line), (
        "typed off the paper it still pairs"
    )


def test_the_invitation_fits_a_small_screen_in_the_largest_type(qtbot, desk, hands):
    desk.look.wear(Theme("light", 150))
    line = pairing_code_text("https://192.168.1.5:8737", "ABCD-EFGH", "00 11")
    facts = PairingFacts("王", "前庄村", ("https://192.168.1.5:8737",), "ABCD-EFGH", "00 11", line, "今天")
    holder = QWidget()
    qtbot.addWidget(holder)
    dialog = InvitationDialog(desk, facts, holder)
    dialog.show()
    assert dialog.sizeHint().height() < 690, "1366 × 768 less the bars of the desktop and the window"
