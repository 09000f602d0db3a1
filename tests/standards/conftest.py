"""A register in memory for the standards: the real dictionary of cn-base, tables as a vault makes them, builders."""

import sqlite3
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from fieldapp.domain.identifiers import year_id
from fieldapp.journal.commit import Value
from fieldapp.register.declarations import Dictionary
from fieldapp.register.dictionary import read_dictionary
from fieldapp.register.past_homes import past_home_sql
from fieldapp.standards.compiled import CompiledSet
from fieldapp.standards.compiler import compile_set
from fieldapp.standards.model import StandardSet
from fieldapp.standards.outcome import Checklist, Outcome
from fieldapp.standards.reader import read_set
from fieldapp.standards.reading import read_checklists

PACKS = Path(__file__).resolve().parents[2] / "resources" / "packs"
VILLAGE = "990101001201"
YEAR = 2019


def the_dictionary() -> Dictionary:
    folder = PACKS / "cn-base"
    texts = [(folder / "dictionary" / name).read_text("utf-8") for name in ("lists.csv", "fields.csv")]
    codes = {file.stem: file.read_text("utf-8") for file in sorted((folder / "codelists").glob("*.csv"))}
    dictionary, findings = read_dictionary(*texts, codes)
    assert not [finding for finding in findings if finding.severity == "error"]
    return dictionary


def the_gansu_text() -> str:
    return (PACKS / "gansu-qinba" / "standards" / "gansu.yaml").read_text("utf-8")


_KNOWN: dict[str, CompiledSet] = {}


def _compiled(standard: StandardSet, dictionary: Dictionary) -> CompiledSet:
    return _KNOWN.setdefault(repr(standard), _KNOWN.get(repr(standard)) or compile_set(standard, dictionary))


class Register:
    """Households written straight into tables of one name a list; `check` runs a set over them."""

    def __init__(self, dictionary: Dictionary) -> None:
        self.dictionary = dictionary
        self.db = sqlite3.connect(":memory:")
        self.db.row_factory = sqlite3.Row
        self.ids = count(1)
        for name in dictionary.lists:
            own = [
                "n integer primary key",
                "id text unique",
                "scope text",
                "ended_on text",
                "ended_reason text",
            ]
            keys = {spec.key for spec in (*dictionary.stored_fields(name), *dictionary.key_fields(name))}
            self.db.execute(f"create table {name} ({', '.join(own + sorted(f'{key}' for key in keys))})")
        for statement in past_home_sql():
            self.db.execute(statement)

    def add(self, list_name: str, **values: Value) -> str:
        parent = self.dictionary.lists[list_name].parent
        if self.dictionary.lists[list_name].key_by == "year":
            values = {"year": YEAR, **values}
            record = year_id(str(values[parent]), list_name, int(values["year"] or 0))
        else:
            record = f"{list_name}-{next(self.ids):04d}"
        values = {"scope": VILLAGE, **values, "id": record}
        marks = ", ".join("?" * len(values))
        self.db.execute(
            f"insert into {list_name} ({', '.join(values)}) values ({marks})", list(values.values())
        )
        return record

    def set(self, list_name: str, record: str, **values: Value) -> None:
        pairs = ", ".join(f"{key} = ?" for key in values)
        self.db.execute(f"update {list_name} set {pairs} where id = ?", [*values.values(), record])

    def check(
        self, standard: StandardSet, household: str = "", scope: str = VILLAGE
    ) -> tuple[Checklist, ...]:
        compiled = _compiled(standard, self.dictionary)
        places = {"scope": scope, "year": YEAR, "as_of": standard.as_of(YEAR), "record": household}

        def rows(statement: str) -> list[dict[str, Value]]:
            text = compiled.for_one(statement) if household else statement
            return [dict(row) for row in self.db.execute(text, places)]

        members = {name: rows(statement) for name, statement in compiled.members.items()}
        return read_checklists(compiled, self.dictionary, YEAR, rows(compiled.verdicts), members)

    def outcome(self, standard: StandardSet, household: str, criterion: str) -> Outcome:
        (checklist,) = self.check(standard, household)
        return next(outcome for outcome in checklist.outcomes if outcome.criterion.id == criterion)

    def a_household(self, members: int = 3, **sheet: Value) -> str:
        """A household that meets all of Gansu's criteria at a line of 3,700 yuan."""
        household = self.add("household", household_no="9901010012010001")
        yes = dict.fromkeys(
            "income_stable loans_none food_staple food_protein clothes_season bedding water_safe lives_there".split(),
            1,
        )
        self.add("household_year", household=household, house_danger="A", **yes)
        amounts: dict[str, Value] = {"a": 2_000_000, "b": 0, "c": 0, "d": 100_000, "e": 0, "x_excluded": 0}
        self.add("income_sheet", household=household, **amounts | sheet)
        self.add("water_test", household=household, tested_on="2019-05-01", w1=1, w2=1, w3=1, w4=1)
        for n in range(members):
            self.a_member(household, f"成员{n + 1}")
        return household

    def a_member(self, household: str, name: str, born: str | None = "1980-01-01", **year: Value) -> str:
        person = self.add("person", household=household, name=name, birth_date=born)
        known: dict[str, Value] = {
            "school_status": "out",
            "ins_medical_resident": 1,
            "ins_medical_employee": 0,
        }
        self.add("person_year", person=person, **known | year)
        return person


@pytest.fixture(scope="session")
def dictionary() -> Dictionary:
    return the_dictionary()


@pytest.fixture(scope="session")
def gansu() -> StandardSet:
    """Gansu's set with the line an invented county has set."""
    from dataclasses import replace

    from fieldapp.standards.model import Line

    standard = read_set(the_gansu_text(), "gansu.yaml")
    return replace(standard, lines=(Line("990101", YEAR, "exit", 370_000, "invented"),))


@pytest.fixture
def register(dictionary: Dictionary) -> Iterator[Register]:
    register = Register(dictionary)
    yield register
    register.db.close()


@pytest.fixture
def gansu_with(gansu: StandardSet) -> Callable[..., StandardSet]:
    """Gansu's set with settings a county has chosen."""
    from dataclasses import replace

    return lambda **settings: replace(read_set(the_gansu_text(), "gansu.yaml", settings), lines=gansu.lines)
