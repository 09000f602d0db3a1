"""Power cuts at random moments of real work on a real vault (root): what was acknowledged is there afterwards.

`python benchmarks/power_cuts.py 100 --seed 1`. The work of `kills` runs once on a recorded disk (`block_log`), each
step waiting until its acknowledgement is noted beside the disk's events; then the power is cut before as many random
events, the file system mounted again, the vault opened and judged. WAL with synchronous=FULL must lose nothing; the
control, the same work with NORMAL, must lose something, or this check cannot fail. Needs mfusepy and Debian's libfuse2.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from durable_judge import Tally
from durable_steps import PASSPHRASE, STEPS, make_base, plan, the_form

from fieldapp.errors import UserError
from fieldapp.store import open_vault

_STEPS = 80
_CHECKPOINT_PAGES = 300


def work(path: Path, seed: str, synchronous: str) -> None:
    """The child: the base, then every step; a byte out when it is durable, and on when a byte comes in."""
    form = the_form()
    make_base(path.parent)
    os.write(1, b".")
    with open_vault(path, PASSPHRASE) as vault:
        vault.db.execute(f"pragma wal_autocheckpoint = {_CHECKPOINT_PAGES}")
        if synchronous != "full":
            vault.db.execute(f"pragma synchronous = {synchronous}")
        for step in plan(seed, _STEPS):
            os.read(0, 1)
            STEPS[step.kind](vault, form, step.at)
            os.write(1, b".")
        os.read(0, 1)


def cut(cuts: int, seed: int, synchronous: str) -> Tally:
    """Record the work once, cut it often, judge every vault."""
    from block_log import mounted, recording_disk

    tally, rng, steps = Tally(), random.Random(f"cuts {seed} {synchronous}"), plan(str(seed), _STEPS)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with recording_disk(folder) as (log, disk):
            # The disk is served by this process: it must never wait for that disk with Python's lock in hand, so all
            # the work is the child's.
            path = disk / "base" / "laptop.vault"
            # How many events had happened at each acknowledgement.
            acknowledged: list[int] = []
            child = subprocess.Popen(
                [sys.executable, __file__, "--work", str(path), "--seed", str(seed), "--mode", synchronous],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                bufsize=0,
            )
            assert child.stdin is not None
            assert child.stdout is not None
            if child.stdout.read(1):
                log.record()
                child.stdin.write(b".")
            while child.stdout.read(1):
                acknowledged.append(len(log.events))
                child.stdin.write(b".")
            if child.wait():
                raise SystemExit("The child ended with an error of its own; see above.")
            log.stop()
        if len(acknowledged) != _STEPS:
            raise SystemExit("The child did not do every step.")
        for number in range(cuts):
            at = rng.randrange(len(log.events) + 1)
            image = folder / "image"
            image.write_bytes(log.after_cut(at, rng))
            told = sum(events <= at for events in acknowledged)
            with mounted(image, disk):
                try:
                    with open_vault(path, PASSPHRASE) as vault:
                        tally.judge(vault, steps, told, f"cut {number} at {at}")
                except UserError as refused:
                    tally.half += 1
                    tally.reasons.append(f"cut {number} at {at}: {refused}")
    return tally


def refusal() -> str:
    """Why the cuts cannot be played here, or nothing."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "Power cuts mount file systems of their own: run this as root on Linux."
    try:
        import mfusepy  # noqa: F401
    except (ImportError, OSError, AttributeError):
        return "Power cuts need mfusepy (pip) and libfuse2 (apt): install both and run again."
    return (
        "" if Path("/dev/fuse").exists() else "Power cuts need /dev/fuse, which this machine does not have."
    )


def main() -> None:
    """Print the figures of both modes; exit status 1 when FULL lost or broke something or NORMAL lost nothing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cuts", type=int, nargs="?", default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--mode", choices=("full", "normal"), default="full", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(options.work, str(options.seed), options.mode)
        return
    if reason := refusal():
        raise SystemExit(reason)
    wrong = False
    for mode in ("full", "normal"):
        started = time.perf_counter()
        tally = cut(options.cuts, options.seed, mode)
        seconds = (time.perf_counter() - started) / max(1, options.cuts)
        print(
            f"{mode}: {options.cuts} cuts, {tally.acknowledged} acknowledged, {tally.lost} lost, {tally.half} half, "
            f"{tally.duplicates} duplicates (seed {options.seed}, {seconds:.2f} s a cut)",
            flush=True,
        )
        for reason in tally.reasons[:5]:
            print(f"  {reason}")
        wrong |= bool(tally.wrong) if mode == "full" else not tally.lost
    raise SystemExit(int(wrong))


if __name__ == "__main__":
    main()
