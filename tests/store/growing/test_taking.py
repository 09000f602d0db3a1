"""A base changes no decision by itself: what it touches is flagged and waits for a person."""

from typing import Any

import pytest

from fieldapp.domain.identifiers import year_id
from fieldapp.store.checking import check_household
from fieldapp.store.growing.parts import part_of
from fieldapp.store.growing.taking import take_base
from fieldapp.store.intake import receive
from fieldapp.store.renewals.renewal import renewals
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.signing import sign
from fieldapp.store.streams import segments_after, vector

VILLAGE, YEAR = "990101001201", 2019


@pytest.fixture
def signed(make_vault: Any) -> Any:
    """An office in which the first of two households' sheets is signed, and a laptop that holds all of it."""
    packs = ("cn-base", "gansu-qinba")
    office, laptop = make_vault("office", packs=packs), make_vault("laptop", packs=packs)
    homes = [office.new_id(), office.new_id()]
    for at, home in enumerate(homes):
        put(office, Change("household", home, "add", {"household_no": str(at)}))
    shown = check_household(office, homes[0], YEAR)
    sign(
        office,
        homes[0],
        YEAR,
        shown=shown,
        party_id="village_head",
        signer_name="王建国",
        signed_on="2019-11-05",
        agrees=True,
    )
    for segment in segments_after(office.ledger, VILLAGE, vector(laptop.ledger, VILLAGE)):
        receive(laptop.ledger, segment)
    return office, laptop, homes


def put(vault: Any, change: Change) -> None:
    save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))


def moved_out(home: str) -> Change:
    values = {"household": home, "year": YEAR, "lives_there": 0}
    return Change("household_year", year_id(home, "household_year", YEAR), "add", values)


def test_a_base_with_a_late_fact_under_a_signed_sheet_flags_it_once(signed: Any, base_lines: Any) -> None:
    office, laptop, homes = signed
    put(laptop, moved_out(homes[0]))
    for _ in range(2):
        take_base(office, VILLAGE, map(part_of, base_lines(laptop)))
        assert [(flag.decision, flag.record) for flag in renewals(office)] == [("sign_off", homes[0])]


def test_a_base_that_changes_nothing_below_a_decision_flags_nothing(signed: Any, base_lines: Any) -> None:
    office, laptop, homes = signed
    put(laptop, moved_out(homes[1]))
    begun = take_base(office, VILLAGE, map(part_of, base_lines(laptop)))
    assert begun.rows > 2
    assert renewals(office) == ()
