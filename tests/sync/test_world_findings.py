"""What the simulated counties have found, each told as its smallest story."""

from collections.abc import Callable
from typing import Any

from fieldapp.journal.commit import Operation
from fieldapp.store.conflicts import conflicts
from fieldapp.store.save import Change, save, seen_of, write_commit

VILLAGE = "990101001201"


def test_a_person_erased_here_and_ended_there_leaves_no_conflict_that_nobody_can_close(
    make_vault: Any, carry: Callable[[Any, Any], None]
) -> None:
    a, b = make_vault("a"), make_vault("b")
    person = a.new_id()
    save(a, VILLAGE, "edit", [Change("person", person, "add", {"name": "甲甲"})], seen={})
    carry(a, b)
    end = {"ended_on": "2026-01-13", "ended_reason": "moved"}
    save(b, VILLAGE, "edit", [Change("person", person, "end", end)], seen=seen_of(b, VILLAGE))
    with a.transaction():
        erased = {"ended_on": "2026-03-01", "ended_reason": "erased"}
        operation = Operation("person", person, "erase", erased, seen_of(a, VILLAGE))
        write_commit(a, VILLAGE, "erase", (operation,))
    carry(a, b)
    carry(b, a)
    assert conflicts(a) == conflicts(b) == ()
