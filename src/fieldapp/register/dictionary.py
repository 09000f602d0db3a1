"""The data dictionary, read from its CSV tables; a wrong row is a finding with file, row and column, and is left out."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields as dataclass_fields
from typing import cast

from fieldapp.domain.masking import MASK_CLASSES
from fieldapp.errors import Finding, Where
from fieldapp.register.declarations import (
    FIELD_TYPES,
    FIND_CLASSES,
    RECORD_COLUMNS,
    REQUIREMENTS,
    Code,
    CodeList,
    Dictionary,
    FieldSpec,
    FieldType,
    KeyBy,
    ListSpec,
    join,
)
from fieldapp.register.rules import RuleSyntaxError, parse_check, parse_when
from fieldapp.register.tables import table_rows

__all__ = ["Code", "CodeList", "Dictionary", "FieldSpec", "ListSpec", "join", "read_dictionary"]

LISTS_FILE = "dictionary/lists.csv"
FIELDS_FILE = "dictionary/fields.csv"
LIST_COLUMNS = ("list", "parent", "key_by", "title_field", "zh_hans", "zh_hant", "en")
FIELD_COLUMNS = tuple(column.name for column in dataclass_fields(FieldSpec))
CODE_COLUMNS = ("id", "zh_hans", "zh_hant", "en")
LABEL_COLUMNS = ("zh_hans", "zh_hant", "en")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")
_CODED = ("code", "codes")


def read_dictionary(
    lists_csv: str, fields_csv: str, codelists: Mapping[str, str], base: Dictionary | None = None
) -> tuple[Dictionary, tuple[Finding, ...]]:
    """The dictionary of three kinds of CSV text (DATA.md, "The dictionary"); `codelists` is name → text.

    `base` is what the packs below declare: fields may be added to its lists and use its code lists. The result
    holds the new rows only. Raises PackError when a table has the wrong heading.
    """
    reader = _Reader(base or Dictionary())
    codes = {name: reader.code_list(name, text) for name, text in sorted(codelists.items())}
    reader.known_codes |= codes.keys()
    lists = reader.lists(lists_csv)
    fields = reader.fields(fields_csv, lists)
    reader.check_titles(lists, fields)
    by_list = {
        name: tuple(sorted((f for f in fields if f.list == name), key=lambda f: f.order))
        for name in dict.fromkeys((*lists, *(f.list for f in fields)))
    }
    return Dictionary(lists, by_list, codes), tuple(reader.findings)


class _Reader:
    def __init__(self, base: Dictionary) -> None:
        self.base = base
        self.known_codes: set[str] = set(base.codes)
        self.findings: list[Finding] = []

    def code_list(self, name: str, text: str) -> CodeList:
        file = f"codelists/{name}.csv"
        items: dict[str, Code] = {}
        for number, row in table_rows(text, file, CODE_COLUMNS, self.findings):
            where = Where(file=file, row=number, column="id")
            if not row["id"]:
                self._note("dictionary.no_code", "A code has no id. Fill in the first column.", where)
            elif " " in row["id"]:
                self._note(
                    "dictionary.code_space",
                    "The code “{id}” holds a space. Codes have none.",
                    where,
                    id=row["id"],
                )
            elif row["id"] in items:
                self._note(
                    "dictionary.duplicate_code",
                    "The code “{id}” stands twice in the code list {name}. Keep one row.",
                    where,
                    id=row["id"],
                    name=name,
                )
            else:
                self._labels(row, file, number)
                items[row["id"]] = Code(row["id"], row["zh_hans"], row["zh_hant"], row["en"])
        return CodeList(name, tuple(items.values()))

    def lists(self, text: str) -> dict[str, ListSpec]:
        found: dict[str, ListSpec] = {}
        rows = list(table_rows(text, LISTS_FILE, LIST_COLUMNS, self.findings))
        names = {row["list"] for _, row in rows} | set(self.base.lists)
        for number, row in rows:
            if self._list_row_stands(row, number, names, found):
                self._labels(row, LISTS_FILE, number)
                found[row["list"]] = ListSpec(
                    row["list"],
                    row["parent"],
                    cast(KeyBy, row["key_by"]),
                    row["title_field"],
                    row["zh_hans"],
                    row["zh_hant"],
                    row["en"],
                )
        return found

    def _list_row_stands(
        self, row: dict[str, str], number: int, names: set[str], found: Mapping[str, ListSpec]
    ) -> bool:
        def at(column: str) -> Where:
            return Where(file=LISTS_FILE, row=number, column=column, list=row["list"])

        if not self._is_name(row["list"], at("list")):
            return False
        if row["list"] in found:
            self._note(
                "dictionary.duplicate_list",
                "The list {list} is declared twice. Keep one row.",
                at("list"),
                list=row["list"],
            )
            return False
        if row["key_by"] not in ("uuid", "year"):
            self._note(
                "dictionary.key_by",
                "“{value}” is no way to key a list. Write uuid or year.",
                at("key_by"),
                value=row["key_by"],
            )
            return False
        if row["parent"] and row["parent"] not in names:
            self._note(
                "dictionary.unknown_parent",
                "The parent {parent} of the list {list} is not declared.",
                at("parent"),
                parent=row["parent"],
                list=row["list"],
            )
            return False
        if row["key_by"] == "year" and not row["parent"]:
            self._note(
                "dictionary.year_needs_parent",
                "The list {list} is kept by year and needs a parent.",
                at("parent"),
                list=row["list"],
            )
            return False
        return True

    def fields(self, text: str, lists: Mapping[str, ListSpec]) -> list[FieldSpec]:
        every = {**self.base.lists, **lists}
        found: dict[tuple[str, str], FieldSpec] = {}
        for number, row in table_rows(text, FIELDS_FILE, FIELD_COLUMNS, self.findings):
            spec = self._field(row, number, every, found)
            if spec is not None:
                found[spec.list, spec.key] = spec
        for (list_name, key), spec in found.items():
            self._check_rules(spec, {k for name, k in found if name == list_name}, f"{list_name}.{key}")
        return list(found.values())

    def _field(
        self,
        row: dict[str, str],
        number: int,
        lists: Mapping[str, ListSpec],
        found: Mapping[tuple[str, str], FieldSpec],
    ) -> FieldSpec | None:
        def at(column: str) -> Where:
            return Where(file=FIELDS_FILE, row=number, column=column, list=row["list"], field=row["key"])

        if row["list"] not in lists:
            self._note(
                "dictionary.unknown_list",
                "The list {list} is not declared in lists.csv.",
                at("list"),
                list=row["list"],
            )
            return None
        if not self._is_name(row["key"], at("key")):
            return None
        if self._is_taken(row, lists[row["list"]]):
            self._note(
                "dictionary.taken_key",
                "The name {key} belongs to every record of {list}. Choose another.",
                at("key"),
                key=row["key"],
                list=row["list"],
            )
            return None
        if (row["list"], row["key"]) in found:
            self._note(
                "dictionary.duplicate_field",
                "The field {key} stands twice in the list {list}. Keep one row.",
                at("key"),
                key=row["key"],
                list=row["list"],
            )
            return None
        if not self._kinds_stand(row, at):
            return None
        self._labels(row, FIELDS_FILE, number)
        values = {**row, "scale": int(row["scale"] or 0), "order": int(row["order"] or 0)}
        return FieldSpec(**{**values, "type": cast(FieldType, row["type"])})  # type: ignore[arg-type]

    def _kinds_stand(self, row: dict[str, str], at: Callable[[str], Where]) -> bool:
        before = len(self.findings)
        self._one_of(row["type"], FIELD_TYPES, at("type"))
        self._one_of(row["req"], REQUIREMENTS, at("req"))
        self._one_of(row["mask"], ("", *MASK_CLASSES), at("mask"))
        self._one_of(row["find"], ("", *FIND_CLASSES), at("find"))
        if row["type"] in _CODED and row["codes"] not in self.known_codes:
            self._note(
                "dictionary.unknown_codes",
                "The code list “{codes}” is not in this pack. Add codelists/{codes}.csv.",
                at("codes"),
                codes=row["codes"],
            )
        for column in ("scale", "order"):
            if row[column] and not (row[column].isascii() and row[column].isdigit()):
                self._note(
                    "dictionary.not_a_number",
                    "“{value}” is no whole number.",
                    at(column),
                    value=row[column],
                )
        if (row["req"] == "D") != bool(row["derived"]):
            self._note(
                "dictionary.derived",
                "A derived field has D as its requirement and an expression; another field has neither.",
                at("derived"),
            )
        return len(self.findings) == before

    def _check_rules(self, spec: FieldSpec, keys: set[str], name: str) -> None:
        keys = keys | {f.key for f in self.base.fields.get(spec.list, ())}
        for column, text, parse in (("check", spec.check, parse_check), ("when", spec.when, parse_when)):
            try:
                unknown = [key for rule in parse(text) for key in rule.names if key not in keys]
                trouble = unknown[0] if unknown else ""
            except RuleSyntaxError as wrong:
                trouble = str(wrong)
            if trouble:
                self._note(
                    "dictionary.rule",
                    "The rule “{text}” of {name} is not understood at “{trouble}”.",
                    Where(file=FIELDS_FILE, column=column, list=spec.list, field=spec.key),
                    text=text,
                    name=name,
                    trouble=trouble,
                )

    def check_titles(self, lists: Mapping[str, ListSpec], fields: list[FieldSpec]) -> None:
        """The title field of each list is one of its fields."""
        known = {(f.list, f.key) for f in fields}
        for spec in lists.values():
            if spec.title_field and (spec.name, spec.title_field) not in known:
                self._note(
                    "dictionary.title_field",
                    "The list {list} is titled by {key}, which is none of its fields.",
                    Where(file=LISTS_FILE, column="title_field", list=spec.name),
                    list=spec.name,
                    key=spec.title_field,
                )

    def _labels(self, row: Mapping[str, str], file: str, number: int) -> None:
        for column in LABEL_COLUMNS:
            if not row[column]:
                self._note(
                    "dictionary.no_label",
                    "A label is missing. Fill in the column {column}.",
                    Where(file=file, row=number, column=column),
                    severe=False,
                    column=column,
                )

    def _is_taken(self, row: Mapping[str, str], spec: ListSpec) -> bool:
        by_year = spec.key_by == "year" and row["key"] == "year"
        return row["key"] in RECORD_COLUMNS or row["key"] == spec.parent or by_year

    def _is_name(self, text: str, where: Where) -> bool:
        if _NAME.fullmatch(text):
            return True
        self._note(
            "dictionary.name",
            "“{text}” is no name. Names have small letters, digits and _, and begin with a letter.",
            where,
            text=text,
        )
        return False

    def _one_of(self, value: str, allowed: tuple[str, ...], where: Where) -> None:
        if value not in allowed:
            self._note(
                "dictionary.unknown_word",
                "“{value}” is not known here. Write one of: {allowed}.",
                where,
                value=value,
                allowed=", ".join(word for word in allowed if word),
            )

    def _note(self, code: str, text: str, where: Where, /, *, severe: bool = True, **params: object) -> None:
        self.findings.append(Finding(code, text, params, where, "error" if severe else "warning"))
