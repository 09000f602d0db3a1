"""Putting choices in order: digits one after the other, or arrows: Space takes hold of a line, Alt moves it at once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fieldapp.forms import Choice, NodeState
from fieldapp_ui.fields.answers.answer import BACK, ON, STAY, Answer, step_of
from fieldapp_ui.fields.answers.codes import codes_of, type_digit
from fieldapp_ui.fields.answers.size import scaled
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.fields.choices.rank_line import RankLine
from fieldapp_ui.language import tr


class RankAnswer(Answer):
    """All choices in an order. Blank until the worker orders them or says that the order shown is right."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._order: list[str] = []
        self._picked: list[str] = []
        self._lines: list[RankLine] = []
        self._value, self._readonly = node.value, node.readonly
        self._here, self._held, self._digits = 0, False, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(2))
        self.accept_order = QPushButton(tr("The order is right") + "  O", self)
        self.accept_order.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.accept_order.clicked.connect(lambda: self._report(self._order))
        self._column.addWidget(self.accept_order, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setToolTip(
            tr("Digits give the order one after the other. Space takes hold of a line, arrows move it.")
        )
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the order kept, or the form's own with a button that accepts it."""
        self._readonly, self._value = node.readonly, node.value
        kept = [value for value in node.value.split() if any(c.value == value for c in node.choices)]
        self._order = kept + [c.value for c in node.choices if c.value not in kept]
        if node.choices != self._choices:
            self._choices = node.choices
            self._build()
        self.accept_order.setVisible(not node.value and not node.readonly)
        self._show_lines()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The line the worker is at gets a frame."""
        super().focusInEvent(event)
        self._show_lines()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is held any more."""
        super().focusOutEvent(event)
        self._held, self._digits = False, ""
        self._show_lines()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits pick the first, second, third …; arrows walk or move; Enter goes on; Backspace clears."""
        step, key = step_of(event), event.key()
        if step != STAY:
            self.moved.emit(step)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            way = -1 if key == Qt.Key.Key_Up else 1
            if self._held or event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(self._here, way)
            else:
                self._walk(way)
        elif key == Qt.Key.Key_Space:
            self._held = not self._held and not self._readonly
            self._show_lines()
        elif key == Qt.Key.Key_Backspace and not self._readonly:
            self._picked.clear()
            self._value = ""
            self.answered.emit("")
        elif event.text().lower() == "o" and not self._value and not self._readonly:
            self._report(self._order)
        elif len(event.text()) == 1 and event.text().isdecimal() and not self._readonly:
            self._digit(str(int(event.text())))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab leaves the question."""
        self.moved.emit(ON if on else BACK)
        return True

    def _digit(self, digit: str) -> None:
        typed = type_digit(self._digits, digit, codes_of(self._choices))
        self._digits = typed.digits if typed.open else ""
        if typed.place is not None and not typed.open:
            self._pick(self._choices[typed.place].value)

    def _pick(self, value: str) -> None:
        if value in self._picked or len(self._picked) == len(self._choices):
            self._picked = []
        self._picked.append(value)
        self._report(self._picked + [other for other in self._order if other not in self._picked])

    def _walk(self, way: int) -> None:
        self._here = max(0, min(len(self._order) - 1, self._here + way))
        self._show_lines()

    def _move(self, place: int, way: int) -> None:
        other = place + way
        if 0 <= other < len(self._order) and not self._readonly:
            order = list(self._order)
            order[place], order[other] = order[other], order[place]
            self._picked.clear()
            self._here = other
            self._report(order)

    def _report(self, order: list[str]) -> None:
        self._order, self._value = list(order), " ".join(order)
        self.accept_order.hide()
        self._show_lines()
        self.answered.emit(self._value)

    def _build(self) -> None:
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [RankLine(self) for _ in self._choices]
        self._here = 0
        for place, line in enumerate(self._lines):
            line.moved.connect(lambda way, place=place: self._move(place, way))
            self._column.insertWidget(place, line)

    def _show_lines(self) -> None:
        codes, labels = codes_of(self._choices), {c.value: plain(c.label) or c.value for c in self._choices}
        code = {choice.value: one for choice, one in zip(self._choices, codes, strict=True)}
        for place, (line, value) in enumerate(zip(self._lines, self._order, strict=True)):
            line.show_line(
                str(place + 1) if self._value else "·",
                code[value],
                labels[value],
                here=self.hasFocus() and place == self._here,
                held=self._held,
                movable=not self._readonly,
            )
        if self._lines:
            self.setAccessibleDescription(f"{self._here + 1}. {labels[self._order[self._here]]}")
