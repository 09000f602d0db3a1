"""A large spreadsheet is read in a child process: the same rows, the same refusals, and it can be stopped."""

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from fieldapp.errors import RegisterError
from fieldapp.store.exchange.mappings import read_workbook
from fieldapp_ui.background import spreadsheets
from fieldapp_ui.background.spreadsheets import read_beside
from fieldapp_ui.background.tasks import Cancelled


class Running:
    """A handle of work that nobody stops, or that is stopped already."""

    def __init__(self, stopped: bool = False) -> None:
        self._stopped = stopped

    def cancelled(self) -> bool:
        return self._stopped


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "many.xlsx"
    book = xlsxwriter.Workbook(str(path))
    for name in ("一", "二"):
        sheet = book.add_worksheet(name)
        for row in range(1200):
            sheet.write_row(row, 0, [f"户{row}", row, row / 2])
    book.close()
    return path


@pytest.fixture
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheets, "LARGE", 1)


@pytest.mark.usefixtures("everything_is_large")
def test_the_child_reads_what_this_process_reads(workbook: Path) -> None:
    handle: Any = Running()
    assert read_beside(workbook, handle) == read_workbook(workbook)


@pytest.mark.usefixtures("everything_is_large")
def test_a_damaged_file_is_refused_with_the_same_sentence(tmp_path: Path) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    handle: Any = Running()
    with pytest.raises(RegisterError) as here:
        read_workbook(path)
    with pytest.raises(RegisterError) as beside:
        read_beside(path, handle)
    assert (beside.value.code, str(beside.value)) == (here.value.code, str(here.value))


@pytest.mark.usefixtures("everything_is_large")
def test_a_reading_that_is_stopped_ends(workbook: Path) -> None:
    handle: Any = Running(stopped=True)
    with pytest.raises(Cancelled):
        read_beside(workbook, handle)
