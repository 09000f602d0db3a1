"""The tables of the workshop: which columns fields, codes, rules and faults have, and their words; own rows stand out."""

from collections.abc import Sequence

from fieldapp.errors import Finding
from fieldapp.register.declarations import FieldSpec
from fieldapp_ui.editing.pack_words import find_words, mask_words, need_words, type_words
from fieldapp_ui.editing.packs import list_words
from fieldapp_ui.editing.units import unit_words
from fieldapp_ui.editing.workshop import Workshop
from fieldapp_ui.language import tr
from fieldapp_ui.models.figures import FigureRow, Heading, Tone


def field_headings() -> tuple[Heading, ...]:
    """What is told of a field."""
    words = (
        tr("Field"),
        tr("Key"),
        tr("Kept"),
        tr("Need"),
        tr("Mask"),
        tr("Search"),
    )
    return (*(Heading(one) for one in words), Heading(tr("Heading of the card"), wide=True))


def field_rows(shop: Workshop, list_name: str) -> tuple[FigureRow, ...]:
    """The fields of a list, the pack's own first and strong."""
    sections = shop.dictionary.codes.get("section")
    rows: list[FigureRow] = []
    for spec in shop.fields(list_name):
        section = sections.code(spec.section) if sections else None
        cells = (
            shop.texts.pick(spec.zh_hans, spec.zh_hant, spec.en),
            spec.key,
            _kept(shop, spec),
            need_words(spec.req),
            mask_words(spec.mask) if spec.mask else "",
            find_words(spec.find) if spec.find else "",
            shop.texts.pick(section.zh_hans, section.zh_hant, section.en) if section else spec.section,
        )
        rows.append(FigureRow(cells, spec.key, strong=shop.is_own(spec)))
    return tuple(rows)


def _kept(shop: Workshop, spec: FieldSpec) -> str:
    """The type with its unit, its code list or the list it names."""
    more = list_words(shop.dictionary, spec.codes, shop.texts) if spec.type == "ref" else spec.codes
    return " · ".join(part for part in (type_words(spec.type), unit_words(spec.unit), more) if part)


def code_headings() -> tuple[Heading, ...]:
    """What is told of a code."""
    return Heading(tr("Stored")), Heading(tr("Means"), wide=True)


def code_rows(shop: Workshop, name: str) -> tuple[FigureRow, ...]:
    """The codes of a list, the pack's own strong."""
    return tuple(
        FigureRow((code.id, shop.texts.pick(code.zh_hans, code.zh_hant, code.en)), code.id, strong=own)
        for code, own in shop.codes(name)
    )


def rule_headings() -> tuple[Heading, ...]:
    """What is told of a rule."""
    return (
        Heading(tr("Rule")),
        Heading(tr("List")),
        Heading(tr("Words"), wide=True),
        Heading(tr("When")),
        Heading(""),
    )


def rule_rows(shop: Workshop) -> tuple[FigureRow, ...]:
    """The rules that this pack brings."""
    return tuple(
        FigureRow(
            (one.id, one.over, one.words, one.when, tr("a doubt") if one.warns else tr("an error")),
            one.id,
            tips=("", "", one.words, one.when, ""),
        )
        for one in shop.rules()
    )


def finding_headings() -> tuple[Heading, ...]:
    """Where a fault is and what it is."""
    words = (tr("Sheet or file"), tr("Row"), tr("Column"))
    return (
        Heading(words[0]),
        Heading(words[1], right=True),
        Heading(words[2]),
        Heading(tr("What is wrong"), wide=True),
    )


def finding_rows(findings: Sequence[Finding]) -> tuple[FigureRow, ...]:
    """Faults in the order in which they were found; errors red, with their mark."""
    rows: list[FigureRow] = []
    for at, one in enumerate(findings):
        where, sentence = one.where, one.sentence(tr)
        mark = "✕" if one.severity == "error" else "!"
        cells = (
            where.sheet or where.file,
            str(where.row) if where.row else "",
            where.column or where.field,
            f"{mark} {sentence}",
        )
        tone: Tone = "not_met" if one.severity == "error" else "unknown"
        rows.append(FigureRow(cells, at, ("", "", "", tone), ("", "", "", sentence)))
    return tuple(rows)
