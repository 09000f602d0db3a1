"""What a hub tells who looks after it, and to nobody else; invitations and revoking by its owner alone."""

from time import monotonic
from typing import Any

import msgspec
import pytest

from fieldapp.errors import SyncError
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import accounts, add_account
from fieldapp_server.archive import open_archive
from fieldapp_server.certificate import own_certificate
from fieldapp_server.devices import appoint
from fieldapp_server.serving import serving
from fieldapp_sync.authority.messages import DecisionRequest, HeldReply, ReopenRequest
from fieldapp_sync.authority.pairing import pair
from fieldapp_sync.authority.review_at_hub import reopen_at_hub
from fieldapp_sync.rounds.round import sync_once
from fieldapp_sync.station import station
from fieldapp_sync.station.messages import (
    HeldLinesRequest,
    InviteRequest,
    LaptopState,
    RevokeRequest,
    StationReply,
    read_state_word,
    state_word,
)
from fieldapp_sync.station.villages import villages
from fieldapp_sync.wire import Wire

ROUTES = {
    "/v2/station": b"",
    "/v2/station/invite": msgspec.json.encode(InviteRequest("new", 60, "team", ("990101001202",))),
    "/v2/station/revoke": msgspec.json.encode(RevokeRequest("0" * 16, "lost")),
    "/v2/station/held": msgspec.json.encode(HeldLinesRequest("x")),
}


def code_of(answer: Any) -> str:
    return str(answer.json()["error"]["code"])


def write(post: Any, number: str) -> None:
    change = Change("household", None, "add", {"household_no": number})
    save(post.vault, post.scope, "edit", [change], seen=seen_of(post.vault, post.scope))


def make_owner(county: Any, post: Any) -> None:
    """The west's laptop becomes the desktop that runs this hub, with an account of the township."""
    add_account(county.archive, "west", "township", [post.scope])
    appoint(county.archive, station.pairing_of(post.vault).device)  # type: ignore[union-attr]


@pytest.mark.parametrize("path", ROUTES)
def test_no_route_of_the_station_answers_an_account_that_may_not_approve(county: Any, path: str) -> None:
    assert code_of(county.east.ask("POST", path, ROUTES[path])) == "station.not_allowed"


def test_each_sees_the_laptops_accounts_and_villages_of_his_places_only(own_county: Any) -> None:
    add_account(own_county.archive, "west", "township", [own_county.west.scope])
    add_account(own_county.archive, "beside", "team", [own_county.west.scope])
    told = station.overview(own_county.west.connection)
    assert [one.name for one in told.accounts] == ["beside"]
    assert [one.scope for one in told.places] == [own_county.west.scope]
    assert told.laptops == ()
    add_account(own_county.archive, "west", "county", ["990101"])
    everything = station.overview(own_county.west.connection)
    assert {one.name for one in everything.accounts} == {"beside", "east"}, (
        "the control: the county sees both"
    )
    assert [one.account for one in everything.laptops] == ["east"]
    assert len(everything.places) == 2


def test_a_township_that_does_not_run_the_hub_neither_invites_nor_revokes(own_county: Any) -> None:
    add_account(own_county.archive, "west", "county", ["990101"])
    for path in ("/v2/station/invite", "/v2/station/revoke"):
        assert code_of(own_county.west.ask("POST", path, ROUTES[path])) == "station.not_owner"
    assert "new" not in {one.name for one in accounts(own_county.archive)}


def test_the_owner_invites_within_his_places_and_gives_no_right_to_approve(own_county: Any) -> None:
    make_owner(own_county, own_county.west)

    def ask(*told: Any) -> Any:
        return own_county.west.ask("POST", "/v2/station/invite", msgspec.json.encode(InviteRequest(*told)))

    assert ask("new", 60, "team", ("990101001202",)).status_code == 200
    assert code_of(ask("new", 60, "team", ("990101001202",))) == "station.name_taken"
    assert code_of(ask("other", 60, "team", ("990101001201",))) == "scope.foreign"
    assert code_of(ask("other", 60, "township", ("990101001202",))) == "request.malformed"
    assert code_of(ask("other", 60, "nobody", ("990101001202",))) == "request.malformed"
    assert code_of(ask("", 60, "team", ("990101001202",))) == "request.malformed"
    assert code_of(ask("x" * 61, 60, "team", ("990101001202",))) == "request.malformed"
    assert code_of(ask("other", 99_999, "team", ("990101001202",))) == "request.malformed"
    assert code_of(ask("east", 60)) == "station.no_account"
    assert {one.name for one in accounts(own_county.archive)} == {"east", "west", "new"}
    assert [one.invited for one in station.overview(own_county.west.connection).accounts] == [True]


def test_a_revoked_laptop_is_shut_out_with_its_reason_and_the_owner_never_shuts_himself_out(
    own_county: Any,
) -> None:
    make_owner(own_county, own_county.west)
    add_account(own_county.archive, "west", "county", ["990101"])
    (east,) = station.overview(own_county.west.connection).laptops
    told = station.revoke(own_county.west.connection, east.id, "stolen")
    assert [(one.revoked, one.reason) for one in told.laptops] == [(True, "stolen")]
    assert code_of(own_county.east.ask("POST", "/v2/hello", bytes(32))) == "auth.revoked"
    own = station.pairing_of(own_county.west.vault).device  # type: ignore[union-attr]
    answer = own_county.west.ask("POST", "/v2/station/revoke", msgspec.json.encode(RevokeRequest(own, "")))
    assert code_of(answer) == "station.no_account"


