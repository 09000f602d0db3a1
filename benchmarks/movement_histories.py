"""Random histories of the register's movements: start + in − out = end at every step, and undo leads back to the start.

`python benchmarks/movement_histories.py 1000 --seed 1` plays histories on real vaults with two villages and stops at
nothing: households begin, split, merge, move, end; people are born, marry, move, die. The counts of households and
people are taken from the records, the movements from theirs. `--bug` plants a wrong movement that must be caught.
"""

import argparse
import random
import tempfile
import time as wall
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Dot
from fieldapp.register.movements import KINDS, PERSON_IN, PERSON_OUT
from fieldapp.store import Vault, create_vault
from fieldapp.store.moving import movements as register
from fieldapp.store.moving.movements import Deed
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.twins.merging import merge_records

VILLAGES = ("990101001201", "990101001202")
BUGS = (
    "a death without its movement",
    "a twin in the movement",
    "undo forgets a person",
    "one half of a move is taken back",
)
START_MS = 1_700_000_000_000
_LAST_DAY = "2023-11-14"
_SHOWN = ("household", "person", "person_year", "household_year", "loan", "care")
_HISTORIES_A_VAULT = 10


class Disagreement(AssertionError):
    """The records and the movements tell different stories."""


@dataclass
class Clock:
    """Milliseconds that move one second a reading."""

    ms: int = START_MS

    def __call__(self) -> int:
        self.ms += 1000
        return self.ms


