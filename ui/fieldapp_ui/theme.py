"""Colours and sizes: one accent, three themes, everything scales with the text size. States never by colour alone."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.resources import resource
from fieldapp_ui.fonts import heavier_weight, interface_font


@dataclass(frozen=True)
class Colours:
    """`paper` around, `sheet` under content; `ink` to read, `soft` for captions, `faint` for what cannot be done."""

    paper: str
    sheet: str
    raised: str
    ink: str
    soft: str
    faint: str
    line: str
    edge: str
    accent: str
    accent_ink: str
    accent_soft: str
    met: str
    met_soft: str
    not_met: str
    not_met_soft: str
    unknown: str
    unknown_soft: str


LIGHT = Colours(
    paper="#F3F5F5",
    sheet="#FFFFFF",
    raised="#E9EDED",
    ink="#1B2424",
    soft="#566363",
    faint="#98A3A3",
    line="#DFE4E4",
    edge="#B9C3C3",
    accent="#0F6B6B",
    accent_ink="#FFFFFF",
    accent_soft="#DDEEEC",
    met="#1D7A3A",
    met_soft="#E2F2E6",
    not_met="#B3261E",
    not_met_soft="#FBE7E5",
    unknown="#8A5A00",
    unknown_soft="#FBF0DA",
)
DARK = Colours(
    paper="#12191A",
    sheet="#1A2324",
    raised="#243031",
    ink="#E6ECEC",
    soft="#A3B1B1",
    faint="#6B7979",
    line="#2D3A3B",
    edge="#4A5A5B",
    accent="#5CC8C0",
    accent_ink="#06201F",
    accent_soft="#1C3F3E",
    met="#7BD08F",
    met_soft="#1B3524",
    not_met="#FF9A91",
    not_met_soft="#43211F",
    unknown="#F0C060",
    unknown_soft="#3D3014",
)
CONTRAST = Colours(
    paper="#000000",
    sheet="#000000",
    raised="#1C1C1C",
    ink="#FFFFFF",
    soft="#FFFFFF",
    faint="#B0B0B0",
    line="#FFFFFF",
    edge="#FFFFFF",
    accent="#FFE14D",
    accent_ink="#000000",
    accent_soft="#3A3300",
    met="#7CFF9B",
    met_soft="#000000",
    not_met="#FF9A91",
    not_met_soft="#000000",
    unknown="#FFD27A",
    unknown_soft="#000000",
)
COLOURS = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


@dataclass(frozen=True)
class Theme:
    """`name` light, dark or contrast; `text_size` in percent."""

    name: str = "light"
    text_size: int = 100

    @property
    def colours(self) -> Colours:
        """The palette's colours, as "#RRGGBB"."""
        return COLOURS.get(self.name, LIGHT)

    def colour(self, name: str) -> QColor:
        """One of the fields of Colours."""
        return QColor(getattr(self.colours, name))

    def px(self, at_hundred: float) -> int:
        """A length in pixels at the present text size (paddings and heights scale with the type)."""
        return max(1, round(at_hundred * self.text_size / 100))

    def style_sheet(self) -> str:
        """resources/themes/window.qss, pages.qss and the theme's own sheet, with `@colour` and `12px*` filled in."""
        text = "".join(
            resource("themes", f"{name}.qss").read_text(encoding="utf-8")
            for name in ("window", "pages", self.name)
        )
        text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        marks = {mark: resource("themes", f"{mark}-{self.name}.svg").as_posix() for mark in ("caret", "tick")}
        colours = asdict(self.colours) | marks | {"medium": str(heavier_weight())}
        text = re.sub(r"@([a-z_]+)", lambda found: colours[found[1]], text)
        return re.sub(r"(\d+)px\*", lambda found: f"{self.px(int(found[1]))}px", text)


class Look(QObject):
    """The theme in force. Signals: `changed()` after the application wears it."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def wear(self, theme: Theme) -> None:
        """Dress the whole application."""
        self.theme = theme
        application = QApplication.instance()
        if isinstance(application, QApplication):
            dress(application, theme)
        self.changed.emit()


def dress(application: QApplication, theme: Theme) -> None:
    """Fusion, the interface font, the palette and the style sheet of a theme."""
    sheet = theme.style_sheet()
    if application.styleSheet() == sheet:
        return
    application.setStyle("Fusion")
    application.setFont(interface_font(theme.px(15)))
    application.setPalette(_palette(theme))
    application.setStyleSheet(sheet)


def wear_role(widget: QWidget, role: str) -> QWidget:
    """Name what a widget is for the style sheet: title, heading, caption, primary, quiet, chip, card, error …"""
    widget.setProperty("role", role)
    if widget.style() is not None:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    return widget


def _palette(theme: Theme) -> QPalette:
    palette, part, colour = QPalette(), QPalette.ColorRole, theme.colour
    pairs = (
        (part.Window, "paper"),
        (part.WindowText, "ink"),
        (part.Base, "sheet"),
        (part.AlternateBase, "paper"),
        (part.Text, "ink"),
        (part.Button, "raised"),
        (part.ButtonText, "ink"),
        (part.BrightText, "not_met"),
        (part.ToolTipBase, "raised"),
        (part.ToolTipText, "ink"),
        (part.Highlight, "accent"),
        (part.HighlightedText, "accent_ink"),
        (part.Link, "accent"),
        (part.Accent, "accent"),
        (part.PlaceholderText, "soft"),
        (part.Mid, "line"),
        (part.Light, "raised"),
    )
    for role, name in pairs:
        palette.setColor(role, colour(name))
    for role in (part.WindowText, part.Text, part.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("faint"))
    return palette
