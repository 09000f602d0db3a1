"""Data quality by keys: from an accuracy to the very field, explained with a reason, read again after an edit."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from fieldapp.store import Vault
from fieldapp.store.quality.findings import check_quality, compiled_quality
from fieldapp.store.records import children
from fieldapp.store.save import Change, save, seen_of
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.quality import QualityEditor, household_of, parts_of, read_findings
from fieldapp_ui.editing.quality_groups import FindingWords, accuracy_lines, grouped
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.household import HouseholdPage
from fieldapp_ui.windows.quality_page import QualityPage
from fieldapp_ui.windows.reason import ReasonDialog

VILLAGE = "990101001201"
Key, Alt, Ctrl = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def focused() -> Any:
    return QApplication.focusWidget()


def set_fact(vault: Vault, list_name: str, record: str, **values: Any) -> None:
    save(vault, VILLAGE, "edit", [Change(list_name, record, "set", values)], seen=seen_of(vault, VILLAGE))


def quality_page(qtbot: Any, frame: Frame, desk: Desk) -> QualityPage:
    desk.scope.choose(VILLAGE)
    qtbot.keyClick(frame, Key.Key_8, Alt)
    page = frame.page
    assert isinstance(page, QualityPage)
    qtbot.waitUntil(lambda: page.editor.checked is not None, timeout=20_000)
    return page


def go_to_accuracy(qtbot: Any, page: QualityPage, accuracy: str) -> None:
    while page.accuracies.key() != accuracy:
        qtbot.keyClick(page.accuracies, Key.Key_Down)
    qtbot.keyClick(page.accuracies, Key.Key_Return)
    assert page.found.groups.hasFocus()


def go_to_rule(qtbot: Any, page: QualityPage, rule: str) -> None:
    qtbot.keyClick(page.found.groups, Key.Key_Home, Ctrl)
    while page.found.groups.key() != rule:
        qtbot.keyClick(page.found.groups, Key.Key_Down)
    qtbot.keyClick(page.found.groups, Key.Key_Return)
    assert page.found.findings.hasFocus()


def test_enter_leads_from_an_accuracy_to_the_very_field_and_back_again(
    qtbot: Any, frame: Frame, desk: Desk
) -> None:
    page = quality_page(qtbot, frame, desk)
    assert page.accuracies.hasFocus()
    go_to_accuracy(qtbot, page, "A2")
    go_to_rule(qtbot, page, "A219")
    finding = page.found.finding()
    assert finding is not None
    qtbot.keyClick(focused(), Key.Key_Return)
    here = desk.navigator.here
    field = ("household_year", "house_danger", {"year": "2019"})
    assert here == Place("household", str(finding.household), *field)
    card = frame.page
    assert isinstance(card, HouseholdPage)
    row = card.facts.row_of("household_year", "house_danger")
    assert row is not None
    assert row.hasFocus()
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())
    qtbot.keyClick(frame, Key.Key_Left, Alt)
    assert frame.page is page
    assert page.found.finding() == finding


def test_a_finding_stands_under_its_field_on_the_card_and_goes_when_it_is_mended(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str]
) -> None:
    page = quality_page(qtbot, frame, desk)
    before = sum(line.errors for line in accuracy_lines(page.editor.checked.counts))  # type: ignore[union-attr]
    desk.navigator.go(
        Place("household", households(1), "household_year", "house_danger", extra={"year": "2019"})
    )
    card = frame.page
    assert isinstance(card, HouseholdPage)
    row = card.facts.row_of("household_year", "house_danger")
    assert row is not None
    assert [one.code for one in row.fact.findings] == ["A219"]
    said = [one.text() for one in row.findChildren(QLabel, "finding")]
    assert said
    assert said[0].startswith("✕ ")
    qtbot.keyClick(row, Key.Key_Return)
    qtbot.keyClicks(focused(), "1")
    row = card.facts.row_of("household_year", "house_danger")
    assert row is not None
    assert row.fact.value is not None
    assert row.fact.findings == ()
    qtbot.keyClick(frame, Key.Key_8, Alt)

    def errors() -> int:
        checked = page.editor.checked
        return sum(line.errors for line in accuracy_lines(checked.counts)) if checked else before

    qtbot.waitUntil(lambda: errors() < before, timeout=20_000)


def test_a_card_opened_before_the_rules_are_ready_shows_its_findings_once_they_are(
    qtbot: Any, frame: Frame, desk: Desk, households: Callable[[int], str]
) -> None:
    desk.navigator.go(Place("household", households(1), "household_year", "house_danger"))
    card = frame.page
    assert isinstance(card, HouseholdPage)

    def found() -> tuple[str, ...]:
        row = card.facts.row_of("household_year", "house_danger")
        return tuple(one.code for one in row.fact.findings) if row else ()

    assert found() == ()
    qtbot.waitUntil(lambda: found() == ("A219",), timeout=20_000)


def test_a_doubt_is_explained_with_a_reason_counted_apart_and_undone(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault
) -> None:
    page = quality_page(qtbot, frame, desk)
    go_to_accuracy(qtbot, page, "A2")
    go_to_rule(qtbot, page, "A225")
    finding = page.found.finding()
    assert finding is not None
    qtbot.keyClick(frame, Key.Key_N, Ctrl)
    dialog = page.findChild(ReasonDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.line, "away for work, called by phone")
    qtbot.keyClick(dialog.line, Key.Key_Return)

    def explained() -> int:
        checked = page.editor.checked
        return sum(line.explained for line in accuracy_lines(checked.counts)) if checked else -1

    qtbot.waitUntil(lambda: explained() == 1, timeout=20_000)
    assert page.found.finding() != finding
    page.found.state.choose("settled")
    settled = page.found.finding()
    assert settled is not None
    assert (settled.explained, settled.reason) == (True, "away for work, called by phone")
    assert page.why_not("quality.explain") == "This doubt is explained already."
    frame.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is frame)
    page.found.findings.setFocus()
    qtbot.keyClick(focused(), Key.Key_Z, Ctrl)
    qtbot.waitUntil(lambda: explained() == 0, timeout=20_000)


def test_an_error_is_corrected_not_explained(qtbot: Any, frame: Frame, desk: Desk) -> None:
    page = quality_page(qtbot, frame, desk)
    assert page.why_not("quality.explain") == "Choose a finding first." or page.found.finding() is not None
    go_to_accuracy(qtbot, page, "A2")
    go_to_rule(qtbot, page, "A219")
    assert page.why_not("quality.explain") == "An error is corrected, not explained."


def test_findings_are_grouped_by_the_field_to_mend(qtbot: Any, frame: Frame, desk: Desk) -> None:
    page = quality_page(qtbot, frame, desk)
    go_to_accuracy(qtbot, page, "A2")
    rules = page.found.groups.figures.rowCount()
    qtbot.keyClick(frame, Key.Key_T, Ctrl)
    keys = [page.found.groups.figures.row(at).key for at in range(page.found.groups.figures.rowCount())]
    assert "household_year.house_danger" in keys
    assert len(keys) <= rules
    qtbot.keyClick(page.found.groups, Key.Key_Escape)
    assert page.accuracies.hasFocus()


def test_who_sees_only_parts_is_told_so(qtbot: Any, frame: Frame, desk: Desk) -> None:
    session = desk.vault.session
    desk.vault.session = replace(session, worker=replace(session.worker, role="department"))
    desk.scope.choose(VILLAGE)
    desk.navigator.go(Place("quality"))
    page = frame.page
    assert isinstance(page, QualityPage)
    qtbot.waitUntil(lambda: page.trouble.isVisible(), timeout=20_000)
    assert page.trouble.text().startswith("✕ ")


def test_a_county_is_read_by_township_and_a_few_villages_one_by_one(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert parts_of(vault, VILLAGE) == (VILLAGE,)
    assert parts_of(vault, "990101") == (VILLAGE,)
    monkeypatch.setattr("fieldapp_ui.editing.quality.SINGLY", 0)
    assert parts_of(vault, "990101") == ("990101001",)
    read = read_findings(vault, "990101", 2019, compiled_quality(vault))
    assert set(read.findings) == set(check_quality(vault, VILLAGE, 2019))


def test_the_place_of_a_finding_of_a_person_is_the_members_field(
    desk: Desk, vault: Vault, households: Callable[[int], str]
) -> None:
    home = households(2)
    person = children(vault, "person", home)[0].id
    set_fact(vault, "person", person, id_no=None)
    found = next(one for one in check_quality(vault, "", 2019, household=home) if one.rule == "A101")
    place = FindingWords(desk, 2019).place(found)
    assert place == Place("household", home, "person", "id_no", {"year": "2019", "person": person})
    assert household_of(vault, "person", person) == home


@pytest.mark.parametrize("by_field", [False, True])
def test_groups_hold_every_finding_of_their_accuracy_once(desk: Desk, vault: Vault, by_field: bool) -> None:
    found = check_quality(vault, VILLAGE, 2019)
    groups = grouped(found, "A2", desk, by_field=by_field)
    held = [one for group in groups for one in (*group.open, *group.explained)]
    assert sorted(map(repr, held)) == sorted(repr(one) for one in found if one.accuracy == "A2")


def test_in_a_large_region_an_edit_reads_only_the_household_again(
    qtbot: Any, desk: Desk, vault: Vault, households: Callable[[int], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldapp_ui.editing.quality.QUICK_S", 0.0)
    desk.scope.choose(VILLAGE)
    editor = QualityEditor(desk)
    editor.year = 2019
    with qtbot.waitSignal(editor.changed, timeout=20_000):
        editor.read()
    assert editor.checked is not None
    before, home = editor.checked, households(3)
    set_fact(vault, "household", home, cause_main=None)
    editor.note([("household", home)])
    editor.catch_up()
    assert not editor.is_reading
    assert set(editor.checked.findings) == set(check_quality(vault, VILLAGE, 2019))
    assert editor.checked is not before
