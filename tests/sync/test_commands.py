"""The road of two laptops by command line alone: a hub in a process of its own, pairing, rounds, conflict, bundle."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from fieldapp.cli import cli
from fieldapp.domain.identity import check_digit
from fieldapp.errors import SyncError, UserError
from fieldapp.store import Vault, open_vault
from fieldapp.store.save import Change, save, seen_of
from fieldapp_sync.authority.pairing import connect, pair
from fieldapp_sync.rounds.link import Pace
from fieldapp_sync.rounds.outcome import Progress
from fieldapp_sync.rounds.round import sync_once

VILLAGE, PASSPHRASE = "990101001201", "four invented words here"
NUMBER = "99010119850312001" + check_digit("99010119850312001")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[dict[str, str]]:
    """`fieldapp serve` as the station starts it; gives what its first line told."""
    environment = {**os.environ, "FIELDAPP_HUB": str(tmp_path / "hub")}
    process = subprocess.Popen(
        [sys.executable, "-c", "from fieldapp.cli import main; main()", "serve", "--port", "0", "--json"],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert process.stdout is not None
    yield json.loads(process.stdout.readline())
    process.terminate()
    process.stdout.close()
    assert process.wait(20) in (0, -15)


def run(*arguments: str, vault: Any = None, hub: Path | None = None) -> Any:
    """The JSON a command prints. Raises the UserError it ends with."""
    environment = {"FIELDAPP_PASSPHRASE": PASSPHRASE}
    if vault is not None:
        environment["FIELDAPP_VAULT"] = str(vault)
    if hub is not None:
        environment["FIELDAPP_HUB"] = str(hub)
    result: Result = CliRunner().invoke(cli, [*arguments, "--json"], env=environment)
    if isinstance(result.exception, Exception) and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_two_laptops_meet_through_a_hub_and_close_a_conflict(
    served: dict[str, str], make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    household = writer(a).add_household("1", phone="0")
    paths = {name: vault.path for name, vault in (("a", a), ("b", b))}
    a.close()
    b.close()
    hub = tmp_path / "hub"
    run("hub", "account", "add", "team", "--role", "team", "--scope", "990101001", hub=hub)
    for path in paths.values():
        code = run("hub", "device", "code", "team", hub=hub)["code"]
        assert run("pair", served["url"], "--code", code, vault=path)["account"] == "team"
        assert run("sync", vault=path)["counts"]["here"] == 0
    assert len(run("hub", "device", "list", hub=hub)) == 2

    for name, phone in (("a", "1"), ("b", "2")):
        with open_vault(paths[name], PASSPHRASE) as vault:
            writer(vault).set(household, phone=phone)
        run("sync", vault=paths[name])
    run("sync", vault=paths["a"])
    (conflict,) = run("conflict", "list", vault=paths["a"])
    assert {side["values"]["phone"] for side in conflict["sides"]} == {"1", "2"}
    assert conflict["before"] == "0"
    run("conflict", "resolve", conflict["id"], "--take", "13900000000", vault=paths["a"])
    assert run("sync", vault=paths["a"])["conflicts"] == 0
    assert run("sync", vault=paths["b"])["conflicts"] == 0
    with open_vault(paths["b"], PASSPHRASE) as vault:
        assert vault.db.execute("select phone from household").fetchall() == [("13900000000",)]

    device = run("hub", "device", "list", hub=hub)[0]["id"]
    run("hub", "device", "revoke", device, hub=hub)
    refusals = []
    for path in paths.values():
        try:
            run("sync", vault=path)
        except UserError as refused:
            refusals.append(refused.code)
    assert refusals == ["sync.revoked"]


def test_a_conflict_is_not_closed_with_a_value_that_cannot_be_true(
    make_vault: Any, writer: Any, carry: Any
) -> None:
    a, b = make_vault("a"), make_vault("b")
    household = writer(a).add_household("1", identified_on="2014-03-01")
    carry(a, b)
    for vault, day in ((a, "2014-03-02"), (b, "2014-03-03")):
        writer(vault).set(household, identified_on=day)
    person = change_of(a, household, "990101198503120019")
    carry(a, b)
    for vault, number in ((a, "990101198503120027"), (b, "990101198503120035")):
        change_of(vault, household, number, person)
    carry(b, a)
    a.close()
    listed = run("conflict", "list", vault=a.path)
    assert "19850312" not in json.dumps(listed), "identity numbers are masked in a list"
    assert "2014-03-03" in json.dumps(listed), "the control: other values are shown"
    named = {one["field"]: one["id"] for one in listed}
    for field, wrong, code in (
        ("identified_on", "2014-13-45", "value.date"),
        ("identified_on", "2099-01-01", "check.future"),
        ("id_no", NUMBER[:-1] + ("1" if NUMBER[-1] == "0" else "0"), "identity.check_digit"),
    ):
        with pytest.raises(UserError) as refused:
            run("conflict", "resolve", named[field], "--take", wrong, vault=a.path)
        assert refused.value.code == code
        assert refused.value.sentence()
    assert {one["field"] for one in run("conflict", "list", vault=a.path)} == {"identified_on", "id_no"}
    for field, right in (("identified_on", "2014-03-05"), ("id_no", NUMBER)):
        run("conflict", "resolve", named[field], "--take", right, vault=a.path)
    assert run("conflict", "list", vault=a.path) == []


def change_of(vault: Vault, household: str, number: str, person: str = "") -> str:
    """A member with an identity number, new or changed; returns its id."""
    values: dict[str, Any] = {"id_no": number}
    if not person:
        values |= {"household": household, "name": "张示例"}
    change = Change("person", person or None, "set" if person else "add", values)
    return save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE)).changed[0][1]


def test_a_bundle_by_command_line_and_its_receipt(make_vault: Any, writer: Any, tmp_path: Path) -> None:
    a, b = make_vault("a"), make_vault("b")
    writer(a).add_household("1")
    for vault in (a, b):
        vault.close()
    keys = {name: run("bundle", "key", vault=vault.path) for name, vault in (("a", a), ("b", b))}
    stick = tmp_path / "stick"
    files = run("bundle", "export", str(stick), "--to", keys["b"]["key"], vault=a.path)["files"]
    with pytest.raises(UserError) as stranger:
        run("bundle", "import", *files, vault=b.path)
    assert stranger.value.code == "bundle.unknown_signer"
    told = run("bundle", "import", *files, "--trust", keys["a"]["fingerprint"], vault=b.path)
    assert told["applied"] == 1
    counts = run("bundle", "receipt", told["receipt"], "--trust", keys["b"]["fingerprint"], vault=a.path)
    assert counts == {"here": 1, "township": 0, "county": 0}
    with pytest.raises(UserError) as unpaired:
        run("sync", vault=a.path)
    assert unpaired.value.code == "sync.not_paired"


def test_a_hub_for_the_whole_network_shows_its_fingerprint(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [
            *(sys.executable, "-c", "from fieldapp.cli import main; main()", "serve", "--json"),
            *("--data", str(tmp_path), "--host", "0.0.0.0", "--port", "0"),
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    told = json.loads(process.stdout.readline())
    process.terminate()
    process.stdout.close()
    process.wait(20)
    assert told["url"].startswith("https://")
    assert len(told["fingerprint"].replace(" ", "")) == 32


def test_a_hub_killed_while_it_takes_in_goes_on_after_a_restart(
    make_vault: Any, writer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldapp_sync.rounds.link.Link.pace", Pace(1000, 1, 3, parallel=False))
    vault, folder = make_vault("a"), tmp_path / "hub"
    for number in range(60):
        writer(vault).add_household(str(number), address=f"{number} " * 20)

    def start() -> tuple[subprocess.Popen[str], str]:
        process = subprocess.Popen(
            [
                *(sys.executable, "-c", "from fieldapp.cli import main; main()", "serve", "--json"),
                *("--data", str(folder), "--port", "0"),
            ],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        with process.stdout as told:
            return process, json.loads(told.readline())["url"]

    hub, url = start()
    run("hub", "account", "add", "team", "--role", "team", "--scope", "990101001201", hub=folder)
    pair(vault, url, run("hub", "device", "code", "team", hub=folder)["code"])
    told: list[int] = []

    def kill_at_the_third(progress: Progress) -> None:
        told.append(progress.done)
        if len(told) == 3:
            hub.kill()

    with pytest.raises(SyncError):
        sync_once(vault, connect(vault), kill_at_the_third)
    hub.wait(20)
    again, url = start()
    outcome = sync_once(vault, connect(vault, url))
    assert outcome.counts.here == 0
    *before, _ = told  # The last was on its way: what was told before it the hub had answered.
    assert before[-1] <= 60 - outcome.sent < 60
    again.terminate()
    again.wait(20)


def test_a_side_of_three_is_named_by_its_value_where_values_belong_together(
    make_vault: Any, writer: Any, carry: Any
) -> None:
    a, b, c = (make_vault(name) for name in "abc")
    household = writer(a).add_household("1", bank_name="before")
    carry(a, b)
    carry(a, c)
    for vault, bank in ((b, "second"), (c, "third")):
        writer(vault).set(household, bank_name=bank, bank_account="6217000000000000001")
    carry(b, a)
    carry(c, a)
    a.close()
    (listed,) = run("conflict", "list", vault=a.path)
    assert (listed["field"], [side["mine"] for side in listed["sides"]]) == ("bank", [False, False])
    for wrong in ("fourth", "6217000000000000001"):
        with pytest.raises(UserError) as refused:
            run("conflict", "resolve", listed["id"], "--take", wrong, vault=a.path)
        assert refused.value.code == "conflict.group"
    run("conflict", "resolve", listed["id"], "--take", "second", vault=a.path)
    with open_vault(a.path, PASSPHRASE) as vault:
        assert vault.db.execute("select bank_name from household").fetchall() == [("second",)]
    assert run("conflict", "list", vault=a.path) == []
