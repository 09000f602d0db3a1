"""The card of one record of any list: its facts at the left, edited in place; at the right the lists that go with it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp.store.permissions import may_write
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.naming import named_by
from fieldapp_ui.editing.record_card import RecordEditor
from fieldapp_ui.language import tr
from fieldapp_ui.windows.factsheet import FactSheet
from fieldapp_ui.windows.named import NamedColumn
from fieldapp_ui.windows.page import Page, commit_input_method
from fieldapp_ui.windows.parts import button, column, emptied, label
from fieldapp_ui.windows.reason import ReasonDialog
from fieldapp_ui.windows.record_deeds import ALL_DEEDS, RecordDeeds
from fieldapp_ui.windows.year_box import YearBox


class RecordPage(Page):
    """Enter on a row edits; the button above leads to what the record belongs to."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.editor = RecordEditor(desk, self)
        self.editor.changed.connect(self._show)
        self.secondary = (command("record.end"),)
        self.does = {
            "record.end": self._ask_end,
            "field.edit": self._edit_here,
            "field.unmask": self._unmask_here,
        }
        self.deeds = RecordDeeds(self)
        self.facts = FactSheet(self.editor)
        self.year = YearBox(self.desk.today().year)
        self.year.year_chosen.connect(self._choose_year)
        self.gone = label(tr("This record is not in this register any more."), "heading")
        self._above = QHBoxLayout()
        self.beside = QVBoxLayout()
        self._build()

    def title(self) -> str:
        return self.editor.words() or tr("Record")

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
        if command_id == "record.end" and (self.editor.record is None or self.editor.record.ended_on):
            return tr("This record has ended already.")
        ends = self.editor.record if command_id == "record.end" else None
        if ends is not None and not may_write(self.desk.vault, ends.list):
            return tr("Your role does not change this.")
        return ""

    def arrive(self, place: Place) -> None:
        year = int(place.extra["year"]) if place.extra.get("year", "").isdigit() else None
        self._open(place.list, place.record, year)
        first = self.facts.rows()[0] if self.facts.rows() else None
        row = self.facts.row_of(place.list, place.field) if place.field else first
        if row is not None:
            self.facts.go_to(row)
            if place.extra.get("new"):
                self.facts.edit(row)

    def leave(self) -> bool:
        commit_input_method()
        return self.facts.finish()

    def refresh(self, changed: Sequence[tuple[str, str]]) -> None:
        if self.editor.record is not None:
            self._open(self.editor.record.list, self.editor.record.id, None)
            self.header_changed.emit()

    def show_beside(self) -> None:
        """The column at the right: the records that name this one, each a line that opens its card."""
        emptied(self.beside)
        record, desk = self.editor.record, self.desk
        named = named_by(desk.vault, record, desk.texts) if record is not None else ()
        if named:
            self.beside.addWidget(NamedColumn(named, desk.theme, self.went.emit))

    def _open(self, list_name: str, record: str, year: int | None) -> None:
        found = bool(record) and self.editor.open(list_name, record, year)
        self._offer_deeds()
        self.gone.setVisible(not found)
        self.facts.setVisible(found)
        self.year.setVisible(self.editor.yearly())
        self.year.show_year(self.editor.year)

    def _offer_deeds(self) -> None:
        """The deeds of this record's list come and go with it."""
        deeds = dict(self.deeds.does())
        for name in [one for one in self.does if one in ALL_DEEDS and one not in deeds]:
            del self.does[name]
        self.does |= deeds
        others = tuple(one for one in self.secondary if one.id not in ALL_DEEDS)
        self.secondary = (*(command(name) for name in deeds), *others)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.addLayout(self._above)
        bar.addStretch(1)
        bar.addWidget(self.year)
        layout = column(self, gap=8)
        layout.setContentsMargins(24, 0, 24, 8)
        layout.addLayout(bar)
        layout.addWidget(self.gone)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.facts, 1)
        row.addLayout(self.beside)
        layout.addLayout(row, 1)

    def _choose_year(self, year: int) -> None:
        if self.leave() and self.editor.record is not None:
            self._open(self.editor.record.list, self.editor.record.id, year)

    def _show(self) -> None:
        if self.editor.record is None:
            return
        self.facts.show_blocks(self.editor.blocks())
        self._show_above()
        self.show_beside()

    def _show_above(self) -> None:
        """What the record is and belongs to, one key away."""
        emptied(self._above)
        assert self.editor.record is not None
        name, above, words = self.editor.place()
        if above:
            target = (
                Place("household", record=above)
                if name == "household"
                else Place("record", record=above, list=name)
            )
            go = button(
                words, partial(self.went.emit, target), role="quiet", mark="back", theme=self.desk.theme
            )
            go.setToolTip(self.editor.reading.list_words(name))
            self._above.addWidget(go)
        said = self.editor.reading.list_words(self.editor.record.list)
        if self.editor.record.ended_on:
            said = f"{said} · {tr('ended on {day}', day=self.editor.record.ended_on)}"
        self._above.addWidget(label(said, "caption"))

    def _edit_here(self) -> None:
        if (row := self.facts.current()) is not None:
            self.facts.edit(row)

    def _unmask_here(self) -> None:
        if (row := self.facts.current()) is not None and row.fact.masked:
            self.facts.ask_why(row)

    def _ask_end(self) -> None:
        if not self.leave():
            return
        dialog = ReasonDialog(
            self.desk.theme,
            tr("End this record"),
            tr("Why does it end?"),
            tr("It stays in the history; lists show it no more."),
            tr("End it"),
            self,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.given.connect(self._end)
        dialog.open()

    def _end(self, reason: str) -> None:
        try:
            self.editor.end(reason)
        except UserError as refused:
            self.desk.deeds.refused.emit(refused)
