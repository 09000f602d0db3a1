"""`fieldapp register compare | entries` as scripts use them."""

import json

import pytest
from click.testing import CliRunner

from fieldapp.cli import cli
from fieldapp.errors import UserError
from fieldapp.store.comparison.entering import approve, proposed_line

VILLAGE = "990101001201"


@pytest.fixture
def run(county, a_home):
    home, _ = a_home(county, "H1", "张三", home={"phone": "13900000001"})
    approve(county, (proposed_line(county, VILLAGE, "household", home, "phone", "", "13900000001"),))
    path = county.path
    county.close()
    env = {
        "FIELDAPP_PASSPHRASE": "four invented words here",
        "FIELDAPP_VAULT": str(path),
        "FIELDAPP_LANGUAGE": "en",
    }
    runner = CliRunner(env=env)

    def command(*arguments):
        result = runner.invoke(cli, ["register", *map(str, arguments), "--json"])
        if isinstance(result.exception, UserError):
            return result.exception
        assert result.exit_code == 0, result.output + repr(result.exception)
        return json.loads(result.output)

    return command


def test_a_list_is_compared_dry_then_kept(run, tmp_path):
    (tmp_path / "民政.csv").write_text("户编号,联系电话\nH1,13900000009\nH7,\n", "utf-8")
    asked = ("compare", tmp_path / "民政.csv", "--as", "department", "--scope", VILLAGE)
    dry = run(*asked, "--dry-run")
    assert dry["counts"] == {"rows": 2, "matched": 1, "differs": 1, "only_ours": 0, "only_theirs": 1}
    assert "recorded" not in dry
    assert "13900000009" not in json.dumps(dry)
    assert run(*asked)["recorded"]["new"] == 2
    assert run(*asked)["recorded"] == {"commits": 0, "new": 0, "kept": 2, "reopened": 0, "settled": 0}
    assert run("compare", tmp_path / "none.csv", "--as", "dibao").code == "import.no_file"


def test_the_entry_list_says_codes_and_masks_values(run):
    (line,) = run("entries")
    assert (line["household_no"], line["code"], line["old"]) == ("H1", "aar012", "")
    assert line["new"] not in ("", "13900000001")
    assert run("entries", "--state", "entered") == []
