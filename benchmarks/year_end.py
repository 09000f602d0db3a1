"""The year-end reconciliation of a county: seconds for 50,000 households, as a ratio to the 2 s that it may take.

Run: python benchmarks/year_end.py [--households 50000] [--members 4]. The people are invented; the vault is thrown away.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from fieldapp.domain.identifiers import uuid7
from fieldapp.journal.commit import Commit, Operation, encode_commit
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.store import Vault, create_vault
from fieldapp.store.intake import receive
from fieldapp.store.years.year_end import figures_at, reconcile

LIMIT_S = 2.0
YEAR = 2019
HOUSEHOLDS_A_VILLAGE = 300


def fill(vault: Vault, households: int, members: int, chance: random.Random) -> None:
    """Households as another laptop's commits: a fifth exits in the year, a tenth has a birth, some a death."""
    for first in range(0, households, HOUSEHOLDS_A_VILLAGE):
        scope = f"990101{first // HOUSEHOLDS_A_VILLAGE:06d}"
        stream = f"{first:08x}{chance.randrange(16**8):08x}"
        count = min(HOUSEHOLDS_A_VILLAGE, households - first)
        lines = [
            encode_commit(
                Commit(
                    stream,
                    scope,
                    "bench",
                    seq,
                    f"0192f3c1a4b2-{seq:04x}",
                    "w",
                    "cn-base@1",
                    "import",
                    tuple(_household(first + seq, members, chance)),
                )
            )
            for seq in range(1, count + 1)
        ]
        receive(vault.ledger, Segment(stream, "bench", scope, 1, len(lines), join_lines(lines)))


def _household(number: int, members: int, chance: random.Random) -> Iterator[Operation]:
    def name() -> str:
        return uuid7(number, chance.randbytes(10))

    home = name()
    exits = chance.random() < 0.2
    facts: dict[str, str | int | None] = {
        "household_no": f"62{number:012d}",
        "identified_on": "2014-05-01",
        "status": "1" if exits else "0",
    }
    if exits:
        facts["exit_year"] = YEAR
        yield _movement(name(), home, "exited", "2019-12-01")
    yield Operation("household", home, "add", facts)
    people = [name() for _ in range(members)]
    for at, person in enumerate(people):
        born = at == 2 and chance.random() < 0.1
        dies = at == 3 and chance.random() < 0.05
        joined = "2019-03-03" if born else "2014-05-01"
        own: dict[str, str | int | None] = {"household": home, "name": "张三丰", "joined_on": joined}
        if dies:
            own |= {"ended_on": "2019-07-07", "ended_reason": "death"}
        yield Operation("person", person, "add", own)
        if born or dies:
            kind, day = ("birth", "2019-03-03") if born else ("death", "2019-07-07")
            yield _movement(name(), home, kind, day, person)


def _movement(record: str, home: str, kind: str, day: str, person: str | None = None) -> Operation:
    return Operation(
        "movement", record, "add", {"household": home, "kind": kind, "moved_on": day, "person": person}
    )


def main() -> None:
    """Build, reconcile, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--households", type=int, default=50_000)
    parser.add_argument("--members", type=int, default=4)
    chosen = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as place,
        create_vault(
            Path(place) / "bench.vault",
            "bench",
            worker="w",
            role="county",
            scopes=("990101",),
            packs=("cn-base",),
            escrow_recovery=False,
        ) as vault,
    ):
        begun = time.perf_counter()
        fill(vault, chosen.households, chosen.members, random.Random(1))
        print(
            f"built: {chosen.households} households, {chosen.households * chosen.members} people "
            f"in {time.perf_counter() - begun:.1f} s"
        )
        for turn in ("first", "again"):
            begun = time.perf_counter()
            found = reconcile(vault, "990101", YEAR)
            seconds = time.perf_counter() - begun
            print(f"reconcile, {turn}: {seconds:.2f} s, {seconds / LIMIT_S:.2f} of {LIMIT_S:.0f} s")
        begun = time.perf_counter()
        figures_at(vault, "990101", "2019-11-05")
        print(f"figures of a day: {time.perf_counter() - begun:.2f} s")
        print(f"{len(found.villages)} villages, even: {found.is_even}, {len(found.candidates)} candidates")


if __name__ == "__main__":
    main()
