"""The papers there are, by name, made from a vault: the one door for the window and the command line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fieldapp.casework import shown_hash
from fieldapp.errors import RegisterError
from fieldapp.reports.card import household_card
from fieldapp.reports.checklist import checklist_sheet
from fieldapp.reports.document import Document
from fieldapp.reports.door import door_card
from fieldapp.reports.facts import household_facts, imprint, signed_parties
from fieldapp.reports.unmasking import unmask_household
from fieldapp.store.checking import check_household
from fieldapp.store.signing import chain_head, signatures
from fieldapp.store.vault import Vault
from fieldapp.texts import Texts

if TYPE_CHECKING:
    from fieldapp.standards.compiler import CompiledSet


@dataclass(frozen=True)
class Order:
    """What to print: a household by its record id, the year, the words; `reason` lifts the masks and goes on record.

    `standard` is the checklist's set; keep it over many households, compiling costs a tenth of a second. None is the
    only household set of the vault's packs.
    """

    household: str
    year: int
    texts: Texts
    reason: str = ""
    standard: "CompiledSet | None" = None


def household_document(vault: Vault, name: str, order: Order) -> Document:
    """A paper of `REPORTS` about one household. Raises RegisterError report.unknown, report.nothing_masked,
    register.no_household, and PackError where the checklist has no standard."""
    if name not in REPORTS:
        raise RegisterError(
            "report.unknown",
            "There is no paper named {name}. There are: {known}.",
            name=name,
            known=", ".join(REPORTS),
        )
    if order.reason and name != CARD:
        raise RegisterError(
            "report.nothing_masked", "Nothing on this paper can be unmasked. Leave the reason out."
        )
    return REPORTS[name](vault, order)


def _card(vault: Vault, order: Order) -> Document:
    facts = household_facts(vault, order.household, order.year)
    if order.reason:
        unmask_household(vault, order.household, order.year, order.reason)
    return household_card(facts, vault.dictionary, imprint(vault), order.texts, masked=not order.reason)


def _door(vault: Vault, order: Order) -> Document:
    return door_card(household_facts(vault, order.household, order.year), imprint(vault), order.texts)


def _checklist(vault: Vault, order: Order) -> Document:
    facts = household_facts(vault, order.household, order.year)
    checklist = check_household(vault, order.household, order.year, compiled=order.standard)
    signed = signatures(vault, order.household, order.year)
    return checklist_sheet(
        facts,
        checklist,
        signed_parties(vault, checklist),
        shown_hash(checklist.shown(), checklist.version),
        vault.dictionary,
        imprint(vault),
        order.texts,
        chain=chain_head(vault, order.household, order.year) if signed else "",
    )


CARD, CHECKLIST = "household-card", "exit-checklist"
REPORTS: Mapping[str, Callable[[Vault, Order], Document]] = {
    CARD: _card,
    "door-card": _door,
    CHECKLIST: _checklist,
}
