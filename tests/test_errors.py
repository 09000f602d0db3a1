"""Troubles as sentences: one language from the first word to the last."""

from fieldapp.errors import Finding, PackError, UserError

CHINESE = {"{pack} is wrong: {first}": "{pack}有错：{first}", "There is no {code}.": "没有{code}。"}


def chinese(source: str) -> str:
    return CHINESE.get(source, source)


def test_a_trouble_within_a_trouble_is_said_in_the_same_language():
    inner = Finding("x.y", "There is no {code}.", {"code": "7"})
    for within in (inner, PackError("x.y", "There is no {code}.", code="7")):
        outer = PackError("pack.x", "{pack} is wrong: {first}", pack="p", first=within)
        assert outer.sentence(chinese) == "p有错：没有7。"
        assert str(outer) == "p is wrong: There is no 7."
        assert Finding("a.b", "{first}", {"first": within}).sentence(chinese) == "没有7。"


def test_a_place_may_have_any_name():
    refused = UserError("x.y", "{code} and {text}", code=1, text="two")
    assert (refused.code, str(refused)) == ("x.y", "1 and two")
