"""lists.csv: the lists a pack declares; a row that cannot stand is a finding and left out."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import cast

from fieldapp.errors import Finding, Where
from fieldapp.register.declarations import KeyBy, ListSpec
from fieldapp.register.tables import missing_labels, table_rows

LISTS_FILE = "dictionary/lists.csv"
LIST_COLUMNS = ("list", "parent", "key_by", "title_field", "zh_hans", "zh_hant", "en")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")


def read_lists(text: str, below: Mapping[str, ListSpec], findings: list[Finding]) -> dict[str, ListSpec]:
    """Name → list in the table's order; `below` are the lists of the packs below. Raises PackError."""
    found: dict[str, ListSpec] = {}
    rows = list(table_rows(text, LISTS_FILE, LIST_COLUMNS, findings))
    parents = {
        **{name: spec.parent for name, spec in below.items()},
        **{r["list"]: r["parent"] for _, r in rows},
    }
    for number, row in rows:
        where = Where(file=LISTS_FILE, row=number, list=row["list"])
        trouble = _trouble(row, parents, found.keys(), where)
        if trouble is not None:
            findings.append(trouble)
            continue
        findings += missing_labels(row, where)
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


def unnamed(text: str, where: Where) -> Finding | None:
    """The finding of text that is no name of a list or field."""
    if _NAME.fullmatch(text):
        return None
    return Finding(
        "dictionary.name",
        "“{text}” is no name. Names have small letters, digits and _, and begin with a letter.",
        {"text": text},
        where,
    )


def _trouble(
    row: Mapping[str, str], parents: Mapping[str, str], taken: Collection[str], where: Where
) -> Finding | None:
    if trouble := unnamed(row["list"], replace(where, column="list")):
        return trouble
    if row["list"] in taken:
        return Finding(
            "dictionary.duplicate_list",
            "The list {list} is declared twice. Keep one row.",
            {"list": row["list"]},
            replace(where, column="list"),
        )
    if row["key_by"] not in ("uuid", "year"):
        return Finding(
            "dictionary.key_by",
            "“{value}” is no way to key a list. Write uuid or year.",
            {"value": row["key_by"]},
            replace(where, column="key_by"),
        )
    return _parent_trouble(row, parents, replace(where, column="parent"))


def _parent_trouble(row: Mapping[str, str], parents: Mapping[str, str], where: Where) -> Finding | None:
    if row["parent"] and row["parent"] not in parents:
        return Finding(
            "dictionary.unknown_parent",
            "The parent {parent} of the list {list} is not declared.",
            {"parent": row["parent"], "list": row["list"]},
            where,
        )
    if _is_its_own_ancestor(row["list"], parents):
        return Finding(
            "dictionary.parent_circle",
            "The list {list} is its own ancestor. Give it another parent.",
            {"list": row["list"]},
            where,
        )
    if row["key_by"] == "year" and not row["parent"]:
        return Finding(
            "dictionary.year_needs_parent",
            "The list {list} is kept by year and needs a parent.",
            {"list": row["list"]},
            where,
        )
    return None


def _is_its_own_ancestor(name: str, parents: Mapping[str, str]) -> bool:
    above, steps = parents.get(name, ""), 0
    while above and above != name and steps <= len(parents):
        above, steps = parents.get(above, ""), steps + 1
    return above == name
