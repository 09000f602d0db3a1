"""In and out of the year: three equations, their lines, the villages of a region, and what may explain a difference."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.register.candidates import Candidate
from fieldapp.register.reconciliation import Balance, Balances
from fieldapp.store.years.year_end import Reconciliation
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.year_balance import (
    CandidateWords,
    SheetLine,
    difference_words,
    equations,
    sheet_lines,
    village_names,
)
from fieldapp_ui.language import tr
from fieldapp_ui.models.figures import FigureRow, Heading, Tone
from fieldapp_ui.models.lazy_rows import LazyRows
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.parts import column, emptied, label

LEFT, ROW = 452, 34


class BalancePart(QWidget):
    """Signals: `wanted(Place)` by Enter on a candidate; `village_wanted(code)`."""

    wanted = Signal(object)
    village_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = CandidateWords(desk)
        theme = desk.theme
        self.lines = FigureTable(theme, tr("Lines of the year"), row=ROW, to_read=True)
        self.villages = FigureTable(theme, tr("Villages"), row=ROW)
        self.candidates = FigureTable(theme, tr("What may explain it"), row=ROW)
        self._cards = QHBoxLayout()
        self._cards.setSpacing(16)
        self._heading, self._said = label("", "heading"), label("", "", wrap=True)
        self._of_villages = label(tr("By village"), "heading")
        self._left_out = label(
            tr("Movements that are not named did not happen this year."), "caption", wrap=True
        )
        layout = column(self, gap=16)
        layout.addLayout(self._cards)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(self._left())
        row.addLayout(self._right(), 1)
        layout.addLayout(row, 1)
        self.villages.opened.connect(self.village_wanted)
        self.candidates.chosen.connect(self._say)
        self.candidates.opened.connect(lambda one: self.wanted.emit(self._words.place(one)))
        self.candidates.left.connect(self.lines.go_in)

    def show_balance(self, found: Reconciliation) -> None:
        """Show a year."""
        emptied(self._cards)
        for name, balance in equations(found):
            self._cards.addWidget(_card(name, balance), 1)
        self.lines.show_rows(_sheet_headings(), [_sheet_row(one) for one in sheet_lines(found, self._desk)])
        self.lines.setFixedHeight(
            min(self.lines.height_of_rows(), max(self._desk.theme.px(ROW * 4), self.height()))
        )
        self._show_villages(found.villages)
        self._show_candidates(found.candidates, wider=len(found.villages) > 1)

    def go_in(self) -> bool:
        """Take the focus where there is something to do."""
        (self.candidates if self.candidates.figures.rowCount() else self.lines).go_in()
        return True

    def _left(self) -> QVBoxLayout:
        left = column(gap=8)
        self.lines.setFixedWidth(self._desk.theme.px(LEFT))
        left.addWidget(self.lines)
        left.addWidget(self._left_out)
        self.villages.setFixedWidth(self._desk.theme.px(LEFT))
        left.addWidget(self._of_villages)
        left.addWidget(self.villages, 1)
        left.addStretch(0)
        return left

    def _right(self) -> QVBoxLayout:
        right = column(gap=8)
        right.addWidget(self._heading)
        right.addWidget(self.candidates, 2)
        right.addWidget(self._said)
        right.addStretch(0)
        return right

    def _show_villages(self, villages: Sequence[Balances]) -> None:
        names = village_names(self._desk)
        for part in (self._of_villages, self.villages):
            part.setVisible(len(villages) > 1)
        headings = (
            Heading(tr("Village"), wide=True),
            Heading(tr("Households"), right=True),
            Heading(tr("Persons"), right=True),
            Heading(tr("Poor people"), right=True),
        )
        rows = [
            FigureRow(
                (names.get(one.scope, one.scope), *(_end(b) for b in (one.households, one.people, one.poor))),
                one.scope,
                ("", *(_tone(b) for b in (one.households, one.people, one.poor))),
            )
            for one in villages
        ]
        self.villages.show_rows(headings, rows)

    def _show_candidates(self, candidates: Sequence[Candidate], *, wider: bool) -> None:
        count = len(candidates)
        self._heading.setText(
            tr("{count} records to look at", count=count) if count else tr("Nothing to look at")
        )
        self.candidates.setVisible(bool(count))
        self._said.setText(f"✓ {tr('Dates and movements of every record agree.')}")
        self._said.setVisible(not count)
        headings = (
            Heading(tr("Household")),
            *((Heading(tr("Village")),) if wider else ()),
            Heading(tr("What does not agree"), wide=True),
        )
        self.candidates.show_rows(headings, LazyRows(candidates, partial(_candidate_row, self._words, wider)))
        self._say(self.candidates.key())

    def _say(self, one: object) -> None:
        """The whole sentence, where the table has no room for it."""
        if isinstance(one, Candidate):
            words = self._words.said(one)
            last = self.candidates.figures.columnCount() - 1
            room = self.candidates.columnWidth(last) - self._desk.theme.px(ROW)
            self._said.setText(words)
            self._said.setVisible(self.fontMetrics().horizontalAdvance(words) > room)


def _card(name: str, balance: Balance) -> QFrame:
    """start + ins − outs = end, the numbers large over their words."""
    card = QFrame()
    card.setProperty("role", "card")
    layout = column(card, margin=16, gap=4)
    layout.addWidget(label(name, "strong"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(0)
    ins, outs = sum(n for _, n in balance.ins), sum(n for _, n in balance.outs)
    parts = (
        (f"{balance.start:,}", tr("start")), ("+", ""), (f"{ins:,}", tr("in")), ("−", ""),
        (f"{outs:,}", tr("out")), ("=", ""), (f"{balance.start + ins - outs:,}", tr("reckoned")),
    )  # fmt: skip
    for at, (figure, words) in enumerate(parts):
        number = label(figure, "title" if words else "soft")
        grid.addWidget(number, 0, at, Qt.AlignmentFlag.AlignHCenter)
        grid.addWidget(label(words, "caption"), 1, at, Qt.AlignmentFlag.AlignHCenter)
    grid.setColumnStretch(len(parts), 1)
    layout.addLayout(grid)
    even = balance.difference == 0
    said = f"{tr('counted at the end: {count}', count=f'{balance.end:,}')} · {difference_words(balance.difference)}"
    layout.addWidget(label(said, "met" if even else "not_met", wrap=True))
    return card


def _end(balance: Balance) -> str:
    mark = "✓" if balance.difference == 0 else f"✕ {balance.difference:+,}"
    return f"{balance.end:,}  {mark}"


def _tone(balance: Balance) -> Tone:
    return "not_met" if balance.difference else ""


def _sheet_headings() -> tuple[Heading, ...]:
    return (
        Heading("", wide=True),
        Heading(tr("Households"), right=True),
        Heading(tr("Persons"), right=True),
        Heading(tr("Poor people"), right=True),
    )


def _sheet_row(line: SheetLine) -> FigureRow:
    ends = line.sign in ("", "=", "≠")
    cells = tuple("" if one is None else f"{one:,}" for one in line.figures)
    wrong = line.sign == "≠" and any(line.figures)
    words = line.words if ends else f"{line.sign}  {line.words}"
    return FigureRow((words, *cells), None, ("not_met" if wrong else "",), strong=ends)


def _candidate_row(words: CandidateWords, wider: bool, one: Candidate) -> FigureRow:
    village = (words.village(one),) if wider else ()
    return FigureRow((words.who(one), *village, words.said(one)), one)
