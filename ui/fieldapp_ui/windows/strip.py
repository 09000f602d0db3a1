"""The head of a household's card: who, number, group, members, income per person, state, helper."""

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from fieldapp_ui.editing.card import Strip
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import emptied, label

ONE_LINE, TWO_LINES = 7, 4
# From this text size on the strip needs two lines on a laptop of 1366 pixels.
LARGE = 150


class CardStrip(QFrame):
    """Shows a Strip; captions above, words below, one line of the page, two in large type."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
        self._grid.setHorizontalSpacing(theme.px(28))
        self._grid.setVerticalSpacing(theme.px(8))
        self._columns = ONE_LINE if theme.text_size < LARGE else TWO_LINES

    def show_strip(self, strip: Strip) -> None:
        """Draw it anew."""
        emptied(self._grid)
        self._add(tr("Head of household"), strip.head or tr("No head yet"))
        self._add(tr("Household number"), strip.number or "—")
        self._add(tr("Group"), strip.group or "—")
        self._add(tr("Members"), strip.members)
        self._add(tr("Income per person (yuan)"), strip.income or f"◌ {tr('not enough data')}")
        self._add(tr("State"), strip.status or "—")
        self._add(tr("Helper"), " ".join(part for part in (strip.helper, strip.helper_phone) if part) or "—")
        self._grid.setColumnStretch(self._columns, 1)

    def _add(self, caption: str, words: str, role: str = "strong") -> None:
        pair = QVBoxLayout()
        pair.setSpacing(self._theme.px(2))
        pair.addWidget(label(caption, "caption"))
        pair.addWidget(label(words, role))
        place = self._grid.count()
        self._grid.addLayout(pair, place // self._columns, place % self._columns)
