"""The window of a role that gets only parts: what is withheld says so, what may not be written is grey with a reason."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.household import HouseholdPage
from fieldapp_ui.windows.register import RegisterPage


@pytest.fixture
def as_role(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Work as somebody else from now on."""

    def change(role: str) -> None:
        monkeypatch.setattr(desk.vault, "worker", replace(desk.vault.worker, role=role))

    return change


def card(frame: Frame, desk: Desk, household: str) -> HouseholdPage:
    desk.navigator.go(Place("household", record=household))
    assert isinstance(frame.page, HouseholdPage)
    return frame.page


def test_a_withheld_field_is_neither_missing_nor_wrong_and_cannot_be_opened(
    frame: Frame, desk: Desk, households: Callable[[int], str], as_role: Callable[[str], None]
) -> None:
    open_to_all = card(frame, desk, households(2)).facts.row_of("household", "cause_main")
    assert open_to_all is not None
    assert open_to_all.fact.editable, "the control: the team sees and writes it"
    as_role("department")
    desk.navigator.go(Place("register"))
    page = card(frame, desk, households(2))
    row = page.facts.row_of("household", "cause_main")
    assert row is not None
    assert row.fact.withheld
    # The words that stood there before are still on their way out.
    assert row.findChildren(QLabel, "value")[-1].text() == "not shown to your role"
    page.facts.edit(row)
    assert row.entry is None
    page.facts.go_to(row)
    assert page.why_not("field.edit") == "Your role does not change this."
    for one in page.facts.rows():
        assert not (one.fact.withheld and one.fact.findings), "a mask is no wrong telephone number"


def test_what_a_role_may_not_write_is_grey_with_a_reason(
    frame: Frame, desk: Desk, households: Callable[[int], str], as_role: Callable[[str], None]
) -> None:
    page = card(frame, desk, households(2))
    assert page.why_not("visit.record") == "", "the control: the team records visits"
    as_role("evaluator")
    assert page.why_not("visit.record") == "Your role does not change this."
    desk.navigator.go(Place("register"))
    register = frame.page
    assert isinstance(register, RegisterPage)
    assert register.why_not("household.add") == "Your role does not change this."
