"""Records that stand twice: a list at the left, the pair side by side; one person, or two with one number, decides it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.duplicates import DuplicateDesk, Pair
from fieldapp_ui.language import tr
from fieldapp_ui.models.hits import Row
from fieldapp_ui.windows.duplicate_columns import DuplicateColumns
from fieldapp_ui.windows.page import Page, Place
from fieldapp_ui.windows.parts import label
from fieldapp_ui.windows.rowlist import RowList

LIST_WIDTH = 208


class DuplicatesPage(Page):
    """1 and 2 choose field by field, Ctrl+Enter merges, Ctrl+D tells them apart; undo takes a merger back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.primary = command("duplicate.merge")
        self.secondary = (command("duplicate.apart"), command("duplicate.next"), command("go.conflicts"))
        self.twins = DuplicateDesk(desk, self)
        self._shown: Pair | None = None
        self.twins.changed.connect(self._show)
        self.list = RowList(desk.theme, parent=self)
        self.list.setProperty("role", "outline")
        self.list.setFixedWidth(desk.theme.px(LIST_WIDTH))
        self.list.setAccessibleName(tr("Records that stand twice"))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.columns = DuplicateColumns(desk.theme, self)
        self.columns.taken.connect(self.twins.take)
        self.trouble = label("", "error", wrap=True)
        self.trouble.setContentsMargins(desk.theme.px(24), 0, desk.theme.px(24), desk.theme.px(16))
        self.trouble.hide()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._full())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.does = {
            "duplicate.merge": self.merge,
            "duplicate.apart": self.tell_apart,
            "duplicate.next": self.next,
        }

    def title(self) -> str:
        """With how many wait."""
        count = len(self.twins.pairs)
        return (
            tr("Records that stand twice: {count}", count=count) if count else tr("Records that stand twice")
        )

    def why_not(self, command_id: str) -> str:
        """Nothing to decide."""
        return "" if self.twins.pairs else tr("Nothing stands twice.")

    def help_line(self) -> str:
        """What is decided here."""
        return tr(
            "Two records with one number. Choose with 1 or 2 what is right, then merge; or say that they are two."
        )

    def arrive(self, place: Place) -> None:
        self.twins.load()
        self.columns.take_focus()

    def refresh(self, changed: Sequence[tuple[str, str]]) -> None:
        self.twins.load()

    def current(self) -> Pair | None:
        """The pair in view."""
        row = self.list.currentIndex().row()
        return self.twins.pairs[row] if 0 <= row < len(self.twins.pairs) else None

    def merge(self) -> None:
        """They are one."""
        pair = self.current()
        if pair is None:
            return
        try:
            self.twins.merge(pair)
        except UserError as refused:
            self.trouble.setText(f"✕ {refused.sentence(tr)}")
            self.trouble.show()
            return
        self.saved.emit(tr("Merged. Nothing is lost: both stay in the history; Ctrl+Z takes it back."))

    def tell_apart(self) -> None:
        """They are two."""
        pair = self.current()
        if pair is not None:
            self.twins.tell_apart(pair)
            self.saved.emit(
                tr("Noted: these are two. It is not asked again on this computer; Ctrl+Z takes it back.")
            )

    def next(self) -> None:
        """The next pair, from the last one back to the first."""
        count = len(self.twins.pairs)
        if count:
            row = (self.list.currentIndex().row() + 1) % count
            self.list.setCurrentIndex(self.list.rows.index(row, 0))

    def _show(self) -> None:
        pairs, row = self.twins.pairs, max(0, self.list.currentIndex().row())
        shown = self._shown.duplicate.id if self._shown is not None else ""
        stayed = [at for at, pair in enumerate(pairs) if pair.duplicate.id == shown]
        # What comes in beside the worker leaves the pair in view, the choices made in it and the focus as they are.
        with QSignalBlocker(self.list.selectionModel()):
            self.list.rows.show_rows([Row(pair.title, pair.why, pair.duplicate.id) for pair in pairs])
            if pairs:
                at = stayed[0] if stayed else min(row, len(pairs) - 1)
                self.list.setCurrentIndex(self.list.rows.index(at, 0))
        self._stack.setCurrentIndex(1 if pairs else 0)
        self.header_changed.emit()
        if pairs:
            self._show_chosen()
        else:
            self._shown = None

    def _show_chosen(self) -> None:
        pair, before = self.current(), self._shown
        self._shown = pair
        if pair is None or (before is not None and before.reads_like(pair)):
            return
        self.trouble.hide()
        self.twins.begin()
        self.columns.show_pair(pair)
        self.columns.take_focus()
        self.header_changed.emit()

    def _empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(*(self.desk.theme.px(24),) * 4)
        column.addWidget(label(f"✓ {tr('Nobody stands twice in this register.')}", "strong", wrap=True))
        words = tr("A pair appears here when two records have the same identity number or household number.")
        column.addWidget(label(words, "caption", wrap=True))
        column.addStretch(1)
        return page

    def _full(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.columns, 1)
        right.addWidget(self.trouble)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return page
