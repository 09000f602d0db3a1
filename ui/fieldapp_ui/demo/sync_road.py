"""Hands on the sync page of any machine: pairing, a round with the badge before and after; the card, a field of it; a
conflict that a person resolves."""

from PySide6.QtCore import Qt

from fieldapp.store import Vault
from fieldapp.store.conflicts import conflicts
from fieldapp.store.receipts import Counts, waiting
from fieldapp.store.records import count, record
from fieldapp.store.signing import signatures
from fieldapp_ui.demo.centre import Centre
from fieldapp_ui.demo.county import HERO, VILLAGES
from fieldapp_ui.demo.hands import Hands, NotSeen
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.village_work import YEAR
from fieldapp_ui.windows.conflicts import ConflictsPage
from fieldapp_ui.windows.factrow import FactRow
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.household import HouseholdPage
from fieldapp_ui.windows.stick import StickPart
from fieldapp_ui.windows.sync import SyncPage

ALT = Qt.KeyboardModifier.AltModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MINE, THEIRS = "13900002001", "13900002002"
MOST_ROWS = 60


def pair_with_centre(stage: Stage, frame: Frame, hands: Hands, centre: Centre, account: str) -> None:
    """Type the address, the code and the fingerprint that the county gave."""
    with stage.step(f"{account} pairs with the county") as step:
        page = sync_page(frame, hands)
        hands.tab_to(page.url)
        hands.type(centre.url)
        hands.tab_to(page.code)
        hands.type(centre.code(account))
        hands.tab_to(page.pairing.pin)
        hands.type(centre.fingerprint)
        hands.enter()
        hands.until(lambda: page.exchange.pairing and not page.exchange.busy, "the pairing")
        step.checked = "a code that is good once; the certificate is the one whose fingerprint was typed"


def synchronise(
    stage: Stage, frame: Frame, hands: Hands, name: str, picture: str = "", before: str = ""
) -> Counts:
    """Ctrl+Shift+S; what the badge says before and after is what the store counts. `picture`s of after and before."""
    with stage.step(name) as step:
        page = sync_page(frame, hands)
        first = badge_counts(frame, hands)
        if before:
            hands.snap(before)
        page.words["now"].clear()
        hands.press(Qt.Key.Key_S, CONTROL, SHIFT)
        hands.until(lambda: page.words["now"].text() and not page.exchange.busy, "the end of the round")
        words = page.words["now"].text()
        assert words.startswith("✓"), words
        last = badge_counts(frame, hands)
        assert last.here == 0, last
        step.screenshot = hands.snap(picture) if picture else ""
        step.checked = f"{words} badge {_told(first)} → {_told(last)}"
    return last


def badge_counts(frame: Frame, hands: Hands) -> Counts:
    """What the badge says, once that is what the store counts."""
    badge, vault = frame.top.badge, frame.desk.vault
    hands.until(lambda: badge.standing and badge.standing.counts == waiting(vault), "the badge")
    counts = waiting(vault)
    assert all(str(one) in badge.text() for one in (counts.here, counts.township, counts.county))
    return counts


def see_it_all(stage: Stage, frame: Frame, hands: Hands, household: str, other: Vault) -> None:
    """The second laptop shows what the first one wrote in its village. The other vault is only asked."""
    with stage.step("the second laptop shows it") as step:
        vault = frame.desk.vault
        village = VILLAGES[0].scope
        households = count(vault, "household", village)
        assert households == count(other, "household", village) > 0
        assert len(signatures(vault, household, YEAR)) == 4
        open_card(frame, hands)
        step.screenshot = hands.snap("77-second-laptop")
        step.checked = f"{households} households, the visit's answers and four signatures"


