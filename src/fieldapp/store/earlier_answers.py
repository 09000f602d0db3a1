"""What an edited submission had said already, kept beside the draft that edits it: only what differs is written again."""

import json
from collections.abc import Iterable, Mapping

from fieldapp.forms import EntityChange
from fieldapp.store.drafts import Draft, answers, put_answer
from fieldapp.store.vault import Vault

_SAID = "@said before"


def keep_said(vault: Vault, draft: Draft, changes: Iterable[EntityChange]) -> None:
    """Keep the entities of the submission as they were."""
    said = {place_of(change): dict(change.values) for change in changes}
    put_answer(vault, draft, _SAID, json.dumps(said, ensure_ascii=False))


def said_before(vault: Vault, draft: Draft) -> Mapping[str, Mapping[str, str]]:
    """The saved properties by the entity's place; empty for a draft that edits nothing."""
    kept = answers(vault, draft).get(_SAID, "") if draft.edits else ""
    found: dict[str, dict[str, str]] = json.loads(kept or "{}")
    return found


def place_of(entity: EntityChange) -> str:
    """What tells an entity from the others of a form: its id, where it has none its node."""
    return f"{entity.list} {entity.id or entity.ref}"
