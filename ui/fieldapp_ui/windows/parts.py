"""Small pieces that every page is set from: labels by role, hairlines, buttons of commands, scrolling columns."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fieldapp_ui.icons import icon
from fieldapp_ui.theme import Theme


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """Words in one of the style sheet's roles: title, heading, strong, caption, error, met, not_met, unknown."""
    words = QLabel(text)
    words.setProperty("role", role)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setWordWrap(wrap)
    return words


def hairline() -> QFrame:
    """A line of one pixel between groups."""
    line = QFrame()
    line.setProperty("role", "line")
    line.setFixedHeight(1)
    return line


def button(
    text: str, press: Callable[[], object], *, role: str = "", mark: str = "", theme: Theme | None = None
) -> QPushButton:
    """A button with a word; `mark` names an icon, which needs the `theme` for its colour."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    if mark and theme is not None:
        colours = theme.colours
        tint = {"primary": colours.accent_ink, "quiet": colours.accent}.get(role, colours.ink)
        made.setIcon(icon(mark, tint, disabled=colours.faint))
        made.setIconSize(QSize(theme.px(18), theme.px(18)))
    made.clicked.connect(lambda _=False: press())
    return made


def column(parent: QWidget | None = None, *, margin: int = 0, gap: int = 16) -> QVBoxLayout:
    """A column with the grid's distances."""
    made = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    made.setContentsMargins(margin, margin, margin, margin)
    made.setSpacing(gap)
    return made


def abreast(*widgets: QWidget) -> QHBoxLayout:
    """Widgets side by side from the left, as wide as they need: the buttons that end a form."""
    made = QHBoxLayout()
    for widget in widgets:
        made.addWidget(widget)
    made.addStretch(1)
    return made


def scrolling(inner: QWidget) -> QScrollArea:
    """A column that scrolls up and down only; its ground is the page's."""
    inner.setProperty("role", "plain")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area


def settle(area: QScrollArea) -> None:
    """Lay a column out now, wrapped words at their full height. Left to itself Qt shows new widgets one turn of the
    event loop after it has laid them out, and words are cut until the next turns have caught up."""
    inner = area.widget()
    if inner is None:
        return
    parts = inner.findChildren(QWidget)
    for part in parts:
        # The list of a choice box is a window of its own: it opens only when somebody opens it.
        if part.isWindow():
            continue
        if part.isHidden() and not part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            part.show()
    for part in (*reversed(parts), inner):
        layout = part.layout()
        if layout is not None and not part.isHidden():
            layout.activate()
    QApplication.sendEvent(area, QEvent(QEvent.Type.LayoutRequest))


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout, to be filled anew."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            emptied(inner)
