"""How long a round waits, and what a link teaches: without a clock, so each figure can be told."""

import random

import pytest

from fieldapp.errors import SyncError
from fieldapp_sync.refusals import refusal_of
from fieldapp_sync.rounds.link import LARGEST_SEGMENT, Link
from fieldapp_sync.rounds.patience import LONGEST_WAIT, Patience


def a_patience(waited: list[float], *, cancelled: bool = False) -> Patience:
    found = Patience(lambda: cancelled, waited.append, random.Random(1))
    found.note_reached()
    return found


def test_a_busy_hub_is_asked_again_after_the_time_it_names_and_a_little_more() -> None:
    waited: list[float] = []
    refused = refusal_of(503, b"", "http://127.0.0.1", "7")
    assert refused.params["retry_after"] == 7
    assert a_patience(waited).outlasts(refused)
    assert 7 <= sum(waited) <= 11


@pytest.mark.parametrize("told", ["", "soon", "-1", "99999999", "7.5"])
def test_a_wait_that_is_no_number_is_passed_over(told: str) -> None:
    assert "retry_after" not in refusal_of(429, b"", "http://127.0.0.1", told).params


def test_a_hub_that_asks_for_more_patience_than_a_round_has_ends_it() -> None:
    waited: list[float] = []
    assert not a_patience(waited).outlasts(refusal_of(429, b"", "http://127.0.0.1", str(LONGEST_WAIT + 1)))
    assert waited == []


def test_gains_make_it_patient_again_and_refusals_never_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fieldapp_sync.rounds.patience.PAUSES", (0.1, 0.2))
    waited: list[float] = []
    cut = SyncError("sync.cut", "cut")
    patience = a_patience(waited)
    assert [patience.outlasts(cut) for _ in range(3)] == [True, True, False]
    patience.note_gain()
    assert patience.outlasts(cut)
    assert not patience.outlasts(SyncError("sync.revoked", "no"))


def test_a_hub_that_was_never_reached_is_not_waited_for() -> None:
    assert not Patience(lambda: False, lambda seconds: None).outlasts(SyncError("sync.cut", "cut"))


def test_a_lan_gets_large_segments_a_slow_link_small_ones_and_a_dying_one_the_smallest() -> None:
    lan, hills, dying = Link(), Link(), Link()
    lan.note_trip(0.002)
    hills.note_trip(0.9)
    dying.note_trip(0.9)
    dying.note_cut()
    assert lan.pace.segment == LARGEST_SEGMENT
    assert lan.pace.segment > hills.pace.segment > dying.pace.segment
    assert lan.pace.level < hills.pace.level
    assert lan.pace.parallel
    assert not dying.pace.parallel


def test_what_goes_slowly_over_a_short_way_waits_for_the_computers() -> None:
    near, far = Link(), Link()
    for link in (near, far):
        link.note_trip(0.4)
        link.note_bytes(300_000, 4.0)
        assert not link.is_fast
    near.note_trip(0.002)
    far.note_trip(0.06)
    assert near.is_fast
    assert near.pace.segment == LARGEST_SEGMENT
    assert not far.is_fast
    assert far.pace.level > near.pace.level
    near.forget_half()
    near.note_trip(0.06)
    assert near.is_fast, "once the hub may have been busy"
    for _ in range(2):
        near.forget_half()
        near.note_trip(0.06)
    assert not near.is_fast, "the laptop was carried home"


def test_requests_are_small_where_cuts_come_often_and_grow_with_what_comes_through() -> None:
    link = Link()
    link.note_cut()
    assert 4_000 < link.pace.request == link.pace.reply < 8_000
    for _ in range(20):
        link.note_cut()
    assert link.pace.request == 2_500
    link.note_through(3_000_000)
    assert link.pace.request > 9_000
    for _ in range(5):
        link.forget_half()
    assert not link.pace.parallel, "a round between two bad ones makes no link good"
    later = Link()
    later.remember(link.learnt())
    assert abs(later.pace.request - link.pace.request) < 50, "another connection knows what this one learnt"
    later.note_trip(0.002)
    assert later.pace.parallel, "in the same building"
    later.note_cut()
    assert not later.pace.parallel
    before = later.pace
    later.forget_half()
    later.remember("90.0 0 5.0")
    assert later.pace.request >= before.request, "its own experience counts more"
    for _ in range(2):
        link.forget_half()
    assert not link.cuts
    assert not link.learnt()
    assert link.pace.parallel


def test_a_request_too_large_is_halved_until_it_makes_no_sense() -> None:
    link, tries = Link(), 0
    while link.note_too_large():
        tries += 1
    assert 5 <= tries <= 12


@pytest.mark.parametrize(
    "told",
    [
        "",
        "x",
        "1 2",
        "1.0 2 3.0 4.0",
        "nan 0 5.00",
        "1.000 inf 5.00",
        "1.000 -9 5.00",
        "1.000 0 inf",
        "1e308 0 5.00",
    ],
)
def test_what_was_kept_of_a_link_and_is_none_of_that_is_passed_over(told: str) -> None:
    link, fresh = Link(), Link()
    link.remember(told)
    link.note_cut()
    fresh.note_cut()
    assert link.pace == fresh.pace
    assert link.learnt() == fresh.learnt()
