"""What a role reads, writes, sees whole and takes out: each both ways, and no way around through another door."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp.errors import RegisterError
from fieldapp.store import Vault, add_worker
from fieldapp.store.conflicts import conflicts
from fieldapp.store.drafts import drafts, open_draft
from fieldapp.store.exports import note_export
from fieldapp.store.field_rights import shown, visible
from fieldapp.store.finding.find import find
from fieldapp.store.granting import write_sample
from fieldapp.store.history import field_origins, history
from fieldapp.store.permissions import may_reach
from fieldapp.store.records import children, count, record, rows, year_record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.unmask import tell_unmask_days, unmask, unmask_days, unmask_log

VILLAGE = "990101001201"
MORE_LISTS = (
    "helper,village,uuid,name,帮扶人,幫扶人,Helper\npairing,household,uuid,from_on,结对,結對,Pairing\n"
    "fund,village,uuid,amount,资金,資金,Fund\nentry,household,uuid,field,录入,錄入,Entry\n"
    "unmask_day,village,uuid,day,查看,查看,Looks\n"
)
MORE_FIELDS = """helper,name,text,,,,R,,,,name,name,a,1,,,姓名,姓名,Name,,
pairing,helper,ref,helper,,,R,,,,,,a,1,,,帮扶人,幫扶人,Helper,,
pairing,from_on,date,,,,O,,,,,,a,2,,,开始,開始,From,,
pairing,to_on,date,,,,O,,,,,,a,3,,,结束,結束,To,,
fund,amount,money,,2,yuan,R,,,,,,a,1,,,金额,金額,Amount,,
entry,field,text,,,,R,,,,,,a,1,,,字段,字段,Field,,
entry,approved_by,text,,,,O,,,,,,a,2,,,批准人,批准人,Approved by,,
household,helper_name,text,,,,O,,,,,,a,8,,,帮扶人,幫扶人,Helper,,
household_year,illness,text,,,,O,,,,health,,care,8,,,病,病,Illness,,
person,disability,text,,,,O,,,,health,,care,8,,,残疾,殘疾,Disability,,
unmask_day,day,date,,,,R,,,,,,a,1,,,日期,日期,Day,,
unmask_day,worker_name,text,,,,R,,,,,,a,2,,,人,人,Worker,,
unmask_day,device,text,,,,R,,,,,,a,3,,,电脑,電腦,Device,,
unmask_day,count,int,,,,R,,,,,,a,4,,,次数,次數,Count,,
"""


@pytest.fixture
def vault(make_vault: Callable[..., Vault], make_pack: Callable[..., Path], tmp_path: Path) -> Vault:
    return make_vault(packs=(make_pack(tmp_path / "wide", more_fields=MORE_FIELDS, more_lists=MORE_LISTS),))


def as_role(vault: Vault, role: str, **more: object) -> Vault:
    vault.work_with(replace(vault.session, worker=replace(vault.worker, role=role, **more)))
    return vault


def put(vault: Vault, *changes: Change) -> tuple[str, ...]:
    changed = save(vault, VILLAGE, "edit", list(changes), seen=seen_of(vault, VILLAGE)).changed
    return tuple(name for _, name in changed)


def refusal(deed: Callable[[], object]) -> str:
    with pytest.raises(RegisterError) as refused:
        deed()
    return refused.value.code


@pytest.fixture
def two(vault, a_household):
    """Two households with everything a role could look at; the first is paired with the helper 李帮扶."""
    mine, other = a_household(vault, "张三丰", number="H0001"), a_household(vault, "钱二妹", number="H0002")
    for home in (mine, other):
        put(
            vault,
            Change(
                "household",
                home.household,
                "set",
                {"phone": "13900001234", "bank_account": "6222000011112222"},
            ),
            Change(
                "household_year",
                None,
                "add",
                {"household": home.household, "year": 2019, "water_safe": 1, "illness": "病"},
            ),
            Change("person", home.people[0], "set", {"id_no": "990101199001011234", "disability": "残"}),
            Change(
                "person_year", None, "add", {"person": home.people[0], "year": 2019, "school": "示例小学"}
            ),
            Change(
                "submission",
                None,
                "add",
                {"form": "visit", "household": home.household, "worker_name": "worker a"},
            ),
        )
    (helper,) = put(vault, Change("helper", None, "add", {"name": "李帮扶"}))
    put(
        vault,
        Change(
            "pairing", None, "add", {"household": mine.household, "helper": helper, "from_on": "2019-01-01"}
        ),
    )
    return mine, other, helper


def home_number(vault: Vault, home) -> str:
    return str(
        vault.db.execute("select household_no from household where id = ?", [home.household]).fetchone()[0]
    )


def reached(vault: Vault, home) -> dict[str, bool]:
    """Whether a household can be had through each door."""
    return {
        "record": record(vault, "household", home.household) is not None,
        "children": bool(children(vault, "person", home.household)),
        "rows": home.household in [one.id for one in rows(vault, "household")],
        "deeper": bool(children(vault, "person_year", home.people[0])),
        "find": home.household in [hit.household for hit in find(vault, home_number(vault, home))],
        "history": bool(history(vault, "household", home.household)),
        "origins": bool(field_origins(vault, "household", home.household)),
        "draft": home.household in [one.record for one in drafts(vault)],
        "reach": may_reach(vault, "person", home.people[0]),
    }


def test_a_helper_has_the_paired_households_and_no_other_through_any_door(vault, two):
    mine, other, _ = two
    for home in (mine, other):
        open_draft(vault, "visit", "1", home.household, 2019)
    assert all(reached(vault, other).values()), "the control: a team has both"
    as_role(vault, "helper", name="李帮扶")
    assert all(reached(vault, mine).values())
    assert not any(reached(vault, other).values())
    assert count(vault, "household") == 1
    assert (
        refusal(lambda: unmask(vault, "person", other.people[0], "id_no", "to look"))
        == "register.unknown_record"
    )
    assert (
        refusal(lambda: put(vault, Change("household", other.household, "set", {"phone": "1"})))
        == "role.other_household"
    )
    new = Change("person", None, "add", {"household": other.household, "name": "新"})
    assert refusal(lambda: put(vault, new)) == "role.other_household"
    assert (
        refusal(lambda: put(vault, Change("household", None, "add", {"household_no": "H3"})))
        == "role.other_household"
    )
    assert refusal(lambda: put(vault, Change("fund", None, "add", {"amount": 1}))) == "role.not_allowed"
    assert rows(vault, "fund") == ()
    put(vault, Change("household", mine.household, "set", {"phone": "13900005678"}))
    put(vault, Change("person", None, "add", {"household": mine.household, "name": "新"}))


def test_a_pairing_that_ended_opens_nothing_and_a_record_is_more_than_a_name(vault, two):
    mine, _, helper = two
    as_role(vault, "helper", name="李帮扶", helper="another record of the same name")
    assert record(vault, "household", mine.household) is None
    as_role(vault, "helper", helper=helper)
    assert record(vault, "household", mine.household) is not None
    as_role(vault, "team", helper="")
    (pairing,) = children(vault, "pairing", mine.household)
    put(vault, Change("pairing", pairing.id, "set", {"to_on": "2020-01-01"}))
    put(vault, Change("household", mine.household, "set", {"helper_name": "李帮扶"}))
    as_role(vault, "helper")
    assert record(vault, "household", mine.household) is None, (
        "the old name on the household opens nothing either"
    )


def test_the_name_on_a_household_nobody_was_paired_with_counts(vault, two):
    _, other, _ = two
    put(vault, Change("household", other.household, "set", {"helper_name": "赵帮扶"}))
    as_role(vault, "helper", name="赵帮扶")
    assert [one.id for one in rows(vault, "household")] == [other.household]


def test_a_department_sees_its_own_section_and_masked_names_and_writes_nothing_else(vault, two):
    mine, _, _ = two
    as_role(vault, "department", sections=("care",))
    person = record(vault, "person", mine.people[0])
    assert (person.values["name"], person.values["id_no"]) == ("张*丰", "990101********1234")
    assert person.values["disability"] == "残", "its own section"
    assert person.values["relation"] is None
    assert "relation" in person.withheld
    year = year_record(vault, "household_year", mine.household, 2019)
    assert (year.values["illness"], year.values["water_safe"]) == ("病", None)
    assert record(vault, "household", mine.household).values["bank_account"] is None
    assert [hit.title for hit in find(vault, "H0001")] == ["张*丰"]
    assert refusal(lambda: rows(vault, "person", order="relation")) == "register.unknown_field"
    assert (
        refusal(lambda: rows(vault, "person", where={"id_no": "990101199001011234"}))
        == "register.unknown_field"
    )
    assert refusal(lambda: unmask(vault, "person", mine.people[0], "id_no", "why")) == "role.not_allowed"
    put(vault, Change("household_year", year.id, "set", {"illness": "已治愈"}))
    assert (
        refusal(lambda: put(vault, Change("household_year", year.id, "set", {"water_safe": 0})))
        == "role.withheld_field"
    )
    assert {key for entry in history(vault, "household_year", year.id) for key in entry.values} == {
        "household",
        "year",
        "illness",
    }
    assert conflicts(vault) == ()
    as_role(vault, "department", sections=())
    assert record(vault, "person", mine.people[0]).values["disability"] is None


def test_an_evaluator_sees_the_sample_and_no_earlier_answers(vault, two):
    mine, other, _ = two
    assert len(rows(vault, "submission")) == 2, "the control: a team reads them"
    as_role(vault, "evaluator", name="评估员")
    assert rows(vault, "household") == (), "without a sample nothing"
    with vault.transaction():
        write_sample(vault, [mine.household])
    assert [one.id for one in rows(vault, "household")] == [mine.household]
    assert record(vault, "household", other.household) is None
    assert record(vault, "person", mine.people[0]).values["name"] == "张三丰"
    assert record(vault, "person", mine.people[0]).values["disability"] is None
    assert year_record(vault, "household_year", mine.household, 2019) is None
    assert rows(vault, "submission") == ()
    assert [dict(entry.values) for entry in history(vault, "household", mine.household) if entry.values] == []
    assert (
        refusal(lambda: put(vault, Change("household", mine.household, "set", {"phone": "1"})))
        == "role.not_allowed"
    )
    own = {"form": "inspection", "household": mine.household, "worker_name": "评估员"}
    put(vault, Change("submission", None, "add", own))
    assert len(rows(vault, "submission")) == 1
    with vault.transaction():
        assert refusal(lambda: write_sample(vault, [other.household])) == "role.sample_stands"


def test_a_name_that_is_no_role_reads_and_writes_nothing(vault, two):
    mine, _, _ = two
    as_role(vault, "whoever")
    assert not any(reached(vault, mine).values())
    assert (
        refusal(lambda: put(vault, Change("household", mine.household, "set", {"phone": "1"})))
        == "role.not_allowed"
    )


@pytest.mark.parametrize(
    ("role", "key", "masked", "seen"),
    [
        ("team", "id_no", True, True),
        ("team", "name", False, True),
        ("county", "disability", True, True),
        ("team", "disability", False, True),
        ("evaluator", "disability", True, False),
        ("department", "name", True, True),
    ],
)
def test_values_are_shown_by_class_and_role(vault, two, role, key, masked, seen):
    as_role(vault, role)
    spec = vault.dictionary.field("person", key)
    words, is_masked = shown(vault, spec, "990101199001011234")
    assert (is_masked, visible(vault, spec)) == (masked, seen)
    assert (words == "990101199001011234") is not masked


def test_only_some_export_without_masks_and_nobody_without_a_reason(vault):
    for role, whole in (("helper", False), ("village", False), ("department", False), ("evaluator", False)):
        as_role(vault, role)
        note_export(vault, "list", scope=VILLAGE)
        assert (
            refusal(lambda: note_export(vault, "list", scope=VILLAGE, reason="x", masked=False))
            == "role.not_allowed"
        )
        assert not whole
    for role in ("team", "township", "county"):
        as_role(vault, role)
        assert refusal(lambda: note_export(vault, "list", scope=VILLAGE, masked=False)) == "export.no_reason"
        note_export(vault, "list", scope=VILLAGE, reason="the bank", masked=False)


def test_approval_is_a_right_of_its_own(vault, two):
    mine, _, _ = two
    approved = Change(
        "entry", None, "add", {"household": mine.household, "field": "phone", "approved_by": "王"}
    )
    assert refusal(lambda: put(vault, approved)) == "role.not_allowed"
    put(vault, replace(approved, values={"household": mine.household, "field": "phone"}))
    as_role(vault, "township")
    put(vault, approved)


def test_looks_are_listed_by_reason_and_counted_by_day_for_the_township(vault, two, make_vault, carry):
    mine, _, _ = two
    for reason in ("to check a copy", "the bank asked"):
        unmask(vault, "person", mine.people[0], "id_no", reason)
    assert [one.reason for one in unmask_log(vault)] == ["the bank asked", "to check a copy"]
    assert unmask_log(vault, "1999-01-01") == ()
    assert (tell_unmask_days(vault), tell_unmask_days(vault)) == (1, 0)
    station = as_role(make_vault("station", packs=(vault.packs[0].folder,)), "township")
    carry(vault, station)
    (day,) = unmask_days(station)
    assert (day.worker, day.count, day.scope, day.device) == (vault.worker.name, 2, VILLAGE, vault.replica)
    as_role(station, "team")
    assert unmask_days(station) == (), "not for colleagues"


def test_nobody_lets_in_more_than_himself_and_evaluators_work_alone(vault):
    add_worker(vault, "李", "other words", role="helper", scopes=(VILLAGE,))
    for role, code in (("township", "role.not_allowed"), ("evaluator", "role.evaluator_alone")):
        assert (
            refusal(lambda role=role: add_worker(vault, "x", "words", role=role, scopes=(VILLAGE,))) == code
        )


def test_a_source_that_is_none_is_refused(vault, two):
    mine, _, _ = two
    heard = Change("household", mine.household, "set", {"phone": "1"}, source="heard")
    assert refusal(lambda: put(vault, heard)) == "register.unknown_source"
    put(vault, replace(heard, source="document:户口本"))
    assert history(vault, "household", mine.household)[-1].source == "document:户口本"


def test_searching_for_a_colleague_does_not_open_his_households(vault, two):
    _, other, _ = two
    (colleague,) = put(vault, Change("helper", None, "add", {"name": "周同事"}))
    pairing = {"household": other.household, "helper": colleague, "from_on": "2019-01-01"}
    put(vault, Change("pairing", None, "add", pairing))
    assert [hit.household for hit in find(vault, "周同事")] in ([other.household], [])
    as_role(vault, "helper", name="李帮扶")
    assert find(vault, "周同事") == ()
