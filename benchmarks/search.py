"""Search on a large register: keystroke to rows by kind of query, p50 and p95 against one frame (16 ms).

Run: python benchmarks/search.py [--people 1000000] [--seed 1] [--keep DIR]. The people are invented. The vault is kept
under DIR (the system's temporary folder) by seed, size, dictionary and index, so that a second run only searches.
"""

import argparse
import hashlib
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
from fieldapp.resources import resource
from fieldapp.store import Vault, create_vault, open_vault
from fieldapp.store.finding import index
from fieldapp.store.finding.find import find
from fieldapp.store.finding.waiting_rows import index_waiting
from fieldapp.store.intake import receive

FRAME_MS = 16.0
PASSPHRASE = "bench"
MEMBERS = 10 / 3
HOUSEHOLDS_A_VILLAGE = 300
VILLAGES_A_TOWNSHIP = 20
HOUSEHOLDS_A_HELPER = 8
# The commonest surnames with their share in a thousand; the last ones are rare or read in two ways.
SURNAMES = {
    **dict(zip("王李张刘陈杨黄赵吴周", (74, 72, 68, 54, 45, 31, 22, 21, 20, 19), strict=True)),
    **dict.fromkeys(
        "徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟", 11
    ),
    **dict.fromkeys(
        "崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严", 3
    ),
    **dict.fromkeys(("单", "仇", "解", "查", "欧阳", "上官", "諸葛", "䶮"), 1),
}
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建国文辉力志永健世广义兴良海山仁波宁贵福生龙元全胜学祥才"
    "发武新利清飞彬富顺信子昌成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆民友裕河哲江浩"
    "亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以家致树炎德行时泰盛雄琛钧冠策腾榕风航弘瑞堃喆鎔昇珮"
)
VILLAGES = "东沟 西坡 前庄 后河 上湾 下川 大石 小桥 南岭 北塬 杨家 李家 双树 清泉 白杨 红崖".split()


def a_name(chance: random.Random) -> str:
    """An invented name: a surname by its share, one or two characters."""
    surname = chance.choices(tuple(SURNAMES), tuple(SURNAMES.values()))[0]
    return surname + "".join(chance.choice(GIVEN) for _ in range(chance.choice((1, 2, 2, 2))))


def fill(vault: Vault, people: int, chance: random.Random) -> None:
    """Households as another laptop's commits, a segment a village."""
    households = round(people / MEMBERS)
    for first in range(0, households, HOUSEHOLDS_A_VILLAGE):
        number = first // HOUSEHOLDS_A_VILLAGE
        scope = f"990101{number // VILLAGES_A_TOWNSHIP:03d}{number % VILLAGES_A_TOWNSHIP + 201:03d}"
        stream = f"{number:08x}{chance.randrange(16**8):08x}"
        count = min(HOUSEHOLDS_A_VILLAGE, households - first)
        lines = list(_commits(scope, stream, first, count, chance))
        receive(vault.ledger, Segment(stream, "bench", scope, 1, len(lines), join_lines(lines)))
    index_waiting(vault.ledger)


def _commits(scope: str, stream: str, first: int, count: int, chance: random.Random) -> Iterator[bytes]:
    village = chance.choice(VILLAGES)
    helper = ""
    for seq in range(1, count + 1):
        if seq % HOUSEHOLDS_A_HELPER == 1:
            helper = a_name(chance)
        number = first + seq
        home = uuid7(number, chance.randbytes(10))
        facts = {
            "household_no": f"{scope}{seq:04d}",
            "address": f"示范县{village}村{chance.randrange(1, 9)}组{number % 97}号",
            "natural_village": f"{village}{chance.randrange(1, 9)}组",
            "phone": f"139{chance.randrange(10**8):08d}",
            "helper_name": helper,
            "status": chance.choice("01"),
        }
        operations = [Operation("household", home, "add", facts)]
        for at in range(3 + (seq % 3 == 0)):
            person = {
                "household": home,
                "name": a_name(chance),
                "relation": "1" if at == 0 else "2",
                "id_no": f"990101{1940 + chance.randrange(70)}{chance.randrange(10**8):08d}",
                "phone": f"138{chance.randrange(10**8):08d}",
            }
            operations.append(Operation("person", uuid7(number, chance.randbytes(10)), "add", person))
        time_text = f"0192f3c1a4b2-{seq:04x}"
        yield encode_commit(
            Commit(stream, scope, "bench", seq, time_text, "w", "cn-base@1", "import", tuple(operations))
        )


