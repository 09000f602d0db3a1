"""Labels, hints, messages and choices in each language; answers within labels."""

from collections.abc import Callable
from typing import Any

import pytest

from fieldapp.errors import FormError

Begin = Callable[..., Any]
BOTH = """
text en q = Name
text zh q = 姓名
text en h = As on the card
text zh h = 与身份证一致
text name | label: itext q | hint: itext h
"""


def test_the_first_language_is_spoken_at_first(scenario: Begin) -> None:
    s = scenario(BOTH)
    assert s.form.languages == ("en", "zh")
    assert (s.session.language, s.label("name")) == ("en", "Name")


def test_labels_and_hints_change_with_the_language(scenario: Begin) -> None:
    s = scenario(BOTH)
    s.speak("zh")
    assert (s.label("name"), s.node("name").hint) == ("姓名", "与身份证一致")
    s.speak("en")
    assert (s.label("name"), s.node("name").hint) == ("Name", "As on the card")


def test_answers_stay_when_the_language_changes(scenario: Begin) -> None:
    s = scenario(BOTH).answer("name", "Li")
    s.speak("zh")
    assert s.value("name") == "Li"


def test_a_language_that_the_form_does_not_speak_is_refused(scenario: Begin) -> None:
    with pytest.raises(FormError, match="fr"):
        scenario(BOTH).speak("fr")


def test_a_form_without_translations_has_no_languages(scenario: Begin) -> None:
    s = scenario("text a | label: A")
    assert (s.form.languages, s.session.language, s.label("a")) == ((), "", "A")


def test_a_text_that_lacks_in_one_language_comes_from_the_first(scenario: Begin) -> None:
    s = scenario("text en q = Name\ntext zh other = 别的\ntext name | label: itext q")
    s.speak("zh")
    assert s.label("name") == "Name"


def test_a_text_that_is_nowhere_is_blank(scenario: Begin) -> None:
    assert scenario("text en q = Name\ntext name | label: itext nowhere").label("name") == ""


def test_a_label_tells_an_answer(scenario: Begin) -> None:
    s = scenario("text name\nint age | label: How old is ${name}?")
    assert s.label("age") == "How old is ?"
    assert s.answer("name", "Li").label("age") == "How old is Li?"


def test_a_hint_tells_an_answer(scenario: Begin) -> None:
    s = scenario("int n\ntext q | hint: One of ${n}").answer("n", "4")
    assert s.node("q").hint == "One of 4"


def test_a_label_tells_a_calculation(scenario: Begin) -> None:
    s = scenario("int n\ncalculate d = ${n} * 2\nnote q | label: Twice is ${d}.").answer("n", "4")
    assert s.label("q") == "Twice is 8."


def test_a_label_tells_several_answers_in_each_language(scenario: Begin) -> None:
    s = scenario(
        "text first\ntext last\ntext en q = ${first} of the ${last}\ntext zh q = ${last}家${first}\n"
        "note n | label: itext q"
    )
    s.answer("first", "Li").answer("last", "Wang")
    assert s.label("n") == "Li of the Wang"
    s.speak("zh")
    assert s.label("n") == "Wang家Li"


def test_a_label_says_blank_for_what_is_not_relevant(scenario: Begin) -> None:
    s = (
        scenario("int n\ntext a | relevant: ${n} = 1\nnote q | label: Said ${a}")
        .answer("n", "1")
        .answer("a", "x")
    )
    assert s.label("q") == "Said x"
    assert s.answer("n", "2").label("q") == "Said "


def test_an_answer_tells_which_labels_changed(scenario: Begin) -> None:
    s = scenario("text name\nnote q | label: Dear ${name}\nnote r | label: Fixed")
    assert s.session.answer("/data/name", "Li") == {"/data/name", "/data/q"}


def test_signs_of_xml_in_a_label_stay(scenario: Begin) -> None:
    assert scenario("text q | label: a < b & c").label("q") == "a < b & c"


def test_an_answer_within_a_label_is_no_markup(scenario: Begin) -> None:
    s = scenario("text name\nnote q | label: Dear ${name}").answer("name", "<b>&amp;")
    assert s.label("q") == "Dear <b>&amp;"


def test_markdown_is_left_to_the_window(scenario: Begin) -> None:
    assert scenario("note q | label: **Read** _this_").label("q") == "**Read** _this_"


def test_an_answer_that_was_calculated_from_a_text_keeps_its_words(scenario: Begin) -> None:
    s = scenario("text en q = Name\ntext zh q = 姓名\ncalculate word = jr:itext('q')")
    assert s.value("word") == "Name"
    s.speak("zh")
    assert s.value("word") == "Name"


@pytest.mark.parametrize(("language", "message"), [("en", "Too old"), ("zh", "太老")])
def test_messages_are_said_in_the_language(scenario: Begin, language: str, message: str) -> None:
    s = scenario(
        "text en m = Too old\ntext zh m = 太老\nint age | constraint: . < 120 | message: jr:itext('m')"
    )
    s.answer("age", "130").speak(language)
    assert s.violation("age").message == message


def test_the_language_changes_no_byte_of_the_submission(scenario: Begin) -> None:
    one, other = scenario(BOTH).answer("name", "Li"), scenario(BOTH).answer("name", "Li")
    other.speak("zh")
    assert one.session.submission() == other.session.submission()


def test_group_and_repeat_labels_are_told(scenario: Begin) -> None:
    s = scenario("group g | label: House\ntext a\nend\nrepeat p | label: Person\ntext b\nend")
    assert s.label("g") == "House"
    assert s.session.node("/data/p#range").label == "Person"
