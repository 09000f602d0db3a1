"""The first road, end to end, by keys in the real windows: village, exit, paper, register, station, county, stick."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp_ui.demo.hands import NotSeen
from fieldapp_ui.demo.journey import walk
from fieldapp_ui.demo.visit import fill_visit


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support (raise|grabbing)")
def test_the_road_from_the_village_to_the_second_laptop(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "machines").mkdir()
    walk(qapp, tmp_path / "machines", tmp_path / "out", households=12, seed=3)
    journey = json.loads((tmp_path / "out" / "journey.json").read_text("utf-8"))
    assert journey["seed"] == 3
    assert all(step["checked"] for step in journey["steps"])
    pictures = [step["screenshot"] for step in journey["steps"] if step["screenshot"]]
    assert len(pictures) >= 60
    assert all((tmp_path / "out" / picture).stat().st_size > 5_000 for picture in pictures)
    same = [step["name"] for step in journey["steps"] if step["name"].startswith("the same at ")]
    assert same == ["the same at 5 machines", "the same at 4 machines"]
    for paper in ("household-card.pdf", "exit-checklist.pdf", "blank-form.pdf", "station-sheet.pdf"):
        assert (tmp_path / "out" / paper).read_bytes().startswith(b"%PDF")


def test_the_journey_would_notice_a_form_that_does_not_go_on() -> None:
    stuck = SimpleNamespace(
        current=lambda: "/data/stuck",
        footer=SimpleNamespace(finalise=SimpleNamespace(hasFocus=lambda: False)),
    )
    idle = SimpleNamespace(focus=lambda: None, press=lambda key: None, wait=lambda: None)
    with pytest.raises(NotSeen, match="/data/stuck"):
        fill_visit(idle, stuck)
