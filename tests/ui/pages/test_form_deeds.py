"""Deeds of a form that undo brings back: rows added, removed, sorted, pasted; confirmations; remarks that move."""

from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime

import pytest

from fieldapp.forms import load_form_xml
from fieldapp_ui.editing.forms.entry import FormEntry

FORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:jr="http://openrosa.org/javarosa" xmlns:fieldapp="urn:fieldapp:xforms">
  <h:head><h:title>走访</h:title><model><instance><data id="v" version="1"><group/>
  <person jr:template=""><name/><age/><kin/><pet jr:template=""><kind/></pet></person><total/></data></instance>
  <bind nodeset="/data/group" required="true()"/>
  <bind nodeset="/data/person" relevant="/data/group != '无'"/>
  <bind nodeset="/data/person/age" type="int" constraint=". &lt; 130" fieldapp:soft_constraint=". &lt; 100"
        fieldapp:soft_message="一百岁以上, 对吗?"/>
  <bind nodeset="/data/total" calculate="count(/data/person)"/>
  </model></h:head><h:body>
  <input ref="/data/group"><label>村民小组</label></input>
  <group ref="/data/person"><label>成员</label><repeat nodeset="/data/person">
    <input ref="/data/person/name"><label>姓名</label></input>
    <input ref="/data/person/age"><label>年龄</label></input>
    <select1 ref="/data/person/kin"><label>关系</label>
      <item><label>户主</label><value>1</value></item><item><label>配偶</label><value>2</value></item></select1>
    <group ref="/data/person/pet"><label>牲畜</label><repeat nodeset="/data/person/pet">
      <input ref="/data/person/pet/kind"><label>种类</label></input></repeat></group>
  </repeat></group></h:body></h:html>"""
ROWS = "/data/person#range"


class Memory:
    """Keeps answers as a draft does, beginning with all of the session's."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self.kept = dict(answers)

    def keep(self, answers: Mapping[str, str], at: str, gone: Collection[str] = ()) -> None:
        self.kept = {ref: raw for ref, raw in self.kept.items() if ref not in gone} | dict(answers)


@pytest.fixture
def entry(qapp) -> FormEntry:
    form = load_form_xml(FORM.encode())
    session = form.start(today=date(2019, 11, 5), now=datetime(2019, 11, 5, 1, tzinfo=UTC))
    made = FormEntry(
        form,
        session,
        Memory(session.answers()),
        last_entry={"/data/group": "东沟组"},
        returned={"/data/group": "写错了"},
    )
    for name, age in (("龙长顺", "48"), ("单玉兰", "46"), ("常小见", "")):
        row = made.add_row(ROWS)
        made.answer(f"{row}/name", name)
        if age:
            made.answer(f"{row}/age", age)
    return made


def names(entry: FormEntry) -> list[str]:
    return [entry.reading.node(f"{row}/name").value for row in entry.reading.rows(ROWS)]


def test_a_removed_row_comes_back_with_its_inner_rows_its_remark_and_its_confirmation(entry):
    entry.answer("/data/person[2]/age", "110")
    assert entry.confirm("/data/person[2]/age")
    entry.put_remark("/data/person[2]/age", "看了身份证")
    entry.add_row("/data/person[2]/pet#range")
    entry.answer("/data/person[2]/pet[1]/kind", "牛")
    before = entry.session.answers()
    entry.remove_row("/data/person[2]")
    assert names(entry) == ["龙长顺", "常小见"]
    entry.deeds.undo()
    assert entry.session.answers() == before
    assert entry.remark("/data/person[2]/age") == "看了身份证"
    assert entry._keeper.kept == before


def test_a_row_put_in_the_middle_is_undone_and_done_again(entry):
    assert entry.add_row(ROWS, "/data/person[2]") == "/data/person[2]"
    entry.answer("/data/person[2]/name", "新来")
    assert names(entry) == ["龙长顺", "新来", "单玉兰", "常小见"]
    entry.deeds.undo()
    entry.deeds.undo()
    assert names(entry) == ["龙长顺", "单玉兰", "常小见"]
    entry.deeds.redo()
    entry.deeds.redo()
    assert names(entry) == ["龙长顺", "新来", "单玉兰", "常小见"]


