"""The lists below a household on its card: short records whole and edited in place, the others a line each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from fieldapp.store.records import Record, children
from fieldapp_ui.editing.card_tabs import lists_of_tab
from fieldapp_ui.editing.fact_reading import FactReading
from fieldapp_ui.editing.facts import Block
from fieldapp_ui.editing.references import record_words

SHORT_FIELDS, SHORT_RECORDS = 6, 3
"""A list of so few fields and records is shown whole."""
NEWEST = 3
DETAILS, DETAIL_LENGTH = 4, 40
OF_THE_YEAR = {"income_event": "happened_on"}
"""Lists of which the card shows the records of its year, and the field that tells it."""


@dataclass(frozen=True)
class ShelfLine:
    """One record in a line: what it is called, and what else is known of it."""

    record: str
    title: str
    detail: str


@dataclass(frozen=True)
class Shelf:
    """A list below the household: its newest records, and how many there are."""

    list: str
    heading: str
    lines: tuple[ShelfLine, ...]
    total: int


class CardLists:
    """What the card shows of the lists on one tab of one household."""

    def __init__(self, reading: FactReading, household: str, year: int) -> None:
        self._reading, self._household, self._year = reading, household, year
        self._vault = reading.desk.vault

    def blocks(self, tab: str) -> list[Block]:
        """The short lists: a block for each record, the newest first."""
        return [
            self._reading.record_block(one)
            for name in lists_of_tab(self._vault.dictionary, tab)
            if self._is_short(name, found := self._records(name))
            for one in found
        ]

    def shelves(self, tab: str, unfolded: Collection[str]) -> tuple[Shelf, ...]:
        """The other lists in lines, and the empty ones, to which a record may be added."""
        return tuple(
            self._shelf(name, name in unfolded) for name in lists_of_tab(self._vault.dictionary, tab)
        )

    def _shelf(self, name: str, whole: bool) -> Shelf:
        found = self._records(name)
        shown: tuple[Record, ...] = ()
        if not self._is_short(name, found):
            shown = found if whole else found[:NEWEST]
        return Shelf(name, self._reading.list_words(name), tuple(map(self._line, shown)), len(found))

    def _records(self, name: str) -> tuple[Record, ...]:
        """The newest first: by what they are called where that is a day, else by when they were made."""
        found = list(reversed(children(self._vault, name, self._household)))
        if name in OF_THE_YEAR:
            key = OF_THE_YEAR[name]
            found = [one for one in found if str(one.values.get(key) or self._year)[:4] == str(self._year)]
        title = self._vault.dictionary.lists[name].title_field
        if title and self._vault.dictionary.field(name, title).type == "date":
            found.sort(key=lambda one: str(one.values.get(title) or "9"), reverse=True)
        return tuple(found)

    def _is_short(self, name: str, found: tuple[Record, ...]) -> bool:
        return len(self._vault.dictionary.fields[name]) <= SHORT_FIELDS and len(found) <= SHORT_RECORDS

    def _line(self, one: Record) -> ShelfLine:
        desk, title = self._reading.desk, self._vault.dictionary.lists[one.list].title_field
        words = record_words(self._vault, one, desk.texts)
        details = []
        for spec in self._vault.dictionary.fields[one.list]:
            if spec.key == title or spec.type in ("file", "point"):
                continue
            shown = self._reading.shown(one.list, spec.key, one.values)[0]
            if shown:
                details.append(shown[:DETAIL_LENGTH])
        return ShelfLine(one.id, words or "…", " · ".join(details[:DETAILS]))
