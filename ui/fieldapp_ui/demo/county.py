"""The demo county 990101: three villages and their households, as changes for the one writer `store.save`.

One household is always the same, whatever the seed: the one the journey visits (`HERO`). Everybody else is drawn.
Facts are left out on purpose, so that checklists show what is met, not met and not known.
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from fieldapp.domain.identifiers import year_id
from fieldapp.journal.commit import Value
from fieldapp.register.regions import Region
from fieldapp.store.save import Change
from fieldapp_ui.demo.people import Person, invent_family, invent_id_no
from fieldapp_ui.demo.village_work import HELPERS, YEAR, NewId, Village

CHUNK = 20
HERO = "龙长顺"
HERO_WIFE = "单玉兰"
HERO_CHILD = "龙小见"
LOW_INCOME = 0.2
CERTAINLY_LOW = 2
"""The number of the household in each village that gets the allowance, however the others are drawn."""
UNGRADED = 3
"""The number of the household in each village whose house nobody has graded: a finding to be mended."""

VILLAGES = (
    Village("990101001201", "柳树沟村", "曹守田"),
    Village("990101001202", "石门村", "郝有粮"),
    Village("990101001203", "下河滩村", "薛改明"),
)
REGIONS = tuple(
    Region(code, name)
    for code, name in (
        ("990000000000", "示范省"),
        ("990100000000", "示范市"),
        ("990101000000", "示范县"),
        ("990101001000", "青石镇"),
        *((village.scope, village.name) for village in VILLAGES),
    )
)


def village_record(village: Village, households: int, new_id: NewId) -> Change:
    """The village's own record."""
    facts: dict[str, Value] = {
        "name": village.name,
        "head_name": village.head,
        "head_phone": "13900000000",
        "groups": 3,
        "households": households * 2,
        "population": households * 7,
        "labour_force": households * 4,
        "arable_mu": households * 2_600,
        "income_pc": 862_000,
        "collective_income": 12_800_000,
        "special_industry": "肉驴养殖",
        "road_town_hard": 1,
        "clinic": 1,
        "landform": "2",
        "attributes": "1",
    }
    return Change("village", new_id(), "add", facts, "imported")


def household_chunks(village: Village, count: int, seed: int, new_id: NewId) -> Iterator[tuple[Change, ...]]:
    """The households of a village, `CHUNK` of them in each tuple of changes; the first village has the hero's."""
    random = Random(f"{seed}-{village.scope}")
    chunk: list[Change] = []
    for number in range(1, count + 1):
        hero = number == 1 and village is VILLAGES[0]
        family = _hero_family(random) if hero else invent_family(random, YEAR)
        chunk += _household(random, village, number, family, new_id, hero=hero)
        if number % CHUNK == 0:
            yield tuple(chunk)
            chunk = []
    if chunk:
        yield tuple(chunk)


def _hero_family(random: Random) -> tuple[Person, ...]:
    members = (
        (HERO, "1", "1971-04-09", "1"),
        (HERO_WIFE, "2", "1973-11-20", "2"),
        (HERO_CHILD, "2", "2007-06-15", "4"),
    )
    return tuple(
        Person(name, sex, birth, invent_id_no(random, birth, sex), relation)
        for name, sex, birth, relation in members
    )


def _household(
    random: Random, village: Village, number: int, family: tuple[Person, ...], new_id: NewId, *, hero: bool
) -> list[Change]:
    household = new_id()
    group = random.randint(1, 3)
    helper = random.choice(HELPERS)
    is_low = not hero and (random.random() < LOW_INCOME or number == CERTAINLY_LOW)
    facts: dict[str, Value] = {
        "household_no": f"{village.scope}{number:04d}",
        "address": f"{village.name}{group}组{random.randint(1, 60)}号",
        "natural_village": f"{group}组",
        "phone": f"139{random.randrange(10**8):08d}",
        "bank_name": "示范农商银行",
        "bank_account": f"6229{random.randrange(10**15):015d}",
        "identification_standard": "1",
        "household_attribute": "2" if is_low else "1",
        "cause_main": random.choice(("1", "2", "3", "5", "7", "8", "9")),
        "is_soldier_family": 0,
        "status": "0" if hero else random.choice("0012"),
        "identified_on": "2013-12-20",
        "identified_income": random.randrange(180_000, 273_000, 1_000),
        "planned_exit_year": YEAR,
        "helper_name": helper.name,
        "helper_phone": helper.phone,
        "helper_unit": helper.unit,
        "relocation_household": 0,
    }
    flags = " ".join(_batches(random, family, is_low=is_low))
    if flags:
        facts["policy_poor_flags"] = flags
    if facts["status"] == "1":
        facts["exit_year"] = YEAR - 1
    changes = [Change("household", household, "add", facts, "imported")]
    for person in family:
        changes += _member(random, household, person, new_id, hero=hero, is_low=is_low)
    facts_of_year = _year_facts(random, household, len(family), new_id, hero=hero, is_low=is_low)
    if number == UNGRADED:
        own = facts_of_year[0]
        graded = ("house_danger", "house_rating_on")
        known = {key: value for key, value in own.values.items() if key not in graded}
        facts_of_year[0] = replace(own, values=known)
    return changes + facts_of_year


