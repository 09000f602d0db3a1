"""A commit that comes in late changes no decision: what it touches is flagged, and waits for a person."""

import pytest

from fieldapp.domain.identifiers import year_id
from fieldapp.errors import RegisterError
from fieldapp.store.checking import check_household
from fieldapp.store.conflicts import conflicts
from fieldapp.store.intake import receive
from fieldapp.store.renewals.renewal import confirm, note_late, renewals
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.signing import sign, sign_off, signatures
from fieldapp.store.streams import segments_after, vector
from fieldapp.store.years.snapshots import snapshots, take_snapshot

VILLAGE, OTHER_VILLAGE, YEAR = "990101001201", "990101001202", 2019


@pytest.fixture
def two(make_vault):
    """An office that decides, and a laptop of the same village that comes in late."""
    packs = ("cn-base", "gansu-qinba")
    office, laptop = make_vault("office", packs=packs), make_vault("laptop", packs=packs)
    household = office.new_id()
    put(office, Change("household", household, "add", {"household_no": "1"}))
    bring(office, laptop)
    return office, laptop, household


def put(vault, *changes, seen=None):
    return save(vault, VILLAGE, "edit", changes, seen=seen or seen_of(vault, VILLAGE))


def bring(source, target):
    changed = []
    for segment in segments_after(source.ledger, VILLAGE, vector(target.ledger, VILLAGE)):
        changed += receive(target.ledger, segment).changed
    return note_late(target, changed)


def sign_sheet(vault, household, party="village_head"):
    shown = check_household(vault, household, YEAR)
    sign(
        vault,
        household,
        YEAR,
        shown=shown,
        party_id=party,
        signer_name="王建国",
        signed_on="2019-11-05",
        agrees=True,
    )


def moved_out(household, lives=0):
    year = year_id(household, "household_year", YEAR)
    return Change("household_year", year, "add", {"household": household, "year": YEAR, "lives_there": lives})


def test_a_late_fact_under_a_signed_sheet_is_flagged_and_the_signatures_stay(two):
    office, laptop, household = two
    sign_sheet(office, household)
    put(laptop, moved_out(household))
    assert bring(laptop, office) == 1
    [flag] = renewals(office)
    assert (flag.decision, flag.record, flag.year, flag.scope) == ("sign_off", household, YEAR, VILLAGE)
    [kept] = signatures(office, household, YEAR)
    standing = sign_off(office, check_household(office, household, YEAR))[1]
    assert kept.entry.agrees
    assert (standing.state, standing.changed_since) == ("agreed", True)
    assert conflicts(office) == ()


def test_it_waits_until_the_party_has_signed_again(two):
    office, laptop, household = two
    sign_sheet(office, household)
    put(laptop, moved_out(household))
    bring(laptop, office)
    with pytest.raises(RegisterError) as refused:
        confirm(office, renewals(office)[0])
    assert refused.value.code == "renewal.sheet"
    sign_sheet(office, household)
    assert renewals(office) == ()


def test_a_late_fact_that_no_criterion_reads_flags_nothing(two):
    office, laptop, household = two
    sign_sheet(office, household)
    put(laptop, Change("household", household, "set", {"phone": "13900000000"}))
    assert bring(laptop, office) == 0
    assert renewals(office) == ()


def test_a_late_fact_of_a_household_that_nobody_signed_for_flags_nothing(two):
    office, laptop, household = two
    put(laptop, moved_out(household))
    assert bring(laptop, office) == 0


def test_a_late_correction_of_a_frozen_year_is_flagged_until_it_is_frozen_anew(two):
    office, laptop, household = two
    put(office, Change("village", None, "add", {"name": "东沟村"}))
    put(office, moved_out(household, lives=1))
    take_snapshot(office, VILLAGE, YEAR, "2019-11-05")
    bring(office, laptop)
    put(laptop, moved_out(household, lives=0))
    assert bring(laptop, office) == 1
    [flag] = renewals(office)
    [frozen] = snapshots(office, VILLAGE, YEAR)
    assert (flag.decision, flag.record) == ("frozen_year", frozen.id)
    take_snapshot(office, VILLAGE, YEAR, "2019-11-05", "补记一户")
    assert renewals(office) == ()


def test_who_has_looked_lets_a_frozen_year_stand_and_the_next_late_fact_flags_it_again(two):
    office, laptop, household = two
    put(office, Change("village", None, "add", {"name": "东沟村"}))
    put(office, moved_out(household, lives=1))
    take_snapshot(office, VILLAGE, YEAR, "2019-11-05")
    bring(office, laptop)
    put(laptop, moved_out(household, lives=0))
    bring(laptop, office)
    confirm(office, renewals(office)[0])
    assert renewals(office) == ()
    year = year_id(household, "household_year", YEAR)
    put(laptop, Change("household_year", year, "set", {"house_m2": 70_00}))
    assert bring(laptop, office) == 1
    assert len(renewals(office, VILLAGE)) == 1
    assert renewals(office, OTHER_VILLAGE) == ()


def test_the_same_late_fact_twice_is_flagged_once(two):
    office, laptop, household = two
    sign_sheet(office, household)
    put(laptop, moved_out(household))
    bring(laptop, office)
    assert note_late(office, [("household_year", year_id(household, "household_year", YEAR))]) == 0
    assert len(renewals(office)) == 1
