"""How the sync commands end when something is odd: one sentence with a code, the documented status, never a traceback."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fieldapp import cli

PASSPHRASE = "four invented words here"
VILLAGE = "990101001201"
FULL = Path("/dev/full")


def fieldapp(
    *arguments: object, passphrase: str = PASSPHRASE, **how: Any
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "FIELDAPP_LANGUAGE": "en"}
    environment |= {"FIELDAPP_PASSPHRASE": passphrase} if passphrase else {}
    if not passphrase:
        environment.pop("FIELDAPP_PASSPHRASE", None)
    how.setdefault("stdin", subprocess.DEVNULL)
    how.setdefault("stdout", subprocess.PIPE)
    command = [sys.executable, "-m", "fieldapp", *map(str, arguments)]
    return subprocess.run(command, env=environment, stderr=subprocess.PIPE, text=True, **how)


def check(code: str, status: object, out: str, err: str) -> None:
    assert status == 1, err
    assert err.rstrip().endswith(f"[{code}]"), err
    assert "Traceback" not in err
    assert ".py" not in err
    assert not out, "what failed leaves nothing for a script to take as an answer"


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., None]:
    """A command in this process that must end with one sentence of this code."""
    monkeypatch.setenv("FIELDAPP_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("FIELDAPP_LANGUAGE", "en")

    def run(code: str, *arguments: object) -> None:
        with pytest.raises(SystemExit) as ended:
            cli.main([str(one) for one in arguments])
        check(code, ended.value.code, *capsys.readouterr())

    return run


@pytest.fixture
def vault(make_vault: Any) -> Path:
    made = make_vault("a")
    made.close()
    return Path(made.path)


@pytest.mark.parametrize(
    "address", ["nonsense", "", "http://[::1", "http://127.0.0.1:99999", "https://", "fieldapp://", "ftp://x"]
)
def test_what_is_no_address_is_said_to_be_none(
    vault: Path, address: str, refused: Callable[..., None]
) -> None:
    refused("sync.bad_address", "pair", address, "--code", "ABCD-EFGH", "--vault", vault)


def test_a_command_that_nobody_answers_says_what_to_name(vault: Path) -> None:
    pair: tuple[object, ...] = ("pair", "http://127.0.0.1:1", "--json", "--vault", vault)
    no_words: dict[str, Any] = {"passphrase": "", "start_new_session": True}
    no_input: dict[str, Any] = {"stdin": None, "preexec_fn": lambda: os.close(0)}
    for code, arguments, how in (
        ("vault.no_passphrase", ("sync", "--json", "--vault", vault), no_words),
        ("sync.no_code", pair, {}),
        ("sync.no_code", pair, no_input),
    ):
        ended = fieldapp(*arguments, **how)
        check(code, ended.returncode, ended.stdout, ended.stderr)


def test_what_the_computer_refuses_is_a_sentence(vault: Path, refused: Callable[..., None]) -> None:
    refused("cli.system", "sync", "--vault", "x" * 5_000)
    if not FULL.exists():
        return
    with FULL.open("w") as full:
        ended = fieldapp("bundle", "key", "--vault", vault, stdout=full)
    check("cli.system", ended.returncode, "", ended.stderr)


def test_a_port_that_cannot_be_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["serve", "--data", str(tmp_path / "hub"), "--port", "65536"])
    assert ended.value.code == 2


@pytest.mark.parametrize(
    "command", [("account", "list"), ("device", "list"), ("review", "list"), ("account", "revoke", "x")]
)
def test_a_slip_in_a_hubs_folder_makes_no_empty_hub(
    tmp_path: Path, command: tuple[str, ...], refused: Callable[..., None]
) -> None:
    refused("hub.missing", "hub", *command, "--data", tmp_path / "slip")
    refused(
        "hub.missing", "hub", "backup", tmp_path / "b", "--recipient", "age1x", "--data", tmp_path / "slip"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", " ", "a\nb", "n" * 5_000])
def test_an_account_needs_a_name_that_a_list_can_show(
    tmp_path: Path, name: str, refused: Callable[..., None]
) -> None:
    add = ("hub", "account", "add", "--role", "team", "--scope", VILLAGE, "--data", tmp_path / "hub")
    refused("hub.bad_name", *add, "--", name)
    with pytest.raises(SystemExit) as wrong_role:
        cli.main([*map(str, add[:4]), "king", *map(str, add[5:]), "--", "张三"])
    assert wrong_role.value.code == 2
    with pytest.raises(SystemExit) as control:
        cli.main([*map(str, add), "--", "张三　甲"])
    assert control.value.code == 0


def heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no interrupt to one process")
def test_ctrl_c_is_how_a_hub_and_a_watching_laptop_end(tmp_path: Path, vault: Path) -> None:
    environment = {**os.environ, "FIELDAPP_PASSPHRASE": PASSPHRASE}

    def started(*arguments: object) -> tuple["subprocess.Popen[str]", str]:
        command = [sys.executable, "-m", "fieldapp", *map(str, arguments)]
        pipes: Any = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        # A suite that runs in the background hands down an interrupt that is ignored.
        process = subprocess.Popen(command, env=environment, preexec_fn=heed_interrupts, **pipes)
        assert process.stdout is not None
        return process, process.stdout.readline()

    hub = tmp_path / "hub"
    served, line = started("serve", "--data", hub, "--port", "0", "--json")
    fieldapp("hub", "account", "add", "team", "--role", "team", "--scope", VILLAGE, "--data", hub)
    code = json.loads(fieldapp("hub", "device", "code", "team", "--data", hub, "--json").stdout)["code"]
    assert fieldapp("pair", json.loads(line)["url"], "--code", code, "--vault", vault).returncode == 0
    watching, told = started("sync", "--watch", "--json", "--vault", vault)
    assert json.loads(told)["conflicts"] == 0
    for process in (watching, served):
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
        assert (process.returncode, "Traceback" in said) == (0, False), said
