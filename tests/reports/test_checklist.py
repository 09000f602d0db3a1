"""The exit sheet: every verdict in words, what is missing by name, the four boxes, and what it does not claim."""

from dataclasses import replace

from fieldapp.reports.checklist import checklist_sheet
from fieldapp.reports.document import Signatures, Table
from fieldapp.reports.inputs import PartySignature
from fieldapp.standards.model import Line

SHOWN = "0123456789abcdef" * 4
SECRETARY = PartySignature(
    "branch_secretary", "赵书记", "支部书记", "2019-11-05", "paper", True, "", "王队长"
)
REFUSED = PartySignature("household", "王龙𬭎", "", "2019-11-06", "paper", False, "收入算多了", "王队长")


def _sheet(desk, household, checklist, parties, *signatures):
    return checklist_sheet(household, checklist, parties, signatures, SHOWN, desk.imprint, desk.texts)


def test_every_criterion_has_its_rule_its_mark_and_its_word(desk, household, checklist, parties):
    table = next(b for b in _sheet(desk, household, checklist, parties).blocks if isinstance(b, Table))
    assert [(row[3].mark, row[3].text) for row in table.rows] == [
        ("unknown", "待核实"),
        ("met", "已达标"),
        ("not_met", "未达标"),
        *[("met", "已达标")] * 4,
        ("unknown", "待核实"),
    ]
    assert "五万元" in table.rows[2][1].text
    assert "60,000.00" in table.rows[2][2].text
    assert "借据" in table.rows[2][4].text


def test_what_is_missing_is_named_with_its_person(desk, household, checklist, parties):
    words = desk.words(_sheet(desk, household, checklist, parties))
    assert "住房安全等级" in words
    assert "王䶮㛃" in words


def test_a_line_nobody_set_is_left_open_and_one_that_is_set_says_by_whom(desk, household, checklist, parties):
    assert "3,700.00" not in desk.words(_sheet(desk, household, checklist, parties))
    line = Line("990101", 2019, "exit", 370000, "演示虚构")
    words = desk.words(_sheet(desk, household, replace(checklist, line=line), parties))
    assert "3,700.00 (演示虚构)" in words


def test_a_sheet_names_its_standard_and_the_figures_shown_and_claims_no_validity(
    desk, household, checklist, parties
):
    words = desk.words(_sheet(desk, household, checklist, parties))
    assert "gansu" in words
    assert "0123456789AB" in words
    assert "不声称具有法律效力" in words


def test_no_cause_and_no_poor_household_stands_on_the_sheet(desk, household, checklist, parties):
    words = desk.words(_sheet(desk, household, checklist, parties, SECRETARY))
    assert [text for text in ("自身发展动力不足", "致贫", "因病致", "数据不足") if text in words] == []


def test_an_unsigned_sheet_has_four_boxes_and_the_household_may_tick_a_refusal(
    desk, household, checklist, parties
):
    boxes = _boxes(_sheet(desk, household, checklist, parties))
    assert [box.party for box in boxes] == ["村党支部书记", "村主任", "驻村工作队队长", "农户"]
    assert [len(box.choices) for box in boxes] == [0, 0, 0, 2]
    assert "不同意" in boxes[3].choices[1]
    assert {box.signer for box in boxes} == {""}


def test_a_recorded_signature_says_how_it_was_given_and_who_recorded_it(desk, household, checklist, parties):
    drawn = replace(SECRETARY, party="village_head", mode="drawn", drawing=b"png")
    boxes = _boxes(_sheet(desk, household, checklist, parties, SECRETARY, drawn, REFUSED))
    assert "纸上签字" in "".join(boxes[0].lines)
    assert boxes[0].drawing == b""
    assert "屏幕手写，由 王队长 记录" in boxes[1].lines
    assert boxes[1].drawing == b"png"
    assert (boxes[3].mark, boxes[3].lines[0]) == ("not_met", "不同意：收入算多了")


def test_a_signature_over_other_figures_asks_to_be_confirmed(desk, household, checklist, parties):
    boxes = _boxes(_sheet(desk, household, checklist, parties, replace(SECRETARY, stands=False)))
    assert "请重新确认" in boxes[0].lines[-1]


def test_the_last_signature_of_a_party_fills_its_box(desk, household, checklist, parties):
    agreed = replace(REFUSED, agrees=True, refuse_reason="", signed_on="2019-11-09")
    boxes = _boxes(_sheet(desk, household, checklist, parties, REFUSED, agreed))
    assert (boxes[3].signed_on, boxes[3].mark) == ("2019-11-09", "met")


def _boxes(document):
    return next(block for block in document.blocks if isinstance(block, Signatures)).boxes
