"""What a segment costs its receiver: rows a second into a vault and into a log alone, bytes a row, memory. By command.

`python benchmarks/sync_intake.py [households]`. Each figure on a new vault (sqlcipher, WAL, synchronous FULL; the search
index follows a round and is not in it), wall clock, with the microseconds of processor a row, which tell more where
others use the machine; segments share transactions as in a round. Beside it the bare statements: the same rows, in
transactions as large.
Bars: 20,000 new households/s, 10,000 edits/s, 60,000 rows/s of a log alone, 140 and 50 bytes.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import zstandard
from sync_lines import SCOPE, cut, edit_lines, household_lines

from fieldapp.domain.pinyin import spell
from fieldapp.journal.stream import Segment, forget_chains
from fieldapp.store import Vault, create_vault
from fieldapp.store.finding.index import INSERT_SQL, entry_of
from fieldapp.store.intake import receive, store_segment
from fieldapp_sync.rounds.together import Together

SEGMENT_BYTES = 262_144
ROWS_AT_ONCE = 2_700
"""New households of a transaction of a round."""
LEVELS = (3, 6, 9, 12, 15, 19)


def a_vault(folder: Path) -> Vault:
    """A new vault of the village."""
    return create_vault(
        folder / "laptop.vault",
        "a passphrase",
        worker="w07",
        role="collector",
        scopes=(SCOPE,),
        packs=["cn-base"],
        escrow_recovery=False,
    )


@dataclass
class Spent:
    """Seconds of the clock and of this process."""

    clock: float = 0.0
    processor: float = 0.0

    def told(self, rows: int) -> str:
        """Rows a second and microseconds a row."""
        return f"{rows / self.clock:9,.0f} /s {self.processor / rows * 1e6:6.1f} µs"


@contextmanager
def spent() -> Iterator[Spent]:
    """What a block costs."""
    found, clock, processor = Spent(), time.perf_counter(), time.process_time()
    yield found
    found.clock, found.processor = time.perf_counter() - clock, time.process_time() - processor


def rate(take: Callable[[Segment], object], segments: Iterable[Segment], rows: int) -> float:
    """Rows a second."""
    started = time.perf_counter()
    for segment in segments:
        take(segment)
    return rows / (time.perf_counter() - started)


def taken_in(lines: Sequence[bytes], edits: Sequence[bytes]) -> tuple[Spent, Spent, Spent, int]:
    """What new rows and edits cost a new vault, what the bare statements of the new ones cost, and the MB of memory that
    the first two took at their highest."""
    # The lines are cut as they are asked for, as a connection hands them over: nobody holds them all.
    forget_chains()
    with tempfile.TemporaryDirectory() as name, a_vault(Path(name)) as vault:
        with spent() as new:
            receive_all(vault, cut(lines, SEGMENT_BYTES))
        with spent() as edited:
            receive_all(vault, cut(edits, SEGMENT_BYTES, len(lines) + 1))
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        rows = vault.db.execute("select * from household order by n").fetchall()
        columns = [row[1] for row in vault.db.execute("pragma table_info(household)").fetchall()]
    return new, edited, bare(columns, rows), most


def receive_all(vault: Vault, segments: Iterable[Segment]) -> None:
    """Segments that are all there, as a round takes them."""
    with Together(vault) as together:
        for segment in segments:
            together.begin_or_go_on(len(segment.lines))
            receive(vault.ledger, segment)


def bare(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Spent:
    """Rows and their search entries written with no more than the statements."""
    filled = [at for at in range(len(columns)) if any(row[at] is not None for row in rows)]
    with tempfile.TemporaryDirectory() as name, a_vault(Path(name)) as vault:
        layout = vault.ledger.layouts["household"]
        told = [[row[at] for at in filled] for row in rows]
        entries = [
            entry_of(vault.ledger, layout, index, SCOPE, dict(zip(columns, row, strict=True)))
            for index, row in enumerate(rows, 1)
        ]
        insert = layout.insert_of([columns[at] for at in filled])
        with spent() as found:
            for at in range(0, len(rows), ROWS_AT_ONCE):
                with vault.transaction():
                    vault.db.conn.executemany(insert, told[at : at + ROWS_AT_ONCE])
                    vault.db.conn.executemany(INSERT_SQL, entries[at : at + ROWS_AT_ONCE])
    return found


def stored(lines: Sequence[bytes], rows: int) -> tuple[float, float]:
    """Rows a second into a log alone, plain and as they came packed; then a second of catching up in the tables."""
    plain = list(cut(lines, SEGMENT_BYTES))
    packer = zstandard.ZstdCompressor(level=9)
    packed = [replace(segment, packed=packer.compress(segment.lines)) for segment in plain]
    found = []
    for segments in (plain, packed):
        with tempfile.TemporaryDirectory() as name, a_vault(Path(name)) as vault:
            forget_chains()
            found.append(rate(lambda segment: store_segment(vault.ledger, segment), segments, rows))
    return found[0], found[1]


def main() -> None:
    """Print one line a figure, each the best of three: other programs on the machine only take away."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    spell("张")
    for in_one in (1, 50, 500):
        lines, records = household_lines(count, in_one)
        edits = edit_lines(records, len(lines))
        runs = [taken_in(lines, edits) for _ in range(3)]
        new, edited, plain = (min((run[at] for run in runs), key=lambda one: one.clock) for at in range(3))
        print(f"new households, {in_one:3} a commit          {new.told(count)}   bar 20,000")
        print(f"edits of two fields after it, 1 a commit {edited.told(count)}   bar 10,000")
        print(f"the bare statements of the new ones      {plain.told(count)}")
        if in_one == 1:
            print(f"peak memory, the lines among it            {runs[0][3]:9,} MB   bar 100")
            told = [stored(lines, count) for _ in range(3)]
            print(f"into the log alone, rows/s                 {max(t[0] for t in told):9,.0f}   bar 60,000")
            print(f"into the log alone as it came packed       {max(t[1] for t in told):9,.0f}   bar 60,000")
            tell_bytes(lines, edits, count)


def tell_bytes(lines: Sequence[bytes], edits: Sequence[bytes], count: int) -> None:
    """Bytes a row of the packed lines, by size of segment and zstd level, and MB a second of packing."""
    for what, some in (("new household", lines), ("edit", edits)):
        plain = sum(map(len, some)) + len(some)
        for size in (16_384, 65_536, SEGMENT_BYTES):
            told = [f"{what}, {plain / count:.0f} B plain, segments of {size // 1024} KB:"]
            for level in LEVELS:
                started = time.perf_counter()
                packed = sum(
                    len(zstandard.ZstdCompressor(level=level).compress(s.lines)) for s in cut(some, size)
                )
                speed = plain / 1e6 / (time.perf_counter() - started)
                told.append(f"level {level} {packed / count:.1f} B ({speed:.0f} MB/s)")
            print(" ".join(told))


if __name__ == "__main__":
    main()
