"""Vaults and a real hub over real HTTP: they converge, conflicts are seen by both and closed for both."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import pytest

from fieldapp.errors import SyncError
from fieldapp.store.conflicts import conflicts, resolve
from fieldapp.store.files.attachments import get, put
from fieldapp.store.records import record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import digest
from fieldapp_sync.authority.pairing import connect, team_of
from fieldapp_sync.rounds.outcome import Progress
from fieldapp_sync.rounds.patience import PAUSES
from fieldapp_sync.rounds.round import sync_once
from fieldapp_sync.wire.second import SecondTalk

VILLAGE = "990101001201"


def test_what_one_laptop_saved_is_on_the_other_after_a_round_each(
    hub: Any, make_vault: Any, writer: Any, shown: Callable[[Any], Any]
) -> None:
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    for number in range(30):
        writer(a).add_household(f"A{number}", phone="13900000000")
    writer(b).add_household("B1")

    assert hub.sync(a).sent == 30
    outcome = hub.sync(b)
    assert (outcome.sent, outcome.received, outcome.conflicts) == (1, 30, 0)
    assert hub.sync(a).received == 1
    assert shown(a) == shown(b)
    assert len(shown(a)) == 31
    assert digest(a.ledger, VILLAGE) == digest(b.ledger, VILLAGE)


def test_counts_tell_what_is_only_here_and_what_the_county_holds(
    hub: Any, make_vault: Any, writer: Any
) -> None:
    a = make_vault("a")
    hub.pair(a)
    writer(a).add_household("1")
    assert hub.sync(a).counts.county == 1
    writer(a).add_household("2")
    from fieldapp.store.receipts import waiting

    assert (waiting(a).here, waiting(a).county) == (1, 1)


def test_a_round_without_news_is_one_small_request(hub: Any, make_vault: Any, writer: Any) -> None:
    a = make_vault("a")
    hub.pair(a)
    writer(a).add_household("1")
    connection = connect(a)
    sync_once(a, connection)
    asked: list[str] = []
    real = connection.wire.request
    connection.wire.request = lambda *args, **kw: asked.append(args[1]) or real(*args, **kw)  # type: ignore[method-assign,func-returns-value]
    outcome = sync_once(a, connection)
    connection.close()
    assert asked == ["/v2/hello"]
    assert (outcome.sent, outcome.received) == (0, 0)


def test_one_field_edited_on_both_is_a_conflict_on_both_until_one_person_closes_it(
    hub: Any, make_vault: Any, writer: Any, shown: Callable[[Any], Any]
) -> None:
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    household = writer(a).add_household("1", phone="0")
    hub.sync(a)
    hub.sync(b)
    writer(a).set(household, phone="1")
    writer(b).set(household, phone="2")
    hub.sync(a)
    assert hub.sync(b).conflicts == 1
    assert hub.sync(a).conflicts == 1
    for vault in (a, b):
        (conflict,) = conflicts(vault)
        assert {side.values["phone"] for side in conflict.sides} == {"1", "2"}
        assert conflict.before == "0"
        assert "phone" in record(vault, "household", household).conflicts
    assert shown(a) == shown(b)

    resolve(a, conflicts(a)[0], "mine")
    assert hub.sync(a).conflicts == 0
    assert hub.sync(b).conflicts == 0
    assert shown(a) == shown(b)
    assert shown(b)[household]["phone"] == "1"


def test_edits_of_different_fields_of_one_household_are_no_conflict(
    hub: Any, make_vault: Any, writer: Any, shown: Callable[[Any], Any]
) -> None:
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    household = writer(a).add_household("1", phone="0")
    hub.sync(a)
    hub.sync(b)
    writer(a).set(household, phone="1")
    writer(b).set(household, address="two")
    for vault in (a, b, a):
        assert hub.sync(vault).conflicts == 0
    assert shown(a) == shown(b)
    assert shown(a)[household]["phone"] == "1"
    assert shown(a)[household]["address"] == "two"


def test_a_file_travels_after_the_record_that_names_it(hub: Any, make_vault: Any) -> None:
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    ref = put(a, b"an invented photo")
    save(
        a,
        VILLAGE,
        "form",
        [Change("submission", None, "add", {"form": "x", "xml": ref})],
        seen=seen_of(a, VILLAGE),
    )
    assert hub.sync(a).files_sent == 1
    assert hub.sync(b).files_received == 1
    assert get(b, ref) == b"an invented photo"
    assert hub.sync(a).files_sent == 0


def test_a_second_push_of_the_same_segments_changes_nothing(hub: Any, make_vault: Any, writer: Any) -> None:
    from fieldapp.store.streams import segments_after
    from fieldapp_sync.segments.frames import pack_segment

    a = make_vault("a")
    hub.pair(a)
    for number in range(5):
        writer(a).add_household(str(number))
    frames = [pack_segment(segment) for segment in segments_after(a.ledger, VILLAGE, {})]
    connection = connect(a)
    first, second = (SecondTalk(connection).push(iter(frames)) for _ in range(2))
    connection.close()
    assert (first.applied, first.ignored) == (5, 0)
    assert (second.applied, second.ignored) == (0, 5)
    assert first.heads == second.heads


def test_a_push_that_was_cut_goes_on_by_itself_where_the_hub_has_it(
    hub: Any, make_vault: Any, writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    a = make_vault("a")
    hub.pair(a)
    for number in range(60):
        writer(a).add_household(str(number), address=f"{number} " * 40)
    monkeypatch.setattr("fieldapp_sync.rounds.sending.FIRST_SEGMENT", 4000)
    real, pushed = SecondTalk.push, []

    def cut_after_two(talk: SecondTalk, frames: Iterator[bytes]) -> Any:
        if pushed:
            reply = real(talk, frames)
            pushed.append(reply.applied)
            return reply
        pushed.append(real(talk, islice(frames, 2)).applied)
        raise SyncError("sync.cut", "cut")

    monkeypatch.setattr(SecondTalk, "push", cut_after_two)
    outcome = hub.sync(a)
    assert len(pushed) > 1
    assert 0 < pushed[0] < 60
    assert sum(pushed) == 60, "nothing was sent twice"
    assert (outcome.sent, outcome.tries, outcome.counts.here) == (60, 2, 0)


def test_a_hub_that_never_gets_better_is_told_after_a_few_tries(
    hub: Any, make_vault: Any, writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    a = make_vault("a")
    hub.pair(a)
    writer(a).add_household("1")
    tries: list[int] = []

    def cut(talk: SecondTalk, frames: Iterator[bytes]) -> Any:
        tries.append(1)
        raise SyncError("sync.cut", "cut")

    monkeypatch.setattr(SecondTalk, "push", cut)
    with pytest.raises(SyncError, match="cut"):
        hub.sync(a)
    assert len(tries) == 1 + 2 * len(PAUSES), "a link that has died is asked twice each time"


def test_pull_still_happens_when_push_is_refused(
    hub: Any, make_vault: Any, writer: Any, monkeypatch: pytest.MonkeyPatch, shown: Callable[[Any], Any]
) -> None:
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    writer(a).add_household("A")
    writer(b).add_household("B")
    hub.sync(a)
    monkeypatch.setattr(SecondTalk, "push", lambda *_: (_ for _ in ()).throw(SyncError("sync.revoked", "no")))
    with pytest.raises(SyncError, match="no"):
        hub.sync(b)
    assert {row["household_no"] for row in shown(b).values()} == {"A", "B"}


def test_a_round_can_be_cancelled_and_keeps_what_has_travelled(
    hub: Any, make_vault: Any, writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    a = make_vault("a")
    hub.pair(a)
    for number in range(40):
        writer(a).add_household(str(number), address=f"{number} " * 40)
    monkeypatch.setattr("fieldapp_sync.rounds.sending.FIRST_SEGMENT", 4000)
    seen: list[Progress] = []
    connection = connect(a)
    outcome = sync_once(a, connection, seen.append, lambda: bool(seen))
    assert outcome.cancelled
    assert 0 < outcome.sent < 40
    assert sync_once(a, connection).sent == 40 - outcome.sent
    connection.close()


def test_a_wrong_clock_is_told_and_nothing_is_refused(hub: Any, make_vault: Any, writer: Any) -> None:
    a = make_vault("a")
    hub.pair(a)
    a.clock = lambda: 1_000_000_000_000
    writer(a).add_household("1")
    outcome = hub.sync(a)
    assert outcome.sent == 1
    assert outcome.clock_off_ms < -10 * 60_000


def test_two_histories_under_one_name_both_live_on_and_it_is_told(
    hub: Any, make_vault: Any, writer: Any, shown: Callable[[Any], Any]
) -> None:
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    b.ledger.replica = a.replica
    writer(a).add_household("A")
    writer(b).add_household("B")
    hub.sync(a)
    (told,) = hub.sync(b).told
    assert told.code == "epochs.forked"
    assert hub.sync(a).told == ()
    assert {row["household_no"] for row in shown(a).values()} == {"A", "B"}
    assert shown(a) == shown(b)


def test_the_team_is_learnt_from_the_hub(hub: Any, make_vault: Any) -> None:
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    assert {mate.public for mate in team_of(b)} == {a.device.public.hex(), b.device.public.hex()}


def test_a_vault_without_a_hub_says_so(make_vault: Any) -> None:
    with pytest.raises(SyncError) as refused:
        connect(make_vault("a"))
    assert refused.value.code == "sync.not_paired"
