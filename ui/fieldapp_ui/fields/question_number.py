"""Answers in figures: whole numbers, decimals, and a range as figure and slider."""

import unicodedata
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.question_answer import Answer
from fieldapp_ui.fields.question_line import ComposingLine

_WHOLE = r"[-－]?[0-9０-９,，]*"
_DECIMAL = r"[-－]?[0-9０-９,，]*[.．。]?[0-9０-９]*"
_WIDTH_CHARACTERS = 16


def plain_figure(text: str) -> str:
    """A typed figure as the engine takes it: half-width, no thousands separators. "１，２００" → "1200"."""
    return unicodedata.normalize("NFKC", text).replace(",", "").replace("。", ".").strip()


class NumberAnswer(Answer):
    """A whole number or decimal. Full-width figures and thousands separators are understood."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grouped = "thousands-sep" in node.appearance.split()
        self.line = ComposingLine(self)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        pattern = _WHOLE if node.type in ("int", "integer", "long") else _DECIMAL
        self.line.setValidator(QRegularExpressionValidator(QRegularExpression(pattern), self.line))
        self.line.setMaximumWidth(self.line.fontMetrics().averageCharWidth() * _WIDTH_CHARACTERS + 40)
        self.line.committed.connect(lambda text: self.answered.emit(plain_figure(text)))
        self.line.moved.connect(self.moved)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 100)
        row.addStretch(1)
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the figure, in groups of three where the form asks for them."""
        self.line.setReadOnly(node.readonly)
        shown = node.value.removesuffix(".0")  # the engine writes whole decimals so; nobody types it
        self.line.show_text(_grouped(shown) if self._grouped else shown)

    def commit(self) -> None:
        """Reports the figure being typed."""
        self.line.commit()

    def input(self) -> QWidget:
        """The line."""
        return self.line


class RangeAnswer(Answer):
    """A figure between two ends, typed or dragged. Blank stays blank until the worker chooses."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = _decimal(node.parameters.get("start", "0"), Decimal(0))
        self._step = abs(_decimal(node.parameters.get("step", "1"), Decimal(1))) or Decimal(1)
        end = _decimal(node.parameters.get("end", "10"), Decimal(10))
        self._sign = 1 if end >= self._start else -1
        self._number = NumberAnswer(node, self)
        self._number.answered.connect(self.answered)
        self._number.moved.connect(self.moved)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.slider.setRange(0, int(abs(end - self._start) / self._step))
        self.slider.valueChanged.connect(self._slide)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._number)
        row.addWidget(QLabel(str(self._start), self))
        row.addWidget(self.slider, 1)
        row.addWidget(QLabel(str(end), self))
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the figure and puts the slider there."""
        self._number.show_node(node)
        self.slider.setEnabled(not node.readonly)
        self.slider.blockSignals(True)
        if node.value:
            place = abs(_decimal(node.value, self._start) - self._start) / self._step
            self.slider.setValue(int(place))
        self.slider.blockSignals(False)

    def commit(self) -> None:
        """Reports the figure being typed."""
        self._number.commit()

    def input(self) -> QWidget:
        """The line of the figure."""
        return self._number.input()

    def _slide(self, place: int) -> None:
        self.answered.emit(format(self._start + self._sign * self._step * place, "f"))


def _decimal(text: str, otherwise: Decimal) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return otherwise


def _grouped(value: str) -> str:
    try:
        return format(Decimal(value), ",f") if value else ""
    except InvalidOperation:
        return value
