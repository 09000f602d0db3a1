"""From the syntax tree back to text, such that parsing the text gives the same tree."""

from fieldapp.forms.expressions.syntax import (
    Binary,
    Call,
    Expression,
    Filter,
    Literal,
    Negative,
    Number,
    Path,
    Step,
)


def print_expression(tree: Expression) -> str:
    """The text of `tree`, with a bracket around every operand that is no simple one."""
    match tree:
        case Number(value):
            return f"{value:.17f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))
        case Literal(text):
            return f"'{text}'" if "'" not in text else f'"{text}"'
        case Binary(operator, left, right):
            return f"{_operand(left)} {operator} {_operand(right)}"
        case Negative(operand):
            return f"-{_operand(operand)}"
        case Call(name, arguments):
            return f"{name}({', '.join(print_expression(argument) for argument in arguments)})"
        case Filter(primary, predicates):
            return _operand(primary) + _brackets(predicates)
        case Path():
            return _path(tree)


def _path(tree: Path) -> str:
    steps = "/".join(_step(step) for step in tree.steps)
    if tree.origin is not None:
        return f"{_operand(tree.origin)}/{steps}"
    return f"/{steps}" if tree.absolute else steps


def _step(step: Step) -> str:
    return f"{step.axis}::{step.test}{_brackets(step.predicates)}"


def _brackets(predicates: tuple[Expression, ...]) -> str:
    return "".join(f"[{print_expression(predicate)}]" for predicate in predicates)


def _operand(tree: Expression) -> str:
    simple = isinstance(tree, Number | Literal | Call)
    return print_expression(tree) if simple else f"({print_expression(tree)})"
