"""Conflicts: a list at the left, the values side by side at the right; 1, 2, 3 decide, nothing is lost."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp.store.twins.duplicates import duplicates
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.conflicts import ConflictDesk, Contest
from fieldapp_ui.language import tr
from fieldapp_ui.models.hits import Row
from fieldapp_ui.windows.conflict_columns import ConflictColumns
from fieldapp_ui.windows.page import Page, Place
from fieldapp_ui.windows.parts import abreast, button, label
from fieldapp_ui.windows.reason import why_unmask
from fieldapp_ui.windows.rowlist import RowList

LIST_WIDTH = 300


class ConflictsPage(Page):
    """What two people wrote of the same thing without knowing of each other; a person decides."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.secondary = (
            command("field.unmask"),
            command("conflict.next"),
            command("go.duplicates"),
            command("go.compare"),
        )
        self._wanted = ""
        self.contests = ConflictDesk(desk, self)
        self.contests.changed.connect(self._show)
        self.list = RowList(desk.theme, parent=self)
        self.list.setProperty("role", "outline")
        self.list.setFixedWidth(desk.theme.px(LIST_WIDTH))
        self.list.setAccessibleName(tr("Conflicts"))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.columns = ConflictColumns(desk.theme, self)
        self.columns.chosen.connect(self.choose)
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._full())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.does = {
            "conflict.mine": lambda: self._choose_of("mine"),
            "conflict.theirs": lambda: self._choose_of("theirs"),
            "conflict.before": lambda: self.choose(len(self.columns.buttons) - 1),
            "conflict.next": self.next,
            "field.unmask": self.ask_why,
        }

    def title(self) -> str:
        """With how many wait."""
        count = len(self.contests.contests)
        return tr("Conflicts: {count}", count=count) if count else tr("Conflicts")

    def why_not(self, command_id: str) -> str:
        """Nothing to decide, or nothing masked in it."""
        if command_id == "field.unmask" and ((here := self.current()) is None or not here.masked):
            return tr("Nothing is masked here.")
        if not self.contests.contests:
            return tr("There is no conflict to decide.")
        if command_id in ("conflict.mine", "conflict.theirs") and self._place_of(command_id[9:]) is None:
            return tr("More or fewer than one value is meant. Choose with the digit of its column.")
        return ""

    def help_line(self) -> str:
        """What the three values are."""
        return tr(
            "Two people changed the same thing. Choose by the digit of a column; the other values stay in the history."
        )

    def arrive(self, place: Place) -> None:
        """Reads the conflicts; `place.record` and `place.field` name the one to show."""
        if place.record:
            self._wanted = f"{place.list}/{place.record}/{place.field}".rstrip("/")
        self.contests.load()

    def refresh(self, changed: Sequence[tuple[str, str]]) -> None:
        """Something changed elsewhere, an undo among others."""
        self.contests.load()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits take a column; up and down walk the list."""
        digit = event.text()
        if digit.isdecimal() and 1 <= int(digit) <= len(self.columns.buttons) and self.contests.contests:
            self.choose(int(digit) - 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list gives way where the window is small or the letters are large."""
        super().resizeEvent(event)
        self.list.setFixedWidth(min(self.desk.theme.px(LIST_WIDTH), self.width() * 3 // 10))

    def current(self) -> Contest | None:
        """The conflict in view."""
        row = self.list.currentIndex().row()
        return self.contests.contests[row] if 0 <= row < len(self.contests.contests) else None

    def leave(self) -> bool:
        """What was shown in full is masked when one comes back."""
        self.contests.hide()
        return super().leave()

    def ask_why(self) -> None:
        """The eye: the numbers of this conflict are shown for a reason that is kept."""
        contest = self.current()
        if contest is None or not contest.masked:
            return
        spec = self.desk.vault.dictionary.field(contest.conflict.list, contest.masked[0])
        field = self.desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en)
        dialog = why_unmask(self.desk.theme, field, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.given.connect(lambda reason: self._reveal(contest, reason))
        dialog.open()

    def _reveal(self, contest: Contest, reason: str) -> None:
        try:
            self.contests.reveal(contest, reason)
        except UserError as refused:
            self._say(refused)

    def _say(self, refused: UserError) -> None:
        self.trouble.setText(f"✕ {refused.sentence(self.desk.texts.translate)}")
        self.trouble.show()

    def choose(self, place: int) -> None:
        """Takes a column's value."""
        contest = self.current()
        if contest is None:
            return
        try:
            self.contests.choose(contest, place)
        except UserError as refused:
            self._say(refused)
            return
        self.trouble.hide()
        self.saved.emit(tr("Decided. Both values stay in the history; Ctrl+Z takes it back."))

    def _place_of(self, whose: str) -> int | None:
        contest = self.current()
        if contest is None:
            return None
        return contest.mine if whose == "mine" else contest.theirs

    def _choose_of(self, whose: str) -> None:
        place = self._place_of(whose)
        if place is not None:
            self.choose(place)

    def next(self) -> None:
        """The next conflict, from the last one back to the first."""
        count = len(self.contests.contests)
        if count:
            row = (self.list.currentIndex().row() + 1) % count
            self.list.setCurrentIndex(self.list.rows.index(row, 0))

    def _show(self) -> None:
        contests, row = self.contests.contests, max(0, self.list.currentIndex().row())
        place = self._place_to_show(contests, row)
        # What comes in beside the worker must not put another conflict under the digit that is about to be pressed.
        with QSignalBlocker(self.list.selectionModel()):
            self.list.rows.show_rows([Row(c.title, self._detail(c), c.conflict.id) for c in contests])
            if contests:
                self.list.setCurrentIndex(self.list.rows.index(place, 0))
        self._stack.setCurrentIndex(1 if contests else 0)
        pairs = len(duplicates(self.desk.vault, self.desk.scope.code))
        self._twins.setText(
            tr("Nothing contradicts here, but {count} records stand twice: look at them", count=pairs)
        )
        self._twins.setVisible(pairs > 0)
        self.header_changed.emit()
        if contests:
            self._show_chosen()
        else:
            self.columns.forget()

    def _place_to_show(self, contests: Sequence[Contest], row: int) -> int:
        """What was asked for, what was in view, or what now stands in its row."""
        ids = [contest.conflict.id for contest in contests]
        asked = [at for at, each in enumerate(ids) if self._wanted and each.startswith(self._wanted)]
        self._wanted = ""
        shown = self.columns.contest
        stayed = [at for at, each in enumerate(ids) if shown is not None and each == shown.conflict.id]
        return next(iter((*asked, *stayed)), min(row, len(contests) - 1))

    def _show_chosen(self) -> None:
        if (contest := self.current()) is not None:
            self.columns.show_contest(contest)
            self.header_changed.emit()

    def _detail(self, contest: Contest) -> str:
        return " / ".join(column.worker for column in contest.columns if column.worker)

    def _empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(*(self.desk.theme.px(24),) * 4)
        column.addWidget(
            label(f"✓ {tr('No conflicts. What others wrote and what you wrote agree.')}", "strong", wrap=True)
        )
        words = tr("A conflict appears here after an exchange, when two people changed the same field.")
        column.addWidget(label(words, "caption", wrap=True))
        go = partial(self.desk.navigator.go, Place("duplicates"))
        self._twins = button("", go, role="quiet", mark="people", theme=self.desk.theme)
        column.addLayout(abreast(self._twins))
        column.addStretch(1)
        return page

    def _full(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.columns, 1)
        right.addWidget(self.trouble)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        return page
