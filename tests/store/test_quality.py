"""Findings in use: explained until the facts change, rules of a county, one household alone, counts by village."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from fieldapp.errors import PackError, RegisterError, UserError
from fieldapp.packs import joined_dictionary, resolve_packs
from fieldapp.register.dictionary import Dictionary
from fieldapp.standards.quality_compiler import compile_quality
from fieldapp.standards.quality_counts import by_field, by_rule
from fieldapp.standards.quality_examination import check_quality_files
from fieldapp.standards.quality_findings import QualityFinding
from fieldapp.standards.quality_reader import read_quality
from fieldapp.store import Vault, create_vault
from fieldapp.store.quality.commands import check_quality_command
from fieldapp.store.quality.findings import (
    QualityRules,
    check_quality,
    compiled_quality,
    count_quality,
    explain,
)
from fieldapp.store.records import children
from fieldapp.store.save import Change, save, seen_of

PACKS = Path(__file__).resolve().parents[2] / "resources" / "packs"
VILLAGE, OTHER = "990101001201", "990101001202"
YEAR = 2019
Make = Callable[..., Vault]
COUNTY = """id: county
version: 1
prefix: cc_
requires: [cn-base]
title: {zh_hans: 县, zh_hant: 縣, en: County}
"""


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return joined_dictionary(resolve_packs([PACKS / "cn-base"]))


@pytest.fixture(scope="module")
def ready(dictionary: Dictionary) -> QualityRules:
    """The shipped rules: compiled once for all vaults that have no others."""
    folder = PACKS / "cn-base" / "quality"
    texts = {file.name: file.read_text("utf-8") for file in sorted(folder.glob("*.yaml"))}
    return QualityRules(compile_quality(read_quality(texts), dictionary), None)


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    made: list[Vault] = []

    def build(rules: str = "", name: str = "v") -> Vault:
        county = tmp_path / f"{name}-county"
        (county / "quality").mkdir(parents=True)
        (county / "pack.yaml").write_text(COUNTY, "utf-8")
        if rules:
            (county / "quality" / "own.yaml").write_text(rules, "utf-8")
        made.append(
            create_vault(
                tmp_path / f"{name}.vault",
                "four invented words here",
                worker="w01",
                role="team",
                scopes=(VILLAGE, OTHER),
                packs=(PACKS / "cn-base", county),
                clock=lambda: 1_583_020_800_000,
                escrow_recovery=False,
            )
        )
        return made[-1]

    yield build
    for vault in made:
        vault.close()


def a_household(vault: Vault, scope: str = VILLAGE, members: int = 11, **facts: object) -> str:
    household = vault.new_id()
    changes = [Change("household", household, "add", {"household_no": "H1", "red_flags": "car", **facts})]  # type: ignore[dict-item]
    changes += [
        Change(
            "person", None, "add", {"household": household, "name": f"人{n}", "relation": "3" if n else "1"}
        )
        for n in range(members)
    ]
    save(vault, scope, "edit", changes, seen=seen_of(vault, scope))
    return household


def of_rule(found: tuple[QualityFinding, ...], rule: str) -> QualityFinding:
    return next(finding for finding in found if finding.rule == rule)


def test_an_explanation_holds_until_the_facts_it_was_given_for_change(
    make: Make, ready: QualityRules
) -> None:
    vault = make()
    household = a_household(vault)
    explain(
        vault,
        of_rule(check_quality(vault, VILLAGE, YEAR, ready=ready), "A117"),
        "  车是单位的  ",
        YEAR,
        ready=ready,
    )
    kept = of_rule(check_quality(vault, VILLAGE, YEAR, ready=ready), "A117")
    assert (kept.explained, kept.reason) == (True, "车是单位的")
    other = [Change("household", household, "set", {"address": "东沟组"})]
    save(vault, VILLAGE, "edit", other, seen=seen_of(vault, VILLAGE))
    assert of_rule(check_quality(vault, VILLAGE, YEAR, ready=ready), "A117").explained
    more = [Change("household", household, "set", {"red_flags": "car flat"})]
    save(vault, VILLAGE, "edit", more, seen=seen_of(vault, VILLAGE))
    assert not of_rule(check_quality(vault, VILLAGE, YEAR, ready=ready), "A117").explained


def test_an_explanation_of_a_count_dies_with_the_count(make: Make, ready: QualityRules) -> None:
    vault = make()
    household = a_household(vault)
    explain(
        vault,
        of_rule(check_quality(vault, VILLAGE, YEAR, ready=ready), "A110"),
        "三代同住",
        YEAR,
        ready=ready,
    )
    assert of_rule(check_quality(vault, VILLAGE, YEAR, household=household, ready=ready), "A110").explained
    born = [Change("person", None, "add", {"household": household, "name": "新", "relation": "3"})]
    save(vault, VILLAGE, "edit", born, seen=seen_of(vault, VILLAGE))
    assert not of_rule(check_quality(vault, VILLAGE, YEAR, ready=ready), "A110").explained


def test_an_explanation_is_a_record_with_its_rule_and_the_hash_of_its_facts(
    make: Make, ready: QualityRules
) -> None:
    vault = make()
    household = a_household(vault)
    explain(
        vault, of_rule(check_quality(vault, VILLAGE, YEAR, ready=ready), "A117"), "租来的", YEAR, ready=ready
    )
    (record,) = children(vault, "explanation", household)
    assert (record.values["rule"], record.values["subject"]) == ("A117", household)
    assert len(str(record.values["facts_sha256"])) == 64


def test_no_explanation_without_a_reason_or_for_a_finding_that_is_gone(
    make: Make, ready: QualityRules
) -> None:
    vault = make()
    household = a_household(vault)
    finding = of_rule(check_quality(vault, VILLAGE, YEAR, ready=ready), "A117")
    with pytest.raises(RegisterError, match="Write the explanation"):
        explain(vault, finding, " ", YEAR, ready=ready)
    gone = [Change("household", household, "set", {"red_flags": None})]
    save(vault, VILLAGE, "edit", gone, seen=seen_of(vault, VILLAGE))
    with pytest.raises(RegisterError, match="no longer there"):
        explain(vault, finding, "租来的", YEAR, ready=ready)
    assert children(vault, "explanation", household) == ()


def test_a_county_changes_a_threshold_and_the_findings_change(make: Make) -> None:
    more = "quality: county\nsettings:\n  large_household:\n    value: 12\n"
    title = "    title: {zh_hans: 大户, zh_hant: 大戶, en: Large}\n    status: decided by the county\n"
    few, many = make(name="few"), make(more + title, name="many")
    found = [{f.rule for f in check_quality(v, VILLAGE, YEAR)} for v in (few, many) if a_household(v)]
    assert ["A110" in rules for rules in found] == [True, False]


def test_a_county_adds_a_rule_overrides_one_and_switches_one_off(make: Make) -> None:
    words = "words: {zh_hans: 甲, zh_hant: 甲, en: Own words}"
    body = f"accuracy: A1, severity: W, level: household, {words}, over: household, field: household.address"
    vault = make(
        "quality: county\nrules:\n"
        f"  - {{id: C1, {body}, when: address is null}}\n"
        f"  - {{id: A117, {body}, when: 'address is null'}}\n"
        "  - {id: A110, off: true}\n"
    )
    a_household(vault, red_flags=None)
    found = check_quality(vault, VILLAGE, YEAR)
    rules = {finding.rule for finding in found}
    assert {"C1", "A117"} <= rules
    assert "A110" not in rules
    assert of_rule(found, "A117").words.en == "Own words"


def test_only_the_named_rules_run(make: Make) -> None:
    vault = make()
    a_household(vault)
    assert {f.rule for f in check_quality(vault, VILLAGE, YEAR, rules={"A117"})} == {"A117"}


def test_a_worker_sees_no_finding_outside_the_scopes(make: Make, ready: QualityRules) -> None:
    vault = make()
    a_household(vault)
    assert check_quality(vault, "990101001203", YEAR, ready=ready) == ()
    assert check_quality(vault, "990101", YEAR, ready=ready) != ()


def test_one_household_is_checked_without_reading_another(make: Make, ready: QualityRules) -> None:
    vault = make()
    one, two = a_household(vault), a_household(vault, OTHER)
    found = check_quality(vault, VILLAGE, YEAR, household=two, ready=ready)
    assert {finding.household for finding in found} == {two}
    assert one not in {finding.household for finding in found}


def test_counts_are_by_village_and_accuracy_with_the_share_of_households_without_an_error(
    make: Make, ready: QualityRules
) -> None:
    vault = make()
    a_household(vault)
    a_household(vault, cause_main="7")
    found = check_quality(vault, VILLAGE, YEAR, ready=ready)
    counts = {count.accuracy: count for count in count_quality(vault, VILLAGE, YEAR, found)}
    assert set(counts) == {f"A{n}" for n in range(1, 9)}
    # Both lack everything a cause needs but one has its main cause.
    assert (counts["A3"].households, counts["A3"].faultless, counts["A3"].errors) == (2, 1, 1)
    assert {count.scope for count in counts.values()} == {VILLAGE}
    names = set(type(counts["A3"]).__dataclass_fields__)
    assert not names & {"worker", "helper", "rank"}


def test_findings_come_by_rule_and_by_field_with_the_record_to_open(make: Make, ready: QualityRules) -> None:
    vault = make()
    household = a_household(vault)
    found = check_quality(vault, VILLAGE, YEAR, ready=ready)
    assert by_rule(found)["A117"][0].record == household
    (house,) = by_field(found)["household_year.house_danger"]
    assert (house.rule, house.household) == ("A219", household)
    assert house.record is not None


def test_attendance_and_speed_are_in_no_rule(make: Make) -> None:
    for rule in compiled_quality(make()).compiled.quality.rules.values():
        read = " ".join(f"{check.over} {check.when} {check.points_list}" for check in rule.checks)
        assert "attendance" not in read


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("no_such_field = 1", "standards.unknown_column"),
        ("status = 'zz'", "standards.unknown_code"),
        ("(select 1) = 1", "standards.not_read_only"),
        ("count(*) > 1", "standards.bare_aggregate"),
        ("number(no_list) > 1", "standards.unknown_list"),
        ("same(records, house_danger) > 1", "quality.same_keys"),
        ("visit_days > :no_setting", "standards.unknown_place"),
        ("status", "standards.no_condition"),
    ],
)
def test_pack_check_names_what_is_wrong_with_a_rule(dictionary: Dictionary, when: str, code: str) -> None:
    words = "words: {zh_hans: 甲, zh_hant: 甲, en: A}"
    rule = f"  - {{id: C1, accuracy: A1, severity: W, level: household, {words}, over: household,"
    text = f'quality: county\nrules:\n{rule} field: household.status, when: "{when}"}}\n'
    (finding,) = check_quality_files({"own.yaml": text}, dictionary)
    assert (finding.code, finding.where.file, finding.where.row) == (code, "own.yaml", 3)


def test_the_shipped_rules_are_without_a_fault_and_speak_three_languages(make: Make) -> None:
    folder = PACKS / "cn-base" / "quality"
    texts = {file.name: file.read_text("utf-8") for file in sorted(folder.glob("*.yaml"))}
    vault = make()
    assert check_quality_files(texts, vault.dictionary) == ()
    quality = compiled_quality(vault).compiled.quality
    assert all(all(rule.words) for rule in quality.rules.values())
    assert all(all(threshold.title) and threshold.status for threshold in quality.thresholds.values())
    assert set(quality.causes) == {code.id for code in vault.dictionary.codes["poverty_cause"].items}


def test_a_rule_that_does_not_fit_stops_the_check_with_its_place(make: Make) -> None:
    with pytest.raises(PackError, match=r"own\.yaml, line 3"):
        compiled_quality(make("quality: county\nrules:\n  - {id: C1}\n"))


def test_the_command_prints_rules_and_counts_and_no_name(make: Make, tmp_path: Path) -> None:
    vault = make()
    a_household(vault)
    vault.close()
    secret = tmp_path / "secret"
    secret.write_text("four invented words here", "utf-8")
    options = ["--scope", VILLAGE, "--year", str(YEAR), "--vault", str(tmp_path / "v.vault")]
    ran = CliRunner().invoke(check_quality_command, [*options, "--passphrase-file", str(secret), "--json"])
    data = json.loads(ran.output)
    assert {finding["rule"] for finding in data["findings"]} >= {"A110", "A117"}
    assert "人1" not in ran.output
    assert len(data["counts"]) == 8


FUND_RULE = """quality: own
rules:
  - id: T01
    accuracy: A1
    severity: E
    level: village
    words: {zh_hans: 资金为零, zh_hant: 資金為零, en: No money}
    over: fund
    when: amount = 0
    field: fund.amount
