"""Reading a form piece by piece: after any answers and rows, plan, counts and draft are those of a form read anew."""

import random
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime

import pytest

from fieldapp.forms import load_form_xml
from fieldapp.forms.marks import CONFIRMED
from fieldapp_ui.editing.forms.entry import FormEntry
from fieldapp_ui.editing.forms.plan import plan_of
from fieldapp_ui.editing.forms.reading import FormReading

ROWS = "/data/person#range"
FORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:fieldapp="urn:fieldapp:xforms"><h:head><h:title>走访</h:title><model>
  <instance><data id="visit"><group/><people/><person><name/><age/><child><school/></child><pet><kind/></pet></person>
    <many/><item><n/></item><end/></data></instance>
  <bind nodeset="/data/person/age" type="int" required="true()" fieldapp:soft_constraint=". &lt; 100"
    fieldapp:soft_message="很老了"/>
  <bind nodeset="/data/person/child" relevant="../age &lt; 18"/>
  <bind nodeset="/data/people" calculate="count(/data/person)"/>
  <bind nodeset="/data/many" type="int"/>
  <bind nodeset="/data/item/n" required="true()"/>
  </model></h:head><h:body>
  <input ref="/data/group"><label>组</label></input>
  <group ref="/data/person"><label>成员</label><repeat nodeset="/data/person">
    <input ref="/data/person/name"><label>姓名</label></input><input ref="/data/person/age"><label>年龄</label></input>
    <group ref="/data/person/child"><label>孩子</label>
      <input ref="/data/person/child/school"><label>学校</label></input></group>
    <group ref="/data/person/pet"><label>牲畜</label><repeat nodeset="/data/person/pet">
      <input ref="/data/person/pet/kind"><label>种类</label></input></repeat></group>
  </repeat></group>
  <input ref="/data/many"><label>几件</label></input>
  <group ref="/data/item"><label>物件</label>
    <repeat nodeset="/data/item" xmlns:jr="http://openrosa.org/javarosa" jr:count="/data/many">
      <input ref="/data/item/n"><label>名称</label></input></repeat></group>
  <input ref="/data/end"><label>完</label></input></h:body></h:html>"""


class Memory:
    """Keeps answers as a draft does, beginning with all of the session's."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self.kept = dict(answers)
        self.written = 0

    def keep(self, answers: Mapping[str, str], at: str, gone: Collection[str] = ()) -> None:
        self.written += len(answers)
        for ref in (*gone, *(ref + CONFIRMED for ref in answers)):
            self.kept.pop(ref, None)
        self.kept.update(answers)


@pytest.fixture
def entry(qapp) -> FormEntry:
    form = load_form_xml(FORM.encode())
    session = form.start(today=date(2019, 11, 5), now=datetime(2019, 11, 5, 1, tzinfo=UTC))
    return FormEntry(form, session, Memory(session.answers()))


def do_something(entry: FormEntry, chance: random.Random) -> None:
    """One deed of a worker."""
    rows = entry.reading.rows(ROWS)
    row = chance.choice(rows) if rows else ""
    match chance.randrange(9):
        case 0 | 1:
            entry.add_row(ROWS, row if chance.random() < 0.5 else "")
        case 2 if row:
            entry.remove_row(row)
        case 3 if row:
            entry.add_row(f"{row}/pet#range")
        case 4 if row:
            entry.answer(f"{row}/age", chance.choice(("7", "41", "120", "")))
        case 5 if row:
            entry.confirm(f"{row}/age")
        case 6:
            entry.answer("/data/many", chance.choice(("0", "1", "3")))
        case 7 if row:
            entry.answer(f"{row}/name", chance.choice(("龙长顺", "单玉兰", "")))
        case _:
            entry.deeds.undo()


@pytest.mark.parametrize("seed", range(6))
def test_piece_by_piece_is_as_read_anew(entry, seed):
    chance = random.Random(seed)
    for _ in range(60):
        do_something(entry, chance)
        reading, anew = entry.reading, FormReading(entry.form, entry.session)
        assert reading.plan == plan_of(entry.session.state())
        assert [reading.count(one) for one in reading.sections] == [
            anew.count(one) for one in reading.sections
        ]
        assert [reading.title(one) for one in reading.sections] == [
            anew.title(one) for one in reading.sections
        ]
        assert reading.total() == anew.total()
        assert entry._keeper.kept == entry.session.answers()


def test_a_row_more_among_many_writes_only_its_own_answers(entry):
    for _ in range(40):
        entry.add_row(ROWS)
    before = entry._keeper.written
    entry.add_row(ROWS)
    own = [ref for ref in entry.session.answers() if ref.startswith("/data/person[42]/")]
    assert entry.reading.rows(ROWS)[-1] == "/data/person[42]"
    assert entry._keeper.written - before == len(own) + 2, "and the number of rows, and the count of people"


def test_a_row_that_goes_is_told_with_all_its_questions(entry):
    entry.add_row(ROWS)
    told: list[frozenset[str]] = []
    entry.replanned.connect(told.append)
    entry.remove_row("/data/person[2]")
    assert "/data/person[2]/name" in told[0]
    assert "/data/group" not in told[0]
