"""The catalogue of commands: each key means one thing in one place, each command has an icon, a page and the palette."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QKeySequence

import fieldapp_ui
from fieldapp_ui.commands import BESIDE, COMMANDS, NAVIGATION
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.icons import NAMES
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.page import Page
from fieldapp_ui.windows.pages import PAGES
from fieldapp_ui.windows.record_deeds import ALL_DEEDS, DEEDS, NEED_CARD


def _places(frame: Frame, desk: Desk) -> Iterator[tuple[str, set[str]]]:
    """Every page, and what can be done there; the card of a record offers the deeds of one list at a time."""
    for name in PAGES:
        if name in ("form", "workshop"):
            continue
        desk.navigator.go(Place(name))
        assert isinstance(frame.page, Page)
        known = {one for one in COMMANDS if frame.actions_here.knows(one)}
        yield name, known
        if name == "record":
            for deeds in ({NEED_CARD}, *map(set, DEEDS.values())):
                yield f"{name} {min(deeds)}", (known - ALL_DEEDS) | deeds


def _twice(known: set[str]) -> list[str]:
    keys = Counter(COMMANDS[one].key for one in known if COMMANDS[one].key)
    return [key for key, count in keys.items() if count > 1]


def test_a_key_means_one_thing_in_one_place(frame: Frame, desk: Desk) -> None:
    clashes = {name: found for name, known in _places(frame, desk) if (found := _twice(known))}
    assert clashes == {}


def test_the_rule_sees_two_commands_with_one_key() -> None:
    assert _twice({"go.duplicates", "duplicate.apart"}) == []
    assert _twice({"register.export", "compare.export"}) == ["Ctrl+Shift+E"]


def test_no_page_takes_a_key_that_works_everywhere(frame: Frame) -> None:
    everywhere = {one for one in COMMANDS if one in frame.actions_here._everywhere}
    taken = {COMMANDS[one].key: one for one in everywhere if COMMANDS[one].key}
    stolen = {one: item.key for one, item in COMMANDS.items() if one not in everywhere and item.key in taken}
    assert stolen == {}


def test_every_command_has_an_icon_of_the_set_and_a_key_that_can_be_typed() -> None:
    assert [one for one, item in COMMANDS.items() if item.icon not in NAMES] == []
    assert [one for one, item in COMMANDS.items() if item.key and QKeySequence(item.key).isEmpty()] == []


def test_every_place_of_the_navigation_and_beside_it_is_a_command_and_a_page() -> None:
    for name in (*NAVIGATION, *BESIDE):
        assert f"go.{name}" in COMMANDS
        assert name in PAGES


def test_no_command_is_left_that_nothing_does() -> None:
    folder = Path(fieldapp_ui.__file__).parent
    sources = [one for one in folder.rglob("*.py") if one.parent != folder / "commands"]
    words = "".join(one.read_text(encoding="utf-8") for one in sources)
    named = {one for one in COMMANDS if f'"{one}"' in words} | {
        f"go.{name}" for name in (*NAVIGATION, *BESIDE)
    }
    # The register's own are named by their ending: "register." and the name of the deed.
    assert {one for one in COMMANDS if not one.startswith(("go.", "register."))} - named == set()