def _batches(random: Random, family: tuple[Person, ...], *, is_low: bool) -> Iterator[str]:
    """The batches a household was put down for when it was identified."""
    if random.random() < 0.7:
        yield "industry"
    if random.random() < 0.2:
        yield "ecology"
    if any(6 <= person.age(YEAR) <= 22 for person in family):
        yield "education"
    if is_low:
        yield "security"


def _member(
    random: Random, household: str, person: Person, new_id: NewId, *, hero: bool, is_low: bool
) -> list[Change]:
    record, age = new_id(), person.age(YEAR)
    known: dict[str, Value] = {
        "household": household,
        "name": person.name,
        "sex": person.sex,
        "id_doc_type": "1",
        "id_no": person.id_no,
        "birth_date": person.birth_date,
        "relation": person.relation,
        "ethnic": "01",
        "joined_on": max(person.birth_date, "2013-12-20"),
    }
    pupil = 6 <= age <= 18
    if age > 18:
        known["education"] = "2" if age > 60 else "3"
    elif age < 6:
        known["education"] = "6"
    year: dict[str, Value] = {
        "person": record,
        "year": YEAR,
        "school_status": ("primary" if age < 13 else "grade8" if age < 16 else "senior2") if pupil else "out",
        "health": "1" if hero or random.random() < 0.8 else random.choice("24"),
        "labour": "4" if age < 16 or age > 64 else "1",
        "ins_medical_resident": 1,
        "ins_medical_employee": 0,
        "ins_serious": 1,
        "dibao": int(is_low),
    }
    if not hero and pupil and age < 16 and random.random() < 0.05:
        year["school_status"], year["dropout_reason"] = "out", "unwilling"
    if not hero and random.random() < 0.06:
        del year["ins_medical_resident"]
    return [
        Change("person", record, "add", known, "imported"),
        Change("person_year", year_id(record, "person_year", YEAR), "add", year, "imported"),
    ]


def _year_facts(
    random: Random, household: str, size: int, new_id: NewId, *, hero: bool, is_low: bool
) -> list[Change]:
    facts: dict[str, Value] = {
        "income_stable": 1,
        "income_channels": "job",
        "loans_none": 1,
        "food_staple": 1,
        "food_protein": 1,
        "clothes_season": 1,
        "bedding": 1,
        "water_safe": 1,
        "water_source": "1",
        "house_danger": "B",
        "house_rating_on": "2019-05-06",
        "house_m2": random.randrange(4_000, 14_000, 100),
        "house_structure": "2",
        "lives_there": 1,
        "toilet": 1,
        "power_home": 1,
        "broadcast": 1,
        "fuel": "3",
        "road_km": random.randint(1, 30),
        "arable_mu": random.randrange(200, 1_800, 25),
    }
    if hero:
        for key in (
            "house_danger",
            "house_rating_on",
            "food_protein",
            "income_stable",
            "income_channels",
            "water_safe",
        ):
            del facts[key]
    else:
        for key in list(facts):
            if random.random() < 0.05:
                del facts[key]
        if random.random() < 0.06:
            facts["house_danger"] = random.choice("CD")
    record = year_id(household, "household_year", YEAR)
    changes = [
        Change("household_year", record, "add", {"household": household, "year": YEAR, **facts}, "imported")
    ]
    if not hero and random.random() < 0.9:
        changes.append(_income(random, household, size, is_low=is_low))
    if hero or random.random() < 0.85:
        tested: dict[str, Value] = {
            "household": household,
            "tested_on": "2019-06-12",
            "w1": 1,
            "w2": 1,
            "w3": 1,
            "w4": 1,
        }
        changes.append(Change("water_test", new_id(), "add", tested, "imported"))
    if facts.get("loans_none") and random.random() < 0.12 and not hero:
        facts["loans_none"] = 0
        changes[0] = Change(
            "household_year", record, "add", {"household": household, "year": YEAR, **facts}, "imported"
        )
        changes.append(_loan(random, household, new_id))
    return changes


def _income(random: Random, household: str, size: int, *, is_low: bool) -> Change:
    per_head = random.choices((2_900, 4_200, 5_600, 8_000), (1, 4, 6, 3))[0] * random.uniform(0.85, 1.2)
    total = int(per_head * size) * 100
    wage, transfer, property_income = total // 2, total // 5, total // 20
    expense = random.randrange(50_000, 300_000, 1_000)
    business = total - wage - transfer - property_income + expense
    facts: dict[str, Value] = {
        "household": household,
        "year": YEAR,
        "from_month": f"{YEAR - 1}-10",
        "to_month": f"{YEAR}-09",
        "a1": wage,
        "a": wage,
        "b1": business,
        "b": business,
        "c": property_income,
        "d2" if is_low else "d6": transfer,
        "d": transfer,
        "e": expense,
        "x_excluded": 0,
    }
    return Change("income_sheet", year_id(household, "income_sheet", YEAR), "add", facts, "imported")


def _loan(random: Random, household: str, new_id: NewId) -> Change:
    amount = random.randrange(1_000_000, 9_000_000, 100_000)
    facts: dict[str, Value] = {
        "household": household,
        "purpose": random.choice(("illness", "schooling", "housing", "business")),
        "amount": amount,
        "balance": amount // 2,
        "lender": "示范农商银行",
        "borrowed_on": "2018-03-01",
    }
    return Change("loan", new_id(), "add", facts, "imported")
