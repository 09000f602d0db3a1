"""The outline at the left of a form: every section with its mark as shape and word; a click or Enter goes there."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fieldapp_ui.editing.form_reading import FormReading
from fieldapp_ui.models.sections import SHAPES, SectionModel, SectionRole
from fieldapp_ui.theme import Theme

WIDTH = 260
_COLOURS = {"done": "met", "open": "soft", "wrong": "not_met", "empty": "faint"}
_Index = QModelIndex | QPersistentModelIndex


class Outline(QListView):
    """Signals: `section_chosen(int)`."""

    section_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: FormReading | None = None
        self.sections = SectionModel(self)
        self.setModel(self.sections)
        self.setItemDelegate(_SectionDelegate(theme, self))
        self.setFixedWidth(theme.px(WIDTH))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "outline")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(lambda index: self.section_chosen.emit(index.row()))
        self.activated.connect(lambda index: self.section_chosen.emit(index.row()))

    def show_form(self, reading: FormReading) -> None:
        """Shows the sections, keeping the scroll."""
        scrolled, row = self.verticalScrollBar().value(), self.currentIndex().row()
        self._reading = reading
        self.sections.show_form(reading)
        self._list()
        self.mark(row)
        self.verticalScrollBar().setValue(scrolled)

    def recount(self, refs: frozenset[str]) -> None:
        """Counts and titles changed; lists of rows and rows may have come to apply."""
        self.sections.recount(refs)
        self._list()

    def _list(self) -> None:
        if self._reading is None:
            return
        for place, section in enumerate(self._reading.sections):
            if self.isRowHidden(place) == self._reading.is_listed(section):
                self.setRowHidden(place, not self.isRowHidden(place))

    def mark(self, section: int) -> None:
        """Marks where the worker is."""
        if 0 <= section < self.sections.rowCount():
            self.setCurrentIndex(self.sections.index(section))


class _SectionDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, self._theme.px(40))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        px, rect = self._theme.px, option.rect
        mark, level = str(index.data(SectionRole.MARK)), int(index.data(SectionRole.LEVEL))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, self._theme.colour("accent_soft"))
            painter.fillRect(QRect(rect.x(), rect.y(), px(3), rect.height()), self._theme.colour("accent"))
        left = rect.x() + px(14) + level * px(14)
        painter.setPen(self._theme.colour(_COLOURS[mark]))
        painter.drawText(QRect(left, rect.y(), px(18), rect.height()), _MIDDLE, SHAPES[mark])
        words = str(index.data(SectionRole.WORD))
        caption = painter.font()
        caption.setPixelSize(px(13))
        body = painter.font()
        painter.setFont(caption)
        width = painter.fontMetrics().horizontalAdvance(words)
        right = rect.right() - px(12)
        painter.setPen(self._theme.colour("not_met" if mark == "wrong" else "soft"))
        painter.drawText(QRect(right - width, rect.y(), width + 1, rect.height()), _MIDDLE, words)
        painter.setFont(body)
        painter.setPen(self._theme.colour("accent" if chosen else "faint" if mark == "empty" else "ink"))
        room = right - width - px(8) - left - px(22)
        title = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left + px(22), rect.y(), room, rect.height()), _MIDDLE, title)
        painter.restore()


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
