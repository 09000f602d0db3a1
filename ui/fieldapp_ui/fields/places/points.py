"""The points of a line or an area as rows: read from a stored answer, written back, measured."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from fieldapp.domain.coordinates import Place, plain_figure, read_stored
from fieldapp.forms.expressions.functions.geometry import area, distance
from fieldapp_ui.fields.maps.marks import length_words
from fieldapp_ui.language import tr

_MU = 2000 / 3
"""Square metres of a mu."""
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns of the table."""

    NUMBER = 0
    NORTH = 1
    EAST = 2
    HIGH = 3


class PointRows(QAbstractTableModel):
    """The points in their order; a shape's closing point is never among them."""

    def __init__(self, *, closed: bool) -> None:
        super().__init__()
        self.closed = closed
        self.places: list[Place] = []

    def show(self, raw: str) -> None:
        """The points of a stored trace or shape."""
        places = list(read_stored(raw))
        if self.closed and len(places) > 1 and _same(places[0], places[-1]):
            places.pop()
        if places != self.places:
            self.beginResetModel()
            self.places = places
            self.endResetModel()

    def raw(self, places: Sequence[Place]) -> str:
        """As ODK writes them; a shape ends where it began."""
        ring = [*places, places[0]] if self.closed and len(places) > 2 else places
        return "; ".join(place.odk() for place in ring)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.places)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.places):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        place = self.places[index.row()]
        match index.column():
            case Column.NUMBER:
                return str(index.row() + 1)
            case Column.NORTH:
                return f"{place.latitude:.6f}"
            case Column.EAST:
                return f"{place.longitude:.6f}"
            case _:
                return plain_figure(place.altitude) if place.altitude else "–"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (tr("Point"), tr("Latitude"), tr("Longitude"), tr("Altitude (m)"))[section]


def measured(places: Sequence[Place], *, closed: bool) -> str:
    """How many points, how long, and how large, in words; an area in square metres and mu."""
    if not places:
        return tr("No point yet.")
    ring = [*places, places[0]] if closed and len(places) > 2 else places
    text = ";".join(place.odk() for place in ring)
    parts = [tr("{count} points", count=len(places))]
    if len(places) > 1:
        parts.append(tr("Length {length}", length=length_words(round(distance(text), 1))))
    if closed and len(places) > 2:
        size = area(text)
        parts.append(tr("Area {size} m² ({mu} mu)", size=f"{size:,.0f}", mu=f"{size / _MU:,.2f}"))
    return " · ".join(parts)


def _same(one: Place, other: Place) -> bool:
    return (one.latitude, one.longitude) == (other.latitude, other.longitude)
