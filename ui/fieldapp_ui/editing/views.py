"""How a list is looked at: its filters, columns and sorting as the worker changes them. It reads no rows.

Columns, widths and sorting are kept as the list is left; filters only in a view with a name, so that nobody misses
households because of a condition of last week.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from fieldapp.domain.pinyin import fold, spellings
from fieldapp.errors import Finding
from fieldapp.journal.commit import Value
from fieldapp.register.declarations import FieldSpec
from fieldapp.register.values import to_stored, to_text
from fieldapp.store.field_rights import showing, visible
from fieldapp.store.finding.columns import Column, column_of, columns_of
from fieldapp.store.finding.filters import Filter, Sign
from fieldapp.store.finding.selection import Order
from fieldapp.store.finding.shipped_views import default_columns, shipped_views
from fieldapp.store.finding.views import View, ViewColumn, delete_view, last_view, save_view, saved_views
from fieldapp.store.permissions import may_read
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.units import unit_words
from fieldapp_ui.language import tr

FIRST = "household"


@dataclass(frozen=True)
class Choice:
    """Something to choose by typing: its key, its words, a word beside them."""

    key: str
    words: str
    beside: str = ""


class ListView(QObject):
    """Signals: `narrowed()` filters or list changed, the rows must be read anew; `arranged()` only columns changed;
    `ordered()` the sorting changed."""

    narrowed = Signal()
    arranged = Signal()
    ordered = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.view = self._opening(FIRST)

    @property
    def list(self) -> str:
        """The list that is looked at."""
        return self.view.list

    @property
    def paths(self) -> tuple[str, ...]:
        """The columns shown, from left to right."""
        return tuple(one.field for one in self.view.columns)

    def column(self, path: str) -> Column:
        """What a path names, from this list."""
        return column_of(self.desk.vault.dictionary, self.list, path)

    # lists and views

    def choose_list(self, name: str) -> None:
        """Look at another list as it was left."""
        if name != self.list and name in self.desk.vault.dictionary.lists:
            self.keep()
            self.view = self._opening(name)
            self.narrowed.emit()

    def lists(self) -> tuple[Choice, ...]:
        """Every list this role reads; one without fields of its own is no list to look at."""
        dictionary, texts = self.desk.vault.dictionary, self.desk.texts
        return tuple(
            Choice(name, texts.pick(one.zh_hans, one.zh_hant, one.en))
            for name, one in dictionary.lists.items()
            if dictionary.fields.get(name) and may_read(self.desk.vault, name)
        )

    def list_words(self) -> str:
        """What the list is called."""
        one = self.desk.vault.dictionary.lists[self.list]
        return self.desk.texts.pick(one.zh_hans, one.zh_hant, one.en)

    def views(self) -> tuple[View, ...]:
        """All of it, the ready views, then the worker's own."""
        texts, dictionary = self.desk.texts, self.desk.vault.dictionary
        ready = tuple(
            replace(self.view, name=texts.pick(one.zh_hans, one.zh_hant, one.en), filters=one.filters)
            for one in shipped_views(dictionary, self.list)
        )
        whole = replace(self.view, name=tr("All"), filters=())
        return (whole, *ready, *saved_views(self.desk.vault, self.list))

    def is_own(self, name: str) -> bool:
        """Whether the worker keeps a view of that name."""
        return any(one.name == name for one in saved_views(self.desk.vault, self.list))

    def show(self, view: View) -> None:
        """Look at the list through a view."""
        self.view = replace(view, columns=view.columns or self.view.columns)
        self.narrowed.emit()

    def save_as(self, name: str) -> None:
        """Keep the view as it stands under a name."""
        self.view = replace(self.view, name=name.strip())
        save_view(self.desk.vault, self.view)
        self.arranged.emit()

    def forget(self, name: str) -> None:
        """Take a view of the worker away; what is shown stays."""
        delete_view(self.desk.vault, self.list, name)
        if self.view.name == name:
            self.view = replace(self.view, name="")
        self.arranged.emit()

    def keep(self) -> None:
        """Remember columns, widths and sorting for the next time."""
        save_view(self.desk.vault, replace(self.view, name="", filters=()))

    # filters

    def add_filter(self, one: Filter) -> None:
        """One more condition; the same one again changes nothing."""
        if one not in self.view.filters:
            self._filter((*self.view.filters, one))

    def remove_filter(self, at: int) -> None:
        """Take the nth condition away."""
        self._filter((*self.view.filters[:at], *self.view.filters[at + 1 :]))

    def clear_filters(self) -> None:
        """All rows again."""
        self._filter(())

    def filter_words(self, one: Filter) -> str:
        """A condition as a chip says it."""
        column = self.column(one.field)
        return " ".join(
            word
            for word in (self.label(one.field), sign_words(one.sign), self._value_words(column.spec, one))
            if word
        )

    def filter_value(self, spec: FieldSpec, sign: Sign, typed: str) -> Value | tuple[Value, ...] | Finding:
        """The value of a condition from typed text: codes by number or word, two values for between."""
        dictionary = self.desk.vault.dictionary
        parts = typed.replace("、", " ").replace("，", " ").replace(",", " ").split()
        if sign in ("one_of", "none_of"):
            one = replace(spec, type="codes")
            stored = to_stored(one, " ".join(parts), dictionary)
            return stored if isinstance(stored, Finding) or stored is None else tuple(str(stored).split())
        if sign == "between":
            values = [to_stored(spec, part, dictionary) for part in parts]
            wrong = next((value for value in values if isinstance(value, Finding)), None)
            return wrong or tuple(value for value in values if not isinstance(value, Finding))
        if spec.type == "date" and parts and parts[0].isdigit() and len(parts[0]) <= 3:
            return f"today-{parts[0]}"
        if spec.type in ("text", "ref"):
            return typed.strip() or None
        return to_stored(spec, typed, dictionary)

    # columns

    def choices(self) -> Iterator[Choice]:
        """Every column one may show or ask about, own fields first."""
        for path in columns_of(self.desk.vault.dictionary, self.list):
            column = self.column(path)
            owner = column.steps[-1].list if column.steps else self.list
            if visible(self.desk.vault, replace(column.spec, list=owner)):
                yield Choice(path, self.label(path, unit=False), self._origin(column))

    def label(self, path: str, *, unit: bool = True) -> str:
        """A heading: the field's label with its unit, and whose it is where it is another list's of one's own name."""
        column = self.column(path)
        spec = column.spec
        words = self.desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en)
        measure = unit_words(spec.unit) if unit else ""
        return tr("{label} ({unit})", label=words, unit=measure) if measure else words

    def toggle(self, path: str) -> None:
        """Show a column at the right end, or hide it; the last one stays."""
        kept = tuple(one for one in self.view.columns if one.field != path)
        if len(kept) == len(self.view.columns):
            kept = (*kept, ViewColumn(path))
        if kept:
            self._arrange(kept)

    def move(self, path: str, by: int) -> None:
        """Move a column to the left (-1) or right (1)."""
        columns = list(self.view.columns)
        at = self.paths.index(path)
        to = max(0, min(len(columns) - 1, at + by))
        columns.insert(to, columns.pop(at))
        self._arrange(tuple(columns))

    def arrange(self, paths: Sequence[str]) -> None:
        """These columns in this order, widths kept."""
        widths = {one.field: one.width for one in self.view.columns}
        self._arrange(tuple(ViewColumn(path, widths.get(path, 0)) for path in paths))

    def widen(self, path: str, width: int) -> None:
        """Keep a column's width (pixels at 100 %); nothing is drawn anew."""
        columns = tuple(replace(one, width=width) if one.field == path else one for one in self.view.columns)
        self.view = replace(self.view, columns=columns)

    def can_sort(self, path: str) -> bool:
        """Whether there is one value in each row and this role gets it."""
        column = self.column(path)
        return not column.several and showing(self.desk.vault, column.spec) in ("whole", "ask")

    def sort(self, path: str, descending: bool) -> None:
        """Order by a column."""
        self.view = replace(self.view, order=(Order(path, descending),))
        self.ordered.emit()

    def _filter(self, filters: tuple[Filter, ...]) -> None:
        self.view = replace(self.view, name="", filters=filters)
        self.narrowed.emit()

    def _arrange(self, columns: tuple[ViewColumn, ...]) -> None:
        self.view = replace(self.view, columns=columns)
        self.arranged.emit()

    def _opening(self, name: str) -> View:
        kept = last_view(self.desk.vault, name)
        if kept is not None and kept.columns:
            return kept
        columns = default_columns(self.desk.vault.dictionary, name)
        order = (Order(columns[0]),) if columns else ()
        return View("", name, (), tuple(ViewColumn(path) for path in columns), order)

    def _origin(self, column: Column) -> str:
        if not column.steps:
            return ""
        one = self.desk.vault.dictionary.lists[column.steps[-1].list]
        return self.desk.texts.pick(one.zh_hans, one.zh_hant, one.en)

    def _value_words(self, spec: FieldSpec, one: Filter) -> str:
        if isinstance(one.value, str) and one.value.startswith("today-"):
            return tr("{days} days", days=one.value.removeprefix("today-"))
        values = one.value if isinstance(one.value, tuple) else (one.value,)
        between = " – " if one.sign == "between" else "、"
        dictionary, texts = self.desk.vault.dictionary, self.desk.texts
        return between.join(to_text(spec, value, dictionary, texts) for value in values if value is not None)


def sign_words(sign: Sign) -> str:
    """A sign between a field and its value."""
    return {
        "=": "=",
        "≠": "≠",
        "<": "<",
        ">": ">",
        "between": tr("between"),
        "contains": tr("contains"),
        "empty": tr("is not known"),
        "not_empty": tr("is known"),
        "one_of": tr("is one of"),
        "none_of": tr("is none of"),
        "not_since": tr("not since"),
    }[sign]


def fitting(choices: Iterator[Choice] | Sequence[Choice], typed: str) -> tuple[Choice, ...]:
    """The choices that answer to typed letters: words, pinyin, initials; a word's beginning before its middle."""
    wanted = fold(typed).replace(" ", "")
    if not wanted:
        return tuple(choices)
    first, then = list[Choice](), list[Choice]()
    for one in choices:
        words = fold(one.words).replace(" ", "")
        ways = [words, one.key.rpartition(".")[2], *_spelt(one.words)]
        if any(way.startswith(wanted) for way in ways):
            first.append(one)
        elif wanted in words:
            then.append(one)
    return (*first, *then)


def _spelt(words: str) -> Iterator[str]:
    for way in spellings(words):
        yield way.full.replace(" ", "")
        yield way.initials
