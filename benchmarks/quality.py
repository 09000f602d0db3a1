"""Quality rules over a county: seconds for 50,000 households against the limit of 20, and one household against 30 ms.

The people are invented; one household in ten has faults of several kinds. Run: python benchmarks/quality.py
[households] [--slowest], which adds the seconds of processor of the slowest lists, each checked alone.
"""

import random
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from fieldapp.domain.identifiers import year_id
from fieldapp.domain.identity import check_digit
from fieldapp.journal.commit import Value
from fieldapp.store.opening import create_vault
from fieldapp.store.quality.findings import QualityRules, check_quality, compiled_quality, count_quality
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.vault import Vault

PACKS = [
    Path(__file__).resolve().parents[1] / "resources" / "packs" / name for name in ("cn-base", "gansu-qinba")
]
YEAR = 2019
A_VILLAGE = 250
LIMIT_S, LIMIT_MS = 20.0, 30.0
COUNTY = "990101"
NAMES = "赵钱孙李周吴郑王冯陈"


def main(households: int, *, with_slowest: bool) -> None:
    """Build, check, print."""
    with tempfile.TemporaryDirectory() as folder:
        vault = create_vault(
            Path(folder) / "county.vault",
            "four invented words here",
            worker="w01",
            role="township",
            scopes=(COUNTY,),
            packs=PACKS,
            escrow_recovery=False,
        )
        with vault:
            started = time.perf_counter()
            some = build(vault, households)
            print(f"built {households} households in {time.perf_counter() - started:.1f} s")
            measure(vault, households, some)
            if with_slowest:
                slowest(vault, compiled_quality(vault))


def slowest(vault: Vault, ready: QualityRules) -> None:
    """The lists whose rules cost most, with what reading their rows into findings costs."""
    times: list[tuple[float, str]] = []
    for each in ready.compiled.lists:
        alone = replace(ready, compiled=replace(ready.compiled, lists=(each,)))
        used = time.process_time()
        check_quality(vault, COUNTY, YEAR, ready=alone)
        times.append((time.process_time() - used, f"{len(each.checks)} checks over {each.over}"))
    for seconds, name in sorted(times, reverse=True)[:6]:
        print(f"{seconds:6.2f} s  {name}")


def measure(vault: Vault, households: int, some: list[str]) -> None:
    """Both figures, each with its ratio to the limit."""
    started = time.perf_counter()
    ready = compiled_quality(vault)
    print(f"compiling {len(ready.compiled.quality.rules)} rules: {time.perf_counter() - started:.2f} s")
    started, used = time.perf_counter(), time.process_time()
    found = check_quality(vault, COUNTY, YEAR, ready=ready)
    bulk, used = time.perf_counter() - started, time.process_time() - used
    limit = LIMIT_S * households / 50_000
    print(
        f"{households} households: {bulk:.1f} s ({used:.1f} s of processor), {bulk / limit:.2f} of the limit"
    )
    print(f"{len(found)} findings")
    started = time.perf_counter()
    count_quality(vault, COUNTY, YEAR, found)
    print(f"counted by village and accuracy: {time.perf_counter() - started:.2f} s")
    ready = compiled_quality(vault, live=True)
    times, cpu = [], []
    for household in some:
        started, used = time.perf_counter(), time.process_time()
        check_quality(vault, COUNTY, YEAR, household=household, live=True, ready=ready)
        times.append((time.perf_counter() - started) * 1000)
        cpu.append((time.process_time() - used) * 1000)
    times.sort()
    cpu.sort()
    worst = times[int(len(times) * 0.95)]
    print(f"one household: median {times[len(times) // 2]:.1f} ms ({cpu[len(cpu) // 2]:.1f} of processor)")
    print(f"one household: p95 {worst:.1f} ms, {worst / LIMIT_MS:.2f} of the limit")


