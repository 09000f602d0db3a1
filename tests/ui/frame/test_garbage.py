"""Cycles with widgets in them are collected by the window's thread, never by a worker's."""

import gc
import threading
import weakref
from typing import Any

from fieldapp_ui.background.garbage import Garbage


class Knot:
    """A cycle that tells which thread untied it."""

    def __init__(self, untied: list[int]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: untied.append(threading.get_ident()))


def _tie_and_work(untied: list[int]) -> None:
    Knot(untied)
    worker = threading.Thread(target=lambda: [[number] for number in range(400_000)])
    worker.start()
    worker.join()


def test_a_worker_that_allocates_collects_nothing_while_a_session_lasts(qtbot: Any) -> None:
    gc.collect()
    garbage = Garbage()
    untied: list[int] = []
    _tie_and_work(untied)
    assert untied == []
    garbage._collect()
    garbage.stop()
    gc.collect()
    assert untied == [threading.get_ident()]


def test_left_alone_the_worker_would_have_collected() -> None:
    """The control: this is what `Garbage` is there for."""
    gc.collect()
    gc.enable()
    untied: list[int] = []
    _tie_and_work(untied)
    gc.disable()
    assert len(untied) == 1
    assert untied != [threading.get_ident()]
