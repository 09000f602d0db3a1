"""The body of an XForm: controls, groups, repeats, choices and the actions inside them."""

from lxml import etree

from fieldapp.errors import Finding, FormError, Where
from fieldapp.forms.definition import Action, Control, Item, Itemset, NodeDef, Text
from fieldapp.forms.expressions.syntax import Call, Expression, Path
from fieldapp.forms.reading.binds import find_definition
from fieldapp.forms.reading.external_lists import list_of
from fieldapp.forms.reading.instance import JAVAROSA
from fieldapp.forms.reading.place import always, read_expression
from fieldapp.forms.reading.texts import local, read_text

CONTROLS = frozenset(
    {"input", "secret", "textarea", "select", "select1", "rank", "range", "trigger", "upload"}
)
ACTIONS = frozenset({"setvalue", "setgeopoint", "recordaudio"})
# The settings of a control by the name that XLSForm gives them, under the name they have in the XForm.
_PARAMETERS = {
    "start": "start", "end": "end", "step": "step", "tick-interval": "tick-interval",
    "placeholder": "placeholder", "tick-labelset": "tick-labelset", "mediatype": "mediatype", "rows": "rows",
    "accuracyThreshold": "capture-accuracy", "unacceptableAccuracyThreshold": "warning-accuracy",
    "incremental": "incremental", "max-pixels": "max-pixels", "count": "count",
}  # fmt: skip


def repeat_paths(body: "etree._Element") -> frozenset[str]:
    """The paths of the repeats, as written."""
    return frozenset(
        (element.get("nodeset") or element.get("ref") or "").strip().replace(" ", "")
        for element in body.iter()
        if local(element) == "repeat"
    )


class BodyReader:
    """Hangs controls, labels, repeat counts and actions on the definitions; collects findings."""

    def __init__(
        self, document: NodeDef, by_bind: dict[str, NodeDef], lists: frozenset[str] = frozenset()
    ) -> None:
        self.document = document
        self.by_bind = by_bind
        self.lists = lists
        self.findings: list[Finding] = []

    def read(self, body: "etree._Element") -> None:
        """The whole body."""
        root = next(iter(self.document.children.values()))
        self._children(body, root)

    def _children(self, parent: "etree._Element", context: NodeDef) -> None:
        for element in parent:
            name = local(element)
            if name == "group":
                self._group(element, context)
            elif name == "repeat":
                self._repeat(element, context, None)
            elif name in CONTROLS:
                self._control(element, name, context)

    def definition_of(self, element: "etree._Element", context: NodeDef) -> NodeDef | None:
        """The definition an element names by `ref`, `nodeset` or `bind`."""
        bind = element.get("bind")
        if bind is not None:
            return self.by_bind.get(bind)
        path = element.get("ref") or element.get("nodeset")
        return find_definition(path, self.document, context) if path else None

    def _missing(self, element: "etree._Element") -> None:
        path = element.get("ref") or element.get("nodeset") or element.get("bind") or local(element)
        self.findings.append(
            Finding(
                "form.control",
                "The question {path} has no place in the form's data and is left out.",
                {"path": path},
                Where(field=path),
                "warning",
            )
        )

    def _group(self, element: "etree._Element", context: NodeDef) -> None:
        definition = self.definition_of(element, context)
        label = _child_text(element, "label")
        repeat = next((child for child in element if local(child) == "repeat"), None)
        if definition is not None and not definition.repeat:
            definition.control = definition.control or Control(
                "group", element.get("appearance") or "", label, _child_text(element, "hint")
            )
        around = definition or context
        around.actions += self.actions(element, around)
        for child in element:
            if child is repeat:
                self._repeat(child, around, label if definition is not None else None)
        self._children_without(element, repeat, around)

    def _children_without(
        self, element: "etree._Element", repeat: "etree._Element | None", context: NodeDef
    ) -> None:
        for child in element:
            if child is repeat or not isinstance(child.tag, str):
                continue
            name = local(child)
            if name == "group":
                self._group(child, context)
            elif name == "repeat":
                self._repeat(child, context, None)
            elif name in CONTROLS:
                self._control(child, name, context)

    def _repeat(self, element: "etree._Element", context: NodeDef, label: Text | None) -> None:
        definition = self.definition_of(element, context)
        if definition is None:
            self._missing(element)
            return
        definition.control = Control("repeat", element.get("appearance") or "", label)
        count = element.get(f"{{{JAVAROSA}}}count")
        if count is not None:
            definition.count = read_expression(count, f"count of {definition.path}")
        definition.fixed_count = always_true(element.get(f"{{{JAVAROSA}}}noAddRemove"))
        definition.actions += self.actions(element, definition)
        self._children(element, definition)

    def _control(self, element: "etree._Element", name: str, context: NodeDef) -> None:
        definition = self.definition_of(element, context)
        if definition is None:
            self._missing(element)
            return
        if definition.control is not None and definition.control.tag != "group":
            return
        parameters = dict(definition.bind.parameters) | {
            _PARAMETERS[key]: str(value)
            for written, value in element.attrib.items()
            if (key := etree.QName(written).localname) in _PARAMETERS
        }
        query = element.get("query") if name == "input" else None
        query = query if query and list_of(query) in self.lists else None
        control = Control(
            "select1" if query else name,
            (element.get("appearance") or "").strip(),
            _child_text(element, "label"),
            _child_text(element, "hint"),
            tuple(_items(element)),
            _external(query, definition.path) if query else _itemset(element, definition.path),
            parameters=parameters,
        )
        control.actions = self.actions(element, definition)
        definition.control = control

    def actions(self, element: "etree._Element", context: NodeDef) -> list[Action]:
        """The actions directly inside an element."""
        found = []
        for child in element:
            if local(child) in ACTIONS:
                found.append(self._action(child, context))
        return found

    def _action(self, element: "etree._Element", context: NodeDef) -> Action:
        ref = element.get("ref")
        bound = self.by_bind.get(element.get("bind") or "")
        path = ref if ref is not None else (bound.path if bound is not None else "")
        place = f"action on {path or context.path}"
        if not path:
            raise FormError("form.action", "An action names no question that it sets.")
        events = element.get("event") or element.get("{http://www.w3.org/2001/xml-events}event") or ""
        value = element.get("value")
        return Action(
            frozenset(events.split()),
            read_expression(path, place),
            read_expression(value, place) if value else None,
            (element.text or "").strip() if not value else "",
            local(element),
        )


