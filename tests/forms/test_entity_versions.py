"""Offline entities (ODK entities specification 2024.1): versions counted from commits, and commits from versions."""

from fieldapp.forms import EntityVersion
from fieldapp.forms.outcome.entity_versions import Write, in_order, seen_at, version_of
from fieldapp.journal.commit import Dot

LINE = "replica-a/household/h-1"


def _write(seq: int, central: bool = False, stream: str = "a") -> Write:
    return Write(Dot(stream, seq), f"0192f3c1a4b2-{seq:04}", central)


def test_an_entity_as_it_came_from_the_server_has_its_trunk_as_base() -> None:
    version = version_of([_write(1, True), _write(2, True)], LINE)
    assert (version.base, version.trunk) == ("2", "2")
    assert version.branch


def test_an_entity_made_offline_has_no_trunk() -> None:
    version = version_of([_write(1)], LINE)
    assert (version.base, version.trunk) == ("1", "")


def test_an_entity_nobody_wrote_has_no_version() -> None:
    assert (version_of([], LINE).base, version_of([], LINE).trunk) == ("", "")


def test_base_counts_up_within_one_branch_while_trunk_stands() -> None:
    writes = [_write(1, True), _write(2)]
    first = version_of(writes[:1], LINE)
    second = version_of(writes, LINE, before=first)
    third = version_of([*writes, _write(3)], LINE, before=second)
    assert [one.base for one in (first, second, third)] == ["1", "2", "3"]
    assert {one.trunk for one in (first, second, third)} == {"1"}
    assert len({one.branch for one in (first, second, third)}) == 1


def test_a_branch_goes_on_when_the_server_has_taken_only_its_first_part() -> None:
    before = EntityVersion("3", "1", "b-1")
    taken = [_write(1, True), _write(2, True), _write(3, True), _write(4)]
    assert version_of(taken, LINE, before=before) == EntityVersion("4", "1", "b-1")


def test_a_new_branch_begins_when_the_server_has_everything() -> None:
    before = EntityVersion("2", "1", "b-1")
    version = version_of([_write(1, True), _write(2, True), _write(3, True)], LINE, before=before)
    assert (version.base, version.trunk) == ("3", "3")
    assert version.branch not in ("b-1", version_of([_write(1, True)], LINE).branch)


def test_two_laptops_never_share_a_branch() -> None:
    writes = [_write(1, True)]
    assert version_of(writes, LINE).branch != version_of(writes, "replica-b/household/h-1").branch


def test_what_the_server_holds_counts_before_what_is_only_here() -> None:
    here, there = _write(1), Write(Dot("b", 1), "0192f3c1a4b9-0001", True)
    assert in_order([here, there]) == (there, here)


def test_a_base_version_says_which_commits_were_seen() -> None:
    writes = [_write(1, True), Write(Dot("b", 7), "0192f3c1a4b2-0002", True), _write(3)]
    assert seen_at(writes, "1") == {"a": 1}
    assert seen_at(writes, "2") == {"a": 1, "b": 7}
    assert seen_at(writes, "9") == {"a": 3, "b": 7}
    assert seen_at(writes, "") == {}
