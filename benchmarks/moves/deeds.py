"""The deeds of one history, drawn at random, and what must hold after each."""

import random
from dataclasses import dataclass, field
from typing import Any

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Dot
from fieldapp.register.movements import PERSON_IN, PERSON_OUT
from fieldapp.store import Vault
from fieldapp.store.moving import movements as register
from fieldapp.store.moving.movements import Deed
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.twins.merging import merge_records
from moves.counts import active, counted, flows, households, shown
from moves.villages import VILLAGES

BUGS = (
    "a death without its movement",
    "a twin in the movement",
    "undo forgets a person",
    "one half of a move is taken back",
)
_LAST_DAY = "2023-11-14"


class Disagreement(AssertionError):
    """The records and the movements tell different stories."""


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