@dataclass
class World:
    """One vault, what it held before, and the commits made since, each deed's together."""

    vault: Vault
    rng: random.Random
    bug: str = ""
    done: list[tuple[Dot, ...]] = field(default_factory=list)
    refused: int = 0

    def __post_init__(self) -> None:
        self.start = shown(self.vault)
        self.counts = {village: counted(self.vault, village) for village in VILLAGES}
        self.moved = {village: flows(self.vault, village) for village in VILLAGES}

    def step(self) -> None:
        """One random deed; a refusal leaves nothing behind."""
        deeds = (
            [self.begin] * 2 + [self.come] * 4 + [self.leave] * 4 + [self.split] * 2 + [self.merge] + [self.move]
            + [self.twice]
            + [self.status] * 2 + [self.head] + [self.take_back]
        )  # fmt: skip
        try:
            saved = self.rng.choice(deeds)()
        except RegisterError:
            self.refused += 1
            return
        if saved:
            self.done.append(tuple(one.dot for one in saved))

    def begin(self) -> tuple[Saved, ...]:
        day = self.day()
        others = [self.newcomer(day) for _ in range(self.rng.randrange(4))]
        people = {"name": self.name(), "birth_date": "1970-01-01"}
        scope = self.rng.choice(VILLAGES)
        deed = Deed(self.rng.choice(("identified", "identified", "moved_in_village")), day)
        return (
            register.add_household(self.vault, scope, {"address": "东沟组"}, people, deed, others=others),
        )

    def come(self) -> tuple[Saved, ...]:
        day = self.day()
        deed = Deed(self.rng.choice(PERSON_IN), day)
        return (register.add_member(self.vault, self.household(), self.newcomer(day), deed),)

    def leave(self) -> tuple[Saved, ...]:
        home = self.household()
        people = self.people(home)
        gone = self.rng.choice(list(people))
        stay = [one for one in people if one != gone]
        if self.bug == "a death without its movement" and len(stay) > 1 and people[gone] != "1":
            end = Change("person", gone, "end", {"ended_on": self.day(), "ended_reason": "death"})
            return (
                save(self.vault, self.scope(home), "edit", [end], seen=seen_of(self.vault, self.scope(home))),
            )
        head = self.rng.choice(stay) if stay and (people[gone] == "1" or self.rng.random() < 0.1) else None
        deed = Deed(self.rng.choice(PERSON_OUT), self.day())
        given = self.given(stay, head)
        return (register.remove_member(self.vault, home, gone, deed, new_head=head, given=given),)

    def split(self) -> tuple[Saved, ...]:
        home = self.household()
        people = self.people(home)
        leave = self.rng.sample(list(people), self.rng.randrange(1, len(people) + 1))
        stay = [one for one in people if one not in leave]
        head = self.rng.choice(leave)
        takes_head = any(people[one] == "1" for one in leave)
        stay_head = self.rng.choice(stay) if stay and takes_head else None
        given = {**self.given(leave, head), **(self.given(stay, stay_head) if stay_head else {})}
        deed = Deed("split_off", self.day())
        return (register.split(self.vault, home, leave, head, deed, given=given, stay_head=stay_head),)

    def merge(self) -> tuple[Saved, ...]:
        home, other = self.household(), self.household()
        given = dict.fromkeys(self.people(home), "99")
        return (register.merge(self.vault, home, other, given, Deed("merged_into", self.day())),)

    def move(self) -> tuple[Saved, ...]:
        home = self.household()
        there = next(village for village in VILLAGES if village != self.scope(home))
        saved = register.move_household(self.vault, home, there, Deed("moved_out_village", self.day()))
        if self.bug == "one half of a move is taken back":
            # What an undo that knows nothing of the other half would leave: the new records end again.
            ends = [
                Change(name, record, "end", {"ended_on": self.day(), "ended_reason": "undone"})
                for name, record in saved[1].changed
                if name in ("household", "person", "movement")
            ]
            return (*saved, save(self.vault, there, "undo", ends, seen=seen_of(self.vault, there)))
        return saved

    def twice(self) -> tuple[Saved, ...]:
        """A household is entered a second time with some of its people, then the two records become one."""
        home = self.household()
        scope = self.scope(home)
        keys = ("name", "birth_date", "relation")
        known = [p for p in active(self.vault, "person") if p["household"] == home]
        head = next(p for p in known if p["relation"] == "1")
        some = [{key: p[key] for key in keys} for p in known if p is not head and self.rng.random() < 0.7]
        some += [self.newcomer(_LAST_DAY)] * self.rng.randrange(2)
        deed = Deed("identified", _LAST_DAY)
        again = register.add_household(
            self.vault, scope, {}, {"name": head["name"], "birth_date": head["birth_date"]}, deed, others=some
        )
        twin = again.changed[1][1]
        keep, other = self.rng.choice(((home, twin), (twin, home)))
        return again, merge_records(self.vault, "household", keep, other, {})

    def status(self) -> tuple[Saved, ...]:
        kind = self.rng.choice(
            ("exited", "exited", "returned", "suspended", "resumed", "wrong_identification")
        )
        return (register.change_status(self.vault, self.household(), Deed(kind, self.day())),)

    def head(self) -> tuple[Saved, ...]:
        home = self.household()
        people = list(self.people(home))
        head = self.rng.choice(people)
        deed = Deed("head_changed", self.day())
        return (register.change_head(self.vault, home, head, self.given(people, head), deed),)

    def take_back(self) -> tuple[Saved, ...]:
        """Undo any deed of this history, not only the last; what others stand on is refused."""
        if not self.done:
            return ()
        at = self.rng.randrange(len(self.done))
        return register.withdraw(self.vault, self.done[at])

    def check(self) -> None:
        """Raises Disagreement unless start + in − out = end for each village, and each household is whole."""
        for village in VILLAGES:
            now, moved = counted(self.vault, village), flows(self.vault, village)
            for what in ("households", "people"):
                expected = self.counts[village][what] + moved[what] - self.moved[village][what]
                if self.bug == "a twin in the movement" and what == "people":
                    expected += sum(m["kind"] == "birth" for m in active(self.vault, "movement"))
                if now[what] != expected:
                    raise Disagreement(f"{village}: {now[what]} {what} instead of {expected}")
        self._check_halves()
        for home, people in households(self.vault).items():
            if people.count("1") != 1:
                raise Disagreement(f"household {home} has {people.count('1')} heads among {len(people)}")
        strays = [p for p in active(self.vault, "person") if p["household"] not in households(self.vault)]
        if strays:
            raise Disagreement(f"{len(strays)} people in households that ended")

    def _check_halves(self) -> None:
        """What left one of our villages for the other has arrived there, and the other way round."""
        moves = active(self.vault, "movement")
        left = {m["household"] for m in moves if m["kind"] == "moved_out_village" and m["other_household"]}
        came = {m["other_household"] for m in moves if m["kind"] == "moved_in_village"} - {None}
        if left != came:
            raise Disagreement(f"households {left ^ came} moved by half")

    def back(self) -> None:
        """Undo everything in reverse. Raises Disagreement unless all shown values are those of the start."""
        for dots in reversed(self.done):
            if self.bug == "undo forgets a person":
                # The planted fault: the first person who was changed keeps what was written.
                before = {p["id"]: p for p in active(self.vault, "person")}
                register.withdraw(self.vault, dots)
                left = next((p for p in active(self.vault, "person") if p["id"] not in before), None)
                if left:
                    self.end_quietly(str(left["id"]), str(left["scope"]))
                continue
            register.withdraw(self.vault, dots)
        if shown(self.vault) != self.start:
            raise Disagreement("undoing everything does not lead back to the start")

    def end_quietly(self, person: str, scope: str) -> None:
        end = Change("person", person, "end", {"ended_on": self.day(), "ended_reason": "death"})
        save(self.vault, scope, "edit", [end], seen=seen_of(self.vault, scope))

    def household(self) -> str:
        found = list(households(self.vault))
        if not found:
            raise RegisterError("none", "There is no household.")
        return self.rng.choice(found)

    def scope(self, household: str) -> str:
        return str(
            self.vault.db.execute("select scope from household where id = ?", [household]).fetchone()[0]
        )

    def people(self, household: str) -> dict[str, str]:
        return {
            str(p["id"]): str(p["relation"])
            for p in active(self.vault, "person")
            if p["household"] == household
        }

    def given(self, people: list[str], head: str | None) -> dict[str, str]:
        return {one: "99" for one in people if one != head}

    def newcomer(self, day: str) -> dict[str, Any]:
        return {"name": self.name(), "birth_date": day, "relation": self.rng.choice(("3", "4", "99"))}

    def name(self) -> str:
        return "".join(self.rng.choice("王李张刘陈") + self.rng.choice("一二三四五六七"))

    def day(self) -> str:
        """Mostly one after the other, sometimes before what is recorded already."""
        return self.rng.choice((_LAST_DAY, _LAST_DAY, _LAST_DAY, f"2023-{self.rng.randint(1, 10):02}-11"))


