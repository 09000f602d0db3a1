"""Random histories of 3 to 7 replicas against a happens-before oracle, by command with a seed.

`python benchmarks/sync_histories.py 10000 --seed 1`. A history is a seed: the same seed gives the same history.
Replicas of two villages have clocks up to three years wrong, open forms and save them later, exchange any prefix of any
stream in any order and twice, carry subsets of old USB bundles, move households, end records, close conflicts, and are
put back from an old copy (they then write under a new stream). After the steps the siblings of the merge must be exactly
those the oracle names, the highest (clock, replica) first; at rest all replicas are equal. `--bug` plants a wrong rule.
"""

import argparse
import multiprocessing
import time

from histories.faults import BUGS
from histories.player import failures


def chunk_failures(chunk: tuple[range, str]) -> list[tuple[int, str]]:
    """The failures of some seeds, for a process of its own."""
    return list(failures(*chunk))


def main() -> None:
    """Run histories and print what failed; exit status 1 if the unspoilt merge failed once, or a wrong rule never."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("histories", type=int, nargs="?", default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bug", choices=BUGS, default="")
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args()
    started, end = time.perf_counter(), options.seed + options.histories
    chunks = [(range(at, min(end, at + 250)), options.bug) for at in range(options.seed, end, 250)]
    with multiprocessing.Pool(options.processes) as pool:
        wrong = [failure for part in pool.imap(chunk_failures, chunks) for failure in part]
    seconds = time.perf_counter() - started
    print(f"{options.histories} histories from seed {options.seed}: {len(wrong)} failed, {seconds:.1f} s")
    for seed, reason in wrong[:3]:
        print(f"  seed {seed}: {reason}")
    if bool(wrong) != bool(options.bug):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
