"""SIGKILL at random moments of real work on a real vault: nothing acknowledged is lost, nothing is half or double.

`python benchmarks/kills.py 1000 --seed 1`. A child autosaves answers, saves families, finalises visits, imports chunks,
keeps photos and receives segments, and writes one byte to a pipe after each; it is killed within 15 ms of a random
one, or while it opens the vault. The seed gives the plan and the moment as far as a clock can. The vault checkpoints
every 40 pages, so that kills fall into checkpoints too. `--control` plants a fault that must be caught.
"""

import argparse
import multiprocessing
import os
import random
import shutil
import signal
import tempfile
import time
from pathlib import Path

from durable_judge import Tally
from durable_steps import PASSPHRASE, STEPS, VILLAGE, Step, family, make_base, plan, segment, the_form

from fieldapp.forms import Form
from fieldapp.store import Vault, open_vault
from fieldapp.store.intake import receive
from fieldapp.store.save import save

CONTROLS = ("torn", "stray", "early", "twice")
"""A save in several transactions; a table written beside the log; an acknowledgement before the deed; a segment taken
in under a second name."""
_FORK = multiprocessing.get_context("fork")
_STEPS = 24
_LATEST_SECONDS = 0.015
_CHECKPOINT_PAGES = 40


def do(vault: Vault, form: Form, step: Step, control: str) -> None:
    """One step, spoilt where a control says so."""
    if control == "torn" and step.kind == "edit":
        for change in family(vault, step.at):
            save(vault, VILLAGE, "edit", [change], seen={})
        return
    STEPS[step.kind](vault, form, step.at)
    if control == "stray" and step.kind == "edit":
        vault.db.execute("update household set address = '东沟组' where household_no = ?", [f"E{step.at}"])
    if control == "twice" and step.kind == "segment":
        receive(vault.ledger, segment(step.at, "a1a1a1a1a1a1a1a1"))


def work(path: Path, form: Form, steps: tuple[Step, ...], acknowledge: int, control: str) -> None:
    """The child: every step, one byte for each."""
    with open_vault(path, PASSPHRASE) as vault:
        vault.db.execute(f"pragma wal_autocheckpoint = {_CHECKPOINT_PAGES}")
        for step in steps:
            if control == "early":
                os.write(acknowledge, b".")
            do(vault, form, step, control)
            if control != "early":
                os.write(acknowledge, b".")


def killed(path: Path, form: Form, steps: tuple[Step, ...], rng: random.Random, control: str) -> int:
    """Work in a child until it is killed; how many steps it acknowledged."""
    reading, writing = os.pipe()
    last, delay = rng.randrange(len(steps)), rng.random() * _LATEST_SECONDS
    child = _FORK.Process(target=work, args=(path, form, steps, writing, control))
    child.start()
    os.close(writing)
    told = 0
    while told < last and (read := os.read(reading, 1)):
        told += len(read)
    time.sleep(delay)
    child.kill()
    while read := os.read(reading, 64):
        told += len(read)
    os.close(reading)
    child.join()
    if child.exitcode not in (0, -signal.SIGKILL):
        raise SystemExit("The child ended with an error of its own; see above.")
    return told


def run(kills: int, seed: int, control: str = "") -> Tally:
    """Kill, reopen, judge; then the segments are sent once more, as a broken sync does, and must change nothing."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as place:
        base = make_base(Path(place) / "base")
        form = the_form()
        for at in range(kills):
            name = f"{seed}.{at}"
            folder = Path(place) / "round"
            shutil.copytree(base.parent, folder)
            steps = plan(name, _STEPS)
            told = killed(folder / base.name, form, steps, random.Random(f"moment {name}"), control)
            with open_vault(folder / base.name, PASSPHRASE) as vault:
                tally.judge(vault, steps, told, f"kill {at}")
                for step in steps:
                    if step.kind == "segment":
                        receive(vault.ledger, segment(step.at))
                        tally.judge_doubles(vault, step, f"kill {at}, sent again")
            shutil.rmtree(folder)
    return tally


def main() -> None:
    """Print the figures; exit status 1 when something was wrong, or a control was not caught."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kills", type=int, nargs="?", default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--control", choices=CONTROLS, default="")
    options = parser.parse_args()
    started = time.perf_counter()
    tally = run(options.kills, options.seed, options.control)
    seconds = (time.perf_counter() - started) / max(1, options.kills)
    print(
        f"{options.kills} kills, {tally.acknowledged} acknowledged, {tally.lost} lost, {tally.half} half, "
        f"{tally.duplicates} duplicates (seed {options.seed}, {seconds:.2f} s a kill)"
    )
    for reason in tally.reasons[:5]:
        print(f"  {reason}")
    if bool(tally.wrong) != bool(options.control):
        raise SystemExit("The control was not caught: this check cannot fail." if options.control else 1)


if __name__ == "__main__":
    main()
