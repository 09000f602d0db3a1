"""Colours of painted inputs, and those a form asks for, made readable on the paper of the theme in force."""

from PySide6.QtGui import QColor, QGuiApplication, QPalette

READABLE = 4.5
"""The contrast of words against their ground (WCAG 2.2 AA)."""


def legible(name: str) -> str:
    """A colour by name or "#rrggbb" as "#rrggbb", lighter or darker where it could not be read; "" when it is none."""
    if not QColor.isValidColorName(name):
        return ""
    colour, paper = QColor(name), QColor("white")
    if isinstance(QGuiApplication.instance(), QGuiApplication):
        paper = QGuiApplication.palette().color(QPalette.ColorRole.Base)
    colour.setAlpha(255)
    lighter = paper.lightnessF() < 0.5
    for _ in range(20):
        if contrast(colour, paper) >= READABLE:
            break
        light = colour.lightnessF() + (0.05 if lighter else -0.05)
        hue = max(0.0, colour.hslHueF())  # a grey has none
        colour = QColor.fromHslF(hue, colour.hslSaturationF(), max(0.0, min(1.0, light)))
    return colour.name()


def soft_ink(palette: QPalette) -> QColor:
    """For codes and captions: quieter than words, and still readable on paper and on a taken choice."""
    return _thinned(palette, 0.72)


def edge_of(palette: QPalette) -> QColor:
    """For the edges of what can be chosen."""
    return _thinned(palette, 0.42)


def track_of(palette: QPalette) -> QColor:
    """For the part of a scale that is not reached."""
    return _thinned(palette, 0.22)


def _thinned(palette: QPalette, share: float) -> QColor:
    ink = QColor(palette.color(QPalette.ColorRole.Text))
    ink.setAlphaF(share)
    return ink


def contrast(one: QColor, other: QColor) -> float:
    """From 1 (equal) to 21 (black on white)."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
