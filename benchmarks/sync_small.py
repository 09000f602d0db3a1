"""Every history of three replicas and three saves, in every order of opening, saving and delivering, against the oracle.

`python benchmarks/sync_small.py` plays the whole model, `--kinds 4` the smaller one of the suite. What a save does is one
of KINDS (one cell, a group, an end, a resolution …), who makes which save is any of the ways to share three, and the
clocks stand in any order. Of each such plan all interleavings are walked: a form opens, is saved any time later, and a
commit reaches each other replica at any time. Plans are walked over states; two interleavings that lead to exactly the
same state (what each holds and what its merge has made of it) go on alike and are walked once. `--bug` as sync_histories.
"""

import argparse
import itertools
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from histories.faults import BUGS, spoilt_seen, spoilt_state
from histories.truth import Disagreement, Truth
from histories.world import GROUPS, RECORDS, VILLAGES

from fieldapp.journal.commit import Commit, Dot, Operation, Value, Vector
from fieldapp.journal.merge import EMPTY, RecordState, apply_operation, open_conflicts

KINDS = ("set", "group", "end", "resolve", "same", "half group", "set ended")
"""What a save may do; a resolution without a conflict sets the cell, as a person would."""
SHARES = ((0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1), (0, 1, 2))
"""Who makes each save; other shares are these with the replicas renamed."""
CLOCKS = (*itertools.permutations((1, 2, 3)), (1, 1, 1))
"""The clock reading of each save: any order, or all the same."""
_T = TypeVar("_T")
_REPLICAS = 3
_RECORD = RECORDS[0]


@dataclass(frozen=True)
class Plan:
    """Three saves: what they do, who makes them, what their clocks say."""

    kinds: tuple[str, ...]
    makers: tuple[int, ...]
    clocks: tuple[int, ...]


@dataclass(frozen=True)
class Opened:
    """The form of a save that is under way; `closes` are the siblings of the conflict it shows."""

    seen: tuple[tuple[str, int], ...]
    had: int
    closes: tuple[Dot, ...]


@dataclass(frozen=True)
class Made:
    """A commit and what its writer had. Two are the same when they tell the same of their writers."""

    commit: Commit = field(compare=False)
    at: int
    seq: int
    had: int
    seen: tuple[tuple[str, int], ...]
    closes: tuple[Dot, ...]


@dataclass(frozen=True)
class Kept:
    """A record as a replica has merged it. Two are the same when they are in everything, to the last vector."""

    state: RecordState = field(compare=False)
    told: tuple[object, ...] = ()


class Node(NamedTuple):
    """One state of a plan: each replica's set of saves held (bits) and record; forms open; the commits made."""

    held: tuple[int, ...]
    records: tuple[Kept, ...]
    forms: tuple[Opened | None, ...]
    commits: tuple[Made | None, ...]


Merged = dict[tuple[Kept, Made], Kept]
"""What a record becomes with a commit: two interleavings that come to the same question get the same answer."""


def walk(plan: Plan, bug: str = "") -> int:
    """Check every state that a plan can reach; how many there are. Raises Disagreement."""
    start = Node((0,) * _REPLICAS, (Kept(EMPTY),) * _REPLICAS, (None,) * 3, (None,) * 3)
    seen, todo = {start}, [start]
    merged: Merged = {}
    checked: set[tuple[object, ...]] = set()
    while todo:
        for follower in _followers(plan, todo.pop(), merged, bug):
            if follower not in seen:
                seen.add(follower)
                todo.append(follower)
                _check(plan, follower, checked)
    return len(seen)


def plans(kinds: int, shares: int = len(SHARES), clocks: int = len(CLOCKS)) -> Iterator[Plan]:
    """Every plan over the first so many kinds, shares and clocks."""
    for what in itertools.product(KINDS[:kinds], repeat=3):
        for makers in SHARES[-shares:]:
            for readings in CLOCKS[:clocks]:
                yield Plan(what, makers, readings)


def _followers(plan: Plan, node: Node, merged: Merged, bug: str) -> Iterator[Node]:
    for at, maker in enumerate(plan.makers):
        made = node.commits[at]
        if made is not None:
            yield from _delivered(node, at, made, merged, bug)
        elif node.forms[at] is not None:
            yield _saved(plan, node, at, merged, bug)
        elif all(
            node.commits[before] is not None or plan.makers[before] != maker or node.forms[before] is not None
            for before in range(at)
        ):
            yield node._replace(forms=_put(node.forms, at, _opened(plan, node, at)))


def _opened(plan: Plan, node: Node, at: int) -> Opened:
    maker = plan.makers[at]
    cell = open_conflicts(node.records[maker].state).get("phone") if plan.kinds[at] == "resolve" else None
    closes = tuple(sibling.dot for sibling in cell.siblings) if cell else ()
    return Opened(_vector(plan, node, maker), node.held[maker], closes)


