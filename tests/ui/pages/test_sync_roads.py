"""From what is wrong to its cure by keys: another certificate, a wrong fingerprint, a hub that is gone and comes back."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from fieldapp.store.receipts import waiting
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import open_archive
from fieldapp_server.certificate import certificate_fingerprint, own_certificate
from fieldapp_server.devices import pairing_code
from fieldapp_server.serving import listening, serving
from fieldapp_sync.authority.pairing_text import pairing_code_text
from fieldapp_ui.desk import Place
from fieldapp_ui.windows.sync import SyncPage

VILLAGE = "990101001201"


@pytest.fixture
def page(desk, hands, a_household, vault):
    a_household(vault)
    made = SyncPage(desk)
    hands.open(made, Place("sync"))
    return made


@pytest.fixture
def port():
    with listening("127.0.0.1", 0) as door:
        return door.getsockname()[1]


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "hub") as made:
        add_account(made, "team", "team", (VILLAGE,))
        yield made


def a_certificate(folder):
    folder.mkdir()
    return own_certificate(folder, "127.0.0.1")


def the_line(archive, url, pem) -> str:
    code = pairing_code(archive, "team", now_ms())
    return pairing_code_text(url, code, certificate_fingerprint(pem))


def paired_by_line(page, hands, qtbot, line) -> None:
    page.url.setFocus()
    page.url.clear()
    hands.type(line)
    assert page.pairing.press.hasFocus()
    hands.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.exchange.pairing is not None and not page.exchange.busy, timeout=20_000)


def a_round(page, hands, qtbot) -> str:
    page.words["now"].clear()
    page.buttons["now"].setFocus()
    hands.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(page.words["now"].text()), timeout=20_000)
    return page.words["now"].text()


def test_another_certificate_sends_nothing_and_pairing_anew_by_keys_goes_on(
    page, hands, qtbot, archive, tmp_path, port, vault
):
    first, second = (a_certificate(tmp_path / name) for name in ("one", "two"))
    with serving(archive, certificate=first, port=port) as url:
        paired_by_line(page, hands, qtbot, the_line(archive, url, first))
    with serving(archive, certificate=second, port=port) as url:
        said = a_round(page, hands, qtbot)
        assert said.startswith("✕")
        assert "does not show the certificate it was paired with" in said
        assert waiting(vault).here == 1
        assert page.state.word.text() == "✕ Failed"
        assert "Compare the fingerprint with your station" in page.state.why.text()
        assert page.state.why.text().endswith("Nothing is lost: what you write is saved on this computer.")
        page.foot.anew.setFocus()
        hands.press(Qt.Key.Key_Space)
        assert page.url.hasFocus()
        hands.type(the_line(archive, url, second))
        hands.press(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: page.words["now"].text().startswith("✓"), timeout=20_000)
        assert a_round(page, hands, qtbot).startswith("✓ Sent 1")
    assert waiting(vault).here == 0


def test_a_wrong_fingerprint_is_refused_before_the_code_leaves_and_the_code_is_still_good(
    page, hands, qtbot, archive, tmp_path, port
):
    pem = a_certificate(tmp_path / "one")
    with serving(archive, certificate=pem, port=port) as url:
        code = pairing_code(archive, "team", now_ms())
        right = certificate_fingerprint(pem)
        wrong = right.translate(str.maketrans("0123456789abcdef", "123456789abcdef0"))
        page.url.setText(url)
        page.code.setText(code)
        page.pairing.pin.setText(wrong)
        page.pairing.pin.setFocus()
        hands.enter()
        qtbot.waitUntil(lambda: page.words["pair"].text().startswith("✕"), timeout=20_000)
        assert page.exchange.pairing is None
        assert (page.code.text(), page.url.text()) == (code, url), "nothing typed is lost"
        page.pairing.pin.setText(right)
        page.pairing.pin.setFocus()
        hands.enter()
        qtbot.waitUntil(lambda: page.exchange.pairing is not None, timeout=20_000)


def test_a_hub_that_is_gone_and_comes_back_needs_one_key(page, hands, qtbot, archive, port, vault):
    with serving(archive, port=port) as url:
        page.url.setText(url)
        page.code.setText(pairing_code(archive, "team", now_ms()))
        page.code.setFocus()
        hands.enter()
        qtbot.waitUntil(lambda: page.exchange.pairing is not None, timeout=20_000)
        qtbot.waitUntil(page.buttons["now"].hasFocus)
    assert "does not answer" in a_round(page, hands, qtbot)
    assert page.buttons["now"].hasFocus()
    assert waiting(vault).here == 1
    with serving(archive, port=port):
        assert a_round(page, hands, qtbot).startswith("✓ Sent 1")
    assert page.state.word.text().startswith("✓") or "clock" in page.words["now"].text()


def test_a_pairing_that_failed_while_the_page_was_left_is_told_when_the_worker_is_back(
    page, hands, qtbot, archive, tmp_path, port, vault
):
    pem = a_certificate(tmp_path / "one")
    with serving(archive, certificate=pem, port=port) as url:
        paired_by_line(page, hands, qtbot, the_line(archive, url, pem))
    page.foot.open()
    page.url.setText(f"http://127.0.0.1:{port}")
    page.code.setText("AAAA-BBBB")
    page.code.setFocus()
    hands.press(Qt.Key.Key_Return)
    page.hide()
    page.resize(1000, 400)
    qtbot.waitUntil(lambda: not page.exchange.busy, timeout=20_000)
    page.show()
    page.arrive(Place("sync"))
    assert page.pairing.isVisible()
    assert page.pairing.said.text().startswith("✕ ")
    assert page.url.hasFocus()
    qtbot.waitUntil(lambda: page.area.viewport().rect().contains(shown_in(page, page.pairing.said)))
    page.arrive(Place("sync"))
    assert not page.pairing.isVisible(), "read once, it is over"
    assert page.pairing.said.text() == ""


def shown_in(page, widget) -> QRect:
    return QRect(widget.mapTo(page.area.viewport(), QPoint(0, 0)), widget.size())
