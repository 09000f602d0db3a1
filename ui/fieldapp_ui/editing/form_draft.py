"""A draft as the keeper of a form's answers: every answer is durable at once, with the question the worker was at, and
the paper it is copied from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from fieldapp.errors import Finding
from fieldapp.store import Vault
from fieldapp.store.drafts import Draft, answers, put_answer, put_answers
from fieldapp.store.save import Saved
from fieldapp.store.submissions import Paper, finalise

if TYPE_CHECKING:
    from fieldapp.forms import Session

AT = "@at"
FILLED_ON, FILLED_BY = "@paper on", "@paper by"


class DraftKeeper:
    """The place of the worker stands beside the answers under an `@` name, which no form has."""

    def __init__(self, vault: Vault, draft: Draft) -> None:
        self._vault, self._draft = vault, draft
        kept = answers(vault, draft)
        self.at = kept.get(AT, "")
        self.paper = Paper(kept[FILLED_ON], kept.get(FILLED_BY, "")) if kept.get(FILLED_ON) else None

    def keep(self, answers: Mapping[str, str], at: str) -> None:
        """One transaction for an answer, what followed from it, and where the worker is."""
        with self._vault.transaction():
            for ref, value in answers.items():
                put_answer(self._vault, self._draft, ref, value)
            put_answer(self._vault, self._draft, AT, at)

    def keep_all(self, answers: Mapping[str, str], at: str) -> None:
        """These answers, with their marks and remarks, and no others."""
        beside = {}
        if self.paper is not None:
            beside = {FILLED_ON: self.paper.filled_on, FILLED_BY: self.paper.worker}
        put_answers(self._vault, self._draft, {**answers, **beside, AT: at})

    def keep_paper(self, paper: Paper) -> None:
        """The answers are copied from a paper: when it was filled, and by whom."""
        self.paper = paper
        with self._vault.transaction():
            put_answer(self._vault, self._draft, FILLED_ON, paper.filled_on)
            put_answer(self._vault, self._draft, FILLED_BY, paper.worker)

    def finalise(self, session: Session) -> Saved | tuple[Finding, ...]:
        """Into the register."""
        return finalise(self._vault, self._draft, session, paper=self.paper)
