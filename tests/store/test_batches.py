"""The seven batches against sets counted by hand and by brute force: distinct, overlapping, never added up."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.identifiers import year_id
from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value
from fieldapp.standards.batches_model import BatchTable
from fieldapp.standards.batches_reader import check_batch_files, read_batches
from fieldapp.standards.batches_tally import Marks, tally
from fieldapp.store import Vault, create_vault
from fieldapp.store.quality.batches import batches
from fieldapp.store.save import Change, save, seen_of

PACKS = Path(__file__).resolve().parents[2] / "resources" / "packs"
FILE = PACKS / "gansu-qinba" / "batches.yaml"
VILLAGE, YEAR = "990101001201", 2019
SET = read_batches({"batches.yaml": FILE.read_text("utf-8")})
SEVEN = [f"q{n}" for n in range(1, 8)]
HOUSES = ("q1", "q3", "q4", "q6", "q8")


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made = create_vault(
        tmp_path / "v.vault",
        "four invented words here",
        worker="w01",
        role="team",
        scopes=(VILLAGE,),
        packs=(PACKS / "cn-base", PACKS / "gansu-qinba"),
        clock=lambda: 1_583_020_800_000,
        escrow_recovery=False,
    )
    yield made
    made.close()


def add(vault: Vault, list_name: str, **values: Value) -> str:
    yearly = vault.dictionary.lists[list_name].key_by == "year"
    parent = str(values.get(vault.dictionary.lists[list_name].parent))
    record = year_id(parent, list_name, YEAR) if yearly else vault.new_id()
    values = {"year": YEAR, **values} if yearly else values
    save(vault, VILLAGE, "edit", [Change(list_name, record, "add", values)], seen=seen_of(vault, VILLAGE))
    return record


def a_household(vault: Vault, *people: dict[str, Value], **facts: Value) -> str:
    household = add(vault, "household", **{"status": "0", **facts})
    for number, person in enumerate(people):
        own = {key: value for key, value in person.items() if key in ("birth_date", "joined_on", "ended_on")}
        record = add(vault, "person", household=household, name=f"人{number}", **own)
        add(vault, "person_year", person=record, **{k: v for k, v in person.items() if k not in own})
    return household


WORKER: dict[str, Value] = {
    "birth_date": "1980-01-01",
    "labour": "1",
    "school_status": "out",
    "work_months": 6,
}


def figures(table: BatchTable) -> dict[str, tuple[int, int]]:
    return {row.batch.id: (row.households, row.people) for row in (*table.rows, *table.beside)}


def test_households_bring_their_members_and_people_their_households(vault: Vault) -> None:
    a_household(vault, WORKER, {"disease": "高血压"}, policy_poor_flags="industry")
    a_household(vault, WORKER, WORKER)
    table = batches(vault, VILLAGE, YEAR)
    assert figures(table)["q1"] == (1, 2)
    assert figures(table)["q2"] == (2, 3)
    assert figures(table)["q5"] == (1, 1)
    assert (table.union.households, table.union.people) == (2, 4)
    assert (table.overlap["q1", "q2"].people, table.overlap["q2", "q1"].people) == (1, 1)
    assert (table.cut_off, table.set) == ("2019-12-31", "gansu@1")


def test_the_eighth_line_stands_beside_and_is_in_no_union(vault: Vault) -> None:
    household = a_household(vault, {"labour": "4"})
    add(vault, "household_year", household=household, house_danger="D")
    table = batches(vault, VILLAGE, YEAR)
    assert [row.batch.id for row in table.rows] == SEVEN
    assert [row.batch.id for row in table.beside] == ["q8"]
    assert figures(table)["q8"] == (1, 1)
    assert (table.union.people, len(table.in_none)) == (0, 1)


def test_a_fact_not_known_counts_as_open_not_as_in(vault: Vault) -> None:
    a_household(vault, {**WORKER, "labour": None})
    (employment,) = [row for row in batches(vault, VILLAGE, YEAR).rows if row.batch.id == "q2"]
    assert (employment.people, employment.open) == (0, 1)


def test_members_count_by_the_cut_off_date(vault: Vault) -> None:
    a_household(vault, WORKER, {**WORKER, "joined_on": "2019-11-06"}, {**WORKER, "ended_on": "2019-02-01"})
    assert figures(batches(vault, VILLAGE, YEAR, "2019-11-05"))["q2"] == (1, 1)
    assert figures(batches(vault, VILLAGE, YEAR))["q2"] == (1, 2)
    assert batches(vault, VILLAGE, YEAR, "2019-01-31").registered.people == 2


def test_a_batch_outside_the_register_is_an_import_error(vault: Vault) -> None:
    a_household(vault, WORKER)
    a_household(vault, {"dibao": 1}, {"dibao": 1}, status=None)
    table = batches(vault, VILLAGE, YEAR)
    assert figures(table)["q7"] == (0, 0)
    assert {finding.code for finding in table.findings} == {"batches.outside", "batches.too_large"}


def test_an_imported_list_larger_than_the_register_is_an_import_error(vault: Vault) -> None:
    a_household(vault, WORKER)
    assert batches(vault, VILLAGE, YEAR).findings == ()
    village = add(vault, "village", name="村")
    add(vault, "outside_list", village=village, kind="dibao", name="低保", taken_on="2019-10-01", rows=9)
    assert [finding.code for finding in batches(vault, VILLAGE, YEAR).findings] == ["batches.too_large"]


def test_a_year_or_day_that_is_none_of_the_set_is_refused(vault: Vault) -> None:
    with pytest.raises(RegisterError, match="2016 to 2020"):
        batches(vault, VILLAGE, 2025)
    with pytest.raises(RegisterError, match="no date"):
        batches(vault, VILLAGE, YEAR, "05.11.2019")


def test_a_setting_counts_weak_labour(vault: Vault) -> None:
    county = {
        "b.yaml": FILE.read_text("utf-8"),
        "c.yaml": "extends: gansu\nsettings:\n" + _setting("weak_labour", 1),
    }
    assert check_batch_files(county, vault.dictionary) == ()
    changed, usual = read_batches(county), SET
    assert changed
    assert usual
    values = [each.predicates.values()["weak_labour"] for each in (changed, usual)]
    assert values == [1, 0]


def test_a_predicate_that_names_no_field_is_found(vault: Vault) -> None:
    wrong = FILE.read_text("utf-8").replace("relocation_household = 1", "relocated = 1")
    (finding,) = check_batch_files({"b.yaml": wrong}, vault.dictionary)
    assert finding.code == "standards.unknown_column"


def _setting(name: str, value: int) -> str:
    return f"  {name}:\n    value: {value}\n    title: {{zh_hans: 甲, zh_hant: 甲, en: A}}\n    status: decided\n"


held = st.frozensets(st.sampled_from([f"q{n}" for n in range(1, 9)]))
villages = st.lists(st.tuples(st.booleans(), held, st.lists(held, max_size=4)), max_size=6)


def marks_of(village: list[tuple[bool, frozenset[str], list[frozenset[str]]]]) -> Marks:
    marks = Marks()
    for number, (_, house, people) in enumerate(village):
        marks.households[f"h{number}"] = house & frozenset(HOUSES)
        for at, person in enumerate(people):
            marks.people[f"h{number}p{at}"] = (f"h{number}", person - frozenset(HOUSES))
    marks.registered = frozenset(f"h{n}" for n, (is_in, _, _) in enumerate(village) if is_in)
    return marks


def is_in(batch: str, household: frozenset[str], person: frozenset[str]) -> bool:
    return batch in (household if batch in HOUSES else person)


@given(villages)
def test_the_tally_agrees_with_counting_by_hand(
    village: list[tuple[bool, frozenset[str], list[frozenset[str]]]],
) -> None:
    assert SET is not None
    table = tally(SET, marks_of(village), YEAR, "2019-11-05")
    registered = [(n, house, people) for n, (is_on, house, people) in enumerate(village) if is_on]
    everyone = [(n, at, house, person) for n, house, people in registered for at, person in enumerate(people)]
    for row in (*table.rows, *table.beside):
        batch = row.batch.id
        members = [(n, at) for n, at, house, person in everyone if is_in(batch, house, person)]
        assert row.people == len(members)
        homes = (
            {n for n, house, _ in registered if batch in house}
            if batch in HOUSES
            else {n for n, _ in members}
        )
        assert row.households == len(homes)
    for one in SEVEN:
        for other in SEVEN:
            both = [p for p in everyone if is_in(one, *p[2:]) and is_in(other, *p[2:])]
            assert table.overlap[one, other].people == len(both)
    in_some = [p for p in everyone if any(is_in(batch, *p[2:]) for batch in SEVEN)]
    assert table.union.people == len(in_some) <= table.registered.people == len(everyone)
    assert len(table.in_none) == len(everyone) - len(in_some)


def test_a_sum_of_the_batches_would_be_wrong() -> None:
    """The failing control of the oracle: what people do with these figures elsewhere does not agree with it."""
    assert SET is not None
    both = frozenset(("q2", "q5"))
    table = tally(SET, marks_of([(True, frozenset(("q1",)), [both])]), YEAR, "2019-11-05")
    assert sum(row.people for row in table.rows) == 3
    assert table.union.people == 1
