"""Rules that random walks of ODK's web engine taught: one small form or expression for each."""

import random
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from fieldapp.errors import FormError
from fieldapp.forms import Session
from fieldapp.forms.expressions.code import Context, as_text
from fieldapp.forms.expressions.compiler import Compiler
from fieldapp.forms.expressions.parser import parse
from fieldapp.forms.expressions.world import World
from fieldapp.forms.filling.types import written
from fieldapp.forms.tree import DOCUMENT, Node

Filled = Callable[..., Session]
NOW = datetime(2026, 3, 5, 9, 30, 0, 500_000, tzinfo=ZoneInfo("Asia/Shanghai"))
CHOICES = """<instance id="towns"><root><item><name>a</name></item><item><name>b</name></item>
  <item><name>c</name></item></root></instance>"""


def value_of(expression: str, late: bool = False) -> str:
    world = World(NOW.date(), NOW, ZoneInfo("Asia/Shanghai"), lambda: "0123-4567", random.Random(1))
    document = Node("", kind=DOCUMENT)
    return as_text(Compiler(world, document, late=late).compile(parse(expression)))(Context(document))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("0 div 0", ""),
        ("concat('x', number('no'))", "x"),
        ("1 div 10000000", "1e-7"),
        ("100000000000 * 100000000000", "1e+22"),
        ("0.1 + 0.2", "0.30000000000000004"),
        ("sum(/none)", ""),
        ("round(1.005, 2)", "1"),
        ("round(1234, -2)", "1200"),
        ("round(-2.5)", "-3"),
        ("date('nonsense')", "Invalid Date"),
        ("date('')", ""),
        ("date('18000')", "Invalid Date"),
        ("date(18000)", "2019-04-14T08:00:00.000+08:00"),
        ("date('2020-1-5')", "2020-01-05"),
        ("now()", "2026-03-05T09:30:00.5+08:00"),
        ("number('2020-01-05')", "18265"),
        ("number('2020-01-05') + 0", "18265.666666666668"),
        ("max('2020-01-05', today())", "20516.666666666668"),
        ("date('2020-01-05') = date('2020-01-04T16:00:00Z')", "true"),
        ("decimal-date-time('2020-1-5')", ""),
        ("selected('a b', 'a b')", "false"),
        ("selected('', '')", "true"),
        ("checklist(1, -1, 'no', '')", "true"),
        ("weighted-checklist(5, 5, true(), 5)", "true"),
        ("uuid(6)", "0123-4"),
        ("geofence('0.5 0.5', '0 0;0 1;1 1;1 0')", "false"),
        ("geofence('0.5 0.5', '0 0;0 1;1 1;1 0;0 0')", "true"),
        ("duration('2026-03-05', '2026-03-06T12:00:00.000+08:00')", "1.5"),
        ("substr('hello', -3)", "llo"),
    ],
)
def test_an_expression_is_spelled_as_odk_spells_it(expression: str, expected: str) -> None:
    assert value_of(expression) == expected


def test_a_form_names_an_unknown_function_at_once_and_a_lone_expression_only_where_it_gets_there() -> None:
    assert value_of("if(true(), 'fine', explode())", late=True) == "fine"
    with pytest.raises(FormError, match="explode"):
        value_of("if(true(), 'fine', explode())")
    with pytest.raises(FormError, match="explode"):
        value_of("if(false(), 'fine', explode())", late=True)


def test_distance_needs_a_place() -> None:
    with pytest.raises(FormError):
        value_of("distance()")


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("decimal", "1e-7", "0.0000001"),
        ("decimal", "1e3", "1000.0"),
        ("geopoint", "38.250 21.70", "38.25 21.7"),
        ("geopoint", "0 0 0 0", ""),
        ("geotrace", "1 2;3 4", "1.0 2.0;3.0 4.0"),
        ("geoshape", "1 2;3 4;5 6", "1.0 2.0;3.0 4.0;5.0 6.0;1.0 2.0"),
        ("dateTime", "2020-01-05T10:00", ""),
        ("dateTime", "2020-01-05T10:00:00Z", "2020-01-05T10:00:00Z"),
    ],
)
def test_an_answer_is_written_as_its_type_has_it(kind: str, text: str, expected: str) -> None:
    assert written(kind, text) == expected


def test_an_answer_over_a_calculation_stays_until_the_outcome_changes(filled: Filled) -> None:
    session = filled(
        "<a>1</a><b>2</b><total/>",
        """<bind nodeset="/data/a" type="int"/><bind nodeset="/data/b" type="int"/>
           <bind nodeset="/data/total" type="int" calculate="/data/a + /data/b"/>""",
        """<input ref="/data/a"/><input ref="/data/b"/><input ref="/data/total"/>""",
    )
    session.answer("/data/total", "9")
    session.answer("/data/a", "2")
    assert session.node("/data/total").value == "4"
    session.answer("/data/total", "9")
    session.prefill({"/data/a": "1", "/data/b": "3"})
    assert session.node("/data/total").value == "9"


def test_a_calculation_speaks_again_when_its_question_comes_back(filled: Filled) -> None:
    session = filled(
        "<show>yes</show><total/>",
        """<bind nodeset="/data/total" calculate="1 + 1" relevant="/data/show = 'yes'"/>""",
        """<input ref="/data/show"/><input ref="/data/total"/>""",
    )
    session.answer("/data/total", "9")
    session.answer("/data/show", "no")
    session.answer("/data/show", "yes")
    assert session.node("/data/total").value == "2"


