"""The outline at the left of a form: every section with its mark as shape and word; a click or Enter goes there, left
and right fold and unfold a list of rows, Escape goes back to the question."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fieldapp_ui.editing.forms.plan import RANGE
from fieldapp_ui.editing.forms.reading import FormReading
from fieldapp_ui.language import tr
from fieldapp_ui.models.sections import SHAPES, SectionModel, SectionRole
from fieldapp_ui.theme import Theme

_COLOURS = {
    "done": "met",
    "part": "accent",
    "open": "soft",
    "wrong": "not_met",
    "unsure": "unknown",
    "empty": "faint",
}
_LOUD = {"wrong": "not_met", "unsure": "unknown"}
_Index = QModelIndex | QPersistentModelIndex


class Outline(QListView):
    """Signals: `section_chosen(int)`; `left()` Escape."""

    section_chosen = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: FormReading | None = None
        self._containers: set[str] = set()
        self.sections = SectionModel(self)
        self.setModel(self.sections)
        self.setItemDelegate(_SectionDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "outline")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Outline of the form"))
        self.clicked.connect(lambda index: self.section_chosen.emit(index.row()))

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
        if self._reading is not None and any(ref in self._containers for ref in refs):
            self._list()

    def mark(self, section: int) -> None:
        """Marks where the worker is; a folded list shows its rows once he is in them."""
        if self._reading is None or not 0 <= section < self.sections.rowCount():
            return
        if self.isRowHidden(section):
            self._unfold_to(section)
        self.setCurrentIndex(self.sections.index(section))

    def take_focus(self) -> None:
        """The keys belong to the outline."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if here >= 0:
                self.section_chosen.emit(here)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Left | Qt.Key.Key_Right if self._reading is not None and here >= 0:
                self._turn(here, event.key() == Qt.Key.Key_Left)
            case _:
                super().keyPressEvent(event)

    def _turn(self, place: int, folded: bool) -> None:
        """Left in a row folds the list around it."""
        if self._reading is None:
            return
        sections = self._reading.sections
        ref = sections[place].ref
        if folded and sections[place].kind != "rows" and "[" in ref:
            ref = ref[: ref.rfind("[")] + RANGE
            place = next(at for at, section in enumerate(sections) if section.ref == ref)
        if self.sections.fold(sections[place], folded):
            self.setCurrentIndex(self.sections.index(place))
            self._list()
            self.viewport().update()

    def _unfold_to(self, place: int) -> None:
        if self._reading is None:
            return
        wanted = self._reading.sections[place].ref
        for section in self._reading.sections:
            if section.kind == "rows" and wanted.startswith(section.ref.removesuffix(RANGE) + "["):
                self.sections.fold(section, False)
        self._list()

    def _list(self) -> None:
        if self._reading is None:
            return
        hidden = self.sections.folded_stems()
        self._containers = {section.ref for section in self._reading.sections}
        for place, section in enumerate(self._reading.sections):
            seen = self._reading.is_listed(section) and not section.ref.startswith(hidden)
            if self.isRowHidden(place) == seen:
                self.setRowHidden(place, not seen)


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
        painter.setPen(self._theme.colour(_LOUD.get(mark, "soft")))
        painter.drawText(QRect(right - width, rect.y(), width + 1, rect.height()), _MIDDLE, words)
        painter.setFont(body)
        painter.setPen(self._theme.colour("accent" if chosen else "faint" if mark == "empty" else "ink"))
        room = right - width - px(8) - left - px(22)
        fold = str(index.data(SectionRole.FOLD))
        words_of_it = f"{index.data()} {fold}" if fold else str(index.data())
        title = painter.fontMetrics().elidedText(words_of_it, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRect(left + px(22), rect.y(), room, rect.height()), _MIDDLE, title)
        painter.restore()


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
