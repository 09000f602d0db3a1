"""The rules of the merge one by one, and every order of three small operations."""

from itertools import permutations, product

from fieldapp.journal.commit import Dot, Operation, Value
from fieldapp.journal.merge import (
    EMPTY,
    ENDED,
    RecordState,
    apply_operation,
    marks_of,
    open_conflicts,
    shown_values,
)

GROUPS = {"bank_name": "bank", "bank_account": "bank"}
Write = tuple[Operation, Dot, str]


def a_write(
    stream: str,
    seq: int = 1,
    *,
    seen: dict[str, int] | None = None,
    at: int = 1,
    closes: tuple[Dot, ...] = (),
    **fields: Value,
) -> Write:
    action = "resolve" if closes else "set"
    operation = Operation("person", "r", action, fields, seen or {}, closes=closes)  # type: ignore[arg-type]
    return operation, Dot(stream, seq), f"{at:012x}-0000"


def after(*writes: Write) -> RecordState:
    state = EMPTY
    for operation, dot, time in writes:
        state = apply_operation(
            state, operation, dot=dot, time=time, replica=f"of {dot.stream}", groups=GROUPS
        )
    return state


def test_a_later_edit_by_someone_who_saw_the_first_replaces_it() -> None:
    state = after(a_write("a", phone="1", at=9), a_write("b", phone="2", seen={"a": 1}, at=1))
    assert shown_values(state) == {"phone": "2"}
    assert open_conflicts(state) == {}


def test_concurrent_edits_show_the_higher_clock_and_keep_the_other() -> None:
    state = after(a_write("a", phone="1", at=9), a_write("b", phone="2", at=1))
    assert shown_values(state) == {"phone": "1"}
    assert [s.fields["phone"] for s in open_conflicts(state)["phone"].siblings] == ["1", "2"]


def test_equal_clocks_are_ordered_by_replica() -> None:
    state = after(a_write("b", phone="2"), a_write("a", phone="1"))
    assert shown_values(state) == {"phone": "2"}


def test_equal_concurrent_values_are_no_conflict_but_keep_their_order() -> None:
    state = after(a_write("a", phone="1"), a_write("b", phone="1", at=2))
    assert open_conflicts(state) == {}
    assert [s.dot.stream for s in state.cells["phone"].siblings] == ["b", "a"]


def test_edits_of_different_fields_do_not_conflict() -> None:
    state = after(a_write("a", phone="1"), a_write("b", status="ill"))
    assert shown_values(state) == {"phone": "1", "status": "ill"}
    assert open_conflicts(state) == {}


def test_a_group_merges_as_one_and_what_is_not_named_is_null() -> None:
    state = after(a_write("a", bank_name="x", bank_account="1", at=9), a_write("b", bank_account="2"))
    assert shown_values(state) == {"bank_name": "x", "bank_account": "1"}
    assert open_conflicts(state)["bank"].siblings[1].fields == {"bank_name": None, "bank_account": "2"}


def test_a_resolution_closes_what_it_names_even_before_it_arrives() -> None:
    resolution = a_write("c", phone="3", seen={"a": 1}, closes=(Dot("a", 1), Dot("b", 1)))
    for order in permutations((a_write("a", phone="1"), a_write("b", phone="2", at=7), resolution)):
        state = after(*order)
        assert shown_values(state) == {"phone": "3"}
        assert open_conflicts(state) == {}


def test_an_edit_by_someone_who_saw_one_side_leaves_the_other_in_conflict() -> None:
    state = after(
        a_write("a", phone="1"), a_write("b", phone="2"), a_write("c", phone="3", seen={"a": 1}, at=5)
    )
    assert [s.fields["phone"] for s in open_conflicts(state)["phone"].siblings] == ["3", "2"]


def test_an_end_against_an_edit_shows_the_edit_and_keeps_the_end_as_a_conflict() -> None:
    end = a_write("a", 2, ended_on="2026-01-05", ended_reason="moved", seen={"a": 1}, at=9)
    for order in permutations((a_write("a", phone="1"), end, a_write("b", phone="2", seen={"a": 1}))):
        state = after(*order)
        assert shown_values(state) == {"phone": "2", "ended_on": None, "ended_reason": None}
        assert open_conflicts(state)[ENDED].siblings[0].fields["ended_on"] == "2026-01-05"


def test_a_contested_end_takes_hold_when_someone_who_saw_the_edit_ends_it_again() -> None:
    contested = (a_write("a", ended_on="2026-01-05"), a_write("b", phone="2"))
    again = a_write("c", ended_on="2026-01-05", seen={"a": 1, "b": 1}, closes=(Dot("a", 1),))
    state = after(*contested, again)
    assert shown_values(state) == {"phone": "2", "ended_on": "2026-01-05", "ended_reason": None}
    assert open_conflicts(state) == {}


def test_an_edit_of_a_contested_record_does_not_let_the_end_take_hold() -> None:
    edits = (a_write("b", phone="2"), a_write("b", 2, phone="3", seen={"a": 1, "b": 1}))
    state = after(a_write("a", ended_on="2026-01-05"), *edits)
    assert shown_values(state)["ended_on"] is None
    assert list(open_conflicts(state)) == [ENDED]


def test_a_correction_that_says_the_end_again_is_no_conflict() -> None:
    correction = a_write("b", phone="2", ended_on="2026-01-05", seen={"a": 1})
    state = after(a_write("a", ended_on="2026-01-05"), correction)
    assert shown_values(state)["ended_on"] == "2026-01-05"
    assert open_conflicts(state) == {}


def test_applying_twice_changes_nothing() -> None:
    writes = (a_write("a", phone="1"), a_write("b", phone="2"), a_write("a", 2, phone="3", seen={"a": 1}))
    assert after(*writes, *writes) == after(*writes)


def test_a_line_that_claims_to_have_seen_itself_stays_visible() -> None:
    state = after(a_write("a", phone="1", seen={"a": 99}), a_write("b", phone="2", closes=(Dot("b", 1),)))
    assert {s.fields["phone"] for s in state.cells["phone"].siblings} == {"1", "2"}


def test_two_resolutions_that_close_each_other_raise_nothing() -> None:
    state = after(
        a_write("a", phone="1", closes=(Dot("b", 1),)), a_write("b", phone="2", closes=(Dot("a", 1),))
    )
    assert shown_values(state) == {}
    assert marks_of(state) == {}


def test_three_replicas_by_three_writes_give_one_result_in_every_order() -> None:
    """Every choice of what the second and third writer had seen, every kind of the third, all six orders."""
    checked = 0
    for second_saw, third_saw_first, third_saw_second in product((False, True), repeat=3):
        for kind in ("edit", "end", "resolve"):
            seen_by_third = {
                **({"a": 1} if third_saw_first else {}),
                **({"b": 1} if third_saw_second else {}),
            }
            third = {
                "edit": lambda seen: a_write("c", phone="3", seen=seen, at=2),
                "end": lambda seen: a_write("c", ended_on="2026-01-05", seen=seen, at=2),
                "resolve": lambda seen: a_write("c", phone="3", seen=seen, closes=(Dot("a", 1),)),
            }[kind](seen_by_third)
            writes = (
                a_write("a", phone="1", at=3),
                a_write("b", phone="2", seen={"a": 1} if second_saw else {}),
                third,
            )
            states = [after(*order) for order in permutations(writes)]
            assert all(state == states[0] for state in states)
            checked += len(states)
    assert checked == 144
