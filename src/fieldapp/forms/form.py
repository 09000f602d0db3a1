"""A loaded form: what it is called, what was found wrong with it, and the sessions that begin from it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import Unpack

from fieldapp.errors import Finding, FormError
from fieldapp.forms.building import built_at_once
from fieldapp.forms.definition import Seed
from fieldapp.forms.filling.actions import not_done
from fieldapp.forms.filling.filling import Filling
from fieldapp.forms.filling.ranking import Ranks
from fieldapp.forms.filling.seeding import from_answers, from_submission, prototype
from fieldapp.forms.outcome.audit import AuditSettings
from fieldapp.forms.reading.meta_block import with_deprecated_id
from fieldapp.forms.reading.xform import Definition
from fieldapp.forms.reading.xml import read_xml
from fieldapp.forms.session import Session
from fieldapp.forms.setting import Setting, world_of

_EARLY = datetime(2000, 1, 1, tzinfo=UTC)


class Form:
    """Made by `load_form`; compiled once, good for any number of sessions."""

    @built_at_once
    def __init__(self, definition: Definition, findings: tuple[Finding, ...] = ()) -> None:
        self.definition = definition
        self.findings: tuple[Finding, ...] = (*findings, *definition.findings, *not_done(definition.actions))
        self._ranks = Ranks()
        world = world_of(definition, {"today": _EARLY.date(), "now": _EARLY, "new_uuid": lambda: ""})
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

    @property
    def audit(self) -> AuditSettings | None:
        """What its audit question asks to be logged; None for a form without one."""
        return self.definition.audit

    @property
    def public_key(self) -> str:
        """The key its submissions are to be sealed for (`sealing.seal_submission`), or ""."""
        return self.definition.public_key

    @cached_property
    def questions(self) -> int:
        """How many questions it asks."""
        return sum(
            1
            for one in self.definition.document.descendants()
            if one.control is not None and one.control.tag not in ("group", "repeat")
        )

    @built_at_once
    def start(self, *, prefill: Mapping[str, str] | None = None, **setting: Unpack[Setting]) -> Session:
        """A blank session."""
        session = self._session(self.definition.seed, setting, first=True)
        if prefill:
            session.prefill(prefill)
        return session

    @built_at_once
    def restore(self, answers: Mapping[str, str], **setting: Unpack[Setting]) -> Session:
        """The session that `Session.answers` was taken from; first-load actions do not run again."""
        return self._session(from_answers(self.definition.seed, answers), setting)

    @built_at_once
    def edit(self, submission: bytes, **setting: Unpack[Setting]) -> Session:
        """A session on a finalised submission: a new instanceID, the old one as deprecatedID."""
        whole, old = with_deprecated_id(self._merged(submission))
        if not old:
            raise FormError("form.edit.no_id", "This submission has no instanceID, so it cannot be edited.")
        return self._session(whole, setting)

    @built_at_once
    def reopen(self, submission: bytes, **setting: Unpack[Setting]) -> Session:
        """A session on a draft that is kept as XML: the same instanceID goes on."""
        return self._session(self._merged(submission), setting)

    def _merged(self, submission: bytes) -> Seed:
        element = read_xml(submission, "The submission")
        if element.get("id") != self.definition.id:
            raise FormError(
                "form.edit.other", "This submission belongs to the form “{id}”.", id=element.get("id") or ""
            )
        merged = from_submission(self.definition.seed.children[0], element)
        return Seed(self.definition.document, "", (merged,))

    def _session(self, seed: Seed, setting: Setting, first: bool = False) -> Session:
        filling = Filling(self.definition, self._ranks, world_of(self.definition, setting))
        filling.grow_all(seed)
        session = Session(filling, setting.get("seen") or {}, setting.get("entities") or {})
        session.open(first=first)
        return session
