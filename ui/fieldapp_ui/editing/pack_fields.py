"""Adding a field in the workshop, or changing one of its own: questions, proposals, the doing. Writes files only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fieldapp.domain.masking import MASK_CLASSES
from fieldapp.errors import UserError
from fieldapp.journal.commit import Value
from fieldapp.packs.editing import add_field, change_field
from fieldapp.register.declarations import FIELD_TYPES, FIND_CLASSES, FieldSpec
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.asking import Asked, Typed
from fieldapp_ui.editing.pack_asking import found_asked, refuse_findings, text_asked
from fieldapp_ui.editing.pack_words import find_words, mask_words, type_words
from fieldapp_ui.editing.packs import list_words
from fieldapp_ui.editing.references import Choosable
from fieldapp_ui.editing.units import unit_words
from fieldapp_ui.editing.workshop import Workshop
from fieldapp_ui.language import tr

CODED = ("code", "codes")
LAST = 900
"""The order of a new field: after those of the packs below, as they came."""


class FieldStep:
    """One more field of a list. The key is proposed by pinyin and may be typed over; `added` is the key after `do`."""

    def __init__(self, desk: Desk, workshop: Workshop, list_name: str) -> None:
        self.desk, self._workshop, self.list = desk, workshop, list_name
        named = list_words(workshop.dictionary, list_name, desk.texts)
        self.title = tr("Add a field to: {list}", list=named)
        self.action = tr("Add")
        self.added = ""

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """Words, key and type first; then only what that type needs."""
        kinds = tuple((one, type_words(one)) for one in FIELD_TYPES)
        return (
            text_asked("label", tr("What is it called?"), required=True),
            text_asked("key", tr("Key in tables and Excel"), required=True),
            Asked("type", tr("What is kept?"), choices=kinds, value="text", required=True),
            *self._of_kind(typed.get("type", "text")),
            *asked_of_any(self._workshop, self.list, typed),
        )

    def follows(self, key: str, typed: Typed) -> Typed:
        """The key follows from the words."""
        label = typed.get("label", "").strip()
        if key != "label" or not label:
            return {}
        return {"key": self._workshop.proposed_key(label, self.list)}

    def said(self, typed: Typed) -> str:
        """A field of the same words is there already."""
        label = typed.get("label", "").strip()
        for spec in self._workshop.fields(self.list) if label else ():
            if label in (spec.zh_hans, spec.zh_hant, spec.en):
                return tr("This list has a field of that name already: {key}.", key=spec.key)
        return ""

    def place_of(self, refused: UserError) -> str:
        """The question a refusal is about, as far as its code tells."""
        return PLACES.get(refused.code, "")

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """Write the field. Raises PackError for what is wrong with it."""
        spec = self._spec(typed)
        refuse_findings(add_field(self._workshop.folder, spec))
        self.added = spec.key

    def _spec(self, typed: Typed) -> FieldSpec:
        label, kind = typed["label"].strip(), typed["type"]
        blank = FieldSpec(self.list, typed["key"].strip(), kind)  # type: ignore[arg-type]
        return replace(
            blank,
            **typed_of_any(typed),  # type: ignore[arg-type]
            codes=typed.get("codes", "").strip(),
            scale=2 if kind == "decimal" else 0,
            unit="yuan" if kind == "money" else typed.get("unit", ""),
            order=LAST,
            zh_hant=label,
            en=label,
            source=self._workshop.heading.id,
            since=str(self._workshop.heading.version),
        )

    def _of_kind(self, kind: str) -> tuple[Asked, ...]:
        workshop = self._workshop
        if kind in CODED:
            every = [Choosable(name, *code_list_words(workshop, name)) for name, _ in workshop.code_lists()]
            return (
                found_asked(
                    "codes",
                    tr("Which code list?"),
                    every,
                    tr("A few letters of its name or of a code in it."),
                    required=True,
                ),
            )
        if kind == "ref":
            every = [Choosable(name, words, name) for name, words, _ in workshop.lists()]
            return (found_asked("codes", tr("Which list does it name?"), every, required=True),)
        if kind in ("int", "decimal"):
            units = tuple((unit, words) for unit in self._units() if (words := unit_words(unit)))
            return (Asked("unit", tr("Unit"), choices=units),)
        return ()

    def _units(self) -> tuple[str, ...]:
        specs = (spec for found in self._workshop.dictionary.fields.values() for spec in found)
        return tuple(sorted({spec.unit for spec in specs if spec.unit}))


class ChangeStep:
    """A field of this pack changed in what may change: words, need, mask, search, heading; never its key or type."""

    def __init__(self, desk: Desk, workshop: Workshop, spec: FieldSpec) -> None:
        self.desk, self._workshop, self._spec = desk, workshop, spec
        self.title = tr("Change the field {key}", key=spec.key)
        self.action = tr("Change")

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """What may change, as it stands."""
        label = self.desk.texts.pick(self._spec.zh_hans, self._spec.zh_hant, self._spec.en)
        return (
            text_asked("label", tr("What is it called?"), required=True, value=label),
            *asked_of_any(self._workshop, self._spec.list, typed, self._spec),
        )

    def follows(self, key: str, typed: Typed) -> Typed:
        """Nothing follows."""
        return {}

    def said(self, typed: Typed) -> str:
        """Key and type stay."""
        kind = type_words(self._spec.type)
        return tr("Key and type stay ({type}): saved values would lose their meaning.", type=kind)

    def place_of(self, refused: UserError) -> str:
        """The question a refusal is about, as far as its code tells."""
        return PLACES.get(refused.code, "")

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """Write the change; the other languages keep their words. Raises PackError."""
        changes = typed_of_any(typed)
        label = changes.pop("zh_hans")
        changes[{"zh_CN": "zh_hans", "zh_TW": "zh_hant"}.get(self.desk.texts.language, "en")] = label
        refuse_findings(change_field(self._workshop.folder, self._spec.list, self._spec.key, **changes))


def asked_of_any(
    workshop: Workshop, list_name: str, typed: Typed, spec: FieldSpec | None = None
) -> tuple[Asked, ...]:
    """What is asked of a field of any type, answered at first as `spec` has it."""
    reqs = (("O", tr("may stay empty")), ("R", tr("required")), ("C", tr("required when…")))
    masks = (("none", tr("not masked")), *((one, mask_words(one)) for one in MASK_CLASSES))
    finds = (("none", tr("not searched")), *((one, find_words(one)) for one in FIND_CLASSES))
    req = spec.req if spec and spec.req else "O"
    when = spec.when if spec else ""
    hint = tr("As: status=1, or house_danger=C D")
    more = (text_asked("when", tr("When is it required?"), hint, value=when),)
    section = spec.section if spec else _usual_section(workshop, list_name)
    return (
        Asked("req", tr("Required?"), choices=reqs, value=req),
        *(more if typed.get("req", req) == "C" else ()),
        Asked("mask", tr("Whose eyes?"), choices=masks, value=(spec.mask if spec else "") or "none"),
        Asked(
            "find", tr("Found by the search box?"), choices=finds, value=(spec.find if spec else "") or "none"
        ),
        Asked(
            "section",
            tr("Under which heading of the card?"),
            choices=_sections(workshop, list_name),
            value=section,
        ),
    )


def typed_of_any(typed: Typed) -> dict[str, str]:
    """The columns that `asked_of_any` and the words answer."""
    chosen = {key: typed.get(key, "none") for key in ("mask", "find")}
    req = typed.get("req") or "O"
    return {
        "zh_hans": typed["label"].strip(),
        "req": req,
        "when": typed.get("when", "").strip() if req == "C" else "",
        "section": typed.get("section", "").strip(),
        **{key: "" if value == "none" else value for key, value in chosen.items()},
    }


def _sections(workshop: Workshop, list_name: str) -> tuple[tuple[str, str], ...]:
    keys = dict.fromkeys(spec.section for spec in workshop.fields(list_name) if spec.section)
    codes = workshop.dictionary.codes.get("section")
    found = []
    for key in keys:
        code = codes.code(key) if codes else None
        found.append((key, workshop.texts.pick(code.zh_hans, code.zh_hant, code.en) if code else key))
    return tuple(found)


def _usual_section(workshop: Workshop, list_name: str) -> str:
    sections = [spec.section for spec in workshop.fields(list_name)]
    return max(sections, key=sections.count, default="")


def code_list_words(workshop: Workshop, name: str) -> tuple[str, str]:
    """A code list by its first codes, which say more than its name, and the name."""
    texts, items = workshop.texts, workshop.dictionary.codes[name].items
    words = [texts.pick(one.zh_hans, one.zh_hant, one.en) for one in items[:3]]
    return tr(", ").join(words), name


PLACES: Mapping[str, str] = {
    "pack.field_prefix": "key",
    "dictionary.taken_key": "key",
    "dictionary.duplicate_field": "key",
    "dictionary.unknown_codes": "codes",
    "dictionary.unknown_target": "codes",
    "dictionary.rule": "when",
}
