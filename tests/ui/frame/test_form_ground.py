"""Under a form's maps lie the county's own map and the places of the village."""

import json

from PySide6.QtCore import Qt

from fieldapp.store.landmarks import known_places
from fieldapp.store.save import Change, save, seen_of
from fieldapp_ui.editing.forms.ground import FormGround, map_paths
from fieldapp_ui.windows.settings import SettingsPage

VILLAGE = "990101001201"


def put_on_the_map(desk, household, point):
    change = Change("household", household, "set", {"geo": point})
    save(desk.vault, VILLAGE, "edit", [change], seen=seen_of(desk.vault, VILLAGE), label="")


def outline(path):
    shape = {"type": "LineString", "coordinates": [[105.0, 33.0], [105.1, 33.1]]}
    path.write_text(json.dumps(shape), encoding="utf-8")
    return path


def test_households_with_a_position_orient_the_map_under_their_heads_name(desk, households):
    assert known_places(desk.vault, VILLAGE) == ()
    put_on_the_map(desk, households(1), "33.5 104.9")
    ground = FormGround(desk, households(2))()
    (mark,) = ground.landmarks
    assert mark.point == (33.5, 104.9)
    assert mark.name


def test_a_map_beside_the_vault_and_one_chosen_are_both_taken(desk, tmp_path):
    folder = desk.vault.path.with_suffix(".maps")
    folder.mkdir()
    outline(folder / "villages.geojson")
    desk.settings.change(base_map=str(outline(tmp_path / "county.geojson")))
    assert [path.name for path in map_paths(desk)] == ["county.geojson", "villages.geojson"]
    assert len(FormGround(desk, VILLAGE)().outlines) == 2


def test_a_broken_map_leaves_the_grid_and_a_sentence(desk, tmp_path):
    path = tmp_path / "county.mbtiles"
    path.write_text("no map")
    desk.settings.change(base_map=str(path))
    ground = FormGround(desk, VILLAGE)()
    assert ground.is_bare
    assert "county.mbtiles" in ground.trouble


def test_the_settings_take_a_map_that_can_be_read_and_no_other(qtbot, desk, tmp_path):
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.use_map(str(tmp_path / "gone.geojson"))
    assert desk.settings.value.base_map == ""
    assert "✕" in page.map_file.text()
    page.use_map(str(outline(tmp_path / "county.geojson")))
    assert desk.settings.value.base_map.endswith("county.geojson")
    page.show()
    page.drop_map.setFocus()
    qtbot.keyClick(page.drop_map, Qt.Key.Key_Space)
    assert desk.settings.value.base_map == ""
