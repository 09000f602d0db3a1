"""The grid of members: a cell is typed in place, Enter goes on; a new row is typed at the end and kept as a whole."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from fieldapp.errors import Finding, UserError
from fieldapp.journal.commit import Vector
from fieldapp.register.declarations import FieldSpec
from fieldapp_ui.editing.card import SOURCES, CardEditor
from fieldapp_ui.fields.facts.line import FactLine
from fieldapp_ui.language import tr
from fieldapp_ui.models.members import MembersModel
from fieldapp_ui.windows.member_cells import CellDelegate

ROW, LEAST, MOST, ROWS_SEEN, ROWS_LEAST = 36, 72, 220, 6, 2
NUMBER = 196
"""A whole identity number must be seen while it is typed."""
CELL_ROOM = 28


class MemberGrid(QTableView):
    """Signals: `row_typed()` the new row is complete; `said(str, bool)` a sentence under the grid, and whether it is a
    refusal; `person_chosen()`; `saved()`."""

    row_typed = Signal()
    said = Signal(str, bool)
    person_chosen = Signal()
    typing = Signal(str, str)

    def __init__(self, editor: CardEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._theme = editor, editor.desk.theme
        self.rows = MembersModel(editor.desk, editor.reading, self)
        self.setModel(self.rows)
        self._seen: Vector = {}
        self._line: FactLine | None = None
        self._stale = False
        delegate = CellDelegate(editor, self.rows, self)
        delegate.opened.connect(self._opened)
        delegate.kept.connect(self._keep)
        delegate.left.connect(lambda line, index: self._keep(line, index, 0))
        delegate.given_up.connect(self._give_up)
        self.setItemDelegate(delegate)
        self._furnish()
        self.selectionModel().currentRowChanged.connect(lambda *_: self.person_chosen.emit())
        self.selectionModel().currentColumnChanged.connect(lambda *_: self._say_codes())

    @property
    def person(self) -> str:
        """The chosen member's id, empty when there is none."""
        return self.rows.person(self.currentIndex().row())

    def show_people(self) -> None:
        """Show the members anew; the chosen cell stays chosen, one that is being typed is not disturbed."""
        self._stale = self._line is not None
        if self._stale:
            return
        chosen, column = self.person, max(0, self.currentIndex().column())
        drafting = self.rows.is_draft(self.currentIndex().row())
        self.rows.show_people(self._editor.people, self._editor.year)
        self._fit()
        row = self.rows.rowCount() - 1 if drafting else max(0, self.rows.row_of(chosen))
        self.setCurrentIndex(self.rows.index(row, column))

    def choose(self, person: str) -> None:
        """Choose a member; the first one when this one is not here."""
        self.setCurrentIndex(self.rows.index(max(0, self.rows.row_of(person)), 0))

    def sizeHint(self) -> QSize:
        """As high as its rows, up to some; lower where the window has no room."""
        return QSize(super().sizeHint().width(), self._height(min(max(self.rows.rowCount(), 1), ROWS_SEEN)))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height(ROWS_LEAST))

    def begin_row(self) -> None:
        """A new row at the end, its first cell open."""
        self.setCurrentIndex(self.rows.index(self.rows.begin_draft(), 0))
        self._fit()
        self.edit_here()

    def drop_row(self) -> None:
        """The new row is kept or given up: it goes."""
        self._close()
        self.rows.drop_draft()
        self._fit()

    def edit_here(self) -> None:
        """Open the cell the cursor stands in."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit(self.currentIndex())

    def sort_here(self) -> None:
        """Order the rows by the column the cursor stands in."""
        person, column = self.person, max(0, self.currentIndex().column())
        self.rows.sort_by(column)
        self.setCurrentIndex(self.rows.index(max(0, self.rows.row_of(person)), column))

    def copy_above(self) -> None:
        """What stands in the cell above, put here as well."""
        here = self.currentIndex()
        if here.row() < 1:
            self.said.emit(tr("There is no row above."), True)
            return
        value = self.rows.value(here.row() - 1, here.column())
        if self.rows.is_draft(here.row()):
            if self._line is not None:
                self._line.setText("" if value is None else str(value))
            else:
                self.rows.set_draft(here.column(), "" if value is None else str(value))
        elif value is not None:
            self._close()
            self._save(QPersistentModelIndex(here), value)

    def finish(self) -> bool:
        """Keep the cell being typed. False when it cannot be kept; a new row is never left half typed."""
        if self._line is not None:
            self._keep(self._line, QPersistentModelIndex(self.currentIndex()), 0)
        if self.rows.draft is not None and not any(self.rows.draft.values()):
            self.drop_row()
        if self.rows.draft is not None:
            self.said.emit(tr("This row is not kept yet: Ctrl+Enter keeps it, Esc gives it up."), True)
        return self._line is None and self.rows.draft is None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.rows.draft is not None:
            self.row_typed.emit()
        elif enter:
            self.edit_here()
        elif event.key() == Qt.Key.Key_Escape and self.rows.draft is not None:
            self.drop_row()
        else:
            super().keyPressEvent(event)

    def _furnish(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setShowGrid(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAccessibleName(tr("People"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(True)
        header.setStretchLastSection(True)
        header.setFixedHeight(self._theme.px(ROW))
        header.ensurePolished()

    def _fit(self) -> None:
        """Columns as wide as their words."""
        metrics, header = self.fontMetrics(), self.horizontalHeader().fontMetrics()
        room = self._theme.px(CELL_ROOM)
        for column in range(self.rows.columnCount()):
            words = [self.rows.text(row, column) for row in range(self.rows.rowCount())]
            heading = str(self.rows.headerData(column, Qt.Orientation.Horizontal))
            wide = max(
                [header.horizontalAdvance(heading), *(metrics.horizontalAdvance(one) for one in words)]
            )
            least = NUMBER if self.rows.specs[column].key == "id_no" else LEAST
            self.setColumnWidth(column, min(max(wide + room, self._theme.px(least)), self._theme.px(MOST)))
        self.updateGeometry()

    def _height(self, rows: int) -> int:
        return self._theme.px(ROW) * (rows + 1) + self.horizontalScrollBar().sizeHint().height() + 2

    def _opened(self, line: FactLine, index: QPersistentModelIndex) -> None:
        self._line, self._seen = line, self._editor.seen()
        line.destroyed.connect(partial(self._closed, id(line)))
        if self.rows.is_draft(index.row()):
            key = self.rows.specs[index.column()].key
            line.textChanged.connect(lambda text: self.typing.emit(key, text))
        self._say_codes()

    def _closed(self, line: int, *_: object) -> None:
        if self._line is not None and id(self._line) == line:
            self._line = None

    def _keep(self, line: FactLine, index: QPersistentModelIndex, step: int) -> None:
        if line is not self._line or not index.isValid():
            return
        spec = self.rows.specs[index.column()]
        if self.rows.is_draft(index.row()):
            self._keep_draft(spec, line, index, step)
            return
        fact = self._editor.person_fact(self.rows.person(index.row()), spec)
        value = self._editor.reading.check(fact, line.typed())
        if isinstance(value, Finding):
            self._refuse(value.sentence(tr))
            return
        self._close()
        if value == fact.value or self._save(index, value):
            self._move(step)

    def _keep_draft(self, spec: FieldSpec, line: FactLine, index: QPersistentModelIndex, step: int) -> None:
        typed = line.typed()
        if typed.strip():
            value = self._editor.reading.check(self._editor.person_fact("", spec), typed)
            if isinstance(value, Finding):
                self._refuse(value.sentence(tr))
                return
        self._close()
        self.rows.set_draft(index.column(), typed)
        self._move(step)

    def _save(self, index: QPersistentModelIndex, value: object) -> bool:
        fact = self._editor.person_fact(self.rows.person(index.row()), self.rows.specs[index.column()])
        try:
            self._editor.save_field(fact, value, SOURCES[0], self._seen or self._editor.seen())  # type: ignore[arg-type]
        except UserError as refused:
            self._refuse(refused.sentence(tr))
            return False
        return True

    def _refuse(self, sentence: str) -> None:
        self.said.emit(sentence, True)
        if self._line is not None:
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, step: int) -> None:
        """The next cell of a row; a new row goes on to what is not told yet, and after the last it is complete."""
        here = self.currentIndex()
        column, drafting = here.column() + step, self.rows.is_draft(here.row())
        if drafting and step:
            told = self.rows.draft or {}
            while step > 0 and column < self.rows.columnCount() and told.get(self.rows.specs[column].key):
                column += 1
        if drafting and step > 0 and column >= self.rows.columnCount():
            self.row_typed.emit()
            return
        if step and 0 <= column < self.rows.columnCount():
            self.setCurrentIndex(self.rows.index(here.row(), column))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if drafting and step:
            self.edit_here()

    def _give_up(self, line: FactLine, index: QPersistentModelIndex) -> None:
        self._close()
        if self.rows.draft is not None and not any(self.rows.draft.values()):
            self.drop_row()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            self.closeEditor(line, QStyledItemDelegate.EndEditHint.NoHint)
        if self._stale:
            self.show_people()

    def _say_codes(self) -> None:
        """Which codes the column knows, as long as one sees them."""
        column = self.currentIndex().column()
        if not 0 <= column < len(self.rows.specs):
            return
        spec, desk = self.rows.specs[column], self._editor.desk
        codes = desk.vault.dictionary.codes.get(spec.codes) if spec.codes else None
        words = (
            [f"{c.id} {desk.texts.pick(c.zh_hans, c.zh_hant, c.en)}" for c in codes.items] if codes else []
        )
        self.said.emit("   ".join(words[:24]), False)
