"""Erasing a person by law: what there is counted before it goes, the name to type, and a deed without an undo."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fieldapp.errors import Finding
from fieldapp.store.erasure import ErasurePlan, erase_person, plan_erasure
from fieldapp.store.permissions import role_of
from fieldapp.store.records import record
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.packs import list_words
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.store import Vault
    from fieldapp.store.save import Saved


@dataclass(frozen=True)
class Leaving:
    """What an erasure takes, in words: lines such as "3 records of income"; `findings` are left to people."""

    person: str
    name: str
    lines: tuple[str, ...]
    findings: tuple[Finding, ...]


def why_no_erasure(desk: Desk) -> str:
    """Why this worker may not erase; empty for one who may."""
    if role_of(desk.vault).may("erase"):
        return ""
    return tr("Only the township and the county erase a person's data. Ask them.")


def read_leaving(vault: Vault, desk: Desk, person: str) -> Leaving:
    """What would go. Reads only; raises RegisterError as `plan_erasure`."""
    plan = plan_erasure(vault, person)
    found = record(vault, "person", person)
    name = str(found.values.get("name") or "") if found else ""
    return Leaving(person, name, tuple(_lines(desk, plan)), plan.findings)


def is_confirmed(leaving: Leaving, typed: str) -> bool:
    """Whether the typed name is the person's; one without a name is confirmed by the first digits of the record."""
    return typed.strip() == asked_name(leaving)


def asked_name(leaving: Leaving) -> str:
    """What has to be typed."""
    return leaving.name or leaving.person[:8]


def erase(vault: Vault, leaving: Leaving, reason: str, basis: str) -> Saved:
    """Erase on every replica, for ever. Raises RegisterError as `erase_person`."""
    return erase_person(vault, leaving.person, reason, basis)


def _lines(desk: Desk, plan: ErasurePlan) -> list[str]:
    counts = Counter(name for name, _ in plan.records)
    dictionary = desk.vault.dictionary
    lines = [
        tr("{list}: {count}", list=list_words(dictionary, name, desk.texts), count=count)
        for name, count in counts.items()
    ]
    if plan.words:
        lines.append(tr("texts elsewhere that name the person: {count}", count=len(plan.words)))
    if plan.files:
        lines.append(tr("photos and files: {count}", count=len(plan.files)))
    return lines
