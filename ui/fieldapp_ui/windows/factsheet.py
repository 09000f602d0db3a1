"""The facts of one tab: rows under headings, edited in place one at a time; a refresh moves nothing that stays."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from fieldapp.errors import Finding, UserError
from fieldapp.journal.commit import Value, Vector
from fieldapp_ui.editing.card import SOURCES, CardEditor
from fieldapp_ui.editing.card_lists import Shelf
from fieldapp_ui.editing.facts import Block, Fact
from fieldapp_ui.editing.origins import origin_words, source_words
from fieldapp_ui.editing.record_card import RecordEditor
from fieldapp_ui.fields.facts.entry import Entry, entry_of
from fieldapp_ui.fields.media.file_entry import FileEntry, file_tiles
from fieldapp_ui.windows.factrow import FactRow
from fieldapp_ui.windows.parts import column, emptied, hairline, label, scrolling
from fieldapp_ui.windows.reason import why_unmask
from fieldapp_ui.windows.shelves import Shelves

WIDTH = 900


class FactSheet(QWidget):
    """Signals: `saved()` after a field was kept (the card is read anew by whoever hears the deed); `add_wanted(list)`
    for a new record of that list, `open_wanted(list, record)` and `all_wanted(list)` from a list in lines."""

    saved = Signal()
    add_wanted = Signal(str)
    open_wanted = Signal(str, str)
    all_wanted = Signal(str)

    def __init__(self, editor: CardEditor | RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._reading, self._desk = editor, editor.reading, editor.desk
        self._rows: dict[tuple[str, str], FactRow] = {}
        self._shape: tuple[object, ...] = ()
        self._editing: FactRow | None = None
        self._focused: FactRow | None = None
        self._seen: Vector = {}
        self._source = SOURCES[0]
        inner = QWidget()
        inner.setMaximumWidth(self._desk.theme.px(WIDTH))
        # It scrolls up and down only: rows give way, they never stand wider than what one sees.
        inner.setMinimumWidth(1)
        self._column: QVBoxLayout = column(inner, gap=self._desk.theme.px(16))
        self.area = scrolling(inner)
        self.area.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # The rows of a card that has just been built have their places only once the layout is made.
        self.area.verticalScrollBar().rangeChanged.connect(lambda *_: self._keep_focus_in_view())
        column(self, gap=0).addWidget(self.area)

    def show_blocks(self, blocks: Sequence[Block], shelves: Sequence[Shelf] = ()) -> None:
        """Show facts, and below them lists. Rows of the same fields stay where they are: scroll and focus are kept."""
        shape = tuple((b.heading, b.record, tuple(f.spec.key for f in b.facts)) for b in blocks)
        if (shape, tuple(shelves)) != self._shape or not self._rows:
            self._build(blocks, shelves)
            self._shape = (shape, tuple(shelves))
            return
        for block in blocks:
            for fact in block.facts:
                row = self._rows[_place(block, fact)]
                # A file may have come since, under the same reference.
                may_have_come = fact.spec.type == "file" and fact.value is not None
                if row is not self._editing and (row.fact != fact or may_have_come):
                    row.show_fact(fact, self._origin(fact))
                row.fact = fact

    def rows(self) -> tuple[FactRow, ...]:
        """All rows from top to bottom."""
        return tuple(self._rows.values())

    def row_of(self, list_name: str, field: str) -> FactRow | None:
        """The row of a field, to jump to."""
        return next(
            (r for r in self.rows() if (r.fact.spec.list, r.fact.spec.key) == (list_name, field)), None
        )

    def go_to(self, row: FactRow) -> None:
        """Focus a row and bring it into view."""
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(row, 0, 60)

    def current(self) -> FactRow | None:
        """The row being edited, or the one that had the focus last (a palette or menu may have it now)."""
        return self._editing or self._focused

    def edit(self, row: FactRow) -> None:
        """Open a row's input; what is seen now is what the save will have seen."""
        if not row.fact.editable or row is self._editing:
            return
        self.finish()
        self._editing, self._seen = row, self._editor.seen()
        row.edit(self._entry(row.fact), [(name, source_words(name)) for name in SOURCES], self._source)
        # The input's height is known only after the layout has been made anew.
        QTimer.singleShot(0, row, lambda: self._bring_into_view(row))

    def _entry(self, fact: Fact) -> Entry | FileEntry:
        if fact.spec.type == "file":
            return FileEntry(self._desk, str(fact.value or ""))
        choose = partial(self._reading.choosable, fact, self._editor.scope)
        return entry_of(fact, self._desk.vault.dictionary, self._desk.texts, choose)

    def finish(self) -> bool:
        """Keep what is being typed. False when it cannot be kept: its finding stands beside it."""
        row = self._editing
        if row is None or row.entry is None or row.source is None:
            return True
        self._keep(row, row.entry.typed(), str(row.source.currentData()), 0)
        return self._editing is None

    def _build(self, blocks: Sequence[Block], shelves: Sequence[Shelf]) -> None:
        emptied(self._column)
        self._rows, self._editing, self._focused = {}, None, None
        for block in blocks:
            self._column.addWidget(self._card(block))
        if shelves:
            made = Shelves(shelves, self._desk.theme)
            made.add_wanted.connect(self.add_wanted)
            made.open_wanted.connect(self.open_wanted)
            made.all_wanted.connect(self.all_wanted)
            self._column.addWidget(made)
        self._column.addStretch(1)

    def _card(self, block: Block) -> QFrame:
        theme = self._desk.theme
        card = QFrame()
        card.setProperty("role", "card")
        inside = column(card, margin=theme.px(8), gap=0)
        heading = label(block.heading, "heading")
        heading.setContentsMargins(theme.px(12), theme.px(4), 0, theme.px(6))
        inside.addWidget(heading)
        for fact in block.facts:
            inside.addWidget(hairline())
            tiles = partial(file_tiles, self._desk)
            row = FactRow(fact, self._reading.label(fact.spec), self._origin(fact), theme, tiles)
            row.focused.connect(lambda row=row: self._note_focus(row))
            row.edit_wanted.connect(lambda row=row: self.edit(row))
            row.eye_wanted.connect(lambda row=row: self.ask_why(row))
            row.kept.connect(lambda typed, source, step, row=row: self._keep(row, typed, source, step))
            row.given_up.connect(lambda row=row: self._give_up(row))
            row.stepped.connect(lambda by, row=row: self._step(row, by))
            self._rows[_place(block, fact)] = row
            inside.addWidget(row)
        return card

    def ask_why(self, row: FactRow) -> None:
        """The eye: the number is shown for a reason that is kept."""
        dialog = why_unmask(self._desk.theme, self._reading.label(row.fact.spec), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.given.connect(lambda reason: self._reveal(row, reason))
        dialog.open()

    def _reveal(self, row: FactRow, reason: str) -> None:
        try:
            row.reveal(self._reading.reveal(row.fact, reason))
        except UserError as refused:
            row.show_findings([_as_finding(refused)])

    def _note_focus(self, row: FactRow) -> None:
        self._focused = row

    def _keep_focus_in_view(self) -> None:
        row = self._focused
        if row is not None and row.hasFocus():
            self.area.ensureWidgetVisible(row, 0, 60)

    def _bring_into_view(self, row: FactRow) -> None:
        self._column.activate()
        self.area.ensureWidgetVisible(row, 0, 60)

    def _keep(self, row: FactRow, typed: str, source: str, step: int) -> None:
        if row is not self._editing:
            return
        value = self._reading.check(row.fact, typed)
        if isinstance(value, Finding):
            row.show_findings([value])
            return
        self._source = source
        if value == row.fact.value:
            self._close(row)
        elif not self._save(row, value, source):
            return
        if step:
            self._step(row, step)

    def _save(self, row: FactRow, value: Value, source: str) -> bool:
        self._editing = None
        try:
            self._editor.save_field(row.fact, value, source, self._seen)
        except UserError as refused:
            self._editing = row
            row.show_findings([_as_finding(refused)])
            return False
        if row.entry is not None:
            self._close(row)
        self.saved.emit()
        return True

    def _close(self, row: FactRow) -> None:
        self._editing = None
        row.show_fact(row.fact, self._origin(row.fact))
        row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self, row: FactRow) -> None:
        self._close(row)

    def _step(self, row: FactRow, by: int) -> None:
        rows = self.rows()
        place = rows.index(row) + by if row in rows else 0
        if 0 <= place < len(rows):
            self.go_to(rows[place])

    def _origin(self, fact: Fact) -> str:
        return origin_words(fact.origin, self._desk.vault.replica) if fact.value is not None else ""


def _place(block: Block, fact: Fact) -> tuple[str, str]:
    return f"{block.record}/{fact.spec.list}", fact.spec.key


def _as_finding(trouble: UserError) -> Finding:
    return Finding(trouble.code, trouble.text, trouble.params)
