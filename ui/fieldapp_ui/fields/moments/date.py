"""Answers that are dates and times: typed without separators, or picked from a calendar (Alt+Down)."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.answers.answer import ON, Answer
from fieldapp_ui.fields.answers.appearance import has_other_calendar, words_of
from fieldapp_ui.fields.answers.complaint import Complaint
from fieldapp_ui.fields.answers.line import ComposingLine
from fieldapp_ui.fields.answers.moment_read import (
    date_answer,
    date_shown,
    instant_answer,
    instant_shown,
    time_answer,
)
from fieldapp_ui.fields.answers.size import scaled
from fieldapp_ui.fields.moments.calendar import open_calendar
from fieldapp_ui.language import tr

_WITHOUT_CALENDAR = ("no-calendar", "year", "month-year")


class _MomentLine(ComposingLine):
    """A line that also opens the calendar."""

    calendar_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.calendar_asked.emit()
        else:
            super().keyPressEvent(event)


class MomentAnswer(Answer):
    """A date, time or both. What cannot be read as one is not kept, a sentence beside the line says so, and what was
    typed stays there."""

    def __init__(
        self, node: NodeState, today: date, parent: QWidget | None = None, *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(parent)
        self._today, self._now, self._type = today, now, node.type
        words = words_of(node)
        self._appearance = " ".join(words)
        self._has_calendar = node.type != "time" and not any(word in _WITHOUT_CALENDAR for word in words)
        self.line = _MomentLine(self)
        self.line.setMaximumWidth(scaled(208))
        self.line.setPlaceholderText(_example(node.type, words))
        self.line.setToolTip(
            tr("A dot is the present time.")
            if node.type == "time"
            else tr("A dot is today; 3.12 is this year.")
        )
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDate)
        self.line.committed.connect(self._read)
        self.line.moved.connect(self._go)
        self.line.calendar_asked.connect(self.open_calendar)
        self._complaint = Complaint(self)
        self.line.textEdited.connect(lambda _text: self._complaint.say(""))
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        row.addWidget(self.line, 100)
        if self._has_calendar:
            row.addWidget(self._calendar_button())
        if has_other_calendar(node):
            row.addWidget(_caption(tr("Type the date of the civil calendar."), self))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addLayout(row)
        column.addWidget(self._complaint)
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the date or time."""
        self.line.setReadOnly(node.readonly)
        self.setEnabled(not node.readonly)
        is_date = node.type == "date"
        shown = date_shown(node.value, self._appearance) if is_date else instant_shown(node.value)
        if node.value:
            self._complaint.say("")
        if not self._complaint.is_said():
            self.line.show_text(shown)

    def commit(self) -> None:
        """Reads what is being typed."""
        self.line.commit()

    def input(self) -> QWidget:
        """The line."""
        return self.line

    def open_calendar(self) -> None:
        """A month to pick a day from, under the line."""
        if self._has_calendar and not self.line.isReadOnly():
            kept = date_answer(self.line.text().partition(" ")[0], today=self._today)
            open_calendar(self.line, date.fromisoformat(kept) if kept else self._today, self._pick)

    def _pick(self, day: date) -> None:
        hour = self.line.text().partition(" ")[2] or "0000"
        text = day.isoformat()
        self.line.setText(f"{text} {hour}" if self._type == "dateTime" else text)
        self.line.commit()

    def _calendar_button(self) -> QPushButton:
        button = QPushButton(tr("Calendar"), self)
        button.setProperty("role", "quiet")
        button.setToolTip("Alt+↓")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.open_calendar)
        return button

    def _go(self, step: int) -> None:
        """A sentence holds the worker once, so that it is read."""
        if step != ON or not self._complaint.holds(self.line.text()):
            self.moved.emit(step)

    def _read(self, text: str) -> None:
        answer = self._answer(text) if text.strip() else ""
        self._complaint.say(
            ""
            if answer is not None
            else tr(
                "This is not read as a date or time. Type it as {example}.",
                example=self.line.placeholderText(),
            )
        )
        self.answered.emit(answer or "")

    def _answer(self, text: str) -> str | None:
        if self._type == "time":
            return time_answer(text, self._today, self._now())
        if self._type == "dateTime":
            now = self._now()
            return instant_answer(text, datetime.combine(self._today, now.timetz()))
        return date_answer(text, self._appearance, self._today)


def _caption(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("role", "caption")
    return label


def _example(kind: str, words: tuple[str, ...]) -> str:
    if kind == "time":
        return "0830"
    if kind == "dateTime":
        return "20191105 0830"
    return "2019" if "year" in words else "201911" if "month-year" in words else "20191105"
