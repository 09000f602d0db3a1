"""What a recorded session shows beside what ours shows: observations, and every state of every node.

Ids and the clock are masked. An order that chance alone decides counts as the same whatever it is.
"""

import math
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from fieldapp.forms.expressions.values import plain_number
from fieldapp.forms.session import Session
from fieldapp.forms.state import NodeState

Expected = dict[str, Any]
# The places of the recorder's device: the first until it has been taken, then the second.
PLACES = ("38.295 21.7567 110.0 5.0", "38.333 21.766 150.0 3.0")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_OUTCOMES = {"required": "ANSWER_REQUIRED_BUT_EMPTY", "constraint": "ANSWER_CONSTRAINT_VIOLATED"}
_PLACES = re.compile(r"\[\d+\]")
_PARTS = (
    "kind",
    "relevant",
    "readonly",
    "required",
    "value",
    "label",
    "hint",
    "choices",
    "violation",
    "count",
)
_DEFAULTS: dict[str, object] = {"readonly": False, "required": False, "choices": None, "count": None}


def path_of(ref: str) -> str:
    """A reference without the places of repeat instances."""
    return _PLACES.sub("", ref)


class Comparing:
    """Compares one session. `shuffled` are the paths of selects whose order is chance."""

    def __init__(self, recorded: datetime, shuffled: frozenset[str]) -> None:
        days = "|".join(str((recorded + timedelta(days=shift)).date()) for shift in (-1, 0, 1))
        self._now = re.compile(rf"(?:{days})T[\d:.]+(?:Z|[+-]\d\d:\d\d)?")
        self._today = re.compile(rf"\b(?:{days})\b")
        self._shuffled = shuffled

    def same(self, expected: object, actual: object) -> bool:
        """Whether two values are the same but for ids and the clock."""
        if isinstance(expected, str) and isinstance(actual, str):
            return (
                expected == actual
                or self._masked(expected) == self._masked(actual)
                or _are_close(expected, actual)
            )
        return expected == actual

    def _masked(self, text: str) -> str:
        return self._today.sub("…today…", self._now.sub("…now…", _UUID.sub("…uuid…", text)))

    def states(self, session: Session, expected: Mapping[str, Any]) -> Iterator[tuple[str, object, object]]:
        """Reference and part, what was recorded, what we have, for each difference."""
        state = session.state()
        for ref, wanted in expected.items():
            node = state.get(ref)
            if node is None:
                yield ref, wanted, None
                continue
            actual = _as_recorded(node, wanted)
            for key in _PARTS:
                found = _recorded_value(wanted, key)
                if not self.same(found, actual[key]) and not self._is_masked(ref, key, found, actual[key]):
                    yield f"{ref} {key}", found, actual[key]
        for ref in state.keys() - expected.keys():
            yield ref, None, state[ref].kind

    def _is_masked(self, ref: str, key: str, expected: object, actual: object) -> bool:
        """An id, even one that was not given; choices in an order of chance; a place that is still on its way."""
        if key == "choices" and path_of(ref) in self._shuffled:
            return _sorted(expected) == _sorted(actual)
        if key == "value" and actual in PLACES:
            return expected == "" or expected in PLACES
        return key == "value" and ref.endswith("instanceID") and expected == ""


def _are_close(expected: str, actual: str) -> bool:
    """Two machines may round the last digit of a sine or a power differently."""
    one, other = plain_number(expected), plain_number(actual)
    return one is not None and other is not None and math.isclose(one, other, rel_tol=1e-13)


def _sorted(choices: object) -> object:
    return sorted(choices, key=str) if isinstance(choices, list) else choices


Seen = list[tuple[str, object, object]]


def observed(session: Session, step: Mapping[str, Any], expected: Mapping[str, Any]) -> Seen:
    """What a step of the record observed, beside ours: reference, recorded, actual."""
    ref, wanted = step.get("ref", ""), step.get("result")
    if "result" not in step:
        return []
    match step["op"]:
        case "answerOf":
            return [(ref, wanted, session.node(ref).value)]
        case "attributeOf":
            return [(ref, wanted, session.raw(f"{ref}/@{step['attribute']}"))]
        case "choicesOf":
            choices = [[choice.value, choice.label] for choice in session.node(ref).choices]
            return [(ref, (expected.get(ref) or {}).get("choices", choices), choices)]
        case "getInstanceNode":
            node = _node_or_range(session, ref)
            actual = {"relevant": node.relevant, "readonly": node.readonly, "required": node.required}
            return [(ref, wanted, actual)]
        case "countRepeatInstancesOf":
            return [(ref, wanted, session.node(f"{ref}#range").count)]
        case "getValidationOutcome":
            return [("", wanted, _validation(session))]
        case "proposed_serializeInstance":
            return [("", wanted, session.submission().decode())]
    return []


def _node_or_range(session: Session, ref: str) -> NodeState:
    return session.node(ref if ref in session else f"{ref}#range")


def _validation(session: Session) -> dict[str, object]:
    for violation in session.violations():
        return {"outcome": _OUTCOMES[violation.kind], "failed": violation.ref}
    return {"outcome": "ANSWER_OK", "failed": None}


def _recorded_value(wanted: Mapping[str, Any], key: str) -> object:
    if key == "violation":
        found = wanted.get(key)
        return found if isinstance(found, str) or found is None else found.get("condition")
    return wanted.get(key, _DEFAULTS.get(key, ""))


def _as_recorded(node: NodeState, wanted: Mapping[str, Any]) -> dict[str, object]:
    recorded = wanted.get("choices")
    choices: object = None
    if recorded is not None:
        if isinstance(recorded, int):
            return {**_plain_parts(node), "choices": len(node.choices)}
        plain = all(isinstance(one, str) for one in recorded)
        choices = [one.value if plain else [one.value, one.label] for one in node.choices]
        choices = choices[: len(recorded)] if wanted.get("nchoices", 0) > len(recorded) else choices
    return {**_plain_parts(node), "choices": choices}


def _plain_parts(node: NodeState) -> dict[str, object]:
    return {
        "kind": node.kind,
        "relevant": node.relevant,
        "readonly": node.readonly,
        "required": node.required,
        "value": node.value,
        "label": node.label,
        "hint": node.hint,
        "violation": None if node.violation is None else node.violation.kind,
        "count": node.count,
    }
