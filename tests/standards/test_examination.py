"""What `pack check` is told of a pack's standards: each wrong criterion by itself, with file, line and field."""

from pathlib import Path

import pytest

from fieldapp.standards.examination import examine_sets

GANSU = (Path(__file__).resolve().parents[2] / "resources/packs/gansu-qinba/standards/gansu.yaml").read_text(
    "utf-8"
)


def test_the_shipped_set_has_no_finding(dictionary):
    assert examine_sets({"gansu.yaml": GANSU}, dictionary) == ()


def test_each_wrong_criterion_is_a_finding_of_its_own(dictionary):
    text = GANSU.replace("lives_there = 1", "lives_here = 1").replace(
        "food_staple = 1 and", "count(*) > 1 and"
    )
    findings = examine_sets({"gansu.yaml": text}, dictionary)
    assert [(f.code, f.where.field) for f in findings] == [
        ("standards.bare_aggregate", "GS-H4"),
        ("standards.unknown_column", "GS-H8"),
    ]
    lines = text.splitlines()
    assert all("met:" in lines[(f.where.row or 0) - 1] for f in findings)


@pytest.mark.parametrize(
    "right, wrong, field",
    [
        ("school_status = 'out'\n", "school_status = '1'\n", "GS-H6"),
        ("purpose in ('illness', 'schooling'", "purpose in ('illness', 'school'", "GS-H3"),
        ("house_danger in ('A', 'B')", "house_danger in ('A', 'b')", "GS-H8"),
        ("house_danger in ('A', 'B')", "house_danger <> 1", "GS-H8"),
        ("when: school_status = 'out'}", "when: school_status = 'gone'}", "GS-H6"),
        ("dropout_reason in ('ill', 'disabled') and home", "('sick') = dropout_reason and home", "GS-H6"),
    ],
)
def test_a_code_that_its_list_does_not_have_is_a_finding(dictionary, right, wrong, field):
    assert right in GANSU
    (finding,) = examine_sets({"gansu.yaml": GANSU.replace(right, wrong, 1)}, dictionary)
    assert (finding.code, finding.where.field) == ("standards.unknown_code", field)


def test_a_file_that_cannot_be_read_is_one_finding(dictionary):
    (finding,) = examine_sets({"gansu.yaml": "set: [\n"}, dictionary)
    assert (finding.code, finding.where.file) == ("standards.yaml", "gansu.yaml")
