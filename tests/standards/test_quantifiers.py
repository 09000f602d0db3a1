"""none, every, total and latest against an oracle in Python's own three-valued logic, on random rows with NULLs."""

import sqlite3
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.register.declarations import Dictionary, FieldSpec, ListSpec
from fieldapp.standards.compiler import compile_set
from fieldapp.standards.model import Criterion, MemberList, Need, StandardSet, Words

W = Words("", "", "")
DICTIONARY = Dictionary(
    lists={
        "home": ListSpec("home", "", "uuid", "", "", "", ""),
        "home_year": ListSpec("home_year", "home", "year", "", "", "", ""),
        "item": ListSpec("item", "home", "uuid", "", "", "", ""),
    },
    fields={
        "home": (),
        "home_year": (FieldSpec("home_year", "empty", "bool"), FieldSpec("home_year", "k", "int")),
        "item": tuple(FieldSpec("item", key, "int") for key in ("p", "q", "v", "d")),
    },
)
RULES = {
    "none": "none(item, p = 1 and not (q = 1 or q = k))",
    "every": "every(item, p = 1 or q <> k)",
    "total": "total(item, v, p = 1) < 3",
    "latest": "latest(item, d, p = 1)",
    "mixed": "not none(item, q = 0) and (k = 1 or total(item, v + k, q in (0, 2)) >= 2)",
}
Truth = bool | None


@dataclass(frozen=True)
class Item:
    p: int | None
    q: int | None
    v: int | None
    d: int | None


def no(a: Truth) -> Truth:
    return None if a is None else not a


def both(a: Truth, b: Truth) -> Truth:
    return False if a is False or b is False else None if a is None or b is None else True


def either(a: Truth, b: Truth) -> Truth:
    return no(both(no(a), no(b)))


def same(a: int | None, b: int | None) -> Truth:
    return None if a is None or b is None else a == b


def none_of(values: list[Truth], empty: Truth) -> Truth:
    if not values:
        return empty
    return False if True in values else None if None in values else True


def total_of(pairs: list[tuple[Truth, int | None]], empty: Truth) -> int | None:
    """The sum over every way the unknown conditions and values could be filled in, where it is one."""
    if not pairs:
        return 0 if empty else None
    for condition, value in pairs:
        if (condition is not False and value is None) or (condition is None and value != 0):
            return None
    return sum(value or 0 for condition, value in pairs if condition)


def latest_of(items: list[Item], as_of: int, empty: Truth) -> Truth:
    if any(item.d is None for item in items):
        return None
    days = [item.d for item in items if item.d is not None and item.d <= as_of]
    values = [same(item.p, 1) for item in items if days and item.d == max(days)]
    return none_of([no(value) for value in values], empty)


def oracle(items: list[Item], empty: int | None, k: int | None) -> dict[str, Truth]:
    vacuous = True if empty == 1 else None
    total = total_of([(same(i.p, 1), i.v) for i in items], vacuous)
    shifted = [None if i.v is None or k is None else i.v + k for i in items]
    wanted = [either(same(i.q, 0), same(i.q, 2)) for i in items]
    mixed = total_of(list(zip(wanted, shifted, strict=True)), vacuous)
    return {
        "none": none_of([both(same(i.p, 1), no(either(same(i.q, 1), same(i.q, k)))) for i in items], vacuous),
        "every": none_of([no(either(same(i.p, 1), no(same(i.q, k)))) for i in items], vacuous),
        "total": None if total is None else total < 3,
        "latest": latest_of(items, 5, vacuous),
        "mixed": both(
            no(none_of([same(i.q, 0) for i in items], vacuous)),
            either(same(k, 1), None if mixed is None else mixed >= 2),
        ),
    }


def a_set() -> StandardSet:
    criteria = tuple(
        Criterion(name, W, W, rule, "", (Need(("k",)),), (), (), ("test",)) for name, rule in RULES.items()
    )
    lists = {"item": MemberList("item", "item", "empty")}
    return StandardSet("s", W, "1", "household", "home_year", "12-31", (), criteria, lists)


COMPILED = compile_set(a_set(), DICTIONARY)
small = st.none() | st.integers(0, 2)


@pytest.fixture(scope="module")
def db():
    db = sqlite3.connect(":memory:")
    for statement in (
        "create table home (id, scope, ended_on)",
        "create table home_year (id, home, year, ended_on, empty, k)",
        "create table item (id, home, ended_on, p, q, v, d)",
        "insert into home values ('h', '99', null)",
    ):
        db.execute(statement)
    yield db
    db.close()


@settings(max_examples=400, deadline=None)
@given(
    items=st.lists(st.builds(Item, small, small, small, st.none() | st.integers(4, 6)), max_size=4),
    empty=st.none() | st.integers(0, 1),
    k=small,
)
def test_sql_answers_as_three_valued_logic_does(db, items, empty, k):
    db.execute("delete from item")
    db.execute("delete from home_year")
    db.execute("insert into home_year values ('y', 'h', 2019, null, ?, ?)", (empty, k))
    rows = [(n, i.p, i.q, i.v, i.d) for n, i in enumerate(items)]
    db.executemany("insert into item values (?, 'h', null, ?, ?, ?, ?)", rows)
    db.execute(
        "insert into item values ('gone', 'h', '2019-01-01', 1, 0, 9, 5)"
    )  # an ended record never counts
    cursor = db.execute(COMPILED.verdicts, {"scope": "99", "year": 2019, "as_of": 5})
    row = dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))
    answers = {
        c.criterion.id: None if row[c.verdict] is None else row[c.verdict] == 1 for c in COMPILED.criteria
    }
    assert answers == oracle(items, empty, k)


@settings(max_examples=200, deadline=None)
@given(
    items=st.lists(
        st.builds(Item, small, small, small, st.none() | st.integers(4, 6)), min_size=1, max_size=3
    ),
    k=small,
    data=st.data(),
)
def test_learning_a_fact_never_turns_an_answer_round(items, k, data):
    """Monotone: filling in one unknown changes "not known" at most, never met into not met or back."""
    before = oracle(items, None, k)
    at = data.draw(st.integers(0, len(items) - 1))
    key = data.draw(st.sampled_from("pqv"))
    if getattr(items[at], key) is not None:
        return
    known = {name: getattr(items[at], name) for name in "pqvd"} | {key: data.draw(st.integers(0, 2))}
    after = oracle([*items[:at], Item(**known), *items[at + 1 :]], None, k)
    assert all(after[name] == truth for name, truth in before.items() if truth is not None)


def test_a_bare_aggregate_would_have_said_met_which_is_why_it_is_refused():
    """The failing control: the plain SQL of the same rule reads a missing fact as met."""
    db = sqlite3.connect(":memory:")
    try:
        db.execute("create table item (s)")
        db.execute("insert into item values (null)")
        assert db.execute("select count(*) filter (where s = 'out') = 0 from item").fetchone() == (1,)
    finally:
        db.close()
