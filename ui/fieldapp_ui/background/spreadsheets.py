"""Reading a large spreadsheet in a child process: it can be stopped, and its rows come over bit by bit, so that the
window never waits for one long reading. The child sees the file and never the register."""

import multiprocessing
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from fieldapp.errors import RegisterError
from fieldapp.register.uncollected import uncollected
from fieldapp.register.workbook import Sheet
from fieldapp.store.exchange.mappings import read_workbook
from fieldapp_ui.background.tasks import Cancelled, Handle

LARGE = 1_000_000
"""Bytes; a smaller file is read in less time than a process needs to start."""
_LOOK_EVERY_S = 0.1
_ROWS_AT_ONCE = 500


def read_beside(path: Path, handle: Handle) -> tuple[Sheet, ...]:
    """The sheets of a file. Raises as `read_workbook`, RegisterError import.broke; Cancelled."""
    if not path.is_file() or path.stat().st_size < LARGE:
        return read_workbook(path)
    ours, theirs = multiprocessing.get_context("spawn").Pipe(duplex=False)
    child = multiprocessing.get_context("spawn").Process(target=_read, args=(path, theirs), daemon=True)
    child.start()
    theirs.close()
    try:
        with uncollected():
            return tuple(_received(ours, handle))
    except EOFError as broken:
        raise RegisterError(
            "import.broke",
            "{file} could not be read. Open it in Excel or WPS and save it again as .xlsx.",
            file=path.name,
        ) from broken
    finally:
        child.terminate()
        child.join()
        ours.close()


def _received(ours: Connection, handle: Handle) -> Iterator[Sheet]:
    while (head := _next(ours, handle)) is not None:
        file, name, marks, count, refused = head
        if refused is not None:
            code, text, params = refused
            raise RegisterError(code, text, **params)
        sheet = Sheet(file, name, [], marks)
        while len(sheet.rows) < count:
            sheet.rows.extend(_next(ours, handle))
        yield sheet


def _next(ours: Connection, handle: Handle) -> Any:
    while not ours.poll(_LOOK_EVERY_S):
        if handle.cancelled():
            raise Cancelled
    return ours.recv()


def _read(path: Path, answer: Connection) -> None:
    """The body of the child."""
    try:
        sheets = read_workbook(path)
    except RegisterError as wrong:
        params = {name: str(value) for name, value in wrong.params.items()}
        answer.send(("", "", (), 0, (wrong.code, wrong.text, params)))
        return
    for sheet in sheets:
        answer.send((sheet.file, sheet.name, sheet.marks, len(sheet.rows), None))
        for at in range(0, len(sheet.rows), _ROWS_AT_ONCE):
            answer.send(sheet.rows[at : at + _ROWS_AT_ONCE])
    answer.send(None)
