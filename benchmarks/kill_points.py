"""SIGKILL at every write, flush, rename and send of one deed; its files are judged, and the deed is done again.

`python benchmarks/kill_points.py 1000 --seed 1`, or without a number at every single call. A preloaded library
(`points/deadly.c`) counts the calls of the unmodified programme, SQLCipher's C code included, and ends the process in
place of one of them, of a write after half of it now and then. The deeds: a save, an import chunk, a photo, a received
segment, a finalised visit, a bundle written, a bundle read, a round of sync whose laptop dies, and one whose hub does.
Not counted: changes of the WAL index, which is shared memory and made anew after a kill. `--control` must be caught.
"""

import argparse
import os
import random
import shutil
import signal
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from points import shim
from points.bundle_deeds import Exporting, Importing
from points.deeds import Deed, VaultDeed, Wrong
from points.sync_deeds import HubCut, LaptopCut

_HALF = 0.3
_DONE = b"."


@dataclass
class Cuts:
    """What came of the cuts of one deed: how many calls it makes, how often it was cut, how often it was done whole."""

    calls: int = 0
    kills: int = 0
    told: int = 0
    wrong: list[str] = field(default_factory=list)


def deeds() -> tuple[Deed, ...]:
    """Everything that is cut."""
    steps = (
        ("save", "edit"),
        ("import", "chunk"),
        ("photo", "photo"),
        ("segment", "segment"),
        ("visit", "visit"),
    )
    return (*(VaultDeed(*one) for one in steps), Exporting(), Importing(), LaptopCut(), HubCut())


def cut(deed: Deed, folder: Path, kills: int, seed: int, control: bool = False) -> Cuts:
    """Cut a deed so often, spread evenly over its calls; 0 is at every call. `control` tells of deeds that were cut."""
    base, now, found = folder / "base", folder / "now", Cuts()
    # Made where it will be opened: a vault that lies elsewhere is a copy, and takes another name.
    deed.prepare(now)
    shutil.copytree(now, base)
    count, told = _tried(deed, now, 0, half=False)
    if not told:
        raise SystemExit(f"The deed {deed.name} fails of itself.")
    deed.judge(now, told=True)
    found.calls = count
    rng = random.Random(f"{deed.name} {seed}")
    for point in _spread(count, kills or count, rng):
        shutil.rmtree(now)
        shutil.copytree(base, now)
        half = rng.random() < _HALF
        _, told = _tried(deed, now, point, half=half)
        found.kills += not told
        found.told += told
        try:
            deed.judge(now, told or control)
        except Wrong as wrong:
            found.wrong.append(f"call {point}{' by half' if half else ''}: {wrong}")
    shutil.rmtree(folder)
    return found


def _spread(count: int, some: int, rng: random.Random) -> Sequence[int]:
    """`some` of the calls 1…count, one from each equal stretch."""
    edges = [at * count // some for at in range(some + 1)]
    return [rng.randint(low + 1, max(low + 1, high)) for low, high in pairwise(edges)]


def _tried(deed: Deed, folder: Path, point: int, *, half: bool) -> tuple[int, bool]:
    """Do a deed in a child that dies at a call; how many calls it saw, and whether it said that all is done."""
    with deed.around(folder):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            _do_and_exit(deed, folder, lambda: shim.arm(point, half=half), writing)
        os.close(writing)
        said = b""
        # Ends when the child has, and whoever else of its family writes here.
        while read := os.read(reading, 64):
            said += read
        os.close(reading)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status not in (0, -signal.SIGKILL):
        raise SystemExit(f"The child of {deed.name} ended with an error of its own; see above.")
    return int(said[1:] or 0), said.startswith(_DONE)


def _do_and_exit(deed: Deed, folder: Path, ready: Callable[[], None], writing: int) -> None:
    try:
        deed.do(folder, ready)
        calls = shim.seen()
        shim.arm(-1)
        os.write(writing, _DONE + str(calls).encode())
    except BaseException:  # noqa: BLE001 - the child of a fork must never come back
        shim.arm(-1)
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def main() -> None:
    """Print the figures of every deed; exit status 1 when something was wrong, or the control was not caught."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kills", type=int, nargs="?", default=0, help="about so many; 0 is at every call")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--deed", default="", help="only deeds whose name begins so")
    parser.add_argument(
        "--control", action="store_true", help="believe that cut deeds were done: must be caught"
    )
    options = parser.parse_args()
    if reason := shim.refusal():
        raise SystemExit(reason)
    shim.begin_again_with_shim()
    shim.remove_library()
    os.environ.pop("LD_PRELOAD", None)
    chosen = [deed for deed in deeds() if deed.name.startswith(options.deed)]
    total, started, wrong = 0, time.perf_counter(), 0
    for deed in chosen:
        began = time.perf_counter()
        with tempfile.TemporaryDirectory() as place:
            kills = -(-options.kills // len(chosen))
            found = cut(deed, Path(place) / "cuts", kills, options.seed, options.control)
        total += found.kills
        wrong += len(found.wrong)
        seconds = (time.perf_counter() - began) / max(1, found.kills + found.told)
        print(
            f"{deed.name}: {found.calls} calls, {found.kills} kills, {found.told} done whole, "
            f"{len(found.wrong)} wrong ({seconds:.2f} s each)",
            flush=True,
        )
        for reason in found.wrong[:3]:
            print(f"  {reason}")
    print(f"{total} kills, {wrong} wrong (seed {options.seed}, {time.perf_counter() - started:.0f} s)")
    if bool(wrong) != options.control:
        raise SystemExit("The control was not caught: this check cannot fail." if options.control else 1)


if __name__ == "__main__":
    main()
