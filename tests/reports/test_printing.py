"""Papers made from a real encrypted vault: the right people of the year, signatures recorded, unmasking on record."""

from datetime import UTC, datetime

import pytest

from fieldapp.errors import RegisterError, UserError
from fieldapp.reports.document import Signatures, Table
from fieldapp.reports.facts import household_facts
from fieldapp.reports.printing import Order, household_document
from fieldapp.store import create_vault
from fieldapp.store.checking import check_household
from fieldapp.store.files.attachments import put
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.signing import sign

VILLAGE = "990101001201"
NOW = int(datetime(2019, 11, 5, 2, 32, tzinfo=UTC).timestamp() * 1000)


@pytest.fixture(scope="module")
def vault(tmp_path_factory):
    path = tmp_path_factory.mktemp("vault") / "team.vault"
    with create_vault(
        path,
        "一句话口令",
        worker="王队长",
        role="team",
        scopes=(VILLAGE,),
        packs=("cn-base", "gansu-qinba"),
        clock=lambda: NOW,
    ) as made:
        yield made


@pytest.fixture
def house(vault):
    """A household of four people over the years: one joined later, one left before the year, one after it."""
    ids = {name: vault.new_id() for name in ("house", "head", "wife", "gone", "late")}
    house = ids["house"]

    def person(name, relation, **more):
        values = {"household": house, "name": name, "relation": relation, **more}
        return Change("person", ids[more.pop("key")], "add", {k: v for k, v in values.items() if k != "key"})

    changes = [
        Change(
            "household",
            house,
            "add",
            {"household_no": house[-12:], "phone": "13800001234", "helper_name": "李帮扶"},
        ),
        person("见长女", "2", key="wife", id_no="990101197205060024"),
        person("王龙𬭎", "1", key="head", id_no="990101197003120012"),
        person("先去了", "4", key="gone"),
        person("后来的", "4", key="late", joined_on="2020-02-01"),
        Change("person_year", None, "add", {"person": ids["head"], "year": 2019, "health": "2"}),
        Change("household_year", None, "add", {"household": house, "year": 2019, "house_danger": "A"}),
    ]
    save(vault, VILLAGE, "edit", changes, seen={})
    ended = {"ended_on": "2018-06-01", "ended_reason": "death"}
    save(vault, VILLAGE, "edit", [Change("person", ids["gone"], "end", ended)], seen=seen_of(vault, VILLAGE))
    return house


def _order(desk, house, **more):
    return Order(house, 2019, desk.texts, **more)


def test_a_card_lists_who_belonged_to_the_household_in_its_year(vault, house):
    facts = household_facts(vault, house, 2019)
    assert [member.person["name"] for member in facts.members] == ["王龙𬭎", "见长女"]
    assert facts.household_year["size_end"] == len(facts.members)
    assert facts.head == "王龙𬭎"
    earlier = household_facts(vault, house, 2017)
    assert "先去了" in [member.person["name"] for member in earlier.members]


def test_a_card_is_masked_unless_a_reason_is_given_and_each_look_is_on_record(vault, house, desk):
    before = vault.db.execute("select count(*) from unmasked").fetchone()[0]
    masked = desk.words(household_document(vault, "household-card", _order(desk, house)))
    assert "138****1234" in masked
    assert vault.db.execute("select count(*) from unmasked").fetchone()[0] == before
    whole = desk.words(household_document(vault, "household-card", _order(desk, house, reason="县里核对")))
    assert "13800001234" in whole
    assert "990101197003120012" in whole
    noted = vault.db.execute("select list, field, worker, reason from unmasked").fetchall()[before:]
    assert ("household", "phone", "王队长", "县里核对") in noted
    assert ("person", "id_no", "王队长", "县里核对") in noted
    assert ("person_year", "health", "王队长", "县里核对") in noted


def test_a_reason_of_blanks_lifts_no_mask(vault, house, desk):
    with pytest.raises(RegisterError) as raised:
        household_document(vault, "household-card", _order(desk, house, reason="  "))
    assert raised.value.code == "register.no_reason"


def test_a_sheet_prints_what_the_checklist_says_and_who_signed(vault, house, desk):
    checklist = check_household(vault, house, 2019)
    image = put(vault, b"\x89PNG drawn")
    common = {"shown": checklist, "signed_on": "2019-11-05", "agrees": True}
    sign(
        vault, house, 2019, party_id="village_head", signer_name="钱主任", mode="drawn", image=image, **common
    )
    sign(
        vault,
        house,
        2019,
        **{**common, "agrees": False},
        party_id="household",
        signer_name="王龙𬭎",
        refuse_reason="收入算多了",
    )
    sheet = household_document(vault, "exit-checklist", _order(desk, house))
    words = desk.words(sheet)
    table = next(block for block in sheet.blocks if isinstance(block, Table))
    assert [row[3].mark for row in table.rows] == [outcome.verdict for outcome in checklist.outcomes]
    boxes = next(block for block in sheet.blocks if isinstance(block, Signatures)).boxes
    assert [box.signer for box in boxes] == ["", "钱主任", "", "王龙𬭎"]
    assert boxes[1].drawing == b"\x89PNG drawn"
    assert "屏幕手写，由 王队长 记录" in words
    assert "不同意：收入算多了" in words
    assert "请重新确认" not in words


def test_a_fact_changed_after_signing_asks_to_confirm_again(vault, house, desk):
    checklist = check_household(vault, house, 2019)
    sign(
        vault,
        house,
        2019,
        shown=checklist,
        party_id="branch_secretary",
        signer_name="赵书记",
        signed_on="2019-11-05",
        agrees=True,
    )
    change = Change("household_year", None, "add", {"household": house, "year": 2019, "house_danger": "D"})
    save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
    assert "请重新确认" in desk.words(household_document(vault, "exit-checklist", _order(desk, house)))


def test_an_unknown_paper_and_an_unknown_household_are_said_in_a_sentence(vault, house, desk):
    with pytest.raises(UserError, match="household-card"):
        household_document(vault, "poster", _order(desk, house))
    for name in ("household-card", "door-card", "exit-checklist"):
        with pytest.raises(RegisterError) as raised:
            household_document(vault, name, _order(desk, "nobody"))
        assert raised.value.code == "register.no_household"


def test_a_door_card_and_a_checklist_have_nothing_to_unmask(vault, house, desk):
    with pytest.raises(RegisterError) as raised:
        household_document(vault, "door-card", _order(desk, house, reason="x"))
    assert raised.value.code == "report.nothing_masked"
