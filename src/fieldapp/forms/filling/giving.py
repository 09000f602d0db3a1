"""What a script or a window may give as an answer, as the text it is kept as."""

from collections.abc import Sequence

from fieldapp.errors import FormError
from fieldapp.forms.definition import Control
from fieldapp.forms.expressions.values import number_text

Given = str | float | bool | None | Sequence[str | float]


def spoken(value: Given, control: Control | None = None) -> str | list[str]:
    """Text as it is; a number as its digits, "" for one without end; a list with each of its values so; True of a
    trigger as OK; None as a blank. Raises FormError for anything else."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        if control is not None and control.tag == "trigger":
            return "OK" if value else ""
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return "" if value in (float("inf"), float("-inf")) else number_text(value)
    if isinstance(value, list | tuple) and all(isinstance(one, str | int | float) for one in value):
        return [str(spoken(one)) for one in value]
    raise FormError(
        "form.answer.kind",
        "An answer is a text, a number, a truth or a list of them, not {kind}.",
        kind=type(value).__name__,
    )
