"""What pyxform says in English, as sentences of ours with their place; what is not known is quoted."""

import re

from fieldapp.errors import Finding, Where

_ROW = re.compile(r"\[row : (\d+)\]")
_SHEET = re.compile(r"(?:'(\w+)' sheet|sheet: '(\w+)')")
_COLUMN = re.compile(r"the '([^']+)' value")
_LANGUAGES = re.compile(r"do not contain valid machine-readable codes: (.*?)\.(?: |$)")
_WITH_SCRIPT = re.compile(r"\([a-z]{2,3}-[A-Z][a-z]{3}\)$")


def place_of(said: str) -> Where:
    """Sheet, row and column that a message names."""
    row, sheet, column = _ROW.search(said), _SHEET.search(said), _COLUMN.search(said)
    named = "" if sheet is None else next(filter(None, sheet.groups()))
    return Where(
        sheet=named or ("survey" if row is not None else ""),
        row=None if row is None else int(row.group(1)),
        column="" if column is None else column.group(1),
    )


def reason_of(said: str) -> Finding:
    """A message in our words."""
    for pattern, sentence in _SENTENCES:
        found = re.search(pattern, said, re.DOTALL)
        if found:
            params = {key: text or "" for key, text in found.groupdict().items()}
            return Finding(sentence.code, sentence.text, params, place_of(said))
    plain = _ROW.sub("", said).strip()
    return Finding("form.xlsform.reason", "{reason}", {"reason": plain}, place_of(said))


def warning_of(said: str) -> Finding:
    """A warning in our words."""
    reason = reason_of(said)
    return Finding("form.xlsform.warning", reason.text, reason.params, reason.where, "warning")


def is_groundless(said: str) -> bool:
    """A warning of pyxform about languages that all carry a code with a script, such as zh-Hans: its list has none."""
    named = _LANGUAGES.search(said)
    return named is not None and all(_WITH_SCRIPT.search(name) for name in named.group(1).split(", "))