def build(vault: Vault, households: int) -> list[str]:
    """Villages of invented households; returns the ids of a few."""
    chance = random.Random(20190101)
    some: list[str] = []
    for n in range(-(-households // A_VILLAGE)):
        scope = f"{COUNTY}{1 + n // 200:03d}{201 + n % 200:03d}"
        changes = [
            Change(
                "village", vault.new_id(), "add", {"name": f"村{n}", "households": 400, "population": 1500}
            )
        ]
        for i in range(min(A_VILLAGE, households - n * A_VILLAGE)):
            household, more = a_household(vault, chance, n * A_VILLAGE + i)
            changes += more
            if i == 7:
                some.append(household)
        save(vault, scope, "import", changes, seen=seen_of(vault, scope))
    return some


def a_household(vault: Vault, chance: random.Random, n: int) -> tuple[str, list[Change]]:
    """A household with three or four members, a year of facts, income, a visit, a measure and a plan."""
    household, faulty = vault.new_id(), chance.random() < 0.1
    changes = [
        Change(
            "household",
            household,
            "add",
            {
                "household_no": f"62{n:08d}",
                "status": chance.choice("0013"),
                "cause_main": None if faulty else chance.choice(("1", "5", "7", "8", "9")),
                "identified_on": "2014-03-01",
                "identified_income": 240000,
                "helper_name": "帮扶人",
                "phone": f"139{n:08d}",
            },
        ),
        _yearly(
            "household_year",
            household,
            {
                "house_danger": chance.choice("AABC"),
                "water_safe": 1,
                "arable_mu": 520,
                "irrigated_mu": 600 if faulty else 200,
                "house_m2": 9000,
                "road_km": 12,
                "visited_on": "2019-11-02",
                "income_stable": 1,
            },
        ),
        _yearly(
            "income_sheet",
            household,
            {"a": 1200000, "a1": 1200000 + faulty, "b": 300000, "c": 0, "d": 0, "e": 80000},
        ),
        _yearly("plan", household, {"exit_year": 2019, "expected_income": 1800000}),
    ]
    for at in range(3 + n % 2):
        changes += a_person(vault, chance, household, at, n)
    measure = {
        "household": household,
        "year": YEAR,
        "name": "养牛",
        "measure_group": "1",
        "in_charge": "某",
        "amount": 500000,
    }
    visit = {
        "household": household,
        "done_on": "2019-06-01",
        "workers": f"w{n % 300}",
        "way": "visit",
        "outcome": "done",
    }
    changes.append(
        Change("measure", vault.new_id(), "add", measure | {"starts_on": "2019-03-01", "progress": 40})
    )
    changes.append(
        Change("work_record", vault.new_id(), "add", visit | {"content": f"入户了解第{n}户生产生活情况"})
    )
    return household, changes


def a_person(vault: Vault, chance: random.Random, household: str, at: int, n: int) -> list[Change]:
    """A member with a number that fits, and a year of facts."""
    person, year = vault.new_id(), (1965, 1968, 1992, 2008)[at]
    sequence = (n * 2 + (at != 1)) % 1000
    body = f"{COUNTY}{year}{1 + n % 12:02d}{1 + n // 12 % 28:02d}{sequence:03d}"
    fields: dict[str, Value] = {
        "household": household,
        "name": NAMES[n % 10] + NAMES[at] + NAMES[n // 10 % 10],
        "sex": "2" if sequence % 2 == 0 else "1",
        "id_doc_type": "1",
        "id_no": body + check_digit(body),
        "birth_date": f"{body[6:10]}-{body[10:12]}-{body[12:14]}",
        "relation": ("1", "2", "3", "3")[at],
        "ethnic": "1",
        "education": None if at == 3 else "3",
    }
    facts: dict[str, Value] = {
        "school_status": "primary" if at == 3 else "out",
        "health": "1",
        "labour": "4" if at == 3 else "1",
        "work_months": 8 if at == 2 else 0,
        "ins_medical_resident": 1,
        "ins_medical_employee": 0,
        "ins_pension_resident": 1,
        "dibao": 0,
        "tekun": 0,
    }
    return [Change("person", person, "add", fields), _yearly("person_year", person, facts, "person")]


def _yearly(name: str, parent: str, facts: dict[str, Value], key: str = "household") -> Change:
    return Change(name, year_id(parent, name, YEAR), "add", {key: parent, "year": YEAR, **facts})


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    main(numbers[0] if numbers else 50_000, with_slowest="--slowest" in sys.argv)
