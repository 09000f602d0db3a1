"""The exit sheet: every verdict in words, what is missing by name, the four boxes, and what it does not claim."""

from dataclasses import replace

from fieldapp.casework import SignatureEntry, StoredEntry, entry_id, standings
from fieldapp.reports.checklist import checklist_sheet
from fieldapp.reports.document import Signatures, Table
from fieldapp.reports.inputs import Signed
from fieldapp.standards.model import Line
from fieldapp.standards.outcome import Fact

SHOWN = "0123456789abcdef" * 4
SECRETARY = SignatureEntry(
    household="h",
    year=2019,
    subject="exit",
    party="branch_secretary",
    signer_name="赵书记",
    post="支部书记",
    signed_on="2019-11-05",
    mode="paper",
    agrees=True,
    refuse_reason="",
    shown_sha256=SHOWN,
    set_version="gansu@1",
    previous="",
    image="",
    at_ms=1_572_920_000_000,
)
REFUSED = replace(
    SECRETARY, party="household", signer_name="王龙𬭎", post="", agrees=False, refuse_reason="收入算多了"
)


def _sheet(desk, household, checklist, *entries, drawing=b"", shown=SHOWN):
    stored = [StoredEntry(entry_id(entry), entry) for entry in entries]
    parties = [Signed(standing, "王队长", drawing) for standing in standings(stored, shown, "gansu@1")]
    return checklist_sheet(
        household, checklist, parties, SHOWN, desk.dictionary, desk.imprint, desk.texts, chain="fedcba98" * 8
    )


def test_every_criterion_has_its_rule_its_mark_and_its_word(desk, household, checklist):
    table = next(b for b in _sheet(desk, household, checklist).blocks if isinstance(b, Table))
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


def test_a_criterion_without_figures_prints_the_facts_it_stands_on_but_no_illness(desk, household, checklist):
    food = checklist.outcomes[3]
    facts = (Fact("household_year", "y", "food_staple", 1), Fact("person_year", "p", "disease", "矽肺"))
    told = replace(checklist, outcomes=(replace(food, facts=facts),))
    table = next(b for b in _sheet(desk, household, told).blocks if isinstance(b, Table))
    assert table.rows[0][2].text == "主食全年够吃 是"


def test_every_page_says_whose_sheet_it_is(desk, household, checklist):
    assert _sheet(desk, household, checklist).subject == "王龙𬭎 9901010012010007"


def test_what_is_missing_is_named_with_its_person(desk, household, checklist):
    words = desk.words(_sheet(desk, household, checklist))
    assert "住房安全等级" in words
    assert "王䶮㛃" in words


def test_a_line_nobody_set_is_left_open_and_one_that_is_set_says_by_whom(desk, household, checklist):
    assert "3,700.00" not in desk.words(_sheet(desk, household, checklist))
    line = Line("990101", 2019, "exit", 370000, "演示虚构")
    words = desk.words(_sheet(desk, household, replace(checklist, line=line)))
    assert "3,700.00 (演示虚构)" in words


def test_a_sheet_names_its_standard_and_the_figures_shown_and_claims_no_validity(desk, household, checklist):
    words = desk.words(_sheet(desk, household, checklist))
    assert "gansu" in words
    assert "0123456789AB" in words
    assert "FEDCBA98" in words
    assert "不声称具有法律效力" in words


def test_no_cause_and_no_poor_household_stands_on_the_sheet(desk, household, checklist):
    words = desk.words(_sheet(desk, household, checklist, SECRETARY))
    assert [text for text in ("自身发展动力不足", "致贫", "因病致", "数据不足") if text in words] == []


def test_an_unsigned_sheet_has_four_boxes_and_the_household_may_tick_a_refusal(desk, household, checklist):
    boxes = _boxes(_sheet(desk, household, checklist))
    assert [box.party for box in boxes] == ["村党支部书记", "村主任", "驻村工作队队长", "农户"]
    assert [len(box.choices) for box in boxes] == [0, 0, 0, 2]
    assert "不同意" in boxes[3].choices[1]
    assert {box.signer for box in boxes} == {""}


def test_a_recorded_signature_says_how_it_was_given_and_who_recorded_it(desk, household, checklist):
    drawn = replace(SECRETARY, party="village_head", mode="drawn")
    boxes = _boxes(_sheet(desk, household, checklist, SECRETARY, drawn, REFUSED, drawing=b"png"))
    assert "纸上签字" in "".join(boxes[0].lines)
    assert boxes[0].drawing == b""
    assert "屏幕手写，由 王队长 记录" in boxes[1].lines
    assert boxes[1].drawing == b"png"
    assert (boxes[3].mark, boxes[3].lines[0]) == ("not_met", "不同意：收入算多了")


def test_a_signature_over_other_figures_asks_to_be_confirmed(desk, household, checklist):
    boxes = _boxes(_sheet(desk, household, checklist, replace(SECRETARY, shown_sha256="0" * 64)))
    assert "请重新确认" in boxes[0].lines[-1]


def test_the_last_signature_of_a_party_fills_its_box(desk, household, checklist):
    agreed = replace(REFUSED, agrees=True, refuse_reason="", signed_on="2019-11-09", at_ms=1_573_290_000_000)
    boxes = _boxes(_sheet(desk, household, checklist, REFUSED, agreed))
    assert (boxes[3].signed_on, boxes[3].mark) == ("2019-11-09", "met")


def test_a_drawing_that_has_not_arrived_is_said(desk, household, checklist):
    drawn = replace(SECRETARY, mode="drawn")
    assert "还没有传到本机" in "".join(_boxes(_sheet(desk, household, checklist, drawn))[0].lines)


def _boxes(document):
    return next(block for block in document.blocks if isinstance(block, Signatures)).boxes