_SENTENCES = (
    (
        r"Could not find the name '(?P<name>[^']*)'",
        Finding("form.xlsform.reason", "There is no question “{name}”."),
    ),
    (
        r"The name '(?P<name>[^']*)' appears more than once",
        Finding(
            "form.xlsform.reason",
            "The question “{name}” stands more than once, so a reference to it is unclear.",
        ),
    ),
    (
        r"Reference variables must start with",
        Finding("form.xlsform.reason", "A reference is not written as ${{name}}."),
    ),
    (
        r"'name' value '(?P<name>[^']*)' is invalid\. Questions, groups, and repeats must be unique",
        Finding("form.xlsform.reason", "The name “{name}” stands twice in one group."),
    ),
    (
        r"'name' value '(?P<name>[^']*)' is problematic",
        Finding("form.xlsform.reason", "The name “{name}” differs from another only in capital letters."),
    ),
    (
        r"The name 'meta' is reserved",
        Finding("form.xlsform.reason", "The name “meta” is reserved. Give another name."),
    ),
    (
        r"Names must begin with a letter",
        Finding(
            "form.xlsform.reason",
            "The name may hold letters, digits, “_”, “-” and “.” and begins with a letter.",
        ),
    ),
    (r"Choice names must be unique", Finding("form.xlsform.reason", "A choice stands twice in its list.")),
    (r"Choices must have a name", Finding("form.xlsform.reason", "The choice has no name.")),
    (r"Choices should have a label", Finding("form.xlsform.reason", "The choice has no label.")),
    (
        r"List name not in (?:external choices|choices|columns) sheet: (?P<name>\S+)",
        Finding("form.xlsform.reason", "The list “{name}” is not on the sheet choices."),
    ),
    (
        r"Unknown question type '(?P<name>[^']*)'",
        Finding("form.xlsform.reason", "The question type “{name}” is not known."),
    ),
    (r"Question with no type", Finding("form.xlsform.reason", "The question has no type.")),
    (r"Question or group with no name", Finding("form.xlsform.reason", "The question has no name.")),
    (r"Missing calculation", Finding("form.xlsform.reason", "The calculation is missing.")),
    (
        r"Unmatched 'begin_\w+'.*name '(?P<name>[^']*)'",
        Finding("form.xlsform.reason", "The block “{name}” has no end."),
    ),
    (r"Unmatched 'end_\w+'", Finding("form.xlsform.reason", "An end has no begin.")),
    (
        r"named '(?P<name>[^']*)' has no label or hint",
        Finding("form.xlsform.reason", "The question “{name}” has no label."),
    ),
    (
        r"(?:Repeat|Group) has no label.*'name': '?(?P<name>[^',}]*)",
        Finding("form.xlsform.reason", "The group “{name}” has no label."),
    ),
    (
        r"Use the max-pixels parameter",
        Finding(
            "form.xlsform.reason", "Pictures are sent at full size. Give max-pixels to make them smaller."
        ),
    ),
    (
        r"(?P<name>\S+) is no longer supported on most devices",
        Finding("form.xlsform.reason", "“{name}” is no longer known to most devices."),
    ),
    (
        r"Row without name, text, or label",
        Finding("form.xlsform.reason", "A row without type and name is left out."),
    ),
    (
        r"Headers that are different names for the same column were found: '(?P<one>[^']*)', '(?P<other>[^']*)'",
        Finding("form.xlsform.reason", "The columns “{one}” and “{other}” mean the same. Keep one of them."),
    ),
    (
        r"Column headers must not be empty and must not contain spaces",
        Finding("form.xlsform.reason", "A column whose heading is empty or has spaces is left out."),
    ),
    (
        r"required column headers were not found: (?P<names>.*?)\.",
        Finding("form.xlsform.reason", "The columns {names} are missing."),
    ),
    (
        r"missing a header row|missing header row",
        Finding("form.xlsform.reason", "The first row has no headings."),
    ),
    (
        r"Choice names with spaces.*See \[(?P<name>.*?)\] in \[(?P<list>.*?)\]",
        Finding("form.xlsform.reason", "The choice “{name}” of the list “{list}” has a space in its name."),
    ),
    (
        r"invalid parameter key\(s\): '(?P<names>[^']*)'",
        Finding("form.xlsform.reason", "The parameters {names} are not known for this question type."),
    ),
    (
        r"Parameters must be in the form of|'parameters' value is invalid",
        Finding("form.xlsform.reason", "The parameters cannot be read. Write them as key=value."),
    ),
    (
        r"missing translation\(s\)|is missing the .* translation|is missing the (?:survey|choices|settings) |"
        r"Missing translations? .*?(?P<name>\S*)$",
        Finding("form.xlsform.reason", "Some texts are not translated into every language."),
    ),
    (
        r"The 'disabled' column header is not part",
        Finding("form.xlsform.reason", "The column “disabled” leaves out the rows that say “yes”."),
    ),
    (
        r"uses or_other and translations",
        Finding(
            "form.xlsform.reason",
            "The words of “or_other” stay in one language. Write the choice and its question out to translate them.",
        ),
    ),
    (
        r"do not contain valid machine-readable codes: (?P<names>.*?)\.(?: |$)",
        Finding("form.xlsform.reason", "Write the language code too, for example “English (en)”: {names}."),
    ),
    (
        r"entity list name '(?P<name>[^']*)' has a reference in container scope",
        Finding(
            "form.xlsform.reason",
            "The entity list “{name}” is written from outside and inside of a repeat. Bring one of them to the other "
            "with a calculate, and write that.",
        ),
    ),
    (
        r"entity list name '(?P<name>[^']*)'",
        Finding("form.xlsform.reason", "The entity list “{name}” is not declared."),
    ),
    (
        r"save_to.*already assigned|'save_to' value is invalid",
        Finding("form.xlsform.reason", "The column save_to cannot be used as it stands here."),
    ),
)
