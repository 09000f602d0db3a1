"""Paths: a fixed one becomes a slot once and for all; any other walks the tree each time it is asked."""

from typing import TYPE_CHECKING

from fieldapp.errors import FormError
from fieldapp.forms.expressions.axes import compile_step, definitions_after
from fieldapp.forms.expressions.code import Code, Context, NodesOf, Reads
from fieldapp.forms.expressions.predicates import compile_predicates
from fieldapp.forms.expressions.syntax import SELF, Call, Filter, Path, Step
from fieldapp.forms.filling.instance import Slot
from fieldapp.forms.tree import Node

if TYPE_CHECKING:
    from fieldapp.forms.definition import NodeDef
    from fieldapp.forms.expressions.compiler import Compiler


_HERE = Path((SELF,))


def definitions_of(node: Node) -> "frozenset[NodeDef] | None":
    """The definition of a slot of the form, None for a node of another instance."""
    return node.family.alone if isinstance(node, Slot) else None


def note_value(reads: Reads, code: Code) -> None:
    """Note that the text of the code's nodes is read: a leaf's own, a group's whole content."""
    slot = code.slot
    if isinstance(slot, Slot) and not slot.definition.children:
        reads.slots[slot] = None
        return
    for definition in code.definitions or ():
        for one in (definition, *definition.descendants()):
            reads.definitions[one] = None
            if one.repeat:
                reads.structure[one] = None


def compile_path(compiler: "Compiler", tree: Path) -> Code:
    """The code of a path; the fixed head of it is walked now."""
    if compiler.targets is not None:
        return _shared(compiler, compiler.targets, tree)
    if compiler.keeps_own and not compiler.inner and tree == _HERE:
        own = [compiler.current]
        return Code("nodes", lambda c: own, slot=compiler.current)
    start, steps = _start(compiler, tree)
    if start is None:
        return _from_origin(compiler, tree, steps)
    node, rest = _walk(compiler.current, start, steps, tree.absolute and compiler.own_rows)
    if node is None:
        return Code("nodes", lambda c: [], definitions=None)
    if not rest:
        fixed = [node]
        return Code("nodes", lambda c: fixed, slot=node, definitions=definitions_of(node))
    fixed = [node]
    return _moving(compiler, lambda c: fixed, definitions_of(node), rest)


class NotShared(Exception):
    """The expression says something that each node must find for itself."""


def _shared(compiler: "Compiler", targets: dict[Path, Slot], tree: Path) -> Code:
    """The code of a path in an expression of all the nodes of a definition. Raises NotShared."""
    current = compiler.current
    slot = target_of(current, tree) if isinstance(current, Slot) and compiler.own_rows else None
    if slot is None:
        raise NotShared
    if tree not in targets:
        targets[tree] = slot
    at = list(targets).index(tree)
    is_own = compiler.keeps_own and tree == _HERE
    return Code(
        "nodes",
        lambda c: [c.slots[at]],
        slot=slot,
        definitions=None if is_own else definitions_of(slot),
        at=at,
    )


def target_of(current: Slot, tree: Path) -> Slot | None:
    """The one node that a path leads to for ever, else None; what a row has found once it keeps."""
    if tree.plain and (known := current.paths.get(tree.plain)) is not None:
        return known
    if tree.origin is not None:
        return None
    node, rest = _walk(current, current.root() if tree.absolute else current, tree.steps, tree.absolute)
    if rest or not isinstance(node, Slot):
        return None
    if tree.plain:
        current.paths[tree.plain] = node
    return node


def _start(compiler: "Compiler", tree: Path) -> tuple[Node | None, tuple[Step, ...]]:
    """The node where the path certainly starts, or None when that is known only at run time."""
    if tree.absolute:
        return compiler.current.root(), tree.steps
    if tree.origin is not None:
        is_current = (
            isinstance(tree.origin, Call) and tree.origin.name == "current" and not tree.origin.arguments
        )
        return (compiler.current if is_current else None), tree.steps
    return (None if compiler.inner else compiler.current), tree.steps


def _walk(
    current: Node, node: Node | None, steps: tuple[Step, ...], own_rows: bool
) -> tuple[Node | None, tuple[Step, ...]]:
    """Follow steps that lead to one node for ever. Returns where it stands and the steps that are left.

    An absolute path that crosses a repeat the expression itself stands in means that same instance
    (as ODK has it), except in its last step, which names all the instances.
    """
    for at, step in enumerate(steps):
        if not isinstance(node, Slot):
            return node, steps[at:]
        name = step.plain
        if not name:
            if step.test != "node()" or step.predicates or step.axis not in ("parent", "self"):
                return node, steps[at:]
            node = node.parent if step.axis == "parent" else node
            continue
        found = node.slots.get(name)
        if found is None:
            known = node.definition.children.get(name)
            if known is None:
                return None, ()
            has_own = own_rows and at + 1 < len(steps)
            own = _own_instance(current, node, known) if has_own else None
            if own is None:
                return node, steps[at:]
            found = own
        node = found
    return node, ()


def _own_instance(current: Node, parent: Node, repeat: "NodeDef") -> Slot | None:
    node: Node | None = current
    while isinstance(node, Slot):
        if node.parent is parent and node.definition is repeat:
            return node
        node = node.parent
    return None


def _from_origin(compiler: "Compiler", tree: Path, steps: tuple[Step, ...]) -> Code:
    if tree.origin is None:
        return _moving(compiler, lambda c: [c.node], compiler.around, steps)
    origin = compiler.compile(tree.origin)
    if origin.kind not in ("nodes", "any"):
        raise FormError("form.expression.path", "A path can only follow questions, not a value.")
    run = origin.run

    def nodes(c: Context) -> list[Node]:
        found = run(c)
        return found if isinstance(found, list) else []

    return _moving(compiler, nodes, origin.definitions, steps)


def _moving(
    compiler: "Compiler", start: NodesOf, definitions: "frozenset[NodeDef] | None", steps: tuple[Step, ...]
) -> Code:
    runs = []
    nested = False
    for step in steps:
        before, definitions = definitions, definitions_after(definitions, step)
        _note_structure(compiler.reads, definitions, bool(step.predicates))
        run, nested = compile_step(compiler, step, definitions, foreign=before is None, nested=nested)
        runs.append(run)

    def walk(c: Context) -> list[Node]:
        nodes = start(c)
        for run in runs:
            if not nodes:
                break
            nodes = run(nodes, c)
        return nodes

    filtered = any(step.predicates for step in steps)
    if filtered and definitions:
        compiler.reads.filtered.update(dict.fromkeys(definitions))
    return Code("nodes", walk, definitions=definitions)


def _note_structure(reads: Reads, definitions: "frozenset[NodeDef] | None", filtered: bool) -> None:
    for definition in definitions or ():
        if definition.repeat:
            reads.structure[definition] = None


def compile_filter(compiler: "Compiler", tree: Filter) -> Code:
    """`(primary)[predicate]`: positions count over all the nodes of the primary."""
    primary = compiler.compile(tree.primary)
    nodes = compiler.nodes(tree.primary)
    keep = compile_predicates(compiler, tree.predicates, primary.definitions)
    return Code("nodes", lambda c: keep(nodes(c), c), definitions=primary.definitions)
