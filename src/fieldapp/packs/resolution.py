"""Which packs a vault runs on: names and folders become packs, what they require before them, and one dictionary."""

from collections.abc import Sequence
from pathlib import Path

from fieldapp.errors import PackError
from fieldapp.packs.heading import HEADING_FILE, read_heading
from fieldapp.packs.pack import Pack, load_pack
from fieldapp.packs.places import find_pack
from fieldapp.register.dictionary import Dictionary, join


def resolve_packs(names_or_paths: Sequence[str | Path]) -> tuple[Pack, ...]:
    """The packs named and all they require, each once, requirements first.

    A name may end in a version, `cn-base@2`; without one it is the newest at hand. Raises PackError for an unknown
    name, a circle of requirements and a pack with errors.
    """
    found: dict[str, Pack] = {}
    for name in names_or_paths:
        _add(name, found, ())
    return tuple(found.values())


def joined_dictionary(packs: Sequence[Pack]) -> Dictionary:
    """One dictionary of packs in their order."""
    joined = Dictionary()
    for pack in packs:
        joined = join(joined, pack.dictionary)
    return joined


def edition(packs: Sequence[Pack]) -> str:
    """What a commit says it was written with: `cn-base@1`, or `cn-base@1+gansu-qinba@1`."""
    return "+".join(pack.edition for pack in packs)


def pack_folder(name_or_path: str | Path) -> Path:
    """The folder of a pack given by folder or name. Raises PackError when there is none."""
    path = Path(name_or_path)
    if (path / HEADING_FILE).is_file():
        return path
    if isinstance(name_or_path, str) and "/" not in name_or_path and (known := find_pack(name_or_path)):
        return known
    raise PackError(
        "pack.not_found",
        "There is no pack {name}. Install it with: fieldapp pack install FILE",
        name=str(name_or_path),
    )


def _add(name: str | Path, found: dict[str, Pack], above: tuple[str, ...]) -> None:
    folder = pack_folder(name)
    heading = read_heading(folder)
    if heading.id in above:
        raise PackError(
            "pack.circle",
            "The packs require each other in a circle: {packs}.",
            packs=" → ".join((*above, heading.id)),
        )
    if heading.id in found:
        return
    for required in heading.requires:
        _add(required, found, (*above, heading.id))
    found[heading.id] = load_pack(folder, joined_dictionary(tuple(found.values())))