def open_card(frame: Frame, hands: Hands, words: str = "lcs", name: str = HERO) -> HouseholdPage:
    """A card by Ctrl+F and initials or a number; the hero's by default."""
    hands.command(Qt.Key.Key_F)
    hands.command(Qt.Key.Key_A)
    hands.type(words)
    hands.until(lambda: frame.top.finder.list.rows.rowCount() == 1 or words == "lcs", name)
    hands.until(lambda: frame.top.finder.list.rows.rowCount(), name)
    hands.enter()
    hands.until(lambda: isinstance(frame.page, HouseholdPage), "the card")
    page = frame.page
    assert isinstance(page, HouseholdPage)
    hands.until(lambda: page.editor.id, "the household on the card")
    return page


def edit_phone(stage: Stage, frame: Frame, hands: Hands, household: str, phone: str, who: str) -> None:
    """Change the phone on the card, by keys."""
    with stage.step(f"{who} edits the phone, offline") as step:
        open_card(frame, hands)
        edit_field(frame, hands, "phone", phone)
        home = record(frame.desk.vault, "household", household)
        assert home is not None
        assert home.values["phone"] == phone, home.values["phone"]
        step.checked = "saved at once, with its source"


def edit_field(frame: Frame, hands: Hands, key: str, text: str, tab: str = "overview") -> None:
    """Open the input of a field; type in place of what stands there, or the digit of a choice; Enter."""
    row = open_field(frame, hands, key, tab)
    hands.replace(text)
    if row.entry is not None:  # a choice is kept by its digit
        hands.enter()
    hands.wait()


def open_field(frame: Frame, hands: Hands, key: str, tab: str = "overview") -> FactRow:
    """The input of a field, by Enter."""
    row = find_field(frame, hands, key, tab)
    hands.enter()
    hands.until(lambda: row.entry is not None, f"the input of {key}")
    return row


def find_field(frame: Frame, hands: Hands, key: str, tab: str = "overview") -> FactRow:
    """Turn to a tab of the card, walk down to a field."""
    page = frame.page
    assert isinstance(page, HouseholdPage)
    while page.tab != tab:
        hands.press(Qt.Key.Key_PageDown, CONTROL)
        hands.wait()
    page.facts.rows()[0].setFocus()
    for _ in range(MOST_ROWS):
        row = page.facts.current()
        if row is not None and row.fact.spec.key == key:
            return row
        hands.press(Qt.Key.Key_Down)
        hands.wait()
    raise NotSeen(key)


def resolve_conflict(stage: Stage, frame: Frame, hands: Hands, household: str) -> None:
    """Both values side by side; 2 takes theirs; the conflict is gone."""
    vault = frame.desk.vault
    with stage.step("a visible conflict") as step:
        assert [(one.record, one.field) for one in conflicts(vault)] == [(household, "phone")]
        hands.press(Qt.Key.Key_5, ALT)
        hands.until(lambda: isinstance(frame.page, ConflictsPage), "the conflicts page")
        step.screenshot = hands.snap("80-conflict")
        step.checked = "mine, theirs and the value before stand side by side"
    with stage.step("a person resolves it") as step:
        hands.type("2")
        hands.until(lambda: not conflicts(vault), "the conflict closed")
        step.screenshot = hands.snap("81-resolved")
        home = record(vault, "household", household)
        assert home is not None
        assert home.values["phone"] == THEIRS
        step.checked = "their value is taken, both stay in the history"


def came_of(part: StickPart, hands: Hands) -> str:
    """What the page says of a stick's deed, once it has ended."""
    hands.until(lambda: part.sticks.said is not None and not part.sticks.busy, "what came of the stick")
    return part.outcome.words


def sync_page(frame: Frame, hands: Hands) -> SyncPage:
    """Alt+6."""
    hands.press(Qt.Key.Key_6, ALT)
    hands.until(lambda: isinstance(frame.page, SyncPage), "the sync page")
    page = frame.page
    assert isinstance(page, SyncPage)
    return page


def _told(counts: Counts) -> str:
    return f"{counts.here}/{counts.township}/{counts.county}"
