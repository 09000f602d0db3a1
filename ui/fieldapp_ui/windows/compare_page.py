"""Other people's lists: compared with the register, each difference decided; and what the national system lacks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QTabBar, QWidget

from fieldapp.errors import UserError
from fieldapp.store.exchange.mappings import SUFFIXES
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.outside import OutsideEditor
from fieldapp_ui.language import tr
from fieldapp_ui.theme import wear_role
from fieldapp_ui.windows.compare_entries import EntriesPart
from fieldapp_ui.windows.compare_file import ColumnsStep, CountsStep
from fieldapp_ui.windows.compare_lists import ListsPart
from fieldapp_ui.windows.page import Page, Place
from fieldapp_ui.windows.parts import column, label
from fieldapp_ui.windows.progress_strip import ProgressStrip

PARTS = ("lists", "entries")
LISTS = ("compare.file", "compare.tick_all", "compare.ours", "compare.theirs", "compare.later")
ENTRIES = ("compare.approve", "compare.tick_all", "compare.export", "print")


class ComparePage(Page):
    """`Place.extra`: "tab" one of PARTS. Enter goes in, Esc goes back; the steps of a file stay until it is kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.editor = OutsideEditor(desk, self)
        self.lists, self.entries = ListsPart(desk), EntriesPart(desk)
        self.columns, self.counts = ColumnsStep(self.editor), CountsStep(self.editor)
        self.strip = ProgressStrip(desk.theme)
        self.said = label("", "met", wrap=True)
        self.tabs = QTabBar()
        self._area = QStackedWidget()
        self._step = ""
        self._does = {
            "compare.file": self._choose_file,
            "compare.tick_all": self._tick_all,
            "compare.ours": lambda: self.lists.decide("ours"),
            "compare.theirs": lambda: self.lists.decide("theirs"),
            "compare.later": lambda: self.lists.decide("later"),
            "compare.approve": self.entries.approve,
            "compare.export": self.entries.export,
            "print": self.entries.print,
            "tab.next": lambda: self._turn(1),
            "tab.previous": lambda: self._turn(-1),
        }
        self._build()
        self._connect()
        self._show()

    @property
    def part(self) -> str:
        """The part in view, or the step of the file that comes in."""
        steps = {"columns": "columns", "plan": "counts"}
        return steps.get(self.editor.step, PARTS[self.tabs.currentIndex()])

    def title(self) -> str:
        return {
            "lists": tr("Compare lists"),
            "entries": tr("Entry list"),
            "columns": tr("Compare 1 of 2: what the columns are"),
            "counts": tr("Compare 2 of 2: how much differs"),
        }[self.part]

    def help_line(self) -> str:
        return {
            "lists": tr(
                "Enter goes from a list to its fields, to the differences, to the household. 1 ours, 2 theirs, 3 later."
            ),
            "entries": tr("Space ticks a line off, Enter opens the field, Ctrl+P prints the list."),
            "columns": tr(
                "Enter confirms a column and goes on, letters choose another field, Esc goes back."
            ),
            "counts": tr(
                "Enter keeps the differences to be decided; nothing else is written. Esc goes back."
            ),
        }[self.part]

    def why_not(self, command_id: str) -> str:
        if self.editor.busy:
            return tr("Something is still running. Wait, or stop it.")
        if command_id in ("compare.ours", "compare.theirs", "compare.later") and not self.lists.chosen():
            return tr("Choose a difference first.")
        if command_id == "compare.tick_all" and not (
            self.lists.found if self.part == "lists" else self.entries.editor.lines
        ):
            return tr("Nothing stands here to be ticked.")
        if command_id == "compare.approve":
            if not self.entries.editor.may_approve:
                return tr("The township station or the county approves.")
            if self.entries.editor.view != "new" or not self.entries.chosen():
                return tr("Choose changed lines first.")
        if command_id in ("compare.export", "print") and not self.entries.editor.lines:
            return tr("No line stands here.")
        return ""

    def arrive(self, place: Place) -> None:
        if place.extra.get("tab") in PARTS:
            self.tabs.setCurrentIndex(PARTS.index(place.extra["tab"]))
        self._read()
        self._take_focus()

    def refresh(self, changed: Sequence[tuple[str, str]]) -> None:
        if self.part in PARTS:
            self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.part not in PARTS:
            self.editor.back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            click = getattr(self.focusWidget(), "click", None)
            if callable(click):
                click()
        else:
            super().keyPressEvent(event)

    def take(self, path: Path) -> None:
        """Read a file to be compared."""
        self._say("", "")
        self.editor.open_file(path)

    def _build(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(tr("Parts of the comparison"))
        for words in (tr("Lists and differences"), tr("Entry list")):
            self.tabs.addTab(words)
        for part in (self.lists, self.entries, self.columns, self.counts):
            self._area.addWidget(part)
        layout = column(self, gap=8)
        layout.setContentsMargins(24, 0, 24, 16)
        for widget in (self.tabs, self.strip, self.said):
            layout.addWidget(widget)
        layout.addWidget(self._area, 1)
        self.strip.hide()
        self.said.hide()

    def _connect(self) -> None:
        editor = self.editor
        editor.changed.connect(self._show)
        editor.refused.connect(self._refuse)
        editor.progressed.connect(self._show_progress)
        self.strip.stop_wanted.connect(editor.stop)
        self.tabs.currentChanged.connect(lambda _: self._tab_changed())
        for part in (self.lists, self.entries):
            part.wanted.connect(self.went)
            part.moved.connect(self.header_changed)
        self.entries.told.connect(lambda role, words: self._say(words, role))
        for step in (self.columns, self.counts):
            step.back_wanted.connect(editor.back)

    def _read(self) -> None:
        if self.part == "lists":
            self.lists.read()
        elif self.part == "entries":
            self.entries.read()

    def _show(self) -> None:
        if self.editor.step == "done":
            self._kept()
            return
        part = self.part
        own = {"lists": LISTS, "entries": ENTRIES}.get(part, ())
        self.does = {
            name: self._does[name] for name in (*own, *(("tab.next", "tab.previous") if own else ()))
        }
        self.primary = command(own[0]) if own else None
        self.secondary = tuple(command(name) for name in own[1:])
        if not self.editor.busy:
            self.strip.hide()
        self._area.setEnabled(not self.editor.busy)
        self.tabs.setVisible(bool(own))
        if part == "columns":
            self.columns.show_columns()
        elif part == "counts":
            self.counts.show_counts()
        self._area.setCurrentIndex(("lists", "entries", "columns", "counts").index(part))
        if part != self._step:
            self._step = part
            self._take_focus()
        self.header_changed.emit()

    def _kept(self) -> None:
        """Back to the lists with the new one under the cursor, and what came of it in a sentence."""
        done, name = self.editor.recorded, self.editor.name
        self.editor.back()
        self.lists.read(name.strip())
        self._take_focus()
        if done is None:
            return
        words = tr(
            "{name}: {new} new differences, {reopened} opened again, {kept} as before, {settled} settled.",
            name=name,
            new=done.new,
            reopened=done.reopened,
            kept=done.kept,
            settled=done.settled,
        )
        confirmed = sum(1 for one in done.findings if one.code == "compare.entered")
        if confirmed:
            words += " " + tr("{count} entered lines stand in the export.", count=confirmed)
        others = [
            one.sentence(self.desk.texts.translate) for one in done.findings if one.code != "compare.entered"
        ]
        self._say(" ".join((f"✓ {words}", *others)), "met")

    def _take_focus(self) -> None:
        if not self.isVisible() or self.editor.busy:
            return
        part = self.part
        if part == "lists":
            self.lists.take_focus()
        elif part == "entries":
            self.entries.take_focus()
        elif part == "columns":
            self.columns.take_focus()
        else:
            self.counts.take_focus()

    def _show_progress(self, done: int, total: int, words: str) -> None:
        self.strip.show_progress(done, total, f"{words}  {done:,} / {total:,}" if total else words)
        self._area.setEnabled(False)

    def _refuse(self, refused: UserError) -> None:
        self._say(f"✕ {refused.sentence(self.desk.texts.translate)}", "error")

    def _say(self, sentence: str, role: str) -> None:
        wear_role(self.said, role)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _tab_changed(self) -> None:
        self._say("", "")
        self._show()
        self._read()
        self._take_focus()

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(PARTS))

    def _tick_all(self) -> None:
        (self.lists if self.part == "lists" else self.entries).tick_all()

    def _choose_file(self) -> None:
        pattern = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        name, _ = QFileDialog.getOpenFileName(self, tr("Compare a file"), "", f"{tr('Tables')} ({pattern})")
        if name:
            self.take(Path(name))
