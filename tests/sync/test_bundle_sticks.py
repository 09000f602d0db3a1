"""What a stick shows before anything is opened: whose bundles, whole or not; and what may be taken off it by a person."""

import json
from pathlib import Path
from typing import Any

import pytest

from fieldapp_sync.authority.pairing import bundle_recipient, trust
from fieldapp_sync.bundles import export_bundle, export_receipt, folder_on, import_bundle, parts_of
from fieldapp_sync.bundles import part as part_module
from fieldapp_sync.bundles.found import bundles_on, removable_on, remove_bundle
from fieldapp_sync.bundles.sticks import mounted, sticks

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def three(make_vault: Any, writer: Any) -> tuple[Any, Any, Any]:
    """Three vaults; a has written, b trusts a."""
    a, b, c = (make_vault(name) for name in "abc")
    for number in range(30):
        writer(a).add_household(str(number), address=f"{number * 7919} " * 60)
    trust(b, a.device.public)
    return a, b, c


def to_stick(a: Any, b: Any, stick: Path, **options: Any) -> tuple[Path, ...]:
    recipient = bundle_recipient(b)
    return parts_of(export_bundle(a, folder_on(stick, recipient), recipient, **options))


def test_several_villages_share_a_stick_and_each_sees_its_own(
    three: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, c = three
    for_b, for_c = to_stick(a, b, tmp_path), to_stick(a, c, tmp_path)
    assert for_b[0].parent != for_c[0].parent

    def opened(*_: object) -> bytes:
        raise AssertionError("a seal was opened")

    monkeypatch.setattr(part_module, "open_sealed", opened)
    (seen,) = bundles_on(tmp_path, b)
    assert (seen.kind, seen.files, seen.is_complete, seen.is_known) == ("bundle", for_b, True, True)
    assert seen.sender == a.device.fingerprint
    assert seen.bytes == sum(file.stat().st_size for file in for_b)
    (stranger,) = bundles_on(tmp_path, c)
    assert (stranger.files, stranger.is_known, len(stranger.sender)) == (for_c, False, 16)
    with pytest.raises(AssertionError, match="a seal was opened"):
        import_bundle(b, *for_b)


def test_missing_parts_and_a_missing_end_are_seen(
    three: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, _ = three
    for name, size in (
        ("writing._LEAST_BODY", 900),
        ("writing.PART_BYTES", 900),
        ("outgoing.SEGMENT_BYTES", 1000),
    ):
        monkeypatch.setattr(f"fieldapp_sync.bundles.{name}", size)
    parts = to_stick(a, b, tmp_path)
    assert len(parts) >= 4
    parts[1].unlink()
    (holed,) = bundles_on(tmp_path, b)
    assert (holed.missing, holed.is_open, holed.is_complete) == ((2,), False, False)
    parts[-1].unlink()
    (cut,) = bundles_on(tmp_path, b)
    assert (cut.missing, cut.is_open) == ((2,), True)
    # The same folder, named itself, shows the same.
    assert bundles_on(parts[0].parent, b) == (cut,)


def test_rubbish_on_a_stick_is_passed_over(three: Any, tmp_path: Path) -> None:
    a, b, _ = three
    good = to_stick(a, b, tmp_path)
    place = good[0].parent
    (place / "rubbish.fab").write_bytes(b"\x00" * 5_000)
    (place / "folder.fab").mkdir()
    (place / "link.fab").symlink_to(good[0])
    (place / "photo.jpg").write_bytes(b"x")
    (place / "a b.fab").write_bytes(good[0].read_bytes())
    line, sealed = good[0].read_bytes().split(b"\n", 1)
    huge = json.loads(line) | {"part": 10**15, "bundle": "f" * 16}
    (place / "huge.fab").write_bytes(json.dumps(huge).encode() + b"\n" + sealed)
    found = bundles_on(tmp_path, b)
    assert {one.files for one in found} == {good, (place / "huge.fab",)}
    assert all(len(one.missing) <= 20_000 for one in found)
    assert bundles_on(tmp_path / "none", b) == ()


def test_bundles_of_the_first_format_are_seen_too(three: Any, tmp_path: Path) -> None:
    _, b, _ = three
    line, sealed = (GOLDEN / "bundle.fab").read_bytes().split(b"\n", 1)
    told = json.loads(line) | {"recipient": bundle_recipient(b)}
    for name in ("bundle-01234567-00001-001.fab", "bundle-01234567-00002-001.fab"):
        (tmp_path / name).write_bytes(json.dumps(told).encode() + b"\n" + sealed)
    assert [len(one.files) for one in bundles_on(tmp_path, b)] == [1, 1]


def test_a_bundle_is_offered_for_removal_when_its_own_receiver_has_confirmed_it_and_goes_by_hand(
    three: Any, tmp_path: Path
) -> None:
    a, b, c = three
    for_b, for_c = to_stick(a, b, tmp_path), to_stick(a, c, tmp_path)
    assert removable_on(tmp_path, a) == ()
    imported = import_bundle(b, *for_b, receipt_to=for_b[0].parent)
    assert removable_on(tmp_path, a) == ()
    (receipt,) = bundles_on(tmp_path, a)
    assert (receipt.kind, receipt.files) == ("receipt", imported.receipts)
    import_bundle(a, *receipt.files, accept=b.device.fingerprint)
    (old,) = removable_on(tmp_path, a)
    assert old.files == for_b
    assert all(file.exists() for file in (*for_b, *for_c))
    remove_bundle(old)
    assert not any(file.exists() for file in for_b)
    assert all(file.exists() for file in for_c)
    assert removable_on(tmp_path, a) == ()


def test_a_part_that_is_missing_there_keeps_the_bundle_from_being_offered(
    three: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, _ = three
    for name, size in (
        ("writing._LEAST_BODY", 900),
        ("writing.PART_BYTES", 900),
        ("outgoing.SEGMENT_BYTES", 1000),
    ):
        monkeypatch.setattr(f"fieldapp_sync.bundles.{name}", size)
    parts = to_stick(a, b, tmp_path)
    for some, offered in ((parts[:-1], 0), (parts[-1:], 1)):
        import_bundle(b, *some)
        receipt = parts_of(export_receipt(b, tmp_path / f"back{offered}", bundle_recipient(a)))
        import_bundle(a, *receipt, accept=b.device.fingerprint)
        assert len(removable_on(tmp_path, a)) == offered


def test_the_mount_table_of_linux_is_read() -> None:
    table = (
        "proc /proc proc rw 0 0\n"
        "/dev/sda1 / ext4 rw 0 0\n"
        "/dev/sdb1 /media/worker/MY\\040STICK vfat rw 0 0\n"
        "/dev/sdc1 /run/media/worker/U盘 exfat rw 0 0\n"
        "tmpfs /mnt/wsl tmpfs rw 0 0\n"
        "/dev/sdd1 /mnt ext4 rw 0 0\n"
        "/dev/sde1 /media ext4 rw 0 0\n"
        "broken\n"
    )
    assert [(str(path), label) for path, label in mounted(table)] == [
        ("/media/worker/MY STICK", "MY STICK"),
        ("/run/media/worker/U盘", "U盘"),
        ("/mnt", "mnt"),
    ]


def test_the_sticks_of_this_computer_are_asked_without_trouble() -> None:
    assert all(stick.path.is_absolute() and stick.free >= 0 for stick in sticks())


def test_the_commands_write_to_a_stick_take_in_and_list(
    three: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner

    from fieldapp_sync.bundles import sticks as sticks_module
    from fieldapp_sync.bundles.commands import bundle

    a, b, _ = three
    monkeypatch.setenv("FIELDAPP_PASSPHRASE", "four invented words here")
    stick = tmp_path / "stick"
    stick.mkdir()
    here = sticks_module.Stick(stick, "STICK", 5_000_000)
    monkeypatch.setattr(sticks_module, "sticks", lambda: (here,))
    key = bundle_recipient(b)
    a.close()
    b.close()

    def run(*words: str, vault: Any) -> Any:
        outcome = CliRunner().invoke(
            bundle, [*words, "--vault", str(vault.path), "--json"], catch_exceptions=False
        )
        return json.loads(outcome.stdout)

    files = run("export", str(stick), "--to", key, "--on-stick", "--no-files", vault=a)["files"]
    assert [Path(file).parent for file in files] == [folder_on(stick, key)]
    (listed,) = run("sticks", vault=b)
    assert (listed["label"], listed["bundles"][0]["files"], listed["bundles"][0]["complete"]) == (
        "STICK",
        files,
        True,
    )
    told = run("import", *files, vault=b)
    assert (told["applied"], told["missing"], told["refusals"]) == (30, [], [])
    assert Path(told["receipt"]).parent.parent == stick / "FieldApp"
    (back,) = run("sticks", vault=a)
    assert [one["files"] for one in back["bundles"]] == [[told["receipt"]]]
