"""The one writer: what it saves is there after reopening, what it refuses leaves nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.domain.identifiers import year_id
from fieldapp.errors import RegisterError
from fieldapp.journal.bounds import LONGEST_TEXT, MOST_OF_RECORD, MOST_STREAMS
from fieldapp.store import open_vault
from fieldapp.store.doctor import examine
from fieldapp.store.records import children, count, record, rows, year_record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.undo import undo

VILLAGE, OTHER_VILLAGE, PASSPHRASE = "990101001201", "990101001202", "four invented words here"


def edit(vault, list_name, record_id, **values):
    change = Change(list_name, record_id, "set", values)
    return save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))


def refusal(vault, change, scope=VILLAGE):
    before = vault.ledger.vector(scope)
    with pytest.raises(RegisterError) as refused:
        save(vault, scope, "edit", [change], seen=seen_of(vault, scope))
    assert vault.ledger.vector(scope) == before
    return refused.value.code


def test_a_saved_household_is_there_after_reopening(vault, a_household):
    home = a_household(vault, "张三丰", "李四娘")
    path = vault.path
    vault.close()
    with open_vault(path, PASSPHRASE) as again:
        assert [p.values["name"] for p in children(again, "person", home.household)] == ["张三丰", "李四娘"]
        assert record(again, "household", home.household).values["household_no"] == "H0001"


def test_a_yearly_record_is_made_once_for_a_year(vault, a_household):
    home = a_household(vault, "张三丰")
    values = {"household": home.household, "year": 2019, "water_safe": 1}
    for _ in range(2):
        save(
            vault,
            VILLAGE,
            "edit",
            [Change("household_year", None, "add", values)],
            seen=seen_of(vault, VILLAGE),
        )
    found = year_record(vault, "household_year", home.household, 2019)
    assert found.id == year_id(home.household, "household_year", 2019)
    assert count(vault, "household_year") == 1
    assert year_record(vault, "household_year", home.household, 2018) is None


def test_derived_fields_are_computed_on_reading(vault, a_household):
    home = a_household(vault, "张三丰", "李四娘", "张小")
    save(
        vault,
        VILLAGE,
        "edit",
        [Change("household_year", None, "add", {"household": home.household, "year": 2019})],
        seen={},
    )
    assert year_record(vault, "household_year", home.household, 2019).values["size_end"] == 3
    leaving = Change("person", home.people[2], "end", {"ended_on": "2019-05-01", "ended_reason": "moved"})
    save(vault, VILLAGE, "edit", [leaving], seen=seen_of(vault, VILLAGE))
    assert year_record(vault, "household_year", home.household, 2019).values["size_end"] == 2
    assert len(children(vault, "person", home.household, ended=True)) == 3


def test_a_group_that_is_touched_keeps_its_other_fields(vault, a_household):
    home = a_household(vault)
    edit(vault, "household", home.household, bank_name="农信社", bank_account="6222")
    edit(vault, "household", home.household, bank_account="6333")
    values = record(vault, "household", home.household).values
    assert (values["bank_name"], values["bank_account"]) == ("农信社", "6333")


def test_an_ended_record_stays_ended_when_it_is_corrected(vault, a_household):
    home = a_household(vault, "张三丰")
    edit(vault, "person", home.people[0], ended_on="2019-05-01", ended_reason="moved")
    edit(vault, "person", home.people[0], name="张三峰")
    found = record(vault, "person", home.people[0])
    assert (found.ended_on, found.values["name"], found.conflicts) == ("2019-05-01", "张三峰", frozenset())


def test_what_does_not_fit_the_dictionary_is_refused_and_nothing_is_written(vault, a_household):
    home = a_household(vault, "张三丰")
    new = vault.new_id()
    assert refusal(vault, Change("household", new, "add", {"nonsense": 1})) == "register.unknown_field"
    assert refusal(vault, Change("household", new, "add", {"household_no": 7})) == "register.wrong_type"
    assert refusal(vault, Change("household_year", None, "add", {"water_safe": 1})) == "register.no_year"
    assert refusal(vault, Change("nonsense", new, "add", {})) == "register.unknown_list"
    assert refusal(vault, Change("household", new, "set", {"address": "x"})) == "register.unknown_record"
    assert refusal(vault, Change("household", home.household, "add", {})) == "register.already_there"
    other = Change("household", home.household, "set", {"address": "x"})
    assert refusal(vault, other, OTHER_VILLAGE) == "register.other_scope"
    assert refusal(vault, Change("household", new, "add", {}), "990102001201") == "register.foreign_scope"


def test_a_save_of_several_changes_is_whole_or_nothing(vault, a_household):
    home = a_household(vault, "张三丰")
    good = Change("household", home.household, "set", {"address": "西沟"})
    bad = Change("person", home.people[0], "set", {"nonsense": 1})
    with pytest.raises(RegisterError):
        save(vault, VILLAGE, "edit", [good, bad], seen=seen_of(vault, VILLAGE))
    assert record(vault, "household", home.household).values["address"] == "东沟组 12 号"


def test_a_worker_sees_and_writes_his_villages_only(make_vault, a_household):
    vault = make_vault("a", scopes=(VILLAGE,))
    home = a_household(vault, "张三丰")
    path = vault.path
    vault.close()
    with open_vault(path, PASSPHRASE) as mine:
        mine.worker = type(mine.worker)("other", "collector", (OTHER_VILLAGE,))
        assert record(mine, "household", home.household) is None
        assert rows(mine, "household") == ()
        assert count(mine, "household") == 0
        assert children(mine, "person", home.household) == ()


def test_rows_are_paged_ordered_and_chosen(vault, a_household):
    for number in ("H3", "H1", "H2"):
        a_household(vault, "张三丰", number=number)
    a_household(vault, "外村", number="X9", scope=OTHER_VILLAGE)
    numbers = [r.values["household_no"] for r in rows(vault, "household", VILLAGE, order="household_no")]
    assert numbers == ["H1", "H2", "H3"]
    assert count(vault, "household") == 4
    page = rows(vault, "household", "990101", order="household_no", limit=2, offset=2)
    assert [r.values["household_no"] for r in page] == ["H3", "X9"]
    assert [r.scope for r in rows(vault, "household", where={"household_no": "X9"})] == [OTHER_VILLAGE]
    with pytest.raises(RegisterError):
        rows(vault, "household", order='household_no"; drop table household; --')


_VALUE = st.none() | st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
_EDITS = st.lists(
    st.fixed_dictionaries(
        {}, optional={"address": _VALUE, "phone": _VALUE, "bank_name": _VALUE, "bank_account": _VALUE}
    ).filter(bool),
    min_size=1,
    max_size=6,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=_EDITS)
def test_undoing_each_edit_backwards_restores_what_stood_and_redo_brings_it_back(vault, a_household, edits):
    home = a_household(vault)
    stood = [dict(record(vault, "household", home.household).values)]
    done = []
    for values in edits:
        done.append(edit(vault, "household", home.household, **values))
        stood.append(dict(record(vault, "household", home.household).values))
    undone = []
    for saved, before in zip(reversed(done), reversed(stood[:-1]), strict=True):
        undone.append(undo(vault, saved.dot))
        assert record(vault, "household", home.household).values == before
    for saved, after in zip(reversed(undone), stood[1:], strict=True):
        undo(vault, saved.dot)
        assert record(vault, "household", home.household).values == after


def test_undoing_a_new_record_ends_it_and_redo_brings_it_back(vault):
    new = vault.new_id()
    saved = save(vault, VILLAGE, "edit", [Change("household", new, "add", {"household_no": "H7"})], seen={})
    undone = undo(vault, saved.dot)
    assert count(vault, "household") == 0
    assert record(vault, "household", new).ended_reason == "undone"
    undo(vault, undone.dot)
    assert record(vault, "household", new).values["household_no"] == "H7"
    assert count(vault, "household") == 1


def test_a_yearly_record_made_again_after_undo_does_not_bring_the_old_values_back(vault, a_household):
    home = a_household(vault)
    base = {"household": home.household, "year": 2019}
    first = Change("household_year", None, "add", base | {"water_safe": 1})
    undo(vault, save(vault, VILLAGE, "edit", [first], seen={}).dot)
    assert year_record(vault, "household_year", home.household, 2019) is None
    again = Change("household_year", None, "add", base | {"arable": 350})
    save(vault, VILLAGE, "edit", [again], seen=seen_of(vault, VILLAGE))
    values = year_record(vault, "household_year", home.household, 2019).values
    assert (values["water_safe"], values["arable"]) == (None, 350)


def test_undo_is_refused_when_somebody_has_changed_it_since(vault, a_household):
    home = a_household(vault, "张三丰")
    first = edit(vault, "household", home.household, address="西沟", phone="1")
    edit(vault, "household", home.household, address="南沟")
    with pytest.raises(RegisterError) as refused:
        undo(vault, first.dot)
    assert refused.value.code == "undo.changed_since"
    assert record(vault, "household", home.household).values["address"] == "南沟"


def test_many_commits_are_sealed_and_the_vault_stays_whole(vault, a_household):
    home = a_household(vault, "张三丰")
    for at in range(300):
        edit(vault, "household", home.household, address=f"东沟组 {at} 号" * 40)
    assert vault.db.execute("select count(*) from segment").fetchone()[0] > 0
    assert vault.db.execute("select count(*) from tail").fetchone()[0] < 300
    assert examine(vault) == ()


def test_a_changed_line_of_the_log_is_found_by_the_doctor(vault, a_household):
    a_household(vault, "张三丰")
    assert examine(vault) == ()
    vault.db.execute("update tail set line = cast(replace(cast(line as text), 'H0001', 'H0002') as blob)")
    assert [finding.code for finding in examine(vault)] == ["doctor.chain"]


TOO_MUCH = {
    "a text": lambda home: ([Change("household", home, "set", {"address": "东" * (LONGEST_TEXT + 1)})], {}),
    "one record": lambda home: (
        [Change("household", home, "set", {"phone": str(at)}) for at in range(MOST_OF_RECORD + 1)],
        {},
    ),
    "streams": lambda home: (
        [Change("household", home, "set", {"phone": "1"})],
        {f"{at:016x}": 1 for at in range(MOST_STREAMS + 1)},
    ),
    "marks of the line": lambda home: (
        [Change("household", home, "set", {"phone": str(at)}) for at in range(MOST_OF_RECORD)],
        {f"{at:016x}": 1 for at in range(MOST_STREAMS)},
    ),
}


@pytest.mark.parametrize("what", TOO_MUCH)
def test_a_save_that_is_too_large_is_refused_with_a_sentence_and_leaves_nothing(vault, a_household, what):
    home = a_household(vault, "张三丰").household
    before = vault.ledger.vector(VILLAGE), vault.db.execute("select count(*) from stream").fetchone()
    changes, seen = TOO_MUCH[what](home)
    with pytest.raises(RegisterError, match=r"Nothing was saved\. Do it in smaller parts") as refused:
        save(vault, VILLAGE, "edit", changes, seen=seen)
    assert refused.value.code == "register.too_much_at_once"
    after = vault.ledger.vector(VILLAGE), vault.db.execute("select count(*) from stream").fetchone()
    assert after == before
    assert record(vault, "household", home).values["phone"] is None
    edit(vault, "household", home, phone="2")
    assert record(vault, "household", home).values["phone"] == "2", "the control: the next save goes through"


def test_a_save_just_within_the_bounds_goes_through(vault, a_household):
    """The control of the test above."""
    home = a_household(vault, "张三丰").household
    for number, address in enumerate(("东" * LONGEST_TEXT, "东")):
        changes = [Change("household", home, "set", {"address": address, "phone": str(number)})]
        save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))
    many = [Change("household", home, "set", {"phone": str(at)}) for at in range(MOST_OF_RECORD)]
    save(vault, VILLAGE, "edit", many, seen=seen_of(vault, VILLAGE))
    assert record(vault, "household", home).values["address"] == "东"
