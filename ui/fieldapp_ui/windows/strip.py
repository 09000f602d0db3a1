"""The head of a household's card: who, number, group, members, income per person, state, helper."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from fieldapp_ui.editing.card import Strip
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import column, emptied, label

ONE_LINE, TWO_LINES = 7, 4


class CardStrip(QFrame):
    """Shows a Strip; captions above, words below, in one line where there is room for all of it, else in two."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
        self._grid.setHorizontalSpacing(theme.px(28))
        self._grid.setVerticalSpacing(theme.px(8))
        self._pairs: list[QWidget] = []
        self._columns = ONE_LINE

    def show_strip(self, strip: Strip) -> None:
        """Draw it anew."""
        emptied(self._grid)
        self._pairs = []
        self._add(tr("Head of household"), strip.head or tr("No head yet"))
        self._add(tr("Household number"), strip.number or "—")
        self._add(tr("Group"), strip.group or "—")
        self._add(tr("Members"), strip.members)
        self._add(tr("Income per person (yuan)"), strip.income or f"◌ {tr('not enough data')}")
        self._add(tr("State"), strip.status or "—")
        self._add(tr("Helper"), " ".join(part for part in (strip.helper, strip.helper_phone) if part) or "—")
        self._set_out(self._fitting())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self._set_out(self._fitting())

    def _add(self, caption: str, words: str, role: str = "strong") -> None:
        holder = QWidget()
        pair = column(holder, gap=self._theme.px(2))
        pair.addWidget(label(caption, "caption"))
        pair.addWidget(label(words, role))
        self._pairs.append(holder)

    def _fitting(self) -> int:
        """How many stand in a line: all of them, as long as no word is cut."""
        margins = self._grid.contentsMargins()
        wide = sum(pair.sizeHint().width() for pair in self._pairs) + margins.left() + margins.right()
        gaps = self._grid.horizontalSpacing() * len(self._pairs)
        return ONE_LINE if wide + gaps <= self.width() else TWO_LINES

    def _set_out(self, columns: int) -> None:
        self._grid.setColumnStretch(self._columns, 0)
        self._columns = columns
        for place, pair in enumerate(self._pairs):
            self._grid.addWidget(pair, place // columns, place % columns)
        self._grid.setColumnStretch(columns, 1)
