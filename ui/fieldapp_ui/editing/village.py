"""The checklists of a whole village, read beside the window: slow in a large one, so it tells how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fieldapp.domain.region import scope_covers
from fieldapp.standards.outcome import Checklist
from fieldapp.store.checking import check_scope
from fieldapp.store.records import count
from fieldapp.store.regions import villages
from fieldapp_ui.editing.heads import head_name

if TYPE_CHECKING:
    from fieldapp.standards.compiled import CompiledSet
    from fieldapp.store import Vault
    from fieldapp_ui.background.tasks import Handle

NAMES_AT_ONCE = 50


@dataclass(frozen=True)
class VillageView:
    """A checklist and the head's name for each household, in the same order."""

    checks: tuple[Checklist, ...] = ()
    names: tuple[str, ...] = ()


def read_village(
    vault: Vault, scope: str, year: int, compiled: CompiledSet, handle: Handle | None = None
) -> VillageView:
    """Check every household of a region prefix, village by village. Raises Cancelled between them."""
    codes = [one.code for one in villages(vault) if scope_covers(scope, one.code)]
    inhabited = [code for code in codes if count(vault, "household", code)]
    total = sum(count(vault, "household", code) for code in inhabited)
    checks: list[Checklist] = []
    names: list[str] = []
    for code in inhabited:
        found = check_scope(vault, code, year, compiled=compiled)
        for at, check in enumerate(found):
            if handle is not None and at % NAMES_AT_ONCE == 0:
                handle.report(len(names), total)
            names.append(head_name(vault, check.household))
        checks += found
    return VillageView(tuple(checks), tuple(names))
