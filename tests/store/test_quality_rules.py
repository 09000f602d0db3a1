"""Every quality rule finds what it is for and nothing else, on a real vault (tests/standards/quality_cases)."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from fieldapp.standards.model import Words
from fieldapp.standards.quality_findings import QualityFinding
from fieldapp.store import create_vault
from fieldapp.store.quality.findings import QualityRules, check_quality, compiled_quality

PACKS = Path(__file__).resolve().parents[2] / "resources" / "packs"
TODAY_MS = 1_583_020_800_000
"""2020-03-01."""


def _builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "quality_cases", Path(__file__).with_name("quality_cases.py")
    )
    assert spec
    assert spec.loader

    module = importlib.util.module_from_spec(spec)
    sys.modules["quality_cases"] = module
    spec.loader.exec_module(module)
    return module


BUILDER = _builder()
ALL = BUILDER.the_cases()
LINES = """extends: gansu
version: cases
lines:
  - {area: "990101", year: 2019, kind: exit, amount: 3700.00, status: invented}
  - {area: "990101", year: 2019, kind: standard, amount: 3500.00, status: invented}
  - {area: "990101", year: 2020, kind: monitor, amount: 6000.00, status: invented}
"""


class Found:
    """The findings of all cases: scope and year → rules."""

    def __init__(self, folder: Path) -> None:
        county = folder / "county"
        (county / "standards").mkdir(parents=True)
        heading = (
            "id: county\nversion: 1\nrequires: [gansu-qinba]\ntitle: {zh_hans: 县, zh_hant: 縣, en: County}\n"
        )
        (county / "pack.yaml").write_text(heading, "utf-8")
        (county / "standards" / "lines.yaml").write_text(LINES, "utf-8")
        self.vault = create_vault(
            folder / "cases.vault",
            "four invented words here",
            worker="w01",
            role="township",
            scopes=("990101",),
            packs=(PACKS / "cn-base", PACKS / "gansu-qinba", county),
            clock=lambda: TODAY_MS,
            escrow_recovery=False,
        )
        self.builder = BUILDER.Builder(self.vault)
        self.builder.build(ALL)
        self.rules: QualityRules = compiled_quality(self.vault)
        self.found = {
            year: check_quality(self.vault, "990101", year, ready=self.rules)
            for year in sorted({case.year for case in ALL})
        }

    def at(self, name: str, year: int) -> set[str]:
        return {f.rule for f in self.found[year] if f.scope == self.builder.scopes[name]}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Found]:
    run = Found(tmp_path_factory.mktemp("quality"))
    yield run
    run.vault.close()


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_rule_finds_its_cases_and_no_other(found: Found, case: object) -> None:
    rules = found.at(case.name, case.year)  # type: ignore[attr-defined]
    assert (case.rule in rules) is case.fires, sorted(rules)  # type: ignore[attr-defined]


def test_every_rule_has_a_case_that_fires_and_one_that_does_not() -> None:
    for fires in (True, False):
        assert {case.rule for case in ALL if case.fires is fires} == BUILDER_RULES


BUILDER_RULES = {case.rule for case in ALL}


def test_there_are_the_122_rules_and_each_has_cases(found: Found) -> None:
    rules = found.rules.compiled.quality.rules
    assert len(rules) == 122
    assert set(rules) == BUILDER_RULES


def test_a_household_in_order_has_no_finding(found: Found) -> None:
    """The failing control of every case that fires: what it changed is what was found."""
    clean = next(case.name for case in ALL if not case.text and not case.fires)
    assert found.at(clean, 2019) == set()


def test_a_finding_points_at_a_field_of_the_dictionary_and_speaks_three_languages(found: Found) -> None:
    for finding in {f.rule: f for f in found.found[2019]}.values():
        assert found.vault.dictionary.has_field(finding.list, finding.field)
        assert isinstance(finding.words, Words)
        assert all(finding.words)


def test_one_household_alone_gives_the_findings_it_has_in_bulk(found: Found) -> None:
    bulk = [f for f in found.found[2019] if f.household]
    for household in sorted({f.household for f in bulk if f.household})[::7]:
        alone = check_quality(found.vault, "990101", 2019, household=household, ready=found.rules)
        # Several villages at once are only compared in bulk, except by number.
        expected = [f for f in bulk if f.household == household and f.rule != "A805"]
        assert set(alone) == set(expected)


def test_while_typing_nothing_tells_how_far_an_income_is_from_a_line(found: Found) -> None:
    """Every rule that reads a line stays for the check afterwards."""
    quality = found.rules.compiled.quality
    reads_line = {rule.id for rule in quality.rules.values() if any("line(" in c.when for c in rule.checks)}
    silent = {rule.id for rule in quality.rules.values() if not rule.live}
    assert {"A116", "A410", "A612", "A712", "A713"} <= silent
    assert reads_line <= silent
    (poor,) = {f.household for f in found.found[2019] if f.rule == "A612"}
    assert "A612" in {f.rule for f in _one(found, poor, live=False)}
    assert "A612" not in {f.rule for f in _one(found, poor, live=True)}


def _one(found: Found, household: str | None, *, live: bool) -> tuple[QualityFinding, ...]:
    return check_quality(found.vault, "990101", 2019, household=household, live=live, ready=found.rules)


def test_a_county_checked_in_pieces_gives_the_same_findings(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldapp.store.quality.run._PIECE", 40)
    pieces = check_quality(found.vault, "990101", 2019, ready=found.rules)
    assert {"A106", "A119", "A805"} <= {finding.rule for finding in pieces}
    assert pieces == found.found[2019]
