"""The outside lists at the left, their differences at the right: by field, then ours, theirs and what was decided."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp.register.comparison import Decision
from fieldapp.store.comparison.deciding import decide_all
from fieldapp.store.comparison.kept import KeptDifference, KeptList, kept_differences, outside_lists
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.differences import DifferenceGroup, DifferenceWords, decision_words, kind_words
from fieldapp_ui.language import tr
from fieldapp_ui.models.figures import FigureRow, Heading
from fieldapp_ui.models.lazy_rows import LazyRows
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.parts import column, label
from fieldapp_ui.windows.reason import ReasonDialog
from fieldapp_ui.windows.tick_table import TickTable

LEFT, ROW = 460, 34
DECISIONS: dict[int, Decision] = {1: "ours", 2: "theirs", 3: "later"}


class ListsPart(QWidget):
    """Signals: `wanted(Place)` by Enter on a difference; `moved()` as another line is chosen."""

    wanted = Signal(object)
    moved = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.found: tuple[KeptList, ...] = ()
        self._kept: dict[str, KeptDifference] = {}
        self._groups: tuple[DifferenceGroup, ...] = ()
        self._words = DifferenceWords(desk)
        self.ticks: set[str] = set()
        self.lists = FigureTable(desk.theme, tr("Outside lists"), row=ROW)
        self.groups = FigureTable(desk.theme, tr("What differs"), row=ROW)
        self.lines = TickTable(desk.theme, tr("Differences"), row=ROW)
        self._none = label(
            tr(
                "No list was compared yet. “Compare a file” reads a low-income, national or department's list and "
                "shows where it differs."
            ),
            "caption",
            wrap=True,
        )
        self._agree = label(f"✓ {tr('The list and the register agree.')}", "met")
        self._said = label("", "caption", wrap=True)
        self._build()
        self.lists.chosen.connect(lambda _: self._show_list())
        self.lists.opened.connect(lambda _: self.groups.go_in())
        self.groups.chosen.connect(lambda _: self._show_lines())
        self.groups.opened.connect(lambda _: self.lines.go_in())
        self.groups.left.connect(self.lists.go_in)
        self.lines.chosen.connect(lambda _: self.moved.emit())
        self.lines.opened.connect(lambda _: self._go())
        self.lines.left.connect(self.groups.go_in)
        self.lines.ticked.connect(self._tick)
        self.lines.digit.connect(lambda digit: self.decide(DECISIONS[digit]))

    def read(self, name: str = "") -> None:
        """Read the lists of the region in view anew; `name` is put under the cursor."""
        self._words = DifferenceWords(self._desk)
        self.found = outside_lists(self._desk.vault, self._desk.scope.code)
        rows = [
            FigureRow(
                (one.name, kind_words(one.kind), one.taken_on, _figure(one.open)),
                f"{one.series}/{one.taken_on}/{one.name}",
                ("", "soft", "soft", "not_met" if one.open else "soft"),
                (tr("{name}: {count} rows", name=one.name, count=f"{one.rows:,}"), "", "", ""),
            )
            for one in self.found
        ]
        headings = (
            Heading(tr("Name of the list"), wide=True),
            Heading(tr("Comes from")),
            Heading(tr("Taken on")),
            Heading(tr("Undecided"), right=True, tip=tr("Differences that nobody has decided")),
        )
        self.lists.show_rows(headings, rows)
        if name:
            self.lists.choose(next((row.key for row in rows if row.cells[0] == name), None))
        self._none.setVisible(not rows)
        self.lists.setVisible(bool(rows))
        self._show_list()

    def take_focus(self) -> None:
        """The cursor on the first list."""
        if self.found:
            self.lists.go_in()

    def current(self) -> KeptDifference | None:
        """The difference under the cursor."""
        return self._kept.get(str(self.lines.key() or ""))

    def chosen(self) -> tuple[KeptDifference, ...]:
        """The ticked ones, else the one under the cursor."""
        ticked = tuple(one for one in self._kept.values() if one.id in self.ticks)
        here = self.current()
        return ticked or ((here,) if here else ())

    def tick_all(self) -> None:
        """Tick every open line of the group, or none where all are."""
        group = self._group()
        names = {one.id for one in group.open} if group else set()
        self.ticks = set() if names <= self.ticks else names
        self._show_lines()

    def decide(self, decision: Decision) -> None:
        """Decide what is chosen; several at once, but for later, are asked why."""
        chosen = self.chosen()
        if not chosen:
            return
        if len(chosen) == 1 or decision == "later":
            self._decide(chosen, decision, "")
            return
        action = tr("Keep ours") if decision == "ours" else tr("Take the list's")
        dialog = ReasonDialog(
            self._desk.theme,
            action,
            tr("{action}: {count} differences", action=action, count=len(chosen)),
            tr("The reason is kept with each of them. One undo takes all of it back."),
            action,
            self,
            (tr("checked at the household"), tr("checked against documents"), tr("the list is newer")),
        )
        dialog.given.connect(lambda reason: self._decide(chosen, decision, reason))
        dialog.open()

    def _decide(self, chosen: tuple[KeptDifference, ...], decision: Decision, reason: str) -> None:
        vault, names = self._desk.vault, [one.id for one in chosen]
        said = tr("Decided: {count} differences", count=len(names))
        single = len(names) == 1
        try:
            self._desk.deeds.do(said, lambda: decide_all(vault, names, decision, reason))
        except UserError as refused:
            self._desk.deeds.refused.emit(refused)
            return
        self.ticks.clear()
        self.read()
        self.lines.go_in()
        if single:
            self.lines.step()

    def _build(self) -> None:
        theme = self._desk.theme
        left, right = QWidget(), column(gap=8)
        lines = column(left, gap=8)
        for part in (self._none, self.lists):
            lines.addWidget(part, 1 if part is self.lists else 0)
        lines.addStretch(0)
        left.setFixedWidth(theme.px(LEFT))
        for widget, stretch in ((self._agree, 0), (self.groups, 2), (self._said, 0), (self.lines, 3)):
            right.addWidget(widget, stretch)
        right.addStretch(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(left)
        row.addLayout(right, 1)

    def _show_list(self) -> None:
        one = self._list()
        kept = kept_differences(self._desk.vault, list(one.ids.values())) if one else ()
        self._kept = {each.id: each for each in kept}
        self.ticks &= self._kept.keys()
        self._words.learn(kept)
        self._groups = self._words.groups(kept)
        headings = (
            Heading(tr("What differs"), wide=True),
            Heading(tr("Undecided"), right=True),
            Heading(tr("Settled"), right=True),
        )
        rows = [
            FigureRow(
                (group.words, _figure(len(group.open)), _figure(len(group.all) - len(group.open))),
                group.key,
                ("", "not_met" if group.open else "soft", "soft"),
            )
            for group in self._groups
        ]
        self.groups.show_rows(headings, rows)
        self._agree.setVisible(one is not None and not rows)
        for part in (self.groups, self.lines, self._said):
            part.setVisible(bool(rows))
        self._show_lines()

    def _show_lines(self) -> None:
        group, wider = self._group(), len({one.scope for one in self._kept.values()}) > 1
        headings = (
            Heading("✓", tip=tr("Space ticks a line")),
            Heading(tr("Household")),
            *((Heading(tr("Village")),) if wider else ()),
            Heading(tr("Ours"), wide=True),
            Heading(tr("The list"), wide=True),
            Heading(tr("Decided")),
        )
        self.lines.show_rows(
            headings, LazyRows(group.all if group else (), lambda one: self._row(one, wider))
        )
        self._said.setText(self._hint(group))
        self.moved.emit()

    def _row(self, one: KeptDifference, wider: bool) -> FigureRow:
        place = (self._words.village(one.scope),) if wider else ()
        tail = " · ".join(part for part in (one.decided_by, one.decided_on, one.reason) if part)
        cells = (
            "✓" if one.id in self.ticks else "",
            self._words.who(one),
            *place,
            self._words.value(one, one.ours),
            self._words.value(one, one.theirs),
            decision_words(one.decision),
        )
        number = self._words.number(one)
        row = tr("row {row}", row=one.row) if one.row else ""
        told = " · ".join(part for part in (number, row) if part)
        tone = "accent" if one.id in self.ticks else "" if one.is_open else "soft"
        return FigureRow(cells, one.id, (tone,), ("", told, *("" for _ in place), "", "", tail))  # type: ignore[arg-type]

    def _hint(self, group: DifferenceGroup | None) -> str:
        if group is None:
            return ""
        if not group.all[0].field:
            return tr(
                "1 ours is right, 2 theirs is right, 3 later. Nobody is added or ended by this: enter the movement at "
                "the household."
            )
        return tr(
            "1 keeps ours, 2 takes theirs into the register, 3 later. Space ticks several, Enter opens the field."
        )

    def _list(self) -> KeptList | None:
        key = self.lists.key()
        return next((one for one in self.found if f"{one.series}/{one.taken_on}/{one.name}" == key), None)

    def _group(self) -> DifferenceGroup | None:
        key = self.groups.key()
        return next((one for one in self._groups if one.key == key), None)

    def _tick(self, key: object) -> None:
        self.ticks ^= {str(key)}
        self._show_lines()
        self.lines.step()

    def _go(self) -> None:
        here = self.current()
        place = self._words.place(here) if here else None
        if place is not None:
            self.wanted.emit(place)


def _figure(count: int) -> str:
    return f"{count:,}" if count else "—"
