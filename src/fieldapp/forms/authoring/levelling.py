"""What two engines may show differently without either being wrong, made level before they are compared.

The recorder joins all forms of a text (long, short, guidance) into one label and shows nothing where a language lacks
a text; we keep the forms apart and fall back to the default language. It reads an absolute path inside a repeat as all
the rows; Collect and we as the row it stands in. It never shows a group whose relevance waits for an answer inside the
group itself; Collect, Enketo and we do. What chance gave is taken from the record.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from fieldapp.forms.authoring.comparing import path_of
from fieldapp.forms.definition import Action, NodeDef, Text, Translation
from fieldapp.forms.expressions.syntax import Binary, Call, Expression, Filter, Literal, Negative, Path
from fieldapp.forms.form import Form
from fieldapp.forms.reading.xform import Definition
from fieldapp.forms.session import Session

_MEDIA = frozenset({"image", "audio", "video"})
_QUERY = re.compile(rb"(<(?:\w+:)?input\b[^>]*?)\squery=(?:\"[^\"]*\"|'[^']*')")
_CHANCE = frozenset({"random", "uuid"})
# A value of chance may decide how many rows there are, and those hold more of it.
_ROUNDS = 4


def without_queries(xml: bytes) -> bytes:
    """The form with what select_one_external asks typed, as the recorder has it."""
    return _QUERY.sub(rb"\1", xml)


def as_recorded(form: Form) -> Form:
    """The form as the recorder reads it."""
    definition = form.definition
    known = {identity for one in definition.translations for identity in one.texts}
    for node in _nodes(definition):
        if node.children and _reads_inside(node.bind.relevant):
            node.bind = replace(node.bind, relevant=Call("false", ()))
    joined = tuple(
        Translation(one.language, {identity: _joined(one.texts.get(identity, {})) for identity in known})
        for one in definition.translations
    )
    return Form(replace(definition, translations=joined, own_rows=False))


def _reads_inside(relevant: Expression | None) -> bool:
    """`./inside = 'a text'`, as forms of the Community Health Toolkit have it."""
    match relevant:
        case Binary("=", Path((first, _, *_), False, None), Literal(text)):
            return first.axis in ("self", "child") and text != ""
        case _:
            return False


def _joined(forms: Mapping[str, Text]) -> dict[str, Text]:
    pieces: list[str | Expression] = []
    for name, text in forms.items():
        if name not in _MEDIA:
            pieces += text.pieces
    return {**{name: text for name, text in forms.items() if name in _MEDIA}, "": Text(tuple(pieces))}


def chance_paths(definition: Definition) -> frozenset[str]:
    """The paths of the nodes whose value chance has a part in."""
    found = {one.path for one in _nodes(definition) if _calls(one.bind.calculate, _CHANCE)}
    for action in actions_of(definition):
        if _calls(action.value, _CHANCE) and isinstance(action.target, Path):
            found.add("/" + "/".join(step.test for step in action.target.steps))
    return frozenset(found)


def shuffled_paths(definition: Definition) -> frozenset[str]:
    """The paths of the selects in an order of chance: randomize() without a seed."""
    return frozenset(
        one.path
        for one in _nodes(definition)
        if one.control is not None
        and one.control.itemset is not None
        and _is_shuffled(one.control.itemset.nodes)
    )


def _is_shuffled(nodes: Expression) -> bool:
    return isinstance(nodes, Call) and nodes.name == "randomize" and len(nodes.arguments) == 1


def _nodes(definition: Definition) -> Iterator[NodeDef]:
    yield definition.document
    yield from definition.document.descendants()


def actions_of(definition: Definition) -> Iterator[Action]:
    """All the actions of a form."""
    yield from definition.actions
    for one in _nodes(definition):
        yield from one.actions
        if one.control is not None:
            yield from one.control.actions


def _calls(tree: Expression | None, names: frozenset[str]) -> bool:
    match tree:
        case Call(name, arguments):
            return name in names or any(_calls(one, names) for one in arguments)
        case Binary(_, left, right):
            return _calls(left, names) or _calls(right, names)
        case Negative(operand):
            return _calls(operand, names)
        case Filter(primary, predicates):
            return _calls(primary, names) or any(_calls(one, names) for one in predicates)
        case Path(steps, _, origin):
            inside = (one for step in steps for one in step.predicates)
            return _calls(origin, names) or any(_calls(one, names) for one in inside)
        case _:
            return False


def adopt_chance(session: Session, expected: Mapping[str, Any], paths: frozenset[str]) -> None:
    """Give the session the recorded values of the nodes that chance has a part in, where both have one."""
    for _ in range(_ROUNDS if paths else 0):
        given = {
            ref: str(wanted["value"])
            for ref, wanted in expected.items()
            if wanted.get("value") and path_of(ref) in paths and ref in session
            if session.node(ref).value not in ("", wanted["value"])
        }
        if not given:
            return
        session.prefill(given)
