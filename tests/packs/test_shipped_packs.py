"""The packs that come with the program: in order, in three languages, each field with its prefix, nothing dangling."""

import re
from pathlib import Path

import pytest

from fieldapp.packs import Pack, check_pack, joined_dictionary, resolve_packs
from fieldapp.packs.heading import read_heading
from fieldapp.packs.rule_cells import read_rule_files, rules_of
from fieldapp.register.dictionary import Dictionary
from fieldapp.resources import resource
from fieldapp.standards.compiler import compile_set
from fieldapp.standards.reader import read_sets

SHIPPED = ("shanxi-upgrade", "heilongjiang", "lvliang", "water-points")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LETTERS = re.compile(r"[A-Za-z]{2}")


def packs_of(name: str) -> tuple[Pack, ...]:
    return resolve_packs([name])


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_pack_has_no_finding(name: str) -> None:
    assert check_pack(resource("packs", name)) == ()


@pytest.mark.parametrize("name", SHIPPED)
def test_its_labels_are_in_three_languages(name: str) -> None:
    own = packs_of(name)[-1].dictionary
    things = [*own.lists.values(), *(f for fields in own.fields.values() for f in fields)]
    things += [code for codes in own.codes.values() for code in codes.items]
    assert len(things) > 50
    for thing in things:
        assert _HAN.search(thing.zh_hans), thing
        assert _HAN.search(thing.zh_hant), thing
        assert _LETTERS.search(thing.en) or thing.en == "No", thing
        assert not _HAN.search(thing.en), thing
        assert len(thing.zh_hans) == len(thing.zh_hant), thing


@pytest.mark.parametrize("name", SHIPPED)
def test_every_field_stands_in_a_section_that_has_a_name(name: str) -> None:
    packs = packs_of(name)
    sections = {code.id for code in joined_dictionary(packs).codes["section"].items}
    own = packs[-1].dictionary
    assert {f.section for fields in own.fields.values() for f in fields} <= sections


@pytest.mark.parametrize(
    "name, prefix", [("shanxi-upgrade", "sx_"), ("heilongjiang", "hl_"), ("lvliang", "ll_")]
)
def test_its_own_lists_and_code_lists_carry_its_prefix(name: str, prefix: str) -> None:
    own = packs_of(name)[-1].dictionary
    assert read_heading(resource("packs", name)).prefix == prefix
    assert all(key.startswith(prefix) for key in (*own.lists, *own.codes))


def test_shanxi_has_every_indicator_but_the_encouraged_one_as_a_criterion() -> None:
    pack = packs_of("shanxi-upgrade")[-1]
    standard = read_sets({"x": pack.standards["shanxi"].read_text("utf-8")})["shanxi"]
    indicators = {code.id for code in pack.dictionary.codes["sx_indicator"].items}
    assert (standard.level, len(standard.criteria)) == ("village", 47)
    assert indicators - {criterion.id for criterion in standard.criteria} == {"SX10-3"}
    tasks = {code.id for code in pack.dictionary.codes["sx_task_no"].items}
    assert len(tasks) == 15
    assert all("Deadline: " in criterion.rule.en for criterion in standard.criteria)


@pytest.mark.parametrize("name", ["shanxi-upgrade", "heilongjiang", "water-points"])
def test_its_standards_compile_over_the_joined_dictionary(name: str) -> None:
    packs = packs_of(name)
    dictionary = joined_dictionary(packs)
    sets = read_sets({n: file.read_text("utf-8") for n, file in packs[-1].standards.items()})
    assert sets
    for standard in sets.values():
        assert compile_set(standard, dictionary).criteria


def test_samples_have_their_rates_as_settings_a_county_can_change() -> None:
    folder = resource("packs", "heilongjiang")
    settings = read_rule_files(folder)["heilongjiang"]["settings"]
    assert isinstance(settings, dict)
    assert [settings[f"hl_sample_{level}"]["value"] for level in ("province", "city", "county")] == [
        "2",
        "8",
        "15",
    ]


def test_rule_ids_of_all_packs_are_unlike() -> None:
    names = ("cn-base", *SHIPPED)
    ids = [
        rule["id"]
        for name in names
        for file in read_rule_files(resource("packs", name)).values()
        for rule in rules_of(file)
    ]
    assert len(ids) == len(set(ids)) > 100


def test_the_invented_country_shares_nothing_with_the_chinese_register() -> None:
    (pack,) = packs_of("water-points")
    assert pack.requires == ()
    assert {"household", "person", "village", "household_year", "submission", "signature"} <= set(
        pack.dictionary.lists
    )
    base = packs_of("cn-base")[0].dictionary
    own = keys_of(pack.dictionary) - keys_of(base)
    assert {("household_year", "litres_day"), ("water_point", "kind"), ("repair", "fault")} <= own
    assert not any(spec.nat for fields in pack.dictionary.fields.values() for spec in fields)


def keys_of(dictionary: Dictionary) -> set[tuple[str, str]]:
    return {(name, spec.key) for name, fields in dictionary.fields.items() for spec in fields}


@pytest.mark.parametrize("name", SHIPPED)
def test_no_folder_of_a_pack_holds_a_stray_file(name: str) -> None:
    folder: Path = resource("packs", name)
    kinds = {path.relative_to(folder).parts[0] for path in folder.rglob("*") if path.is_file()}
    assert kinds <= {"pack.yaml", "dictionary", "codelists", "forms", "standards", "quality"}
