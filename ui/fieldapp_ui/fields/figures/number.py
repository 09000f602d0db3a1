"""Answers in figures: whole numbers, decimals, text of digits only, and counting with keys."""

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.answers.answer import Answer
from fieldapp_ui.fields.answers.appearance import words_of
from fieldapp_ui.fields.answers.figures_read import after_typing, grouped, plain_figure, shown_figure
from fieldapp_ui.fields.answers.line import ComposingLine
from fieldapp_ui.fields.answers.size import scaled
from fieldapp_ui.language import tr

_WHOLE = r"[-－]?[0-9０-９,，]*"
_DECIMAL = r"[-－]?[0-9０-９,，]*[.．。]?[0-9０-９]*"
_WIDTH_CHARACTERS = 16
WHOLE_TYPES = ("int", "integer", "long")


class StepLine(ComposingLine):
    """A line whose figure goes up and down with the arrow keys; a step is handed to its owner."""

    def __init__(self, owner: "NumberAnswer") -> None:
        super().__init__(owner)
        self._owner = owner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down step where the owner steps."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        step = steps.get(Qt.Key(event.key()), 0)
        if not step or not self._owner.step(step):
            super().keyPressEvent(event)


class NumberAnswer(Answer):
    """A whole number or decimal. Full-width figures and thousands separators are understood and set right at once."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grouped = "thousands-sep" in words_of(node)
        self.line = StepLine(self)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        pattern = _WHOLE if node.type in WHOLE_TYPES else _DECIMAL
        self.line.setValidator(QRegularExpressionValidator(QRegularExpression(pattern), self.line))
        self.line.setMaximumWidth(self.line.fontMetrics().averageCharWidth() * _WIDTH_CHARACTERS + 40)
        self.line.textEdited.connect(self._set_right)
        self.line.committed.connect(self._report)
        self.line.moved.connect(self.moved)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(scaled(8))
        self.row.addWidget(self.line, 100)
        self.row.addStretch(1)
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the figure, in groups of three where the form asks for them."""
        self.line.setReadOnly(node.readonly)
        shown = shown_figure(node.value)
        self.line.show_text(grouped(shown) if self._grouped else shown)

    def commit(self) -> None:
        """Reports the figure being typed."""
        self.line.commit()

    def input(self) -> QWidget:
        """The line."""
        return self.line

    def step(self, by: int) -> bool:
        """One up or down; False where the question does not count."""
        return False

    def _report(self, text: str) -> None:
        self.answered.emit(plain_figure(text))

    def _set_right(self, text: str) -> None:
        if self.line.composing():
            return
        out, cursor = after_typing(text, self.line.cursorPosition(), groups=self._grouped)
        if out != text:
            self.line.rewrite(out, cursor)


class CounterAnswer(NumberAnswer):
    """A whole number that is counted: Up and Down, or the buttons beside it; it may be typed as well."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(node, parent)
        self.fewer, self.more = self._button("−", -1, tr("One fewer")), self._button("+", 1, tr("One more"))
        self.row.insertWidget(0, self.fewer)
        self.row.insertWidget(2, self.more)
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.line.setMaximumWidth(scaled(96))
        self.line.setToolTip(tr("Arrow up and down count."))

    def step(self, by: int) -> bool:
        """Counts; a blank counts as nought, and nothing is counted below nought."""
        if not self.line.isReadOnly():
            text = plain_figure(self.line.text())
            now = int(text) if text.lstrip("-").isdigit() else 0
            count = str(max(min(now, 0), now + by))
            self.line.rewrite(grouped(count) if self._grouped else count, len(count))
            self.commit()
            self.line.selectAll()  # a figure typed now takes its place
        return True

    def _button(self, mark: str, by: int, words: str) -> QPushButton:
        button = QPushButton(mark, self)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFixedWidth(scaled(44))
        button.clicked.connect(lambda: self.step(by))
        return button
