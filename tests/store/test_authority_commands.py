"""`vault erase | expire | unmasked` and the options of roles, from the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fieldapp.cli import cli
from fieldapp.store import create_vault, open_vault
from fieldapp.store.records import record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.unmask import unmask

VILLAGE, PASSPHRASE, NAME = "990101001201", "four invented words here", "欧阳虚构"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("FIELDAPP_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("FIELDAPP_LANGUAGE", "en")
    monkeypatch.setenv("FIELDAPP_VAULT", str(tmp_path / "v.vault"))

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(cli, [*arguments, "--json"])

    return invoke


def made(run, pack: Path, tmp_path: Path, role: str, *more: str) -> Path:
    path = tmp_path / "v.vault"
    options = ("--pack", str(pack), "--scope", VILLAGE, "--worker", "w", "--role", role, *more)
    outcome = run("vault", "new", str(path), *options)
    assert outcome.exit_code == 0, outcome.output
    return path


def a_person(path: Path) -> str:
    with open_vault(path, PASSPHRASE) as vault:
        household, person = vault.new_id(), vault.new_id()
        changes = [
            Change("household", household, "add", {"household_no": "H1"}),
            Change(
                "person", person, "add", {"household": household, "name": NAME, "id_no": "990101199001011234"}
            ),
        ]
        save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))
        unmask(vault, "person", person, "id_no", "to check a copy")
    return person


def test_a_township_looks_first_then_erases(run, pack, tmp_path):
    path = made(run, pack, tmp_path, "township")
    person = a_person(path)
    looked = json.loads(run("vault", "erase", person, "--dry-run").output)
    assert (looked["erased"], looked["records"]) == (False, [["person", person]])
    assert any("Backups" in sentence for sentence in looked["findings"])
    done = json.loads(run("vault", "erase", person, "--reason", "asked", "--basis", "PIPL 47").output)
    assert done["erased"]
    with open_vault(path, PASSPHRASE) as vault:
        assert record(vault, "person", person).values["name"] is None


def test_a_team_does_not(run, pack, tmp_path):
    person = a_person(made(run, pack, tmp_path, "team"))
    refused = run("vault", "erase", person, "--reason", "asked", "--basis", "PIPL 47")
    assert refused.exception.code == "role.not_allowed"


def test_looks_are_counted_and_listed(run, pack, tmp_path):
    a_person(made(run, pack, tmp_path, "township"))
    (day,) = json.loads(run("vault", "unmasked").output)
    assert (day["worker"], day["count"], day["scope"]) == ("w", 1, VILLAGE)
    (look,) = json.loads(run("vault", "unmasked", "--each").output)
    assert look["reason"] == "to check a copy"


def test_a_vault_past_its_day_is_backed_up_and_described_no_more(run, pack, tmp_path):
    create_vault(
        tmp_path / "v.vault",
        PASSPHRASE,
        worker="w",
        role="team",
        scopes=(VILLAGE,),
        packs=(pack,),
        clock=lambda: 1_577_000_000_000,
        expires_on="2020-01-01",
    ).close()
    assert run("vault", "info").exception.code == "vault.expired"
    assert run("vault", "backup", str(tmp_path / "out.backup")).exit_code == 0


def test_a_role_that_is_none_and_a_day_that_is_none_make_no_vault(run, pack, tmp_path):
    options = ("--pack", str(pack), "--scope", VILLAGE, "--worker", "w")
    path = str(tmp_path / "v.vault")
    assert run("vault", "new", path, *options, "--role", "emperor").exit_code == 2
    assert run("vault", "new", path, *options, "--expires-on", "soon").exit_code == 1
    assert (
        run("vault", "new", path, *options, "--expires-on", "2020-01-01").exception.code == "expiry.past_day"
    )
    assert run("vault", "new", path, *options, "--role", "evaluator").exception.code == "role.no_sample"
    blank = tmp_path / "blank"
    blank.write_text("\n \n", "utf-8")
    sampled = (*options, "--role", "evaluator", "--sample")
    assert run("vault", "new", path, *sampled, str(blank)).exception.code == "role.no_sample"
    assert not (tmp_path / "v.vault").exists()
    blank.write_text("a-household\n", "utf-8")
    assert run("vault", "new", path, *sampled, str(blank)).exit_code == 0
