"""The versions of a year, and what changed from one of them to another, or to the register now."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from fieldapp.store.years.frozen_years import Correction
from fieldapp.store.years.snapshots import Snapshot
from fieldapp_ui.editing.origins import day_words
from fieldapp_ui.editing.year import YearEditor
from fieldapp_ui.editing.year_balance import village_names
from fieldapp_ui.editing.year_changes import ChangeReading, Changes
from fieldapp_ui.language import tr
from fieldapp_ui.models.figures import FigureRow, Heading
from fieldapp_ui.models.lazy_rows import LazyRows
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.parts import column, label
from fieldapp_ui.windows.year_freezing import FreezeDialog

ROW, MOST_SHOWN = 34, 5
SEAL_SHOWN = 12


class SnapshotsPart(QWidget):
    """Signals: `wanted(Place)` by Enter on a change; `village_wanted(code)`."""

    wanted = Signal(object)
    village_wanted = Signal(object)

    def __init__(self, editor: YearEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._desk = editor, editor.desk
        self._reading = ChangeReading(editor.desk)
        self._versions: tuple[Snapshot, ...] = ()
        theme = editor.desk.theme
        self.versions = FigureTable(theme, tr("Snapshots"), row=ROW)
        self.changes = FigureTable(theme, tr("What has changed"), row=ROW)
        self.other = QComboBox()
        self.other.setAccessibleName(tr("Compare with"))
        self.other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._none = label(
            tr("No snapshot of this year yet. “Take a snapshot” freezes the year as it stands."),
            "heading",
            wrap=True,
        )
        self._title, self._figures = label("", "heading"), label("", "caption", wrap=True)
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self._title)
        bar.addStretch(1)
        self._with = label(tr("Compare with"), "caption")
        bar.addWidget(self._with)
        bar.addWidget(self.other)
        layout = column(self, gap=8)
        layout.addWidget(self._none)
        layout.addWidget(self.versions)
        layout.addSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self._figures)
        layout.addWidget(self.changes, 1)
        layout.addStretch(0)
        self.versions.chosen.connect(lambda _: self._compare())
        self.versions.opened.connect(lambda _: self.changes.go_in())
        self.changes.left.connect(self.versions.go_in)
        self.changes.opened.connect(self._go)
        self.other.activated.connect(lambda _: self._read())

    def show_versions(self, versions: tuple[Snapshot, ...]) -> None:
        """Show the versions of the year by village, the newest first."""
        self._versions = tuple(sorted(versions, key=lambda one: (one.scope, -one.version)))
        several = len({one.scope for one in versions}) > 1
        names = village_names(self._desk)
        for part in (self.versions, self._title, self._with, self.other, self._figures, self.changes):
            part.setVisible(bool(versions))
        self._none.setVisible(not versions)
        rows = [
            _version_row(one, names.get(one.scope, one.scope) if several else "") for one in self._versions
        ]
        self.versions.show_rows(_version_headings(several=several), rows)
        shown = self._desk.theme.px(ROW) * (MOST_SHOWN + 1) + 4
        self.versions.setFixedHeight(min(self.versions.height_of_rows(), shown))
        self._compare()

    def show_changes(self, changes: Changes) -> None:
        """Show what differs."""
        count = len(changes.lines)
        now = self.other.currentData() == ""
        said = (
            tr("{count} changes since", count=f"{count:,}")
            if now
            else tr("{count} differences", count=f"{count:,}")
        )
        if not count:
            said = f"✓ {tr('Nothing has changed since.') if now else tr('They do not differ.')}"
        self._title.setText(said)
        self._figures.setText(_figures_words(changes))
        self.changes.setVisible(bool(count))
        headings = [
            Heading(tr("Who")),
            Heading(tr("Field")),
            Heading(tr("Before")),
            Heading(tr("After"), wide=True),
            *([Heading(tr("Corrected by"))] if now else []),
        ]
        self.changes.show_rows(headings, LazyRows(changes.lines, partial(_change_row, self._reading)))

    def go_in(self) -> bool:
        """Take the focus where there is something to see."""
        if self._versions:
            self.versions.go_in()
        return bool(self._versions)

    def ask(self, parent: QWidget) -> None:
        """Ask for the cut-off day and the reason of a new version."""
        newest = max((one.version for one in self._versions), default=0)
        places = (
            tr("The village in view")
            if self._editor.is_village
            else tr("Every village in view, one after another")
        )
        dialog = FreezeDialog(self._desk.theme, self._editor.year, newest, places, parent)
        dialog.given.connect(self._editor.take_snapshot)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _compare(self) -> None:
        """Offer the register now and the other versions of the same village, and compare with the first."""
        here = self._version()
        self.other.clear()
        if here is None:
            return
        self.other.addItem(tr("the register now"), "")
        for one in self._versions:
            if one.scope == here.scope and one.id != here.id:
                self.other.addItem(
                    tr("version {version} of {day}", version=one.version, day=one.taken_on), one.id
                )
        self._title.setText("")
        self._figures.setText("")
        self.changes.hide()
        self._read()

    def _read(self) -> None:
        here = self._version()
        if here is not None:
            self._editor.read_changes(here.id, str(self.other.currentData() or ""))

    def _version(self) -> Snapshot | None:
        key = self.versions.key()
        return next((one for one in self._versions if one.id == key), None)

    def _go(self, line: object) -> None:
        if isinstance(line, Correction) and (place := self._reading.place(line)) is not None:
            self.wanted.emit(place)


def _version_headings(*, several: bool) -> tuple[Heading, ...]:
    return (
        *((Heading(tr("Village")),) if several else ()),
        Heading(tr("Version")),
        Heading(tr("Cut-off day")),
        Heading(tr("Taken")),
        Heading(tr("Households"), right=True),
        Heading(tr("Persons"), right=True),
        Heading(tr("In and out")),
        Heading(tr("Seal"), tip=tr("The first characters of the SHA-256 of everything that was frozen.")),
        Heading(tr("Reason"), wide=True),
    )


def _version_row(one: Snapshot, village: str) -> FigureRow:
    by = " · ".join(word for word in (one.taken_on, one.origin.worker if one.origin else "") if word)
    even = f"✓ {tr('even')}" if one.reconciled else f"✕ {tr('not even')}"
    cells = (
        *((village,) if village else ()),
        str(one.version),
        one.cut_off,
        by or (day_words(one.origin.time_ms) if one.origin else ""),
        f"{one.households:,}",
        f"{one.people:,}",
        even,
        one.sha256[:SEAL_SHOWN],
        one.reason or "—",
    )
    return FigureRow(cells, one.id, tips=("",) * (len(cells) - 2) + (one.sha256, one.reason))


def _figures_words(changes: Changes) -> str:
    before, after = changes.before, changes.after
    return tr(
        "At the end of {day}: {households} households, {people} people frozen; now {households_now} and {people_now}.",
        day=before.cut_off,
        households=f"{sum(before.households.values()):,}",
        people=f"{sum(before.people.values()):,}",
        households_now=f"{sum(after.households.values()):,}",
        people_now=f"{sum(after.people.values()):,}",
    )


def _change_row(reading: ChangeReading, line: Correction) -> FigureRow:
    words = reading.words(line)
    cells = (words.who, words.what, words.before, words.after, words.by)
    return FigureRow(cells, line, ("", "", "soft", "", "soft"))
