"""A place: typed or pasted in any usual spelling, or taken from the map (Alt+Down); kept as ODK's geopoint."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fieldapp.domain.coordinates import Place, plain_figure, read_place, read_stored
from fieldapp.errors import Finding
from fieldapp.forms import NodeState
from fieldapp_ui.fields.answers.answer import Answer
from fieldapp_ui.fields.answers.line import ComposingLine
from fieldapp_ui.fields.maps.ground import GroundSource
from fieldapp_ui.fields.maps.panel import MapPanel, picking_words
from fieldapp_ui.fields.maps.view import CLOSE
from fieldapp_ui.language import tr

_MAPPED = ("maps", "placement-map")


class PlaceLine(ComposingLine):
    """A line that also opens the map. Signals: `map_asked()` Alt+Down."""

    map_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down as in a date's calendar."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.map_asked.emit()
        else:
            super().keyPressEvent(event)


class PlaceAnswer(Answer):
    """One place. What cannot be read is not kept, and a sentence under the line says how to write it."""

    def __init__(
        self, node: NodeState, words: Sequence[str], ground: GroundSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ground, self._label = ground, ""
        self._wanted = _metres(node.parameters.get("capture-accuracy", ""))
        self._readonly = node.readonly
        self._turned = False
        self.panel: MapPanel | None = None
        self._place: Place | None = None
        self.line = PlaceLine(self)
        self.line.setPlaceholderText(tr("Latitude, longitude — such as 37.52, 111.14"))
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin)
        self.line.committed.connect(self._read)
        self.line.moved.connect(self.moved)
        self.line.map_asked.connect(self.open_map)
        self.map = map_button(self)
        self.map.clicked.connect(lambda _=False: self.open_map())
        self.told = _words("caption", self)
        self.trouble = _words("error", self)
        self.line.textEdited.connect(self.trouble.hide)
        row = QHBoxLayout()
        row.addWidget(self.line, 100)
        row.addWidget(self.map)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(row)
        self._column.addWidget(self.trouble)
        self._column.addWidget(self.told)
        self.show_node(node)
        if any(word in _MAPPED for word in words) and not node.readonly:
            self._build_map()

    def show_node(self, node: NodeState) -> None:
        """Shows latitude and longitude, and altitude and accuracy in words."""
        self._readonly = node.readonly
        self.line.setReadOnly(node.readonly)
        self.map.setVisible(not node.readonly)
        stored = read_stored(node.value)
        place = stored[0] if stored else None
        if place != self._place:
            self._place = place
            self._show_on_map()
        if node.value or self.trouble.isHidden():
            self.line.show_text(place.shown() if place else node.value)
        self._tell()

    def commit(self) -> None:
        """Reads what is being typed."""
        self.line.commit()

    def input(self) -> QWidget:
        """The line."""
        return self.line

    def name_for_readers(self, label: str) -> None:
        """The line and the map."""
        self._label = label
        self.line.setAccessibleName(label)
        self.map.setAccessibleName(f"{label}: {self.map.text()}")
        if self.panel is not None:
            self.panel.name_for_readers(label)

    def open_map(self) -> None:
        """The map under the line, with the focus."""
        if self._readonly:
            return
        self.commit()
        panel = self.panel or self._build_map()
        panel.show()
        panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build_map(self) -> MapPanel:
        self.panel = MapPanel(self._ground(), picking_words(), self)
        self.panel.view.taken.connect(self._take)
        self.panel.view.escaped.connect(self.line.setFocus)
        self.panel.view.moved.connect(self.moved)
        self.panel.view.deleted.connect(lambda: self._report(None))
        self._column.addWidget(self.panel)
        self._show_on_map()
        if self._label:
            self.panel.name_for_readers(self._label)
        return self.panel

    def _show_on_map(self) -> None:
        if self.panel is not None and self._place is not None:
            point = (self._place.latitude, self._place.longitude)
            self.panel.view.show_points([point])
            self.panel.view.go_to(point, max(self.panel.view.zoom, CLOSE))
        elif self.panel is not None:
            self.panel.view.show_points([])

    def _take(self, latitude: float, longitude: float) -> None:
        self._report(Place(round(latitude, 7), round(longitude, 7)))

    def _read(self, text: str) -> None:
        found = read_place(text) if text.strip() else None
        self._report(found)

    def _report(self, found: Place | Finding | None) -> None:
        self.trouble.setVisible(isinstance(found, Finding))
        self._turned = isinstance(found, Place) and found.swapped
        if isinstance(found, Finding):
            self.trouble.setText("✕ " + found.sentence(tr))
        self.answered.emit(found.odk() if isinstance(found, Place) else "")
        self._tell()

    def _tell(self) -> None:
        place, parts = self._place, []
        if place is not None and self._turned:
            north, east = plain_figure(place.latitude), plain_figure(place.longitude)
            parts.append(
                tr(
                    "Longitude stood first: read as latitude {north}, longitude {east}.",
                    north=north,
                    east=east,
                )
            )
        if place is not None and place.altitude:
            parts.append(tr("Altitude {count} m", count=plain_figure(place.altitude)))
        if place is not None and place.accuracy:
            parts.append(tr("Accuracy {count} m", count=plain_figure(place.accuracy)))
        if self._wanted:
            parts.append(_wanted_words(self._wanted, place))
        self.told.setText(" · ".join(parts))
        self.told.setVisible(bool(parts))


def map_button(parent: QWidget) -> QPushButton:
    """The word that opens the map; by keys it is Alt+Down."""
    button = QPushButton(tr("Map"), parent)
    button.setProperty("role", "quiet")
    button.setToolTip("Alt+↓")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button


def _wanted_words(wanted: float, place: Place | None) -> str:
    metres = plain_figure(wanted)
    if place is not None and place.accuracy > wanted:
        return "✕ " + tr("The form asks for {count} m or better: measure again in the open.", count=metres)
    return tr("The form asks for an accuracy of {count} m or better.", count=metres)


def _metres(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return value if 0 < value < 1e6 else 0.0


def _words(role: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.hide()
    return label
