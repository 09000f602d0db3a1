"""Random histories of the register's movements: start + in − out = end at every step, and undo leads back to the start.

`python benchmarks/movement_histories.py 1000 --seed 1` plays histories on real vaults with two villages and stops at
nothing: households begin, split, merge, move, end; people are born, marry, move, die. The counts of households and
people are taken from the records, the movements from theirs. `--bug` plants a wrong movement that must be caught.
"""

import argparse
import random
import tempfile
import time as wall
from collections.abc import Iterator
from pathlib import Path

from moves.deeds import BUGS, Disagreement, World
from moves.villages import a_vault

from fieldapp.errors import RegisterError
from fieldapp.store import Vault

_HISTORIES_A_VAULT = 10


def play(vault: Vault, seed: int, bug: str = "", steps: int = 14) -> int:
    """One history and its way back; the number of deeds. Raises Disagreement."""
    world = World(vault, random.Random(seed), bug)
    for _ in range(steps):
        world.step()
        world.check()
    world.back()
    world.done.clear()
    world.check()
    return steps - world.refused


def failures(seeds: range, bug: str = "") -> Iterator[tuple[int, str]]:
    """The seeds whose history disagrees, each with its reason."""
    vault: Vault | None = None
    with tempfile.TemporaryDirectory() as folder:
        for at, seed in enumerate(seeds):
            if vault is None or at % _HISTORIES_A_VAULT == 0:
                if vault is not None:
                    vault.close()
                (room := Path(folder) / str(at)).mkdir()
                vault = a_vault(room)
            try:
                play(vault, seed, bug)
            except (Disagreement, RegisterError) as wrong:
                vault.close()
                vault = None
                yield seed, str(wrong)
        if vault is not None:
            vault.close()


def main() -> None:
    """Play histories and print what failed; exit status 1 if one failed without a planted fault."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("histories", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bug", choices=BUGS, default="")
    options = parser.parse_args()
    started = wall.perf_counter()
    wrong = list(failures(range(options.seed, options.seed + options.histories), options.bug))
    seconds = wall.perf_counter() - started
    print(f"{options.histories} histories from seed {options.seed}: {len(wrong)} failed, {seconds:.1f} s")
    for seed, reason in wrong[:3]:
        print(f"  seed {seed}: {reason}")
    if wrong and not options.bug:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
