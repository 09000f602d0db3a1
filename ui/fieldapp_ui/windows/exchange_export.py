"""Lists that leave as a workbook: which, of which villages, under which headings, masked unless somebody says why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from fieldapp.errors import UserError
from fieldapp.store import Vault
from fieldapp.store.exchange.exporting import Words
from fieldapp.store.finding.views import View
from fieldapp_ui.background.tasks import Handle
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.exchange_words import ExchangeWords
from fieldapp_ui.editing.leaving import ExportOrder, export
from fieldapp_ui.editing.views import Choice
from fieldapp_ui.language import tr
from fieldapp_ui.scope import widest_scope
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, column, label
from fieldapp_ui.windows.progress_strip import ProgressStrip
from fieldapp_ui.windows.reason import why_export

YEARS_SHOWN = 8
ROW = 34
KEY = Qt.ItemDataRole.UserRole
FIRST = ("household", "person")


class Ticks(QListView):
    """Lists to tick: Up and Down, Space ticks, letters go to a name. Signals: `entered_here()` at Enter."""

    entered_here = Signal()

    def __init__(
        self, theme: Theme, choices: Sequence[Choice], ticked: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._items = QStandardItemModel(self)
        for one in choices:
            item = QStandardItem(one.words)
            item.setCheckable(True)
            item.setEditable(False)
            item.setCheckState(Qt.CheckState.Checked if one.key in ticked else Qt.CheckState.Unchecked)
            item.setData(one.key, KEY)
            item.setSizeHint(QSize(0, theme.px(ROW)))
            self._items.appendRow(item)
        self.setModel(self._items)
        self.setProperty("role", "ticks")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setCurrentIndex(self._items.index(0, 0))

    def ticked(self) -> tuple[str, ...]:
        """The keys that are ticked."""
        items = [self._items.item(at) for at in range(self._items.rowCount())]
        return tuple(str(item.data(KEY)) for item in items if item.checkState() == Qt.CheckState.Checked)

    def tick_all(self, on: bool) -> None:
        """All or none."""
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        for at in range(self._items.rowCount()):
            self._items.item(at).setCheckState(state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_here.emit()
        else:
            super().keyPressEvent(event)


class ExportDialog(QDialog):
    """From the register with a `view`: its rows or its whole list. Signals: `told(role, sentence)` what came of it."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget, view: View | None = None, rows: int = 0) -> None:
        super().__init__(parent)
        self._desk, self._view = desk, view
        self._words = ExchangeWords(desk)
        theme = desk.theme
        self.setWindowTitle(tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(theme.px(460 if view else 720))
        self.lists: Ticks | None = None
        self.rows = QComboBox()
        self.region = self._region_box()
        self.headings = self._headings_box()
        self.year = self._year_box()
        self.masked = QCheckBox(tr("Masked: numbers, telephones and accounts are covered"))
        self.masked.setProperty("choice", "true")
        self.masked.setChecked(True)
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        self.strip = ProgressStrip(theme)
        self.strip.stop.hide()
        self.go = button(tr("Export …"), self.ask, role="primary", mark="export", theme=theme)
        self.go.setDefault(True)
        self._build(rows)

    def ask(self) -> None:
        """Ask for the file, and without masks for the reason."""
        lists = self._chosen()
        if not lists:
            self._refuse(tr("Tick at least one list."))
            return
        name = f"{self._file_words(lists)} {self._desk.today().isoformat()}.xlsx"
        path, _ = QFileDialog.getSaveFileName(self, tr("Export"), name, "Excel (*.xlsx)")
        if not path:
            return
        if self.masked.isChecked():
            self._start(Path(path), lists, "")
            return
        dialog = why_export(self._desk.theme, self._file_words(lists), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.given.connect(lambda reason: self._start(Path(path), lists, reason))
        dialog.open()

    def _build(self, rows: int) -> None:
        right = column(gap=6)
        if self._view is not None:
            shown = tr("The {count} rows in view", count=f"{rows:,}")
            self.rows.addItems([shown, tr("The whole list")])
            self._ask(right, self._words.list(self._view.list), self.rows)
        self._ask(right, tr("Village"), self.region)
        self._ask(right, tr("Headings"), self.headings)
        if self._view is None or self._desk.vault.ledger.layout(self._view.list).yearly:
            self._ask(right, tr("Years of yearly lists"), self.year)
        right.addSpacing(4)
        right.addWidget(self.masked)
        right.addWidget(label(tr("It goes on record who exported what, and when."), "caption", wrap=True))
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(24)
        if self._view is None:
            row.addLayout(self._left(), 1)
        row.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(tr("Cancel"), self.reject, role="quiet"))
        foot.addWidget(self.go)
        layout = column(self, margin=24, gap=12)
        layout.addLayout(row)
        layout.addWidget(self.trouble)
        layout.addWidget(self.strip)
        layout.addLayout(foot)
        first = self.lists or self.rows
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left(self) -> QVBoxLayout:
        self.lists = Ticks(self._desk.theme, self._words.lists(), FIRST)
        self.lists.setMinimumHeight(self._desk.theme.px(300))
        self.lists.setAccessibleName(tr("Lists"))
        self.lists.entered_here.connect(self.ask)
        lists = self.lists
        head = QHBoxLayout()
        head.addWidget(label(tr("Lists (Space ticks)"), "strong"))
        head.addStretch(1)
        head.addWidget(button(tr("All"), lambda: lists.tick_all(True), role="quiet"))
        head.addWidget(button(tr("Untick all"), lambda: lists.tick_all(False), role="quiet"))
        left = column(gap=4)
        left.addLayout(head)
        left.addWidget(self.lists, 1)
        return left

    def _ask(self, into: QVBoxLayout, words: str, box: QComboBox) -> None:
        caption = label(words, "strong")
        caption.setBuddy(box)
        box.setAccessibleName(words)
        into.addWidget(caption)
        into.addWidget(box)

    def _region_box(self) -> QComboBox:
        box = QComboBox()
        box.addItem(tr("All villages"), widest_scope(self._desk.vault.worker))
        for one in self._words.village_choices():
            box.addItem(one.words, one.key)
        codes = [box.itemData(at) for at in range(box.count())]
        # A worker of one village has it twice: by its name rather than as all of them.
        here = [at for at, code in enumerate(codes) if code == self._desk.scope.code]
        box.setCurrentIndex(here[-1] if here else 0)
        return box

    def _headings_box(self) -> QComboBox:
        box = QComboBox()
        names: Sequence[tuple[str, Words]] = (
            (tr("Chinese"), "zh_hans"),
            (tr("Traditional Chinese"), "zh_hant"),
            (tr("English"), "en"),
            (tr("Codes of the national system"), "national"),
            (tr("Names of this program"), "keys"),
        )
        for words, key in names:
            box.addItem(words, key)
        return box

    def _year_box(self) -> QComboBox:
        box = QComboBox()
        box.addItem(tr("All years"), None)
        this = self._desk.today().year
        for year in range(this, this - YEARS_SHOWN, -1):
            box.addItem(str(year), year)
        return box

    def _chosen(self) -> tuple[str, ...]:
        if self._view is not None:
            return (self._view.list,)
        return self.lists.ticked() if self.lists is not None else ()

    def _file_words(self, lists: Sequence[str]) -> str:
        what = self._words.list(lists[0]) if len(lists) == 1 else tr("Lists")
        return f"{self.region.currentText()} {what}"

    def _start(self, path: Path, lists: tuple[str, ...], reason: str) -> None:
        narrowed = self._view if self._view is not None and self.rows.currentIndex() == 0 else None
        order = ExportOrder(
            path if path.suffix else path.with_suffix(".xlsx"),
            lists,
            str(self.region.currentData()),
            self.headings.currentData(),
            self.masked.isChecked(),
            reason,
            self.year.currentData(),
            narrowed,
            self._desk.today().year,
        )

        def work(vault: Vault, handle: Handle) -> str:
            return export(vault, order, handle)

        self.go.setEnabled(False)
        self.trouble.hide()
        task = self._desk.tasks.start_with_vault(work, owner=self, done=self._done, failed=self._failed)
        task.progressed.connect(self.strip.show_progress)
        self.strip.show_progress(0, 0, tr("Writing …"))

    def _done(self, sentence: str) -> None:
        self.told.emit("met", f"✓ {sentence}")
        self.accept()

    def _failed(self, refused: UserError) -> None:
        self._refuse(refused.sentence(self._desk.texts.translate))

    def _refuse(self, sentence: str) -> None:
        self.strip.hide()
        self.go.setEnabled(True)
        self.trouble.setText(f"✕ {sentence}")
        self.trouble.show()
