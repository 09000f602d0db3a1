"""One bundle written to a stick, one bundle read from it: cut at any call, then done again."""

from collections.abc import Callable
from pathlib import Path

from durable_steps import PASSPHRASE

from fieldapp.errors import UserError
from fieldapp.store import open_vault
from fieldapp.store.doctor import examine
from fieldapp_sync.authority.pairing import bundle_recipient, trust
from fieldapp_sync.bundles.names import part_name
from fieldapp_sync.bundles.taking import import_bundle
from fieldapp_sync.bundles.writing import export_bundle
from points.deeds import Deed, Wrong, expected, new_vault, numbers, refuse_unlike

_COUNT = 40


class Exporting(Deed):
    """`a` writes a bundle for `b`."""

    name = "bundle export"

    def prepare(self, folder: Path) -> None:
        with new_vault(folder / "a", "A", _COUNT) as a, new_vault(folder / "b") as b:
            trust(b, a.device.public)
            (folder / "recipient").write_text(bundle_recipient(b))
        (folder / "stick").mkdir()

    def do(self, folder: Path, ready: Callable[[], None]) -> None:
        with open_vault(folder / "a" / "laptop.vault", PASSPHRASE) as vault:
            ready()
            export_bundle(vault, folder / "stick", (folder / "recipient").read_text())

    def judge(self, folder: Path, told: bool) -> None:
        with open_vault(folder / "b" / "laptop.vault", PASSPHRASE) as target:
            for part in _parts(folder / "stick"):
                _taken(target, part)
            if told:
                refuse_unlike(numbers(target.db), expected("A", _COUNT), self.name)
            with open_vault(folder / "a" / "laptop.vault", PASSPHRASE) as vault:
                import_bundle(
                    target, export_bundle(vault, folder / "stick", (folder / "recipient").read_text())
                )
            refuse_unlike(numbers(target.db), expected("A", _COUNT), f"{self.name}, done again")
            if examine(target):
                raise Wrong(f"{self.name}: {examine(target)}")


class Importing(Exporting):
    """`b` reads the bundle of `a`."""

    name = "bundle import"

    def prepare(self, folder: Path) -> None:
        super().prepare(folder)
        with open_vault(folder / "a" / "laptop.vault", PASSPHRASE) as vault:
            export_bundle(vault, folder / "stick", (folder / "recipient").read_text())

    def do(self, folder: Path, ready: Callable[[], None]) -> None:
        with open_vault(folder / "b" / "laptop.vault", PASSPHRASE) as vault:
            (part,) = _parts(folder / "stick")
            ready()
            import_bundle(vault, part)

    def judge(self, folder: Path, told: bool) -> None:
        with open_vault(folder / "b" / "laptop.vault", PASSPHRASE) as vault:
            found = numbers(vault.db)
            if told:
                refuse_unlike(found, expected("A", _COUNT), self.name)
            (part,) = _parts(folder / "stick")
            import_bundle(vault, part)
            refuse_unlike(numbers(vault.db), expected("A", _COUNT), f"{self.name}, done again")
            if examine(vault):
                raise Wrong(f"{self.name}: {examine(vault)}")


def _parts(stick: Path) -> list[Path]:
    return sorted(
        place for place in stick.rglob("*") if place.is_file() and (name := part_name(place.name)) and name
    )


def _taken(vault: object, part: Path) -> None:
    """A part that stands under its own name is whole: it is taken."""
    try:
        import_bundle(vault, part)  # type: ignore[arg-type]
    except UserError as refused:
        raise Wrong(f"a part under its final name is refused: {refused}") from refused
