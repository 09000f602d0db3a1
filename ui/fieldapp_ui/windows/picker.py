"""A small window to choose from a list by typing a few letters; arrows move, Enter takes, Esc leaves."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QWidget

from fieldapp_ui.models.hits import Row
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import column, label
from fieldapp_ui.windows.rowlist import RowList, SteeringLine

Find = Callable[[str], Sequence[Row]]


class Picker(QDialog):
    """`find` answers what was typed. Signals: `taken(object)` the row's key; `pressed(object, int)` another key that
    `keys` names, with the chosen row: the window stays and asks `find` again."""

    taken = Signal(object)
    pressed = Signal(object, int)

    def __init__(
        self, theme: Theme, title: str, find: Find, parent: QWidget, *, stays: bool = False, hint: str = ""
    ) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self._find, self._stays = find, stays
        self.keys: dict[tuple[Qt.Key, Qt.KeyboardModifier], int] = {}
        self.setWindowTitle(title)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.px(560), theme.px(460))
        self.line = SteeringLine(self)
        self.line.setPlaceholderText(title)
        self.line.setAccessibleName(title)
        self.list = RowList(theme, detail_below=False, parent=self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._hint: QLabel = label(hint, "caption", wrap=True)
        self._hint.setVisible(bool(hint))
        layout = column(self, margin=8, gap=8)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        layout.addWidget(self._hint)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self.look)
        self.line.stepped.connect(self.list.step)
        self.line.entered.connect(self.list.take)
        self.line.given_up.connect(self.reject)
        self.list.taken.connect(self._take)
        self.look()

    def look(self, *_: object) -> None:
        """Ask again; a window that stays keeps its place in the list."""
        row = self.list.currentIndex().row()
        self.list.rows.show_rows(self._find(self.line.text()))
        self.list.first()
        if self._stays and 0 < row < self.list.rows.rowCount():
            self.list.setCurrentIndex(self.list.rows.index(row, 0))

    def choose(self, key: object) -> None:
        """Move the choice to the row of a key."""
        for row in range(self.list.rows.rowCount()):
            index = self.list.rows.index(row, 0)
            found = self.list.rows.row(index)
            if found is not None and found.key == key:
                self.list.setCurrentIndex(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line would take these keys for itself."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            number = self.keys.get((Qt.Key(event.key()), event.modifiers()))
            row = self.list.rows.row(self.list.currentIndex())
            if number is not None and row is not None:
                self.pressed.emit(row.key, number)
                return True
        return False

    def _take(self, key: object) -> None:
        if not self._stays:
            self.accept()
        self.taken.emit(key)
        if self._stays:
            self.look()
