"""The form's view-model without a window: sections, counts, holes, rows, drafts and finalising."""

from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fieldapp.forms import load_form
from fieldapp_ui.editing.forms.entry import FormEntry
from fieldapp_ui.editing.forms.plan import MOST_ON_A_PAGE
from fieldapp_ui.editing.forms.route import Stop, backward, beyond, onward

FORM = """
| survey |
| | type | name | label | hint | required | relevant | constraint | constraint_message | calculation | repeat_count |
| | text | village_group | 村民小组 | | yes | | | | | |
| | begin_group | house | 住房 | | | | | | | |
| | integer | rooms | 间数 | | | | . < 50 | 间数太多 | | |
| | select_one yn | danger | 危房 | | | | | | | |
| | text | why | 危房原因 | | yes | ${danger} = '1' | | | | |
| | end_group | | | | | | | | | |
| | begin_repeat | person | 成员 | | | | | | | |
| | text | name | 姓名 | | yes | | | | | |
| | integer | age | 年龄 | | | | | | | |
| | end_repeat | | | | | | | | | |
| | note | sum | 共 ${total} 岁 | | | | | | | |
| | calculate | total | | | | | | | sum(${age}) | |
| choices |
| | list_name | name | label |
| | yn | 1 | 是 |
| | yn | 0 | 否 |
| settings |
| | form_title | form_id | version |
| | 走访 | visit | 1 |
"""


