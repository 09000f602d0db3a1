"""What a segment costs its receiver: rows a second into a vault and into a log alone, bytes a row, memory. By command.

`python benchmarks/sync_intake.py [households]`. Each figure on a new vault (sqlcipher, WAL, synchronous FULL, with the
search index), wall clock. Bars: 20,000 new households/s, 10,000 edits/s, 60,000 rows/s of a log alone, 140 and 50 bytes.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import zstandard
from sync_lines import SCOPE, cut, edit_lines, household_lines

from fieldapp.domain.pinyin import spell
from fieldapp.journal.stream import Segment, chain_after
from fieldapp.store import Vault, create_vault
from fieldapp.store.intake import receive, store_segment

SEGMENT_BYTES = 262_144
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


def rate(take: Callable[[Segment], object], segments: Iterable[Segment], rows: int) -> float:
    """Rows a second."""
    started = time.perf_counter()
    for segment in segments:
        take(segment)
    return rows / (time.perf_counter() - started)


def taken_in(lines: Sequence[bytes], edits: Sequence[bytes], rows: int) -> tuple[float, float, int]:
    """New rows and edits a second into a new vault, and the MB of memory that this took at its highest."""
    # The lines are cut as they are asked for, as a connection hands them over: nobody holds them all.
    with tempfile.TemporaryDirectory() as name, a_vault(Path(name)) as vault:
        new = rate(lambda segment: receive(vault.ledger, segment), cut(lines, SEGMENT_BYTES), rows)
        edited = rate(
            lambda segment: receive(vault.ledger, segment), cut(edits, SEGMENT_BYTES, len(lines) + 1), rows
        )
    return new, edited, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def stored(lines: Sequence[bytes], rows: int) -> tuple[float, float]:
    """Rows a second into a log alone, plain and as they came packed; then a second of catching up in the tables."""
    plain = list(cut(lines, SEGMENT_BYTES))
    packer = zstandard.ZstdCompressor(level=9)
    packed = [replace(segment, packed=packer.compress(segment.lines)) for segment in plain]
    found = []
    for segments in (plain, packed):
        with tempfile.TemporaryDirectory() as name, a_vault(Path(name)) as vault:
            chain_after.cache_clear()
            found.append(rate(lambda segment: store_segment(vault.ledger, segment), segments, rows))
    return found[0], found[1]


def main() -> None:
    """Print one line a figure, each the best of three: other programs on the machine only take away."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    spell("张")
    for in_one in (1, 50, 500):
        lines, records = household_lines(count, in_one)
        edits = edit_lines(records, len(lines))
        runs = [taken_in(lines, edits, count) for _ in range(3)]
        print(
            f"new households/s, {in_one:3} a commit        {max(run[0] for run in runs):9,.0f}   bar 20,000"
        )
        print(f"edits of two fields/s after it, 1 a commit {max(run[1] for run in runs):9,.0f}   bar 10,000")
        if in_one == 1:
            print(f"peak memory, the lines among it            {runs[0][2]:9,} MB   bar 100")
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
