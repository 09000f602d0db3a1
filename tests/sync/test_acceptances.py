"""What a person took in at the station goes up with his word, by a round or a stick: the county is not asked again."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fieldapp.store import Vault
from fieldapp.store.authority import acceptances, deciding, review
from fieldapp.store.streams import chain_at
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import Archive, open_archive
from fieldapp_server.devices import appoint, pairing_code, revoke_device
from fieldapp_server.serving import serving
from fieldapp_sync.authority.pairing import connect, pair, pairing_of
from fieldapp_sync.authority.review_at_hub import decide_at_hub, held_at_hub
from fieldapp_sync.bundles import bundle_recipient, export_bundle, import_bundle
from fieldapp_sync.rounds.relay import relay_once
from fieldapp_sync.rounds.round import sync_once

VILLAGE, OTHER, TOWNSHIP = "990101001201", "990101001202", "990101001"


@dataclass
class Stage:
    """A centre, a station's hub and desktop, a laptop of the village with a household that has come to all of them."""

    centre: Archive
    station: Archive
    desktop: Vault
    laptop: Vault

    def sync(self, vault: Vault) -> Any:
        connection = connect(vault)
        try:
            return sync_once(vault, connection)
        finally:
            connection.close()

    def numbers_at_the_centre(self) -> set[str]:
        with self.centre.tables() as ledger:
            return {no for (no,) in ledger.db.execute("select household_no from household").fetchall()}

    def waiting_at_the_centre(self) -> int:
        with self.centre.held() as ledger:
            return sum(one.commits for one in review.waiting(ledger))

    def decide_at_the_station(self) -> str:
        """The person at the station's desktop takes in what waits at its hub; gives the stream."""
        connection = connect(self.desktop, which="station")
        try:
            (held,) = held_at_hub(connection).held
            assert decide_at_hub(connection, held.stream, take_in=True).held == ()
        finally:
            connection.close()
        return held.stream


@pytest.fixture
def stage(tmp_path: Path, make_vault: Any, writer: Any) -> Iterator[Stage]:
    laptop, desktop = make_vault("laptop", VILLAGE, OTHER), make_vault("desktop", TOWNSHIP)
    with ExitStack() as stack:
        centre = stack.enter_context(open_archive(tmp_path / "centre"))
        station = stack.enter_context(open_archive(tmp_path / "station", tier="township"))
        above, own = stack.enter_context(serving(centre)), stack.enter_context(serving(station))
        add_account(centre, "station", "township", [TOWNSHIP], station=True)
        pair(desktop, above, pairing_code(centre, "station", now_ms()))
        add_account(station, "站长", "township", [TOWNSHIP])
        owner = pair(desktop, own, pairing_code(station, "站长", now_ms()), which="station")
        appoint(station, owner.device)
        relay_once(desktop)
        add_account(station, "team", "team", [VILLAGE])
        pair(laptop, own, pairing_code(station, "team", now_ms()))
        made = Stage(centre, station, desktop, laptop)
        writer(laptop).add_household("in time")
        made.sync(laptop)
        relay_once(desktop)
        assert made.numbers_at_the_centre() == {"in time"}
        yield made


def late_at_the_station(stage: Stage, writer: Any) -> None:
    """The laptop's account has another village now; what it had not sent of the old one is held at the station."""
    writer(stage.laptop).add_household("late")
    add_account(stage.station, "team", "team", [OTHER])
    assert sum(stage.sync(stage.laptop).held for _ in range(2)) == 1


