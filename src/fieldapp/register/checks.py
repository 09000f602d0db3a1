"""Whether stored values can be true: the dictionary's checks and what identity numbers say. Findings, never refusals."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

from fieldapp.domain.identity import check_identity, normal_form, parse_identity
from fieldapp.errors import Finding
from fieldapp.register.declarations import Dictionary, FieldSpec
from fieldapp.register.rules import Condition, Rule, parse_check, parse_when
from fieldapp.register.values import Value, plain_number, to_stored, where_of

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_FIXED_LINE = re.compile(r"0[0-9]{2,3}-?[0-9]{7,8}")
_NUMBERS = ("int", "decimal", "money", "year")
_LARGEST_TEXT = 10_000
Values = Mapping[str, Value]


def check_value(field: FieldSpec, value: Value, dictionary: Dictionary, *, today: str) -> tuple[Finding, ...]:
    """The findings of one value by itself; `today` is "YYYY-MM-DD". Unknown (None) has none."""
    if value is None:
        return ()
    return (*_type_findings(field, value, dictionary), *_rule_findings(field, value, {}, today))


def entered_value(field: FieldSpec, text: str, dictionary: Dictionary, *, today: str) -> Value | Finding:
    """What a person typed as a stored value, or the first thing that is certainly wrong with it."""
    value = to_stored(field, text, dictionary)
    if isinstance(value, Finding):
        return value
    found = check_value(field, value, dictionary, today=today)
    return next((finding for finding in found if finding.severity == "error"), value)


def check_record(
    list_name: str, values: Values, dictionary: Dictionary, *, today: str
) -> tuple[Finding, ...]:
    """The findings of a record: each value, values against each other, and what is missing (as warnings)."""
    return tuple(_record_findings(list_name, values, dictionary, today))


def is_needed(field: FieldSpec, values: Values) -> bool:
    """Whether the record needs this field: required, or required by a condition that holds."""
    if field.req == "R":
        return True
    return field.req == "C" and bool(field.when) and all(_holds(c, values) for c in parse_when(field.when))


def _record_findings(list_name: str, values: Values, dictionary: Dictionary, today: str) -> Iterator[Finding]:
    for field in dictionary.stored_fields(list_name):
        value = values.get(field.key)
        if value is not None:
            yield from _type_findings(field, value, dictionary)
            yield from _rule_findings(field, value, values, today)
        elif is_needed(field, values):
            yield Finding("check.missing", "This is not known yet.", {}, where_of(field), "warning")
    for field in dictionary.stored_fields(list_name):
        if "identity" in field.check.split():
            yield from _against_identity(field, values, dictionary)


def _type_findings(field: FieldSpec, value: Value, dictionary: Dictionary) -> Iterator[Finding]:
    if field.type in ("code", "codes"):
        codes = dictionary.codes.get(field.codes)
        for code_id in str(value).split():
            if codes is None or codes.code(code_id) is None:
                yield Finding(
                    "check.code",
                    "The code “{code}” is not in the list of this field. Choose one of the list.",
                    {"code": code_id},
                    where_of(field),
                )
    elif field.type in ("int", "decimal", "money", "year", "bool") and not isinstance(value, int):
        yield Finding("check.number", "“{text}” is no number.", {"text": value}, where_of(field))
    elif field.type == "text" and len(str(value)) > _LARGEST_TEXT:
        yield _too_long(field, _LARGEST_TEXT)


def _rule_findings(field: FieldSpec, value: Value, values: Values, today: str) -> Iterator[Finding]:
    for rule in parse_check(field.check):
        finding = _RULES[rule.kind](field, rule, value, values, today)
        if finding is not None:
            severity = "warning" if rule.warns else finding.severity
            yield Finding(finding.code, finding.text, finding.params, where_of(field), severity)


def _range(field: FieldSpec, rule: Rule, value: Value, values: Values, today: str) -> Finding | None:
    if not isinstance(value, int):
        return None
    if Decimal(rule.low) <= plain_number(field, value) <= Decimal(rule.high):
        return None
    bounds = {"low": rule.low, "high": rule.high}
    if rule.warns:
        return Finding("check.unusual", "This is usually between {low} and {high}.", bounds)
    return Finding("check.range", "This must be between {low} and {high}.", bounds)


def _bound(field: FieldSpec, rule: Rule, value: Value, values: Values, today: str) -> Finding | None:
    if value is None:
        return None
    if rule.names:
        other = values.get(rule.names[0])
        if other is None or type(other) is not type(value):
            return None
        left, right, shown = str(value), str(other), rule.names[0]
        if isinstance(value, int) and isinstance(other, int):
            return _compared(rule.sign, Decimal(value), Decimal(other), shown)
        return _compared(rule.sign, left, right, shown)
    if field.type in _NUMBERS and isinstance(value, int):
        return _compared(rule.sign, plain_number(field, value), _decimal(rule.bound), rule.bound)
    return _compared(rule.sign, str(value), today if rule.bound == "today" else rule.bound, rule.bound)


def _compared(sign: str, left: Decimal | str, right: Decimal | str | None, shown: str) -> Finding | None:
    if right is None:
        return None
    if sign.startswith("<"):
        stands = left < right or (sign == "<=" and left == right)  # type: ignore[operator]
        if shown == "today":
            return None if stands else Finding("check.future", "This date lies in the future.")
        return None if stands else Finding("check.high", "This is more than {bound}.", {"bound": shown})
    stands = left > right or (sign == ">=" and left == right)  # type: ignore[operator]
    if sign == ">=":
        return None if stands else Finding("check.low", "This is less than {bound}.", {"bound": shown})
    return None if stands else Finding("check.not_more", "This must be more than {bound}.", {"bound": shown})


def _identity(field: FieldSpec, rule: Rule, value: Value, values: Values, today: str) -> Finding | None:
    finding = check_identity(str(value))
    if finding is not None:
        return finding
    number = parse_identity(str(value))
    if number is not None and number.birth_date > today:
        return Finding("identity.future", "The identity number says a birth date in the future.")
    return None


def _phone(field: FieldSpec, rule: Rule, value: Value, values: Values, today: str) -> Finding | None:
    number = normal_form(str(value))
    if _MOBILE.fullmatch(number) or _FIXED_LINE.fullmatch(number):
        return None
    return Finding(
        "check.phone",
        "A mobile number has 11 digits and begins with 1; a fixed line begins with its area code.",
    )


def _max(field: FieldSpec, rule: Rule, value: Value, values: Values, today: str) -> Finding | None:
    return _too_long(field, int(rule.text)) if len(str(value)) > int(rule.text) else None


def _digits(field: FieldSpec, rule: Rule, value: Value, values: Values, today: str) -> Finding | None:
    plain = normal_form(str(value))
    if plain.isascii() and plain.isdigit() and int(rule.low) <= len(plain) <= int(rule.high):
        return None
    return Finding(
        "check.digits",
        "This has {low} to {high} digits and nothing else.",
        {"low": rule.low, "high": rule.high},
    )


def _count(field: FieldSpec, rule: Rule, value: Value, values: Values, today: str) -> Finding | None:
    count = len(str(value).split())
    if int(rule.low) <= count <= int(rule.high):
        return None
    return Finding(
        "check.count",
        "Choose {low} to {high}. These are {count}.",
        {"low": rule.low, "high": rule.high, "count": count},
    )


def _alone(field: FieldSpec, rule: Rule, value: Value, values: Values, today: str) -> Finding | None:
    chosen = str(value).split()
    if rule.text in chosen and len(chosen) > 1:
        return Finding(
            "check.alone", "One of these choices excludes the others. Keep it alone, or leave it out."
        )
    return None


def _against_identity(field: FieldSpec, values: Values, dictionary: Dictionary) -> Iterator[Finding]:
    number = parse_identity(str(values.get(field.key) or ""))
    if number is None:
        return
    sex, birth = values.get("sex"), values.get("birth_date")
    if sex in ("1", "2") and sex != number.sex:
        yield Finding(
            "check.sex_differs",
            "The sex differs from the identity number. Compare both with the identity card.",
            {},
            where_of(dictionary.field(field.list, "sex")),
        )
    if birth is not None and birth != number.birth_date:
        yield Finding(
            "check.birth_differs",
            "The birth date differs from the identity number, which says {date}.",
            {"date": number.birth_date},
            where_of(dictionary.field(field.list, "birth_date")),
        )


def _unique(field: FieldSpec, rule: Rule, value: Value, values: Values, today: str) -> Finding | None:
    """No value is wrong by itself: a clash with another record is a task."""
    return None


def _too_long(field: FieldSpec, most: int) -> Finding:
    return Finding("check.long", "This is longer than {most} characters.", {"most": most}, where_of(field))


def _holds(condition: Condition, values: Values) -> bool:
    value = values.get(condition.field)
    if value is None:
        return False
    if condition.sign == ">":
        return isinstance(value, int) and value > int(condition.codes[0])
    return bool(set(str(value).split()) & set(condition.codes))


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


_RULES: dict[str, Callable[[FieldSpec, Rule, Value, Values, str], Finding | None]] = {
    "range": _range,
    "bound": _bound,
    "identity": _identity,
    "phone": _phone,
    "max": _max,
    "digits": _digits,
    "count": _count,
    "alone": _alone,
    "unique": _unique,
}
