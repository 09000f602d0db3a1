"""What a language lacks is said in another: no worker reads a dash or nothing where some language has the words."""

from collections.abc import Callable

from fieldapp.forms import Form, Session

Load = Callable[..., Form]
Begin = Callable[..., Session]
SURVEY = """| survey |
| | type | name | label::en | label::zh | hint::en | guidance_hint::en | image::en | required | required_message::en |
| | text | a | Name | 姓名 | In full | See ${b} | a.png | yes | Say it |
| | text | b | Village |  |  |  |  |  |  |
| | text | c | - | - |  |  |  |  |  |
| | text | d |  | 乡 |  |  |  |  |  |
| settings |
| | default_language |
| | en |
"""


def test_what_is_not_translated_is_said_in_the_default_language(xlsform: Load, begun: Begin) -> None:
    session = begun(xlsform(SURVEY))
    session.set_language("zh")
    assert (session.node("/data/a").label, session.node("/data/a").hint) == ("姓名", "In full")
    assert session.node("/data/a").required_message == "Say it"
    assert session.node("/data/a").media == {"image": "jr://images/a.png"}
    assert session.node("/data/b").label == "Village"


def test_what_the_default_language_lacks_is_said_in_another(xlsform: Load, begun: Begin) -> None:
    assert begun(xlsform(SURVEY)).node("/data/d").label == "乡"


def test_a_dash_that_every_language_writes_stays(xlsform: Load, begun: Begin) -> None:
    assert begun(xlsform(SURVEY)).node("/data/c").label == "-"


def test_guidance_shows_answers_as_they_come(xlsform: Load, begun: Begin) -> None:
    session = begun(xlsform(SURVEY))
    assert "/data/a" in session.answer("/data/b", "Upper River")
    assert session.node("/data/a").guidance.strip() == "See Upper River"
    session.set_language("zh")
    assert session.node("/data/a").guidance.strip() == "See Upper River"


def test_long_words_of_a_language_are_words_enough(filled: Callable[..., Session]) -> None:
    texts = """<itext><translation lang="en" default="true()"><text id="a"><value>Short</value></text></translation>
      <translation lang="zh"><text id="a"><value form="long">长</value></text></translation></itext>"""
    body = """<input ref="/data/a"><label ref="jr:itext('a')"/></input>"""
    session = filled("<a/>", "", body, texts)
    session.set_language("zh")
    assert session.node("/data/a").label == "长"
