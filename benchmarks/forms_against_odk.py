"""Side by side with ODK's web engine in Node, in one run and on the same form: load and create, one answer.

    python benchmarks/forms_against_odk.py [--groups 50] [--rounds 5] [--odk FOLDER]

FOLDER holds `bench.mjs` and its packages (`@getodk/xforms-engine`, `jsdom`); without packages it is copied to a
temporary folder and `npm i` brings them. The two engines take turns, each figure is that of its best round.
`leaf` is a number that five values in its own group follow, `chain` the head of one calculation a group, `hub` a
number that a calculation and a relevance of every group read; what follows is read back in both engines.
Exit 1 when a bar is missed. Without Node, or without the folder, ours is measured alone and the run says so.
"""

import argparse
import gc
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from pyxform.xls2xform import convert

from fieldapp.forms import Session, load_form_xml

LOAD_BAR, ANSWER_BAR = 5.0, 20.0
ALONE_LIMIT_MS = 1.0
NOW = datetime(2026, 1, 1, 8, tzinfo=UTC)
SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "bench" / "forms"
THEIRS = {"leaf": "leaf int", "chain": "chain head", "hub": "hub "}
Figures = dict[str, float]


def synthetic_form(groups: int) -> bytes:
    """The XForm of GROUPS × 20 questions: 10 plain, 5 calculations, 5 with relevance and constraint."""
    survey: list[dict[str, str]] = []
    for g in range(groups):
        survey.append({"type": "begin_group", "name": f"g{g}", "label": f"Group {g}"})
        kinds = ["integer"] * 5 + ["text"] * 2 + ["select_one yn"] * 2 + ["select_multiple opts"]
        names = ["i1", "i2", "i3", "i4", "i5", "t1", "t2", "s1", "s2", "m1"]
        survey += [
            {"type": kind, "name": f"g{g}_{name}", "label": f"{name} of {g}"}
            for kind, name in zip(kinds, names, strict=True)
        ]
        survey += _logic(g)
        survey.append({"type": "end_group"})
    choices = [{"list_name": "yn", "name": name, "label": name} for name in ("yes", "no")]
    choices += [{"list_name": "opts", "name": name, "label": name.upper()} for name in "xabcdef"]
    whole = {"survey": survey, "choices": choices, "settings": [{"form_id": "bench", "version": "1"}]}
    xform: str = convert(whole, pretty_print=False).xform
    return xform.encode()


def _logic(g: int) -> list[dict[str, str]]:
    def own(name: str) -> str:
        return f"${{g{g}_{name}}}"

    before, hub = f"${{g{g - 1}_c2}}" if g else "0", "${g0_i5}"
    calculations = [
        f"{own('i1')} + {own('i2')}",
        f"{before} + coalesce({own('c1')}, 0)",
        f"if(selected({own('m1')}, 'x'), {own('c1')} * 2, count-selected({own('m1')}))",
        f"concat({own('t1')}, '-', jr:choice-name({own('s1')}, '{own('s1')}'))",
        f"round({own('i3')} * {hub} div 7, 2)",
    ]
    relevance = [
        f"{own('i1')} + {own('i2')} > 3 and selected({own('m1')}, 'x')",
        f"{own('s1')} = 'yes'",
        f"{hub} > 10 or {own('s2')} = 'no'",
        f"string-length({own('t1')}) > 0 and {own('i4')} != 9",
        f"{own('c3')} > 4",
    ]
    constraint = f". >= 0 and . <= 120 and . <= {own('i5')} + 1000"
    found = [
        {"type": "calculate", "name": f"g{g}_c{k}", "calculation": text}
        for k, text in enumerate(calculations, 1)
    ]
    return found + [
        {"type": "integer", "name": f"g{g}_r{k}", "label": f"r{k} of {g}", "relevant": text,
         "constraint": constraint, "constraint_message": "0-120"}
        for k, text in enumerate(relevance, 1)
    ]  # fmt: skip


def ours(xml: bytes, groups: int, answers: int) -> Figures:
    """Milliseconds of our engine: load, create, p50 and p95 of each kind of answer with what follows read back."""
    gc.collect()
    begun = time.perf_counter()
    form = load_form_xml(xml)
    loaded = time.perf_counter()
    session = form.start(today=NOW.date(), now=NOW, seed=1)
    created = time.perf_counter()
    for n in range(5):
        _fill(session, groups, n)
    last = groups - 1
    followers = [ref for g in range(groups) for ref in (f"/data/g{g}/g{g}_c5", f"/data/g{g}/g{g}_r3")]
    end = f"/data/g{last}/g{last}_c2"

    def leaf(n: int) -> None:
        session.answer(f"/data/g{last}/g{last}_i1", str(n % 90))
        assert session.node(end).value
        assert session.node(f"/data/g{last}/g{last}_r1").relevant is not None

    def chain(n: int) -> None:
        session.answer("/data/g0/g0_i1", str(n % 90))
        assert session.node(end).value

    def hub(n: int) -> None:
        session.answer("/data/g0/g0_i5", str(n % 90))
        for ref in followers:
            session.node(ref)

    figures = {"load": (loaded - begun) * 1000, "create": (created - loaded) * 1000}
    cases: dict[str, Callable[[int], None]] = {"leaf": leaf, "chain": chain, "hub": hub}
    for name, answer in cases.items():
        figures[f"{name} p50"], figures[f"{name} p95"] = _measured(answer, answers)
    return figures


