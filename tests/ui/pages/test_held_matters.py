"""Changes that wait for a review are matters: whose, why, what in words; 1 takes in, 2 turns down for a reason."""

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.store.authority import review
from fieldapp.store.authority.judging import Verdict
from fieldapp.store.intake import receive
from fieldapp.store.records import record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.station_archive import station_folder
from fieldapp.store.streams import chain_at, segments_after
from fieldapp_server.archive import open_archive
from fieldapp_server.serving import listening
from fieldapp_sync.station.station import choose
from fieldapp_ui.desk import Place
from fieldapp_ui.windows.matters import MattersPage
from fieldapp_ui.windows.reason import ReasonDialog

VILLAGE = "990101001201"


def put(vault, *changes):
    return save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))


@pytest.fixture
def late(make_vault):
    """A laptop's household is at the township; an edit of after its revocation is held there."""
    laptop, township = make_vault("laptop"), make_vault("township", role="township", scopes=("990101001",))
    home = put(laptop, Change("household", None, "add", {"household_no": "H7", "address": "old"})).changed[0][
        1
    ]
    (first,) = segments_after(laptop.ledger, VILLAGE, {})
    receive(township.ledger, first)
    put(laptop, Change("household", home, "set", {"address": "new"}))
    (second,) = segments_after(laptop.ledger, VILLAGE, {first.stream: 1})
    verdict = Verdict("review", "revoked", chain=chain_at(laptop.ledger, first.stream, 2))
    review.hold(township.ledger, second, verdict, sender="f" * 64, now_ms=1_573_000_000_000)
    return township, home


@pytest.fixture
def page(late, make_desk, hands, qtbot):
    made = MattersPage(make_desk(late[0]))
    hands.open(made, Place("matters"))
    qtbot.waitUntil(lambda: len(made.matters.matters) == 1, timeout=10_000)
    return made


def states(ledger):
    return ledger.db.execute("select state, why from review").fetchall()


def facts_of(page):
    return dict(page.matters.matters[0].facts)


def test_it_is_said_whose_it_is_why_it_waits_and_what_it_changes(page):
    matter = page.matters.matters[0]
    assert "1 changes" in matter.detail
    assert "after its computer was shut out" in matter.words
    assert any(value == "old → new" for value in facts_of(page).values())
    assert facts_of(page)["Came in"].startswith("2019-11-0")


def test_each_fact_says_of_whom_it_is(late, make_desk, make_vault, qtbot):
    """Two addresses of two households must not read alike."""
    township, home = late
    head = {"household": home, "name": "赵一", "relation": "1", "sex": "1", "birth_date": "1960-01-01"}
    put(township, Change("person", None, "add", head))
    made = MattersPage(make_desk(township))
    made.arrive(Place("matters"))
    qtbot.waitUntil(lambda: len(made.matters.matters) == 1, timeout=10_000)
    assert dict(made.matters.matters[0].facts)["赵一 · Address"] == "old → new"


def test_one_key_takes_it_in(page, late, hands, qtbot):
    township, home = late
    said = []
    page.desk.deeds.happened.connect(lambda _, words: said.append(words))
    page.saved.connect(said.append)
    assert record(township, "household", home).values["address"] == "old"
    hands.type("1")
    qtbot.waitUntil(lambda: not page.matters.matters, timeout=10_000)
    assert record(township, "household", home).values["address"] == "new"
    assert said == ["Taken in"], "nothing wipes the deed's name from the foot"


def test_it_is_turned_down_only_for_a_reason_and_that_is_taken_back(page, late, hands, qtbot):
    township, home = late
    hands.type("2")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ReasonDialog), timeout=10_000)
    hands.type("he had left")
    hands.enter()
    qtbot.waitUntil(lambda: not page.matters.matters, timeout=10_000)
    assert township.db.execute("select state, why from review").fetchall() == [("rejected", "he had left")]
    assert record(township, "household", home).values["address"] == "old"
    assert VILLAGE not in page.desk.deeds.stack.undoText(), "a code of digits names nobody"
    page.desk.deeds.undo()
    page.matters.load()
    qtbot.waitUntil(lambda: len(page.matters.matters) == 1, timeout=10_000)


def test_who_may_not_approve_is_not_asked(late, make_desk, make_vault, hands, qtbot):
    township, _ = late
    team = make_vault("team")
    rows = township.db.execute("select * from review").fetchall()
    with team.transaction():
        team.db.execute(f"insert into review values ({', '.join('?' * len(rows[0]))})", rows[0])
    page = MattersPage(make_desk(team))
    hands.open(page)
    with qtbot.waitSignal(page.matters.changed, timeout=10_000):
        page.matters.load()
    assert page.matters.matters == ()


def test_what_the_stations_hub_holds_stands_there_too_and_the_decision_reaches_the_hub(
    late, make_vault, make_desk, hands, qtbot
):
    township, _ = late
    held = township.db.execute("select * from review").fetchone()
    desk = make_desk(make_vault("desktop", role="township", scopes=("990101001",)))
    with listening("127.0.0.1", 0) as door:
        choose(desk.vault, port=door.getsockname()[1])
    desk.station.attend(desk.vault, desk.tasks)
    desk.station.switch_on()
    try:
        qtbot.waitUntil(lambda: desk.station.state.kind == "on", timeout=120_000)
        with open_archive(station_folder(desk.vault.path), alone=False) as archive, archive.held() as ledger:
            with ledger.transaction():
                marks = ", ".join("?" * len(held))
                ledger.db.execute(f"insert into review values ({marks})", held)
            page = MattersPage(desk)
            hands.open(page, Place("matters"))
            qtbot.waitUntil(lambda: len(page.matters.matters) == 1, timeout=10_000)
            assert "held at your station" in page.matters.matters[0].words
            assert any(value.endswith("new") for value in facts_of(page).values())
            hands.type("2")
            qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ReasonDialog), timeout=10_000)
            hands.type("not true")
            hands.enter()
            qtbot.waitUntil(lambda: states(ledger) == [("rejected", "not true")], timeout=10_000)
            page.matters.load()
            qtbot.waitUntil(lambda: not page.matters.matters, timeout=10_000)
    finally:
        desk.station.stop()
