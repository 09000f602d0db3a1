"""The income sheet of a household and year: typed figures and the ledger's events added once, exact, in fen.

A + B + C + D - E. A letter nobody has answered is not known, and then no sum above it is. What came through the work
ledger is an event and is never typed again: the typed figure is what did not come through it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from fieldapp.errors import Finding, Where
from fieldapp.journal.commit import Value

LETTERS: Mapping[str, tuple[str, ...]] = {
    "a": ("a1", "a2", "a3", "a4", "a5"),
    "b": ("b1", "b2", "b3", "b4"),
    "c": ("c1", "c2", "c3", "c4", "c5"),
    "d": ("d1", "d2", "d3", "d4", "d5", "d6"),
    "e": ("e1", "e2", "e3", "e4"),
}
"""Each letter of the sum with its lines (DOMAIN.md 2.6)."""
INCOME = ("a", "b", "c", "d")
EXPENSE = "e"
BESIDE = ("f1", "f2")
"""Lines that are kept beside the sum: insurance and damages received, medical cost paid."""
EVIDENCE = ("bank", "contract", "imported", "stated")
"""Bases from the strongest to the weakest."""


@dataclass(frozen=True)
class Event:
    """One income or expense of the work ledger. `excluded`: its kind among those that do not count as stable, or ""."""

    id: str
    happened_on: str
    line: str
    amount: int
    excluded: str = ""
    basis: str = ""
    person: str = ""
    work_record: str = ""
    note: str = ""


@dataclass(frozen=True)
class Line:
    """One line: what was typed (None: nothing) and what the ledger brought."""

    key: str
    typed: int | None
    events: tuple[Event, ...]

    @property
    def ledger(self) -> int:
        """The sum of the events, in fen."""
        return sum(event.amount for event in self.events)


@dataclass(frozen=True)
class Letter:
    """One letter of the sum. `typed` is its own typed figure, None while nobody has answered it; `basis` that of it."""

    key: str
    typed: int | None
    basis: str
    lines: tuple[Line, ...]

    @property
    def ledger(self) -> int:
        """What the ledger brought to all its lines, in fen."""
        return sum(line.ledger for line in self.lines)

    @property
    def total(self) -> int | None:
        """Typed and ledger together; None while the letter is not answered."""
        return None if self.typed is None else self.typed + self.ledger

    @property
    def bases(self) -> tuple[str, ...]:
        """The bases of the typed figure and of the events, the strongest first; "" last, where one has none."""
        named = {event.basis for line in self.lines for event in line.events}
        if self.typed:
            named.add(self.basis)
        return tuple(sorted(named, key=lambda one: EVIDENCE.index(one) if one in EVIDENCE else len(EVIDENCE)))


@dataclass(frozen=True)
class IncomeTotal:
    """The sheet of one household and year, in fen. `excluded` are the sums of the ledger by kind that is not stable,
    `excluded_typed` what was typed of them; `size` the members at the end of the year; `doubts` what to look at."""

    household: str
    year: int
    from_month: str
    to_month: str
    letters: tuple[Letter, ...]
    beside: tuple[Line, ...]
    excluded: tuple[tuple[str, int], ...]
    excluded_typed: int | None
    size: int | None
    doubts: tuple[Finding, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The letters nobody has answered."""
        return tuple(letter.key for letter in self.letters if letter.typed is None)

    @property
    def gross(self) -> int | None:
        """G = A + B + C + D."""
        return _sum(letter.total for letter in self.letters if letter.key in INCOME)

    @property
    def expense(self) -> int | None:
        """E."""
        return _sum(letter.total for letter in self.letters if letter.key == EXPENSE)

    @property
    def net(self) -> int | None:
        """H = G - E; a loss is negative."""
        return None if self.gross is None or self.expense is None else self.gross - self.expense

    @property
    def excluded_total(self) -> int | None:
        """What does not count as stable; None while nobody has answered what there is besides the ledger."""
        ledger = sum(amount for _, amount in self.excluded)
        return None if self.excluded_typed is None else self.excluded_typed + ledger

    @property
    def stable(self) -> int | None:
        """H without what does not count as stable."""
        out = self.excluded_total
        return None if self.net is None or out is None else self.net - out

    @property
    def per_head(self) -> Fraction | None:
        """I = H ÷ members, exact; None where nobody is left. Only print rounds it, with `round_half_up`."""
        return Fraction(self.net, self.size) if self.net is not None and self.size else None


