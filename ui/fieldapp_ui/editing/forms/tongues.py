"""What the languages of a form are called: in their own words, without the codes that forms write behind them. Pure."""

import re

from PySide6.QtCore import QLocale

from fieldapp_ui.language import tr

_CODE = re.compile(r"\s*\(([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)\)\s*$")
_NAMED = {
    "zh": "中文",
    "zh-hans": "简体中文",
    "zh-cn": "简体中文",
    "zh-hant": "繁體中文",
    "zh-tw": "繁體中文",
}


def language_name(language: str) -> str:
    """`中文 (zh)` is 中文; a bare code such as `fr` is français; `default` is said in words."""
    words = _CODE.sub("", language).strip()
    if not words or words.lower() == "default":
        found = _CODE.search(language)
        return language_name(found[1]) if found and not words else tr("Language of the form itself")
    code = words.lower().replace("_", "-")
    if code in _NAMED:
        return _NAMED[code]
    if not re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]+)*", code):
        return words
    known = QLocale(code.replace("-", "_"))
    return known.nativeLanguageName() if known.language() != QLocale.Language.C and len(code) < 4 else words
