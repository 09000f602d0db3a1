"""What a form declares about entities, held against the ODK entities specification when it is loaded."""

import re

from lxml import etree

from fieldapp.errors import Finding, FormError, Where
from fieldapp.forms.definition import NodeDef
from fieldapp.forms.reading.binds import ENTITIES

NEWEST = (2025, 1)
_VERSION = re.compile(r"(\d{4})\.(\d{1,3})(?:\.\d{1,3})?")
_RESERVED = frozenset({"name", "label"})


def check_entities(model: "etree._Element", root: NodeDef) -> list[Finding]:
    """Findings for names that the specification reserves.

    Raises FormError form.entities_version for a newer specification than this, which must be refused (Versioning).
    """
    written = (model.get(f"{{{ENTITIES}}}entities-version") or "").strip()
    version = _VERSION.fullmatch(written)
    if version and (int(version[1]), int(version[2])) > NEWEST:
        raise FormError(
            "form.entities_version",
            "This form writes entities by the specification {version}, which this program does not know yet.",
            version=written,
        )
    return [
        Finding(
            "form.entity_name",
            "“{name}” is reserved for entity lists. Give the list or the property another name.",
            {"name": name},
            Where(field=path),
            "warning",
        )
        for name, path in _names(model, root)
    ]


def _names(model: "etree._Element", root: NodeDef) -> list[tuple[str, str]]:
    """Reserved names with where they stand. Properties: `name`, `label` and what begins with two underscores."""
    found = [
        (one.bind.save_to, one.path)
        for one in (root, *root.descendants())
        if one.bind.save_to.lower() in _RESERVED or one.bind.save_to.startswith("__")
    ]
    for entity in model.iter("{*}entity"):
        dataset = entity.get("dataset", "")
        if "." in dataset or dataset.startswith("__"):
            found.append((dataset, root.path))
    return found
