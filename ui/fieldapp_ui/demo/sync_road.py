"""The way out of the village: hub, second laptop, one field edited on both, a conflict a person resolves, a USB stick."""

from pathlib import Path

from PySide6.QtCore import Qt

from fieldapp.store import Vault
from fieldapp.store.conflicts import conflicts
from fieldapp.store.receipts import waiting
from fieldapp.store.records import count, record
from fieldapp.store.signing import signatures
from fieldapp_sync.bundles import bundle_recipient
from fieldapp_ui.background.hub_process import HubProcess, ask_hub
from fieldapp_ui.demo.county import HERO
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.village_work import YEAR
from fieldapp_ui.windows.conflicts import ConflictsPage
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.household import HouseholdPage
from fieldapp_ui.windows.stick import StickPart
from fieldapp_ui.windows.sync import SyncPage

ALT = Qt.KeyboardModifier.AltModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEAM = "柳树沟村工作队"
MINE, THEIRS = "13900002001", "13900002002"
MOST_ROWS = 60
ADDRESS = "柳树沟村2组新院1号"


def pair_with_hub(stage: Stage, frame: Frame, hands: Hands, hub: HubProcess) -> None:
    """Type the address and the code that the station gave."""
    with stage.step("pair with the hub") as step:
        page = _sync_page(frame, hands)
        code = str(ask_hub(stage.folder / "hub", "device", "code", TEAM)["code"])
        hands.until(page.url.hasFocus, "the cursor on the address")
        hands.type(hub.url)
        hands.tab_to(page.code)
        hands.type(code)
        hands.enter()
        hands.until(lambda: page.exchange.pairing and not page.exchange.busy, "the pairing")
        step.checked = "paired by a code that is good once"


def synchronise(stage: Stage, frame: Frame, hands: Hands, picture: str, name: str) -> None:
    """Ctrl+Shift+S, and the three counts."""
    with stage.step(name) as step:
        page = _sync_page(frame, hands)
        hands.press(Qt.Key.Key_S, CONTROL, SHIFT)
        hands.until(lambda: page.words["now"].text() and not page.exchange.busy, "the end of the round")
        words = page.words["now"].text()
        assert words.startswith("✓"), words
        counts = waiting(frame.desk.vault)
        assert counts.here == 0, counts
        step.screenshot = hands.snap(picture)
        step.checked = f"{words} here {counts.here}, township {counts.township}, county {counts.county}"


def see_it_all(stage: Stage, frame: Frame, hands: Hands, household: str, households: int) -> None:
    """The second laptop shows what the first one wrote."""
    with stage.step("the second laptop shows it") as step:
        vault = frame.desk.vault
        assert count(vault, "household", "990101") == households
        assert len(signatures(vault, household, YEAR)) == 4
        open_card(frame, hands)
        step.screenshot = hands.snap("18-second-laptop")
        step.checked = f"{households} households, the visit's answers and four signatures"


def open_card(frame: Frame, hands: Hands) -> None:
    """The hero's card, by Ctrl+F."""
    hands.command(Qt.Key.Key_F)
    hands.command(Qt.Key.Key_A)
    hands.type("lcs")
    hands.until(lambda: frame.top.finder.list.rows.rowCount(), HERO)
    hands.enter()
    hands.until(lambda: isinstance(frame.page, HouseholdPage), "the card")
    page = frame.page
    assert isinstance(page, HouseholdPage)
    hands.until(lambda: page.editor.id, "the household on the card")


def edit_phone(stage: Stage, frame: Frame, hands: Hands, household: str, phone: str, who: str) -> None:
    """Change the phone on the card, by keys."""
    with stage.step(f"{who} edits the phone, offline") as step:
        open_card(frame, hands)
        edit_field(frame, hands, "phone", phone)
        home = record(frame.desk.vault, "household", household)
        assert home is not None
        assert home.values["phone"] == phone, home.values["phone"]
        step.checked = "saved at once, with its source"


