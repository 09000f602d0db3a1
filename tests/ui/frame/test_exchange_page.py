"""Lists in and out by keys: a table is read, each column named, tried, imported, taken back; lists and forms leave."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from fieldapp.register.regions import Region
from fieldapp.store import Vault
from fieldapp.store.exchange.exporting import export_lists
from fieldapp.store.exchange.running import imports
from fieldapp.store.exports import exports
from fieldapp.store.finding.filters import Filter
from fieldapp.store.records import record, rows
from fieldapp.store.regions import import_regions
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.vault import write_worker
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.windows.exchange_export import ExportDialog
from fieldapp_ui.windows.exchange_fill import FillDialog
from fieldapp_ui.windows.exchange_page import ExchangePage
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.picker import Picker
from fieldapp_ui.windows.reason import ReasonDialog
from fieldapp_ui.windows.register import RegisterPage
from fieldapp_ui.windows.sure import SureDialog

VILLAGE = "990101001201"
Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
BLANKS = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "blank_templates"
TABLE = """示范县前庄村帮扶台账,,,,
户编号,户主,家庭住址,主要致贫原因,备注栏
9901010012010001,{head},示范县前庄村新址,因病,
9901010012010901,新户主,示范县前庄村60号,因残,无
9901010012010902,另一户,示范县前庄村61号,因懒,
"""


def focused() -> Any:
    """Where a key goes: into the dialog on top, else into the window."""
    dialog = QApplication.activeModalWidget()
    return dialog.focusWidget() if dialog is not None else QApplication.focusWidget()


def woken(qtbot: Any, frame: Any) -> None:
    """The window is active again after a dialog, as a window manager sees to."""
    frame.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is frame)


def press(qtbot: Any, key: Key, *, times: int = 1) -> None:
    for _ in range(times):
        qtbot.waitUntil(lambda: focused() is not None)
        qtbot.keyClick(focused(), key)


def modal(kind: type) -> Any:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def cells(table: FigureTable) -> list[tuple[str, ...]]:
    return [table.figures.row(at).cells for at in range(table.figures.rowCount())]


def settle(qtbot: Any, page: ExchangePage, step: str) -> None:
    qtbot.waitUntil(lambda: page.editor.step == step and not page.editor.busy, timeout=20_000)


@pytest.fixture
def page(qtbot: Any, frame: Frame, desk: Desk) -> ExchangePage:
    desk.scope.choose(VILLAGE)
    qtbot.keyClick(frame, Key.Key_I, Ctrl)
    assert isinstance(frame.page, ExchangePage)
    return frame.page


@pytest.fixture
def table(tmp_path: Path, vault: Vault) -> Path:
    """A village's list as it comes: a title above, a heading nobody knows, one code that does not exist."""
    home = rows(vault, "household", VILLAGE, order="household_no", limit=1)[0]
    people = [one for one in rows(vault, "person", VILLAGE, limit=99) if one.values["household"] == home.id]
    head = next(one.values["name"] for one in people if one.values["relation"] == "1")
    path = tmp_path / "前庄村台账.csv"
    path.write_text(TABLE.format(head=head), encoding="utf-8")
    return path


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """`chosen(path, …)`: the file dialogs of the desktop answer with these files, `saving` with that one."""

    def answer(*paths: Path, saving: Path | None = None) -> None:
        names = [str(path) for path in paths]
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (names[0] if names else "", ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: names[0] if names else "")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saving or ""), ""))

    return answer


