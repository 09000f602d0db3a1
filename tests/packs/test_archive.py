"""Pack files: the same bytes from the same folder, signed, damage and strange entries refused, a control beside each."""

import hashlib
import io
import json
import stat
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from fieldapp.errors import PackError
from fieldapp.keys.devices import DeviceKey
from fieldapp.packs.archive import MANIFEST_FILE, build_pack, read_pack_file
from fieldapp.packs.entries import MOST_FILES, write_entries
from fieldapp.packs.signing import SIGNATURE_FILE, signed
from fieldapp.resources import resource

MakePack = Callable[..., Path]
KEY = DeviceKey(b"\1" * 32)


def entries_of(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(file: Path, **changes: bytes) -> Path:
    """The pack file with entries replaced or added, its manifest as it was."""
    file.write_bytes(write_entries({**entries_of(file), **changes}))
    return file


def signed_again(file: Path, key: DeviceKey, **changes: bytes) -> Path:
    """The pack file as somebody else would make it: entries replaced, manifest and signature made to fit."""
    contents = {**entries_of(file), **changes}
    manifest = json.loads(contents.pop(MANIFEST_FILE))
    contents.pop(SIGNATURE_FILE)
    manifest["files"] = {name: hashlib.sha256(body).hexdigest() for name, body in contents.items()}
    body = json.dumps(manifest).encode()
    file.write_bytes(write_entries({**contents, MANIFEST_FILE: body, SIGNATURE_FILE: signed(body, key)}))
    return file


def code_of(file: Path) -> str:
    with pytest.raises(PackError) as raised:
        read_pack_file(file)
    assert "{" not in str(raised.value)
    return raised.value.code


@pytest.fixture
def file(make_pack: MakePack, tmp_path: Path) -> Path:
    """A pack file that is in order: the control of every refusal."""
    built = build_pack(make_pack(), tmp_path, KEY)
    assert read_pack_file(built.path).edition == "sample-county@1"
    return built.path


def test_the_same_folder_and_key_give_the_same_bytes(tmp_path: Path) -> None:
    one = build_pack(resource("packs", "water-points"), tmp_path / "one.fieldpack", KEY)
    two = build_pack(resource("packs", "water-points"), tmp_path / "two.fieldpack", KEY)
    assert one.path.read_bytes() == two.path.read_bytes()
    assert one.sha256 == two.sha256
    assert (one.edition, one.signer) == ("water-points@1", KEY.fingerprint)


def test_a_pack_file_says_who_signed_it(file: Path) -> None:
    taken = read_pack_file(file)
    assert taken.signer.fingerprint == KEY.fingerprint
    assert json.loads(taken.envelope[SIGNATURE_FILE])["algorithm"] == "ed25519"
    assert MANIFEST_FILE not in taken.contents


def test_a_pack_with_errors_is_not_built(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack(fields="household,sc_x,colour,,,,O,,,,,,living,900,,,甲,甲,A,design,1\n")
    with pytest.raises(PackError, match="1 errors"):
        build_pack(folder, tmp_path, KEY)
    assert list(tmp_path.glob("*.fieldpack")) == []


def test_links_and_hidden_files_stay_out_of_a_pack(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack()
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / ".hidden").write_text("x", "utf-8")
    (folder / "plain.txt").write_text("x", "utf-8")
    contents = read_pack_file(build_pack(folder, tmp_path, KEY).path).contents
    assert "plain.txt" in contents
    assert not {"link.txt", ".hidden"} & set(contents)


@pytest.mark.parametrize(
    "name, code",
    [
        ("dictionary/lists.csv", "pack.damaged"),
        ("extra.txt", "pack.damaged"),
        ("../outside.txt", "pack.member"),
        ("a/../../outside.txt", "pack.member"),
        ("/etc/outside.txt", "pack.member"),
        ("a\\b.txt", "pack.member"),
        ("C:x.txt", "pack.member"),
        ("aux.csv", "pack.member"),
        ("dots./x.csv", "pack.member"),
        ("PACK.yaml", "pack.member"),
        (MANIFEST_FILE, "pack.no_manifest"),
        (SIGNATURE_FILE, "pack.not_signed"),
    ],
)
def test_a_changed_file_is_refused(file: Path, name: str, code: str) -> None:
    assert code_of(rewritten(file, **{name: b"{}"})) == code


def test_a_signature_of_another_pack_is_refused(file: Path, make_pack: MakePack, tmp_path: Path) -> None:
    other = build_pack(make_pack("other-county"), tmp_path, KEY)
    assert (
        code_of(rewritten(file, **{SIGNATURE_FILE: entries_of(other.path)[SIGNATURE_FILE]})) == "pack.forged"
    )


def test_a_manifest_changed_with_its_files_does_not_fit_the_signature(file: Path) -> None:
    before = entries_of(file)[SIGNATURE_FILE]
    changed = signed_again(file, DeviceKey.generate(), **{"dictionary/lists.csv": b"x"})
    assert code_of(rewritten(changed, **{SIGNATURE_FILE: before})) == "pack.forged"


def test_a_strangers_signature_fits_but_names_the_stranger(file: Path) -> None:
    stranger = DeviceKey.generate()
    taken = read_pack_file(signed_again(file, stranger, **{"help/more.md": b"more"}))
    assert taken.signer.fingerprint == stranger.fingerprint != KEY.fingerprint


def test_an_unknown_algorithm_is_named(file: Path) -> None:
    envelope = {**json.loads(entries_of(file)[SIGNATURE_FILE]), "algorithm": "sphincs"}
    assert (
        code_of(rewritten(file, **{SIGNATURE_FILE: json.dumps(envelope).encode()}))
        == "pack.unknown_algorithm"
    )


def test_a_manifest_that_names_another_version_is_refused(file: Path) -> None:
    heading = entries_of(file)["pack.yaml"].replace(b"version: 1", b"version: 9")
    assert code_of(signed_again(file, KEY, **{"pack.yaml": heading})) == "pack.damaged"


@pytest.mark.parametrize("cut", [0, 1, 100, 1000])
def test_a_cut_file_is_refused(file: Path, cut: int) -> None:
    file.write_bytes(file.read_bytes()[:cut])
    assert code_of(file) == "pack.file"


def zipped(members: Mapping[str, bytes], compression: int = zipfile.ZIP_STORED, mode: int = 0) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", compression) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name)
            info.create_system, info.external_attr = 3, mode << 16
            archive.writestr(info, content, compression)
    return body.getvalue()


def test_a_zip_bomb_is_refused_before_it_is_unpacked(file: Path, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.fieldpack"
    bomb.write_bytes(zipped({**entries_of(file), "zeros": bytes(19_000_000)}, zipfile.ZIP_DEFLATED))
    assert bomb.stat().st_size < 100_000
    assert code_of(bomb) == "pack.member"


def test_links_and_devices_in_a_zip_are_refused(file: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd.fieldpack"
    odd.write_bytes(zipped(entries_of(file), mode=stat.S_IFREG | 0o644))
    assert read_pack_file(odd).edition == "sample-county@1"
    for kind in (stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO):
        odd.write_bytes(zipped(entries_of(file), mode=kind | 0o644))
        assert code_of(odd) == "pack.member"


def test_too_many_files_and_too_large_a_file_are_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.fieldpack"
    large.write_bytes(zipped({"x": bytes(20_000_001)}))
    assert code_of(large) == "pack.size"
    large.write_bytes(zipped({f"f{n}": b"" for n in range(MOST_FILES + 1)}))
    assert code_of(large) == "pack.size"


def test_a_name_that_stands_twice_is_refused(file: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(file, "a") as archive:
        archive.writestr("pack.yaml", b"id: other")
    assert code_of(file) == "pack.member"
