"""A map under a question, with what lies under the cross in figures and the keys in words; opened when asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fieldapp.domain.coordinates import Place
from fieldapp_ui.fields.maps.ground import Ground
from fieldapp_ui.fields.maps.view import MapView
from fieldapp_ui.language import tr

_LINES, _HIGHEST = 17, 380
"""Lines of type, and points of the screen: with large type too a map is seen whole on a small laptop."""


class MapPanel(QWidget):
    """Signals: those of `view`. `picking` False: a map to look at, whose Enter goes on."""

    closed = Signal()

    def __init__(
        self, ground: Ground, words: str, parent: QWidget | None = None, *, picking: bool = True
    ) -> None:
        super().__init__(parent)
        self.view = MapView(ground, self)
        self.view.is_picking = picking
        self.view.setFixedHeight(min(_HIGHEST, self.fontMetrics().height() * _LINES))
        self.figures = QLabel(self)
        self.figures.setProperty("role", "strong")
        self.figures.setVisible(picking)
        keys = _said(words, self)
        if picking:
            self.view.centred.connect(self._show_figures)
            self._show_figures(*self.view.place())
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.figures, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(keys, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.view)
        column.addLayout(row)
        if ground.trouble:
            complaint = _said("✕ " + ground.trouble, self)
            complaint.setProperty("role", "error")
            column.addWidget(complaint)
        if ground.is_bare:
            column.addWidget(_said(_bare_words(), self))
        elif ground.tiles is not None:
            column.addWidget(_said(_shift_words(), self))

    def name_for_readers(self, label: str) -> None:
        """The question, then that it is a map."""
        self.view.setAccessibleName(f"{label}: {tr('Map')}")

    def _show_figures(self, latitude: float, longitude: float) -> None:
        place = Place(round(latitude, 6), round(longitude, 6))
        self.figures.setText(place.shown())


def picking_words() -> str:
    """The keys of a map that a place is taken from."""
    return tr(
        "Arrows move the map, + and − zoom, Enter takes the place under the cross, Esc goes back to the figures."
    )


def _bare_words() -> str:
    return tr("No map is set up: the grid shows distances. A county's own map is chosen in the settings.")


def _shift_words() -> str:
    return tr(
        "The county's own map is taken as WGS-84. Map companies in China shift places by up to 700 m (GCJ-02): "
        "do not copy figures from their pages."
    )


def _said(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("role", "caption")
    label.setWordWrap(True)
    return label
