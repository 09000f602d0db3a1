"""The register: any list as a table with conditions, columns and views; the outline of the household at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp.store import Vault
from fieldapp.store.finding.selection import select_rows
from fieldapp.store.finding.views import View
from fieldapp_ui.background.tasks import Handle, Task
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.views import FIRST, ListView
from fieldapp_ui.language import tr
from fieldapp_ui.models.list_rows import ListRowsModel
from fieldapp_ui.windows.filter_bar import FilterBar
from fieldapp_ui.windows.list_choices import ListChoices
from fieldapp_ui.windows.list_table import ListTable
from fieldapp_ui.windows.page import Page
from fieldapp_ui.windows.parts import button, column, label
from fieldapp_ui.windows.preview import CardPreview
from fieldapp_ui.windows.register_deeds import RegisterDeeds
from fieldapp_ui.windows.view_chips import ViewChips

PREVIEW_FROM = 1280
PREVIEW_MS = 60
# From so many rows in the file on the selection is made beside the window.
BESIDE_FROM = 20_000
KEEP_MS = 600


class RegisterPage(Page):
    """Enter or a double click opens the record, or the form that `extra["fill"]` names; the selection stays."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.primary = command("household.add")
        self.secondary = tuple(
            command(f"register.{name}") for name in ("filter", "columns", "views", "export")
        )
        self._fills = ""
        self._selecting: Task | None = None
        self._wanted = ""
        self.view = ListView(desk, self)
        self.model = ListRowsModel(desk, self.view, self)
        self.table = ListTable(self.view, self.model)
        self.filters = FilterBar(self.view)
        self.preview = CardPreview(desk)
        self._count = label("", "caption")
        self._empty = label("", wrap=True)
        self._soon = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self._keep = QTimer(self, singleShot=True, interval=KEEP_MS)
        self.choices = ListChoices(self.view, desk.theme, self)
        self._build()
        self._listen()
        self.deeds = RegisterDeeds(self)
        self.does = {
            **self.deeds.does,
            "register.filter": self.filters.take_focus,
            "register.list": self.choices.choose_list,
            "register.columns": self.choices.choose_columns,
            "register.views": self.choices.choose_view,
            "register.sort": self.table.sort_here,
            "register.wider": partial(self.table.widen_here, 1),
            "register.narrower": partial(self.table.widen_here, -1),
            "register.column_left": partial(self.table.move_here, -1),
            "register.column_right": partial(self.table.move_here, 1),
        }

    def title(self) -> str:
        if self._fills:
            return tr("Choose a household for the form")
        return tr("Register") if self.view.list == FIRST else self.view.list_words()

    def help_line(self) -> str:
        return tr(
            "Up and Down choose a row, Enter opens it; Ctrl+Shift+F adds a condition, F5 sorts by this column."
        )

    def why_not(self, command_id: str) -> str:
        return self.deeds.why_not(command_id)

    def arrive(self, place: Place) -> None:
        self._fills = place.extra.get("fill", "")
        self._wanted = place.record or self.model.record(self.table.currentIndex().row())
        chosen = FIRST if self._fills else place.list or self.view.list
        if chosen != self.view.list:
            self.view.choose_list(chosen)
        else:
            self._read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        self._soon.stop()
        self._keep.stop()
        self.filters.results.hide()
        self.view.keep()
        return super().leave()

    def refresh(self, changed: Sequence[tuple[str, str]]) -> None:
        self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.preview.setVisible(self._has_room())
        self._chips.lay(self._chip_room())

    def _build(self) -> None:
        theme = self.desk.theme
        self._list_button = button(self.view.list_words(), self.choices.choose_list, mark="down", theme=theme)
        self._list_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._list_button.setToolTip(f"{tr('Choose a list')}  ({_key('register.list')})")
        self._chips = ViewChips(self.view)
        self._chips.chosen.connect(self._show_view)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._list_button)
        top.addLayout(self._chips)
        top.addStretch(1)
        top.addWidget(self._count)
        self.table.setAccessibleName(tr("Register"))
        self._empty.hide()
        left = column(gap=8)
        left.addLayout(top)
        left.addWidget(self.filters)
        left.addWidget(self._empty)
        left.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 16)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self.preview)
        QWidget.setTabOrder(self.filters.line, self.table)

    def _listen(self) -> None:
        self.view.narrowed.connect(self._read)
        self.view.ordered.connect(self._read)
        self.view.arranged.connect(self._arranged)
        for told in (self.view.narrowed, self.view.ordered, self.view.arranged):
            told.connect(self._keep.start)
        self._keep.timeout.connect(self.view.keep)
        self.choices.view_taken.connect(self._show_view)
        self.choices.said.connect(self.saved)
        self._soon.timeout.connect(self._show_preview)
        self.filters.left.connect(partial(self.table.setFocus, Qt.FocusReason.OtherFocusReason))
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._soon.start())
        self.preview.open_wanted.connect(self._open_household)

    # rows

    def _read(self) -> None:
        """Which rows there are now: at once in a file of a few villages, beside the window in a county's."""
        self._wanted = self._wanted or self.model.record(self.table.currentIndex().row())
        self._show_chips()
        self.filters.show_filters()
        view, scope, year = self.view.view, self.desk.scope.code, self.desk.today().year
        if self._selecting is not None:
            self._selecting.cancel()
            self._selecting = None

        def select(vault: Vault) -> Sequence[int]:
            return select_rows(vault, view.list, scope, view.filters, view.order, year=year)

        def select_beside(vault: Vault, _handle: Handle) -> Sequence[int]:
            return select(vault)

        if _rows_in_file(self.desk.vault, view.list) < BESIDE_FROM:
            try:
                self._show_numbers(select(self.desk.vault))
            except UserError as refused:
                self.desk.deeds.refused.emit(refused)
            return
        self._count.setText(tr("Counting …"))
        self._selecting = self.desk.tasks.start_with_vault(
            select_beside, owner=self, done=self._show_numbers, failed=self.desk.deeds.refused.emit
        )

    def _show_numbers(self, numbers: Sequence[int]) -> None:
        self._selecting = None
        self.primary = command("household.add") if self.view.list in (FIRST, "person") else None
        scroll, column_here = self.table.verticalScrollBar().value(), self.table.currentIndex().column()
        self.model.show_numbers(numbers)
        self.table.show_arrangement()
        self.table.verticalScrollBar().setValue(scroll)
        row = max(0, self.model.row_of(self._wanted)) if self._wanted else 0
        self._wanted = ""
        if self.model.total:
            at = max(0, min(column_here, self.model.columnCount() - 1))
            self.table.setCurrentIndex(self.model.index(row, at))
        self._say_count()
        self.preview.setVisible(self._has_room())
        # The outline comes a moment later: the rows are what was asked for.
        self._soon.start()
        self.header_changed.emit()

    def _arranged(self) -> None:
        """Other columns of the same rows; the cursor and the scroll stay."""
        row, at = self.table.currentIndex().row(), self.table.currentIndex().column()
        scroll = self.table.verticalScrollBar().value()
        self.model.show_columns()
        self.table.show_arrangement()
        self.table.verticalScrollBar().setValue(scroll)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, max(0, min(at, self.model.columnCount() - 1))))
        self._show_chips()

    def _say_count(self) -> None:
        total, filters = self.model.total, self.view.view.filters
        counted = (
            tr("{count} households", count=f"{total:,}")
            if self.view.list == FIRST
            else tr("{count} rows", count=f"{total:,}")
        )
        self._count.setText(counted)
        self._list_button.setText(self.view.list_words())
        self._empty.setVisible(total == 0)
        if filters:
            words = tr("Nothing fits these conditions. Backspace in the line above takes the last one away.")
        elif self.view.list == FIRST:
            words = tr("No household yet. “Add a household” above makes the first one.")
        else:
            words = tr("Nothing here yet in this village.")
        self._empty.setText(words)

    # what stands above the table

    def _show_chips(self) -> None:
        self._chips.read()
        self._chips.lay(self._chip_room())

    def _chip_room(self) -> int:
        beside = self.preview.minimumWidth() + 16 if self._has_room() else 0
        return (
            self.width() - 72 - beside - self._list_button.sizeHint().width() - self._count.sizeHint().width()
        )

    def _show_view(self, view: View) -> None:
        self.view.show(view)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # where a row leads

    def _show_preview(self) -> None:
        if self._has_room():
            self.preview.show_household(self.household(self.table.currentIndex().row()))

    def _has_room(self) -> bool:
        leads = self.view.list == FIRST or self.desk.vault.dictionary.lists[self.view.list].parent == FIRST
        return leads and self.window().width() >= self.desk.theme.px(PREVIEW_FROM)

    def household(self, row: int) -> str:
        """The household that the nth row is or belongs to; empty for a row of the village."""
        line = self.model.line(row)
        if line is None:
            return ""
        parent = self.desk.vault.dictionary.lists[self.view.list].parent
        return line.id if self.view.list == FIRST else line.parent if parent == FIRST else ""

    def _open(self, row: int) -> None:
        line = self.model.line(row)
        if line is None:
            return
        household = self.household(row)
        if self.view.list == FIRST:
            self._open_household(household)
        elif self.view.list == "person" and household:
            extra = {"tab": "members", "person": line.id}
            self.went.emit(Place("household", record=household, list="person", extra=extra))
        else:
            self.went.emit(Place("record", record=line.id, list=self.view.list))

    def _open_household(self, household: str) -> None:
        if household and self._fills:
            self.went.emit(Place("form", household, extra={"form": self._fills}))
        elif household:
            self.went.emit(Place("household", record=household))


def _rows_in_file(vault: Vault, list_name: str) -> int:
    """About how many rows the list has in all: the largest row number, known without counting."""
    return int(vault.db.execute(f'select coalesce(max(n), 0) from "{list_name}"').fetchone()[0])


def _key(name: str) -> str:
    return QKeySequence(command(name).key).toString(QKeySequence.SequenceFormat.NativeText)
