"""Income enters once, with the work it belongs to; the sheet is what was typed and what the ledger brings, exact."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.identifiers import year_id
from fieldapp.errors import RegisterError
from fieldapp.register.income import LETTERS, Event, add_up, round_half_up
from fieldapp.store.records import children, year_record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.undo import undo
from fieldapp.store.vault import Worker
from fieldapp.store.years.income import Entry, income_total, record_income

VILLAGE = "990101001201"
VISIT = {"done_on": "2019-06-30", "way": "visit", "content": "结算了务工工资，看了工资单。"}


@pytest.fixture
def kept(make_vault):
    return make_vault("income", packs=("cn-base",))


def a_home(vault):
    home, person = vault.new_id(), vault.new_id()
    changes = [
        Change("household", home, "add", {"household_no": "H0001", "status": "0"}),
        Change(
            "person",
            person,
            "add",
            {"household": home, "name": "张三丰", "relation": "1", "joined_on": "2014-01-01"},
        ),
        Change("household_year", None, "add", {"household": home, "year": 2019}),
    ]
    save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))
    return home, person


def type_sheet(vault, home, **values):
    change = Change("income_sheet", None, "add", {"household": home, "year": 2019, **values})
    return save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))


def test_an_event_reaches_the_sheet_once_and_its_change_changes_the_sheet(kept):
    home, person = a_home(kept)
    type_sheet(kept, home, a=0, b=100_00, c=0, d=0, e=30_00, x_excluded=0)
    record_income(kept, home, [Entry("a1", 1_200_50, basis="bank", person=person)], work=VISIT)
    total = income_total(kept, home, 2019)
    assert (total.letters[0].total, total.gross, total.net) == (1_200_50, 1_300_50, 1_270_50)
    assert total.letters[0].bases == ("bank",)
    [event] = children(kept, "income_event", home)
    assert event.values["work_record"] == children(kept, "work_record", home)[0].id
    assert event.values["happened_on"] == "2019-06-30"
    change = Change("income_event", event.id, "set", {"amount": 1_000_00})
    save(kept, VILLAGE, "edit", [change], seen=seen_of(kept, VILLAGE))
    assert income_total(kept, home, 2019).net == 1_070_00
    assert income_total(kept, home, 2020).net is None


def test_the_dictionary_computes_the_same_sums(kept):
    home, _ = a_home(kept)
    type_sheet(kept, home, a=10_00, b=20_00, c=30_00, d=40_00, e=5_01, x_excluded=7_00)
    entries = [
        Entry(line, 100 * at + 3, excluded="X04" if line == "d6" else "")
        for at, line in enumerate(("a1", "b2", "c3", "d6", "e1", "f1", "f2"), 1)
    ]
    record_income(kept, home, entries, work=VISIT)
    total = income_total(kept, home, 2019)
    sheet = year_record(kept, "income_sheet", home, 2019).values
    names = ("wage_total", "business_total", "property_total", "transfer_total", "expense_total")
    assert [sheet[name] for name in names] == [letter.total for letter in total.letters]
    assert (sheet["gross_income"], sheet["net_income"]) == (total.gross, total.net)
    assert (sheet["excluded_total"], sheet["stable_income"]) == (total.excluded_total, total.stable)
    assert year_record(kept, "household_year", home, 2019).values["net_income"] == total.net
    assert total.excluded == (("X04", 403),)
    assert total.per_head == Fraction(total.net, 1)


def test_a_letter_nobody_answered_leaves_the_sum_unknown(kept):
    home, _ = a_home(kept)
    type_sheet(kept, home, a=10_00, b=20_00, c=30_00, e=5_00)
    record_income(kept, home, [Entry("d2", 300_00)], work=VISIT)
    total = income_total(kept, home, 2019)
    assert total.missing == ("d",)
    assert (total.gross, total.net, total.stable, total.per_head) == (None, None, None, None)
    assert total.letters[3].ledger == 300_00
    assert year_record(kept, "income_sheet", home, 2019).values["net_income"] is None


def test_work_and_income_are_one_commit_that_is_undone_as_one(kept):
    home, _ = a_home(kept)
    type_sheet(kept, home, a=0, b=0, c=0, d=0, e=0)
    saved = record_income(kept, home, [Entry("a1", 5_00), Entry("b1", 6_00)], work=VISIT)
    assert [name for name, _ in saved.changed] == ["work_record", "income_event", "income_event"]
    undo(kept, saved.dot)
    assert income_total(kept, home, 2019).net == 0
    assert children(kept, "work_record", home) == ()


def test_an_event_that_two_laptops_exchange_is_counted_once(kept, make_vault, carry):
    other = make_vault("other", packs=("cn-base",))
    home, _ = a_home(kept)
    type_sheet(kept, home, a=0, b=0, c=0, d=0, e=0)
    record_income(kept, home, [Entry("a1", 5_00)], work=VISIT)
    carry(kept, other)
    record_income(other, home, [Entry("a1", 7_00)], work=VISIT)
    for _ in range(2):
        carry(other, kept)
        carry(kept, other)
    assert income_total(kept, home, 2019).net == income_total(other, home, 2019).net == 12_00


def test_pressing_twice_writes_once(kept):
    home, _ = a_home(kept)
    type_sheet(kept, home, a=0, b=0, c=0, d=0, e=0)
    entry = Entry("a1", 5_00, id=kept.new_id())
    record_income(kept, home, [entry], work=VISIT)
    with pytest.raises(RegisterError) as refused:
        record_income(kept, home, [entry], work=VISIT)
    assert refused.value.code == "register.already_there"
    assert len(children(kept, "work_record", home)) == 1
    assert income_total(kept, home, 2019).net == 5_00


def test_an_income_belongs_to_a_piece_of_work_of_this_household(kept):
    home, _ = a_home(kept)
    other, _ = a_home(kept)
    record_income(kept, home, [Entry("a1", 5_00)], work=VISIT)
    [work] = children(kept, "work_record", home)
    record_income(kept, home, [Entry("a1", 6_00, happened_on="2019-06-01")], work_record=work.id)
    assert len(children(kept, "work_record", home)) == 1
    for wrong in ({}, {"work": VISIT, "work_record": work.id}):
        with pytest.raises(RegisterError) as refused:
            record_income(kept, home, [Entry("a1", 5_00)], **wrong)
        assert refused.value.code == "income.no_work"
    with pytest.raises(RegisterError) as refused:
        record_income(kept, other, [Entry("a1", 5_00)], work_record=work.id)
    assert refused.value.code == "income.no_work"


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (Entry("z1", 5_00), "income.wrong_line"),
        (Entry("e1", 5_00, excluded="X01"), "income.wrong_excluded"),
        (Entry("a1", 5_00, person="nobody"), "income.wrong_person"),
        (Entry("a1", 5_00, happened_on="2999-01-01"), "income.refused"),
        (Entry("a1", 5_00, basis="rumour"), "income.refused"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(kept, entry, code):
    home, _ = a_home(kept)
    with pytest.raises(RegisterError) as refused:
        record_income(kept, home, [entry], work=VISIT)
    assert refused.value.code == code
    assert children(kept, "work_record", home) == ()


def test_what_looks_typed_again_or_entered_twice_is_a_doubt_never_a_correction(kept):
    home, _ = a_home(kept)
    type_sheet(
        kept, home, a=5_00, a1=5_00, b=1_00, b1=2_00, c=0, d=0, e=0, from_month="2019-01", to_month="2019-05"
    )
    record_income(kept, home, [Entry("a1", 5_00)], work=VISIT)
    codes = [doubt.code for doubt in income_total(kept, home, 2019).doubts]
    assert codes == ["income.typed_again", "income.lines_differ", "income.outside_period"]
    record_income(kept, home, [Entry("a1", 5_00)], work=VISIT)
    total = income_total(kept, home, 2019)
    assert "income.twice" in [doubt.code for doubt in total.doubts]
    assert total.letters[0].total == 15_00


lines = st.sampled_from([line for some in LETTERS.values() for line in some])
money = st.integers(-(10**14), 10**14)


@given(
    st.dictionaries(st.sampled_from("abcde"), st.none() | money),
    st.lists(st.tuples(lines, money, st.sampled_from(("", "", "X01")))),
    st.integers(1, 12),
)
def test_sums_are_exact_whatever_the_order(sheet, rows, size):
    events = [Event(f"{at:04d}", "2019-01-01", *row) for at, row in enumerate(rows)]
    total = add_up("h", 2019, sheet, events, size=size)
    assert add_up("h", 2019, sheet, events[::-1], size=size) == total
    if any(sheet.get(letter) is None for letter in "abcde"):
        assert total.net is None
        return
    sign = {"e": -1}
    expected = sum(sign.get(letter, 1) * sheet[letter] for letter in "abcde")
    expected += sum(sign.get(event.line[0], 1) * event.amount for event in events)
    assert total.net == expected == total.gross - total.expense
    assert total.per_head * size == expected


@pytest.mark.parametrize(("fen", "rounded"), [("1/2", 1), ("-1/2", 0), ("1/3", 0), ("2/3", 1), ("-7/3", -2)])
def test_only_print_rounds_and_half_goes_up(fen, rounded):
    assert round_half_up(Fraction(fen)) == rounded


def test_the_sheet_of_a_year_has_one_id_on_every_device(kept):
    home, _ = a_home(kept)
    type_sheet(kept, home, a=0)
    assert year_record(kept, "income_sheet", home, 2019).id == year_id(home, "income_sheet", 2019)


def test_who_is_not_shown_incomes_is_refused_a_sum_of_unknowns(kept):
    home, _ = a_home(kept)
    type_sheet(kept, home, a=0, b=0, c=0, d=0, e=0)
    kept.worker = Worker(kept.worker.name, "department", kept.worker.scopes)
    with pytest.raises(RegisterError) as refused:
        income_total(kept, home, 2019)
    assert refused.value.code == "role.not_allowed"
