"""What hands and eyes do with forms on the roads: the list and its states, choosing a form, answers by name."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from fieldapp.store.submission_list import STATES, State
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.windows.forms.filling import FormFilling
from fieldapp_ui.windows.forms.page import FormPage
from fieldapp_ui.windows.frame import Frame

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def open_list(frame: Frame, hands: Hands) -> FormPage:
    """Alt+3: the list of forms."""
    hands.press(Key.Key_3, ALT)
    hands.until(lambda: isinstance(frame.page, FormPage), "the forms page")
    page = frame.page
    assert isinstance(page, FormPage)
    hands.until(lambda: page.list.isVisible() and page.list.current_form(), "the list of forms")
    return page


def choose_form(frame: Frame, hands: Hands, form: str) -> None:
    """Walk down to a form and Enter."""
    page = frame.page
    assert isinstance(page, FormPage)
    for _ in page.list.rows:
        chosen = page.list.current_form()
        if chosen is not None and chosen.id == form and QApplication.focusWidget() in page.list.rows:
            break
        hands.press(Key.Key_Down)
        hands.wait()
    hands.enter()


def filling_of(frame: Frame, hands: Hands) -> FormFilling:
    """The form being filled, once it is there."""
    hands.until(
        lambda: isinstance(frame.page, FormPage) and frame.page.filling is not None, "the form to fill"
    )
    page = frame.page
    assert isinstance(page, FormPage)
    assert page.filling is not None
    hands.until(page.filling.column.is_complete, "the first questions")
    return page.filling


def show_state(hands: Hands, page: FormPage, state: State) -> None:
    """The list of one state, by the arrow keys on the chips."""
    chips = page.list.states
    chip = chips.findChild(QPushButton, chips.key)
    assert chip is not None
    hands.tab_to(chip)
    steps = STATES.index(state) - STATES.index(cast(State, chips.key))
    hands.press(Key.Key_Right if steps > 0 else Key.Key_Left, times=abs(steps))
    hands.until(lambda: chips.key == state, f"the list of {state}")


def value_of(filling: FormFilling, name: str) -> str:
    """The answer of a question, by its name."""
    nodes = filling.entry.session.state()
    return next(node.value for ref, node in nodes.items() if ref.rpartition("/")[2] == name)
