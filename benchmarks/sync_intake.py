"""What a segment costs its receiver: rows a second into a vault and into a log alone, bytes a row, memory. By command.

`python benchmarks/sync_intake.py [households]`. Each figure on a new vault (sqlcipher, WAL, synchronous FULL, with the
search index), wall clock. Bars: 20,000 new households/s, 10,000 edits/s, 60,000 rows/s of a log alone, 140 and 50 bytes.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import zstandard
from sync_lines import SCOPE, cut, edit_lines, household_lines

from fieldapp.journal.stream import Segment
from fieldapp.store import Vault, create_vault
from fieldapp.store.intake import receive

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


def rate(take: Callable[[Segment], object], segments: Sequence[Segment], rows: int) -> float:
    """Rows a second."""
    started = time.perf_counter()
    for segment in segments:
        take(segment)
    return rows / (time.perf_counter() - started)


def main() -> None:
    """Print one line a figure."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    for in_one in (1, 50, 500):
        lines, records = household_lines(count, in_one)
        edits = edit_lines(records, len(lines))
        with tempfile.TemporaryDirectory() as name, a_vault(Path(name)) as vault:
            new = rate(lambda s: receive(vault.ledger, s), list(cut(lines, SEGMENT_BYTES)), count)
            print(f"new households/s, {in_one:3} a commit {new:12,.0f}   bar 20,000")
            if in_one == 1:
                pieces = list(cut(edits, SEGMENT_BYTES, len(lines) + 1))
                edited = rate(lambda s: receive(vault.ledger, s), pieces, count)
                print(f"edits of two fields/s, one a commit {edited:8,.0f}   bar 10,000")
                tell_bytes(lines, edits, count)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB   bar 100")


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
