"""A form filled by keys from the list to the register; a killed program goes on at the last question answered."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel

from fieldapp.store import Vault
from fieldapp.store.drafts import drafts
from fieldapp.store.records import children, rows, year_record
from fieldapp_ui.desk import Place
from fieldapp_ui.windows.forms.page import FormPage
from fieldapp_ui.windows.forms.place import FormPlace

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "forms" / "real"
SOCIO = SHARED / "34_sample-forms_socio-economic-survey-v20240515.xlsx"
VILLAGE = "990101001201"


def visit(home) -> Place:
    return Place("form", home.household, extra={"form": "household_visit", "year": "2019"})


@pytest.fixture
def open_page(hands, qtbot):
    """Opens a form and waits until it is read and all its questions are made."""

    def at(page: FormPage, place: Place) -> FormPage:
        hands.open(page, place)
        whole(page, qtbot)
        return page

    return at


def whole(page: FormPage, qtbot) -> None:
    qtbot.waitUntil(lambda: page.filling is not None and page.filling.column.is_complete(), timeout=20_000)


@pytest.fixture
def page(desk, a_household, vault, open_page):
    """The visit form of a household, opened."""
    made = FormPage(desk)
    made.home = a_household(vault)
    return open_page(made, visit(made.home))


def current(page: FormPage) -> str:
    return page.filling.current()


def test_a_visit_is_filled_by_keys_and_every_answer_is_kept(page, hands, vault):
    assert current(page) == "/data/visit/visit_date"
    hands.enter()
    hands.type("1")
    assert current(page) == "/data/contact/phone"
    hands.type("13900001234")
    hands.enter()
    hands.type("1")
    assert current(page) == "/data/housing/house_danger"
    from fieldapp.store.drafts import answers

    kept = answers(vault, drafts(vault)[0])
    assert (kept["/data/contact/phone"], kept["/data/housing/lives_there"]) == ("13900001234", "1")
    assert page.filling.footer.count_text.text().startswith("4 / ")


def test_a_killed_program_opens_the_draft_at_the_last_question_answered(page, hands, desk, open_page):
    hands.enter()
    hands.type("1")
    hands.type("13900001234")
    hands.enter()
    again = FormPage(desk)
    open_page(again, Place("form", drafts(desk.vault)[0].id, extra={"draft": "1"}))
    assert current(again) == "/data/contact/phone"
    assert hands.focus().text() == "13900001234"


def kept_place(vault: Vault) -> str:
    from fieldapp.store.drafts import answers

    return answers(vault, drafts(vault)[0]).get("@at", "")


def test_a_killed_program_opens_at_the_question_where_the_cursor_only_rested(
    page, hands, qtbot, desk, open_page, vault
):
    hands.enter()
    hands.type("1")
    assert current(page) == "/data/contact/phone"
    assert kept_place(vault) == "/data/visit/outcome", "the cursor has not rested yet"
    qtbot.waitUntil(lambda: kept_place(vault) == "/data/contact/phone", timeout=5_000)
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: kept_place(vault) == "/data/visit/outcome", timeout=5_000)
    again = open_page(FormPage(desk), Place("form", drafts(vault)[0].id, extra={"draft": "1"}))
    assert current(again) == "/data/visit/outcome"


def test_a_cursor_that_rests_writes_nothing_once_the_session_is_over(page, hands, qtbot, desk, vault):
    hands.enter()
    hands.type("1")
    before = kept_place(vault)
    desk.tasks.stop()
    rest = page.filling.findChild(FormPlace).findChild(QTimer)
    qtbot.waitUntil(lambda: not rest.isActive(), timeout=5_000)
    assert kept_place(vault) == before != current(page)


def test_shift_enter_goes_back_and_f10_to_the_next_hole(page, hands):
    hands.enter()
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert current(page) == "/data/visit/visit_date"
    page.does["form.next_hole"]()
    assert current(page) == "/data/visit/outcome"


def test_go_to_finds_a_question_by_a_few_letters(page, hands):
    hands.enter()
    hands.type("1")
    page.does["form.goto"]()
    hands.type("house area")
    hands.enter()
    assert current(page) == "/data/housing/house_m2"


def test_the_forms_language_changes_without_losing_the_place(page, hands):
    hands.enter()
    before = page.filling.column.question(current(page))._label.text()
    page.does["form.language"]()
    assert current(page) == "/data/visit/outcome"
    assert page.filling.column.question(current(page))._label.text() != before


def test_an_error_stands_under_the_question_and_finalising_goes_there(page, hands):
    hands.enter()
    hands.type("1")
    hands.type("12")
    hands.enter()
    assert current(page) == "/data/contact/phone", "the first Enter lets the sentence be read"
    assert "11" in page.filling.column.question("/data/contact/phone").error()
    hands.enter()
    assert current(page) == "/data/housing/lives_there", "the second goes on"
    page.does["form.finalise"]()
    assert current(page) == "/data/contact/phone"
    assert page.filling.footer.trouble.text().startswith("✕ 3  Phone of the household: ")


def test_finalising_writes_the_register_and_undo_takes_it_back(page, hands, vault, qtbot):
    hands.enter()
    hands.type("2")
    page.does["form.finalise"]()
    qtbot.waitUntil(lambda: page.opened is None)
    assert drafts(vault) == ()
    assert len(children(vault, "submission", page.home.household)) == 1
    page.list.undo_wanted.emit()
    assert children(vault, "submission", page.home.household) == ()


def test_a_finalised_visit_reaches_the_year_of_the_household(page, hands, vault, qtbot):
    answers = {
        "/data/visit/outcome": "met",
        "/data/housing/lives_there": "1",
        "/data/water/water_source": "1",
        "/data/living/bedding": "1",
    }
    for ref, raw in answers.items():
        page.opened.entry.answer(ref, raw)
    page.does["form.finalise"]()
    qtbot.waitUntil(lambda: page.opened is None)
    assert year_record(vault, "household_year", page.home.household, 2019).values["bedding"] == 1


def test_last_years_value_and_a_remark_stand_beside_the_question(desk, vault, hands, a_household, open_page):
    from fieldapp.store.save import Change, save, seen_of

    home = a_household(vault)
    old = Change("household_year", None, "add", {"household": home.household, "year": 2018, "house_m2": 6050})
    save(vault, VILLAGE, "edit", [old], seen=seen_of(vault, VILLAGE))
    page = open_page(FormPage(desk), visit(home))
    page.opened.entry.answer("/data/visit/outcome", "met")
    page.filling.open_at("/data/housing/house_m2")
    assert page.filling.side._last.text() == "60.50"
    page.does["form.carry_over"]()
    assert page.opened.entry.reading.node("/data/housing/house_m2").value.startswith("60.5")
    page.does["form.remark"]()
    hands.type("ask again")
    page.leave()
    assert page.opened.entry.remark("/data/housing/house_m2") == "ask again"


def test_rows_are_added_by_f3_and_deleted_by_f4(page, hands):
    page.opened.entry.answer("/data/visit/outcome", "met")
    page.opened.entry.answer("/data/borrowing/loans_none", "0")
    page.filling.open_at("/data/borrowing/loans_none")
    hands.enter()
    entry = page.opened.entry.reading
    count = entry.node("/data/borrowing/loans#range").count
    page.does["form.add_row"]()
    assert entry.node("/data/borrowing/loans#range").count == count + 1
    assert current(page) == f"/data/borrowing/loans[{count + 1}]/purpose"
    page.does["form.delete_row"]()
    assert entry.node("/data/borrowing/loans#range").count == count
    page.does["undo"]()
    assert entry.node("/data/borrowing/loans#range").count == count + 1


@pytest.mark.skipif(not SOCIO.exists(), reason="the real XLSForm is not here")
def test_a_real_workbook_is_opened_filled_by_keys_and_finalised_without_a_household(
    desk, vault, hands, qtbot, a_household
):
    a_household(vault)
    page = FormPage(desk)
    hands.open(page, Place("form"))
    page.went.connect(page.arrive)
    page.disk.open(SOCIO)
    qtbot.waitUntil(lambda: page.filling is not None, timeout=20_000)
    # Region and district by code (the cascade filters the districts), then address and phone.
    for code in "12":
        hands.type(code)
    hands.type("Street 5")
    hands.enter()
    hands.type("0300123")
    hands.enter()
    hands.enter()
    hands.type("3")
    hands.type("1")
    hands.type("4")
    assert page.filling.rows.section is not None, "the members are a list of rows"
    hands.type("Amina")
    hands.enter()
    hands.type("2")
    hands.type("2")
    filled: set[str] = set()
    while hands.focus() is not page.filling.rows.go_on:
        ref = current(page)
        if "[1]" in ref and ref not in filled and page.opened.entry.reading.is_hole(ref):
            hands.type("1")
            filled.add(ref)
        else:
            hands.enter()
    hands.enter()
    hands.type("done")
    hands.press(Qt.Key.Key_Tab)
    assert hands.focus() is page.filling.footer.finalise
    hands.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.opened is None)
    submitted = rows(vault, "submission", VILLAGE)
    assert [record.values["form"] for record in submitted] == ["socio-economic-survey"]


def test_a_file_that_is_no_form_is_refused_in_a_sentence(desk, hands, qtbot, tmp_path):
    page = FormPage(desk)
    hands.open(page, Place("form"))
    other = tmp_path / "list.xlsx"
    other.write_bytes(b"no workbook at all")
    page.disk.open(other)
    qtbot.waitUntil(lambda: page.list.trouble.isVisible(), timeout=20_000)
    assert page.list.trouble.text().startswith("✕ ")
    assert page.filling is None


def test_the_list_shows_drafts_first_and_enter_opens_one(page, hands, desk, qtbot):
    hands.enter()
    other = FormPage(desk)
    other.went.connect(other.arrive)
    hands.open(other, Place("form"))
    qtbot.waitUntil(lambda: other.shelf.counts["draft"] == 1)
    hands.enter()
    whole(other, qtbot)
    assert current(other) == "/data/visit/visit_date"


@pytest.fixture
def thousand(tmp_path) -> Path:
    """A form of 1,000 questions in one long list: figures, words, choices."""
    kinds = ("integer", "text", "select_one yn", "date")
    lines = "\n".join(f"| | {kinds[n % 4]} | q{n} | 问题{n} |" for n in range(1, 1001))
    path = tmp_path / "big.md"
    path.write_text(
        f"| survey |\n| | type | name | label |\n{lines}\n"
        "| choices |\n| | list_name | name | label |\n| | yn | 1 | 是 |\n| | yn | 0 | 否 |\n"
        "| settings |\n| | form_id | version |\n| | big | 1 |",
        "utf-8",
    )
    return path


@pytest.fixture
def big(desk, vault, hands, a_household, thousand, qtbot) -> FormPage:
    a_household(vault)
    page = FormPage(desk)
    hands.open(page, Place("form"))
    page.went.connect(page.arrive)
    page.disk.open(thousand)
    whole(page, qtbot)
    return page


def test_a_thousand_questions_answer_within_a_frame(big):
    took = []
    for n in range(1, 31):
        begun = time.perf_counter()
        big.opened.entry.answer(f"/data/q{n}", str(n))
        took.append(time.perf_counter() - begun)
    assert sorted(took)[15] < 0.016


def test_going_to_a_section_makes_the_question_aimed_at_first_and_the_rest_in_slices(big, qtbot):
    column = big.filling.column
    took = []
    for n in (40, 90, 140, 190, 240):
        begun = time.perf_counter()
        big.filling.open_at(f"/data/q{n}")
        took.append(time.perf_counter() - begun)
        assert column.current() == f"/data/q{n}"
        assert not column.is_complete(), "the others come later"
        top = column.question(f"/data/q{n}").mapTo(column.viewport(), QPoint(0, 0)).y()
        qtbot.waitUntil(column.is_complete)
        assert column.current() == f"/data/q{n}", "the focus stays"
        moved = column.question(f"/data/q{n}").mapTo(column.viewport(), QPoint(0, 0)).y() - top
        assert abs(moved) < column.question(f"/data/q{n}").height(), "and the eye finds it"
        assert all(column.question(ref) is not None for ref in column.section.items)
    assert sorted(took)[2] < 0.05


def test_questions_that_come_to_apply_all_at_once_are_made_in_slices(page, qtbot):
    page.opened.entry.answer("/data/visit/outcome", "met")
    page.filling.open_at("/data/living/fuel")
    page.opened.entry.answer("/data/visit/outcome", "absent")
    column = page.filling.column
    column.show_section(page.opened.entry, column.section)
    assert column.is_complete(), "nothing applies"
    page.opened.entry.answer("/data/visit/outcome", "met")
    assert column.question("/data/living/bedding") is None
    qtbot.waitUntil(column.is_complete)
    assert column.question("/data/living/bedding").isVisible()


def test_a_form_is_converted_beside_the_window_which_says_so(
    desk, make_vault, make_desk, hands, a_household, qtbot
):
    cold = make_vault("cold")
    page, home = FormPage(make_desk(cold)), a_household(cold)
    hands.open(page)
    begun = time.perf_counter()
    page.arrive(visit(home))
    assert time.perf_counter() - begun < 0.05
    assert page.filling is None
    qtbot.waitUntil(page.wait.words.isVisible)
    assert page.wait.words.text() == "Reading the form …"
    whole(page, qtbot)
    assert current(page) == "/data/visit/visit_date"


def test_reading_can_be_stopped_and_begun_again(desk, make_vault, make_desk, hands, a_household, qtbot):
    cold = make_vault("cold")
    page, home = FormPage(make_desk(cold)), a_household(cold)
    hands.open(page, visit(home))
    page.wait.stop_wanted.emit()
    assert page.list.isVisible()
    qtbot.waitUntil(lambda: not page.desk.tasks.running, timeout=20_000)
    assert page.filling is None
    assert drafts(cold) == ()
    page.arrive(visit(home))
    whole(page, qtbot)


def test_a_pack_with_a_broken_form_says_so_and_shows_the_others(desk, vault, hands, tmp_path, qtbot):
    broken = tmp_path / "broken.md"
    broken.write_text(
        "| survey |\n| | type | name | label | relevant |\n| | text | q | ? | nosuch(1) |", "utf-8"
    )
    page = FormPage(desk)
    pack = vault.packs[0]
    page.library._packs = (replace(pack, forms={"broken": broken, **pack.forms}),)
    hands.open(page, Place("form"))
    qtbot.waitUntil(lambda: page.list.trouble.isVisible(), timeout=20_000)
    assert [file.id for file in page.shelf.forms] == ["household_visit"]


def test_after_finalising_the_checklist_and_the_card_of_the_household_are_one_key_away(page, hands, qtbot):
    hands.enter()
    hands.type("2")
    page.does["form.finalise"]()
    qtbot.waitUntil(lambda: page.opened is None)
    assert hands.focus() is page.list.to_checklist
    with qtbot.waitSignal(page.went) as going:
        hands.enter()
    assert going.args[0] == Place("checklist", page.home.household)
    with qtbot.waitSignal(page.went) as going:
        page.does["household.open"]()
    assert going.args[0] == Place("household", page.home.household)
    page.leave()
    assert not page.list._done.isHidden(), "the screen is locked: the worker has gone nowhere"
    page.arrive(Place("form"))
    assert page.list._done.isHidden(), "coming back from another page, what was done is old"
    assert "household.open" in page.does, "the keys still lead to the household"


def test_the_title_is_short_and_the_number_stands_at_the_side(page):
    assert page.title() == "入户走访 · 龙长顺 · 2019"
    assert any("H0001" in words.text() for words in page.filling.side.findChildren(QLabel))


def test_the_outline_names_people_and_lists_rows_only_while_they_apply(page):
    outline, reading = page.filling.outline, page.opened.entry.reading

    def listed() -> list[str]:
        return [
            reading.title(section)
            for place, section in enumerate(reading.sections)
            if not outline.isRowHidden(place)
        ]

    assert "1 · 龙长顺" not in listed()
    page.opened.entry.answer("/data/visit/outcome", "met")
    assert [title for title in listed() if "·" in title] == ["1 · 龙长顺", "2 · 单玉兰", "3 · 龙小见"]
    loans = [place for place, section in enumerate(reading.sections) if "/loans" in section.ref]
    assert all(outline.isRowHidden(place) for place in loans)
    page.opened.entry.answer("/data/borrowing/loans_none", "0")
    assert not any(outline.isRowHidden(place) for place in loans)
    assert listed()[-1] == "Other questions"


def test_the_foot_says_how_many_required_answers_are_left(page, hands):
    words = page.filling.footer._left
    assert words.text() == "1 required left"
    hands.enter()
    hands.type("2")
    assert "required" not in words.text()
