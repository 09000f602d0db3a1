"""Fuzz of the form engine: no hang over 5 s and no crash, always a UserError or a result.

`python benchmarks/forms_fuzz.py 100000 --seed 1` plays the cases of seeds 1 … and prints the figures; a failing
one is made smaller and printed with its seed: `python benchmarks/forms_fuzz.py 1 --seed <seed>` plays it again.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parent))
from forms_fuzz_cases import Case, form_with, make_case
from forms_fuzz_seeds import CSV, FORM, GEOJSON

from fieldapp.errors import UserError
from fieldapp.forms import Form, Session, load_form, load_form_xml
from fieldapp.forms.authoring.steps import take_step

LONGEST = 5.0
_HAS_ALARMS = hasattr(signal, "setitimer")
NOW = datetime(2026, 3, 5, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
LISTS = {"towns.csv": CSV.encode(), "map.geojson": GEOJSON.encode()}


class Hang(BaseException):
    """A case that took longer than it may."""


@contextmanager
def watched() -> Iterator[None]:
    """Raises Hang after 5 s of the processor or a minute by the clock, where the system has such alarms."""
    began = time.process_time()

    def stop(*_: object) -> None:
        raise Hang

    alarms = (
        ((signal.SIGPROF, signal.ITIMER_PROF, 1), (signal.SIGALRM, signal.ITIMER_REAL, 12))
        if _HAS_ALARMS
        else ()
    )
    before = [(sign, signal.signal(sign, stop)) for sign, _, _ in alarms]
    for _, timer, times in alarms:
        signal.setitimer(timer, LONGEST * times)
    try:
        yield
    finally:
        for _, timer, _ in alarms:
            signal.setitimer(timer, 0)
        for sign, handler in before:
            signal.signal(sign, handler)
    if time.process_time() - began > LONGEST:
        raise Hang


def _begin(form: Form) -> Session:
    return form.start(today=NOW.date(), now=NOW, tz="Asia/Shanghai", new_uuid=lambda: "1-2-3", seed=7)


def fill(form: Form, chance: random.Random) -> None:
    """A short life of a form: begun, answered, switched, kept, restored, sent."""
    session = _begin(form)
    session.state()
    for ref in chance.sample(session.order(), min(6, len(session.order()))):
        try:
            if ref in session:
                session.answer(
                    ref, chance.choice(("1", "x", "2026-01-02", "", "tile tin", "12", "\x07é", "1 2 0 0"))
                )
        except UserError as error:
            error.sentence()
    for language in form.languages:
        session.set_language(language)
    session.violations()
    session.entity_changes()
    sent = session.submission(NOW)
    form.restore(session.answers(), today=NOW.date(), now=NOW, tz="Asia/Shanghai").state()
    form.edit(sent, today=NOW.date(), now=NOW, tz="Asia/Shanghai").state()


@lru_cache
def sound_form() -> Form:
    """The form that mutated submissions and steps are used with."""
    return load_form_xml(FORM.encode(), LISTS)


def _play_expression(case: Case, chance: random.Random) -> None:
    attribute = chance.choice(("calculate", "relevant", "constraint", "required", "readonly"))
    assert isinstance(case.payload, str)
    fill(load_form_xml(form_with(case.payload, attribute), LISTS), chance)


def _play_steps(case: Case, chance: random.Random) -> None:
    session = _begin(sound_form())
    assert isinstance(case.payload, list)
    for step in case.payload:
        try:
            take_step(session, step)
        except UserError as error:
            error.sentence()
    session.state()
    session.submission(NOW)


def _play_attachment(case: Case, chance: random.Random) -> None:
    name = case.other.decode()
    form = FORM.replace("towns.csv", name).encode()
    assert isinstance(case.payload, bytes)
    fill(load_form_xml(form, {**LISTS, name: case.payload}), chance)


def _play_sheets(case: Case, chance: random.Random) -> None:
    assert isinstance(case.payload, str)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a_form.md"
        path.write_text(case.payload, "utf-8", errors="replace")
        fill(load_form(path, {}), chance)


def _play_submission(case: Case, chance: random.Random) -> None:
    assert isinstance(case.payload, bytes)
    session = sound_form().edit(case.payload, today=NOW.date(), now=NOW, tz="Asia/Shanghai")
    session.state()
    session.submission(NOW)


def _play_xform(case: Case, chance: random.Random) -> None:
    assert isinstance(case.payload, bytes)
    fill(load_form_xml(case.payload, LISTS), chance)


_PLAY: dict[str, Callable[[Case, random.Random], None]] = {
    "expression": _play_expression,
    "xform": _play_xform,
    "steps": _play_steps,
    "attachment": _play_attachment,
    "sheets": _play_sheets,
    "submission": _play_submission,
}


def outcome(case: Case) -> str:
    """ "result", the code of the UserError, or "!" and what went wrong."""
    try:
        with watched():
            _PLAY[case.kind](case, random.Random(case.seed))
    except UserError as error:
        try:
            error.sentence()
        except (KeyError, IndexError, ValueError) as wrong:
            return f"!sentence of {error.code}: {wrong!r}"
        return error.code
    except Hang:
        return "!hang"
    except Exception as error:  # noqa: BLE001  (this is what the fuzz looks for)
        return f"!{type(error).__name__} at {_place(error)}"
    return "result"


def _place(error: BaseException) -> str:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "fieldapp" in frame.filename]
    return f"{Path(frames[-1].filename).name}:{frames[-1].name}" if frames else "outside"


def shrink(case: Case, seconds: float = 30.0) -> Case:
    """The case with as much left out as still goes wrong in the same way."""
    wanted, until = outcome(case), time.perf_counter() + seconds
    size = max(1, len(case.payload) // 2)
    while size and time.perf_counter() < until:
        at = 0
        while at < len(case.payload) and time.perf_counter() < until:
            less = case.smaller(case.payload[:at] + case.payload[at + size :])  # type: ignore[operator]
            if outcome(less) == wanted:
                case = less
            else:
                at += size
        size //= 2
    return case


def play(first: int, count: int) -> tuple[Counter[str], list[tuple[Case, str]], float]:
    """The cases of `count` seeds from `first`: how each ended, what went wrong, the longest in CPU seconds."""
    ended: Counter[str] = Counter()
    wrong: list[tuple[Case, str]] = []
    longest = 0.0
    for seed in range(first, first + count):
        case = make_case(seed)
        began = time.process_time()
        found = outcome(case)
        longest = max(longest, time.process_time() - began)
        ended[found] += 1
        if (seed - first + 1) % 10_000 == 0:
            print(f"{seed - first + 1} cases played", file=sys.stderr, flush=True)
        if found.startswith("!") and ended[found] == 1:
            wrong.append((case, found))
    return ended, wrong, longest


def main() -> None:
    """Play and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if hasattr(os, "nice"):
        os.nice(19)
    began = time.perf_counter()
    ended, wrong, longest = play(given.seed, given.count)
    for case, found in wrong:
        small = shrink(case)
        print(f"seed {case.seed}, {case.kind}: {found}\n  {small.payload!r}")
    failed = sum(many for found, many in ended.items() if found.startswith("!"))
    print(
        f"{given.count} cases from seed {given.seed} in {time.perf_counter() - began:.0f} s, longest {longest:.2f} s"
    )
    print(f"failed {failed}, results {ended['result']}, refused {given.count - failed - ended['result']}")
    print(", ".join(f"{found} {many}" for found, many in ended.most_common(40)))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
