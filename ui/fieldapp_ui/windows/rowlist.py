"""A list under a line of typing: arrows move the choice while the cursor stays in the line, Enter takes it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fieldapp_ui.models.hits import DETAIL_ROLE, RowsModel
from fieldapp_ui.theme import Theme


class RowPainter(QStyledItemDelegate):
    """A title, and its detail small: under it, or at the right."""

    def __init__(self, theme: Theme, *, detail_below: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._below = theme, detail_below

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), self._theme.px(52 if self._below else 38))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        theme = self._theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
            painter.fillRect(
                QRect(option.rect.topLeft(), QSize(theme.px(3), option.rect.height())), theme.colour("accent")
            )
        area = option.rect.adjusted(theme.px(16), theme.px(4), -theme.px(16), -theme.px(4))
        can = bool(option.state & QStyle.StateFlag.State_Enabled)
        font = painter.font()
        painter.setPen(theme.colour("ink" if can else "faint"))
        title = (
            area.adjusted(0, 0, 0, -area.height() // 2 + 2)
            if self._below
            else area.adjusted(0, 0, -area.width() // 3, 0)
        )
        _write(painter, title, Qt.AlignmentFlag.AlignLeft, str(index.data()))
        font.setPixelSize(theme.px(13))
        painter.setFont(font)
        painter.setPen(theme.colour("soft" if can else "faint"))
        side = Qt.AlignmentFlag.AlignLeft if self._below else Qt.AlignmentFlag.AlignRight
        detail = area.adjusted(0, area.height() // 2 + 2, 0, 0) if self._below else area
        _write(painter, detail, side, str(index.data(DETAIL_ROLE)))
        painter.restore()


def _write(painter: QPainter, room: QRect, side: Qt.AlignmentFlag, words: str) -> None:
    """What does not fit ends in an ellipsis: words cut in the middle read like other words."""
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | side), shown)


class RowList(QListView):
    """Signals: `taken(object)` the key of the row that was chosen by Enter or a click."""

    taken = Signal(object)

    def __init__(self, theme: Theme, *, detail_below: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowPainter(theme, detail_below=detail_below, parent=self))
        self.setUniformItemSizes(True)
        self.setProperty("role", "bare")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._take)

    def step(self, by: int) -> None:
        """Move the choice, past rows that cannot be chosen, stopping at the ends."""
        row = self.currentIndex().row() + by
        while 0 <= row < self.rows.rowCount():
            index = self.rows.index(row, 0)
            if index.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentIndex(index)
                return
            row += 1 if by > 0 else -1

    def first(self) -> None:
        """Choose the first row that can be chosen."""
        self.setCurrentIndex(QModelIndex())
        self.step(1)

    def take(self) -> None:
        """Take the chosen row."""
        self._take(self.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        row = self.rows.row(index) if index.isValid() else None
        if row is not None and row.can:
            self.taken.emit(row.key)


class SteeringLine(QLineEdit):
    """A line of typing that steers a list. Nothing is steered while an input method is composing.

    Signals: `stepped(int)`, `entered()`, `given_up()`, `arrived()` on focus.
    """

    stepped = Signal(int)
    entered = Signal()
    given_up = Signal()
    arrived = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        key = Qt.Key(event.key())
        if self._composing:
            super().keyPressEvent(event)
        elif key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
