"""Which sticks are plugged in and what lies on them for this vault; which of them a person has put off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from fieldapp_sync.bundles import bundle_recipient
from fieldapp_sync.bundles.preview import Preview, preview
from fieldapp_sync.bundles.receivers import Receiver, receivers
from fieldapp_ui.background.stick_watch import StickWatch
from fieldapp_ui.background.tasks import Task
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.stick_reading import OnStick, SticksRead, read_sticks
from fieldapp_ui.editing.stick_writing import Target

AFTER_SAVE_MS = 1_500
"""Somebody who types saves often; what waits is counted again when he pauses."""


class StickShelf(QObject):
    """`going`: changes that a bundle would carry. `asked`: a stick for which the form of the page is to be opened;
    `in_view`: parts of pages that show what comes of a deed, so that the strip need not.

    Signals: `changed()` sticks, what lies on them, what is asked or in view."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.tasks)
        self._desk = desk
        self._reading: Task | None = None
        self._later: set[Path] = set()
        self.sticks: tuple[OnStick, ...] = ()
        self.going = 0
        self.asked: Path | None = None
        self.in_view = 0
        self._watch = StickWatch(desk.tasks, self)
        self._watch.changed.connect(self.read)
        self._watch.look()
        self._soon = QTimer(self, interval=AFTER_SAVE_MS, singleShot=True)
        self._soon.timeout.connect(self.read)
        desk.deeds.happened.connect(lambda *_: self._soon.start())

    @property
    def busy(self) -> bool:
        """Whether a stick is being written or read in: then it is not looked through."""
        return False

    def count_view(self, step: int) -> None:
        """A part of a page came into view (1) or left it (-1)."""
        self.in_view += step
        self.changed.emit()

    def for_whom(self) -> tuple[Receiver, ...]:
        """For whom one may write: the stations first."""
        return receivers(self._desk.vault)

    def preview(self, recipient: str, owner: QObject, done: Callable[[Preview], None]) -> Task:
        """Count, beside the window, what a bundle for this key would hold."""
        return self._desk.tasks.start_with_vault(
            lambda vault, _: preview(vault, recipient), owner=owner, done=done, failed=lambda _: None
        )

    def offered(self) -> OnStick | None:
        """The stick to speak of: the first that was not put off, one with bundles before others."""
        here = [one for one in self.sticks if one.stick.path not in self._later]
        return next((one for one in here if one.new), here[0] if here else None)

    def put_off(self) -> None:
        """以后再说: not a word of these sticks until they are plugged in again."""
        self._later |= {one.stick.path for one in self.sticks}
        self.changed.emit()

    def ask_export(self, stick: Path) -> None:
        """Somebody wants to write to this stick: the page that shows a `StickPart` asks for whom."""
        self.asked = stick
        self.changed.emit()

    def target(self, path: Path) -> Target:
        """A stick by its root; anything else is a folder."""
        stick = next((one.stick for one in self.sticks if one.stick.path == path), None)
        return Target(path, stick.label if stick else str(path), stick is not None)

    def read(self) -> None:
        """Look through the sticks anew, beside the window."""
        there = self._watch.sticks
        self._later &= {one.path for one in there}
        if self._desk.tasks.stopped or self.busy or (not there and not self.sticks):
            return
        if not there:
            self._read(SticksRead((), 0))
            return
        if self._reading is not None:
            self._reading.cancel()
        # Made once, here: two threads would make two keys.
        bundle_recipient(self._desk.vault)
        reading = self._desk.tasks.start_with_vault(
            lambda vault, _: read_sticks(vault, there), owner=self, done=self._read, failed=lambda _: None
        )
        self._reading = reading
        reading.finished.connect(lambda: self._forget_reading(reading))

    def _forget_reading(self, reading: Task) -> None:
        if self._reading is reading:
            self._reading = None

    def _read(self, read: SticksRead) -> None:
        self.sticks, self.going = read.sticks, read.going
        self.changed.emit()

    def target_around(self, place: Path) -> Target:
        """The stick a folder lies on, else the folder."""
        stick = next((one.stick.path for one in self.sticks if place.is_relative_to(one.stick.path)), place)
        return self.target(stick)
