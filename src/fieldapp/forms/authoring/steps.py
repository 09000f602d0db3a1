"""Steps of a script: what a worker does, as JSON; the same words as in recorded traces."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fieldapp.errors import FormError
from fieldapp.forms.session import Session


def read_steps(path: Path) -> list[dict[str, Any]]:
    """`[{"op": "answer", "ref": "/data/a", "value": "1"}, …]`, or the same under `steps`. Raises FormError."""
    found = read_json(path)
    steps = found.get("steps") if isinstance(found, dict) else found
    if not isinstance(steps, list) or not are_steps(steps):
        raise FormError("form.steps", "{path} holds no list of steps.", path=str(path))
    return steps


def are_steps(found: object) -> bool:
    """Whether something read from JSON is a list of steps, each an object."""
    return isinstance(found, list) and all(isinstance(step, dict) for step in found)


def read_json(path: Path) -> Any:
    """The JSON in a file, with or without the mark that editors of Windows put before it. Raises FormError."""
    try:
        return json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise FormError("form.json", "{path} is not JSON.", path=str(path)) from error


def take_step(session: Session, step: Mapping[str, Any]) -> frozenset[str]:
    """Do one step; returns the references that changed. Raises FormError for a step that is not known."""
    ref = str(step.get("ref", ""))
    match step.get("op"):
        case "answer":
            return session.answer(ref, step.get("value"))
        case "createNewRepeat" | "add_repeat":
            return session.add_repeat(ref)
        case "removeRepeat" | "remove_repeat":
            return session.remove_repeat(ref)
        case "setLanguage" | "set_language":
            return session.set_language(str(step.get("language", "")))
        case "confirm":
            return session.confirm(ref)
        case "remark":
            session.remark(ref, str(step.get("text", "")))
            return frozenset()
        case "init":
            return frozenset()
        case other:
            raise FormError("form.step", "The step “{op}” is not known.", op=str(other))
