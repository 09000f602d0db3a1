"""A choice whose places are on a map: taken in the list by keys or on the map by a click; the map marks what is taken."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from fieldapp.domain.coordinates import read_stored
from fieldapp.forms import Choice, NodeState
from fieldapp_ui.fields.answers.answer import Answer
from fieldapp_ui.fields.answers.around import AroundAnswer
from fieldapp_ui.fields.maps.ground import GroundSource, Point
from fieldapp_ui.fields.maps.panel import MapPanel
from fieldapp_ui.fields.maps.projection import on_plane
from fieldapp_ui.language import tr

_NEAR = 24
"""Screen points between a click and the place it means."""


class MapChoiceAnswer(AroundAnswer):
    """The list above, the map under it."""

    def __init__(
        self, node: NodeState, inner: Answer, ground: GroundSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(inner, parent)
        self._choices: tuple[Choice, ...] = ()
        self._placed: tuple[tuple[Choice, Point], ...] = ()
        self._value, self._multiple, self._readonly = "", node.multiple, node.readonly
        words = tr("The map shows where the choices lie; a click on one takes it. The list takes it by keys.")
        self.panel = MapPanel(ground(), words, self, picking=False)
        self.panel.view.pointed.connect(self._point)
        self.panel.view.moved.connect(self.moved)
        self.panel.view.escaped.connect(lambda: self.input().setFocus())
        self.column.addWidget(self.panel)
        self._mark(node)

    def show_node(self, node: NodeState) -> None:
        """The list and the map."""
        self.inner.show_node(node)
        self._mark(node)

    def name_for_readers(self, label: str) -> None:
        """The list, then the map."""
        self.inner.name_for_readers(label)
        self.panel.name_for_readers(label)

    def _mark(self, node: NodeState) -> None:
        changed = node.choices != self._choices or not self._placed
        went = node.value != self._value
        self._value, self._readonly, self._choices = node.value, node.readonly, node.choices
        view = self.panel.view
        if changed:
            self._placed = placed(node.choices)
            view.show_points([point for _, point in self._placed])
            view.go_home()
        taken = set(node.value.split())
        chosen = frozenset(at for at, (choice, _) in enumerate(self._placed) if choice.value in taken)
        view.show_names([choice.label or choice.value for choice, _ in self._placed], chosen)
        if went and len(chosen) == 1 and not self._multiple:
            view.go_to(self._placed[next(iter(chosen))][1])

    def _point(self, latitude: float, longitude: float) -> None:
        if self._readonly or not self._placed:
            return
        x, y = on_plane(latitude, longitude)
        scale = 2 ** (self.panel.view.zoom - 20)
        near, choice = min(
            (max(abs(px - x), abs(py - y)) * scale, choice.value)
            for choice, point in self._placed
            for px, py in (on_plane(*point),)
        )
        if near <= _NEAR:
            self._take(choice)

    def _take(self, value: str) -> None:
        if self._multiple:
            taken = set(self._value.split()) ^ {value}
            value = " ".join(choice.value for choice in self._choices if choice.value in taken)
        self.answered.emit(value)


def placed(choices: Sequence[Choice]) -> tuple[tuple[Choice, Point], ...]:
    """The choices that lie somewhere, each with the middle of its points."""
    found = []
    for choice in choices:
        points = read_stored(choice.geometry)
        if points:
            north = sum(point.latitude for point in points) / len(points)
            east = sum(point.longitude for point in points) / len(points)
            found.append((choice, (north, east)))
    return tuple(found)
