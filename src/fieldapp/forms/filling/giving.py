"""What a script or a window may give as an answer, as the text it is kept as."""

from collections.abc import Sequence

from fieldapp.errors import FormError
from fieldapp.forms.definition import Control
from fieldapp.forms.expressions.values import number_text
from fieldapp.forms.filling.instance import Slot
from fieldapp.forms.filling.types import available, within, written
from fieldapp.forms.limits import LONGEST_TEXT

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


def stored(slot: Slot, value: str | Sequence[str]) -> str:
    """The text that is kept for a value, in its type's spelling. Raises FormError for one too long."""
    text = value if isinstance(value, str) else " ".join(value)
    if len(text) > LONGEST_TEXT:
        raise FormError(
            "form.answer.long",
            "An answer of {length} letters is too long; {most} are allowed.",
            length=len(text),
            most=LONGEST_TEXT,
        )
    return written(slot.definition.bind.type, text) if isinstance(value, str) else text


def answered(slot: Slot, value: str | Sequence[str]) -> str:
    """The answer as the control can give it: only what can be selected, only what lies in the range."""
    control = slot.definition.control
    text = stored(slot, value)
    if control is None or text == "":
        return text
    if control.tag == "range":
        return within(text, control.parameters.get("start", ""), control.parameters.get("end", ""))
    if not control.closed:
        return text
    values = [choice.value for choice in slot.choices]
    if control.tag == "select1":
        return text if text in values else ""
    given = text.split() if isinstance(value, str) else value
    if control.tag == "rank" and set(values) - set(given):
        raise FormError("form.answer.rank", "Rank all the choices of {ref}.", ref=slot.ref)
    return available(given, values, control.tag == "rank")
