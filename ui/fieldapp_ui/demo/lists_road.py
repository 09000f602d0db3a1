"""Lists in and out by keys: exported, changed outside, imported, taken back; a list compared; a blank form; the packs."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from fieldapp.store.comparison.kept import kept_differences, outside_lists
from fieldapp.store.exchange.running import imports
from fieldapp.store.records import rows
from fieldapp_paper.text_layer import characters_of
from fieldapp_ui.demo.county import VILLAGES
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.outside_list import NAME, write_dibao_list
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.telling import run_command
from fieldapp_ui.windows.compare_page import ComparePage
from fieldapp_ui.windows.exchange_export import ExportDialog
from fieldapp_ui.windows.exchange_page import ExchangePage
from fieldapp_ui.windows.forms.page import FormPage
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.packs import PacksPage
from fieldapp_ui.windows.printing import PaperPreview
from fieldapp_ui.windows.reason import ReasonDialog
from fieldapp_ui.windows.register import RegisterPage
from fieldapp_ui.windows.sure import SureDialog

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SCOPE = VILLAGES[0].scope
CHANGED = {"0002": "柳树沟村2组旧院2号", "0003": "柳树沟村3组新院3号"}
MOST_STEPS = 30
MOST = 100_000


def send_and_take_lists(stage: Stage, frame: Frame, hands: Hands) -> None:
    """The households leave as a workbook, come back changed in two cells, and are taken back."""
    book = stage.folder / f"{VILLAGES[0].name}户册.xlsx"
    vault = frame.desk.vault
    with stage.step("export the households") as step:
        hands.press(Key.Key_2, ALT)
        hands.until(lambda: isinstance(frame.page, RegisterPage), "the register")
        hands.press(Key.Key_E, CONTROL, SHIFT)
        dialog = hands.meet(ExportDialog)
        hands.tab_to(dialog.masked)
        hands.press(Key.Key_Space)
        assert not dialog.masked.isChecked()
        step.screenshot = hands.snap("42-export")
        hands.answer_file(book, hands.enter)
        hands.meet(ReasonDialog)
        hands.type("报乡镇核对")
        hands.enter()
        hands.give_back()
        hands.until(lambda: book.exists() and not frame.desk.tasks.running, "the workbook")
        step.checked = (
            f"{book.name}: {book.stat().st_size // 1024} KB, without masks for a reason that is kept"
        )
    _change_outside(book)
    before = {one.id: one.values["address"] for one in rows(vault, "household", SCOPE, limit=MOST)}
    with stage.step("import it again: only the changed cells") as step:
        page = _exchange(frame, hands)
        hands.answer_file(book, lambda: hands.command(Key.Key_O))
        hands.give_back()
        hands.until(lambda: page.editor.step == "columns" and not page.editor.busy, "the columns")
        for _ in range(MOST_STEPS):
            if page.editor.step != "columns":
                break
            hands.enter()
            hands.until(lambda: not page.editor.busy, "the next column")
            hands.wait()
        hands.until(lambda: page.editor.step == "plan" and not page.editor.busy, "the plan")
        plan, summary = page.editor.plan, page.editor.summary
        assert plan is not None
        assert summary is not None
        assert plan.counts["changed"] == len(CHANGED), plan.counts
        assert plan.counts["new"] == plan.counts["refused"] == 0, plan.counts
        assert summary.changed_cells == len(CHANGED)
        hands.press(Key.Key_PageDown, CONTROL, times=2)
        step.screenshot = hands.snap("43-import-cells")
        hands.tab_to(page.plan.go)
        hands.enter()
        hands.until(lambda: page.editor.step == "done" and not page.editor.busy, "the import done")
        after = {one.id: one.values["address"] for one in rows(vault, "household", SCOPE, limit=MOST)}
        assert sorted(str(after[one]) for one in after if after[one] != before[one]) == sorted(
            CHANGED.values()
        )
        step.checked = f"{plan.counts['same']} rows the same, {len(CHANGED)} cells changed and nothing else"
    with stage.step("the import taken back") as step:
        hands.enter()
        hands.until(lambda: page.editor.step == "files" and not page.editor.busy, "the first step")
        hands.tab_to(page.home.table)
        hands.enter()
        hands.meet(SureDialog)
        hands.enter()
        hands.give_back()
        hands.until(lambda: page.home.said.isVisible() and not frame.desk.tasks.running, "taken back")
        now = {one.id: one.values["address"] for one in rows(vault, "household", SCOPE, limit=MOST)}
        assert now == before
        assert len(imports(vault)) == 1
        step.screenshot = hands.snap("44-import-back")
        step.checked = "every address stands as before the import"


def compare_a_list(stage: Stage, frame: Frame, hands: Hands) -> None:
    """The civil affairs office's list of allowances, and one difference decided."""
    path, vault = stage.folder / NAME, frame.desk.vault
    listed = write_dibao_list(vault, SCOPE, path)

    def kept() -> list[str]:
        ids = [one for each in outside_lists(vault) for one in each.ids.values()]
        return [one.decision for one in kept_differences(vault, ids)]

    with stage.step("compare the low-income list") as step:
        run_command(hands, "go.compare")
        hands.until(lambda: isinstance(frame.page, ComparePage), "the comparison")
        page = frame.page
        assert isinstance(page, ComparePage)
        hands.answer_file(path, lambda: hands.command(Key.Key_O))
        hands.give_back()
        hands.until(lambda: page.part == "columns" and not page.editor.busy, "the columns")
        for _ in range(MOST_STEPS):
            if page.part != "columns":
                break
            hands.enter()
            hands.until(lambda: not page.editor.busy, "the next column")
            hands.wait()
        hands.until(lambda: page.part == "counts" and not page.editor.busy, "what differs")
        hands.enter()
        hands.until(lambda: page.part == "lists" and not page.editor.busy, "the differences")
        assert len(kept()) == 2, kept()
        step.checked = f"{listed} rows; one only the list has, one only the register has"
    with stage.step("one difference decided") as step:
        hands.enter()
        hands.until(page.lists.groups.hasFocus, "what differs")
        hands.enter()
        hands.until(page.lists.lines.hasFocus, "the differences")
        hands.type("1")
        hands.until(lambda: sorted(kept()) == ["", "ours"], "the decision")
        step.screenshot = hands.snap("45-compare")
        step.checked = "ours is kept, with who decided and when; the other one stays open"


