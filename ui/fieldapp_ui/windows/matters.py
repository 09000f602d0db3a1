"""Matters that sync has brought: a list at the left, what came and what may be done at the right; digits do it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.matter import Matter, Step
from fieldapp_ui.editing.matters import MatterDesk
from fieldapp_ui.language import tr
from fieldapp_ui.models.hits import Row
from fieldapp_ui.windows.linebutton import LineButton
from fieldapp_ui.windows.page import Page, Place
from fieldapp_ui.windows.parts import column, emptied, label
from fieldapp_ui.windows.reason import ReasonDialog
from fieldapp_ui.windows.rowlist import RowList

LIST_WIDTH, WIDEST = 300, 720


class MattersPage(Page):
    """The first step of the matter in view is the key 1, the second 2; Up and Down walk the list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.secondary = (command("matter.next"), command("go.conflicts"), command("go.duplicates"))
        self.matters = MatterDesk(desk, self)
        self._shown: Matter | None = None
        self.matters.changed.connect(self._show)
        self.list = RowList(desk.theme, parent=self)
        self.list.setProperty("role", "outline")
        self.list.setFixedWidth(desk.theme.px(LIST_WIDTH))
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list.setAccessibleName(tr("Matters to look at"))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.steps: list[QPushButton] = []
        self._heading, self._words = label("", "heading", wrap=True), label("", "", wrap=True)
        self._facts, self._does = QFormLayout(), QHBoxLayout()
        self.trouble = label("", "error", wrap=True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._full())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.does = {"matter.next": self.next}

    def title(self) -> str:
        """With how many wait."""
        count = len(self.matters.matters)
        return tr("Matters to look at: {count}", count=count) if count else tr("Matters to look at")

    def why_not(self, command_id: str) -> str:
        """Nothing waits."""
        return "" if self.matters.matters else tr("Nothing waits here.")

    def help_line(self) -> str:
        """What stands here."""
        return tr("What an exchange has brought that asks for a person. Nothing is decided by itself.")

    def arrive(self, place: Place) -> None:
        """Reads them anew."""
        self.matters.load()

    def refresh(self, changed: Sequence[tuple[str, str]]) -> None:
        """Something was saved, taken back or came in."""
        self.matters.load()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits take a step; up and down walk the list."""
        digit = event.text()
        if digit.isdecimal() and 1 <= int(digit) <= len(self.steps) and self.current():
            self.take(int(digit) - 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def current(self) -> Matter | None:
        """The matter in view."""
        row = self.list.currentIndex().row()
        return self.matters.matters[row] if 0 <= row < len(self.matters.matters) else None

    def take(self, place: int) -> None:
        """Does a step of the matter in view."""
        matter = self.current()
        if matter is not None:
            self._do(matter.steps[place])

    def next(self) -> None:
        """The next matter, from the last one back to the first."""
        count = len(self.matters.matters)
        if count:
            row = (self.list.currentIndex().row() + 1) % count
            self.list.setCurrentIndex(self.list.rows.index(row, 0))

    def _do(self, step: Step) -> None:
        self.trouble.clear()
        if step.place is not None:
            self.went.emit(step.place)
        elif step.act is not None:
            self._act(step.act)
        elif step.because is not None:
            self._ask_why(step.because)

    def _act(self, act: Callable[[], None]) -> None:
        try:
            act()
        except UserError as refused:
            self.trouble.setText(f"✕ {refused.sentence(self.desk.texts.translate)}")
            return
        self.matters.load()

    def _ask_why(self, because: Callable[[str], None]) -> None:
        dialog = ReasonDialog(
            self.desk.theme,
            tr("Turn it down"),
            tr("Why is it turned down?"),
            tr("It is kept and can still be taken in. Your name, the time and the reason are kept."),
            tr("Turn it down"),
            self,
            (tr("not true"), tr("entered elsewhere already"), tr("not allowed to write here")),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.given.connect(lambda why: self._act(lambda: because(why)))
        dialog.open()

    def _show(self) -> None:
        matters, row = self.matters.matters, max(0, self.list.currentIndex().row())
        shown = self._shown.id if self._shown is not None else ""
        stayed = [at for at, one in enumerate(matters) if one.id == shown]
        # What comes in beside the worker must not put another matter under the digit that is about to be pressed.
        with QSignalBlocker(self.list.selectionModel()):
            self.list.rows.show_rows([Row(one.title, one.detail, one.id) for one in matters])
            if matters:
                at = stayed[0] if stayed else min(row, len(matters) - 1)
                self.list.setCurrentIndex(self.list.rows.index(at, 0))
        self._stack.setCurrentIndex(1 if matters else 0)
        self.header_changed.emit()
        if matters:
            self._show_chosen()
        else:
            self._shown = None

    def _show_chosen(self) -> None:
        matter, before = self.current(), self._shown
        self._shown = matter
        if matter is None:
            return
        is_same = before is not None and before.id == matter.id
        place = next((at for at, one in enumerate(self.steps) if one.hasFocus()), None) if is_same else 0
        self.trouble.clear()
        self._heading.setText(f"{matter.title} · {matter.detail}")
        self._words.setText(matter.words)
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for name, value in matter.facts:
            self._facts.addRow(label(name, "caption"), label(value or "…", "strong", wrap=True))
        emptied(self._does)
        self.steps = [self._step(at, step) for at, step in enumerate(matter.steps)]
        for made in self.steps:
            self._does.addWidget(made)
            made.show()
        self._does.addStretch(1)
        if place is not None:
            self.steps[min(place, len(self.steps) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, at: int, step: Step) -> QPushButton:
        made = LineButton(f"{at + 1}  {step.words}")
        made.setProperty("role", "" if at else "primary")
        made.clicked.connect(lambda: self._do(step))
        made.stepped.connect(self.list.step)
        return made

    def _empty(self) -> QWidget:
        page = QWidget()
        inner = column(page, margin=self.desk.theme.px(24), gap=8)
        inner.addWidget(label(f"✓ {tr('Nothing that came in asks for a decision.')}", "strong", wrap=True))
        words = tr(
            "Here appear households that moved to one of your villages, what an old village wrote late, decisions "
            "whose facts came in after they were made, and changes that wait for a review."
        )
        inner.addWidget(label(words, "caption", wrap=True))
        inner.addStretch(1)
        return page

    def _full(self) -> QWidget:
        page, px = QWidget(), self.desk.theme.px
        middle = QWidget()
        middle.setProperty("role", "plain")
        middle.setMaximumWidth(px(WIDEST))
        inner = column(middle, margin=px(24), gap=px(12))
        self._facts.setHorizontalSpacing(px(24))
        self._facts.setVerticalSpacing(px(8))
        for part in (self._heading, self._words, self._facts, self._does, self.trouble):
            inner.addWidget(part) if isinstance(part, QWidget) else inner.addLayout(part)
        inner.addStretch(1)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(middle, 100)
        row.addStretch(1)
        return page