def test_rows_are_sorted_by_figures_and_by_pinyin_and_blanks_stay_last(entry):
    entry.put_remark("/data/person[1]/name", "户主")
    entry.sort_rows(ROWS, "/age")
    assert names(entry) == ["单玉兰", "龙长顺", "常小见"]
    assert entry.remark("/data/person[2]/name") == "户主", "a remark goes with its row"
    entry.sort_rows(ROWS, "/age")
    assert names(entry) == ["龙长顺", "单玉兰", "常小见"], "again turns it round, the blank stays last"
    entry.sort_rows(ROWS, "/name")
    assert names(entry) == ["常小见", "龙长顺", "单玉兰"], "chang, long, shan"
    entry.deeds.undo()
    entry.deeds.undo()
    entry.deeds.undo()
    assert names(entry) == ["龙长顺", "单玉兰", "常小见"]
    assert entry.remark("/data/person[1]/name") == "户主"


def test_a_pasted_block_is_one_deed(entry):
    before = entry.session.answers()
    entry.paste(
        ROWS, 1, {"/data/person[3]/age": "12", "/data/person[4]/name": "龙二见", "/data/person[4]/age": "9"}
    )
    assert names(entry)[-1] == "龙二见"
    assert entry.session.raw("/data/total") == "4"
    entry.deeds.undo()
    assert entry.session.answers() == before
    entry.deeds.redo()
    assert entry.session.raw("/data/person[3]/age") == "12"


def test_a_doubted_answer_is_marked_until_it_is_confirmed_and_undo_asks_again(entry):
    entry.answer("/data/person[1]/age", "104")
    section = entry.reading.sections[entry.reading.plan.place["/data/person[1]/age"]]
    assert (entry.reading.count(section).mark, entry.reading.count(section).unsure) == ("unsure", 1)
    assert entry.reading.is_hole("/data/person[1]/age")
    assert entry.confirm("/data/person[1]/age")
    assert entry.reading.count(section).unsure == 0
    assert entry._keeper.kept["/data/person[1]/age#confirmed"] == "104"
    assert not entry.confirm("/data/person[1]/age"), "confirmed already"
    entry.deeds.undo()
    assert entry.reading.is_unsure("/data/person[1]/age")


def test_undoing_an_answer_brings_the_confirmation_of_the_old_one_back(entry):
    entry.answer("/data/person[1]/age", "104")
    entry.confirm("/data/person[1]/age")
    entry.answer("/data/person[1]/age", "50")
    entry.deeds.undo()
    assert entry.reading.node("/data/person[1]/age").confirmed


def test_finalising_goes_to_the_answer_that_waits_for_confirmation(entry, qtbot):
    entry.answer("/data/group", "前庄组")
    entry.answer("/data/person[2]/age", "104")
    with qtbot.waitSignal(entry.refused) as told:
        entry.finalise()
    assert told.args[0] == "/data/person[2]/age"
    assert told.args[1].startswith("一百岁以上")


def test_the_last_entrys_answer_is_offered_and_taken_only_when_asked(entry):
    assert entry.last_entry("/data/group") == "东沟组"
    assert entry.reading.node("/data/group").value == ""
    assert entry.carry_over("/data/group")
    assert entry.reading.node("/data/group").value == "东沟组"
    assert entry.last_entry("/data/person[1]/name") == ""


def test_a_remark_is_kept_with_the_draft_and_taken_away_again(entry):
    entry.put_remark(entry.reading.root, "没人在家")
    assert entry.remark("/data") == "没人在家"
    assert entry._keeper.kept["/data#remark"] == "没人在家"
    entry.put_remark("/data", "")
    assert entry.reading.remarks == {}


def test_a_list_that_comes_to_apply_keeps_its_number_of_rows_in_the_draft(entry):
    entry.add_row("/data/person[1]/pet#range")
    entry.answer("/data/group", "无")
    assert not entry.reading.node(ROWS).relevant
    entry.answer("/data/group", "前庄组")
    assert entry.reading.node(ROWS).relevant
    assert (entry._keeper.kept[ROWS], entry._keeper.kept["/data/person[1]/pet#range"]) == ("3", "1")