def _fill(session: Session, groups: int, n: int) -> None:
    for g in range(groups):
        values = {f"i{k}": str((n + k) % 9) for k in range(1, 6)}
        values |= {"t1": f"a{n}", "t2": f"b{n}", "s1": "yes" if n % 2 else "no", "s2": "no", "m1": "x"}
        for name, value in values.items():
            session.answer(f"/data/g{g}/g{g}_{name}", value)


def _measured(answer: Callable[[int], None], times: int) -> tuple[float, float]:
    taken = []
    for n in range(times):
        begun = time.perf_counter()
        answer(n)
        taken.append((time.perf_counter() - begun) * 1000)
    taken.sort()
    return taken[len(taken) >> 1], taken[int(len(taken) * 0.95)]


def theirs(folder: Path, form: Path, answers: int) -> Figures:
    """The same figures as ODK's engine prints them under Node."""
    ran = subprocess.run(
        ["node", "bench.mjs", "jsdom", str(form), str(answers)],
        cwd=folder, capture_output=True, text=True, check=True, timeout=600,
    )  # fmt: skip
    lines = ran.stdout.splitlines()
    head = json.loads(lines[0])
    figures = {"load": float(head["loadForm_ms"]), "create": float(head["createInstance_ms"])}
    for name, words in THEIRS.items():
        line = next(line for line in lines if line.startswith(words))
        for part in ("p50", "p95"):
            found = re.search(rf"{part}=([\d.]+)ms", line)
            assert found is not None
            figures[f"{name} {part}"] = float(found[1])
    return figures


def engine_folder(given: Path, room: Path) -> Path | None:
    """A folder with bench.mjs and its packages, brought by npm where they are missing; None with the reason said."""
    if shutil.which("node") is None:
        print("skipped: no Node here, so ours is measured alone")
        return None
    if not (given / "bench.mjs").exists():
        print(f"skipped: no bench.mjs in {given}, so ours is measured alone")
        return None
    if (given / "node_modules" / "@getodk" / "xforms-engine").exists():
        return given
    own = room / "odk"
    shutil.copytree(given, own, copy_function=shutil.copyfile)
    own.chmod(0o755)
    brought = subprocess.run(["npm", "i", "--no-audit", "--no-fund"], cwd=own, capture_output=True, text=True)
    if brought.returncode:
        print(f"skipped: npm could not bring ODK's engine ({brought.stderr.strip()[-200:]})")
        return None
    return own


def compare(our: Mapping[str, float], their: Mapping[str, float]) -> bool:
    """Print each figure with its ratio against the bar; True when every bar is met."""
    pairs = {"load + create": (our["load"] + our["create"], their["load"] + their["create"], LOAD_BAR)}
    for name in THEIRS:
        for part in ("p50", "p95"):
            key = f"{name} {part}"
            pairs[key] = (our[key], their[key], ANSWER_BAR)
    for name, (mine, other, bar) in pairs.items():
        word = "met" if other / mine >= bar else "MISSED"
        print(
            f"{name:14} ours {mine:9.3f} ms  ODK {other:9.3f} ms  {other / mine:6.1f} × (bar {bar:g} ×) {word}"
        )
    return all(other / mine >= bar for mine, other, bar in pairs.values())


def quietest(figures: list[Figures]) -> Figures:
    """Each figure's best round: what other programs on the machine took is in neither engine's figure."""
    return {name: min(one[name] for one in figures) for name in figures[0]}


def main() -> bool:
    """Print the figures; True when each bar is met."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--groups", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--answers", type=int, default=200)
    parser.add_argument("--odk", type=Path, default=Path(os.environ.get("FIELDAPP_ODK_BENCH", SHARED)))
    given = parser.parse_args()
    xml = synthetic_form(given.groups)
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        (room / "form.xml").write_bytes(xml)
        folder = engine_folder(given.odk.resolve(), room)
        our: list[Figures] = []
        their: list[Figures] = []
        for number in range(given.rounds):
            our.append(ours(xml, given.groups, given.answers))
            if folder is not None:
                their.append(theirs(folder, room / "form.xml", given.answers))
            print(f"round {number + 1} of {given.rounds}", file=sys.stderr)
    mine = quietest(our)
    print(f"{given.groups * 20} questions, the best of {given.rounds} rounds of {given.answers} answers")
    if their:
        return compare(mine, quietest(their))
    for key, value in mine.items():
        print(f"{key:12} {value:9.3f} ms")
    return all(mine[f"{name} p95"] <= ALONE_LIMIT_MS for name in THEIRS)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
