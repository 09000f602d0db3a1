"""What lies under the maps of a form: the county's own map where one was chosen or came with a pack, and the village."""

from dataclasses import replace
from pathlib import Path

from fieldapp.errors import UserError
from fieldapp.store.basemap import TileFile, is_tiles, map_files, read_outlines
from fieldapp.store.drafts import scope_of
from fieldapp.store.landmarks import known_places
from fieldapp_ui.desk import Desk
from fieldapp_ui.fields.maps.ground import Ground, Landmark
from fieldapp_ui.language import tr


class FormGround:
    """Read when the first map is opened, and kept while the form is."""

    def __init__(self, desk: Desk, record: str) -> None:
        """`record` is the household a form is about, or a village code."""
        self._desk, self._record = desk, record
        self._ground: Ground | None = None

    def __call__(self) -> Ground:
        """The ground of every map of this form."""
        if self._ground is None:
            self._ground = self._read()
        return self._ground

    def _read(self) -> Ground:
        ground = Ground()
        for path in map_paths(self._desk):
            try:
                ground = _with(ground, path)
            except UserError as wrong:
                ground = replace(ground, trouble=wrong.sentence(tr))
        vault = self._desk.vault
        places = known_places(vault, scope_of(vault, self._record))
        marks = tuple(Landmark(one.name, (one.latitude, one.longitude)) for one in places)
        return replace(ground, landmarks=marks)


def map_paths(desk: Desk) -> tuple[Path, ...]:
    """The map chosen in the settings, those beside the vault (`name.maps`), and those of the packs; each once."""
    chosen = desk.settings.value.base_map
    found = [Path(chosen)] if chosen else []
    found += map_files(desk.vault.path.with_suffix(".maps"))
    for pack in desk.vault.packs:
        found += map_files(pack.folder / "maps")
    return tuple(dict.fromkeys(found))


def check_map(path: Path) -> None:
    """Raises RegisterError for a file that is no map."""
    if is_tiles(path):
        TileFile(path).close()
    else:
        read_outlines(path)


def _with(ground: Ground, path: Path) -> Ground:
    if not is_tiles(path):
        return replace(ground, outlines=ground.outlines + read_outlines(path))
    if ground.tiles is not None:
        return ground
    tiles = TileFile(path)
    area = tiles.bounds
    home = ((area.south, area.west), (area.north, area.east)) if area is not None else ()
    return replace(ground, tiles=tiles, home=home)
