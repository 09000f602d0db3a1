"""Pairing: one line that says all, the certificate pinned before the code leaves, and what a laptop gets for its code."""

from pathlib import Path
from typing import Any

import pytest
import requests

from fieldapp.errors import SyncError
from fieldapp.store.authority import heads, kept
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import open_archive
from fieldapp_server.authority.authority import hub_key
from fieldapp_server.certificate import certificate_fingerprint, own_certificate
from fieldapp_server.devices import appoint, pairing_code, revoke_device
from fieldapp_server.serving import serving
from fieldapp_sync.authority.pairing import connect, note_team, pair, pairing_of, team_of, trust
from fieldapp_sync.authority.pairing_text import PairingText, pairing_code_text, read_pairing_text
from fieldapp_sync.authority.round import attach_station, exchange, remembered_tag

VILLAGE, TOWNSHIP = "990101001201", "990101001"
PIN = "1a2b" * 8


@pytest.mark.parametrize(
    ("url", "code", "pin", "line"),
    [
        ("https://192.168.1.5:8737", "ABCD-EFGH", PIN, f"fieldapp://192.168.1.5:8737/ABCD-EFGH#{PIN}"),
        ("http://127.0.0.1:8737", "ABCD-EFGH", "", "fieldapp://127.0.0.1:8737/ABCD-EFGH"),
        ("https://[fe80::1]:8737", "ABCD-2345", PIN, f"fieldapp://[fe80::1]:8737/ABCD-2345#{PIN}"),
        ("https://hub.example", "ABCDEFGH", PIN, f"fieldapp://hub.example/ABCDEFGH#{PIN}"),
    ],
)
def test_one_line_holds_address_code_and_fingerprint(url: str, code: str, pin: str, line: str) -> None:
    grouped = " ".join(pin[at : at + 4] for at in range(0, 32, 4)).upper()
    assert pairing_code_text(url, code, grouped) == line
    assert read_pairing_text(line) == PairingText(url, code, pin)
    assert read_pairing_text(f"  {line.replace('#', ' #')}\n") == PairingText(url, code, pin)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "https://192.168.1.5:8737",
        "fieldapp://192.168.1.5:8737",
        "fieldapp:///ABCD-EFGH",
        "fieldapp://h/ABCD",
        f"fieldapp://h/ABCD-EFGH#{PIN[:-1]}",
        f"fieldapp://h/ABCD-EFGH#{PIN[:-1]}z",
        "fieldapp://h:99999/ABCD-EFGH",
        "fieldapp://[fe80/ABCD-EFGH",
    ],
)
def test_anything_else_is_not_such_a_line(line: str) -> None:
    assert read_pairing_text(line) is None


def test_the_code_brings_a_certificate_its_chain_and_the_hubs_key(hub: Any, make_vault: Any) -> None:
    vault = make_vault("a")
    add_account(hub.archive, "team", "team", [VILLAGE])
    pairing = pair(vault, pairing_code_text(hub.url, pairing_code(hub.archive, "team", now_ms())), "")
    assert pairing_of(vault) == pairing
    (own,) = kept.standing(vault.ledger, vault.device.public.hex())
    assert (own.name, own.scopes, own.may_issue, own.issuer) == ("team", (VILLAGE,), False, pairing.public)
    assert own.recipient.startswith("age1")
    with hub.archive.held() as ledger:
        assert heads.author_of(ledger, vault.replica) == vault.device.public.hex()


def test_a_code_works_once_and_only_for_who_holds_the_key(hub: Any, make_vault: Any) -> None:
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    code = pairing_code(hub.archive, "team", now_ms())
    body = {"code": code, "public": a.device.public.hex(), "replica": a.replica, "proof": "00" * 64}
    answer = requests.post(f"{hub.url}/v2/pair", json=body, timeout=5)
    assert answer.json()["error"]["code"] == "auth.signature"
    pair(b, hub.url, code)
    with pytest.raises(SyncError) as used:
        pair(b, hub.url, code)
    assert used.value.code == "sync.bad_code"


def test_nothing_of_the_code_leaves_before_the_certificate_is_the_one_on_paper(
    make_vault: Any, tmp_path: Path
) -> None:
    vault = make_vault("a")
    with open_archive(tmp_path / "hub") as archive:
        pem = own_certificate(archive.folder, "127.0.0.1")
        with serving(archive, certificate=pem) as url:
            add_account(archive, "team", "team", [VILLAGE])
            code = pairing_code(archive, "team", now_ms())
            with pytest.raises(SyncError) as wrong:
                pair(vault, pairing_code_text(url, code, PIN), "")
            assert wrong.value.code == "sync.wrong_certificate"
            # The control: the code was not used up, because it never left; with the right digits it is good.
            assert pair(vault, pairing_code_text(url, code, certificate_fingerprint(pem)), "").certificate


