"""The entry list: what waits to be typed into the national system, ticked off line by line; what changed, to approve."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp.store.comparison.entry_lines import EntryLine
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.entry_list import VIEWS, EntryListEditor
from fieldapp_ui.language import tr
from fieldapp_ui.models.figures import FigureRow, Heading
from fieldapp_ui.models.lazy_rows import LazyRows
from fieldapp_ui.windows.chips import Chips
from fieldapp_ui.windows.day_line import DayLine
from fieldapp_ui.windows.parts import column, label
from fieldapp_ui.windows.reason import ReasonDialog
from fieldapp_ui.windows.tick_table import TickTable


class EntriesPart(QWidget):
    """Signals: `wanted(Place)` by Enter on a line; `moved()` as lines or ticks change; `told(role, sentence)`."""

    wanted = Signal(object)
    moved = Signal()
    told = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.editor = EntryListEditor(desk, self)
        self.ticks: set[tuple[str, str, str]] = set()
        self.view = Chips(
            {
                "to_enter": tr("To enter"),
                "new": tr("Changed, to approve"),
                "entered": tr("Entered already"),
                "confirmed": tr("Seen in their export"),
            },
            tr("Which lines are shown"),
        )
        self.since = DayLine(tr("Changed since the end of"))
        self._since_words = label(tr("Changed since the end of"), "caption")
        self.lines = TickTable(desk.theme, tr("Entry list"))
        self._nothing = label("", "met", wrap=True)
        self._hint = label("", "caption", wrap=True)
        self._build()
        self.view.chosen.connect(self._choose)
        self.since.given.connect(self._since)
        self.since.refused.connect(lambda words: self.told.emit("error", f"✕ {words}"))
        self.editor.changed.connect(self._show)
        self.editor.refused.connect(desk.deeds.refused)
        self.lines.ticked.connect(self._tick)
        self.lines.opened.connect(lambda _: self._go())
        self.lines.chosen.connect(lambda _: self.moved.emit())

    def read(self) -> None:
        """Read the view anew."""
        self.editor.read()

    def take_focus(self) -> None:
        """The cursor on the first line."""
        if self.editor.lines:
            self.lines.go_in()
        else:
            self.view.findChildren(QWidget)[VIEWS.index(self.view.key)].setFocus()

    def chosen(self) -> tuple[EntryLine, ...]:
        """The ticked lines, else the one under the cursor."""
        ticked = tuple(one for one in self.editor.lines if _key(one) in self.ticks)
        here = self._current()
        return ticked or ((here,) if here else ())

    def tick_all(self) -> None:
        """Tick every line, or none where all are."""
        names = {_key(one) for one in self.editor.lines}
        self.ticks = set() if names <= self.ticks else names
        self._show()

    def approve(self) -> None:
        """Approve what is chosen."""
        try:
            self.editor.approve(self.chosen())
        except UserError as refused:
            self._desk.deeds.refused.emit(refused)
            return
        self.ticks.clear()
        self.read()

    def print(self) -> None:
        """The lines in view on paper, after the reason that lifts their masks."""
        self._ask(tr("Print"), self._print)

    def export(self) -> None:
        """The lines in view as a workbook."""
        self._ask(tr("Export to Excel"), self._export)

    def write(self, path: Path, reason: str) -> None:
        """Write the workbook; a refusal is said on the page."""
        try:
            self.editor.write(path, reason)
        except UserError as refused:
            self._desk.deeds.refused.emit(refused)
        except OSError:
            words = tr("{path} cannot be written. Close it in the other program.", path=str(path))
            self.told.emit("error", f"✕ {words}")
        else:
            count = f"{len(self.editor.lines):,}"
            self.told.emit("met", f"✓ {tr('{count} lines stand in {path}', count=count, path=str(path))}")

    def _ask(self, action: str, go: object) -> None:
        dialog = ReasonDialog(
            self._desk.theme,
            action,
            tr("Why do the values leave without masks?"),
            tr("Numbers must be whole to be typed. The reason goes on record with your name."),
            action,
            self,
            (tr("entering in the national system"),),
        )
        if callable(go):
            dialog.given.connect(go)
        dialog.open()

    def _print(self, reason: str) -> None:
        from fieldapp_ui.windows.printing import PaperPreview

        PaperPreview(self._desk, self.editor.document(reason), "", self, reason=reason).open()

    def _export(self, reason: str) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Export to Excel"), f"{tr('Entry list')}.xlsx", "Excel (*.xlsx)"
        )
        if name:
            self.write(Path(name), reason)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self.view)
        bar.addStretch(1)
        bar.addWidget(self._since_words)
        bar.addWidget(self.since)
        self.since.setFixedWidth(self._desk.theme.px(140))
        layout = column(self, gap=8)
        layout.addLayout(bar)
        layout.addWidget(self._nothing)
        layout.addWidget(self._hint)
        layout.addWidget(self.lines, 1)
        layout.addStretch(0)

    def _show(self) -> None:
        editor, is_new = self.editor, self.editor.view == "new"
        for part in (self.since, self._since_words):
            part.setVisible(is_new)
        if is_new and not self.since.hasFocus():
            self.since.setText(editor.since)
        headings = (
            Heading("✓", tip=tr("Space ticks a line")),
            Heading(tr("Household number")),
            Heading(tr("Person")),
            Heading(tr("National code")),
            Heading(tr("Field"), wide=True),
            Heading(tr("Old value")),
            Heading(tr("New value")),
            Heading(tr("Entered") if editor.view == "entered" else tr("Approved")),
        )
        self.lines.show_rows(headings, LazyRows(editor.lines, self._row))
        self.lines.setVisible(bool(editor.lines))
        self._nothing.setText(tr("Reading …") if editor.is_reading else f"✓ {_nothing_words(editor.view)}")
        self._nothing.setVisible(not editor.lines)
        self._hint.setText(self._hint_words())
        self._hint.setVisible(bool(editor.lines))
        self.moved.emit()

    def _row(self, line: EntryLine) -> FigureRow:
        editor = self.editor
        when = (
            (line.entered_by, line.entered_on)
            if editor.view == "entered"
            else (line.approved_by, line.approved_on)
        )
        cells = (
            "✓" if _key(line) in self.ticks or line.entered_on else "",
            line.household_no or "—",
            line.who,
            line.national_field,
            editor.field(line),
            editor.value(line, line.old),
            editor.value(line, line.new),
            " ".join(part for part in when if part) or "—",
        )
        stale = line.current != line.new
        tips = ("", "", "", "", "", "", tr("The register says something else by now.") if stale else "")
        return FigureRow(cells, _key(line), ("accent",) if _key(line) in self.ticks else (), tips)

    def _hint_words(self) -> str:
        if self.editor.view == "to_enter":
            return tr(
                "Type each line into the national system, then Space ticks it off. Ctrl+Z brings it back."
            )
        if self.editor.view == "new":
            if self.editor.may_approve:
                return tr("Space ticks lines, “Approve” puts them on the entry list.")
            return tr("The township station approves these lines.")
        return ""

    def _current(self) -> EntryLine | None:
        key = self.lines.key()
        return next((one for one in self.editor.lines if _key(one) == key), None)

    def _choose(self, view: str) -> None:
        self.ticks.clear()
        self.editor.view = view
        self.read()

    def _since(self, day: str) -> None:
        self.editor.since = day
        self.read()

    def _tick(self, key: object) -> None:
        if self.editor.view == "new":
            self.ticks ^= {key}  # type: ignore[arg-type]
            self._show()
            self.lines.step()
            return
        here = self._current()
        if self.editor.view != "to_enter" or here is None:
            return
        try:
            self.editor.tick((here,))
        except UserError as refused:
            self._desk.deeds.refused.emit(refused)
        self.read()
        self.take_focus()

    def _go(self) -> None:
        line = self._current()
        if line is None:
            return
        extra = {"year": str(line.year)} if line.year is not None else {}
        if line.person:
            extra["person"] = line.person
        self.wanted.emit(Place("household", line.household, line.list, line.field, extra))


def _key(line: EntryLine) -> tuple[str, str, str]:
    return line.list, line.record, line.field


def _nothing_words(view: str) -> str:
    if view == "to_enter":
        return tr("Nothing waits to be entered.")
    if view == "new":
        return tr("Nothing has changed that the national system does not have.")
    return tr("No line stands here.")
