"""Labels, hints, messages and translations of an XForm."""

import re

from lxml import etree

from fieldapp.errors import FormError
from fieldapp.forms.definition import Text, Translation
from fieldapp.forms.expressions.syntax import Call, Expression, Literal
from fieldapp.forms.reading.place import read_expression


def local(element: "etree._Element") -> str:
    """The name of an element without its namespace; "" for a comment or instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def read_text(element: "etree._Element", place: str) -> Text:
    """A label, hint or value: its `ref`, or its words with the outputs between."""
    ref = element.get("ref")
    if ref is not None:
        return Text(expression=_read_ref(ref, place))
    pieces: list[str | Expression] = []
    _collect(element, pieces, place)
    return Text(tuple(piece for piece in pieces if piece != ""))


def _read_ref(ref: str, place: str) -> Expression:
    try:
        return read_expression(ref, place)
    except FormError:
        # Old converters put ids such as `…/Don't know:label` between quotes; JavaRosa takes what stands there.
        found = _ITEXT_REF.fullmatch(ref)
        if found is None:
            raise
        return Call("jr:itext", (Literal(found.group(1)),))


def _collect(element: "etree._Element", pieces: list[str | Expression], place: str) -> None:
    if element.text:
        pieces.append(element.text)
    for child in element:
        if local(child) == "output":
            pieces.append(read_expression(child.get("value") or child.get("ref") or "''", place))
        elif isinstance(child.tag, str):
            _collect(child, pieces, place)
        if child.tail:
            pieces.append(child.tail)


_WORD_FORMS = frozenset({"", "long", "short"})
_WORDS = _WORD_FORMS | {"guidance"}
# What pyxform writes where a language has no words: no other language takes it over.
_DASH = ("-",)
_ITEXT_REF = re.compile(r"\s*jr:itext\('(.*)'\)\s*")
_ITEXT_MESSAGE = re.compile(r"\s*jr:itext\(")


def read_message(text: str | None, place: str) -> Text | None:
    """The text of jr:constraintMsg or jr:requiredMsg."""
    if not text:
        return None
    if _ITEXT_MESSAGE.match(text):
        return Text(expression=read_expression(text, place))
    return Text((text,))


def read_translations(
    itext: "etree._Element | None", *, from_sheets: bool = False
) -> tuple[tuple[Translation, ...], str]:
    """The translations and the default language (the one so marked, else the first).

    `from_sheets`: pyxform wrote them, so a lone "-" stands for a text that its language lacks.
    """
    found: list[Translation] = []
    default = ""
    for translation in itext if itext is not None else ():
        if local(translation) != "translation":
            continue
        language = translation.get("lang") or ""
        if (translation.get("default") or "").strip() in ("true()", "true", "1", ""):
            default = default or (language if translation.get("default") is not None else "")
        found.append(Translation(language, _read_texts(translation)))
    default = default or (found[0].language if found else "")
    return _filled(found, default, {_DASH} if from_sheets else set()), default


def _filled(
    found: list[Translation], default: str, lacking: set[tuple[str | Expression, ...]]
) -> tuple[Translation, ...]:
    """Each language with what it lacks: from the default language, words from any other where that has none either.

    A text of the `lacking` pieces says something only where no language says more.
    """
    spoken = [
        {
            identity: {form: text for form, text in forms.items() if text.pieces not in lacking}
            for identity, forms in one.texts.items()
        }
        for one in found
    ]
    order = sorted(zip(found, spoken, strict=True), key=lambda pair: pair[0].language != default)
    whole: dict[str, dict[str, Text]] = {}
    for one, texts in order:
        for identity, forms in texts.items():
            known = whole.setdefault(identity, {})
            for form, text in forms.items():
                if text.pieces != _DASH and (one.language == default or form in _WORDS):
                    known.setdefault(form, text)
    return tuple(
        Translation(
            one.language,
            {
                identity: {**one.texts.get(identity, {}), **_lacking(texts.get(identity, {}), forms)}
                for identity, forms in whole.items()
            },
        )
        for one, texts in zip(found, spoken, strict=True)
    )


def _lacking(own: dict[str, Text], others: dict[str, Text]) -> dict[str, Text]:
    """A language's own forms and those of others; long words of its own are words enough."""
    is_spoken = any(form in own for form in _WORD_FORMS)
    return {form: text for form, text in others.items() if not (is_spoken and form in _WORD_FORMS)} | own


def _read_texts(translation: "etree._Element") -> dict[str, dict[str, Text]]:
    texts: dict[str, dict[str, Text]] = {}
    for text in translation:
        if local(text) != "text":
            continue
        forms = texts.setdefault(text.get("id") or "", {})
        for value in text:
            if local(value) == "value":
                forms.setdefault(value.get("form") or "", read_text(value, f"itext {text.get('id')}"))
    return texts
