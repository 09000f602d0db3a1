"""A recorded trace or walk as it lies in a file: its whole shape is checked here, so playing meets no surprise."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fieldapp.errors import FormError
from fieldapp.forms.authoring.steps import are_steps, read_json


@dataclass(frozen=True)
class Recording:
    """One file: its sessions in order, in the time zone of the recorder."""

    name: str
    tz: str
    sessions: tuple[Mapping[str, Any], ...]
    skipped: bool


def read_recording(path: Path) -> Recording:
    """A trace or walk. Raises FormError for a file that is neither."""
    trace = read_json(path)
    found = (trace.get("sessions") or [trace]) if isinstance(trace, dict) else None
    if not isinstance(found, list) or not all(_is_session(one) for one in found):
        raise FormError("form.trace", "{path} is no trace: it has no sessions with steps.", path=str(path))
    tz = trace.get("tz", "UTC")
    if not _is_zone(tz):
        raise FormError("form.zone", "The time zone {zone} is not known.", zone=str(tz))
    return Recording(path.stem, tz, tuple(found), bool(trace.get("knownFailureInWebForms")))


def _is_zone(name: object) -> bool:
    try:
        ZoneInfo(name if isinstance(name, str) else "")
    except (KeyError, ValueError, OSError):
        return False
    return True


def _is_session(one: object) -> bool:
    return (
        isinstance(one, dict)
        and isinstance(one.get("form"), str)
        and all(isinstance(one.get(key) or "", str) for key in ("editInstance", "parentInstanceXml"))
        and _is_table(one.get("preload"), str)
        and _is_table(one.get("attachments"), dict)
        and all(isinstance(file.get("file"), str) for file in (one.get("attachments") or {}).values())
        and are_steps(one.get("steps"))
        and all(_is_step(step) for step in one["steps"])
    )


def _is_step(step: Mapping[str, Any]) -> bool:
    state = step.get("state") or {}
    return (
        isinstance(step.get("op"), str)
        and isinstance(step.get("ref", ""), str)
        and isinstance(state, dict)
        and _is_table(state.get("set"), dict)
        and all(
            isinstance(ref, str)
            for key in ("del", "unset", "removed")
            for ref in _listed(state.get(key) or [])
        )
    )


def _is_table(found: object, values: type) -> bool:
    return found is None or (
        isinstance(found, dict) and all(isinstance(one, values) for one in found.values())
    )


def _listed(found: object) -> list[object]:
    return found if isinstance(found, list) else [None]
