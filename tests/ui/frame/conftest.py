"""The frame of a session, shown offscreen at 1366 × 768."""

from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6

from fieldapp_ui.desk import Desk
from fieldapp_ui.windows.frame import Frame


@pytest.fixture
def frame(qtbot: Any, desk: Desk) -> Iterator[Frame]:
    """The frame on the page of the morning, active and with its counts shown."""
    made = Frame(desk)
    made.show_first()
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: not desk.tasks.running)
    yield made
    made.close()
    made.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(made))
