"""Editing a fact in place by choosing: yes or no, one code, several codes; by click or by typing the code's digits."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QPushButton, QWidget

from fieldapp_ui.fields.answers.answer import STAY, step_of
from fieldapp_ui.fields.answers.codes import type_digit


class FactChoice(QWidget):
    """Choices as chips, each with the digits that choose it. `choices` are (id, digits, words).

    Signals: `kept(int)`, `left()`, `given_up()` as FactLine's; `answered()` when another choice is taken. A single
    choice is kept by its last digit.
    """

    answered = Signal()
    kept = Signal(int)
    left = Signal()
    given_up = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[str, str, str]],
        value: str,
        *,
        several: bool = False,
        columns: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._several = several
        self._codes = tuple(digits for _, digits, _ in choices)
        self._digits = ""
        self._buttons: dict[str, QAbstractButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        taken = set(value.split())
        for place, (name, digits, words) in enumerate(choices):
            chip = QPushButton(f"{digits}  {words}")
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(name in taken)
            chip.setAutoDefault(False)
            chip.installEventFilter(self)
            chip.clicked.connect(lambda _=False, name=name: self._clicked(name))
            self._buttons[name] = chip
            grid.addWidget(chip, place // columns, place % columns)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def typed(self) -> str:
        """The ids chosen, by spaces."""
        return " ".join(name for name, button in self._buttons.items() if button.isChecked())

    def choose(self, value: str) -> None:
        """Take these ids, by spaces, as if they had been clicked."""
        taken = set(value.split())
        for name, chip in self._buttons.items():
            chip.setChecked(name in taken)
        self.answered.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        chosen = next((button for button in self._buttons.values() if button.isChecked()), None)
        first = chosen or next(iter(self._buttons.values()), None)
        if first is not None:
            first.setFocus(event.reason())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            away = event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason)
            if away and self.window().focusWidget() not in self._buttons.values():
                self.left.emit()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key, text = event.key(), event.text()
        if (step := step_of(event)) != STAY:
            self.kept.emit(step)
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._clear()
        elif text.isascii() and text.isdigit() and len(text) == 1:
            self._type(text)
        else:
            return False
        return True

    def _type(self, digit: str) -> None:
        typed = type_digit(self._digits, digit, self._codes)
        self._digits = typed.digits if typed.open else ""
        if typed.place is None:
            return
        name = tuple(self._buttons)[typed.place]
        self._take(name)
        self._buttons[name].setFocus(Qt.FocusReason.TabFocusReason)
        if not self._several and not typed.open:
            self.kept.emit(1)

    def _clicked(self, name: str) -> None:
        if not self._several:
            on = self._buttons[name].isChecked()
            self._clear()
            self._buttons[name].setChecked(on)
            self.answered.emit()
            self.kept.emit(0)
        else:
            self.answered.emit()

    def _take(self, name: str) -> None:
        button = self._buttons[name]
        if self._several:
            button.setChecked(not button.isChecked())
        else:
            self._clear()
            button.setChecked(True)
        self.answered.emit()

    def _clear(self) -> None:
        for button in self._buttons.values():
            button.setChecked(False)
