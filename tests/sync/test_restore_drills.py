"""Restore drills: each tier rolled back to an older backup, a laptop cloned, a station lost; nothing lost or doubled."""

import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from fieldapp.errors import BundleError, SyncError, VaultError
from fieldapp.keys.recipients import new_identity, recipient_of
from fieldapp.store import open_vault
from fieldapp.store.backup import backup, restore
from fieldapp.store.doctor import examine
from fieldapp.store.receipts import waiting
from fieldapp.store.station_archive import backup_all, bring_back, station_folder
from fieldapp.store.streams import digest
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import Archive, open_archive
from fieldapp_server.archive_backup import backup_archive, restore_archive
from fieldapp_server.authority.authority import hub_key
from fieldapp_server.devices import appoint, pairing_code
from fieldapp_server.serving import serving
from fieldapp_sync.authority.pairing import connect, pair
from fieldapp_sync.rounds.relay import relay_once
from fieldapp_sync.rounds.round import sync_once

VILLAGE, TOWNSHIP = "990101001201", "990101001"
PASSPHRASE = "four invented words here"
IDENTITY = new_identity()


@dataclass
class Place:
    """A hub that can be closed, put back and opened again at another address."""

    stack: ExitStack
    folder: Path
    tier: str = "central"
    archive: Archive = field(init=False)
    url: str = field(init=False)
    running: ExitStack = field(default_factory=ExitStack)

    def start(self) -> None:
        self.running = self.stack.enter_context(ExitStack())
        self.archive = self.running.enter_context(open_archive(self.folder, tier=self.tier))
        self.url = self.running.enter_context(serving(self.archive))

    def saved(self, path: Path) -> Path:
        return backup_archive(self.archive, path, [recipient_of(IDENTITY)])

    def rolled_back(self, saved: Path) -> None:
        self.running.close()
        shutil.rmtree(self.folder)
        restore_archive(saved, self.folder, IDENTITY)
        self.start()


@dataclass
class Township:
    """A laptop of the village, the station's desktop with its hub, the centre, a county laptop."""

    centre: Place
    station: Place
    laptop: Any
    desktop: Any
    county: Any
    told: list[str] = field(default_factory=list)

    def round_of_all(self) -> None:
        """Every round there is, as often as a receipt needs to come back."""
        for vault, which, place in (
            (self.laptop, "hub", self.station),
            (self.desktop, "station", self.station),
            (self.desktop, "hub", self.centre),
            (self.county, "hub", self.centre),
        ):
            readdress(vault, which, place.url)
        for _ in range(2):
            sync(self.laptop)
            relay_once(self.desktop)
            sync(self.county)

    def save(self, writer: Any, who: Any, number: str) -> str:
        self.told.append(number)
        return str(writer(who).add_household(number))

    def agree(self, shown: Any) -> None:
        """All hold the same bytes and rows; each save that was made is there once."""
        vaults = (self.laptop, self.desktop, self.county)
        numbers = [sorted(str(row["household_no"]) for row in shown(vault).values()) for vault in vaults]
        assert numbers == [sorted(self.told)] * 3
        digests = {digest(vault.ledger, VILLAGE) for vault in vaults}
        for place in (self.centre, self.station):
            with place.archive.held() as ledger:
                digests.add(digest(ledger, VILLAGE))
        assert len(digests) == 1
        assert shown(self.laptop) == shown(self.county)
        assert examine(self.laptop) == ()


def readdress(vault: Any, which: str, url: str) -> None:
    """A hub that moved to another address, as `connect(vault, url)` reaches it."""
    text = vault.ledger.meta(which)
    with vault.transaction():
        vault.ledger.set_meta(which, json.dumps({**json.loads(text), "url": url}))


def sync(vault: Any) -> Any:
    connection = connect(vault)
    try:
        return sync_once(vault, connection)
    finally:
        connection.close()


