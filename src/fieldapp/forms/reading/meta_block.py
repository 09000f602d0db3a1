"""The meta block of a form's data: OpenRosa wants an instanceID in each, so one without gets it."""

from collections.abc import Mapping
from dataclasses import replace

from fieldapp.forms.definition import Bind, NodeDef, Seed

OPENROSA = "http://openrosa.org/xforms"


def child_named(parent: NodeDef, local: str) -> NodeDef | None:
    """The child of that name, whatever its prefix."""
    return next((child for child in parent.children.values() if child.name.rpartition(":")[2] == local), None)


def with_instance_id(document: Seed, prefixes: Mapping[str, str]) -> Seed:
    """The seed of the form's data with meta and instanceID; an empty instanceID is to be filled at the start."""
    (root,) = document.children
    meta = child_named(root.definition, "meta")
    if meta is None:
        prefix = prefixes.get(OPENROSA)
        meta = _child(root.definition, f"{prefix}:meta" if prefix else "meta")
        root = replace(root, children=(*root.children, Seed(meta, "", ())))
    if child_named(meta, "instanceID") is None:
        prefix = meta.name.rpartition(":")[0]
        made = _child(meta, f"{prefix}:instanceID" if prefix else "instanceID")
        made.bind = Bind(preload="uid")
        children = tuple(
            replace(one, children=(*one.children, Seed(made, "", ()))) if one.definition is meta else one
            for one in root.children
        )
        root = replace(root, children=children)
    return replace(document, children=(root,))


def _child(parent: NodeDef, name: str) -> NodeDef:
    made = parent.children[name] = NodeDef(name, parent)
    made.namespace = OPENROSA if ":" in name else parent.namespace
    return made


def with_deprecated_id(seed: Seed) -> tuple[Seed, str]:
    """The seed of an edited submission: its instanceID becomes deprecatedID. Also returns that id."""
    (root,) = seed.children
    children = []
    old = ""
    for one in root.children:
        meta = one
        if one.definition.name.rpartition(":")[2] == "meta":
            old = next(
                (s.text for s in one.children if s.definition.name.rpartition(":")[2] == "instanceID"), ""
            )
            meta = _deprecating(one, old)
        children.append(meta)
    return replace(seed, children=(replace(root, children=tuple(children)),)), old


def _deprecating(meta: Seed, old: str) -> Seed:
    prefix = meta.definition.name.rpartition(":")[0]
    name = f"{prefix}:deprecatedID" if prefix else "deprecatedID"
    definition = child_named(meta.definition, "deprecatedID") or _child(meta.definition, name)
    kept = []
    for one in meta.children:
        local = one.definition.name.rpartition(":")[2]
        if local == "instanceID":
            kept.append(Seed(one.definition, "", ()))
        elif local != "deprecatedID":
            kept.append(one)
    return replace(meta, children=(*kept, Seed(definition, old, ())))
