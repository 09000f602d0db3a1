"""The year: in and out, snapshots, the seven batches. Three parts, one year, Ctrl+PageUp and PageDown between them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget

from fieldapp.errors import UserError
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.year import YearEditor
from fieldapp_ui.language import tr
from fieldapp_ui.windows.page import Page, Place
from fieldapp_ui.windows.parts import column, label
from fieldapp_ui.windows.progress_strip import ProgressStrip
from fieldapp_ui.windows.year_balance import BalancePart
from fieldapp_ui.windows.year_batches import BatchesPart
from fieldapp_ui.windows.year_box import YearBox
from fieldapp_ui.windows.year_opening import OpenYearDialog
from fieldapp_ui.windows.year_snapshots import SnapshotsPart

PARTS = ("balance", "snapshots", "batches")


class YearPage(Page):
    """`Place.extra`: "tab" one of PARTS, "year"."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.editor = YearEditor(desk, self)
        self.primary = command("year.freeze")
        self.secondary = (command("year.open"), command("year.refresh"))
        self.does = {
            "year.freeze": self._ask_freeze,
            "year.open": self._ask_open,
            "year.refresh": self._read,
            "tab.next": lambda: self._turn(1),
            "tab.previous": lambda: self._turn(-1),
        }
        self.balance, self.snapshots = BalancePart(desk), SnapshotsPart(self.editor)
        self.batches = BatchesPart(self.editor)
        self._shown: dict[str, Callable[[object], None]] = {
            "balance": self.balance.show_balance,  # type: ignore[dict-item]
            "snapshots": self.snapshots.show_versions,  # type: ignore[dict-item]
            "changes": self.snapshots.show_changes,  # type: ignore[dict-item]
            "batches": self.batches.show_table,  # type: ignore[dict-item]
        }
        self._wants_focus = False
        self._build()
        self._connect()

    @property
    def part(self) -> str:
        """The part in view."""
        return PARTS[self.tabs.currentIndex()]

    def title(self) -> str:
        return tr("The year {year}", year=self.editor.year)

    def help_line(self) -> str:
        return tr("Ctrl+PageUp and Ctrl+PageDown change the part; Enter opens what the cursor stands on.")

    def why_not(self, command_id: str) -> str:
        if command_id in ("year.freeze", "year.open") and self.editor.is_busy:
            return tr("Wait until the work is done, or stop it.")
        return ""

    def arrive(self, place: Place) -> None:
        if place.extra.get("year", "").isdigit():
            self.editor.year = int(place.extra["year"])
        self.year.show_year(self.editor.year)
        if place.extra.get("tab") in PARTS:
            self.tabs.setCurrentIndex(PARTS.index(place.extra["tab"]))
        self._wants_focus = True
        self._read()

    def refresh(self, changed: Sequence[tuple[str, str]]) -> None:
        self._read()

    def _build(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(tr("Parts of the year"))
        for words in (tr("In and out"), tr("Snapshots"), tr("The seven batches")):
            self.tabs.addTab(words)
        self.year = YearBox(self.desk.today().year)
        bar = QHBoxLayout()
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        bar.addWidget(self.year)
        self.strip = ProgressStrip(self.desk.theme)
        self.said = label("", "met", wrap=True)
        self.trouble = label("", "heading", wrap=True)
        self._area = QStackedWidget()
        for part in (self.balance, self.snapshots, self.batches):
            self._area.addWidget(part)
        layout = column(self, gap=12)
        layout.setContentsMargins(24, 0, 24, 16)
        layout.addLayout(bar)
        for widget in (self.strip, self.said, self.trouble):
            layout.addWidget(widget)
        self.said.hide()
        layout.addWidget(self._area, 1)
        layout.addStretch(0)

    def _connect(self) -> None:
        editor = self.editor
        editor.read.connect(self._show)
        editor.refused.connect(self._refuse)
        editor.progressed.connect(self.strip.show_progress)
        editor.done.connect(self._say)
        self.strip.stop_wanted.connect(editor.stop)
        self.tabs.currentChanged.connect(self._tab_changed)
        self.year.year_chosen.connect(self._choose_year)
        for part in (self.balance, self.snapshots, self.batches):
            part.wanted.connect(self.went)
            part.village_wanted.connect(self.desk.scope.choose)

    def _read(self) -> None:
        {
            "balance": self.editor.read_balance,
            "snapshots": self.editor.read_snapshots,
            "batches": self.editor.read_batches,
        }[self.part]()

    def _show(self, part: str, outcome: object) -> None:
        if part == self.part or part == "changes":
            self.trouble.hide()
            self._area.show()
            self._area.setCurrentIndex(self.tabs.currentIndex())
            self._shown[part](outcome)
            if self._wants_focus:
                self._wants_focus = False
                if not (self.balance, self.snapshots, self.batches)[self.tabs.currentIndex()].go_in():
                    self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
            self.header_changed.emit()

    def _refuse(self, part: str, trouble: UserError) -> None:
        words = f"✕ {trouble.sentence(self.desk.texts.translate)}"
        if part in ("work", "changes"):
            self._say(words, is_trouble=True)
        elif part == self.part:
            self._area.hide()
            self.trouble.setText(words)
            self.trouble.show()
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str, *, is_trouble: bool = False) -> None:
        self.strip.hide()
        self.said.setText(words if is_trouble else f"✓ {words}")
        self.said.setProperty("role", "error" if is_trouble else "met")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.show()
        self._wants_focus = True
        self.header_changed.emit()

    def _tab_changed(self) -> None:
        self.said.hide()
        self._wants_focus = True
        self._read()

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(PARTS))

    def _choose_year(self, year: int) -> None:
        self.editor.year = year
        self.batches.forget_day()
        self.said.hide()
        self._read()
        self.header_changed.emit()

    def _ask_freeze(self) -> None:
        self.tabs.setCurrentIndex(PARTS.index("snapshots"))
        self.snapshots.ask(self)

    def _ask_open(self) -> None:
        dialog = OpenYearDialog(self.desk.theme, self.editor.year, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._open_year)
        dialog.open()

    def _open_year(self) -> None:
        self.strip.show_progress(0, 0, tr("Opening the year"))
        self.editor.open_year()
        self.header_changed.emit()
