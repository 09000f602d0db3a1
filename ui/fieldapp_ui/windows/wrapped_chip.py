"""A chip whose words break into lines where room is short: what tells two values apart may stand at their end."""

from PySide6.QtGui import QFont, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QPushButton, QWidget

from fieldapp_ui.fonts import heavier_weight
from fieldapp_ui.theme import Theme

NARROWEST, PADDINGS, AIR = 96, 34, 10


class WrappedChip(QPushButton):
    """Can be checked; never cut."""

    def __init__(self, words: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._words, self._paddings, self._air = words, theme.px(PADDINGS), theme.px(AIR)
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setMinimumWidth(theme.px(NARROWEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            lines = self._lines(event.size().width() - self._paddings)
            self.setText("\n".join(lines))
            self.setMinimumHeight(len(lines) * self.fontMetrics().lineSpacing() + self._air)

    def _lines(self, room: int) -> list[str]:
        # Measured as it looks when checked, so that checking moves nothing.
        face = QFont(self.font())
        face.setWeight(QFont.Weight(heavier_weight()))
        layout = QTextLayout(self._words, face)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        found = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            found.append(self._words[line.textStart() : line.textStart() + line.textLength()].strip())
        layout.endLayout()
        return found
