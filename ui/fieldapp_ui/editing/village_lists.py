"""What is kept for a village: the lists of the dictionary by what they belong to, with how many records each has."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.register.declarations import Dictionary
from fieldapp.store import Vault
from fieldapp.store.records import count, rows
from fieldapp.texts import Texts

# Kept by the program itself and shown where they belong: on the card, the year page, the comparison page.
NOT_SHELVED = frozenset(
    (
        "village",
        "submission",
        "submission_return",
        "signature",
        "snapshot",
        "explanation",
        "explanation_village",
        "difference",
        "entry",
        "erasure",
        "unmask_day",
        "device_term",
    )
)


@dataclass(frozen=True)
class Shelf:
    """One list: its name in the dictionary, what it is called, how many active records there are in view."""

    list: str
    words: str
    count: int


def village_record(vault: Vault, scope: str) -> str:
    """The record of one village, empty when it is not there or `scope` is wider than a village."""
    found = rows(vault, "village", scope, limit=2) if len(scope) == 12 else ()
    return found[0].id if found else ""


def shelves(vault: Vault, scope: str, texts: Texts) -> tuple[tuple[str, tuple[Shelf, ...]], ...]:
    """Headings with their lists: what belongs to the village itself, and what belongs to its households."""
    dictionary = vault.dictionary
    of_village = _below(dictionary, "village")
    others = [name for name in dictionary.lists if name not in of_village and _is_shelved(dictionary, name)]
    return (
        (texts("Of the village"), _shelves(vault, of_village, scope, texts)),
        (texts("Of the households"), _shelves(vault, others, scope, texts)),
    )


def _below(dictionary: Dictionary, parent: str) -> list[str]:
    return [spec.name for spec in dictionary.children(parent) if _is_shelved(dictionary, spec.name)]


def _is_shelved(dictionary: Dictionary, name: str) -> bool:
    return name not in NOT_SHELVED and dictionary.lists[name].key_by == "uuid"


def _shelves(vault: Vault, names: list[str], scope: str, texts: Texts) -> tuple[Shelf, ...]:
    specs = [vault.dictionary.lists[name] for name in names]
    return tuple(
        Shelf(
            spec.name,
            texts.pick(spec.zh_hans, spec.zh_hant, spec.en),
            count(vault, spec.name, scope),
        )
        for spec in specs
    )
