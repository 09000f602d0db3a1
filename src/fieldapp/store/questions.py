"""Which question of a form saves to which list and field: each belongs to the nearest group above with an entity."""

from collections.abc import Iterator
from dataclasses import dataclass

from fieldapp.forms.definition import NodeDef
from fieldapp.forms.form import Form


@dataclass(frozen=True)
class Owner:
    """A group, repeat or form with an entity. `path` is its own; `repeat` the path of the innermost repeat around or
    at it, "" outside; `questions` are the questions that save: path → field key."""

    path: str
    list: str
    repeat: str
    questions: dict[str, str]


def owners_of(form: Form) -> dict[str, Owner]:
    """The owners of a form by path."""
    document = form.definition.document
    root = next(iter(document.children.values()))
    lists = _lists(form)
    owners: dict[str, Owner] = {}
    for node in (root, *root.descendants()):
        if _entity(node) is not None:
            owners[node.path] = Owner(node.path, lists.get(node.path, ""), _repeat_of(node), {})
    for node in root.descendants():
        if node.bind.save_to:
            above = next((up for up in (node, *node.ancestors()) if up.path in owners), None)
            if above is not None:
                owners[above.path].questions[node.path] = node.bind.save_to
    return owners


def hidden_questions(form: Form) -> Iterator[tuple[str, str, str]]:
    """(path, name, path of the innermost repeat) of the questions that save nothing and take a value."""
    for node in form.definition.document.descendants():
        if (
            not node.bind.save_to
            and not node.children
            and "/meta/" not in f"{node.path}/"
            and "@" not in node.path
        ):
            yield node.path, node.name, _repeat_of(node)


def _lists(form: Form) -> dict[str, str]:
    """The `dataset` of each entity by its owner's path, read from the form's own instance."""
    found: dict[str, str] = {}
    stack = [
        form.definition.seed,
        *(n.template for n in form.definition.document.descendants() if n.template),
    ]
    while stack:
        seed = stack.pop()
        if seed.definition.name == "@dataset":
            found[seed.definition.path.removesuffix("/meta/entity/@dataset")] = seed.text
        stack += seed.children
    return found


def _entity(node: NodeDef) -> NodeDef | None:
    meta = node.children.get("meta")
    return meta.children.get("entity") if meta else None


def _repeat_of(node: NodeDef) -> str:
    return next((up.path for up in (node, *node.ancestors()) if up.repeat), "")