@pytest.fixture
def township(tmp_path: Path, make_vault: Any) -> Iterator[Township]:
    laptop, desktop, county = make_vault("laptop"), make_vault("desktop", TOWNSHIP), make_vault("county")
    with ExitStack() as stack:
        centre, station = Place(stack, tmp_path / "centre"), Place(stack, tmp_path / "station", "township")
        centre.start()
        station.start()
        add_account(centre.archive, "station", "township", [TOWNSHIP], station=True)
        add_account(centre.archive, "county", "team", [VILLAGE])
        pair(desktop, centre.url, pairing_code(centre.archive, "station", now_ms()))
        pair(county, centre.url, pairing_code(centre.archive, "county", now_ms()))
        add_account(station.archive, "desktop", "township", [TOWNSHIP])
        own = pair(desktop, station.url, pairing_code(station.archive, "desktop", now_ms()), which="station")
        appoint(station.archive, own.device)
        relay_once(desktop)
        add_account(station.archive, "team", "team", [VILLAGE])
        pair(laptop, station.url, pairing_code(station.archive, "team", now_ms()))
        yield Township(centre, station, laptop, desktop, county)


def reopened(stack: ExitStack, vault: Any, saved: Path) -> Any:
    """The vault put back from a backup at its own place."""
    path = vault.path
    vault.close()
    shutil.rmtree(path.parent)
    restore(saved, path)
    return stack.enter_context(open_vault(path, PASSPHRASE))


def test_a_laptop_rolled_back_gets_its_own_later_work_again(
    township: Township, writer: Any, shown: Any, tmp_path: Path
) -> None:
    township.save(writer, township.laptop, "before")
    township.round_of_all()
    saved = backup(township.laptop, tmp_path / "laptop.zip")
    name = township.laptop.replica
    township.save(writer, township.laptop, "since, and sent")
    township.round_of_all()
    with ExitStack() as stack:
        township.laptop = reopened(stack, township.laptop, saved)
        assert township.laptop.replica != name
        township.save(writer, township.laptop, "after the restore")
        township.round_of_all()
        township.agree(shown)


def test_a_stations_desktop_rolled_back_loses_and_doubles_nothing(
    township: Township, writer: Any, shown: Any, tmp_path: Path
) -> None:
    township.save(writer, township.desktop, "before")
    township.round_of_all()
    saved = backup(township.desktop, tmp_path / "desktop.zip")
    township.save(writer, township.desktop, "of the desktop since")
    township.save(writer, township.laptop, "of the laptop since")
    township.round_of_all()
    with ExitStack() as stack:
        township.desktop = reopened(stack, township.desktop, saved)
        township.save(writer, township.desktop, "after the restore")
        township.round_of_all()
        township.agree(shown)


@pytest.mark.parametrize("which", ["station", "centre"])
def test_a_hub_rolled_back_asks_again(
    which: str, township: Township, writer: Any, shown: Any, tmp_path: Path
) -> None:
    township.save(writer, township.laptop, "before")
    township.round_of_all()
    place: Place = getattr(township, which)
    saved = place.saved(tmp_path / "hub.backup")
    for at in range(3):
        township.save(writer, township.laptop, f"since {at}")
    township.save(writer, township.county, "of the county since")
    township.round_of_all()
    place.rolled_back(saved)
    with place.archive.held() as ledger:
        assert sum(ledger.vector(VILLAGE).values()) == 1, "the control: it is the old archive"
    township.save(writer, township.laptop, "after the restore")
    township.round_of_all()
    township.agree(shown)


@pytest.fixture
def one_computer(township: Township) -> Township:
    """The station's archive lies beside its desktop's vault, as the desktop has it."""
    folder = station_folder(township.desktop.path)
    township.station.running.close()
    shutil.move(township.station.folder, folder)
    township.station.folder = folder
    # The certificate that the villages' laptops have pinned.
    (folder / "hub.pem").write_bytes(b"an invented certificate")
    township.station.start()
    return township


def lost_and_restored(stack: ExitStack, place: Township, saved: Path) -> None:
    """The station's computer is gone with all that was on it; another one has the backup."""
    place.station.running.close()
    place.desktop = reopened(stack, place.desktop, saved)
    assert not place.station.folder.exists(), "the control: nothing of the archive is there"
    assert bring_back(place.desktop)
    assert not bring_back(place.desktop), "once"
    place.station.start()


def known_as(place: Place) -> tuple[str, bytes, bytes]:
    """What the villages know a station's hub by: its name, its key, its certificate."""
    with place.archive.held() as ledger:
        return place.archive.name, hub_key(ledger).public, (place.folder / "hub.pem").read_bytes()


