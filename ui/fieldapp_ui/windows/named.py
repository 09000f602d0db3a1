"""Beside a record's card: the records that name it, by list, each a line that opens its own card."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from fieldapp_ui.desk import Place
from fieldapp_ui.editing.naming import Named
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.linebutton import LineButton
from fieldapp_ui.windows.parts import column, hairline, label, scrolling

WIDTH = 300


class NamedColumn(QWidget):
    """`open_place` is called with the place of the line that was chosen."""

    def __init__(
        self,
        named: Sequence[Named],
        theme: Theme,
        open_place: Callable[[Place], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._open = theme, open_place
        self.lines: list[LineButton] = []
        self.setFixedWidth(theme.px(WIDTH))
        inner = QWidget()
        cards: QVBoxLayout = column(inner, gap=12)
        for one in named:
            cards.addWidget(self._card(one))
        cards.addStretch(1)
        column(self, gap=0).addWidget(scrolling(inner))

    def _card(self, one: Named) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        lines = column(card, margin=8, gap=0)
        head = label(f"{one.words}  {one.total:,}", "heading")
        head.setContentsMargins(8, 4, 0, 6)
        lines.addWidget(head)
        for record, words in one.lines:
            lines.addWidget(hairline())
            lines.addWidget(self._line(Place("record", record=record, list=one.list), words or one.words))
        if one.total > len(one.lines):
            lines.addWidget(label(tr("and {count} more", count=one.total - len(one.lines)), "caption"))
        return card

    def _line(self, place: Place, words: str) -> LineButton:
        made = LineButton(words)
        made.setProperty("role", "line")
        made.clicked.connect(lambda: self._open(place))
        made.stepped.connect(partial(self._step, made))
        self.lines.append(made)
        return made

    def _step(self, line: LineButton, by: int) -> None:
        place = min(max(self.lines.index(line) + by, 0), len(self.lines) - 1)
        self.lines[place].setFocus(Qt.FocusReason.TabFocusReason)
