"""The county's workshop by keys: begin a pack, add field, code and rule, Excel out and in, publish; faults stay out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from fieldapp.keys.offices import new_office_key
from fieldapp.packs.archive import read_pack_file
from fieldapp.packs.check import check_pack
from fieldapp.packs.places import shipped_folder
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.pack_rules import RuleStep
from fieldapp_ui.editing.workshop import Workshop, begin_upon, proposed_id, proposed_prefix
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.pack_dialog import PackDialog
from fieldapp_ui.windows.pack_publish import PublishDialog
from fieldapp_ui.windows.packs import PacksPage
from fieldapp_ui.windows.workshop import CODES, FAULTS, RULES, WorkshopPage

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
SLOW_MS = 15_000
OF_A_POPUP = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packs made here go under the test's folder, never into the machine's."""
    monkeypatch.setattr("fieldapp.packs.places.user_data_path", lambda *names, **options: tmp_path / "data")


@pytest.fixture
def page(frame: Frame, desk: Desk) -> WorkshopPage:
    """The workshop with a county's pack that holds nothing yet."""
    base = shipped_folder("cn-base")
    assert base is not None
    begin_upon(base, "示范县", "demo-county", "dc_")
    desk.navigator.go(Place("workshop", record="demo-county"))
    assert isinstance(frame.page, WorkshopPage)
    return frame.page


@pytest.fixture
def fill(qtbot: Any) -> Callable[[PackDialog, dict[str, str]], None]:
    """Fills questions of a dialog: words by the clipboard's way, choices by their digits."""

    def filling(dialog: PackDialog, answers: dict[str, str]) -> None:
        for key, text in answers.items():
            entry: Any = dialog.pane.form.input(key)
            if hasattr(entry, "setText"):
                entry.setText(text)
            else:
                qtbot.keyClicks(entry.findChildren(QPushButton)[0], text)

    return filling


def dialog_of(parent: QWidget) -> PackDialog:
    found = [one for one in parent.findChildren(PackDialog) if one.isVisible()]
    assert found
    return found[-1]


