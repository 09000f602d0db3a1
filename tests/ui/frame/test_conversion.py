"""Workbooks converted beside the window: one child for all, one that is wrong or breaks it stops nobody, none is left."""

import multiprocessing
import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from fieldapp.errors import FormError
from fieldapp.forms.importing import kept_at
from fieldapp_ui.background.conversion import converting_beside
from fieldapp_ui.background.tasks import Cancelled

FORM = "| survey |\n| | type | name | label |\n| | {kind} | {name} | Name |\n| settings |\n| | form_id |\n| | {name} |\n"


def form(folder: Path, name: str, kind: str = "text") -> Path:
    path = folder / f"{name}.md"
    path.write_text(FORM.format(name=name, kind=kind), "utf-8")
    return path


def a_handle(*, cancelled: bool = False) -> Any:
    return SimpleNamespace(cancelled=lambda: cancelled)


def test_one_child_converts_them_all_and_one_that_is_wrong_stops_nobody(tmp_path: Path) -> None:
    cache = tmp_path / "kept"
    first, wrong, last = (
        form(tmp_path, "first"),
        form(tmp_path, "wrong", "begin_group"),
        form(tmp_path, "last"),
    )
    wrong.write_bytes(b"PK\x03\x04 no workbook")
    with converting_beside(cache, a_handle()) as convert:
        convert(first)
        children = multiprocessing.active_children()
        with pytest.raises(FormError) as refused:
            convert(wrong)
        assert refused.value.code != "form.convert.broke"
        convert(last)
        assert multiprocessing.active_children() == children
        assert len(children) == 1
    assert kept_at(first, cache).exists()
    assert kept_at(last, cache).exists()
    assert multiprocessing.active_children() == []
    with converting_beside(cache, a_handle()) as convert:
        convert(first)
        assert multiprocessing.active_children() == [], "what is kept needs no child"


def test_a_child_that_dies_is_told_of_and_the_next_form_gets_another(tmp_path: Path) -> None:
    first, killing, last = form(tmp_path, "first"), form(tmp_path, "killing"), form(tmp_path, "last")
    with converting_beside(tmp_path / "kept", a_handle()) as convert:
        convert(first)
        (child,) = multiprocessing.active_children()
        child.kill()
        child.join()
        with pytest.raises(FormError) as refused:
            convert(killing)
        assert refused.value.code == "form.convert.broke"
        convert(last)
    assert kept_at(last, tmp_path / "kept").exists()


def test_a_conversion_that_is_let_go_leaves_no_child(tmp_path: Path) -> None:
    path, asked = form(tmp_path, "first"), threading.Event()

    def cancelled() -> bool:
        asked.set()
        return True

    with (
        pytest.raises(Cancelled),
        converting_beside(tmp_path / "kept", SimpleNamespace(cancelled=cancelled)) as convert,  # type: ignore[arg-type]
    ):
        convert(path)
    assert asked.is_set()
    assert multiprocessing.active_children() == []
