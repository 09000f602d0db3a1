"""A form author's regression cases: steps, and what must hold after them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fieldapp.errors import FormError, UserError
from fieldapp.forms.session import Session
from fieldapp.forms.steps import read_json, take_step

_OBSERVED = frozenset(
    {"value", "label", "hint", "relevant", "readonly", "required", "count", "violation", "choices"}
)


@dataclass(frozen=True)
class Case:
    """`expect` maps a reference to the parts of its state that must hold, or to its value."""

    name: str
    steps: tuple[Mapping[str, Any], ...]
    expect: Mapping[str, Any]


def read_cases(path: Path) -> list[Case]:
    """`[{"name", "steps": […], "expect": {ref: value | {"relevant": true, …}}}]`. Raises FormError."""
    found = read_json(path)
    try:
        return [Case(str(one["name"]), tuple(one["steps"]), dict(one["expect"])) for one in found]
    except (TypeError, KeyError, ValueError) as error:
        raise FormError(
            "form.cases", "{path} holds no list of cases with name, steps and expect.", path=str(path)
        ) from error


def run_case(session: Session, case: Case) -> list[str]:
    """What did not hold; an empty list is a pass."""
    try:
        for step in case.steps:
            take_step(session, step)
    except UserError as error:
        return [error.sentence()]
    wrong: list[str] = []
    for ref, expected in case.expect.items():
        wrong += _differences(session, ref, expected if isinstance(expected, dict) else {"value": expected})
    return wrong


def _differences(session: Session, ref: str, expected: Mapping[str, Any]) -> list[str]:
    if ref not in session:
        return [f"{ref}: absent"]
    node = session.node(ref)
    wrong = []
    for key, value in expected.items():
        if key not in _OBSERVED:
            raise FormError("form.cases.key", "A case cannot expect “{key}”.", key=key)
        actual: Any = getattr(node, key)
        if key == "violation":
            actual = None if node.violation is None else node.violation.kind
        if key == "choices":
            actual = [choice.value for choice in node.choices]
        if actual != value:
            wrong.append(f"{ref} {key}: {value!r} ≠ {actual!r}")
    return wrong
