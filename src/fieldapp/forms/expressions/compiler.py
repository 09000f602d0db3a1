"""From the syntax tree to closures, bound to the node the expression belongs to; notes what is read on the way."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from fieldapp.errors import FormError
from fieldapp.forms.expressions import functions, paths
from fieldapp.forms.expressions.code import (
    Code,
    Context,
    NodesOf,
    NumberOf,
    Reads,
    TextOf,
    TruthOf,
    as_number,
    as_text,
    as_truth,
)
from fieldapp.forms.expressions.comparisons import compile_comparison
from fieldapp.forms.expressions.numbers import ARITHMETIC
from fieldapp.forms.expressions.registry import FUNCTIONS, SHAREABLE
from fieldapp.forms.expressions.syntax import Binary, Call, Expression, Literal, Negative, Number, Path
from fieldapp.forms.expressions.values import Value
from fieldapp.forms.expressions.world import World
from fieldapp.forms.tree import Node, document_order

if TYPE_CHECKING:
    from fieldapp.forms.definition import NodeDef
    from fieldapp.forms.filling.instance import Slot

_LOADED = functions.MODULES
# What compiling one node of a tree takes, in the steps of walking.
_STEPS_OF_COMPILING = 8
_NO_NAMESPACES: Mapping[str, str] = {}


class Compiler:
    """Compiles expressions of one node. `inner` is above 0 inside a predicate, where the context node moves."""

    def __init__(
        self,
        world: World,
        current: Node,
        reads: Reads | None = None,
        namespaces: Mapping[str, str] = _NO_NAMESPACES,
        late: bool = False,
        targets: "dict[Path, Slot] | None" = None,
    ) -> None:
        self.world = world
        # A form says at once what is wrong with it; an expression on its own only where it gets that far.
        self.late = late
        self.current = current
        # The paths of a shared expression and where each leads; None for one that is this node's alone.
        self.targets = targets
        self.reads = reads if reads is not None else Reads()
        self.namespaces = namespaces
        self.inner = 0
        self.own_rows = world.own_rows
        # A calculation such as `if(…, x, .)` keeps what it has: its own value is then no source of it.
        self.keeps_own = False
        self.around: frozenset[NodeDef] | None = paths.definitions_of(current)

    def compile(self, tree: Expression) -> Code:
        """The code of any expression. Raises FormError for an unknown function or wrong arguments."""
        self.world.work.spend(_STEPS_OF_COMPILING)
        if isinstance(tree, Path):  # first what is most frequent
            return paths.compile_path(self, tree)
        if isinstance(tree, Binary):
            return self._binary(tree)
        if isinstance(tree, Literal):
            text = tree.text
            return Code("text", lambda c: text, constant=True)
        if isinstance(tree, Number):
            value = tree.value
            return Code("number", lambda c: value, constant=True)
        if isinstance(tree, Negative):
            operand = self.number(tree.operand)
            return Code("number", lambda c: -operand(c))
        if isinstance(tree, Call):
            return self._call(tree)
        if self.targets is not None:
            raise paths.NotShared
        return paths.compile_filter(self, tree)

    def text(self, tree: Expression) -> TextOf:
        """The expression as text."""
        return as_text(self.read(self.compile(tree)))

    def number(self, tree: Expression) -> NumberOf:
        """The expression as a number."""
        return as_number(self.read(self.compile(tree)), self.world)

    def truth(self, tree: Expression) -> TruthOf:
        """The expression as a truth; nodes are true when there is one, whatever its text."""
        return as_truth(self.compile(tree))

    def nodes(self, tree: Expression) -> NodesOf:
        """The expression as nodes. Raises FormError when it is certainly something else."""
        code = self.compile(tree)
        if code.kind == "nodes":
            return code.run  # type: ignore[return-value]
        if code.kind != "any":
            raise FormError("form.expression.nodes", "A function needs questions here, not a value.")
        run = code.run

        def only_nodes(c: Any) -> list[Node]:
            value = run(c)
            return value if isinstance(value, list) else []

        return only_nodes

    def of_kind(self, letter: str, tree: Expression) -> Callable[..., Any]:
        """The closure for a parameter letter of `registry.plain`."""
        match letter:
            case "t":
                return self.text(tree)
            case "n":
                return self.number(tree)
            case "b":
                return self.truth(tree)
            case "N":
                self.read(self.compile(tree))
                return self.nodes(tree)
            case "S":
                return self.nodes(tree)
            case _:
                return self.read(self.compile(tree)).run

    def read(self, code: Code) -> Code:
        """Note that the text of the code's nodes is read."""
        if code.definitions:
            paths.note_value(self.reads, code)
        return code

    def _call(self, tree: Call) -> Code:
        if self.targets is not None and tree.name not in SHAREABLE:
            raise paths.NotShared
        try:
            build = FUNCTIONS.get(tree.name)
            if build is None:
                raise FormError(
                    "form.expression.function", "The function {function}() is not known.", function=tree.name
                )
            return build(self, tree)
        except FormError as error:
            if not self.late:
                raise
            return Code("any", _failing(error))

    def _binary(self, tree: Binary) -> Code:
        operator = tree.operator
        if operator in ("or", "and"):
            left, right = self.truth(tree.left), self.truth(tree.right)
            if operator == "or":
                return Code("truth", lambda c: left(c) or right(c))
            return Code("truth", lambda c: left(c) and right(c))
        if operator == "|":
            return self._union(tree)
        if operator in ARITHMETIC:
            return Code("number", ARITHMETIC[operator](self.number(tree.left), self.number(tree.right)))
        first, second = self.read(self.compile(tree.left)), self.read(self.compile(tree.right))
        return Code("truth", compile_comparison(operator, first, second, self.world))

    def _union(self, tree: Binary) -> Code:
        first, second = self.compile(tree.left), self.compile(tree.right)
        left, right = self.nodes(tree.left), self.nodes(tree.right)
        definitions = None
        if first.definitions is not None or second.definitions is not None:
            definitions = (first.definitions or frozenset()) | (second.definitions or frozenset())
        return Code("nodes", lambda c: document_order(left(c) + right(c)), definitions=definitions)


def _failing(error: FormError) -> Callable[[Context], Value]:
    def run(c: Context) -> Value:
        raise error

    return run
