"""A dropped list and its rows: a tick for what is taken, the code in its own column, the words."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fieldapp_ui.fields.answers.colour import soft_ink
from fieldapp_ui.fields.answers.size import scaled
from fieldapp_ui.language import tr

CODE_ROLE, TAKEN_ROLE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
ROWS_SHOWN = 8
BESIDE_WORDS = 72
"""What a row needs beside code and words: the tick, the room between, a scroll bar."""
AnyIndex = QModelIndex | QPersistentModelIndex


class ListRows(QStyledItemDelegate):
    """Paints a row; `code_width` is that of the longest code of the whole list, 0 where codes are not shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.code_width = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as a line of typing."""
        return QSize(scaled(200), scaled(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Ground of the row the arrows are at, tick, code, words; words that do not fit end in …."""
        palette: QPalette = option.palette
        box: QRect = option.rect
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        taken, accent = bool(index.data(TAKEN_ROLE)), palette.color(QPalette.ColorRole.Accent)
        painter.save()
        if here:
            ground = QColor(accent)
            ground.setAlphaF(0.16)
            painter.fillRect(box, ground)
            painter.fillRect(box.left(), box.top(), scaled(3), box.height(), accent)
        x = box.left() + scaled(10)
        if taken:
            painter.setPen(accent)
            painter.drawText(QRect(x, box.top(), scaled(20), box.height()), _MIDDLE, "✓")
        x += scaled(22)
        if self.code_width:
            painter.setPen(soft_ink(palette))
            painter.drawText(
                QRect(x, box.top(), self.code_width + 2, box.height()), _MIDDLE, str(index.data(CODE_ROLE))
            )
            x += self.code_width + scaled(12)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        room = QRect(x, box.top(), max(1, box.right() - x - scaled(8)), box.height())
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _MIDDLE, words)
        painter.restore()


class DroppedList(QListView):
    """The list that lies over the page under a line; it never takes the focus. Signals: `pressed_row(int)`."""

    pressed_row = Signal(int)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._model = QStandardItemModel(self)
        self._rows = ListRows(self)
        self.setModel(self._model)
        self.setItemDelegate(self._rows)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setProperty("choices", True)
        self.setAccessibleName(tr("Choices"))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._line: QWidget | None = None
        self.pressed.connect(lambda index: self.pressed_row.emit(index.row()))

    def show_rows(self, rows: Iterable[tuple[str, str, bool]], widest: str) -> None:
        """Rows as (code, words, taken); `widest` is the longest code of the whole list, "" hides the codes."""
        self._rows.code_width = self.fontMetrics().horizontalAdvance(widest)
        self._model.clear()
        for code, words, taken in rows:
            row = QStandardItem(words)
            row.setData(code, CODE_ROLE)
            row.setData(taken, TAKEN_ROLE)
            self._model.appendRow(row)
        if self.isVisible():
            self._fit()

    def go_to(self, row: int) -> None:
        """The row that Enter would take; none for -1."""
        self.setCurrentIndex(self._model.index(row, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """With no row to show, one grey line says so."""
        super().paintEvent(event)
        if words := self.says():
            room = self.viewport().rect().adjusted(scaled(12), 0, -scaled(8), 0)
            painter = QPainter(self.viewport())
            painter.setPen(soft_ink(self.palette()))
            painter.drawText(room, _MIDDLE, words)
            painter.end()

    def says(self) -> str:
        """What stands in the place of the rows; empty where there are rows."""
        return "" if self._model.rowCount() else tr("No choice matches")

    def open_under(self, line: QWidget) -> None:
        """Below the line, or over it where the window ends; as wide as the words, as high as the rows or eight."""
        self._line = line
        self._fit()
        self.show()
        self.raise_()

    def _fit(self) -> None:
        line = self._line
        if line is None:
            return
        window, rows = line.window(), self._model.rowCount()
        height = scaled(36) * min(ROWS_SHOWN, max(1, rows)) + 4
        words = max(
            (self.fontMetrics().horizontalAdvance(self._model.item(at).text()) for at in range(rows)),
            default=0,
        )
        wanted = words + self._rows.code_width + scaled(BESIDE_WORDS)
        width = max(line.width(), min(wanted, window.width() - scaled(16)))
        place = line.mapTo(window, QPoint(0, line.height() + 2))
        if place.y() + height > window.height():
            place.setY(max(0, place.y() - height - line.height() - 4))
        place.setX(max(0, min(place.x(), window.width() - width)))
        self.setGeometry(place.x(), place.y(), width, height)
