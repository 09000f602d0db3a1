"""Brings an open vault to newer packs: the pack is kept beside it, columns are added, the log fills what was unknown.

Old records keep the edition they were written with: their lines never change. Nothing is ever taken away.
"""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fieldapp.errors import Finding, PackError
from fieldapp.packs import Pack, edition, joined_dictionary, resolve_packs
from fieldapp.packs.archive import folder_contents
from fieldapp.packs.changes import Changes, added, lost
from fieldapp.packs.heading import read_heading
from fieldapp.packs.places import find_pack, shipped_folder
from fieldapp.packs.resolution import pack_folder
from fieldapp.resources import resource
from fieldapp.store.faults import telling_faults
from fieldapp.store.finding.index import SLOTS
from fieldapp.store.permissions import refuse_equipping
from fieldapp.store.vault import Vault

SHIPPED = "shipped:"


@dataclass(frozen=True)
class Offer:
    """A newer version of a pack of this vault that is at hand."""

    id: str
    have: int
    offered: int
    folder: Path


@dataclass(frozen=True)
class Upgraded:
    """Editions before and after, and what the dictionary has learnt."""

    before: str
    after: str
    added: Changes


def upgrade_offers(vault: Vault) -> tuple[Offer, ...]:
    """The packs of this vault of which a newer version is shipped or installed."""
    newest = ((pack, find_pack(pack.id)) for pack in vault.packs)
    offers = (
        Offer(pack.id, pack.version, read_heading(folder).version, folder)
        for pack, folder in newest
        if folder
    )
    return tuple(offer for offer in offers if offer.offered > offer.have)


def preview_upgrade(vault: Vault, packs: Sequence[str | Path] = ()) -> tuple[Changes, tuple[Finding, ...]]:
    """What `upgrade_packs` would add, and the errors for which it would refuse. Nothing is written."""
    after = joined_dictionary(_planned(vault, packs))
    return added(vault.dictionary, after), lost(vault.dictionary, after)


def edition_after(vault: Vault, packs: Sequence[str | Path] = ()) -> str:
    """The edition this vault would have after `upgrade_packs`."""
    return edition(_planned(vault, packs))


def upgrade_packs(vault: Vault, packs: Sequence[str | Path] = ()) -> Upgraded:
    """Take newer packs into this vault, or further ones; named by id, `id@version` or folder, else all that are newer.

    The vault goes on with the new dictionary; its siblings on other threads are to be made anew. Raises PackError:
    pack.not_found, pack.older, pack.same_version, pack.loses, pack.searched and those of a pack with errors; VaultError
    for a medium that refuses; RegisterError role.not_allowed. Then the vault is as it was.
    """
    refuse_equipping(vault)
    planned = _planned(vault, packs)
    before, after = vault.dictionary, joined_dictionary(planned)
    if findings := lost(before, after):
        raise PackError(
            "pack.loses",
            "The newer pack would lose saved values, in {count} places; the first: {first}",
            count=len(findings),
            first=findings[0],
        )
    kept = keep_packs(vault.path, planned)
    former, old_edition = vault.session, vault.edition
    try:
        vault.work_with(replace(former, packs=kept, dictionary=joined_dictionary(kept)))
        with telling_faults(), vault.transaction():
            vault.ledger.prepare()
            refuse_full_index(vault)
            vault.ledger.set_meta("packs", places_of(vault.path, kept))
    except BaseException:
        vault.work_with(former)
        raise
    return Upgraded(old_edition, vault.edition, added(before, after))


def keep_packs(path: Path, packs: Sequence[Pack]) -> tuple[Pack, ...]:
    """The packs, those that are not part of the program copied beside the vault so that it opens without them."""
    shipped, beside = resource("packs").resolve(), pack_folder_of(path)
    places: list[Path | str] = []
    for pack in packs:
        if pack.folder.resolve().parent in (shipped, beside.resolve()):
            places.append(pack.folder)
            continue
        places.append(_copied(pack.folder, beside / pack.edition))
    return resolve_packs(places)


def places_of(path: Path, packs: Sequence[Pack]) -> str:
    """What a vault's meta says of its packs, JSON: a folder name beside the vault, or `shipped:id`."""
    beside = pack_folder_of(path)
    return json.dumps(
        [pack.folder.name if pack.folder.parent == beside else f"{SHIPPED}{pack.id}" for pack in packs]
    )


def kept_places(path: Path, places: str) -> list[Path | str]:
    """Where the packs lie that `places_of` has named; one that was shipped and no longer is, is sought by its name."""
    names: list[str] = json.loads(places)
    shipped = {name: name.removeprefix(SHIPPED) for name in names if name.startswith(SHIPPED)}
    return [
        (shipped_folder(shipped[name]) or shipped[name]) if name in shipped else pack_folder_of(path) / name
        for name in names
    ]


def pack_folder_of(path: Path) -> Path:
    """The folder beside a vault that holds its packs."""
    return path.with_suffix(".packs")


def _planned(vault: Vault, packs: Sequence[str | Path]) -> tuple[Pack, ...]:
    """The vault's packs with the named ones in place of their older versions, further ones after them."""
    wanted = (
        [pack_folder(name) for name in packs] if packs else [offer.folder for offer in upgrade_offers(vault)]
    )
    named = {read_heading(folder).id: folder for folder in wanted}
    for pack in vault.packs:
        if pack.id in named:
            _refuse_older(pack, named[pack.id])
    kept = [named.pop(pack.id, pack.folder) for pack in vault.packs]
    return resolve_packs([*kept, *named.values()])


def _refuse_older(pack: Pack, folder: Path) -> None:
    """A version means one content: what commits say they were written with must stay true."""
    version = read_heading(folder).version
    if version < pack.version:
        raise PackError(
            "pack.older",
            "This is version {version} of {pack}, and version {newest} is at hand. Ask for the newest file.",
            version=version,
            pack=pack.id,
            newest=pack.version,
        )
    if version == pack.version and folder_contents(folder) != folder_contents(pack.folder):
        raise PackError(
            "pack.same_version",
            "Another {pack} of version {version} is installed. Ask for a pack with a new version number.",
            pack=pack.id,
            version=version,
        )


def refuse_full_index(vault: Vault) -> None:
    """Raises PackError pack.searched: a list beyond the index's slots would be found as a record of another."""
    if max(vault.ledger.slots.values(), default=0) >= SLOTS:
        raise PackError(
            "pack.searched",
            "The search holds {count} lists at most. Take the search class from a list of the new pack.",
            count=SLOTS - 1,
        )


def _copied(folder: Path, place: Path) -> Path:
    """A whole copy or none. What stands there is nobody's: left by an upgrade that was refused or interrupted."""
    partial = place.with_name(f".{place.name}.part")
    with telling_faults():
        for former in (partial, place):
            shutil.rmtree(former, ignore_errors=True)
        shutil.copytree(folder, partial)
        partial.replace(place)
    return place
