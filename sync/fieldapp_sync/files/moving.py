"""Files on their way, several at once: what came through is kept and counted, what was refused is noted.

The rule it holds: the work runs in threads, and all that touches tables runs in the thread that asked.
"""

import queue
from collections.abc import Callable, Sequence
from threading import Event

from fieldapp.errors import RegisterError, SyncError
from fieldapp.store.files.files_waiting import NamedFile, named_by
from fieldapp.store.vault import Vault
from fieldapp_sync.files.in_flight import under_way
from fieldapp_sync.files.outcome import FilesProgress
from fieldapp_sync.files.transfer import Stopped, refusal_of_file


class Moving:
    """Moves the files of one round. `refused` says of single files why they did not come through; `stop` ends what is
    under way."""

    def __init__(
        self, vault: Vault, progress: Callable[[FilesProgress], None], cancelled: Callable[[], bool]
    ) -> None:
        self._vault, self._progress, self._cancelled = vault, progress, cancelled
        self.stop = Event()
        self.refused: list[SyncError] = []
        self._counts: dict[tuple[str, str], int] = {}
        self._names: dict[str, NamedFile | None] = {}
        self._news: queue.SimpleQueue[tuple[str, int, int]] = queue.SimpleQueue()

    def count(self, lane: str, way: str) -> int:
        """How many files went this way in this lane."""
        return self._counts.get((lane, way), 0)

    def note_bytes(self, name: str, done: int, total: int) -> None:
        """Bytes of a file, told from its thread."""
        self._news.put((name, done, total))

    def stop_if_asked(self) -> None:
        """Raises Stopped when the round was cancelled."""
        if self._cancelled():
            raise Stopped

    def move(
        self,
        lane: str,
        way: str,
        names: Sequence[str],
        work: Callable[[str], int],
        keep: Callable[[str, int], None] = lambda name, size: None,
    ) -> set[str]:
        """Run `work` for each name, which gives its bytes, several at once, and `keep` in this thread for each that came
        through. Gives those."""
        done: set[str] = set()
        ended = 0

        def tell(name: str, bytes_done: int, bytes_total: int) -> None:
            named = self._named(name)
            self._progress(FilesProgress(lane, way, named, bytes_done, bytes_total, ended, len(names), name))

        def look() -> None:
            self.stop_if_asked()
            while not self._news.empty():
                tell(*self._news.get())

        for name, future in under_way(names, work, self.stop, look):
            ended += 1
            if wrong := future.exception():
                self._note_refusal(wrong)
                continue
            size = future.result()
            keep(name, size)
            done.add(name)
            self._counts[lane, way] = self.count(lane, way) + 1
            tell(name, size, size)
        return done

    def _named(self, name: str) -> NamedFile | None:
        if name not in self._names:
            self._names[name] = named_by(self._vault, name)
        return self._names[name]

    def _note_refusal(self, wrong: BaseException) -> None:
        """A refusal of one file is noted and the others go on; everything else ends the round."""
        told = refusal_of_file(wrong) if isinstance(wrong, SyncError) else None
        if isinstance(wrong, RegisterError):
            told = SyncError(wrong.code, wrong.text, **wrong.params)
        if told is None:
            raise wrong
        self.refused.append(told)
