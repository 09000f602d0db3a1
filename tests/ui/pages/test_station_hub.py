"""The station's hub as a real child process: paired by itself, started again when it dies, gone with its desktop."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fieldapp.store.sync_notes import newest
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import open_archive
from fieldapp_server.devices import pairing_code
from fieldapp_server.serving import listening, serving
from fieldapp_sync.authority.pairing import connect, pair, pairing_of
from fieldapp_sync.rounds.noted import synchronise
from fieldapp_sync.station.station import choice, choose, is_appointed, is_station, overview
from fieldapp_ui.background.station_process import is_free, start_station
from fieldapp_ui.editing.station_words import heed_words

TOWNSHIP = "990101001"
SECONDS = 120_000


@pytest.fixture
def desk(make_vault, make_desk):
    desk = make_desk(make_vault("station", role="township", scopes=(TOWNSHIP,)))
    # Some free port: the usual one may be another test's.
    choose(desk.vault, port=free_port())
    yield desk
    desk.station.stop()


def free_port():
    with listening("127.0.0.1", 0) as door:
        return door.getsockname()[1]


def wait_for(qtbot, desk, kind):
    qtbot.waitUntil(lambda: desk.station.state.kind == kind and not desk.tasks.running, timeout=SECONDS)


def test_one_switch_starts_pairs_and_owns_it_and_it_dies_and_comes_again(desk, qtbot):
    desk.station.attend(desk.vault, desk.tasks)
    assert desk.station.state.kind == "off"
    desk.station.switch_on()
    wait_for(qtbot, desk, "on")
    state = desk.station.state
    assert (state.port, state.moved_from, state.deaths) == (choice(desk.vault).port, 0, 0)
    assert len(state.fingerprint.replace(" ", "")) == 32
    pairing = pairing_of(desk.vault, "station")
    assert pairing.url == f"https://127.0.0.1:{state.port}"
    assert (pairing.tier, pairing.scopes) == ("township", (TOWNSHIP,))
    connection = connect(desk.vault, which="station")
    assert overview(connection).owner
    connection.close()
    assert is_station(desk.vault)
    synchronise(desk.vault)
    assert [one.what for one in newest(desk.vault)] == ["round", "paired"]
    os.kill(desk.station._process.process.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: desk.station.state.deaths == 1, timeout=SECONDS)
    wait_for(qtbot, desk, "on")
    assert desk.station.state.port == state.port
    assert pairing_of(desk.vault, "station") == pairing
    child = desk.station._process.process
    desk.station.switch_off()
    assert child.poll() is not None
    assert desk.station.state.kind == "off"
    assert not is_station(desk.vault)


def test_a_port_that_is_taken_gives_another_one_and_tells(desk, qtbot):
    with listening("0.0.0.0", 0) as taken:
        port = taken.getsockname()[1]
        assert not is_free(port)
        choose(desk.vault, on=True, port=port, invited=True)
        desk.station.attend(desk.vault, desk.tasks)
        wait_for(qtbot, desk, "on")
        assert desk.station.state.moved_from == port
        assert desk.station.state.port != port
    assert choice(desk.vault).port == port, "the villages know it: next time it is tried again"


def test_what_was_switched_on_is_on_at_the_next_start_and_another_role_runs_none(
    desk, make_vault, make_desk, qtbot
):
    choose(desk.vault, on=True)
    desk.station.attend(desk.vault, desk.tasks)
    assert desk.station.state.kind == "starting"
    team = make_desk(make_vault("team"))
    choose(team.vault, on=True)
    team.station.attend(team.vault, team.tasks)
    team.station.switch_on()
    assert team.station.state.kind == "off"
    wait_for(qtbot, desk, "on")


def test_a_county_that_has_not_made_it_a_station_is_told_until_it_has(desk, tmp_path, qtbot):
    with open_archive(tmp_path / "centre") as centre, serving(centre) as url:
        add_account(centre, "township", "township", [TOWNSHIP])
        pair(desk.vault, url, pairing_code(centre, "township", now_ms()))
        desk.station.attend(desk.vault, desk.tasks)
        desk.station.switch_on()
        wait_for(qtbot, desk, "on")
        synchronise(desk.vault)
        assert not is_appointed(desk.vault)
        add_account(centre, "township", "township", [TOWNSHIP], station=True)
        synchronise(desk.vault)
        assert is_appointed(desk.vault)
        told = heed_words(desk.station.state, appointed=False)
        assert "has not made this computer a station" in told
        assert heed_words(desk.station.state, appointed=True) == ""


def test_a_killed_desktop_leaves_no_hub_behind(tmp_path):
    script = (
        "import sys, time\nfrom pathlib import Path\nfrom types import SimpleNamespace\n"
        "from fieldapp_ui.background.station_process import start_station\n"
        "vault = SimpleNamespace(path=Path(sys.argv[1]) / 'v.vault', packs=())\n"
        f"running = start_station(vault, {free_port()})\n"
        "print(running.process.pid, flush=True)\ntime.sleep(600)\n"
    )
    desktop = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE)
    child = int(desktop.stdout.readline())
    os.kill(child, 0)
    desktop.kill()
    desktop.wait()
    desktop.stdout.close()
    until = time.monotonic() + 30
    while is_running(child) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_running(child)


def is_running(pid):
    """An orphan that has ended is nobody's zombie for long, but counts as ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_hub_that_cannot_start_says_so(desk, monkeypatch):
    from fieldapp.errors import SyncError

    monkeypatch.setattr(
        "fieldapp_ui.background.station_process.fieldapp_command", lambda *_: [sys.executable, "-c", "pass"]
    )
    with pytest.raises(SyncError, match="could not be started"):
        start_station(desk.vault, free_port())
