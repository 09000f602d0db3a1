"""Finalising drafts without a window: one, or every clean one at once, and why the others are not.

Each draft is a commit of its own; one that is refused stands as it was, and the next one is tried. Meant for a thread
with a connection of its own (`Vault.sibling`).
"""

from collections.abc import Callable
from dataclasses import dataclass

from fieldapp.errors import Finding, UserError
from fieldapp.forms import Form
from fieldapp.store.drafts import Draft, drafts
from fieldapp.store.prefill import begin
from fieldapp.store.save import Saved
from fieldapp.store.submissions import finalise
from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class Refused:
    """A draft that is not final: the first reason, and the question it is about ("" where it is about none)."""

    draft: Draft
    reason: Finding | UserError
    ref: str = ""


@dataclass(frozen=True)
class Finalised:
    """What came of many drafts."""

    saved: tuple[Saved, ...]
    refused: tuple[Refused, ...]


def finalise_draft(vault: Vault, form: Form, draft: Draft, *, tz: str = "UTC") -> Saved | tuple[Finding, ...]:
    """One draft as it stands; or the findings that keep it from being final. Raises UserError."""
    return finalise(vault, draft, begin(vault, form, draft, tz=tz))


def finalise_all(
    vault: Vault,
    form_of: Callable[[Draft], Form],
    *,
    tz: str = "UTC",
    told: Callable[[int, int], None] | None = None,
) -> Finalised:
    """Every draft of this worker's that is clean, the oldest first. `form_of` finds a draft's form and may raise
    UserError; `told` is called with the drafts done and the drafts in all."""
    mine = tuple(reversed(drafts(vault)))
    saved: list[Saved] = []
    refused: list[Refused] = []
    for done, draft in enumerate(mine, 1):
        try:
            outcome = finalise_draft(vault, form_of(draft), draft, tz=tz)
        except UserError as reason:
            refused.append(Refused(draft, reason))
        else:
            if isinstance(outcome, tuple):
                refused.append(Refused(draft, outcome[0], outcome[0].where.field))
            else:
                saved.append(outcome)
        if told is not None:
            told(done, len(mine))
    return Finalised(tuple(saved), tuple(refused))
