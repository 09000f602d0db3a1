"""Writing to a stick and taking in from it on the sync page, by keys: for whom, what goes, when it may be pulled out."""

import os
import shutil
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import Qt

from fieldapp.keys.certificates import EVERYWHERE, issue
from fieldapp.keys.devices import DeviceKey
from fieldapp.store import Vault
from fieldapp.store.authority.entering import take_certificates
from fieldapp.store.authority.kept import set_anchor
from fieldapp.store.files import attachments
from fieldapp.store.save import Change, save, seen_of
from fieldapp_sync.authority.pairing import trust
from fieldapp_sync.bundles import bundle_recipient, export_bundle, folder_on, import_bundle, parts_of
from fieldapp_sync.bundles.found import removable_on
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.stick import StickPart

VILLAGE = "990101001201"


@pytest.fixture
def team(desk: Desk, colleague: Vault) -> tuple[str, str]:
    """The bundle keys of a mate and of the station, both certified by a root that the vault believes."""
    root, mate = DeviceKey.generate(), DeviceKey.generate()
    ledger = desk.vault.ledger
    set_anchor(ledger, root.public.hex(), "root")
    keys = ("age1mate", bundle_recipient(colleague))
    told = (
        issue(
            root, root.public, name="root", role="hub-central", scopes=EVERYWHERE, issued_ms=1, may_issue=True
        ),
        issue(
            root, mate.public, name="安队员", role="team", scopes=(VILLAGE,), issued_ms=1, recipient=keys[0]
        ),
        issue(
            root,
            colleague.device.public,
            name="柳林镇站",
            role="station",
            scopes=("990101001",),
            issued_ms=1,
            recipient=keys[1],
            may_issue=True,
        ),
    )
    assert take_certificates(ledger, told) == {}
    return keys


@pytest.fixture
def part(qtbot: Any, frame: Frame, desk: Desk) -> StickPart:
    desk.navigator.go(Place("sync"))
    page: Any = frame.page
    assert isinstance(page.stick, StickPart)
    return page.stick


def plugged(qtbot: Any, part: StickPart, sticks: Any) -> Path:
    stick = sticks.plug()
    qtbot.waitUntil(lambda: bool(part.sticks.sticks), timeout=3_000)
    return Path(stick)


def wait_said(qtbot: Any, part: StickPart) -> str:
    qtbot.waitUntil(lambda: part.outcome.said.isVisible() and not part.sticks.busy, timeout=20_000)
    return part.outcome.words


def photo(vault: Vault, size: int, seed: int = 1) -> None:
    ref = attachments.put(vault, Random(seed).randbytes(size))
    home = Change("household", None, "add", {"household_no": f"P{seed}", "photo": ref})
    save(vault, VILLAGE, "edit", [home], seen=seen_of(vault, VILLAGE))


def test_the_station_stands_first_and_enter_writes_what_it_has_not_confirmed(
    qtbot: Any, part: StickPart, desk: Desk, colleague: Vault, team: Any, sticks: Any
) -> None:
    stick = plugged(qtbot, part, sticks)
    part.ask_export()
    form = part.outgoing
    assert [form.receiver.itemText(at) for at in range(form.receiver.count())] == [
        "柳林镇站 (station)",
        "安队员",
    ]
    qtbot.waitUntil(lambda: form.goes.text().startswith("13 changes"))
    qtbot.keyClick(form.press, Qt.Key.Key_Space)
    told = wait_said(qtbot, part)
    assert told.startswith("✓ Written for 柳林镇站: one bundle of 1 files, ")
    assert told.endswith("with 13 changes.\nYou may pull out KINGSTON now.")
    files = list(folder_on(stick, team[1]).iterdir())
    trust(colleague, desk.vault.device.public)
    assert import_bundle(colleague, *files).applied == 13


