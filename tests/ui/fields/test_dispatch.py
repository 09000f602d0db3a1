"""Which input media and places get, and inputs that stand for what only another program has."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from fieldapp.forms import Choice
from fieldapp_ui.fields.answers.answer import ON
from fieldapp_ui.fields.answers.around import ExplainedAnswer
from fieldapp_ui.fields.maps.projection import on_plane
from fieldapp_ui.fields.media.audio import AudioAnswer, VideoAnswer
from fieldapp_ui.fields.media.barcode import BarcodeAnswer
from fieldapp_ui.fields.media.image import ImageAnswer
from fieldapp_ui.fields.media.sketch import SketchAnswer
from fieldapp_ui.fields.media.upload import UploadAnswer
from fieldapp_ui.fields.places.map_choice import MapChoiceAnswer, placed
from fieldapp_ui.fields.places.place import PlaceAnswer
from fieldapp_ui.fields.places.trace import TraceAnswer
from fieldapp_ui.fields.question.kinds import Surroundings, answer_for

WELLS = (
    Choice("a", "东井", geometry="33.50 105.00 0 0"),
    Choice("b", "西井", geometry="33.52 105.02 0 0"),
    Choice("c", "老井"),
)


@pytest.fixture
def around(kept) -> Surroundings:
    return Surroundings(date(2019, 11, 5), kept)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"type": "geopoint"}, PlaceAnswer),
        ({"type": "geopoint", "readonly": True, "value": "33.5 105 0 0"}, PlaceAnswer),
        ({"type": "geotrace"}, TraceAnswer),
        ({"type": "geoshape", "appearance": "placement-map"}, TraceAnswer),
        ({"type": "barcode"}, BarcodeAnswer),
        ({"kind": "upload", "parameters": {"mediatype": "image/*"}}, ImageAnswer),
        ({"kind": "upload", "parameters": {"mediatype": "image/*"}, "appearance": "annotate"}, SketchAnswer),
        ({"kind": "upload", "parameters": {"mediatype": "audio/*"}}, AudioAnswer),
        ({"kind": "upload", "parameters": {"mediatype": "video/*"}}, VideoAnswer),
        ({"kind": "upload", "parameters": {"mediatype": "application/*"}}, UploadAnswer),
        ({"kind": "select", "choices": WELLS, "appearance": "map"}, MapChoiceAnswer),
        ({"kind": "select", "choices": WELLS, "appearance": "image-map"}, ExplainedAnswer),
        ({"appearance": "ex:org.example.meter(unit='kWh')"}, ExplainedAnswer),
    ],
)
def test_type_and_appearance_decide_the_input(shown, node, around, changes, kind):
    asked = node(**changes)
    there = shown(answer_for(asked, around), asked)
    assert type(there.answer) is kind
    there.answer.name_for_readers("问题")
    assert there.answer.input().accessibleName().startswith("问题")


def test_what_another_program_would_answer_is_typed(shown, node, around):
    asked = node(type="int", appearance="ex:org.example.meter")
    there = shown(answer_for(asked, around), asked)
    assert "another program" in there.answer.told.text()
    there.type("42")
    there.press(Qt.Key.Key_Return)
    assert (there.answers, there.moves) == (["42"], [ON])


def test_a_choice_taken_by_its_digit_is_marked_on_the_map(shown, node, around):
    asked = node("select", choices=WELLS, appearance="map")
    there = shown(answer_for(asked, around), asked)
    there.type("2")
    assert there.answers == ["b"]
    assert there.answer.panel.view.place() == (
        pytest.approx(33.52, abs=1e-6),
        pytest.approx(105.02, abs=1e-6),
    )


def test_a_click_on_a_place_of_the_map_takes_its_choice(qtbot, shown, node, around):
    asked = node("select", choices=WELLS, appearance="map")
    there = shown(answer_for(asked, around), asked)
    view = there.answer.panel.view
    at = view.mapFromScene(*on_plane(33.50, 105.00))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(3, 2))
    assert there.answers == ["a"]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert there.answers == ["a"]


def test_several_choices_are_taken_and_left_on_the_map(qtbot, shown, node, around):
    asked = node("select", choices=WELLS, appearance="map", multiple=True, value="c")
    there = shown(answer_for(asked, around), asked)
    view = there.answer.panel.view
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.mapFromScene(*on_plane(33.52, 105.02))
    )
    assert there.answers == ["b c"]


def test_choices_that_lie_nowhere_are_in_the_list_only():
    assert [choice.value for choice, _ in placed(WELLS)] == ["a", "b"]
    area = replace(WELLS[0], geometry="33 105 0 0; 33 106 0 0; 34 106 0 0; 34 105 0 0")
    assert placed([area])[0][1] == (33.5, 105.5)
