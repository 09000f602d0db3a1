"""One conflict as columns, mine, theirs, before: a click, Enter or a digit takes one; the focus is outlined."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from fieldapp_ui.editing.conflicts import Column, Contest
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import column as a_column
from fieldapp_ui.windows.parts import emptied, hairline, label, scrolling

NARROWEST = 160
"""A column that would be narrower goes into the next row."""


class _Choice(QPushButton):
    """A column as a big button; arrows walk to its neighbours."""

    def __init__(self, place: int, column: Column, differs: frozenset[int], theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "choice")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words = "; ".join(f"{name} {value}" for name, value in column.values)
        self.setAccessibleName(f"{place + 1} {column.heading}: {words}. {column.worker} {column.when}")
        px = theme.px
        inner = a_column(self, gap=px(4))
        inner.setContentsMargins(px(16), px(12), px(16), px(12))
        inner.addWidget(label(f"{place + 1}  {column.heading}", "strong"))
        inner.addWidget(hairline())
        inner.addSpacing(px(4))
        self._show_values(inner, column, differs)
        inner.addStretch(1)
        whose = " · ".join(word for word in (column.worker, column.device) if word)
        for words in (whose, column.when):
            if words:
                inner.addWidget(label(words, "caption", wrap=True))

    def _show_values(self, inner: QVBoxLayout, column: Column, differs: frozenset[int]) -> None:
        """One value large; the values of a group smaller, each under its name."""
        single = len(column.values) == 1
        for at, (name, value) in enumerate(column.values):
            if name and not single:
                inner.addWidget(label(name, "caption", wrap=True))
            inner.addWidget(
                label(value, "heading" if single else "strong" if at in differs else "", wrap=True)
            )

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
        self.contest: Contest | None = None
        self.buttons: list[QPushButton] = []
        self._title = label("", "heading", wrap=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(16))
        self._alike = label("", "caption", wrap=True)
        self._hint = label("", "caption", wrap=True)
        inner = QWidget()
        whole = a_column(inner, gap=theme.px(12))
        whole.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        whole.addWidget(self._title)
        whole.addLayout(self._grid)
        whole.addWidget(self._alike)
        whole.addWidget(self._hint)
        whole.addStretch(1)
        self.area = scrolling(inner)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        a_column(self, gap=0).addWidget(self.area)

    def show_contest(self, contest: Contest) -> None:
        """Shows a conflict and puts the focus on the first column; one that reads as before keeps the focus."""
        before, self.contest = self.contest, contest
        if before is not None and before.reads_like(contest):
            return
        again = before is not None and before.conflict.id == contest.conflict.id
        place = next((at for at, one in enumerate(self.buttons) if one.hasFocus()), 0) if again else 0
        emptied(self._grid)
        self._title.setText(contest.title)
        self.buttons = [
            _Choice(at, column, contest.differs, self._theme) for at, column in enumerate(contest.columns)
        ]
        for at, choice in enumerate(self.buttons):
            choice.clicked.connect(lambda _=False, at=at: self.chosen.emit(at))
        self._lay_out()
        alike = tr("{count} more values are the same in all and are not shown.", count=contest.alike)
        self._alike.setText(alike if contest.alike else "")
        self._alike.setVisible(contest.alike > 0)
        self._hint.setText(
            tr(
                "Every value stays in the history. The keys 1 to {count} choose; Ctrl+Z takes it back.",
                count=len(self.buttons),
            )
        )
        self.buttons[min(place, len(self.buttons) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def forget(self) -> None:
        """Nothing stands here: what comes next is shown anew."""
        self.contest = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """As many columns abreast as there is room for."""
        count = len(self.buttons)
        room = self.width() - 2 * self._theme.px(24)
        abreast = max(1, min(count, room // self._theme.px(NARROWEST)))
        if count > abreast > 1:
            # Four are better read two by two than three and one.
            abreast = -(-count // -(-count // abreast))
        for at in range(self._grid.columnCount()):
            self._grid.setColumnStretch(at, 0)
        for at, choice in enumerate(self.buttons):
            self._grid.removeWidget(choice)
            self._grid.addWidget(choice, at // abreast, at % abreast)
            self._grid.setColumnStretch(at % abreast, 1)
            choice.show()
