"""The rows of a dropped list: a tick for what is taken, the code in its own column, the words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fieldapp_ui.fields.question_size import scaled

CODE_ROLE, TAKEN_ROLE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
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
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        box: QRect = option.rect  # type: ignore[attr-defined]
        here = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
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
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(
                QRect(x, box.top(), self.code_width + 2, box.height()), _MIDDLE, str(index.data(CODE_ROLE))
            )
            x += self.code_width + scaled(12)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        room = QRect(x, box.top(), max(1, box.right() - x - scaled(8)), box.height())
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _MIDDLE, words)
        painter.restore()
