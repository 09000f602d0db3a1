"""The durable steps of a worker's day on a real vault, for `kills` and `power_cuts`.

A plan follows from its seed, so whoever opens the vault after the end knows what every step must have left there.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fieldapp.forms import Form, load_form
from fieldapp.journal.commit import Commit, Operation, encode_commit
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.keys import wraps
from fieldapp.resources import resource
from fieldapp.store import Vault, create_vault
from fieldapp.store.drafts import drafts, open_draft, put_answer, put_answers
from fieldapp.store.files.attachments import put
from fieldapp.store.intake import receive
from fieldapp.store.save import Change, Saved, save
from fieldapp.store.submissions import begin, finalise

PASSPHRASE = "four invented words here"
VILLAGE = "990101001201"
YEAR = 2019
VISITS = 8
"""Households with a finished draft: as many visits a plan can finalise."""
CHUNK = 50
_NOW_MS = 1_559_347_200_000


@dataclass(frozen=True)
class Step:
    """The `at`-th step of its kind, from 0."""

    kind: str
    at: int


def make_base(folder: Path) -> Path:
    """A vault with a finished draft for each of the visits, and one more draft to answer in; its path."""
    # A key that is cheap to stretch: its envelope names the cost, and the price is not what is tried here.
    wraps._MEMORY_KIB, wraps._PASSES = 256, 1
    form = the_form()
    with create_vault(
        folder / "laptop.vault",
        PASSPHRASE,
        worker="w",
        role="collector",
        scopes=(VILLAGE,),
        packs=("cn-base",),
        clock=lambda: _NOW_MS,
        escrow_recovery=False,
    ) as vault:
        for at in range(VISITS):
            home = vault.new_id()
            save(
                vault,
                VILLAGE,
                "edit",
                [Change("household", home, "add", {"household_no": f"V{at}"})],
                seen={},
            )
            draft = open_draft(vault, form.id, form.version, home, YEAR)
            session = begin(vault, form, draft)
            for ref, text in _ANSWERS.items():
                session.answer(ref, text)
            put_answers(vault, draft, session.answers())
        open_draft(vault, form.id, form.version, VILLAGE, YEAR)
        return vault.path


def the_form() -> Form:
    """The visit form."""
    return load_form(resource("packs", "cn-base", "forms", "household_visit.md"))


def plan(seed: str, length: int) -> tuple[Step, ...]:
    """A random mixture of steps."""
    rng = random.Random(seed)
    made = dict.fromkeys(STEPS, 0)
    steps = []
    for _ in range(length):
        kind = rng.choice([kind for kind in STEPS if kind != "visit" or made[kind] < VISITS])
        steps.append(Step(kind, made[kind]))
        made[kind] += 1
    return tuple(steps)


def _answer(vault: Vault, form: Form, at: int) -> None:
    """One autosaved answer."""
    pad = next(draft for draft in drafts(vault) if draft.record == VILLAGE)
    put_answer(vault, pad, f"/data/note_{at}", f"答案 {at}")


def family(vault: Vault, at: int) -> list[Change]:
    """A household, its year and three members: five records of one save."""
    home = vault.new_id()
    people = [
        Change("person", vault.new_id(), "add", {"household": home, "name": f"{at}{name}"}) for name in NAMES
    ]
    year = Change("household_year", None, "add", {"household": home, "year": YEAR, "house_m2": 8050})
    return [Change("household", home, "add", {"household_no": f"E{at}"}), year, *people]


def _edit(vault: Vault, form: Form, at: int) -> None:
    save(vault, VILLAGE, "edit", family(vault, at), seen={})


def _visit(vault: Vault, form: Form, at: int) -> None:
    """A form finalised: the submission, the facts and the end of the draft."""
    home = vault.db.execute("select id from household where household_no = ?", [f"V{at}"]).fetchone()[0]
    draft = next(draft for draft in drafts(vault) if draft.record == home)
    saved = finalise(vault, draft, begin(vault, form, draft))
    if not isinstance(saved, Saved):
        raise SystemExit(f"The visit form of the plan is not final: {saved}")


def _chunk(vault: Vault, form: Form, at: int) -> None:
    """A chunk of an import: fifty households in one commit."""
    changes = [Change("household", None, "add", {"household_no": f"C{at}-{n}"}) for n in range(CHUNK)]
    save(vault, VILLAGE, "import", changes, seen={})


def _photo(vault: Vault, form: Form, at: int) -> None:
    """A photo and the record that names it."""
    with vault.transaction():
        facts = {"household_no": f"P{at}", "photo": put(vault, picture(at))}
        save(vault, VILLAGE, "edit", [Change("household", None, "add", facts)], seen={})


def _segment(vault: Vault, form: Form, at: int) -> None:
    """Fifty commits of another laptop, received in one segment; each goes on where the last one ended."""
    receive(vault.ledger, segment(at))


def segment(at: int, stream: str = "f0f0f0f0f0f0f0f0") -> Segment:
    """The `at`-th segment of another laptop."""
    lines = []
    for n in range(CHUNK):
        seq = at * CHUNK + n + 1
        made = Operation("household", f"{stream}-{seq}", "add", {"household_no": f"S{at}-{n}"})
        time = f"016b11a1d000-{seq:04x}"
        lines.append(
            encode_commit(Commit(stream, VILLAGE, "other", seq, time, "o", "cn-base@1", "edit", (made,)))
        )
    return Segment(stream, "other", VILLAGE, at * CHUNK + 1, (at + 1) * CHUNK, join_lines(lines))


STEPS: dict[str, Callable[[Vault, Form, int], None]] = {
    "answer": _answer,
    "edit": _edit,
    "visit": _visit,
    "chunk": _chunk,
    "photo": _photo,
    "segment": _segment,
}
NAMES = ("甲甲", "乙乙", "丙丙")
_ANSWERS = {
    "/data/visit/outcome": "met",
    "/data/housing/lives_there": "1",
    "/data/water/water_source": "1",
    "/data/borrowing/loans_none": "1",
    "/data/income/c": "120.50",
}


def picture(at: int) -> bytes:
    """The bytes of a photo."""
    return random.Random(at).randbytes(60_000)
