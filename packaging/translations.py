"""Keeps the translations whole: collects every sentence of the code, makes Traditional Chinese from Simplified.

    python packaging/translations.py          lists what has no Chinese yet; writes resources/translations/zh_TW
    python packaging/translations.py --check  the same without writing; exit status 1 when something is missing

Simplified Chinese is written by hand (Qt Linguist opens the files). Traditional is made by OpenCC: Taiwan's characters,
this field's own words; a file there is never edited by hand. The worker's guide goes the same way.
"""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
CODE = ("src", "sync", "ui")
TRANSLATING_CALLS = {"tr", "texts", "_texts", "mark", "translate"}


def collect() -> dict[str, str]:
    """Every translatable source text in the code → the place it stands."""
    found: dict[str, str] = {}
    for folder in CODE:
        for file in sorted((ROOT / folder).rglob("*.py")):
            for text, line in _sentences(ast.parse(file.read_text(encoding="utf-8"))):
                found.setdefault(text, f"{file.relative_to(ROOT)}:{line}")
    return found


def _sentences(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in TRANSLATING_CALLS and node.args:
            yield from _literals(node.args[0])
        elif name.endswith("Error") or name in ("Finding", "Command"):
            yield from _literals(node.args[1] if len(node.args) > 1 else None)
        if name == "Command" and len(node.args) > 4:
            yield from _literals(node.args[4])
        for keyword in node.keywords:
            if keyword.arg in ("text", "help") and (name.endswith("Error") or name in ("Finding", "Command")):
                yield from _literals(keyword.value)


def _literals(node: ast.expr | None) -> Iterator[tuple[str, int]]:
    """The string of an argument; both of `a if x else b`."""
    if (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.search(r"[A-Za-z]{2}", node.value)
    ):
        yield node.value, node.lineno
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def words_of(language: str) -> dict[str, str]:
    """Source text → translation over all files of a language; unfinished ones left out."""
    words: dict[str, str] = {}
    for file in sorted((TRANSLATIONS / language).glob("*.ts")):
        for message in etree.parse(str(file)).getroot().iter("message"):
            source, target = message.findtext("source"), message.find("translation")
            if source and target is not None and target.text and target.get("type") != "unfinished":
                words[source] = target.text
    return words


def places(text: str) -> list[str]:
    """The `{named}` places of a template, sorted."""
    return sorted(re.findall(r"\{(\w+)[^}]*\}", text))


def traditional(text: str) -> str:
    """Simplified Chinese in Taiwan's characters. Its computer words would spoil the field's (代码 is no 程式碼)."""
    converted: str = _converter().convert(text)
    return converted


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("s2tw")


def write_traditional() -> None:
    """A zh_TW file for each zh_CN file."""
    for file in sorted((TRANSLATIONS / "zh_CN").glob("*.ts")):
        tree = etree.parse(str(file))
        tree.getroot().set("language", "zh_TW")
        for translation in tree.getroot().iter("translation"):
            translation.text = traditional(translation.text or "")
        target = TRANSLATIONS / "zh_TW" / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        tree.write(str(target), encoding="utf-8", xml_declaration=True)

    guide = ROOT / "resources" / "help"
    for file in sorted((guide / "zh_CN").glob("*.md")):
        (guide / "zh_TW" / file.name).write_text(
            traditional(file.read_text(encoding="utf-8")), encoding="utf-8"
        )


def main() -> int:
    if "--check" not in sys.argv:
        write_traditional()
    chinese, missing = words_of("zh_CN"), 0
    for text, place in collect().items():
        if text not in chinese:
            missing += 1
            print(f"{place}: {text!r}")
    print(f"{missing} without Chinese")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
