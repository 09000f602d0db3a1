"""A field's value on its ways: typed text ↔ stored value ↔ ODK form text. What does not convert is a finding."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

from fieldapp.domain.dates import is_date, parse_date, parse_month, parse_year
from fieldapp.domain.money import FEN_SCALE, format_fen, format_scaled, parse_fen, parse_scaled
from fieldapp.errors import Finding, Where
from fieldapp.register.declarations import Code, CodeList, Dictionary, FieldSpec
from fieldapp.texts import Texts

Value = str | int | None
_YES = frozenset({"1", "yes", "y", "true", "是", "有", "√"})
_NO = frozenset({"0", "no", "n", "false", "否", "无", "無", "×"})
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}(?:\.0*)?")
_BETWEEN_CODES = re.compile(r"[\s,;，；、]+")
_MIDNIGHT = re.compile(r"\s+0{1,2}:00(?::00(?:\.0+)?)?$")
"""Behind a day that another program wrote as text."""
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


def to_stored(
    field: FieldSpec, text: str, dictionary: Dictionary, label_ok: bool = True
) -> "Value | Finding":
    """The stored value of what a person typed or a spreadsheet holds; empty text is None (not known).

    Codes are given by id, by their number in the national table or, when `label_ok`, by label in any language; several
    are parted by spaces, commas or 、.
    """
    plain = text.strip()
    if not plain:
        return None
    if field.type == "bool":
        return _bool(field, plain)
    if field.type in ("code", "codes"):
        return _coded(field, plain, dictionary, label_ok)
    return _PARSERS[field.type](field, plain)


def to_text(field: FieldSpec, value: Value, dictionary: Dictionary, texts: Texts) -> str:
    """The value for reading, in the language of `texts`: labels, yes/no, grouped money. None is ""."""
    if value is None:
        return ""
    if field.type == "bool":
        return texts("yes") if value else texts("no")
    if field.type in ("code", "codes"):
        codes = dictionary.codes.get(field.codes)
        between = "、" if texts.language.startswith("zh") else ", "
        return between.join(_label(codes, code_id, texts) for code_id in str(value).split())
    if field.type == "money":
        return format_fen(int(value))
    if field.type == "decimal":
        return _shortest(format_scaled(int(value), field.scale, grouped=True))
    return str(value)


def to_form(field: FieldSpec, value: Value) -> str:
    """The value as ODK form text: plain decimals, 1/0, a month or year as it is stored. None is ""."""
    if value is None:
        return ""
    if field.type == "money":
        return format_scaled(int(value), FEN_SCALE)
    if field.type == "decimal":
        return format_scaled(int(value), field.scale)
    return str(value)


def from_form(field: FieldSpec, text: str) -> "Value | Finding":
    """The stored value of ODK form text. Codes are taken as they stand: the form checked its choices."""
    plain = text.strip()
    if not plain:
        return None
    if field.type == "bool":
        return _bool(field, plain)
    if field.type == "codes":
        return " ".join(sorted(set(plain.split())))
    if field.type == "code":
        return plain
    if field.type in ("decimal", "money"):
        return _rounded_number(field, plain)
    return _PARSERS[field.type](field, plain)


def plain_number(field: FieldSpec, value: int) -> Decimal:
    """A stored number in shown units: fen as yuan, scaled decimals as decimals."""
    scale = FEN_SCALE if field.type == "money" else field.scale if field.type == "decimal" else 0
    return Decimal(value).scaleb(-scale)


def where_of(field: FieldSpec) -> Where:
    """The place of a finding about a field."""
    return Where(list=field.list, field=field.key)


def _bool(field: FieldSpec, text: str) -> "Value | Finding":
    word = unicodedata.normalize("NFKC", text).casefold().removesuffix(".0")
    if word in _YES:
        return 1
    if word in _NO:
        return 0
    return Finding(
        "value.bool",
        "“{text}” is neither yes nor no. Write 1 or 0, 是 or 否.",
        {"text": text},
        where_of(field),
    )


def _coded(field: FieldSpec, text: str, dictionary: Dictionary, label_ok: bool) -> "Value | Finding":
    codes = dictionary.codes.get(field.codes) or CodeList(field.codes, ())
    whole = _code(codes, text, label_ok)
    if whole is not None or field.type == "code":
        return whole.id if whole else _unknown_code(field, text)
    found: set[str] = set()
    for part in _BETWEEN_CODES.split(text):
        if part:
            code = _code(codes, part, label_ok)
            if code is None:
                return _unknown_code(field, part)
            found.add(code.id)
    return " ".join(sorted(found))


def _code(codes: CodeList, text: str, label_ok: bool) -> Code | None:
    # A worksheet gives the whole number 1 as 1.0, and of 01 it keeps 1.
    number = text.removesuffix(".0")
    exact = codes.code(text) or codes.code(number) or codes.by_number(number)
    if exact is None and label_ok:
        return codes.by_label(text) or codes.by_short_number(number) or _loosely_named(codes, text)
    return exact


def _loosely_named(codes: CodeList, text: str) -> Code | None:
    """The code meant by full-width digits or letters, or by a label with spaces in it (“之 子”)."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return codes.code(plain) or codes.by_number(plain) or codes.by_label("".join(plain.split()))


