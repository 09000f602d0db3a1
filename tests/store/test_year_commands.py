"""`fieldapp register year-end | snapshot | open-year` as scripts use them."""

import json

import pytest
from click.testing import CliRunner

from fieldapp.cli import cli
from fieldapp.errors import UserError
from fieldapp.store import open_vault
from fieldapp.store.moving.deeds import Deed
from fieldapp.store.moving.status import add_household
from fieldapp.store.save import Change, save, seen_of

VILLAGE, PASSPHRASE = "990101001201", "four invented words here"


@pytest.fixture
def run(make_vault):
    vault = make_vault("commands", packs=("cn-base",))
    changes = [Change("village", None, "add", {"name": "东沟村"})]
    save(vault, VILLAGE, "edit", changes, seen={})
    add_household(
        vault, VILLAGE, {"household_no": "H1"}, {"name": "张三丰"}, Deed("identified", "2019-05-01")
    )
    path = vault.path
    vault.close()
    runner = CliRunner(
        env={"FIELDAPP_PASSPHRASE": PASSPHRASE, "FIELDAPP_VAULT": str(path), "FIELDAPP_LANGUAGE": "en"}
    )

    def command(*arguments, status=0):
        result = runner.invoke(cli, ["register", *map(str, arguments)])
        if isinstance(result.exception, UserError):
            return result.exception
        assert result.exit_code == status, result.output + repr(result.exception)
        return json.loads(result.output) if "--json" in arguments else result.output

    command.path = path
    return command


def test_year_end_prints_the_equations_and_tells_by_its_status_whether_they_hold(run):
    place = ("--scope", "990101", "--year", 2019)
    found = run("year-end", *place, "--json")
    assert found["even"]
    assert found["households"] == {
        "start": 0,
        "ins": {"identified": 1, "split_from": 0, "returned": 0, "moved_in_village": 0},
        "outs": {"wrong_identification": 0, "deregistered": 0, "merged_into": 0, "moved_out_village": 0},
        "end": 1,
        "difference": 0,
    }
    assert [village["scope"] for village in found["villages"]] == [VILLAGE]
    assert "Households: 0 at the start, 1 at the end" in run("year-end", *place)
    with open_vault(run.path, PASSPHRASE) as vault:
        change = Change("household", None, "add", {"household_no": "H2", "identified_on": "2019-06-01"})
        save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
    said = run("year-end", *place, status=1)
    assert "difference: 1" in said
    assert "no movement says how" in said
    assert "张" not in said


def test_a_snapshot_by_command_names_its_version_and_asks_for_a_reason(run):
    place = ("--scope", VILLAGE, "--year", 2019, "--cut-off", "2019-11-05")
    [taken] = run("snapshot", *place, "--json")
    assert (taken["version"], taken["households"], taken["people"]) == (1, 1, 1)
    assert run("snapshot", *place).code == "snapshot.no_reason"
    region = ("--scope", "990101", "--year", 2018, "--cut-off", "2018-12-31")
    assert run("snapshot", *region).startswith(f"{VILLAGE}: version 1 of 2018, 0 households, 0 people, ")


def test_a_year_is_opened_by_command(run):
    assert run("open-year", "--scope", VILLAGE, "--year", 2020, "--json") == {"opened": 0, "unchanged": 1}


@pytest.mark.parametrize("place", ["abc", "880101", "99010100120"])
def test_a_place_without_a_village_of_ours_is_refused_and_never_reads_as_all_well(run, place, tmp_path):
    asked = [
        ("year-end", "--scope", place, "--year", 2019),
        ("open-year", "--scope", place, "--year", 2020),
        ("snapshot", "--scope", place, "--year", 2019, "--cut-off", "2019-11-05"),
        ("find", "张", "--scope", place),
        ("export", tmp_path / "out.xlsx", "--scope", place),
    ]
    assert {run(*one).code for one in asked} == {"register.foreign_scope"}


def test_a_snapshot_of_a_region_where_nothing_changed_says_so(run):
    region = ("--scope", "990101", "--year", 2018, "--cut-off", "2018-12-31")
    run("snapshot", *region)
    assert run("snapshot", *region, "--reason", "again").startswith("Nothing was frozen")
