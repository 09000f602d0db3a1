"""The worker's language: English source text → text, read from the Qt translation files (`resources/translations`).

One catalogue serves the window (through a QTranslator), the paper and the command line. A language is a folder of
.ts files, one for each part of the program; en is the source itself.
"""

import locale
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fieldapp.resources import resource

LANGUAGES = ("zh_CN", "zh_TW", "en")


@dataclass(frozen=True)
class Texts:
    """Callable: `texts("Saved {time}", time="10:32")` is that sentence in `language`."""

    language: str
    words: dict[str, str]

    def translate(self, source: str) -> str:
        """The translation of a source text, or the source itself where there is none."""
        return self.words.get(source, source)

    def __call__(self, source: str, /, **params: object) -> str:
        text = self.translate(source)
        return text.format(**params) if params else text

    def pick(self, zh_hans: str, zh_hant: str, en: str) -> str:
        """One of the three labels that dictionary rows and code lists carry."""
        return {"zh_CN": zh_hans, "zh_TW": zh_hant}.get(self.language, en) or zh_hans or en


@cache
def texts_of(language: str) -> Texts:
    """The catalogue of one of `LANGUAGES`; any other language reads English."""
    if language not in LANGUAGES or language == "en":
        return Texts("en", {})
    words: dict[str, str] = {}
    for file in sorted(resource("translations", language).glob("*.ts")):
        words.update(_read_ts(file))
    return Texts(language, words)


def system_language() -> str:
    """The language of the terminal or desktop: FIELDAPP_LANGUAGE, LC_ALL, LC_MESSAGES, LANG, else the locale."""
    for name in ("FIELDAPP_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return _nearest(value)
    return _nearest(locale.getlocale()[0] or "")


def _nearest(name: str) -> str:
    name = name.replace("-", "_").partition(".")[0]
    if name.startswith(("zh_TW", "zh_HK", "zh_MO", "zh_Hant")):
        return "zh_TW"
    return "zh_CN" if name.startswith("zh") else "en"


def _read_ts(file: Path) -> dict[str, str]:
    from lxml import etree

    words: dict[str, str] = {}
    for message in etree.parse(str(file)).getroot().iter("message"):
        source, translation = message.findtext("source"), message.find("translation")
        if (
            source
            and translation is not None
            and translation.text
            and translation.get("type") != "unfinished"
        ):
            words[source] = translation.text
    return words
