"""From the XML of an ODK XForm to its definition."""

from dataclasses import dataclass, field

from lxml import etree

from fieldapp.errors import Finding, FormError
from fieldapp.forms.building import built_at_once
from fieldapp.forms.definition import Action, NodeDef, Seed, Translation
from fieldapp.forms.outcome.audit import AuditSettings, read_settings
from fieldapp.forms.reading.binds import read_binds
from fieldapp.forms.reading.body import BodyReader, repeat_paths
from fieldapp.forms.reading.entities import check_entities
from fieldapp.forms.reading.external_lists import read_external_lists
from fieldapp.forms.reading.instance import read_instance
from fieldapp.forms.reading.meta_block import with_instance_id
from fieldapp.forms.reading.search import read_searches
from fieldapp.forms.reading.secondary import Attachments, last_saved_ids, read_secondary
from fieldapp.forms.reading.texts import local, read_translations
from fieldapp.forms.reading.xml import elements, read_xml
from fieldapp.forms.tree import Node


@dataclass(eq=False)
class Definition:
    """A whole form. `document` is the parent of the root; `actions` are those of the model.

    `own_rows`: an absolute path inside a repeat means the row it stands in, as Collect has it; else all the rows.
    """

    id: str
    version: str
    title: str
    document: NodeDef
    root: NodeDef
    seed: Seed
    instances: dict[str, Node]
    translations: tuple[Translation, ...]
    default_language: str
    actions: list[Action]
    namespaces: dict[str, str]
    public_key: str = ""
    last_saved: tuple[str, ...] = ()
    audit: AuditSettings | None = None
    own_rows: bool = True
    findings: list[Finding] = field(default_factory=list)


@built_at_once
def read_definition(xml: bytes, attachments: Attachments = None, *, from_sheets: bool = False) -> Definition:
    """The definition of an XForm, also of one that pyxform wrote `from_sheets`. Raises FormError for what is none."""
    html = read_xml(xml, "The form")
    model = next((element for element in html.iter() if local(element) == "model"), None)
    body = next((element for element in html.iter() if local(element) == "body"), None)
    instance = next(
        (element for element in (() if model is None else model) if local(element) == "instance"), None
    )
    primary = next(iter([] if instance is None else elements(instance)), None)
    if model is None or body is None or primary is None:
        raise FormError("form.no_form", "This file is no XForm: it has no model, no body or no data.")
    document, seed = read_instance(primary, repeat_paths(body))
    root = next(iter(document.children.values()))
    seed = with_instance_id(seed, {uri: prefix for prefix, uri in primary.nsmap.items() if prefix})
    by_bind, findings = read_binds(model, document)
    findings += check_entities(model, root)
    instances, missing = read_secondary(model, attachments)
    missing += read_external_lists(body, instances, attachments)
    reader = BodyReader(document, by_bind, frozenset(instances))
    reader.read(body)
    missing += read_searches(document, attachments)
    itext = next((element for element in model if local(element) == "itext"), None)
    translations, default = read_translations(itext, from_sheets=from_sheets)
    title = next((element.text for element in html.iter() if local(element) == "title"), None)
    submission = next((element for element in model if local(element) == "submission"), None)
    return Definition(
        id=primary.get("id") or "",
        version=primary.get("version") or _version(primary),
        title=(title or "").strip(),
        document=document,
        root=root,
        seed=seed,
        instances=instances,
        translations=translations,
        default_language=default,
        actions=[*reader.actions(model, root), *reader.actions(body, root)],
        namespaces={prefix: uri for prefix, uri in primary.nsmap.items() if prefix},
        public_key="" if submission is None else submission.get("base64RsaPublicKey") or "",
        last_saved=last_saved_ids(model),
        audit=_audit(model),
        findings=[*findings, *reader.findings, *missing],
    )


def _audit(model: "etree._Element") -> AuditSettings | None:
    """The settings of the question `meta/audit`, None where the form has none."""
    for bind in model:
        steps = (bind.get("nodeset") or "").split("/") if local(bind) == "bind" else []
        if [step.rpartition(":")[2].strip() for step in steps[-2:]] == ["meta", "audit"]:
            return read_settings({etree.QName(key).localname: str(v) for key, v in bind.attrib.items()})
    return None


def _version(primary: "etree._Element") -> str:
    return next((str(v) for key, v in primary.attrib.items() if etree.QName(key).localname == "version"), "")
