"""Chips and other buttons: the one with the focus has one clean frame, at its edge."""

import re
from typing import Any

import pytest

from fieldapp_ui.theme import COLOURS, Theme


@pytest.mark.parametrize("theme", COLOURS)
def test_a_button_with_the_focus_has_the_frame_of_the_sheet_and_none_of_the_style_within_it(
    qapp: Any,
    theme: str,
) -> None:
    sheet = Theme(theme).style_sheet()
    plain, focused = (
        re.search(rf"^{rule} {{([^}}]*)}}", sheet, re.M) for rule in ("QPushButton", "QPushButton:focus")
    )
    assert plain is not None
    assert "outline: none" in plain[1], "Fusion draws a second frame around the words else"
    assert focused is not None
    assert "border: 2px solid" in focused[1], "the focus is seen"
