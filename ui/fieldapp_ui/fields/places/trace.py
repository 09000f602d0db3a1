"""A line or an area of points: typed one by one, pasted as lines of a table, or taken from the map one after another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from fieldapp.domain.coordinates import Place, read_places
from fieldapp.errors import Finding
from fieldapp.forms import NodeState
from fieldapp_ui.fields.answers.answer import Answer
from fieldapp_ui.fields.maps.ground import GroundSource
from fieldapp_ui.fields.maps.panel import MapPanel
from fieldapp_ui.fields.places.place import map_button
from fieldapp_ui.fields.places.point_table import PointLine, PointTable
from fieldapp_ui.fields.places.points import Column, PointRows, measured
from fieldapp_ui.language import tr

_MAPPED = ("maps", "placement-map")
_ROWS_SHOWN = 6
_LEAST_OF_A_SHAPE = 3


class TraceAnswer(Answer):
    """Points in their order; a shape (geoshape) closes by itself."""

    def __init__(
        self, node: NodeState, words: Sequence[str], ground: GroundSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ground, self._label, self._readonly = ground, "", node.readonly
        self._replaces: int | None = None
        self.panel: MapPanel | None = None
        self.points = PointRows(closed=node.type == "geoshape")
        self.line = PointLine(self)
        self.line.setPlaceholderText(tr("Latitude, longitude of the next point; several lines may be pasted"))
        self.line.moved.connect(self.moved)
        self.line.map_asked.connect(self.open_map)
        self.line.entered.connect(self._add)
        self.line.pasted.connect(self._add)
        self.line.descended.connect(self._go_down)
        self.map = map_button(self)
        self.map.clicked.connect(lambda _=False: self.open_map())
        self.table = self._made_table()
        self.told = QLabel(self)
        self.told.setProperty("role", "caption")
        self.told.setWordWrap(True)
        self.trouble = QLabel(self)
        self.trouble.setProperty("role", "error")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.line.textEdited.connect(self.trouble.hide)
        self._lay_out()
        self.show_node(node)
        if any(word in _MAPPED for word in words) and not node.readonly:
            self._build_map()

    def show_node(self, node: NodeState) -> None:
        """Shows the points, their length and area."""
        self._readonly = node.readonly
        self.line.setVisible(not node.readonly)
        self.map.setVisible(not node.readonly)
        row = self.table.currentIndex().row()
        self.points.show(node.value)
        if self.points.places:
            self.table.selectRow(max(0, min(row, len(self.points.places) - 1)))
        self.table.setVisible(bool(self.points.places))
        shown = min(_ROWS_SHOWN, max(1, len(self.points.places)))
        height = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(height * shown + self.table.horizontalHeader().sizeHint().height() + 4)
        self._tell()
        self._show_on_map()

    def commit(self) -> None:
        """Adds a point that stands in the line, where it is one."""
        if self.line.text().strip() and not self._readonly and not self.line.composing():
            self._add(self.line.text())

    def input(self) -> QWidget:
        """The line; the table where nothing may be changed."""
        return self.table if self._readonly and self.points.places else self.line

    def name_for_readers(self, label: str) -> None:
        """Line, table and map."""
        self._label = label
        self.line.setAccessibleName(label)
        self.table.setAccessibleName(f"{label}: {tr('Points')}")
        if self.panel is not None:
            self.panel.name_for_readers(label)

    def open_map(self) -> None:
        """The map under the points, with the focus: each Enter adds a point."""
        if self._readonly:
            return
        panel = self.panel or self._build_map()
        panel.show()
        panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _made_table(self) -> PointTable:
        table = PointTable(self)
        table.setModel(self.points)
        table.setProperty("role", "figures")
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setCornerButtonEnabled(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(Column.NUMBER, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setHighlightSections(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        table.setToolTip(tr("Delete takes a point away, Ctrl+↑ and Ctrl+↓ move it, Enter changes it."))
        table.deleted.connect(self._delete)
        table.shifted.connect(self._shift)
        table.chosen.connect(self._change)
        table.escaped.connect(self.line.setFocus)
        table.left.connect(self.moved)
        return table

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.line, 100)
        row.addWidget(self.map)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(row)
        for widget in (self.trouble, self.table, self.told):
            self._column.addWidget(widget)

    def _build_map(self) -> MapPanel:
        words = tr(
            "Arrows move the map, + and − zoom, Enter adds the place under the cross, Delete takes the last point "
            "back, Esc goes back."
        )
        self.panel = MapPanel(self._ground(), words, self)
        view = self.panel.view
        view.taken.connect(
            lambda north, east: self._put([*self.points.places, Place(round(north, 7), round(east, 7))])
        )
        view.deleted.connect(lambda: self._put(self.points.places[:-1]))
        view.escaped.connect(self.line.setFocus)
        view.moved.connect(self.moved)
        self._column.addWidget(self.panel)
        self._show_on_map()
        view.go_home()
        if self._label:
            self.panel.name_for_readers(self._label)
        return self.panel

    def _show_on_map(self) -> None:
        if self.panel is not None:
            points = [(place.latitude, place.longitude) for place in self.points.places]
            self.panel.view.show_points(points, closed=self.points.closed, joined=True)

    def _add(self, text: str) -> None:
        found = read_places(text)
        self.trouble.setVisible(isinstance(found, Finding))
        if isinstance(found, Finding):
            self.trouble.setText("✕ " + found.sentence(tr))
            return
        places, at = list(self.points.places), self._replaces
        if at is not None and at < len(places):
            places[at : at + 1] = found
        else:
            places += found
        self._replaces = None
        self.line.clear()
        self._put(places)

    def _delete(self) -> None:
        at = self.table.currentIndex().row()
        if not self._readonly and 0 <= at < len(self.points.places):
            left = [place for row, place in enumerate(self.points.places) if row != at]
            if not left:
                self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._put(left)

    def _shift(self, step: int) -> None:
        at, places = self.table.currentIndex().row(), list(self.points.places)
        if not self._readonly and 0 <= at < len(places) and 0 <= at + step < len(places):
            places[at], places[at + step] = places[at + step], places[at]
            self.table.selectRow(at + step)
            self._put(places)

    def _change(self) -> None:
        at = self.table.currentIndex().row()
        if not self._readonly and 0 <= at < len(self.points.places):
            self._replaces = at
            self.line.setText(self.points.places[at].shown())
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.line.selectAll()

    def _go_down(self) -> None:
        if self.points.places:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _put(self, places: Sequence[Place]) -> None:
        self.answered.emit(self.points.raw(places))

    def _tell(self) -> None:
        words = measured(self.points.places, closed=self.points.closed)
        few = 0 < len(self.points.places) < _LEAST_OF_A_SHAPE
        if self.points.closed and few:
            words += " · " + tr("An area needs at least three points.")
        self.told.setText(words)
