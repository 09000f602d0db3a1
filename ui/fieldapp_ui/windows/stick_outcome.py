"""How far a stick's deed is, with Stop; then what came of it, and the digits of a computer that is not known here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from fieldapp_ui.editing.stick import StickDesk
from fieldapp_ui.editing.stick_taking import Stranger
from fieldapp_ui.editing.stick_words import size_words
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme, wear_role
from fieldapp_ui.windows.parts import button, column, emptied, label

STEPS = 1_000
MARKS = {"good": ("✓", "met"), "wrong": ("✕", "error"), "open": ("◌", "unknown")}


class StickOutcome(QWidget):
    """Shows the state of `StickDesk` and asks for nothing itself; hidden while there is nothing to tell."""

    def __init__(self, sticks: StickDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sticks, self._theme = sticks, theme
        whole = column(self, gap=theme.px(8))
        self._running = self._progress_row()
        whole.addWidget(self._running)
        self.said = label("", "", wrap=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.forget = button(tr("Got it"), sticks.forget, role="quiet", mark="check", theme=theme)
        self._told = _row(self.said, self.forget, gap=theme.px(16))
        whole.addWidget(self._told)
        self.more = label("", "", wrap=True)
        self.more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        whole.addWidget(self.more)
        self._strange = QWidget()
        self._lines = column(self._strange, gap=theme.px(8))
        whole.addWidget(self._strange)
        self.accept: list[QPushButton] = []
        sticks.changed.connect(self.show_state)
        sticks.progressed.connect(self._show_progress)
        self.show_state()

    @property
    def has_something(self) -> bool:
        """Whether a deed is under way or has something to say."""
        return self._sticks.busy or self._sticks.said is not None or bool(self._sticks.strangers)

    @property
    def words(self) -> str:
        """What stands here of the last deed, line by line."""
        return "\n".join(one.text() for one in (self.said, self.more) if one.text())

    def show_state(self) -> None:
        """Everything anew, as the desk has it now."""
        sticks = self._sticks
        was_here = self.stop.hasFocus()
        self._running.setVisible(sticks.busy)
        if sticks.busy:
            doing = {"export": tr("Writing to the stick"), "import": tr("Taking in from the stick")}
            self._doing.setText(doing.get(sticks.deed or "", tr("Removing from the stick")))
            self._show_progress(sticks.done, sticks.total)
        said = sticks.said
        self._told.setVisible(said is not None)
        if said is not None:
            mark, role = MARKS[said.state]
            self.said.setText(f"{mark} {said.lines[0]}")
            wear_role(self.said, role)
            self.more.setText("\n".join(said.lines[1:]))
        self.more.setVisible(said is not None and len(said.lines) > 1)
        self._show_strangers()
        self.setVisible(self.has_something)
        if was_here and not sticks.busy:
            # The button to stop is gone: the cursor stays here and does not jump into the next field of the page.
            self.take_focus()

    def take_focus(self) -> None:
        """To what can be done here now."""
        first = self.stop if self._sticks.busy else next(iter(self.accept), self.forget)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, STEPS if total else 0)
        self._bar.setValue(STEPS * done // total if total else 0)
        if total and done >= total and self._sticks.deed == "export":
            self._doing.setText(tr("Nearly there: do not pull it out yet"))
        words = tr("{done} of {total}", done=size_words(done), total=size_words(total)) if total else ""
        self._bytes.setText(words)

    def _show_strangers(self) -> None:
        self._strange.setVisible(bool(self._sticks.strangers))
        emptied(self._lines)
        self.accept = [self._stranger(one) for one in self._sticks.strangers]

    def _stranger(self, stranger: Stranger) -> QPushButton:
        words = tr(
            "This bundle is from {worker}, on a computer not known here. Compare the digits on both screens.",
            worker=stranger.worker,
        )
        self._lines.addWidget(label(words, "", wrap=True))
        digits = label(stranger.fingerprint, "heading")
        digits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        agree = button(tr("The digits are the same: take it in"), lambda: self._sticks.accept(stranger))
        leave = button(tr("Leave it"), self._sticks.forget, role="quiet")
        self._lines.addWidget(_row(digits, agree, leave, gap=self._theme.px(8)))
        return agree

    def _progress_row(self) -> QWidget:
        self._doing = label("", "strong")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bytes: QLabel = label("", "caption")
        self.stop = button(tr("Stop"), self._sticks.stop, role="quiet", mark="stop", theme=self._theme)
        row = _row(self._doing, self._bar, self._bytes, self.stop, gap=self._theme.px(12))
        layout = row.layout()
        if isinstance(layout, QHBoxLayout):
            layout.setStretch(0, 0)
            layout.setStretch(1, 1)
        return row


def _row(first: QWidget, *others: QWidget, gap: int) -> QWidget:
    """The first takes the room, the others stand at the right."""
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    row.addWidget(first, 1)
    for one in others:
        row.addWidget(one)
    return widget
