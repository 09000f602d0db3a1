"""Invented households of twenty fields and edits of two as commit lines: the same seed gives the same bytes.

The fields are as random as those of the peers' data set: names, identity-like digits, phones, coordinates, a remark of
22 words; about 600 bytes of JSON each.
"""

import random
from collections.abc import Iterator, Sequence

from fieldapp.domain.identifiers import uuid7
from fieldapp.journal.commit import Commit, Operation, Value, encode_commit
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.store.ledger import stream_id

SCOPE = "990101001201"
REPLICA = "5f0c9b1e77aa4d02"
STREAM = stream_id(REPLICA, SCOPE)
START_MS = 1_700_000_000_000
_SURNAMES, _GIVEN = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗",
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂",
)
_WORDS = (
    "roof wall leak road water pump school clinic subsidy pension cattle maize rice loan debt repair visit check "
    "noted follow later family elder child migrant worker returned"
).split()


def a_household(chance: random.Random, at: int) -> dict[str, Value]:
    """Stored values of twenty fields."""
    return {
        "household_no": f"{at % 40:04}-{at:06}",
        "address": f"{chance.randint(1, 300):03}-{chance.randint(1, 9)}",
        "natural_village": f"{chance.randint(1, 12)}",
        "phone": f"1{chance.randint(3_000_000_000, 9_999_999_999):010}",
        "bank_name": chance.choice(("brick", "timber", "mixed", "adobe")),
        "bank_account": f"522401{chance.randint(19300101, 20051231):08}{chance.randint(0, 9999):04}",
        "identification_standard": f"{chance.randint(1, 9)}",
        "household_attribute": f"{chance.randint(0, 5)}",
        "cause_main": f"{chance.randint(0, 2)}",
        "is_soldier_family": chance.randint(0, 1),
        "is_one_child": chance.randint(0, 1),
        "is_two_daughters": chance.randint(0, 1),
        "status": f"{chance.randint(0, 3)}",
        "identified_on": f"2016-{chance.randint(1, 9):02}-{chance.randint(1, 28):02}",
        "identified_income": chance.randint(2000, 90000),
        "helper_name": chance.choice(_SURNAMES) + chance.choice(_GIVEN) + chance.choice(_GIVEN),
        "helper_phone": f"1{chance.randint(3_000_000_000, 9_999_999_999):010}",
        "helper_unit": f"w{chance.randint(1, 120):03}",
        "geo": f"{26 + chance.random():.6f} {105 + chance.random():.6f}",
        "remark": " ".join(chance.choice(_WORDS) for _ in range(22)),
    }


def household_lines(count: int, in_one: int, seed: int = 1) -> tuple[list[bytes], list[str]]:
    """New households, `in_one` of them a commit; and their records."""
    chance = random.Random(seed)
    records = [uuid7(START_MS + at * 1000, chance.randbytes(10)) for at in range(count)]
    lines = []
    for start in range(0, count, in_one):
        operations = tuple(
            Operation("household", record, "add", a_household(chance, at))
            for at, record in enumerate(records[start : start + in_one], start)
        )
        lines.append(_line(len(lines) + 1, START_MS + start * 1000, operations, chance))
    return lines, records


def edit_lines(records: Sequence[str], after: int, seed: int = 2) -> list[bytes]:
    """An edit of two fields for each record, each a commit of its own that has seen all before it."""
    chance = random.Random(seed)
    lines = []
    for seq, record in enumerate(records, after + 1):
        fields: dict[str, Value] = {
            "identified_income": chance.randint(2000, 90000),
            "remark": " ".join(chance.choice(_WORDS) for _ in range(8)),
        }
        operation = Operation("household", record, "set", fields, {STREAM: seq - 1})
        lines.append(_line(seq, START_MS + 10**8 + seq * 1000, (operation,), chance))
    return lines


def cut(lines: Sequence[bytes], size: int, first: int = 1) -> Iterator[Segment]:
    """The lines as segments of about `size` bytes."""
    some: list[bytes] = []
    held = 0
    for at, line in enumerate(lines, first):
        if some and held + len(line) > size:
            yield Segment(STREAM, REPLICA, SCOPE, at - len(some), at - 1, join_lines(some))
            some, held = [], 0
        some.append(line)
        held += len(line) + 1
    end = first + len(lines)
    yield Segment(STREAM, REPLICA, SCOPE, end - len(some), end - 1, join_lines(some))


def _line(seq: int, ms: int, operations: tuple[Operation, ...], chance: random.Random) -> bytes:
    time = f"{ms + chance.randint(0, 999):012x}-0000"
    return encode_commit(Commit(STREAM, SCOPE, REPLICA, seq, time, "w07", "cn-base@3", "edit", operations))
