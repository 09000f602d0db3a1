"""Stored values as words in the three languages, for figures: codes by their labels, money in yuan, rounded only here."""

from fieldapp.domain.money import format_fen, format_scaled
from fieldapp.journal.commit import Value
from fieldapp.register.declarations import Dictionary, FieldSpec
from fieldapp.standards.model import Words

YES = Words("是", "是", "yes")
NO = Words("否", "否", "no")


def label_of(spec: FieldSpec) -> Words:
    """A field's label."""
    return Words(spec.zh_hans, spec.zh_hant, spec.en)


def same(text: str) -> Words:
    """One text for all languages: numbers, dates, names."""
    return Words(text, text, text)


def words_of(spec: FieldSpec, value: Value, dictionary: Dictionary) -> Words:
    """A known value of a field."""
    if spec.type == "bool":
        return YES if value else NO
    if spec.type in ("code", "codes"):
        items = [_code(spec, part, dictionary) for part in str(value).split()]
        return Words(
            *(sign.join(words) for sign, words in zip("、、,", zip(*items, strict=True), strict=True))
        )
    if isinstance(value, int) and spec.type in ("money", "decimal"):
        return same(format_fen(value) if spec.type == "money" else format_scaled(value, spec.scale, True))
    return same(str(value))


def per_head(fen: int, people: int) -> str:
    """An amount per head in yuan, rounded half away from zero to the fen: for the eye, never for the comparison."""
    whole, rest = divmod(abs(fen), people)
    rounded = whole + (2 * rest >= people)
    return format_fen(-rounded if fen < 0 else rounded)


def _code(spec: FieldSpec, part: str, dictionary: Dictionary) -> Words:
    codes = dictionary.codes.get(spec.codes)
    code = codes.code(part) if codes else None
    return Words(code.zh_hans, code.zh_hant, code.en) if code else same(part)
