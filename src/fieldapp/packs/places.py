"""Where packs lie: those shipped with the program and those installed into the worker's data folder."""

from pathlib import Path

from platformdirs import user_data_path

from fieldapp.errors import PackError
from fieldapp.packs.heading import HEADING_FILE, Heading, read_heading
from fieldapp.resources import resource


def installed_root() -> Path:
    """The folder that installed packs lie in, one folder `id@version` each."""
    return user_data_path("fieldapp", appauthor=False) / "packs"


def packs_at_hand() -> tuple[tuple[Heading, Path, bool], ...]:
    """Heading, folder and whether it is shipped, of every pack that can be read; shipped first, then by name."""
    shipped = [(heading, folder, True) for heading, folder in packs_in(resource("packs"))]
    installed = [(heading, folder, False) for heading, folder in packs_in(installed_root())]
    return (*shipped, *installed)


def find_pack(name: str) -> Path | None:
    """The folder of `id` in its newest version, or of `id@version`."""
    pack_id, _, version = name.partition("@")
    fitting = [
        (heading.version, folder)
        for heading, folder, _ in packs_at_hand()
        if heading.id == pack_id and (not version or str(heading.version) == version)
    ]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def shipped_folder(pack_id: str) -> Path | None:
    """The folder of a pack that came with the program."""
    folder = resource("packs") / pack_id
    return folder if (folder / HEADING_FILE).is_file() else None


def packs_in(root: Path) -> list[tuple[Heading, Path]]:
    """Heading and folder of every pack of a folder that can be read, by folder name."""
    if not root.is_dir():
        return []
    found: list[tuple[Heading, Path]] = []
    for folder in sorted(root.iterdir()):
        if (folder / HEADING_FILE).is_file():
            try:
                found.append((read_heading(folder), folder))
            except PackError:
                # A broken folder hides itself only; `pack check` on it says what is wrong.
                continue
    return found
