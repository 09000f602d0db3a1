"""The page of packs by keys: a file taken in once its signer is compared, and an open window that goes on with it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from fieldapp.errors import PackError
from fieldapp.keys.devices import DeviceKey
from fieldapp.packs.archive import build_pack
from fieldapp.packs.editing import add_field, set_version
from fieldapp.packs.places import installed_root
from fieldapp.packs.trust import trusted_signers
from fieldapp.register.declarations import FieldSpec
from fieldapp.store import Vault
from fieldapp.store.records import rows
from fieldapp.store.save import Change, save, seen_of
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.packs import take_pack, vault_packs
from fieldapp_ui.editing.workshop import begin_upon
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.pack_news import PackNews
from fieldapp_ui.windows.pack_signer import SignerDialog
from fieldapp_ui.windows.packs import PacksPage

VILLAGE = "990101001201"
OFFICE, STRANGER = DeviceKey(b"\1" * 32), DeviceKey(b"\2" * 32)
Key = Qt.Key

PackFile = Callable[..., Path]


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Installed packs go under the test's folder, never into the machine's."""
    monkeypatch.setattr("fieldapp.packs.places.user_data_path", lambda *names, **options: tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def pack_file(tmp_path: Path) -> PackFile:
    """A signed file of a county's pack: a field "orchard" upon cn-base; `fields` are further ones."""

    def making(version: int = 1, key: DeviceKey = OFFICE, fields: tuple[str, ...] = ()) -> Path:
        from fieldapp.packs.places import shipped_folder

        base = shipped_folder("cn-base")
        assert base is not None
        folder = tmp_path / "data" / "workshop" / "demo-county"
        if not folder.exists():
            begin_upon(base, "示范县", "demo-county", "dc_")
            add_field(folder, _field("dc_orchard", "有果园"))
        for name in fields:
            add_field(folder, _field(name, "大棚"))
        set_version(folder, version)
        return build_pack(folder, tmp_path, key).path

    return making


def _field(key: str, label: str) -> FieldSpec:
    words = {"zh_hans": label, "zh_hant": label, "en": label}
    return FieldSpec("household", key, "bool", section="overview", order=900, **words)


def packs_page(qtbot: Any, frame: Frame, desk: Desk) -> PacksPage:
    desk.navigator.go(Place("packs"))
    assert isinstance(frame.page, PacksPage)
    page = frame.page
    qtbot.waitUntil(lambda: any(one.hasFocus() for one in page.buttons))
    return page


def words_of(page: PacksPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel))


def test_the_settings_lead_to_the_packs_of_this_register(qtbot: Any, frame: Frame, desk: Desk) -> None:
    desk.navigator.go(Place("settings"))
    link = frame.page.links["packs"]  # type: ignore[union-attr]
    qtbot.keyClick(link, Key.Key_Space)
    page = frame.page
    assert isinstance(page, PacksPage)
    assert "cn-base, version" in words_of(page)
    assert "came with the program" in words_of(page)
    assert page.why_not("packs.upgrade")


def test_a_signer_nobody_confirmed_is_compared_before_anything_is_installed(
    qtbot: Any, frame: Frame, desk: Desk, pack_file: PackFile
) -> None:
    page = packs_page(qtbot, frame, desk)
    page.take(pack_file())
    qtbot.waitUntil(lambda: page.findChild(SignerDialog) is not None)
    dialog = page.findChild(SignerDialog)
    assert dialog is not None
    shown = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert all(group in shown for group in OFFICE.fingerprint.split())
    assert not dialog.go.isEnabled()
    assert trusted_signers(installed_root()) == {}
    qtbot.keyClick(dialog.compared, Key.Key_Space)
    qtbot.keyClick(dialog.compared, Key.Key_Return)
    qtbot.waitUntil(lambda: "demo-county@1 is installed" in page.said.text())
    assert list(trusted_signers(installed_root())) == [OFFICE.fingerprint]


def test_a_pack_from_another_signer_than_before_is_asked_about_again(
    qtbot: Any, frame: Frame, desk: Desk, pack_file: PackFile
) -> None:
    take_pack(pack_file(1), date(2019, 11, 13), OFFICE.fingerprint)
    other = pack_file(2, STRANGER, ("dc_barn",))
    with pytest.raises(PackError) as refused:
        take_pack(other, date(2019, 11, 13))
    assert refused.value.params["fingerprint"] == STRANGER.fingerprint
    page = packs_page(qtbot, frame, desk)
    page.take(other)
    qtbot.waitUntil(lambda: page.findChild(SignerDialog) is not None)
    page.findChild(SignerDialog).reject()  # type: ignore[union-attr]
    assert not (installed_root() / "demo-county@2").exists()


def test_what_is_no_pack_is_refused_with_a_sentence(
    qtbot: Any, frame: Frame, desk: Desk, tmp_path: Path
) -> None:
    page = packs_page(qtbot, frame, desk)
    (tmp_path / "letter.fieldpack").write_bytes(b"not a pack")
    page.take(tmp_path / "letter.fieldpack")
    qtbot.waitUntil(lambda: page.said.text().startswith("✕"))


def test_the_open_window_goes_on_with_the_new_dictionary(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, pack_file: PackFile, households: Callable[[int], str]
) -> None:
    take_pack(pack_file(), date(2019, 11, 13), OFFICE.fingerprint)
    page = packs_page(qtbot, frame, desk)
    assert not vault.dictionary.has_field("household", "dc_orchard")
    folder = installed_root() / "demo-county@1"
    page.show_news((folder,))
    dialog = page.findChild(PackNews)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.go.hasFocus(), timeout=10_000)
    assert "有果园" in " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert not vault.dictionary.has_field("household", "dc_orchard")
    qtbot.keyClick(dialog.go, Key.Key_Space)
    qtbot.waitUntil(lambda: vault.dictionary.has_field("household", "dc_orchard"), timeout=10_000)
    assert "demo-county@1" in vault.edition
    change = Change("household", households(1), "set", {"dc_orchard": 1})
    save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
    found: list[Any] = []
    desk.tasks.start_with_vault(
        lambda sibling, handle: rows(sibling, "household", VILLAGE, where={"dc_orchard": 1}),
        done=found.extend,
    )
    qtbot.waitUntil(lambda: bool(found))
    assert isinstance(frame.page, PacksPage)
    assert frame.page is not page
    assert "demo-county" in words_of(frame.page)


def test_a_newer_version_is_offered_and_taken_by_keys(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, pack_file: PackFile
) -> None:
    from fieldapp.store.upgrading import upgrade_packs

    take_pack(pack_file(), date(2019, 11, 13), OFFICE.fingerprint)
    upgrade_packs(vault, [installed_root() / "demo-county@1"])
    take_pack(pack_file(2, OFFICE, ("dc_barn",)), date(2019, 11, 13))
    assert [one.newer for one in vault_packs(vault, desk.texts) if one.newer] == [2]
    page = packs_page(qtbot, frame, desk)
    assert "version 2" in QApplication.focusWidget().text()
    qtbot.keyClick(page.buttons[0], Key.Key_Return)
    dialog = page.findChild(PackNews)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.go.hasFocus(), timeout=10_000)
    qtbot.keyClick(dialog.go, Key.Key_Space)
    qtbot.waitUntil(lambda: vault.dictionary.has_field("household", "dc_barn"), timeout=10_000)
