"""Packs: read, resolved with what they require, joined, and checked with the place of each error."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fieldapp.errors import PackError
from fieldapp.packs import check_pack, edition, joined_dictionary, load_pack, resolve_packs
from fieldapp.resources import resource

MakePack = Callable[..., Path]


@pytest.mark.parametrize("name", ["cn-base", "gansu-qinba"])
def test_the_shipped_packs_are_in_order(name: str) -> None:
    assert check_pack(resource("packs", name)) == ()


def test_a_pack_comes_with_what_it_requires_before_it(make_pack: MakePack) -> None:
    packs = resolve_packs([make_pack(), "gansu-qinba", "cn-base"])
    assert [pack.id for pack in packs] == ["cn-base", "sample-county", "gansu-qinba"]
    base = packs[0].version
    assert edition(packs) == f"cn-base@{base}+sample-county@1+gansu-qinba@{packs[2].version}"
    dictionary = joined_dictionary(packs)
    assert dictionary.field("household", "sc_orchard").en == "Has an orchard"
    assert dictionary.has_field("household", "address")
    assert not joined_dictionary(packs[:1]).has_field("household", "sc_orchard")


def test_a_pack_knows_its_forms_and_titles() -> None:
    (base,) = resolve_packs(["cn-base"])
    assert base.forms["household_visit"].name == "household_visit.md"
    assert base.title.zh_hant == "建檔立卡基礎登記"


def test_a_missing_requirement_is_an_error(make_pack: MakePack) -> None:
    folder = make_pack(heading="requires: [cn-base, nowhere]\nprefix: sc_\n")
    assert [(f.code, f.where.file, f.where.column) for f in check_pack(folder)] == [
        ("pack.not_found", "pack.yaml", "requires")
    ]
    with pytest.raises(PackError, match="nowhere"):
        resolve_packs([folder])


def test_packs_that_require_each_other_are_refused(
    make_pack: MakePack, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = make_pack("one", heading="requires: [two]\nprefix: sc_\n", fields="")
    two = make_pack("two", heading="requires: [one]\nprefix: sc_\n", fields="")
    known = {"one": one, "two": two}
    monkeypatch.setattr("fieldapp.packs.resolution.find_pack", known.get)
    with pytest.raises(PackError, match="one → two → one"):
        resolve_packs(["one"])
    assert [finding.code for finding in check_pack(one)] == ["pack.circle"]


def test_a_field_added_to_anothers_list_carries_the_prefix(make_pack: MakePack) -> None:
    row = "household,orchard,bool,,,,O,,,,,,living,900,,,有果园,有果園,Has an orchard,design,1\n"
    findings = check_pack(make_pack(fields=row))
    assert [(f.code, f.where.field) for f in findings] == [("pack.field_prefix", "orchard")]


def test_a_wrong_dictionary_row_is_named_and_keeps_the_pack_out(make_pack: MakePack) -> None:
    folder = make_pack(fields="household,sc_x,colour,,,,O,,,,,,living,900,,,甲,甲,A,design,1\n")
    (finding,) = check_pack(folder)
    assert (finding.where.file, finding.where.row, finding.where.column) == (
        "dictionary/fields.csv",
        2,
        "type",
    )
    with pytest.raises(PackError, match="1 errors"):
        load_pack(folder, joined_dictionary(resolve_packs(["cn-base"])))


def test_a_form_that_must_be_repaired_is_an_error_in_a_pack(make_pack: MakePack) -> None:
    good = "| survey |\n| | type | name | label |\n| | text | q | Q |\n"
    assert check_pack(make_pack(forms={"good": good})) == ()
    (finding,) = check_pack(make_pack(forms={"bad": good.replace("text", "select_one nothing")}))
    assert (finding.where.file, finding.severity) == ("forms/bad.md", "error")
    assert "nothing" in finding.sentence()


def test_a_form_that_does_not_compile_is_an_error(make_pack: MakePack) -> None:
    bad = "| survey |\n| | type | name | label | calculation |\n| | calculate | q | | nobody_knows(1) |\n"
    (finding,) = check_pack(make_pack(forms={"bad": bad}))
    assert finding.where.file == "forms/bad.md"
    assert "nobody_knows" in finding.sentence()


def test_a_standard_that_does_not_fit_the_dictionary_is_an_error(make_pack: MakePack) -> None:
    gansu = resource("packs", "gansu-qinba", "standards", "gansu.yaml").read_text("utf-8")
    folder = make_pack()
    (folder / "standards").mkdir()
    standard = folder / "standards" / "own.yaml"
    standard.write_text(gansu.replace("set: gansu", "set: own", 1), "utf-8")
    assert check_pack(folder) == ()
    standard.write_text(
        gansu.replace("set: gansu", "set: own", 1).replace("income_stable", "income_steady"), "utf-8"
    )
    findings = check_pack(folder)
    assert findings
    assert {finding.where.file for finding in findings} == {"standards/own.yaml"}


def test_a_table_that_is_not_utf8_is_named(make_pack: MakePack) -> None:
    folder = make_pack()
    (folder / "dictionary/fields.csv").write_bytes("list,名称\n".encode("gb18030"))
    assert [finding.code for finding in check_pack(folder)] == ["pack.encoding"]


@pytest.mark.parametrize(
    "content, code",
    [
        ("", "pack.yaml_shape"),
        ("- a\n", "pack.yaml_shape"),
        ("id: [", "pack.yaml"),
        ("id: A B\nversion: 1\n", "pack.id"),
        ("id: x\nversion: 0\n", "pack.version"),
        ("id: x\nversion: true\n", "pack.version"),
        ("id: x\nversion: 1\ntitle: {en: X}\n", "pack.title"),
        ("id: x\nversion: 1\ntitle: {zh_hans: 甲, zh_hant: 甲, en: X}\nrequires: cn-base\n", "pack.requires"),
        ("id: x\nversion: 1\ntitle: {zh_hans: 甲, zh_hant: 甲, en: X}\nprefix: GS\n", "pack.prefix"),
        ("id: x\nversion: 1\ncolour: red\n", "pack.yaml_keys"),
        ("id: !!python/object/apply:os.system [ls]\n", "pack.yaml"),
    ],
)
def test_a_wrong_heading_is_named(tmp_path: Path, content: str, code: str) -> None:
    (tmp_path / "pack.yaml").write_text(content, "utf-8")
    assert [finding.code for finding in check_pack(tmp_path)] == [code]
    with pytest.raises(PackError):
        load_pack(tmp_path)


def test_a_folder_without_a_heading_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="holds no pack"):
        load_pack(tmp_path)
    with pytest.raises(PackError, match="There is no pack"):
        resolve_packs([tmp_path / "nowhere"])
