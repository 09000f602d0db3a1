"""What the headings of a sheet mean, in every spelling, and which of them hold text, logic or neither."""

from fieldapp.forms.importing.sheets import Sheet

_MEANINGS = {
    "relevance": "relevant", "calculate": "calculation", "readonly": "read_only", "caption": "label",
    "command": "type", "tag": "name", "value": "name", "count": "repeat_count", "jr:count": "repeat_count",
    "constraining_message": "constraint_message", "requiredmsg": "required_message",
    "jr:constraintmsg": "constraint_message", "jr:requiredmsg": "required_message",
}  # fmt: skip
TEXT = frozenset(
    "label hint guidance_hint constraint_message required_message image audio video big-image media".split()
)
_OF_CHOICES = {"caption": "label", "value": "name"}
LOGIC = frozenset("relevant constraint calculation required read_only choice_filter repeat_count".split())
NAMING = frozenset({"type", "name", "trigger", "list_name"})


def meaning(heading: str, sheet: str = "survey") -> str:
    """The plain name of a column: `Label::English` → label, `bind::relevant` → relevant, `list name` → list_name."""
    first, _, rest = heading.partition("::" if "::" in heading else ":")
    plain = "_".join(first.split()).lower()
    if plain in ("bind", "body", "control") and rest:
        return meaning(rest, sheet)
    if plain == "jr":
        plain = heading.strip().lower().partition("::")[0]
    return (_MEANINGS if sheet == "survey" else _OF_CHOICES).get(plain, plain)


def headings(sheet: Sheet, *wanted: str) -> list[str]:
    """The headings of a sheet with one of these meanings, from left to right."""
    return [heading for heading in sheet.header if meaning(heading, sheet.name) in wanted]


def heading(sheet: Sheet, wanted: str) -> str:
    """The first heading with a meaning, or the meaning itself as the heading to add."""
    return next(iter(headings(sheet, wanted)), wanted)


def kind_of(row: dict[str, str], column: str) -> str:
    """The question type in snake case: `Begin  Group` → begin_group."""
    return "_".join(row.get(column, "").split()).lower()
