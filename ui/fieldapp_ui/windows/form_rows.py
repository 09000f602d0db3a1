"""A repeat as a page: its rows with how far each is, one key to open, add, delete or go on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fieldapp_ui.editing.form_plan import Section
from fieldapp_ui.editing.form_reading import Count, FormReading
from fieldapp_ui.fields.question_answer import BACK, ON, STAY, step_of
from fieldapp_ui.language import tr
from fieldapp_ui.models.sections import SHAPES, word_of
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import emptied, label

WIDEST = 720


class _KeyButton(QPushButton):
    """Enter presses; up and down walk among the buttons of the page."""

    backed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_of(event)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif step == ON:
            self.click()
        elif step == BACK:
            self.backed.emit()
        elif step == STAY:
            super().keyPressEvent(event)


class RowsPage(QWidget):
    """Signals: `row_opened(str)`, `row_added(str)` with the range, `row_removed(str)`, `moved(int)`."""

    row_opened = Signal(str)
    row_added = Signal(str)
    row_removed = Signal(str)
    moved = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.section: Section | None = None
        px = theme.px
        outer = QHBoxLayout(self)
        outer.setContentsMargins(px(24), px(16), px(24), px(16))
        inner = QWidget(self)
        inner.setMaximumWidth(px(WIDEST))
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        outer.addWidget(inner, 1, Qt.AlignmentFlag.AlignTop)
        self._buttons: list[_KeyButton] = []
        self.add: _KeyButton | None = None
        self.go_on: _KeyButton | None = None

    def show_rows(self, reading: FormReading, section: Section, *, after: bool = False) -> None:
        """Shows the rows. `after`: the worker comes from the last row, so going on is one key away."""
        self.section = section
        emptied(self._column)
        node = reading.node(section.ref)
        rows = reading.rows(section.ref)
        self._column.addWidget(label(reading.title(section), "heading", wrap=True))
        self._column.addWidget(label(tr("{count} rows", count=len(rows)), "caption"))
        self._buttons = [self._row(reading, row, node.kind.endswith("uncontrolled")) for row in rows]
        self._column.addSpacing(self._theme.px(8))
        self._foot(section.ref, node.kind.endswith("uncontrolled"))
        self._focus_first(after)

    def current_row(self) -> str:
        """The row with the focus, else the last one; empty when there is none."""
        focused = [button for button in self._buttons if button.hasFocus()]
        chosen = focused or self._buttons[-1:]
        return str(chosen[0].property("row")) if chosen else ""

    def _row(self, reading: FormReading, row: str, removable: bool) -> _KeyButton:
        places = [i for i, other in enumerate(reading.sections) if _within(other.ref, row)]
        count = sum(
            (reading.count(reading.sections[i]) for i in places if reading.sections[i].kind != "rows"),
            Count(),
        )
        line = QHBoxLayout()
        opener = self._button("")
        self._write(opener, count, reading.row_title(row))
        opener.setProperty("role", "row")
        opener.setProperty("row", row)
        opener.clicked.connect(lambda: self.row_opened.emit(row))
        line.addWidget(opener, 1)
        if removable:
            remove = QPushButton(tr("Delete the row"))
            remove.setProperty("role", "quiet")
            remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            remove.setToolTip("F4")
            remove.clicked.connect(lambda: self.row_removed.emit(row))
            line.addWidget(remove)
        self._column.addLayout(line)
        return opener

    def _write(self, opener: QPushButton, count: Count, title: str) -> None:
        """Mark, title and how far it is, one under the other from row to row."""
        opener.setAccessibleName(f"{title}, {word_of(count)}")
        opener.setMinimumHeight(self._theme.px(44))
        line = QHBoxLayout(opener)
        line.setContentsMargins(self._theme.px(12), 0, self._theme.px(12), 0)
        line.setSpacing(self._theme.px(8))
        mark = label(SHAPES[count.mark], "not_met" if count.mark == "wrong" else "caption")
        mark.setFixedWidth(self._theme.px(20))
        line.addWidget(mark)
        line.addWidget(label(title))
        line.addStretch(1)
        line.addWidget(label(word_of(count), "not_met" if count.mark == "wrong" else "caption"))

    def _foot(self, range_ref: str, addable: bool) -> None:
        line = QHBoxLayout()
        self.add = self._button(tr("Add a row") + "  F3")
        self.add.clicked.connect(lambda: self.row_added.emit(range_ref))
        self.go_on = self._button(tr("Go on"))
        self.go_on.clicked.connect(lambda: self.moved.emit(ON))
        for button in (self.add, self.go_on):
            line.addWidget(button)
        line.addStretch(1)
        self._column.addLayout(line)
        self.add.setVisible(addable)

    def _button(self, words: str) -> _KeyButton:
        button = _KeyButton(words.replace("&", "&&"))
        button.backed.connect(lambda: self.moved.emit(BACK))
        return button

    def _focus_first(self, after: bool) -> None:
        if self.add is None or self.go_on is None:
            return
        adding = [self.go_on] if self.add.isHidden() else [self.add]
        wanted = self.go_on if after else (self._buttons or adding)[0]
        wanted.show()
        wanted.setFocus(Qt.FocusReason.TabFocusReason)


def _within(ref: str, row: str) -> bool:
    return ref == row or ref.startswith(row + "/")
