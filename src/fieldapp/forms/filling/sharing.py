"""Expressions compiled once for all the nodes of a definition: a new row only finds the nodes that they read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fieldapp.forms.definition import NodeDef
from fieldapp.forms.expressions.code import Context, Reads
from fieldapp.forms.expressions.compiler import Compiler
from fieldapp.forms.expressions.paths import NotShared, target_of
from fieldapp.forms.expressions.syntax import Path
from fieldapp.forms.expressions.world import World
from fieldapp.forms.filling.instance import Range, Slot

Run = Callable[[Context], Any]
Make = Callable[[Compiler], Run]


@dataclass(frozen=True, slots=True)
class Shared:
    """An expression of any node of a definition: `run` finds the node of `paths[n]` at `slots[n]` of its context.

    `steps` is what compiling it took of the work; every node's use counts as much, since its runs are not counted.
    """

    run: Run
    paths: tuple[Path, ...]
    reads: Reads
    read_at: tuple[int, ...]
    steps: int

    def reads_of(self, slots: tuple[Slot, ...]) -> Reads:
        """What the expression reads where its paths lead to these nodes."""
        of = self.reads
        read = {slots[at]: None for at in self.read_at}
        return Reads(read, of.definitions, of.filtered, of.structure, of.language, of.choices)


class Sharing:
    """The shared expressions of one session by definition and name; None for one that each node compiles itself."""

    def __init__(self, world: World, namespaces: Mapping[str, str]) -> None:
        self._world = world
        self._namespaces = namespaces
        self._known: dict[tuple[NodeDef, str], Shared | None] = {}

    def compiled(self, slot: Slot, name: str, keeps_own: bool, make: Make) -> tuple[Run, Context, Reads]:
        """The closure for a node, where it runs, and what it reads; `make` compiles what `name` says of the node."""
        if not slot.in_row or isinstance(slot, Range):
            return self.alone(slot, keeps_own, make)
        key = (slot.definition, name)
        if key in self._known:
            shared = self._known[key]
            if shared is not None:
                self._world.work.spend(shared.steps)
        else:
            shared = self._known[key] = self._shared(slot, keeps_own, make)
        if shared is None:
            return self.alone(slot, keeps_own, make)
        found = []
        for path in shared.paths:
            target = slot.paths.get(path.plain) or target_of(slot, path)
            if target is None:
                return self.alone(slot, keeps_own, make)
            found.append(target)
        slots = tuple(found)
        return shared.run, Context(slot, slots=slots), shared.reads_of(slots)

    def alone(self, slot: Slot, keeps_own: bool, make: Make) -> tuple[Run, Context, Reads]:
        """The same, compiled for this very node."""
        reads = Reads()
        compiler = Compiler(self._world, slot, reads, self._namespaces)
        compiler.keeps_own = keeps_own
        return make(compiler), Context(slot), reads

    def _shared(self, slot: Slot, keeps_own: bool, make: Make) -> Shared | None:
        reads, targets = Reads(), dict[Path, Slot]()
        compiler = Compiler(self._world, slot, reads, self._namespaces, targets=targets)
        compiler.keeps_own = keeps_own
        before = self._world.work.left
        try:
            run = make(compiler)
        except NotShared:
            return None
        read_at = tuple(at for at, target in enumerate(targets.values()) if target in reads.slots)
        reads.slots = {}  # those of the first node, which may go
        return Shared(run, tuple(targets), reads, read_at, before - self._world.work.left)
