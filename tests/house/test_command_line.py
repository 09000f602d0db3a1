"""The one command: its subcommands, a sentence with a code on trouble, the languages of its sentences."""

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from fieldapp import cli
from fieldapp.errors import Finding, UserError, VaultError
from fieldapp.resources import resource
from fieldapp.texts import Texts, system_language, texts_of

STABLE = {
    "bundle",
    "check",
    "conflict",
    "demo",
    "form",
    "hub",
    "pack",
    "pair",
    "region",
    "register",
    "report",
}


def test_every_stable_command_is_there() -> None:
    names = {entry.name for entry in entry_points(group="fieldapp.commands")}
    assert names >= STABLE | {"serve", "sync", "vault"}


def test_help_lists_the_commands_and_hides_the_desktops_own(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert all(f"  {name}" in shown for name in STABLE)
    assert "  desktop" not in shown


def test_a_trouble_is_one_sentence_with_its_code_in_the_workers_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FIELDAPP_LANGUAGE", "zh_CN")
    monkeypatch.setenv("FIELDAPP_PASSPHRASE", "any words at all")
    with pytest.raises(SystemExit) as ended:
        cli.main(["vault", "info", "--vault", str(tmp_path / "none.vault")])
    assert ended.value.code == 1
    said = capsys.readouterr().err.strip()
    assert said.count("\n") == 0
    assert said.endswith("]")
    assert any("\u4e00" <= character <= "\u9fff" for character in said)


def test_wrong_usage_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["form", "check"])
    assert ended.value.code == 2
    assert "Missing argument" in capsys.readouterr().err


def test_the_module_runs_as_the_command() -> None:
    answer = subprocess.run([sys.executable, "-m", "fieldapp", "--version"], capture_output=True, text=True)
    assert "fieldapp" in answer.stdout


@pytest.mark.parametrize(
    ("said", "language"),
    [("zh_CN.UTF-8", "zh_CN"), ("zh-Hant", "zh_TW"), ("zh_HK", "zh_TW"), ("C.UTF-8", "en"), ("fr_FR", "en")],
)
def test_the_language_follows_the_terminal(said: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIELDAPP_LANGUAGE", said)
    assert system_language() == language


def test_a_sentence_without_a_translation_is_shown_as_it_was_written() -> None:
    assert texts_of("zh_CN")("Nobody ever wrote {what}.", what="this") == "Nobody ever wrote this."
    assert Texts("zh_TW", {}).pick("村", "", "village") == "村"


def test_errors_and_findings_speak_through_a_translation() -> None:
    chinese = {"Ask {who}.": "请问{who}。"}.get
    error = VaultError("a.b", "Ask {who}.", who="站长")
    assert isinstance(error, UserError)
    assert str(error) == "Ask 站长."
    assert error.sentence(lambda text: chinese(text, text)) == "请问站长。"
    assert (
        Finding("c", "Ask {who}.", {"who": "站长"}).sentence(lambda text: chinese(text, text)) == "请问站长。"
    )


def test_a_resource_that_is_not_there_is_a_bug_and_says_which() -> None:
    assert resource("packs", "cn-base", "pack.yaml").exists()
    with pytest.raises(FileNotFoundError, match="packs/none"):
        resource("packs", "none")
