"""What a newer dictionary changes, and what it may not: columns are only ever added, so that no saved value is lost."""

from collections.abc import Iterator
from dataclasses import dataclass

from fieldapp.errors import Finding, Where
from fieldapp.register.dictionary import FIELDS_FILE, LISTS_FILE, Dictionary, FieldSpec


@dataclass(frozen=True)
class Changes:
    """What a dictionary has that another lacks: lists, (list, field key), (code list, code id)."""

    lists: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    codes: tuple[tuple[str, str], ...]


def added(before: Dictionary, after: Dictionary) -> Changes:
    """The new lists, fields and codes, in the order of the newer dictionary."""
    had = {(name, code.id) for name, codes in before.codes.items() for code in codes.items}
    return Changes(
        tuple(name for name in after.lists if name not in before.lists),
        tuple(
            (name, spec.key)
            for name, specs in after.fields.items()
            for spec in specs
            if not before.has_field(name, spec.key)
        ),
        tuple(
            (name, code.id)
            for name, codes in after.codes.items()
            for code in codes.items
            if (name, code.id) not in had
        ),
    )


def lost(before: Dictionary, after: Dictionary) -> tuple[Finding, ...]:
    """Errors for what would leave saved values without a place or a meaning: lists, fields, kinds and codes gone."""
    return (*_lists(before, after), *_fields(before, after), *_codes(before, after))


def _lists(before: Dictionary, after: Dictionary) -> Iterator[Finding]:
    for name, old in before.lists.items():
        new = after.lists.get(name)
        if new is None:
            yield Finding(
                "pack.list_gone",
                "The list {list} is missing in the newer version. Lists are never taken away.",
                {"list": name},
                Where(file=LISTS_FILE, list=name),
            )
        elif (old.parent, old.key_by) != (new.parent, new.key_by):
            yield Finding(
                "pack.list_changed",
                "The list {list} has another parent or is kept otherwise in the newer version. Make a new list instead.",
                {"list": name},
                Where(file=LISTS_FILE, list=name),
            )


def _fields(before: Dictionary, after: Dictionary) -> Iterator[Finding]:
    for name, specs in before.fields.items():
        for old in specs if name in after.lists else ():
            where = Where(file=FIELDS_FILE, list=name, field=old.key)
            if not after.has_field(name, old.key):
                yield Finding(
                    "pack.field_gone",
                    "The field {key} of {list} is missing in the newer version. Fields are never taken away.",
                    {"key": old.key, "list": name},
                    where,
                )
            elif _kind(old) != _kind(after.field(name, old.key)):
                yield Finding(
                    "pack.field_changed",
                    "The field {key} of {list} is of another kind in the newer version. Make a new field instead.",
                    {"key": old.key, "list": name},
                    where,
                )


def _codes(before: Dictionary, after: Dictionary) -> Iterator[Finding]:
    for name, codes in before.codes.items():
        kept = {code.id for code in after.codes[name].items} if name in after.codes else set()
        for code in codes.items:
            if code.id not in kept:
                yield Finding(
                    "pack.code_gone",
                    "The code {code} of {codes} is missing in the newer version. Codes are never taken away.",
                    {"code": code.id, "codes": name},
                    Where(file=f"codelists/{name}.csv"),
                )


def _kind(spec: FieldSpec) -> tuple[str, int, bool, str]:
    return spec.type, spec.scale, bool(spec.derived), spec.codes
