"""The data dictionary, read from its CSV tables; a wrong row is a finding with file, row and column, and is left out."""

from collections.abc import Iterator, Mapping

from fieldapp.errors import Finding, Where
from fieldapp.register.code_table import read_code_list
from fieldapp.register.declarations import Code, CodeList, Dictionary, FieldSpec, ListSpec, join
from fieldapp.register.field_table import FIELD_COLUMNS, FIELDS_FILE, Known, read_fields
from fieldapp.register.list_table import LIST_COLUMNS, LISTS_FILE, read_lists

__all__ = [
    "FIELDS_FILE",
    "FIELD_COLUMNS",
    "LISTS_FILE",
    "LIST_COLUMNS",
    "Code",
    "CodeList",
    "Dictionary",
    "FieldSpec",
    "ListSpec",
    "join",
    "read_dictionary",
]


def read_dictionary(
    lists_csv: str, fields_csv: str, codelists: Mapping[str, str], base: Dictionary | None = None
) -> tuple[Dictionary, tuple[Finding, ...]]:
    """The dictionary of three kinds of CSV text; `codelists` is name → text.

    `base` is what the packs below declare: fields may be added to its lists and use its code lists. The result
    holds the new rows only. Raises PackError when a table has the wrong heading.
    """
    below = base or Dictionary()
    findings: list[Finding] = []
    codes = {name: read_code_list(name, text, findings) for name, text in sorted(codelists.items())}
    lists = read_lists(lists_csv, below.lists, findings)
    known = Known({**below.lists, **lists}, {*below.codes, *codes}, below)
    fields = read_fields(fields_csv, known, findings)
    findings += _wrong_titles(lists, fields)
    by_list: dict[str, list[FieldSpec]] = {name: [] for name in lists}
    for field in sorted(fields, key=lambda f: f.order):
        by_list.setdefault(field.list, []).append(field)
    return Dictionary(lists, {name: tuple(found) for name, found in by_list.items()}, codes), tuple(findings)


def _wrong_titles(lists: Mapping[str, ListSpec], fields: tuple[FieldSpec, ...]) -> Iterator[Finding]:
    known = {(f.list, f.key) for f in fields}
    for spec in lists.values():
        if spec.title_field and (spec.name, spec.title_field) not in known:
            yield Finding(
                "dictionary.title_field",
                "The list {list} is titled by {key}, which is none of its fields.",
                {"list": spec.name, "key": spec.title_field},
                Where(file=LISTS_FILE, column="title_field", list=spec.name),
            )
