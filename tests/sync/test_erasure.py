"""An erasure travels: by HTTP through the hub and by bundle; the hub takes it from a township's account alone."""

from dataclasses import replace

import pytest

from fieldapp.errors import SyncError
from fieldapp.store import Vault
from fieldapp.store.doctor import examine
from fieldapp.store.erasure import erase_person
from fieldapp.store.files.attachments import put
from fieldapp.store.records import record
from fieldapp.store.save import Change, save, seen_of
from fieldapp_server.accounts import add_account
from fieldapp_server.devices import pairing_code
from fieldapp_sync.authority.pairing import pair
from fieldapp_sync.bundles import bundle_recipient, export_bundle, import_bundle, parts_of

VILLAGE = "990101001201"
NAME = "欧阳虚构"


def with_role(vault: Vault, role: str) -> Vault:
    vault.work_with(replace(vault.session, worker=replace(vault.worker, role=role)))
    return vault


def a_person(vault: Vault) -> str:
    household, person = vault.new_id(), vault.new_id()
    photo = put(vault, b"a face")
    changes = [
        Change("household", household, "add", {"household_no": "H1"}),
        Change("person", person, "add", {"household": household, "name": NAME, "photo": photo}),
    ]
    save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))
    return person


def pair_as(hub, vault: Vault, role: str) -> None:
    from fieldapp.store.vault import now_ms

    add_account(hub.archive, f"{role} account", role, (VILLAGE,))
    pair(vault, hub.url, pairing_code(hub.archive, f"{role} account", now_ms()))


def names_at(hub) -> list[tuple[object, ...]]:
    with hub.archive.held() as ledger:
        return ledger.db.execute("select name from person").fetchall()


def test_it_reaches_the_hub_and_every_laptop_and_stays(hub, make_vault):
    team, station = make_vault("team"), with_role(make_vault("station"), "township")
    pair_as(hub, team, "team")
    pair_as(hub, station, "township")
    person = a_person(team)
    hub.sync(team)
    hub.sync(station)
    assert names_at(hub) == [(NAME,)]
    save(
        team,
        VILLAGE,
        "edit",
        [Change("person", person, "set", {"name": f"{NAME}二"})],
        seen=seen_of(team, VILLAGE),
    )
    erase_person(station, person, "asked", "PIPL 47")
    hub.sync(station)
    assert names_at(hub) == [(None,)]
    outcome = hub.sync(team)
    assert (outcome.sent, outcome.conflicts, outcome.set_aside) == (1, 0, 0)
    hub.sync(station)
    for vault in (team, station):
        assert record(with_role(vault, "team"), "person", person).values["name"] is None
        assert examine(vault) == ()
    assert names_at(hub) == [(None,)]
    with hub.archive.held() as ledger:
        assert ledger.db.execute("select count(*) from attachment").fetchone() == (0,)
        assert ledger.meta("erasing") == ""
    assert not [file for file in hub.archive.attachments.rglob("*") if file.is_file()]


def test_the_hub_takes_no_erasure_from_a_team(hub, make_vault):
    rogue = make_vault("rogue")
    pair_as(hub, rogue, "team")
    person = a_person(rogue)
    hub.sync(rogue)
    erase_person(with_role(rogue, "township"), person, "asked", "PIPL 47")
    with pytest.raises(SyncError) as refused:
        hub.sync(rogue)
    assert refused.value.code == "sync.erase_refused"
    assert names_at(hub) == [(NAME,)]


def test_it_travels_by_bundle(make_vault, tmp_path):
    station, team = with_role(make_vault("station"), "township"), make_vault("team")
    person = a_person(station)
    mark = station.device.fingerprint
    first = export_bundle(station, tmp_path / "one", bundle_recipient(team))
    import_bundle(team, *parts_of(first), accept=mark)
    assert record(team, "person", person).values["name"] == NAME
    erase_person(station, person, "asked", "PIPL 47")
    second = export_bundle(station, tmp_path / "two", bundle_recipient(team))
    import_bundle(team, *parts_of(second))
    assert record(team, "person", person).values["name"] is None
    assert examine(team) == ()
