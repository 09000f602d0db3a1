"""DATA.md's rule read a second time, and the control that it sees what a store shows otherwise."""

import importlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("histories.page")


def line(page: ModuleType, stream: str, seq: int, time: int, fields: dict[str, Any], **more: Any) -> Any:
    operation = {"l": "household", "i": "h1", "a": "set", "f": fields, **more}
    told = {"q": seq, "t": f"{time:012x}-0000", "w": "w", "v": "small@1", "k": "edit", "o": [operation]}
    return page.Line(stream, f"replica {stream}", seq, json.dumps(told).encode())


def page_of(page: ModuleType, *lines: Any) -> Any:
    return page.page_of(page.writes_of(lines, {"name": "g", "number": "g"})["household", "h1"])


def test_concurrent_values_stand_side_by_side_and_the_later_clock_is_shown(page: ModuleType) -> None:
    a, b = line(page, "a", 1, 5, {"phone": "1"}), line(page, "b", 1, 7, {"phone": "2"})
    for order in ((a, b), (b, a), (a, b, a)):
        found = page_of(page, *order)
        assert found.values == {"phone": "2"}
        assert found.beside == {("phone", "a", 1)}
    seen = line(page, "a", 2, 6, {"phone": "3"}, seen=[["a", 1], ["b", 1]])
    assert page_of(page, a, b, seen) == page.Page({"phone": "3"}, frozenset())


def test_equal_clocks_follow_the_replica_and_equal_values_stay_side_by_side(page: ModuleType) -> None:
    a, b = line(page, "a", 1, 5, {"phone": "1"}), line(page, "b", 1, 5, {"phone": "1"})
    assert page_of(page, a, b).beside == {("phone", "a", 1)}


def test_an_end_yields_to_an_edit_that_nobody_who_ended_it_had_seen(page: ModuleType) -> None:
    edit = line(page, "b", 1, 5, {"phone": "1"})
    end = line(page, "a", 1, 7, {"ended_on": "2026-01-01"})
    assert page_of(page, edit, end) == page.Page({"phone": "1"}, frozenset({("ended", "a", 1)}))
    knowing = line(page, "a", 2, 8, {"ended_on": "2026-01-01"}, seen=[["a", 1], ["b", 1]])
    assert page_of(page, edit, end, knowing).values == {"phone": "1", "ended_on": "2026-01-01"}


def test_a_group_merges_as_one_and_a_resolution_closes_what_it_names(page: ModuleType) -> None:
    a = line(page, "a", 1, 5, {"name": "x", "number": "1"})
    b = line(page, "b", 1, 7, {"number": "2"})
    assert page_of(page, a, b) == page.Page({"number": "2"}, frozenset({("g", "a", 1)}))
    chosen = line(page, "b", 2, 8, {"name": "x", "number": "1"}, closes=[["a", 1], ["b", 1]])
    assert page_of(page, a, b, chosen) == page.Page({"name": "x", "number": "1"}, frozenset())


@pytest.mark.parametrize(
    "spoil",
    [
        "update household set phone = '0' where id = (select min(id) from household)",
        "delete from household where id = (select min(id) from household)",
        "insert into conflict (list, record, field, stream, seq, time, value) "
        "select 'household', id, 'phone', 1, 1, '', '{}' from household limit 1",
    ],
)
def test_a_table_that_says_otherwise_than_the_log_is_seen(
    page: ModuleType, make_vault: Any, writer: Any, spoil: str
) -> None:
    paging = importlib.import_module("worlds.paging")
    vault = make_vault("a")
    home = writer(vault).add_household("1")
    writer(vault).set(home, phone="13900000001")
    paging.check_page("a", vault.ledger, paging.lines_in(vault.ledger))
    vault.db.execute(spoil)
    with pytest.raises(paging.Disagreement):
        paging.check_page("a", vault.ledger, paging.lines_in(vault.ledger))
