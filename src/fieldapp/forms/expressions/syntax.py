"""The syntax tree of an expression: frozen values that compare by content."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Number:
    """A number literal."""

    value: float


@dataclass(frozen=True, slots=True)
class Literal:
    """A quoted text."""

    text: str


@dataclass(frozen=True, slots=True)
class Binary:
    """`left operator right`; the operator is one of or and = != < <= > >= + - * div mod |."""

    operator: str
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Negative:
    """`-operand`."""

    operand: "Expression"


@dataclass(frozen=True, slots=True)
class Call:
    """`name(arguments)`."""

    name: str
    arguments: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path. `test` is a name, `*`, `prefix:*`, or a type test such as `node()` or `text()`.

    `plain` is the name of the one child (`@name` of an attribute) that a step without predicates asks for, else "".
    """

    axis: str
    test: str
    predicates: tuple["Expression", ...] = ()
    plain: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        is_name = (
            self.axis in ("child", "attribute") and not self.predicates and self.test[-1:] not in ("*", ")")
        )
        name = f"@{self.test}" if self.axis == "attribute" else self.test
        object.__setattr__(self, "plain", name if is_name else "")


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from an origin (an expression), from the root (`absolute`) or from the context node.

    `plain` is the path as written, `/data/person/age`, when it is absolute and each of its steps is plain, else "".
    """

    steps: tuple[Step, ...]
    absolute: bool = False
    origin: "Expression | None" = None
    plain: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        names = [step.plain for step in self.steps] if self.absolute and self.origin is None else []
        object.__setattr__(self, "plain", "".join([f"/{name}" for name in names]) if all(names) else "")


@dataclass(frozen=True, slots=True)
class Filter:
    """`(primary)[predicate]…`."""

    primary: "Expression"
    predicates: tuple["Expression", ...]


Expression = Number | Literal | Binary | Negative | Call | Path | Filter

SELF = Step("self", "node()")
PARENT = Step("parent", "node()")
ANY_DEPTH = Step("descendant-or-self", "node()")