def test_one_backup_brings_back_the_stations_desktop_and_its_hub(
    one_computer: Township, writer: Any, shown: Any, tmp_path: Path
) -> None:
    place, before = one_computer, known_as(one_computer.station)
    place.save(writer, place.laptop, "before")
    place.round_of_all()
    place.save(writer, place.laptop, "at the station alone, before")
    sync(place.laptop)
    assert backup_all(place.desktop, tmp_path / "both") is None, "while the hub runs"
    content = (tmp_path / "both").read_bytes()
    assert (place.station.folder / "archive.key").read_bytes().strip() not in content
    place.save(writer, place.desktop, "of the desktop since")
    place.save(writer, place.laptop, "at the station alone, since")
    sync(place.laptop)
    with ExitStack() as stack:
        lost_and_restored(stack, place, tmp_path / "both")
        assert known_as(place.station) == before, "the villages need not pair again"
        with place.station.archive.held() as ledger:
            held = ledger.vector(VILLAGE)
        assert held[place.laptop.ledger.own_stream(VILLAGE).id] == 2, "also what only the hub had"
        place.told.remove("of the desktop since")  # It was in no backup and had gone nowhere.
        place.save(writer, place.laptop, "after the restore")
        place.round_of_all()
        place.agree(shown)


def test_receipts_of_a_village_are_true_again_after_its_first_round_with_a_restored_station(
    one_computer: Township, writer: Any, tmp_path: Path
) -> None:
    place = one_computer
    place.save(writer, place.laptop, "before")
    place.round_of_all()
    backup_all(place.desktop, tmp_path / "both")
    place.save(writer, place.laptop, "since")
    sync(place.laptop)
    own = place.laptop.ledger.own_stream(VILLAGE).id
    receipts = dict(
        place.laptop.db.execute("select tier, seq from receipt where stream = ?", [own]).fetchall()
    )
    assert receipts == {"township": 2, "central": 1}
    with ExitStack() as stack:
        lost_and_restored(stack, place, tmp_path / "both")
        readdress(place.laptop, "hub", place.station.url)
        with place.station.archive.held() as ledger:
            assert ledger.vector(VILLAGE)[own] == 1, "the control: the receipt says more than the station has"
        assert waiting(place.laptop).township == 1, "nothing is dropped for it: the county has not had it"
        assert sync(place.laptop).sent == 1, "and it is sent again by the station's own word"
        with place.station.archive.held() as ledger:
            assert ledger.vector(VILLAGE)[own] == 2
        place.round_of_all()
        assert waiting(place.laptop).county == 2
        assert examine(place.laptop) == ()


def test_a_backup_without_the_archive_says_so_and_still_holds_the_vault(
    one_computer: Township, writer: Any, shown: Any, tmp_path: Path
) -> None:
    place, key = one_computer, one_computer.station.folder / "archive.key"
    place.save(writer, place.laptop, "1")
    place.round_of_all()
    shutil.move(key, tmp_path / "away")
    told = backup_all(place.desktop, tmp_path / "vault alone")
    assert told is not None
    assert told.code == "backup.without_station"
    assert "archive.key" in told.sentence()
    shutil.move(tmp_path / "away", key)
    assert backup_all(place.desktop, tmp_path / "both") is None, "the control"
    restore(tmp_path / "vault alone", tmp_path / "again" / "laptop.vault")
    with open_vault(tmp_path / "again" / "laptop.vault", PASSPHRASE) as again:
        assert len(shown(again)) == 1
        assert not bring_back(again)


def test_what_a_backup_that_was_killed_left_goes_with_the_next(
    one_computer: Township, tmp_path: Path
) -> None:
    place, target = one_computer, tmp_path / "stick" / "both"
    target.parent.mkdir()
    rooms = [
        target.parent / ".both.making",
        place.desktop.path.with_name(f".{place.desktop.path.name}.making"),
    ]
    for room in rooms:
        room.mkdir()
        (room / "vault").write_bytes(b"half of it")
    assert backup_all(place.desktop, target) is None
    assert [file.name for file in target.parent.iterdir()] == ["both"]
    assert not any(room.exists() for room in rooms)
    restore(target, tmp_path / "again" / "laptop.vault")


