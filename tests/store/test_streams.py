"""What a log gives to others: packed bodies as they lie, chains at any place; what is stored first, projected later."""

import pytest
import zstandard

from fieldapp.errors import VaultError
from fieldapp.journal.commit import Commit, Operation, encode_commit
from fieldapp.journal.sealed import unseal
from fieldapp.journal.stream import CHAIN_START, Segment, chain_after, join_lines
from fieldapp.store import log
from fieldapp.store.doctor import examine
from fieldapp.store.intake import Received, receive, store_segment
from fieldapp.store.ledger import stream_id
from fieldapp.store.projecting import project
from fieldapp.store.records import count
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import chain_at, digest, segments_after

VILLAGE = "990101001201"
REPLICA = "elsewhere"
STREAM = stream_id(REPLICA, VILLAGE)


def lines(count):
    return [
        encode_commit(
            Commit(
                STREAM, VILLAGE, REPLICA, seq, f"0192f3c1a4b2-{seq:04x}", "w", "small@1", "edit",
                (Operation("household", f"h{seq}", "add", {"address": "东沟组" * 30, "household_no": f"{seq}"}),),
            )
        )
        for seq in range(1, count + 1)
    ]  # fmt: skip


def a_segment(some, first=1, packed=b""):
    return Segment(STREAM, REPLICA, VILLAGE, first, first + len(some) - 1, join_lines(some), packed)


def interrupted(*_):
    raise KeyboardInterrupt


def bodies(vault):
    return [row[0] for row in vault.db.execute("select body from segment order by first").fetchall()]


def test_a_large_piece_is_kept_as_it_came_packed_and_goes_on_as_it_is(make_vault):
    a, b = make_vault("a"), make_vault("b")
    some = lines(400)
    frame = zstandard.ZstdCompressor(level=19).compress(join_lines(some))
    receive(a.ledger, a_segment(some, packed=frame))
    assert bodies(a) == [frame]
    (sent,) = segments_after(a.ledger, VILLAGE, {}, size=len(join_lines(some)))
    assert (sent.packed, sent.lines) == (frame, join_lines(some))
    receive(b.ledger, sent)
    assert bodies(b) == [frame]
    assert digest(a.ledger, VILLAGE) == digest(b.ledger, VILLAGE)


@pytest.mark.parametrize("packed", [b"nonsense", zstandard.ZstdCompressor().compress(b"x")])
def test_a_frame_that_is_not_these_lines_is_not_kept(vault, packed):
    some = lines(400)
    receive(vault.ledger, a_segment(some, packed=packed))
    (body,) = bodies(vault)
    assert unseal(body) == join_lines(some)


@pytest.mark.parametrize(
    "body", [b"nonsense", b"k\0\0\0\x09nonsense", zstandard.ZstdCompressor().compress(b"{}" * 99)[:-3]]
)
def test_a_piece_of_the_log_that_does_not_open_is_said(vault, body):
    receive(vault.ledger, a_segment(lines(400)))
    assert examine(vault) == ()
    vault.db.execute("update segment set body = ?", [body])
    vault.db.conn.commit()
    log.forget()
    with pytest.raises(VaultError) as refused:
        list(segments_after(vault.ledger, VILLAGE, {}))
    assert refused.value.code == "vault.damaged"
    assert "doctor.unreadable" in [one.code for one in examine(vault)]


def test_small_segments_are_cut_out_of_large_ones(vault):
    some = lines(400)
    receive(vault.ledger, a_segment(some))
    sent = list(segments_after(vault.ledger, VILLAGE, {STREAM: 7}, size=16_384))
    assert len(sent) > 3
    assert all(len(one.lines) <= 16_384 + 1 and not one.packed for one in sent)
    assert b"".join(one.lines for one in sent) == join_lines(some[7:])
    assert [one.first for one in sent] == [8, *(one.last + 1 for one in sent[:-1])]


def test_the_chain_is_told_after_any_sequence(vault):
    some = lines(420)
    receive(vault.ledger, a_segment(some[:400]))
    receive(vault.ledger, a_segment(some[400:], 401))
    assert chain_at(vault.ledger, STREAM, 0) == CHAIN_START
    for seq in (1, 399, 400, 401, 419, 420):
        assert chain_at(vault.ledger, STREAM, seq) == chain_after(CHAIN_START, join_lines(some[:seq]))
    for stream, seq in ((STREAM, 421), ("unknown", 1)):
        assert chain_at(vault.ledger, stream, seq) is None


def test_what_is_stored_first_stands_in_the_tables_after_projecting(make_vault):
    a, b = make_vault("a"), make_vault("b")
    some = lines(25)
    segment = a_segment(some)
    assert receive(a.ledger, segment).applied == 25
    assert store_segment(b.ledger, segment) == Received(applied=25)
    assert store_segment(b.ledger, segment) == Received(ignored=25)
    assert (count(b, "household"), seen_of(b, VILLAGE)) == (0, {})
    assert digest(a.ledger, VILLAGE) == digest(b.ledger, VILLAGE)
    assert [project(b.ledger, limit=10) for _ in range(4)] == [10, 10, 5, 0]
    assert count(b, "household") == 25
    assert seen_of(b, VILLAGE) == {STREAM: 25}


def test_a_projection_that_is_cut_off_goes_on_where_the_tables_are(vault, monkeypatch):
    store_segment(vault.ledger, a_segment(lines(30)))
    project(vault.ledger, limit=10)
    with monkeypatch.context() as patch:
        patch.setattr("fieldapp.store.projecting._follow_clock", interrupted)
        with pytest.raises(KeyboardInterrupt):
            project(vault.ledger, limit=10)
    assert count(vault, "household") == 10
    while project(vault.ledger, limit=10):
        pass
    assert count(vault, "household") == 30


def test_a_save_and_a_segment_come_after_what_waits(vault):
    some = lines(12)
    store_segment(vault.ledger, a_segment(some[:10]))
    saved = save(vault, VILLAGE, "edit", [Change("household", None, "add", {"address": "here"})], seen={})
    assert count(vault, "household") == 11
    store_segment(vault.ledger, a_segment(some[:11]))
    assert receive(vault.ledger, a_segment(some[11:], 12)).applied == 1
    assert count(vault, "household") == 13
    assert seen_of(vault, VILLAGE) == {STREAM: 12, saved.dot.stream: 1}
