"""How a form is laid out for the desktop: sections of a page each, repeats as a list of rows and a page for each row.

The plan holds every question that is present, relevant or not, so that nothing moves when relevance changes.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
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
    """The sections in order, where each question is, and its number from 1."""

    sections: tuple[Section, ...]
    numbers: Mapping[str, int]
    place: Mapping[str, int]

    @property
    def questions(self) -> tuple[str, ...]:
        """Every question in order."""
        return tuple(self.numbers)


def plan_of(nodes: Mapping[str, NodeState]) -> Plan:
    """The plan of a session's state (all nodes, in document order)."""
    sections = _parted(_Planner(nodes).sections)
    questions = [
        (ref, place)
        for place, section in enumerate(sections)
        for ref in section.items
        if nodes[ref].kind in QUESTIONS
    ]
    numbers = {ref: number for number, (ref, _) in enumerate(questions, 1)}
    return Plan(sections, numbers, dict(questions))


def rows_of(range_ref: str, nodes: Iterable[str]) -> tuple[str, ...]:
    """The rows of a repeat among refs: `/data/person#range` → `/data/person[1]`, `/data/person[2]` …"""
    return tuple(ref for ref in nodes if _stem(ref) == range_ref.removesuffix(RANGE) and ref.endswith("]"))


def _stem(ref: str) -> str:
    return ref[: ref.rfind("[")] if ref.endswith("]") else ref


class _Planner:
    def __init__(self, nodes: Mapping[str, NodeState]) -> None:
        self.nodes = nodes
        self.sections: list[Section] = []
        self._children: dict[str, list[str]] = {}
        self._rows: dict[str, list[str]] = {}
        self._open: list[str] = []
        for ref, node in nodes.items():
            if node.kind == "repeat-instance":
                self._rows.setdefault(_stem(ref), []).append(ref)
            elif node.kind != "root":
                self._children.setdefault(node.parent, []).append(ref)
        for ref, node in nodes.items():
            if node.kind == "root":
                self._walk(ref, ref, 0)
                self._close(ref, 0)

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
        for row in self._rows.get(ref.removesuffix(RANGE), ()):
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
        out.append(replace(section, part=seen[owner], parts=total[owner]))
    return tuple(out)


def _is_root(ref: str) -> bool:
    return ref.count("/") == 1