def words_in(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def shop_of(page: WorkshopPage) -> Workshop:
    assert page.workshop is not None
    return page.workshop


def test_id_and_prefix_are_proposed_by_pinyin() -> None:
    assert proposed_id("天祝县") == "tian-zhu-xian"
    assert proposed_prefix("天祝县") == "tzx_"


def test_a_pack_of_the_countys_own_begins_upon_another_one(
    qtbot: Any, frame: Frame, desk: Desk, fill: Callable[[PackDialog, dict[str, str]], None]
) -> None:
    desk.navigator.go(Place("packs"))
    first = frame.page
    assert isinstance(first, PacksPage)
    first.copy()
    dialog = dialog_of(first)
    fill(dialog, {"source": "1", "way": "1", "title": "示范县"})
    assert dialog.pane.form.typed()["prefix"] == "sfx_"
    dialog.pane.do_now()
    qtbot.waitUntil(lambda: isinstance(frame.page, WorkshopPage))
    assert desk.navigator.here == Place("workshop", record="shi-fan-xian")
    assert check_pack(shop_of(frame.page).folder) == ()  # type: ignore[arg-type]


def test_a_field_is_added_with_its_key_by_pinyin_and_its_type_by_digit(
    qtbot: Any, page: WorkshopPage, fill: Callable[[PackDialog, dict[str, str]], None]
) -> None:
    chosen = page._chosen[0]
    qtbot.keyClick(page.lists, Key.Key_F3)
    dialog = dialog_of(page)
    fill(dialog, {"label": "大棚面积"})
    assert dialog.pane.form.typed()["key"] == "dc_da_peng_mian_ji"
    fill(dialog, {"type": "3"})
    assert "unit" in dialog.pane.form.typed()
    qtbot.keyClick(dialog.pane.form.input("key"), Key.Key_Return)
    dialog.pane.do_now()
    qtbot.waitUntil(lambda: page.said.text().startswith("✓"), timeout=SLOW_MS)
    spec = shop_of(page).dictionary.field(chosen, "dc_da_peng_mian_ji")
    assert (spec.type, spec.scale, spec.zh_hans, spec.source) == ("decimal", 2, "大棚面积", "demo-county")
    row = page.table.figures.row(0)
    assert row.strong
    assert row.cells[:2] == ("大棚面积", "dc_da_peng_mian_ji")


def test_a_key_without_the_packs_prefix_is_refused_beside_its_question(
    qtbot: Any, page: WorkshopPage, fill: Callable[[PackDialog, dict[str, str]], None]
) -> None:
    page.add()
    dialog = dialog_of(page)
    fill(dialog, {"label": "大棚", "key": "greenhouse"})
    dialog.pane.do_now()
    qtbot.waitUntil(lambda: dialog.pane.form._errors["key"].isVisible(), timeout=SLOW_MS)
    assert "prefix" in dialog.pane.form._errors["key"].text()
    assert shop_of(page).own_fields == frozenset()
    dialog.reject()


@OF_A_POPUP
def test_a_coded_field_names_its_list_by_a_code_in_it(
    qtbot: Any, page: WorkshopPage, fill: Callable[[PackDialog, dict[str, str]], None]
) -> None:
    page.add()
    dialog = dialog_of(page)
    fill(dialog, {"label": "做饭燃料", "type": "9"})
    fill(dialog, {"codes": "fuel"})
    dialog.pane.do_now()
    qtbot.waitUntil(lambda: page.said.text().startswith("✓"), timeout=SLOW_MS)
    [(list_name, key)] = shop_of(page).own_fields
    assert shop_of(page).dictionary.field(list_name, key).codes == "fuel"


def test_a_code_is_added_with_the_next_number_and_never_twice(
    qtbot: Any, page: WorkshopPage, fill: Callable[[PackDialog, dict[str, str]], None]
) -> None:
    page.tabs.setCurrentIndex(CODES)
    page.add()
    dialog = dialog_of(page)
    fill(dialog, {"codes": "dc_barn", "words": "砖棚"})
    assert dialog.pane.form.typed()["id"] == "1"
    assert "new code list" in dialog.pane.said.text()
    dialog.pane.do_now()
    qtbot.waitUntil(lambda: page.said.text().startswith("✓"), timeout=SLOW_MS)
    assert [code.zh_hans for code, own in shop_of(page).codes("dc_barn") if own] == ["砖棚"]
    page.add()
    again = dialog_of(page)
    fill(again, {"codes": "dc_barn", "words": "土棚", "id": "1"})
    again.pane.do_now()
    qtbot.waitUntil(lambda: again.pane.form._errors["id"].isVisible(), timeout=SLOW_MS)
    again.reject()


@OF_A_POPUP
def test_a_rule_is_tried_while_it_is_typed_and_written_only_when_it_can_be_computed(
    qtbot: Any, page: WorkshopPage, fill: Callable[[PackDialog, dict[str, str]], None]
) -> None:
    page.tabs.setCurrentIndex(RULES)
    page.add()
    dialog = dialog_of(page)
    fill(
        dialog,
        {"words": "没有电话，请补填。", "over": "household", "field": "phone", "when": "telephone is null"},
    )
    qtbot.waitUntil(lambda: dialog.pane.said.text().startswith("✕"), timeout=SLOW_MS)
    dialog.pane.do_now()
    qtbot.waitUntil(lambda: dialog.pane.form._errors["when"].isVisible(), timeout=SLOW_MS)
    assert shop_of(page).rules() == ()
    fill(dialog, {"when": "phone is null"})
    qtbot.waitUntil(lambda: dialog.pane.said.text().startswith("✓"), timeout=SLOW_MS)
    dialog.pane.do_now()
    qtbot.waitUntil(lambda: page.said.text().startswith("✓"), timeout=SLOW_MS)
    [rule] = shop_of(page).rules()
    assert (rule.id, rule.when) == ("DC01", "phone is null")


def test_a_workbook_with_errors_changes_nothing_and_lists_them_by_sheet_row_and_column(
    qtbot: Any, page: WorkshopPage, tmp_path: Path
) -> None:
    book_file = tmp_path / "pack.xlsx"
    page.excel.write(book_file)
    qtbot.waitUntil(book_file.exists, timeout=SLOW_MS)
    book = load_workbook(book_file)
    heading = [cell.value for cell in book["fields"][1]]
    row = {"list": "household", "key": "dc_barn", "type": "nonsense", "req": "O", "zh_hans": "棚"}
    book["fields"].append([row.get(name, "") for name in heading])
    book.save(book_file)
    page.excel.read(book_file)
    qtbot.waitUntil(lambda: page.tabs.currentIndex() == FAULTS, timeout=SLOW_MS)
    cells = page.table.figures.row(0).cells
    assert cells[:2] == ("fields", "2")
    assert "nonsense" in cells[3]
    assert shop_of(page).own_fields == frozenset()
    book["fields"].cell(2, heading.index("type") + 1, "bool")
    book.save(book_file)
    page.excel.read(book_file)
    qtbot.waitUntil(lambda: "read" in page.said.text(), timeout=SLOW_MS)
    assert shop_of(page).own_fields == {("household", "dc_barn")}


def test_a_published_file_is_signed_and_the_version_rises_only_with_the_content(
    qtbot: Any, page: WorkshopPage, desk: Desk, tmp_path: Path
) -> None:
    shop = shop_of(page)
    page.publish()
    dialog = page.findChild(PublishDialog)
    assert dialog is not None
    dialog.publish(tmp_path / "one.fieldpack")
    qtbot.waitUntil(lambda: "published" in words_in(dialog), timeout=SLOW_MS)
    assert all(group in words_in(dialog) for group in desk.vault.device.fingerprint.split())
    first = read_pack_file(tmp_path / "one.fieldpack")
    assert (first.edition, first.signer.fingerprint) == ("demo-county@1", desk.vault.device.fingerprint)
    assert Workshop("demo-county", desk.texts).next_version() == 1
    step = RuleStep(desk, shop)
    step.do({"words": "请核实。", "over": "household", "when": "phone is null", "field": "phone"}, {})
    assert Workshop("demo-county", desk.texts).next_version() == 2


def test_an_offices_key_signs_with_its_passphrase_and_a_wrong_one_publishes_nothing(
    qtbot: Any, page: WorkshopPage, tmp_path: Path
) -> None:
    office = new_office_key(tmp_path / "office.key", "county seal of clay")
    page.publish()
    dialog = page.findChild(PublishDialog)
    assert dialog is not None
    dialog.use_office_key(tmp_path / "office.key")
    dialog.passphrase.setText("wrong")
    dialog.publish(tmp_path / "one.fieldpack")
    qtbot.waitUntil(lambda: dialog.answer.isVisible(), timeout=SLOW_MS)
    assert not (tmp_path / "one.fieldpack").exists()
    dialog.passphrase.setText("county seal of clay")
    dialog.publish(tmp_path / "one.fieldpack")
    qtbot.waitUntil((tmp_path / "one.fieldpack").exists, timeout=SLOW_MS)
    qtbot.waitUntil(lambda: "published" in words_in(dialog), timeout=SLOW_MS)
    assert read_pack_file(tmp_path / "one.fieldpack").signer.fingerprint == office.fingerprint


def test_a_check_finds_what_was_broken_by_hand(qtbot: Any, page: WorkshopPage) -> None:
    folder = shop_of(page).folder
    qtbot.keyClick(page.table, Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: "in order" in page.said.text(), timeout=SLOW_MS)
    (folder / "forms").mkdir()
    (folder / "forms" / "visit.md").write_text("no form at all", "utf-8")
    page.check()
    qtbot.waitUntil(lambda: page.tabs.currentIndex() == FAULTS, timeout=SLOW_MS)
    assert page.table.figures.row(0).cells[0] == "forms/visit.md"


def test_a_field_of_ours_is_changed_by_enter_and_one_of_a_pack_below_is_not(
    qtbot: Any, page: WorkshopPage, fill: Callable[[PackDialog, dict[str, str]], None]
) -> None:
    page.add()
    dialog = dialog_of(page)
    fill(dialog, {"label": "大棚", "type": "2"})
    dialog.pane.do_now()
    qtbot.waitUntil(lambda: page.said.text().startswith("✓"), timeout=SLOW_MS)
    chosen = page._chosen[0]
    page.table.go_in()
    qtbot.keyClick(page.table, Key.Key_Return)
    change = dialog_of(page)
    fill(change, {"label": "大棚个数", "req": "2"})
    change.pane.do_now()
    qtbot.waitUntil(lambda: "Changed" in page.said.text(), timeout=SLOW_MS)
    spec = shop_of(page).dictionary.field(chosen, "dc_da_peng")
    assert (spec.type, spec.req, spec.en, spec.zh_hans) == ("int", "R", "大棚个数", "大棚")
    theirs = next(one for one in shop_of(page).fields(chosen) if not shop_of(page).is_own(one))
    page.change(theirs.key)
    assert "pack below" in page.said.text()


def test_a_pack_that_cannot_be_read_is_checked_and_comes_back_from_excel(
    qtbot: Any, page: WorkshopPage, desk: Desk, tmp_path: Path
) -> None:
    book_file = tmp_path / "pack.xlsx"
    page.excel.write(book_file)
    qtbot.waitUntil(lambda: "Wrote" in page.said.text(), timeout=SLOW_MS)
    fields = shop_of(page).folder / "dictionary" / "fields.csv"
    fields.parent.mkdir(exist_ok=True)
    fields.write_text("list,key\nhousehold,oops\n", "utf-8")
    desk.navigator.go(Place("packs"))
    desk.navigator.go(Place("workshop", record="demo-county"))
    assert page.said.text().startswith("✕")
    assert page.why_not("workshop.add")
    assert not page.why_not("workshop.import")
    page.check()
    qtbot.waitUntil(lambda: page.tabs.currentIndex() == FAULTS, timeout=SLOW_MS)
    assert page.table.figures.row(0).cells[0].startswith("dictionary")
    page.excel.read(book_file)
    qtbot.waitUntil(lambda: "read" in page.said.text() and not page.broken, timeout=SLOW_MS)
    assert not page.why_not("workshop.add")
