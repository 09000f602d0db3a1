"""Choosing one or several: by code digit, by click, by arrows and space; all choices are in sight."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QGridLayout, QRadioButton, QSizePolicy, QWidget

from fieldapp.forms import Choice, NodeState
from fieldapp_ui.fields.question_answer import BACK, ON, STAY, Answer, step_of
from fieldapp_ui.fields.question_codes import codes_of, type_digit

MORE_DIGITS_MS = 900
"""How long a digit waits for a second one when a longer code begins with it (several choices only)."""
MOST_COLUMNS = 4
_COLUMN_WIDTH = 640


class ChoiceAnswer(Answer):
    """Radio buttons for one answer, check boxes for several. Choosing one by its last digit moves on."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._multiple = node.multiple
        self._choices: tuple[Choice, ...] = ()
        self._codes: tuple[str, ...] = ()
        self._buttons: list[QAbstractButton] = []
        self._digits = ""
        self._value = node.value
        self._readonly = node.readonly
        self._name = ""
        self._wait = QTimer(self, singleShot=True, interval=MORE_DIGITS_MS)
        self._wait.timeout.connect(self._take_waiting)
        self._waiting: int | None = None
        self._placed = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the choices (built anew only when they changed) and which are taken."""
        self._value, self._readonly = node.value, node.readonly
        if node.choices != self._choices:
            self._rebuild(node.choices)
        taken = set(node.value.split())
        for button, choice in zip(self._buttons, self._choices, strict=True):
            button.setChecked(choice.value in taken)
            button.setEnabled(not node.readonly)

    def input(self) -> QWidget:
        """The taken choice, or the first."""
        for button in self._buttons:
            if button.isChecked():
                return button
        return self._buttons[0] if self._buttons else self

    def name_for_readers(self, label: str) -> None:
        """The question goes before each choice's own words."""
        self._name = label
        self.setAccessibleName(label)
        for button in self._buttons:
            button.setAccessibleName(f"{label}: {button.text()}")

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
        """Tab leaves the whole question."""
        self.commit()
        self.moved.emit(ON if on else BACK)
        return True

    def commit(self) -> None:
        """Takes a code that still waits for a second digit."""
        self._take_waiting()

    def _key(self, event: QKeyEvent) -> bool:
        step, key = step_of(event), event.key()
        if step != STAY:
            self.commit()
            self.moved.emit(step)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
            self._walk(1 if key in (Qt.Key.Key_Down, Qt.Key.Key_Right) else -1)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._report("")
        elif event.text().isdecimal() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._digit(str(int(event.text())))
        else:
            return False
        return True

    def _digit(self, digit: str) -> None:
        if self._readonly:
            return
        typed = type_digit(self._digits, digit, self._codes)
        self._digits, self._waiting = typed.digits, typed.place if typed.open else None
        if typed.place is None:
            return
        if self._multiple and typed.open:
            self._wait.start()
        elif self._multiple:
            self._digits = ""
            self._wait.stop()
            self._toggle(typed.place)
        else:
            self._take_one(typed.place, last=not typed.open)

    def _take_one(self, place: int, last: bool) -> None:
        self._buttons[place].setFocus()
        self._report(self._choices[place].value)
        if last:
            self._digits = ""
            self.moved.emit(ON)

    def _take_waiting(self) -> None:
        self._wait.stop()
        place, self._waiting, self._digits = self._waiting, None, ""
        if place is not None and self._multiple:
            self._toggle(place)

    def _toggle(self, place: int) -> None:
        self._buttons[place].setFocus()
        taken = set(self._value.split()) ^ {self._choices[place].value}
        self._report(" ".join(choice.value for choice in self._choices if choice.value in taken))

    def _clicked(self, place: int) -> None:
        if self._multiple:
            self._toggle(place)
        else:
            self._report(self._choices[place].value)

    def _report(self, value: str) -> None:
        if self._readonly:
            return
        self._value = value
        taken = set(value.split())
        for button, choice in zip(self._buttons, self._choices, strict=True):
            button.setChecked(choice.value in taken)
        self.answered.emit(value)

    def _walk(self, step: int) -> None:
        focused = [place for place, button in enumerate(self._buttons) if button.hasFocus()]
        if focused:
            place = max(0, min(len(self._buttons) - 1, focused[0] + step))
            self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _rebuild(self, choices: Sequence[Choice]) -> None:
        had_focus = any(button.hasFocus() for button in self._buttons)
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.deleteLater()
        self._choices, self._codes = tuple(choices), codes_of(choices)
        self._buttons = [self._button(place) for place in range(len(choices))]
        self._placed = 0
        self._place()
        if had_focus:
            self.input().setFocus()

    def _button(self, place: int) -> QAbstractButton:
        kind = QCheckBox if self._multiple else QRadioButton
        words = self._choices[place].label or self._choices[place].value
        text = _broken(f"{self._codes[place]}  {words}", self.fontMetrics())
        button = kind(text.replace("&", "&&"), self)
        button.setAutoExclusive(False)
        # The column's width decides, not the longest word: a narrow window gets fewer columns.
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setMinimumHeight(36)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("choice", True)
        if self._name:
            button.setAccessibleName(f"{self._name}: {text}")
        button.installEventFilter(self)
        button.clicked.connect(lambda _=False, place=place: self._clicked(place))
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as the width has room for."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = self._columns()
        if columns == self._placed:
            return
        self._placed = columns
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, place // columns, place % columns)
            button.show()  # now, not when the layout comes round to it: it may be given the focus at once
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _columns(self) -> int:
        widest = max((button.sizeHint().width() for button in self._buttons), default=_COLUMN_WIDTH)
        room = self.width() if self.isVisible() else _COLUMN_WIDTH
        return max(1, min(MOST_COLUMNS, room // max(1, widest + 16)))


def _broken(text: str, metrics: QFontMetrics) -> str:
    """Long words of a choice on several lines: buttons do not break lines themselves."""
    lines = [""]
    for part in re.findall(r"[^\s\u2e80-\uffef]+\s*|\s+|.", text):
        if lines[-1] and metrics.horizontalAdvance(lines[-1] + part) > _COLUMN_WIDTH - 48:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)
