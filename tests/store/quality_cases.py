"""Builds the villages of tests/standards/quality_cases: a household in order, changed only where a case says so."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from fieldapp.domain.identifiers import year_id
from fieldapp.domain.identity import check_digit
from fieldapp.register.regions import Region
from fieldapp.store import Vault
from fieldapp.store.regions import import_regions
from fieldapp.store.save import Change, save, seen_of

CASES = Path(__file__).resolve().parents[1] / "standards" / "quality_cases"
COUNTY, YEAR = "990101", 2019
FEMALE = ("2", "4", "5", "8", "10", "12", "14", "16", "18", "20")
Record = dict[str, Any]
_STEP = {"procedure": "identify", "done_on": "2014-01-02"}
_EXIT = [
    {"subject": "exit", "party": party, "signed_on": "2019-11-01", "agrees": 1}
    for party in ("branch_secretary", "village_head", "team_leader", "household")
]
_FROM = {"from_on": "2018-01-01"}
TEMPLATES: dict[str, Record] = {
    "village": {"attributes": "1", "households": 400, "population": 1500, "arable_mu": 999_999},
    "village_year": {},
    "resident_team": {"unit_name": "某局", **_FROM},
    "team_member": {"team": "@resident_team0", "name": "队员", "role": "2", **_FROM},
    "helper": {"name": "帮扶人"},
    "household": {
        "status": "0",
        "cause_main": "7",
        "identified_on": "2014-03-01",
        "identified_income": 240_000,
    },
    "household_year": {
        **dict.fromkeys(
            "income_stable loans_none food_staple food_protein clothes_season bedding".split(), 1
        ),
        "water_safe": 1,
        "lives_there": 1,
        "house_danger": "A",
        "house_m2": 9000,
        "arable_mu": 200,
        "irrigated_mu": 0,
        "in_cooperative": 0,
        "led_by_enterprise": 0,
        "returned_mu": 0,
        "road_km": 20,
        "access_road": "1",
    },
    "person": {
        "id_doc_type": "1",
        "education": "3",
        "school_status": "out",
        "health": "1",
        "labour": "1",
        "ins_medical_resident": 1,
        "ins_medical_employee": 0,
        "ins_pension_resident": 1,
        "ins_pension_employee": 0,
        "dibao": 0,
        "tekun": 0,
        "work_months": 5,
    },
    "income_sheet": {"a": 1_000_000, "b": 500_000, "c": 0, "d": 0, "e": 100_000, "x_excluded": 0},
    "income_before": {"year": YEAR - 1},
    "plan": {"exit_year": YEAR, "expected_income": 1_000_000},
    "measure": {
        "name": "培训",
        "measure_group": "2",
        "in_charge": "某",
        "starts_on": "2019-03-01",
        "amount": 100_000,
        "progress": 40,
    },
    "work_record": {"done_on": "2019-12-20", "way": "visit", "outcome": "done", "measure": "@measure0"},
    "pairing": {"helper": "@helper0", **_FROM},
    "water_test": {"tested_on": "2019-05-01", "w1": 1, "w2": 1, "w3": 1, "w4": 1},
    "procedure_step": {"done_on": "2014-01-02"},
    "signature": {},
    "monitor": {
        "monitor_type": "1",
        "found_on": "2019-03-01",
        "monitored_on": "2019-03-01",
        "line": 600_000,
        "income": 500_000,
        "risks": "07",
    },
    "enrolment": {},
    "benefit": {},
    "project": {"name": "路", "project_type": "1"},
    "fund": {"fund_source": "1", "amount": 100},
    "outside_list": {"name": "名单", "taken_on": "2019-10-01"},
}
USUAL: dict[str, list[Record]] = {
    **{
        name: [{}]
        for name in ("village", "village_year", "resident_team", "team_member", "helper", "household")
    },
    **{
        name: [{}] for name in ("household_year", "income_sheet", "plan", "measure", "work_record", "pairing")
    },
    "person": [{}],
    "water_test": [{}],
    "procedure_step": [{**_STEP, "step": step} for step in (1, 3, 4, 6, 7)],
    "signature": [{"subject": "income", "party": "household", "signed_on": "2019-11-01", "agrees": 1}],
}


@dataclass(frozen=True)
class Case:
    """One village of a case: the rule, whether it must be found, and its number within the rule."""

    rule: str
    fires: bool
    number: int
    text: Mapping[str, Any]

    @property
    def year(self) -> int:
        return int(self.text.get("year", YEAR))

    @property
    def name(self) -> str:
        return f"{self.rule}-{'fires' if self.fires else 'silent'}-{self.number}"


def the_cases() -> list[Case]:
    return [
        Case(rule, kind == "fires", number, text or {})
        for file in sorted(CASES.glob("a*.yaml"))
        for rule, kinds in yaml.safe_load(file.read_text("utf-8")).items()
        for kind in ("fires", "silent")
        for number, text in enumerate(kinds[kind])
    ]


@dataclass
class Builder:
    """Saves each case in a village of its own; `scopes` says where it lies."""

    vault: Vault
    scopes: dict[str, str] = field(default_factory=dict)
    count: int = 0
    people: int = 0

    def build(self, cases: list[Case]) -> None:
        known = [Region(f"{n:06d}000000", "某地") for n in range(110_001, 114_001)]
        known += [Region(f"{_county(n)}000000", "某县") for n in range(0, 4000, 400)]
        for case in cases:
            self.scopes[case.name] = self.village(case.text, case.year)
            if not case.text.get("unknown_village"):
                known.append(Region(self.scopes[case.name], "某村"))
        import_regions(self.vault, known)

    def village(self, text: Mapping[str, Any], year: int) -> str:
        self.count += 1
        scope = f"{COUNTY}{1 + self.count // 200:03d}{201 + self.count % 200:03d}"
        changes = list(self._household(text, year, None))
        village = next(change.record for change in changes if change.list == "village")
        for other in text.get("also", ()):
            changes += self._household(other, year, village)
        save(self.vault, scope, "import", changes, seen=seen_of(self.vault, scope))
        if "elsewhere" in text:
            self.village(text["elsewhere"], year)
        return scope

    def _household(self, text: Mapping[str, Any], year: int, village: str | None) -> Iterator[Change]:
        made: dict[str, str | None] = {"@village0": village}
        lists = self.vault.dictionary.lists
        for name in [*TEMPLATES, *(name for name in lists if name not in TEMPLATES)]:
            real = "income_sheet" if name == "income_before" else name
            if village and (real == "village" or lists[real].parent == "village"):
                continue
            for number, given in enumerate(_records(name, text)):
                values = {**TEMPLATES.get(name, {}), **given}
                values = self._person(values, given, number) if name == "person" else self._own(name, values)
                values = {
                    key: made.get(value) if str(value)[0:1] == "@" else value for key, value in values.items()
                }
                yield from self._changes(real, values, made, number, year)

    def _changes(
        self, name: str, values: Record, made: dict[str, str | None], number: int, year: int
    ) -> Iterator[Change]:
        dictionary = self.vault.dictionary
        spec = dictionary.lists[name]
        parent = made.get(f"@{spec.parent}0") if spec.parent else None
        if spec.parent:
            values[spec.parent] = parent
        if dictionary.has_field(name, "year"):
            values.setdefault("year", year)
        record = year_id(str(parent), name, values["year"]) if spec.key_by == "year" else self.vault.new_id()
        made[f"@{name}{number}"] = record
        later = {
            key: values.pop(key) for key in list(values) if name == "person" and _is_yearly(self.vault, key)
        }
        yield Change(name, record, "add", values)
        if later:
            yield Change(
                "person_year",
                year_id(record, "person_year", year),
                "add",
                later | {"person": record, "year": year},
            )

    def _own(self, name: str, values: Record) -> Record:
        self.people += 1
        if name == "household":
            return {"household_no": f"H{self.people:06d}", **values}
        if name == "work_record":
            return {
                "workers": f"某{self.people}",
                "content": f"入户了解第{self.people}户生产生活情况",
                **values,
            }
        return values

    def _person(self, values: Record, given: Record, number: int) -> Record:
        self.people += 1
        relation = given.get("relation", "1")
        sex = "2" if relation in FEMALE else "1"
        born = given.get("birth_date") or ("1990-01-01" if number else "1970-01-01")
        usual = {"name": f"某{self.people}", "relation": relation, "sex": sex, "birth_date": born}
        number_given = given.get("id_no", f"born {born}")
        found = re.fullmatch(r"(?:(\d{6}) )?born (\S+)", number_given or "")
        if found:
            sequence = 777 if "id_no" in given else self.people * 2 % 1000 + (sex == "1")
            county = found[1] or _county(0 if "id_no" in given else self.people)
            body = f"{county}{found[2].replace('-', '')}{sequence:03d}"
            number_given = body + check_digit(body)
        return {**usual, **values, "id_no": number_given}


def _records(name: str, text: Mapping[str, Any]) -> list[Record]:
    usual = [dict(record) for record in USUAL.get(name, ())]
    more = list(text.get(f"{name}+", ()))
    given = text.get(name, usual)
    if given in ("exit", "-", None):
        given = [*usual, *_EXIT] if given == "exit" else []
    elif isinstance(given, dict):
        given = [given]
    return [{k: None if v == "-" else v for k, v in record.items()} for record in (*given, *more)]


def _county(people: int) -> str:
    """Where a number was given out: 400 sequences a county, so that no two are alike by chance."""
    return f"9901{1 + people // 400:02d}"


def _is_yearly(vault: Vault, key: str) -> bool:
    return vault.dictionary.has_field("person_year", key) and key not in ("person", "year")
