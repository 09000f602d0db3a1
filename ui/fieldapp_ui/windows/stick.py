"""The part of the sync page that writes to USB sticks and takes in from them. The page's big buttons call it."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.stick import Said, StickDesk
from fieldapp_ui.windows.parts import column
from fieldapp_ui.windows.stick_export import StickExport
from fieldapp_ui.windows.stick_import import StickImport
from fieldapp_ui.windows.stick_outcome import StickOutcome

LAID_OUT_MS = 50


class StickPart(QWidget):
    """`ask_export` and `ask_import` open one of its two forms; what comes of a deed stands under them.

    Signals: `saved(str)` a sentence for the status line.
    """

    saved = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sticks = StickDesk.of(desk)
        self.outgoing = StickExport(desk, self.sticks)
        self.incoming = StickImport(desk, self.sticks)
        self.outcome = StickOutcome(self.sticks, desk.theme)
        whole = column(self, gap=desk.theme.px(12))
        for part in (self.outgoing, self.incoming, self.outcome):
            whole.addWidget(part)
        self._is_in_view = False
        self.outgoing.begun.connect(self.outgoing.hide)
        self.outgoing.grown.connect(lambda: self._bring_into_view(self.outgoing))
        self.incoming.begun.connect(self.incoming.hide)
        self.sticks.changed.connect(self._answer)
        self.sticks.told.connect(self._tell)

    def ask_export(self, stick: Path | None = None) -> None:
        """导出到U盘: for whom, to which stick, what goes."""
        self._clear()
        self.outgoing.ask(stick)
        self._bring_into_view(self.outgoing)

    def ask_import(self) -> None:
        """从U盘导入: what lies on the sticks; without a stick, the files themselves."""
        self._clear()
        self.incoming.ask()
        self._bring_into_view(self.incoming)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_in_view:
            self._is_in_view = True
            self.sticks.count_view(1)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._is_in_view:
            self._is_in_view = False
            self.sticks.count_view(-1)

    def _clear(self) -> None:
        self.outgoing.hide()
        self.incoming.hide()
        if not self.sticks.busy:
            self.sticks.forget()

    def _bring_into_view(self, part: QWidget) -> None:
        """With large letters the form lies below what is seen; its height is known once it has been laid out."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            area = above
            QTimer.singleShot(LAID_OUT_MS, part, lambda: area.ensureWidgetVisible(part, 0, 0))

    def _answer(self) -> None:
        """The strip has asked for the form."""
        asked = self.sticks.asked
        if asked is not None and self._is_in_view:
            self.sticks.asked = None
            # The page that is arrived at takes the focus first.
            QTimer.singleShot(0, self, lambda: self.ask_export(asked))

    def _tell(self, said: Said) -> None:
        if said.state == "good" and self._is_in_view:
            self.saved.emit(said.lines[0])
