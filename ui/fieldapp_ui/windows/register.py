"""The register: chips to narrow, a table to go through, the card's outline at the right; Enter opens the card."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QWidget,
)

from fieldapp.errors import UserError
from fieldapp.journal.commit import Value
from fieldapp.store.save import Change, save, seen_of
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.language import tr
from fieldapp_ui.models.households import ORDERS, Column, HouseholdsModel, headings
from fieldapp_ui.windows.page import Page
from fieldapp_ui.windows.parts import column, label
from fieldapp_ui.windows.preview import CardPreview

PREVIEW_FROM = 1280
PREVIEW_MS = 60
# Beside the preview these columns give way, the first one first, rather than stand half cut.
LAST = (Column.ATTRIBUTE, Column.HELPER, Column.VISITED, Column.STATUS)
# The page's margins, the gap to the preview and the scroll bar.
BESIDE = 24 + 24 + 16 + 14
WIDTHS = {
    Column.NUMBER: 172,
    Column.HEAD: 84,
    Column.GROUP: 88,
    Column.MEMBERS: 60,
    Column.INCOME: 120,
    Column.STATUS: 84,
    Column.VISITED: 112,
    Column.HELPER: 92,
    Column.ATTRIBUTE: 140,
}


class RegisterPage(Page):
    """Enter or a double click opens the card, or the form that `extra["fill"]` names; the selection stays."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.primary = command("household.add")
        self.secondary = (command("find"),)
        self.does = {"household.add": self._add_household}
        self._where: dict[str, Value] = {}
        self._fills = ""
        self.model = HouseholdsModel(desk, self)
        self.table = self._table()
        self.preview = CardPreview(desk)
        self.preview.open_wanted.connect(self._open_household)
        self._count = label("", "caption")
        self._empty = label("", wrap=True)
        self._empty.hide()
        self._soon = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self._soon.timeout.connect(self._show_preview)
        self._build()

    def title(self) -> str:
        return tr("Choose a household for the form") if self._fills else tr("Register")

    def help_line(self) -> str:
        return tr("Up and Down choose a household, Enter opens it, Ctrl+F finds by name, pinyin or number.")

    def why_not(self, command_id: str) -> str:
        if command_id == "household.add" and not self._village():
            return tr("Choose one village at the top left first.")
        return ""

    def arrive(self, place: Place) -> None:
        self._fills = place.extra.get("fill", "")
        chosen = self.model.household(self.table.currentIndex().row())
        scroll = self.table.verticalScrollBar().value()
        self._read()
        self._choose(place.record or chosen)
        self.table.verticalScrollBar().setValue(scroll)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        self._soon.stop()
        return super().leave()

    def refresh(self, changed: Sequence[tuple[str, str]]) -> None:
        if any(name == "household" and self.model.row_of(record) < 0 for name, record in changed):
            self._read()
        for name, record in changed:
            if name == "household":
                self.model.refresh(record)
        self._show_preview()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self._has_room()
        self.preview.setVisible(wide)
        room = event.size().width() - BESIDE - self.preview.maximumWidth()
        needed = sum(self._widths.values())
        for section in LAST:
            gives_way = wide and needed > room
            self.table.setColumnHidden(section, gives_way)
            needed -= self._widths[section] if gives_way else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enters = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in enters:
            self._open(self.table.currentIndex())
            return True
        return False

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for chip in self._chips():
            top.addWidget(chip)
        top.addStretch(1)
        top.addWidget(self._count)
        left = column(gap=8)
        left.addLayout(top)
        left.addWidget(self._empty)
        left.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 16)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self.preview)

    def _chips(self) -> list[QPushButton]:
        desk = self.desk
        self._group = QButtonGroup(self)
        spec = desk.vault.dictionary.field("household", "status")
        codes = desk.vault.dictionary.codes[spec.codes].items
        named = [("", tr("All")), *((c.id, desk.texts.pick(c.zh_hans, c.zh_hant, c.en)) for c in codes)]
        chips = []
        for name, words in named:
            chip = QPushButton(words)
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(not name)
            chip.clicked.connect(lambda _=False, name=name: self._narrow(name))
            self._group.addButton(chip)
            chips.append(chip)
        return chips

    def _table(self) -> QTableView:
        theme = self.desk.theme
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(tr("Register"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSortingEnabled(True)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.px(36))
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.setSortIndicator(Column.NUMBER, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._sorted)
        # The heading's weight and paddings come with the style sheet, its sort mark with the column.
        header.ensurePolished()
        self._widths = {
            section: max(
                theme.px(width), header.fontMetrics().horizontalAdvance(headings()[section]) + theme.px(46)
            )
            for section, width in WIDTHS.items()
        }
        for section, width in self._widths.items():
            table.setColumnWidth(section, width)
        table.installEventFilter(self)
        table.doubleClicked.connect(self._open)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._soon.start())
        return table

    def _sorted(self, section: int, order: Qt.SortOrder) -> None:
        """A column that cannot be ordered gives the mark back to the number."""
        if section not in ORDERS:
            self.table.horizontalHeader().setSortIndicator(Column.NUMBER, Qt.SortOrder.AscendingOrder)

    def _read(self) -> None:
        self.model.show_scope(self._where)
        total = self.model.total
        self._count.setText(tr("{count} households", count=total))
        self._empty.setVisible(total == 0)
        self._empty.setText(
            tr("No household in this state.")
            if self._where
            else tr("No household yet. “Add a household” above makes the first one.")
        )
        self.header_changed.emit()

    def _narrow(self, status: str) -> None:
        self._where = {"status": status} if status else {}
        self._read()
        self._choose("")

    def _choose(self, household: str) -> None:
        row = max(0, self.model.row_of(household))
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(row, Column.NUMBER))
        self._show_preview()

    def _show_preview(self) -> None:
        if self._has_room():
            self.preview.show_household(self.model.household(self.table.currentIndex().row()))

    def _has_room(self) -> bool:
        return self.window().width() >= self.desk.theme.px(PREVIEW_FROM)

    def _open(self, index: QModelIndex) -> None:
        self._open_household(self.model.household(index.row()))

    def _open_household(self, household: str) -> None:
        if household and self._fills:
            self.went.emit(Place("form", household, extra={"form": self._fills}))
        elif household:
            self.went.emit(Place("household", record=household))

    def _village(self) -> str:
        scope = self.desk.scope.code
        return scope if len(scope) == 12 else ""

    def _add_household(self) -> None:
        vault, scope = self.desk.vault, self._village()
        label_words = tr("New household")
        change = Change("household", None, "add", {"identified_on": None})
        seen = seen_of(vault, scope)
        try:
            saved = self.desk.deeds.do(
                label_words, lambda: save(vault, scope, "edit", [change], seen=seen, label=label_words)
            )
        except UserError as refused:
            self.desk.deeds.refused.emit(refused)
            return
        self.went.emit(Place("household", record=saved.changed[0][1]))
