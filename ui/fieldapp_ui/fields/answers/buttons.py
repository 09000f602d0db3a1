"""A row of buttons as one input: arrows walk, Space presses, Enter goes on; it breaks into lines where room is short.

The rule it holds: a button that cannot be used now is grey and says why; the keys walk past it.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

from fieldapp_ui.fields.answers.answer import BACK, ON, STAY, step_of
from fieldapp_ui.icons import icon

_GAP = 8
_PASTE, _UNDO = QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Undo


class AnswerButton(QPushButton):
    """One button of a row; the row hears its keys."""

    def __init__(self, words: str, row: "ButtonRow") -> None:
        super().__init__(words, row)
        self._row = row
        self.setAutoDefault(False)

    def event(self, event: QEvent) -> bool:
        """Paste and taking back belong to the row before they belong to the window, where it has a use for them."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._row.wants(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._row.key(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        self._row.moved.emit(ON if on else BACK)
        return True


class ButtonRow(QWidget):
    """Signals: `moved(int)` on or back; `pasted()` Ctrl+V; `deleted()`; `undone()` Ctrl+Z; `typed(str)` a digit;
    `ascended()` Up or Escape."""

    moved = Signal(int)
    pasted = Signal()
    deleted = Signal()
    undone = Signal()
    typed = Signal(str)
    ascended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: list[AnswerButton] = []
        self.takes_back: Callable[[], bool] = lambda: False
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(
        self, words: str, press: Callable[[], object], *, mark: str = "", role: str = "", tip: str = ""
    ) -> AnswerButton:
        """One button more, at the end."""
        made = AnswerButton(words, self)
        made.setProperty("role", role)
        if tip:
            made.setToolTip(tip)
        if mark:
            palette = self.palette()
            tint = palette.link().color() if role == "quiet" else palette.buttonText().color()
            made.setIcon(icon(mark, tint, disabled=palette.placeholderText().color()))
            side = self.fontMetrics().height()
            made.setIconSize(QSize(side, side))
        made.clicked.connect(lambda _=False: press())
        self._buttons.append(made)
        self._flow.addWidget(made)
        return made

    def clear(self) -> None:
        """No button left."""
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()  # not at once: pressing one of them may be what clears the row
        self._buttons = []

    def first(self) -> QWidget:
        """The button that has the focus, else the first that can be used."""
        usable = self._usable()
        return next((one for one in usable if one.hasFocus()), usable[0] if usable else self._buttons[0])

    def has_focus(self) -> bool:
        """Whether one of the buttons has it."""
        return any(one.hasFocus() for one in self._buttons)

    def name_for_readers(self, label: str) -> None:
        """The question goes before each button's own word."""
        for button in self._buttons:
            button.setAccessibleName(f"{label}: {button.text()}")

    def settle(self) -> None:
        """A button that has gone or turned grey hands its focus to the first one that is left."""
        gone = [one for one in self._buttons if one.hasFocus() and (one.isHidden() or not one.isEnabled())]
        if gone and self._usable():
            self._usable()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def key(self, event: QKeyEvent) -> bool:
        """What a key means on any of the buttons; False where it is none of the row's."""
        step, key = step_of(event), event.key()
        if step != STAY and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.moved.emit(step)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._walk(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Escape):
            self.ascended.emit()
        elif event.matches(_PASTE):
            self.pasted.emit()
        elif event.matches(_UNDO) and self.takes_back():
            self.undone.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit()
        elif len(event.text()) == 1 and event.text().isdecimal():
            self.typed.emit(str(int(event.text())))
        else:
            return False
        return True

    def wants(self, event: QKeyEvent) -> bool:
        """Whether the row takes a key that the window has a command for."""
        return event.matches(_PASTE) or (event.matches(_UNDO) and self.takes_back())

    def _usable(self) -> list[AnswerButton]:
        return [one for one in self._buttons if one.isEnabled() and not one.isHidden()]

    def _walk(self, step: int) -> None:
        usable = self._usable()
        at = next((place for place, one in enumerate(usable) if one.hasFocus()), 0)
        usable[max(0, min(len(usable) - 1, at + step))].setFocus(Qt.FocusReason.TabFocusReason)


class FlowLayout(QLayout):
    """Left to right, then the next line: Chinese words are never cut because a window is narrow or type is large."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._placed(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._placed(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.sizeHint())
        return size

    def _placed(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if line and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + _GAP, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, line = x + size.width() + _GAP, max(line, size.height())
        return y + line - rect.y()
