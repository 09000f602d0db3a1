"""One line of an order: its place, its code, its words, and two buttons that move it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from fieldapp_ui.fields.answers.colour import edge_of, soft_ink
from fieldapp_ui.fields.answers.size import scaled
from fieldapp_ui.language import tr

_PLACE, _CODE, _BUTTONS = 40, 30, 88
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)


class RankLine(QWidget):
    """Signals: `moved(int)` -1 up, 1 down by a click."""

    moved = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = self._code = self._words = ""
        self._here = self._held = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._buttons = [self._button("▲", -1), self._button("▼", 1)]

    def show_line(self, place: str, code: str, words: str, *, here: bool, held: bool, movable: bool) -> None:
        """`here` the worker is at this line, `held` the arrows move it."""
        self._place, self._code, self._words = place, code, words
        self._here, self._held = here, held and here
        for button, way in zip(self._buttons, (tr("Up"), tr("Down")), strict=True):
            button.setEnabled(movable)
            button.setAccessibleName(f"{way}: {words}")
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Long words break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The words on as many lines as they take."""
        room = QRect(0, 0, max(1, self._room(width)), 4000)
        return max(
            scaled(38), self.fontMetrics().boundingRect(room, _WRAP, self._words).height() + scaled(12)
        )

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(scaled(400), self.heightForWidth(max(self.width(), scaled(400))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand at the right end."""
        super().resizeEvent(event)
        for place, button in enumerate(reversed(self._buttons), 1):
            top = (self.height() - button.height()) // 2
            button.move(self.width() - scaled(4) - place * button.width(), top)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, place, code, words, hairline; a frame where the worker is."""
        painter, palette, role = QPainter(self), self.palette(), QPalette.ColorRole
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent, ink = palette.color(role.Accent), palette.color(self.foregroundRole())
        ground = QColor(accent)
        ground.setAlphaF(0.14 if self._held else 0.0)
        edge = QPen(accent, scaled(2)) if self._here else QPen(edge_of(palette), 1)
        inset = edge.widthF() / 2 + 0.5
        painter.setPen(edge)
        painter.setBrush(ground)
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, scaled(6), scaled(6))
        painter.setPen(accent)
        middle = int(Qt.AlignmentFlag.AlignCenter)
        painter.drawText(QRect(0, 0, scaled(_PLACE), self.height()), middle, self._place)
        painter.setPen(soft_ink(palette))
        left = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(scaled(_PLACE), 0, scaled(_CODE), self.height()), left, self._code)
        painter.setPen(ink)
        words = QRect(scaled(_PLACE + _CODE), 0, self._room(self.width()), self.height())
        painter.drawText(words, _WRAP, self._words)
        painter.end()

    def _room(self, width: int) -> int:
        return width - scaled(_PLACE + _CODE + _BUTTONS)

    def _button(self, mark: str, way: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(mark)
        button.setFixedSize(scaled(36), scaled(32))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.moved.emit(way))
        return button
