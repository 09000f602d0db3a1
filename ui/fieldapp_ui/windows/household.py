"""The card of one household: head strip, tabs made from the dictionary's sections, every field edited in place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget

from fieldapp.errors import UserError
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.card import CardEditor
from fieldapp_ui.editing.card_tabs import TABS, tab_of_section
from fieldapp_ui.language import tr
from fieldapp_ui.windows.cardlists import ChecksTab, FormsTab
from fieldapp_ui.windows.factsheet import FactSheet
from fieldapp_ui.windows.history_tab import HistoryTab
from fieldapp_ui.windows.household_deeds import HouseholdDeeds
from fieldapp_ui.windows.members import MembersTab
from fieldapp_ui.windows.page import Page, commit_input_method
from fieldapp_ui.windows.parts import column, label
from fieldapp_ui.windows.strip import CardStrip
from fieldapp_ui.windows.year_box import YearBox

# Lower than this (pixels at 100 %) the page shows no strip.
STRIP_FROM = 430


class HouseholdPage(Page):
    """Enter on a row edits; Ctrl+PageUp and Ctrl+PageDown change the tab."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.editor = CardEditor(desk, self)
        self.editor.changed.connect(self._show)
        self.primary = command("household.fill")
        self.secondary = tuple(
            command(name) for name in ("visit.record", "household.change", "household.check", "print")
        )
        self.deeds = HouseholdDeeds(self)
        self._found = False
        self.does = {
            **self.deeds.does,
            "household.fill": lambda: self._go("form"),
            "household.check": lambda: self._go("checklist"),
            "field.edit": self._edit_here,
            "field.unmask": self._unmask_here,
            "print": self._print,
            "tab.next": lambda: self._turn(1),
            "tab.previous": lambda: self._turn(-1),
        }
        self.strip = CardStrip(desk.theme)
        self.tabs = self._tab_bar()
        self.year = YearBox(self.desk.today().year)
        self.year.year_chosen.connect(self._choose_year)
        self._gone = label(tr("This household is not in this register any more."), "heading")
        self._gone.hide()
        self._build()

    def title(self) -> str:
        return self.editor.head_name() or tr("Household")

    def help_line(self) -> str:
        return tr(
            "Enter changes a field, Up and Down move, Esc leaves it as it was. Each value says who wrote it."
        )

    def why_not(self, command_id: str) -> str:
        row = self.facts.current()
        if command_id == "field.unmask" and (row is None or not row.fact.masked):
            return tr("Choose a masked number first.")
        if command_id == "field.edit" and (row is None or not row.fact.editable):
            withheld = row is not None and (row.fact.withheld or row.fact.closed)
            return tr("Your role does not change this.") if withheld else tr("Choose a field first.")
        return self.deeds.why_not(command_id)

    def arrive(self, place: Place) -> None:
        year = int(place.extra["year"]) if place.extra.get("year", "").isdigit() else None
        found = self.editor.open(place.record, year)
        self._gone.setVisible(not found)
        self._area.setVisible(found)
        self._found = found
        self._make_room()
        self.year.show_year(self.editor.year)
        tab = place.extra.get("tab") or self._tab_of(place)
        if tab:
            self.tabs.setCurrentIndex(TABS.index(tab))
        if place.extra.get("person"):
            self.members.choose(place.extra["person"])
        self._focus_field(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def leave(self) -> bool:
        commit_input_method()
        return all(sheet.finish() for sheet in self._sheets.values()) and self.members.finish()

    def refresh(self, changed: Sequence[tuple[str, str]]) -> None:
        if self.editor.id:
            self.editor.open(self.editor.id)
            self.header_changed.emit()

    @property
    def tab(self) -> str:
        """The tab in view."""
        return TABS[self.tabs.currentIndex()]

    @property
    def facts(self) -> FactSheet:
        """The facts in view (the last ones on a tab that has none)."""
        return (
            self.members.facts
            if self.tab == "members"
            else self._sheets.get(self.tab, self._sheets["overview"])
        )

    def _make_room(self) -> None:
        """In a low window the rows are worth more than the strip: all of it stands in them too."""
        self.strip.setVisible(self._found and self.height() >= self.desk.theme.px(STRIP_FROM))

    def _build(self) -> None:
        self._sheets = {name: FactSheet(self.editor) for name in ("overview", "income", "housing", "help")}
        self.members = MembersTab(self.editor)
        self.members.paste_wanted.connect(self.deeds.paste)
        self.members.change_wanted.connect(self.deeds.change)
        self.history = HistoryTab(self.editor)
        self._lists = {
            "forms": FormsTab(self.editor),
            "checks": ChecksTab(self.editor),
            "history": self.history,
        }
        self._area = QStackedWidget()
        for name in TABS:
            self._area.addWidget(self._widget_of(name))
        for sheet in self._sheets.values():
            sheet.add_wanted.connect(self._add_record)
            sheet.open_wanted.connect(self._open_record)
            sheet.all_wanted.connect(self.editor.unfold)
        bar = QHBoxLayout()
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        bar.addWidget(self.year)
        layout = column(self, gap=8)
        layout.setContentsMargins(24, 0, 24, 8)
        layout.addWidget(self.strip)
        layout.addLayout(bar)
        layout.addWidget(self._gone)
        layout.addWidget(self._area, 1)
        for name in ("forms", "checks", "history"):
            self._lists[name].went.connect(self.went)

    def _widget_of(self, name: str) -> QWidget:
        if name == "members":
            return self.members
        return self._sheets.get(name) or self._lists[name]

    def _tab_bar(self) -> QTabBar:
        words = (
            tr("Overview"),
            tr("People"),
            tr("Income"),
            tr("Housing, water and power"),
            tr("Help"),
            tr("Forms"),
            tr("Checks"),
            tr("History"),
        )
        bar = QTabBar()
        bar.setDrawBase(False)
        bar.setExpanding(False)
        bar.setUsesScrollButtons(True)
        bar.setElideMode(Qt.TextElideMode.ElideNone)
        bar.setAccessibleName(tr("Parts of the card"))
        for text in words:
            bar.addTab(text)
        bar.currentChanged.connect(lambda _: self._show())
        return bar

    def _choose_year(self, year: int) -> None:
        if self.leave():
            self.editor.open(self.editor.id, year)

    def _show(self) -> None:
        self.strip.show_strip(self.editor.strip())
        if not hasattr(self, "_area") or self.editor.household is None:
            return
        self._area.setCurrentIndex(self.tabs.currentIndex())
        if self.tab == "members":
            self.members.show_members()
        elif self.tab in self._sheets:
            self._sheets[self.tab].show_blocks(self.editor.blocks(self.tab), self.editor.shelves(self.tab))
        else:
            self._lists[self.tab].show_card()

    def _tab_of(self, place: Place) -> str:
        if not place.field:
            return ""
        if place.list in ("person", "person_year"):
            return "members"
        dictionary = self.desk.vault.dictionary
        if not dictionary.has_field(place.list, place.field):
            return ""
        return tab_of_section(dictionary.field(place.list, place.field).section)

    def _focus_field(self, place: Place) -> None:
        row = self.facts.row_of(place.list, place.field) if place.field else None
        first = self.facts.rows()[0] if self.facts.rows() else None
        if row is None and self.tab == "members":
            self.members.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif row is not None:
            self.facts.go_to(row)
        elif first is not None and not place.extra.get("person"):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit_here(self) -> None:
        if (row := self.facts.current()) is not None:
            self.facts.edit(row)

    def _unmask_here(self) -> None:
        if (row := self.facts.current()) is not None and row.fact.masked:
            self.facts.ask_why(row)

    def _turn(self, by: int) -> None:
        if self.leave():
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(TABS))

    def _add_record(self, list_name: str) -> None:
        try:
            added = self.editor.add_record(list_name)
        except UserError as refused:
            self.desk.deeds.refused.emit(refused)
            return
        row = next((row for row in self.facts.rows() if row.fact.record == added), None)
        if row is not None:
            self.facts.go_to(row)
            self.facts.edit(row)
        else:
            self._open_record(list_name, added, new=True)

    def _open_record(self, list_name: str, record: str, *, new: bool = False) -> None:
        extra = {"year": str(self.editor.year)} | ({"new": "1"} if new else {})
        self.went.emit(Place("record", record=record, list=list_name, extra=extra))

    def _print(self) -> None:
        from fieldapp_ui.windows.printing import preview_paper

        if self.leave():
            preview_paper(self.desk, "household-card", self.editor.id, self.editor.year, self)

    def _go(self, page: str) -> None:
        self.went.emit(Place(page, record=self.editor.id, extra={"year": str(self.editor.year)}))
