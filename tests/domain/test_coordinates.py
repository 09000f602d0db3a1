"""Coordinates in the spellings that people, receivers and map pages use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.coordinates import Place, read_place, read_places, read_stored
from fieldapp.errors import Finding

FIGURES = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("text", "odk"),
    [
        ("34.5 108.9", "34.5 108.9 0 0"),
        ("34.5,108.9", "34.5 108.9 0 0"),
        ("34.5， 108.9", "34.5 108.9 0 0"),
        ("３４．５　１０８．９", "34.5 108.9 0 0"),
        ("N34°30'0\" E108°54'", "34.5 108.9 0 0"),
        ("34°30′N, 108°54′E", "34.5 108.9 0 0"),
        ("34度30分0秒 108度54分0秒", "34.5 108.9 0 0"),
        ("北纬34.5 东经108.9", "34.5 108.9 0 0"),
        ("东经108.9度，北纬34.5度", "34.5 108.9 0 0"),
        ("纬度:34.5 经度:108.9", "34.5 108.9 0 0"),
        ("纬度：34.5，经度：108.9", "34.5 108.9 0 0"),
        ("lat 34.5 lng 108.9", "34.5 108.9 0 0"),
        ("34 30 0, 108 54 0", "34.5 108.9 0 0"),
        ("34,5 108,9", "34.5 108.9 0 0"),
        ("geo:34.5,108.9", "34.5 108.9 0 0"),
        ("34.5 108.9 1250 4.5", "34.5 108.9 1250 4.5"),
        ("34.5, 108.9, 1250米 ±5m", "34.5 108.9 1250 5"),
        ("(34.5, 108.9)", "34.5 108.9 0 0"),
        ("-33.9, 18.4", "-33.9 18.4 0 0"),
        ("33.9S 70.6W", "-33.9 -70.6 0 0"),
    ],
)
def test_every_usual_spelling_is_read_as_the_same_place(text, odk):
    place = read_place(text)
    assert isinstance(place, Place), place
    assert place.odk() == odk
    assert not place.swapped


@pytest.mark.parametrize("text", ["108.9,34.5", "108.9 34.5", "87.6 43.8"])
def test_longitude_first_is_turned_round_and_said(text):
    place = read_place(text)
    assert isinstance(place, Place)
    assert place.swapped
    assert place.latitude < place.longitude


def test_letters_say_which_is_which_and_nothing_is_turned():
    place = read_place("N80 E30")
    assert (place.latitude, place.longitude, place.swapped) == (80, 30, False)


@pytest.mark.parametrize("text", ["", "34.5", "前庄村", "34.5 x 108.9", "95 200", "34°75' 108°", "N34 N35"])
def test_what_is_no_place_says_how_to_write_one(text):
    found = read_place(text)
    assert isinstance(found, Finding)
    assert found.code in ("place.unread", "place.outside")


def test_several_lines_are_several_places_and_a_wrong_one_is_named():
    assert [one.odk() for one in read_places("34.5 108.9\n34.6\t108.9; 34.6,109")] == [
        "34.5 108.9 0 0",
        "34.6 108.9 0 0",
        "34.6 109 0 0",
    ]
    wrong = read_places("34.5 108.9\n前庄村")
    assert isinstance(wrong, Finding)
    assert wrong.params["text"] == "前庄村"


def test_a_stored_trace_gives_its_points_and_what_is_none_is_left_out():
    assert [one.latitude for one in read_stored("34.5 108.9 0 0; x y; 34.6 108.9 0 0")] == [34.5, 34.6]


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_what_is_shown_is_read_back_as_the_same_place(latitude, longitude):
    again = read_place(Place(latitude, longitude).shown())
    assert isinstance(again, Place)
    assert again.latitude == pytest.approx(latitude, abs=1e-6)
    assert again.longitude == pytest.approx(longitude, abs=1e-6)


@given(st.text(max_size=80))
def test_any_text_is_a_place_or_a_finding(text):
    found = read_place(text)
    assert isinstance(found, Finding) or (abs(found.latitude) <= 90 and abs(found.longitude) <= 180)


@given(st.lists(st.sampled_from(list("0123456789.,;°'\"NSEW- 北纬东经度分秒")), max_size=40))
def test_any_mix_of_the_signs_of_coordinates_is_read_without_trouble(signs):
    found = read_place("".join(signs))
    assert isinstance(found, Finding | Place)
