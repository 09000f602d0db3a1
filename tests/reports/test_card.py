"""The household card: what it prints, what it masks, what it never prints."""

from dataclasses import replace

from fieldapp.reports.door import door_card

NUMBERS = ("990101197003120012", "13800001234", "6200000000000001234", "二组 17 号")
ILLNESS = ("矽肺", "慢性病", "健康", "因病", "illness")


def test_a_card_masks_numbers_and_leaves_illness_out(desk, household):
    words = desk.words(desk.card(household))
    assert "王龙𬭎" in words
    assert "990101********0012" in words
    assert [text for text in (*NUMBERS, *ILLNESS) if text in words.replace("健康情况不打印", "")] == []


def test_a_card_without_masks_prints_what_the_masks_hid(desk, household):
    words = desk.words(desk.card(household, masked=False))
    assert [text for text in (*NUMBERS, "慢性病") if text not in words] == []


def test_a_cause_of_poverty_is_never_printed(desk, household):
    for masked in (True, False):
        words = desk.words(desk.card(household, masked=masked))
        assert "自身发展动力不足" not in words
        assert "致贫" not in words
        assert "家中老人患病" not in words


def test_a_household_that_left_poverty_is_not_called_poor(desk, household):
    assert "贫困户" in desk.words(desk.card(household))
    exited = replace(household, household={**household.household, "status": "1"})
    words = desk.words(desk.card(exited))
    assert "贫困户" not in words
    assert "脱贫户属性" in words
    assert "一般脱贫户" in words


def test_income_a_head_is_rounded_half_up_only_to_print(desk, household):
    thirds = replace(household, household_year={"size_end": 3, "net_income": 100})
    assert "0.33" in desk.words(desk.card(thirds))
    assert "0.50" in desk.words(desk.card(replace(thirds, household_year={"size_end": 2, "net_income": 99})))


def test_an_income_that_is_not_known_prints_no_figure(desk, household):
    unknown = replace(household, household_year={"size_end": 3}, income={}, loans=())
    assert "0.00" not in desk.words(desk.card(unknown))


def test_the_year_stands_on_the_card(desk, household):
    assert "2019 年度" in desk.words(desk.card(household))


def test_a_new_field_of_the_dictionary_appears_without_a_line_of_code(desk, household):
    field = replace(desk.dictionary.field("household_year", "toilet"), key="x_solar", zh_hans="示范太阳能")
    fields = {**desk.dictionary.fields, "household_year": (*desk.dictionary.fields["household_year"], field)}
    wider = replace(desk, dictionary=replace(desk.dictionary, fields=fields))
    assert "示范太阳能" in wider.words(wider.card(household))


def test_a_card_for_a_door_shows_no_number_illness_or_income(desk, household):
    words = desk.words(door_card(household, desk.imprint, desk.texts))
    assert "李帮扶" in words
    hidden = (*NUMBERS, *ILLNESS, "王龙𬭎", "见长女", "5,540", "16,620", household.household["household_no"])
    assert [text for text in hidden if text in words] == []


def test_the_check_code_changes_with_a_fact_and_not_with_the_day_of_printing(desk, household):
    code = desk.card(household).check.text
    later = replace(desk, imprint=replace(desk.imprint, printed_at="2019-12-01 08:00"))
    assert later.card(household).check.text == code
    assert desk.card(replace(household, year=2018)).check.text != code
    assert len(code) == 8
