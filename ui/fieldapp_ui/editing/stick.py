"""USB sticks in the window: one deed at a time, beside it; it belongs to the session and outlives every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Literal, TypeVar

from PySide6.QtCore import Signal

from fieldapp.errors import UserError
from fieldapp.store import Vault
from fieldapp_sync.bundles.receivers import Receiver
from fieldapp_ui.background.tasks import Handle, Task
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.stick_dropped import Dropped, Groups, groups_in, groups_of
from fieldapp_ui.editing.stick_reading import OnStick
from fieldapp_ui.editing.stick_shelf import StickShelf
from fieldapp_ui.editing.stick_taking import Stranger, Taken, take_all
from fieldapp_ui.editing.stick_words import removed_lines, taken_lines, written_lines
from fieldapp_ui.editing.stick_writing import Target, Written, remove_all, write_out
from fieldapp_ui.language import tr

Deed = Literal["export", "import", "remove"]
State = Literal["good", "wrong", "open"]
_Out = TypeVar("_Out")


@dataclass(frozen=True)
class Said:
    """What came of a deed, line by line; the first says the most. `open`: a person has to look first."""

    deed: Deed
    lines: tuple[str, ...]
    state: State


class StickDesk(StickShelf):
    """Signals: `progressed(done, total)` in bytes; `told(Said)` a deed has ended; `changed()` also when a deed begins or
    ends, and when a stranger's digits are to be compared."""

    progressed = Signal(object, object)
    told = Signal(object)

    @classmethod
    def of(cls, desk: Desk) -> StickDesk:
        """The one of this session: a deed outlives the page it was begun on."""
        found = desk.tasks.findChild(cls)
        return found if isinstance(found, cls) else cls(desk)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._task: Task | None = None
        self._stop = Event()
        self._target = Target(Path(), "", False)
        self.deed: Deed | None = None
        self.said: Said | None = None
        self.strangers: tuple[Stranger, ...] = ()
        self.done, self.total = 0, 0

    @property
    def busy(self) -> bool:
        """Whether a deed is under way."""
        return self.deed is not None

    def forget(self) -> None:
        """What was said has been read."""
        self.said, self.strangers = None, ()
        self.changed.emit()

    def export(self, path: Path, receiver: Receiver, *, photos: bool = True) -> None:
        """Write a bundle to a stick or into a folder."""
        target = self.target(path)

        def work(vault: Vault, handle: Handle) -> Written:
            return write_out(
                vault,
                target,
                receiver.recipient,
                photos=photos,
                progress=self._teller(handle),
                cancelled=lambda: self._stop.is_set() or handle.cancelled(),
            )

        def done(written: Written) -> None:
            self._say(written_lines(written, receiver.name, target))
            self._desk.deeds.tell((), tr("Written to a stick"))

        self._start("export", work, done)

    def take_new(self, on: OnStick) -> None:
        """Take in all that is new on a stick; where nothing is, what was taken in before: a receipt may have got lost."""
        groups = tuple(one.files for one in on.new or on.taken)
        self._take(self.target(on.stick.path), lambda _: groups)

    def take_files(self, files: Sequence[Path]) -> None:
        """Take in bundle files that somebody chose."""
        self.take_dropped(Dropped(tuple(files), (), ()))

    def take_dropped(self, dropped: Dropped) -> None:
        """Take in what was dropped on the window; it says so of what is none of ours."""
        if not dropped.files and not dropped.folders:
            self._say_foreign(dropped.others)
            return
        place = dropped.folders[0] if dropped.folders else dropped.files[0].parent

        def groups(vault: Vault) -> Groups:
            inside = (group for folder in dropped.folders for group in groups_in(vault, folder))
            return (*groups_of(dropped.files), *inside)

        self._take(self.target_around(place), groups, left=len(dropped.others))

    def accept(self, stranger: Stranger) -> None:
        """The digits are the same on both screens: trust that computer and take its bundles in."""
        others = tuple(one for one in self.strangers if one != stranger)
        self._take(self._target, lambda _: stranger.groups, accept=stranger.fingerprint, others=others)

    def remove(self, on: OnStick) -> None:
        """Take the confirmed bundles off a stick: a person has said so."""
        target = self.target(on.stick.path)
        self._start(
            "remove",
            lambda _vault, _handle: remove_all(target, on.removable),
            lambda count: self._say(removed_lines(count, target)),
        )

    def stop(self) -> None:
        """Ask the deed under way to end; it says itself what came of it."""
        self._stop.set()

    def _take(
        self,
        target: Target,
        groups: Callable[[Vault], Groups],
        *,
        accept: str = "",
        others: tuple[Stranger, ...] = (),
        left: int = 0,
    ) -> None:
        def work(vault: Vault, handle: Handle) -> Taken:
            return take_all(
                vault,
                groups(vault),
                target,
                accept=accept,
                progress=self._teller(handle),
                cancelled=lambda: self._stop.is_set() or handle.cancelled(),
            )

        if not self.busy:
            self._target, self.strangers = target, ()
        self._start("import", work, lambda taken: self._taken(taken, target, others, left))

    def _taken(self, taken: Taken, target: Target, others: tuple[Stranger, ...], left: int) -> None:
        self.strangers = (*taken.strangers.values(), *others)
        lines = list(taken_lines(taken, target, self._desk.texts.translate))
        if not taken.imported and not taken.refused and not taken.strangers:
            lines = [tr("In {place} is no bundle for this computer.", place=target.label)]
        if left:
            lines.append(tr("{count} other files are no bundles and were left alone.", count=left))
        changed = tuple(dict.fromkeys(one for part in taken.imported for one in part.changed))
        state: State = "good" if taken.imported and not taken.refused else "wrong"
        if self.strangers and not taken.refused and not taken.imported:
            lines, state = [tr("Nothing was taken in yet: compare the digits first."), *lines], "open"
        self._say(tuple(lines), state)
        if taken.imported:
            self._desk.deeds.tell(changed, tr("Taken in from a stick"))

    def _teller(self, handle: Handle) -> Callable[[int, int], None]:
        def tell(done: int, total: int) -> None:
            # Kilobytes: the signal's numbers end at two thousand million. A session that ends stops by `cancelled`.
            if not handle.cancelled():
                handle.report(done >> 10, total >> 10)

        return tell

    def _start(self, deed: Deed, work: Callable[[Vault, Handle], _Out], done: Callable[[_Out], None]) -> None:
        if self.busy or self._desk.tasks.stopped:
            return
        self._stop.clear()
        self.deed, self.said, self.done, self.total = deed, None, 0, 0
        task = self._desk.tasks.start_with_vault(work, owner=self, done=done, failed=self._refused)
        self._task = task
        task.progressed.connect(self._progress)
        task.finished.connect(lambda: self._broke(task))
        self.changed.emit()

    def _broke(self, task: Task) -> None:
        # A bug: the window has told of it, and the next deed is free to begin.
        if self._task is task:
            self.deed = self._task = None
            self.changed.emit()

    def _progress(self, done: int, total: int, _: str) -> None:
        self.done, self.total = done << 10, total << 10
        self.progressed.emit(self.done, self.total)

    def _say_foreign(self, others: tuple[Path, ...]) -> None:
        if others and not self.busy:
            words = tr("{name} is no bundle of FieldApp; nothing was done with it.", name=others[0].name)
            self._say((words,), "wrong")

    def _refused(self, refusal: UserError) -> None:
        self._say((refusal.sentence(self._desk.texts.translate),), "wrong")
        # A round of photos may have been put on record before the stick went: what waits is counted anew.
        self._desk.deeds.tell(())

    def _say(self, lines: tuple[str, ...], state: State = "good") -> None:
        said = Said(self.deed or "import", tuple(line for line in lines if line), state)
        self.deed, self._task, self.said = None, None, said
        self.told.emit(said)
        self.changed.emit()
        self.read()