def test_a_table_goes_from_its_file_into_the_register_by_enter_alone(
    qtbot: Any, page: ExchangePage, vault: Vault, table: Path, chosen: Callable[..., None]
) -> None:
    chosen(table)
    press(qtbot, Key.Key_Return)
    settle(qtbot, page, "columns")
    shown = cells(page.columns.table)
    assert [line[3] for line in shown[:3]] == ["Household number", "Name of the head", "Address"]
    assert shown[0][2].startswith("9901010012010001 · 9901010012010901")
    unsure = [line[1] for line in shown if "confirm" in line[4] or "likely" in line[4]]
    assert unsure
    press(qtbot, Key.Key_Return, times=len(unsure))
    assert page.editor.next_unsure() is None
    press(qtbot, Key.Key_Return)
    settle(qtbot, page, "plan")
    assert page.editor.plan is not None
    assert page.editor.plan.counts == {"new": 2, "changed": 1, "same": 0, "refused": 0}
    before = len(rows(vault, "household", VILLAGE, limit=99))
    assert focused() is page.plan.go
    press(qtbot, Key.Key_Return)
    settle(qtbot, page, "done")
    homes = rows(vault, "household", VILLAGE, order="household_no", limit=99)
    assert len(homes) == before + 2
    assert homes[0].values["address"] == "示范县前庄村新址"
    assert "Imported" in page.plan.said.text()
    press(qtbot, Key.Key_Return)
    assert page.editor.step == "files"
    assert [line[2] for line in cells(page.home.table)] == ["前庄村台账.csv"]


def test_findings_name_their_cell_and_changed_cells_their_old_value(
    qtbot: Any, page: ExchangePage, table: Path, tmp_path: Path, chosen: Callable[..., None]
) -> None:
    page.take([table])
    settle(qtbot, page, "columns")
    page.editor.confirm_all()
    press(qtbot, Key.Key_Return)
    settle(qtbot, page, "plan")
    qtbot.keyClick(page.window(), Key.Key_PageDown, Ctrl)
    finding = next(line for line in cells(page.plan.tables["findings"]) if line[1])
    assert (finding[0], finding[1], finding[2]) == ("前庄村台账.csv", "5", "D 主要致贫原因")
    assert "因懒" in finding[4]
    qtbot.keyClick(page.window(), Key.Key_PageDown, Ctrl)
    change = next(line for line in cells(page.plan.tables["changes"]) if line[3] == "Address")
    assert change[1] == "3"
    assert change[4:] == ("示范县前庄村1号", "示范县前庄村新址")
    chosen(saving=tmp_path / "findings.xlsx")
    qtbot.keyClick(page.window(), Key.Key_S, Ctrl)
    book = openpyxl.load_workbook(tmp_path / "findings.xlsx")
    assert any(cell.comment for row in book.worksheets[0].iter_rows() for cell in row)


def test_letters_choose_another_field_and_del_passes_a_column_over(
    qtbot: Any, page: ExchangePage, table: Path
) -> None:
    page.take([table])
    settle(qtbot, page, "columns")
    page.columns.table.choose(4)
    qtbot.keyClicks(focused(), "r")
    picker = modal(Picker)
    assert picker.line.text() == "r"
    picker.line.setText("")
    qtbot.keyClicks(picker.line, "remark")
    press(qtbot, Key.Key_Return)
    assert cells(page.columns.table)[4][3:5] == ("Remark", "✓ sure")
    woken(qtbot, page.window())
    press(qtbot, Key.Key_Delete)
    assert cells(page.columns.table)[4][3] == "— not read"


def test_esc_goes_back_step_by_step_and_nothing_is_written(
    qtbot: Any, page: ExchangePage, vault: Vault, table: Path
) -> None:
    page.take([table])
    settle(qtbot, page, "columns")
    page.editor.confirm_all()
    press(qtbot, Key.Key_Return)
    settle(qtbot, page, "plan")
    press(qtbot, Key.Key_Escape)
    assert page.editor.step == "columns"
    press(qtbot, Key.Key_Escape)
    assert page.editor.step == "files"
    assert imports(vault) == ()


