"""Answers that are dates and times: typed without separators, or picked from a calendar (Alt+Down)."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.question_answer import Answer
from fieldapp_ui.fields.question_line import ComposingLine
from fieldapp_ui.fields.question_moment import (
    date_answer,
    date_shown,
    instant_answer,
    instant_shown,
    time_answer,
)
from fieldapp_ui.language import tr


class _MomentLine(ComposingLine):
    """A line that also opens the calendar."""

    calendar_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.calendar_asked.emit()
        else:
            super().keyPressEvent(event)


class MomentAnswer(Answer):
    """A date, time or both. What cannot be read as one is not kept, and a sentence under the line says so."""

    def __init__(
        self, node: NodeState, today: date, parent: QWidget | None = None, *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._today, self._appearance, self._type = today, node.appearance, node.type
        self.line = _MomentLine(self)
        self.line.setMaximumWidth(self.line.fontMetrics().averageCharWidth() * 20 + 40)
        self.line.setPlaceholderText(_example(node))
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDate)
        self.line.committed.connect(self._read)
        self.line.moved.connect(self.moved)
        self.line.calendar_asked.connect(self.open_calendar)
        self._complaint = QLabel(self)
        self._complaint.setProperty("role", "error")
        self._complaint.setWordWrap(True)
        self._complaint.hide()
        self.line.textEdited.connect(self._complaint.hide)
        row = QHBoxLayout()
        row.addWidget(self.line, 100)
        if node.type != "time" and "no-calendar" not in node.appearance:
            row.addWidget(self._calendar_button())
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._complaint)
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the date or time."""
        self.line.setReadOnly(node.readonly)
        self.setEnabled(not node.readonly)
        if node.type == "date":
            shown = date_shown(node.value, node.appearance)
        else:
            shown = instant_shown(node.value)
        if node.value or self._complaint.isHidden():
            self.line.show_text(shown)

    def commit(self) -> None:
        """Reads what is being typed."""
        self.line.commit()

    def input(self) -> QWidget:
        """The line."""
        return self.line

    def open_calendar(self) -> None:
        """A month to pick a day from, under the line."""
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        kept = date_answer(self.line.text().partition(" ")[0]) or self._today.isoformat()
        calendar.setSelectedDate(QDate.fromString(kept, Qt.DateFormat.ISODate))
        calendar.activated.connect(lambda day: self._pick(calendar, day))
        calendar.clicked.connect(lambda day: self._pick(calendar, day))
        calendar.move(self.line.mapToGlobal(QPoint(0, self.line.height())))
        calendar.show()

    def _pick(self, calendar: QCalendarWidget, day: QDate) -> None:
        calendar.close()
        hour = self.line.text().partition(" ")[2] or "0000"
        text = day.toString(Qt.DateFormat.ISODate)
        self.line.setText(f"{text} {hour}" if self._type == "dateTime" else text)
        self.line.commit()

    def _calendar_button(self) -> QPushButton:
        button = QPushButton(tr("Calendar"), self)
        button.setProperty("role", "quiet")
        button.setToolTip("Alt+↓")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.open_calendar)
        return button

    def _read(self, text: str) -> None:
        answer = self._reader()(text) if text.strip() else ""
        self._complaint.setVisible(answer is None)
        if answer is None:
            self._complaint.setText("✕ " + tr("This is not read as a date or time. Type it as {example}.",
                                              example=self.line.placeholderText()))  # fmt: skip
            self.answered.emit("")
        else:
            self.answered.emit(answer)

    def _reader(self) -> Callable[[str], str | None]:
        if self._type == "time":
            return lambda text: time_answer(text, self._today)
        if self._type == "dateTime":
            return instant_answer
        return lambda text: date_answer(text, self._appearance)


def _example(node: NodeState) -> str:
    if node.type == "time":
        return "0830"
    if node.type == "dateTime":
        return "20191105 0830"
    words = node.appearance.split()
    return "2019" if "year" in words else "201911" if "month-year" in words else "20191105"