def test_what_it_has_confirmed_is_counted_no_more(
    qtbot: Any, part: StickPart, desk: Desk, colleague: Vault, team: Any, sticks: Any, tmp_path: Path
) -> None:
    plugged(qtbot, part, sticks)
    first = export_bundle(desk.vault, tmp_path / "out", team[1])
    trust(colleague, desk.vault.device.public)
    (receipt,) = import_bundle(colleague, first, receipt_to=tmp_path / "back").receipts
    import_bundle(desk.vault, receipt)
    part.ask_export()
    qtbot.waitUntil(lambda: "only receipts go" in part.outgoing.goes.text())
    photo(desk.vault, 40_000)
    part.ask_export()
    qtbot.waitUntil(lambda: part.outgoing.goes.text().startswith("1 changes"))
    assert part.outgoing.photos.text() == "With 1 photos and files, 40 KB"


def test_it_may_be_pulled_out_only_after_every_new_folder_lies_on_the_medium(
    qtbot: Any, part: StickPart, team: Any, sticks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = plugged(qtbot, part, sticks)
    synced: list[str] = []
    fsync = os.fsync

    def noted(handle: int) -> None:
        fsync(handle)
        place = str(Path(f"/proc/self/fd/{handle}").readlink())
        if place.startswith(str(stick)):
            assert part.sticks.busy, "told before it was true"
            synced.append(place)

    monkeypatch.setattr(os, "fsync", noted)
    part.ask_export(stick)
    part.outgoing.write()
    assert "pull out" in wait_said(qtbot, part)
    folder = folder_on(stick, team[1])
    assert synced[-3:] == [str(folder), str(folder.parent), str(stick)]
    assert any(place.endswith(".part") for place in synced)


def test_several_parts_are_told_as_one_bundle_and_photos_may_stay(
    qtbot: Any, part: StickPart, desk: Desk, team: Any, sticks: Any
) -> None:
    stick = plugged(qtbot, part, sticks)
    photo(desk.vault, 5_000_000)
    moved: list[tuple[int, int]] = []
    part.sticks.progressed.connect(lambda done, total: moved.append((done, total)))
    part.ask_export(stick)
    qtbot.waitUntil(part.outgoing.photos.isVisible)
    part.outgoing.write()
    assert "one bundle of 2 files, 5.0 MB" in wait_said(qtbot, part)
    assert moved[-1][0] == moved[-1][1] > 4_900_000
    shutil.rmtree(stick / "FieldApp")
    part.ask_export(stick)
    qtbot.waitUntil(part.outgoing.photos.isVisible)
    qtbot.keyClick(part.outgoing.photos, Qt.Key.Key_Space)
    part.outgoing.write()
    assert "one bundle of 1 files" in wait_said(qtbot, part)


def test_stopped_it_leaves_nothing_on_the_stick_and_says_so(
    qtbot: Any, part: StickPart, desk: Desk, team: Any, sticks: Any
) -> None:
    stick = plugged(qtbot, part, sticks)
    for seed in range(3):
        photo(desk.vault, 5_000_000, seed)
    part.ask_export(stick)
    part.outgoing.write()
    qtbot.waitUntil(lambda: part.sticks.done > 2_000_000, timeout=10_000)
    part.outcome.stop.setFocus()
    qtbot.keyClick(part.outcome.stop, Qt.Key.Key_Space)
    assert wait_said(qtbot, part).startswith("✕ Stopped. Nothing of this bundle was left on the stick")
    assert list(folder_on(stick, team[1]).iterdir()) == []


def test_pulled_out_in_the_middle_it_is_a_sentence_and_the_next_time_goes(
    qtbot: Any, part: StickPart, desk: Desk, team: Any, sticks: Any
) -> None:
    stick = plugged(qtbot, part, sticks)
    for seed in range(3):
        photo(desk.vault, 5_000_000, seed)
    part.ask_export(stick)
    part.outgoing.write()
    qtbot.waitUntil(lambda: part.sticks.done > 2_000_000, timeout=10_000)
    sticks.pull()
    assert wait_said(qtbot, part).startswith("✕ KINGSTON was pulled out too early. Nothing is lost here")
    assert not stick.exists()
    sticks.plug()
    qtbot.waitUntil(lambda: bool(part.sticks.sticks), timeout=3_000)
    part.ask_export(stick)
    part.outgoing.write()
    assert "You may pull out KINGSTON now." in wait_said(qtbot, part)


def test_a_folder_that_a_stick_left_behind_is_no_stick(
    qtbot: Any, part: StickPart, team: Any, sticks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = plugged(qtbot, part, sticks)
    # Unmounted and not noticed yet; the folder it was mounted on is still there, on this computer's own disk.
    sticks.there.clear()
    part.ask_export(stick)
    part.outgoing.write_to(stick)
    assert "KINGSTON was pulled out too early" in wait_said(qtbot, part)
    assert list(stick.iterdir()) == []


def test_a_stick_that_goes_while_it_is_taken_in_is_a_sentence_and_what_is_in_is_whole(
    qtbot: Any, part: StickPart, desk: Desk, colleague: Vault, sticks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    trust(desk.vault, colleague.device.public)
    own, stick = bundle_recipient(desk.vault), sticks.plug()
    for seed in range(3):
        photo(colleague, 3_000_000, seed)
        export_bundle(colleague, folder_on(stick, own), own)
    qtbot.waitUntil(lambda: bool(part.sticks.sticks and part.sticks.sticks[0].new), timeout=3_000)
    from fieldapp_ui.editing import stick_taking

    take, taken = stick_taking.import_bundle, []

    def pulled(*arguments: Any, **options: Any) -> Any:
        taken.append(take(*arguments, **options))
        sticks.pull()
        return taken[-1]

    monkeypatch.setattr(stick_taking, "import_bundle", pulled)
    part.ask_import()
    qtbot.keyClick(part.incoming.take[0], Qt.Key.Key_Space)
    told = wait_said(qtbot, part)
    assert len(taken) == 1
    assert "KINGSTON was pulled out too early" in told
    assert told.startswith("✕")
    assert "may not be on the stick" in told
    assert "You may pull out" not in told


def test_without_a_receiver_it_is_said_beside_the_field_and_a_pasted_key_is_one(
    qtbot: Any, part: StickPart, colleague: Vault, sticks: Any
) -> None:
    stick = plugged(qtbot, part, sticks)
    part.ask_export()
    form = part.outgoing
    assert form.receiver.hasFocus() or form.receiver.lineEdit().hasFocus()
    qtbot.keyClick(form.receiver.lineEdit(), Qt.Key.Key_Return)
    assert form.wrong.text().startswith("✕ Choose for whom")
    qtbot.keyClicks(form.receiver.lineEdit(), bundle_recipient(colleague))
    qtbot.keyClick(form.receiver.lineEdit(), Qt.Key.Key_Return)
    assert wait_said(qtbot, part).startswith("✓ Written for age1")
    assert folder_on(stick, bundle_recipient(colleague)).is_dir()


def test_old_confirmed_bundles_go_when_a_person_says_so(
    qtbot: Any, part: StickPart, desk: Desk, colleague: Vault, team: Any, sticks: Any
) -> None:
    stick = plugged(qtbot, part, sticks)
    old = parts_of(export_bundle(desk.vault, folder_on(stick, team[1]), team[1]))
    trust(colleague, desk.vault.device.public)
    import_bundle(desk.vault, *import_bundle(colleague, *old, receipt_to=stick / "back").receipts)
    qtbot.waitUntil(lambda: bool(part.sticks.sticks[0].removable), timeout=5_000)
    part.ask_export(stick)
    assert part.outgoing.old.text().startswith("1 old bundles on it")
    assert all(file.exists() for file in old)
    qtbot.keyClick(part.outgoing.remove, Qt.Key.Key_Space)
    assert wait_said(qtbot, part) == "✓ 1 old bundles were removed.\nYou may pull out KINGSTON now."
    assert removable_on(stick, desk.vault) == ()
    assert not any(file.exists() for file in old)
