"""The order in which the aspects of a form are computed, found once; a calculation that needs itself is an error."""

from collections import defaultdict
from typing import Literal

from fieldapp.errors import FormError
from fieldapp.forms.definition import NodeDef
from fieldapp.forms.expressions.code import Reads

Aspect = Literal["value", "relevant", "count", "choices", "other"]
Key = tuple[NodeDef, Aspect]


class Ranks:
    """`rank(definition, aspect)`: sources have lower ranks than what reads them, but in loops through relevance."""

    def __init__(self) -> None:
        self._sources: dict[Key, set[Key]] = defaultdict(set)
        self._needs: dict[NodeDef, set[NodeDef]] = defaultdict(set)
        self._ranks: dict[Key, int] = {}
        self.last = 0

    def add(self, definition: NodeDef, aspect: Aspect, reads: Reads) -> None:
        """Note what an expression of this aspect reads."""
        sources = self._sources[definition, aspect]
        read = {slot.definition for slot in reads.slots} | set(reads.definitions)
        for one in read:
            sources.add((one, "value"))
            sources.update((over, "relevant") for over in (one, *one.ancestors()))
        sources.update((one, "count") for one in reads.structure)
        if aspect == "value":
            self._needs[definition] |= read - set(reads.filtered)
        if aspect == "choices":
            self._sources[definition, "value"].add((definition, "choices"))

    def settle(self) -> None:
        """Compute the ranks. Raises FormError for a circle of calculations."""
        self._refuse_circles()
        for key in list(self._sources):
            self._visit(key)
        self.last = max(self._ranks.values(), default=0) + 1

    def rank(self, definition: NodeDef, aspect: Aspect) -> int:
        """The rank of an aspect; those that nothing reads come last."""
        return self.last if aspect == "other" else self._ranks.get((definition, aspect), 0)

    def _visit(self, start: Key) -> None:
        """Depth first without recursion: a chain of questions may be thousands long."""
        stack: list[tuple[Key, list[Key]]] = [(start, list(self._sources.get(start, ())))]
        open_keys = {start}
        if start in self._ranks:
            return
        while stack:
            key, waiting = stack[-1]
            if waiting:
                source = waiting.pop()
                if source not in self._ranks and source not in open_keys:
                    open_keys.add(source)
                    stack.append((source, list(self._sources.get(source, ()))))
                continue
            sources = self._sources.get(key, ())
            self._ranks[key] = 1 + max((self._ranks.get(source, 0) for source in sources), default=-1)
            open_keys.discard(key)
            stack.pop()

    def _refuse_circles(self) -> None:
        done: set[NodeDef] = set()
        for start in self._needs:
            path: dict[NodeDef, list[NodeDef]] = {}
            stack = [start]
            while stack:
                one = stack[-1]
                if one in done:
                    stack.pop()
                    continue
                if one not in path:
                    path[one] = [other for other in self._needs.get(one, ()) if other not in done]
                if not path[one]:
                    done.add(one)
                    del path[one]
                    stack.pop()
                    continue
                other = path[one].pop()
                if other in path:
                    raise _circle([*stack[stack.index(other) :], other])
                stack.append(other)


def _circle(chain: list[NodeDef]) -> FormError:
    return FormError(
        "form.circle",
        "The calculations need one another in a circle: {chain}.",
        chain=" → ".join(one.path for one in chain),
    )
