"""The binds of an XForm: type, logic, messages, preloads and entity properties of each node."""

from lxml import etree

from fieldapp.errors import Finding, Where
from fieldapp.forms.definition import Bind, NodeDef, Text
from fieldapp.forms.expressions.parser import parse
from fieldapp.forms.expressions.syntax import Call, Expression, Path
from fieldapp.forms.marks import FIELDAPP
from fieldapp.forms.reading.instance import JAVAROSA
from fieldapp.forms.reading.place import read_expression
from fieldapp.forms.reading.texts import read_message

ENTITIES = "http://www.opendatakit.org/xforms/entities"
SOFT = f"{{{FIELDAPP}}}soft_constraint"


# The settings of a control that ODK writes to the bind.
_PARAMETERS = frozenset({"max-pixels", "quality", "allow-mock-accuracy"})


def find_definition(text: str, root: NodeDef, context: NodeDef | None = None) -> NodeDef | None:
    """The definition a path such as `/data/a/@b` names; a relative path starts at `context`."""
    tree = parse(text.strip())
    if not isinstance(tree, Path) or not (tree.origin is None or tree.origin == Call("current", ())):
        return None
    node: NodeDef | None = root if tree.absolute else (context or root)
    for step in tree.steps:
        if node is None:
            return None
        if step.axis == "parent":
            node = node.parent
        elif step.axis in ("child", "attribute"):
            node = node.children.get(f"@{step.test}" if step.axis == "attribute" else step.test)
        elif step.axis != "self":
            return None
    return node


def read_binds(model: "etree._Element", document: NodeDef) -> tuple[dict[str, NodeDef], list[Finding]]:
    """Give each definition its bind. Returns the definitions by bind id, and findings for binds of nothing."""
    by_id: dict[str, NodeDef] = {}
    findings: list[Finding] = []
    for element in model:
        if not isinstance(element.tag, str) or etree.QName(element).localname != "bind":
            continue
        nodeset = element.get("nodeset") or element.get("ref") or ""
        root = next(iter(document.children.values()))
        definition = find_definition(nodeset, document, root) if nodeset else None
        if definition is None:
            findings.append(
                Finding(
                    "form.bind",
                    "The logic of {path} belongs to no question of the form.",
                    {"path": nodeset},
                    Where(field=nodeset),
                    "warning",
                )
            )
            continue
        definition.bind = read_bind(element, definition)
        by_id[element.get("id") or ""] = definition
    return by_id, findings


def read_bind(element: "etree._Element", definition: NodeDef) -> Bind:
    """One bind."""

    def expression(name: str) -> Expression | None:
        text = element.get(name)
        return read_expression(text, f"{name} of {definition.path}") if text and text.strip() else None

    def javarosa(name: str) -> str:
        return element.get(f"{{{JAVAROSA}}}{name}") or ""

    return Bind(
        type=(element.get("type") or "string").rpartition(":")[2] or "string",
        relevant=expression("relevant"),
        readonly=expression("readonly"),
        required=expression("required"),
        constraint=expression("constraint"),
        calculate=expression("calculate"),
        constraint_message=read_message(
            javarosa("constraintMsg"), f"constraint message of {definition.path}"
        ),
        required_message=read_message(javarosa("requiredMsg"), f"required message of {definition.path}"),
        preload=javarosa("preload"),
        preload_parameter=javarosa("preloadParams"),
        save_to=element.get(f"{{{ENTITIES}}}saveto") or "",
        soft_constraint=expression(SOFT),
        soft_message=_soft_message(element, definition),
        parameters={
            key: str(value)
            for written, value in element.attrib.items()
            if (key := etree.QName(written).localname) in _PARAMETERS
        },
    )


def _soft_message(element: "etree._Element", definition: NodeDef) -> Text | None:
    """What a soft check says; one without words says what it asks."""
    check = (element.get(SOFT) or "").strip()
    if not check:
        return None
    # The importer hands translated words over in an attribute that no client shows.
    words = element.get(f"{{{FIELDAPP}}}soft_message") or element.get(f"{{{JAVAROSA}}}noAppErrorString") or ""
    return read_message(words, f"soft message of {definition.path}") or Text((check,))
