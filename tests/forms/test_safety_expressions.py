"""Expressions that would take the day, the stack or all memory are stopped with a sentence, and are real attacks."""

import re
import time
from collections.abc import Callable
from functools import reduce
from itertools import product

import pytest

from fieldapp.errors import FormError
from fieldapp.forms import Session
from fieldapp.forms.expressions import parser, work
from fieldapp.forms.expressions.syntax import Binary
from fieldapp.forms.limits import LONGEST_TEXT, MOST_INSTANCES, MOST_TERMS, MOST_TRUTHS

Filled = Callable[..., Session]
SHORTER = 100_000  # letters
REPEAT = (
    '<input ref="/data/n"/><group ref="/data/r"><repeat nodeset="/data/r" jr:count="/data/n">'
    '<input ref="/data/r/x"/></repeat></group>'
)


@pytest.fixture(autouse=True)
def fewer_steps(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A twentieth of the steps and letters, so that each attack ends soon; one test takes the real bound."""
    if "real" not in request.node.name:
        monkeypatch.setattr(work, "MOST_STEPS", 250_000)
        monkeypatch.setattr(work, "LONGEST_TEXT", SHORTER)


def calculated(filled: Filled, expression: str, data: str = "<a/>", more: str = "") -> Session:
    escaped = expression.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return filled(data, f'<bind nodeset="/data/a" calculate="{escaped}"/>{more}')


def refused(filled: Filled, expression: str, data: str = "<a/>", more: str = "") -> FormError:
    began = time.process_time()
    with pytest.raises(FormError) as caught:
        calculated(filled, expression, data, more)
    assert time.process_time() - began < 5
    problem = caught.value.params.get("problem", caught.value)
    assert isinstance(problem, FormError)
    return problem


def steps_of(filled: Filled, expression: str, questions: int) -> int:
    session = calculated(filled, expression, "<a/>" + "".join(f"<q{at}/>" for at in range(questions)))
    filling = session._filling
    filling.graph.queue_all(filling.slots["/data/a"].cells)
    before = filling.world.work.left
    filling.graph.settle()
    return before - filling.world.work.left


@pytest.mark.parametrize(
    "expression",
    [
        "count(//*[//*[//*[//*]]])",
        "count(//*[count(//*[count(//*) > 1]) > 1])",
        "count(//*[preceding::*[following::*[preceding::*]]])",
    ],
    ids=["products", "counted products", "before and behind"],
)
def test_products_of_node_sets_run_out_of_steps(filled: Filled, expression: str) -> None:
    data = "<a/>" + "".join(f"<q{at}/>" for at in range(100))
    error = refused(filled, expression, data)
    assert error.code == "form.work"
    assert "simpler" in error.sentence()
    assert steps_of(filled, expression, 8) > 2 * steps_of(filled, expression, 4)


def test_the_real_bound_is_reached_within_seconds(filled: Filled) -> None:
    assert refused(filled, "count(//*[//*[//*[//*]]])", "<a/>" + "<q/>" * 300).code == "form.work"


def test_the_steps_are_counted_anew_for_each_answer(filled: Filled) -> None:
    session = filled(
        "<n/>" + "".join(f"<q{at}/>" for at in range(40)),
        '<bind nodeset="/data/q0" calculate="count(//*[//*[/data/n != 0]])"/>',
        '<input ref="/data/n"/>',
    )
    for at in range(300):
        session.answer("/data/n", str(at))
    assert session.node("/data/q0").value != ""


def test_a_text_that_doubles_along_a_chain_is_stopped(filled: Filled) -> None:
    def chain(length: int) -> tuple[str, str, str]:
        data = "<a/>" + "".join(f"<q{at}/>" for at in range(length + 1))
        binds = "".join(
            f'<bind nodeset="/data/q{at}" calculate="concat(/data/q{at + 1}, /data/q{at + 1})"/>'
            for at in range(length)
        )
        return "/data/q0", data, f'{binds}<bind nodeset="/data/q{length}" calculate="\'0123456789\'"/>'

    assert len(calculated(filled, *chain(12)).raw("/data/a")) == 10 * 2**12
    error = refused(filled, *chain(60))
    assert error.code == "form.text.long"
    assert error.params["length"] == 10 * 2**14


@pytest.mark.parametrize("grow", ["join('{0}', 1, 2)", "replace('{0}', '', '{0}')", "base64-encode('{0}')"])
def test_every_function_that_makes_longer_texts_is_counted(filled: Filled, grow: str) -> None:
    assert calculated(filled, f"string-length({grow.format('abc' * 3)})").raw("/data/a") not in ("", "0")
    data = "<a/><s>" + "y" * (SHORTER - 1) + "</s>"
    assert refused(filled, grow.replace("'{0}'", "/data/s"), data).code == "form.text.long"


def test_an_answer_that_is_far_too_long_is_refused_and_the_one_before_stays(filled: Filled) -> None:
    session = filled("<a/>", "", '<input ref="/data/a"/>')
    session.answer("/data/a", "x" * 10_000)
    with pytest.raises(FormError, match="too long"):
        session.answer("/data/a", "x" * (LONGEST_TEXT + 1))
    assert len(session.raw("/data/a")) == 10_000


def test_ten_thousand_parentheses_are_too_deep_and_break_a_parser_without_the_bound(
    filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = "(" * 10_000 + "1" + ")" * 10_000
    assert refused(filled, deep).code == "form.expression.deep"
    assert refused(filled, "a[" * 10_000 + "1" + "]" * 10_000).code == "form.expression.deep"
    assert calculated(filled, "(" * 50 + "1" + ")" * 50).raw("/data/a") == "1"
    monkeypatch.setattr(parser, "DEEPEST_EXPRESSION", 10_000)
    with pytest.raises(RecursionError):
        parser._Parser(deep).whole()


def test_a_row_of_fifty_thousand_terms_is_refused_and_breaks_a_compiler_without_the_bound(
    filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refused(filled, "1+" * 40_000 + "1").code == "form.expression.terms"
    assert calculated(filled, "1+" * MOST_TERMS + "1").raw("/data/a") == str(MOST_TERMS + 1)
    monkeypatch.setattr(parser, "MOST_TERMS", 10**6)
    session = calculated(filled, "1")
    from fieldapp.forms.expressions.compiler import Compiler

    with pytest.raises(RecursionError):
        Compiler(session._filling.world, session._root).compile(parser._Parser("2+" * 3_000 + "2").whole())


def test_a_long_row_of_or_is_read_flat_and_breaks_a_compiler_when_it_is_not(
    filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = " or ".join(["1 = 2"] * MOST_TRUTHS + ["1 = 1"])
    assert calculated(filled, row).raw("/data/a") == "true"
    assert calculated(filled, row.replace(" or ", " and ")).raw("/data/a") == "false"
    assert refused(filled, f"{row} or 1 = 2").code == "form.expression.terms"
    session = calculated(filled, "1")
    from fieldapp.forms.expressions.compiler import Compiler

    compiler = Compiler(session._filling.world, session._root)
    monkeypatch.setattr(
        parser, "_flat", lambda operator, terms: reduce(lambda a, b: Binary(operator, a, b), terms)
    )
    with pytest.raises(RecursionError):
        compiler.compile(parser._Parser(row).whole())


def test_a_row_of_and_and_or_means_the_same_read_flat(filled: Filled) -> None:
    for truths in product("01", repeat=5):
        wanted = any(one == "1" for one in truths)
        assert (
            calculated(filled, " or ".join(f"{one} = 1" for one in truths)).raw("/data/a")
            == str(wanted).lower()
        )
    assert (
        calculated(filled, "1 = 1 or 1 = 1 or 1 = 1 and 1 = 2 and 1 = 2 and 1 = 1").raw("/data/a") == "true"
    )


def test_rows_of_terms_inside_one_another_are_refused_by_name(filled: Filled) -> None:
    expression = "1"
    for _ in range(40):
        expression = f"({expression}{'+1' * 190})"
    with pytest.raises(FormError, match=r"/data/a.*nested too deep"):
        calculated(filled, expression)


def test_an_expression_of_a_megabyte_is_refused(filled: Filled) -> None:
    assert refused(filled, "a" * 1_000_000).code == "form.expression.long"
    assert calculated(filled, "string-length('" + "a" * 90_000 + "')").raw("/data/a") == "90000"


def test_a_catastrophic_pattern_takes_no_time_here_and_doubles_with_each_letter_elsewhere(
    filled: Filled,
) -> None:
    data = "<a/><s>" + "a" * 100_000 + "b</s>"
    began = time.process_time()
    assert calculated(filled, "regex(/data/s, '^(a+)+$')", data).raw("/data/a") == "false"
    assert time.process_time() - began < 1

    def taken(letters: int) -> float:
        started = time.process_time()
        re.search("^(a+)+$", "a" * letters + "b")
        return time.process_time() - started

    assert taken(18) > 4 * taken(13)


@pytest.mark.parametrize(
    "pattern",
    [r"(?=a)b", r"(?<!a)b", r"(a)\1", "a{1001}", "((a{100}){100}){100}", "[", "\\", "(?P<n", "*", "(?>a)"],
)
def test_a_pattern_that_cannot_be_used_is_said_with_its_reason(filled: Filled, pattern: str) -> None:
    error = refused(filled, f"regex('a', '{pattern}')")
    assert error.code == "form.expression.regex"
    assert error.params["reason"]


def test_a_replacement_that_names_no_group_is_said(filled: Filled) -> None:
    assert calculated(filled, r"replace('aba', 'b', 'x')").raw("/data/a") == "axa"
    assert refused(filled, r"replace('aba', 'b', '\7')").code == "form.expression.regex"


def test_a_line_of_thousands_of_points_that_may_cross_itself_is_bounded(filled: Filled) -> None:
    def line(points: int) -> str:
        return "<a/><s>" + ";".join(f"0 {at / 1000}" for at in range(points)) + "</s>"

    assert calculated(filled, "intersects(/data/s)", line(50)).raw("/data/a") == "true"
    assert refused(filled, "intersects(/data/s)", line(9_000)).code == "form.work"


def test_a_count_of_a_milliard_rows_adds_none_and_says_how_many_there_is_room_for(filled: Filled) -> None:
    session = filled("<n/><r><x/></r>", "", REPEAT)
    session.answer("/data/n", "3")
    with pytest.raises(FormError, match="1000000000 rows; there is room for 10000"):
        session.answer("/data/n", "1000000000")
    assert session.node("/data/r#range").count == 3
    assert session.node("/data/n").value == "1000000000"
    session.answer("/data/n", "50")
    assert sum(ref.endswith("/x") for ref in session.order()) == 50


def test_a_draft_with_such_a_count_opens_all_the_same(filled: Filled, xform: Callable[..., bytes]) -> None:
    from datetime import datetime

    from fieldapp.forms import load_form_xml

    session = filled("<n/><r><x/></r>", "", REPEAT)
    session.answer("/data/n", "3")
    with pytest.raises(FormError):
        session.answer("/data/n", "1000000000")
    now = datetime(2026, 3, 5, 9, 30)
    form = load_form_xml(xform("<n/><r><x/></r>", "", REPEAT))
    restored = form.restore(session.answers(), today=now.date(), now=now)
    assert restored.node("/data/r#range").count == 3
    restored.answer("/data/n", "4")
    assert restored.node("/data/r#range").count == 4


def test_a_blank_form_that_counts_a_milliard_rows_is_refused(filled: Filled) -> None:
    with pytest.raises(FormError) as caught:
        filled("<n>1000000000</n><r><x/></r>", "", REPEAT)
    assert caught.value.code == "form.repeat.many"
    assert caught.value.params["room"] == MOST_INSTANCES


def test_repeats_within_repeats_share_the_room_of_the_session(
    filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fieldapp.forms.filling import repeats

    monkeypatch.setattr(repeats, "MOST_NODES", 2_000)
    body = (
        '<group ref="/data/r"><repeat nodeset="/data/r" jr:count="{0}"><group ref="/data/r/s">'
        '<repeat nodeset="/data/r/s" jr:count="{0}"><input ref="/data/r/s/x"/></repeat></group></repeat></group>'
    )
    assert filled("<r><s><x/></s></r>", "", body.format(10)).node("/data/r[10]/s#range").count == 10
    with pytest.raises(FormError, match="there is room for"):
        filled("<r><s><x/></s></r>", "", body.format(300))


def test_a_row_added_by_hand_needs_room_as_well(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    from fieldapp.forms.filling import repeats

    session = filled("<r><x/></r>", "", REPEAT.replace(' jr:count="/data/n"', ""))
    session.add_repeat("/data/r")
    monkeypatch.setattr(repeats, "MOST_INSTANCES", 2)
    with pytest.raises(FormError, match="room for 2"):
        session.add_repeat("/data/r")


def test_a_heavy_calculation_in_thousands_of_rows_runs_out_while_it_is_compiled(filled: Filled) -> None:
    heavy = "concat(" + ",".join(["/data/n"] * 300) + ")"
    bind = f'<bind nodeset="/data/r/x" calculate="{heavy}"/>'
    assert filled("<n>2</n><r><x/></r>", bind, REPEAT).node("/data/r#range").count == 2
    with pytest.raises(FormError, match="steps"):
        filled("<n>900</n><r><x/></r>", bind, REPEAT)


def test_what_was_added_row_by_row_opens_again(
    xform: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import datetime

    from fieldapp.forms import load_form_xml

    monkeypatch.setattr(work, "MOST_STEPS", 20_000)
    bind = '<bind nodeset="/data/r/x" calculate="concat(position(..), /data/n, /data/n)"/>'
    form = load_form_xml(xform("<n/><r><x/></r>", bind, REPEAT.replace(' jr:count="/data/n"', "")))
    now = datetime(2026, 3, 5, 9, 30)
    session = form.start(today=now.date(), now=now)
    for _ in range(600):
        session.add_repeat("/data/r")
    restored = form.restore(session.answers(), today=now.date(), now=now)
    assert restored.node("/data/r#range").count == session.node("/data/r#range").count
