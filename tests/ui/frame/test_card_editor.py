"""The card as facts: read, checked, saved one field at a time, undone by name; no window is open."""

from collections.abc import Callable
from typing import Any

import pytest

from fieldapp.errors import Finding, RegisterError
from fieldapp.store.records import record, year_record
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.card import CardEditor
from fieldapp_ui.editing.facts import Fact


@pytest.fixture
def editor(desk: Desk, households: Callable[[int], str]) -> CardEditor:
    made = CardEditor(desk)
    assert made.open(households(3))
    return made


def fact(editor: CardEditor, tab: str, list_name: str, key: str) -> Fact:
    facts = (one for block in editor.blocks(tab) for one in block.facts)
    return next(one for one in facts if (one.spec.list, one.spec.key) == (list_name, key))


def test_a_fact_says_who_wrote_it_and_how_they_know(editor: CardEditor) -> None:
    address = fact(editor, "overview", "household", "address")
    assert address.shown == "示范县前庄村3号"
    assert address.origin is not None
    assert (address.origin.worker, address.origin.source) == ("王队长", "document")


def test_numbers_are_masked_until_somebody_says_why(editor: CardEditor, desk: Desk) -> None:
    phone = fact(editor, "overview", "household", "phone")
    assert phone.masked
    assert phone.shown == "139****0003"
    with pytest.raises(RegisterError):
        editor.reading.reveal(phone, " ")
    assert editor.reading.reveal(phone, "calling the household") == "13900000003"
    kept = desk.vault.db.execute("select worker, field, reason from unmasked").fetchall()
    assert kept == [("王队长", "phone", "calling the household")]


def test_a_fact_of_the_year_makes_the_years_record_once(editor: CardEditor, desk: Desk) -> None:
    water = fact(editor, "housing", "household_year", "water_safe")
    assert water.record == ""
    editor.save_field(water, 1, "seen", editor.seen())
    editor.open(editor.id)
    minutes = fact(editor, "housing", "household_year", "water_minutes")
    editor.save_field(minutes, 12, "told", editor.seen())
    whole = year_record(desk.vault, "household_year", editor.id, 2019)
    assert whole is not None
    assert (whole.values["water_safe"], whole.values["water_minutes"]) == (1, 12)


def test_wrong_text_is_a_finding_and_nothing_is_saved(editor: CardEditor) -> None:
    phone = fact(editor, "overview", "household", "phone")
    assert isinstance(editor.reading.check(phone, "123"), Finding)
    assert editor.reading.check(phone, "13911112222") == "13911112222"
    assert isinstance(
        editor.reading.check(fact(editor, "overview", "household", "identified_on"), "31.2.2019"), Finding
    )
    assert (
        editor.reading.check(fact(editor, "overview", "household", "identified_on"), "20150312")
        == "2015-03-12"
    )


def test_an_edit_is_undone_and_done_again_by_name(qtbot: Any, editor: CardEditor, desk: Desk) -> None:
    def address() -> object:
        found = record(desk.vault, "household", editor.id)
        return found.values["address"] if found else None

    before = address()
    editor.save_field(fact(editor, "overview", "household", "address"), "新址", "seen", editor.seen())
    assert desk.deeds.stack.undoText() == "Address: 薛改香"
    with qtbot.waitSignal(desk.deeds.happened):
        desk.deeds.undo()
    assert address() == before
    desk.deeds.redo()
    assert address() == "新址"
    desk.deeds.undo()
    desk.deeds.redo()
    assert address() == "新址"


def test_an_undo_that_came_too_late_is_refused_in_words(qtbot: Any, editor: CardEditor, desk: Desk) -> None:
    from fieldapp.store.save import Change, save, seen_of

    editor.save_field(fact(editor, "overview", "household", "address"), "新址", "seen", editor.seen())
    scope = editor.household.scope if editor.household else ""
    change = Change("household", editor.id, "set", {"address": "别人改的"})
    save(desk.vault, scope, "edit", [change], seen=seen_of(desk.vault, scope))
    with qtbot.waitSignal(desk.deeds.refused) as refused:
        desk.deeds.undo()
    assert refused.args[0].code == "undo.changed_since"
    found = record(desk.vault, "household", editor.id)
    assert found is not None
    assert found.values["address"] == "别人改的"


def test_a_blank_is_unknown_and_a_condition_makes_a_field_required(editor: CardEditor) -> None:
    exit_year = fact(editor, "overview", "household", "exit_year")
    status = fact(editor, "overview", "household", "status")
    assert (status.value, exit_year.relevant, exit_year.required) == ("1", True, True)
    editor.save_field(status, "0", "seen", editor.seen())
    editor.open(editor.id)
    exit_year = fact(editor, "overview", "household", "exit_year")
    assert (exit_year.relevant, exit_year.required, exit_year.value) == (False, False, None)


def test_the_strip_never_guesses_an_income(editor: CardEditor) -> None:
    assert editor.strip().income == ""
    for key, value in (("a", 1000000), ("b", 200000), ("c", 0), ("d", 0), ("e", 100000)):
        editor.save_field(fact(editor, "income", "income_sheet", key), value, "told", editor.seen())
        editor.open(editor.id)
    assert editor.strip().income == "2,750.00"
    assert editor.strip().members == "4"
