"""A vault on each shipped pack: a village is checked by Shanxi's indicators, an invented country's register works."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fieldapp.forms import load_form
from fieldapp.reports.card import household_card
from fieldapp.reports.facts import household_facts, imprint
from fieldapp.standards.outcome import Outcome
from fieldapp.store import Vault, create_vault
from fieldapp.store.checking import check_household, check_scope
from fieldapp.store.drafts import open_draft
from fieldapp.store.finding.find import find
from fieldapp.store.quality.findings import check_quality
from fieldapp.store.records import rows, year_record
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.submissions import begin, finalise
from fieldapp.texts import texts_of

VILLAGE, YEAR = "990101001201", 2020


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[[str], Vault]]:
    made: list[Vault] = []

    def making(pack: str) -> Vault:
        place = tmp_path / pack / "laptop.vault"
        options = {
            "worker": "w",
            "role": "team",
            "scopes": (VILLAGE,),
            "packs": (pack,),
            "escrow_recovery": False,
        }
        made.append(create_vault(place, "four invented words here", **options))
        return made[-1]

    yield making
    for vault in made:
        vault.close()


def put(vault: Vault, *changes: Change) -> Saved:
    return save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))


def by_id(outcomes: tuple[Outcome, ...]) -> dict[str, str]:
    return {outcome.criterion.id: str(outcome.verdict) for outcome in outcomes}


def test_a_village_is_checked_by_the_indicators_of_shanxi(make: Callable[[str], Vault]) -> None:
    vault = make("shanxi-upgrade")
    village = vault.new_id()
    figures = {
        "water_unsafe_households": 0,
        "road_width_m": 400,
        "sx_can_widen": 0,
        "bus": 0,
        "dangerous_houses": 3,
    }
    put(
        vault,
        Change(
            "village", village, "add", {"name": "东沟村", "population": 967, "collective_income": 5_000_000}
        ),
        Change("village_year", None, "add", {"village": village, "year": YEAR, **figures}),
    )
    (checklist,) = check_scope(vault, VILLAGE, YEAR, "shanxi")
    met = by_id(checklist.outcomes)
    assert (met["SX1-1"], met["SX5-2"], met["SX11-1"], met["SX0-1"]) == ("met", "not_met", "met", "met")
    assert met["SX3-1"] == "unknown", "whether there are passing places is not known"
    missing = {
        fact.key
        for outcome in checklist.outcomes
        if outcome.criterion.id == "SX3-1"
        for fact in outcome.missing
    }
    assert "sx_passing_places" in missing


def test_an_overdue_task_of_a_village_is_found(make: Callable[[str], Vault]) -> None:
    vault = make("shanxi-upgrade")
    village = vault.new_id()
    task = {"village": village, "indicator": "SX2-3", "task": "02", "state": "moving", "due_on": "2020-06-30"}
    put(
        vault,
        Change("village", village, "add", {"name": "东沟村"}),
        Change("sx_task", vault.new_id(), "add", task),
        Change("sx_task", vault.new_id(), "add", {**task, "indicator": "SX2-4", "state": "met"}),
    )
    found = check_quality(vault, VILLAGE, YEAR, rules=["SX-T1"])
    assert [finding.list for finding in found] == ["sx_task"]


def test_a_household_drawn_twice_in_a_year_is_found(make: Callable[[str], Vault]) -> None:
    vault = make("heilongjiang")
    home, draw = vault.new_id(), {"year": YEAR, "drawn_on": "2020-05-01"}
    put(
        vault,
        Change("household", home, "add", {"household_no": "H1"}),
        Change("hl_sample", vault.new_id(), "add", {"household": home, "level": "city", **draw}),
    )
    assert check_quality(vault, VILLAGE, YEAR, rules=["HL-Q1"]) == ()
    put(vault, Change("hl_sample", vault.new_id(), "add", {"household": home, "level": "county", **draw}))
    assert {finding.rule for finding in check_quality(vault, VILLAGE, YEAR, rules=["HL-Q1"])} == {"HL-Q1"}


def test_a_need_handed_over_without_consent_is_found(make: Callable[[str], Vault]) -> None:
    vault = make("lvliang")
    home, need = vault.new_id(), vault.new_id()
    told = {"household": home, "text": "两头小猪", "ll_handed_on": "2020-05-01", "consent_on": "2020-04-01"}
    put(
        vault,
        Change("household", home, "add", {"household_no": "H1"}),
        Change("need", need, "add", told),
        Change(
            "household_year",
            None,
            "add",
            {"household": home, "year": YEAR, "ll_works_away": 0, "ll_has_skill": 1},
        ),
    )
    assert len(check_quality(vault, VILLAGE, YEAR, rules=["LL-Q1"])) == 1
    put(vault, Change("need", need, "set", {"ll_consent_village_on": "2020-04-02"}))
    assert check_quality(vault, VILLAGE, YEAR, rules=["LL-Q1"]) == ()
    fits = year_record(vault, "household_year", home, YEAR).values
    assert (fits["ll_fit_finance"], fits["ll_fit_industry"]) == (None, None), "missing is not none"


def test_the_register_of_an_invented_country_works(make: Callable[[str], Vault]) -> None:
    vault = make("water-points")
    home, point = vault.new_id(), vault.new_id()
    put(
        vault,
        Change("water_point", point, "add", {"name": "Mill spring", "kind": "spring", "state": "working"}),
        Change(
            "household", home, "add", {"household_no": "0417", "address": "Mill lane 3", "water_point": point}
        ),
        Change("person", vault.new_id(), "add", {"household": home, "name": "Ada Brook", "relation": "head"}),
    )
    form = load_form(vault.packs[0].forms["water_visit"])
    draft = open_draft(vault, form.id, form.version, home, year=YEAR)
    session = begin(vault, form, draft)
    for name, answer in {
        "carry_means": "hand",
        "litres_day": "60",
        "minutes_trip": "45",
        "dry_weeks": "1",
    }.items():
        session.answer(f"/data/{name}", answer)
    assert isinstance(finalise(vault, draft, session), Saved)
    assert by_id(check_household(vault, home, YEAR).outcomes) == {
        "MD-1": "met",
        "MD-2": "not_met",
        "MD-3": "met",
    }
    assert [hit.title for hit in find(vault, "brook")] == ["Ada Brook"]
    assert [hit.household for hit in find(vault, "0417")] == [home]
    assert [row.values["name"] for row in rows(vault, "water_point")] == ["Mill spring"]
    card = household_card(
        household_facts(vault, home, YEAR), vault.dictionary, imprint(vault), texts_of("en")
    )
    printed = {pair.label: pair.value for block in card.blocks for pair in getattr(block, "items", ())}
    assert printed["Litres a day (litre)"] == "60"
