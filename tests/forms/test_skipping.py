"""Numbers of questions, digits of choices, and what is passed over: the same on paper and on the screen."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fieldapp.forms import Form, load_form
from fieldapp.forms.filling.choice_codes import codes_of_values
from fieldapp.forms.paper.numbering import number_of, question_numbers
from fieldapp.forms.paper.skipping import Condition, Terms, depends_on, leads_to

FORM = """| settings |
| | form_title | form_id |
| | Visit | visit |
| survey |
| | type | name | label | relevant | choice_filter |
| | select_one way | way | Way | | |
| | begin_group | inside | Inside | ${way} = 'foot' and ${way} != '' | |
| | integer | steps | Steps | | |
| | note | said | A note | | |
| | end_group | inside | | | |
| | integer | age | Age | | |
| | select_one school | school | School | | ${age} >= min |
| | select_multiple way | ways | Ways | | |
| | begin_repeat | people | People | | |
| | text | name | Name | | |
| | text | why | Why | selected(${ways}, 'car') or ${age} > 60 | |
| | end_repeat | people | | | |
| | text | last | Last | concat(${age}, 'x') = '3x' | |
| choices |
| | list_name | name | label | min |
| | way | foot | On foot | |
| | way | car | By car | |
| | school | small | Small | 0 |
| | school | middle | Middle | 10 |
| | school | big | Big | 20 |
"""


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Form:
    file = tmp_path_factory.mktemp("form") / "visit.md"
    file.write_text(FORM, "utf-8")
    return load_form(Path(file))


def test_numbers_count_what_is_asked_and_rows_share_the_number_of_their_column(form: Form) -> None:
    numbers = question_numbers(form)
    assert numbers["/data/way"] == 1
    assert numbers["/data/inside/steps"] == 2
    assert numbers["/data/age"] == 3
    assert "/data/inside/said" not in numbers
    assert number_of(numbers, "/data/people[2]/why") == "7.2"
    assert number_of(numbers, "/data/people[11]/name") == "6.11"
    assert number_of(numbers, "/data/inside/said") == ""


def test_an_answer_leads_past_the_questions_it_makes_irrelevant(form: Form) -> None:
    assert leads_to(form, "/data/way", ("foot", "car")) == {"car": "/data/age"}


def test_what_is_not_simple_is_not_said(form: Form) -> None:
    assert depends_on(form, "/data/last") is None
    assert depends_on(form, "/data/age") is None


def test_a_question_says_on_what_it_depends(form: Form) -> None:
    assert depends_on(form, "/data/people/why") == Terms(
        (Condition("/data/ways", "has", "car"), Condition("/data/age", ">", "60")), every=False
    )


def test_a_filter_changes_no_code(form: Form) -> None:
    session = form.start(today=date(2019, 11, 5), now=datetime(2019, 11, 5, tzinfo=UTC))
    session.answer("/data/age", "12")
    codes = [(choice.value, choice.code) for choice in session.node("/data/school").choices]
    assert codes == [("small", "1"), ("middle", "2")]
    session.answer("/data/age", "0")
    assert [choice.code for choice in session.node("/data/school").choices] == ["1"]


def test_codes_are_the_values_themselves_where_all_are_figures() -> None:
    assert codes_of_values(("1", "0")) == ("1", "0")
    assert codes_of_values(("1", "a")) == ("1", "2")