def _unknown_code(field: FieldSpec, text: str) -> Finding:
    return Finding(
        "value.code",
        "“{text}” is not in the list of this field. Choose one of the list.",
        {"text": text},
        where_of(field),
    )


def _text(field: FieldSpec, text: str) -> "Value | Finding":
    return text


def _int(field: FieldSpec, text: str) -> "Value | Finding":
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    if not _WHOLE.fullmatch(plain):
        return Finding("value.int", "“{text}” is no whole number.", {"text": text}, where_of(field))
    return int(plain.partition(".")[0])


def _decimal(field: FieldSpec, text: str) -> "Value | Finding":
    value = parse_scaled(text, field.scale)
    if value is None or abs(value) >= 10**18:
        return Finding(
            "value.decimal",
            "“{text}” is no number with at most {scale} decimals.",
            {"text": text, "scale": field.scale},
            where_of(field),
        )
    return value


def _money(field: FieldSpec, text: str) -> "Value | Finding":
    value = parse_fen(text)
    if value is None or abs(value) >= 10**18:
        return Finding(
            "value.money",
            "“{text}” is no amount in yuan. Write it as 3700 or 3700.50.",
            {"text": text},
            where_of(field),
        )
    return value


def _rounded_number(field: FieldSpec, text: str) -> "Value | Finding":
    # ODK calculates in floating point: 0.1 + 0.2 arrives as 0.30000000000000004 and means 0.3.
    head, _, fraction = text.partition(".")
    if len(fraction) > 9 and fraction.isdigit():
        text = str(round(Decimal(text), 9))
    elif not fraction and head.endswith("."):
        text = head
    return _money(field, text) if field.type == "money" else _decimal(field, text)


def _date(field: FieldSpec, text: str) -> "Value | Finding":
    value = parse_date(_MIDNIGHT.sub("", text).partition("T")[0])
    if value is None or not is_date(value):
        return Finding(
            "value.date", "“{text}” is no date. Write it as 2019-03-12.", {"text": text}, where_of(field)
        )
    return value


def _month(field: FieldSpec, text: str) -> "Value | Finding":
    return parse_month(text) or Finding(
        "value.month", "“{text}” is no month. Write it as 2019-03.", {"text": text}, where_of(field)
    )


def _year(field: FieldSpec, text: str) -> "Value | Finding":
    return parse_year(text.removesuffix(".0")) or Finding(
        "value.year", "“{text}” is no year. Write it as 2019.", {"text": text}, where_of(field)
    )


def _point(field: FieldSpec, text: str) -> "Value | Finding":
    parts = text.replace(",", " ").split()
    try:
        latitude, longitude = Decimal(parts[0]), Decimal(parts[1])
        inside = abs(latitude) <= 90 and abs(longitude) <= 180
    except (ArithmeticError, IndexError):
        inside = False
    if not inside:
        return Finding(
            "value.point",
            "“{text}” is no position. Write latitude and longitude, as 33.5 104.9.",
            {"text": text},
            where_of(field),
        )
    return f"{latitude:f} {longitude:f}"


def _file(field: FieldSpec, text: str) -> "Value | Finding":
    if all(_DIGEST.fullmatch(part) for part in text.split()):
        return " ".join(text.split())
    return Finding(
        "value.file", "“{text}” names no stored file. Attach the file again.", {"text": text}, where_of(field)
    )


def _label(codes: CodeList | None, code_id: str, texts: Texts) -> str:
    code = codes.code(code_id) if codes else None
    return texts.pick(code.zh_hans, code.zh_hant, code.en) if code else code_id


def _shortest(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


_PARSERS: dict[str, Callable[[FieldSpec, str], "Value | Finding"]] = {
    "text": _text,
    "ref": _text,
    "int": _int,
    "decimal": _decimal,
    "money": _money,
    "date": _date,
    "month": _month,
    "year": _year,
    "point": _point,
    "file": _file,
}
