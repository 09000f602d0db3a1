"""Rows that come in great number enter the search index afterwards: none is missed, whatever happens in between."""

import pytest

from fieldapp.journal.commit import Commit, Operation, encode_commit
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.store import hand, open_vault
from fieldapp.store.finding import waiting_rows
from fieldapp.store.finding.find import find
from fieldapp.store.finding.waiting_rows import index_waiting, let_wait
from fieldapp.store.intake import receive
from fieldapp.store.ledger import stream_id

VILLAGE, REPLICA, PASSPHRASE = "990101001201", "elsewhere", "four invented words here"
STREAM = stream_id(REPLICA, VILLAGE)
COUNT = 130


def a_segment(first=1, count=COUNT, **fields):
    some = [
        encode_commit(
            Commit(
                STREAM, VILLAGE, REPLICA, seq, f"0192f3c1a4b2-{seq:04x}", "w", "small@1", "edit",
                (Operation("household", f"h{seq % COUNT}", "set", {"household_no": f"{62000 + seq % COUNT}", **fields},
                           {STREAM: seq - 1}),),
            )
        )
        for seq in range(first, first + count)
    ]  # fmt: skip
    return Segment(STREAM, REPLICA, VILLAGE, first, first + count - 1, join_lines(some))


def waiting(vault):
    return dict(vault.db.execute("select list, first from unindexed").fetchall())


def words(vault):
    vault.db.execute("create virtual table if not exists temp.words using fts5vocab(main, find, instance)")
    return vault.db.execute("select term, doc from words order by 1, 2").fetchall()


def test_many_rows_wait_and_a_search_finds_every_one(vault):
    receive(vault.ledger, a_segment(address="东沟组"))
    assert waiting(vault) == {"household": 1}
    assert len(find(vault, "东沟", limit=COUNT * 2)) == COUNT
    assert waiting(vault) == {}


def test_the_index_is_the_same_as_if_nothing_had_waited(make_vault, monkeypatch):
    later, at_once = make_vault("later"), make_vault("at once")
    receive(later.ledger, a_segment(address="东沟组"))
    assert words(later) == []
    monkeypatch.setattr(waiting_rows, "AT_ONCE", 7)
    index_waiting(later.ledger)
    monkeypatch.setattr(hand, "MANY", COUNT + 1)
    receive(at_once.ledger, a_segment(address="东沟组"))
    assert waiting(at_once) == {}
    assert words(later) == words(at_once) != []


def test_an_edit_of_a_row_that_waits_is_found_as_it_is_now(vault):
    receive(vault.ledger, a_segment(address="东沟组"))
    receive(vault.ledger, a_segment(first=COUNT + 1, count=3, address="西坡组"))
    assert {hit.household for hit in find(vault, "西坡")} == {"h1", "h2", "h3"}
    assert len(find(vault, "东沟", limit=COUNT * 2)) == COUNT - 3


def test_what_waits_when_the_program_ends_is_entered_when_it_opens(vault):
    receive(vault.ledger, a_segment(address="东沟组"))
    path = vault.path
    vault.close()
    with open_vault(path, PASSPHRASE) as again:
        assert waiting(again) == {}
        assert len(find(again, "东沟", limit=COUNT * 2)) == COUNT


def test_a_turn_that_is_cut_is_taken_again(vault, monkeypatch):
    receive(vault.ledger, a_segment(address="东沟组"))
    monkeypatch.setattr(waiting_rows, "AT_ONCE", 50)
    turns, real = [], waiting_rows._index_some

    def cut(ledger):
        real(ledger)
        turns.append(1)
        if len(turns) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(waiting_rows, "_index_some", cut)
    with pytest.raises(KeyboardInterrupt):
        index_waiting(vault.ledger)
    assert waiting(vault) == {"household": 51}, "the second turn was taken back"
    assert len(find(vault, "东沟", limit=COUNT * 2)) == COUNT


def patience(vault):
    """Milliseconds that this connection waits for another's lock."""
    return vault.db.execute("pragma busy_timeout").fetchone()[0]


def test_who_searches_in_the_midst_of_a_round_does_not_wait_for_it(vault, monkeypatch):
    receive(vault.ledger, a_segment(address="东沟组"))
    waited, real = [], waiting_rows.index_waiting
    monkeypatch.setattr(
        waiting_rows, "index_waiting", lambda ledger: (waited.append(patience(vault)), real(ledger))
    )
    in_a_round = vault.sibling()
    with in_a_round.transaction():
        assert find(vault, "东沟") == ()
    in_a_round.close()
    assert waited == [0]
    assert len(find(vault, "东沟", limit=COUNT * 2)) == COUNT
    assert patience(vault) > 1000, "whoever saves waits again"


def test_of_two_beginnings_the_lower_one_counts(vault):
    for first in (40, 7, 90):
        let_wait(vault.ledger, "household", first)
    assert waiting(vault) == {"household": 7}


def test_a_list_that_is_gone_keeps_nobody_waiting(vault):
    let_wait(vault.ledger, "a_list_of_a_former_pack", 1)
    index_waiting(vault.ledger)
    assert waiting(vault) == {}


def test_a_control_that_forgets_what_waits_is_seen(vault, monkeypatch):
    monkeypatch.setattr(hand, "let_wait", lambda *_: None)
    receive(vault.ledger, a_segment(address="东沟组"))
    assert find(vault, "东沟") == ()
