"""The seven batches: households and people of each, who is in two of them, who is in none; the eighth line beside."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.standards.batches_model import BatchTable
from fieldapp_ui.editing.year import YearEditor
from fieldapp_ui.editing.year_batches import BatchLine, batch_lines, in_none_place, in_none_words, overlap
from fieldapp_ui.language import tr
from fieldapp_ui.models.figures import FigureRow, Heading, Tone
from fieldapp_ui.models.lazy_rows import LazyRows
from fieldapp_ui.windows.chips import Chips
from fieldapp_ui.windows.day_line import DayLine
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.parts import column, label

LEFT, ROW = 586, 34


class BatchesPart(QWidget):
    """Signals: `wanted(Place)` by Enter on a person in no batch; `village_wanted(code)`."""

    wanted = Signal(object)
    village_wanted = Signal(object)

    def __init__(self, editor: YearEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._desk = editor, editor.desk
        self._table: BatchTable | None = None
        theme = editor.desk.theme
        self.batches = FigureTable(theme, tr("The seven batches"), row=ROW)
        self.pairs = FigureTable(theme, tr("In two of them"), row=ROW, to_read=True)
        self.none = FigureTable(theme, tr("In none"), row=ROW)
        self.counted = Chips({"people": tr("Persons"), "households": tr("Households")}, tr("What is counted"))
        self.counted.chosen.connect(lambda _: self._show_pairs())
        self.day = DayLine(tr("Cut-off day"))
        self.day.setFixedWidth(theme.px(140))
        self.day.given.connect(self._choose_day)
        self._said, self._wrong = label("", "caption", wrap=True), label("", "error", wrap=True)
        self.day.refused.connect(self._say_wrong)
        self._heading = label("", "heading")
        self._build()
        self.batches.opened.connect(lambda _: self.none.go_in())
        self.none.opened.connect(self._go)
        self.none.left.connect(self.batches.go_in)
        self.pairs.left.connect(self.batches.go_in)

    def show_table(self, table: BatchTable) -> None:
        """Show the batches of a day."""
        self._table = table
        self.day.setText(table.cut_off)
        self._said.setText(
            tr(
                "At the end of {day}, yearly facts of {year}, rules {set}. One person may be in several batches: "
                "they are never added up. {households} households and {people} people are on the register.",
                day=table.cut_off,
                year=table.year,
                set=table.set,
                households=f"{table.registered.households:,}",
                people=f"{table.registered.people:,}",
            )
        )
        self._wrong.setText(
            "\n".join(f"! {one.sentence(self._desk.texts.translate)}" for one in table.findings)
        )
        self._wrong.setVisible(bool(table.findings))
        self.batches.show_rows(
            _batch_headings(), [_batch_row(one, table) for one in batch_lines(table, self._desk)]
        )
        self.batches.setFixedHeight(self.batches.height_of_rows())
        self._show_pairs()
        self._heading.setText(
            tr("In none: {count} people. Each needs a reason or a measure.", count=f"{len(table.in_none):,}")
            if table.in_none
            else f"✓ {tr('Everybody is in at least one batch.')}"
        )
        self.none.setVisible(bool(table.in_none))
        headings = (Heading(tr("Household")), Heading(tr("Person"), wide=True))
        self.none.show_rows(headings, LazyRows(table.in_none, self._none_row))

    def go_in(self) -> bool:
        """Take the focus."""
        self.batches.go_in()
        return True

    def forget_day(self) -> None:
        """Another year: its own end."""
        self._editor.cut_off = ""

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self._said, 1)
        bar.addWidget(label(tr("Cut-off day"), "caption"))
        bar.addWidget(self.day)
        tables = QHBoxLayout()
        tables.setSpacing(16)
        tables.addLayout(self._left())
        tables.addLayout(self._right(), 1)
        layout = column(self, gap=8)
        layout.addLayout(bar)
        layout.addWidget(self._wrong)
        layout.addLayout(tables, 1)

    def _left(self) -> QVBoxLayout:
        left = column(gap=8)
        self.batches.setFixedWidth(self._desk.theme.px(LEFT))
        left.addWidget(self.batches)
        left.addStretch(1)
        return left

    def _right(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(label(tr("In two of them"), "heading"))
        head.addStretch(1)
        head.addWidget(self.counted)
        right = column(gap=8)
        right.addLayout(head)
        right.addWidget(self.pairs)
        right.addWidget(self._heading)
        right.addWidget(self.none, 1)
        right.addStretch(0)
        return right

    def _show_pairs(self) -> None:
        table = self._table
        if table is None:
            return
        people = self.counted.key == "people"
        names = [self._desk.texts.pick(*row.batch.words) for row in table.rows]
        headings = (
            Heading("", wide=True),
            *(Heading(str(at), right=True, tip=name) for at, name in enumerate(names, 1)),
        )
        rows: list[FigureRow] = []
        for at, row in enumerate(table.rows):
            cells, tips, tones = [f"{at + 1}  {names[at]}"], [""], list[Tone]([""])
            for across, other in enumerate(table.rows):
                both = overlap(table, row.batch.id, other.batch.id)
                count = both.people if people else both.households
                cells.append(f"{count:,}" if count else "—")
                tips.append(
                    tr(
                        "{one} and {other} at the end of {day}: {households} households, {people} people",
                        one=names[at],
                        other=names[across],
                        day=table.cut_off,
                        households=both.households,
                        people=both.people,
                    )
                )
                tones.append("accent" if at == across else "" if count else "soft")
            rows.append(FigureRow(tuple(cells), None, tuple(tones), tuple(tips)))
        self.pairs.show_rows(headings, rows)
        self.pairs.setFixedHeight(self.pairs.height_of_rows())

    def _say_wrong(self, words: str) -> None:
        self._wrong.setText(f"✕ {words}")
        self._wrong.show()

    def _choose_day(self, day: str) -> None:
        self._editor.cut_off = day
        self._editor.read_batches()

    def _go(self, key: object) -> None:
        if isinstance(key, tuple):
            self.wanted.emit(in_none_place(*key))

    def _none_row(self, pair: tuple[str, str]) -> FigureRow:
        return FigureRow(in_none_words(self._desk, *pair), pair)


def _batch_headings() -> tuple[Heading, ...]:
    return (
        Heading(tr("Batch")),
        Heading(tr("Households"), right=True),
        Heading(tr("Persons"), right=True),
        Heading(tr("Not known"), right=True, tip=tr("Records of which the register does not know enough.")),
        Heading(tr("Source"), wide=True),
    )


def _batch_row(line: BatchLine, table: BatchTable) -> FigureRow:
    unknown = "" if line.open is None else f"{line.open:,}" if line.open else "—"
    tip = tr("{source}, at the end of {day}", source=line.source, day=table.cut_off)
    cells = (line.words, f"{line.households:,}", f"{line.people:,}", unknown, line.source)
    tones: tuple[Tone, ...] = ("", "", "", "unknown" if line.open else "soft", "soft")
    return FigureRow(cells, line.kind, tones, (tip,), strong=line.kind == "union")
