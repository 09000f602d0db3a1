"""What of a form being filled is in its draft already, so that an answer or a row writes only what differs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Protocol

from fieldapp.errors import Finding
from fieldapp.forms.marks import CONFIRMED
from fieldapp_ui.editing.forms.plan import RANGE

if TYPE_CHECKING:
    from fieldapp.forms import Session
    from fieldapp.store.save import Saved
    from fieldapp.store.submissions import Paper


class Keeper(Protocol):
    """Where answers are kept while they are not final."""

    def keep(self, answers: Mapping[str, str], at: str, gone: Collection[str] = ()) -> None:
        """Keeps answers that changed, their marks and remarks (`Session.answers` names them), and the question the
        worker was at, and what is `gone` no more; durable when this returns."""

    def keep_paper(self, paper: Paper) -> None:
        """Keeps that the answers are copied from a paper."""

    def finalise(self, session: Session) -> Saved | tuple[Finding, ...]:
        """Writes the answers to the register, or says what does not fit."""


class Keeping:
    """A session and the keeper that holds its answers; at the beginning he holds all of them. `at` is the place he was
    told last."""

    def __init__(self, session: Session, keeper: Keeper) -> None:
        self._session, self._keeper = session, keeper
        self._kept = session.answers()
        self.at = ""
        self._attributes = attributes_of(self._kept)

    def keep(self, fresh: Mapping[str, str], at: str, gone: Collection[str] = ()) -> None:
        """These answers, marks and remarks are new, those have gone. Another answer is not the one confirmed."""
        for ref in (*gone, *(ref + CONFIRMED for ref in fresh)):
            self._kept.pop(ref, None)
        self._kept.update(fresh)
        self.at = at
        self._keeper.keep(fresh, at, gone)

    def keep_changed(self, refs: Collection[str], at: str) -> None:
        """What an answer set besides itself (triggers, values set by the form) belongs to the draft as well."""
        # A repeat that came to apply keeps its number of rows: it has no answer of its own.
        fresh = {
            ref: self._session.raw(ref)
            for ref in (*refs, *self._attributes)
            if ref in self._kept and not ref.endswith(RANGE)
        }
        self.keep({ref: raw for ref, raw in fresh.items() if raw != self._kept[ref]}, at)

    def keep_rows(self, at: str) -> None:
        """Rows came, went or changed places."""
        answers = self._session.answers()
        fresh = {ref: raw for ref, raw in answers.items() if self._kept.get(ref) != raw}
        self.keep(fresh, at, self._kept.keys() - answers.keys())
        self._attributes = attributes_of(answers)


def attributes_of(answers: Mapping[str, str]) -> tuple[str, ...]:
    """The attributes among answers: ids of entities, which change without being told and belong to the draft."""
    return tuple(ref for ref in answers if "/@" in ref)
