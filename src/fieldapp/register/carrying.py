"""Which facts of a year are where the next year starts: what stands where it stood, never what is earned or felt.

A yearly fact is carried when it stands in one of `SECTIONS` of the dictionary: house, water, living conditions, land.
Income, food, illness, school and help are asked anew, and so is every fact an exit standard judges: nobody leaves poverty
by a fact of last year. Evidence belongs to its year: a photo or file is not carried. What merges together is carried
together.
"""

from collections.abc import Collection, Mapping

from fieldapp.journal.commit import Value
from fieldapp.register.declarations import Dictionary, FieldSpec

SECTIONS = frozenset(("housing", "water", "living", "land"))
SOURCE = "carried"
"""The source of a carried fact: nobody has looked at it in the new year yet."""
_NEVER = frozenset(("income_sheet", "plan"))


def carried_lists(dictionary: Dictionary) -> tuple[str, ...]:
    """The yearly lists of households and people of which something is carried."""
    return tuple(
        name
        for name, spec in dictionary.lists.items()
        if spec.key_by == "year"
        and spec.parent in ("household", "person")
        and any(is_carried(field) for field in dictionary.stored_fields(name))
    )


def is_carried(field: FieldSpec) -> bool:
    """Whether a yearly fact of this field starts the next year."""
    return (
        field.list not in _NEVER and field.section in SECTIONS and field.type != "file" and not field.derived
    )


def carried_values(
    dictionary: Dictionary,
    list_name: str,
    last: Mapping[str, Value],
    written: Collection[str],
    judged: Collection[str],
) -> dict[str, Value]:
    """The facts of last year that start the new one. `written`: the cells somebody has written in the new year already,
    blank ones too; a cell is a field, or a group of fields that merge as one. `judged`: keys a standard judges."""
    fields = dictionary.stored_fields(list_name)
    asked = {f.merge_name for f in fields if f.key in judged or not is_carried(f)}
    whole = {field.merge_name for field in fields} - asked
    return {
        field.key: value
        for field in fields
        if field.merge_name in whole
        and field.merge_name not in written
        and (value := last.get(field.key)) is not None
    }
