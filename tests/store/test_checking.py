"""Standards over a real vault: saved facts turn a checklist, scopes hold, a county's pack brings its line."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp.domain.identifiers import year_id
from fieldapp.errors import PackError, RegisterError
from fieldapp.standards import Checklist
from fieldapp.store import Vault, add_worker, open_vault
from fieldapp.store.checking import check_household, check_scope, compiled_set
from fieldapp.store.save import Change, save, seen_of

VILLAGE = "990101001201"
YEAR = 2019
LINE = '  - {area: "990101", year: 2019, kind: exit, amount: 3700.00, status: invented for a test}'


def write_county_pack(folder: Path, line: str = LINE) -> Path:
    (folder / "standards").mkdir(parents=True)
    title = "{zh_hans: 示范县, zh_hant: 示範縣, en: Demo county}"
    (folder / "pack.yaml").write_text(
        f"id: county\nversion: 1\ntitle: {title}\nrequires: [gansu-qinba]\n", "utf-8"
    )
    (folder / "standards" / "county.yaml").write_text(
        f"extends: gansu\nversion: county-1\nlines:\n{line}\n", "utf-8"
    )
    return folder


@pytest.fixture
def vault(make_vault: Callable[..., Vault], tmp_path: Path) -> Vault:
    return make_vault(packs=("cn-base", write_county_pack(tmp_path / "county")))


def put(vault: Vault, *changes: Change, scope: str = VILLAGE) -> None:
    save(vault, scope, "edit", changes, seen=seen_of(vault, scope))


def a_household(vault: Vault, scope: str = VILLAGE, members: int = 2) -> str:
    """A household that meets all eight criteria at 3,700 yuan."""
    household = vault.new_id()
    yes = "income_stable loans_none food_staple food_protein clothes_season bedding water_safe lives_there".split()
    sheet = {"a": 2_000_000, "b": 0, "c": 0, "d": 0, "e": 0}
    test = {"tested_on": "2019-05-01", "w1": 1, "w2": 1, "w3": 1, "w4": 1}
    changes = [
        Change("household", household, "add", {"household_no": "1"}),
        Change(
            "household_year",
            None,
            "add",
            {"household": household, "year": YEAR, "house_danger": "A", **dict.fromkeys(yes, 1)},
        ),
        Change("income_sheet", None, "add", {"household": household, "year": YEAR, **sheet}),
        Change("water_test", None, "add", {"household": household, **test}),
    ]
    for n in range(members):
        person = vault.new_id()
        known = {"school_status": "out", "ins_medical_resident": 1, "ins_medical_employee": 0}
        born = {"household": household, "name": f"成员{n + 1}", "birth_date": "1980-01-01"}
        changes += [
            Change("person", person, "add", born),
            Change("person_year", None, "add", {"person": person, "year": YEAR, **known}),
        ]
    put(vault, *changes, scope=scope)
    return household


def verdicts(checklist: Checklist) -> dict[str, str]:
    return {outcome.criterion.id: outcome.verdict for outcome in checklist.outcomes}


def test_a_missing_fact_is_named_recorded_and_turns_the_criterion(vault):
    household = a_household(vault)
    year = year_id(household, "household_year", YEAR)
    put(vault, Change("household_year", year, "set", {"lives_there": None}))
    before = check_household(vault, household, YEAR)
    (missing,) = before.outcomes[7].missing
    assert (verdicts(before)["GS-H8"], missing.list, missing.key) == (
        "unknown",
        "household_year",
        "lives_there",
    )
    put(vault, Change(missing.list, missing.record, "set", {missing.key: 1}, source="seen"))
    after = check_household(vault, household, YEAR)
    assert set(verdicts(after).values()) == {"met"}


def test_a_yearly_record_that_is_missing_can_be_made_under_the_id_it_was_named_by(vault):
    household = a_household(vault)
    baby = vault.new_id()
    born = {"household": household, "name": "新生", "birth_date": "2019-11-01"}
    put(vault, Change("person", baby, "add", born))
    missing = [m for m in check_household(vault, household, YEAR).outcomes[6].missing if m.person == baby]
    assert {m.name for m in missing} == {"新生"}
    facts = {"person": baby, "year": YEAR} | {m.key: 1 for m in missing}
    put(vault, Change("person_year", missing[0].record, "add", facts))
    assert verdicts(check_household(vault, household, YEAR))["GS-H7"] == "met"


def test_the_line_comes_from_the_county_pack_and_its_edition_is_named(vault):
    checklist = check_household(vault, a_household(vault), YEAR, "gansu")
    assert checklist.line is not None
    assert checklist.line.amount == 370_000
    assert checklist.version == "1+county-1"


def test_without_a_county_pack_the_line_is_asked_for(make_vault):
    vault = make_vault(packs=("cn-base", "gansu-qinba"))
    checklist = check_household(vault, a_household(vault), YEAR)
    assert verdicts(checklist) == {f"GS-H{n}": "met" if n > 1 else "unknown" for n in range(1, 9)}
    assert [m.reason for m in checklist.outcomes[0].missing] == ["line"]


def test_a_scope_is_checked_at_any_level(vault):
    one, two = a_household(vault), a_household(vault, "990101001202")
    compiled = compiled_set(vault)
    assert {c.household for c in check_scope(vault, "990101", YEAR, compiled=compiled)} == {one, two}
    assert {c.household for c in check_scope(vault, "990101000000", YEAR, compiled=compiled)} == {one, two}
    assert [c.household for c in check_scope(vault, VILLAGE, YEAR, compiled=compiled)] == [one]
    assert check_scope(vault, "990102", YEAR, compiled=compiled) == ()


def test_a_set_is_compiled_once_a_session_and_anew_for_other_packs(vault):
    first = compiled_set(vault)
    assert compiled_set(vault) is first
    vault.work_with(replace(vault.session, packs=vault.packs))
    assert compiled_set(vault) is not first


def test_a_worker_sees_only_the_villages_that_are_theirs(make_vault, tmp_path):
    county = write_county_pack(tmp_path / "county")
    vault = make_vault(packs=("cn-base", county))
    mine, other = a_household(vault), a_household(vault, "990101001202")
    add_worker(vault, "helper", "another few words", role="collector", scopes=(VILLAGE,))
    path = vault.path
    vault.close()
    with open_vault(path, "another few words", worker="helper") as helper:
        assert [c.household for c in check_scope(helper, "990101", YEAR)] == [mine]
        assert check_scope(helper, "990101001202", YEAR) == ()
        with pytest.raises(RegisterError) as refused:
            check_household(helper, other, YEAR)
    assert refused.value.code == "register.no_household"


def test_a_household_that_left_is_no_longer_checked(vault):
    household = a_household(vault)
    put(vault, Change("household", household, "end", {"ended_on": "2019-12-01", "ended_reason": "moved"}))
    assert check_scope(vault, VILLAGE, YEAR) == ()
    with pytest.raises(RegisterError):
        check_household(vault, household, YEAR)


def test_an_unknown_set_is_refused_with_those_there_are(vault):
    with pytest.raises(PackError) as refused:
        check_scope(vault, VILLAGE, YEAR, "shanxi")
    assert "gansu" in refused.value.sentence()


def test_checking_writes_nothing(vault):
    household = a_household(vault)
    before = seen_of(vault, VILLAGE), vault.db.execute("select total_changes()").fetchone()
    check_household(vault, household, YEAR)
    assert (seen_of(vault, VILLAGE), vault.db.execute("select total_changes()").fetchone()) == before
    assert not vault.db.conn.in_transaction


def test_the_command_prints_verdicts_and_missing_facts(vault, tmp_path, monkeypatch):
    import json

    from click.testing import CliRunner

    from fieldapp.store.check_commands import check

    household = a_household(vault)
    year = year_id(household, "household_year", YEAR)
    put(vault, Change("household_year", year, "set", {"lives_there": None, "bedding": 0}))
    path = vault.path
    vault.close()
    monkeypatch.setenv("FIELDAPP_PASSPHRASE", "four invented words here")
    asked = ["exit", "--scope", "990101", "--year", str(YEAR), "--vault", str(path)]
    result = CliRunner().invoke(check, [*asked, "--json"], catch_exceptions=False)
    (checklist,) = json.loads(result.stdout)
    verdicts = {each["id"]: each["verdict"] for each in checklist["criteria"]}
    assert (verdicts["GS-H4"], verdicts["GS-H7"], verdicts["GS-H8"]) == ("not_met", "met", "unknown")
    assert checklist["criteria"][7]["missing"][0]["record"] == year
    monkeypatch.setenv("FIELDAPP_LANGUAGE", "zh_CN")
    words = CliRunner().invoke(check, asked, catch_exceptions=False).stdout
    assert "6 项已达标，1 项未达标，1 项待核实" in words
    assert "待核实：实际居住在该住房。" in words
