"""What lies on a stick for this vault, read from the open heads alone, and what of ours may be taken off it.

Nothing is opened and nothing believed: a head only says what the worker is shown before he takes the files in. The rule
it holds: a bundle goes from a stick when a person says so, never by itself.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import UserError
from fieldapp.store.faults import telling_faults
from fieldapp.store.vault import Vault
from fieldapp_sync.authority.pairing import bundle_recipient, team_of
from fieldapp_sync.bundles.manifest import Head, mark_of_signer
from fieldapp_sync.bundles.names import STICK_FOLDER, SUFFIX, folder_on, is_allowed, part_name
from fieldapp_sync.bundles.opening import read_beginning
from fieldapp_sync.bundles.part import read_head
from fieldapp_sync.bundles.parts_taken import is_receipted

MOST_FILES = 20_000
"""A folder with more files than this is no stick of ours; the rest is not looked at."""


@dataclass(frozen=True)
class FoundBundle:
    """One bundle or receipt (`kind`). `sender` is the name of a device of the team, or the mark of one not known;
    `made_ms` by its writer's clock, 0 where the format does not say. `missing` part numbers; `is_open`: the last part is
    not among the files. `bytes` of all files."""

    kind: str
    sender: str
    is_known: bool
    made_ms: int
    files: tuple[Path, ...]
    bytes: int
    missing: tuple[int, ...]
    is_open: bool

    @property
    def is_complete(self) -> bool:
        """Whether all of its parts are here."""
        return not self.missing and not self.is_open


@dataclass(frozen=True)
class _Found:
    path: Path
    head: Head
    size: int


def bundles_on(folder: Path, vault: Vault) -> tuple[FoundBundle, ...]:
    """The bundles for this vault in a folder, or in its own folder on a stick; the oldest first.

    Parts of format 1 are grouped by their names, for their heads do not say what they belong to.
    """
    own = bundle_recipient(vault)
    there = [one for one in _heads((folder, folder_on(folder, own))) if one.head.recipient == own]
    names = {mark_of_signer(mate.public): mate.name for mate in team_of(vault)}
    names[mark_of_signer(vault.device.public.hex())] = vault.worker.name
    groups: dict[tuple[str, str], list[_Found]] = {}
    for one in there:
        groups.setdefault(_group(one), []).append(one)
    found = [_bundle(group, names) for group in groups.values()]
    return tuple(sorted(found, key=lambda one: (one.made_ms, one.files)))


def removable_on(folder: Path, vault: Vault) -> tuple[FoundBundle, ...]:
    """Bundles of ours on a stick that their receiver has confirmed whole, to be offered for removal."""
    own = mark_of_signer(vault.device.public.hex())
    root = folder / STICK_FOLDER
    places = [folder]
    with suppress(OSError):
        places += sorted(path for path in root.iterdir() if path.is_dir() and not path.is_symlink())
    groups: dict[tuple[str, str], list[_Found]] = {}
    for one in _heads(places):
        if one.head.by == own and is_receipted(vault, one.head.recipient, one.head.bundle):
            groups.setdefault(_group(one), []).append(one)
    return tuple(_bundle(group, {own: vault.worker.name}) for group in groups.values())


def remove_bundle(found: FoundBundle) -> None:
    """Take a bundle's files off the stick: a person has said so. Raises VaultError for a stick that cannot be written."""
    for path in found.files:
        with telling_faults():
            path.unlink(missing_ok=True)


def _heads(places: Iterable[Path]) -> Iterator[_Found]:
    seen: set[Path] = set()
    for place in places:
        try:
            paths = sorted(path for path, _ in zip(place.iterdir(), range(MOST_FILES), strict=False))
        except OSError:
            continue
        for path in paths:
            if path in seen or path.suffix != SUFFIX or not is_allowed(path.name):
                continue
            seen.add(path)
            # What cannot be read is no bundle yet: taking it in says why.
            with suppress(UserError, OSError):
                yield _Found(path, read_head(read_beginning(path)), path.lstat().st_size)


def _group(one: _Found) -> tuple[str, str]:
    if one.head.format == 1:
        named = part_name(one.path.name)
        return "", named.bundle if named else one.path.name
    return one.head.by, one.head.bundle


def _bundle(group: list[_Found], names: dict[str, str]) -> FoundBundle:
    group = sorted(group, key=lambda one: one.head.part)
    head = group[0].head
    numbers = {one.head.part for one in group}
    # A head is anybody's word: a huge number in it must not make a huge list.
    top = min(max(numbers), MOST_FILES)
    return FoundBundle(
        head.kind,
        names.get(head.by, head.by),
        head.by in names,
        head.made_ms,
        tuple(one.path for one in group),
        sum(one.size for one in group),
        tuple(number for number in range(1, top) if number not in numbers),
        not any(one.head.last for one in group),
    )
