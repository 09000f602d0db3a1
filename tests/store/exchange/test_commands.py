"""`fieldapp register import | imports | undo-import | export | fill` as scripts use them."""

import json

import pytest
from click.testing import CliRunner

from fieldapp.cli import cli
from fieldapp.errors import UserError

VILLAGE, PASSPHRASE = "990101001201", "four invented words here"


@pytest.fixture
def run(county, tmp_path):
    path = county.path
    county.close()
    runner = CliRunner(
        env={"FIELDAPP_PASSPHRASE": PASSPHRASE, "FIELDAPP_VAULT": str(path), "FIELDAPP_LANGUAGE": "en"}
    )

    def command(*arguments, status=0):
        result = runner.invoke(cli, ["register", *map(str, arguments), "--json"])
        if isinstance(result.exception, UserError):
            return result.exception
        assert result.exit_code == status, result.output + repr(result.exception)
        return json.loads(result.output) if status < 2 else None

    return command


@pytest.fixture
def file(tmp_path):
    (tmp_path / "list.csv").write_text("户编号,姓名,年末住房面积,性别\nH1,甲,80,不详\n", "utf-8")
    return tmp_path / "list.csv"


def test_an_import_is_shown_dry_then_run_listed_and_taken_back(run, file, tmp_path):
    asked = ("import", file, "--list", "household", "--scope", VILLAGE, "--year", 2019)
    dry = run(*asked, "--dry-run")
    assert (dry["import"], dry["rows"]["new"]) == (None, 1)
    assert [column["confidence"] < 0.9 for column in dry["columns"][0]["columns"]] == [
        False,
        False,
        True,
        False,
    ]
    assert (dry["findings"][0]["row"], dry["findings"][0]["column"]) == (2, "D")
    done = run(*asked, "--findings", tmp_path / "bad.xlsx", "--accept-guesses", "--save-mapping", "mine")
    assert (done["records"], done["marked"]) == (3, 1)
    assert run(*asked, "--mapping", "mine")["rows"]["same"] == 1
    assert [one["id"] for one in run("imports")] == [done["import"]]
    assert run("undo-import", done["import"]) == {"undone": 1, "refused": []}
    assert run("undo-import", "nonsense").code == "import.unknown"


def test_an_export_is_masked_unless_a_reason_is_given(run, file, tmp_path):
    run("import", file, "--list", "household", "--scope", VILLAGE)
    out = tmp_path / "out.xlsx"
    assert "person.name" in run("export", out, "--list", "person")["masked"]
    assert run("export", out, "--unmasked").code == "export.no_reason"
    assert run("export", out, "--unmasked", "--reason", "a test")["rows"]["household"] == 1
    assert run("import", out)["rows"] == {"new": 0, "changed": 0, "same": 2, "refused": 0}


def test_what_cannot_be_read_is_said(run, tmp_path, file):
    assert run("import", tmp_path / "none.xlsx", "--list", "household").code == "import.no_file"
    assert run("import", file).code == "import.which_list"
    assert run("import", file, "--list", "nonsense").code == "register.unknown_list"
    assert run("import", file, "--list", "household", "--mapping", "nobody").code == "import.no_mapping"
    (tmp_path / "other.csv").write_text("一,二\n甲,乙\n", "utf-8")
    assert run("import", tmp_path / "other.csv", "--list", "person").code == "import.nothing_known"
    assert run("import", file, "--list", "household", "--year", 99999, status=2) is None
