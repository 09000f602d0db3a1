"""Spreadsheet cells ↔ stored values: serial dates, whole numbers that came as floats, digits Excel has already lost.

A column is read at once: each different cell is converted once, so a sheet costs little more than the reading of it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from fieldapp.domain.money import FEN_SCALE, format_scaled, parse_scaled
from fieldapp.errors import Finding
from fieldapp.register.checks import entered_value
from fieldapp.register.declarations import CodeList, Dictionary, FieldSpec
from fieldapp.register.money_units import POWERS, YUAN, unit_of_amount, unit_of_heading
from fieldapp.register.quick import quick_reader
from fieldapp.register.values import Value, plain_number, to_stored, where_of
from fieldapp.register.workbook import Cell

LONGEST_CELL = 32_767
_EXACT = 10**15
"""A spreadsheet keeps fifteen digits of a number; what is longer has lost its end for good."""
_POWER = re.compile(r"[0-9](?:\.[0-9]+)?E\+[0-9]{2}", re.IGNORECASE)
_FIRST_SERIAL, _LAST_SERIAL = 61, 110_000
_FIRST_YEAR, _LAST_YEAR = 1850, 2200
_EPOCH = date(1899, 12, 30)
_NOT_XML = {0xFFFE: "", 0xFFFF: ""}
_ESCAPE = re.compile(r"_x[0-9a-fA-F]{4}_")
FIRST_EXCEL_DATE = "1900-03-01"
"""Before it spreadsheets disagree about the days (Excel's 29 February 1900): such dates are written as text."""
_OTHER = ("其他", "其它")
Reader = Callable[[Cell], "Value | Finding"]


@dataclass(frozen=True)
class ReadColumn:
    """A column as stored values, row for row; `bad` are the rows whose cell could not be read (their value is None)."""

    values: Sequence[Value]
    bad: dict[int, Finding]


def read_column(cells: Sequence[Cell], reader: Reader) -> ReadColumn:
    """Every cell of a column through its reader; each different cell is read once."""
    distinct = set(cells)
    # 1, 1.0 and True are one key of a dictionary: a column that mixes them is read cell by cell.
    if (1 in distinct or 0 in distinct) and bool in set(map(type, cells)):
        return _split(list(map(reader, cells)))
    memo = {cell: reader(cell) for cell in distinct}
    values = list(map(memo.__getitem__, cells))
    if Finding in set(map(type, memo.values())):
        return _split(values)
    return ReadColumn(values, {})  # type: ignore[arg-type]


def _split(found: Sequence["Value | Finding"]) -> ReadColumn:
    bad = {at: value for at, value in enumerate(found) if isinstance(value, Finding)}
    return ReadColumn([None if isinstance(value, Finding) else value for value in found], bad)


def cell_reader(
    field: FieldSpec,
    dictionary: Dictionary,
    *,
    today: str,
    unknown_as_other: bool = False,
    heading: str = "",
    unit: str = "",
) -> Reader:
    """How the cells of a field are read: a stored value, None for an empty cell, or a finding that says what to do.

    `unknown_as_other`: a label that the code list does not know becomes its 其他, and a warning keeps the word.
    An amount is read in the unit its `heading` names, else in the `unit` of the table, and kept in yuan.
    """
    power = POWERS[unit_of_heading(heading) or unit or YUAN] if field.type == "money" else 0
    quick = quick_reader(field, today)
    as_text = _text_maker(field)
    other = _other(dictionary.codes.get(field.codes)) if unknown_as_other else None

    def read(cell: Cell) -> "Value | Finding":
        if cell == "":
            return None
        if power:
            cell = _in_yuan(cell, power)
        fast = quick(cell)
        if fast is not None:
            return fast
        text = as_text(cell)
        if isinstance(text, Finding):
            return text
        found = entered_value(field, text, dictionary, today=today)
        if isinstance(found, Finding) and found.code == "value.code":
            return other if other is not None else _unknown(field, text, dictionary)
        return found

    return read


def written_cell(field: FieldSpec, value: Value, dictionary: Dictionary, language: str) -> Cell:
    """The cell an export writes: numbers as numbers, dates as dates, the rest as text; "" for not known.

    Codes are labels of `language` (zh_hans, zh_hant, en) where such a label is read back as the same code, else
    their ids; `national` writes ids. Numbers that a spreadsheet would round are text.
    """
    if value is None:
        return ""
    if field.type in ("int", "year", "bool"):
        return int(value) if abs(int(value)) < _EXACT else str(value)
    if field.type in ("money", "decimal"):
        exact = plain_number(field, int(value))
        scale = FEN_SCALE if field.type == "money" else field.scale
        return float(exact) if abs(int(value)) < _EXACT else f"{exact:.{scale}f}"
    text = _cell_text(str(value))
    if field.type == "date" and len(text) == 10 and text >= FIRST_EXCEL_DATE and text[:2] in ("19", "20"):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    if field.type in ("code", "codes") and language in ("zh_hans", "zh_hant", "en"):
        return _labels(field, text, dictionary, language)
    return text


def lost_digits(field: FieldSpec) -> Finding:
    """A number too long for a spreadsheet's numbers."""
    return Finding(
        "cell.lost_digits",
        "The spreadsheet kept this as a number and its last digits are lost. Make the column text, "
        "and enter it again from the paper or the source.",
        {},
        where_of(field),
    )


def _text_maker(field: FieldSpec) -> Callable[[Cell], "str | Finding"]:
    is_day = field.type in ("date", "month", "year")
    is_number = field.type in ("int", "decimal", "money", "bool")
    is_long = field.type in ("text", "ref") and _holds_long_numbers(field)

    def as_text(cell: Cell) -> "str | Finding":
        if isinstance(cell, str):
            return lost_digits(field) if is_long and _POWER.fullmatch(cell.strip()) else cell
        if isinstance(cell, bool):
            return ("1" if cell else "0") if is_number else str(cell).upper()
        if isinstance(cell, (int, float)):
            if is_day:
                return _day_text(cell, field)
            if not is_number and abs(cell) >= _EXACT:
                return lost_digits(field)
            return _number_text(cell)
        if isinstance(cell, datetime):
            return cell.date().isoformat() if cell.time() == time() or is_day else cell.isoformat(" ")
        if isinstance(cell, timedelta):
            return _number_text(cell.total_seconds() / 86_400) if is_number else str(cell)
        return cell.isoformat()

    return as_text


def _holds_long_numbers(field: FieldSpec) -> bool:
    rules = field.check.replace(":", " ").split()
    return (
        field.find in ("number", "tail4")
        or field.mask in ("id", "bank", "phone")
        or bool({"identity", "digits", "phone", "unique"} & set(rules))
    )


def _in_yuan(cell: Cell, power: int) -> Cell:
    """An amount as yuan, by the power of ten of its column or the unit it names itself; no number stays as it is."""
    is_number = isinstance(cell, (int, float)) and not isinstance(cell, bool)
    text = _number_text(cell) if is_number else str(cell)  # type: ignore[arg-type]
    own = unit_of_amount(text)
    scaled = parse_scaled(text.strip().removesuffix(own), FEN_SCALE + (POWERS[own] if own else power))
    return cell if scaled is None else format_scaled(scaled, FEN_SCALE)


def _number_text(number: float) -> str:
    if number == int(number) and abs(number) < 10**18:
        return str(int(number))
    # Fifteen digits are what a spreadsheet shows: 0.1 + 0.2 is 0.3 there.
    return f"{Decimal(f'{number:.15g}'):f}"


def _day_text(number: float, field: FieldSpec) -> "str | Finding":
    whole = int(number)
    if (
        number != whole
        and len(f"{number:.15g}".partition(".")[2]) == 1
        and _FIRST_YEAR <= whole <= _LAST_YEAR
    ):
        return Finding(
            "cell.half_month",
            "{number} may be January or October here. Write the month as 2019-01 or 2019-10.",
            {"number": f"{number:.15g}"},
            where_of(field),
        )
    is_serial = _FIRST_SERIAL <= whole <= _LAST_SERIAL and not _FIRST_YEAR <= whole <= _LAST_YEAR
    return (_EPOCH + timedelta(days=whole)).isoformat() if is_serial else _number_text(number)


def _unknown(field: FieldSpec, text: str, dictionary: Dictionary) -> Finding:
    return Finding(
        "cell.unknown_label",
        "“{text}” is not in the list of this field. Write one of: {some}.",
        {"text": text.strip(), "some": _some_labels(dictionary.codes.get(field.codes))},
        where_of(field),
    )


def _some_labels(codes: CodeList | None) -> str:
    labels = [code.zh_hans for code in codes.items] if codes else []
    return "、".join(labels[:8]) + ("…" if len(labels) > 8 else "")


def _other(codes: CodeList | None) -> str | None:
    found = [code.id for code in codes.items if code.zh_hans.startswith(_OTHER)] if codes else []
    return found[-1] if found else None


def _labels(field: FieldSpec, text: str, dictionary: Dictionary, language: str) -> str:
    codes = dictionary.codes.get(field.codes)
    labels = []
    for code_id in text.split():
        code = codes.code(code_id) if codes else None
        labels.append(getattr(code, language) or code_id if code else code_id)
    shown = "、".join(labels) if language != "en" else ", ".join(labels)
    return shown if to_stored(field, shown, dictionary) == text else text


def _cell_text(text: str) -> str:
    """A text as a cell can hold it: no longer than a cell, no characters that XML has not.

    Two overlapping `_xHHHH_` do not survive the writer's escaping; they are written as they would come back.
    """
    text = text.translate(_NOT_XML)[:LONGEST_CELL]
    if "_x" in text:
        escaped = _ESCAPE.sub(lambda found: "_x005F" + found[0], text)
        text = _ESCAPE.sub(lambda found: chr(int(found[0][2:6], 16)), escaped)
    return text


def with_place(finding: Finding, file: str, sheet: str, row: int, column: str) -> Finding:
    """The finding at a cell; `row` counts from 1."""
    return replace(finding, where=replace(finding.where, file=file, sheet=sheet, row=row, column=column))
