"""Choosing from a long list by typing: code, words, pinyin or initials; arrows walk, Enter takes and moves on."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from fieldapp.forms import Choice, NodeState
from fieldapp_ui.fields.question_answer import BACK, ON, STAY, Answer, step_of
from fieldapp_ui.fields.question_codes import codes_of
from fieldapp_ui.fields.question_figures import shown_figure
from fieldapp_ui.fields.question_find import matching
from fieldapp_ui.fields.question_line import ComposingLine
from fieldapp_ui.fields.question_range import steps_of
from fieldapp_ui.fields.question_words import plain
from fieldapp_ui.language import tr

ROWS_SHOWN = 8
MOST_PICKED = 2_000


class _FilterLine(ComposingLine):
    """Signals: `walked(int)` up or down the list; `taken(int)` Enter or Tab with the way to go; `emptied()`."""

    walked = Signal(int)
    taken = Signal(int)
    emptied = Signal()
    entered = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_of(event)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Backspace and not self.text() and not self.composing():
            self.emptied.emit()
        elif step != STAY:
            if not self.composing():
                self.taken.emit(step)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        if not self.composing():
            self.taken.emit(ON if on else BACK)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class ListAnswer(Answer):
    """One or several of many choices. The list lies over the page while the line has the focus, never in its way."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._multiple = node.multiple
        self._choices: tuple[Choice, ...] = node.choices
        self._codes: Sequence[str] = codes_of(node.choices)
        self._value = node.value
        self._readonly = node.readonly
        self._shown: tuple[int, ...] = ()
        self.line = _FilterLine(self)
        self.line.textEdited.connect(self._filter)
        self.line.walked.connect(self._walk)
        self.line.taken.connect(self._take)
        self.line.emptied.connect(self._drop_last)
        self.line.entered.connect(self._open)
        self.line.left.connect(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self._model = QStringListModel(self)
        self.list: QListView | None = None
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the labels of what is taken."""
        self._value, self._readonly = node.value, node.readonly
        if node.choices != self._choices:
            self._choices, self._codes = node.choices, codes_of(node.choices)
        self.line.setReadOnly(node.readonly)
        labels = [c.label or c.value for c in self._choices if c.value in set(node.value.split())]
        self.line.setPlaceholderText("、".join(labels) or tr("Type a code, words or pinyin"))
        if self._multiple:
            self.line.setToolTip(tr("Enter takes or drops a choice; Enter on an empty line goes on."))
        elif not self._is_open():
            self.line.setText(labels[0] if labels else "")

    def input(self) -> QWidget:
        """The line."""
        return self.line

    def _is_open(self) -> bool:
        return self.list is not None and self.list.isVisible()

    def _open(self) -> None:
        if self._readonly:
            return
        if self.list is None:
            self.list = self._built()
        self.line.selectAll()
        if not self._multiple:
            self.line.setText("")
        self._filter("")
        place = self.line.mapTo(self.window(), QPoint(0, self.line.height() + 2))
        height = self.list.sizeHintForRow(0) * min(ROWS_SHOWN, max(1, len(self._choices))) + 4
        if place.y() + height > self.window().height():
            place.setY(max(0, place.y() - height - self.line.height() - 4))
        self.list.setGeometry(place.x(), place.y(), self.line.width(), height)
        self.list.show()
        self.list.raise_()

    def _built(self) -> QListView:
        view = QListView(self.window())
        view.setModel(self._model)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setProperty("choices", True)
        view.setAccessibleName(tr("Choices"))
        view.setUniformItemSizes(True)
        view.pressed.connect(lambda index: self._choose(self._shown[index.row()], ON))
        self.destroyed.connect(view.deleteLater)
        return view

    def _close(self) -> None:
        if self.list is not None:
            self.list.hide()
        if not self._multiple:
            taken = [c.label or c.value for c in self._choices if c.value == self._value]
            self.line.setText(taken[0] if taken else "")

    def _filter(self, text: str) -> None:
        self._shown = matching(self._choices, self._codes, text)
        taken = set(self._value.split())
        self._model.setStringList([self._row(place, taken) for place in self._shown])
        if self.list is not None and self._shown:
            kept = [row for row, place in enumerate(self._shown) if self._choices[place].value in taken]
            self.list.setCurrentIndex(self._model.index(kept[0] if kept and not text else 0))

    def _row(self, place: int, taken: set[str]) -> str:
        choice = self._choices[place]
        mark = "✓" if choice.value in taken else "　"
        return f"{mark} {self._codes[place]}  {choice.label or choice.value}"

    def _walk(self, step: int) -> None:
        if self.list is not None and self._shown:
            row = max(0, min(len(self._shown) - 1, self.list.currentIndex().row() + step))
            self.list.setCurrentIndex(self._model.index(row))

    def _take(self, step: int) -> None:
        row = self.list.currentIndex().row() if self.list is not None and self._shown else -1
        typed = bool(self.line.text().strip())
        walked = (
            row >= 0
            and not self._multiple
            and not typed
            and self._choices[self._shown[row]].value != self._value
        )
        if step == ON and row >= 0 and not self._readonly and (typed or (walked and row > 0)):
            self._choose(self._shown[row], step)
        else:
            self.moved.emit(step)

    def _choose(self, place: int, step: int) -> None:
        value = self._choices[place].value
        if not self._multiple:
            self._value = value
            self.answered.emit(value)
            self.moved.emit(step)
            return
        taken = set(self._value.split()) ^ {value}
        self._report_several(taken)

    def _drop_last(self) -> None:
        if self._readonly or not self._value:
            return
        taken = self._value.split()[:-1] if self._multiple else []
        self._report_several(set(taken))

    def _report_several(self, taken: set[str]) -> None:
        self._value = " ".join(c.value for c in self._choices if c.value in taken)
        self.line.setText("")
        self.answered.emit(self._value)
        self._filter("")


class PickerAnswer(ListAnswer):
    """A range picked from a list of its figures."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        steps = steps_of(node)
        self._figures = tuple(
            Choice(figure, figure, code=figure)
            for figure in map(steps.at, range(min(MOST_PICKED, steps.count) + 1))
        )
        super().__init__(replace(node, choices=self._figures), parent)

    def show_node(self, node: NodeState) -> None:
        """Shows the figure."""
        super().show_node(replace(node, value=shown_figure(node.value), choices=self._figures))
