"""What arrives is read ahead in a thread, so that the taker knows whether more is at hand or has to be waited for.

Nothing is lost by it: a failure of the source comes after all that came before it.
"""

from collections.abc import Iterator
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import Generic, TypeVar

_AHEAD = 6
"""Pieces that wait at most: some hundred kilobytes each, packed."""
_LOOK_SECONDS = 0.2


_Piece = TypeVar("_Piece")


class Arriving(Generic[_Piece]):
    """Iterates over the pieces of a source, with None wherever the next one is not here yet.

    When it is left before the end, so is the source, at its next piece.
    """

    def __init__(self, source: Iterator[_Piece]) -> None:
        self._source = source
        self._queue: Queue[_Piece | None] = Queue(_AHEAD)
        self._left = Event()
        self._failure: Exception | None = None

    def __iter__(self) -> Iterator[_Piece | None]:
        Thread(target=self._read, name="arriving", daemon=True).start()
        try:
            while True:
                try:
                    piece = self._queue.get_nowait()
                except Empty:
                    yield None
                    piece = self._queue.get()
                if piece is None:
                    break
                yield piece
        finally:
            self._left.set()
        if self._failure is not None:
            raise self._failure

    def _read(self) -> None:
        try:
            for piece in self._source:
                if not self._put(piece):
                    return
        except Exception as failure:  # noqa: BLE001 - whatever it is, it is raised where the pieces are taken
            self._failure = failure
        self._put(None)

    def _put(self, piece: _Piece | None) -> bool:
        while not self._left.is_set():
            try:
                self._queue.put(piece, timeout=_LOOK_SECONDS)
            except Full:
                continue
            return True
        return False
