"""What waits is counted from the register itself, in the scope asked for, and the frame says it in words."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.store import Vault, create_vault
from fieldapp.store.drafts import open_draft
from fieldapp.store.save import Change, save, seen_of
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.outlook import Outlook, households_due, look_out
from fieldapp_ui.editing.waiting import read_waiting
from fieldapp_ui.language import Language
from fieldapp_ui.main import desk_of
from fieldapp_ui.settings import Settings
from fieldapp_ui.theme import Look, Theme
from fieldapp_ui.windows.frame import Frame

VILLAGE = "990101001201"


@pytest.mark.qt_log_ignore("raise|grabbing", extend=True)
def test_a_worker_of_a_township_chooses_among_its_villages_and_back(
    qtbot: Any, qapp: Any, tmp_path: Path
) -> None:
    vault = create_vault(
        tmp_path / "town.vault",
        "four quiet goats",
        worker="站长",
        role="station",
        scopes=("990101001000",),
        packs=["cn-base"],
    )
    for scope, name in ((VILLAGE, "前庄村"), ("990101001202", "后庄村")):
        save(vault, scope, "edit", [Change("village", None, "add", {"name": name})], seen={})
    desk = desk_of(vault, Language("en"), Settings(tmp_path / "desktop.json"), Look(Theme()))
    frame = Frame(desk)
    frame.show_first()
    qtbot.waitUntil(lambda: frame.navigation.scope.text() == "All villages")
    offered = [action.text() for action in frame.navigation.scope.menu().actions()]
    assert offered == ["All villages", "前庄村", "后庄村"]
    desk.scope.choose("990101001202")
    qtbot.waitUntil(lambda: frame.navigation.scope.text() == "后庄村")
    frame.navigation.scope.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: frame.navigation.scope.text() == "All villages")
    with qtbot.waitExposed(frame):
        frame.show()
    qtbot.keyClick(frame, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert menu is frame.navigation.scope.menu()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(menu, key)
    qtbot.waitUntil(lambda: frame.navigation.scope.text() == "前庄村")
    assert desk.scope.code == VILLAGE
    frame.close()
    vault.close()


def test_a_prefix_is_called_by_its_name_where_the_register_knows_it(
    qtbot: Any, frame: Frame, desk: Desk
) -> None:
    known = Outlook(0, 0, 0, "", {VILLAGE: "前庄村"}, region_name="示范县")
    frame._show_outlook(known)
    assert frame.navigation.scope.accessibleName() == "Village: 示范县 · All villages"
    assert frame.navigation.scope.text().startswith("示范县")


def visit(vault: Vault, household: str, day: str) -> None:
    values = {"household": household, "year": int(day[:4]), "visited_on": day}
    save(
        vault, VILLAGE, "edit", [Change("household_year", None, "add", values)], seen=seen_of(vault, VILLAGE)
    )


def test_a_visit_this_year_takes_a_household_off_the_list(
    vault: Vault, households: Callable[[int], str]
) -> None:
    assert len(households_due(vault, VILLAGE, 2019)) == 12
    visit(vault, households(1), "2019-11-02")
    visit(vault, households(2), "2018-11-02")
    assert households(1) not in households_due(vault, VILLAGE, 2019)
    assert households(2) in households_due(vault, VILLAGE, 2019)
    assert look_out(vault, VILLAGE, date(2019, 11, 13)).due == 11


def test_drafts_wait_with_the_name_of_their_household(vault: Vault, households: Callable[[int], str]) -> None:
    open_draft(vault, "household_visit", "1", households(3), 2019)
    waiting = read_waiting(vault, VILLAGE, date(2019, 11, 13))
    assert [(draft.form, name) for draft, name in waiting.drafts] == [("household_visit", "薛改香")]
    assert look_out(vault, VILLAGE, date(2019, 11, 13)).today == 13


def test_the_village_is_called_by_its_name(vault: Vault) -> None:
    outlook = look_out(vault, VILLAGE, date(2019, 11, 13))
    assert (outlook.scope_name, dict(outlook.scopes)) == ("前庄村", {VILLAGE: "前庄村"})
