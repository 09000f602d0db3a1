"""The machines of the demo in one folder: a hub with its archive, and the vaults of two laptops of one village."""

from collections.abc import Callable
from pathlib import Path

from fieldapp.resources import resource
from fieldapp.store import Vault, create_vault
from fieldapp.store.regions import import_regions
from fieldapp.store.save import save, seen_of
from fieldapp_ui.demo.county import REGIONS, VILLAGES, household_chunks, village_changes

PASSPHRASE = "willow gully 2019"
COUNTY_SCOPE = "990101"
PACKS = ("cn-base", "gansu-qinba")
Progress = Callable[[int, int], None]


def demo_packs() -> tuple[Path | str, ...]:
    """The shipped packs, and the demo county's own with its invented line."""
    return (*PACKS, resource("demo", "pack"))


def make_laptop(path: Path, worker: str, clock: Callable[[], int]) -> Vault:
    """A vault of the demo county with its regions and nothing else in it."""
    vault = create_vault(
        path, PASSPHRASE, worker=worker, role="team", scopes=(COUNTY_SCOPE,), packs=demo_packs(), clock=clock
    )
    import_regions(vault, REGIONS)
    return vault


def fill_county(vault: Vault, households: int, seed: int, progress: Progress) -> None:
    """Write the county's villages and households, the same for the same seed."""
    share = _shares(households)
    done = 0
    for village, count in zip(VILLAGES, share, strict=True):
        scope = village.scope
        own = village_changes(village, count, vault.new_id)
        save(vault, scope, "import", own, seen=seen_of(vault, scope))
        for chunk in household_chunks(village, count, seed, vault.new_id):
            save(vault, scope, "import", chunk, seen=seen_of(vault, scope))
            done += sum(change.list == "household" for change in chunk)
            progress(done, households)


def _shares(households: int) -> list[int]:
    each, rest = divmod(households, len(VILLAGES))
    return [each + (1 if number < rest else 0) for number in range(len(VILLAGES))]
