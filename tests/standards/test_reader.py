"""Reading standard sets: exact amounts, extensions of a county, and a sentence with its line for every fault."""

from pathlib import Path

import pytest

from fieldapp.errors import PackError
from fieldapp.standards.reader import read_set, read_sets

GANSU = (Path(__file__).resolve().parents[2] / "resources/packs/gansu-qinba/standards/gansu.yaml").read_text(
    "utf-8"
)
COUNTY = """extends: gansu
version: demo-2019
settings: {loan_test: single}
lines:
  - {area: "990101", year: 2019, kind: exit, amount: 3700.10, status: invented for the demo}
"""


def test_no_line_is_shipped_for_gansu():
    assert read_set(GANSU, "gansu.yaml").lines == ()


def test_every_text_of_the_shipped_set_stands_in_three_languages():
    standard = read_set(GANSU, "gansu.yaml")
    texts = [standard.title, *(setting.title for setting in standard.settings)]
    for criterion in standard.criteria:
        texts += [criterion.title, criterion.rule, *criterion.evidence, *(f.label for f in criterion.figures)]
        assert criterion.source
        assert criterion.evidence
    assert all(all(words) for words in texts)


def test_a_county_adds_its_line_and_chooses_its_settings():
    gansu = read_sets({"gansu.yaml": GANSU, "county.yaml": COUNTY})["gansu"]
    (line,) = gansu.lines
    assert (line.area, line.year, line.amount, line.status) == (
        "990101",
        2019,
        370_010,
        "invented for the demo",
    )
    assert gansu.version == "1+demo-2019"
    assert {setting.name: setting.value for setting in gansu.settings}["loan_test"] == "single"
    assert gansu.criteria[2].met.startswith("none(loan")


def test_the_order_of_the_files_does_not_matter():
    assert read_sets({"county.yaml": COUNTY, "gansu.yaml": GANSU}) == read_sets(
        {"gansu.yaml": GANSU, "county.yaml": COUNTY}
    )


@pytest.mark.parametrize(
    ("amount", "fen"),
    [("3700", 370_000), ("3700.00", 370_000), ("0.29", 29), ("4111.07", 411_107), ("1e3", None)],
)
def test_an_amount_is_exact_fen_and_never_a_float(amount, fen):
    text = COUNTY.replace("3700.10", amount)
    if fen is None:
        with pytest.raises(PackError, match=r"county\.yaml, line 5"):
            read_sets({"gansu.yaml": GANSU, "county.yaml": text})
    else:
        assert read_sets({"gansu.yaml": GANSU, "county.yaml": text})["gansu"].lines[0].amount == fen


BAD = [
    ("set: gansu", "set: gansu\nset: two", "standards.key_twice", 7),
    ("level: household", "level: hamlet", "standards.choice", 8),
    ('version: "1"\n', "", "standards.key_missing", None),
    ('ages_on: "12-31"', 'ages_on: "31.12."', "standards.shape", 10),
    ("over: household_year", "over: [household_year", "standards.yaml", None),
    ("over: household_year", "over: {a: b}", "standards.not_text", 9),
    ("over: household_year", "over: household_year\nbogus: 1", "standards.unknown_key", 10),
    ("over: household_year", "over: &x household_year\nlevel2: *x", "standards.alias", 10),
    ("value: sum", "value: average", "standards.bad_setting", None),
    ("when: {loan_test: single}", "when: {loan_tset: single}", "standards.no_setting_here", None),
    ("- id: GS-H2", "- id: GS-H1", "standards.id_twice", None),
    ("- id: GS-H2", '- id: "GS H2"', "standards.shape", None),
    ("    kind: money", "    kind: yuan", "standards.choice", None),
]


@pytest.mark.parametrize(("old", "new", "code", "line"), BAD)
def test_a_fault_in_the_file_is_named_with_its_line(old, new, code, line):
    assert old in GANSU
    with pytest.raises(PackError) as refused:
        read_set(GANSU.replace(old, new, 1), "gansu.yaml")
    assert refused.value.code == code
    assert "gansu.yaml" in refused.value.sentence()
    if line is not None:
        assert f"line {line}:" in refused.value.sentence()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (COUNTY.replace("extends: gansu", "extends: gansuu"), "standards.extends_nothing"),
        (COUNTY.replace("loan_test", "loans"), "standards.no_setting"),
        (COUNTY.replace("990101", "county"), "standards.area"),
        (COUNTY.replace("3700.10", "-1"), "standards.amount"),
        (COUNTY.replace("3700.10", "3700.123"), "standards.amount"),
        (COUNTY + COUNTY.splitlines()[-1] + "\n", "standards.line_twice"),
        (COUNTY + "criteria: []\n", "standards.unknown_key"),
        ("", "standards.empty"),
        ("- 1\n", "standards.not_mapping"),
        ("a: !!python/object/apply:os.system ['true']\n", "standards.key_missing"),
        ("\x00", "standards.yaml"),
        ("x" * 1_000_001, "standards.too_long"),
    ],
)
def test_a_bad_county_file_is_refused(text, code):
    with pytest.raises(PackError) as refused:
        read_sets({"gansu.yaml": GANSU, "county.yaml": text})
    assert refused.value.code == code
    assert refused.value.sentence()
