"""Lines of the sync page with a jump at their end: what waits, and what happened."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from fieldapp_ui.desk import Place
from fieldapp_ui.editing.sync_waits import Line
from fieldapp_ui.editing.sync_words import Happening
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, column, emptied, label


class SyncLines(QWidget):
    """A heading and lines under it; `empty` stands there while there are none. Signals: `went(Place)`."""

    went = Signal(object)

    def __init__(self, theme: Theme, heading: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._empty = theme, empty
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(theme.px(12))
        self._lines.setVerticalSpacing(theme.px(8))
        self._lines.setColumnStretch(1, 1)
        whole = column(self, gap=theme.px(8))
        whole.addWidget(label(heading, "heading"))
        whole.addLayout(self._lines)
        self._shown: tuple[object, ...] | None = None
        self.jumps: list[QPushButton] = []
        self.said: list[str] = []

    def show_waiting(self, lines: Sequence[Line]) -> None:
        """What waits: its count at the left, what asks for a person marked."""
        if not self._is_new(tuple(lines)):
            return
        for row, line in enumerate(lines):
            role = "unknown" if line.is_matter else "strong"
            mark = "◌ " if line.is_matter else ""
            told = self._put(row, f"{mark}{line.count}", role, line.words, line.jump, line.jump_words)
            told.setToolTip(line.detail)

    def show_happened(self, happened: Sequence[Happening]) -> None:
        """What happened: when, how it went, in words."""
        if not self._is_new(tuple(happened)):
            return
        for row, one in enumerate(happened):
            self._put(row, one.when, "caption", f"{one.mark} {one.words}", one.jump, one.jump_words, one.role)

    def _is_new(self, lines: tuple[object, ...]) -> bool:
        """Whether there is something else to show than before: what stands there keeps the focus."""
        if lines == self._shown:
            return False
        self._shown = lines
        emptied(self._lines)
        self.jumps, self.said = [], []
        if not lines:
            self._lines.addWidget(label(self._empty, "caption", wrap=True), 0, 0, 1, 3)
        return True

    def _put(
        self,
        row: int,
        left: str,
        left_role: str,
        words: str,
        jump: Place | None,
        jump_words: str,
        role: str = "",
    ) -> QLabel:
        first = label(left, left_role)
        # Beside words of several lines it stands at the first; a button makes the row higher than its words.
        level = Qt.AlignmentFlag.AlignTop if jump is None else Qt.AlignmentFlag.AlignVCenter
        first.setAlignment(Qt.AlignmentFlag.AlignRight | level)
        told = label(words, role if role == "error" else "", wrap=True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lines.addWidget(first, row, 0)
        self._lines.addWidget(told, row, 1)
        self.said.append(words)
        if jump is not None:
            go = button(
                jump_words, lambda: self.went.emit(jump), role="quiet", mark="goto", theme=self._theme
            )
            go.setAccessibleName(f"{jump_words}: {words}")
            self._lines.addWidget(go, row, 2, Qt.AlignmentFlag.AlignVCenter)
            self.jumps.append(go)
        return told
