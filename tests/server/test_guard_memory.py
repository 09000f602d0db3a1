"""What a hostile laptop sends is bounded before it is read: a hub of its own process stays under 100 MB for all of it.

Each is refused with a code or taken into the log and set aside, and what comes after it is taken.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import zstandard

from fieldapp.journal.bounds import LONGEST_LINE
from fieldapp.journal.stream import Segment
from fieldapp.keys.devices import DeviceKey
from fieldapp.store.ledger import stream_id
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import open_archive
from fieldapp_server.devices import enrol, pairing_code
from fieldapp_sync.messages import PairRequest
from fieldapp_sync.segments.frames import pack_segment
from fieldapp_sync.segments.heading import Header, line_of
from fieldapp_sync.segments.packing import MAX_LINES

VILLAGE = "990101001201"
BUDGET_KB = 100_000
HEAD = b'{"q":1,"t":"0192f3c1a4b2-0003","w":"w07","v":"cn-base@3","k":"edit","o":['
HOUSE = b'{"l":"household","i":"x","a":"set","f":{'
ROOM = LONGEST_LINE - 200
CHILD = """
import json, sys
from pathlib import Path
import uvicorn, fieldapp_server.app
from fieldapp_server.archive import open_archive
from fieldapp_server.devices import active_device
from fieldapp_server.exchange.pushing import Push
from fieldapp_server.problems import Refused

hub, device, unbounded, *files = sys.argv[1:]
if unbounded == "unbounded":
    import fieldapp.journal.commit, fieldapp.journal.erasing
    for module in (fieldapp.journal.commit, fieldapp.journal.erasing):
        module.is_within, module.MOST_OPERATIONS = (lambda line: True), 1 << 60
told = []
with open_archive(Path(hub)) as archive:
    for name in files:
        push = Push(archive, active_device(archive, device), now_ms=1)
        try:
            push.take(Path(name).read_bytes())
            reply = push.reply()
            what = "taken" if reply.applied else reply.refused[0].code
        except Refused as refused:
            what = refused.problem.code
        with archive.tables() as ledger:
            aside = ledger.db.execute("select count(*) from quarantine").fetchone()[0]
        status = Path("/proc/self/status").read_text()
        peak = int(status.split("VmHWM:")[1].split()[0])
        told.append([what, aside, peak])