def queries(chance: random.Random, each: int) -> Iterator[tuple[str, str]]:
    """(kind, text) of what a worker types, letter by letter."""
    for letter in "abcdefghijklmnopqrstuvwxyz0123456789王李张東沟村组号县芳":
        yield "one character", letter
    for _ in range(each):
        name = a_name(chance)
        pinyin, initials = spell(name).full.replace(" ", ""), spell(name).initials
        tail = f"{chance.randrange(10**4):04d}"
        township, village = f"{chance.randrange(50):03d}", f"{chance.randrange(201, 221)}"
        place = chance.choice(VILLAGES)
        for kind, text, begin in (
            ("name", name, 1),
            ("pinyin", pinyin, 1),
            ("initials", initials, 1),
            ("last four", tail, 1),
            ("number", f"990101{township}{village}{chance.randrange(300):04d}", 1),
            ("address", f"{place}村{chance.randrange(1, 9)}组", 1),
            ("two parts", f"{name[0]} {tail}", 3),
            ("two parts", f"{initials} {place}", len(initials) + 2),
            ("two parts", f"{pinyin} {tail[:2]}", len(pinyin) + 2),
            ("two parts", f"{name[0]} {chance.choice(GIVEN)}", 3),
            ("three parts", f"{name[0]} {place} {tail}", 6),
        ):
            yield from ((kind, text[:end]) for end in range(begin, len(text) + 1))


def opened(folder: Path, people: int, seed: int, pack: Path) -> Vault:
    """The vault of that seed and size, built where it is missing."""
    code = Path(index.__file__ or "").read_bytes()
    tables = b"".join(file.read_bytes() for file in sorted((pack / "dictionary").glob("*.csv")))
    name = f"{people}-{seed}-{hashlib.sha256(code + tables).hexdigest()[:12]}"
    path = folder / f"fieldapp-search-{name}" / "bench.vault"
    if (path.parent / "built").exists():
        return open_vault(path, PASSPHRASE)
    vault = create_vault(
        path, PASSPHRASE, worker="w", role="county", scopes=("990101",), packs=(pack,), escrow_recovery=False
    )
    start = time.perf_counter()
    fill(vault, people, random.Random(seed))
    seconds = time.perf_counter() - start
    vault.db.execute("pragma wal_checkpoint(truncate)").fetchall()
    rows = people + round(people / MEMBERS)
    print(f"built: {rows} rows in {seconds:.0f} s = {rows / seconds:.0f} rows/s")
    (path.parent / "built").write_text(name)
    return vault


def index_bytes(vault: Vault) -> int:
    """The bytes of the index's pages, read from the sizes of its blocks (dbstat is not in this SQLite)."""
    tables = vault.db.execute(
        "select name from sqlite_master where type = 'table' and name like 'find%_data'"
    )
    return sum(
        vault.db.execute(f'select sum(length(block)) from "{name}"').fetchone()[0]
        for (name,) in tables.fetchall()
    )


def main() -> None:
    """Build or open, search, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--searches", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scope", default="", help="search in this place only")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--pack", type=Path, default=resource("packs") / "cn-base")
    chosen = parser.parse_args()
    with opened(chosen.keep, chosen.people, chosen.seed, chosen.pack) as vault:
        size = vault.path.stat().st_size
        print(
            f"{size / chosen.people:.0f} B a person in all, {index_bytes(vault) / chosen.people:.0f} B of them index"
        )
        # The window reads the table of pinyin before anybody types.
        spell("王")
        times: dict[str, list[tuple[float, str, int]]] = {}
        for kind, text in queries(random.Random(chosen.seed + 1), chosen.searches):
            begun = time.perf_counter()
            hits = len(find(vault, text, scope=chosen.scope))
            times.setdefault(kind, []).append(((time.perf_counter() - begun) * 1000, text, hits))
    everything = [one for kind in times.values() for one in kind]
    for kind, some in (*times.items(), ("all", everything)):
        spent = [ms for ms, _, _ in some]
        p50, p95 = statistics.median(spent), statistics.quantiles(spent, n=20)[18]
        worst, text, _ = max(some)
        rows = statistics.mean(hits for _, _, hits in some)
        print(
            f"{kind:14} {len(some):5} keys {rows:5.1f} rows  p50 {p50:6.2f}  p95 {p95:6.2f} ms "
            f"= {p95 / FRAME_MS:4.2f} frames  worst {worst:6.1f} ms ({text})"
        )


if __name__ == "__main__":
    main()
