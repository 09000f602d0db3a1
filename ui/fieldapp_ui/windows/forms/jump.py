"""Ctrl+J: the lists of what is blank, wrong, to confirm, remarked or returned; a digit takes a list, Enter goes there."""

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from fieldapp_ui.editing.forms.jumps import Jump, Reason, jumps
from fieldapp_ui.editing.forms.reading import FormReading
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme, wear_role
from fieldapp_ui.windows.parts import button, label

SHAPES = {
    Reason.REQUIRED: "○",
    Reason.BLANK: "○",
    Reason.WRONG: "✕",
    Reason.UNSURE: "⚠",
    Reason.REMARKED: "✎",
    Reason.RETURNED: "↩",
}


class JumpList(QFrame):
    """A card over the form. Signals: `chosen(ref)`; `closed()` the worker stays where he was."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        wear_role(self, "card")
        self._page, self._theme = parent, theme
        self._lists: dict[Reason, tuple[Jump, ...]] = {}
        self.reason = Reason.REQUIRED
        self._model = QStringListModel(self)
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setProperty("choices", True)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(tr("Questions to go to"))
        self.list.clicked.connect(self._choose)
        self._nothing = label("", "caption", wrap=True)
        self._tabs = {reason: self._tab(reason) for reason in Reason}
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        column.setSpacing(px(8))
        for reasons in (tuple(Reason)[:3], tuple(Reason)[3:]):
            line = QHBoxLayout()
            line.setSpacing(px(8))
            for reason in reasons:
                line.addWidget(self._tabs[reason])
            line.addStretch(1)
            column.addLayout(line)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addWidget(
            label(tr("1–6 take a list, Enter goes there, Esc back to the question."), "caption", wrap=True)
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Jump list"))
        self.hide()

    def open(self, reading: FormReading) -> None:
        """Shows the lists as they are now: the one seen last, or the first that has something."""
        self._lists = jumps(reading)
        for place, reason in enumerate(Reason, 1):
            count = len(self._lists[reason])
            self._tabs[reason].setText(f"{place}  {SHAPES[reason]} {_word(reason)} {count}")
            self._tabs[reason].setEnabled(bool(count))
        if not self._lists[self.reason]:
            self.reason = next((reason for reason in Reason if self._lists[reason]), Reason.REQUIRED)
        self._show(self.reason)
        room = self._page.size()
        self.resize(
            min(self._theme.px(640), room.width() - self._theme.px(32)),
            min(self._theme.px(480), room.height() - self._theme.px(48)),
        )
        self.move(QPoint((room.width() - self.width()) // 2, self._theme.px(24)))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, left and right take a list; up and down walk in it."""
        key, row = event.key(), self.list.currentIndex().row()
        reasons = [reason for reason in Reason if self._lists.get(reason)]
        match key:
            case Qt.Key.Key_Down | Qt.Key.Key_Up | Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                far = 10 if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) else 1
                self._walk(row + (far if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -far))
            case Qt.Key.Key_Home:
                self._walk(0)
            case Qt.Key.Key_End:
                self._walk(self._model.rowCount() - 1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Tab | Qt.Key.Key_Backtab if reasons:
                step = -1 if key in (Qt.Key.Key_Left, Qt.Key.Key_Backtab) else 1
                at = reasons.index(self.reason) if self.reason in reasons else 0
                self._show(reasons[(at + step) % len(reasons)])
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose(self.list.currentIndex())
            case Qt.Key.Key_Escape:
                self.hide()
                self.closed.emit()
            case _ if event.text() in tuple("123456") and self._lists[tuple(Reason)[int(event.text()) - 1]]:
                self._show(tuple(Reason)[int(event.text()) - 1])
            case _:
                super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab takes the next list, so the focus stays."""
        return False

    def _tab(self, reason: Reason) -> QPushButton:
        made = button("", lambda: self._show(reason), role="chip")
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    def _show(self, reason: Reason) -> None:
        self.reason = reason
        for other, tab in self._tabs.items():
            tab.setChecked(other is reason)
        here = self._lists.get(reason, ())
        self._model.setStringList([_line(jump) for jump in here])
        self._nothing.setText("" if here else "✓ " + tr("Nothing is left here."))
        self._nothing.setVisible(not here)
        self.setAccessibleDescription(f"{_word(reason)} {len(here)}")
        self._walk(0)

    def _walk(self, row: int) -> None:
        if self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(max(0, min(self._model.rowCount() - 1, row))))

    def _choose(self, index: QModelIndex) -> None:
        here = self._lists.get(self.reason, ())
        if 0 <= index.row() < len(here):
            self.hide()
            self.chosen.emit(here[index.row()].ref)


def _word(reason: Reason) -> str:
    return {
        Reason.REQUIRED: tr("Required, blank"),
        Reason.BLANK: tr("Blank"),
        Reason.WRONG: tr("To correct"),
        Reason.UNSURE: tr("To confirm"),
        Reason.REMARKED: tr("Remarks"),
        Reason.RETURNED: tr("Returned"),
    }[reason]


def _line(jump: Jump) -> str:
    row = f"{jump.row} · " if jump.row else ""
    said = f" — {jump.said}" if jump.said else ""
    return f"{jump.number}  {row}{jump.label}{said}"
