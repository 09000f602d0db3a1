"""The form page on a vault of its own, for real and large forms: an answer until the screen shows what it changed."""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from forms_page import VILLAGE, make_desk
from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.forms import Form, Session
from fieldapp.store.drafts import delete_draft, open_draft, put_answers
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.forms.draft import DraftKeeper
from fieldapp_ui.editing.forms.entry import FormEntry
from fieldapp_ui.editing.forms.opening import VaultAttachments
from fieldapp_ui.fields.question.kinds import Surroundings
from fieldapp_ui.windows.forms.filling import FormFilling

Step = dict[str, Any]
_TODAY = date(2026, 1, 1)


@contextmanager
def work_desk() -> Iterator[tuple[Desk, QWidget]]:
    """A desk and an active window; the vault goes with them."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        window = QWidget()
        desk = make_desk(Path(name))
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        gc.disable()  # as in the window, which collects between keys
        try:
            yield desk, window
        finally:
            gc.enable()
            desk.tasks.stop()
            window.close()
            desk.vault.close()
            assert application is not None


@contextmanager
def filling_of(desk: Desk, window: QWidget, form: Form, session: Session) -> Iterator[FormFilling]:
    """A form being filled in the window, kept in a draft as in the field."""
    draft = open_draft(desk.vault, form.id or "form", form.version, VILLAGE)
    put_answers(desk.vault, draft, session.answers())
    entry = FormEntry(form, session, DraftKeeper(desk.vault, draft))
    around = Surroundings(_TODAY, VaultAttachments(desk))
    filling = FormFilling(entry, desk.look.theme, around, lambda: "10:32", window)
    filling.resize(window.size())
    filling.show()
    filling.open_at()
    rest(filling)
    try:
        yield filling
    finally:
        filling.hide()
        filling.deleteLater()
        delete_draft(desk.vault, draft)
        turn()


def turn() -> None:
    """One turn of the event loop: what was asked to be painted is."""
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 0)


def rest(filling: FormFilling, most_s: float = 20) -> float:
    """Turns until everything is made and shown; the longest turn in milliseconds."""
    longest, until = 0.0, time.perf_counter() + most_s
    for _ in range(3):
        while time.perf_counter() < until:
            begun = time.thread_time()
            turn()
            longest = max(longest, (time.thread_time() - begun) * 1000)
            if filling.column.is_complete():
                break
    return longest


def raw_of(step: Step) -> str:
    """The value of a step as the session keeps it."""
    value = step.get("value")
    if isinstance(value, bool):
        return "OK" if value else ""
    return " ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def work_of(entry: FormEntry, step: Step) -> Callable[[], object] | None:
    """What the worker does in a step; None where the page does not ask it."""
    ref = str(step.get("ref", ""))
    match step["op"]:
        case "answer" if (
            entry.reading.has(ref) and ref in entry.reading.plan.place and entry.reading.is_asked(ref)
        ):
            return lambda: entry.answer(ref, raw_of(step))
        case "createNewRepeat" | "add_repeat":
            place = ref.removesuffix("#range") + "#range"
            return (lambda: entry.add_row(place)) if entry.reading.has(place) else None
        case "removeRepeat" | "remove_repeat":
            return (lambda: entry.remove_row(ref)) if entry.reading.has(ref) else None
    return None


def screen_time(filling: FormFilling, step: Step) -> tuple[float, float]:
    """Milliseconds of a step until the screen shows it, and of the longest turn that follows.

    What the column makes later, beside keys, are turns of their own.
    """
    work = work_of(filling.entry, step)
    if work is None:
        return 0.0, 0.0
    if step["op"] == "answer":
        filling.open_at(str(step["ref"]))
    rest(filling)
    begun = time.thread_time()
    work()
    QCoreApplication.sendPostedEvents()  # the layout and the painting, no timers
    took = (time.thread_time() - begun) * 1000
    return took, rest(filling)
