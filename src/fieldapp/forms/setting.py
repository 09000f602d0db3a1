"""What a session is told of the world around it: the day, the worker, what is known already. Nothing else comes in."""

import random
import uuid
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Required, TypedDict
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from fieldapp.errors import FormError
from fieldapp.forms.expressions.world import World
from fieldapp.forms.reading.xform import Definition
from fieldapp.forms.reading.xml import read_tree, read_xml
from fieldapp.forms.state import EntityVersion


class Setting(TypedDict, total=False):
    """`metadata` has deviceid, username, email, phonenumber …; its `position`, "lat lon alt accuracy" in degrees and
    metres, is what `setgeopoint` and `start-geopoint` take.

    `seen` gives an opaque token by entity id, `entities` ODK's versions by entity id. `last_saved` is the XML of the
    form's last submission here, for `jr://instance/last-saved`. `seed` makes `random()` repeatable.
    """

    today: Required[date]
    now: Required[datetime]
    tz: str
    new_uuid: Callable[[], str] | None
    metadata: Mapping[str, str] | None
    seen: Mapping[str, str] | None
    entities: Mapping[str, EntityVersion] | None
    last_saved: bytes | None
    seed: int | None


def world_of(definition: Definition, setting: Setting) -> World:
    """The world of one session. Raises FormError form.zone for a time zone that is none."""
    zone, now = _zone(setting.get("tz", "UTC")), setting["now"]
    last_saved = setting.get("last_saved")
    last = read_tree(read_xml(last_saved, "The submission")) if last_saved and definition.last_saved else None
    return World(
        today=setting["today"],
        now=now.replace(tzinfo=zone) if now.tzinfo is None else now.astimezone(zone),
        zone=zone,
        new_uuid=setting.get("new_uuid") or (lambda: str(uuid.uuid4())),
        chance=random.Random(setting.get("seed")),
        instances=definition.instances
        if last is None
        else {**definition.instances, **dict.fromkeys(definition.last_saved, last)},
        metadata={key.lower(): value for key, value in (setting.get("metadata") or {}).items()},
        version=definition.version,
        own_rows=definition.own_rows,
    )


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise FormError("form.zone", "The time zone {zone} is not known.", zone=name) from error
