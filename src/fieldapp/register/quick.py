"""The quick way for cells that are plainly right: what it accepts, `checks.entered_value` accepts with the same value.

None means "look closely"; it is never a judgement. A test compares both ways over many cells.
"""

from collections.abc import Callable
from datetime import date, datetime
from operator import mul

from fieldapp.domain.money import FEN_SCALE
from fieldapp.register.declarations import FieldSpec
from fieldapp.register.rules import Rule, parse_check
from fieldapp.register.values import Value
from fieldapp.register.workbook import Cell

Quick = Callable[[Cell], Value]
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ZEROS = sum(_WEIGHTS) * ord("0")
_CHECK = "10X98765432"
_LARGEST_TEXT = 10_000
_LARGEST = 10**11


def quick_reader(field: FieldSpec, today: str) -> Quick:
    """The quick way for one field; one that accepts nothing where the field has no plain form."""
    rules = parse_check(field.check)
    if field.type == "text":
        return _text_reader(rules, today)
    if field.type in ("money", "decimal", "int"):
        return _number_reader(field, rules)
    if field.type == "date":
        return _date_reader(rules, today)
    return _nothing


def _nothing(cell: Cell) -> Value:
    return None


def _text_reader(rules: tuple[Rule, ...], today: str) -> Quick:
    kinds = {rule.kind for rule in rules if not rule.warns} - {"unique"}
    most = min((int(rule.text) for rule in rules if rule.kind == "max"), default=_LARGEST_TEXT)
    if kinds == {"identity"}:
        return _identity_reader(today)
    if kinds == {"phone"}:
        return _phone
    if kinds == {"digits"}:
        return _digits_reader(rules)
    if kinds - {"max"}:
        return _nothing

    def read(cell: Cell) -> Value:
        if type(cell) is not str or len(cell) > most:
            return None
        text = cell.strip()
        # A number in words' clothes (1.1E+17) is looked at closely.
        return text if text and (text.isalnum() or not text[0].isdigit()) else None

    return read


def _phone(cell: Cell) -> Value:
    plain = type(cell) is str and len(cell) == 11 and cell.isascii() and cell.isdigit()
    return cell if plain and cell[0] == "1" and cell[1] in "3456789" else None  # type: ignore[index,return-value]


def _digits_reader(rules: tuple[Rule, ...]) -> Quick:
    low = max(int(rule.low) for rule in rules if rule.kind == "digits")
    high = min(int(rule.high) for rule in rules if rule.kind == "digits")

    def read(cell: Cell) -> Value:
        plain = type(cell) is str and cell.isascii() and cell.isdigit() and low <= len(cell) <= high
        return cell if plain else None  # type: ignore[return-value]

    return read


def _identity_reader(today: str) -> Quick:
    days: dict[str, bool] = {}

    def read(cell: Cell) -> Value:
        if type(cell) is not str or len(cell) != 18 or not cell.isascii():
            return None
        body = cell[:17]
        if not body.isdigit() or _CHECK[(sum(map(mul, _WEIGHTS, body.encode())) - _ZEROS) % 11] != cell[17]:
            return None
        day = cell[6:14]
        good = days.get(day)
        if good is None:
            good = days[day] = _is_past_day(day, today)
        return cell if good else None

    return read


def _is_past_day(day: str, today: str) -> bool:
    if not "1850" <= day[:4] <= "2200":
        return False
    try:
        return date(int(day[:4]), int(day[4:6]), int(day[6:])).isoformat() <= today
    except ValueError:
        return False


def _number_reader(field: FieldSpec, rules: tuple[Rule, ...]) -> Quick:
    scale = FEN_SCALE if field.type == "money" else field.scale if field.type == "decimal" else 0
    low, factor = 0, 10**scale
    high = _LARGEST
    for rule in rules:
        if rule.warns:
            continue
        if rule.kind == "range" and _is_whole(rule.low) and _is_whole(rule.high):
            low, high = max(low, int(rule.low)), min(high, int(rule.high))
        elif rule.kind == "bound" and not rule.names and rule.sign in (">", ">=") and _is_whole(rule.bound):
            low = max(low, int(rule.bound) + (rule.sign == ">"))
        elif rule.kind != "bound" or not rule.names:
            return _nothing

    def read(cell: Cell) -> Value:
        if type(cell) is not float or not low <= cell <= high:
            return None
        exact = round(cell * factor)
        # The float nearest to these digits is this cell: nothing was rounded away.
        return exact if exact / factor == cell else None

    return read


def _date_reader(rules: tuple[Rule, ...], today: str) -> Quick:
    low, high = "1900-03-01", "2200-01-01"
    for rule in rules:
        if rule.kind != "bound" or rule.names:
            return _nothing
        if rule.bound == "today" and rule.sign == "<=":
            high = min(high, today)
        elif rule.sign == ">=" and len(rule.bound) == 10:
            low = max(low, rule.bound)
        else:
            return _nothing

    def read(cell: Cell) -> Value:
        if type(cell) is date:
            text = cell.isoformat()
        elif type(cell) is datetime:
            text = cell.date().isoformat()
        else:
            return None
        return text if low <= text <= high else None

    return read


def _is_whole(text: str) -> bool:
    return text.lstrip("-").isdigit()
