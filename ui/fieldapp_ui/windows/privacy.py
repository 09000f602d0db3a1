"""Who I am here and what I may see; what left this computer and why; who looked at masked values; its last day."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.privacy import (
    device_words,
    export_lines,
    moment,
    paper_words,
    scope_words,
    showing_words,
    standing,
    unmask_lines,
)
from fieldapp_ui.language import tr
from fieldapp_ui.models.figures import FigureRow, Heading
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.page import Page
from fieldapp_ui.windows.parts import column, emptied, hairline, label, scrolling

WIDTH = 860
PARTS = ("me", "exports", "looks")
MARKS = {
    "whole": ("✓", "met"),
    "ask": ("?", "unknown"),
    "masked": ("*", "caption"),
    "hidden": ("✕", "caption"),
}


class PrivacyPage(Page):
    """Ctrl+PageUp and Ctrl+PageDown change the part; nothing here is changed, all of it can be checked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.does = {"tab.next": lambda: self._turn(1), "tab.previous": lambda: self._turn(-1)}
        self.exports = FigureTable(desk.theme, tr("What left"))
        self.looks = FigureTable(desk.theme, tr("Who looked"))
        self._no_exports = label(tr("Nothing has left this computer yet."), "caption")
        self._no_looks = label(tr("Nobody has looked at a masked value yet."), "caption")
        self._me = QWidget()
        self._me.setMaximumWidth(desk.theme.px(WIDTH))
        self._cards: QVBoxLayout = column(self._me, gap=16)
        self.tabs = QTabBar()
        self._area = QStackedWidget()
        self._build()

    def title(self) -> str:
        return tr("Privacy and roles")

    def help_line(self) -> str:
        return tr(
            "What your role sees and may do, every print and export with its reason, and everybody who looked at a "
            "masked value. Nothing can be taken out of these lists."
        )

    def arrive(self, place: Place) -> None:
        self._show_me()
        self._show_exports()
        self._show_looks()
        part = place.extra.get("part", "")
        if part in PARTS:
            self.tabs.setCurrentIndex(PARTS.index(part))
        self._take_focus()

    def _build(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(tr("Parts of the page"))
        for words in (tr("Who I am"), tr("What left"), tr("Who looked")):
            self.tabs.addTab(words)
        self._area.addWidget(self._scrolled())
        self._area.addWidget(_with_note(self.exports, self._no_exports))
        self._area.addWidget(_with_note(self.looks, self._no_looks))
        self.tabs.currentChanged.connect(self._area.setCurrentIndex)
        layout = column(self, gap=8)
        layout.setContentsMargins(24, 0, 24, 8)
        layout.addWidget(self.tabs)
        layout.addWidget(self._area, 1)

    def _scrolled(self) -> QWidget:
        area = scrolling(self._me)
        area.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return area

    def _show_me(self) -> None:
        emptied(self._cards)
        me = standing(self.desk)
        inside = self._card(f"{me.name}  ·  {me.role}")
        where = tr(", ").join(me.scopes) or "—"
        words = (tr("Region: {scopes}", scopes=where), tr("Reaches: {households}", households=me.reach))
        inside.addWidget(label("    ".join(words), wrap=True))
        self._cards.addLayout(self._two_cards())
        self._show_device()
        self._cards.addStretch(1)

    def _two_cards(self) -> QHBoxLayout:
        me = standing(self.desk)
        sees = [(MARKS[how], words, showing_words(how)) for _, words, how in me.sees]
        may = [(("✓", "met") if can else ("✕", "caption"), words, "") for words, can in me.may]
        row = QHBoxLayout()
        row.setSpacing(16)
        for heading, lines in ((tr("Sees"), sees), (tr("May"), may)):
            card = QFrame()
            card.setProperty("role", "card")
            inside = column(card, margin=16, gap=8)
            inside.addWidget(label(heading, "heading"))
            inside.addWidget(hairline())
            grid = QGridLayout()
            grid.setHorizontalSpacing(self.desk.theme.px(12))
            grid.setVerticalSpacing(self.desk.theme.px(8))
            for at, ((mark, tone), words, more) in enumerate(lines):
                grid.addWidget(label(mark, tone), at, 0)
                grid.addWidget(label(words, "caption" if tone == "caption" and not more else ""), at, 1)
                grid.addWidget(label(more, "caption"), at, 2, Qt.AlignmentFlag.AlignRight)
            grid.setColumnStretch(1, 1)
            inside.addLayout(grid)
            inside.addStretch(1)
            row.addWidget(card, 1)
        return row

    def _show_device(self) -> None:
        now, name = device_words(self.desk)
        inside = self._card(tr("This computer"))
        if now.state == "none":
            words, tone = tr("It has no last day: the register can be read here until it is handed over."), ""
        elif now.state == "soon":
            words = tr(
                "It can be read until {day}: {days} days left.", day=now.expires_on, days=now.days_left
            )
            words, tone = f"! {words}", "unknown"
        else:
            words, tone = tr("It can be read until {day}.", day=now.expires_on), ""
        inside.addWidget(label(words, tone, wrap=True))
        note = tr("The township can set another day. It knows this computer as {name}.", name=name)
        line = label(note, "caption", wrap=True)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(line)

    def _show_exports(self) -> None:
        headings = (
            Heading(tr("Day")),
            Heading(tr("By")),
            Heading(tr("What")),
            Heading(tr("Of")),
            Heading(tr("Masks")),
            Heading(tr("Why"), wide=True),
        )
        rows = [
            FigureRow(
                (
                    moment(self.desk, one.at),
                    one.worker,
                    paper_words(self.desk, one.what),
                    tr(", ").join(scope_words(self.desk, scope) for scope in one.scope.split()) or "—",
                    tr("masked") if one.masked else f"! {tr('without masks')}",
                    one.reason or "—",
                ),
                at,
                ("", "", "", "", "" if one.masked else "unknown", ""),
            )
            for at, one in enumerate(export_lines(self.desk))
        ]
        self.exports.show_rows(headings, rows)
        self._no_exports.setVisible(not rows)

    def _show_looks(self) -> None:
        headings = (
            Heading(tr("Day")),
            Heading(tr("By")),
            Heading(tr("Whose")),
            Heading(tr("What")),
            Heading(tr("Why"), wide=True),
        )
        rows = [
            FigureRow((moment(self.desk, one.at), one.worker, whose, field, one.reason), at)
            for at, (one, whose, field) in enumerate(unmask_lines(self.desk))
        ]
        self.looks.show_rows(headings, rows)
        self._no_looks.setVisible(not rows)

    def _card(self, heading: str) -> QVBoxLayout:
        card = QFrame()
        card.setProperty("role", "card")
        inside = column(card, margin=16, gap=8)
        inside.addWidget(label(heading, "heading"))
        self._cards.addWidget(card)
        return inside

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())
        self._take_focus()

    def _take_focus(self) -> None:
        part = PARTS[self.tabs.currentIndex()]
        table = {"exports": self.exports, "looks": self.looks}.get(part)
        if table is not None and table.figures.rowCount():
            table.go_in()
        else:
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)


def _with_note(table: FigureTable, note: QWidget) -> QWidget:
    both = QWidget()
    lines = column(both, gap=8)
    lines.addWidget(note)
    lines.addWidget(table, 1)
    return both
