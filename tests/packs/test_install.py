"""Taking a pack in: unknown signers are confirmed once, older and other packs of a version are refused."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from fieldapp.errors import PackError
from fieldapp.keys.devices import DeviceKey
from fieldapp.keys.offices import new_office_key, open_office_key
from fieldapp.packs.archive import build_pack, signer_of_folder
from fieldapp.packs.commands import pack
from fieldapp.packs.install import Installed, install_pack
from fieldapp.packs.resolution import resolve_packs
from fieldapp.packs.trust import distrust_signer, trusted_signers

MakePack = Callable[..., Path]
OFFICE, STRANGER = DeviceKey(b"\1" * 32), DeviceKey(b"\2" * 32)
TODAY = date(2020, 5, 1)


@pytest.fixture
def cheap_passphrases() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("fieldapp.keys.wraps._MEMORY_KIB", 256)
        patch.setattr("fieldapp.keys.wraps._PASSES", 1)
        yield


@pytest.fixture
def install(tmp_path: Path, own_data_folder: Path) -> Callable[..., Installed]:
    """Builds a folder, signed by the office unless another key is named, and installs the file."""

    def installing(folder: Path, *, key: DeviceKey = OFFICE, trust: str = OFFICE.fingerprint) -> Installed:
        built = build_pack(folder, tmp_path / f"{folder.name}.fieldpack", key)
        return install_pack(built.path, own_data_folder, today=TODAY, trust=trust)

    return installing


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(PackError) as raised:
        call()
    assert "{" not in str(raised.value)
    return raised.value.code


def test_a_file_is_installed_and_found_by_name(
    make_pack: MakePack, install: Callable[..., Installed], own_data_folder: Path
) -> None:
    first, again = install(make_pack()), install(make_pack())
    assert first.folder == again.folder == own_data_folder / "sample-county@1"
    assert (first.fresh, again.fresh) == (True, False)
    assert resolve_packs(["sample-county"])[-1].edition == "sample-county@1"
    assert sorted(path.name for path in own_data_folder.iterdir()) == ["sample-county@1", "signers.json"]
    kept = signer_of_folder(first.folder)
    assert kept is not None
    assert kept.fingerprint == OFFICE.fingerprint


def test_an_unknown_signer_is_confirmed_once(
    make_pack: MakePack, install: Callable[..., Installed], own_data_folder: Path
) -> None:
    with pytest.raises(PackError) as raised:
        install(make_pack(), trust="")
    assert raised.value.code == "pack.unknown_signer"
    assert raised.value.params["fingerprint"] == OFFICE.fingerprint
    assert trusted_signers(own_data_folder) == {}
    assert install(make_pack(), trust=OFFICE.fingerprint.replace(" ", "").upper()).fresh
    assert trusted_signers(own_data_folder) == {OFFICE.fingerprint: "2020-05-01"}
    assert install(make_pack("other-county"), trust="").fresh
    distrust_signer(own_data_folder, OFFICE.fingerprint)
    assert code_of(lambda: install(make_pack(version=2), trust="")) == "pack.unknown_signer"


def test_another_fingerprint_than_the_signers_is_refused(
    make_pack: MakePack, install: Callable[..., Installed], own_data_folder: Path
) -> None:
    assert code_of(lambda: install(make_pack(), trust=STRANGER.fingerprint)) == "pack.unknown_signer"
    assert trusted_signers(own_data_folder) == {}


def test_a_pack_from_another_signer_than_before_is_asked_about_again(
    make_pack: MakePack, install: Callable[..., Installed]
) -> None:
    install(make_pack())
    install(make_pack("other-county"), key=STRANGER, trust=STRANGER.fingerprint)
    newer = make_pack(version=2)
    assert code_of(lambda: install(newer, key=STRANGER, trust="")) == "pack.other_signer"
    assert install(newer, key=STRANGER, trust=STRANGER.fingerprint).fresh


def test_nobody_replaces_a_pack_of_the_program_unasked(
    make_pack: MakePack, install: Callable[..., Installed]
) -> None:
    install(make_pack())
    base = make_pack("cn-base", version=99, heading="", fields="", lists="")
    assert code_of(lambda: install(base, trust="")) == "pack.other_signer"


def test_the_newest_version_is_taken_unless_one_is_named(
    make_pack: MakePack, install: Callable[..., Installed]
) -> None:
    for version in (1, 2):
        install(make_pack(version=version))
    assert resolve_packs(["sample-county"])[-1].version == 2
    assert resolve_packs(["sample-county@1"])[-1].version == 1
    assert code_of(lambda: resolve_packs(["sample-county@3"])) == "pack.not_found"


def test_an_older_version_is_refused(make_pack: MakePack, install: Callable[..., Installed]) -> None:
    install(make_pack(version=2))
    assert code_of(lambda: install(make_pack(version=1))) == "pack.older"
    assert install(make_pack(version=3)).fresh
    # The program itself ships a newer cn-base than this one.
    assert code_of(lambda: install(make_pack("cn-base", version=1, heading="", fields=""))) == "pack.older"


def test_another_pack_of_the_same_version_is_refused(
    make_pack: MakePack, install: Callable[..., Installed]
) -> None:
    folder = make_pack()
    install(folder)
    (folder / "help").mkdir()
    (folder / "help" / "more.md").write_text("more", "utf-8")
    assert code_of(lambda: install(folder)) == "pack.same_version"


def test_a_damaged_list_of_signers_is_told(
    make_pack: MakePack, install: Callable[..., Installed], own_data_folder: Path
) -> None:
    install(make_pack())
    (own_data_folder / "signers.json").write_text("{", "utf-8")
    assert code_of(lambda: install(make_pack(version=2), trust="")) == "pack.signers_damaged"


@pytest.mark.usefixtures("cheap_passphrases")
def test_an_office_key_opens_with_its_passphrase_only(tmp_path: Path) -> None:
    file = tmp_path / "office.key"
    key = new_office_key(file, "four invented words")
    assert open_office_key(file, "four invented words").fingerprint == key.fingerprint
    assert key.private not in file.read_bytes()
    assert json.loads(file.read_bytes())["algorithm"].startswith("argon2id")
    assert code_of(lambda: new_office_key(file, "x")) == "pack.key_exists"
    assert code_of(lambda: new_office_key(tmp_path / "k", "")) == "pack.empty_passphrase"
    assert code_of(lambda: open_office_key(tmp_path / "none", "x")) == "pack.no_key"


@pytest.mark.usefixtures("cheap_passphrases")
def test_the_command_line_checks_builds_installs_and_lists(
    make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FIELDAPP_PASSPHRASE", "four invented words")
    run, folder, key = CliRunner(), make_pack(), str(tmp_path / "office.key")
    assert run.invoke(pack, ["check", str(folder)]).output == "The pack is in order.\n"
    made = json.loads(run.invoke(pack, ["key", key, "--json"]).output)
    built = json.loads(run.invoke(pack, ["build", str(folder), str(tmp_path), "--key", key, "--json"]).output)
    assert built["signer"] == made["fingerprint"]
    refused = run.invoke(pack, ["install", built["path"]])
    assert isinstance(refused.exception, PackError)
    trusting = ["install", built["path"], "--trust", made["fingerprint"], "--json"]
    installed = json.loads(run.invoke(pack, trusting).output)
    assert (installed["id"], installed["version"], installed["fresh"]) == ("sample-county", 1, True)
    listed = {row["id"]: row for row in json.loads(run.invoke(pack, ["list", "--json"]).output)}
    assert (listed["cn-base"]["shipped"], listed["cn-base"]["signer"]) == (True, "")
    assert listed["sample-county"]["signer"] == made["fingerprint"]
    assert made["fingerprint"] in run.invoke(pack, ["signers"]).output
    assert run.invoke(pack, ["signers", "--forget", made["fingerprint"]]).output.strip() == ""


def test_the_command_line_names_errors_and_ends_with_one(make_pack: MakePack) -> None:
    folder = make_pack(fields="household,sc_x,colour,,,,O,,,,,,living,900,,,甲,甲,A,design,1\n")
    plain = CliRunner().invoke(pack, ["check", str(folder)])
    assert plain.exit_code == 1
    assert plain.output.startswith("dictionary/fields.csv:2:type: “colour” is not known here.")
    machine = json.loads(CliRunner().invoke(pack, ["check", str(folder), "--json"]).output)
    assert machine[0]["code"] == "dictionary.unknown_word"
    assert machine[0]["where"]["row"] == 2
