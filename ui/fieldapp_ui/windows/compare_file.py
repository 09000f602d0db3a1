"""A list from outside, on its way in: what it is and what its columns are, then how much of it differs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from fieldapp.register.comparison import ListKind
from fieldapp_ui.editing.differences import kind_words
from fieldapp_ui.editing.outside import OutsideEditor
from fieldapp_ui.language import tr
from fieldapp_ui.models.figures import FigureRow, Heading
from fieldapp_ui.windows.chips import Chips
from fieldapp_ui.windows.day_line import DayLine
from fieldapp_ui.windows.exchange_columns import ColumnsPanel
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.parts import button, column, label

KINDS: tuple[ListKind, ...] = ("dibao", "national", "department")
TOLD = 200


class ColumnsStep(QWidget):
    """What list it is, above what its columns are. Signals: `back_wanted()`."""

    back_wanted = Signal()

    def __init__(self, editor: OutsideEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.kind = Chips({kind: kind_words(kind) for kind in KINDS}, tr("Where the list comes from"))
        self.kind.chosen.connect(self._choose_kind)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the list"))
        self.name.textChanged.connect(lambda text: setattr(editor, "name", text))
        self.day = DayLine(tr("The day its facts are of"))
        self.day.textChanged.connect(self._take_day)
        self.panel = ColumnsPanel(editor)
        self.panel.back_wanted.connect(self.back_wanted)
        self.panel.go.setText(tr("Compare, write nothing"))
        self.panel.year.hide()
        self.panel.blanks.setText(tr("An empty cell differs from a value"))
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self.kind)
        for words, part in ((tr("Name of the list"), self.name), (tr("The day its facts are of"), self.day)):
            bar.addWidget(label(words, "caption"))
            bar.addWidget(part, 2 if part is self.name else 1)
        layout = column(self, gap=8)
        layout.addLayout(bar)
        layout.addWidget(self.panel, 1)

    def show_columns(self) -> None:
        """The file in view."""
        self.kind.choose(self._editor.kind)
        for line, text in ((self.name, self._editor.name), (self.day, self._editor.taken_on)):
            if line.text() != text and not line.hasFocus():
                line.setText(text)
        self.panel.show_columns()
        self.panel.year.hide()

    def take_focus(self) -> None:
        """The cursor on the first guess that waits."""
        self.panel.take_focus()

    def _choose_kind(self, kind: str) -> None:
        self._editor.kind = kind  # type: ignore[assignment]

    def _take_day(self, _: str) -> None:
        self._editor.taken_on = self.day.day() or self.day.text()


class CountsStep(QWidget):
    """How many rows are known here and how much differs; Enter keeps it. Signals: `back_wanted()`."""

    back_wanted = Signal()

    def __init__(self, editor: OutsideEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._head = label("", "heading", wrap=True)
        self.counts = FigureTable(editor.desk.theme, tr("What was compared"))
        self.counts.left.connect(self.back_wanted)
        self.counts.opened.connect(lambda _: editor.run())
        self.findings = FigureTable(editor.desk.theme, tr("Findings"))
        self.findings.left.connect(self.counts.go_in)
        self._told = label("", "caption")
        self.go = button(
            tr("Keep the differences"), editor.run, role="primary", mark="check", theme=editor.desk.theme
        )
        foot = QHBoxLayout()
        foot.addWidget(button(f"{tr('Back')}  Esc", self.back_wanted.emit, role="quiet"))
        foot.addStretch(1)
        foot.addWidget(self.go)
        layout = column(self, gap=12)
        layout.addWidget(self._head)
        layout.addWidget(self.counts)
        layout.addWidget(self._told)
        layout.addWidget(self.findings, 1)
        layout.addStretch(0)
        layout.addLayout(foot)

    def show_counts(self) -> None:
        """The comparison as it came out."""
        found = self._editor.comparison
        if found is None:
            return
        counts = found.counts
        self._head.setText(f"{found.asked.name} · {kind_words(found.asked.kind)} · {found.asked.taken_on}")
        lines = (
            (tr("Rows of the list"), counts["rows"]),
            (tr("Rows of a record here"), counts["matched"]),
            (tr("Facts that differ"), counts["differs"]),
            (tr("Only in the list"), counts["only_theirs"]),
            (tr("Only in the register, or not on the list"), counts["only_ours"]),
        )
        self.counts.show_rows(
            (Heading(tr("What was compared"), wide=True), Heading(tr("Count"), right=True)),
            [FigureRow((words, f"{count:,}"), words) for words, count in lines],
        )
        self.counts.setFixedHeight(self.counts.height_of_rows())
        translate = self._editor.desk.texts.translate
        rows = [
            FigureRow((f"{one.where.column}{one.where.row or ''}", one.sentence(translate)), at)
            for at, one in enumerate(found.findings[:TOLD])
        ]
        self.findings.show_rows((Heading(tr("Cell")), Heading(tr("Finding"), wide=True)), rows)
        self.findings.setVisible(bool(rows))
        told = tr("{count} cells or rows could not be compared", count=f"{len(found.findings):,}")
        self._told.setText(told if rows else "")

    def take_focus(self) -> None:
        """Enter keeps it."""
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)