class Memory:
    """Keeps answers as a draft does, beginning with all of the session's."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self.kept = dict(answers)
        self.at = ""

    def keep(self, answers: Mapping[str, str], at: str, gone: Collection[str] = ()) -> None:
        self.kept = {ref: raw for ref, raw in self.kept.items() if ref not in gone} | dict(answers)
        self.at = at

    def finalise(self, session):
        return ()


@pytest.fixture
def make_entry(qapp, tmp_path: Path):
    def make(text: str = FORM) -> FormEntry:
        path = tmp_path / "form.md"
        path.write_text(text, "utf-8")
        form = load_form(path)
        session = form.start(today=date(2019, 11, 5), now=datetime(2019, 11, 5, 1, tzinfo=UTC))
        return FormEntry(form, session, Memory(session.answers()))

    return make


def test_loose_questions_groups_repeats_and_rows_become_sections(make_entry):
    reading = make_entry().reading
    assert [(s.kind, reading.title(s), s.level) for s in reading.sections] == [
        ("questions", "走访", 0),
        ("questions", "住房", 0),
        ("rows", "成员", 0),
        ("questions", "成员 1", 1),
        ("questions", "Other questions", 0),
    ]


def test_a_question_that_comes_to_apply_is_counted_and_nothing_moves(make_entry):
    entry = make_entry()
    house = entry.reading.sections[1]
    assert (entry.reading.count(house).total, entry.reading.plan.numbers["/data/house/why"]) == (2, 4)
    entry.answer("/data/house/danger", "1")
    assert entry.reading.count(house).total == 3
    assert entry.reading.plan.numbers["/data/house/why"] == 4


def test_only_what_changed_is_told(make_entry, qtbot):
    entry = make_entry()
    with qtbot.waitSignal(entry.changed) as told:
        entry.answer("/data/house/danger", "1")
    assert {"/data/house/danger", "/data/house/why"} <= told.args[0]
    assert "/data/village_group" not in told.args[0]


def test_an_answer_against_the_rule_marks_its_section_and_says_the_forms_own_sentence(make_entry):
    entry = make_entry()
    entry.answer("/data/house/rooms", "60")
    assert entry.reading.sentence("/data/house/rooms") == "间数太多"
    assert entry.reading.count(entry.reading.sections[1]).mark == "wrong"


def test_a_blank_required_question_is_complained_of_only_once_it_was_passed(make_entry):
    entry = make_entry()
    assert entry.reading.sentence("/data/village_group") == ""
    entry.passed("/data/village_group")
    assert entry.reading.sentence("/data/village_group") == "This question needs an answer."


def test_holes_are_found_forwards_and_round_the_end(make_entry):
    reading = make_entry().reading
    assert reading.hole("/data/village_group", 1) == "/data/house/rooms"
    assert reading.hole("/data/person[1]/age", 1) == "/data/village_group"
    assert reading.hole("/data/village_group", -1) == "/data/person[1]/age"


def test_enter_goes_to_the_list_of_rows_and_back_to_it_after_the_last_row(make_entry):
    reading = make_entry().reading
    assert onward(reading, "/data/house/danger") == Stop(2)
    assert onward(reading, "/data/person[1]/age") == Stop(2, after=True)
    assert beyond(reading, 2) == Stop(4), "the page of the note is only read"
    assert beyond(reading, 4) is None
    assert backward(reading, "/data/person[1]/name") == Stop(2)


def test_rows_are_added_named_and_removed_and_what_follows_is_worked_out(make_entry):
    entry = make_entry()
    row = entry.add_row("/data/person#range")
    assert row == "/data/person[2]"
    entry.answer("/data/person[1]/name", "龙长顺")
    entry.answer("/data/person[2]/name", "单玉兰")
    entry.answer("/data/person[1]/age", "48")
    entry.answer("/data/person[2]/age", "46")
    assert entry.reading.node("/data/sum").label.strip() == "共 94 岁"
    entry.remove_row("/data/person[1]")
    assert entry.reading.row_title("/data/person[1]") == "1 · 单玉兰"
    assert not entry.reading.has("/data/person[2]")


def test_a_draft_restores_every_answer_and_row(make_entry):
    entry = make_entry()
    entry.add_row("/data/person#range")
    entry.answer("/data/person[2]/name", "单玉兰")
    entry.answer("/data/house/rooms", "3")
    memory = entry._keeper
    again = entry.form.restore(memory.kept, today=date(2019, 11, 6), now=datetime(2019, 11, 6, tzinfo=UTC))
    assert again.answers() == entry.session.answers()
    assert memory.at == "/data/house/rooms"


def test_typing_on_in_one_question_is_one_undo(make_entry):
    entry = make_entry()
    entry.answer("/data/village_group", "东")
    entry.answer("/data/village_group", "东沟组")
    entry.answer("/data/house/rooms", "3")
    entry.deeds.undo()
    entry.deeds.undo()
    assert entry.reading.node("/data/village_group").value == ""
    entry.deeds.redo()
    assert entry.reading.node("/data/village_group").value == "东沟组"


def test_questions_are_found_by_number_name_words_and_pinyin(make_entry):
    reading = make_entry().reading
    for typed in ("2", "rooms", "间数", "jianshu", "js"):
        assert "/data/house/rooms" in [hit.ref for hit in reading.find(typed)], typed


def test_finalising_goes_to_the_first_trouble(make_entry, qtbot):
    entry = make_entry()
    with qtbot.waitSignal(entry.refused) as told:
        entry.finalise()
    assert told.args == ["/data/village_group", "This question needs an answer."]


def test_a_long_section_goes_on_in_parts(make_entry):
    lines = "\n".join(f"| | text | q{n} | 问题{n} |" for n in range(1, 101))
    entry = make_entry(f"| survey |\n| | type | name | label |\n{lines}\n")
    assert max(len(section.items) for section in entry.reading.sections) == MOST_ON_A_PAGE
    assert [section.parts for section in entry.reading.sections] == [4, 4, 4, 4]


def test_f9_copies_the_answer_of_the_row_above(make_entry):
    entry = make_entry()
    entry.add_row("/data/person#range")
    entry.answer("/data/person[1]/name", "龙长顺")
    assert entry.copy_above("/data/person[2]/name")
    assert entry.reading.node("/data/person[2]/name").value == "龙长顺"
    assert not entry.copy_above("/data/person[1]/name")
    assert not entry.copy_above("/data/village_group")
