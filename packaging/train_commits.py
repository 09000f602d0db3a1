"""Trains the zstd dictionary of commit lines: `python packaging/train_commits.py` writes `resources/sync/commits.zdict`.

From invented commits alone, made by a seeded generator over the dictionary of cn-base: the same bytes each time with the
same libzstd. A dictionary that has been released is never changed, its id is part of the wire
(`fieldapp_sync.segments.packing`).
"""

import csv
import random
import sys
from pathlib import Path

import zstandard

from fieldapp.journal.commit import Commit, Operation, encode_commit
from fieldapp.journal.stream import join_lines
from fieldapp.resources import resource

BYTES, DICT_ID, SAMPLES = 16_384, 990_101, 3000
LISTS = ("household", "person", "household_year", "person_year", "submission", "work_record", "income_sheet")
_PLACES = ("东沟组", "西沟组", "上河组", "下河组", "村委会旁")
_NAMES = ("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "马", "白")
_GIVEN = ("秀英", "建国", "桂兰", "志强", "玉珍", "海军", "小红", "永福")
_BANKS = ("信用社", "农商行", "邮储银行", "农业银行")


def main() -> None:
    """Write the dictionary."""
    rng = random.Random(990_101)
    fields = _fields()
    samples = [_sample(rng, fields) for _ in range(SAMPLES)]
    trained = zstandard.train_dictionary(BYTES, samples, dict_id=DICT_ID, level=19, k=64, d=8)
    target = Path(__file__).resolve().parents[1] / "resources" / "sync" / "commits.zdict"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(trained.as_bytes())
    sys.stdout.write(f"{target.name}: {len(trained.as_bytes())} bytes, id {trained.dict_id()}\n")


def _fields() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {name: [] for name in LISTS}
    with resource("packs", "cn-base", "dictionary", "fields.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            if row["list"] in found and not row["derived"]:
                found[row["list"]].append(row)
    return found


def _sample(rng: random.Random, fields: dict[str, list[dict[str, str]]]) -> bytes:
    """One to four lines of one stream, as live rounds send them."""
    stream, worker = f"{rng.getrandbits(64):016x}", f"w{rng.randint(1, 40):02}"
    first = rng.randint(1, 4000)
    lines = [_line(rng, fields, stream, worker, first + at) for at in range(rng.choice((1, 1, 1, 2, 4)))]
    return join_lines(lines)


def _line(
    rng: random.Random, fields: dict[str, list[dict[str, str]]], stream: str, worker: str, seq: int
) -> bytes:
    name = rng.choices(LISTS, (8, 5, 4, 3, 1, 1, 1))[0]
    is_new = rng.random() < 0.5
    told = rng.sample(
        fields[name], min(len(fields[name]), rng.randint(4, 20) if is_new else rng.randint(1, 3))
    )
    told.sort(key=lambda row: fields[name].index(row))
    now = 0x01A2039BDECE + rng.getrandbits(34)
    seen = {stream: seq - 1} if rng.random() < 0.6 else {stream: seq - 1, f"{rng.getrandbits(64):016x}": 7}
    operation = Operation(
        name,
        _record(rng, now),
        "add" if is_new else "set",
        {row["key"]: _value(rng, row) for row in told},
        {} if is_new else seen,
    )
    kind = "edit" if not is_new or rng.random() < 0.6 else "form"
    time = f"{now:012x}-{rng.choice((0, 0, 0, 1)):04x}"
    version = f"cn-base@{rng.randint(1, 4)}"
    return encode_commit(
        Commit(stream, "990101001201", "0102", seq, time, worker, version, kind, (operation,))
    )


def _record(rng: random.Random, now: int) -> str:
    text = f"{now:012x}7{rng.getrandbits(12):03x}{rng.choice('89ab')}{rng.getrandbits(60):015x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def _value(rng: random.Random, row: dict[str, str]) -> str | int | None:
    kind, key = row["type"], row["key"]
    if rng.random() < 0.03:
        return None
    if kind == "bool":
        return rng.randint(0, 1)
    if kind in ("int", "decimal", "money"):
        return rng.choice((0, rng.randint(1, 20), rng.randint(1, 500) * 100))
    if kind == "year":
        return rng.randint(2014, 2030)
    if kind == "date":
        return f"20{rng.randint(10, 29)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    if kind == "month":
        return f"20{rng.randint(10, 29)}-{rng.randint(1, 12):02}"
    if kind in ("code", "codes"):
        return str(rng.randint(1, 9)).rjust(rng.choice((1, 2)), "0")
    return _text(rng, key)


def _text(rng: random.Random, key: str) -> str:
    if "phone" in key:
        return f"1{rng.choice('3589')}{rng.randint(0, 999_999_999):09}"
    if "name" in key:
        return rng.choice(_BANKS) if key == "bank_name" else rng.choice(_NAMES) + rng.choice(_GIVEN)
    if key == "bank_account":
        return f"62{rng.randint(0, 10**17):017}"
    if key == "address":
        return f"{rng.choice(_PLACES)} {rng.randint(1, 300)} 号"
    if key == "household_no":
        return f"H{rng.randint(0, 999_999):06}"
    if key == "natural_village":
        return f"{rng.randint(1, 12)} 组"
    return rng.choice(("", "已核实", "待核实", "外出务工", "在家"))


if __name__ == "__main__":
    main()
