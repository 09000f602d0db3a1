"""One conflict as columns, mine, theirs, before: a click, Enter or a digit takes one; the focus is outlined."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from fieldapp_ui.editing.conflicts import Column, Contest
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import emptied, label


class _Choice(QPushButton):
    """A column as a big button; arrows walk to its neighbours."""

    def __init__(self, place: int, column: Column, differs: frozenset[int], theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "choice")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words = "; ".join(f"{name} {value}" for name, value in column.values)
        self.setAccessibleName(f"{place + 1} {column.heading}: {words}. {column.worker} {column.when}")
        inner = QVBoxLayout(self)
        px = theme.px
        inner.setContentsMargins(px(16), px(14), px(16), px(14))
        inner.setSpacing(px(4))
        head = QHBoxLayout()
        head.addWidget(label(column.heading, "heading"))
        head.addStretch(1)
        head.addWidget(label(f"{place + 1}", "caption"))
        inner.addLayout(head)
        for at, (name, value) in enumerate(column.values):
            if name:
                inner.addWidget(label(name, "caption"))
            inner.addWidget(label(value, "strong" if at in differs else "", wrap=True))
        inner.addStretch(1)
        for words in (column.worker, column.when, column.device):
            if words:
                inner.addWidget(label(words, "caption"))
        self.setMinimumHeight(inner.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
        if (key := Qt.Key(event.key())) in steps:
            self.focusNextPrevChild(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class ConflictColumns(QWidget):
    """Signals: `chosen(int)` the place of a column, from 0."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: list[QPushButton] = []
        self._title = label("", "heading", wrap=True)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.px(16))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addWidget(self._title)
        column.addLayout(self._row)
        column.addWidget(
            label(
                tr("Both values stay in the history. Keys 1, 2, 3 choose; Ctrl+Z takes it back."),
                "caption",
                wrap=True,
            )
        )
        column.addStretch(1)

    def show_contest(self, contest: Contest) -> None:
        """Shows a conflict and puts the focus on the first column."""
        emptied(self._row)
        self._title.setText(contest.title)
        rows = range(max((len(column.values) for column in contest.columns), default=0))
        differs = frozenset(
            at for at in rows if len({column.values[at : at + 1] for column in contest.columns}) > 1
        )
        self.buttons = [
            _Choice(at, column, differs, self._theme) for at, column in enumerate(contest.columns)
        ]
        for place, choice in enumerate(self.buttons):
            choice.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            self._row.addWidget(choice, 1)
            choice.show()
        self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