def test_a_new_row_is_blank_where_the_form_gives_no_template(filled: Filled) -> None:
    body = """<group><repeat nodeset="/data/row"><input ref="/data/row/name"/></repeat></group>"""
    plain = filled("<row><name>first</name></row>", "", body)
    plain.add_repeat("/data/row")
    assert [plain.node(f"/data/row[{at}]/name").value for at in (1, 2)] == ["first", ""]
    own = filled('<row jr:template=""><name>new</name></row><row><name>first</name></row>', "", body)
    own.add_repeat("/data/row")
    assert own.node("/data/row[2]/name").value == "new"


def test_indexed_repeat_of_a_question_outside_the_repeat_is_blank(filled: Filled) -> None:
    session = filled(
        "<outside>x</outside><row><name/></row><found/>",
        """<bind nodeset="/data/found" calculate="indexed-repeat(/data/outside, /data/row, 1)"/>""",
        """<group><repeat nodeset="/data/row"><input ref="/data/row/name"/></repeat></group>""",
    )
    assert session.node("/data/found").value == ""


def test_a_rank_ranks_all_its_choices_even_when_all_of_them_are_new(filled: Filled) -> None:
    session = filled(
        "<some>a</some><order/>",
        "",
        """<input ref="/data/some"/><odk:rank xmlns:odk="http://www.opendatakit.org/xforms" ref="/data/order">
           <itemset nodeset="instance('towns')/root/item[selected(/data/some, name)]">
           <value ref="name"/><label ref="name"/></itemset></odk:rank>""",
        CHOICES,
    )
    session.answer("/data/order", ["a"])
    session.answer("/data/some", "b c")
    assert session.node("/data/order").value == "b c"


def test_a_first_answer_that_is_no_choice_is_not_shown(filled: Filled) -> None:
    item = "<item><label>Yes</label><value>yes</value></item>"
    session = filled("<q>perhaps</q>", "", f"""<select1 ref="/data/q"><label>Q</label>{item}</select1>""")
    assert session.node("/data/q").value == ""


def test_a_place_picked_from_a_list_is_not_held_to_the_list(filled: Filled) -> None:
    session = filled(
        "<place/>",
        """<bind nodeset="/data/place" type="geopoint"/>""",
        """<input ref="/data/place"><itemset nodeset="instance('towns')/root/item"><value ref="name"/>
           <label ref="name"/></itemset></input>""",
        CHOICES,
    )
    session.answer("/data/place", "1 2")
    assert session.node("/data/place").value == "1.0 2.0"


def test_the_label_of_a_listed_choice_shows_answers_live(filled: Filled) -> None:
    itext = """<itext><translation lang="en"><text id="c0"><value>To <output value="/data/name"/></value></text>
      </translation></itext><instance id="who"><root><item><itextId>c0</itextId><name>x</name></item></root></instance>"""
    session = filled(
        "<name>Li</name><q/>",
        "",
        """<input ref="/data/name"/><select1 ref="/data/q"><itemset nodeset="instance('who')/root/item">
           <value ref="name"/><label ref="jr:itext(itextId)"/></itemset></select1>""",
        itext,
    )
    session.answer("/data/name", "Zhang")
    assert [choice.label for choice in session.node("/data/q").choices] == ["To Zhang"]


def test_a_text_that_no_language_has_is_blank_and_a_calculated_text_keeps_its_language(
    filled: Filled,
) -> None:
    texts = """<itext><translation lang="en"><text id="hi"><value>hello</value></text></translation>
      <translation lang="fr"><text id="hi"><value>bonjour</value></text></translation></itext>"""
    session = filled(
        "<said/><q/>",
        """<bind nodeset="/data/said" calculate="jr:itext('hi')"/>""",
        """<input ref="/data/q"><label ref="jr:itext('nothing')"/></input>""",
        texts,
    )
    session.set_language("fr")
    assert session.node("/data/said").value == "hello"
    assert session.node("/data/q").label == ""


def test_random_order_by_seed_is_the_same_on_every_client(filled: Filled) -> None:
    session = filled(
        "<numbers/><words/>",
        """<bind nodeset="/data/numbers" calculate="join(' ', randomize(instance('towns')/root/item/name, 7))"/>
           <bind nodeset="/data/words" calculate="join(' ', randomize(instance('towns')/root/item/name, 'li'))"/>""",
        "",
        CHOICES,
    )
    assert session.node("/data/numbers").value == "c b a"
    assert session.node("/data/words").value == "c b a"


def test_the_place_of_the_device_is_taken_where_it_stands_then(filled: Filled) -> None:
    session = filled(
        "<q/><place/>",
        """<bind nodeset="/data/place" type="geopoint"/>""",
        """<input ref="/data/q"><odk:setgeopoint xmlns:odk="http://www.opendatakit.org/xforms"
           event="xforms-value-changed" ref="/data/place"/></input>""",
        metadata={"position": "1 2 3 4"},
    )
    session.answer("/data/q", "here")
    assert session.node("/data/place").value == "1.0 2.0 3.0 4.0"
    session.stand_at("5 6 7 8")
    session.answer("/data/q", "there")
    assert session.node("/data/place").value == "5.0 6.0 7.0 8.0"