def test_another_row_as_heading_and_another_list_are_guessed_anew(
    qtbot: Any, page: ExchangePage, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("姓名,证件号码,与户主关系\n甲,,户主\n乙,,配偶\n", encoding="utf-8")
    page.take([path])
    settle(qtbot, page, "columns")
    layout = page.editor.layout
    assert layout is not None
    assert layout.first.list == "person"
    page.editor.choose_heading(1)
    assert [line[1] for line in cells(page.columns.table)] == ["甲", "", "户主"]
    page.editor.choose_heading(0)
    qtbot.keyClick(page.window(), Key.Key_T, Ctrl)
    qtbot.keyClicks(modal(Picker).line, "helper")
    press(qtbot, Key.Key_Return)
    layout = page.editor.layout
    assert layout is not None
    assert layout.first.list == "helper"


def test_files_of_one_layout_are_confirmed_once_and_counted_one_by_one(
    qtbot: Any, page: ExchangePage, tmp_path: Path, chosen: Callable[..., None]
) -> None:
    folder = tmp_path / "returned"
    folder.mkdir()
    for number in range(20):
        text = f"户编号,户主,说明栏\n99010100120108{number:02d},户主{number},\n99010100120107{number:02d},另{number},\n"
        (folder / f"第{number:02d}组.csv").write_text(text, encoding="utf-8")
    (folder / "notes.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    chosen(folder)
    qtbot.keyClick(page.window(), Key.Key_O, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, page, "columns")
    assert [len(layout.sheets) for layout in page.editor.layouts] == [20]
    assert "notes.xlsx" in page.columns._passed.text()
    page.editor.confirm_all()
    press(qtbot, Key.Key_Return)
    settle(qtbot, page, "plan")
    shown = cells(page.plan.tables["files"])
    assert len(shown) == 20
    assert shown[3][:4] == ("第03组.csv", "前庄村", "2", "—")


def test_members_come_after_their_households_whatever_the_files_are_called(
    qtbot: Any, page: ExchangePage, vault: Vault, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text(
        "户编号,姓名,与户主关系,民族\n9901010012010951,龙早春,配偶,\n", encoding="utf-8"
    )
    (tmp_path / "b.csv").write_text(
        "户编号,户主,家庭住址\n9901010012010951,龙根生,前庄村9号\n", encoding="utf-8"
    )
    page.take([tmp_path / "a.csv", tmp_path / "b.csv"])
    settle(qtbot, page, "columns")
    assert [one.list for one in page.editor.sheets] == ["person", "household"]
    page.columns.go_on()
    settle(qtbot, page, "plan")
    assert page.editor.plan is not None
    assert page.editor.plan.counts == {"new": 2, "changed": 0, "same": 0, "refused": 0}
    page.editor.run()
    settle(qtbot, page, "done")
    people = [one for one in rows(vault, "person", VILLAGE, limit=99) if one.values["name"] == "龙早春"]
    home = record(vault, "household", str(people[0].values["household"]))
    assert home is not None
    assert home.values["household_no"] == "9901010012010951"


def test_a_file_that_names_no_village_waits_for_one(
    qtbot: Any, qapp: Any, tmp_path: Path, page: ExchangePage, vault: Vault
) -> None:
    write_worker(vault.db, replace(vault.worker, scopes=("990101",)))
    vault.work_with(replace(vault.session, worker=replace(vault.worker, scopes=("990101",))))
    import_regions(vault, [Region(VILLAGE, "前庄村"), Region("990101001202", "后庄村")])
    page.editor.desk.scope.choose("990101")
    page = page.window().page  # type: ignore[attr-defined]
    for name in ("后庄村.csv", "一组.csv"):
        number = "9901010010910" + ("01" if name == "一组.csv" else "02")
        (tmp_path / name).write_text(f"户编号,户主\n{number},甲{number}\n", encoding="utf-8")
    page.take([tmp_path / "后庄村.csv", tmp_path / "一组.csv"])
    settle(qtbot, page, "columns")
    page.columns.go_on()
    settle(qtbot, page, "plan")
    shown = {line[0]: line[1:6] for line in cells(page.plan.tables["files"])}
    assert shown["后庄村.csv"] == ("后庄村", "1", "—", "—", "—")
    assert shown["一组.csv"] == ("◌ choose one: Enter", "—", "—", "—", "1")
    page.plan.tables["files"].go_in()
    page.plan.tables["files"].choose("一组.csv")
    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(modal(Picker).line, "qzc")
    qtbot.keyClick(modal(Picker).line, Key.Key_Return)
    settle(qtbot, page, "plan")
    qtbot.waitUntil(lambda: page.editor.plan.counts["refused"] == 0 and not page.editor.busy)
    assert {line[0]: line[1] for line in cells(page.plan.tables["files"])}["一组.csv"] == "前庄村"


def test_an_import_that_is_stopped_keeps_whole_parts_and_goes_on(
    qtbot: Any, page: ExchangePage, vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldapp.store.exchange.running.CHUNK", 20)
    lines = [f"9901010012017{number:03d},户主{number}" for number in range(600)]
    path = tmp_path / "many.csv"
    path.write_text("\n".join(["户编号,户主", *lines]), encoding="utf-8")
    page.take([path])
    settle(qtbot, page, "columns")
    page.editor.confirm_all()
    page.columns.go_on()
    settle(qtbot, page, "plan")
    page.editor.run()
    page.editor.stop()
    settle(qtbot, page, "plan")
    assert page.editor.done is not None
    assert page.editor.done.cancelled
    assert page.editor.done.records < 1200
    assert page.plan.go.text() == "Go on importing"
    press(qtbot, Key.Key_Return)
    settle(qtbot, page, "done")
    assert len(rows(vault, "household", VILLAGE, limit=999)) == 612


def test_an_import_is_taken_back_by_enter_and_what_was_changed_since_is_named(
    qtbot: Any, page: ExchangePage, vault: Vault, desk: Desk, table: Path
) -> None:
    page.take([table])
    settle(qtbot, page, "columns")
    page.editor.confirm_all()
    page.columns.go_on()
    settle(qtbot, page, "plan")
    press(qtbot, Key.Key_Return)
    settle(qtbot, page, "done")
    press(qtbot, Key.Key_Return)
    home = next(
        one for one in rows(vault, "household", VILLAGE, limit=99) if one.values["household_no"][-3:] == "901"
    )
    save(
        vault,
        VILLAGE,
        "edit",
        [Change("household", home.id, "set", {"address": "后来改的"})],
        seen=seen_of(vault, VILLAGE),
    )
    page.home.table.go_in()
    press(qtbot, Key.Key_Return)
    assert focused() is modal(SureDialog).go
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: page.home.said.isVisible() and not desk.tasks.running)
    named = [page.home._refusals.itemAt(at).widget().text() for at in range(page.home._refusals.count())]  # type: ignore[union-attr, attr-defined]
    assert len(named) == 1
    assert "9901010012010901" in named[0]
    found = record(vault, "household", home.id)
    assert found is not None
    assert found.values["address"] == "后来改的"


def test_an_untouched_import_is_taken_back_whole(
    qtbot: Any, page: ExchangePage, vault: Vault, desk: Desk, table: Path
) -> None:
    before = [(one.id, dict(one.values)) for one in rows(vault, "household", VILLAGE, limit=99)]
    page.take([table])
    settle(qtbot, page, "columns")
    page.editor.confirm_all()
    page.columns.go_on()
    settle(qtbot, page, "plan")
    press(qtbot, Key.Key_Return)
    settle(qtbot, page, "done")
    press(qtbot, Key.Key_Return)
    page._take_back(imports(vault)[0].id)
    qtbot.waitUntil(lambda: page.home.said.isVisible() and not desk.tasks.running)
    assert page.home.said.text().startswith("✓")
    assert [(one.id, dict(one.values)) for one in rows(vault, "household", VILLAGE, limit=99)] == before
    assert cells(page.home.table)[0][5] == "taken back"


def test_our_own_export_comes_back_with_nothing_to_write(
    qtbot: Any, page: ExchangePage, vault: Vault, tmp_path: Path
) -> None:
    export_lists(vault, tmp_path / "own.xlsx", ["household", "person"], masked=False, reason="test")
    page.take([tmp_path / "own.xlsx"])
    settle(qtbot, page, "columns")
    assert page.why_not("exchange.heading")
    press(qtbot, Key.Key_Return)
    settle(qtbot, page, "plan")
    assert "nothing to write" in page.plan.said.text()


def test_dropped_files_are_read_and_others_are_left(qtbot: Any, page: ExchangePage, table: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table)), QUrl.fromLocalFile(str(table.with_name("photo.jpg")))])
    none = Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))
    settle(qtbot, page, "columns")
    assert [one.sheet.file for one in page.editor.sheets] == ["前庄村台账.csv"]


