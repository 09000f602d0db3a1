"""Sync in the window: pair by code, a round with a real hub, a bundle from hand to hand; failures in words."""

import pytest
from PySide6.QtCore import Qt

from fieldapp.store.receipts import waiting
from fieldapp.store.records import count
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account, pairing_code
from fieldapp_server.archive import open_archive
from fieldapp_server.serving import serving
from fieldapp_sync.bundles import bundle_recipient
from fieldapp_ui.desk import Place
from fieldapp_ui.windows.sync import SyncPage

VILLAGE = "990101001201"


@pytest.fixture
def page(desk, hands):
    made = SyncPage(desk)
    hands.open(made, Place("sync"))
    return made


def pair(page, hands, qtbot, archive, url) -> None:
    add_account(archive, "team", "team", (VILLAGE,))
    page.pairing.url.setFocus()
    hands.type(url)
    page.pairing.code.setFocus()
    hands.type(pairing_code(archive, "team", now_ms()))
    hands.enter()
    qtbot.waitUntil(lambda: page.exchange.pairing is not None, timeout=10_000)


def test_pairing_and_a_round_by_keys_bring_the_saves_to_the_hub(
    page, hands, qtbot, a_household, vault, tmp_path
):
    a_household(vault)
    with open_archive(tmp_path / "hub") as archive, serving(archive) as url:
        pair(page, hands, qtbot, archive, url)
        assert page.buttons["now"].isEnabled()
        page.buttons["now"].setFocus()
        hands.press(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: "Sent 1" in page.words["now"].text(), timeout=10_000)
    assert waiting(vault).here == 0
    assert not page.exchange.busy
    assert any(tier.when for tier in page.exchange.tiers())


def test_a_hub_that_does_not_answer_is_said_beside_the_button_and_nothing_is_lost(
    page, hands, qtbot, a_household, vault, tmp_path
):
    a_household(vault)
    with open_archive(tmp_path / "hub") as archive, serving(archive) as url:
        pair(page, hands, qtbot, archive, url)
    page.synchronise()
    qtbot.waitUntil(lambda: page.words["now"].text().startswith("✕"), timeout=10_000)
    assert waiting(vault).here == 1
    assert page.buttons["now"].isEnabled()


def test_a_wrong_code_is_said_in_words(page, hands, qtbot, tmp_path):
    with open_archive(tmp_path / "hub") as archive, serving(archive) as url:
        add_account(archive, "team", "team", (VILLAGE,))
        page.pairing.url.setText(url)
        page.pairing.code.setText("000-000")
        page.pairing.code.setFocus()
        hands.enter()
        qtbot.waitUntil(lambda: page.words["pair"].text().startswith("✕"), timeout=10_000)
    assert page.exchange.pairing is None


def test_without_a_hub_the_button_is_grey_and_says_why(page):
    assert not page.buttons["now"].isEnabled()
    assert "Pair" in page.buttons["now"].toolTip()


def test_a_bundle_goes_from_one_laptop_to_another_after_the_digits_were_compared(
    page, hands, qtbot, a_household, vault, make_vault, make_desk, tmp_path
):
    a_household(vault)
    other = make_vault("b")
    page.ask_export()
    page.recipient.setEditText(bundle_recipient(other))
    page.export_to(tmp_path)
    qtbot.waitUntil(lambda: page.words["export"].text().startswith("✓"), timeout=10_000)
    there = SyncPage(make_desk(other))
    hands.open(there, Place("sync"))
    there.exchange.take_in(sorted(tmp_path.glob("*.fab")))
    qtbot.waitUntil(lambda: there._stranger.isVisible(), timeout=10_000)
    assert there._digits.text() == vault.device.fingerprint
    assert count(other, "household") == 0
    there.accept_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: there.words["import"].text().startswith("✓"), timeout=10_000)
    assert count(other, "household") == 1


def test_a_bundle_for_nobody_is_refused_beside_its_button(page, qtbot, tmp_path):
    page.ask_export()
    page.recipient.setEditText("age1nobody")
    page.export_to(tmp_path)
    qtbot.waitUntil(lambda: page.words["export"].text().startswith("✕"), timeout=10_000)
