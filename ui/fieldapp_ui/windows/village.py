"""The village: its own card and figures of the year, and every list kept for it with how many there are."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.record_card import add_record
from fieldapp_ui.editing.village_lists import Shelf, shelves, village_record
from fieldapp_ui.language import tr
from fieldapp_ui.windows.linebutton import LineButton
from fieldapp_ui.windows.parts import column, emptied, hairline, label, scrolling
from fieldapp_ui.windows.record import RecordPage

WIDTH = 300
# Of a narrow window the lists take no more than this share (percent).
SHARE = 36


class VillagePage(RecordPage):
    """Alt+7 comes here; Tab goes from the facts to the lists, Up and Down along them, Enter opens one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.primary = command("village.begin")
        self.secondary = (command("go.compare"),)
        self.does["village.begin"] = self._begin
        inner = QWidget()
        self._lists: QVBoxLayout = column(inner, gap=12)
        self._shelves = scrolling(inner)
        self.beside.addWidget(self._shelves)
        self.links: list[LineButton] = []
        self.gone.setText(
            tr("Choose one village at the top left to see its card. The lists show all villages.")
        )

    def title(self) -> str:
        return self.editor.words() or tr("Village")

    def help_line(self) -> str:
        return tr("The village's own facts at the left, its lists at the right. Enter changes or opens.")

    def why_not(self, command_id: str) -> str:
        if command_id == "village.begin":
            if self.editor.record is not None:
                return tr("The card of this village is open already.")
            if len(self.desk.scope.code) != 12:
                return tr("Choose one village at the top left first.")
        return super().why_not(command_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shelves.setFixedWidth(min(self.desk.theme.px(WIDTH), self.width() * SHARE // 100))

    def arrive(self, place: Place) -> None:
        year = int(place.extra["year"]) if place.extra.get("year", "").isdigit() else None
        found = village_record(self.desk.vault, self.desk.scope.code)
        self.editor.record = None
        self._open("village", found, year)
        self.primary = None if found else command("village.begin")
        self.show_beside()
        self.header_changed.emit()
        row = self.facts.row_of(place.list, place.field) if place.field else None
        if row is not None:
            self.facts.go_to(row)
        elif self.links:
            self.links[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_beside(self) -> None:
        focused = next((one.property("list") for one in self.links if one.hasFocus()), "")
        emptied(self._lists)
        self.links = []
        for heading, found in shelves(self.desk.vault, self.desk.scope.code, self.desk.texts):
            self._lists.addWidget(self._shelf(heading, found))
        self._lists.addStretch(1)
        for link in self.links:
            if link.property("list") == focused:
                link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, link: LineButton, by: int) -> None:
        place = min(max(self.links.index(link) + by, 0), len(self.links) - 1)
        self.links[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _shelf(self, heading: str, found: tuple[Shelf, ...]) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        lines = column(card, margin=8, gap=0)
        head = label(heading, "heading")
        head.setContentsMargins(8, 4, 0, 6)
        lines.addWidget(head)
        for one in found:
            lines.addWidget(hairline())
            lines.addWidget(self._link(one))
        return card

    def _link(self, one: Shelf) -> LineButton:
        made = LineButton(one.words)
        made.setProperty("role", "line")
        made.setProperty("list", one.list)
        made.stepped.connect(partial(self._step, made))
        made.setAccessibleName(f"{one.words} {one.count}")
        made.clicked.connect(partial(self.went.emit, Place("register", list=one.list)))
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, self.desk.theme.px(12), 0)
        row.addStretch(1)
        row.addWidget(label(f"{one.count:,}" if one.count else "—", "count"))
        self.links.append(made)
        return made

    def _begin(self) -> None:
        try:
            add_record(self.desk, "village", "", self.desk.scope.code)
        except UserError as refused:
            self.desk.deeds.refused.emit(refused)
            return
        self.arrive(Place("village"))
        if self.facts.rows():
            self.facts.edit(self.facts.rows()[0])
