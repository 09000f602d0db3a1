"""One criterion as a card: mark and word, the rule in plain words, the figures it stands on, and what to go and ask."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fieldapp.standards.outcome import Missing, Outcome
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import emptied, label
from fieldapp_ui.windows.verdicts import MARKS, verdict_words

Pick = Callable[[str, str, str], str]
MOST_BUTTONS_A_ROW = 2


class AskButton(QPushButton):
    """A missing fact; arrows walk to the next, Enter opens its input."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.focusNextPrevChild(event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right))
        else:
            super().keyPressEvent(event)


class CriterionCard(QFrame):
    """Signals: `asked(Missing)` a missing fact was chosen."""

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "card")
        self.buttons: list[AskButton] = []
        self._shown: tuple[Outcome, bool] | None = None
        px = theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        row.setSpacing(px(16))
        self._mark = QLabel()
        self._mark.setProperty("role", "unknown")
        self._mark.setFixedWidth(_widest_mark(self._mark) + px(12))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._title = label("", "strong", wrap=True)
        self._rule = label("", "soft", wrap=True)
        self._figures = QVBoxLayout()
        self._ask_head = label("", "caption", wrap=True)
        self._ask = QGridLayout()
        self._ask.setSpacing(px(8))
        self.place = QVBoxLayout()
        body = QVBoxLayout()
        body.setSpacing(px(4))
        for part in (self._title, self._rule):
            body.addWidget(part)
        body.addLayout(self._figures)
        body.addWidget(self._ask_head)
        body.addLayout(self._ask)
        body.addLayout(self.place)
        row.addLayout(body, 1)

    def show_outcome(self, outcome: Outcome, pick: Pick, *, figures: bool = True) -> None:
        """Shows the answer. Without `figures` while an income is entered: nobody is shown how far it is to the line."""
        if (outcome, figures) == self._shown:
            return
        self._shown = (outcome, figures)
        word = verdict_words(outcome.verdict)
        self._mark.setText(f"{MARKS[outcome.verdict]} {word}")
        self._mark.setProperty("role", outcome.verdict)
        self._mark.style().unpolish(self._mark)
        self._mark.style().polish(self._mark)
        self._title.setText(pick(*outcome.criterion.title))
        self._rule.setText(pick(*outcome.criterion.rule))
        self.setAccessibleName(f"{pick(*outcome.criterion.title)}: {word}")
        emptied(self._figures)
        for figure in outcome.figures if figures else ():
            self._figures.addWidget(label(f"{pick(*figure.label)}  {pick(*figure.value)}", "", wrap=True))
        self._show_missing(outcome.missing, pick)

    def _show_missing(self, missing: tuple[Missing, ...], pick: Pick) -> None:
        emptied(self._ask)
        self._ask_head.setText(tr("Not known yet. Ask, look or read, and record it here:"))
        self._ask_head.setVisible(bool(missing))
        self.buttons = []
        for place, one in enumerate(missing):
            widget = self._missing(one, pick)
            self._ask.addWidget(widget, place // MOST_BUTTONS_A_ROW, place % MOST_BUTTONS_A_ROW)
            widget.show()
        for column in range(MOST_BUTTONS_A_ROW):
            self._ask.setColumnStretch(column, 1)

    def _missing(self, one: Missing, pick: Pick) -> QWidget:
        if one.reason == "line":
            return label(one.finding(pick).sentence(tr), "unknown", wrap=True)
        name = f"{one.name} · " if one.name else ""
        button = AskButton(f"＋ {name}{pick(*one.label)}")
        button.setProperty("role", "ask")
        button.setToolTip(f"{name}{pick(*one.label)}")
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setProperty("touch", True)
        button.setAccessibleName(tr("Record: {field}", field=f"{name}{pick(*one.label)}"))
        button.clicked.connect(lambda _=False: self.asked.emit(one))
        self.buttons.append(button)
        return button


def _widest_mark(mark: QLabel) -> int:
    """Wide enough for every verdict in the worker's language, so that cards stand in line."""
    mark.ensurePolished()
    return max(
        mark.fontMetrics().horizontalAdvance(f"{shape} {verdict_words(verdict)}")
        for verdict, shape in MARKS.items()
    )
