"""Quality rules and batches over people go by the household of the asked year, whatever split or merged since."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.domain.identifiers import year_id
from fieldapp.store import Vault, create_vault
from fieldapp.store.moving.movements import Deed, merge, split
from fieldapp.store.quality.batches import batches
from fieldapp.store.quality.findings import QualityRules, check_quality, compiled_quality
from fieldapp.store.save import Change, save, seen_of

PACKS = Path(__file__).resolve().parents[2] / "resources" / "packs"
VILLAGE, BEFORE, AFTER = "990101001201", 2019, 2020
SPLIT_ON = "2020-02-01"
COUNTY = "{id: county, version: 1, prefix: cc_, requires: [cn-base], title: {zh_hans: 县, zh_hant: 縣, en: County}}"
RULE = """quality: county
rules:
  - id: C1
    accuracy: A1
    severity: W
    level: household
    words: {zh_hans: 甲, zh_hant: 甲, en: Lives in the east}
    over: person
    field: household.address
    when: address = '东沟组' and same(households, scope, name) = 1
"""


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    county = tmp_path / "county"
    (county / "quality").mkdir(parents=True)
    (county / "pack.yaml").write_text(COUNTY, "utf-8")
    (county / "quality" / "own.yaml").write_text(RULE, "utf-8")
    made = create_vault(
        tmp_path / "v.vault",
        "four invented words here",
        worker="w01",
        role="team",
        scopes=(VILLAGE,),
        packs=(PACKS / "cn-base", PACKS / "gansu-qinba", county),
        clock=lambda: 1_583_020_800_000,
        escrow_recovery=False,
    )
    yield made
    made.close()


@pytest.fixture
def ready(vault: Vault) -> QualityRules:
    return compiled_quality(vault, {"C1"})


def a_family(vault: Vault, address: str, *names: str) -> list[str]:
    """A household in work with a head and others; the ids: household, then the people."""
    ids = [vault.new_id() for _ in range(len(names) + 1)]
    facts = {"status": "0", "address": address, "policy_poor_flags": "industry"}
    changes = [Change("household", ids[0], "add", dict(facts))]
    for n, (person, name) in enumerate(zip(ids[1:], names, strict=True)):
        own = {"household": ids[0], "name": name, "birth_date": "1980-01-01", "relation": "3" if n else "1"}
        year = {"person": person, "labour": "1", "school_status": "out", "work_months": 6}
        changes.append(Change("person", person, "add", dict(own)))
        for at in (BEFORE, AFTER):
            record = year_id(person, "person_year", at)
            changes.append(Change("person_year", record, "add", {**year, "year": at}))
    save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))
    return ids


def moved_out(vault: Vault, address: str = "西坡组") -> tuple[str, str, str, str]:
    """A household in the east, its head, a son who split off, and the son's household in the west."""
    home, head, son = a_family(vault, "东沟组", "赵一", "赵二")
    new = split(vault, home, [son], son, Deed("split_off", SPLIT_ON)).changed[0][1]
    change = Change("household", new, "set", {"address": address})
    save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
    return home, head, son, new


def found(vault: Vault, ready: QualityRules, year: int, household: str | None = None) -> set[tuple[str, str]]:
    """Person and household of each finding; where it is to be mended is that household too."""
    findings = check_quality(vault, VILLAGE, year, household=household, ready=ready)
    assert all(finding.record == finding.household for finding in findings)
    return {(finding.subject, str(finding.household)) for finding in findings}


def test_a_rule_over_people_asks_the_household_of_that_year(vault: Vault, ready: QualityRules) -> None:
    home, head, son, _new = moved_out(vault)
    assert found(vault, ready, BEFORE) == {(head, home), (son, home)}
    assert found(vault, ready, AFTER) == {(head, home)}


def test_one_household_alone_is_asked_for_those_who_lived_there(vault: Vault, ready: QualityRules) -> None:
    home, head, son, new = moved_out(vault)
    assert found(vault, ready, BEFORE, home) == {(head, home), (son, home)}
    assert found(vault, ready, BEFORE, new) == set()
    assert found(vault, ready, AFTER, home) == {(head, home)}


def test_a_household_that_merged_keeps_its_people_in_the_years_before(
    vault: Vault, ready: QualityRules
) -> None:
    old, alone = a_family(vault, "东沟组", "钱一")
    other, _head = a_family(vault, "西坡组", "孙一")
    merge(vault, old, other, {alone: "99"}, Deed("merged_into", SPLIT_ON))
    assert found(vault, ready, BEFORE) == found(vault, ready, BEFORE, old) == {(alone, old)}
    assert found(vault, ready, BEFORE, other) == found(vault, ready, AFTER) == set()


def test_batches_count_people_in_the_household_of_that_year(vault: Vault) -> None:
    moved_out(vault)
    counted = {}
    for year in (BEFORE, AFTER):
        rows = {row.batch.id: row for row in batches(vault, VILLAGE, year).rows}
        counted[year] = [(rows[name].households, rows[name].people) for name in ("q1", "q2")]
    assert counted == {BEFORE: [(1, 2), (1, 2)], AFTER: [(1, 1), (2, 2)]}


def test_one_household_is_found_along_the_indexes(vault: Vault) -> None:
    compiled = compiled_quality(vault, live=True).compiled
    places = {"only": "[]", "year": BEFORE, "as_of": "2019-12-31", "day": "2019-12-31", "today": ""}
    (people,) = [
        part for part in compiled.lists if (part.over, part.checks[0].check.rows) == ("person", "present")
    ]
    plans = {
        text: [
            str(step[-1])
            for step in vault.db.execute(
                f"explain query plan {text}", {**places, **compiled.quality.values()}
            )
        ]
        for text in (people.some, people.some.replace("(person.household in", "(+person.household in"))
    }
    walked = [any(step in ("SCAN person", "SCAN household") for step in plan) for plan in plans.values()]
    assert walked == [False, True]
