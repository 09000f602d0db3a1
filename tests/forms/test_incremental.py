"""What a session shows after any changes is what one that was restored from its answers shows: nothing went stale."""

from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fieldapp.forms import NodeState, Session, load_form_xml
from fieldapp.forms.filling.instance import Slot

NOW = datetime(2026, 1, 1, 8, tzinfo=UTC)
ROW = "/data/person"
FORM = f"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>rows</h:title><model>
 <instance><data id="rows"><wanted/><total/><people/><second/><oldest/>
  <person><name/><age/><adult/><place/><before/><work/><income/><share/><kind/></person>
  <pet><name/><owner/></pet></data></instance>
 <instance id="kinds"><root><item><name>a</name><of>1</of></item><item><name>b</name><of>1</of></item>
  <item><name>c</name><of>2</of></item></root></instance>
 <bind nodeset="/data/wanted" type="int"/>
 <bind nodeset="/data/total" calculate="sum({ROW}/income)"/>
 <bind nodeset="/data/people" calculate="count({ROW})"/>
 <bind nodeset="/data/second" calculate="indexed-repeat({ROW}/name, {ROW}, 2)"/>
 <bind nodeset="/data/oldest" calculate="max({ROW}/age)"/>
 <bind nodeset="{ROW}/age" type="int" constraint=". &lt; 50" jr:constraintMsg="too old"/>
 <bind nodeset="{ROW}/adult" calculate="if(../age &gt;= 18, 'yes', 'no')"/>
 <bind nodeset="{ROW}/place" calculate="position(..)"/>
 <bind nodeset="{ROW}/before" calculate="indexed-repeat({ROW}/name, {ROW}, position(..) - 1)"/>
 <bind nodeset="{ROW}/work" relevant="../adult = 'yes'" required="true()"/>
 <bind nodeset="{ROW}/income" type="int" relevant="../work != ''" readonly="/data/people &gt; 4"/>
 <bind nodeset="{ROW}/share" calculate="../income div /data/total"/>
 <bind nodeset="/data/pet/owner" relevant="/data/people &gt; 1"/>
 </model></h:head><h:body>
 <input ref="/data/wanted"><label>wanted</label></input>
 <group ref="{ROW}"><label>Person <output value="/data/people"/></label><repeat nodeset="{ROW}">
  <input ref="{ROW}/name"><label>Name <output value="../place"/></label></input>
  <input ref="{ROW}/age"><label>Age of <output value="../name"/></label></input>
  <input ref="{ROW}/work"><label>Work</label></input>
  <input ref="{ROW}/income"><label>Income of <output value="/data/total"/></label></input>
  <select1 ref="{ROW}/kind"><label>Kind</label><itemset nodeset="instance('kinds')/root/item[of = current()/../work]">
   <value ref="name"/><label ref="name"/></itemset></select1></repeat></group>
 <group ref="/data/pet"><label>Pet</label><repeat nodeset="/data/pet" jr:count="/data/wanted">
  <input ref="/data/pet/name"><label>Pet</label></input>
  <input ref="/data/pet/owner"><label>Owner</label></input></repeat></group>
</h:body></h:html>""".encode()
form = load_form_xml(FORM)

place = st.integers(1, 6)
changes = st.lists(
    st.one_of(
        st.tuples(st.just("wanted"), st.just(0), st.sampled_from(["", "0", "1", "3"])),
        st.tuples(st.just("name"), place, st.sampled_from(["", "王", "李"])),
        st.tuples(st.just("age"), place, st.sampled_from(["", "3", "30", "70"])),
        st.tuples(st.just("work"), place, st.sampled_from(["", "1", "2"])),
        st.tuples(st.just("income"), place, st.sampled_from(["", "5", "9"])),
        st.tuples(st.just("kind"), place, st.sampled_from(["", "a", "c"])),
        st.tuples(st.just("add"), place, st.just("")),
        st.tuples(st.just("remove"), place, st.just("")),
    ),
    max_size=25,
)


def change(session: Session, what: str, at: int, value: str) -> frozenset[str]:
    row = f"{ROW}[{at}]"
    if what == "add":
        return session.add_repeat(ROW, before=row if row in session else "")
    if what == "wanted":
        return session.answer("/data/wanted", value)
    if row not in session:
        return frozenset()
    if what == "remove":
        return session.remove_repeat(row)
    ref = f"{row}/{what}"
    return frozenset() if session.node(ref).readonly else session.answer(ref, value)


def fresh(session: Session) -> dict[str, NodeState]:
    return form.restore(session.answers(), today=NOW.date(), now=NOW, seed=1).state()


def begun() -> Session:
    return form.start(today=NOW.date(), now=NOW, seed=1)


@settings(max_examples=80, deadline=None)
@example([("wanted", 0, "1"), ("wanted", 0, "")])  # the rows of a blank number are kept by a draft as well
@given(changes)
def test_after_any_changes_every_state_is_that_of_a_fresh_session(steps: list[tuple[str, int, str]]) -> None:
    session = begun()
    session.state()
    for step in steps:
        change(session, *step)
    assert session.state() == fresh(session)


@settings(max_examples=80, deadline=None)
@given(changes)
def test_whoever_follows_the_changed_references_has_every_state(steps: list[tuple[str, int, str]]) -> None:
    session = begun()
    known = session.state()
    for step in steps:
        for ref in change(session, *step):
            if ref in session:
                known[ref] = session.node(ref)
            else:
                known.pop(ref, None)
    assert known == session.state()


def test_a_stale_state_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a session whose rows do not move up when one goes is told from a fresh one."""
    session = begun()
    for _ in range(3):
        session.add_repeat(ROW)
    session.answer(f"{ROW}[3]/name", "王")
    session.state()
    monkeypatch.setattr("fieldapp.forms.filling.repeats.Repeats._queue_readers", lambda self, slot: None)
    monkeypatch.setattr("fieldapp.forms.filling.repeats.Repeats._structure_changed", lambda self, place: None)
    session.remove_repeat(f"{ROW}[1]")
    assert session.state() != fresh(session)


def test_a_forgotten_reader_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a graph that forgets whoever reads a slot is told from a fresh session."""
    session = begun()
    session.state()

    def show(self: object, slot: Slot, text: str) -> None:
        slot.text, slot.number = text, None

    monkeypatch.setattr("fieldapp.forms.filling.graph.Graph.show", show)
    session.answer(f"{ROW}[1]/age", "30")
    monkeypatch.undo()
    assert session.state() != fresh(session)
