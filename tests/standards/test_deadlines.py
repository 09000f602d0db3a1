"""Deadlines are data: a county's pack changes a number of days, the program none."""

from pathlib import Path

import pytest

from fieldapp.errors import PackError
from fieldapp.resources import resource
from fieldapp.standards.deadlines import read_deadlines


def shipped() -> dict[str, str]:
    file = resource("packs", "cn-base", "procedures", "deadlines.yaml")
    return {str(file): Path(file).read_text("utf-8")}


def test_the_shipped_steps_lead_from_discovery_to_the_end() -> None:
    care, stage, road = read_deadlines(shipped()).care, "discovered", []
    while stage:
        road.append(stage)
        stage = care[stage].next
    assert road == ["discovered", "reported", "emergency", "intervened", "closed"]


def test_a_county_changes_one_number_and_the_rest_stays() -> None:
    county = {"county": "reply:\n  objection: {days: 7}\n"}
    found = read_deadlines(shipped() | county)
    assert found.reply["objection"].due("2019-12-28") == "2020-01-04"
    assert found.reply["request"].days == 15


def test_a_wrong_number_is_refused_with_its_line() -> None:
    with pytest.raises(PackError, match="line 2"):
        read_deadlines({"x.yaml": "reply:\n  objection: {days: soon}\n"})
