"""Converting workbooks to forms in a child process: seconds of pure Python that can be stopped and never block."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from fieldapp.errors import FormError
from fieldapp_ui.background.tasks import Cancelled, Handle

_LOOK_EVERY_S = 0.1


@contextmanager
def converting_beside(cache: Path, handle: Handle) -> Iterator[Callable[[Path], None]]:
    """`convert(path)` leaves the converted form in `cache`, where `load_form` finds it; one that is there is left. It
    raises FormError, Cancelled. One child does them all: to start one costs more than to convert a form."""
    child = _Child(cache, handle)
    try:
        yield child.convert
    finally:
        child.end()


class _Child:
    """Started by the first form that needs it, and anew where one broke it."""

    def __init__(self, cache: Path, handle: Handle) -> None:
        self._cache, self._handle = cache, handle
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def convert(self, path: Path) -> None:
        if _needs_nothing(path, self._cache):
            return
        line = self._line or self._start()
        try:
            line.send(path)
            while not line.poll(_LOOK_EVERY_S):
                if self._handle.cancelled():
                    raise Cancelled
            outcome = line.recv()
        except (EOFError, OSError) as broken:
            self.end()
            raise FormError(
                "form.convert.broke", "The form could not be converted. Save it again in Excel."
            ) from broken
        if outcome is not None:
            code, text, params = outcome
            raise FormError(code, text, **params)

    def end(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.join()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None

    def _start(self) -> Connection:
        spawning = multiprocessing.get_context("spawn")
        ours, theirs = spawning.Pipe()
        self._line, self._process = (
            ours,
            spawning.Process(target=_convert_all, args=(self._cache, theirs), daemon=True),
        )
        self._process.start()
        theirs.close()
        return ours


def _needs_nothing(path: Path, cache: Path) -> bool:
    from fieldapp.forms.importing import is_xform, kept_at

    return path.is_file() and (is_xform(path) or kept_at(path, cache).exists())


def _convert_all(cache: Path, line: Connection) -> None:
    from fieldapp.forms.importing import convert_cached

    while True:
        try:
            convert_cached(line.recv(), cache)
        except EOFError:
            return
        except FormError as refused:
            told = {name: str(value) for name, value in refused.params.items()}
            line.send((refused.code, refused.text, told))
        else:
            line.send(None)
