"""Converting a workbook to a form in a child process: seconds of pure Python that can be stopped and never block."""

import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path

from fieldapp.errors import FormError
from fieldapp_ui.background.tasks import Cancelled, Handle

_LOOK_EVERY_S = 0.1


def convert_beside(path: Path, cache: Path, handle: Handle) -> None:
    """Leaves the converted form in `cache`, where `load_form` finds it; one that is there is left. Raises FormError,
    Cancelled."""
    if _needs_nothing(path, cache):
        return
    ours, theirs = multiprocessing.get_context("spawn").Pipe(duplex=False)
    child = multiprocessing.get_context("spawn").Process(
        target=_convert, args=(path, cache, theirs), daemon=True
    )
    child.start()
    theirs.close()
    try:
        while not ours.poll(_LOOK_EVERY_S):
            if handle.cancelled():
                raise Cancelled
        outcome = ours.recv()
    except EOFError as broken:
        raise FormError(
            "form.convert.broke", "The form could not be converted. Save it again in Excel."
        ) from broken
    finally:
        child.terminate()
        child.join()
        ours.close()
    if outcome is not None:
        code, text, params = outcome
        raise FormError(code, text, **params)


def _needs_nothing(path: Path, cache: Path) -> bool:
    from fieldapp.forms.importing import is_xform, kept_at

    return path.is_file() and (is_xform(path) or kept_at(path, cache).exists())


def _convert(path: Path, cache: Path, answer: Connection) -> None:
    from fieldapp.forms.importing import convert_cached

    try:
        convert_cached(path, cache)
    except FormError as refused:
        answer.send(
            (refused.code, refused.text, {name: str(value) for name, value in refused.params.items()})
        )
    else:
        answer.send(None)
