"""The dry run: how many rows are new, changed, the same, refused; by file, by finding, by changed cell; then it is
written, with its progress, and told in numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QTabBar, QWidget

from fieldapp.errors import Finding
from fieldapp_ui.editing.exchange_words import ExchangeWords, kind_words, severity_words
from fieldapp_ui.editing.importing import ImportEditor
from fieldapp_ui.editing.plan_summary import KINDS, FileCount, RowChange
from fieldapp_ui.editing.views import fitting
from fieldapp_ui.language import tr
from fieldapp_ui.models.figures import FigureRow, Heading
from fieldapp_ui.models.hits import Row
from fieldapp_ui.models.lazy_rows import LazyRows
from fieldapp_ui.theme import wear_role
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.parts import button, column, label
from fieldapp_ui.windows.picker import Picker

TABS = ("files", "findings", "changes")
ROLES = {"new": "met", "changed": "unknown", "same": "soft", "refused": "not_met"}


class PlanPanel(QWidget):
    """Signals: `back_wanted()`, `done()` after an import that has been looked at."""

    back_wanted = Signal()
    done = Signal()

    def __init__(self, editor: ImportEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        theme = editor.desk.theme
        self._words = ExchangeWords(editor.desk)
        self._counts: dict[str, QLabel] = {}
        self.said = label("", "met", wrap=True)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(tr("What would change"))
        names = (tr("By file"), tr("Findings"), tr("Changed cells"))
        self.tables = {name: FigureTable(theme, words) for name, words in zip(TABS, names, strict=True)}
        self._pages = QStackedWidget()
        for table in self.tables.values():
            self.tabs.addTab("")
            self._pages.addWidget(table)
            table.left.connect(self.back_wanted)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.tables["files"].opened.connect(lambda file: self._choose_village(str(file)))
        self.note = label("", "caption")
        self.back = button(f"{tr('Back')}  Esc", self.back_wanted.emit, role="quiet")
        self.go = button("", self._go, role="primary", mark="import", theme=theme)
        self._build()

    @property
    def shown(self) -> FigureTable:
        """The table in view."""
        return self.tables[TABS[self.tabs.currentIndex()]]

    def show_plan(self) -> None:
        """The plan as the editor has it, or what came of it."""
        plan, summary, editor = self.editor.plan, self.editor.summary, self.editor
        if plan is None or summary is None:
            return
        for kind, count in plan.counts.items():
            self._counts[kind].setText(f"{count:,}")
        rows: tuple[tuple[Sequence[Heading], Sequence[FigureRow]], ...] = (
            (self._file_headings(), [self._file_row(one) for one in summary.files]),
            (self._finding_headings(), LazyRows(plan.findings, self._finding_row)),
            (self._change_headings(), LazyRows(summary.changes, self._change_row)),
        )
        for table, (headings, lines) in zip(self.tables.values(), rows, strict=True):
            table.show_rows(headings, lines)
        self.tabs.setTabText(0, tr("By file  {count}", count=f"{len(summary.files):,}"))
        self.tabs.setTabText(1, tr("Findings  {count}", count=f"{len(plan.findings):,}"))
        self.tabs.setTabText(2, tr("Changed cells  {count}", count=f"{summary.changed_cells:,}"))
        self._say()
        self.back.setVisible(editor.step == "plan")

    def take_focus(self) -> None:
        """Enter goes on."""
        first = self.go if self.go.isEnabled() else self.shown
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self, by: int) -> None:
        """The next or the previous of the three tables."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(TABS))
        self.shown.go_in()

    def _build(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(8)
        for kind in KINDS:
            cards.addWidget(self._card(kind), 1)
        bar = QHBoxLayout()
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        bar.addWidget(self.note)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.go)
        layout = column(self, gap=8)
        layout.addLayout(cards)
        layout.addLayout(bar)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)
        QWidget.setTabOrder(self.go, self.tabs)

    def _card(self, kind: str) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 10, 16, 10)
        count = self._counts[kind] = label("", "title")
        mark = {"new": "+", "changed": "→", "same": "=", "refused": "✕"}[kind]
        row.addWidget(label(f"{mark} {kind_words(kind)}", ROLES[kind]))
        row.addStretch(1)
        row.addWidget(count)
        return card

    def _say(self) -> None:
        plan, editor = self.editor.plan, self.editor
        assert plan is not None
        writes = sum(len(unit.entries) for unit in plan.units)
        self.go.setEnabled(True)
        if editor.step == "done" and editor.done is not None:
            wear_role(self.said, "met")
            self.said.setText(
                f"✓ {tr('Imported: {count} records', count=f'{editor.done.records:,}')}  ·  "
                f"{tr('It can be taken back on the first page of this place.')}"
            )
            self.go.setText(tr("Done"))
        elif editor.done is not None and editor.done.cancelled:
            wear_role(self.said, "unknown")
            words = tr(
                "Stopped after {count} of {total} records. What is written stands; going on writes the rest.",
                count=f"{editor.done.records:,}",
                total=f"{writes:,}",
            )
            self.said.setText(f"! {words}")
            self.go.setText(tr("Go on importing"))
        else:
            wear_role(self.said, "caption")
            self.said.setText(
                tr("Nothing is written yet.")
                if writes
                else tr("There is nothing to write: the register says the same already.")
            )
            self.go.setText(tr("Import {count} records", count=f"{writes:,}") if writes else tr("Done"))

    def _go(self) -> None:
        plan = self.editor.plan
        if self.editor.step == "done" or plan is None or not plan.units:
            self.done.emit()
        else:
            self.editor.run()

    def _file_headings(self) -> tuple[Heading, ...]:
        kinds = tuple(Heading(kind_words(kind), right=True) for kind in KINDS)
        return (
            Heading(tr("File"), wide=True),
            Heading(tr("Village")),
            *kinds,
            Heading(tr("Findings"), right=True),
        )

    def _file_row(self, one: FileCount) -> FigureRow:
        if len(one.scopes) == 1:
            village = self._words.village(one.scopes[0])
        elif one.scopes:
            village = tr("{count} villages", count=len(one.scopes))
        else:
            village = tr("◌ choose one: Enter")
        figures = tuple(f"{count:,}" if count else "—" for count in (*one.rows, one.findings))
        return FigureRow(
            (one.file, village, *figures),
            one.file,
            ("", "" if one.scopes else "unknown", "", "", "", "not_met" if one.rows[3] else "", ""),
        )

    def _finding_headings(self) -> tuple[Heading, ...]:
        return (
            Heading(tr("File")),
            Heading(tr("Row"), right=True),
            Heading(tr("Column")),
            Heading(tr("Kind")),
            Heading(tr("What is found"), wide=True),
        )

    def _finding_row(self, one: Finding) -> FigureRow:
        where, said = one.where, self._words.finding(one)
        kind, tone = severity_words(one)
        place = " · ".join(word for word in (where.file, where.sheet) if word)
        column_words = f"{where.column} {self._heading(where.file, where.sheet, where.column)}".strip()
        row = f"{where.row:,}" if where.row else ""
        return FigureRow(
            (place, row, column_words, kind, said), None, ("", "", "", tone, ""), ("", "", "", "", said)
        )

    def _heading(self, file: str, sheet: str, letter: str) -> str:
        from fieldapp.register.workbook import column_letter

        for source in self.editor.plan.sources if self.editor.plan and letter else ():
            if (source.sheet.file, source.sheet.name) == (file, sheet):
                for one in source.mapping.columns:
                    if column_letter(one.index) == letter:
                        return " ".join(one.heading.split())
        return ""

    def _change_headings(self) -> tuple[Heading, ...]:
        return (
            Heading(tr("File")),
            Heading(tr("Row"), right=True),
            Heading(tr("Whose")),
            Heading(tr("Field")),
            Heading(tr("Before"), wide=True),
            Heading(tr("After"), wide=True),
        )

    def _change_row(self, one: RowChange) -> FigureRow:
        words, change = self._words, one.change
        before = words.value(change, change.old, ours=True)
        after = words.value(change, change.new, ours=False)
        cells = (one.file, f"{one.number:,}", one.title, words.field(change), before, after)
        return FigureRow(cells, None, ("", "", "", "", "soft", "accent"))

    def _choose_village(self, file: str) -> None:
        if self.editor.step == "done":
            return
        choices = self._words.village_choices()

        def find(typed: str) -> list[Row]:
            found = [*fitting(choices, typed), *(one for one in choices if typed and typed in one.beside)]
            return [Row(one.words, one.beside, one.key) for one in dict.fromkeys(found)]

        title = tr("Rows of {file} that name no village are of …", file=file)
        picker = Picker(self.editor.desk.theme, title, find, self.window())
        picker.taken.connect(lambda scope: self.editor.set_village(file, str(scope)))
        picker.open()
