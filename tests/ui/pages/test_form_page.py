"""A form filled by keys from the list to the register; a killed program goes on at the last question answered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from fieldapp.store.drafts import drafts
from fieldapp.store.records import children, rows, year_record
from fieldapp_ui.desk import Place
from fieldapp_ui.windows.form import FormPage

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "forms" / "real"
SOCIO = SHARED / "34_sample-forms_socio-economic-survey-v20240515.xlsx"
VILLAGE = "990101001201"


def visit(home) -> Place:
    return Place("form", home.household, extra={"form": "household_visit", "year": "2019"})


@pytest.fixture
def page(desk, a_household, vault, hands):
    """The visit form of a household, opened."""
    made = FormPage(desk)
    made.home = a_household(vault)
    hands.open(made, visit(made.home))
    return made


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
    assert page.filling.footer.count_text.text().startswith("4/")


def test_a_killed_program_opens_the_draft_at_the_last_question_answered(page, hands, desk):
    hands.enter()
    hands.type("1")
    hands.type("13900001234")
    hands.enter()
    again = FormPage(desk)
    hands.open(again, Place("form", drafts(desk.vault)[0].id, extra={"draft": "1"}))
    assert current(again) == "/data/contact/phone"
    assert hands.focus().text() == "13900001234"


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
    assert page.filling.footer.trouble.text()


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


def test_last_years_value_and_a_remark_stand_beside_the_question(desk, vault, hands, a_household, write):
    from fieldapp.store.save import Change, save, seen_of

    home = a_household(vault)
    old = Change("household_year", None, "add", {"household": home.household, "year": 2018, "house_m2": 6050})
    save(vault, VILLAGE, "edit", [old], seen=seen_of(vault, VILLAGE))
    page = FormPage(desk)
    hands.open(page, visit(home))
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
    page.filling.outline.section_chosen.emit(page.filling.here.section - count - 1)
    page.does["form.delete_row"]()
    assert entry.node("/data/borrowing/loans#range").count == count


@pytest.mark.skipif(not SOCIO.exists(), reason="the real XLSForm is not here")
def test_a_real_workbook_is_opened_filled_by_keys_and_finalised_without_a_household(
    desk, vault, hands, qtbot, a_household
):
    a_household(vault)
    page = FormPage(desk)
    hands.open(page, Place("form"))
    page.went.connect(page.arrive)
    page.open_file(SOCIO)
    qtbot.waitUntil(lambda: page.filling is not None, timeout=20_000)
    # Region and district by code (the cascade filters the districts), then address and phone.
    hands.type("1")
    hands.type("2")
    hands.type("Street 5")
    hands.enter()
    hands.type("0300123")
    hands.enter()
    hands.enter()
    hands.type("3")
    hands.type("1")
    hands.type("4")
    assert page.filling.rows.section is not None, "the members are a list of rows"
    hands.enter()
    hands.type("Amina")
    hands.enter()
    hands.type("2")
    hands.type("2")
    while page.filling.column.isVisible():
        assert current(page)
        if page.opened.entry.reading.is_hole(current(page)):
            hands.type("1")
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
    page.open_file(other)
    qtbot.waitUntil(lambda: page.list.trouble.isVisible(), timeout=20_000)
    assert page.list.trouble.text().startswith("✕ ")
    assert page.filling is None


def test_the_list_shows_drafts_first_and_enter_opens_one(page, hands, desk):
    hands.enter()
    other = FormPage(desk)
    other.went.connect(other.arrive)
    hands.open(other, Place("form"))
    assert len(other.shelf.drafts) == 1
    hands.enter()
    assert other.opened is not None


def test_a_thousand_questions_answer_within_a_frame(desk, vault, hands, a_household, tmp_path):
    import time

    from fieldapp_ui.editing.form_opening import open_form

    lines = "\n".join(f"| | integer | q{n} | 问题{n} |" for n in range(1, 1001))
    path = tmp_path / "big.md"
    path.write_text(
        f"| survey |\n| | type | name | label |\n{lines}\n| settings |\n| | form_id | version |\n| | big | 1 |",
        "utf-8",
    )
    a_household(vault)
    page = FormPage(desk)
    hands.open(page, Place("form"))
    file = page.library.keep(path)
    page._fill(open_form(desk, page.library, file, VILLAGE, None))
    took = []
    for n in range(1, 31):
        begun = time.perf_counter()
        page.opened.entry.answer(f"/data/q{n}", str(n))
        took.append(time.perf_counter() - begun)
    assert sorted(took)[15] < 0.016
