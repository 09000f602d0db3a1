"""The figures by keys: a finding of data quality followed to its field and mended, the year even, frozen, in batches."""

from PySide6.QtCore import Qt

from fieldapp.store.records import year_record
from fieldapp.store.years.snapshots import snapshots
from fieldapp.store.years.year_end import reconcile
from fieldapp_ui.demo.county import VILLAGES
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.village_work import YEAR
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.household import HouseholdPage
from fieldapp_ui.windows.quality_page import QualityPage
from fieldapp_ui.windows.year_freezing import FreezeDialog
from fieldapp_ui.windows.year_page import YearPage

Key = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ACCURACY, RULE = "A2", "A219"
CUT_OFF = "20191031"


def mend_a_finding(stage: Stage, frame: Frame, hands: Hands) -> None:
    """A house without its grade: from the accuracy to the rule, the finding, the field."""
    with stage.step("data quality") as step:
        page = _quality(frame, hands)
        checked = page.editor.checked
        assert checked is not None
        _walk_to(hands, page.accuracies, ACCURACY)
        hands.enter()
        _walk_to(hands, page.found.groups, RULE)
        hands.enter()
        hands.until(page.found.findings.hasFocus, "the findings of the rule")
        finding = page.found.finding()
        assert finding is not None
        before = sum(one.rule == RULE for one in checked.findings)
        step.screenshot = hands.snap("37-quality")
        step.checked = (
            f"{len(checked.findings):,} findings in eight accuracies; {before} houses without a grade"
        )
    with stage.step("from a finding to its field, mended") as step:
        hands.enter()
        hands.until(lambda: isinstance(frame.page, HouseholdPage), "the card")
        card = frame.page
        assert isinstance(card, HouseholdPage)
        row = card.facts.row_of("household_year", "house_danger")
        assert row is not None
        hands.until(row.hasFocus, "the cursor on the field")
        step.screenshot = hands.snap("38-finding-field")
        hands.enter()
        hands.type("1")
        household = str(finding.household)

        def graded() -> bool:
            facts = year_record(frame.desk.vault, "household_year", household, YEAR)
            return facts is not None and facts.values["house_danger"] == "A"

        hands.until(graded, "the grade")
        page = _quality(frame, hands)

        def left() -> int:
            now = page.editor.checked
            return before if now is None else sum(one.rule == RULE for one in now.findings)

        hands.until(lambda: left() == before - 1, "one finding less")
        step.checked = "Enter led to the field, the answer is kept, and the finding is gone"


def close_the_year(stage: Stage, frame: Frame, hands: Hands) -> None:
    """In and out, a snapshot, the seven batches."""
    vault, scope = frame.desk.vault, VILLAGES[0].scope
    with stage.step("the year is even") as step:
        hands.press(Key.Key_9, ALT)
        hands.until(lambda: isinstance(frame.page, YearPage), "the year")
        page = frame.page
        assert isinstance(page, YearPage)
        hands.until(lambda: page.balance.lines.figures.rowCount() > 2, "the lines of the year")
        _at_rest(frame, hands)
        found = reconcile(vault, scope, YEAR)
        assert found.is_even
        last = page.balance.lines.figures.row(page.balance.lines.figures.rowCount() - 1)
        assert last.cells[1:] == ("0", "0", "0"), last.cells
        step.screenshot = hands.snap("39-year")
        people = found.people
        came, went = sum(n for _, n in people.ins), sum(n for _, n in people.outs)
        step.checked = f"{people.start} + {came} - {went} = {people.end} people, no difference"
    with stage.step("a snapshot of the year") as step:
        hands.press(Key.Key_G, CONTROL)
        dialog = hands.meet(FreezeDialog)
        hands.replace(CUT_OFF)
        hands.enter()
        hands.until(dialog.reason.hasFocus, "the reason")
        hands.enter()
        hands.give_back()
        hands.until(lambda: page.snapshots.versions.figures.rowCount() == 1, "the snapshot in the list")
        _at_rest(frame, hands)
        (taken,) = snapshots(vault, scope, YEAR)
        step.screenshot = hands.snap("40-snapshot")
        step.checked = f"version {taken.version}, {taken.cut_off}, seal {taken.sha256[:12]}"
    with stage.step("the seven batches") as step:
        for _ in range(3):
            if page.part == "batches":
                break
            hands.press(Key.Key_PageDown, CONTROL)
            hands.wait()
        hands.until(lambda: page.batches.batches.figures.rowCount() >= 7, "the batches")
        _at_rest(frame, hands)
        table = page.batches.batches.figures
        counted = {table.row(at).cells[0]: table.row(at).cells[1] for at in range(table.rowCount())}
        step.screenshot = hands.snap("41-batches")
        step.checked = ", ".join(f"{name.strip()} {count}" for name, count in counted.items())


def _quality(frame: Frame, hands: Hands) -> QualityPage:
    hands.press(Key.Key_8, ALT)
    hands.until(lambda: isinstance(frame.page, QualityPage), "data quality")
    page = frame.page
    assert isinstance(page, QualityPage)
    hands.until(lambda: page.editor.checked is not None and page.accuracies.isVisible(), "the findings")
    _at_rest(frame, hands)
    return page


def _at_rest(frame: Frame, hands: Hands) -> None:
    hands.until(lambda: not frame.desk.tasks.running, "the work beside the window done")


def _walk_to(hands: Hands, table: FigureTable, key: str) -> None:
    hands.until(table.hasFocus, f"the cursor before {key}")
    hands.press(Key.Key_Home, CONTROL)
    for _ in range(table.figures.rowCount()):
        if table.key() == key:
            return
        hands.press(Key.Key_Down)
    assert table.key() == key, key