def active(vault: Vault, list_name: str) -> list[dict[str, Any]]:
    """The records of a list that have not ended."""
    layout = vault.ledger.layout(list_name)
    keys = ("id", "scope", *layout.columns)
    names = ", ".join(f'"{key}"' for key in keys)
    rows = vault.db.execute(f'select {names} from "{list_name}" where ended_on is null').fetchall()
    return [dict(zip(keys, row, strict=True)) for row in rows]


def households(vault: Vault) -> dict[str, list[str]]:
    """The relations in each active household, in both villages."""
    found: dict[str, list[str]] = {str(home["id"]): [] for home in active(vault, "household")}
    for person in active(vault, "person"):
        found.setdefault(str(person["household"]), []).append(str(person["relation"]))
    return {
        home: people
        for home, people in found.items()
        if home in {str(h["id"]) for h in active(vault, "household")}
    }


def counted(vault: Vault, village: str) -> dict[str, int]:
    """Households and people of a village by their records."""
    return {
        "households": sum(home["scope"] == village for home in active(vault, "household")),
        "people": sum(person["scope"] == village for person in active(vault, "person")),
    }


def flows(vault: Vault, village: str) -> dict[str, int]:
    """In − out of a village by its movements."""
    found = {"households": 0, "people": 0}
    for movement in active(vault, "movement"):
        if movement["scope"] == village:
            kind = KINDS[movement["kind"]]
            found["households"] += kind.households
            found["people"] += kind.people * (movement["people"] or 0)
    return found


def shown(vault: Vault) -> Mapping[tuple[str, str], tuple[Any, ...]]:
    """Every record of the register as it is shown, but those that were taken back."""
    found: dict[tuple[str, str], tuple[Any, ...]] = {}
    for name in (*_SHOWN, "movement"):
        columns = ("scope", "ended_on", "ended_reason", *vault.ledger.layout(name).columns)
        names = ", ".join(f'"{key}"' for key in columns)
        rows = vault.db.execute(
            f'select id, {names} from "{name}" where ended_reason is not "undone"'
        ).fetchall()
        found |= {(name, row[0]): tuple(row[1:]) for row in rows}
    return found


def first_state(vault: Vault) -> None:
    """Households that were there before any movement, with years, a loan and a care record."""
    for village in VILLAGES:
        changes = []
        for number in range(2):
            home = vault.new_id()
            changes.append(
                Change("household", home, "add", {"household_no": f"H{village[-1]}{number}", "status": "0"})
            )
            for at in range(3):
                person = vault.new_id()
                values = {"household": home, "name": f"赵{at}", "relation": "1" if at == 0 else "3"}
                changes.append(Change("person", person, "add", values))
                changes.append(
                    Change("person_year", None, "add", {"person": person, "year": 2023, "work_months": at})
                )
            changes.append(
                Change("household_year", None, "add", {"household": home, "year": 2023, "toilet": 1})
            )
            changes.append(Change("loan", vault.new_id(), "add", {"household": home, "amount": 100}))
            changes.append(Change("care", vault.new_id(), "add", {"household": home, "person": person}))
        save(vault, village, "edit", changes, seen=seen_of(vault, village))


def a_vault(folder: Path) -> Vault:
    """A vault of the shipped dictionary over both villages, with the households of `first_state`."""
    vault = create_vault(
        folder / "histories.vault",
        "four invented words here",
        worker="w",
        role="team",
        scopes=VILLAGES,
        packs=("cn-base",),
        clock=Clock(),
        escrow_recovery=False,
    )
    first_state(vault)
    return vault


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
