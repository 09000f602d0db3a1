"""Putting choices in order: by code digit one after the other, or by the arrows beside each."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from fieldapp.forms import Choice, NodeState
from fieldapp_ui.fields.question_answer import BACK, ON, STAY, Answer, step_of
from fieldapp_ui.fields.question_codes import codes_of
from fieldapp_ui.language import tr


class RankAnswer(Answer):
    """All choices in an order. Blank until the worker orders them or says that the order shown is right."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._order: list[str] = []
        self._picked: list[str] = []
        self._readonly = node.readonly
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows = QVBoxLayout()
        self._column.addLayout(self._rows)
        self.accept_order = QPushButton(tr("The order is right"), self)
        self.accept_order.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.accept_order.clicked.connect(lambda: self._report(self._order))
        self._column.addWidget(self.accept_order, alignment=Qt.AlignmentFlag.AlignLeft)
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the order kept, or the form's own with a button that accepts it."""
        self._choices, self._readonly = node.choices, node.readonly
        kept = [value for value in node.value.split() if any(c.value == value for c in node.choices)]
        self._order = kept + [c.value for c in node.choices if c.value not in kept]
        self.accept_order.setVisible(not node.value and not node.readonly)
        self._show_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits pick the first, second, third …; Enter moves on; Backspace clears."""
        step = step_of(event)
        if step != STAY:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Backspace:
            self._picked.clear()
            self.answered.emit("")
        elif event.text().isdecimal() and not self._readonly:
            self._pick(str(int(event.text())))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab leaves the question."""
        self.moved.emit(ON if on else BACK)
        return True

    def _pick(self, digit: str) -> None:
        codes = codes_of(self._choices)
        if digit not in codes:
            return
        value = self._choices[codes.index(digit)].value
        if value in self._picked or len(self._picked) == len(self._choices):
            self._picked = []
        self._picked.append(value)
        self._report(self._picked + [other for other in self._order if other not in self._picked])

    def _move(self, place: int, step: int) -> None:
        other = place + step
        if 0 <= other < len(self._order):
            order = list(self._order)
            order[place], order[other] = order[other], order[place]
            self._picked.clear()
            self._report(order)

    def _report(self, order: list[str]) -> None:
        self._order = list(order)
        self.accept_order.hide()
        self._show_rows()
        self.answered.emit(" ".join(order))

    def _show_rows(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        codes, labels = codes_of(self._choices), {c.value: c.label or c.value for c in self._choices}
        digit = {choice.value: code for choice, code in zip(self._choices, codes, strict=True)}
        for place, value in enumerate(self._order):
            self._rows.addWidget(self._row(place, f"{place + 1}.  {labels[value]}   ({digit[value]})"))

    def _row(self, place: int, text: str) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(QLabel(text, row), 1)
        for mark, step, words in (("▲", -1, tr("Up")), ("▼", 1, tr("Down"))):
            button = QToolButton(row)
            button.setText(mark)
            button.setAccessibleName(f"{words}: {text}")
            button.setMinimumSize(36, 36)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setEnabled(not self._readonly)
            button.clicked.connect(lambda _=False, step=step: self._move(place, step))
            line.addWidget(button)
        return row
