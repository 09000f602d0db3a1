"""A session's state in the window: nodes, plan and counts, read once and then only where they changed. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from fieldapp.forms import NodeState
from fieldapp_ui.editing.forms.counts import NONE, Count, count_of, is_asked
from fieldapp_ui.editing.forms.plan import NO_PLAN, QUESTIONS, RANGE, Section, plan_of

if TYPE_CHECKING:
    from fieldapp.forms import Session


class FormState:
    """1,000 questions cost an answer nothing more, and 500 rows cost a new row little more than its own questions."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._nodes: dict[str, NodeState] = {}
        self._remarks: Mapping[str, str] = {}
        self.plan = NO_PLAN
        self._counts: list[Count] = []
        self.read_all()

    @property
    def nodes(self) -> frozenset[str]:
        """Every ref that is present."""
        return frozenset(self._nodes)

    @property
    def root(self) -> str:
        """The node of the whole entry."""
        return next(iter(self._nodes))

    @property
    def sections(self) -> tuple[Section, ...]:
        """The pages of the form."""
        return self.plan.sections

    def node(self, ref: str) -> NodeState:
        """One node as it stands."""
        return self._nodes[ref]

    def has(self, ref: str) -> bool:
        """Whether the node is present (its row may have gone)."""
        return ref in self._nodes

    def is_asked(self, ref: str) -> bool:
        """Whether a question applies and takes an answer: notes and worked-out values do not."""
        return is_asked(self._nodes[ref])

    def rows(self, range_ref: str) -> tuple[str, ...]:
        """The rows of a repeat."""
        stem = range_ref.removesuffix(RANGE)
        return tuple(f"{stem}[{n}]" for n in range(1, (self._nodes[range_ref].count or 0) + 1))

    def count(self, section: Section) -> Count:
        """How far a section is; of a list of rows, all its rows."""
        if section.kind == "rows":
            return sum((self._counts[i] for i in self._within(section)), Count())
        return self._counts[self._places[section]]

    def total(self) -> Count:
        """How far the whole form is."""
        return self._total

    def remark(self, ref: str) -> str:
        """The worker's remark on a node."""
        return self._remarks.get(ref, "")

    @property
    def remarks(self) -> Mapping[str, str]:
        """The worker's remarks."""
        return self._remarks

    def read_remarks(self) -> None:
        """A remark was written or taken away."""
        self._remarks = self._session.remarks()

    def read_all(self) -> frozenset[str]:
        """At the start, when rows came or went, in another language: the refs whose state is new, came or went.

        What the session shows as it did before is the very same object, and is not read again.
        """
        self.read_remarks()
        old, before = self._nodes, dict(zip(self.plan.sections, self._counts, strict=True))
        self._nodes = nodes = self._session.state()
        moved = nodes.keys() ^ old.keys()
        changed = moved.union(ref for ref, node in nodes.items() if old.get(ref) is not node)
        self.plan = plan_of(nodes, self.plan, moved)
        self._places = {section: place for place, section in enumerate(self.plan.sections)}
        stale = {self.plan.place[ref] for ref in changed if ref in self.plan.place}
        self._counts = [
            self._counted(section) if place in stale or section not in before else before[section]
            for section, place in self._places.items()
        ]
        self._total = sum(self._counts, Count())
        self._index()
        return frozenset(changed)

    def read(self, refs: Iterable[str]) -> None:
        """These nodes anew; none has come or gone."""
        for ref in refs:
            before, after = self._nodes[ref], self._session.node(ref)
            self._nodes[ref] = after
            place = self.plan.place.get(ref)
            if place is None:
                continue
            old, new = count_of(before) or NONE, count_of(after) or NONE
            if old is not new:
                self._counts[place] += new - old
                self._total += new - old

    def _index(self) -> None:
        """What a row is named by, and where its questions stand."""
        self._names: dict[str, list[str]] = {}
        for ref, node in self._nodes.items():
            if node.kind == "model-value" and (node.name == "name" or node.name.endswith("_name")):
                self._names.setdefault(node.parent, []).append(ref)
        self._row_sections: dict[str, list[Section]] = {}
        for section in self.plan.sections:
            if section.ref.endswith("]"):
                self._row_sections.setdefault(section.ref, []).append(section)

    def _asked_of(self, row: str) -> list[NodeState]:
        """The questions and notes of a row, its groups' with them, those of inner rows not."""
        items = (ref for section in self._row_sections.get(row, ()) for ref in section.items)
        return [node for node in map(self._nodes.__getitem__, items) if node.kind in QUESTIONS]

    def _counted(self, section: Section) -> Count:
        nodes = self._nodes
        kinds = Counter(map(count_of, [nodes[ref] for ref in section.items]))
        return sum((one.times(number) for one, number in kinds.items() if one is not None), Count())

    def _within(self, rows: Section) -> list[int]:
        stem = rows.ref.removesuffix(RANGE) + "["
        return [i for i, section in enumerate(self.plan.sections) if section.ref.startswith(stem)]
