"""The type: Chinese first, one family chain, two weights, numbers of equal width."""

from PySide6.QtGui import QFont, QFontDatabase

CHAIN = (
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Source Han Sans SC",
    "sans-serif",
)


def interface_font(pixels: int) -> QFont:
    """The body font in the given pixel size: the families of CHAIN that this machine has."""
    here = set(QFontDatabase.families())
    families = [name for name in CHAIN if name in here] or ["sans-serif"]
    font = QFont(families)
    font.setPixelSize(pixels)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def heavier_weight() -> int:
    """The second of the two weights: Medium where the family has it, else its Bold."""
    family = next((name for name in CHAIN if name in set(QFontDatabase.families())), "")
    weights = {int(QFontDatabase.weight(family, style)) for style in QFontDatabase.styles(family)}
    medium = int(QFont.Weight.Medium)
    return medium if medium in weights else int(QFont.Weight.Bold)
