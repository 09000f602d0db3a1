"""The typeface of paper: the machine's Chinese sans, repaired once so that text in a PDF can be searched.

Qt names a glyph in the PDF's text layer by the lowest character that shows it. In CJK fonts one glyph serves 龙 and
the radical ⻰ (U+2EF0), so 王龙 is found as 王⻰. The repaired copy gives such a glyph to its ordinary character alone;
a character that loses its glyph is drawn from another font of the machine. The copy is private: its own family name,
in the user's cache, made again when the source file or the rule changes.
"""

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import platformdirs
from PySide6.QtGui import QFontDatabase

from fieldapp.errors import UserError
from fieldapp.resources import resource

FAMILY = "FieldApp Paper"
Weight = Literal["regular", "bold"]

_RULE = "2"
_FILES: Mapping[Weight, tuple[str, ...]] = {
    "regular": (
        "NotoSansSC_400Regular.ttf",
        "NotoSansSC-Regular.otf",
        "NotoSansSC-Regular.ttf",
        "NotoSansCJK-Regular.ttc",
        "NotoSansCJKsc-Regular.otf",
        "SourceHanSansSC-Regular.otf",
        "msyh.ttc",
        "PingFang.ttc",
    ),
    "bold": (
        "NotoSansSC_500Medium.ttf",
        "NotoSansSC-Medium.otf",
        "NotoSansSC-Bold.otf",
        "NotoSansCJK-Medium.ttc",
        "NotoSansCJK-Bold.ttc",
        "NotoSansCJKsc-Bold.otf",
        "SourceHanSansSC-Bold.otf",
        "msyhbd.ttc",
    ),
}


@dataclass(frozen=True)
class SourceFont:
    """A font file of the machine and the number of its Simplified Chinese face."""

    file: Path
    face: int


@cache
def load_paper_fonts() -> tuple[str, ...]:
    """Register the repaired faces with Qt (a QGuiApplication must exist) and return the families, best first.

    Raises UserError when the machine has no Chinese font: every character would be an empty box.
    """
    families: list[str] = []
    for weight in _FILES:
        source = find_source(weight)
        if source is None:
            continue
        families += _registered(source, weight)
    if not families:
        raise UserError(
            "paper.no_font",
            "This machine has no Chinese font. Install fonts-noto-cjk (Linux) or Noto Sans SC, then print again.",
        )
    return tuple(dict.fromkeys(families))


def _registered(source: SourceFont, weight: Weight) -> list[str]:
    copy = repaired_copy(source, weight)
    number = QFontDatabase.addApplicationFont(str(copy))
    if number < 0:
        # A copy that a power cut left broken is made anew.
        copy.unlink()
        number = QFontDatabase.addApplicationFont(str(repaired_copy(source, weight)))
    return QFontDatabase.applicationFontFamilies(number) if number >= 0 else []


def find_source(weight: Weight) -> SourceFont | None:
    """The first of the known Chinese sans files that this machine has, or None."""
    found: dict[str, Path] = {}
    for folder in _folders():
        for parent, _, names in os.walk(folder):
            for name in names:
                found.setdefault(name, Path(parent, name))
    for name in _FILES[weight]:
        if name in found:
            return SourceFont(found[name], _simplified_face(found[name]))
    return None


def repaired_copy(source: SourceFont, weight: Weight, folder: Path | None = None) -> Path:
    """The repaired copy of a face, made once (half a second) in the user's cache directory. Raises UserError."""
    folder = folder or Path(platformdirs.user_cache_dir("fieldapp", appauthor=False)) / "fonts"
    stat = source.file.stat()
    about = f"{_RULE} {source.file} {source.face} {stat.st_size} {stat.st_mtime_ns}"
    copy = folder / f"paper-{weight}-{hashlib.sha256(about.encode()).hexdigest()[:12]}.otf"
    if not copy.exists():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _write_repaired(source, weight, copy)
        except OSError as wrong:
            raise UserError(
                "paper.no_font_copy",
                "The font for printing cannot be kept in {folder} ({reason}). Free some space there, then print again.",
                folder=folder,
                reason=wrong.strerror or type(wrong).__name__,
            ) from wrong
    return copy


def postscript_name(weight: Weight) -> str:
    """The name that a repaired face carries inside a PDF."""
    return f"{FAMILY.replace(' ', '')}-{weight.capitalize()}"


def shared_characters(characters: Mapping[int, str]) -> frozenset[int]:
    """Of a font's cmap (code point → glyph) the code points that must give their glyph up.

    They are the radicals (U+2E80–2FDF), the compatibility ideographs (U+F900–FAFF) and rare twins (U+3400–4DBF)
    whose glyph also serves an ordinary character. Those with a glyph of their own stay.
    """
    serves: dict[str, set[int]] = {}
    for code, glyph in characters.items():
        serves.setdefault(glyph, set()).add(code)
    return frozenset(
        code
        for code, glyph in characters.items()
        if _stands_for_another(code) and not all(map(_stands_for_another, serves[glyph]))
    )


def _stands_for_another(code: int) -> bool:
    return 0x2E80 <= code <= 0x2FDF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF


def _write_repaired(source: SourceFont, weight: Weight, copy: Path) -> None:
    from fontTools.ttLib import TTFont

    font = TTFont(source.file, fontNumber=source.face, lazy=True)
    # Invented glyph names keep fontTools from reading 16 MB of outlines: 0.5 s instead of 19 s.
    font.setGlyphOrder([f"g{number}" for number in range(font["maxp"].numGlyphs)])
    drop = shared_characters(font.getBestCmap())
    font["cmap"].tables = [table for table in font["cmap"].tables if table.isUnicode() and table.format != 14]
    for table in font["cmap"].tables:
        table.cmap = {code: glyph for code, glyph in table.cmap.items() if code not in drop}
    for table in ("GSUB", "GPOS", "DSIG"):
        # Substituted glyphs (figures beside Latin letters) would have no character of their own in a PDF.
        if table in font:
            del font[table]
    for record in list(font["name"].names):
        if record.nameID in (1, 4, 6, 16):
            text = postscript_name(weight) if record.nameID == 6 else FAMILY
            font["name"].setName(text, record.nameID, record.platformID, record.platEncID, record.langID)
    waiting = copy.with_suffix(f".{os.getpid()}.part")
    font.save(waiting, reorderTables=None)
    font.close()
    waiting.replace(copy)


def _simplified_face(file: Path) -> int:
    """The number of the SC face in a collection; 0 in a plain font."""
    if file.suffix.lower() != ".ttc":
        return 0
    from fontTools.ttLib import TTCollection

    with file.open("rb") as stream:
        for number, font in enumerate(TTCollection(stream, lazy=True).fonts):
            name = font["name"].getDebugName(1) or ""
            if name.endswith(" SC") and "Mono" not in name:
                return number
    return 0


def _folders() -> Iterator[Path]:
    try:
        yield resource("fonts")
    except FileNotFoundError:
        pass
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        yield home / "AppData/Local/Microsoft/Windows/Fonts"
    elif sys.platform == "darwin":
        yield from (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    else:
        yield from (
            home / ".local/share/fonts",
            home / ".fonts",
            Path("/usr/local/share/fonts"),
            Path("/usr/share/fonts"),
        )
