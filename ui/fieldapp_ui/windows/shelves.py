"""Lists of a card in lines: Enter opens a record, Up and Down move, a button adds; empty lists are only buttons."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget

from fieldapp_ui.editing.card_lists import Shelf, ShelfLine
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.linebutton import LineButton
from fieldapp_ui.windows.parts import button, column, hairline, label

ADDERS_IN_A_ROW = 3


class Shelves(QWidget):
    """Signals: `add_wanted(list)`, `open_wanted(list, record)`, `all_wanted(list)`."""

    add_wanted = Signal(str)
    open_wanted = Signal(str, str)
    all_wanted = Signal(str)

    def __init__(self, shelves: Sequence[Shelf], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: list[LineButton] = []
        layout = column(self, gap=theme.px(16))
        for shelf in shelves:
            if shelf.lines:
                layout.addWidget(self._card(shelf))
        bare = [shelf for shelf in shelves if not shelf.lines]
        if bare:
            layout.addLayout(self._adders(bare))

    def step(self, line: LineButton, by: int) -> None:
        """From one record to the next."""
        place = min(max(self.lines.index(line) + by, 0), len(self.lines) - 1)
        self.lines[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _card(self, shelf: Shelf) -> QFrame:
        theme = self._theme
        card = QFrame()
        card.setProperty("role", "card")
        inside = column(card, margin=theme.px(8), gap=0)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(12), theme.px(2), 0, theme.px(4))
        head.addWidget(label(shelf.heading, "heading"))
        head.addWidget(label(str(shelf.total), "caption"))
        head.addStretch(1)
        head.addWidget(self._adder(shelf, tr("Add")))
        inside.addLayout(head)
        for one in shelf.lines:
            inside.addWidget(hairline())
            inside.addWidget(self._line(shelf.list, one))
        if shelf.total > len(shelf.lines):
            inside.addWidget(hairline())
            words = tr("Show all {count}", count=shelf.total)
            press = partial(self.all_wanted.emit, shelf.list)
            inside.addWidget(button(words, press, role="quiet", mark="next", theme=theme))
        return card

    def _line(self, list_name: str, one: ShelfLine) -> LineButton:
        made = LineButton()
        made.setProperty("role", "line")
        made.setAutoDefault(False)
        made.setAccessibleName(f"{one.title} {one.detail}".strip())
        made.clicked.connect(partial(self.open_wanted.emit, list_name, one.record))
        made.stepped.connect(partial(self.step, made))
        row = QHBoxLayout(made)
        row.setContentsMargins(self._theme.px(12), 0, self._theme.px(12), 0)
        row.setSpacing(self._theme.px(16))
        title, detail = label(one.title, "strong"), label(one.detail, "soft")
        title.setMinimumWidth(self._theme.px(120))
        detail.setMinimumWidth(1)
        row.addWidget(title)
        row.addWidget(detail, 1)
        self.lines.append(made)
        return made

    def _adders(self, shelves: Sequence[Shelf]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self._theme.px(4))
        for place, shelf in enumerate(shelves):
            words = tr("Add: {what}", what=shelf.heading)
            grid.addWidget(
                self._adder(shelf, words),
                place // ADDERS_IN_A_ROW,
                place % ADDERS_IN_A_ROW,
                Qt.AlignmentFlag.AlignLeft,
            )
        return grid

    def _adder(self, shelf: Shelf, words: str) -> QPushButton:
        press = partial(self.add_wanted.emit, shelf.list)
        made = button(words, press, role="quiet", mark="add", theme=self._theme)
        made.setAccessibleName(tr("Add: {what}", what=shelf.heading))
        return made
