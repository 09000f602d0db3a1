"""Old log bodies go while the worker rests: once a day, between rounds, and the session's end stops it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QObject

from fieldapp.store.growing.compaction import KEPT_DAYS, compact, is_due
from fieldapp.store.receipts import note_receipt
from fieldapp.store.streams import scopes, vector
from fieldapp_ui.background.compacting import Compacting
from fieldapp_ui.desk import Desk

SOON = 0.0005


@pytest.fixture
def old(desk: Desk, households: Callable[[int], str]) -> Desk:
    """A desk whose centre has held everything for ninety days."""
    vault = desk.vault
    households(3)
    for scope in scopes(vault.ledger):
        for stream, seq in vector(vault.ledger, scope).items():
            note_receipt(vault, "central", stream, seq)
    compact(vault, desk.today() - timedelta(days=KEPT_DAYS))
    return desk


def lines(desk: Desk) -> int:
    asked = "select (select count(*) from tail) + (select count(*) from segment)"
    return int(desk.vault.db.execute(asked).fetchone()[0])


def test_what_the_centre_holds_goes_once_nobody_touches_the_keys(qtbot: Any, old: Desk) -> None:
    holder = QObject()
    assert lines(old) > 0
    with qtbot.waitSignal(Compacting(old, holder, SOON, least=1).ended) as heard:
        pass
    assert heard.args[0].villages == 1
    assert lines(old) == 0
    assert not is_due(old.vault, old.today())
    qtbot.waitUntil(lambda: not old.tasks.running)


def test_it_is_done_once_a_day(qtbot: Any, old: Desk) -> None:
    holder = QObject()
    compact(old.vault, old.today())
    with qtbot.waitSignal(Compacting(old, holder, SOON, least=1).ended, timeout=150, raising=False) as heard:
        pass
    assert not heard.signal_triggered
    assert lines(old) > 0
    assert is_due(old.vault, old.today() + timedelta(days=1))


def test_it_waits_for_the_end_of_a_round(qtbot: Any, old: Desk) -> None:
    holder = QObject()
    old.rounds.busy = True
    made = Compacting(old, holder, SOON, least=1)
    with qtbot.waitSignal(made.ended, timeout=150, raising=False) as heard:
        pass
    assert not heard.signal_triggered
    with qtbot.waitSignal(made.ended):
        old.rounds.busy = False
    qtbot.waitUntil(lambda: not old.tasks.running)


def test_the_end_of_the_session_stops_it_and_it_is_due_again(old: Desk) -> None:
    done = compact(old.vault, old.today(), least=1, cancelled=lambda: True)
    assert done.villages == 0
    assert lines(old) > 0
    assert is_due(old.vault, old.today())
