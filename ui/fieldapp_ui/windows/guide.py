"""The worker's guide, offline, in the worker's language: opened at the section of the page where one is."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent, QTextBlock, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from fieldapp.resources import resource
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme

SECTIONS: Mapping[str, int] = {
    "today": 0,
    "settings": 0,
    "register": 2,
    "household": 3,
    "village": 5,
    "record": 5,
    "form": 6,
    "checklist": 11,
    "exchange": 15,
    "compare": 16,
    "quality": 17,
    "year": 18,
    "packs": 19,
    "workshop": 19,
    "privacy": 20,
    "sync": 21,
    "conflicts": 24,
    "duplicates": 24,
    "matters": 24,
}
"""The place of a page's section in the guide: every language has the same sections in the same order."""
HEADING = 2
LINE_PERCENT = 140


@dataclass(frozen=True)
class Guide:
    """Which guide, and the page whose section is shown first."""

    language: str
    page: str = ""

    def text(self) -> str:
        """The guide as Markdown; English where the language has none."""
        file = resource("help") / self.language / "guide.md"
        return (file if file.exists() else resource("help", "en", "guide.md")).read_text(encoding="utf-8")


class GuideBrowser(QTextBrowser):
    """Reads like a page of the program: its fonts, its colours, no frame."""

    def __init__(self, guide: Guide, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = guide.page
        self._turned_to = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "guide")
        self.setAccessibleName(tr("Guide"))
        self.setOpenLinks(False)
        self.document().setDefaultFont(self.font())
        self.document().setDocumentMargin(theme.px(8))
        self.setMarkdown(guide.text())
        self._space_out(theme)

    def section(self) -> str:
        """The heading of what stands at the top of the view."""
        top = self.verticalScrollBar().value() + 1
        above = [heading for heading in self.headings() if self._top_of(heading) <= top]
        return above[-1].text() if above else ""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        self._turn_to_page()
        self.verticalScrollBar().rangeChanged.connect(self._keep_the_page)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_the_page(self) -> None:
        """The sheet settles after it is shown: until the reader scrolls, the section stays at the top."""
        if self.verticalScrollBar().value() == self._turned_to:
            self._turn_to_page()

    def _turn_to_page(self) -> None:
        headings = self.headings()
        place = SECTIONS.get(self._page, 0)
        if place < len(headings):
            self.verticalScrollBar().setValue(round(self._top_of(headings[place])))
            self._turned_to = self.verticalScrollBar().value()

    def _space_out(self, theme: Theme) -> None:
        """Lines with air between them; a section stands apart from the one before."""
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            form.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            form.setBottomMargin(theme.px(6))
            if form.headingLevel():
                form.setTopMargin(theme.px(18))
            QTextCursor(block).setBlockFormat(form)
            block = block.next()

    def _top_of(self, block: QTextBlock) -> float:
        return self.document().documentLayout().blockBoundingRect(block).top()

    def headings(self) -> list[QTextBlock]:
        """The headings of the sections, in order."""
        found, block = [], self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == HEADING:
                found.append(block)
            block = block.next()
        return found
