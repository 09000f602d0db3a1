"""What the workshop asks before it adds a field, a code or a rule, or begins a pack: questions, proposals, the doing.

`do` reads and writes files only, never the vault: the dialog runs it beside the window.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fieldapp.domain.masking import MASK_CLASSES
from fieldapp.errors import PackError, UserError
from fieldapp.journal.commit import Value
from fieldapp.packs.editing import Findings, add_code, add_field
from fieldapp.packs.places import packs_at_hand
from fieldapp.register.declarations import FIELD_TYPES, FIND_CLASSES, Code, FieldSpec
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.asking import Asked, Typed
from fieldapp_ui.editing.pack_words import find_words, mask_words, type_words
from fieldapp_ui.editing.packs import list_words, title_words
from fieldapp_ui.editing.references import Choosable, fits
from fieldapp_ui.editing.units import unit_words
from fieldapp_ui.editing.workshop import (
    Workshop,
    begin_copy,
    begin_upon,
    proposed_id,
    proposed_prefix,
)
from fieldapp_ui.language import tr

CODED = ("code", "codes")
MOST = 8


def text_asked(key: str, words: str, hint: str = "", *, required: bool = False, value: str = "") -> Asked:
    """A question answered by typing."""
    return Asked(key, words, FieldSpec("", key, "text"), required=required, hint=hint, value=value)


def found_asked(
    key: str, words: str, every: Sequence[Choosable], hint: str = "", *, required: bool = False
) -> Asked:
    """A question answered by a few letters, pinyin or the name itself."""

    def find(typed: str) -> Sequence[Choosable]:
        exact = [one for one in every if one.id == typed]
        return (
            exact or [one for one in every if fits(one.words, typed) or one.detail.startswith(typed)][:MOST]
        )

    return Asked(key, words, FieldSpec("", key, "ref"), required=required, hint=hint, find=find)


def refuse_findings(findings: Findings) -> None:
    """Raise the first error among findings as a PackError: nothing was written."""
    first = next((one for one in findings if one.severity == "error"), None)
    if first is not None:
        raise PackError(first.code, first.text, **dict(first.params))


class CopyStep:
    """A pack of the county's own. `pack_id` is the new one after it was done."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.title = tr("Copy a pack to change it")
        self.action = tr("Begin")
        self.pack_id = ""
        self._packs = {heading.id: (heading, folder) for heading, folder, _ in packs_at_hand()}

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """From which, in which way, and what it is called."""
        sources = tuple(
            (name, title_words(heading.title, self.desk.texts)) for name, (heading, _) in self._packs.items()
        )
        ways = (
            ("upon", tr("Build on it: only what is new stands in our pack")),
            ("copy", tr("Copy everything in it")),
        )
        return (
            Asked("source", tr("Which pack?"), choices=sources, required=True),
            Asked("way", tr("How?"), choices=ways, value="upon", required=True),
            text_asked("title", tr("What is ours called?"), required=True),
            text_asked("pack_id", tr("Its id"), tr("Small letters, digits and hyphens."), required=True),
            text_asked(
                "prefix",
                tr("Prefix of its fields"),
                tr("As tz_: small letters and digits, _ at the end."),
                required=True,
            ),
        )

    def follows(self, key: str, typed: Typed) -> Typed:
        """Id and prefix follow from the title by pinyin."""
        title = typed.get("title", "")
        return {"pack_id": proposed_id(title), "prefix": proposed_prefix(title)} if key == "title" else {}

    def said(self, typed: Typed) -> str:
        """Nothing to remark."""
        return ""

    def place_of(self, refused: UserError) -> str:
        """The question a refusal is about."""
        return {"pack.id": "pack_id", "pack.prefix": "prefix", "pack.target_exists": "pack_id"}.get(
            refused.code, ""
        )

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """Make the pack's folder. Raises PackError."""
        _, folder = self._packs[typed["source"]]
        begin = begin_copy if typed["way"] == "copy" else begin_upon
        begin(folder, typed["title"].strip(), typed["pack_id"].strip(), typed["prefix"].strip())
        self.pack_id = typed["pack_id"].strip()


