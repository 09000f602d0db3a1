"""A pack as a workbook: out and in again changes nothing, edits arrive, errors are told by sheet, row and column."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from fieldapp.errors import PackError
from fieldapp.packs import check_pack
from fieldapp.packs.commands import pack
from fieldapp.packs.editing import copy_pack, pack_dictionary
from fieldapp.packs.heading import Title, read_heading
from fieldapp.packs.workbook import pack_to_workbook
from fieldapp.packs.workbook_reading import workbook_to_pack
from fieldapp.resources import resource

Fields = dict[str, object]
MU: Fields = {
    "list": "household_year", "key": "tz_greenhouse_mu", "type": "decimal", "scale": 2, "unit": "mu", "req": "O",
    "section": "land", "order": 900, "zh_hans": "大棚面积", "zh_hant": "大棚面積", "en": "Greenhouse",
}  # fmt: skip
RULE: Fields = {
    "file": "county", "id": "TZ-1", "accuracy": "A2", "severity": "W", "level": "household",
    "over": "household_year", "when": "tz_greenhouse_mu > arable_mu", "field": "household_year.tz_greenhouse_mu",
    "words.zh_hans": "大棚超过耕地。", "words.zh_hant": "大棚超過耕地。", "words.en": "More greenhouse than land.",
}  # fmt: skip


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return copy_pack(
        "gansu-qinba", tmp_path / "tianzhu", "tianzhu", Title("天竹县", "天竹縣", "Tianzhu"), prefix="tz_"
    )


@pytest.fixture
def edit(tmp_path: Path) -> Callable[..., Path]:
    """Exports a pack and appends rows as an office worker does: `edit(folder, fields=[{…}])`."""

    def editing(folder: Path, **rows: list[Fields]) -> Path:
        file = pack_to_workbook(folder, tmp_path / "book.xlsx")
        book = load_workbook(file)
        for sheet, more in rows.items():
            heading = [cell.value for cell in book[sheet][1]]
            for row in more:
                book[sheet].append([row.get(str(column)) for column in heading])
        book.save(file)
        return file

    return editing


def contents(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


@pytest.mark.parametrize("name", ["cn-base", "gansu-qinba"])
def test_a_pack_goes_out_and_comes_in_again_to_the_byte(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    copied = resource("packs", name)
    for file, body in contents(copied).items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(body)
    book = pack_to_workbook(folder, tmp_path / "book.xlsx")
    before = contents(folder)
    assert [f for f in workbook_to_pack(book, folder) if f.severity == "error"] == []
    assert {name: body for name, body in contents(folder).items() if before.get(name) != body} in (
        {},
        # A table that the pack did without is there now, with a heading only.
        {"dictionary/fields.csv": contents(folder).get("dictionary/fields.csv"),
         "dictionary/lists.csv": contents(folder).get("dictionary/lists.csv")},
    )  # fmt: skip


def test_a_workbook_alone_makes_a_whole_pack(tmp_path: Path) -> None:
    book = pack_to_workbook(resource("packs", "lvliang"), tmp_path / "book.xlsx")
    assert workbook_to_pack(book, tmp_path / "new") == ()
    assert check_pack(tmp_path / "new") == ()
    assert pack_dictionary(tmp_path / "new") == pack_dictionary(resource("packs", "lvliang"))


def test_a_field_and_a_rule_added_in_the_workbook_arrive(county: Path, edit: Callable[..., Path]) -> None:
    standards = (county / "standards" / "gansu.yaml").read_bytes()
    assert workbook_to_pack(edit(county, fields=[MU], rules=[RULE]), county) == ()
    spec = pack_dictionary(county).field("household_year", "tz_greenhouse_mu")
    assert (spec.type, spec.scale, spec.order, spec.zh_hant) == ("decimal", 2, 900, "大棚面積")
    assert "tz_greenhouse_mu > arable_mu" in (county / "quality" / "county.yaml").read_text("utf-8")
    assert (county / "standards" / "gansu.yaml").read_bytes() == standards
    assert check_pack(county) == ()


@pytest.mark.parametrize(
    "rows, place",
    [
        ({"fields": [{**MU, "type": "colour"}]}, ("fields", 2, "type", "dictionary.unknown_word")),
        ({"fields": [MU, {**MU, "key": "mu"}]}, ("fields", None, "key", "pack.field_prefix")),
        ({"lists": [{"list": "tz_x", "key_by": "day"}]}, ("lists", 2, "key_by", "dictionary.key_by")),
        ({"codes": [{"code_list": "tz_film", "id": "a b"}]}, ("codes", 2, "id", "dictionary.code_space")),
        ({"codes": [{"code_list": "../x", "id": "a"}]}, ("codes", 2, "code_list", "pack.file_name")),
        ({"rules": [{**RULE, "severity": "X"}]}, ("rules", 2, "", "standards.one_of")),
        ({"rules": [{**RULE, "source": "x", "words.en": "[a"}]}, ("rules", 2, "", "pack.rule_cell")),
        ({"pack": [{"key": "version", "value": "new"}]}, ("pack", 3, "value", "pack.version")),
    ],
)
def test_an_error_is_told_where_it_stands_and_nothing_is_written(
    county: Path, edit: Callable[..., Path], rows: dict[str, list[Fields]], place: tuple[object, ...]
) -> None:
    before = contents(county)
    findings = [f for f in workbook_to_pack(edit(county, **rows), county) if f.severity == "error"]
    places = [(f.where.sheet, f.where.row, f.where.column, f.code) for f in findings]
    assert [(*p[:3],) for p in places] == [place[:3]]
    assert all("{" not in finding.sentence() for finding in findings)
    assert contents(county) == before


def test_a_missing_sheet_or_column_is_named(county: Path, edit: Callable[..., Path]) -> None:
    file = edit(county)
    book = load_workbook(file)
    del book["lists"]
    book["fields"]["B1"] = "field key"
    book.save(file)
    assert [(f.code, f.where.sheet, f.where.column) for f in workbook_to_pack(file, county)] == [
        ("pack.no_sheet", "lists", ""),
        ("pack.sheet_column", "fields", "key"),
        ("pack.strange_column", "fields", "field key"),
    ]


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path, county: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"no workbook")
    with pytest.raises(PackError, match="cannot be read"):
        workbook_to_pack(tmp_path / "x.xlsx", county)


def test_a_code_list_taken_out_of_the_workbook_is_gone(tmp_path: Path, edit: Callable[..., Path]) -> None:
    folder = copy_pack("lvliang", tmp_path / "copy", "my-county", Title("甲", "甲", "A"), prefix="my_")
    file = edit(folder)
    book = load_workbook(file)
    sheet = book["codes"]
    for number in range(sheet.max_row, 1, -1):
        if sheet.cell(number, 1).value == "ll_task":
            sheet.delete_rows(number)
    book.save(file)
    findings = workbook_to_pack(file, folder)
    assert (findings[0].code, findings[0].where.sheet, findings[0].where.field) == (
        "dictionary.unknown_codes",
        "fields",
        "task",
    )
    assert (folder / "codelists" / "ll_task.csv").is_file()


def test_text_that_looks_like_a_formula_stays_text(county: Path, edit: Callable[..., Path]) -> None:
    file = edit(county)
    book = load_workbook(file)
    for row in book["pack"].iter_rows(min_row=2):
        if row[0].value == "title.en":
            row[1].value, row[1].data_type = "=1+1", "s"
    book.save(file)
    assert workbook_to_pack(file, county) == ()
    assert read_heading(county).title.en == "=1+1"
    again = load_workbook(pack_to_workbook(county, file))
    assert {cell.data_type for row in again["pack"].iter_rows() for cell in row if cell.value} == {"s"}


def test_the_command_line_copies_exports_and_imports(tmp_path: Path) -> None:
    run, folder, book = CliRunner(), str(tmp_path / "tz"), str(tmp_path / "tz.xlsx")
    options = ["--id", "tianzhu", "--prefix", "tz_", "--title", "天竹县|天竹縣|Tianzhu", "--json"]
    copied = json.loads(run.invoke(pack, ["copy", "gansu-qinba", folder, *options]).output)
    assert copied == {"id": "tianzhu", "folder": folder}
    assert run.invoke(pack, ["export-xlsx", folder, book]).exit_code == 0
    assert run.invoke(pack, ["import-xlsx", book, folder]).output == "The pack is in order.\n"
    sheets = load_workbook(book)
    sheets["fields"].append(["household_year", "mu", "decimal"])
    sheets.save(book)
    refused = run.invoke(pack, ["import-xlsx", book, folder])
    assert (refused.exit_code, refused.output.split(":")[:2]) == (1, ["fields", "2"])
