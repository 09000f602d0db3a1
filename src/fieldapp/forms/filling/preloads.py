"""Values that a form asks of its surroundings when it starts or ends: times, ids, the worker, the device."""

from datetime import datetime

from fieldapp.forms.definition import Bind
from fieldapp.forms.expressions.dates import stamp_text
from fieldapp.forms.expressions.world import World


def preloaded(bind: Bind, world: World) -> str | None:
    """The value of a preload at the start, or None where there is none."""
    kind, parameter = bind.preload, bind.preload_parameter
    if kind == "uid":
        return f"uuid:{world.new_uuid()}"
    if kind == "timestamp" and parameter == "start":
        return stamp_text(world.now)
    if kind == "date" and parameter == "today":
        return world.today.isoformat()
    if kind == "property":
        return world.metadata.get(parameter.lower(), "") or None
    return None


def at_end(bind: Bind, now: datetime) -> str | None:
    """The value of a preload when the submission is written."""
    if bind.preload == "timestamp" and bind.preload_parameter == "end":
        return stamp_text(now)
    return None
