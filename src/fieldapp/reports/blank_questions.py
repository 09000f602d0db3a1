"""The questions of a form as they are printed blank: boxes with code digits, cells for figures, lines for words.

Codes and numbers are those of the screen, so that a filled paper is typed in by digits in the order it was printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fieldapp.forms import Choice, Form, NodeState
from fieldapp.forms.paper.numbering import path_of, question_numbers
from fieldapp.forms.paper.skipping import Condition, depends_on, leads_to
from fieldapp.register.declarations import FieldSpec
from fieldapp.reports.document import Option, Question
from fieldapp.texts import Texts

MOST_OPTIONS = 40
"""A longer list of choices is not printed: its name is written on a line."""
_DIGITS = {"identity": 18, "phone": 12}
_MONEY, _WHOLE = 7, 4


@dataclass(frozen=True)
class Wording:
    """What words and shapes of questions are made of: `specs` is the field a question saves to, by path."""

    form: Form
    nodes: Mapping[str, NodeState]
    specs: Mapping[str, FieldSpec]
    texts: Texts
    numbers: Mapping[str, int] = field(default_factory=dict)

    def number(self, path: str) -> str:
        """The number of a question, without its row."""
        return str(self.numbers[path])


def wording(
    form: Form, nodes: Mapping[str, NodeState], specs: Mapping[str, FieldSpec], texts: Texts
) -> Wording:
    """With the numbers of the form."""
    return Wording(form, nodes, specs, texts, question_numbers(form))


def blank_question(node: NodeState, how: Wording, known: str = "") -> Question:
    """One question outside rows."""
    path = path_of(node.ref)
    options = _options(node, path, how)
    cells = () if options else _cells(node, how.specs.get(path), how.texts)
    return Question(
        number=how.number(path),
        text=words_of(node.label) or node.name,
        options=options,
        cells=cells,
        lines=0 if options or cells else _lines(node),
        small=tuple(
            text for text in (words_of(node.hint), _several(node, how), only_when(path, how)) if text
        ),
        known=known,
    )


def legend(node: NodeState, how: Wording) -> str:
    """The choices of a question of a row, with their codes, in one paragraph; then when it is asked at all."""
    path = path_of(node.ref)
    if node.kind == "upload" or node.kind == "trigger":
        said = how.texts("Tick when it is done.")
    elif 0 < len(node.choices) <= MOST_OPTIONS:
        said = "  ".join(f"{choice.code} {words_of(choice.label)}" for choice in node.choices)
    else:
        said = {"date": how.texts("year, month, day")}.get(node.type, "")
    return "\n".join(text for text in (said, _several(node, how), only_when(path, how)) if text)


def is_always_said(path: str, how: Wording) -> bool:
    """Whether a note stands in every filled form: what follows from answers has nothing to say on a blank one."""
    found = next((one for one in how.form.definition.document.descendants() if one.path == path), None)
    return found is not None and found.bind.relevant is None


def words_of(label: str) -> str:
    """A label on one line, without the marks of Markdown."""
    return " ".join(label.replace("**", "").replace("__", "").split()).strip("：: ")


def only_when(path: str, how: Wording) -> str:
    """On which answers a question depends, as far as no arrow says it; empty where that cannot be said shortly."""
    terms = depends_on(how.form, path)
    if terms is None:
        return ""
    said = [_condition(one, how) for one in terms.conditions if not _has_arrow(one, how)]
    if not said:
        return ""
    joint = how.texts(" and ") if terms.every else how.texts(" or ")
    return how.texts("Only if {conditions}", conditions=joint.join(said))


def _several(node: NodeState, how: Wording) -> str:
    return how.texts("Several answers are possible.") if node.multiple else ""


def _has_arrow(condition: Condition, how: Wording) -> bool:
    """Outside rows a choice of one is told by arrows at its boxes."""
    node = how.nodes.get(condition.path)
    return node is not None and _with_arrows(node)


def _with_arrows(node: NodeState) -> bool:
    return node.kind == "select" and not node.multiple and "[" not in node.ref


def _condition(one: Condition, how: Wording) -> str:
    value = next((choice.code for choice in _choices(one.path, how) if choice.value == one.value), one.value)
    number = how.number(one.path)
    if one.sign == "has" or one.sign == "=":
        return how.texts("{number} is {value}", number=number, value=value)
    if one.sign == "!=":
        return how.texts("{number} is not {value}", number=number, value=value)
    return f"{number} {one.sign} {value}"


def _choices(path: str, how: Wording) -> tuple[Choice, ...]:
    return next((node.choices for ref, node in how.nodes.items() if path_of(ref) == path), ())


def _options(node: NodeState, path: str, how: Wording) -> tuple[Option, ...]:
    if node.kind == "upload":
        return (Option("", how.texts("taken, keep it with this sheet")),)
    if node.kind == "trigger":
        return (Option("", how.texts("done")),)
    if not 0 < len(node.choices) <= MOST_OPTIONS:
        return ()
    leads: Mapping[str, str] = {}
    if _with_arrows(node):
        leads = leads_to(how.form, path, tuple(choice.value for choice in node.choices))
    return tuple(
        Option(choice.code, words_of(choice.label) or choice.value, _goal(leads, choice.value, how))
        for choice in node.choices
    )


def _goal(leads: Mapping[str, str], value: str, how: Wording) -> str:
    if value not in leads:
        return ""
    return how.number(leads[value]) if leads[value] else how.texts("end")


def _cells(node: NodeState, spec: FieldSpec | None, texts: Texts) -> tuple[tuple[int, str], ...]:
    if node.type == "date":
        year, month = (4, texts("y")), (2, texts("m"))
        if "year" in node.appearance:
            return (year, month) if "month" in node.appearance else (year,)
        return (year, month, (2, texts("d")))
    if node.type == "time":
        return ((2, ":"), (2, ""))
    if node.type == "int":
        return ((_whole(spec), ""),)
    if node.type == "decimal":
        scale = spec.scale if spec is not None and spec.type == "decimal" else 2
        return ((_MONEY if spec is not None and spec.type == "money" else _whole(spec) + 1, "."), (scale, ""))
    digits = next((_DIGITS[word] for word in (spec.check.split() if spec else ()) if word in _DIGITS), 0)
    return ((digits, ""),) if digits else ()


def _whole(spec: FieldSpec | None) -> int:
    """As many cells as the greatest allowed figure has."""
    span = next((word for word in (spec.check.split() if spec else ()) if ".." in word), "")
    most = span.partition("..")[2]
    return len(most) if most.isdigit() else _WHOLE


def _lines(node: NodeState) -> int:
    return 3 if "multiline" in node.appearance else 1
