"""A new laptop in a village of 10,000 households: bytes of the base, seconds to make and to take it, against the budget.

`python benchmarks/new_laptop.py [households] [saved one by one: 0 or 1]`. 20 fields a household of invented words, about
600 B as JSON. Budget: at most 1.2 MB, so at most 60 s at 200 kbit/s; 20,000 rows/s into tables.
"""

import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from sync_pack import write_pack

from fieldapp.store import Vault, create_vault
from fieldapp.store.growing.bootstrap import begin_from
from fieldapp.store.growing.files import BaseFile, parts_in_file
from fieldapp.store.growing.writing import BaseWriter
from fieldapp.store.save import Change, save

SCOPE = "990101001201"
BITS = 200_000
_SURNAMES, _NAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗",
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂",
)
_WORDS = (
    "roof wall leak road water pump school clinic subsidy pension cattle maize rice loan debt repair visit check noted "
    "follow later family elder child migrant worker returned"
).split()


def a_household(number: int, chance: random.Random) -> dict[str, str | int | None]:
    """20 fields; names, numbers and words are drawn at random."""
    return {
        "code": f"H{number:06}",
        "village": SCOPE,
        "group_no": chance.randint(1, 12),
        "house_no": f"{chance.randint(1, 300):03}-{chance.randint(1, 9)}",
        "head": chance.choice(_SURNAMES) + chance.choice(_NAMES) + chance.choice(_NAMES),
        "id_no": f"990101{chance.randint(19300101, 20051231)}{chance.randint(0, 9999):04}",
        "phone": f"1{chance.randint(3_000_000_000, 9_999_999_999)}",
        "members": chance.randint(1, 9),
        "labour": chance.randint(0, 5),
        "disabled": chance.randint(0, 2),
        "income": chance.randint(2000, 90000),
        "land_mu": chance.randint(0, 2000),
        "housing": chance.choice(("brick", "timber", "mixed", "adobe")),
        "water": chance.choice(("tap", "well", "spring")),
        "lat": 26_000_000 + chance.randint(0, 999_999),
        "lon": 105_000_000 + chance.randint(0, 999_999),
        "monitored": chance.randint(0, 1),
        "updated": f"2026-{chance.randint(1, 9):02}-{chance.randint(1, 28):02}"
        f"T{chance.randint(0, 23):02}:{chance.randint(0, 59):02}:{chance.randint(0, 59):02}Z",
        "worker": f"w{chance.randint(1, 120):03}",
        "note": " ".join(chance.choice(_WORDS) for _ in range(34)),
    }


def a_vault(folder: Path, name: str, pack: Path) -> Vault:
    """A new vault of the village."""
    return create_vault(
        folder / name / "laptop.vault",
        "a passphrase",
        worker=name,
        role="collector",
        scopes=(SCOPE,),
        packs=[pack],
        escrow_recovery=False,
    )


def main() -> None:
    """Print one line a figure, with its budget."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    in_one = 1 if len(sys.argv) > 2 and sys.argv[2] == "1" else 500
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pack = write_pack(folder)
        with a_vault(folder, "a", pack) as a, a_vault(folder, "b", pack) as b:
            for start in range(0, count, in_one):
                changes = [
                    Change("household", None, "add", a_household(start + at, chance)) for at in range(in_one)
                ]
                save(a, SCOPE, "import" if in_one > 1 else "edit", changes, seen={})
            measure(a, b, count)


def measure(a: Vault, b: Vault, count: int) -> None:
    """Make the base, tell its size, take it."""
    started = time.perf_counter()
    with a.ledger.transaction():
        pieces = list(BaseFile(BaseWriter(a.ledger, SCOPE, a.edition).parts()).pieces())
    made = time.perf_counter() - started
    size = sum(map(len, pieces))
    tell("bytes", size, "≤ 1,200,000 for 10,000")
    tell("bytes a household", size / count, "≤ 120")
    tell("seconds at 200 kbit/s", size * 8 / BITS, "≤ 60 for 10,000")
    tell("seconds to make it", made, "")
    started, worked = time.perf_counter(), time.process_time()
    begin_from(b.ledger, SCOPE, parts_in_file(pieces))
    taken, worked = time.perf_counter() - started, time.process_time() - worked
    tell("rows/s taken, with fsync; the search index follows", count / taken, "≥ 20,000")
    tell("the same by processor time", count / worked, "")
    tell("peak memory of both, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "≤ 100 a side")


def tell(what: str, value: float, budget: str) -> None:
    """One figure."""
    print(f"{what:40} {value:12,.1f}   {budget}", flush=True)


if __name__ == "__main__":
    main()
