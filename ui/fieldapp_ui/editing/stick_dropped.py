"""Which of the files and folders dropped on the window are bundles; those of a folder are the ones for this vault."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from fieldapp.store import Vault
from fieldapp_sync.bundles import bundle_recipient
from fieldapp_sync.bundles.found import bundles_on
from fieldapp_sync.bundles.names import STICK_FOLDER, SUFFIX, mark_of, part_name

Groups = tuple[tuple[Path, ...], ...]
MOST = 2_000
"""Names looked at in a folder while something is dragged over the window."""


@dataclass(frozen=True)
class Dropped:
    """`others` are none of ours."""

    files: tuple[Path, ...]
    folders: tuple[Path, ...]
    others: tuple[Path, ...]


def sort_dropped(paths: Sequence[Path]) -> Dropped:
    """Bundle files by their ending, folders that hold some, and the rest."""
    folders = tuple(path for path in paths if path.is_dir() and _has_bundles(path))
    files = tuple(path for path in paths if path.suffix.lower() == SUFFIX and not path.is_dir())
    return Dropped(files, folders, tuple(path for path in paths if path not in (*files, *folders)))


def groups_of(files: Iterable[Path]) -> Groups:
    """Files by the bundle their names tell; a renamed one stands alone."""
    groups: dict[tuple[Path, str], list[Path]] = {}
    for file in files:
        named = part_name(file.name)
        groups.setdefault((file.parent, named.bundle if named else file.name), []).append(file)
    return tuple(tuple(sorted(group)) for group in groups.values())


def groups_in(vault: Vault, folder: Path) -> Groups:
    """The bundles for this vault in a folder, on a stick, or in a stick's folder of ours."""
    own = folder / mark_of(bundle_recipient(vault))
    place = own if folder.name == STICK_FOLDER and own.is_dir() else folder
    return tuple(found.files for found in bundles_on(place, vault))


def _has_bundles(folder: Path) -> bool:
    root = folder if folder.name == STICK_FOLDER else folder / STICK_FOLDER
    return _has_files(folder) or any(_has_files(place) for place in _inside(root) if place.is_dir())


def _has_files(folder: Path) -> bool:
    return any(path.suffix == SUFFIX for path in _inside(folder))


def _inside(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(islice(folder.iterdir(), MOST))
    except OSError:
        return ()
