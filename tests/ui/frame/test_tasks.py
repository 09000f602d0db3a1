"""Work beside the window: outcomes come back here, refusals are handed on, an owner that is gone hears nothing."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject

from fieldapp.errors import RegisterError, UserError
from fieldapp.store.records import count
from fieldapp_ui.background.tasks import Handle, Tasks
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.quality_ready import ReadyRules


@pytest.fixture
def tasks(qapp: Any) -> Iterator[Tasks]:
    """Tasks without a vault; what still runs at the end is waited for, as main does before the vault closes."""
    made = Tasks()
    yield made
    made.stop()


def test_an_outcome_comes_back_in_the_windows_thread(qtbot: Any, tasks: Tasks) -> None:
    heard = list[tuple[int, threading.Thread]]()
    tasks.start(lambda handle: 42, done=lambda answer: heard.append((answer, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(42, threading.main_thread())]


def test_a_user_error_is_handed_to_who_asked(qtbot: Any, tasks: Tasks) -> None:
    heard = list[UserError]()

    def refuse(handle: Handle) -> None:
        raise RegisterError("register.test", "No.")

    tasks.start(refuse, failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].code == "register.test"


def test_a_bug_is_told_to_everybody(qtbot: Any, tasks: Tasks) -> None:
    with qtbot.waitSignal(tasks.broke) as told:
        tasks.start(lambda handle: 1 // 0)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_cancelled_work_stops_at_its_next_report_and_its_outcome_is_dropped(qtbot: Any, tasks: Tasks) -> None:
    heard, started, may_go_on = list[object](), threading.Event(), threading.Event()

    def work(handle: Handle) -> str:
        started.set()
        may_go_on.wait(5)
        handle.report(1, 2)
        return "never"

    task = tasks.start(work, done=heard.append)
    started.wait(5)
    with qtbot.waitSignal(task.finished):
        task.cancel()
        may_go_on.set()
    assert heard == []
    assert not tasks.running


def test_progress_is_heard(qtbot: Any, tasks: Tasks) -> None:
    go = threading.Event()

    def work(handle: Handle) -> None:
        go.wait(5)
        handle.report(3, 10, "three")

    task = tasks.start(work)
    with qtbot.waitSignal(task.progressed) as told:
        go.set()
    assert told.args == [3, 10, "three"]


def test_the_callback_of_an_owner_that_is_gone_is_dropped(qtbot: Any, tasks: Tasks) -> None:
    heard, may_go_on = list[object](), threading.Event()
    owner = QObject()
    task = tasks.start(lambda handle: may_go_on.wait(5), owner=owner, done=heard.append)
    with qtbot.waitSignal(task.finished):
        owner.deleteLater()
        del owner
        may_go_on.set()
    assert heard == []


def test_work_with_the_vault_has_a_connection_of_its_own(qtbot: Any, desk: Desk) -> None:
    heard: list[tuple[int, bool]] = []
    desk.tasks.start_with_vault(
        lambda vault, handle: (count(vault, "household"), vault.db is not desk.vault.db), done=heard.append
    )
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(12, True)]


def test_nothing_is_started_after_the_end(qapp: Any) -> None:
    tasks, done = Tasks(), list[int]()
    tasks.stop()
    late = tasks.start(lambda handle: 1, done=done.append)
    assert late.stopped.is_set()
    assert not tasks.running
    assert done == []


def test_rules_that_are_ready_call_nobody_once_the_session_is_over(qapp: Any) -> None:
    made, ready, called = Tasks(), ReadyRules(), list[object]()
    ready._rules = object()  # type: ignore[assignment]
    ready.use(made, made, called.append, called.append)
    made.stop()
    ready.use(made, made, called.append, called.append)
    assert len(called) == 1


def test_rules_are_compiled_once_for_all_who_wait(qtbot: Any, desk: Desk) -> None:
    ready, called, gone = ReadyRules(), list[object](), QObject()
    ready.use(desk.tasks, desk.tasks, called.append, called.append)
    before = len(desk.tasks.running)
    ready.use(desk.tasks, desk.tasks, called.append, called.append)
    ready.use(desk.tasks, gone, called.append, called.append)
    assert len(desk.tasks.running) == before
    shiboken6.delete(gone)
    qtbot.waitUntil(lambda: len(called) == 2, timeout=20_000)
    assert called == [ready.rules, ready.rules]
    assert ready.rules is not None


def test_rules_of_content_that_has_changed_are_not_kept(qtbot: Any, desk: Desk) -> None:
    ready = ReadyRules()
    before, after = list[object](), list[object]()
    ready.use(desk.tasks, desk.tasks, before.append, before.append)
    ready.forget()
    ready.use(desk.tasks, desk.tasks, after.append, after.append)
    qtbot.waitUntil(lambda: bool(before and after), timeout=20_000)
    assert after[0] is ready.rules
    assert before[0] is not ready.rules
