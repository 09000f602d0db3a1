"""Pieces read ahead: in order, with a word where the next is waited for, and what came before a failure comes first."""

from collections.abc import Iterator
from threading import Event
from threading import enumerate as threads

import pytest

from fieldapp_sync.rounds.arriving import Arriving


def test_pieces_come_in_order_and_a_source_that_is_slow_is_told() -> None:
    go_on = Event()

    def source() -> Iterator[bytes]:
        yield b"1"
        assert go_on.wait(10)
        yield from (b"2", b"3")

    came: list[bytes | None] = []
    for piece in Arriving(source()):
        came.append(piece)
        # Whoever is told that nothing is here would be waiting now.
        if piece is None and b"1" in came:
            go_on.set()
    assert [piece for piece in came if piece is not None] == [b"1", b"2", b"3"]
    assert None in came[came.index(b"1") : came.index(b"2")]


def test_a_failure_comes_after_all_that_came_before_it() -> None:
    def source() -> Iterator[bytes]:
        yield from (b"1", b"", b"2")
        raise ConnectionError("gone")

    came: list[bytes | None] = []
    with pytest.raises(ConnectionError, match="gone"):
        came.extend(Arriving(source()))
    # `extend` keeps what it was given before the failure.
    assert [piece for piece in came if piece is not None] == [b"1", b"", b"2"]


def test_who_leaves_early_leaves_the_source_too() -> None:
    left = Event()

    def source() -> Iterator[bytes]:
        try:
            while True:
                yield b"more"
        finally:
            left.set()

    pieces = iter(Arriving(source()))
    while next(pieces) is None:
        pass
    pieces.close()  # type: ignore[attr-defined]
    assert left.wait(10)
    for thread in threads():
        if thread.name == "arriving":
            thread.join(10)