def print_blank_and_see_packs(stage: Stage, frame: Frame, hands: Hands) -> None:
    """A blank visit form for a visit without a laptop; the packs this register works with."""
    with stage.step("a blank form as PDF") as step:
        hands.press(Key.Key_3, ALT)
        hands.until(lambda: isinstance(frame.page, FormPage), "the forms")
        forms = frame.page
        assert isinstance(forms, FormPage)
        hands.until(lambda: forms.list.isVisible() and forms.list.current_form(), "the list of forms")
        hands.press(Key.Key_P, CONTROL, SHIFT)
        preview = hands.meet(PaperPreview)
        step.screenshot = hands.snap("46-blank-form")
        path = stage.out / "blank-form.pdf"
        preview.write(path)
        hands.give_back()
        step.checked = _chinese_found(path, "户主")
    with stage.step("the packs") as step:
        run_command(hands, "go.packs")
        hands.until(lambda: isinstance(frame.page, PacksPage), "the packs")
        page = frame.page
        assert isinstance(page, PacksPage)
        hands.until(lambda: not frame.desk.tasks.running, "the packs read")
        words = "\n".join(one.text() for one in page.findChildren(QLabel))
        assert "cn-base" in words
        assert "gansu-qinba" in words
        step.screenshot = hands.snap("47-packs")
        step.checked = "each pack with its version and where it comes from"


def _exchange(frame: Frame, hands: Hands) -> ExchangePage:
    hands.command(Key.Key_I)
    hands.until(lambda: isinstance(frame.page, ExchangePage), "lists in and out")
    assert isinstance(frame.page, ExchangePage)
    return frame.page


def _change_outside(path: Path) -> None:
    """What a colleague does in Excel: two addresses are written over, nothing else."""
    import openpyxl  # type: ignore[import-untyped,unused-ignore]

    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    at = {str(cell.value): cell.column for row in sheet.iter_rows(max_row=3) for cell in row if cell.value}
    for row in sheet.iter_rows(min_row=2):
        number = str(row[at["户编号"] - 1].value)
        if number.startswith(SCOPE) and number[-4:] in CHANGED:
            row[at["家庭住址"] - 1].value = CHANGED[number[-4:]]
    book.save(path)


def _chinese_found(path: Path, words: str) -> str:
    known = characters_of(path.read_bytes())
    assert known.issuperset(words), f"{words} is not in the text of {path.name}"
    return f"{path.name}: {path.stat().st_size // 1024} KB, its Chinese can be found"
