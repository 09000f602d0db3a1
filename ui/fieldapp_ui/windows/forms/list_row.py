"""A row of the list of forms: a mark, what it is, what is to be said of it; Enter or a click opens it, arrows walk."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import label


class ListRow(QPushButton):
    """Up and down lead to the rows around it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


def list_row(theme: Theme, mark: str, title: str, detail: str, press: Callable[[], object]) -> ListRow:
    """A row with its words; what does not fit stands in its tool tip."""
    row = ListRow()
    row.setProperty("role", "row")
    row.setAccessibleName(f"{title}, {detail}")
    row.setToolTip(detail)
    row.setMinimumHeight(theme.px(44))
    row.clicked.connect(lambda _=False: press())
    line = QHBoxLayout(row)
    line.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
    line.setSpacing(theme.px(12))
    line.addWidget(label(mark, "caption"))
    line.addWidget(label(title))
    line.addStretch(1)
    line.addWidget(label(detail, "caption"))
    return row
