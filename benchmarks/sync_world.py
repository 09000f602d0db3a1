"""A county of real stores in one process: random worlds from seeds, each judged by a happens-before oracle.

`python benchmarks/sync_world.py 1000 --seed 7`. Laptops of two villages, one or two stations, a hub: every one a real
encrypted database written by the real save, intake, projection, log and frames. Links cut, delay, double and disorder
segments; USB sticks are filled and read late and in part; computers are killed in mid-transaction and put back from old
copies; clocks are years wrong and set anew; households move, people are erased, a stranger sends what nobody can read.
At rest every log, row, mark, conflict and task is the same on all and is what the oracle says. `--bug` plants a slip.
"""

import argparse
import time
from collections.abc import Iterator

from histories.truth import Disagreement
from worlds.bugs import BUGS, planted
from worlds.ground import Ground, prepared_ground
from worlds.world import World

from fieldapp.errors import UserError

STEPS, CHECK_EVERY = 60, 12


def run_world(ground: Ground, seed: int, bug: str = "", steps: int = STEPS) -> int:
    """Play one world to its rest; the number of commits made. Raises Disagreement."""
    with planted(bug):
        world = World(ground, seed, bug)
        try:
            world.play(steps, CHECK_EVERY)
            world.settle()
            world.check_rest()
        finally:
            world.close()
            for left in ground.folder.glob(f"{seed}[hls]*"):
                left.unlink()
        return len(world.truth)


def failures(ground: Ground, seeds: range, bug: str = "") -> Iterator[tuple[int, str]]:
    """The seeds whose world the oracle refuses, each with its reason."""
    for seed in seeds:
        try:
            run_world(ground, seed, bug)
        except (Disagreement, UserError) as wrong:
            # Nothing that people do in a world may be refused: they only do what the pages offer them.
            yield seed, f"{type(wrong).__name__}: {wrong}"


def main() -> None:
    """Run worlds and print what failed; exit status 1 if the real store failed once, or a planted slip never."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("worlds", type=int, nargs="?", default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bug", choices=BUGS, default="")
    options = parser.parse_args()
    started = time.perf_counter()
    with prepared_ground() as ground:
        wrong = list(failures(ground, range(options.seed, options.seed + options.worlds), options.bug))
    seconds = time.perf_counter() - started
    print(f"{options.worlds} worlds from seed {options.seed}: {len(wrong)} failed, {seconds:.1f} s")
    for seed, reason in wrong[:3]:
        print(f"  seed {seed}: {reason[:600]}")
    if bool(wrong) != bool(options.bug):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
