"""The table of figures: a sound model, Enter opens, the cursor stays on its row when rows are read anew."""

from typing import Any

from PySide6.QtCore import Qt

from fieldapp_ui.models.figures import FigureRow, FiguresModel, Heading
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.figure_table import FigureTable

HEADINGS = (Heading("Name", wide=True), Heading("Count", right=True))


def rows(*names: str) -> list[FigureRow]:
    return [FigureRow((name, "1"), name) for name in names]


def test_the_model_of_figures_is_sound(qapp: Any, qtmodeltester: Any) -> None:
    model = FiguresModel(Theme().colour)
    model.show_rows(HEADINGS, rows("a", "b"))
    qtmodeltester.check(model)


def test_the_cursor_stays_on_its_row_when_rows_are_read_anew_and_enter_opens_it(qtbot: Any) -> None:
    table = FigureTable(Theme(), "Table")
    qtbot.addWidget(table)
    table.show_rows(HEADINGS, rows("a", "b", "c"))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.key() == "b"
    table.show_rows(HEADINGS, rows("0", "a", "b", "c"))
    assert table.key() == "b"
    table.show_rows(HEADINGS, rows("0", "a", "c"))
    assert table.key() == "c"
    with qtbot.waitSignal(table.opened) as heard:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert heard.args == ["c"]
