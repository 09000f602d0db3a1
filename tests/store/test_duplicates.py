"""One number in two records is saved and received like any other, and becomes a task for a person."""

from pathlib import Path

import pytest

from fieldapp.store import create_vault
from fieldapp.store.intake import receive
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import segments_after
from fieldapp.store.twins.duplicates import duplicates, reopen, settle
from fieldapp.store.undo import undo

VILLAGE, OTHER_VILLAGE = "990101001201", "990101001202"


@pytest.fixture
def laptop(tmp_path: Path):
    made = []

    def make(name: str, *scopes: str):
        vault = create_vault(
            tmp_path / name / "d.vault",
            "four invented words here",
            worker=name,
            role="collector",
            scopes=scopes or (VILLAGE, OTHER_VILLAGE),
            packs=("cn-base",),
            escrow_recovery=False,
        )
        made.append(vault)
        return vault

    yield make
    for vault in made:
        vault.close()


def a_member(vault, number: str, scope: str = VILLAGE) -> str:
    home, person = vault.new_id(), vault.new_id()
    changes = [
        Change("household", home, "add", {"household_no": f"H{person}"}),
        Change("person", person, "add", {"household": home, "name": "样本", "id_no": number}),
    ]
    save(vault, scope, "edit", changes, seen=seen_of(vault, scope))
    return person


def test_a_number_entered_twice_is_kept_and_becomes_one_task(laptop):
    vault = laptop("a")
    first, third = a_member(vault, "N1"), a_member(vault, "N2", OTHER_VILLAGE)
    assert duplicates(vault) == (), "the control: different numbers do not clash"
    second = a_member(vault, "N1", OTHER_VILLAGE)
    (task,) = duplicates(vault)
    assert (task.list, task.field, {task.record, task.other}) == ("person", "id_no", {first, second})
    correction = Change("person", second, "set", {"id_no": "N3"})
    corrected = save(vault, OTHER_VILLAGE, "edit", [correction], seen=seen_of(vault, OTHER_VILLAGE))
    assert duplicates(vault) == ()
    undo(vault, corrected.dot)
    assert duplicates(vault) == (task,)
    settle(vault, task)
    save(vault, VILLAGE, "edit", [Change("person", first, "set", {"sex": "1"})], seen=seen_of(vault, VILLAGE))
    assert duplicates(vault) == (), "settled is not asked again"
    reopen(vault, task)
    assert duplicates(vault) == (task,), "settled too soon: asked again"
    settle(vault, task)
    ended = Change("person", third, "end", {"ended_on": "2019-01-01"})
    save(vault, OTHER_VILLAGE, "edit", [ended], seen=seen_of(vault, OTHER_VILLAGE))
    a_member(vault, "N2")
    assert duplicates(vault) == (), "who has left does not clash"


def test_a_number_that_arrives_by_sync_clashes_too_within_the_workers_villages(laptop):
    a, b, narrow = laptop("a"), laptop("b"), laptop("narrow", VILLAGE)
    a_member(a, "N1", OTHER_VILLAGE)
    for vault in (b, narrow):
        a_member(vault, "N1")
        for segment in segments_after(a.ledger, OTHER_VILLAGE, {}):
            receive(vault.ledger, segment)
    assert len(duplicates(b)) == 1
    assert duplicates(narrow) == (), "the other record is not this worker's to see"


def test_two_households_of_one_number_are_a_task(laptop):
    vault = laptop("a")
    for _ in range(2):
        save(vault, VILLAGE, "edit", [Change("household", None, "add", {"household_no": "H1"})], seen={})
    assert [(task.list, task.field) for task in duplicates(vault)] == [("household", "household_no")]
