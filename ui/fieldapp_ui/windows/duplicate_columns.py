"""Two records side by side: a line for each field, 1 and 2 choose where they differ, Up and Down go from line to line."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fieldapp_ui.editing.duplicates import FieldPair, Pair
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import column, emptied, hairline, label, scrolling
from fieldapp_ui.windows.wrapped_chip import WrappedChip

NAME_WIDTH = 112


class DifferenceLine(QFrame):
    """One field that differs. Signals: `taken(FieldPair, side)`, `stepped(int)`."""

    taken = Signal(object, int)
    stepped = Signal(int)

    def __init__(self, field: FieldPair, theme: Theme) -> None:
        super().__init__()
        self.field = field
        self.setProperty("role", "fact")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(4))
        row.setSpacing(theme.px(12))
        name = label(field.words, wrap=True)
        name.setFixedWidth(theme.px(NAME_WIDTH))
        row.addWidget(name)
        self.sides: list[WrappedChip] = []
        for side, words in enumerate(field.shown):
            chip = WrappedChip(f"{side + 1}  {words}", theme)
            chip.setToolTip(words)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(partial(self._take, side))
            self.sides.append(chip)
            row.addWidget(chip, 1)
        self.show_taken(0)

    def show_taken(self, side: int) -> None:
        """Mark the side whose value is kept."""
        for at, chip in enumerate(self.sides):
            chip.setChecked(at == side)
        self.setAccessibleName(f"{self.field.words}: {self.field.shown[side]}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.text() in ("1", "2"):
            self._take(int(event.text()) - 1)
            self.stepped.emit(1)
        elif (key := Qt.Key(event.key())) in steps:
            self.stepped.emit(steps[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def _take(self, side: int, *_: object) -> None:
        self.show_taken(side)
        self.taken.emit(self.field, side)


class DuplicateColumns(QWidget):
    """Signals: `taken(FieldPair, side)`."""

    taken = Signal(object, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: list[DifferenceLine] = []
        inner = QWidget()
        self._column: QVBoxLayout = column(inner, gap=theme.px(16))
        self._column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        self.area = scrolling(inner)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Two identity numbers side by side do not fit every window in the largest type.
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column(self, gap=0).addWidget(self.area)

    def show_pair(self, pair: Pair) -> None:
        """Show two records; the first line that differs gets the focus."""
        emptied(self._column)
        self.lines = []
        self._column.addWidget(label(f"{pair.title} · {pair.why}", "heading", wrap=True))
        if pair.people is not None:
            self._column.addWidget(self._others(tr("Who lives there"), [pair.people]))
        differing = [field for field in pair.fields if field.differs]
        if differing:
            self._column.addWidget(self._differences(pair, tr("Which is right?"), differing))
        elif not pair.yearly:
            self._column.addWidget(
                label(f"✓ {tr('Nothing contradicts: they say the same.')}", "met", wrap=True)
            )
        if pair.yearly:
            words = tr("Facts of one year that contradict")
            self._column.addWidget(self._differences(pair, words, pair.yearly))
        same = [field for field in pair.fields if not field.differs]
        if same:
            self._column.addWidget(self._others(tr("The same, or known only in one"), same))
        self._column.addStretch(1)

    def take_focus(self) -> None:
        """Ready to choose."""
        if self.lines:
            self.lines[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _differences(self, pair: Pair, heading: str, fields: Sequence[FieldPair]) -> QFrame:
        card, lines = self._card(heading)
        lines.addLayout(self._heads(pair))
        for field in fields:
            line = DifferenceLine(field, self._theme)
            line.taken.connect(self.taken)
            line.stepped.connect(partial(self._step, line))
            self.lines.append(line)
            lines.addWidget(hairline())
            lines.addWidget(line)
        return card

    def _others(self, heading: str, fields: Sequence[FieldPair]) -> QFrame:
        card, lines = self._card(heading)
        grid = QGridLayout()
        grid.setContentsMargins(self._theme.px(12), 0, self._theme.px(12), self._theme.px(8))
        grid.setHorizontalSpacing(self._theme.px(12))
        grid.setVerticalSpacing(self._theme.px(6))
        grid.setColumnMinimumWidth(0, self._theme.px(NAME_WIDTH))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for row, field in enumerate(fields):
            grid.addWidget(label(field.words), row, 0)
            for side, words in enumerate(field.shown):
                grid.addWidget(
                    label(words or "—", "strong" if words else "caption", wrap=True), row, side + 1
                )
        lines.addLayout(grid)
        return card

    def _card(self, heading: str) -> tuple[QFrame, QVBoxLayout]:
        card = QFrame()
        card.setProperty("role", "card")
        lines = column(card, margin=self._theme.px(8), gap=self._theme.px(2))
        head = label(heading, "heading")
        head.setContentsMargins(self._theme.px(12), self._theme.px(4), 0, self._theme.px(4))
        lines.addWidget(head)
        return card, lines

    def _heads(self, pair: Pair) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(self._theme.px(12), 0, self._theme.px(12), self._theme.px(4))
        row.setSpacing(self._theme.px(12))
        blank = QLabel()
        blank.setFixedWidth(self._theme.px(NAME_WIDTH))
        row.addWidget(blank)
        for side, home in enumerate(pair.homes):
            kept = tr("stays") if side == 0 else tr("goes into the other")
            row.addWidget(label(f"{side + 1}  {home} ({kept})", "caption", wrap=True), 1)
        return row

    def _step(self, line: DifferenceLine, by: int) -> None:
        place = min(max(self.lines.index(line) + by, 0), len(self.lines) - 1)
        self.lines[place].setFocus(Qt.FocusReason.TabFocusReason)
        self.area.ensureWidgetVisible(self.lines[place], 0, 60)
