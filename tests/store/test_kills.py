"""kill -9 in the middle of saves, imports and photos: what was acknowledged is there, nothing is there by halves."""

import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from fieldapp.store import open_vault
from fieldapp.store.doctor import examine
from fieldapp.store.files import attachments

PASSPHRASE = "four invented words here"
CRASHING = Path(__file__).with_name("crashing.py")
SEGMENT_HOUSEHOLDS = 400


def kill_while(path: Path, job: str, seconds: float) -> list[str]:
    """Run the child, kill it after this long, return what it acknowledged."""
    child = subprocess.Popen(
        [sys.executable, str(CRASHING), str(path), PASSPHRASE, job], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout.readline() == "UP\n"
    first = child.stdout.readline()
    with suppress(subprocess.TimeoutExpired):
        child.wait(timeout=seconds)
    child.kill()
    told = first + child.stdout.read()
    child.wait()
    child.stdout.close()
    # A line cut by the kill is not an acknowledgement.
    return [line.split()[1] for line in told.split("\n")[:-1] if line.startswith("ACK ")]


def halves(vault) -> int:
    """Households without all their three members."""
    return vault.db.execute(
        "select count(*) from household where household_no glob '[ST]*' and 3 <> "
        "(select count(*) from person where person.household = household.id)"
    ).fetchone()[0]


def run_kills(vault, job: str, delays: list[float]) -> tuple[set[str], Path]:
    path = vault.path
    vault.close()
    acked: set[str] = set()
    for delay in delays:
        acked |= set(kill_while(path, job, delay))
    assert acked, "nothing was acknowledged before the kills: the test shows nothing"
    return acked, path


def delays(seed: int, count: int) -> list[float]:
    chance = random.Random(seed)
    return [chance.random() * 0.2 for _ in range(count)]


def test_every_acknowledged_save_survives_and_none_is_there_by_halves(vault):
    acked, path = run_kills(vault, "save", delays(1, 4))
    with open_vault(path, PASSPHRASE) as again:
        held = {row[0] for row in again.db.execute("select household_no from household").fetchall()}
        assert acked <= held
        assert halves(again) == 0
        assert examine(again) == ()


def test_an_import_is_there_whole_or_not_at_all(vault):
    acked, path = run_kills(vault, "import", delays(2, 4))
    with open_vault(path, PASSPHRASE) as again:
        held = dict(again.db.execute("select household_no, count(*) from household group by 1").fetchall())
        assert acked <= held.keys()
        assert set(held.values()) == {SEGMENT_HOUSEHOLDS}
        assert examine(again) == ()


def test_every_acknowledged_photo_survives(vault):
    acked, path = run_kills(vault, "photo", delays(3, 2))
    with open_vault(path, PASSPHRASE) as again:
        assert acked <= set(attachments.held(again))
        assert examine(again) == ()


def test_a_writer_without_one_transaction_is_caught_by_the_same_check(vault):
    path = vault.path
    vault.close()
    # Up to forty kills: one of them falls between two of a family's four transactions.
    for delay in delays(4, 40):
        kill_while(path, "torn", delay / 4)
        with open_vault(path, PASSPHRASE) as again:
            if halves(again):
                return
    pytest.fail("the control was never caught: this check cannot fail")
