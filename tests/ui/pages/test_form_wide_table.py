"""Rows with many questions: the table scrolls sideways, names its rows, takes several choices in a cell, and is quick."""

from collections.abc import Callable, Collection, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt

from fieldapp.forms import load_form
from fieldapp_ui.editing.forms.entry import FormEntry
from fieldapp_ui.fields.question.kinds import Surroundings
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.forms.filling import FormFilling

QUESTIONS = "\n".join(f"| | integer | q{n} | 第{n}项收入 | |" for n in range(1, 15))
FORM = f"""
| survey |
| | type | name | label | appearance |
| | begin_repeat | person | 家庭成员 | |
| | text | name | 姓名 | |
| | select_multiple helps | helps | 享受的帮扶 | |
{QUESTIONS}
| | end_repeat | | | |
| choices |
| | list_name | name | label |
| | helps | a | 产业 |
| | helps | b | 就业 |
| | helps | c | 教育 |
| settings |
| | form_title | form_id | version |
| | 收入表 | wide | 1 |
"""
ROWS = "/data/person#range"


class Nowhere:
    """Keeps nothing: these tests are about the window."""

    def keep(self, answers: Mapping[str, str], at: str, gone: Collection[str] = ()) -> None:
        pass

    def finalise(self, session):
        return ()


class NoFiles:
    def put(self, data: bytes) -> str:
        return ""

    def get(self, ref: str) -> bytes | None:
        return None


@pytest.fixture
def fill(qapp, hands, tmp_path: Path) -> Callable[..., FormFilling]:
    """The table of so many rows in a window, at a text size."""

    def made(rows: int, *, percent: int = 100, size: tuple[int, int] = (1366, 768)) -> FormFilling:
        path = tmp_path / "wide.md"
        path.write_text(FORM, "utf-8")
        session = load_form(path).start(today=date(2019, 11, 5), now=datetime(2019, 11, 5, tzinfo=UTC))
        form = load_form(path)
        while (session.node(ROWS).count or 0) < rows:
            session.add_repeat(ROWS)
        for row in range(1, rows + 1):
            session.answer(f"/data/person[{row}]/name", f"龙长顺{row}")
        entry = FormEntry(form, session, Nowhere())
        filling = FormFilling(
            entry, Theme("light", percent), Surroundings(date(2019, 11, 5), NoFiles()), lambda: "10:32"
        )
        hands.open(filling, size=size)
        filling.open_at("/data/person[1]/name#cell")
        return filling

    return made


def value(filling: FormFilling, ref: str) -> str:
    return filling.entry.reading.node(ref).value


def test_all_questions_of_a_row_are_columns_however_many(fill):
    table = fill(2).rows.grid.rows.table
    assert table.whole
    assert len(table.columns) == 16


def test_the_row_stays_in_sight_when_the_table_is_scrolled_sideways(fill, qapp):
    grid = fill(3).rows.grid
    assert not grid._frozen.isVisible()
    grid.go_to("/data/person[2]/q14")
    qapp.processEvents()
    assert grid._frozen.isVisible()
    assert "龙长顺2" in str(grid._frozen.model().index(1, 0).data())
    grid.go_to("/data/person[2]/helps")
    assert grid.visualRect(grid.currentIndex()).left() >= grid.columnWidth(0)


def test_several_choices_are_ticked_in_a_cell_by_space_or_by_their_codes(fill, hands):
    filling = fill(2)
    grid = filling.rows.grid
    grid.go_to("/data/person[1]/helps")
    grid.open_here()
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Space)
    assert value(filling, "/data/person[1]/helps") == "a"
    hands.type("3")
    assert value(filling, "/data/person[1]/helps") == "a c"
    hands.enter()
    assert grid.current_ref() == "/data/person[1]/q1"
    assert grid.rows.cell("/data/person[1]/helps").data() == "产业、教育"


@pytest.mark.parametrize("percent", [100, 150])
def test_on_a_small_screen_at_least_five_rows_are_in_sight(fill, qapp, percent):
    grid = fill(15, percent=percent, size=(1366, 640)).rows.grid
    qapp.processEvents()
    assert grid.viewport().height() >= 5 * grid.rowHeight(0)


def test_a_table_of_five_hundred_rows_opens_within_a_tenth_of_a_second(fill, qapp):
    filling = fill(500)
    times = []
    for _ in range(3):
        filling.rows.section = None
        begun = perf_counter()
        filling.open_at("/data/person[250]/name#cell")
        times.append(perf_counter() - begun)
    assert min(times) < 0.1