def test_what_the_stations_hub_took_in_goes_through_the_county_unasked(stage: Stage, writer: Any) -> None:
    late_at_the_station(stage, writer)
    relay_once(stage.desktop)
    assert stage.numbers_at_the_centre() == {"in time"}, "nothing goes up before somebody has decided"
    stream = stage.decide_at_the_station()
    told = relay_once(stage.desktop)
    assert told.hub is not None
    assert told.hub.held == 0
    assert stage.waiting_at_the_centre() == 0
    assert stage.numbers_at_the_centre() == {"in time", "late"}
    with stage.centre.held() as ledger:
        (said,) = acceptances.acceptances(ledger)
        assert (said.stream, said.first, said.last, said.person) == (stream, 2, 2, "站长")
        assert ledger.db.execute("select state, decided_by from review").fetchall() == [("accepted", "站长")]
        assert chain_at(ledger, stream, 2) == chain_at(stage.laptop.ledger, stream, 2)
    seq = stage.desktop.db.execute(
        "select max(seq) from receipt where stream = ? and tier = 'central'", [stream]
    ).fetchone()
    assert seq == (2,), "and the county's receipt comes back"
    again = relay_once(stage.desktop)
    assert again.hub is not None
    assert (again.hub.sent, again.hub.received, again.hub.held) == (0, 0, 0)


def test_without_the_stations_word_the_county_asks_a_second_time(
    stage: Stage, writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test above, and the road for a station that says nothing."""
    monkeypatch.setattr(acceptances, "state", lambda *_, **__: None)
    late_at_the_station(stage, writer)
    stage.decide_at_the_station()
    told = relay_once(stage.desktop)
    assert told.hub is not None
    assert told.hub.held == 1
    assert stage.waiting_at_the_centre() == 1
    assert stage.numbers_at_the_centre() == {"in time"}


def test_work_of_a_revoked_laptop_that_came_by_stick_goes_up_with_the_desktops_word(
    stage: Stage, writer: Any, tmp_path: Path
) -> None:
    paired = pairing_of(stage.laptop)
    assert paired is not None
    revoke_device(stage.station, paired.device)
    relay_once(stage.desktop)
    writer(stage.laptop).add_household("after it was shut out")
    stick = export_bundle(
        stage.laptop, tmp_path / "stick", bundle_recipient(stage.desktop), target=(VILLAGE,)
    )
    assert import_bundle(stage.desktop, stick, accept=stage.laptop.device.fingerprint).held == 1
    relay_once(stage.desktop)
    assert stage.numbers_at_the_centre() == {"in time"}
    (held,) = review.waiting(stage.desktop.ledger)
    deciding.accept(stage.desktop.ledger, held.stream, key=stage.desktop.device, by="站长", now_ms=now_ms())
    relay_once(stage.desktop)
    assert stage.waiting_at_the_centre() == 0
    assert stage.numbers_at_the_centre() == {"in time", "after it was shut out"}


def test_the_word_travels_by_stick_too(stage: Stage, writer: Any, make_vault: Any, tmp_path: Path) -> None:
    """A county's laptop without a line to anybody: lines and word come in one bundle of the station's desktop."""
    far = make_vault("far", "990101")
    with stage.centre.held():
        add_account(stage.centre, "far", "county", ["990101"])
    pair(far, pairing_of(stage.desktop).url, pairing_code(stage.centre, "far", now_ms()))  # type: ignore[union-attr]
    stage.sync(far)
    paired = pairing_of(stage.laptop)
    assert paired is not None
    revoke_device(stage.station, paired.device)
    relay_once(stage.desktop)
    stage.sync(far)
    writer(stage.laptop).add_household("late")
    stick = export_bundle(
        stage.laptop, tmp_path / "stick", bundle_recipient(stage.desktop), target=(VILLAGE,)
    )
    import_bundle(stage.desktop, stick, accept=stage.laptop.device.fingerprint)
    (held,) = review.waiting(stage.desktop.ledger)
    early = import_bundle(
        far,
        export_bundle(stage.laptop, tmp_path / "early", bundle_recipient(far), target=(VILLAGE,)),
        accept=stage.laptop.device.fingerprint,
    )
    assert early.held == 1, "the control: the same lines without the word wait"
    deciding.accept(stage.desktop.ledger, held.stream, key=stage.desktop.device, by="站长", now_ms=now_ms())
    import_bundle(
        far, export_bundle(stage.desktop, tmp_path / "up", bundle_recipient(far), target=(VILLAGE,))
    )
    assert review.waiting(far.ledger) == ()
    assert far.ledger.vector(VILLAGE)[held.stream] == 2