def test_a_hub_of_the_first_release_is_paired_with_at_protocol_1(
    hub: Any, make_vault: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("fieldapp_server.app.authority_routes.routes", lambda _: [])
    vault = make_vault("a")
    with open_archive(tmp_path / "old") as archive, serving(archive) as url:
        add_account(archive, "team", "team", [VILLAGE])
        pairing = pair(vault, url, pairing_code(archive, "team", now_ms()))
    assert (pairing.account, pairing.public) == ("team", "")
    assert [mate.public for mate in team_of(vault)] == [vault.device.public.hex()]
    note_team(vault, ())
    assert team_of(vault) == ()
    monkeypatch.undo()
    with open_archive(tmp_path / "old") as archive, serving(archive) as url:
        # The hub was renewed: over the same pinned line the laptop learns its key, and gets its certificate.
        exchange(vault, connect(vault, url))
        with archive.held() as ledger:
            assert kept.anchors(vault.ledger, "hub") == (hub_key(ledger).public.hex(),)
    renewed = pairing_of(vault)
    assert renewed is not None
    assert renewed.public
    assert [mate.name for mate in team_of(vault)] == ["team"]


def test_the_team_is_who_is_certified_or_accepted_and_not_revoked(hub: Any, make_vault: Any) -> None:
    a, b, c = (make_vault(name) for name in "abc")
    hub.pair(a)
    hub.pair(b)
    trust(a, c.device.public)
    with_us = {mate.public for mate in team_of(a)}
    assert with_us == {a.device.public.hex(), c.device.public.hex()}
    talk(a)
    assert {mate.public for mate in team_of(a)} == {one.device.public.hex() for one in (a, b, c)}
    paired = pairing_of(b)
    assert paired is not None
    revoke_device(hub.archive, paired.device)
    talk(a)
    assert {mate.public for mate in team_of(a)} == {one.device.public.hex() for one in (a, c)}


def test_a_round_without_news_asks_nothing(hub: Any, make_vault: Any) -> None:
    a = make_vault("a")
    hub.pair(a)
    talk(a)
    tag = remembered_tag(a)
    assert tag
    connection = connect(a)
    connection.ask = None
    assert exchange(a, connection, hub_tag=tag).took == 0


def test_new_places_of_an_account_reach_its_laptop(hub: Any, make_vault: Any) -> None:
    vault = make_vault("a")
    hub.pair(vault)
    add_account(hub.archive, "team", "township", [VILLAGE, "990101001202"])
    talk(vault)
    pairing = pairing_of(vault)
    assert pairing is not None
    assert (pairing.role, pairing.scopes) == ("township", (VILLAGE, "990101001202"))


def test_many_certificates_travel_in_portions(
    hub: Any, make_vault: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldapp_server.authority.exchange.MOST", 1)
    monkeypatch.setattr("fieldapp_sync.authority.round.MOST", 1)
    vaults = [make_vault(name) for name in "abcd"]
    for vault in vaults:
        hub.pair(vault)
    talk(vaults[0])
    assert len(team_of(vaults[0])) == 4
    assert remembered_tag(vaults[0])


def test_a_stations_receipt_and_chain_reach_its_laptops_and_so_does_the_centres(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    """Centre, station desktop with its own hub, village laptop: certificates go down, heads and receipts both ways."""
    laptop, desktop = make_vault("laptop"), make_vault("desktop", TOWNSHIP)
    with (
        open_archive(tmp_path / "centre") as centre,
        serving(centre) as above,
        open_archive(tmp_path / "station", tier="township") as station,
        serving(station) as below,
    ):
        add_account(centre, "station", "township", [TOWNSHIP], station=True)
        pair(desktop, above, pairing_code(centre, "station", now_ms()))
        add_account(station, "desktop", "township", [TOWNSHIP])
        own = pair(desktop, below, pairing_code(station, "desktop", now_ms()), which="station")
        to_station = connect(desktop, which="station")
        with pytest.raises(SyncError) as stranger:
            attach_station(desktop, to_station)
        assert stranger.value.code == "authority.not_owner"
        appoint(station, own.device)
        assert attach_station(desktop, to_station)
        assert attach_station(desktop, to_station), "once more changes nothing"
        with pytest.raises(SyncError) as beyond:
            add_account(station, "far", "team", ["990102001201"])
        assert beyond.value.code == "hub.scope_beyond"

        add_account(station, "team", "team", [VILLAGE])
        pair(laptop, below, pairing_code(station, "team", now_ms()))
        with centre.held() as ledger:
            root = hub_key(ledger).public.hex()
        assert root in kept.anchors(laptop.ledger, "root")
        writer(laptop).add_household("1")
        talk(laptop)
        carry(laptop, station)
        talk(laptop)
        assert tiers(laptop) == {"author", "township"}
        # The desktop relays certificates and heads; the centre holds the same lines and countersigns them.
        carry(laptop, desktop)
        talk(desktop, "station")
        talk(desktop)
        with centre.held() as ledger:
            assert kept.Keys(ledger).covers(laptop.device.public.hex(), VILLAGE)
        carry(laptop, centre)
        talk(desktop)
        talk(desktop, "station")
        talk(laptop)
        assert tiers(laptop) == {"author", "township", "central"}
        received = laptop.db.execute("select tier, seq from receipt order by tier").fetchall()
        assert received == [("central", 1), ("township", 1)]


def talk(vault: Any, which: Any = "hub") -> None:
    connection = connect(vault, which=which)
    try:
        exchange(vault, connection, which=which)
    finally:
        connection.close()


def carry(source: Any, target: Any) -> None:
    from fieldapp.store.intake import receive
    from fieldapp.store.streams import segments_after

    ledger = target.ledger if hasattr(target, "ledger") else target._ledger
    for segment in segments_after(source.ledger, VILLAGE, ledger.vector(VILLAGE)):
        receive(ledger, segment)


def tiers(vault: Any) -> set[str]:
    return {one.tier for one in heads.newest(vault.ledger)}
