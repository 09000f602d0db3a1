"""fields.csv: the fields a pack declares; a row that cannot stand is a finding and left out."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from dataclasses import fields as dataclass_fields
from typing import cast

from fieldapp.domain.masking import MASK_CLASSES
from fieldapp.errors import Finding, Where
from fieldapp.register.declarations import (
    FIELD_TYPES,
    FIND_CLASSES,
    RECORD_COLUMNS,
    REQUIREMENTS,
    Dictionary,
    FieldSpec,
    FieldType,
    ListSpec,
)
from fieldapp.register.list_table import unnamed
from fieldapp.register.rules import RuleSyntaxError, parse_check, parse_when
from fieldapp.register.tables import missing_labels, table_rows

FIELDS_FILE = "dictionary/fields.csv"
FIELD_COLUMNS = tuple(column.name for column in dataclass_fields(FieldSpec))
_CODED = ("code", "codes")
_WORDS = (
    ("type", FIELD_TYPES),
    ("req", REQUIREMENTS),
    ("mask", ("", *MASK_CLASSES)),
    ("find", ("", *FIND_CLASSES)),
)


@dataclass(frozen=True)
class Known:
    """What a row may name: lists, code lists, and the fields of the packs below."""

    lists: Mapping[str, ListSpec]
    codes: Collection[str]
    below: Dictionary


def read_fields(text: str, known: Known, findings: list[Finding]) -> tuple[FieldSpec, ...]:
    """The fields of the table in its order; what is wrong is added to `findings`. Raises PackError."""
    found: dict[tuple[str, str], FieldSpec] = {}
    places: dict[tuple[str, str], Where] = {}
    for number, row in table_rows(text, FIELDS_FILE, FIELD_COLUMNS, findings):
        where = Where(file=FIELDS_FILE, row=number, list=row["list"], field=row["key"])
        trouble = _place_trouble(row, known, found.keys(), where)
        troubles = [trouble] if trouble else list(_kind_troubles(row, known, where))
        findings += troubles
        if not troubles:
            findings += missing_labels(row, where)
            found[row["list"], row["key"]] = _field(row)
            places[row["list"], row["key"]] = where
    keys = {name: {field.key for field in fields} for name, fields in known.below.fields.items()}
    for list_name, key in found:
        keys.setdefault(list_name, set()).add(key)
    for (list_name, key), spec in found.items():
        findings += _rule_troubles(spec, keys[list_name], places[list_name, key])
    return tuple(found.values())


def _field(row: Mapping[str, str]) -> FieldSpec:
    texts = {name: row[name] for name in FIELD_COLUMNS if name not in ("type", "scale", "order")}
    return FieldSpec(
        **texts,
        type=cast(FieldType, row["type"]),
        scale=int(row["scale"] or 0),
        order=int(row["order"] or 0),
    )


def _place_trouble(
    row: Mapping[str, str], known: Known, taken: Collection[tuple[str, str]], where: Where
) -> Finding | None:
    at_key = replace(where, column="key")
    if row["list"] not in known.lists:
        return Finding(
            "dictionary.unknown_list",
            "The list {list} is not declared in lists.csv.",
            {"list": row["list"]},
            replace(where, column="list"),
        )
    if trouble := unnamed(row["key"], at_key):
        return trouble
    if _belongs_to_every_record(row["key"], known.lists[row["list"]]):
        return Finding(
            "dictionary.taken_key",
            "The name {key} belongs to every record of {list}. Choose another.",
            {"key": row["key"], "list": row["list"]},
            at_key,
        )
    if (row["list"], row["key"]) in taken:
        return Finding(
            "dictionary.duplicate_field",
            "The field {key} stands twice in the list {list}. Keep one row.",
            {"key": row["key"], "list": row["list"]},
            at_key,
        )
    return None


def _belongs_to_every_record(key: str, spec: ListSpec) -> bool:
    return key in RECORD_COLUMNS or key == spec.parent or (spec.key_by == "year" and key == "year")


def _kind_troubles(row: Mapping[str, str], known: Known, where: Where) -> Iterator[Finding]:
    for column, allowed in _WORDS:
        if row[column] not in allowed:
            yield Finding(
                "dictionary.unknown_word",
                "“{value}” is not known here. Write one of: {allowed}.",
                {"value": row[column], "allowed": ", ".join(word for word in allowed if word)},
                replace(where, column=column),
            )
    if row["type"] in _CODED and row["codes"] not in known.codes:
        yield Finding(
            "dictionary.unknown_codes",
            "The code list “{codes}” is not in this pack. Add codelists/{codes}.csv.",
            {"codes": row["codes"]},
            replace(where, column="codes"),
        )
    if row["type"] == "ref" and (row["codes"] or row["key"]) not in known.lists:
        yield Finding(
            "dictionary.unknown_target",
            "The field {key} names a record of the list “{list}”, which no dictionary has. Write the list into codes.",
            {"key": row["key"], "list": row["codes"] or row["key"]},
            replace(where, column="codes"),
        )
    for column in ("scale", "order"):
        if row[column] and not (row[column].isascii() and row[column].isdigit()):
            yield Finding(
                "dictionary.not_a_number",
                "“{value}” is no whole number.",
                {"value": row[column]},
                replace(where, column=column),
            )
    if (row["req"] == "D") != bool(row["derived"]):
        yield Finding(
            "dictionary.derived",
            "A derived field has D as its requirement and an expression; another field has neither.",
            {},
            replace(where, column="derived"),
        )


def _rule_troubles(spec: FieldSpec, keys: Collection[str], where: Where) -> Iterator[Finding]:
    for column, text, parse in (("check", spec.check, parse_check), ("when", spec.when, parse_when)):
        try:
            trouble = next((key for rule in parse(text) for key in rule.names if key not in keys), "")
        except RuleSyntaxError as wrong:
            trouble = str(wrong)
        if trouble:
            yield Finding(
                "dictionary.rule",
                "The rule “{text}” of {name} is not understood at “{trouble}”.",
                {"text": text, "name": f"{spec.list}.{spec.key}", "trouble": trouble},
                replace(where, column=column),
            )
