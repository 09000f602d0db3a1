"""Every round and bundle is noted once, whoever began it, and what came late is flagged by the taking in itself."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from fieldapp.cli import cli
from fieldapp.domain.identifiers import year_id
from fieldapp.errors import SyncError
from fieldapp.store import Vault, create_vault, open_vault
from fieldapp.store.renewals.renewal import renewals
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.sync_notes import last_exchange, newest
from fieldapp.store.vault import now_ms
from fieldapp.store.years.snapshots import take_snapshot
from fieldapp_server.accounts import add_account, appoint, pairing_code
from fieldapp_server.archive import open_archive
from fieldapp_server.serving import serving
from fieldapp_sync.bundles import bundle_recipient, export_bundle, import_bundle
from fieldapp_sync.noted import synchronise
from fieldapp_sync.pairing import pair
from fieldapp_sync.station import choose

VILLAGE, YEAR, PASSPHRASE = "990101001201", 2019, "four invented words here"


def told(vault: Vault) -> list[tuple[str, dict[str, int]]]:
    return [(one.what, dict(one.counts)) for one in reversed(newest(vault))]


def test_a_round_and_what_it_moved_are_noted_with_the_hubs_tier(
    hub: Any, make_vault: Any, writer: Any
) -> None:
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b, account="second")
    writer(a).add_household("1")
    synchronise(a)
    synchronise(b)
    assert told(a) == [("paired", {}), ("round", {"sent": 1})]
    assert told(b) == [("paired", {}), ("round", {"received": 1})]
    assert last_exchange(b) == last_exchange(b, "central")
    synchronise(b)
    synchronise(b)
    assert [(one.what, one.times) for one in newest(b, 2)] == [("round", 2), ("round", 1)]


def test_a_refused_round_is_noted_with_its_reason_and_raised(
    hub: Any, make_vault: Any, writer: Any, bad_server: Any
) -> None:
    vault = make_vault("a")
    hub.pair(vault)
    busy = b"HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n"
    with bad_server(busy) as url, pytest.raises(SyncError) as refused:
        synchronise(vault, url)
    (note, _) = newest(vault)
    assert (note.what, note.with_whom) == ("failed", url)
    assert note.refusal is not None
    assert note.refusal.code == refused.value.code == "sync.busy"
    assert note.refusal.params["retry_after"] == 120
    assert last_exchange(vault) is None


def test_a_stopped_round_is_noted_as_stopped(hub: Any, make_vault: Any, writer: Any) -> None:
    vault = make_vault("a")
    hub.pair(vault)
    writer(vault).add_household("1")
    assert synchronise(vault, cancelled=lambda: True).cancelled
    assert told(vault)[-1][0] == "stopped"
    assert last_exchange(vault) is None


def test_the_command_line_notes_its_rounds_too(hub: Any, make_vault: Any, writer: Any) -> None:
    vault = make_vault("a")
    hub.pair(vault)
    writer(vault).add_household("1")
    path = vault.path
    vault.close()
    environment = {"FIELDAPP_PASSPHRASE": PASSPHRASE}
    answer = CliRunner().invoke(cli, ["sync", "--vault", str(path)], env=environment)
    assert answer.exit_code == 0, answer.output
    with open_vault(path, PASSPHRASE) as again:
        assert told(again)[-1] == ("round", {"sent": 1})


def test_bundles_are_noted_at_both_ends_and_a_stranger_is_a_question_not_a_failure(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    writer(a).add_household("1")
    first = export_bundle(a, tmp_path / "stick", bundle_recipient(b))
    assert told(a)[-1][0] == "export"
    assert told(a)[-1][1]["sent"] == 1
    with pytest.raises(SyncError):
        import_bundle(b, first)
    assert told(b) == []
    import_bundle(b, first, accept=a.device.fingerprint)
    assert told(b) == [("import", {"received": 1})]
    first.write_bytes(first.read_bytes()[:-1] + b"x")
    with pytest.raises(SyncError):
        import_bundle(b, first)
    assert told(b)[-1][0] == "import_failed"


@pytest.fixture
def office_and_laptop(tmp_path: Path) -> Iterator[tuple[Vault, Vault, str]]:
    """An office that has frozen a year, and a laptop of the same village that knows of it; the household's id."""
    with ExitStack() as opened:
        office, laptop = (
            opened.enter_context(
                create_vault(
                    tmp_path / name / "a.vault",
                    PASSPHRASE,
                    worker=name,
                    role="county",
                    scopes=(VILLAGE,),
                    packs=["cn-base", "gansu-qinba"],
                    escrow_recovery=False,
                )
            )
            for name in ("office", "laptop")
        )
        household = office.new_id()
        put(office, Change("village", None, "add", {"name": "东沟村"}))
        put(office, Change("household", household, "add", {"household_no": "1"}))
        put(office, lives(household, 1))
        take_snapshot(office, VILLAGE, YEAR, "2019-11-05")
        first = export_bundle(office, tmp_path / "before", bundle_recipient(laptop))
        import_bundle(laptop, first, accept=office.device.fingerprint)
        yield office, laptop, household


def put(vault: Vault, change: Change) -> None:
    save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))


def lives(household: str, there: int) -> Change:
    year = year_id(household, "household_year", YEAR)
    return Change("household_year", year, "add", {"household": household, "year": YEAR, "lives_there": there})


def test_a_late_fact_from_a_stick_flags_the_decision_it_touches_once(
    office_and_laptop: tuple[Vault, Vault, str], tmp_path: Path
) -> None:
    office, laptop, household = office_and_laptop
    put(laptop, lives(household, 0))
    first = export_bundle(laptop, tmp_path / "after", bundle_recipient(office))
    assert renewals(office) == ()
    for _ in range(2):
        import_bundle(office, first, accept=laptop.device.fingerprint)
        assert [one.decision for one in renewals(office)] == ["frozen_year"]


def test_a_late_fact_by_a_round_flags_it_too(office_and_laptop: tuple[Vault, Vault, str], hub: Any) -> None:
    office, laptop, household = office_and_laptop
    hub.pair(office)
    hub.pair(laptop, account="second")
    put(laptop, lives(household, 0))
    for vault in (office, laptop, office):
        synchronise(vault)
    assert [one.decision for one in renewals(office)] == ["frozen_year"]


def test_a_station_goes_round_both_its_hubs_and_says_which_of_them_failed(
    tmp_path: Path, make_vault: Any, writer: Any
) -> None:
    desktop = make_vault("desktop")
    with open_archive(tmp_path / "station", tier="township") as station, serving(station) as below:
        with open_archive(tmp_path / "centre") as centre, serving(centre) as above:
            add_account(centre, "station", "township", [VILLAGE], station=True)
            pair(desktop, above, pairing_code(centre, "station", now_ms()))
            add_account(station, "desktop", "township", [VILLAGE])
            own = pair(desktop, below, pairing_code(station, "desktop", now_ms()), which="station")
            appoint(station, own.device)
            choose(desktop, on=True)
            writer(desktop).add_household("1")
            outcome = synchronise(desktop)
        assert (outcome.sent, outcome.counts.here, outcome.counts.county) == (2, 0, 1)
        assert [(one.what, one.with_whom) for one in newest(desktop, 2)] == [
            ("round", above),
            ("round", below),
        ]
        assert last_exchange(desktop, "township")
        assert last_exchange(desktop, "central")
        with pytest.raises(SyncError):
            synchronise(desktop)
    assert [(one.what, one.with_whom) for one in newest(desktop, 2)] == [("failed", above), ("round", below)]
