"""The packs of this register and those at hand: who made them, what a newer version brings, taking files in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.errors import Finding, UserError
from fieldapp.packs.archive import signer_of_folder
from fieldapp.packs.heading import Heading, Title
from fieldapp.packs.places import installed_root, packs_at_hand
from fieldapp.packs.resolution import joined_dictionary, resolve_packs
from fieldapp.register.dictionary import Dictionary
from fieldapp.store.upgrading import preview_upgrade, upgrade_offers, upgrade_packs
from fieldapp.texts import Texts
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from datetime import date

    from fieldapp.packs.install import Installed
    from fieldapp.store import Vault
    from fieldapp.store.vault import Session

STRANGERS = frozenset(("pack.unknown_signer", "pack.other_signer"))
"""Refusals that end once a person has compared the fingerprint."""


@dataclass(frozen=True)
class PackLine:
    """A pack in words. `newer` is the version it could be brought to, 0 for none; `signer` "" for one of the program."""

    id: str
    version: int
    title: str
    signer: str
    requires: tuple[str, ...]
    folder: Path
    newer: int = 0
    made_here: bool = False

    @property
    def detail(self) -> str:
        """Edition, maker and what it builds on, in one line."""
        made = tr("came with the program")
        if self.signer:
            made = tr("signed by {fingerprint}", fingerprint=self.signer)
        elif self.made_here:
            made = ""
        on = tr("builds on {packs}", packs=", ".join(self.requires)) if self.requires else ""
        edition = tr("{pack}, version {version}", pack=self.id, version=self.version)
        return "  ·  ".join(part for part in (edition, made, on) if part)


@dataclass(frozen=True)
class News:
    """What a newer pack brings: (list in words, what is new in it in words); `lost` are the reasons to refuse."""

    lines: tuple[tuple[str, str], ...]
    lost: tuple[Finding, ...]


def vault_packs(vault: Vault, texts: Texts) -> tuple[PackLine, ...]:
    """The packs this register works with, each with the newer version that is at hand."""
    newer = {offer.id: offer.offered for offer in upgrade_offers(vault)}
    return tuple(
        PackLine(
            pack.id,
            pack.version,
            title_words(pack.title, texts),
            _signer(pack.folder),
            pack.requires,
            pack.folder,
            newer.get(pack.id, 0),
        )
        for pack in vault.packs
    )


def further_packs(vault: Vault, texts: Texts) -> tuple[PackLine, ...]:
    """The packs on this computer that the register does not work with, each in its newest version."""
    own = {pack.id for pack in vault.packs}
    newest: dict[str, tuple[Heading, Path]] = {}
    for heading, folder, _ in packs_at_hand():
        held = newest.get(heading.id)
        if heading.id not in own and (held is None or held[0].version < heading.version):
            newest[heading.id] = heading, folder
    return tuple(
        PackLine(one.id, one.version, title_words(one.title, texts), _signer(folder), one.requires, folder)
        for one, folder in newest.values()
    )


def take_pack(file: Path, today: date, trust: str = "") -> Installed:
    """Install a pack file on this computer. Raises PackError; those of `STRANGERS` carry the `fingerprint` to compare."""
    from fieldapp.packs.install import install_pack

    return install_pack(file, installed_root(), today=today, trust=trust)


def fingerprint_of(refused: UserError) -> str:
    """The fingerprint that a refusal asks to compare, "" when it asks for none."""
    return str(refused.params.get("fingerprint", "")) if refused.code in STRANGERS else ""


def read_news(vault: Vault, packs: Sequence[Path], texts: Texts) -> News:
    """What these packs would bring to the register; without any, all newer versions. Raises PackError."""
    changes, lost = preview_upgrade(vault, packs)
    wanted = packs or [offer.folder for offer in upgrade_offers(vault)]
    after = joined_dictionary(resolve_packs([*wanted, *(pack.folder for pack in vault.packs)]))
    lines: list[tuple[str, str]] = []
    for name in changes.lists:
        keys = [key for owner, key in changes.fields if owner == name]
        lines.append(
            (tr("New list: {list}", list=list_words(after, name, texts)), _labels(after, name, keys, texts))
        )
    rest = [owner for owner, _ in changes.fields if owner not in changes.lists]
    for name in dict.fromkeys(rest):
        keys = [key for owner, key in changes.fields if owner == name]
        lines.append(
            (
                tr("New fields of {list}", list=list_words(after, name, texts)),
                _labels(after, name, keys, texts),
            )
        )
    for name in dict.fromkeys(owner for owner, _ in changes.codes):
        codes = [after.codes[name].code(code) for owner, code in changes.codes if owner == name]
        words = [texts.pick(one.zh_hans, one.zh_hant, one.en) for one in codes if one]
        lines.append((tr("New codes of {codes}", codes=name), _together(words)))
    return News(tuple(lines), lost)


def upgrade(vault: Vault, packs: Sequence[Path]) -> Session:
    """Bring the file to these packs on this connection; the session that others go on with. Raises PackError."""
    upgrade_packs(vault, packs)
    return vault.session


def title_words(title: Title, texts: Texts) -> str:
    """A pack's title in the worker's language."""
    return texts.pick(title.zh_hans, title.zh_hant, title.en)


def list_words(dictionary: Dictionary, name: str, texts: Texts) -> str:
    """What a list is called; its name where the dictionary has none."""
    spec = dictionary.lists.get(name)
    return texts.pick(spec.zh_hans, spec.zh_hant, spec.en) if spec else name


def _labels(dictionary: Dictionary, name: str, keys: Sequence[str], texts: Texts) -> str:
    specs = [dictionary.field(name, key) for key in keys]
    return _together([texts.pick(one.zh_hans, one.zh_hant, one.en) for one in specs])


def _together(words: Sequence[str]) -> str:
    shown = tr(", ").join(words[:MOST])
    return (
        shown if len(words) <= MOST else tr("{words} and {count} more", words=shown, count=len(words) - MOST)
    )


MOST = 12


def _signer(folder: Path) -> str:
    signer = signer_of_folder(folder)
    return signer.fingerprint if signer else ""
