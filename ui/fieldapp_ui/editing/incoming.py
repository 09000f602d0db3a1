"""A sheet that comes in and what it is taken for: which list, which heading row, which village. All of it guessed
first, and each guess can be changed; sheets of one layout share one mapping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fieldapp.register.guessing import Vocabulary, guess_mapping, heading_of
from fieldapp.register.headings import Headings, core, plain
from fieldapp.register.mapping import ColumnMapping
from fieldapp.register.workbook import Cell, Sheet
from fieldapp.store import Vault
from fieldapp.store.exchange.mappings import list_of, propose_mapping, words_of
from fieldapp.store.exchange.planned import Source
from fieldapp.store.exchange.villages import Villages
from fieldapp.store.permissions import may_read

OFFERED_HEADINGS = 30
FIRST_LIST = "household"


@dataclass(frozen=True)
class Incoming:
    """One sheet. `mapping` None: no row of it could be a heading. `heading` is the index of that row, -1 where the file
    says its columns itself. `scope`: the village of rows that name none, or "". `taken` False: passed over."""

    sheet: Sheet
    list: str
    mapping: ColumnMapping | None
    heading: int = -1
    scope: str = ""
    taken: bool = True

    @property
    def marked(self) -> bool:
        """Whether the file says itself what it is: an export of a register."""
        return bool(list_of(self.sheet))

    @property
    def source(self) -> Source:
        """What is planned of it. Call only where there is a mapping."""
        assert self.mapping is not None
        return Source(self.sheet, self.mapping, self.scope)


@dataclass(frozen=True)
class Layout:
    """Sheets with the same headings for the same list: what is said of one is said of all."""

    sheets: tuple[int, ...]
    first: Incoming

    @property
    def unsure(self) -> int:
        """How many guesses wait for a person."""
        return len(self.first.mapping.unsure) if self.first.taken and self.first.mapping else 0


class Recogniser:
    """Takes sheets for what they probably are; it holds the headings of every list, to be asked for many sheets."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._words: dict[str, Vocabulary] = {}
        self._places = Villages(vault)

    def take(self, sheet: Sheet, default: str = "") -> Incoming:
        """A sheet with its guesses; `default` is the village of a file that names none. Raises RegisterError."""
        return self.as_list(
            Incoming(sheet, "", None, scope=default), list_of(sheet) or self.likely_list(sheet)
        )

    def as_list(self, one: Incoming, name: str) -> Incoming:
        """The same sheet taken for another list; an unreadable heading makes it passed over."""
        mapping = propose_mapping(self._vault, one.sheet, name)
        found = None if list_of(one.sheet) else heading_of(one.sheet, self._vocabulary(name))
        scope = self._places.only or self._places.of_file(one.sheet, mapping.data_row if mapping else 1)
        return replace(
            one,
            list=name,
            mapping=mapping,
            heading=found.row if found else -1,
            scope=scope or one.scope,
            taken=mapping is not None and bool(mapping.mapped),
        )

    def with_heading(self, one: Incoming, row: int) -> Incoming:
        """The same sheet with another row as its heading."""
        texts = tuple(str(cell).strip() for cell in one.sheet.rows[row])
        headings = Headings(row, row + 1, texts)
        words = self._vocabulary(one.list)
        mapping = guess_mapping(headings, one.sheet, one.list, self._vault.dictionary, words)
        return replace(one, mapping=mapping, heading=row, taken=True)

    def likely_list(self, sheet: Sheet) -> str:
        """The list whose own fields most headings name; the simpler list where two fit alike."""
        best, chosen = (0, 0), FIRST_LIST
        for name in self._vault.dictionary.lists:
            if not may_read(self._vault, name):
                continue
            score = self._score(sheet, name)
            if score > best:
                best, chosen = score, name
        return chosen

    def _score(self, sheet: Sheet, name: str) -> tuple[int, int]:
        """(headings of the list's own fields, less the fields it has): twice as many own ones beat a smaller list."""
        words = self._vocabulary(name)
        found = heading_of(sheet, words)
        if found is None:
            return (0, 0)
        own = sum(1 for text in found.texts if self._own(text, words, name))
        return (own, -len(self._vault.dictionary.fields.get(name, ()))) if own else (0, 0)

    def _own(self, text: str, words: Vocabulary, name: str) -> bool:
        for form in (plain(text), core(text)):
            for known in (words.keys, words.national, words.labels, words.synonyms):
                if targets := known.get(form):
                    return targets[0].list == name
        return False

    def _vocabulary(self, name: str) -> Vocabulary:
        if name not in self._words:
            self._words[name] = words_of(self._vault, name)
        return self._words[name]


def layouts_of(sheets: Sequence[Incoming]) -> tuple[Layout, ...]:
    """The layouts of these sheets, in the order they come."""
    found: dict[tuple[object, ...], list[int]] = {}
    for at, one in enumerate(sheets):
        columns = tuple(core(column.heading) for column in one.mapping.columns) if one.mapping else (at,)
        found.setdefault((one.list, one.taken, one.marked, columns), []).append(at)
    return tuple(Layout(tuple(places), sheets[places[0]]) for places in found.values())


def with_mapping_of(one: Incoming, model: Incoming) -> Incoming:
    """A sheet with the targets of another one of its layout."""
    if one.mapping is None or model.mapping is None:
        return one
    columns = tuple(
        replace(theirs, index=own.index, heading=own.heading)
        for own, theirs in zip(one.mapping.columns, model.mapping.columns, strict=True)
    )
    return replace(one, mapping=replace(one.mapping, columns=columns))


def sample_of(one: Incoming, column: int, most: int = 2) -> str:
    """The first values of a column, as one line."""
    below = one.mapping.data_row if one.mapping else 0
    found: list[str] = []
    for row in one.sheet.rows[below : below + 200]:
        text = cell_words(row[column])
        if text and text not in found:
            found.append(text)
        if len(found) == most:
            break
    return " · ".join(found)


def cell_words(cell: Cell) -> str:
    """A cell as a person reads it."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())
