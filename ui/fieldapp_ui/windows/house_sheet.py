"""One household's exit as it stands in the house: a bar of counts, the criteria as cards, the signatures beside them."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.standards.outcome import Checklist, Outcome
from fieldapp_ui.desk import Desk
from fieldapp_ui.language import tr
from fieldapp_ui.windows.criterion_card import CriterionCard
from fieldapp_ui.windows.parts import button, column, emptied, label, scrolling, settle
from fieldapp_ui.windows.signing import SigningPanel
from fieldapp_ui.windows.verdicts import bar_words

PANEL_WIDTH = 320
NARROW = 860
WIDEST = 760
SHEET, CARD = "exit-checklist", "household-card"


class HouseSheet(QWidget):
    """Signals: `asked(Missing)` a missing fact was chosen; `print_wanted(str)` the name of a paper."""

    asked = Signal(object)
    print_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, px = desk, desk.theme.px
        self.cards: dict[str, CriterionCard] = {}
        self.signing = SigningPanel(desk.theme, desk.vault.worker.name, self)
        self._bar = QHBoxLayout()
        self._bar.setSpacing(px(24))
        self._trouble = label("", "error", wrap=True)
        self._trouble.hide()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(8))
        inner = QWidget()
        inner.setMaximumWidth(px(WIDEST))
        self._left = column(inner, gap=px(12))
        self._left.setContentsMargins(px(24), px(8), px(16), px(24))
        self._left.addLayout(self._cards)
        self._left.addStretch(1)
        self._area = scrolling(inner)
        self._panel = self._signing_panel()
        self._side = scrolling(self._panel)
        self._side.setFixedWidth(px(PANEL_WIDTH) + 14)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._middle(), 1)
        row.addWidget(self._side)

    def show_checklist(self, checklist: Checklist, asking: str, put_away: frozenset[str]) -> None:
        """Shows every criterion; while the card `asking` has an input open the others wait, and the figures of the
        criteria `put_away` are not in sight."""
        self._trouble.hide()
        emptied(self._bar)
        for verdict, words in bar_words(checklist):
            self._bar.addWidget(label(words, verdict))
        self._bar.addStretch(1)
        for outcome in checklist.outcomes:
            self._show_outcome(outcome, asking, put_away)

    def settle(self) -> None:
        """Everything at its full height, now."""
        settle(self._area)
        if self._side.widget() is not None:
            settle(self._side)

    def say(self, sentence: str) -> None:
        """What went wrong, above the criteria."""
        self._trouble.setText(f"✕ {sentence}")
        self._trouble.show()

    def focus_in(self, criterion: str) -> None:
        """The next missing fact of the card; when it has turned, the next one on the page."""
        order = list(self.cards)
        at = order.index(criterion) if criterion in order else 0
        for name in (*order[at:], *order[:at]):
            if self.cards[name].buttons:
                self.cards[name].buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
                self.bring(self.cards[name])
                return

    def bring(self, part: QWidget) -> None:
        """Up or down only: a card never slides sideways. What has grown was settled before."""
        spare = max(0, (self._area.viewport().height() - part.height()) // 2)
        self._area.ensureWidgetVisible(part, 0, min(self._desk.theme.px(24), spare))
        self._area.horizontalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the signatures stand below the criteria, not beside them."""
        super().resizeEvent(event)
        narrow = self.width() < self._desk.theme.px(NARROW)
        if narrow and self._side.widget() is not None:
            self._left.insertWidget(self._left.count() - 1, self._side.takeWidget())
            self._panel.show()
        elif not narrow and self._side.widget() is None:
            self._left.removeWidget(self._panel)
            self._side.setWidget(self._panel)
        self._side.setVisible(not narrow)

    def _show_outcome(self, outcome: Outcome, asking: str, put_away: frozenset[str]) -> None:
        name = outcome.criterion.id
        if name not in self.cards:
            card = self.cards[name] = CriterionCard(self._desk.theme)
            card.asked.connect(self.asked)
            self._cards.addWidget(card)
        self.cards[name].show_outcome(outcome, self._desk.texts.pick, figures=name not in put_away)
        self.cards[name].setEnabled(asking in ("", name))

    def _middle(self) -> QVBoxLayout:
        px = self._desk.theme.px
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        top = QVBoxLayout()
        top.setContentsMargins(px(24), px(8), px(16), px(4))
        top.addLayout(self._bar)
        top.addWidget(self._trouble)
        whole.addLayout(top)
        whole.addWidget(self._area, 1)
        return whole

    def _signing_panel(self) -> QWidget:
        theme = self._desk.theme
        panel = QWidget()
        right = column(panel, gap=theme.px(8))
        right.setContentsMargins(theme.px(8), theme.px(8), theme.px(24), theme.px(24))
        right.addWidget(self.signing)
        right.addSpacing(theme.px(16))
        for name, words in ((SHEET, tr("Print the checklist")), (CARD, tr("Print the card"))):
            right.addWidget(button(words, partial(self.print_wanted.emit, name), mark="print", theme=theme))
        right.addStretch(1)
        return panel