def add_up(
    household: str,
    year: int,
    sheet: Mapping[str, Value],
    events: Sequence[Event],
    *,
    record: str = "",
    size: int | None = None,
) -> IncomeTotal:
    """The sheet of typed figures (by field key) and of the events of the year; `record` is the sheet's id."""
    by_line: dict[str, list[Event]] = {}
    for event in sorted(events, key=lambda one: (one.happened_on, one.id)):
        by_line.setdefault(event.line, []).append(event)
    letters = tuple(
        Letter(key, _fen(sheet, key), str(sheet.get(f"{key}_basis") or ""), _lines(keys, sheet, by_line))
        for key, keys in LETTERS.items()
    )
    excluded: Counter[str] = Counter()
    for event in events:
        if event.excluded:
            excluded[event.excluded] += event.amount
    from_month, to_month = str(sheet.get("from_month") or ""), str(sheet.get("to_month") or "")
    doubts = (
        *(doubt for letter in letters for doubt in _wrong_letter(letter, record)),
        *_twice(events),
        *_outside(events, from_month, to_month),
    )
    return IncomeTotal(
        household,
        year,
        from_month,
        to_month,
        letters,
        _lines(BESIDE, sheet, by_line),
        tuple(sorted(excluded.items())),
        _fen(sheet, "x_excluded"),
        size,
        doubts,
    )


def round_half_up(fen: Fraction) -> int:
    """Whole fen, half up, as the printed per-capita income wants it."""
    return (2 * fen.numerator + fen.denominator) // (2 * fen.denominator)


def _lines(
    keys: Iterable[str], sheet: Mapping[str, Value], events: Mapping[str, Sequence[Event]]
) -> tuple[Line, ...]:
    return tuple(Line(key, _fen(sheet, key), tuple(events.get(key, ()))) for key in keys)


def _fen(sheet: Mapping[str, Value], key: str) -> int | None:
    value = sheet.get(key)
    return value if isinstance(value, int) else None


def _sum(parts: Iterable[int | None]) -> int | None:
    known = list(parts)
    return None if None in known else sum(part for part in known if part is not None)


def _wrong_letter(letter: Letter, record: str) -> Iterable[Finding]:
    typed = [line.typed for line in letter.lines if line.typed is not None]
    where = Where(list="income_sheet", record=record, field=letter.key)
    if letter.typed is not None and typed:
        whole = len(typed) == len(letter.lines)
        if sum(typed) > letter.typed or (whole and sum(typed) != letter.typed):
            yield Finding(
                "income.lines_differ",
                "The typed lines of {letter} do not add up to the typed {letter}. Correct the one that is wrong.",
                {"letter": letter.key.upper()},
                where,
                "warning",
            )
    for line in letter.lines:
        if line.events and line.typed == line.ledger:
            yield _typed_again(line.key, record)
    if letter.ledger and letter.typed == letter.ledger and not typed:
        yield _typed_again(letter.key, record)


def _typed_again(key: str, record: str) -> Finding:
    return Finding(
        "income.typed_again",
        "The typed figure of {line} is what the work ledger brings already. If it is the same money, type 0 here.",
        {"line": key.upper()},
        Where(list="income_sheet", record=record, field=key),
        "warning",
    )


def _twice(events: Iterable[Event]) -> Iterable[Finding]:
    seen: dict[tuple[str, str, int, str], str] = {}
    for event in sorted(events, key=lambda one: one.id):
        same = (event.happened_on, event.line, event.amount, event.person)
        if same in seen:
            yield Finding(
                "income.twice",
                "Two entries of {line} have one day, one amount and one person. If it is one payment, end one of them.",
                {"line": event.line.upper(), "other": seen[same]},
                Where(list="income_event", record=event.id),
                "warning",
            )
        seen.setdefault(same, event.id)


def _outside(events: Iterable[Event], from_month: str, to_month: str) -> Iterable[Finding]:
    for event in events:
        month = event.happened_on[:7]
        if (from_month and month < from_month) or (to_month and month > to_month):
            yield Finding(
                "income.outside_period",
                "This entry of {day} lies outside the months of the sheet. It counts by its year.",
                {"day": event.happened_on},
                Where(list="income_event", record=event.id, field="happened_on"),
                "warning",
            )
