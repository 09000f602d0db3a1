"""Choosing from a long list by typing: code, words, pinyin or initials; arrows walk, Enter takes and moves on."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from fieldapp.forms import Choice, NodeState
from fieldapp_ui.fields.question_answer import ON, STAY, Answer
from fieldapp_ui.fields.question_codes import codes_of
from fieldapp_ui.fields.question_figures import shown_figure
from fieldapp_ui.fields.question_find import matching
from fieldapp_ui.fields.question_list_line import FilterLine
from fieldapp_ui.fields.question_list_rows import CODE_ROLE, TAKEN_ROLE, ListRows
from fieldapp_ui.fields.question_range import steps_of
from fieldapp_ui.fields.question_size import scaled
from fieldapp_ui.fields.question_words import plain
from fieldapp_ui.language import tr

ROWS_SHOWN = 8
MOST_PICKED = 2_000


class ListAnswer(Answer):
    """One or several of many choices. The list lies over the page while the line has the focus, never in its way."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._multiple = node.multiple
        self._choices: tuple[Choice, ...] = ()
        self._codes: Sequence[str] = ()
        self._value, self._readonly = node.value, node.readonly
        self._shown: tuple[int, ...] = ()
        self._walked = False
        self.taken = QLabel(self)
        self.taken.setWordWrap(True)
        self.taken.setTextFormat(Qt.TextFormat.PlainText)
        self.taken.hide()
        self.line = FilterLine(self)
        self.line.setProperty("drops", True)
        self.line.textEdited.connect(self._typed)
        self.line.walked.connect(self._walk)
        self.line.taken.connect(self._take)
        self.line.spaced.connect(self._toggle)
        self.line.emptied.connect(self._drop_last)
        self.line.opened.connect(self._open)
        self.line.closed.connect(self._fold)
        self.line.left.connect(self._fold)
        if node.multiple:
            self.line.setToolTip(tr("Enter takes or drops a choice; Enter on an empty line goes on."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(self.taken)
        column.addWidget(self.line)
        self._model: QStandardItemModel | None = None
        self.list: QListView | None = None
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the labels of what is taken: in the line, several of them over it."""
        self._value, self._readonly = node.value, node.readonly
        if node.choices != self._choices:
            self._choices, self._codes = node.choices, codes_of(node.choices)
            if self._is_open():
                self._filter(self.line.text())
        self.line.setReadOnly(node.readonly)
        labels = self._labels()
        if self._multiple:
            self.taken.setText("✓ " + "、".join(labels))
            self.taken.setVisible(bool(labels))
        elif not self._is_open():
            self.line.setText(labels[0] if labels else "")
        self.line.setPlaceholderText(
            "" if labels and self._multiple else labels[0] if labels else tr("Type a code, words or pinyin")
        )

    def input(self) -> QWidget:
        """The line."""
        return self.line

    def commit(self) -> None:
        """A choice is kept when it is taken; what was typed to find it is not."""

    def _is_open(self) -> bool:
        return self.list is not None and self.list.isVisible()

    def _labels(self) -> list[str]:
        taken = set(self._value.split())
        return [plain(c.label) or c.value for c in self._choices if c.value in taken]

    def _open(self) -> None:
        if self._readonly or self._is_open():
            return
        view = self.list = self.list or self._built()
        self.line.selectAll()
        if not self._multiple:
            self.line.setText("")
        self._filter("")
        place = self.line.mapTo(self.window(), QPoint(0, self.line.height() + 2))
        height = scaled(36) * min(ROWS_SHOWN, max(1, len(self._choices))) + 4
        if place.y() + height > self.window().height():
            place.setY(max(0, place.y() - height - self.line.height() - 4))
        view.setGeometry(place.x(), place.y(), self.line.width(), height)
        view.show()
        view.raise_()
        self.line.is_open = True

    def _built(self) -> QListView:
        self._model = QStandardItemModel(self)
        view = QListView(self.window())
        view.setModel(self._model)
        self._rows = ListRows(view)
        view.setItemDelegate(self._rows)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setProperty("choices", True)
        view.setAccessibleName(tr("Choices"))
        view.setUniformItemSizes(True)
        view.pressed.connect(lambda index: self._choose(self._shown[index.row()], ON))
        self.destroyed.connect(view.deleteLater)
        return view

    def _fold(self) -> None:
        """The list goes, the focus stays."""
        self.line.is_open = False
        if self.list is not None:
            self.list.hide()
        labels = self._labels()
        self.line.setText("" if self._multiple or not labels else labels[0])

    def _typed(self, text: str) -> None:
        if not self._is_open():
            self._open()
            self.line.setText(text)
        self._filter(text)

    def _filter(self, text: str) -> None:
        if self._model is None or self.list is None:
            return
        self._shown = matching(self._choices, self._codes, text)
        taken = set(self._value.split())
        metrics = self.fontMetrics()
        told = any(code != _words(c) for code, c in zip(self._codes, self._choices, strict=True))
        self._rows.code_width = (
            max((metrics.horizontalAdvance(code) for code in self._codes), default=0) * told
        )
        self._model.clear()
        for place in self._shown:
            row = QStandardItem(_words(self._choices[place]))
            row.setData(self._codes[place], CODE_ROLE)
            row.setData(self._choices[place].value in taken, TAKEN_ROLE)
            self._model.appendRow(row)
        if self._shown:
            kept = [row for row, place in enumerate(self._shown) if self._choices[place].value in taken]
            self._show_row(0 if text else kept[0] if kept and not self._multiple else -1)
        self._walked = False

    def _show_row(self, row: int) -> None:
        """The row that Enter would take; none for -1."""
        if self.list is not None and self._model is not None:
            self.list.setCurrentIndex(self._model.index(row, 0))

    def _row(self) -> int:
        return self.list.currentIndex().row() if self.list is not None and self._is_open() else -1

    def _walk(self, step: int) -> None:
        if not self._is_open():
            self._open()
        elif self._shown:
            self._show_row(max(0, min(len(self._shown) - 1, self._row() + step)))
            self._walked = True

    def _take(self, step: int) -> None:
        """Enter and Tab take the row that was typed or walked to; with neither they only go on."""
        row = self._row()
        meant = self._walked or bool(self.line.text().strip())
        if step == ON and 0 <= row < len(self._shown) and meant and not self._readonly:
            self._choose(self._shown[row], step)
        else:
            self.moved.emit(step)

    def _toggle(self) -> None:
        row = self._row()
        if 0 <= row < len(self._shown) and not self._readonly:
            self._choose(self._shown[row], STAY)
            if not self._multiple:
                self._fold()

    def _choose(self, place: int, step: int) -> None:
        value = self._choices[place].value
        if self._multiple:
            row = -1 if self.line.text() else self._row()
            self._report_several(set(self._value.split()) ^ {value})
            self._show_row(row)
            return
        self._value = value
        self.answered.emit(value)
        if step != STAY:
            self.moved.emit(step)

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


def _words(choice: Choice) -> str:
    return plain(choice.label) or choice.value


class PickerAnswer(ListAnswer):
    """A range picked from a list of its figures."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        steps = steps_of(node)
        self._figures = tuple(
            Choice(figure, figure, code=figure)
            for figure in map(steps.at, range(min(MOST_PICKED, steps.count) + 1))
        )
        super().__init__(replace(node, choices=self._figures), parent)
        self.line.setMaximumWidth(scaled(280))

    def show_node(self, node: NodeState) -> None:
        """Shows the figure."""
        super().show_node(replace(node, value=shown_figure(node.value), choices=self._figures))
