"""Choosing one or several: by code digit, by pinyin, by click, by arrows and Space; all choices are in sight."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.answers.answer import BACK, ON, STAY, step_of
from fieldapp_ui.fields.choices.grid import ChoiceGrid, Pictures, no_picture
from fieldapp_ui.fields.choices.keys import ChoiceKeys

_ARROWS = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
}


class ChoiceAnswer(ChoiceGrid):
    """Radio buttons for one answer, check boxes for several. Choosing one by its last digit moves on."""

    def __init__(
        self, node: NodeState, parent: QWidget | None = None, *, pictures: Pictures = no_picture
    ) -> None:
        super().__init__(node, parent, pictures)
        self._value, self._readonly = node.value, node.readonly
        self._keys = ChoiceKeys(self, node.multiple)
        self._keys.hit.connect(self._hit)
        self._keys.neared.connect(self._near)
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the choices (built anew only when they changed) and which are taken."""
        self._value, self._readonly = node.value, node.readonly
        if node.choices != self._choices or not node.choices:
            self._keys.forget()
            self._rebuild(node.choices)
        taken = set(node.value.split())
        for button, choice in zip(self._buttons, self._choices, strict=True):
            button.setChecked(choice.value in taken)
            button.setEnabled(not node.readonly)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus belongs to a choice."""
        super().focusInEvent(event)
        if self._buttons:
            self.input().setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """With no choice to show, Enter still moves on."""
        if not self._key(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of every choice button."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab leaves the whole question; buttons that make room for others do not."""
        if self._renewing:
            return True
        self.commit()
        self.moved.emit(ON if on else BACK)
        return True

    def commit(self) -> None:
        """Takes a code that still waits for a second digit."""
        self._keys.settle()

    def _key(self, event: QKeyEvent) -> bool:
        step, key = step_of(event), Qt.Key(event.key())
        if step != STAY:
            self.commit()
            self.moved.emit(step)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
        elif key in _ARROWS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._walk(*_ARROWS[key])
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._keys.forget()
            self._report("")
        else:
            return not self._readonly and self._keys.type(event, self._choices, self._codes)
        return True

    def _hit(self, place: int, goes_on: bool) -> None:
        """A code or the only match of what was typed."""
        self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
        self._take(place)
        if goes_on and not self._multiple:
            self.moved.emit(ON)

    def _near(self, place: int) -> None:
        self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, place: int) -> None:
        value = self._choices[place].value
        if not self._multiple:
            return self._report(value)
        taken = set(self._value.split()) ^ {value}
        return self._report(" ".join(choice.value for choice in self._choices if choice.value in taken))

    def _clicked(self, place: int) -> None:
        self._take(place)
        if self._look.quick:
            self.moved.emit(ON)

    def _report(self, value: str) -> None:
        if self._readonly:
            return
        self._value = value
        taken = set(value.split())
        for button, choice in zip(self._buttons, self._choices, strict=True):
            button.setChecked(choice.value in taken)
        self.answered.emit(value)

    def _walk(self, across: int, down: int) -> None:
        """To the choice beside, or the one below; in a table up and down lead to the questions around."""
        if down and self._look.shape in ("marks", "list"):
            self.moved.emit(ON if down > 0 else BACK)
            return
        here = next((place for place, button in enumerate(self._buttons) if button.hasFocus()), None)
        if here is not None:
            beside, below = here + across + down, here + across + down * self._cells.columns
            last = len(self._buttons) - 1
            place = below if 0 <= below <= last else max(0, min(last, beside))
            self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
