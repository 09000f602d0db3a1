"""How a form is laid out for the desktop: sections of a page each, repeats as a list of rows and a page for each row.

The plan holds every question that is present, relevant or not, so that nothing moves when relevance changes.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from fieldapp.forms import NodeState

QUESTIONS = frozenset(("input", "select", "rank", "range", "trigger", "upload", "note"))
MOST_ON_A_PAGE = 25
"""A section with more questions goes on in a second part; widgets are built for one page only."""
RANGE = "#range"


@dataclass(frozen=True)
class Section:
    """One page. `ref` is the root, group, row or (kind `rows`) the repeat range it shows; `items` its group headings
    and questions in order; `part` counts from 1 where one container takes several pages (`parts` of them)."""

    ref: str
    kind: Literal["questions", "rows"]
    level: int
    items: tuple[str, ...]
    part: int = 1
    parts: int = 1


@dataclass(frozen=True)
class Plan:
    """The sections in order, where each question is, its number from 1, and the sections of each outermost row."""

    sections: tuple[Section, ...]
    numbers: Mapping[str, int]
    place: Mapping[str, int]
    rows: Mapping[str, tuple[Section, ...]]

    @property
    def questions(self) -> tuple[str, ...]:
        """Every question in order."""
        return tuple(self.numbers)


NO_PLAN = Plan((), {}, {}, {})


def plan_of(nodes: Mapping[str, NodeState], before: Plan = NO_PLAN, moved: Collection[str] = ()) -> Plan:
    """The plan of a session's state (all nodes, in document order).

    `before` is the plan until now, and `moved` the refs that came or went since: rows without any stay as they were.
    """
    touched = {row_around(ref) for ref in moved}
    known = {row: sections for row, sections in before.rows.items() if row not in touched}
    sections = _parted(_Planner(nodes, known).sections)
    numbers: dict[str, int] = {}
    place: dict[str, int] = {}
    rows: dict[str, list[Section]] = {}
    for at, section in enumerate(sections):
        if row := row_around(section.ref):
            rows.setdefault(row, []).append(section)
        for ref in section.items:
            if nodes[ref].kind in QUESTIONS:
                place[ref] = at
                numbers[ref] = len(numbers) + 1
    return Plan(sections, numbers, place, {row: tuple(found) for row, found in rows.items()})


def row_around(ref: str) -> str:
    """The outermost row that a ref stands in or is; empty outside rows."""
    return ref[: ref.find("]") + 1]


def rows_of(range_ref: str, nodes: Iterable[str]) -> tuple[str, ...]:
    """The rows of a repeat among refs: `/data/person#range` → `/data/person[1]`, `/data/person[2]` …"""
    return tuple(ref for ref in nodes if _stem(ref) == range_ref.removesuffix(RANGE) and ref.endswith("]"))


def _stem(ref: str) -> str:
    return ref[: ref.rfind("[")] if ref.endswith("]") else ref


class _Planner:
    def __init__(self, nodes: Mapping[str, NodeState], known: Mapping[str, tuple[Section, ...]]) -> None:
        self.nodes, self._known = nodes, known
        self.sections: list[Section] = []
        self._children: dict[str, list[str]] = {}
        self._open: list[str] = []
        root = ""
        for ref, node in nodes.items():
            if node.kind == "root":
                root = ref
            elif node.kind != "repeat-instance" and row_around(ref) not in known:
                self._children.setdefault(node.parent, []).append(ref)
        if root:
            self._walk(root, root, 0)
            self._close(root, 0)

    def _walk(self, container: str, owner: str, level: int) -> None:
        for ref in self._children.get(container, ()):
            node = self.nodes[ref]
            if node.kind in QUESTIONS:
                self._open.append(ref)
            elif node.kind == "group" and self.nodes[owner].kind == "root":
                self._close(owner, level)
                self._walk(ref, ref, level)
                self._close(ref, level)
            elif node.kind == "group":
                self._walk_within(ref, owner, level)
            elif node.kind.startswith("repeat-range"):
                self._close(owner, level)
                self._walk_rows(ref, level)

    def _walk_within(self, ref: str, owner: str, level: int) -> None:
        if len(self._open) + len(self._children.get(ref, ())) > MOST_ON_A_PAGE:
            self._close(owner, level)
        if self.nodes[ref].label:
            self._open.append(ref)
        self._walk(ref, owner, level)

    def _walk_rows(self, ref: str, level: int) -> None:
        self.sections.append(Section(ref, "rows", level, ()))
        for number in range(1, (self.nodes[ref].count or 0) + 1):
            row = f"{ref.removesuffix(RANGE)}[{number}]"
            if row in self._known:
                self.sections += self._known[row]
            else:
                self._walk(row, row, level + 1)
                self._close(row, level + 1)

    def _close(self, owner: str, level: int) -> None:
        items, self._open = self._open, []
        while any(self.nodes[ref].kind in QUESTIONS for ref in items):
            self.sections.append(Section(owner, "questions", level, tuple(items[:MOST_ON_A_PAGE])))
            items = items[MOST_ON_A_PAGE:]


def _parted(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Sections with their parts counted; loose questions before and behind a group are no parts of one thing."""
    sections = tuple(sections)
    owners, run = [], 0
    for place, section in enumerate(sections):
        run += bool(place) and section.ref != sections[place - 1].ref
        owners.append((section.ref, run if _is_root(section.ref) else 0))
    total = Counter(owners)
    seen: Counter[tuple[str, int]] = Counter()
    out = []
    for section, owner in zip(sections, owners, strict=True):
        seen[owner] += 1
        same = (section.part, section.parts) == (seen[owner], total[owner])
        out.append(section if same else replace(section, part=seen[owner], parts=total[owner]))
    return tuple(out)


def _is_root(ref: str) -> bool:
    return ref.count("/") == 1
