"""Sync in the window: pair by code, a round with a real hub, a bundle from hand to hand; failures in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from fieldapp.errors import SyncError
from fieldapp.store.copies.epochs import Settled
from fieldapp.store.receipts import waiting
from fieldapp.store.sync_notes import note
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import open_archive
from fieldapp_server.devices import pairing_code
from fieldapp_server.serving import serving
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


def test_the_page_tells_what_happened_and_what_waits_in_words(
    page, hands, qtbot, a_household, vault, tmp_path
):
    a_household(vault)
    with open_archive(tmp_path / "hub") as archive, serving(archive) as url:
        pair(page, hands, qtbot, archive, url)
        page.synchronise()
        qtbot.waitUntil(lambda: "Sent 1" in page.words["now"].text(), timeout=10_000)
    assert page.happened.said[0].startswith(
        "✓ Synchronised with the county: sent 1, received 0. This computer's clock"
    )
    assert page.happened.said[1] == "✓ Paired with the county."
    note(vault, "failed", url, refusal=SyncError("sync.cut", "The connection was cut."))
    note(vault, "round", url, {"sent": 12, "received": 340})
    page.refresh(())
    assert page.happened.said[0] == "✓ Synchronised with the county: sent 12, received 340."
    assert page.happened.said[1] == "✕ Not synchronised: The connection was cut."
    note(vault, "round", url, {"sent": 1}, told=[Settled("behind").finding()])
    page.refresh(())
    assert page.happened.said[0].startswith(
        "■ Synchronised with the county: sent 1, received 0. This vault is an older copy that was put back."
    )


def test_a_conflict_is_counted_and_its_line_jumps_to_where_it_is_decided(
    page, hands, qtbot, a_household, vault, make_vault, carry, write
):
    home = a_household(vault)
    other = make_vault("b")
    carry(vault, other)
    write(vault, "household", home.household, address="东沟组1号")
    write(other, "household", home.household, address="西坡组2号")
    carry(other, vault)
    note(vault, "round", "https://192.0.2.7", {"received": 1, "conflicts": 1})
    went = []
    page.went.connect(went.append)
    page.refresh(())
    qtbot.waitUntil(lambda: bool(page.waits.jumps))
    assert page.waits.said == ["conflicts: two people changed the same thing"]
    for part in (page.waits, page.happened):
        # The page reads itself anew now and then: its lines are taken as they stand when they have the focus.
        qtbot.waitUntil(lambda part=part: part.jumps[0].setFocus() or part.jumps[0].hasFocus())
        hands.press(Qt.Key.Key_Space)
    assert went == [Place("conflicts"), Place("conflicts")]


def test_what_could_not_be_read_says_where_it_is_from_and_what_to_do(page, qtbot, a_household, vault):
    a_household(vault)
    with vault.transaction():
        vault.db.execute(
            "insert into quarantine (stream, seq, reason) select n, 1, 'unknown action' from stream"
        )
    page.refresh(())
    qtbot.waitUntil(lambda: bool(page.waits.said))
    (line,) = page.waits.said
    assert "Install the newest FieldApp" in line
    assert line.endswith("柳树沟村: 1")
    assert vault.replica not in line, "what only a helper needs stands in the tool tip"
    assert any(
        f"{vault.replica}/{VILLAGE}/1: unknown action" in one.toolTip() for one in page.findChildren(QLabel)
    )


def test_the_big_button_opens_the_form_of_the_stick(page, hands):
    page.buttons["export"].setFocus()
    hands.press(Qt.Key.Key_Space)
    assert page.stick.outgoing.isVisible()


def test_pairing_comes_first_until_there_is_a_hub_and_is_folded_away_then(
    page, hands, qtbot, a_household, vault, tmp_path
):
    a_household(vault)
    page.refresh(())
    assert page.url.hasFocus()
    assert page.foot.y() < page.waits.y()
    assert [tier.name for tier in page.exchange.tiers()] == ["Only here"]
    assert "The station gives you an address and a code." in page.state.why.text()
    with open_archive(tmp_path / "hub") as archive, serving(archive) as url:
        pair(page, hands, qtbot, archive, url)
        qtbot.waitUntil(lambda: page.buttons["now"].hasFocus())
        qtbot.waitUntil(lambda: page.foot.y() > page.waits.y())
        assert not page.pairing.isVisible()
        assert page.words["now"].text() == "✓ Paired. Now synchronise."
        page.does["sync.pair"]()
        assert page.url.hasFocus()
        page.url.setText(url)
        page.code.setText("000-000")
        hands.enter()
        qtbot.waitUntil(lambda: page.words["pair"].text().startswith("✕"), timeout=10_000)
        assert page.pairing.isVisible(), "what is wrong is said where it was typed"
        page.arrive(Place("sync"))
        assert not page.pairing.isVisible()
        hands.press(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: "Sent 1" in page.words["now"].text(), timeout=10_000)


def test_what_waits_says_how_it_travels_and_what_arrived_says_how_far(
    page, hands, qtbot, a_household, vault, tmp_path, desk
):
    a_household(vault)
    with open_archive(tmp_path / "hub", tier="township") as archive, serving(archive) as url:
        pair(page, hands, qtbot, archive, url)
        page.synchronise()
        qtbot.waitUntil(lambda: "Sent 1" in page.words["now"].text(), timeout=10_000)
    with vault.transaction():
        vault.db.execute("delete from sync_note")
    note(vault, "round", url, {"sent": 1})
    page.refresh(())
    assert page.state.word.text() == "✓ At the township"
    assert "1 changes are at the township" in page.state.why.text()
    a_household(vault)
    page.refresh(())
    assert page.state.word.text() == "◌ Waiting to be sent"
    assert page.state.why.text().endswith("They go by themselves when there is a network.")
    desk.settings.change(auto_sync=False)
    page.refresh(())
    assert "Press “Synchronise now”" in page.state.why.text()


def test_the_focus_stays_on_the_button_while_a_round_of_its_own_runs(
    page, hands, qtbot, a_household, vault, tmp_path, desk
):
    a_household(vault)
    with open_archive(tmp_path / "hub") as archive, serving(archive) as url:
        pair(page, hands, qtbot, archive, url)
        page.buttons["export"].setFocus()
        desk.rounds.start(desk, by_hand=False)
        assert page.buttons["export"].hasFocus()
        qtbot.waitUntil(lambda: not desk.rounds.busy, timeout=10_000)
        assert page.buttons["export"].hasFocus()
        page.foot.open()
        hands.type("https://192.0.2.9")
        desk.rounds.start(desk, by_hand=False)
        qtbot.waitUntil(lambda: not desk.rounds.busy, timeout=10_000)
        assert page.url.hasFocus()
        assert page.url.text() == "https://192.0.2.9"
