"""F1: the guide at the section of the page where one is, in every language, and the keys beside it."""

import re
from typing import Any

import pytest
from PySide6.QtCore import Qt

from fieldapp.resources import resource
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.guide import SECTIONS, Guide
from fieldapp_ui.windows.helpsheet import HelpSheet
from fieldapp_ui.windows.pages import PAGES


def sections(language: str) -> list[str]:
    return re.findall(r"^## (.*)$", Guide(language).text(), re.MULTILINE)


@pytest.mark.parametrize(
    ("page", "heading"),
    [
        ("register", "户册和各种名册"),
        ("sync", "同步"),
        ("conflicts", "冲突、重复记录和待确认事项"),
        ("checklist", "退出核查"),
    ],
)
def test_f1_opens_the_guide_at_the_section_of_the_page(
    qtbot: Any, frame: Frame, desk: Desk, page: str, heading: str
) -> None:
    desk.language.use("zh_CN")
    desk.navigator.go(Place(page))
    qtbot.keyClick(frame, Qt.Key.Key_F1)
    sheet = frame.findChild(HelpSheet)
    qtbot.waitUntil(lambda: sheet.guide.verticalScrollBar().value() > 0)
    headings = [block.text() for block in sheet.guide.headings()]
    assert headings[SECTIONS[page]] == heading
    at_the_end = sheet.guide.verticalScrollBar().value() == sheet.guide.verticalScrollBar().maximum()
    assert sheet.guide.section() == heading or at_the_end
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not sheet.isVisible())


def test_every_page_has_its_section_in_every_language() -> None:
    languages = sorted(folder.name for folder in resource("help").iterdir())
    assert languages == ["en", "zh_CN", "zh_TW"]
    counts = {language: len(sections(language)) for language in languages}
    assert len(set(counts.values())) == 1, counts
    assert SECTIONS.keys() == PAGES.keys()
    assert max(SECTIONS.values()) < counts["en"]


def test_a_language_without_a_guide_reads_the_english_one() -> None:
    assert Guide("fr").text() == Guide("en").text()
