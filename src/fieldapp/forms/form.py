"""A loaded form: what it is called, what was found wrong with it, and the sessions that begin from it."""

import random
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from fieldapp.errors import Finding, FormError
from fieldapp.forms.building import built_at_once
from fieldapp.forms.definition import Seed
from fieldapp.forms.expressions.world import World
from fieldapp.forms.filling import Filling
from fieldapp.forms.meta_block import with_deprecated_id
from fieldapp.forms.ranking import Ranks
from fieldapp.forms.seeding import from_answers, from_submission, prototype
from fieldapp.forms.session import Session
from fieldapp.forms.xform import Definition
from fieldapp.forms.xml_reading import read_xml

_EARLY = datetime(2000, 1, 1, tzinfo=UTC)
NewUuid = Callable[[], str]


class Form:
    """Made by `load_form`; compiled once, good for any number of sessions."""

    @built_at_once
    def __init__(self, definition: Definition, findings: tuple[Finding, ...] = ()) -> None:
        self.definition = definition
        self.findings: tuple[Finding, ...] = (*findings, *definition.findings)
        self._ranks = Ranks()
        world = _world(_EARLY.date(), _EARLY, "UTC", lambda: "", definition, {})
        Filling(definition, Ranks(), world, self._ranks.add).grow_all(prototype(definition.document))
        self._ranks.settle()

    @property
    def id(self) -> str:
        """The form's id."""
        return self.definition.id

    @property
    def version(self) -> str:
        """The form's version, or ""."""
        return self.definition.version

    @property
    def title(self) -> str:
        """The form's title, or ""."""
        return self.definition.title

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its texts; empty when it has no translations."""
        return tuple(one.language for one in self.definition.translations)

    @cached_property
    def questions(self) -> int:
        """How many questions it asks."""
        return sum(
            1
            for one in self.definition.document.descendants()
            if one.control is not None and one.control.tag not in ("group", "repeat")
        )

    @built_at_once
    def start(
        self,
        *,
        today: date,
        now: datetime,
        tz: str = "UTC",
        new_uuid: NewUuid | None = None,
        prefill: Mapping[str, str] | None = None,
        metadata: Mapping[str, str] | None = None,
        seen: Mapping[str, str] | None = None,
        seed: int | None = None,
    ) -> Session:
        """A blank session. `metadata` has deviceid, username, email, phonenumber …; `seen` a token by entity id."""
        filling = self._filling(today, now, tz, new_uuid, metadata, seed)
        filling.grow_all(self.definition.seed)
        session = Session(filling, seen or {})
        session.open(first=True)
        if prefill:
            session.prefill(prefill)
        return session

    @built_at_once
    def restore(
        self,
        answers: Mapping[str, str],
        *,
        today: date,
        now: datetime,
        tz: str = "UTC",
        new_uuid: NewUuid | None = None,
        metadata: Mapping[str, str] | None = None,
        seen: Mapping[str, str] | None = None,
        seed: int | None = None,
    ) -> Session:
        """The session that `Session.answers` was taken from; first-load actions do not run again."""
        filling = self._filling(today, now, tz, new_uuid, metadata, seed)
        return self._opened(filling, from_answers(self.definition.seed, answers), seen)

    @built_at_once
    def edit(
        self,
        submission: bytes,
        *,
        today: date,
        now: datetime,
        tz: str = "UTC",
        new_uuid: NewUuid | None = None,
        metadata: Mapping[str, str] | None = None,
        seen: Mapping[str, str] | None = None,
        seed: int | None = None,
    ) -> Session:
        """A session on a finalised submission: a new instanceID, the old one as deprecatedID."""
        whole, old = with_deprecated_id(self._merged(submission))
        if not old:
            raise FormError("form.edit.no_id", "This submission has no instanceID, so it cannot be edited.")
        filling = self._filling(today, now, tz, new_uuid, metadata, seed)
        return self._opened(filling, whole, seen)

    @built_at_once
    def reopen(
        self,
        submission: bytes,
        *,
        today: date,
        now: datetime,
        tz: str = "UTC",
        new_uuid: NewUuid | None = None,
        metadata: Mapping[str, str] | None = None,
        seen: Mapping[str, str] | None = None,
        seed: int | None = None,
    ) -> Session:
        """A session on a draft that is kept as XML: the same instanceID goes on."""
        filling = self._filling(today, now, tz, new_uuid, metadata, seed)
        return self._opened(filling, self._merged(submission), seen)

    def _merged(self, submission: bytes) -> Seed:
        element = read_xml(submission, "The submission")
        if element.get("id") != self.definition.id:
            raise FormError(
                "form.edit.other", "This submission belongs to the form “{id}”.", id=element.get("id") or ""
            )
        merged = from_submission(self.definition.seed.children[0], element)
        return Seed(self.definition.document, "", (merged,))

    def _opened(self, filling: Filling, seed: Seed, seen: Mapping[str, str] | None) -> Session:
        filling.grow_all(seed)
        session = Session(filling, seen or {})
        session.open(first=False)
        return session

    def _filling(
        self,
        today: date,
        now: datetime,
        tz: str,
        new_uuid: NewUuid | None,
        metadata: Mapping[str, str] | None,
        seed: int | None,
    ) -> Filling:
        world = _world(
            today, now, tz, new_uuid or (lambda: str(uuid.uuid4())), self.definition, metadata or {}
        )
        return Filling(self.definition, self._ranks, replace(world, chance=random.Random(seed)))


def _world(
    today: date,
    now: datetime,
    tz: str,
    new_uuid: NewUuid,
    definition: Definition,
    metadata: Mapping[str, str],
) -> World:
    try:
        zone = ZoneInfo(tz)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise FormError("form.zone", "The time zone {zone} is not known.", zone=tz) from error
    local = now.replace(tzinfo=zone) if now.tzinfo is None else now.astimezone(zone)
    return World(
        today=today,
        now=local,
        zone=zone,
        new_uuid=new_uuid,
        chance=random.Random(0),
        instances=definition.instances,
        metadata={key.lower(): value for key, value in metadata.items()},
        version=definition.version,
    )
