"""Counties on real roads: the real hub and wire, bundles as files, photos, bases, late work; random, by a seed.

`python benchmarks/sync_roads.py 300 --seed 1`. Where `sync_world.py` carries segments by itself, here all is moved by the
product: rounds with a hub in the process whose line is cut at any byte, bundles of many parts lost, spoilt and read
twice, photos in chunks. Months pass, old lines are dropped, laptops are away for 200 days and begin anew from a base, one
comes new, one is revoked in mid-work and a person decides on what it wrote late. At rest both oracles are asked: true
happens-before, and DATA.md's rule read from the page. `--bug` plants a slip; a failing seed
is played again with fewer steps.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from histories.truth import Disagreement
from roads.bugs import BUGS, planted
from roads.county import County
from roads.places import hub_template
from roads.rest import check_rest, settle
from worlds.ground import Ground, prepared_ground

from fieldapp.errors import UserError

STEPS, CHECK_EVERY = 70, 10


@dataclass(frozen=True)
class Roads:
    """What every county starts from; `counts` of what was played."""

    ground: Ground
    template: Path
    counts: Counter[str] = field(default_factory=Counter)


@contextmanager
def prepared_roads() -> Iterator[Roads]:
    """The start of a run, gone afterwards."""
    with prepared_ground() as ground, hub_template(ground) as template:
        yield Roads(ground, template)


def run_county(roads: Roads, seed: int, bug: str = "", steps: int = STEPS) -> int:
    """Play one county to its rest; the number of commits made. Raises Disagreement."""
    with planted(bug):
        county = County(roads.ground, roads.template, seed, bug)
        try:
            county.play(steps, CHECK_EVERY)
            settle(county)
            check_rest(county)
        finally:
            roads.counts.update(county.counts)
            county.close()
        return len(county.truth)


def failures(roads: Roads, seeds: range, bug: str = "", steps: int = STEPS) -> Iterator[tuple[int, str]]:
    """The seeds whose county an oracle refuses, each with its reason."""
    for seed in seeds:
        try:
            run_county(roads, seed, bug, steps)
        except (Disagreement, UserError) as wrong:
            # Nothing that people do in a county may be refused: they only do what the pages offer them.
            yield seed, f"{type(wrong).__name__}: {wrong}"


def smallest(roads: Roads, seed: int, bug: str = "", steps: int = STEPS) -> tuple[int, str]:
    """The fewest steps of a failing seed that still fail, and why."""
    for few in range(1, steps):
        for _, reason in failures(roads, range(seed, seed + 1), bug, few):
            return few, reason
    return steps, ""


def main() -> None:
    """Run counties and print what failed; exit status 1 if the product failed once, or a planted slip never."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("counties", type=int, nargs="?", default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bug", choices=BUGS, default="")
    parser.add_argument("--steps", type=int, default=STEPS)
    options = parser.parse_args()
    started = time.perf_counter()
    seeds = range(options.seed, options.seed + options.counties)
    with prepared_roads() as roads:
        wrong = list(failures(roads, seeds, options.bug, options.steps))
        seconds = time.perf_counter() - started
        print(f"{options.counties} counties from seed {options.seed}: {len(wrong)} failed, {seconds:.1f} s")
        print("  " + ", ".join(f"{what} {count}" for what, count in sorted(roads.counts.items())))
        for seed, reason in wrong[:5]:
            print(f"  seed {seed}: {reason[:600]}")
        if wrong and not options.bug:
            steps, reason = smallest(roads, wrong[0][0], options.bug, options.steps)
            print(f"  seed {wrong[0][0]} fails with {steps} steps: {reason[:600]}")
    if bool(wrong) != bool(options.bug):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
