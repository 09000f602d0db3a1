"""What the worker did, by name: undo and redo across fields and pages. Redo is the edit; undo is a new commit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from fieldapp.errors import UserError
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.store import Vault
    from fieldapp.store.save import Saved

Changed = Sequence[tuple[str, str]]


class Deed(QUndoCommand):
    """What was done under one name and its taking back, one commit or several. Done again, its taking back is taken
    back, or with `again` it is acted anew. A refusal (`failure`) makes it obsolete: the stack drops it."""

    def __init__(
        self,
        deeds: Deeds,
        label: str,
        act: Callable[[], Saved | tuple[Saved, ...]],
        again: Callable[[], Saved] | None = None,
    ) -> None:
        super().__init__(label)
        self._deeds, self._act, self._again = deeds, act, again
        self._undone: tuple[Saved, ...] = ()
        self.saved: tuple[Saved, ...] = ()
        self.failure: UserError | None = None

    def redo(self) -> None:
        if not self._undone:
            self._try(self._act, self.text())
        else:
            words = tr("Done again: {what}", what=self.text())
            self._try(self._again or (lambda: self._deeds.take_back(self._undone)), words)

    def undo(self) -> None:
        before = self.saved
        self._try(lambda: self._deeds.take_back(before), tr("Taken back: {what}", what=self.text()))
        self._undone = self.saved

    def _try(self, act: Callable[[], Saved | tuple[Saved, ...]], said: str) -> None:
        try:
            done = act()
        except UserError as refused:
            self.failure = refused
            self.setObsolete(True)
        else:
            self.saved = done if isinstance(done, tuple) else (done,)
            self._deeds.happened.emit(tuple(one for saved in self.saved for one in saved.changed), said)


class HereDeed(QUndoCommand):
    """What is remembered on this laptop only, no commit: done and taken back by two plain calls."""

    def __init__(self, deeds: Deeds, label: str, act: Callable[[], None], back: Callable[[], None]) -> None:
        super().__init__(label)
        self._deeds, self._act, self._back = deeds, act, back
        self._again = False

    def redo(self) -> None:
        self._act()
        words = tr("Done again: {what}", what=self.text()) if self._again else self.text()
        self._again = True
        self._deeds.happened.emit((), words)

    def undo(self) -> None:
        try:
            self._back()
        except UserError as refused:
            self.setObsolete(True)
            self._deeds.refused.emit(refused)
        else:
            self._deeds.happened.emit((), tr("Taken back: {what}", what=self.text()))


class ThereDeed(QUndoCommand):
    """What was done already, not here but at our own station: taken back and done again by asking there."""

    def __init__(self, label: str, act: Callable[[], None], back: Callable[[], None]) -> None:
        super().__init__(label)
        self._act, self._back, self._is_done = act, back, True

    def redo(self) -> None:
        if not self._is_done:
            self._act()
        self._is_done = False

    def undo(self) -> None:
        self._back()


class Deeds(QObject):
    """Signals: `happened(changed, label)` after every save, undo, redo and after changes told from elsewhere;
    `refused(UserError)` when an undo or redo cannot be done (somebody changed it since)."""

    happened = Signal(object, str)
    refused = Signal(object)

    def __init__(self, vault: Vault, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(200)

    def do(
        self,
        label: str,
        act: Callable[[], Saved | tuple[Saved, ...]],
        again: Callable[[], Saved] | None = None,
    ) -> Saved:
        """Save through `act` and remember it under `label` (already translated); the first commit where there are
        several (a household that moves to another village). `again` is what redo does, where taking back the undo would
        not do. Raises the save's UserError."""
        deed = Deed(self, label, act, again)
        kept: list[Deed] = [deed]
        self.stack.push(deed)
        return _outcome(kept[0])

    def do_here(self, label: str, act: Callable[[], None], back: Callable[[], None]) -> None:
        """Do what only this laptop remembers, under `label`; undo calls `back`."""
        self.stack.push(HereDeed(self, label, act, back))

    def done_there(self, label: str, act: Callable[[], None], back: Callable[[], None]) -> None:
        """Remember under `label` what our station has done: undo calls `back`, redo `act`; each asks beside the window
        and tells by itself what became of it."""
        self.stack.push(ThereDeed(label, act, back))

    def undo(self) -> None:
        """Take back the last deed."""
        self._step(self.stack.undoText(), self.stack.index() - 1, self.stack.undo)

    def redo(self) -> None:
        """Do the last taken-back deed again."""
        self._step(self.stack.redoText(), self.stack.index(), self.stack.redo)

    def tell(self, changed: Changed, label: str = "") -> None:
        """Records changed by another door (a sync, an import, a finalised form): the pages refresh."""
        self.happened.emit(tuple(changed), label)

    def take_back(self, saved: Sequence[Saved]) -> tuple[Saved, ...]:
        """Restore what was before these commits, all or none."""
        from fieldapp.store.undo import undo_all

        if not saved:
            raise RuntimeError("a deed is taken back before it was done")
        return undo_all(self._vault, [one.dot for one in saved])

    def _step(self, label: str, index: int, step: Callable[[], None]) -> None:
        if not label or index < 0:
            return
        deed = self.stack.command(index)
        step()
        if isinstance(deed, Deed) and deed.failure is not None:
            self.refused.emit(deed.failure)


def _outcome(deed: Deed) -> Saved:
    if deed.failure is not None:
        raise deed.failure
    if not deed.saved:
        raise RuntimeError("a deed was pushed and did nothing")
    return deed.saved[0]
