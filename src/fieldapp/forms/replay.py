"""Recorded sessions played again: each observation compared with ours, or each state (`parity`).

A trace is JSON `{"tz", "sessions": [{"op", "form", "attachments", "steps"}]}`, a walk `{"form", "steps"}`.
Ids, the clock and chance are masked.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from fieldapp.errors import FormError, UserError
from fieldapp.forms.form import Form
from fieldapp.forms.loading import load_form_xml
from fieldapp.forms.session import Session
from fieldapp.forms.state import NodeState
from fieldapp.forms.steps import read_json, take_step

Mode = Literal["strict", "parity"]
# The traces were recorded on this evening; forms that ask for today show it.
RECORDED = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
# The device and the worker of the recorded walks.
WALKER = {"deviceid": "device:1", "phonenumber": "1", "username": "u", "email": "e@x"}
_MASKS = (
    (re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), "…uuid…"),
    (re.compile(r"2026-11-2\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)?"), "…now…"),
    (re.compile(r"2026-11-2\d"), "…today…"),
)
_OUTCOMES = {"required": "ANSWER_REQUIRED_BUT_EMPTY", "constraint": "ANSWER_CONSTRAINT_VIOLATED"}


@dataclass(frozen=True)
class Mismatch:
    """One difference: the step counts from 0 within its session."""

    trace: str
    step: int
    ref: str
    expected: object
    actual: object


@dataclass(frozen=True)
class Outcome:
    """How one trace went; `skipped` when it is marked as known to be wrong where it was recorded."""

    trace: str
    mismatches: tuple[Mismatch, ...]
    skipped: bool = False


class Replay:
    """Plays traces; forms are found by name in `forms`, attached files by hash in `attachments`."""

    def __init__(self, forms: Path, attachments: Path, mode: Mode = "strict") -> None:
        self.forms = forms
        self.attachments = attachments
        self.mode = mode
        self._loaded: dict[str, Form] = {}

    def play(self, path: Path) -> Outcome:
        """One trace or walk. Raises FormError for a file that is neither."""
        trace = read_json(path)
        sessions = (trace.get("sessions") or [trace]) if isinstance(trace, dict) else []
        if not sessions or not all(isinstance(one, dict) and "steps" in one for one in sessions):
            raise FormError(
                "form.trace", "{path} is no trace: it has no sessions with steps.", path=str(path)
            )
        name = path.stem
        if trace.get("knownFailureInWebForms"):
            return Outcome(name, (), skipped=True)
        found: list[Mismatch] = []
        for recorded in sessions:
            found += self._play_session(name, recorded, trace.get("tz", "UTC"))
        return Outcome(name, tuple(found))

    def _play_session(self, name: str, recorded: Mapping[str, Any], tz: str) -> Iterator[Mismatch]:
        steps = recorded["steps"]
        try:
            session = self._start(recorded, tz)
        except UserError as error:
            yield Mismatch(name, 0, "", "a session", str(error))
            return
        expected: dict[str, Any] = {}
        for at, step in enumerate(steps):
            _apply(expected, step.get("state") or {})
            try:
                changed = _change(session, step, expected)
                seen = [] if changed else _observed(session, step, expected)
            except UserError as error:
                if "error" not in step:
                    yield Mismatch(name, at, step.get("ref", ""), step.get("result", step["op"]), str(error))
                continue
            for ref, wanted, actual in seen:
                if not _same(wanted, actual):
                    yield Mismatch(name, at, ref, wanted, actual)
            if self.mode == "parity" and "state" in step:
                yield from (Mismatch(name, at, *one) for one in _state_differences(session, expected))

    def _start(self, recorded: Mapping[str, Any], tz: str) -> Session:
        form = self._form(recorded)
        metadata = recorded.get("preload") or (WALKER if "seed" in recorded else {})
        setting: dict[str, Any] = {"now": RECORDED, "tz": tz, "metadata": metadata, "seed": 1}
        setting["today"] = RECORDED.astimezone(ZoneInfo(tz)).date()
        kept = recorded.get("parentInstanceXml") or recorded.get("editInstance")
        if kept is None:
            return form.start(**setting)
        first = (recorded["steps"][0].get("state") or {}).get("set") or {}
        is_edit = any(ref.endswith("deprecatedID") for ref in first)
        session = (form.edit if is_edit else form.reopen)(kept.encode(), **setting)
        given = _recorded_answers(first)
        if any(
            not _same(value, session.raw(ref)) for ref, value in given.items() if ref in session and value
        ):
            # The recorder kept the parent's XML; some tests changed it before they gave it back, so what
            # was really given is known only by the answers that the new session showed.
            return form.restore(given, **setting)
        return session

    def _form(self, recorded: Mapping[str, Any]) -> Form:
        name = recorded["form"].removesuffix(".xml")
        files = recorded.get("attachments") or {}
        key = json.dumps([name, files], sort_keys=True)
        form = self._loaded.get(key)
        if form is None:
            attached = {address: self._attached(one["file"]) for address, one in files.items()}
            xml = (self.forms / f"{name}.xml").read_bytes()
            form = self._loaded[key] = load_form_xml(xml, attached)
        return form

    def _attached(self, name: str) -> bytes:
        return (self.attachments / Path(name).name).read_bytes()


def _recorded_answers(state: Mapping[str, Any]) -> dict[str, str]:
    values = {ref: str(node["value"]) for ref, node in state.items() if "value" in node}
    return values | {ref: str(node["count"]) for ref, node in state.items() if "count" in node}


def _apply(expected: dict[str, Any], delta: Mapping[str, Any]) -> None:
    expected.update(delta.get("set") or {})
    for ref in delta.get("del") or delta.get("unset") or delta.get("removed") or ():
        expected.pop(ref, None)


_CHANGES = frozenset({"answer", "createNewRepeat", "removeRepeat", "setLanguage"})


def _change(session: Session, step: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    if step["op"] not in _CHANGES:
        return False
    value = step.get("value")
    if isinstance(value, dict):
        # A file, whose name the recorder did not keep: it stands in the state that followed.
        value = (expected.get(step["ref"]) or {}).get("value", "")
    take_step(session, {**step, "value": value})
    return True


Seen = list[tuple[str, object, object]]


def _observed(session: Session, step: Mapping[str, Any], expected: Mapping[str, Any]) -> Seen:
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


def _state_differences(session: Session, expected: Mapping[str, Any]) -> Iterator[tuple[str, object, object]]:
    state = session.state()
    for ref, wanted in expected.items():
        node = state.get(ref)
        if node is None:
            yield ref, wanted, None
            continue
        actual = _as_recorded(node, wanted)
        for key in (
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
        ):
            if not _same(_recorded_value(wanted, key), actual[key]):
                yield f"{ref} {key}", _recorded_value(wanted, key), actual[key]
    for ref in state.keys() - expected.keys():
        yield ref, None, state[ref].kind


def _recorded_value(wanted: Mapping[str, Any], key: str) -> object:
    if key == "violation":
        found = wanted.get(key)
        return found if isinstance(found, str) or found is None else found.get("condition")
    default: dict[str, object] = {"readonly": False, "required": False, "choices": None, "count": None}
    return wanted.get(key, default.get(key, ""))


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


def _masked(text: str) -> str:
    for pattern, mask in _MASKS:
        text = pattern.sub(mask, text)
    return text


def _same(expected: object, actual: object) -> bool:
    if isinstance(expected, str) and isinstance(actual, str):
        return expected == actual or _masked(expected) == _masked(actual)
    return expected == actual
