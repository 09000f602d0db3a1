"""From the primary instance of an XForm to definitions, and to the seeds that instances grow from."""

from lxml import etree

from fieldapp.forms.definition import NodeDef, Seed
from fieldapp.forms.reading.xml import elements, written_name

JAVAROSA = "http://openrosa.org/javarosa"
_TEMPLATE = f"{{{JAVAROSA}}}template"
_SKIPPED = frozenset({_TEMPLATE, "template"})


def read_instance(root: "etree._Element", repeats: frozenset[str]) -> tuple[NodeDef, Seed]:
    """The document definition (its one child is the root) and the seed of the whole instance.

    `repeats` holds the paths of the repeats of the body. A repeat without jr:template has its first instance
    as template, without its answers, as JavaRosa has it.
    """
    document = NodeDef("", None)
    document.path = ""
    seed = _read(root, document, repeats)
    return document, Seed(document, "", (seed,))


def _read(element: "etree._Element", parent: NodeDef, repeats: frozenset[str]) -> Seed:
    definition = _definition(element, parent, repeats)
    seeds: list[Seed] = []
    for key, value in element.attrib.items():
        if key not in _SKIPPED:
            seeds.append(_attribute(element, definition, str(key), str(value), is_root=not parent.name))
    for child in elements(element):
        seed = _read(child, definition, repeats)
        if not seed.definition.repeat:
            seeds.append(seed)
        elif _TEMPLATE in child.attrib:
            seed.definition.template = seed
        else:
            seed.definition.template = seed.definition.template or _blank(seed)
            seed.definition.instances.append(seed)
            seeds.append(seed)
    text = "" if any(not seed.definition.name.startswith("@") for seed in seeds) else (element.text or "")
    if not definition.children and len(element):
        text = ""
    return Seed(
        definition, text if text.strip() else "", tuple(seed for seed in seeds if seed.definition.name)
    )


def _blank(seed: Seed) -> Seed:
    """The seed without its texts; attributes keep theirs."""
    text = seed.text if seed.definition.name.startswith("@") else ""
    return Seed(seed.definition, text, tuple(map(_blank, seed.children)))


def _definition(element: "etree._Element", parent: NodeDef, repeats: frozenset[str]) -> NodeDef:
    name = written_name(element)
    definition = parent.children.get(name)
    if definition is None:
        definition = parent.children[name] = NodeDef(name, parent)
        definition.namespace = etree.QName(element).namespace or ""
        definition.repeat = definition.path in repeats
    return definition


def _attribute(element: "etree._Element", owner: NodeDef, key: str, value: str, is_root: bool) -> Seed:
    name = etree.QName(key)
    prefix = next((p for p, uri in element.nsmap.items() if uri == name.namespace and p), None)
    written = f"{prefix}:{name.localname}" if prefix else name.localname
    definition = owner.children.get(f"@{written}")
    if definition is None:
        definition = owner.children[f"@{written}"] = NodeDef(f"@{written}", owner)
        definition.namespace = name.namespace or ""
    return Seed(definition, value, ())