def test_a_file_that_is_no_table_is_refused_with_a_sentence(
    qtbot: Any, page: ExchangePage, tmp_path: Path
) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing")
    page.take([tmp_path / "broken.xlsx"])
    qtbot.waitUntil(lambda: page.trouble.isVisible())
    assert "broken.xlsx cannot be read" in page.trouble.text()
    assert page.editor.step == "files"


def test_lists_leave_masked_and_without_masks_only_with_a_reason(
    qtbot: Any, page: ExchangePage, vault: Vault, tmp_path: Path, chosen: Callable[..., None]
) -> None:
    chosen(saving=tmp_path / "out.xlsx")
    qtbot.keyClick(page.window(), Key.Key_E, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: page.home.said.isVisible() and QApplication.activeModalWidget() is None)
    assert str(tmp_path / "out.xlsx") in page.home.said.text()
    assert exports(vault)[0].masked
    woken(qtbot, page.window())
    qtbot.keyClick(page.window(), Key.Key_E, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    dialog = modal(ExportDialog)
    dialog.lists.tick_all(False)
    press(qtbot, Key.Key_Return)
    assert dialog.trouble.text() == "✕ Tick at least one list."
    dialog.lists.tick_all(True)
    dialog.masked.setChecked(False)
    dialog.ask()
    qtbot.keyClicks(modal(ReasonDialog).line, "reporting")
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: not exports(vault)[0].masked)
    assert exports(vault)[0].reason == "reporting"


