"""Recorded sessions played again: each observation compared with ours, or each state (`parity`).

A trace is JSON `{"tz", "sessions": [{"op", "form", "attachments", "steps"}]}`, a walk `{"form", "steps"}`.
Ids, the clock and chance are masked.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from fieldapp.errors import FormError, UserError
from fieldapp.forms.authoring.comparing import PLACES, Comparing, observed
from fieldapp.forms.authoring.levelling import (
    adopt_chance,
    as_recorded,
    chance_paths,
    shuffled_paths,
    without_queries,
)
from fieldapp.forms.authoring.recorded import read_recording
from fieldapp.forms.authoring.steps import take_step
from fieldapp.forms.form import Form
from fieldapp.forms.loading import load_form_xml
from fieldapp.forms.session import Session

Mode = Literal["strict", "parity"]
# The traces were recorded on this evening; forms that ask for today show it.
RECORDED = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
# The device and the worker of the recorded walks.
WALKER = {"deviceid": "device:1", "phonenumber": "1", "username": "u", "email": "e@x"}
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_CHANGES = frozenset({"answer", "createNewRepeat", "removeRepeat", "setLanguage"})


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
        recording = read_recording(path)
        if recording.skipped:
            return Outcome(recording.name, (), skipped=True)
        found: list[Mismatch] = []
        for recorded in recording.sessions:
            found += self._play_session(recording.name, recorded, recording.tz)
        return Outcome(recording.name, tuple(found))

    def _play_session(self, name: str, recorded: Mapping[str, Any], tz: str) -> Iterator[Mismatch]:
        steps, is_walk = recorded["steps"], "seed" in recorded
        try:
            form = self._form(recorded)
            moment = _recorded_at(form, steps[0]) if is_walk and steps else RECORDED
            session = self._start(form, recorded, moment, tz)
        except UserError as error:
            yield Mismatch(name, 0, "", "a session", str(error))
            return
        comparing = Comparing(moment, shuffled_paths(form.definition))
        chance = chance_paths(form.definition)
        has_places = _shows_place(steps)
        expected: dict[str, Any] = {}
        for at, step in enumerate(steps):
            _apply(expected, step.get("state") or {})
            try:
                changed = _change(session, step, expected)
                adopt_chance(session, expected, chance)
                seen = [] if changed else observed(session, step, expected)
            except UserError as error:
                if "error" not in step:
                    yield Mismatch(name, at, step.get("ref", ""), step.get("result", step["op"]), str(error))
                seen = []
            if is_walk and "error" in step:
                # An engine that failed inside its own graph says nothing more that counts.
                return
            for ref, wanted, actual in seen:
                if not comparing.same(wanted, actual):
                    yield Mismatch(name, at, ref, wanted, actual)
            if self.mode == "parity" and "state" in step:
                yield from (Mismatch(name, at, *one) for one in comparing.states(session, expected))
            if has_places and PLACES[0] in session.answers().values():
                session.stand_at(PLACES[1])

    def _start(self, form: Form, recorded: Mapping[str, Any], moment: datetime, tz: str) -> Session:
        metadata = recorded.get("preload") or (WALKER if "seed" in recorded else {})
        if _shows_place(recorded["steps"]):
            metadata = {**metadata, "position": PLACES[0]}
        setting: dict[str, Any] = {"now": moment, "tz": tz, "metadata": metadata, "seed": 1}
        setting["today"] = _day(moment, tz)
        kept = recorded.get("parentInstanceXml") or recorded.get("editInstance")
        if kept is None:
            return form.start(**setting)
        first = (recorded["steps"][0].get("state") or {}).get("set") or {}
        is_edit = any(ref.endswith("deprecatedID") for ref in first)
        session = (form.edit if is_edit else form.reopen)(kept.encode(), **setting)
        given = _recorded_answers(first)
        comparing = Comparing(moment, frozenset())
        if any(
            not comparing.same(value, session.raw(ref))
            for ref, value in given.items()
            if ref in session and value
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
            try:
                xml = (self.forms / f"{name}.xml").read_bytes()
            except OSError as error:
                raise FormError(
                    "form.trace.form",
                    "There is no form {name} in {folder}.",
                    name=name,
                    folder=str(self.forms),
                ) from error
            form = self._loaded[key] = as_recorded(load_form_xml(without_queries(xml), attached))
        return form

    def _attached(self, name: str) -> bytes:
        try:
            return (self.attachments / Path(name).name).read_bytes()
        except OSError as error:
            raise FormError(
                "form.trace.file", "There is no {name} in {folder}.", name=name, folder=str(self.attachments)
            ) from error


def _recorded_answers(state: Mapping[str, Any]) -> dict[str, str]:
    values = {ref: str(node["value"]) for ref, node in state.items() if "value" in node}
    return values | {ref: str(node["count"]) for ref, node in state.items() if "count" in node}


def _apply(expected: dict[str, Any], delta: Mapping[str, Any]) -> None:
    expected.update(delta.get("set") or {})
    for ref in delta.get("del") or delta.get("unset") or delta.get("removed") or ():
        expected.pop(ref, None)


def _change(session: Session, step: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    if step["op"] not in _CHANGES:
        return False
    value = step.get("value")
    if isinstance(value, dict):
        # A file, whose name the recorder did not keep: it stands in the state that followed.
        value = (expected.get(step["ref"]) or {}).get("value", "")
    take_step(session, {**step, "value": value})
    return True


def _recorded_at(form: Form, first: Mapping[str, Any]) -> datetime:
    """When a walk was recorded: the start of the session that its first state shows."""
    shown = (first.get("state") or {}).get("set") or {}
    starts = [
        str((shown.get(one.path) or {}).get("value", ""))
        for one in form.definition.document.descendants()
        if one.bind.preload == "timestamp" and one.bind.preload_parameter == "start"
    ]
    return next((datetime.fromisoformat(one) for one in starts if _STAMP.fullmatch(one)), RECORDED)


def _day(moment: datetime, tz: str) -> date:
    return moment.astimezone(ZoneInfo(tz)).date()


def _shows_place(steps: Sequence[Mapping[str, Any]]) -> bool:
    return any(PLACES[0] in (step.get("result"), *_values(step)) for step in steps)


def _values(step: Mapping[str, Any]) -> Iterator[object]:
    for one in ((step.get("state") or {}).get("set") or {}).values():
        yield one.get("value")
