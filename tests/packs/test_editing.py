"""A county's own pack: copied, then fields, codes and rules added; an edit that is wrong changes nothing."""

from pathlib import Path

import pytest

from fieldapp.errors import Finding, PackError
from fieldapp.packs import check_pack, joined_dictionary, resolve_packs
from fieldapp.packs.changes import added, lost
from fieldapp.packs.editing import (
    add_code,
    add_field,
    add_list,
    add_rule,
    change_field,
    copy_pack,
    pack_dictionary,
    set_title,
    set_version,
)
from fieldapp.packs.heading import Title, read_heading
from fieldapp.packs.rule_cells import row_rule, rule_row
from fieldapp.register.declarations import Code, FieldSpec, ListSpec

TITLE = Title("天竹县", "天竹縣", "Tianzhu county")
MU = FieldSpec(
    "household_year", "tz_greenhouse_mu", "decimal", scale=2, unit="mu", check="0..100", section="land", order=900,
    zh_hans="大棚面积", zh_hant="大棚面積", en="Greenhouse", source="county", since="1",
)  # fmt: skip
RULE = {
    "id": "TZ-1",
    "accuracy": "A2",
    "severity": "W",
    "level": "household",
    "words": {"zh_hans": "大棚超过耕地。", "zh_hant": "大棚超過耕地。", "en": "More greenhouse than land."},
    "over": "household_year",
    "when": "tz_greenhouse_mu > arable_mu",
    "field": "household_year.tz_greenhouse_mu",
}


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return copy_pack("gansu-qinba", tmp_path / "tianzhu", "tianzhu", TITLE, prefix="tz_")


def codes_of(findings: tuple[Finding, ...]) -> list[str]:
    assert all("{" not in finding.sentence() for finding in findings)
    return [finding.code for finding in findings]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def test_a_copy_is_the_same_pack_under_another_name(county: Path) -> None:
    heading = read_heading(county)
    assert (heading.id, heading.version, heading.title, heading.prefix) == ("tianzhu", 1, TITLE, "tz_")
    assert heading.requires == ("cn-base",)
    assert check_pack(county) == ()
    assert set(resolve_packs([county])[-1].standards) == {"gansu"}


def test_a_copy_keeps_the_prefix_of_what_it_came_from(tmp_path: Path) -> None:
    folder = copy_pack("lvliang", tmp_path / "copy", "my-county", TITLE, prefix="my_")
    assert read_heading(folder).prefixes == ("my_", "ll_")
    assert check_pack(folder) == ()


def test_a_copy_never_writes_over_a_folder_and_needs_a_right_name(county: Path, tmp_path: Path) -> None:
    with pytest.raises(PackError, match="not empty"):
        copy_pack("gansu-qinba", county, "other", TITLE, prefix="tz_")
    for wrong, prefix in (("Tian Zhu", "tz_"), ("tianzhu", "TZ")):
        with pytest.raises(PackError):
            copy_pack("gansu-qinba", tmp_path / "wrong", wrong, TITLE, prefix=prefix)
    assert not (tmp_path / "wrong").exists()


def test_a_field_a_list_a_code_and_a_rule_are_added(county: Path) -> None:
    assert add_field(county, MU) == ()
    assert (
        add_list(county, ListSpec("tz_greenhouse", "household", "uuid", "", "大棚", "大棚", "Greenhouse"))
        == ()
    )
    assert add_code(county, "fuel", Code("tz_biogas", "沼气池", "沼氣池", "Own biogas", also=("沼气",))) == ()
    assert add_code(county, "tz_film", Code("1", "新膜", "新膜", "New film")) == ()
    assert add_rule(county, RULE) == ()
    assert check_pack(county) == ()
    dictionary = pack_dictionary(county)
    assert dictionary.field("household_year", "tz_greenhouse_mu").scale == 2
    assert dictionary.lists["tz_greenhouse"].parent == "household"
    fuels = [code.id for code in dictionary.codes["fuel"].items]
    assert fuels == [*(c.id for c in pack_dictionary_of_base().codes["fuel"].items), "tz_biogas"]


def pack_dictionary_of_base():
    return joined_dictionary(resolve_packs(["cn-base"]))


@pytest.mark.parametrize(
    "wrong, code",
    [
        ({"key": "greenhouse_mu"}, "pack.field_prefix"),
        ({"key": "tz Greenhouse"}, "dictionary.name"),
        ({"list": "nowhere"}, "dictionary.unknown_list"),
        ({"type": "colour"}, "dictionary.unknown_word"),
        ({"type": "code", "codes": "none_such"}, "dictionary.unknown_codes"),
        ({"check": "sometimes"}, "dictionary.rule"),
    ],
)
def test_a_wrong_field_is_told_and_not_written(county: Path, wrong: dict[str, str], code: str) -> None:
    before = contents(county)
    spec = FieldSpec(**{**{f: getattr(MU, f) for f in MU.__dataclass_fields__}, **wrong})
    assert code in codes_of(add_field(county, spec))
    assert contents(county) == before


@pytest.mark.parametrize("wrong", [{"when": "nowhere > 1"}, {"severity": "X"}, {"colour": "red"}])
def test_a_wrong_rule_is_told_and_not_written(county: Path, wrong: dict[str, str]) -> None:
    assert add_field(county, MU) == ()
    before = contents(county)
    findings = add_rule(county, {**RULE, **wrong})
    assert [finding.severity for finding in findings] == ["error"]
    assert findings[0].where.file == "quality/county.yaml"
    assert contents(county) == before
    assert add_rule(county, RULE) == ()
    assert contents(county) != before


def test_a_field_of_a_pack_below_is_changed_by_declaring_it_again(county: Path) -> None:
    assert change_field(county, "household", "remark", en="Note of the county") == ()
    assert change_field(county, "household", "remark", zh_hans="县备注") == ()
    spec = pack_dictionary(county).field("household", "remark")
    assert (spec.en, spec.zh_hans) == ("Note of the county", "县备注")
    assert (county / "dictionary" / "fields.csv").read_text("utf-8").count("household,remark") == 1
    with pytest.raises(PackError, match="no_such"):
        change_field(county, "household", "no_such", en="x")


def test_version_and_title_are_set(county: Path) -> None:
    set_version(county, 2)
    set_title(county, Title("甲", "甲", "A"))
    assert (read_heading(county).version, read_heading(county).title.en) == (2, "A")
    with pytest.raises(PackError):
        set_version(county, 0)
    assert read_heading(county).version == 2


def test_what_a_newer_dictionary_adds_and_would_lose_is_told(county: Path) -> None:
    before = pack_dictionary(county)
    add_field(county, MU)
    add_code(county, "fuel", Code("tz_biogas", "沼气池", "沼氣池", "Own biogas"))
    after = pack_dictionary(county)
    assert added(before, after).fields == (("household_year", "tz_greenhouse_mu"),)
    assert added(before, after).codes == (("fuel", "tz_biogas"),)
    assert lost(before, after) == ()
    assert codes_of(lost(after, before)) == ["pack.field_gone", "pack.code_gone"]
    change_field(county, "household_year", "tz_greenhouse_mu", scale=1)
    assert codes_of(lost(after, pack_dictionary(county))) == ["pack.field_changed"]


def test_a_rule_comes_through_its_row_unchanged() -> None:
    rule = {**RULE, "checks": [{"over": "person", "when": "a = 'b'"}], "source": ["x"], "note": "[not a list"}
    assert row_rule(rule_row(rule)) == rule
