"""The demo's movements of 2019: births, a death, a marriage in, an exit; and one person who stands in two households.

They reconcile: whoever comes has a day of joining, whoever goes an end, whoever exits a year of exit, each on the day
of the movement.
"""

from collections.abc import Iterator, Sequence
from random import Random

from fieldapp.journal.commit import Value
from fieldapp.store.save import Change
from fieldapp_ui.demo.household_work import Home
from fieldapp_ui.demo.people import GIVEN_YOUNG, Person, invent_id_no, invent_person
from fieldapp_ui.demo.village_work import YEAR, NewId

BIRTHS = 2
EXITED_ON = f"{YEAR}-10-31"
DIED_BORN = 1958
"""Who dies was born in this year at the latest."""


def year_moves(homes: Sequence[Home], random: Random, new_id: NewId) -> tuple[Change, ...]:
    """The movements of a village; each family has at most one. Not every small village has every kind."""
    free = list(homes[1:])
    changes: list[Change] = []
    for _ in range(BIRTHS):
        changes += _birth(free, random, new_id)
    for kind in (_marriage, _death, _exit):
        changes += kind(free, random, new_id)
    return tuple(changes)


def twice_entered(homes: Sequence[Home], new_id: NewId) -> tuple[Change, ...]:
    """Somebody of one household who was entered in the next one as well, under the same number.

    Nobody of the allowance: the list from outside has doubts of its own.
    """
    for at, home in enumerate(homes[1:-1], 1):
        found = home.of("3", "4") or home.of("2", born=(DIED_BORN + 1, YEAR))
        if found and home.facts["household_attribute"] != "2":
            again = {**found[0][1], "household": homes[at + 1].id, "relation": "99"}
            return (Change("person", new_id(), "add", again, "imported"),)
    return ()


def _birth(free: list[Home], random: Random, new_id: NewId) -> Iterator[Change]:
    """A grandchild where a grown child of the head lives."""
    for home in free:
        if home.of("3", born=(1985, 1997)):
            free.remove(home)
            surname = str(home.people[0][1]["name"])[0]
            birth = f"{YEAR}-{random.randint(2, 9):02d}-{random.randint(1, 28):02d}"
            sex = random.choice("12")
            number = invent_id_no(random, birth, sex)
            child = Person(
                surname + random.choice(GIVEN_YOUNG), sex, birth, number, "7" if sex == "1" else "8"
            )
            yield from _joined(home, child, "birth", "1", birth, new_id)
            return


def _marriage(free: list[Home], random: Random, new_id: NewId) -> Iterator[Change]:
    """A wife for a grown son."""
    for home in free:
        if home.of("3", born=(1985, 1997)):
            free.remove(home)
            bride = invent_person(random, "5", random.randint(1990, 1998), "2")
            yield from _joined(
                home, bride, "marriage_in", "2", f"{YEAR}-05-{random.randint(1, 28):02d}", new_id
            )
            return


def _death(free: list[Home], random: Random, new_id: NewId) -> Iterator[Change]:
    """An old member who is not the head."""
    for home in free:
        old = home.of("2", "11", "12", born=(1900, DIED_BORN))
        if old:
            free.remove(home)
            day = f"{YEAR}-07-{random.randint(1, 28):02d}"
            yield _movement(home, "death", day, new_id, person=old[0][0], people=1, reason_remove="1")
            yield Change("person", old[0][0], "end", {"ended_on": day, "ended_reason": "death"}, "imported")
            return


def _exit(free: list[Home], random: Random, new_id: NewId) -> Iterator[Change]:
    """A household that has exited this autumn."""
    for home in free:
        if home.facts["status"] == "0":
            free.remove(home)
            yield _movement(home, "exited", EXITED_ON, new_id)
            yield Change("household", home.id, "set", {"status": "1", "exit_year": YEAR}, "imported")
            return


def _joined(home: Home, person: Person, kind: str, reason: str, day: str, new_id: NewId) -> Iterator[Change]:
    record = new_id()
    yield _movement(home, kind, day, new_id, person=record, people=1, reason_add=reason)
    facts: dict[str, Value] = {
        "household": home.id,
        "name": person.name,
        "sex": person.sex,
        "id_doc_type": "1",
        "id_no": person.id_no,
        "birth_date": person.birth_date,
        "relation": person.relation,
        "ethnic": "01",
        "joined_on": day,
        "join_reason": reason,
    }
    yield Change("person", record, "add", facts, "imported")


def _movement(home: Home, kind: str, day: str, new_id: NewId, **values: Value) -> Change:
    facts: dict[str, Value] = {"household": home.id, "kind": kind, "moved_on": day, **values}
    return Change("movement", new_id(), "add", facts, "imported")