def always_true(text: str | None) -> bool:
    """Whether an attribute says true()."""
    return text is not None and (
        text.strip() == "true" or always(read_expression(text or "''", "noAddRemove"))
    )


def _child_text(element: "etree._Element", name: str) -> Text | None:
    child = next((child for child in element if local(child) == name), None)
    return None if child is None else read_text(child, f"{name} of {element.get('ref') or ''}")


def _items(element: "etree._Element") -> list[Item]:
    found = []
    for item in element:
        if local(item) != "item":
            continue
        value = next((child.text or "" for child in item if local(child) == "value"), "")
        label = next((read_text(child, "choice") for child in item if local(child) == "label"), Text())
        found.append(Item(value.strip(), label))
    return found


def _itemset(element: "etree._Element", path: str) -> Itemset | None:
    itemset = next((child for child in element if local(child) == "itemset"), None)
    if itemset is None:
        return None
    place = f"choices of {path}"
    refs = {local(child): child.get("ref") or "" for child in itemset if isinstance(child.tag, str)}
    label = read_expression(refs["label"], place) if refs.get("label") else None
    label, is_itext = _unwrapped(label)
    return Itemset(
        read_expression(itemset.get("nodeset") or "''", place),
        read_expression(refs.get("value") or refs.get("copy") or "name", place),
        label,
        is_itext,
    )


def _external(query: str, path: str) -> Itemset:
    place = f"choices of {path}"
    return Itemset(
        read_expression(query, place), read_expression("name", place), read_expression("label", place), False
    )


def _unwrapped(label: Expression | None) -> tuple[Expression | None, bool]:
    """`jr:itext(itextId)` as the id's expression and the mark that it is one."""
    if isinstance(label, Call) and label.name == "jr:itext" and isinstance(label.arguments[0], Path):
        return label.arguments[0], True
    return label, False
