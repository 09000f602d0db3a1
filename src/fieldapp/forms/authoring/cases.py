"""A form author's regression cases: steps, and what must hold after them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fieldapp.errors import FormError, UserError
from fieldapp.forms.authoring.steps import are_steps, read_json, take_step
from fieldapp.forms.session import Session

_OBSERVED = frozenset(
    {"value", "label", "hint", "relevant", "readonly", "required", "count", "violation", "choices"}
)


@dataclass(frozen=True)
class Case:
    """`expect` maps a reference to the parts of its state that must hold, to its value, or to None: not there."""

    name: str
    steps: tuple[Mapping[str, Any], ...]
    expect: Mapping[str, Any]


def read_cases(path: Path) -> list[Case]:
    """`[{"name", "steps": […], "expect": {ref: value | null | {"relevant": true, …}}}]`. Raises FormError."""
    found = read_json(path)
    if not isinstance(found, list) or not all(_is_case(one) for one in found):
        raise FormError(
            "form.cases", "{path} holds no list of cases with name, steps and expect.", path=str(path)
        )
    cases = [Case(one["name"], tuple(one["steps"]), one["expect"]) for one in found]
    for key in (
        key for case in cases for one in case.expect.values() if isinstance(one, dict) for key in one
    ):
        if key not in _OBSERVED:
            raise FormError("form.cases.key", "A case cannot expect “{key}”.", key=key)
    return cases


def _is_case(one: object) -> bool:
    return (
        isinstance(one, dict)
        and isinstance(one.get("name"), str)
        and are_steps(one.get("steps"))
        and isinstance(one.get("expect"), dict)
    )


def run_case(session: Session, case: Case) -> list[str]:
    """What did not hold; an empty list is a pass."""
    try:
        for step in case.steps:
            take_step(session, step)
    except UserError as error:
        return [error.sentence()]
    wrong: list[str] = []
    for ref, expected in case.expect.items():
        if expected is None:
            wrong += [f"{ref}: present"] if ref in session else []
            continue
        wrong += _differences(session, ref, expected if isinstance(expected, dict) else {"value": expected})
    return wrong


def _differences(session: Session, ref: str, expected: Mapping[str, Any]) -> list[str]:
    if ref not in session:
        return [f"{ref}: absent"]
    node = session.node(ref)
    wrong = []
    for key, value in expected.items():
        wanted, actual = value, getattr(node, key)
        if key == "value":
            wanted = _as_text(value)
        if key == "violation":
            actual = None if node.violation is None else node.violation.kind
        if key == "choices":
            actual = [choice.value for choice in node.choices]
        if actual != wanted:
            wrong.append(f"{ref} {key}: {wanted!r} ≠ {actual!r}")
    return wrong


def _as_text(value: object) -> object:
    """A value as an answer is kept: a number as its digits, several choices joined by a space."""
    if isinstance(value, list):
        return " ".join(str(one) for one in value)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else value
