"""Pack files: the same bytes from the same folder, damage found, strange entries refused, installed once."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from fieldapp.errors import PackError
from fieldapp.packs.archive import build_pack, install_pack, read_pack_file
from fieldapp.packs.commands import pack
from fieldapp.packs.resolution import resolve_packs
from fieldapp.resources import resource

MakePack = Callable[..., Path]


def rewritten(file: Path, **changes: bytes) -> Path:
    """The pack file with entries replaced or added, its manifest as it was."""
    with zipfile.ZipFile(file) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in {**contents, **changes}.items():
            archive.writestr(name, content)
    return file


def test_the_same_folder_gives_the_same_bytes(tmp_path: Path) -> None:
    one = build_pack(resource("packs", "cn-base"), tmp_path / "one.fieldpack")
    two = build_pack(resource("packs", "cn-base"), tmp_path / "two.fieldpack")
    assert one.path.read_bytes() == two.path.read_bytes()
    assert one.sha256 == two.sha256
    assert one.edition == "cn-base@1"


def test_a_file_is_installed_and_found_by_name(
    make_pack: MakePack, tmp_path: Path, own_data_folder: Path
) -> None:
    built = build_pack(make_pack(), tmp_path)
    assert built.path.name == "sample-county-1.fieldpack"
    folder = install_pack(built.path, own_data_folder)
    assert folder == own_data_folder / "sample-county@1"
    assert install_pack(built.path, own_data_folder) == folder
    assert [found.edition for found in resolve_packs(["sample-county"])] == ["cn-base@1", "sample-county@1"]
    assert [path.name for path in own_data_folder.iterdir()] == ["sample-county@1"]


def test_the_newest_version_is_taken_unless_one_is_named(
    make_pack: MakePack, tmp_path: Path, own_data_folder: Path
) -> None:
    for version in (1, 2):
        install_pack(build_pack(make_pack(version=version), tmp_path).path, own_data_folder)
    assert resolve_packs(["sample-county"])[-1].version == 2
    assert resolve_packs(["sample-county@1"])[-1].version == 1
    with pytest.raises(PackError):
        resolve_packs(["sample-county@3"])


def test_another_pack_of_the_same_version_is_refused(
    make_pack: MakePack, tmp_path: Path, own_data_folder: Path
) -> None:
    folder = make_pack()
    install_pack(build_pack(folder, tmp_path).path, own_data_folder)
    (folder / "help").mkdir()
    (folder / "help" / "more.md").write_text("more", "utf-8")
    with pytest.raises(PackError, match="new version number"):
        install_pack(build_pack(folder, tmp_path).path, own_data_folder)


def test_a_pack_with_errors_is_not_built(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack(fields="household,sc_x,colour,,,,O,,,,,,living,900,,,甲,甲,A,design,1\n")
    with pytest.raises(PackError, match="1 errors"):
        build_pack(folder, tmp_path)
    assert list(tmp_path.glob("*.fieldpack")) == []


@pytest.mark.parametrize(
    "name, code",
    [
        ("dictionary/lists.csv", "pack.damaged"),
        ("extra.txt", "pack.damaged"),
        ("../outside.txt", "pack.member"),
        ("/etc/outside.txt", "pack.member"),
        ("a\\b.txt", "pack.member"),
        ("C:x.txt", "pack.member"),
        ("manifest.json", "pack.no_manifest"),
    ],
)
def test_a_changed_file_is_refused(make_pack: MakePack, tmp_path: Path, name: str, code: str) -> None:
    file = build_pack(make_pack(), tmp_path).path
    read_pack_file(file)
    with pytest.raises(PackError) as raised:
        read_pack_file(rewritten(file, **{name: b"{}"}))
    assert raised.value.code == code


@pytest.mark.parametrize("cut", [0, 1, 100, 1000])
def test_a_cut_file_is_refused(make_pack: MakePack, tmp_path: Path, cut: int) -> None:
    file = build_pack(make_pack(), tmp_path).path
    file.write_bytes(file.read_bytes()[:cut])
    with pytest.raises(PackError) as raised:
        read_pack_file(file)
    assert raised.value.code in ("pack.file", "pack.no_manifest")


def test_the_command_line_checks_builds_installs_and_lists(make_pack: MakePack, tmp_path: Path) -> None:
    run = CliRunner()
    folder = make_pack()
    assert run.invoke(pack, ["check", str(folder)]).output == "The pack is in order.\n"
    built = json.loads(run.invoke(pack, ["build", str(folder), str(tmp_path), "--json"]).output)
    installed = json.loads(run.invoke(pack, ["install", built["path"], "--json"]).output)
    assert (built["edition"], installed["id"], installed["version"]) == (
        "sample-county@1",
        "sample-county",
        1,
    )
    listed = json.loads(run.invoke(pack, ["list", "--json"]).output)
    assert {(row["id"], row["shipped"]) for row in listed} >= {("cn-base", True), ("sample-county", False)}


def test_the_command_line_names_errors_and_ends_with_one(make_pack: MakePack) -> None:
    folder = make_pack(fields="household,sc_x,colour,,,,O,,,,,,living,900,,,甲,甲,A,design,1\n")
    plain = CliRunner().invoke(pack, ["check", str(folder)])
    assert plain.exit_code == 1
    assert plain.output.startswith("dictionary/fields.csv:2:type: “colour” is not known here.")
    machine = json.loads(CliRunner().invoke(pack, ["check", str(folder), "--json"]).output)
    assert machine[0]["code"] == "dictionary.unknown_word"
    assert machine[0]["where"]["row"] == 2
