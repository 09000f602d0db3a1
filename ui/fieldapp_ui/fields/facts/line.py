"""Editing a fact in place by typing: text, figures, dates without separators. Enter keeps it, Escape leaves it."""

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from fieldapp.register.declarations import FieldSpec
from fieldapp_ui.fields.answers.answer import STAY, step_of
from fieldapp_ui.language import tr

_PATTERNS = {
    "int": r"[-－]?[0-9０-９,，]*",
    "decimal": r"[-－]?[0-9０-９,，]*[.．。]?[0-9０-９]*",
    "money": r"[-－]?[0-9０-９,，]*[.．。]?[0-9０-９]{0,2}",
    "year": r"[0-9０-９]{0,4}",
}
_FIGURES = frozenset(("int", "decimal", "money", "year", "date", "month"))


class FactLine(QLineEdit):
    """Nothing happens at Enter while an input method is composing.

    Signals: `kept(int)` go on (1) or back (-1) after keeping; `left()` the focus went elsewhere; `given_up()`.
    """

    kept = Signal(int)
    left = Signal()
    given_up = Signal()

    def __init__(self, spec: FieldSpec, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._composing = False
        if spec.type in _PATTERNS:
            self.setValidator(QRegularExpressionValidator(QRegularExpression(_PATTERNS[spec.type]), self))
        if spec.type in _FIGURES:
            self.setInputMethodHints(
                Qt.InputMethodHint.ImhPreferNumbers | Qt.InputMethodHint.ImhNoPredictiveText
            )
        self.setPlaceholderText(_example(spec.type))
        self.selectAll()

    def typed(self) -> str:
        """The text, full-width figures made plain by whoever reads it."""
        return self.text()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_of(event)
        if self._composing:
            super().keyPressEvent(event)
        elif step != STAY:
            self.kept.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


def _example(kind: str) -> str:
    examples = {
        "date": tr("20190312 or 2019-03-12"),
        "month": tr("201903"),
        "year": tr("2019"),
        "money": tr("yuan, such as 3700 or 3700.50"),
        "point": tr("latitude longitude"),
    }
    return examples.get(kind, "")