def test_a_laptop_tells_what_waits_and_how_its_clock_is_with_its_hello(own_county: Any) -> None:
    add_account(own_county.archive, "west", "county", ["990101"])
    sync_once(own_county.east.vault, own_county.east.connection)
    (seen,) = station.overview(own_county.west.connection).laptops
    assert (seen.waiting, seen.protocol) == (0, 2)
    assert abs(seen.clock_off_ms or 0) < 60_000
    assert abs(seen.seen_ms - now_ms()) < 60_000
    # A round that dies after its hello: what it said stays true.
    behind = state_word(LaptopState(3, now_ms() // 1000 - 7200))
    own_county.east.ask("POST", "/v2/hello", bytes(32) + b"tag" + behind.encode())
    (seen,) = station.overview(own_county.west.connection).laptops
    assert seen.waiting == 3
    assert -7_260_000 < (seen.clock_off_ms or 0) < -7_140_000


def test_what_comes_with_a_round_no_longer_waits_there(own_county: Any) -> None:
    add_account(own_county.archive, "west", "county", ["990101"])
    write(own_county.east, "2")
    sync_once(own_county.east.vault, own_county.east.connection)
    (seen,) = station.overview(own_county.west.connection).laptops
    assert seen.waiting == 0


@pytest.mark.parametrize("told", ["", " ", " x y", " 1", " 1 2 3", " -1 5", f" 1 {1 << 41:x}"])
def test_a_state_that_is_none_is_left_out(told: str) -> None:
    assert read_state_word(f"tag{told}") == ("tag", None)
    assert read_state_word(f"tag{state_word(LaptopState(5, 6))}") == ("tag", LaptopState(5, 6))


def test_a_held_stream_is_read_by_the_approver_of_its_place_alone(own_county: Any) -> None:
    east, west = own_county.east, own_county.west
    make_owner(own_county, west)
    write(east, "late one")
    (stream,) = own_county.east.vault.ledger.vector(east.scope)
    with own_county.archive.held() as ledger:
        from fieldapp.store.authority import review
        from fieldapp.store.authority.judging import Verdict
        from fieldapp.store.streams import segments_after

        (segment,) = segments_after(east.vault.ledger, east.scope, {stream: 1})
        review.hold(ledger, segment, Verdict("review", "revoked", chain=bytes(32)), sender="f" * 64, now_ms=1)
    assert code_of(west.ask("POST", "/v2/station/held", msgspec.json.encode(HeldLinesRequest(stream)))) == (
        "station.no_account"
    )
    add_account(own_county.archive, "west", "county", ["990101"])
    told = station.held_lines(west.connection, stream)
    assert "late one" in told.lines[0]
    assert told.more == 0
    (east_place,) = [one for one in station.overview(west.connection).places if one.scope == east.scope]
    assert east_place.held == 1
    left = west.connection.ask("/v2/review/decide", DecisionRequest(stream, False, "he left"), HeldReply)
    assert [one.state for one in left.held] == ["rejected"]
    with own_county.archive.held() as ledger:
        assert ledger.db.execute("select why from review").fetchall() == [("he left",)]
    asked = msgspec.json.encode(ReopenRequest(stream))
    assert code_of(east.ask("POST", "/v2/review/reopen", asked)) == "review.not_allowed"
    add_account(own_county.archive, "west", "township", [west.scope])
    assert code_of(west.ask("POST", "/v2/review/reopen", asked)) == "review.none", "not of its places"
    add_account(own_county.archive, "west", "county", ["990101"])
    assert [one.state for one in reopen_at_hub(west.connection, stream).held] == ["waiting"]
    with pytest.raises(SyncError, match="no longer waits"):
        reopen_at_hub(west.connection, stream)


def test_an_invited_laptop_pairs_and_appears(own_county: Any) -> None:
    make_owner(own_county, own_county.west)
    told = station.invite(own_county.west.connection, "new team", "team", (own_county.west.scope,), 60)
    assert told.until_ms > now_ms()
    pair(own_county.east.vault, own_county.url, told.code)
    reply = station.overview(own_county.west.connection)
    assert isinstance(reply, StationReply)
    assert [one.account for one in reply.laptops] == ["new team"]
    (village,) = villages(own_county.west.vault, reply)
    assert (village.laptops, village.accounts, village.invited) == (1, ("new team",), False)
    again = station.another_code(own_county.west.connection, "new team", 60)
    assert again.code != told.code


def test_a_hub_ends_at_once_although_a_laptop_keeps_its_line_open(tmp_path: Any) -> None:
    with open_archive(tmp_path / "hub") as archive:
        certificate = own_certificate(archive.folder, "127.0.0.1")
        pem = certificate.read_text()
        with serving(archive, certificate=certificate) as url:
            wire = Wire(url, certificate=pem[pem.index("-----BEGIN CERTIFICATE") :])
            with pytest.raises(SyncError):
                wire.ask("/v2/station", b"", StationReply)
            begun = monotonic()
        assert monotonic() - begun < 3
        wire.close()
