"""Seeds for a session that does not start blank: a prototype of everything, a kept draft, an edited submission."""

from collections.abc import Mapping

from lxml import etree

from fieldapp.errors import FormError
from fieldapp.forms.definition import NodeDef, Seed
from fieldapp.forms.marks import kept_marks, written_marks
from fieldapp.forms.reading.xml import elements, written_name

MOST = 10_000


def prototype(definition: NodeDef) -> Seed:
    """A seed with every definition once, repeats with one instance: what the ranks are found on."""
    return Seed(definition, "", tuple(prototype(child) for child in definition.children.values()))


def _own_children(seed: Seed) -> list[Seed]:
    """A seed's children with the definitions it lacks filled in blank; repeats are left out."""
    present = {child.definition for child in seed.children}
    lacking = [
        Seed(one, "", ())
        for one in seed.definition.children.values()
        if one not in present and not one.name.endswith("deprecatedID")
    ]
    return [child for child in (*seed.children, *lacking) if not child.definition.repeat]


def from_answers(seed: Seed, answers: Mapping[str, str], ref: str = "") -> Seed:
    """The seed with the answers of a draft: text by reference, the number of instances under `<ref>#range`."""
    text = answers.get(ref, seed.text)
    marks = kept_marks(answers, ref, text)
    if not seed.definition.children:
        return Seed(seed.definition, text, (), *marks)
    grown: list[Seed] = []
    for child in seed.children:
        if not child.definition.repeat:
            grown.append(from_answers(child, answers, f"{ref}/{child.definition.name}"))
    present = {child.definition for child in seed.children}
    for definition in seed.definition.children.values():
        own = f"{ref}/{definition.name}"
        if not definition.repeat and definition not in present and own in answers:
            grown.append(Seed(definition, answers[own], (), *kept_marks(answers, own, answers[own])))
        if definition.repeat:
            grown += _instances(seed, definition, answers, f"{ref}/{definition.name}")
    return Seed(seed.definition, text, _ordered(seed.definition, grown), *marks)


def _instances(seed: Seed, definition: NodeDef, answers: Mapping[str, str], ref: str) -> list[Seed]:
    given = [child for child in seed.children if child.definition is definition]
    count = answers.get(f"{ref}#range")
    if count is None or definition.template is None:
        return [from_answers(one, answers, f"{ref}[{at}]") for at, one in enumerate(given, 1)]
    if not count.isdecimal() or int(count) > MOST:
        raise FormError(
            "form.draft", "The draft counts {count} of {path}.", count=count, path=definition.path
        )
    return [from_answers(definition.template, answers, f"{ref}[{at}]") for at in range(1, int(count) + 1)]


def from_submission(seed: Seed, element: "etree._Element") -> Seed:
    """The seed with the values of a submission's XML; what it leaves out keeps the form's own value."""
    children = elements(element)
    grown: list[Seed] = []
    for own in _own_children(seed):
        name = own.definition.name
        if name.startswith("@"):
            grown.append(Seed(own.definition, _attribute(element, name[1:], own.text), ()))
            continue
        found = next((child for child in children if _same(child, own.definition)), None)
        grown.append(own if found is None else from_submission(own, found))
    for definition in seed.definition.children.values():
        if definition.repeat and definition.template is not None:
            instances = [child for child in children if _same(child, definition)]
            grown += [from_submission(definition.template, child) for child in instances]
    text = "" if any(not one.definition.name.startswith("@") for one in grown) else (element.text or "")
    return Seed(seed.definition, text, _ordered(seed.definition, grown), *written_marks(element))


def _same(element: "etree._Element", definition: NodeDef) -> bool:
    local = etree.QName(element).localname
    return written_name(element) == definition.name or local == definition.name.rpartition(":")[2]


def _attribute(element: "etree._Element", name: str, otherwise: str) -> str:
    local = name.rpartition(":")[2]
    return next((str(v) for k, v in element.attrib.items() if etree.QName(k).localname == local), otherwise)


def _ordered(definition: NodeDef, seeds: list[Seed]) -> tuple[Seed, ...]:
    places = {child: at for at, child in enumerate(definition.children.values())}
    return tuple(sorted(seeds, key=lambda seed: places[seed.definition]))
