"""The year-end equations in words: lines with their counts, the difference, and the records that may explain it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fieldapp.register.candidates import Candidate
from fieldapp.register.reconciliation import Balance
from fieldapp.store.records import record
from fieldapp.store.regions import villages
from fieldapp.store.years.year_end import Reconciliation
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.editing.references import record_words
from fieldapp_ui.language import tr


@dataclass(frozen=True)
class SheetLine:
    """One line of the sheet: `sign` "", "+", "−", "=" or "≠"; the figures of households, people and poor people, None
    where the line is not part of that equation."""

    sign: str
    words: str
    figures: tuple[int | None, int | None, int | None]


def equations(found: Reconciliation) -> tuple[tuple[str, Balance], ...]:
    """The three equations with their names."""
    return (
        (tr("Households"), found.households),
        (tr("Persons"), found.people),
        (tr("Poor people"), found.poor),
    )


def sheet_lines(found: Reconciliation, desk: Desk) -> tuple[SheetLine, ...]:
    """The sheet from the start of the year to its end; kinds of movement that happened nowhere are left out."""
    balances = (found.households, found.people, found.poor)
    before, last = f"{found.year - 1}-12-31", found.until
    return (
        SheetLine("", tr("At the end of {day}", day=before), _each(balances, lambda one: one.start)),
        *_moved("+", [dict(one.ins) for one in balances], desk),
        *_moved("−", [dict(one.outs) for one in balances], desk),
        SheetLine("=", tr("At the end of {day}", day=last), _each(balances, lambda one: one.end)),
        SheetLine("≠", tr("Difference"), _each(balances, lambda one: one.difference)),
    )


def difference_words(difference: int) -> str:
    """Whether an equation holds, in words."""
    if difference == 0:
        return f"✓ {tr('even')}"
    if difference > 0:
        return f"✕ {tr('difference {count}: more at the end than movements explain', count=difference)}"
    return f"✕ {tr('difference {count}: fewer at the end than movements explain', count=-difference)}"


class CandidateWords:
    """The words of a candidate and where it is looked at."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._villages = village_names(desk)

    def who(self, one: Candidate) -> str:
        """The head of the household, and the member it is about."""
        vault = self._desk.vault
        head = head_name(vault, one.household) or tr("No head yet")
        found = record(vault, one.list, one.record)
        person = found if one.list == "person" else None
        if found is not None and one.list == "movement" and found.values.get("person"):
            person = record(vault, "person", str(found.values["person"]))
        name = record_words(vault, person, self._desk.texts) if person else ""
        return f"{head} › {name}" if name and name != head else head

    def village(self, one: Candidate) -> str:
        """The village's name."""
        return self._villages.get(one.scope, one.scope)

    def said(self, one: Candidate) -> str:
        """What does not agree, and what to do."""
        return one.why.sentence(self._desk.texts.translate)

    def place(self, one: Candidate) -> Place:
        """The household's card, at the member it is about."""
        extra = {"tab": "members", "person": one.record} if one.list == "person" else {}
        if record(self._desk.vault, "household", one.household) is None:
            return Place("record", one.record, one.list)
        return Place("household", one.household, extra=extra)


def village_names(desk: Desk) -> dict[str, str]:
    """Code → name of the worker's villages; the code itself while nobody has named one."""
    return {one.code: one.name or one.code for one in villages(desk.vault)}


def _moved(sign: str, counts: Sequence[dict[str, int]], desk: Desk) -> tuple[SheetLine, ...]:
    kinds = dict.fromkeys(kind for one in counts for kind in one)
    codes = desk.vault.dictionary.codes.get("movement_kind")
    made: list[SheetLine] = []
    for kind in kinds:
        figures = (counts[0].get(kind), counts[1].get(kind), counts[2].get(kind))
        code = codes.code(kind) if codes else None
        words = desk.texts.pick(code.zh_hans, code.zh_hant, code.en) if code else kind
        if any(figures):
            made.append(SheetLine(sign, words, figures))
    return tuple(made)


def _each(balances: tuple[Balance, Balance, Balance], read: Callable[[Balance], int]) -> tuple[int, int, int]:
    return read(balances[0]), read(balances[1]), read(balances[2])
