"""Lists as a workbook: masked unless somebody says why, on record before it is written, exact when it comes back.

Text stays text (leading zeros, eighteen digits, a leading =), dates are dates, numbers numbers. The first columns of a
sheet are hidden and hold the records' ids; a hidden sheet says which list and field each column is.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from fieldapp.domain.masking import mask
from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value
from fieldapp.register.cells import written_cell
from fieldapp.register.declarations import FieldSpec
from fieldapp.register.mapping import RECORD_ID, SCOPE, Target
from fieldapp.register.marks import Marks
from fieldapp.register.workbook import MARK_SHEET
from fieldapp.store.exports import note_export
from fieldapp.store.field_rights import visible
from fieldapp.store.records import prefix_range, scope_clause
from fieldapp.store.region_codes import present_codes
from fieldapp.store.replacing import make_folder
from fieldapp.store.vault import Vault

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Words = Literal["zh_hans", "zh_hant", "en", "national", "keys"]
_PLACE: Mapping[str, str] = {"zh_hans": "行政村代码", "zh_hant": "行政村代碼", "en": "Village code"}
_MOST_ROWS = 1_048_575
_LOOKUP = 500


@dataclass(frozen=True)
class Exported:
    """What was written: rows by list, and the columns that were masked."""

    path: Path
    rows: Mapping[str, int]
    masked: tuple[str, ...]


def export_lists(
    vault: Vault,
    path: Path,
    lists: Sequence[str] = (),
    scope: str = "",
    *,
    headings: Words = "zh_hans",
    masked: bool = True,
    reason: str = "",
    year: int | None = None,
    only: Mapping[str, Sequence[int]] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Exported:
    """Write lists (all when none is named) of the villages `scope` covers to an .xlsx, one sheet each.

    `year` keeps the yearly lists to one year, `only` a list to these row numbers, in their order. Raises RegisterError
    export.no_reason, role.not_allowed, export.too_many, register.unknown_list; OSError where it cannot be written.
    """
    import xlsxwriter

    chosen = tuple(lists) or tuple(vault.dictionary.lists)
    for name in chosen:
        vault.ledger.layout(name)
    whose = scope or " ".join(vault.worker.scopes)
    note_export(vault, f"xlsx {' '.join(lists) or '*'}", scope=whose, reason=reason, masked=masked)
    make_folder(path.parent)
    partial = path.with_name(f".{path.name}.part")
    counts: dict[str, int] = {}
    hidden: list[str] = []
    try:
        book = xlsxwriter.Workbook(str(partial), {"constant_memory": True})
        marks: list[tuple[str, str, str]] = []
        for name in chosen:
            sheet = _SheetWriter(vault, book, name, headings, masked, year)
            counts[name] = sheet.write(scope, (only or {}).get(name), progress)
            hidden += map(str, sorted(sheet.masked))
            marks += sheet.marks().rows(sheet.title)
        _write_marks(book, marks)
        book.close()
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return Exported(path, counts, tuple(hidden))


class _SheetWriter:
    def __init__(
        self, vault: Vault, book: "Workbook", name: str, headings: Words, masked: bool, year: int | None
    ) -> None:
        self._vault, self._name, self._headings, self._year = vault, name, headings, year
        layout = vault.ledger.layout(name)
        dictionary = vault.dictionary
        self._keys = tuple(spec for spec in dictionary.key_fields(name))
        stored = [layout.fields[key] for key in layout.columns if key in layout.fields]
        self._fields = tuple(spec for spec in stored if visible(vault, spec))
        self.masked = frozenset(Target(name, s.key) for s in self._fields if masked and s.mask)
        spec = dictionary.lists[name]
        labels = {"zh_hans": spec.zh_hans, "zh_hant": spec.zh_hant, "en": spec.en}
        taken = {sheet.get_name().casefold() for sheet in book.worksheets()}
        self.title = _sheet_title(labels.get(headings) or name, name, taken)
        self._codes = present_codes(vault)
        self._sheet: Worksheet = book.add_worksheet(self.title)
        self._bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._text = book.add_format({"num_format": "@"})
        self._date = book.add_format({"num_format": "yyyy-mm-dd"})

    def marks(self) -> Marks:
        """What the hidden sheet says of this one."""
        return Marks(self._name, self._vault.edition, self._targets(), self.masked)

    def write(self, scope: str, only: Sequence[int] | None, progress: Callable[[int], None] | None) -> int:
        """The heading and every row; returns how many rows there are."""
        sheet, hidden = self._sheet, 1 + sum(1 for spec in self._keys if spec.type == "ref")
        for column, target in enumerate(self._targets()):
            options = {"hidden": True} if column < hidden else {}
            sheet.set_column(column, column, 14, self._text, options)
            sheet.write_string(0, column, self._heading(target), self._bold)
        sheet.freeze_panes(1, hidden)
        writers = self._writers()
        row = 0
        for values in self._rows(scope) if only is None else self._chosen(scope, only):
            row += 1
            if row > _MOST_ROWS:
                raise RegisterError(
                    "export.too_many",
                    "{list} has more rows than a sheet holds. Export one township at a time.",
                    list=self._name,
                )
            for column, (value, write) in enumerate(zip(values, writers, strict=True)):
                if value is not None:
                    write(row, column, value)
            if progress is not None and row % 1000 == 0:
                progress(row)
        return row

    def _targets(self) -> tuple[Target, ...]:
        own = [Target(self._name, RECORD_ID)]
        own += [Target(self._name, spec.key) for spec in self._keys if spec.type == "ref"]
        own += [Target(self._name, SCOPE)]
        own += [Target(self._name, spec.key) for spec in self._keys if spec.type != "ref"]
        return (*own, *(Target(self._name, spec.key) for spec in self._fields))

    def _rows(
        self, scope: str, more: str = "", tests: str = "", params: Sequence[int] = ()
    ) -> Iterator[Sequence[Value]]:
        vault, name = self._vault, self._name
        mine, scopes = scope_clause(vault, name)
        low, high = prefix_range(scope)
        names = ", ".join(f'"{target.key}"' for target in self._targets())
        yearly = " and year = ?" if self._year is not None and vault.ledger.layout(name).yearly else ""
        yield from vault.db.execute(
            f'select {names}{more} from "{name}" where ended_on is null and scope >= ? and scope < ? '
            f"and {mine}{yearly}{tests} order by scope, n",
            [low, high, *scopes, *([self._year] if yearly else []), *params],
        )

    def _chosen(self, scope: str, numbers: Sequence[int]) -> Iterator[Sequence[Value]]:
        for at in range(0, len(numbers), _LOOKUP):
            some = list(numbers[at : at + _LOOKUP])
            tests = f" and n in ({', '.join('?' * len(some))})"
            found = {row[-1]: row[:-1] for row in self._rows(scope, ", n", tests, some)}
            yield from (found[number] for number in some if number in found)

    def _writers(self) -> list[Callable[[int, int, Any], object]]:
        by_key = {spec.key: spec for spec in (*self._keys, *self._fields)}
        return [self._writer(target, by_key.get(target.key)) for target in self._targets()]

    def _writer(self, target: Target, spec: FieldSpec | None) -> Callable[[int, int, Any], object]:
        sheet, text, date_format = self._sheet, self._text, self._date
        if spec is None:
            codes = self._codes if target.key == SCOPE else {}
            return lambda row, column, value: sheet.write_string(
                row, column, codes.get(value, str(value)), text
            )
        if target in self.masked:
            return lambda row, column, value: sheet.write_string(
                row, column, mask(str(value), spec.mask), text
            )
        dictionary, language = self._vault.dictionary, self._headings

        def write(row: int, column: int, value: Value) -> object:
            cell = written_cell(spec, value, dictionary, language)
            if isinstance(cell, date):
                return sheet.write_datetime(row, column, cell, date_format)
            if isinstance(cell, (int, float)):
                return sheet.write_number(row, column, cell)
            return sheet.write_string(row, column, str(cell), text)

        return write

    def _heading(self, target: Target) -> str:
        if self._headings == "keys" or target.key == RECORD_ID:
            return target.key
        if target.key == SCOPE:
            return _PLACE.get(self._headings, SCOPE)
        spec = self._vault.dictionary.field(*target)
        if self._headings == "national":
            return spec.nat or spec.key
        return str(getattr(spec, self._headings)) or spec.key


def _sheet_title(label: str, name: str, taken: set[str]) -> str:
    title = "".join(sign for sign in label if sign not in "[]:*?/\\")[:31].strip("'") or name
    return title if title.casefold() not in taken else name[:31]


def _write_marks(book: "Workbook", rows: Sequence[tuple[str, str, str]]) -> None:
    sheet = book.add_worksheet(MARK_SHEET)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write_string(at, column, text)
    sheet.very_hidden()
