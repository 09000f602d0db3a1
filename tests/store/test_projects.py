"""Projects, their money, dividends, care, appeals: each deed one commit, each doubt said and never a refusal."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.errors import PackError, RegisterError
from fieldapp.store import Vault, create_vault
from fieldapp.store.appeals import receive, reply
from fieldapp.store.quality.findings import check_quality
from fieldapp.store.records import record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.undo import undo
from fieldapp.store.village.care import proposed, steps, take_step
from fieldapp.store.village.deadlines import deadlines
from fieldapp.store.village.dividends import dividends_of, pay_dividend, shares_on
from fieldapp.store.village.project_money import Payment, balance, pay, project_money
from fieldapp.store.village.projects import Agreement, Entrant, eligible, enrol, enrolments, record_effect

VILLAGE, OTHER = "990101001201", "990101001202"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    made = create_vault(
        tmp_path_factory.mktemp("vault") / "v",
        "four invented words here",
        worker="w",
        role="team",
        scopes=(VILLAGE, OTHER),
        packs=["cn-base", "lvliang"],
    )
    with made:
        yield made


@pytest.fixture
def vault(shared: Vault) -> Vault:
    return shared


def add(vault: Vault, list_name: str, scope: str = VILLAGE, **values: Any) -> str:
    saved = save(vault, scope, "edit", [Change(list_name, None, "add", values)], seen=seen_of(vault, scope))
    return saved.changed[0][1]


def a_household(vault: Vault, **year: Any) -> str:
    home = add(vault, "household", household_no=vault.new_id()[:30])
    if year:
        add(vault, "household_year", household=home, year=2019, **year)
    return home


def a_project(vault: Vault, **values: Any) -> str:
    return add(vault, "project", name="养驴合作社", project_type=first(vault, "project_type"), **values)


def first(vault: Vault, codes: str) -> str:
    return vault.dictionary.codes[codes].items[0].id


def verdicts(vault: Vault, kind: str) -> dict[str, tuple[str, list[str]]]:
    return {
        one.household: (one.verdict, [missing.key for missing in one.missing])
        for one in eligible(vault, VILLAGE, 2019, kind)
    }


def test_who_fits_is_met_not_met_or_not_enough_data_with_what_to_ask(vault: Vault) -> None:
    fits = a_household(vault, ll_works_away=0, ll_has_skill=1, ll_wants_business=1)
    not_fit = a_household(vault, ll_works_away=1)
    unknown = a_household(vault, ll_works_away=0, ll_has_skill=1)

    found = verdicts(vault, "microcredit")
    assert found[fits] == ("met", [])
    assert found[not_fit] == ("not_met", [])
    assert found[unknown] == ("unknown", ["ll_wants_business"])


def test_a_student_makes_a_household_fit_for_an_education_project(vault: Vault) -> None:
    home, other = a_household(vault, ll_able=1), a_household(vault, ll_able=1)
    for household, vocational in ((home, 1), (other, 0)):
        person = add(vault, "person", household=household, name="龙小见", relation="1")
        add(vault, "person_year", person=person, year=2019, ll_vocational=vocational, ll_gaokao_line=0)
    found = verdicts(vault, "education")
    assert (found[home][0], found[other][0]) == ("met", "not_met")


def test_without_a_pack_that_says_who_fits_it_is_said_and_choosing_by_hand_remains(vault: Vault) -> None:
    with pytest.raises(PackError, match="by hand"):
        eligible(vault, VILLAGE, 2019, "no_such_kind")


def test_households_are_enrolled_in_one_deed_and_those_who_take_part_stay_as_they_are(vault: Vault) -> None:
    project = a_project(vault)
    homes = [a_household(vault) for _ in range(3)]
    enrol(vault, project, [Entrant(homes[0], eligible=True)], "2019-03-01", kind="industry")
    saved = enrol(vault, project, [Entrant(home) for home in homes], "2019-04-01", kind="industry")

    found = {one.values["household"]: one.values["enrolled_on"] for one in enrolments(vault, project)}
    assert found == {homes[0]: "2019-03-01", homes[1]: "2019-04-01", homes[2]: "2019-04-01"}
    with pytest.raises(RegisterError, match="take part already"):
        enrol(vault, project, [Entrant(home) for home in homes], "2019-05-01")
    undo(vault, saved.dot)
    assert len(enrolments(vault, project)) == 1


def test_a_household_of_another_village_is_not_enrolled(vault: Vault) -> None:
    project = a_project(vault)
    stranger = add(vault, "household", OTHER, household_no="x")
    with pytest.raises(RegisterError, match=OTHER):
        enrol(vault, project, [Entrant(stranger)], "2019-03-01")
    assert enrolments(vault, project) == ()


def test_an_agreement_of_four_parties_under_eight_percent_is_written_and_warned_of(vault: Vault) -> None:
    project, homes = a_project(vault), [a_household(vault), a_household(vault)]
    for home, rate in zip(homes, (750, 800), strict=True):
        agreement = Agreement(
            "柳树沟乡政府", "示范农商行", "示范合作社", "龙长顺", 5_000_000, rate, "2022-03-01"
        )
        enrol(vault, project, [Entrant(home, agreement=agreement)], "2019-03-01", kind="microcredit")

    low, enough = (
        [one.rule for one in check_quality(vault, VILLAGE, 2019, household=home) if one.rule == "A510"]
        for home in homes
    )
    assert (low, enough) == (["A510"], [])
    values = {one.values["household"]: one.values for one in enrolments(vault, project)}
    assert (values[homes[0]]["party_bank"], values[homes[0]]["loan"]) == ("示范农商行", 5_000_000)


def test_more_paid_than_a_fund_has_is_written_and_said(vault: Vault) -> None:
    project = a_project(vault, cost=1_000_000)
    fund = add(
        vault, "fund", year=2019, fund_source=first(vault, "fund_source"), amount=600_000, project=project
    )
    homes = [a_household(vault), a_household(vault)]
    enrol(vault, project, [Entrant(home) for home in homes], "2019-03-01")
    first_one, second = enrolments(vault, project)

    paid = pay(vault, fund, [Payment(first_one.id, 400_000), Payment(second.id, 200_000)], "2019-05-01")
    assert (paid.findings, balance(vault, fund).left) == ((), 0)
    more = pay(vault, fund, [Payment(second.id, 100)], "2019-06-01")
    assert [finding.code for finding in more.findings] == ["fund.overdrawn"]
    assert str(more.findings[0]).startswith("6,001.00 yuan were paid of 6,000.00 yuan: 1.00 yuan more")
    assert balance(vault, fund).left == -100
    undo(vault, more.saved.dot)
    assert balance(vault, fund).left == 0


def test_sources_that_do_not_make_up_the_cost_are_a_finding(vault: Vault) -> None:
    project = a_project(vault, cost=1_000_000)
    one, other = (code.id for code in vault.dictionary.codes["fund_source"].items[:2])
    add(vault, "fund", year=2019, fund_source=one, amount=600_000, project=project)
    assert [finding.code for finding in project_money(vault, project).findings] == ["project.sources_differ"]
    add(vault, "fund", year=2019, fund_source=other, amount=400_000, project=project)
    money = project_money(vault, project)
    assert (money.findings, money.by_source, money.granted) == ((), {one: 600_000, other: 400_000}, 1_000_000)


def test_the_effect_of_a_project_is_kept_with_the_household(vault: Vault) -> None:
    project, home = a_project(vault), a_household(vault)
    enrol(vault, project, [Entrant(home)], "2019-03-01")
    (one,) = enrolments(vault, project)
    record_effect(vault, one.id, "多养两头驴", 360_000, state="ended")
    found = record(vault, "enrolment", one.id)
    assert found is not None
    assert (found.values["effect_income"], found.values["state"]) == (360_000, "ended")
    with pytest.raises(RegisterError, match="effect"):
        record_effect(vault, one.id, "")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 10**9), st.lists(st.integers(1, 99_999), min_size=1, max_size=5))
def test_a_years_dividend_adds_up_to_the_fen_and_is_one_deed(
    vault: Vault, amount: int, shares: list[int]
) -> None:
    asset = add(vault, "asset", name="光伏电站")
    for share in shares:
        add(vault, "asset_share", household=a_household(vault), asset=asset, shares=share)
    saved = pay_dividend(vault, asset, 2019, amount, paid_on="2019-11-01")

    found = dividends_of(vault, asset, 2019)
    assert sum(int(str(one.values["amount"])) for one in found) == amount
    assert len(found) == len(shares)
    undo(vault, saved.dot)
    assert dividends_of(vault, asset, 2019) == ()


def test_a_dividend_is_divided_by_the_shares_of_its_day_and_once(vault: Vault) -> None:
    asset, home, later = add(vault, "asset", name="冷库"), a_household(vault), a_household(vault)
    add(vault, "asset_share", household=home, asset=asset, shares=100)
    add(vault, "asset_share", household=home, asset=asset, shares=50, from_on="2018-01-01")
    add(vault, "asset_share", household=later, asset=asset, shares=100, from_on="2019-12-01")
    assert shares_on(vault, asset, "2019-11-01") == {home: 150}
    pay_dividend(vault, asset, 2019, 90_001, paid_on="2019-11-01")
    with pytest.raises(RegisterError, match="2019"):
        pay_dividend(vault, asset, 2019, 1, paid_on="2019-11-02")
    with pytest.raises(RegisterError, match="share"):
        pay_dividend(vault, add(vault, "asset", name="空"), 2019, 1, paid_on="2019-11-02")


def test_each_step_of_care_closes_the_one_before_and_proposes_the_next_with_its_day(vault: Vault) -> None:
    home = a_household(vault)
    person = add(vault, "person", household=home, name="龙小见", relation="1")
    care = add(vault, "care", household=home, person=person, special_group="1")
    assert proposed(vault, care).stage == "discovered"

    take_step(vault, care, "discovered", "2019-11-01", who="w", note="独自在家")
    assert (proposed(vault, care).stage, proposed(vault, care).due_on) == ("reported", "2019-11-02")
    assert [
        (one.field, one.due_on) for one in deadlines(vault, VILLAGE, "2019-11-30") if one.household == home
    ] == [("due_on", "2019-11-02")]
    for stage in ("reported", "emergency", "intervened", "closed"):
        assert proposed(vault, care).stage == stage
        take_step(vault, care, stage, "2019-11-03")
    assert proposed(vault, care).stage == ""
    assert [one.values["done_on"] for one in steps(vault, care)] == ["2019-11-03"] * 5
    assert [one for one in deadlines(vault, VILLAGE, "2030-01-01") if one.household == home] == []
    with pytest.raises(RegisterError, match="closed"):
        take_step(vault, care, "reported", "2019-11-04")


def test_an_objection_has_its_day_from_the_packs_and_its_reply_once(vault: Vault) -> None:
    home = a_household(vault)
    saved = receive(vault, home, "objection", "收入算多了", "2019-11-01", from_name="龙长顺")
    appeal = saved.changed[0][1]
    assert [
        (one.due_on, one.words) for one in deadlines(vault, VILLAGE, "2019-11-30") if one.record == appeal
    ] == [("2019-11-11", "收入算多了")]
    reply(vault, appeal, "已重新核算", "2019-11-05", satisfied=True)
    assert [one for one in deadlines(vault, VILLAGE, "2019-11-30") if one.record == appeal] == []
    with pytest.raises(RegisterError, match="already"):
        reply(vault, appeal, "再答", "2019-11-06")
