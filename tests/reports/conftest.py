"""An invented household as plain values, and the shipped dictionary: what papers are made of, without a vault."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from fieldapp.register.dictionary import Dictionary, read_dictionary
from fieldapp.reports.card import household_card
from fieldapp.reports.document import Document, Pairs, Signatures, Table
from fieldapp.reports.inputs import HouseholdFacts, Imprint, MemberFacts
from fieldapp.resources import resource
from fieldapp.standards.model import Words
from fieldapp.standards.outcome import Checklist, Figure, Missing, Outcome, Verdict
from fieldapp.standards.reader import read_set
from fieldapp.texts import Texts, texts_of


@dataclass(frozen=True)
class Desk:
    """Everything a paper needs besides its facts."""

    dictionary: Dictionary
    imprint: Imprint
    texts: Texts

    def card(self, facts: HouseholdFacts, *, masked: bool = True) -> Document:
        return household_card(facts, self.dictionary, self.imprint, self.texts, masked=masked)

    @staticmethod
    def words(document: Document) -> str:
        """Every word of a document, for looking."""
        found = [document.title, document.unit, document.dated, *document.notes]
        for block in document.blocks:
            if isinstance(block, Pairs):
                found += [text for pair in block.items for text in (pair.label, pair.value)]
            elif isinstance(block, Table):
                found += [column.title for column in block.columns]
                found += [cell.text for row in block.rows for cell in row]
            elif isinstance(block, Signatures):
                found += [t for box in block.boxes for t in (box.party, box.signer, *box.choices, *box.lines)]
            else:
                found.append(block.text)
        return "\n".join(found)


@pytest.fixture(scope="session")
def desk() -> Desk:
    pack = resource("packs", "cn-base")
    tables = {file.stem: _read(file) for file in (pack / "codelists").glob("*.csv")}
    dictionary, findings = read_dictionary(
        _read(pack / "dictionary" / "lists.csv"), _read(pack / "dictionary" / "fields.csv"), tables
    )
    assert not [finding for finding in findings if finding.severity == "error"]
    return Desk(dictionary, Imprint("王队长", "2019-11-05 10:32"), texts_of("zh_CN"))


@pytest.fixture
def household() -> HouseholdFacts:
    """Three members, an income sheet, a loan for an illness; the cause is the one that is never printed."""
    return HouseholdFacts(
        year=2019,
        village="示范村",
        scope="990101001201",
        household={
            "household_no": "9901010012010007",
            "address": "示范县示范乡示范村二组 17 号",
            "natural_village": "二组",
            "phone": "13800001234",
            "bank_name": "示范农商行",
            "bank_account": "6200000000000001234",
            "household_attribute": "1",
            "cause_main": "11",
            "cause_other": "1",
            "cause_note": "家中老人患病",
            "status": "2",
            "identified_on": "2014-03-01",
            "planned_exit_year": 2019,
            "helper_name": "李帮扶",
            "helper_phone": "13900005678",
            "helper_unit": "示范县农业局",
        },
        household_year={
            "size_end": 3,
            "net_income": 1662000,
            "income_stable": 1,
            "house_m2": 8650,
            "house_danger": "B",
            "water_safe": 1,
        },
        income={"a": 1200000, "b": 500000, "c": 30000, "d": 62000, "e": 130000},
        members=(
            _member("王龙𬭎", "1", "1", "990101197003120012", "1970-03-12", "2"),
            _member("见长女", "2", "2", "990101197205060024", "1972-05-06", "1"),
            _member("王䶮㛃", "2", "3", "990101200809010026", "2008-09-01", "1"),
        ),
        loans=({"purpose": "illness", "amount": 3000000, "balance": 1250000, "lender": "示范农商行"},),
        water_tests=({"tested_on": "2019-06-01", "w1": 1, "w2": 1, "w3": 1, "w4": None},),
    )


@pytest.fixture
def checklist() -> Checklist:
    """Gansu's own criteria: one met, one not met, one with two facts missing, one without the county's line."""
    rules = read_set(_read(resource("packs", "gansu-qinba", "standards", "gansu.yaml")), "gansu.yaml")
    danger = Missing("household_year", "house_danger", "y", "h", "fact", Words("住房安全等级", "", ""))
    school = Missing(
        "person_year", "school_status", "y", "p", "fact", Words("在校生状况", "", ""), "p", "王䶮㛃"
    )
    line = Missing("", ":line", None, "", "line", Words("", "", ""), year=2019)
    owed = Figure(Words("三类用途未还余额合计（元）", "", ""), Words("60,000.00", "60,000.00", "60,000.00"))
    answers: dict[str, tuple[Verdict, tuple[Figure, ...], tuple[Missing, ...]]] = {
        "GS-H1": ("unknown", (), (line,)),
        "GS-H3": ("not_met", (owed,), ()),
        "GS-H8": ("unknown", (), (danger, school)),
    }
    outcomes = tuple(
        Outcome(criterion, *answers.get(criterion.id, ("met", (), ())), ()) for criterion in rules.criteria
    )
    return Checklist("gansu", "1", rules.title, "h", "990101001201", 2019, "2019-12-31", None, outcomes)


def _member(name: str, sex: str, relation: str, id_no: str, birth: str, health: str) -> MemberFacts:
    return MemberFacts(
        {
            "name": name,
            "sex": sex,
            "relation": relation,
            "id_no": id_no,
            "birth_date": birth,
            "ethnic": "01",
        },
        {
            "health": health,
            "disease": "矽肺" if health == "2" else None,
            "ins_medical_resident": 1,
            "dibao": 0,
        },
    )


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8-sig")
