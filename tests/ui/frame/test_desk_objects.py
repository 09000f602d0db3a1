"""Places, settings, themes, words and commands: the small long-lived things of a session."""

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence

from fieldapp.resources import resource
from fieldapp.texts import texts_of
from fieldapp_ui.commands import COMMANDS, NAVIGATION
from fieldapp_ui.icons import NAMES, icon
from fieldapp_ui.language import Language, tr
from fieldapp_ui.navigator import Navigator, Place
from fieldapp_ui.settings import Preferences, Settings
from fieldapp_ui.theme import COLOURS, Theme


def test_going_back_shortens_the_trail(qapp: Any) -> None:
    navigator, asked = Navigator(), list[Place]()
    navigator.asked.connect(asked.append)
    for name in ("today", "register", "household"):
        navigator.arrived(Place(name))
    navigator.back()
    assert asked == [Place("register")]
    navigator.arrived(asked[0])
    navigator.back()
    assert asked[1] == Place("today")


def test_settings_are_kept_and_a_broken_file_means_the_defaults(qapp: Any, tmp_path: Path) -> None:
    file = tmp_path / "sub" / "desktop.json"
    Settings(file).change(theme="dark", text_size=125)
    assert Settings(file).value == Preferences(theme="dark", text_size=125)
    file.write_text("{not json", encoding="utf-8")
    assert Settings(file).value == Preferences()
    file.write_text('{"text_size": "big", "theme": "dark"}', encoding="utf-8")
    assert Settings(file).value == Preferences(theme="dark")


@pytest.mark.parametrize("name", COLOURS)
def test_a_theme_fills_every_place_of_its_sheet_and_scales(qapp: Any, name: str) -> None:
    sheet = Theme(name, 150).style_sheet()
    assert "@" not in sheet
    assert "px*" not in sheet
    assert "font-size: 30px" in sheet


@pytest.mark.parametrize("name", COLOURS)
@pytest.mark.parametrize(
    "front, back",
    [("ink", "paper"), ("ink", "sheet"), ("soft", "sheet"), ("accent", "sheet"), ("accent_ink", "accent")]
    + [(state, "sheet") for state in ("met", "not_met", "unknown")],
)
def test_words_can_be_read_on_their_ground(name: str, front: str, back: str) -> None:
    """WCAG 2.2 AA asks for a contrast of 4.5 for body text."""
    colours = COLOURS[name]
    light, dark = sorted(
        (_luminance(getattr(colours, front)), _luminance(getattr(colours, back))), reverse=True
    )
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_a_word_follows_the_language_at_once(qapp: Any) -> None:
    language = Language("en")
    assert tr("Register") == "Register"
    language.use("zh_CN")
    assert tr("Register") == "户册"
    assert tr("{time} saved", time="10:32") == "10:32 已保存"
    language.use("en")
    assert tr("Register") == "Register"


def test_every_command_has_a_free_key_on_its_page_and_a_known_icon() -> None:
    assert {f"go.{name}" for name in NAVIGATION} <= COMMANDS.keys()
    everywhere = [c for c in COMMANDS.values() if "." not in c.id or c.id.startswith("go.")]
    keys = [c.key for c in everywhere if c.key]
    assert len(keys) == len(set(keys))
    for item in COMMANDS.values():
        assert not item.icon or item.icon in NAMES
        assert not item.key or not QKeySequence(item.key).isEmpty()


def test_every_icon_is_in_the_set(qapp: Any) -> None:
    assert all(not icon(name, "#000000").pixmap(20, 20).isNull() for name in NAMES)


def test_every_word_of_a_command_is_said_in_chinese() -> None:
    words = texts_of("zh_CN").words
    assert [text for c in COMMANDS.values() for text in (c.text, c.help) if text and text not in words] == []


def test_a_translation_keeps_the_places_of_its_source() -> None:
    from lxml import etree

    for message in etree.parse(resource("translations", "zh_CN", "frame.ts")).iter("message"):
        source, target = message.findtext("source") or "", message.findtext("translation") or ""
        assert sorted(re.findall(r"\{\w+\}", source)) == sorted(re.findall(r"\{\w+\}", target)), source


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
