"""Map files from elsewhere: tiles and outlines are read, a broken or hostile one is a sentence."""

import json
import sqlite3

import pytest

from fieldapp.errors import RegisterError
from fieldapp.store.basemap import TileFile, is_tiles, map_files, read_outlines

PICTURE = b"\x89PNG picture"


@pytest.fixture
def tiles(tmp_path):
    def make(name="county.mbtiles", *, view="", **facts):
        path = tmp_path / name
        db = sqlite3.connect(path)
        db.execute("create table metadata (name text, value text)")
        db.executemany("insert into metadata values (?, ?)", facts.items())
        if view:
            db.execute(view)
        else:
            db.execute("create table tiles (zoom_level int, tile_column int, tile_row int, tile_data blob)")
            db.execute("insert into tiles values (3, 6, 4, ?)", [PICTURE])
        db.commit()
        db.close()
        return path

    return make


def test_a_tile_is_found_by_its_place_counted_from_the_north(tiles):
    there = TileFile(tiles(bounds="104,32,106,34", attribution="示范县", format="png"))
    assert there.tile(3, 6, 3) == PICTURE
    assert there.tile(3, 6, 4) is None
    assert there.tile(99, 0, 0) is None
    assert (there.min_zoom, there.max_zoom, there.credit) == (3, 3, "示范县")
    assert (there.bounds.west, there.bounds.north) == (104, 34)
    there.close()


def test_vector_tiles_are_refused_with_the_way_out(tiles):
    with pytest.raises(RegisterError, match="vector tiles"):
        TileFile(tiles(format="pbf"))


def test_what_is_no_database_is_refused(tmp_path):
    path = tmp_path / "county.mbtiles"
    path.write_text("no database at all, but long enough to look like one " * 20)
    with pytest.raises(RegisterError, match="cannot be read"):
        TileFile(path)
    with pytest.raises(RegisterError, match="cannot be read"):
        TileFile(tmp_path / "none.mbtiles")


def test_a_file_that_would_count_for_ever_is_stopped(tiles):
    endless = (
        "create view tiles as with recursive n(i) as (select 1 union all select i + 1 from n) "
        "select i as zoom_level, i as tile_column, i as tile_row, i as tile_data from n"
    )
    with pytest.raises(RegisterError, match="cannot be read"):
        TileFile(tiles(view=endless))


def test_nothing_is_written_to_a_map(tiles):
    path = tiles()
    before = path.read_bytes()
    there = TileFile(path)
    with pytest.raises(sqlite3.OperationalError):
        there._db.execute("insert into tiles values (1, 1, 1, 'x')")
    there.close()
    assert path.read_bytes() == before


def test_lines_areas_and_places_are_outlines_with_their_names(tmp_path):
    path = tmp_path / "villages.geojson"
    ring = [[105.0, 33.0], [105.1, 33.0], [105.1, 33.1], [105.0, 33.0]]
    feature = {
        "type": "Feature",
        "properties": {"name": "前庄村"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    road = {"type": "LineString", "coordinates": [[105, 33], [105.2, 33.2]]}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature, road]}), encoding="utf-8")
    area, line = read_outlines(path)
    assert (area.name, area.closed, area.points[1]) == ("前庄村", True, (33.0, 105.1))
    assert (line.name, line.closed, len(line.points)) == ("", False, 2)


@pytest.mark.parametrize(
    "text",
    [
        "no json",
        "[]",
        '{"type": "Cube", "coordinates": []}',
        '{"type": "Point", "coordinates": [1]}',
        '{"type": "Point", "coordinates": [NaN, 1]}',
        '{"type": "FeatureCollection", "features": ' + "[" * 5000 + "]" * 5000 + "}",
    ],
)
def test_broken_outlines_are_refused(tmp_path, text):
    path = tmp_path / "villages.geojson"
    path.write_text(text)
    with pytest.raises(RegisterError, match="cannot be read"):
        read_outlines(path)


def test_outlines_in_metres_are_refused_by_their_figures(tmp_path):
    path = tmp_path / "villages.geojson"
    path.write_text('{"type": "Point", "coordinates": [456789.0, 3712345.0]}')
    with pytest.raises(RegisterError, match="not in degrees"):
        read_outlines(path)


def test_the_maps_of_a_folder_are_found_by_their_names(tmp_path, tiles):
    tiles()
    (tmp_path / "villages.geojson").write_text("{}")
    (tmp_path / "notes.txt").write_text("")
    assert [(path.name, is_tiles(path)) for path in map_files(tmp_path)] == [
        ("county.mbtiles", True),
        ("villages.geojson", False),
    ]
    assert map_files(tmp_path / "nowhere") == ()
