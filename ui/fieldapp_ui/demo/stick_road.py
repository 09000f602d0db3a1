"""A stick between the station and the second laptop: the bundle with the photo out, its receipt back, by F12."""

from pathlib import Path

from PySide6.QtCore import Qt

from fieldapp.store import Vault
from fieldapp_sync.bundles import bundle_recipient
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.photo_road import see_the_whole_picture
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.sync_road import came_of, sync_page
from fieldapp_ui.editing.stick import StickDesk
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.stick_strip import StickStrip
from fieldapp_ui.windows.today import TodayPage

F12 = Qt.Key.Key_F12


def write_with_photo(stage: Stage, frame: Frame, hands: Hands, other: Vault, stick: Path) -> None:
    """At the station: F12 opens the form for the stick; the receiver, what goes, Enter. The other vault is only asked."""
    with stage.step("the station writes to a stick") as step:
        sync_page(frame, hands)
        key, files = bundle_recipient(other), _files(stick)
        words = write_to_stick(frame, hands, key, "87-stick-out")
        new = _files(stick) - files
        assert new
        step.screenshot = "87-stick-out.png"
        step.checked = f"{words} {sum(path.stat().st_size for path in new) // 1024} KB"


def write_to_stick(frame: Frame, hands: Hands, key: str, picture: str = "") -> str:
    """By the strip and its key, for a bundle key; gives the first line of what came of it."""
    _wait_for_strip(frame, hands)
    part = sync_page(frame, hands).stick
    hands.press(F12)
    hands.until(part.outgoing.isVisible, "the form for the stick")
    hands.until(lambda: part.outgoing.stick.count(), "the stick in the form")
    hands.tab_to(part.outgoing.receiver)
    hands.replace(key)
    hands.until(lambda: part.outgoing.chosen(), "for whom")
    hands.until(hands.at_rest, "what goes")
    if picture:
        hands.snap(picture)
    hands.enter()
    words = came_of(part, hands)
    assert words.startswith("✓"), words
    return words.splitlines()[0]


def take_with_photo(stage: Stage, frame: Frame, hands: Hands, photo: str) -> None:
    """At the second laptop: the strip says what the stick carries, F12 takes it in; the photo is whole."""
    with stage.step("the second laptop takes it in by F12") as step:
        words = take_by_strip(frame, hands, "88-strip")
        step.screenshot = "88-strip.png"
        step.checked = words
    with stage.step("the photo is whole") as step:
        step.checked = see_the_whole_picture(frame, hands, photo)
        step.screenshot = hands.snap("89-whole-picture")


def take_receipt(stage: Stage, frame: Frame, hands: Hands) -> None:
    """Back at the station the strip offers the receipt that lies on the stick; after it, nothing more is to be sent."""
    with stage.step("the receipt comes back by the same stick") as step:
        words = take_by_strip(frame, hands, "90-receipt")
        step.screenshot = "90-receipt.png"
        step.checked = words


def take_by_strip(frame: Frame, hands: Hands, picture: str) -> str:
    """F12 on what the strip offers, anywhere in the program; gives the first line of what came of it."""
    hands.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    hands.until(lambda: isinstance(frame.page, TodayPage), "the first page")
    strip = _wait_for_strip(frame, hands)
    hands.until(lambda: strip.take.isVisible(), "something on the stick for this computer")
    hands.until(hands.at_rest, "the first page read anew")
    hands.snap(picture)
    hands.press(F12)
    sticks = StickDesk.of(frame.desk)
    hands.until(lambda: sticks.said is not None and not sticks.busy, "what came of the stick")
    assert strip.outcome.words.startswith("✓"), strip.outcome.words
    return strip.outcome.words.splitlines()[0]


def _wait_for_strip(frame: Frame, hands: Hands) -> StickStrip:
    strip = frame.sticks.strip
    hands.until(strip.isVisible, "the strip of the stick")
    return strip


def _files(stick: Path) -> set[Path]:
    return {path for path in stick.rglob("*") if path.is_file()}
