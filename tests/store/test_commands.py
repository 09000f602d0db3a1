"""`fieldapp vault | region | register` as scripts use them: JSON out, sentences and exit status on trouble."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from fieldapp.cli import cli, main
from fieldapp.errors import UserError
from fieldapp.store import open_vault
from fieldapp.store.save import Change, save

VILLAGE, PASSPHRASE = "990101001201", "four invented words here"
SHARED = Path(__file__).resolve().parents[2].parent / "shared"


@pytest.fixture
def run(tmp_path, pack):
    """`run("vault", "info")` on a new vault; its output, JSON read."""
    runner = CliRunner(
        env={
            "FIELDAPP_PASSPHRASE": PASSPHRASE,
            "FIELDAPP_VAULT": str(tmp_path / "c.vault"),
            "FIELDAPP_LANGUAGE": "en",
        }
    )

    def command(*arguments, status=0):
        result = runner.invoke(cli, [*map(str, arguments)])
        if isinstance(result.exception, UserError):
            return result.exception
        assert result.exit_code == status, result.output + repr(result.exception)
        return json.loads(result.output) if "--json" in arguments else result.output

    made = command(
        "vault", "new", tmp_path / "c.vault", "--pack", pack, "--scope", VILLAGE, "--worker", "w", "--json"
    )
    assert len(made["recovery_key"]) == 39
    command.made = made
    return command


@pytest.fixture
def home(run, tmp_path):
    with open_vault(tmp_path / "c.vault", PASSPHRASE) as vault:
        household, person = vault.new_id(), vault.new_id()
        changes = [
            Change("household", household, "add", {"household_no": "620001"}),
            Change(
                "person",
                person,
                "add",
                {"household": household, "name": "欧阳测试", "id_no": "990101198001011234", "relation": "1"},
            ),
        ]
        save(vault, VILLAGE, "edit", changes, seen={})
    return household


def test_info_says_what_is_in_the_vault(run, home):
    facts = run("vault", "info", "--json")
    assert facts["records"]["person"] == 1
    assert facts["commits"] == {"here": 1, "township": 0, "county": 0}
    assert facts["villages"] == [VILLAGE]
    assert "edition: small@1" in run("vault", "info")


def test_find_and_show_print_the_household_with_personal_values_masked(run, home):
    (hit,) = run("register", "find", "oycs", "--json")
    assert (hit["household"], hit["household_no"]) == (home, "620001")
    shown = run("register", "show", home, "--json")
    assert [one["list"] for one in shown] == ["household", "person"]
    assert shown[1]["values"]["id_no"] == "990101********1234"
    text = run("register", "show", home)
    assert "620001" in text
    assert "990101198001011234" not in text
    assert "欧阳测试" not in text
    assert run("register", "show", "nonsense").code == "register.unknown_record"


def test_a_backup_is_restored_elsewhere_and_opens(run, home, tmp_path):
    assert run("vault", "backup", tmp_path / "b.fieldbackup", "--json")["bytes"] > 0
    run("vault", "restore", tmp_path / "b.fieldbackup", "--vault", tmp_path / "again.vault")
    assert run("vault", "info", "--vault", tmp_path / "again.vault", "--json")["records"]["household"] == 1
    assert (
        run("vault", "restore", tmp_path / "none", "--vault", tmp_path / "x.vault").code == "backup.missing"
    )
    assert run("vault", "restore", tmp_path / "b.fieldbackup").code == "vault.exists"


def test_the_doctor_says_whole_or_what_is_damaged_with_its_exit_status(run, home, tmp_path):
    assert "whole" in run("vault", "doctor")
    assert run("vault", "doctor", "--json") == {"findings": []}
    with open_vault(tmp_path / "c.vault", PASSPHRASE) as vault:
        vault.db.execute("update stream set head_hash = zeroblob(32)")
    (finding,) = run("vault", "doctor", "--json", status=1)["findings"]
    assert finding["code"] == "doctor.chain"


def test_compact_says_that_nothing_is_old_enough(run, home):
    assert run("vault", "compact", "--json") == {"villages": 0, "commits": 0, "before": 0, "after": 0}
    assert "old enough" in run("vault", "compact")


def test_the_program_itself_ends_with_the_status_of_its_command(run, home, tmp_path, monkeypatch, capsys):
    for name, value in {
        "FIELDAPP_PASSPHRASE": PASSPHRASE,
        "FIELDAPP_VAULT": str(tmp_path / "c.vault"),
    }.items():
        monkeypatch.setenv(name, value)

    def status(*words):
        with pytest.raises(SystemExit) as ended:
            main(words)
        return ended.value.code

    assert status("vault", "doctor") == 0
    with open_vault(tmp_path / "c.vault", PASSPHRASE) as vault:
        vault.db.execute("update stream set head_hash = zeroblob(32)")
    assert status("vault", "doctor") == 1
    assert status("vault", "info", "--worker", "nobody") == 1
    assert capsys.readouterr().err.rstrip().endswith("[vault.unknown_worker]")


def test_a_scope_that_is_no_place_is_refused_before_anything_is_made(run, pack, tmp_path):
    words = ("vault", "new", tmp_path / "n" / "n.vault", "--pack", pack, "--worker", "w", "--scope")
    assert run(*words, "abc").code == "register.bad_scope"
    assert not (tmp_path / "n").exists()
    assert "n.vault" in run(*words, "990101")


def test_another_worker_is_let_in_and_a_lost_passphrase_recovered(run, home, tmp_path):
    (tmp_path / "new").write_text("other words\n", "utf-8")
    run("vault", "worker", "add", "helper", "--scope", VILLAGE, "--new-passphrase-file", tmp_path / "new")
    assert run("vault", "info", "--passphrase-file", tmp_path / "new", "--json")["worker"] == "helper"
    (tmp_path / "third").write_text("third words\n", "utf-8")
    key = run.made["recovery_key"]
    run("vault", "recover", "--worker", "w", "--recovery-key", key, "--passphrase-file", tmp_path / "third")
    assert run("vault", "info").code == "vault.wrong_passphrase"
    assert run("vault", "info", "--passphrase-file", tmp_path / "missing").code == "vault.no_passphrase_file"


def test_a_search_without_hits_says_so_and_the_help_names_the_commands(run, home):
    assert "Nothing in your villages fits 司徒" in run("register", "find", "司徒")
    assert "Nothing in your villages" not in run("register", "find", "欧阳")
    assert run("register", "find", "司徒", "--json") == []
    assert "No region fits 司徒" in run("region", "find", "司徒")
    told = run("register", "--help")
    assert all(name in told for name in ("find", "show", "import", "export", "snapshot"))


def test_a_worker_is_given_other_rights_and_the_workers_are_listed(run, tmp_path):
    (tmp_path / "new").write_text("other words\n", "utf-8")
    new = ("--new-passphrase-file", tmp_path / "new")
    run("vault", "worker", "add", "李帮扶", "--scope", VILLAGE, "--role", "helper", *new)
    told = run("vault", "worker", "change", "李帮扶", "--role", "village", "--json")
    assert (told["role"], told["scopes"]) == ("village", [VILLAGE])
    assert "李帮扶 is helper" in run("vault", "worker", "change", "李帮扶", "--role", "helper")
    listed = run("vault", "worker", "list", "--json")
    assert [(one["name"], one["role"]) for one in listed] == [("w", "team"), ("李帮扶", "helper")]
    assert f"李帮扶  helper  {VILLAGE}" in run("vault", "worker", "list")
    assert run("vault", "worker", "change", "李帮扶", "--role", "county").code == "role.not_allowed"
    assert run("vault", "worker", "change", "李帮扶", "--scope", "9902").code == "register.foreign_scope"
    assert run("vault", "worker", "change", "李帮扶").code == "worker.nothing_to_change"
    assert run("vault", "worker", "change", "nobody", "--role", "team").code == "vault.unknown_worker"
    assert run("vault", "worker", "change", "w", "--role", "helper").code == "worker.own_rights"
    mine = ("--passphrase-file", tmp_path / "new")
    assert run("vault", "worker", "change", "w", "--role", "helper", *mine).code == "role.not_allowed"


def test_regions_are_imported_from_a_table_with_its_findings(run, tmp_path):
    table = tmp_path / "villages.csv"
    table.write_text(
        "code,name\n990101001201,示例村\n990101001202,小（氵甸）村\n990101001201,另一名\n", "utf-8"
    )
    told = run("region", "import", table, "--json", status=1)
    assert told["imported"] == 2
    assert len(told["findings"]) == 1
    assert [one["name"] for one in run("region", "find", "示例", "--json")] == ["示例村"]
    assert "小（氵甸）村" in run("region", "find", "9901010012")
    assert run("region", "import", tmp_path / "none.csv").code == "region.no_file"


@pytest.mark.skipif(not (SHARED / "data" / "divisions").is_dir(), reason="the shared region data is not here")
def test_the_published_provinces_are_imported_whole(run):
    source = SHARED / "data" / "divisions" / "provinces.csv"
    if not source.is_file():
        pytest.skip("no provinces.csv in the shared data")
    told = run("region", "import", source, "--json")
    assert told["imported"] >= 31
    assert told["findings"] == []