print(json.dumps(told))
"""


def in_columns(text: bytes, lines: int = 1, size: int = MAX_LINES) -> Callable[[str], bytes]:
    """A segment whose packed text says whatever it likes."""

    def content(replica: str) -> bytes:
        frame = zstandard.ZstdCompressor(level=3, write_content_size=False).compress(text)
        place = (stream_id(replica, VILLAGE), replica, VILLAGE, 1, lines, size)
        return line_of(Header(*place, sha256(b"").hexdigest(), "k")) + frame

    return content


def of_line(line: bytes) -> Callable[[str], bytes]:
    """A segment of one line, or of many where it has ends."""

    def content(replica: str) -> bytes:
        body = line + b"\n"
        return pack_segment(
            Segment(stream_id(replica, VILLAGE), replica, VILLAGE, 1, body.count(b"\n"), body)
        )

    return content


ASIDE = {
    "quotation marks": of_line(b'"' * ROOM),
    "quotation marks in a text": of_line(HEAD + HOUSE + b'"a":"' + b'\\"' * (ROOM // 2) + b'"}}]}'),
    "deep nesting": of_line(HEAD + HOUSE + b'"a":' + b"[" * (ROOM // 2) + b"]" * (ROOM // 2) + b"}}]}"),
    "empty operations": of_line(HEAD + b",".join([b"{}"] * (ROOM // 3)) + b"]}"),
    "numbers for operations": of_line(HEAD + b",".join([b"1"] * (ROOM // 2)) + b"]}"),
    "a huge number": of_line(HEAD.replace(b'"q":1', b'"q":' + b"9" * ROOM) + b"]}"),
    "huge numbers": of_line(
        HEAD + HOUSE + b",".join(b'"f%d":%b' % (at, b"9" * 4000) for at in range(ROOM // 4020)) + b"}}]}"
    ),
    "many fields": of_line(HEAD + HOUSE + b",".join(b'"f%d":1' % at for at in range(80_000)) + b"}}]}"),
    "many streams": of_line(
        HEAD
        + b'{"l":"household","i":"x","a":"set","seen":['
        + b",".join(b'["%060d",1]' % at for at in range(49_000))
        + b"]}]}"
    ),
    "a long name": of_line(
        HEAD + b'{"l":"person","i":"x","a":"add","f":{"name":"' + "王".encode() * (ROOM // 3) + b'"}}]}'
    ),
}
REFUSED = {
    "ends of lines": in_columns(b"\n" * (4 * MAX_LINES)),
    "short columns": in_columns(b"ab\n" * (4 * MAX_LINES // 3)),
    "runs": in_columns(b"1*1;" * MAX_LINES),
    "one wide row": in_columns(
        b"1*%d\n" % (MAX_LINES - 9) + b"=" * (MAX_LINES - 9) + b"\n" * (MAX_LINES - 9)
    ),
    "a row of words": in_columns(b"1*" + b"1 " * (MAX_LINES - 9) + b"1\n=\nx"),
    "more than its bytes hold": in_columns(b'60000*2\n##\nx"1"\nx"1"', 60_000),
    "a line beyond the longest segment": of_line(b"x" * MAX_LINES),
    "small lines of marks": of_line(b"\n".join([b'"' * 70] * 60_000)),
}
LONG_NAMES = of_line(
    HEAD
    + b",".join(
        b'{"l":"person","i":"p%d","a":"add","f":{"name":"%b"}}' % (at, "王".encode() * 131_000)
        for at in range(10)
    )
    + b"]}"
)
LAST = of_line(HEAD + HOUSE + b'"household_no":"honest"}}]}')


def fed(
    folder: Path, contents: dict[str, Callable[[str], bytes]], bounds: str = "bounded"
) -> list[list[Any]]:
    """What became of each in a hub of its own process: [what, set aside so far, peak kB]."""
    with open_archive(folder / "hub") as archive:
        add_account(archive, "c", "team", [VILLAGE])
        code = pairing_code(archive, "c", 0, minutes=10**9)
        asked = PairRequest(code, DeviceKey.generate().public.hex(), "0a")
        device = enrol(archive, asked, 1).id
    files = []
    for number, make in enumerate(contents.values()):
        files.append(folder / f"{number}.segment")
        files[-1].write_bytes(make(f"{number:04x}"))
    asked_for = [sys.executable, "-c", CHILD, str(folder / "hub"), device, bounds, *map(str, files)]
    done = subprocess.run(asked_for, capture_output=True, text=True, timeout=180, check=True)
    return list(json.loads(done.stdout))


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_no_line_and_no_text_of_columns_takes_a_hub_above_its_budget(tmp_path: Path) -> None:
    told = fed(tmp_path, {**ASIDE, **REFUSED, "long names": LONG_NAMES, "last": LAST})
    what = [one[0] for one in told]
    assert what == ["taken"] * len(ASIDE) + ["segment.damaged"] * len(REFUSED) + ["taken"] * 2
    assert told[-1][1] == len(ASIDE), "each is set aside, and the one after them is applied"
    peaks = dict(zip((*ASIDE, *REFUSED, "long names", "last"), (one[2] for one in told), strict=True))
    assert max(peaks.values()) < BUDGET_KB, peaks
    with open_archive(tmp_path / "hub") as archive, archive.tables() as ledger:
        assert ledger.db.execute("select household_no from household").fetchall() == [("honest",)]
        kept = ledger.db.execute("select count(*) from stream where head_seq = 1").fetchone()[0]
        assert kept == len(ASIDE) + 2, "nothing is lost: all of them are in the log"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_a_hub_that_reads_before_it_counts_takes_many_times_that(tmp_path: Path) -> None:
    """The control of the test above."""
    line = of_line(HEAD + b",".join([b"{}"] * 400_000) + b"]}")
    ((_, _, peak),) = fed(tmp_path, {"empty operations": line}, "unbounded")
    assert peak > 1.5 * BUDGET_KB
