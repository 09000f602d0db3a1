"""Search on a large vault: keystroke to rows, p50 and p95 against one frame (16 ms).

Run: python benchmarks/search.py [--households 100000] [--members 3]. The people are invented; the vault is thrown away.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from fieldapp.domain.identifiers import uuid7
from fieldapp.domain.pinyin import spell
from fieldapp.journal.commit import Commit, Operation, encode_commit
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.store import Vault, create_vault
from fieldapp.store.find import find
from fieldapp.store.intake import receive

FRAME_MS = 16.0
SURNAMES = "王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林郑梁谢唐许冯宋韩邓彭曹曾田于萧潘袁董叶杜"
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建国文辉力志永健世广义兴良海山仁波宁贵福生龙元全"
)
HOUSEHOLDS_A_VILLAGE = 300
COMMITS_A_SEGMENT = 500


def a_name(chance: random.Random) -> str:
    """An invented name of two or three characters."""
    return chance.choice(SURNAMES) + "".join(chance.choice(GIVEN) for _ in range(chance.choice((1, 2, 2))))


def fill(vault: Vault, households: int, members: int, chance: random.Random) -> None:
    """Households as another laptop's commits, taken in by segments of 500."""
    for village in range(0, households, HOUSEHOLDS_A_VILLAGE):
        scope = f"990101{village // HOUSEHOLDS_A_VILLAGE:06d}"
        stream = f"{village:08x}{chance.randrange(16**8):08x}"
        count = min(HOUSEHOLDS_A_VILLAGE, households - village)
        lines = list(_commits(scope, stream, village, count, members, chance))
        receive(vault.ledger, Segment(stream, "bench", scope, 1, len(lines), join_lines(lines)))


def _commits(
    scope: str, stream: str, first: int, count: int, members: int, chance: random.Random
) -> Iterator[bytes]:
    for seq in range(1, count + 1):
        number = first + seq
        home = uuid7(number, chance.randbytes(10))
        facts = {
            "household_no": f"62{number:012d}",
            "address": f"{chance.choice(GIVEN)}沟组 {number % 97} 号",
        }
        people = [
            Operation(
                "person",
                uuid7(number, chance.randbytes(10)),
                "add",
                {
                    "household": home,
                    "name": a_name(chance),
                    "relation": "1" if at == 0 else "2",
                    "id_no": f"990101{1940 + chance.randrange(70)}{chance.randrange(10**8):08d}",
                },
            )
            for at in range(members)
        ]
        operations = (Operation("household", home, "add", facts), *people)
        time_text = f"0192f3c1a4b2-{seq:04x}"
        yield encode_commit(
            Commit(stream, scope, "bench", seq, time_text, "w", "cn-base@1", "import", operations)
        )


def keystrokes(chance: random.Random, searches: int) -> Iterator[str]:
    """What a worker types, letter by letter: names, pinyin, initials, last four digits, numbers, addresses."""
    for at in range(searches):
        name = a_name(chance)
        kinds = (
            name,
            spell(name).full.replace(" ", ""),
            spell(name).initials,
            f"{chance.randrange(10**4):04d}",
            f"62{chance.randrange(100_000):012d}",
            f"{chance.choice(GIVEN)}沟组",
            f"{name[0]} {chance.randrange(10**4):04d}",
        )
        text = kinds[at % len(kinds)]
        yield from (text[:end] for end in range(1, len(text) + 1))


def main() -> None:
    """Build, search, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--households", type=int, default=100_000)
    parser.add_argument("--members", type=int, default=3)
    parser.add_argument("--searches", type=int, default=280)
    chosen = parser.parse_args()
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "bench.vault"
        with create_vault(
            path,
            "bench",
            worker="w",
            role="lead",
            scopes=("990101",),
            packs=("cn-base",),
            escrow_recovery=False,
        ) as vault:
            start = time.perf_counter()
            fill(vault, chosen.households, chosen.members, chance)
            seconds = time.perf_counter() - start
            rows = chosen.households * (1 + chosen.members)
            vault.db.execute("pragma wal_checkpoint(truncate)")
            size = path.stat().st_size
            print(
                f"built: {rows} rows in {seconds:.1f} s = {rows / seconds:.0f} rows/s, {size / rows:.0f} B/row"
            )
            times, hits = [], 0
            for text in keystrokes(chance, chosen.searches):
                begun = time.perf_counter()
                found = find(vault, text)
                times.append((time.perf_counter() - begun) * 1000)
                hits += len(found)
    p50, p95 = statistics.median(times), statistics.quantiles(times, n=20)[18]
    print(f"{len(times)} keystrokes, {hits / len(times):.1f} rows each")
    print(f"keystroke to rows: p50 {p50:.2f} ms, p95 {p95:.2f} ms, worst {max(times):.2f} ms")
    print(f"p95 / {FRAME_MS:.0f} ms = {p95 / FRAME_MS:.2f}")


if __name__ == "__main__":
    main()