def edit_field(frame: Frame, hands: Hands, key: str, text: str) -> None:
    """Walk down to a field of the first tab, Enter, type, Enter."""
    page = frame.page
    assert isinstance(page, HouseholdPage)
    page.tabs.setCurrentIndex(0)
    page.facts.rows()[0].setFocus()
    for _ in range(MOST_ROWS):
        row = page.facts.current()
        if row is not None and row.fact.spec.key == key:
            break
        hands.press(Qt.Key.Key_Down)
        hands.wait()
    hands.enter()
    hands.until(lambda: row is not None and row.entry is not None, f"the input of {key}")
    hands.replace(text)
    hands.enter()
    hands.wait()


def resolve_conflict(stage: Stage, frame: Frame, hands: Hands, household: str) -> None:
    """Both values side by side; 2 takes theirs; the conflict is gone."""
    vault = frame.desk.vault
    with stage.step("a visible conflict") as step:
        assert [(one.record, one.field) for one in conflicts(vault)] == [(household, "phone")]
        hands.press(Qt.Key.Key_5, ALT)
        hands.until(lambda: isinstance(frame.page, ConflictsPage), "the conflicts page")
        step.screenshot = hands.snap("19-conflict")
        step.checked = "mine, theirs and the value before stand side by side"
    with stage.step("a person resolves it") as step:
        hands.type("2")
        hands.until(lambda: not conflicts(vault), "the conflict closed")
        step.screenshot = hands.snap("20-resolved")
        home = record(vault, "household", household)
        assert home is not None
        assert home.values["phone"] == MINE
        step.checked = "their value is taken, both stay in the history"


def carry_by_stick(stage: Stage, frame: Frame, hands: Hands, household: str, other: Vault) -> Path:
    """Export what the other laptop has not, for its key, into a folder as a stick's. The other vault is only asked."""
    stick = stage.folder / "stick"
    stick.mkdir()
    with stage.step("export to a USB stick") as step:
        open_card(frame, hands)
        edit_field(frame, hands, "address", ADDRESS)
        part = _sync_page(frame, hands).stick
        part.ask_export()
        part.outgoing.receiver.setEditText(bundle_recipient(other))
        part.outgoing.write_to(stick)
        assert came_of(part, hands).startswith("✓"), part.outcome.words
        step.screenshot = hands.snap("21-export")
        step.checked = "signed, and encrypted for the other laptop alone"
    return stick


def take_from_stick(stage: Stage, frame: Frame, hands: Hands, household: str, stick: Path) -> None:
    """Take the bundle in, twice: the second time nothing happens."""
    with stage.step("import from the USB stick") as step:
        part = _sync_page(frame, hands).stick
        for _ in range(2):
            part.sticks.take_files(sorted(stick.glob("bundle-*.fab")))
            assert came_of(part, hands).startswith("✓"), part.outcome.words
        home = record(frame.desk.vault, "household", household)
        assert home is not None
        assert home.values["address"] == ADDRESS
        step.screenshot = hands.snap("22-import")
        step.checked = "the change is here without a network; taking it in twice does no harm"


def came_of(part: StickPart, hands: Hands) -> str:
    """What the page says of a stick's deed, once it has ended."""
    hands.until(lambda: part.sticks.said is not None and not part.sticks.busy, "what came of the stick")
    return part.outcome.words


def write_bundle(hands: Hands, page: SyncPage, key: str, folder: Path) -> None:
    """For the vault with this bundle key, into a folder as a stick's."""
    page.stick.ask_export()
    page.stick.outgoing.receiver.setEditText(key)
    page.stick.outgoing.write_to(folder)
    ended_well(hands, page, "the bundle")


def ended_well(hands: Hands, page: SyncPage, what: str) -> None:
    """Wait for the end of a stick's deed, and see that it says so."""
    sticks = page.stick.sticks
    hands.until(lambda: sticks.said is not None and not sticks.busy, what)
    assert sticks.said is not None
    assert sticks.said.state == "good", sticks.said.lines


def bundles_on(folder: Path) -> list[Path]:
    """Every file of a bundle below a folder."""
    return sorted(folder.rglob("*.fab"))


def _sync_page(frame: Frame, hands: Hands) -> SyncPage:
    hands.press(Qt.Key.Key_6, ALT)
    hands.until(lambda: isinstance(frame.page, SyncPage), "the sync page")
    assert isinstance(frame.page, SyncPage)
    return frame.page
