"""Needs as cards for those who want to help: the need, its kind, the township, the household's size, and no more.

No name, no address, no number and no illness: names of the household are struck from the text, so are long figures, and
the text of a medical need is not printed at all. Full details leave only under a consent that holds that day.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fieldapp.domain.money import format_fen
from fieldapp.errors import RegisterError
from fieldapp.reports.check_code import with_check_code
from fieldapp.reports.document import Cell, Column, Document, Heading, Note, Pair, Pairs, Table
from fieldapp.reports.facts import imprint, members_of, village_name
from fieldapp.reports.inputs import Imprint
from fieldapp.store.records import Record, children, record, rows
from fieldapp.store.refusals import unknown_record
from fieldapp.store.regions import region
from fieldapp.store.vault import Vault
from fieldapp.texts import Texts

MEDICAL = "6"
"""Code of `household_needs` whose text would tell an illness (DOMAIN.md §9.2: health is never shown)."""
OPEN = ("", "open")
_TOWNSHIP = 9
_LONG_FIGURE = re.compile(r"\d{5,}[Xx]?")
_VILLAGE_CONSENT = "ll_consent_village_on"


@dataclass(frozen=True)
class Need:
    """What a card says: `number` is the need's own, never the household's; `amount` in fen; `size` in people, or None."""

    number: str
    kind: str
    text: str
    township: str
    size: int | None
    amount: int | None = None


@dataclass(frozen=True)
class Details:
    """What leaves under a consent besides the card."""

    need: Need
    head: str
    village: str
    address: str
    phone: str
    until: str


def need_of(vault: Vault, need: str, year: int, texts: Texts) -> Need:
    """The anonymous side of a need. Raises RegisterError unknown_record."""
    found = _need(vault, need)
    household = str(found.values.get("household") or "")
    kind, amount = str(found.values.get("category") or ""), found.values.get("amount")
    names = [str(one.values.get("name") or "") for one in children(vault, "person", household, ended=True)]
    codes = {code.id: code for code in vault.dictionary.codes["household_needs"].items}
    words = texts.pick(codes[kind].zh_hans, codes[kind].zh_hant, codes[kind].en) if kind in codes else ""
    return Need(
        number=str(found.values.get("need_no") or ""),
        kind=words,
        text="" if kind == MEDICAL else _struck(str(found.values.get("text") or ""), names),
        township=_township(vault, found.scope),
        size=len(members_of(vault, household, year)) or None,
        amount=amount if isinstance(amount, int) else None,
    )


def open_needs(vault: Vault, scope: str, year: int, texts: Texts) -> tuple[Need, ...]:
    """The open needs of a region prefix, by township and kind: nothing in their order tells a village or household."""
    found = [
        need_of(vault, one.id, year, texts)
        for one in rows(vault, "need", scope, limit=1_000_000)
        if one.ended_on is None and str(one.values.get("state") or "") in OPEN
    ]
    return tuple(sorted(found, key=lambda one: (one.township, one.kind, one.text, one.number)))


def details_of(vault: Vault, need: str, year: int, today: str, texts: Texts) -> Details:
    """The need with name, address and telephone, where household and village agreed and the consent still holds.

    Raises RegisterError unknown_record, need.no_consent.
    """
    found = _need(vault, need)
    begins, ends = (str(found.values.get(key) or "") for key in ("consent_on", "consent_until"))
    by_village = not vault.dictionary.has_field("need", _VILLAGE_CONSENT) or found.values.get(
        _VILLAGE_CONSENT
    )
    if not begins or not ends or not begins <= today <= ends or not by_village:
        raise RegisterError(
            "need.no_consent",
            "Nobody agreed that these details leave, or the time is over. "
            "Record the consent first: who, when, until when.",
        )
    home = record(vault, "household", str(found.values["household"]))
    if home is None:
        raise unknown_record()
    head = next(
        (one for one in children(vault, "person", home.id) if one.values.get("relation") == "1"), None
    )
    return Details(
        need_of(vault, need, year, texts),
        str(head.values.get("name") or "") if head else "",
        village_name(vault, found.scope),
        str(home.values.get("address") or ""),
        str(home.values.get("phone") or ""),
        ends,
    )


def need_card(need: Need, printed: Imprint, texts: Texts, details: Details | None = None) -> Document:
    """One card; with `details` also whose need it is, and until when that may be known."""
    pairs = [
        Pair(texts("Kind of help"), need.kind),
        Pair(texts("What is needed"), need.text or texts("Told when you ask."), span=2),
        Pair(texts("Amount (yuan)"), "" if need.amount is None else format_fen(need.amount)),
        Pair(texts("Township"), need.township),
        Pair(texts("People in the household"), "" if need.size is None else str(need.size)),
        Pair(texts("Number of the need"), need.number),
    ]
    if details is not None:
        pairs += [
            Pair(texts("Head of household"), details.head),
            Pair(texts("Phone"), details.phone),
            Pair(texts("Address"), f"{details.village} {details.address}".strip(), span=2),
        ]
    note = (
        texts(
            "The household and the village agreed that these details are used until {day}.", day=details.until
        )
        if details
        else texts("No name is told before the household and the village agree.")
    )
    return _document(
        "need-card", texts("Need card"), need.township, (Pairs(tuple(pairs)), Note(note)), printed, texts
    )


def need_list(needs: Sequence[Need], printed: Imprint, texts: Texts) -> Document:
    """Open needs as a list for those who want to help."""
    table = Table(
        need_columns(texts), tuple(tuple(Cell(text) for text in row) for row in need_rows(needs, texts))
    )
    blocks = (Heading(texts("{count} open needs", count=len(needs))), table)
    return _document("need-cards", texts("Needs that wait for help"), "", blocks, printed, texts)


def need_columns(texts: Texts) -> tuple[Column, ...]:
    """The columns of the list."""
    return (
        Column(texts("Number of the need"), 1.2),
        Column(texts("Township"), 1.3),
        Column(texts("Kind of help"), 1.3),
        Column(texts("What is needed"), 3.2),
        Column(texts("People in the household"), 0.7, "right"),
        Column(texts("Amount (yuan)"), 1.1, "right"),
    )


def need_rows(needs: Sequence[Need], texts: Texts) -> Iterator[tuple[str, ...]]:
    """The cells of the list, as printed and as exported."""
    for one in needs:
        yield (
            one.number,
            one.township,
            one.kind,
            one.text or texts("Told when you ask."),
            "" if one.size is None else str(one.size),
            "" if one.amount is None else format_fen(one.amount),
        )


def need_document(vault: Vault, need: str, year: int, texts: Texts, *, details_on: str = "") -> Document:
    """The card of a need; `details_on` is the civil day on which its details shall leave, "" for the anonymous card."""
    found = details_of(vault, need, year, details_on, texts) if details_on else None
    return need_card(need_of(vault, need, year, texts), imprint(vault), texts, found)


def _document(
    name: str,
    title: str,
    unit: str,
    blocks: tuple[Pairs | Note | Heading | Table, ...],
    printed: Imprint,
    texts: Texts,
) -> Document:
    document = Document(
        name=name,
        title=title,
        unit=unit,
        dated=printed.printed_at[:10],
        blocks=blocks,
        footer=texts("Printed by {worker}, {time}", worker=printed.worker, time=printed.printed_at),
        page_words=texts("Page {page} of {pages}"),
    )
    return with_check_code(document, texts("Check code"))


def _struck(text: str, names: Sequence[str]) -> str:
    """The text without the household's names and without figures long enough to be a number of somebody."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = text.replace(name, "**")
    return _LONG_FIGURE.sub("**", text)


def _township(vault: Vault, scope: str) -> str:
    found = region(vault, scope[:_TOWNSHIP])
    return found.name if found else scope[:_TOWNSHIP]


def _need(vault: Vault, need: str) -> Record:
    found = record(vault, "need", need)
    if found is None:
        raise unknown_record()
    return found