class FieldStep:
    """One more field of a list. The key is proposed by pinyin and may be typed over."""

    def __init__(self, desk: Desk, workshop: Workshop, list_name: str) -> None:
        self.desk, self._workshop, self.list = desk, workshop, list_name
        named = list_words(workshop.dictionary, list_name, desk.texts)
        self.title = tr("Add a field to: {list}", list=named)
        self.action = tr("Add")

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """Words, key and type first; then only what that type needs."""
        kind = typed.get("type", "text")
        own = self._of_kind(kind)
        reqs = (("O", tr("may stay empty")), ("R", tr("required")), ("C", tr("required when…")))
        more = (text_asked("when", tr("When is it required?"), tr("As: status=1, or house_danger=C D")),)
        masks = (("none", tr("not masked")), *((one, mask_words(one)) for one in MASK_CLASSES))
        finds = (("none", tr("not searched")), *((one, find_words(one)) for one in FIND_CLASSES))
        return (
            text_asked("label", tr("What is it called?"), required=True),
            text_asked("key", tr("Key in tables and Excel"), required=True),
            Asked(
                "type",
                tr("What is kept?"),
                choices=tuple((one, type_words(one)) for one in FIELD_TYPES),
                value="text",
                required=True,
            ),
            *own,
            Asked("req", tr("Required?"), choices=reqs, value="O"),
            *(more if typed.get("req") == "C" else ()),
            Asked("mask", tr("Whose eyes?"), choices=masks, value="none"),
            Asked("find", tr("Found by the search box?"), choices=finds, value="none"),
            Asked(
                "section",
                tr("Under which heading of the card?"),
                choices=self._sections(),
                value=self._usual_section(),
            ),
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
        refuse_findings(add_field(self._workshop.folder, self._spec(typed)))

    def _spec(self, typed: Typed) -> FieldSpec:
        label, kind = typed["label"].strip(), typed["type"]
        own = {key: typed.get(key, "").strip() for key in ("unit", "codes", "when", "section")}
        chosen = {key: typed.get(key, "none") for key in ("mask", "find")}
        return FieldSpec(
            self.list,
            typed["key"].strip(),
            kind,  # type: ignore[arg-type]
            codes=own["codes"],
            scale=2 if kind == "decimal" else 0,
            unit="yuan" if kind == "money" else own["unit"],
            req=typed.get("req") or "O",
            when=own["when"] if typed.get("req") == "C" else "",
            mask="" if chosen["mask"] == "none" else chosen["mask"],
            find="" if chosen["find"] == "none" else chosen["find"],
            section=own["section"],
            order=900,
            zh_hans=label,
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

    def _sections(self) -> tuple[tuple[str, str], ...]:
        keys = dict.fromkeys(spec.section for spec in self._workshop.fields(self.list) if spec.section)
        codes = self._workshop.dictionary.codes.get("section")
        found = []
        for key in keys:
            code = codes.code(key) if codes else None
            found.append((key, self.desk.texts.pick(code.zh_hans, code.zh_hant, code.en) if code else key))
        return tuple(found)

    def _usual_section(self) -> str:
        sections = [spec.section for spec in self._workshop.fields(self.list)]
        return max(sections, key=sections.count, default="")


class CodeStep:
    """One more code: of a list there is, or the first one of a new list."""

    def __init__(self, desk: Desk, workshop: Workshop, codes: str) -> None:
        self.desk, self._workshop, self._codes = desk, workshop, codes
        self.title = tr("Add a code")
        self.action = tr("Add")

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """Which list, the code and its words."""
        hint = tr("The name of one there is, or a new name with the pack's prefix.")
        return (
            text_asked("codes", tr("Code list"), hint, required=True, value=self._codes),
            text_asked("words", tr("What does it mean?"), required=True),
            text_asked(
                "id", tr("What is stored"), tr("A number or a short word; it never changes."), required=True
            ),
        )

    def follows(self, key: str, typed: Typed) -> Typed:
        """The next free number of the list."""
        if key not in ("codes", "words") or typed.get("id", "").strip():
            return {}
        known = self._workshop.dictionary.codes.get(typed.get("codes", "").strip())
        numbers = (
            [int(one.id) for one in known.items if one.id.isascii() and one.id.isdigit()] if known else []
        )
        return {"id": str(max(numbers, default=0) + 1)}

    def said(self, typed: Typed) -> str:
        """Whether a new list begins."""
        name = typed.get("codes", "").strip()
        if name and name not in self._workshop.dictionary.codes:
            return tr("{codes} is a new code list.", codes=name)
        return ""

    def place_of(self, refused: UserError) -> str:
        """The question a refusal is about."""
        return "id"

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """Write the code. Raises PackError."""
        name, words = typed["codes"].strip(), typed["words"].strip()
        code = Code(typed["id"].strip(), words, words, words)
        known = self._workshop.dictionary.codes.get(name)
        if known is not None and known.code(code.id) is not None:
            raise PackError(
                "pack.code_taken",
                "{code} means something else in this list already. Choose another.",
                code=code.id,
            )
        refuse_findings(add_code(self._workshop.folder, name, code))


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
