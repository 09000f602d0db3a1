"""Village, station and centre: what one writes reaches the others through the station's desktop, receipts come back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from fieldapp.errors import SyncError
from fieldapp.store.receipts import waiting
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import open_archive
from fieldapp_server.devices import appoint, pairing_code
from fieldapp_server.serving import serving
from fieldapp_sync.authority.pairing import connect, pair
from fieldapp_sync.rounds.relay import relay_once
from fieldapp_sync.rounds.round import sync_once

VILLAGE, TOWNSHIP = "990101001201", "990101001"


@contextmanager
def a_township(folder: Path, make_vault: Any) -> Iterator[tuple[Any, Any, Any]]:
    """The laptop of a village, the station's desktop, and another county laptop that is paired with the centre."""
    laptop, desktop, county = make_vault("laptop"), make_vault("desktop", TOWNSHIP), make_vault("county")
    with (
        open_archive(folder / "centre") as centre,
        serving(centre) as above,
        open_archive(folder / "station", tier="township") as station,
        serving(station) as below,
    ):
        add_account(centre, "station", "township", [TOWNSHIP], station=True)
        add_account(centre, "county", "team", [VILLAGE])
        pair(desktop, above, pairing_code(centre, "station", now_ms()))
        pair(county, above, pairing_code(centre, "county", now_ms()))
        add_account(station, "desktop", "township", [TOWNSHIP])
        own = pair(desktop, below, pairing_code(station, "desktop", now_ms()), which="station")
        appoint(station, own.device)
        relay_once(desktop)
        add_account(station, "team", "team", [VILLAGE])
        pair(laptop, below, pairing_code(station, "team", now_ms()))
        yield laptop, desktop, county


def sync(vault: Any) -> Any:
    connection = connect(vault)
    try:
        return sync_once(vault, connection)
    finally:
        connection.close()


def test_commits_go_up_and_down_and_the_centres_receipt_comes_back(
    tmp_path: Path, make_vault: Any, writer: Any, shown: Callable[[Any], Any]
) -> None:
    with a_township(tmp_path, make_vault) as (laptop, desktop, county):
        writer(laptop).add_household("of the village")
        writer(county).add_household("of the county")
        sync(county)
        sync(laptop)
        assert (waiting(laptop).here, waiting(laptop).township, waiting(laptop).county) == (0, 1, 0)
        outcome = relay_once(desktop)
        assert outcome.station is not None
        assert outcome.hub is not None
        assert (outcome.station.received, outcome.hub.sent, outcome.hub.received) == (1, 1, 1)
        assert outcome.failure is None
        sync(county)
        assert sync(laptop).received == 1
        assert (waiting(laptop).here, waiting(laptop).township, waiting(laptop).county) == (0, 0, 1)
        assert shown(laptop) == shown(county) == shown(desktop)
        assert len(shown(laptop)) == 2


def test_a_line_that_is_down_costs_only_its_own_half(
    tmp_path: Path, make_vault: Any, writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fieldapp_sync.rounds.relay as relay

    with a_township(tmp_path, make_vault) as (laptop, desktop, _):
        writer(laptop).add_household("1")
        sync(laptop)
        real = relay.connect

        def to_the_wrong_port(vault: Any, **which: Any) -> Any:
            return real(vault, "http://127.0.0.1:9" if which == {"which": "hub"} else "", **which)

        monkeypatch.setattr(relay, "connect", to_the_wrong_port)
        outcome = relay_once(desktop)
        assert outcome.station is not None
        assert outcome.station.received == 1
        assert outcome.failure is not None
        assert outcome.failure.code == "sync.unreachable"
        monkeypatch.undo()
        again = relay_once(desktop)
        assert again.hub is not None
        assert again.hub.sent == 1


def test_a_station_that_does_not_answer_costs_only_its_own_half(
    tmp_path: Path, make_vault: Any, writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fieldapp_sync.rounds.relay as relay

    with a_township(tmp_path, make_vault) as (_, desktop, county):
        writer(desktop).add_household("of the station")
        writer(county).add_household("of the county")
        sync(county)
        real = relay.connect
        wrong = {"station"}

        def to_the_wrong_port(vault: Any, *, which: Any) -> Any:
            return real(vault, "http://127.0.0.1:9" if which in wrong else "", which=which)

        monkeypatch.setattr(relay, "connect", to_the_wrong_port)
        outcome = relay_once(desktop)
        assert outcome.station is None
        assert outcome.failure is not None
        assert outcome.failure.code == "sync.unreachable"
        assert outcome.hub is not None
        assert (outcome.hub.sent, outcome.hub.received) == (1, 1)
        wrong.add("hub")
        with pytest.raises(SyncError, match="does not answer"):
            relay_once(desktop)


def test_a_vault_without_any_hub_is_no_relay(make_vault: Any) -> None:
    with pytest.raises(SyncError) as refused:
        relay_once(make_vault("a"))
    assert refused.value.code == "sync.not_paired"