"""


def test_a_role_that_does_not_read_a_list_gets_no_findings_of_it(make: Make) -> None:
    vault = make(FUND_RULE)
    (_, village), *_ = save(
        vault,
        VILLAGE,
        "edit",
        [Change("village", None, "add", {"name": "东沟"})],
        seen=seen_of(vault, VILLAGE),
    ).changed
    fund = {"village": village, "year": YEAR, "fund_source": "1", "amount": 0}
    save(vault, VILLAGE, "edit", [Change("fund", None, "add", fund)], seen=seen_of(vault, VILLAGE))
    assert [one.list for one in check_quality(vault, VILLAGE, YEAR, rules={"T01"})] == ["fund"]
    vault.work_with(replace(vault.session, worker=replace(vault.worker, role="helper")))
    assert check_quality(vault, VILLAGE, YEAR, rules={"T01"}) == ()


def test_a_rule_that_points_at_a_field_without_its_list_is_told_how(make: Make) -> None:
    vault = make(FUND_RULE.replace("field: fund.amount", "field: amount"))
    with pytest.raises(PackError) as wrong:
        check_quality(vault, VILLAGE, YEAR)
    assert wrong.value.code == "quality.place"


def test_a_rule_nobody_has_a_household_nobody_knows_and_a_foreign_place_are_refused(
    make: Make, tmp_path: Path
) -> None:
    vault = make()
    vault.close()
    env = {"FIELDAPP_PASSPHRASE": "four invented words here", "FIELDAPP_VAULT": str(vault.path)}
    asked = {
        "quality.no_rule": (VILLAGE, "--rule", "NOPE"),
        "register.unknown_record": (VILLAGE, "--household", "nobody"),
        "register.foreign_scope": ("880101",),
    }
    for code, options in asked.items():
        ran = CliRunner(env=env).invoke(check_quality_command, ["--year", "2019", "--scope", *options])
        assert isinstance(ran.exception, UserError)
        assert ran.exception.code == code
