"""A pack file taken in: whole, from a signer somebody confirmed, never older than or other than what is at hand.

A person compares the fingerprint of a new signer once, by telephone or on paper; it is asked again when a pack that is
at hand comes from somebody else than before.
"""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from fieldapp.errors import PackError
from fieldapp.packs.archive import PackFile, folder_contents, read_pack_file, refuse_errors, signer_of_folder
from fieldapp.packs.check import check_pack
from fieldapp.packs.heading import Heading
from fieldapp.packs.places import packs_at_hand, packs_in
from fieldapp.packs.trust import is_same, trust_signer, trusted_signers


@dataclass(frozen=True)
class Installed:
    """An installed pack. `fresh` is false when this very pack was there before."""

    folder: Path
    heading: Heading
    signer: str
    fresh: bool

    @property
    def edition(self) -> str:
        """Name and version, as `cn-base@1`."""
        return f"{self.heading.id}@{self.heading.version}"


def install_pack(file: Path, root: Path, *, today: date, trust: str = "") -> Installed:
    """Unpack a pack file into `root/id@version`. `trust` is a fingerprint that a person has just compared.

    Raises PackError: what `read_pack_file` raises, pack.unknown_signer (with `fingerprint`: ask and come again),
    pack.other_signer (the same, for a pack at hand from another signer), pack.older, pack.same_version, pack.has_errors.
    """
    taken = read_pack_file(file)
    at_hand = _at_hand(root, taken.heading.id)
    _refuse_strangers(taken, at_hand, root, trust)
    target = root / taken.edition
    fresh = not _is_there(taken, at_hand)
    if fresh:
        _unpack(taken, file, target)
    if trust:
        trust_signer(root, taken.signer.fingerprint, today)
    folder = target if fresh else at_hand[taken.heading.version]
    return Installed(folder, taken.heading, taken.signer.fingerprint, fresh)


def _at_hand(root: Path, pack_id: str) -> dict[int, Path]:
    """Version → folder of what is shipped and what lies in this root."""
    shipped = [(heading, folder) for heading, folder, is_shipped in packs_at_hand() if is_shipped]
    found = [*shipped, *packs_in(root)]
    return {heading.version: folder for heading, folder in found if heading.id == pack_id}


def _refuse_strangers(taken: PackFile, at_hand: Mapping[int, Path], root: Path, trust: str) -> None:
    own = taken.signer.fingerprint
    if is_same(trust, own):
        return
    if trust or not any(is_same(own, known) for known in trusted_signers(root)):
        raise PackError(
            "pack.unknown_signer",
            "This pack is signed by {fingerprint}, whom nobody here has confirmed. Compare these digits with the office "
            "that sent it, then install it with: --trust {quoted}",
            fingerprint=own,
            quoted=f'"{own}"',
        )
    before = signer_of_folder(at_hand[max(at_hand)]) if at_hand else taken.signer
    if before != taken.signer:
        raise PackError(
            "pack.other_signer",
            "{pack} came from somebody else before; this one is signed by {fingerprint}. Ask the office whether that is "
            "right, then install it with: --trust {quoted}",
            pack=taken.heading.id,
            fingerprint=own,
            quoted=f'"{own}"',
        )


def _is_there(taken: PackFile, at_hand: Mapping[int, Path]) -> bool:
    pack, version = taken.heading.id, taken.heading.version
    if version in at_hand:
        if folder_contents(at_hand[version]) == dict(taken.contents):
            return True
        raise PackError(
            "pack.same_version",
            "Another {pack} of version {version} is installed. Ask for a pack with a new version number.",
            pack=pack,
            version=version,
        )
    if (newest := max(at_hand, default=0)) and version < newest:
        raise PackError(
            "pack.older",
            "This is version {version} of {pack}, and version {newest} is at hand. Ask for the newest file.",
            version=version,
            pack=pack,
            newest=newest,
        )
    return False


def _unpack(taken: PackFile, file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".incoming-") as incoming:
        folder = Path(incoming) / "pack"
        for name, content in {**taken.contents, **taken.envelope}.items():
            path = folder.joinpath(*PurePosixPath(name).parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        refuse_errors(check_pack(folder), file)
        folder.rename(target)
