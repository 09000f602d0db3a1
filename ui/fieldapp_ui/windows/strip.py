"""The head of a household's card: who, number, group, members, income per person, state, helper."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp_ui.editing.card import Strip
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import emptied, label


class CardStrip(QFrame):
    """Shows a Strip; captions above, words below, one line of the page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "card")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
        self._row.setSpacing(theme.px(28))

    def show_strip(self, strip: Strip) -> None:
        """Draw it anew."""
        emptied(self._row)
        self._add(tr("Head of household"), strip.head or tr("No head yet"), "heading")
        self._add(tr("Household number"), strip.number or "—")
        self._add(tr("Group"), strip.group or "—")
        self._add(tr("Members"), strip.members)
        self._add(tr("Income per person (yuan)"), strip.income or f"◌ {tr('not enough data')}")
        self._add(tr("State"), strip.status or "—")
        self._add(tr("Helper"), " ".join(part for part in (strip.helper, strip.helper_phone) if part) or "—")
        self._row.addStretch(1)

    def _add(self, caption: str, words: str, role: str = "strong") -> None:
        pair = QVBoxLayout()
        pair.setSpacing(self._theme.px(2))
        pair.addWidget(label(caption, "caption"))
        pair.addWidget(label(words, role))
        self._row.addLayout(pair)