def test_an_archive_that_lived_on_is_not_put_back_to_the_older_one(
    one_computer: Township, writer: Any, tmp_path: Path
) -> None:
    place = one_computer
    backup_all(place.desktop, tmp_path / "both")
    place.save(writer, place.laptop, "since")
    readdress(place.laptop, "hub", place.station.url)
    sync(place.laptop)
    path = place.desktop.path
    place.desktop.close()
    for name in (path, path.with_suffix(".keys")):
        name.unlink()
    restore(tmp_path / "both", path)
    with open_vault(path, PASSPHRASE) as again:
        assert not bring_back(again)
        assert not bring_back(again)
    with place.station.archive.held() as ledger:
        assert sum(ledger.vector(VILLAGE).values()) == 1
    assert [file for file in path.parent.iterdir() if "station-" in file.name] == []


def test_a_damaged_archive_in_a_restored_backup_is_told_and_nothing_half_is_left(
    one_computer: Township, tmp_path: Path
) -> None:
    place = one_computer
    backup_all(place.desktop, tmp_path / "both")
    restore(tmp_path / "both", tmp_path / "again" / "laptop.vault")
    saved = tmp_path / "again" / "laptop.station-backup"
    content = saved.read_bytes()
    saved.write_bytes(content[: len(content) // 2])
    with open_vault(tmp_path / "again" / "laptop.vault", PASSPHRASE) as again:
        with pytest.raises(SyncError) as refused:
            bring_back(again)
        assert refused.value.code == "station.not_brought_back"
        assert str(saved) in refused.value.sentence()
        assert not station_folder(again.path).exists()
        saved.write_bytes(content)
        assert bring_back(again), "the control"


def test_vault_backup_and_restore_tell_of_the_station(one_computer: Township, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from fieldapp.store.vault_commands import vault as command

    place, run = one_computer, partial(CliRunner().invoke, command, catch_exceptions=False)
    path, words = place.desktop.path, {"FIELDAPP_PASSPHRASE": PASSPHRASE}
    place.desktop.close()
    wanted = ["backup", str(tmp_path / "both"), "--vault", str(path), "--json"]
    done = run(wanted, env=words)
    assert (done.exit_code, json.loads(done.output)["station"]) == (0, "included")
    again = ["restore", str(tmp_path / "both"), "--vault", str(tmp_path / "again.vault")]
    assert "The archive of the station comes back" in run(again, env={"LANG": "C"}).output
    (place.station.folder / "archive.key").unlink()
    done = run(wanted, env=words)
    assert (done.exit_code, json.loads(done.output)["station"]) == (1, "left_out")
    assert "backup.without_station" in run(wanted[:-1], env=words).output


def test_a_lost_station_costs_nothing_when_the_laptop_goes_to_the_centre(
    township: Township, writer: Any, shown: Any
) -> None:
    township.save(writer, township.laptop, "relayed")
    township.round_of_all()
    township.save(writer, township.laptop, "at the station alone")
    sync(township.laptop)
    township.station.running.close()
    shutil.rmtree(township.station.folder)
    township.desktop.close()
    township.save(writer, township.laptop, "here alone")
    code = pairing_code(township.centre.archive, "county", now_ms())
    pair(township.laptop, township.centre.url, code)
    for vault in (township.laptop, township.county, township.laptop):
        sync(vault)
    assert shown(township.laptop) == shown(township.county)
    assert sorted(str(row["household_no"]) for row in shown(township.county).values()) == sorted(
        township.told
    )


def test_two_laptops_of_one_cloned_disk_both_live_on(
    hub: Any, make_vault: Any, writer: Any, shown: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Same machine name and same path, as cloned disks have them: only the hub can tell."""
    monkeypatch.setattr("fieldapp.store.copies.epochs.home_of", lambda path: "one name, one path")
    monkeypatch.setenv("FIELDAPP_STATE", str(tmp_path / "state a"))
    a = make_vault("a")
    hub.pair(a)
    writer(a).add_household("common")
    hub.sync(a)
    path = a.path
    a.close()
    shutil.copytree(path.parent, tmp_path / "clone")
    with open_vault(path, PASSPHRASE) as first:
        monkeypatch.setenv("FIELDAPP_STATE", str(tmp_path / "state b"))
        with open_vault(tmp_path / "clone" / path.name, PASSPHRASE) as second:
            assert first.replica == second.replica
            for at in range(3):
                writer(first).add_household(f"first {at}")
            for at in range(2):
                writer(second).add_household(f"second {at}")
            hub.sync(first)
            (told,) = hub.sync(second).told
            assert (told.code, told.params) == ("epochs.forked", {"count": 2})
            for vault in (first, second):
                assert hub.sync(vault).told == ()
            assert shown(first) == shown(second)
            assert len(shown(first)) == 6
            assert digest(first.ledger, VILLAGE) == digest(second.ledger, VILLAGE)
            assert first.replica != second.replica
            assert examine(second) == ()


def test_a_vault_put_back_by_hand_is_told_by_the_hub(
    hub: Any, make_vault: Any, writer: Any, shown: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FIELDAPP_STATE", str(tmp_path / "state"))
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    writer(a).add_household("1")
    hub.sync(a)
    path = a.path
    a.close()
    shutil.copytree(path.parent, tmp_path / "old")
    with open_vault(path, PASSPHRASE) as later:
        writer(later).add_household("2")
        hub.sync(later)
    shutil.rmtree(tmp_path / "state")
    shutil.rmtree(path.parent)
    shutil.copytree(tmp_path / "old", path.parent)
    with open_vault(path, PASSPHRASE) as again:
        writer(again).add_household("3")
        (told,) = hub.sync(again).told
        assert told.code == "epochs.forked"
        hub.sync(b)
        assert shown(again) == shown(b)
        assert sorted(str(row["household_no"]) for row in shown(b).values()) == ["1", "2", "3"]


def test_a_backup_of_a_hub_opens_for_its_recipients_alone_and_whole(
    township: Township, writer: Any, tmp_path: Path
) -> None:
    township.save(writer, township.laptop, "secret words")
    township.round_of_all()
    saved = township.centre.saved(tmp_path / "hub.backup")
    content = saved.read_bytes()
    assert b"secret words" not in content
    assert (township.centre.folder / "archive.key").read_bytes().strip() not in content
    with pytest.raises(BundleError):
        restore_archive(saved, tmp_path / "stranger", new_identity())
    assert not (tmp_path / "stranger" / "archive.db").exists()
    with pytest.raises(SyncError) as refused:
        restore_archive(saved, township.centre.folder, IDENTITY)
    assert refused.value.code == "hub.exists"
    with pytest.raises(SyncError) as refused:
        backup_archive(township.centre.archive, tmp_path / "none", [])
    assert refused.value.code == "hub.no_recipient"
    middle = len(content) // 2
    (tmp_path / "bad").write_bytes(content[:middle] + b"\x00\x01\x02\x03" + content[middle + 4 :])
    (tmp_path / "cut").write_bytes(content[:middle])
    for name in ("bad", "cut"):
        with pytest.raises(VaultError) as broken:
            restore_archive(tmp_path / name, tmp_path / "broken", IDENTITY)
        assert broken.value.code == "backup.damaged"
        assert not (tmp_path / "broken" / "archive.db").exists()
    restore_archive(saved, tmp_path / "again", IDENTITY)
    with open_archive(tmp_path / "again") as archive:
        assert archive.name == township.centre.archive.name


def test_hub_backup_and_restore_are_commands(township: Township, writer: Any, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from fieldapp_server.commands import hub

    township.save(writer, township.laptop, "1")
    township.round_of_all()
    keys = tmp_path / "county.txt"
    keys.write_text(f"# the county's key\n{IDENTITY}\n", "utf-8")
    data = ["--data", str(township.centre.folder)]
    wanted = [str(tmp_path / "hub.backup"), "--recipient", recipient_of(IDENTITY), *data, "--json"]
    done = CliRunner().invoke(hub, ["backup", *wanted], catch_exceptions=False)
    assert json.loads(done.output)["bytes"] > 0
    again = ["--identity", str(keys), "--data", str(tmp_path / "again"), "--json"]
    CliRunner().invoke(hub, ["restore", str(tmp_path / "hub.backup"), *again], catch_exceptions=False)
    with open_archive(tmp_path / "again") as archive, archive.held() as ledger:
        assert sum(ledger.vector(VILLAGE).values()) == 1
    keys.write_text("nothing", "utf-8")
    wrong = CliRunner().invoke(hub, ["restore", str(tmp_path / "hub.backup"), *again])
    assert isinstance(wrong.exception, SyncError)
    assert wrong.exception.code == "hub.no_identity"