def _saved(plan: Plan, node: Node, at: int, merged: Merged, bug: str) -> Node:
    maker, form = plan.makers[at], node.forms[at]
    assert form is not None
    own = [n for n in range(3) if plan.makers[n] == maker and node.commits[n] is not None]
    seen: Vector = spoilt_seen(bug, dict(form.seen), dict(_vector(plan, node, maker)), _stream(maker))
    operation = Operation("household", _RECORD, "set", _fields(plan.kinds[at], at), seen, closes=form.closes)
    time = f"{plan.clocks[at]:012x}-0000"
    commit = Commit(
        _stream(maker), VILLAGES[0], _stream(maker), len(own) + 1, time, "w", "v", "edit", (operation,)
    )
    made = Made(commit, at, commit.seq, form.had, tuple(sorted(seen.items())), form.closes)
    forms, commits = _put(node.forms, at, None), _put(node.commits, at, made)
    return _applied(node._replace(forms=forms, commits=commits), at, maker, made, merged, bug)


def _delivered(node: Node, at: int, made: Made, merged: Merged, bug: str) -> Iterator[Node]:
    commit, earlier = made.commit, 0
    for n, other in enumerate(node.commits):
        if other is not None and other.commit.stream == commit.stream and other.seq < commit.seq:
            earlier |= 1 << n
    for to in range(_REPLICAS):
        if not node.held[to] >> at & 1 and node.held[to] & earlier == earlier:
            yield _applied(node, at, to, made, merged, bug)


def _applied(node: Node, at: int, to: int, made: Made, merged: Merged, bug: str) -> Node:
    kept = merged.get((node.records[to], made))
    if kept is None:
        commit = made.commit
        state = apply_operation(
            node.records[to].state,
            commit.operations[0],
            dot=commit.dot,
            time=commit.time,
            replica=commit.replica,
            groups=GROUPS,
        )
        state = spoilt_state(bug, state, commit.dot)
        kept = merged[node.records[to], made] = Kept(state, _told(state))
    held = _put(node.held, to, node.held[to] | 1 << at)
    return node._replace(held=held, records=_put(node.records, to, kept))


def _check(plan: Plan, node: Node, checked: set[tuple[object, ...]]) -> None:
    """Each replica against the oracle; what was checked with the same commits before is not checked again."""
    for replica, held in enumerate(node.held):
        made = tuple(one if held >> at & 1 else None for at, one in enumerate(node.commits))
        name = (made, node.records[replica])
        if name not in checked:
            checked.add(name)
            truth, mine = _truth_of(made)
            truth.check(f"{plan} p{replica}", _RECORD, node.records[replica].state, mine)
        for other in range(replica):
            if held == node.held[other] and node.records[replica] != node.records[other]:
                raise Disagreement(f"{plan}: p{replica} and p{other} hold the same and differ")


def _truth_of(made: tuple[Made | None, ...]) -> tuple[Truth, int]:
    """The oracle of these commits, and all of them as a set."""
    truth = Truth(GROUPS)
    bits = {at: truth.bit(one.commit.dot) for at, one in enumerate(made) if one is not None}
    for one in made:
        if one is not None:
            truth.note(one.commit, sum(bit for at, bit in bits.items() if one.had >> at & 1))
    return truth, sum(bits.values())


def _told(state: RecordState) -> tuple[object, ...]:
    return tuple(
        (
            name,
            tuple((s.dot, s.time, tuple(s.fields.items())) for s in cell.siblings),
            tuple(sorted(cell.ahead.items())),
            tuple(sorted(cell.closed)),
        )
        for name, cell in sorted(state.cells.items())
    )


def _fields(kind: str, at: int) -> Mapping[str, Value]:
    ended: dict[str, Value] = {"ended_on": f"2026-01-0{at + 1}", "ended_reason": "moved"}
    told: Mapping[str, Mapping[str, Value]] = {
        "set": {"phone": at},
        "resolve": {"phone": at},
        "same": {"phone": 7},
        "group": {"bank_name": "b", "bank_account": str(at)},
        "half group": {"bank_account": str(at)},
        "end": ended,
        "set ended": {"phone": at, **ended},
    }
    return told[kind]


def _vector(plan: Plan, node: Node, replica: int) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for at, maker in enumerate(plan.makers):
        if node.held[replica] >> at & 1:
            counts[_stream(maker)] = counts.get(_stream(maker), 0) + 1
    return tuple(sorted(counts.items()))


def _stream(maker: int) -> str:
    return f"p{maker}"


def _put(values: tuple[_T, ...], at: int, value: _T) -> tuple[_T, ...]:
    return (*values[:at], value, *values[at + 1 :])


def main() -> None:
    """Walk every plan; exit status 1 if the unspoilt merge failed once, or a wrong rule never."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kinds", type=int, default=len(KINDS))
    parser.add_argument("--shares", type=int, default=len(SHARES))
    parser.add_argument("--clocks", type=int, default=len(CLOCKS))
    parser.add_argument("--bug", choices=BUGS, default="")
    options = parser.parse_args()
    started, states, walked, wrong = time.perf_counter(), 0, 0, []
    for plan in plans(options.kinds, options.shares, options.clocks):
        walked += 1
        try:
            states += walk(plan, options.bug)
        except Disagreement as refused:
            wrong.append(str(refused))
    seconds = time.perf_counter() - started
    print(f"{walked} plans, {states} states, {len(wrong)} plans failed, {seconds:.1f} s")
    for reason in wrong[:3]:
        print(f"  {reason}")
    if bool(wrong) != bool(options.bug):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
