"""What the simulated counties have found, each told as its smallest story."""

from collections.abc import Callable
from typing import Any

from fieldapp.journal.commit import Commit, Operation, encode_commit
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.store.conflicts import conflicts
from fieldapp.store.intake import receive
from fieldapp.store.ledger import stream_id
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


def test_a_conflict_about_a_field_of_a_newer_edition_waits_for_who_knows_it(
    make_vault: Any, writer: Any
) -> None:
    vault = make_vault("a")
    home = writer(vault).add_household("1")
    stream = stream_id("newer", VILLAGE)
    lines = [
        encode_commit(
            Commit(
                stream,
                VILLAGE,
                "newer",
                seq,
                f"0192f3c1a4b2-000{seq}",
                "w",
                "xx@9",
                "edit",
                (Operation("household", home, "set", {"xx_colour": f"colour {seq}"}),),
            )
        )
        for seq in (1, 2)
    ]
    receive(vault.ledger, Segment(stream, "newer", VILLAGE, 1, 2, join_lines(lines)))
    # Both values are kept; nothing is asked that an answer could not be written to.
    assert vault.db.execute("select count(*) from conflict").fetchone()[0] == 1
    assert conflicts(vault) == ()


def test_a_record_that_two_villages_write_ends_the_same_in_whatever_order_the_commits_come(
    make_vault: Any,
) -> None:
    segments = [
        Segment(
            stream_id("r", scope),
            "r",
            scope,
            1,
            1,
            join_lines(
                [
                    encode_commit(
                        Commit(
                            stream_id("r", scope),
                            scope,
                            "r",
                            1,
                            "0192f3c1a4b2-0001",
                            "w",
                            "cn-base@1",
                            "edit",
                            (Operation("household", "one", "add", {"household_no": scope}),),
                        )
                    )
                ]
            ),
        )
        for scope in (VILLAGE, "990101001202")
    ]
    shown = []
    for name, order in (("a", segments), ("b", segments[::-1])):
        vault = make_vault(name, VILLAGE, "990101001202")
        for segment in order:
            receive(vault.ledger, segment)
        shown.append(vault.db.execute("select scope, household_no from household").fetchall())
    assert shown[0] == shown[1]
