"""The machines of the demo in one folder: the county's hub with its archive, and the vaults of station and laptops."""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from fieldapp.resources import resource
from fieldapp.store import Vault, create_vault
from fieldapp.store.regions import import_regions
from fieldapp.store.save import Change, save, seen_of
from fieldapp_ui.demo.county import REGIONS, VILLAGES, household_chunks, village_record
from fieldapp_ui.demo.household_work import homes_of, household_work
from fieldapp_ui.demo.village_work import Village, village_lists
from fieldapp_ui.demo.year_moves import twice_entered, year_moves

PASSPHRASE = "willow gully 2019"
FIRST, SECOND, STATION = "laptop-1.vault", "laptop-2.vault", "station.vault"
COUNTY_SCOPE, TOWN_SCOPE = "990101", "990101001"
PACKS = ("cn-base", "gansu-qinba")
Progress = Callable[[int, int], None]


def demo_packs() -> tuple[Path | str, ...]:
    """The shipped packs, and the demo county's own with its invented line."""
    return (*PACKS, resource("demo", "pack"))


def make_laptop(path: Path, worker: str, clock: Callable[[], int], scope: str = COUNTY_SCOPE) -> Vault:
    """A team's vault of the demo county, or of one village, with its regions and nothing else in it."""
    return _make(path, worker, "team", scope, clock)


def make_station(path: Path, worker: str, clock: Callable[[], int]) -> Vault:
    """The township's vault, as empty."""
    return _make(path, worker, "township", TOWN_SCOPE, clock)


def _make(path: Path, worker: str, role: str, scope: str, clock: Callable[[], int]) -> Vault:
    vault = create_vault(
        path, PASSPHRASE, worker=worker, role=role, scopes=(scope,), packs=demo_packs(), clock=clock
    )
    import_regions(vault, REGIONS)
    return vault


def fill_county(vault: Vault, households: int, seed: int, progress: Progress) -> None:
    """Write the county's villages and households, the same for the same seed."""
    done = 0
    for village, count in zip(VILLAGES, _shares(households), strict=True):
        written: list[Change] = []
        for chunk in household_chunks(village, count, seed, vault.new_id):
            save(vault, village.scope, "import", chunk, seen=seen_of(vault, village.scope))
            written += chunk
            done += sum(change.list == "household" for change in chunk)
            progress(done, households)
        _fill_village(vault, village, written, Random(f"{seed}-{village.scope}-work"))


def _fill_village(vault: Vault, village: Village, written: Sequence[Change], random: Random) -> None:
    """The village's own lists, what is done for its households, and the year's movements."""
    scope, new_id = village.scope, vault.new_id
    is_first = village is VILLAGES[0]
    homes = homes_of(written)
    people = sum(len(home.people) for home in homes)
    own = village_record(village, len(homes), new_id)
    kept = village_lists(village, str(own.record), len(homes), people, random, new_id)
    work = household_work(homes, kept, random, new_id, first=is_first)
    moves = year_moves(homes, random, new_id)
    twice = twice_entered(homes, new_id) if is_first else ()
    for changes in ((own, *kept.changes), tuple(work), moves, twice):
        if changes:
            save(vault, scope, "import", changes, seen=seen_of(vault, scope))


def _shares(households: int) -> list[int]:
    each, rest = divmod(households, len(VILLAGES))
    return [each + (1 if number < rest else 0) for number in range(len(VILLAGES))]
