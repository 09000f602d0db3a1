"""Rows share their compiled expressions, and each reads its own answers."""

from collections.abc import Callable
from datetime import datetime

from fieldapp.forms import load_form_xml

REPEAT = '<repeat nodeset="/data/r"><input ref="/data/r/x"/></repeat>'
BINDS = """<bind nodeset="/data/r/y" calculate="/data/r/x * 2 + /data/n"/>
    <bind nodeset="/data/r/x" type="int" relevant="position(..) != 9" constraint=". &lt; ../../n"/>"""


def test_each_row_reads_its_own_answers_also_after_the_first_has_gone(xform: Callable[..., bytes]) -> None:
    form = load_form_xml(xform("<n>10</n><r><x/><y/></r>", BINDS, REPEAT))
    now = datetime(2026, 3, 5, 9, 30)
    session = form.start(today=now.date(), now=now)
    session.add_repeat("/data/r")
    session.add_repeat("/data/r")
    for place, answer in enumerate(("1", "2", "30"), 1):
        session.answer(f"/data/r[{place}]/x", answer)
    assert [session.raw(f"/data/r[{place}]/y") for place in (1, 2, 3)] == ["12", "14", "70"]
    assert [one.ref for one in session.violations()] == ["/data/r[3]/x"]
    session.remove_repeat("/data/r[1]")
    session.answer("/data/r[2]/x", "3")
    session.add_repeat("/data/r")
    session.answer("/data/r[3]/x", "40")
    assert [session.raw(f"/data/r[{place}]/y") for place in (1, 2, 3)] == ["14", "16", "90"]
    assert [one.ref for one in session.violations()] == ["/data/r[3]/x"]
