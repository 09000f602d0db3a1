"""Expressions read from a form: trouble names the place where the expression stands."""

from fieldapp.errors import FormError
from fieldapp.forms.expressions.parser import parse
from fieldapp.forms.expressions.syntax import Call, Expression


def read_expression(text: str, place: str) -> Expression:
    """The syntax tree of `text`. Raises FormError that names `place`, such as `relevant of /data/age`."""
    try:
        return parse(text.strip())
    except FormError as error:
        raise at_place(error, place) from error


def at_place(error: FormError, place: str) -> FormError:
    """The same trouble with its place."""
    return FormError(error.code, "{place}: {problem}", place=place, problem=error)


def always(tree: Expression | None) -> bool:
    """Whether an expression is plainly `true()`."""
    return isinstance(tree, Call) and tree.name == "true" and not tree.arguments
