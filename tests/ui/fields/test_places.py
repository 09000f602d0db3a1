"""Places by keys: typed, pasted, picked under the cross of the map; lines and areas point by point."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from fieldapp.store.basemap import Outline
from fieldapp_ui.fields.answers.answer import ON
from fieldapp_ui.fields.maps.ground import Ground, Landmark, bare_ground
from fieldapp_ui.fields.maps.projection import (
    fitting_zoom,
    from_plane,
    metres_per_point,
    on_plane,
    round_length,
)
from fieldapp_ui.fields.maps.view import MapView
from fieldapp_ui.fields.media.photo import written
from fieldapp_ui.fields.places.place import PlaceAnswer
from fieldapp_ui.fields.places.points import measured
from fieldapp_ui.fields.places.trace import TraceAnswer

ALT = Qt.KeyboardModifier.AltModifier
VILLAGE = Ground(
    landmarks=(Landmark("龙守田", (33.5, 105.0)), Landmark("常玉兰", (33.51, 105.02))),
    outlines=(Outline("前庄村", ((33.4, 104.9), (33.6, 104.9), (33.6, 105.1)), closed=True),),
)


@pytest.fixture
def place(shown, node):
    def make(*words, ground=bare_ground, value="", **parameters):
        asked = node(type="geopoint", value=value, parameters=parameters)
        return shown(PlaceAnswer(asked, words, ground), asked)

    return make


@pytest.fixture
def trace(shown, node):
    def make(kind="geotrace", *words, value="", ground=bare_ground):
        asked = node(type=kind, value=value)
        return shown(TraceAnswer(asked, words, ground), asked)

    return make


def test_a_place_is_typed_and_kept_as_the_form_standard_writes_it(place):
    asked = place()
    asked.type("37.52 111.14")
    asked.press(Qt.Key.Key_Return)
    assert (asked.answers, asked.moves) == (["37.52 111.14 0 0"], [ON])
    assert asked.answer.line.text() == "37.52, 111.14"


def test_chinese_words_and_longitude_first_are_read_and_the_turn_is_said(place):
    asked = place()
    asked.type("东经108.9 北纬34.5")
    asked.press(Qt.Key.Key_Return)
    assert asked.node.value == "34.5 108.9 0 0"
    assert not asked.answer.told.isVisible()
    asked.answer.line.clear()
    asked.type("108.9,34.5")
    asked.press(Qt.Key.Key_Return)
    assert "34.5" in asked.answer.told.text()


def test_what_is_no_place_is_not_kept_and_stays_to_be_put_right(place):
    asked = place(value="34.5 108.9 0 0")
    asked.answer.line.selectAll()
    asked.type("34.5 x")
    asked.press(Qt.Key.Key_Return)
    assert asked.answers == [""]
    assert asked.answer.trouble.isVisible()
    assert asked.answer.line.text() == "34.5 x"


def test_a_wanted_accuracy_is_shown_and_a_worse_one_marked(place):
    asked = place(value="34.5 108.9 1200 25", **{"capture-accuracy": "10"})
    assert "1200" in asked.answer.told.text()
    assert "✕" in asked.answer.told.text()


def test_the_map_opens_by_alt_down_and_enter_takes_what_is_under_the_cross(place):
    asked = place(ground=lambda: VILLAGE)
    asked.press(Qt.Key.Key_Down, ALT)
    view = asked.answer.panel.view
    assert asked.focus() is view
    before = view.place()
    asked.press(Qt.Key.Key_Up)
    asked.press(Qt.Key.Key_Right)
    assert view.place()[0] > before[0]
    assert view.place()[1] > before[1]
    there = view.place()
    asked.press(Qt.Key.Key_Return)
    north, east, *_ = map(float, asked.node.value.split())
    assert (north, east) == (pytest.approx(there[0], abs=1e-6), pytest.approx(there[1], abs=1e-6))
    asked.press(Qt.Key.Key_Escape)
    assert asked.focus() is asked.answer.line


def test_a_placement_map_is_there_from_the_start_and_shows_the_answer(place):
    asked = place("placement-map", value="33.5 105 0 0")
    assert asked.answer.panel.isVisible()
    assert asked.answer.panel.view.place() == (pytest.approx(33.5), pytest.approx(105))


def test_plus_minus_and_home_zoom_and_the_map_first_shows_the_village(place):
    asked = place("maps", ground=lambda: VILLAGE)
    view = asked.answer.panel.view
    assert view.place()[0] == pytest.approx(33.505, abs=0.001)
    home = view.zoom
    view.setFocus()
    asked.press(Qt.Key.Key_Plus)
    assert view.zoom == home + 1
    asked.press(Qt.Key.Key_Minus)
    asked.press(Qt.Key.Key_Minus)
    assert view.zoom == home - 1
    asked.press(Qt.Key.Key_Home)
    assert view.zoom == home


def test_the_wheel_moves_the_page_until_the_map_has_the_focus(place):
    asked = place("maps")
    view = asked.answer.panel.view
    zoom = view.zoom

    def turn():
        at, none, keys = QPointF(50, 50), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(at, at, QPoint(), QPoint(0, 240), none, keys, phase, False)
        QApplication.sendEvent(view.viewport(), event)

    turn()
    assert view.zoom == zoom
    view.setFocus()
    turn()
    assert view.zoom == zoom + 1


def test_the_mouse_drags_the_map_and_a_click_brings_a_place_under_the_cross(qtbot, place):
    asked = place("maps", ground=lambda: VILLAGE)
    view = asked.answer.panel.view
    before = view.place()
    asked.stroke(view.viewport(), QPoint(100, 100), QPoint(160, 100))
    assert view.place()[1] < before[1]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert view.place()[0] > before[0]


def test_delete_on_the_map_blanks_the_place(place):
    asked = place("maps", value="33.5 105 0 0")
    asked.answer.panel.view.setFocus()
    asked.press(Qt.Key.Key_Delete)
    assert asked.node.value == ""


class _Tiles:
    """One green picture for the whole world."""

    min_zoom, max_zoom, credit = 0, 3, "示范县 2019"

    def __init__(self) -> None:
        image = QImage(256, 256, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.green)
        self.asked: list[tuple[int, int, int]] = []
        self._data = written(image, "png")

    def tile(self, zoom: int, x: int, y: int) -> bytes | None:
        self.asked.append((zoom, x, y))
        return self._data if zoom <= 1 else None


def test_tiles_lie_under_the_map_and_missing_ones_are_cut_from_coarser_ones(qtbot):
    tiles = _Tiles()
    view = MapView(Ground(tiles=tiles))
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.go_to((33.5, 105.0), 6.0)
    colour = view.grab().toImage().pixelColor(40, 40)
    assert (colour.red(), colour.green()) == (0, 255)
    asked = len(tiles.asked)
    view.grab()
    assert len(tiles.asked) == asked  # the picture is kept


def test_a_line_grows_point_by_point_and_an_empty_enter_goes_on(trace):
    asked = trace()
    for text in ("34.5 108.9", "34.6 108.9"):
        asked.type(text)
        asked.press(Qt.Key.Key_Return)
    assert asked.node.value == "34.5 108.9 0 0; 34.6 108.9 0 0"
    assert "11" in asked.answer.told.text()
    asked.press(Qt.Key.Key_Return)
    assert asked.moves == [ON]


def test_lines_of_a_table_are_pasted_at_once(trace):
    QGuiApplication.clipboard().setText("34.5\t108.9\n34.6\t108.9\n34.6\t109\n")
    asked = trace("geoshape")
    asked.control(Qt.Key.Key_V)
    assert asked.node.value.count(";") == 3
    assert asked.node.value.endswith("34.5 108.9 0 0")
    assert len(asked.answer.points.places) == 3


def test_a_wrong_line_adds_nothing_and_is_named(trace):
    QGuiApplication.clipboard().setText("34.5 108.9\n前庄村")
    asked = trace()
    asked.control(Qt.Key.Key_V)
    assert asked.answers == []
    assert "前庄村" in asked.answer.trouble.text()


def test_points_are_moved_changed_and_taken_away_in_the_table(trace):
    asked = trace(value="34.1 108 0 0; 34.2 108 0 0; 34.3 108 0 0")
    asked.press(Qt.Key.Key_Down)
    assert asked.focus() is asked.answer.table
    asked.control(Qt.Key.Key_Down)
    assert asked.node.value.startswith("34.2 108 0 0; 34.1")
    asked.press(Qt.Key.Key_Delete)
    assert asked.node.value == "34.2 108 0 0; 34.3 108 0 0"
    asked.press(Qt.Key.Key_Return)
    assert asked.focus() is asked.answer.line
    asked.type("35 108")
    asked.press(Qt.Key.Key_Return)
    assert asked.node.value == "34.2 108 0 0; 35 108 0 0"


def test_an_area_of_two_points_is_kept_but_said_to_be_none(trace):
    asked = trace("geoshape", value="34.1 108 0 0; 34.2 108 0 0")
    assert "three" in asked.answer.told.text()


def test_each_enter_on_the_map_adds_a_point_and_delete_takes_the_last_back(trace):
    asked = trace("geoshape", ground=lambda: VILLAGE)
    asked.press(Qt.Key.Key_Down, ALT)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        asked.press(key)
        asked.press(Qt.Key.Key_Return)
    assert len(asked.answer.points.places) == 3
    asked.press(Qt.Key.Key_Delete)
    assert len(asked.answer.points.places) == 2


def test_the_table_of_points_keeps_the_rules_of_a_model(trace):
    asked = trace(value="34.1 108 0 0; 34.2 108 0 0")
    QAbstractItemModelTester(asked.answer.points, QAbstractItemModelTester.FailureReportingMode.Fatal)
    asked.show("34.1 108 5 0")
    assert asked.answer.points.rowCount() == 1


def test_a_field_of_known_size_is_measured_in_metres_and_mu(trace):
    asked = trace("geoshape", value="0 0 0 0; 0 0.001 0 0; 0.001 0.001 0 0; 0.001 0 0 0; 0 0 0 0")
    words = measured(asked.answer.points.places, closed=True)
    assert "12,3" in words
    assert "18." in words


@pytest.mark.parametrize("point", [(33.5, 105.0), (-80.0, -179.0), (0.0, 0.0)])
def test_a_place_is_found_again_on_the_plane(point):
    assert from_plane(*on_plane(*point)) == pytest.approx(point, abs=1e-9)


def test_lengths_of_a_scale_are_round_and_zooms_fit():
    assert [round_length(metres) for metres in (0.9, 1, 3.7, 99, 20000)] == [0.5, 1, 2, 50, 20000]
    assert metres_per_point(0, 0) == pytest.approx(156543.03, abs=0.1)
    assert fitting_zoom(400, 300, ((33.5, 105.0),), 16) == 16