def test_the_register_exports_the_rows_in_view(
    qtbot: Any, frame: Frame, desk: Desk, tmp_path: Path, chosen: Callable[..., None]
) -> None:
    desk.navigator.go(Place("register"))
    page = frame.page
    assert isinstance(page, RegisterPage)
    page.view.add_filter(Filter("status", "=", "1"))
    chosen(saving=tmp_path / "view.xlsx")
    qtbot.keyClick(frame, Key.Key_E, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    dialog = modal(ExportDialog)
    assert dialog.rows.currentText() == f"The {page.model.total} rows in view"
    dialog.headings.setCurrentIndex(dialog.headings.findData("keys"))
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: (tmp_path / "view.xlsx").exists() and not desk.tasks.running)
    sheet = openpyxl.load_workbook(tmp_path / "view.xlsx").worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    numbers = [row[headings.index("household_no")].value for row in sheet.iter_rows(min_row=2)]
    assert 0 < len(numbers) == page.model.total < 12
    assert numbers == sorted(numbers)


@pytest.mark.skipif(not BLANKS.exists(), reason="the shared blank templates are not here")
@pytest.mark.parametrize("name", ["household_file_card_blank.xls", "household_group_count_blank.xls"])
def test_a_blank_form_is_filled_for_a_household_found_by_its_pinyin(
    qtbot: Any, page: ExchangePage, desk: Desk, tmp_path: Path, chosen: Callable[..., None], name: str
) -> None:
    chosen(BLANKS / name, saving=tmp_path / "filled.xlsx")
    qtbot.keyClick(page.window(), Key.Key_B, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    dialog = modal(FillDialog)
    press(qtbot, Key.Key_Return)
    assert dialog.template == BLANKS / name
    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(modal(Picker).line, "xue")
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: focused() is dialog.go)
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: page.home.said.isVisible() and not desk.tasks.running)
    assert (tmp_path / "filled.xlsx").exists()
    assert "cells are filled" in page.home.said.text()
