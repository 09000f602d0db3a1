"""The plug is pulled: a program killed while a form is typed into it has lost nothing that it said was saved."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp.store import create_vault, open_vault
from fieldapp.store.drafts import answers, drafts

PASSPHRASE, VILLAGE = "four invented words here", "990101001201"
ENOUGH = 12
"""So many answers are said to be saved before the plug is pulled."""


def fill_until_killed(path: Path, household: str) -> None:
    """Opens the visit form in an offscreen window and types; each line on stdout is what is saved by now."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from fieldapp_ui.desk import Place
    from fieldapp_ui.language import Language
    from fieldapp_ui.main import desk_of
    from fieldapp_ui.settings import Settings
    from fieldapp_ui.theme import Look, Theme
    from fieldapp_ui.windows.forms.page import FormPage
    from fieldapp_ui.windows.frame import Frame

    application = QApplication([])
    vault = open_vault(path, PASSPHRASE)
    desk = desk_of(vault, Language("en"), Settings(path.parent / "desktop.json"), Look(Theme()))
    frame = Frame(desk)
    frame.show()
    frame.activateWindow()
    desk.navigator.go(Place("form", household, extra={"form": "household_visit", "year": "2019"}))
    page = frame.page
    assert isinstance(page, FormPage)
    while page.filling is None:
        application.processEvents()
    entry, filling = page.filling.entry, page.filling
    entry.kept.connect(lambda: print(json.dumps(entry.session.answers()), flush=True))
    for _ in range(10_000):
        before = filling.current()
        for key in (Qt.Key.Key_1, Qt.Key.Key_Return):
            if filling.current() == before:
                QTest.keyClick(application.focusWidget(), key)
            application.processEvents()


@pytest.mark.skipif(not hasattr(os, "WNOHANG"), reason="SIGKILL is known on POSIX systems only")
def test_a_killed_program_has_every_answer_that_was_said_to_be_saved(a_household, tmp_path):
    path = tmp_path / "laptop.vault"
    with create_vault(
        path,
        PASSPHRASE,
        worker="w",
        role="team",
        scopes=(VILLAGE,),
        packs=("cn-base",),
        escrow_recovery=False,
    ) as vault:
        home = a_household(vault)
    child = subprocess.Popen(
        [sys.executable, __file__, str(path), home.household],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    with child, child.stdout as said:
        lines = [said.readline() for _ in range(ENOUGH)]
        child.kill()
    assert all(lines), "the program stopped by itself"
    assert child.returncode == -9
    saved = json.loads(lines[-1])
    assert sum(bool(value) for value in saved.values()) > ENOUGH
    with open_vault(path, PASSPHRASE) as vault:
        kept = answers(vault, drafts(vault)[0])
    assert {ref: kept.get(ref) for ref in saved} == saved


if __name__ == "__main__":
    fill_until_killed(Path(sys.argv[1]), sys.argv[2])
