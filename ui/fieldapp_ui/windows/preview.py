"""The outline of a card beside the register: who lives there, what is known, what is missing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.card import CardEditor
from fieldapp_ui.language import tr
from fieldapp_ui.windows.parts import button, column, emptied, hairline, label

WIDTH = 304
NAMES = 8


class CardPreview(QFrame):
    """Signals: `open_wanted(str)` the household's id."""

    open_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = CardEditor(desk, self)
        self._theme = desk.theme
        self.setProperty("role", "card")
        self.setFixedWidth(desk.theme.px(WIDTH))
        self._lines: QVBoxLayout = column(self, margin=desk.theme.px(16), gap=desk.theme.px(8))

    def show_household(self, household: str) -> None:
        """Show a household, or nothing."""
        emptied(self._lines)
        if not household or not self._editor.open(household):
            self._lines.addWidget(label(tr("Choose a household to see its outline."), "caption", wrap=True))
            self._lines.addStretch(1)
            return
        strip = self._editor.strip()
        self._lines.addWidget(label(strip.head or tr("No head yet"), "heading"))
        self._lines.addWidget(label(" · ".join(w for w in (strip.number, strip.group) if w), "caption"))
        self._lines.addWidget(hairline())
        for caption, words in (
            (tr("State"), strip.status),
            (tr("Income per person (yuan)"), strip.income),
            (tr("Helper"), strip.helper),
        ):
            self._lines.addWidget(label(caption, "caption"))
            self._lines.addWidget(
                label(words, "strong") if words else label(f"◌ {tr('not enough data')}", "unknown")
            )
        self._lines.addWidget(hairline())
        self._lines.addWidget(label(tr("Members {count}", count=len(self._editor.people)), "strong"))
        for person in self._editor.people[:NAMES]:
            name, detail = self._editor.person_line(person)
            self._lines.addWidget(label(f"{name}  {detail}", "caption", wrap=True))
        missing = self._editor.missing()
        if missing:
            self._lines.addWidget(
                label(f"◌ {tr('{count} required facts are missing', count=missing)}", "unknown", wrap=True)
            )
        self._lines.addStretch(1)
        self._lines.addWidget(
            button(
                tr("Open the card"), lambda: self.open_wanted.emit(household), mark="right", theme=self._theme
            )
        )
